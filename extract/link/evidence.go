package link

// line is the folded text of a segment with what is looked up in it at most once.
type line struct {
	linker   *Linker
	text     string
	kind     Kind
	spans    []span
	asked    bool // the next two are set
	speakers int  // where the people of the line start
	asian    bool // it has letters of an East Asian script
}

func (p *line) ask() {
	if !p.asked {
		p.asked, p.speakers, p.asian = true, p.linker.speakersFrom(p.text, p.spans), isEastAsian(p.text)
	}
}

// isStaff tells whether people and their employers stand at the offset at.
func (p *line) isStaff(at int) bool {
	p.ask()
	return p.kind == SpeakerLine || at >= p.speakers || isPerson(p.text[:at])
}

// isAsian tells whether the line is in an East Asian script.
func (p *line) isAsian() bool {
	p.ask()
	return p.asian
}

// place is an ambiguous span with what is needed to weigh it.
type place struct {
	*line
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
		return s
	}
	l.weighGrammar(p, &s)
	return s
}
