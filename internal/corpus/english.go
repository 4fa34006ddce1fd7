package corpus

import "strings"

// The English vocabulary. Lists are combined, so that few sentences, names and
// titles of a corpus are alike.
var (
	enNoun = strings.Fields(`team service release incident dashboard alert budget roadmap ticket laptop backup queue cache payload request
		timeout retry deadline meeting backlog sprint outage migration rollout rollback upgrade patch exploit audit license contract vendor
		invoice region zone datacenter rack disk volume snapshot replica shard table index schema query transaction lock thread process
		socket packet route firewall certificate secret token password policy rule exception namespace label annotation manifest template
		chart plugin module library binary artifact image layer registry mirror proxy gateway sidecar daemon agent collector exporter
		metric trace span log event signal threshold baseline benchmark profile heap allocation leak crash panic warning error failure
		symptom cause remedy workaround fix regression feature flag experiment cohort customer tenant account session cookie form page
		button screen menu layout font color theme icon logo slogan booth badge lanyard sticker sock coffee lunch dinner corridor stage
		microphone projector slide demo question answer rumor joke story lesson habit rule deadline promise excuse compromise decision
		discussion argument proposal draft review comment thread branch commit merge tag build pipeline job stage runner matrix step
		script command option default limit quota cost bill estimate forecast trend season quarter month week weekend morning evening
		night shift handover runbook checklist diagram sketch whiteboard notebook spreadsheet document manual tutorial workshop course
		exam certificate mentor newcomer veteran manager director auditor lawyer accountant architect operator maintainer contributor
		reviewer author reader listener audience crowd community chapter foundation member sponsor partner competitor supplier
		warehouse factory port ship container crane truck train station airport hotel bridge river mountain valley forest island`)
	enAdj = strings.Fields(`small large quick slow quiet loud honest careful careless boring exciting modest ambitious stable fragile simple
		complex plain elaborate cheap expensive fresh stale early late sudden gradual hidden visible public private local remote shared
		dedicated central distributed manual automatic optional mandatory temporary permanent partial complete empty full broken healthy
		noisy silent strict loose safe risky useful useless familiar strange common rare obvious subtle clever naive lazy eager patient
		nervous calm cheerful grumpy tired awake busy idle ready missing wrong right exact rough steady uneven narrow wide shallow deep
		ancient modern former current next previous final initial internal external upstream downstream weekly daily nightly yearly
		unexpected reasonable ridiculous generous minimal average typical exotic mature young`)
	enPast = strings.Fields(`moved replaced removed measured explained described rewrote deleted restored upgraded tested broke fixed noticed
		ignored blamed praised questioned postponed cancelled shipped delivered documented automated simplified complicated split merged
		copied renamed forgot remembered promised estimated doubled halved reduced increased limited extended shortened opened closed
		started stopped paused resumed watched recorded counted compared sorted filtered cleaned polished painted built rebuilt bought
		sold rented borrowed returned lost found hid showed demonstrated announced reported discussed debated rejected accepted signed
		encrypted exposed isolated connected disconnected configured patched debugged profiled tuned scaled drained evicted rescheduled
		archived imported exported mirrored scanned reviewed approved adopted abandoned inherited maintained sponsored organised hosted`)
	enVerb = strings.Fields(`move replace remove measure explain describe rewrite delete restore upgrade test break fix notice ignore
		question postpone cancel ship deliver document automate simplify split merge copy rename forget remember promise estimate double
		reduce increase limit extend open close start stop pause watch record count compare sort filter clean polish build rebuild buy
		rent borrow return lose find hide show demonstrate announce report discuss reject accept sign encrypt expose isolate connect
		configure patch debug profile tune scale drain evict archive import export mirror scan review approve adopt abandon maintain`)
	enAdv = strings.Fields(`quietly slowly quickly carefully mostly partly hardly nearly almost finally eventually suddenly gradually usually
		rarely often sometimes never always simply merely honestly openly secretly together separately twice twofold overnight upstairs
		elsewhere everywhere again already still later earlier afterwards meanwhile`)
	enGiven = strings.Fields(`Tilda Priya Henrik Marta Oluwaseun Ingrid Ravi Amahle Tadeo Solveig Haruki Nadia Valentin Lucie Hugo Solene
		Youssef Philippa Etienne Gaspard Maelle Lina Kwabena Marcel Torvald Ragna Oyelaran Bisi Anneke Bartosz Carmen Dorota Emeka Fatima
		Goran Hilde Ilya Jolanta Katarzyna Leif Malin Niamh Odile Pawel Quentin Rosa Siobhan Tomasz Ulrike Vera Wiebke Xenia Yara Zofia
		Alasdair Beatriz Cian Dagny Eoin Freja Giulia Hamza Isolde Jarek Kirsten Lorenzo Mireille Nuno Orla Piet Rhiannon Stellan Thandi
		Umberto Viggo Wojtek Yannick Aisha Bogdan Chiara Dimitra Elif Farid Gudrun Hana Imke Johan Kofi Liesel Mateus Noemi Oskar
		Anna Daniel Laura Michael Sarah Thomas Julia Peter Emma David Maria Stefan Helen Martin Claire Robert Kate Andrew Susan Mark`)
	enFamily = strings.Fields(`Brandvold Vossberg Adeyi Solvang Deshpande Mbeki Ruiz Nygard Quere Haddad Osei Lemoine Sorge Aubertin
		Tessandier Caillaux Perrin Ferhat Morvan Grange Eide Endo Bakker Nowak Almeida Wisniewska Okafor Rahimi Petrovic Lindqvist
		Ivanov Kaminska Halvorsen Murphy Beaumont Kowalczyk Fontaine Moreno Gallagher Wrobel Schroeder Novakova Janssen Papadakis Lang
		Stewart Pereira Byrne Dahl Keane Sorensen Ricci Malik Zimmer Jankowski Holm Conti Lambert Carvalho Doyle Visser Pryce Ekstrom
		Dlamini Rossi Bergstrom Mazur Leclerc Yilmaz Radu Marino Pappas Demir Karimi Olafsdottir Tanaka Hansen Boateng Fischer Costa
		Lindgren Wagner Taylor Moore Clark Walker Young Allen King Wright Scott Hill Green Adams Baker Nelson Carter Mitchell`)
	enCompanyA = strings.Fields(`Kestrel Fjord Paydock Paperclip Copper Lantern Maple Harvest Orchard Quartz Ember Falcon Granite Cobalt
		Juniper Meridian Nimbus Obsidian Pebble Quill Raven Saffron Thistle Umber Velvet Willow Zephyr Aurora Birch Cinder Dune Echo
		Flint Grove Hazel Iris Jade Kite Lumen Mosaic North Olive Pine River Summit Tidal Vista West Amber Beacon Cedar Delta`)
	enCompanyB = strings.Fields(`Bank Labs Systems Software Insurance Mobility Logistics Media Health Telecom Networks Payments Robotics
		Energy Retail Games Analytics Works Studio Group`)
	enPlace = strings.Fields(`Valencia Lyon Turku Oslo Bergen Porto Ghent Leipzig Krakow Gdansk Tallinn Riga Vilnius Zagreb Ljubljana
		Bologna Turin Malaga Bilbao Rotterdam Utrecht Aarhus Malmo Tampere Boston Seattle Detroit Chicago Denver Austin Portland Toronto
		Montreal Sydney Auckland Wellington Nairobi Accra Lagos Bangalore Pune Singapore Taipei Busan Osaka Kyoto`)
	enTitle = strings.Fields(`Taming Surviving Rethinking Untangling Measuring Shrinking Escaping Debugging Herding Growing Breaking Mending
		Feeding Watching Teaching Simplifying Automating Retiring Rewriting Migrating Hardening Observing Delivering Governing`)
)

// enSentence are the sentences of English prose. "$" and a letter stand for a word
// of a list: n a noun, a an adjective, d a past tense, v a verb, r an adverb, p a
// project, f and l a first and a last name, c a company, w a place, # a
// number.
var enSentence = templates(
	"The $n $d the $a $n, and nobody $d it before the $n.",
	"We $d our $n last $n because the $n was too $a for the $n.",
	"$p runs beside $p on every $n, which makes the $n $a.",
	"Our $n $d $p with $p after $# $ns of $a $n.",
	"In the hallway people $d $ns and $ns, $r.",
	"The $a part was the $n: it $d at night, on weekends, and once during the $n.",
	"$f $l from $c showed a $n that $r $d the whole $n.",
	"Somebody asked whether the $n could $v the $n; the answer was $r a $a no.",
	"You can $v a $n in under $# minutes, and you should not $v the $n.",
	"It took $# people and $# weeks to $v the $n, $r.",
	"What stuck with me was the $a $n, not the $n that everybody $d.",
	"We keep the $n in $p and $v it with a $a $n.",
	"If you want to $v a $n, $v the $n first and the $a $n $r.",
	"The $n of $c $d more than $# $ns in a $n.",
	"That is a $a way to $v a $n, and I have seen $a ones.",
	"Between $w and $w we $d the $n on a train and $r $d it.",
	"The maintainers of $p $r $d the $n and the $n in one $n.",
	"I had expected a $a $n; what I got was $# $a $ns and a $n.",
	"Most of the $n went into agreeing on a $n, the rest into explaining it to the $n.",
	"Nothing of this is $a, and all of it $d somebody's $n.",
	"With $p the $n is $a, with $p it is merely $a.",
	"There was a $n for the $n, and a $a $n for the $n of the $n.",
	"Before the $n we $d every $n by hand; afterwards a $n $d them $r.",
	"Their $n has $# $ns and $# $ns, and the $n between them is $a.",
	"$l, who has been in the $n team since $w, called it a $a $n.",
	"The old $n could not $v more than $# $ns per second, so we $d it.",
	"$p uses $p underneath, which nobody in the $n had $d.",
	"A $a $n is worth $# $a $ns, as the $n of $c likes to say.",
	"For the $n we chose $p, because the $n $r speaks its $n.",
	"After lunch the $n was full, the $n was $a, and the $n did not $v.",
	"Do you need a $n at all? We $d without one for $# months.",
	"The $n graph looked $a until we $d the $n and the $n.",
	"A $n that nobody can $v is not a $n, it is a $a $n.",
	"They $d the $n in $# phases: first the $n, then the $n, then the $a $n.",
	"On the second day the $n $d $r, and so did we.",
	"It is easy to $v a $n and hard to $v the $n that depends on it.",
	"I $r $d the $n that evening, in a $a hotel in $w.",
	"Every $n has a $n, and every $n has a $n that $r $d it.",
	"The $nsaid that $p would $v the $n by the next $n.",
	"$p is a CNCF sandbox project, and $p joined the incubator in 2019.",
	"Compared to $p, the $n of $p is $a and its $n $a.",
	"$p, $p and $p were named in every other $n.",
	"Since $p is built on $p, the $n came for free.",
	"With $# $ns in production the $n starts to $v the $n.",
)
