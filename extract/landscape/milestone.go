package landscape

import (
	"time"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// milestone is the day on which a project reached a level.
type milestone struct {
	level vocab.Level
	date  fact
}

// history returns the milestones of a CNCF project in the order of time, none
// for other software. The file dates only what came behind the acceptance; a
// project was accepted at the level that has the date of its acceptance, at
// sandbox where none has.
func history(it item) ([]milestone, error) {
	if it.project.value == "" {
		return nil, nil
	}
	accepted, ok := it.dates["accepted"]
	if !ok {
		return nil, lineError(it.lines.first, "%s: a CNCF project without the date of its acceptance", it.name)
	}
	all := []milestone{{vocab.Accepted, accepted}}
	if accepted.value != it.dates["incubating"].value && accepted.value != it.dates["graduated"].value {
		all = append(all, milestone{vocab.Sandbox, accepted})
	}
	for _, level := range []vocab.Level{vocab.Incubating, vocab.Graduated, vocab.Archived} {
		if date, ok := it.dates[string(level)]; ok {
			all = append(all, milestone{level, date})
		}
	}
	for i, m := range all {
		if _, err := time.Parse(time.DateOnly, m.date.value); err != nil {
			return nil, lineError(m.date.line, "%s: %s %q is no date", it.name, m.level, m.date.value)
		}
		if i > 0 && m.date.value < all[i-1].date.value {
			return nil, lineError(m.date.line, "%s: %s %s is before %s %s", it.name, m.level, m.date.value, all[i-1].level, all[i-1].date.value)
		}
	}
	if last := all[len(all)-1]; string(last.level) != it.project.value {
		return nil, lineError(it.project.line, "%s: is %s, but its last date is that of %s", it.name, it.project.value, last.level)
	}
	return all, nil
}
