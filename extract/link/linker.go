package link

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"sync"
)

// Thresholds of confidence.
const (
	linkAt  = 0.7 // from here on a mention is linked
	offerAt = 0.4 // from here on it is offered as a candidate
)

// Thresholds of log odds.
const (
	linkOdds = 0.83 // linkAt
	sureOdds = 2.15 // 0.9: from here on a mention speaks for others of its project
)

// Linker finds the names of its entries. It is safe for concurrent use.
type Linker struct {
	entries  []Entry
	index    map[string]int // by id, place in entries
	words    *Words
	surfaces []surface
	trie     *trie
	typos    *typos
	scratch  sync.Pool // of *document, for their memory
	names    func() names
}

// New returns a linker of entries. It is an error if two entries have one id, one
// has none, or words gives names to a project that is not among them.
func New(entries []Entry, words *Words) (*Linker, error) {
	entries, err := words.apply(entries)
	if err != nil {
		return nil, err
	}
	index := make(map[string]int, len(entries))
	for i, e := range entries {
		if _, seen := index[e.ID]; seen || e.ID == "" {
			return nil, errors.New("entry " + e.Name + ": id \"" + e.ID + "\" is missing or stands twice")
		}
		index[e.ID] = i
	}
	l := &Linker{entries: entries, index: index, words: words}
	l.names = sync.OnceValue(func() names { return newNames(entries) })
	l.surfaces = surfaces(entries, words)
	keys := make([]string, len(l.surfaces))
	for i := range l.surfaces {
		keys[i] = l.surfaces[i].key
	}
	l.trie = newTrie(keys)
	l.typos = newTypos(l.surfaces, words)
	return l, nil
}

// Entry returns the entry with the given id.
func (l *Linker) Entry(id string) (Entry, bool) {
	i, ok := l.index[id]
	if !ok {
		return Entry{}, false
	}
	return l.entries[i], true
}

// draft is a mention in the making.
type draft struct {
	segment  int
	span     span
	score    score
	fold     int    // index of the folded text of its segment
	entry    int32  // the best one
	not      string // why it is no mention, whatever else stands there
	asian    bool   // its segment is in an East Asian script
	small    bool   // in lower case, where the project has a capital
	sure     bool   // by itself, whatever the document is about
	known    bool   // counted in the topic
	probable bool   // counted as probable in the topic
}

// Link returns the mentions in the segments of one document, in order.
func (l *Linker) Link(segments []Segment) []Mention {
	return l.read(segments, offerAt)
}

// Explain returns what Link does and every name that was looked at and turned
// down, with the reason: those have no ID and a confidence below all that Link
// returns.
func (l *Linker) Explain(segments []Segment) []Mention {
	return l.read(segments, 0)
}

// read returns the mentions of at least the given confidence.
func (l *Linker) read(segments []Segment, least float64) []Mention {
	doc, ok := l.scratch.Get().(*document)
	if !ok {
		doc = &document{linker: l}
	}
	doc.segments, doc.drafts = segments, doc.drafts[:0]
	clear(doc.folds)
	doc.folds = doc.folds[:0]
	for i := range segments {
		f := fold(segments[i].Text)
		doc.spans = l.scan(f.text, doc.spans[:0])
		if len(doc.spans) > 0 {
			doc.add(i, f, doc.spans)
		}
	}
	doc.learn()
	out := doc.mentions(least)
	doc.segments = nil
	l.scratch.Put(doc)
	return out
}

// document is what is found in one document.
type document struct {
	linker   *Linker
	segments []Segment
	folds    []folded // of the segments with drafts
	drafts   []draft
	topic    topic
	spans    []span // of the segment at hand
	line     line   // of the segment at hand
	place    place  // of the span at hand
}

// maxNames is how many names in one segment are weighed by what stands around them:
// more than any text has.
const maxNames = 2000

// add weighs the spans of segment i by what their segment holds.
func (d *document) add(i int, f folded, spans []span) {
	l, seg := d.linker, &d.segments[i]
	d.folds = append(d.folds, f)
	d.line = line{linker: l, text: f.text, kind: seg.Kind, lang: seg.Lang, spans: spans}
	first, companies := len(d.drafts), false // companies: the list at hand has named one
	for n, s := range spans {
		surf := &l.surfaces[s.surface]
		if n > 0 && !l.listGoesOn(f.text[spans[n-1].end:s.start]) {
			companies = false
		}
		if len(surf.entries) == 0 || l.isNearName(f.text, s) {
			continue
		}
		got := f.text[s.start:s.end]
		dr := draft{segment: i, span: s, fold: len(d.folds) - 1, entry: surf.entries[0]}
		dr.small = lowerWord(got) == got && !contains(surf.forms, got)
		switch {
		case n >= maxNames && (s.typo > 0 || surf.sense != nil):
			dr.not = "one of more names than a text has"
		case s.typo > 0:
			if d.line.isStaff(s.start) {
				dr.not = "a person or a company may bear a name like it"
			}
		case surf.sense == nil:
			if isEmployer(f.text, s) && d.line.isStaff(s.start) {
				dr.not = "where people and their employers stand"
			}
			dr.sure = len(surf.entries) == 1 && dr.not == ""
		default:
			d.weigh(&dr, surf, n, companies)
			companies = companies || surf.sense.company && dr.score.con.weight <= wStaff
		}
		d.drafts = append(d.drafts, dr)
	}
	d.oneSense(d.drafts[first:])
}

// weigh scores an ambiguous draft, the nth name of its line. In a list that has
// named a company, a company is one.
func (d *document) weigh(dr *draft, surf *surface, n int, companies bool) {
	l, p := d.linker, &d.place
	p.line, p.n, p.span, p.surface = &d.line, n, dr.span, surf
	p.context.fill(d.line.text, dr.span.start, dr.span.end)
	dr.score = l.weigh(p)
	switch {
	case companies && surf.sense.company:
		dr.score.add(wStaff, "in a list of companies", "")
	case companies && surf.sense.word:
		dr.score.add(wAmongFirms, "in a list of companies", "")
	}
	l.weighList(&d.line, n, &dr.score)
	dr.asian = d.line.isAsian()
}

// oneSense weighs down a word that is an ordinary one elsewhere on its line and
// has little to speak for it.
func (d *document) oneSense(drafts []draft) {
	for i := range drafts {
		for j := max(0, i-reach); j < min(len(drafts), i+reach); j++ {
			a, b := &drafts[i], &drafts[j]
			if i != j && a.span.surface == b.span.surface && a.score.con.weight <= wPlayOn && a.score.con.weight > wStaff && b.score.pro.weight < wNear && b.score.con.weight > wPlayOn {
				b.score.add(wOtherSense, "the word is an ordinary one on this line", "")
			}
		}
	}
}

// weighList counts a neighbour in a list: "Argo CD, Flux and Spinnaker", or with
// no more than a space between.
func (l *Linker) weighList(line *line, n int, s *score) {
	for _, m := range []int{n - 1, n + 1} {
		if m < 0 || m >= len(line.spans) {
			continue
		}
		a, b := line.spans[min(m, n)], line.spans[max(m, n)]
		other := &l.surfaces[line.spans[m].surface]
		scale := other.trust()
		if scale == 0 {
			continue
		}
		name := line.text[line.spans[m].start:line.spans[m].end]
		switch gap := line.text[a.end:b.start]; {
		case gap == " " && m > n && l.surfaces[line.spans[n].surface].sense.verb: // "Scale Kubernetes"
		case gap == " ":
			s.add(scale*wBesideName, "beside '%s'", name)
			return
		case l.isListGap(gap):
			s.add(scale*wListed, "in a list with '%s'", name)
			return
		}
	}
}

// isListGap tells whether gap joins two members of a list.
func (l *Linker) isListGap(gap string) bool {
	if len(gap) > 16 {
		return false
	}
	if gap = strings.Trim(gap, " "); strings.Contains(gap, " ") {
		gap = strings.ReplaceAll(gap, " ", "")
	}
	return l.words.grammar.Lists[strings.ToLower(gap)]
}

// listGoesOn tells whether a list of names goes on over gap, in which there may be
// names that the linker does not know, and brackets: "Acme (X), Initech, Y".
func (l *Linker) listGoesOn(gap string) bool {
	if l.isListGap(gap) {
		return true
	}
	if len(gap) > 64 || strings.ContainsAny(gap, ".:;!?") {
		return false
	}
	parts := strings.FieldsFunc(gap, func(r rune) bool { return strings.ContainsRune(",、，&()（）", r) })
	if len(parts) == 0 {
		return true
	}
	listed := false
	for _, p := range parts {
		for _, w := range strings.Fields(p) {
			if w != "and" && !isUpper(w[0]) {
				return false
			}
			listed = true
		}
	}
	return listed || strings.ContainsAny(gap, "(（)）")
}

// mentions returns the drafts of at least the given confidence as mentions, in
// order.
func (d *document) mentions(least float64) []Mention {
	out := make([]Mention, 0, len(d.drafts))
	for i := range d.drafts {
		dr := &d.drafts[i]
		if m := d.mention(dr); m.Confidence >= least {
			m.Segment = dr.segment
			m.Start, m.End = d.folds[dr.fold].original(dr.span.start, dr.span.end)
			out = append(out, m)
		}
	}
	inOrder := func(a, b Mention) int {
		return cmp.Or(cmp.Compare(a.Segment, b.Segment), cmp.Compare(a.Start, b.Start))
	}
	if !slices.IsSortedFunc(out, inOrder) {
		slices.SortStableFunc(out, inOrder)
	}
	return out
}
