package eval

import "github.com/cncfgraph/cncfgraph/graph/vocab"

// statement is a statement of either kind, as scoring compares them.
type statement struct {
	key    [3]string // normal names of projects, and the level or relation
	text   string
	lines  []int
	hedged bool
}

// scoreMaturity scores the statements on levels.
func (s *scorer) scoreMaturity() {
	var want, got []statement
	for _, m := range s.gold.Maturity {
		want = append(want, levelOf(m.Project, m.Level, m.Hedged, append([]int{m.Line}, m.AlsoLines...)...))
	}
	for _, m := range s.doc.Maturity {
		got = append(got, levelOf(m.Project, m.Level, false, m.Line))
	}
	s.scoreStatements(&s.Maturity, want, got)
}

// scoreRelations scores the relations. Gold is not expected to tell what integrates
// with what, and is passed over where it does; such a relation found is extra.
func (s *scorer) scoreRelations() {
	var want, got []statement
	for _, r := range s.gold.Relations {
		if known, ok := vocab.RelationNamed(r.Type); ok && known != vocab.IntegratesWith {
			want = append(want, relationOf(r.From, r.Type, r.To, r.Hedged, append([]int{r.Line}, r.AlsoLines...)...))
		}
	}
	for _, r := range s.doc.Relations {
		got = append(got, relationOf(r.From, r.Type, r.To, false, r.Line))
	}
	s.scoreStatements(&s.Relations, want, got)
}

func levelOf(project, level string, hedged bool, lines ...int) statement {
	return statement{[3]string{normal(project), level}, project + " " + level, lines, hedged}
}

func relationOf(from, kind, to string, hedged bool, lines ...int) statement {
	return statement{[3]string{normal(from), kind, normal(to)}, from + " " + kind + " " + to, lines, hedged}
}

// scoreStatements scores distinct statements. One that gold has several times may
// stand near any of its lines, and has to be found if one is not hedged.
func (s *scorer) scoreStatements(m *Measure, want, got []statement) {
	want = merged(want)
	index := make(map[[3]string]int, len(want))
	for i, st := range want {
		index[st.key] = i
	}
	found := make([]bool, len(want))
	var astray []statement
	for _, st := range got {
		i, ok := index[st.key]
		if ok && near(st.lines[0], lineTolerance, want[i].lines...) {
			found[i] = true
		} else {
			astray = append(astray, st)
		}
	}
	for i, st := range want {
		switch {
		case st.hedged:
		case found[i]:
			m.TP++
		default:
			m.Missed = append(m.Missed, s.finding(st.lines[0], st.text, ""))
		}
	}
	for _, st := range merged(astray) {
		if i, ok := index[st.key]; !ok || !found[i] {
			m.Extra = append(m.Extra, s.finding(st.lines[0], st.text, ""))
		}
	}
}

// merged returns the statements with those of one key made one, which has all
// lines and is hedged if all are.
func merged(all []statement) []statement {
	var out []statement
	index := map[[3]string]int{}
	for _, st := range all {
		i, ok := index[st.key]
		if !ok {
			index[st.key] = len(out)
			out = append(out, st)
			continue
		}
		out[i].lines = append(out[i].lines, st.lines...)
		out[i].hedged = out[i].hedged && st.hedged
	}
	return out
}
