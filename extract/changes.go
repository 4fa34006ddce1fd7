package extract

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/extract/record"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// settled returns the milestones of f, which are changes that were seen in a list,
// as histories of projects. A list names one project under several names, at times
// and in turn: only a change of the project's level is a milestone. A project that
// has left under all its names has none, as it was renamed beyond recognition or
// listed by mistake, and no milestone says that a level was taken back. The
// rows left out are counted as passed over.
func (r *rowReader) settled(f *record.File) []record.Milestone {
	changes := slices.Clone(f.Milestones)
	slices.SortStableFunc(changes, func(a, b record.Milestone) int {
		c := strings.Compare(a.Date, b.Date)
		if c == 0 && (a.Level == "") != (b.Level == "") { // of one day a new name comes before the old one goes
			c = strings.Compare(string(b.Level), string(a.Level))
		}
		return c
	})
	type state struct {
		level  vocab.Level
		listed map[string]bool // names that are in the list
		kept   []record.Milestone
	}
	states := map[string]*state{}
	for _, m := range changes {
		id := r.entry(m.Project).ID
		s := states[id]
		if s == nil {
			s = &state{listed: map[string]bool{}}
			states[id] = s
		}
		again := len(s.listed) > 0 && !s.listed[m.Project] // in a second place, whatever that says
		if m.Level == "" {
			delete(s.listed, m.Project)
			continue
		}
		s.listed[m.Project] = true
		if m.Level != s.level && !again {
			s.level = m.Level
			s.kept = append(s.kept, m)
		}
	}
	var kept []record.Milestone
	for _, s := range states {
		if len(s.listed) > 0 {
			kept = append(kept, s.kept...)
		}
	}
	slices.SortFunc(kept, func(a, b record.Milestone) int { return cmp.Compare(a.Line, b.Line) })
	f.Passed += len(changes) - len(kept)
	return kept
}
