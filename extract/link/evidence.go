package link

// line is the folded text of a segment with what is looked up in it at most once.
type line struct {
	linker   *Linker
	text     string
	kind     Kind
	lang     string
	spans    []span
	asked    bool // the next two are set
	speakers int  // where the people of the line start
	asian    bool // it reads as East Asian text
}

// bareItem is the length, in bytes, up to which a segment without a letter of its
// document's language says nothing against that language: "helm" in a Japanese list.
const bareItem = 32

func (p *line) ask() {
	if p.asked {
		return
	}
	p.asked, p.speakers = true, p.linker.speakersFrom(p.text, p.spans)
	p.asian = isEastAsian(p.text)
	if len(p.text) <= bareItem && (p.lang == "ja" || p.lang == "ko" || p.lang == "zh") {
		p.asian = true
	}
}

// isStaff tells whether people and their employers stand at the offset at.
func (p *line) isStaff(at int) bool {
	p.ask()
	return p.kind == SpeakerLine || at >= p.speakers || p.linker.isPerson(p.text[:at])
}

// isAsian tells whether the line reads as East Asian text.
func (p *line) isAsian() bool {
	p.ask()
	return p.asian
}

// place is an ambiguous span with what is needed to weigh it.
type place struct {
	*line
	n       int // which of the line's names it is
	span    span
	surface *surface
	context context
}

// weigh returns the evidence on an ambiguous span that its own segment holds.
func (l *Linker) weigh(p *place) score {
	sense := p.surface.sense
	s := score{sum: sense.prior}
	for _, phrase := range sense.not {
		if phrase.fits(&p.context) {
			s.add(wPhrase, "in the phrase '%s'", phrase.text)
		}
	}
	if !p.hasRole(l) && p.isStaff(p.span.start) && sense.prior < priors["sure"] {
		s.add(wStaff, "where people and their employers stand", "")
		return s
	}
	if p.kind == Tag {
		s.add(wTag, "a tag", "")
	}
	l.weighForm(p, &s)
	l.weighNeighbours(p, &s)
	if sense.company {
		l.weighCompany(p, &s)
	}
	if sense.word {
		l.weighGrammar(p, &s)
	}
	return s
}
