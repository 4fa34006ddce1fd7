package queries

import (
	"context"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Since returns what came in g from the day since to the end of until, all that came
// after it where until is empty: levels reached, projects that the CNCF accepted and
// those that it archived, talks given, events held, and speakers whose first talk it
// was. What has no date is left out, and so is a speaker with a talk without one.
func Since(ctx context.Context, g *graph.Graph, since, until string, opts *DiffOptions) (*Changes, error) {
	for _, date := range []string{since, until} {
		if vocab.LastDay(date) == "" && (date != "" || date == since) {
			return nil, optionErrorf("%q is no date (YYYY, YYYY-MM or YYYY-MM-DD)", date)
		}
	}
	w := window{g: g, terms: newTermCache(g), from: firstDay(since), to: vocab.LastDay(until)}
	c := newChanges()
	h := newHistories(g)
	h.askForMany()
	for id := range instances(g, vocab.Project) {
		w.levels(c, id, h.of(id))
	}
	for id := range instances(g, vocab.Talk) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if w.holds(w.terms.date(id)) {
			c.Talks.New = append(c.Talks.New, entityChange(g, id))
		}
	}
	for id := range instances(g, vocab.Event) {
		if w.holds(w.terms.date(id)) {
			c.Events.New = append(c.Events.New, entityChange(g, id))
		}
	}
	for id := range instances(g, vocab.Person) {
		if first := w.firstTalk(id); w.holds(first) {
			e := entityChange(g, id)
			e.Date = Text(first)
			c.Speakers.New = append(c.Speakers.New, e)
		}
	}
	c.finish(opts)
	return c, nil
}

// window is a stretch of days, to a last one or without end.
type window struct {
	g        *graph.Graph
	terms    termCache
	from, to string
}

// holds tells whether the whole date lies in the window.
func (w window) holds(date string) bool {
	last := vocab.LastDay(date)
	return last != "" && firstDay(date) >= w.from && (w.to == "" || last <= w.to)
}

// levels notes what the history tells of the window.
func (w window) levels(c *Changes, project graph.ID, history []Milestone) {
	change := func(m Milestone) EntityChange {
		return EntityChange{Entity: entity(w.g, project), Date: Text(m.Date), Evidence: []vocab.Evidence{m.Evidence}}
	}
	for i, m := range history {
		if !w.holds(m.Date) {
			continue
		}
		from, to := levelIn(history[:i], ""), levelIn(history[:i+1], "")
		accepted := m.Level == vocab.Accepted && i+1 < len(history) && history[i+1].Date == m.Date // told by the next
		if from != to && !accepted {
			if from == vocab.Accepted {
				from = levelIn(history[:max(0, i-1)], "")
			}
			c.Levels = append(c.Levels, LevelChange{
				Project: entity(w.g, project), From: Text(from), To: Text(to), Date: Text(m.Date), Evidence: []vocab.Evidence{m.Evidence},
			})
		}
		switch {
		case i == 0, m.Level == vocab.Accepted:
			c.Projects.New = append(c.Projects.New, change(m))
		case m.Level == vocab.Archived:
			c.Projects.Gone = append(c.Projects.Gone, change(m))
		}
	}
}

// firstTalk returns the date of the speaker's first talk, "" where there is none or
// one has no date.
func (w window) firstTalk(speaker graph.ID) string {
	first := ""
	for talk := range w.g.Subjects(vocab.Performer, speaker) {
		date := w.terms.date(talk)
		if vocab.LastDay(date) == "" {
			return ""
		}
		if first == "" || vocab.LastDay(date) < vocab.LastDay(first) {
			first = date
		}
	}
	return first
}
