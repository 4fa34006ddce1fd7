package queries

import (
	"cmp"
	"iter"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Milestone is the day on which a project reached a level.
type Milestone struct {
	Level    vocab.Level    `json:"level"`
	Date     string         `json:"date"` // YYYY-MM-DD, or less of it, as the source states it
	Evidence vocab.Evidence `json:"evidence"`
}

// day returns the day from which m counts: a date without a day or a month
// counts from its last day, so that no level is claimed too early.
func (m Milestone) day() string { return vocab.LastDay(m.Date) }

// histories reads the maturity histories of projects.
type histories struct {
	g      *graph.Graph            // whole: a history is taken from one source, then cut
	day    string                  // the last that counts, "" for all
	ranks  map[graph.ID]sourceRank // by source, filled as sources are met
	terms  termCache
	stages [len(vocab.Levels)]graph.ID // predicates of the levels, 0 for one that is stated of none
	some   map[graph.ID]bool           // projects that a level is stated of; nil where that is not known
}

// sourceRank orders the sources of histories.
type sourceRank struct {
	rank   int // precedence, 1 first
	issued string
}

func newHistories(g *graph.Graph) *histories {
	h := &histories{g: g.Whole(), day: g.Day(), ranks: map[graph.ID]sourceRank{}, terms: newTermCache(g.Whole())}
	for i, level := range vocab.Levels {
		h.stages[i] = h.g.Predicate(level.Predicate())
	}
	return h
}

// askForMany tells h that it will be asked for many projects: those of which no level is
// stated cost nothing then.
func (h *histories) askForMany() {
	h.some = map[graph.ID]bool{}
	for _, predicate := range h.stages {
		if predicate == 0 {
			continue
		}
		for s := range h.g.Match(0, predicate, 0) {
			h.some[s.Subject] = true
		}
	}
}

// unranked is the rank of a source whose milestones are mere statements.
const unranked = math.MaxInt

// rank returns the rank of the source.
func (h *histories) rank(source graph.ID) sourceRank {
	r, ok := h.ranks[source]
	if !ok {
		n, err := strconv.Atoi(h.g.Value(source, vocab.HistoryRank))
		if err != nil {
			n = unranked
		}
		r = sourceRank{n, h.g.Value(source, vocab.Issued)}
		h.ranks[source] = r
	}
	return r
}

// of returns the maturity history of the project, the earliest milestone first.
// It is taken whole from one source, the one with the best rank that states one;
// of equal ranks the one issued last, then the first by address. Milestones of
// one day are in the order of the levels, those later than the day of the graph left
// out. It is empty for a project that is no CNCF project.
func (h *histories) of(project graph.ID) []Milestone {
	var best graph.ID
	var history []levelStatement
	for s := range h.stated(project) {
		if s.source != best && (best == 0 || h.before(s.source, best)) {
			best, history = s.source, history[:0]
		}
		if s.source == best {
			history = append(history, s)
		}
	}
	return h.ordered(history)
}

// levelStatement is a statement of a source that a project reached a level.
type levelStatement struct {
	source graph.ID
	level  vocab.Level
	graph.Statement
}

// stated yields what sources of histories state of the project, level by level.
func (h *histories) stated(project graph.ID) iter.Seq[levelStatement] {
	return func(yield func(levelStatement) bool) {
		if h.some != nil && !h.some[project] {
			return
		}
		for i, level := range vocab.Levels {
			if h.stages[i] == 0 {
				continue
			}
			for s := range h.g.Match(project, h.stages[i], 0) {
				source := h.g.Source(s.Label)
				if h.rank(source).rank != unranked && !yield(levelStatement{source, level, s}) {
					return
				}
			}
		}
	}
}

// ordered returns what one source states, in order of time and up to the day.
func (h *histories) ordered(statements []levelStatement) []Milestone {
	list := make([]Milestone, 0, len(statements))
	for _, s := range statements {
		m := Milestone{Level: s.level, Date: h.terms.literal(s.Object), Evidence: h.terms.piece(s.Label)}
		if day := m.day(); day == "" || h.day != "" && day > h.day {
			continue
		}
		if n := len(list); n > 0 && list[n-1].Level == m.Level && list[n-1].Date == m.Date {
			continue // stated on another line too
		}
		list = append(list, m)
	}
	slices.SortStableFunc(list, func(a, b Milestone) int { // stable: the levels are in order
		return strings.Compare(a.day(), b.day())
	})
	return list
}

// sourceHistory is the history of a project that one source tells.
type sourceHistory struct {
	source     graph.ID
	milestones []Milestone
}

// all returns the histories of the project, each whole from one source: first the
// one that counts, the others in the order of their precedence.
func (h *histories) all(project graph.ID) []sourceHistory {
	statements := map[graph.ID][]levelStatement{}
	for s := range h.stated(project) {
		statements[s.source] = append(statements[s.source], s)
	}
	var list []sourceHistory
	for source, stated := range statements {
		if history := h.ordered(stated); len(history) > 0 {
			list = append(list, sourceHistory{source, history})
		}
	}
	slices.SortFunc(list, func(a, b sourceHistory) int { return h.compare(a.source, b.source) })
	return list
}

// compare orders sources by the precedence of their histories.
func (h *histories) compare(a, b graph.ID) int {
	ra, rb := h.rank(a), h.rank(b)
	return cmp.Or(cmp.Compare(ra.rank, rb.rank), strings.Compare(rb.issued, ra.issued), cmp.Compare(a, b))
}

// before tells whether the history of source a is taken rather than that of b.
func (h *histories) before(a, b graph.ID) bool { return h.compare(a, b) < 0 }

// levelIn returns the level that a project with this history is at on the day,
// from the day of a milestone itself on; on the last one's where day is empty.
// It is "" before the first.
func levelIn(history []Milestone, day string) vocab.Level {
	if len(history) == 0 || day != "" && history[0].day() > day {
		return ""
	}
	return levelAt(history, day).Level
}
