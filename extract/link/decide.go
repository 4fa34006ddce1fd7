package link

import (
	"cmp"
	"fmt"
	"slices"
)

// mention decides what a draft is: a link, or a choice of candidates.
func (d *document) mention(dr *draft) Mention {
	surf := &d.linker.surfaces[dr.span.surface]
	var m Mention
	switch {
	case dr.not != "":
		m.Confidence, m.Reason = 0.05, dr.not
	case surf.sense != nil && dr.span.typo == 0:
		s := d.inLight(dr)
		m.Confidence, m.Reason = confidence(s.sum), reasonOf(s)
	case dr.span.typo > 0:
		m.Confidence, m.Reason = d.typo(dr)
	default:
		m.Confidence, m.Reason = plain(surf, dr.span.edge)
	}
	m.Candidates = d.candidates(dr, m.Confidence)
	if n := len(m.Candidates); n > 1 {
		m.Confidence = m.Candidates[0].Confidence
		m.Reason = fmt.Sprintf("%d projects bear the name", n)
	}
	if m.Confidence >= linkAt {
		m.ID = m.Candidates[0].ID
	}
	return m
}

// plain returns the confidence of a name that is nothing else.
func plain(surf *surface, e edge) (float64, string) {
	switch {
	case e == version:
		return 0.97, surf.rank.reason() + ", a version behind it"
	case e == plural:
		return 0.9, surf.rank.reason() + " with an s"
	case e == compound:
		return 0.95, surf.rank.reason() + " in a compound"
	case surf.rank == misspelled:
		return 0.95, surf.rank.reason()
	}
	return 0.99, surf.rank.reason()
}

// typo returns the confidence of a misspelled name: high where the right form
// stands elsewhere in the document, low where it is short and stands nowhere.
func (d *document) typo(dr *draft) (float64, string) {
	surf := &d.linker.surfaces[dr.span.surface]
	name := d.linker.entries[dr.entry].Name
	reason := fmt.Sprintf("one letter off '%s'", name)
	if dr.span.typo > 1 {
		reason = fmt.Sprintf("%d letters off '%s'", dr.span.typo, name)
	}
	weight, _ := d.named(dr, dr.entry)
	long := len([]rune(surf.key)) - 3*int(dr.span.typo)
	if class[surf.key[0]] == high {
		long += 2 // a kana is a syllable
	}
	switch {
	case weight > 0:
		return 0.93, reason + ", which is named in this document"
	case surf.sense != nil && (surf.sense.prior < priors["likely"] || dr.small), !d.linker.words.mistyped[surf.key]:
		return 0.3, reason
	case long >= 4:
		return 0.85, reason
	case long >= 3 && len(d.topic.inDocument) >= 3:
		return 0.75, reason
	}
	return 0.45, reason
}

// candidates returns the projects that dr may mean, best first; total is the
// confidence that it means one of them. One that the document names elsewhere is
// better than one that it does not.
func (d *document) candidates(dr *draft, total float64) []Candidate {
	entries := d.linker.surfaces[dr.span.surface].entries
	if len(entries) == 1 {
		return []Candidate{{ID: d.linker.entries[entries[0]].ID, Confidence: total}}
	}
	named := 0
	for _, e := range entries {
		if w, _ := d.named(dr, e); w > 0 {
			named++
		}
	}
	out := make([]Candidate, 0, len(entries))
	for _, e := range entries {
		share := 1 / float64(len(entries))
		if w, _ := d.named(dr, e); named == 1 {
			share = 0.1
			if w > 0 {
				share = 0.9
			}
		}
		out = append(out, Candidate{ID: d.linker.entries[e].ID, Confidence: total * share})
	}
	slices.SortStableFunc(out, func(a, b Candidate) int { return cmp.Compare(b.Confidence, a.Confidence) })
	return out
}

// reasonOf says what weighed most for or against an ambiguous word.
func reasonOf(s score) string {
	switch {
	case confidence(s.sum) >= linkAt && s.pro.form != "":
		return "ambiguous word: " + s.pro.String()
	case s.con.form != "":
		return "ambiguous word: " + s.con.String()
	}
	return "ambiguous word"
}
