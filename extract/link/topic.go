package link

// topic is what a document is about: the projects that it names beyond doubt,
// with the number of mentions that say so.
type topic struct {
	inDocument map[int32]int
	inSection  map[sectionEntry]int
	inSegment  map[int]int   // mentions that are sure by themselves
	probable   map[int32]int // mentions that are linked, but not beyond doubt
}

func (t *topic) reset() {
	if t.inDocument == nil {
		*t = topic{inDocument: map[int32]int{}, inSection: map[sectionEntry]int{}, inSegment: map[int]int{}, probable: map[int32]int{}}
	}
	clear(t.inDocument)
	clear(t.inSection)
	clear(t.inSegment)
	clear(t.probable)
}

type sectionEntry struct {
	section int
	entry   int32
}

// learn makes the topic from the drafts that are sure by themselves, then weighs
// the others in its light. Those that become sure so count for the rest.
func (d *document) learn() {
	d.topic.reset()
	for i := range d.drafts {
		if dr := &d.drafts[i]; dr.sure || dr.span.typo == 0 && d.senseOf(dr) != nil && dr.score.sum >= sureOdds {
			d.know(dr)
		}
	}
	for range 3 {
		for i := range d.drafts {
			dr := &d.drafts[i]
			if dr.known || d.senseOf(dr) == nil || dr.span.typo > 0 {
				continue
			}
			switch odds := d.inLight(dr).sum; {
			case odds >= sureOdds:
				d.know(dr)
			case odds >= linkOdds && !dr.probable:
				dr.probable = true
				d.topic.probable[dr.entry]++
			}
		}
	}
}

func (d *document) senseOf(dr *draft) *sense {
	return d.linker.surfaces[dr.span.surface].sense
}

// know takes the project of dr into the topic.
func (d *document) know(dr *draft) {
	dr.known = true
	d.topic.inSection[sectionEntry{d.segments[dr.segment].Section, dr.entry}]++
	d.topic.inDocument[dr.entry]++
	if dr.sure {
		d.topic.inSegment[dr.segment]++
	}
}

// inLight returns the score of dr with the topic counted, but for dr's own part
// in it.
func (d *document) inLight(dr *draft) score {
	s, surf := dr.score, &d.linker.surfaces[dr.span.surface]
	scale := 1.0
	if surf.sense != nil && surf.sense.prior < -2 {
		scale = 0.5
	}
	if d.topic.inSegment[dr.segment] > 0 {
		s.add(scale*wCoMention, "beside another project", "")
	}
	if len(d.topic.inDocument) >= 3 {
		if dr.small {
			scale /= 2
		}
		s.add(scale*wTopic, "in a document about projects", "")
	}
	for _, e := range surf.entries {
		weight, why := d.named(dr, e)
		if weight == 0 {
			continue
		}
		if dr.small && !dr.asian {
			weight /= 3
		}
		s.add(weight, why, d.linker.entries[e].Name)
		break
	}
	return s
}

// named returns the weight of other, sure mentions of entry e, and the
// reason that they are; 0 for none.
func (d *document) named(dr *draft, e int32) (weight float64, why string) {
	own := 0
	if dr.known && dr.entry == e {
		own = 1
	}
	switch {
	case d.topic.inSection[sectionEntry{d.segments[dr.segment].Section, e}] > own:
		return wSameSection, "'%s' is named in this section"
	case d.topic.inDocument[e] > own:
		return wSame, "'%s' is named in this document"
	}
	if dr.probable && dr.entry == e {
		own++
	}
	if d.topic.probable[e] > own {
		return wProbable, "'%s' is named in this document"
	}
	return 0, ""
}
