package bench

import (
	"bufio"
	"errors"
	"os"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// ours is cncfgraph, asked through its public packages.
type ours struct {
	file string // the snapshot
	g    *graph.Graph
}

func (o *ours) load(path string) error {
	if err := build(path, o.file, 0); err != nil {
		return err
	}
	return o.open()
}

// build makes the snapshot file of the N-Quads at path within the budget of memory.
func build(path, file string, budget int64) error {
	in, err := os.Open(path)
	if err != nil {
		return err
	}
	defer in.Close()
	b := snapshot.Builder{Budget: budget}
	if _, err := b.ReadFrom(in); err != nil {
		return err
	}
	out, err := os.Create(file)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(out, 1<<20)
	_, err = b.WriteTo(w)
	return errors.Join(err, w.Flush(), out.Close())
}

func (o *ours) open() (err error) {
	o.g, err = graph.OpenFile(o.file)
	return err
}

func (o *ours) close() error { return o.g.Close() }

func (o *ours) size() int64 { return fileSize(o.file) }

// fileSize returns the size of the file at path in bytes.
func fileSize(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		panic(err)
	}
	return info.Size()
}

// view asks on a view of the graph.
func (o *ours) view(ask func(g *graph.Graph, l links)) {
	err := o.g.View(func(g *graph.Graph) error {
		var l links
		for _, p := range []struct {
			iri string
			to  *graph.Links
		}{{about, &l.about}, {performer, &l.performer}, {inEvent, &l.event}, {category, &l.category}, {startDate, &l.date}} {
			*p.to, _ = g.Links(p.iri)
		}
		ask(g, l)
		return nil
	})
	if err != nil {
		panic(err)
	}
}

// links are the steps of the questions.
type links struct{ about, performer, event, category, date graph.Links }

func (o *ours) talks(id string) int {
	rows := 0
	o.view(func(g *graph.Graph, l links) {
		p, _ := g.Entity(vocab.KindProject, id)
		names := map[graph.ID]string{}
		type row struct{ talk, speaker string }
		talks := l.about.AppendSubjects(nil, p)
		list := make([]row, 0, 2*len(talks))
		var speakers []graph.ID
		for _, talk := range talks {
			title := g.Name(talk)
			speakers = l.performer.AppendObjects(speakers[:0], talk)
			for _, s := range speakers {
				name, ok := names[s]
				if !ok {
					name = g.Name(s)
					names[s] = name
				}
				list = append(list, row{title, name})
			}
		}
		rows = len(list)
	})
	return rows
}

func (o *ours) related(id string) (list []string) {
	o.view(func(g *graph.Graph, l links) {
		p, _ := g.Entity(vocab.KindProject, id)
		from, to := g.Range(vocab.KindProject)
		counts := make([]int, to-from)
		var near []graph.ID
		for _, talk := range l.about.AppendSubjects(nil, p) {
			near = l.about.AppendObjects(near[:0], talk)
			for _, q := range near {
				counts[q-from]++
			}
		}
		for _, c := range l.category.AppendObjects(nil, p) {
			for q := range l.category.Subjects(c) {
				counts[q-from] += sharedCategory
			}
		}
		counts[p-from] = 0
		var found []scored[graph.ID]
		for i, n := range counts {
			if n > 0 {
				found = append(found, scored[graph.ID]{from + graph.ID(i), n})
			}
		}
		for _, s := range best(found) {
			list = append(list, g.Name(s.id))
		}
	})
	return list
}

// near calls use with what is one step from id: over talks, speakers and
// categories, and over events if that is wanted.
func (l *links) near(events bool) func(graph.ID, func(graph.ID)) {
	steps := []graph.Links{l.about, l.performer, l.category, l.event}
	if !events {
		steps = steps[:3]
	}
	var near []graph.ID
	return func(id graph.ID, use func(graph.ID)) {
		near = near[:0]
		for i := range steps {
			near = steps[i].AppendObjects(near, id)
			near = steps[i].AppendSubjects(near, id)
		}
		for _, o := range near {
			use(o)
		}
	}
}

func (o *ours) path(from, to string) (list []string) {
	o.view(func(g *graph.Graph, l links) {
		a, _ := g.Entity(vocab.KindProject, from)
		b, _ := g.Entity(vocab.KindProject, to)
		for _, id := range walk(a, b, l.near(false)) {
			list = append(list, g.Name(id))
		}
	})
	return list
}

func (o *ours) ego(id string) (list []string, edges int) {
	o.view(func(g *graph.Graph, l links) {
		p, _ := g.Entity(vocab.KindProject, id)
		var nodes []graph.ID
		nodes, edges = surround(p, l.near(true))
		for _, n := range nodes {
			list = append(list, g.Name(n))
		}
	})
	return list, edges
}

func (o *ours) busy(id, since string, least int) (list []string) {
	o.view(func(g *graph.Graph, l links) {
		c, _ := g.Entity(vocab.KindCategory, id)
		isGraduated := g.Predicate(graduated)
		first := g.Search(`"` + since)
		var talks, events, days []graph.ID
		for p := range l.category.Subjects(c) {
			if g.Count(p, isGraduated, 0) == 0 {
				continue
			}
			talks, events, days = l.about.AppendSubjects(talks[:0], p), events[:0], days[:0]
			for _, talk := range talks {
				events = l.event.AppendObjects(events, talk)
			}
			for _, event := range events {
				days = l.date.AppendObjects(days, event)
			}
			n := 0
			for _, day := range days {
				if day >= first {
					n++
				}
			}
			if n >= least {
				list = append(list, g.Name(p))
			}
		}
	})
	return list
}
