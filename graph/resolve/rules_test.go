package resolve_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/resolve"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// sources returns one document for each list of records. A record is its kind and
// id, and its properties: {"talk a", "name …"}.
func sources(lists ...[][]string) []rdf.Quad {
	classes := map[string]string{"talk": vocab.Talk, "speaker": vocab.Person, "event": vocab.Event, "series": vocab.EventSeries}
	var quads []rdf.Quad
	for i, records := range lists {
		d := newDocument(fmt.Sprintf("file:docs/%d.md", i+1))
		for _, r := range records {
			var kind, id string
			fmt.Sscan(r[0], &kind, &id)
			d.add(classes[kind], id, r[1:]...)
		}
		quads = append(quads, d.quads...)
	}
	return quads
}

type rule struct {
	name    string
	sources [][][]string
	want    []string // "old = canonical"
}

func (r rule) run(t *testing.T) {
	t.Run(r.name, func(t *testing.T) {
		quads := sources(r.sources...)
		merged := merge(t, quads, nil)
		check(t, sameAs(merged), r.want...)
		if again := merge(t, merged, nil); !equal(again, merged) {
			t.Error("merged again, it differs")
		}
	})
}

func equal(a, b []rdf.Quad) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func TestTalks(t *testing.T) {
	const deck = "slides https://speakerdeck.com/aki/mesh"
	tests := []rule{
		{"one deck under two titles", [][][]string{
			{{"talk a", "name Envoy in the wild", deck}},
			{{"talk b", "name プロキシの話", deck}},
		}, []string{"b = a"}},
		{"one deck at two addresses", [][][]string{
			{{"talk a", "name X", "slides https://www.slideshare.net/Aki/mesh-in-practice-123456789?ref=blog"}},
			{{"talk b", "name Y", "slides http://de.slideshare.net/slideshow/mesh-in-practice/123456789/"}},
		}, []string{"b = a"}},
		{"a deck given at two events", [][][]string{
			{{"event e-night-1", "name Mesh Night #1"}, {"talk a", "name Envoy in the wild", "event e-night-1", deck}},
			{{"event e-night-2", "name Mesh Night #2"}, {"talk b", "name Envoy in the wild", "event e-night-2", deck}},
		}, nil},
		{"a deck given on two days", [][][]string{
			{{"talk a", "name Envoy in the wild", "date 2019-03-01", deck}},
			{{"talk b", "name Envoy in the wild", "date 2019-04-01", deck}},
		}, nil},
		{"a deck given in a month and on a day of it", [][][]string{
			{{"talk a", "name Envoy in the wild", "date 2019-03", deck}},
			{{"talk b", "name Envoy in the wild", "date 2019-03-07", deck}},
		}, []string{"b = a"}},
		{"a deck of two talks by two speakers", [][][]string{
			{{"speaker s", "name Aki Mori"}, {"talk a", "name Envoy in the wild", "by s", deck}},
			{{"speaker z", "name Tom Wells"}, {"talk b", "name What came of Mesos", "by z", deck}},
		}, nil},
		{"a deck of three talks is the event's", [][][]string{
			{{"talk a", "name Envoy in the wild", deck}},
			{{"talk b", "name What came of Mesos", deck}},
			{{"talk c", "name Tracing for beginners", deck}},
		}, nil},
		{"a deck that one source gives two talks", [][][]string{
			{{"talk a", "name Envoy in the wild", deck}, {"talk b", "name What came of Mesos", deck}},
		}, nil},
		{"a deck that one source gives two parts of a talk", [][][]string{
			{{"talk a", "name Envoy in the wild, part 1", deck}, {"talk b", "name Envoy in the wild, part 2", deck}},
		}, nil},
		{"a page of decks is no deck", [][][]string{
			{{"talk a", "name Envoy in the wild", "slides https://speakerdeck.com/aki"}},
			{{"talk b", "name What came of Mesos", "slides https://speakerdeck.com/aki"}},
		}, nil},
		{"one video", [][][]string{
			{{"talk a", "name Keynote: Envoy in the wild", "video https://youtu.be/AbC123?t=8"}},
			{{"talk b", "name Envoy in the wild", "video https://www.youtube.com/watch?v=AbC123&list=PL1"}},
		}, []string{"b = a"}},
		{"a video of a whole evening", [][][]string{
			{{"talk a", "name Envoy in the wild", "video https://youtu.be/AbC123"}},
			{{"talk b", "name What came of Mesos", "video https://youtu.be/AbC123"}},
		}, nil},
		{"two recordings in one list, under a title that tells nothing", [][][]string{
			{
				{"event e-day-2021", "name Mesh Day 2021"},
				{"speaker s", "name Aki Mori"},
				{"talk a", "name Keynote: Closing Remarks", "event e-day-2021", "by s", "video https://youtu.be/A1"},
				{"talk b", "name Keynote: Closing Remarks", "event e-day-2021", "by s", "video https://youtu.be/B2"},
			},
		}, nil},
		{"two recordings of one talk in two lists", [][][]string{
			{{"event e-day-2021", "name Mesh Day 2021"}, {"speaker s", "name Aki Mori"}, {"talk a", "name Envoy in the wild", "event e-day-2021", "by s", "video https://youtu.be/A1"}},
			{{"event e-day-2021", "name Mesh Day 2021"}, {"speaker s", "name Aki Mori"}, {"talk b", "name Envoy in the wild", "event e-day-2021", "by s", "video https://youtu.be/B2"}},
		}, []string{"b = a"}},
		{"two sessions under one title in each of two schedules", [][][]string{
			{
				{"event e-day-2021", "name Mesh Day 2021"},
				{"speaker s", "name Aki Mori"},
				{"talk a", "name Envoy in the wild", "event e-day-2021", "by s", "url https://day.sched.com/event/aaaa1/x"},
				{"talk b", "name Envoy in the wild", "event e-day-2021", "by s", "url https://day.sched.com/event/aaaa2/x"},
			},
			{
				{"event e-day-2021", "name Mesh Day 2021"},
				{"speaker s", "name Aki Mori"},
				{"talk c", "name Envoy in the wild", "event e-day-2021", "by s", "url https://day.sched.com/event/c0ffee01"},
				{"talk d", "name Envoy in the wild", "event e-day-2021", "by s", "url https://day.sched.com/event/c0ffee02"},
			},
		}, nil},
		{"two sessions under one title, told apart by their speakers", [][][]string{
			{
				{"event e-day-2021", "name Mesh Day 2021"},
				{"speaker s", "name Aki Mori"},
				{"speaker t", "name Tom Wells"},
				{"talk a", "name Envoy in the wild", "event e-day-2021", "by s", "by t", "url https://day.sched.com/event/aaaa1/x"},
				{"talk b", "name Envoy in the wild", "event e-day-2021", "by s", "url https://day.sched.com/event/aaaa2/x"},
			},
			{
				{"event e-day-2021", "name Mesh Day 2021"},
				{"speaker s", "name Aki Mori"},
				{"speaker t", "name Tom Wells"},
				{"talk c", "name Envoy in the wild", "event e-day-2021", "by s", "url https://day.sched.com/event/c0ffee01"},
				{"talk d", "name Envoy in the wild", "event e-day-2021", "by s", "by t", "url https://day.sched.com/event/c0ffee02"},
			},
		}, []string{"c = b", "d = a"}},
		{"a video given to the talks of two years", [][][]string{
			{{"event e-day-2021", "name Mesh Day 2021"}, {"talk a", "name SIG Mesh intro", "event e-day-2021", "video https://youtu.be/AbC123"}},
			{{"event e-day-2022", "name Mesh Day 2022"}, {"talk b", "name SIG Mesh intro", "event e-day-2022", "video https://youtu.be/AbC123"}},
		}, nil},
		{"a title at one event", [][][]string{
			{{"event e-day-2021", "name Mesh Day 2021"}, {"talk a", "name Keynote: Envoy in the wild!", "event e-day-2021"}},
			{{"event e-day-2021", "name Mesh Day 2021"}, {"talk b", "name envoy in the Wild", "event e-day-2021"}},
		}, []string{"b = a"}},
		{"a title at two events", [][][]string{
			{{"event e-day-2021", "name Mesh Day 2021"}, {"speaker s", "name Aki Mori"}, {"talk a", "name Envoy in the wild", "event e-day-2021", "by s"}},
			{{"event e-day-2022", "name Mesh Day 2022"}, {"speaker z", "name Aki Mori"}, {"talk b", "name Envoy in the wild", "event e-day-2022", "by z"}},
		}, nil},
		{"parts", [][][]string{
			{{"event e-day-2021", "name Mesh Day 2021"}, {"talk a", "name Envoy from the ground up, part 1", "event e-day-2021"}},
			{{"event e-day-2021", "name Mesh Day 2021"}, {"talk b", "name Envoy from the ground up, part 2", "event e-day-2021"}},
		}, nil},
		{"one word differs", [][][]string{
			{{"event e-day-2021", "name Mesh Day 2021"}, {"talk a", "name OpenTelemetry project update for end users: Java", "event e-day-2021"}},
			{{"event e-day-2021", "name Mesh Day 2021"}, {"talk b", "name OpenTelemetry project update for end users: Python", "event e-day-2021"}},
		}, nil},
		{"slips of the pen", [][][]string{
			{{"event e-day-2021", "name Mesh Day 2021"}, {"talk a", "name Running Kubenetes clusters in space with Open Telemetry", "event e-day-2021"}},
			{{"event e-day-2021", "name Mesh Day 2021"}, {"talk b", "name Running Kubernetes cluster in space with OpenTelemetry", "event e-day-2021"}},
		}, []string{"b = a"}},
		{"titles of all events", [][][]string{
			{{"event e-day-2021", "name Mesh Day 2021"}, {"talk a", "name Closing Remarks", "event e-day-2021"}},
			{{"event e-day-2021", "name Mesh Day 2021"}, {"talk b", "name Keynote: Closing Remarks", "event e-day-2021"}},
		}, nil},
		{"a title twice in one source", [][][]string{
			{{"event e-day-2021", "name Mesh Day 2021"}, {"talk a", "name Contributor workshop on Envoy", "event e-day-2021"}, {"talk b", "name Contributor workshop on Envoy", "event e-day-2021"}},
			{{"event e-day-2021", "name Mesh Day 2021"}, {"talk c", "name Contributor workshop on Envoy", "event e-day-2021"}},
		}, nil},
		{"a title on two days of one event", [][][]string{
			{{"event e-day-2021", "name Mesh Day 2021"}, {"talk a", "name Contributor workshop on Envoy", "event e-day-2021", "date 2021-05-06"}},
			{{"event e-day-2021", "name Mesh Day 2021"}, {"talk b", "name Contributor workshop on Envoy", "event e-day-2021", "date 2021-05-07"}},
		}, nil},
		{"two pages of one schedule", [][][]string{
			{{"event e-day-2021", "name Mesh Day 2021"}, {"talk a", "name Envoy in the wild", "event e-day-2021", "url https://day2021.sched.com/event/iA12/x"}},
			{{"event e-day-2021", "name Mesh Day 2021"}, {"talk b", "name Envoy in the wild", "event e-day-2021", "url https://day2021.sched.com/event/iA13/x"}},
			{{"event e-day-2021", "name Mesh Day 2021"}, {"talk c", "name Envoy in the wild with lions", "event e-day-2021", "url http://day2021.sched.com/event/0123456789abcdef0123456789abcdef"}},
		}, nil},
		{"a title and a speaker, one without event", [][][]string{
			{{"event e-day-2021", "name Mesh Day 2021"}, {"speaker s", "name Mori Aki"}, {"talk a", "name Envoy in the wild", "event e-day-2021", "by s"}},
			{{"speaker z", "name Aki Mori"}, {"talk b", "name Envoy in the wild", "by z"}},
		}, []string{"b = a", "z = s"}},
		{"a title and a speaker, two events to choose from", [][][]string{
			{{"event e-day-2021", "name Mesh Day 2021"}, {"speaker s", "name Mori Aki"}, {"talk a", "name Envoy in the wild", "event e-day-2021", "by s"}},
			{{"event e-day-2022", "name Mesh Day 2022"}, {"speaker s2", "name Mori Aki"}, {"talk a2", "name Envoy in the wild", "event e-day-2022", "by s2"}},
			{{"speaker z", "name Aki Mori"}, {"talk b", "name Envoy in the wild", "by z"}},
		}, nil},
		{"a title and no speaker, one without event", [][][]string{
			{{"event e-day-2021", "name Mesh Day 2021"}, {"talk a", "name Envoy in the wild", "event e-day-2021"}},
			{{"talk b", "name Envoy in the wild"}},
		}, nil},
		{"a title and two speakers", [][][]string{
			{{"event e-day-2021", "name Mesh Day 2021"}, {"speaker s", "name Aki Mori"}, {"talk a", "name Envoy in the wild", "event e-day-2021", "by s"}},
			{{"event e-day-2021", "name Mesh Day 2021"}, {"speaker z", "name Tom Wells"}, {"talk b", "name Envoy in the wild", "event e-day-2021", "by z"}},
		}, nil},
		{"a title cut off, one speaker", [][][]string{
			{{"event e-day-2021", "name Mesh Day 2021"}, {"speaker s", "name Aki Mori"}, {"talk a", "name Envoy in the wild: how we tamed a thousand proxies and two teams", "event e-day-2021", "by s"}},
			{{"event e-day-2021", "name Mesh Day 2021"}, {"speaker z", "name Aki Mori"}, {"talk b", "name Envoy in the wild: how we tamed...", "event e-day-2021", "by z"}},
		}, []string{"b = a", "z = s"}},
		{"the address of the deck names the event", [][][]string{
			{{"event e-night-12", "name Mesh Night Kyoto #12"}, {"talk a", "name サービスメッシュの今", "event e-night-12"}},
			{{"talk b", "name Service Meshの今", "slides https://speakerdeck.com/aki/mesh-now-mesh-night-kyoto-number-12"}},
		}, []string{"b = a"}},
		{"the address of the deck names another edition", [][][]string{
			{{"event e-night-12", "name Mesh Night Kyoto #12"}, {"talk a", "name サービスメッシュの今", "event e-night-12"}},
			{{"event e-night-13", "name Mesh Night Kyoto #13"}},
			{{"talk b", "name Service Meshの今", "slides https://speakerdeck.com/aki/mesh-now-mesh-night-kyoto-number-13"}},
		}, nil},
	}
	for _, test := range tests {
		test.run(t)
	}
}

func TestSpeakers(t *testing.T) {
	tests := []rule{
		{"one profile", [][][]string{
			{{"speaker s", "profile https://twitter.com/AkiM"}},
			{{"speaker z", "name Aki Mori", "profile https://x.com/akim/"}},
		}, []string{"z = s"}},
		{"one handle on two platforms", [][][]string{
			{{"speaker s", "profile https://twitter.com/akim"}},
			{{"speaker z", "profile https://github.com/akim"}},
		}, nil},
		{"a company's account", [][][]string{
			{{"speaker s", "name Aki Mori", "profile https://twitter.com/meshcorp"}},
			{{"speaker z", "name Tom Wells", "profile https://twitter.com/meshcorp"}},
		}, nil},
		{"a name alone", [][][]string{
			{{"speaker s", "name Aki Mori"}},
			{{"speaker z", "name Aki Mori"}},
		}, nil},
		{"a name and an affiliation", [][][]string{
			{{"speaker s", "name José Núñez", "org meshcorp"}},
			{{"speaker z", "name Nunez Jose", "org meshcorp-labs"}},
		}, []string{"z = s"}},
		{"a name and no employer", [][][]string{
			{{"speaker s", "name Aki Mori", "org independent"}},
			{{"speaker z", "name Aki Mori", "org independent"}},
		}, nil},
		{"a first name and an affiliation", [][][]string{
			{{"speaker s", "name Aki", "org meshcorp"}},
			{{"speaker z", "name Aki", "org meshcorp"}},
		}, nil},
		{"a name and a project", [][][]string{
			{{"speaker s", "name Aki Mori"}, {"talk a", "name Envoy in the wild", "by s", "about envoy"}},
			{{"speaker z", "name Aki Mori"}, {"talk b", "name Proxies made simple", "by z", "about envoy"}},
		}, []string{"z = s"}},
		{"a name and an event", [][][]string{
			{{"event e-day-2021", "name Mesh Day 2021"}, {"speaker s", "name Aki Mori"}, {"talk a", "name Envoy in the wild", "by s", "event e-day-2021"}},
			{{"event e-day-2021", "name Mesh Day 2021"}, {"speaker z", "name Aki Mori"}, {"talk b", "name Panel on tracing", "by z", "event e-day-2021"}},
		}, []string{"z = s"}},
		{"a name, an affiliation and two accounts", [][][]string{
			{{"speaker s", "name Aki Mori", "org meshcorp", "profile https://twitter.com/akim"}},
			{{"speaker z", "name Aki Mori", "org meshcorp", "profile https://twitter.com/mori_aki"}},
		}, nil},
		{"a name that two accounts have", [][][]string{
			{{"speaker s", "name Aki Mori", "org meshcorp", "profile https://twitter.com/akim"}},
			{{"speaker z", "name Aki Mori", "org meshcorp", "profile https://twitter.com/mori_aki"}},
			{{"speaker zz", "name Aki Mori", "org meshcorp"}},
		}, nil},
		{"different initials", [][][]string{
			{{"speaker s", "name John A. Wells", "org meshcorp"}},
			{{"speaker z", "name John B. Wells", "org meshcorp"}},
		}, nil},
		{"a handle and a name", [][][]string{
			{{"speaker s", "nick akim", "name Aki Mori"}},
			{{"speaker z", "name Mori Aki", "profile https://github.com/akim"}},
		}, []string{"z = s"}},
		{"a handle and a project", [][][]string{
			{{"speaker s", "nick akim"}, {"talk a", "name Envoy in the wild", "by s", "about envoy"}},
			{{"speaker z", "nick AkiM", "name 森 亜紀"}, {"talk b", "name Proxies made simple", "by z", "about envoy"}},
		}, []string{"z = s"}},
		{"a handle and a series of events", [][][]string{
			{{"event night-1", "name Mesh Night #1"}, {"speaker s", "nick akim"}, {"talk a", "name Envoy in the wild", "by s", "event night-1"}},
			{{"event night", "name Mesh Night"}, {"speaker z", "nick akim"}, {"talk b", "name Proxies made simple", "by z", "event night"}},
		}, []string{"z = s"}},
		{"a handle alone", [][][]string{
			{{"speaker s", "nick akim"}, {"talk a", "name Envoy in the wild", "by s", "about envoy"}},
			{{"speaker z", "nick akim"}, {"talk b", "name Proxies made simple", "by z", "about nats"}},
		}, nil},
		{"a short handle and a project", [][][]string{
			{{"speaker s", "nick aki"}, {"talk a", "name Envoy in the wild", "by s", "about envoy"}},
			{{"speaker z", "nick aki"}, {"talk b", "name Proxies made simple", "by z", "about envoy"}},
		}, nil},
		{"the only speaker of one talk, in two scripts", [][][]string{
			{{"speaker s", "name 森 亜紀"}, {"talk a", "name Envoy in the wild", "by s", "slides https://speakerdeck.com/aki/mesh"}},
			{{"speaker z", "name Aki Mori"}, {"talk b", "name Proxies made simple", "by z", "slides https://speakerdeck.com/aki/mesh"}},
		}, []string{"b = a", "z = s"}},
		{"two speakers of one talk, each named by one source", [][][]string{
			{{"speaker s", "name Aki Mori"}, {"talk a", "name Envoy in the wild", "by s", "slides https://speakerdeck.com/aki/mesh"}},
			{{"speaker z", "name Tom Wells"}, {"talk b", "name Envoy in the wild", "by z", "slides https://speakerdeck.com/aki/mesh"}},
		}, []string{"b = a"}},
		{"two speakers of one talk, by their names", [][][]string{
			{{"speaker s1", "name Aki Mori"}, {"speaker s2", "name 井上 拓"}, {"talk a", "name Envoy in the wild", "by s1", "by s2", "slides https://speakerdeck.com/aki/mesh"}},
			{{"speaker z1", "name Mori"}, {"speaker z2", "name Taku Inoue"}, {"talk b", "name Envoy in the wild", "by z1", "by z2", "slides https://speakerdeck.com/aki/mesh"}},
		}, []string{"b = a", "z1 = s1"}},
		{"two of one surname at one talk", [][][]string{
			{{"speaker s1", "name Aki Mori"}, {"speaker s2", "name Jun Mori"}, {"talk a", "name Envoy in the wild", "by s1", "by s2", "slides https://speakerdeck.com/aki/mesh"}},
			{{"speaker z1", "name Mori"}, {"talk b", "name Envoy in the wild", "by z1", "slides https://speakerdeck.com/aki/mesh"}},
		}, []string{"b = a"}},
		{"a talk shows who is one, and they show which talk is one", [][][]string{
			{
				{"speaker s", "name 森 亜紀"},
				{"talk a", "name Envoy in the wild", "by s", "slides https://speakerdeck.com/aki/mesh"},
				{"talk a2", "name 監視のはじめかた 実践編", "by s"},
			},
			{
				{"speaker z", "name Aki Mori"},
				{"talk b", "name Proxies", "by z", "slides https://speakerdeck.com/aki/mesh"},
				{"talk b2", "name 監視のはじめかた〜実践編〜", "by z"},
			},
		}, []string{"b = a", "b2 = a2", "z = s"}},
	}
	for _, test := range tests {
		test.run(t)
	}
}

// A project that somebody maintains is as good as one that they speak on.
func TestMaintainers(t *testing.T) {
	maintained := func(project, speaker string) rdf.Quad {
		return rdf.Quad{
			Subject: vocab.Entity(vocab.KindProject, project), Predicate: rdf.NewIRI(vocab.Maintainer),
			Object: vocab.Entity(vocab.KindSpeaker, speaker), Label: rdf.NewIRI("file:docs/9.md#L1"),
		}
	}
	talk := sources([][]string{{"speaker a", "name Aki Mori", "org meshcorp"}, {"talk t", "name Envoy in the wild", "by a", "about envoy"}})
	list := sources(nil, [][]string{{"speaker b", "name Aki Mori", "org nats-inc", "profile https://github.com/akim"}})
	check(t, sameAs(merge(t, append(append(talk, list...), maintained("envoy", "b")), nil)), "b = a")
	check(t, sameAs(merge(t, append(append(talk, list...), maintained("mesos", "b")), nil)))
}

func TestEvents(t *testing.T) {
	tests := []rule{
		{"a venue behind the name", [][][]string{
			{{"event night-7", "name Mesh Night Kyoto #7", "date 2019-03-29"}},
			{{"event night-7-hall", "name Mesh Night Kyoto #7 @Hall One", "date 2019-03-29"}},
		}, []string{"night-7-hall = night-7"}},
		{"two editions", [][][]string{
			{{"event night-7", "name Mesh Night Kyoto #7"}},
			{{"event night-8", "name Mesh Night Kyoto #8"}},
		}, nil},
		{"one name on two days", [][][]string{
			{{"event night-7", "name Mesh Night #7", "date 2019-03-29"}},
			{{"event night-7b", "name Mesh Night #7", "date 2020-03-29"}},
		}, nil},
		{"one name in two places", [][][]string{
			{{"event day-2019", "name MeshDay 2019", "place Lyon, France"}},
			{{"event day-2019b", "name Mesh Day 2019", "place Seoul"}},
		}, nil},
		{"the place in the name", [][][]string{
			{{"event day-2019", "name Mesh Day 2019", "place Lyon, France", "date 2019-05-01"}},
			{{"event day-2019b", "name MeshDay 2019 - Lyon, France"}},
		}, []string{"day-2019b = day-2019"}},
		{"one name in two spellings", [][][]string{
			{{"event kubecon-eu-2026", "name KubeCon EU 2026"}},
			{{"event kubecon-europe-2026", "name KubeCon + CloudNativeCon Europe 2026"}},
		}, []string{"kubecon-europe-2026 = kubecon-eu-2026"}},
		{"the region in one name, in one town", [][][]string{
			{{"event a", "name KubeCon + CloudNativeCon 2019 - Lyon", "place Lyon"}},
			{{"event b", "name KubeCon Europe 2019", "place Lyon, France", "date 2019-05-01"}},
		}, []string{"b = a"}},
		{"the region in one name, on one day in one town", [][][]string{
			{{"event a", "name MeshCon 2019", "place Lyon, France", "date 2019-05-01"}},
			{{"event b", "name MeshCon Europe 2019", "place Lyon, EU", "date 2019-05-01"}},
		}, []string{"b = a"}},
		{"the region in one name, in one country", [][][]string{
			{{"event a", "name MeshCon 2019", "place Lyon, France"}},
			{{"event b", "name MeshCon Europe 2019", "place Paris, France"}},
		}, nil},
		{"two regions", [][][]string{
			{{"event a", "name MeshCon Asia 2019"}},
			{{"event b", "name MeshCon Europe 2019"}},
		}, nil},
		{"a name without number or day", [][][]string{
			{{"event a", "name Mesh Days Lyon"}},
			{{"event b", "name Mesh Days Lyon"}},
		}, nil},
		{"a name without number on one day", [][][]string{
			{{"event a", "name Mesh Days Lyon", "date 2019-05-01"}},
			{{"event b", "name Mesh Days Lyon", "date 2019-05-01"}},
		}, []string{"b = a"}},
		{"a slip of the pen on one day in one place", [][][]string{
			{{"event a", "name Service Mesh Day 2019", "date 2019-05-01", "place Lyon"}},
			{{"event b", "name Servie Mesh Day 2019", "date 2019-05-01", "place Lyon"}},
		}, []string{"b = a"}},
		{"two co-located events", [][][]string{
			{{"event a", "name Tracing Day Lyon 2019", "date 2019-05-01", "place Lyon"}},
			{{"event b", "name Testing Day Lyon 2019", "date 2019-05-01", "place Lyon"}},
		}, nil},
		{"a series is no event", [][][]string{
			{{"series a", "name Mesh Night 2"}},
			{{"event b", "name Mesh Night 2"}},
		}, nil},
		{"editions in kanji and in Latin letters", [][][]string{
			{{"event a", "name 第12回 メッシュ勉強会"}},
			{{"event b", "name メッシュ勉強会 #12 参加レポート"}},
		}, []string{"b = a"}},
	}
	for _, test := range tests {
		test.run(t)
	}
}

func TestEventsThatMayBeOne(t *testing.T) {
	tests := []rule{
		{"the series in place of the edition", [][][]string{
			{{"event night-4", "name Mesh Night #4"}, {"speaker s", "name Aki Mori"}, {"talk a", "name Envoy in the wild", "by s", "event night-4"}},
			{{"event night", "name Mesh Night"}, {"speaker z", "name Aki Mori"}, {"talk b", "name Envoy in the wild", "by z", "event night"}},
		}, []string{"b = a", "z = s"}},
		{"a co-located event and its host", [][][]string{
			{{"event host-2021", "name KubeCon Europe 2021"}, {"speaker s", "name Aki Mori"}, {"talk a", "name Envoy in the wild", "by s", "event host-2021"}},
			{{"event guest-2021", "name EnvoyCon 2021", "event host-2021"}, {"speaker z", "name Aki Mori"}, {"talk b", "name Envoy in the wild", "by z", "event guest-2021"}},
		}, []string{"b = a", "z = s"}},
	}
	for _, test := range tests {
		test.run(t)
	}
}

func TestTold(t *testing.T) {
	label := rdf.NewIRI("file:identities.yaml#L3")
	pair := func(kind vocab.Kind, a, b string) resolve.Pair {
		return resolve.Pair{A: vocab.Entity(kind, a).Value, B: vocab.Entity(kind, b).Value, Label: label}
	}
	quads := sources(
		[][]string{{"speaker a", "name Aki Mori", "org meshcorp"}},
		[][]string{{"speaker b", "name Aki Mori", "org meshcorp"}},
		[][]string{{"speaker c", "name Wells"}},
	)
	same := func(a, b string) []resolve.Pair { return []resolve.Pair{pair(vocab.KindSpeaker, a, b)} }

	t.Run("same", func(t *testing.T) {
		merged := merge(t, quads, &resolve.Options{Same: same("c", "a")})
		check(t, sameAs(merged), "b = a", "c = a")
		check(t, reasons(merged), "a sameAsStated c @file:identities.yaml:3",
			"a sameName b @file:docs/1.md:1", "a sameName b @file:docs/2.md:1")
	})
	t.Run("different", func(t *testing.T) {
		check(t, sameAs(merge(t, quads, &resolve.Options{Different: same("b", "a")})))
	})
	t.Run("different, by way of a third", func(t *testing.T) {
		merged := merge(t, quads, &resolve.Options{Same: same("c", "a"), Different: same("b", "c")})
		check(t, sameAs(merged), "c = a")
	})
	t.Run("unknown ids", func(t *testing.T) {
		merged := merge(t, quads, &resolve.Options{Same: same("a", "x"), Different: same("a", "y")})
		check(t, sameAs(merged), "b = a")
	})
}

func TestToldFaults(t *testing.T) {
	label := rdf.NewIRI("file:identities.yaml#L3")
	id := func(k vocab.Kind, id string) string { return vocab.Entity(k, id).Value }
	quads := sources(
		[][]string{{"speaker a", "name Aki Mori"}, {"speaker b", "name Tom Wells"}, {"speaker c", "name Jo Bo"}, {"talk t", "name X"}},
	)
	a, b, c := id(vocab.KindSpeaker, "a"), id(vocab.KindSpeaker, "b"), id(vocab.KindSpeaker, "c")
	tests := []struct {
		name          string
		quads         []rdf.Quad
		opts          resolve.Options
		contradiction bool
	}{
		{"two kinds", quads, resolve.Options{Same: []resolve.Pair{{A: a, B: id(vocab.KindTalk, "t"), Label: label}}}, false},
		{"no entity", quads, resolve.Options{Different: []resolve.Pair{{A: a, B: "https://example.org/b", Label: label}}}, false},
		{"contradiction", quads, resolve.Options{
			Same:      []resolve.Pair{{A: a, B: b, Label: label}, {A: b, B: c, Label: label}},
			Different: []resolve.Pair{{A: c, B: a, Label: label}},
		}, true},
	}
	for _, test := range tests {
		_, err := resolve.Merge(test.quads, &test.opts)
		if err == nil || errors.Is(err, resolve.ErrContradiction) != test.contradiction || !strings.HasPrefix(err.Error(), "file:identities.yaml:3: ") {
			t.Errorf("%s: error %v", test.name, err)
		}
	}
}

// The canonical id is one to keep, else one that was canonical, else the first.
func TestCanonical(t *testing.T) {
	quads := sources(
		[][]string{{"talk c", "name Envoy in the wild", "slides https://speakerdeck.com/aki/mesh"}},
		[][]string{{"talk b", "name Envoy in the wild", "slides https://speakerdeck.com/aki/mesh"}},
	)
	merged := merge(t, quads, nil)
	check(t, sameAs(merged), "c = b")
	more := newDocument("file:docs/3.md")
	more.talk("a", "name Envoy in the wild", "slides https://speakerdeck.com/aki/mesh")
	check(t, sameAs(merge(t, append(more.quads, quads...), nil)), "b = a", "c = a")
	check(t, sameAs(merge(t, append(more.quads, merged...), nil)), "a = b", "c = b")
	keep := func(iri string) bool { return iri == vocab.Entity(vocab.KindTalk, "c").Value }
	check(t, sameAs(merge(t, append(more.quads, quads...), &resolve.Options{Keep: keep})), "a = c", "b = c")
	check(t, sameAs(merge(t, append(more.quads, merged...), &resolve.Options{Keep: keep})), "a = c", "b = c")
}

// Each id that was merged away keeps the evidence of its type, also if a later
// source states it again.
func TestSameAsEvidence(t *testing.T) {
	base := merge(t, sources(
		[][]string{{"event night-7", "name Mesh Night #7"}},
		[][]string{{"event night-7-hall", "name Mesh Night #7 @Hall"}},
	), nil)
	more := newDocument("file:memo.md")
	more.event("night-7-hall", "name Mesh Night #7 @Hall")
	var labels []string
	for _, q := range merge(t, append(more.quads, base...), nil) {
		if q.Predicate.Value == vocab.SameAs {
			labels = append(labels, vocab.ParseLabel(q.Label.Value).String())
		}
	}
	check(t, labels, "file:docs/2.md:1", "file:memo.md:1")
}
