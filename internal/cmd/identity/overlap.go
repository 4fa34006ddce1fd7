package main

import (
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// The two files that hold the schedule of one KubeCon.
const (
	overlapEvent = "KubeCon + CloudNativeCon Europe 2026"
	calendar     = "uozalp/kubecon-schedule"
	sessions     = "sched.com/event/" // each session of the table is cited by its page
)

// side is the talks of one of the two files.
type side struct {
	talks, merged int
	alone         []string // talks that are not merged with one of the other file
}

// overlap returns the talks at the event of the calendar and of the table.
func (w *world) overlapOf() (ics, table side) {
	var in, on []string
	for _, id := range w.ids(vocab.KindTalk) {
		if !slices.Contains(w.names(id, vocab.SuperEvent), overlapEvent) {
			continue
		}
		if strings.Contains(w.sources[id][0], calendar) {
			in = append(in, id)
		} else if strings.Contains(w.sources[id][0], sessions) || strings.Contains(w.sources[id][0], "youtube.com/") {
			on = append(on, id)
		}
	}
	return w.against(in, on), w.against(on, in)
}

// against returns of the talks which are merged with one of the others.
func (w *world) against(talks, others []string) side {
	s := side{talks: len(talks)}
	ones := map[string]bool{}
	for _, id := range others {
		ones[w.one(id)] = true
	}
	for _, id := range talks {
		if ones[w.one(id)] {
			s.merged++
		} else {
			s.alone = append(s.alone, id)
		}
	}
	return s
}
