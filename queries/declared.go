package queries

import (
	"cmp"
	"iter"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// relationStrengths says how much each declared relation counts. Integrations
// count least: projects list dozens of them themselves.
var relationStrengths = [...]struct {
	vocab.Relation
	strength float64
}{
	{vocab.Uses, 1.5}, {vocab.BuiltOn, 1.5}, {vocab.IntegratesWith, 0.6}, {vocab.PartOf, 1}, {vocab.RenamedFrom, 1.5}, {vocab.AlternativeTo, 1.5},
}

// declared are the declared relations between the projects of a graph, to be walked
// through at the speed of arrays. Making it reads each of them once: there are
// hundreds where there are thousands of talks.
type declared struct {
	from    graph.ID
	offsets []int32       // of each project, and one more
	ends    []declaredEnd // of the first project, of the second and so on
	marks   []int32       // of each project: the last walk that met it
	walk    int32
}

// declaredEnd is a statement of a relation, as seen from one of its projects.
type declaredEnd struct {
	id       graph.ID // the other one
	label    graph.Label
	relation uint8 // place in relationStrengths
	isObject bool  // whether id is
}

func newDeclared(g *graph.Graph) *declared {
	from, to := g.Range(vocab.KindProject)
	d := &declared{from: from, offsets: make([]int32, to-from+1), marks: make([]int32, to-from)}
	type relation struct {
		subject, object graph.ID
		label           graph.Label
		place           uint8
	}
	relations := make([]relation, 0, 1024)
	for i, r := range relationStrengths {
		for s := range g.Statements(0, r.Predicate, 0) {
			if d.has(s.Subject) && d.has(s.Object) && s.Subject != s.Object {
				relations = append(relations, relation{s.Subject, s.Object, s.Label, uint8(i)}) //nolint:gosec // there are six
				d.offsets[s.Subject-from]++
				d.offsets[s.Object-from]++
			}
		}
	}
	sum := int32(0)
	for i, n := range d.offsets {
		sum += n
		d.offsets[i] = sum // where the ends of the project end, from which they are filled
	}
	d.ends = make([]declaredEnd, sum)
	put := func(at graph.ID, e declaredEnd) {
		d.offsets[at-from]--
		d.ends[d.offsets[at-from]] = e
	}
	for _, r := range slices.Backward(relations) {
		put(r.subject, declaredEnd{r.object, r.label, r.place, true})
		put(r.object, declaredEnd{r.subject, r.label, r.place, false})
	}
	return d
}

// has tells whether id is a project.
func (d *declared) has(id graph.ID) bool { return id >= d.from && int(id-d.from) < len(d.marks) }

// of returns the statements of relations of the project, those of each relation
// together, in the order of relationStrengths.
func (d *declared) of(project graph.ID) []declaredEnd {
	if !d.has(project) {
		return nil
	}
	i := project - d.from
	return d.ends[d.offsets[i]:d.offsets[i+1]]
}

// neighbors yields each project that has a relation with the project, once. It must
// have come to an end before the next walk begins.
func (d *declared) neighbors(project graph.ID) iter.Seq[graph.ID] {
	return func(yield func(graph.ID) bool) {
		d.walk++
		for _, e := range d.of(project) {
			if m := &d.marks[e.id-d.from]; *m != d.walk {
				*m = d.walk
				if !yield(e.id) {
					return
				}
			}
		}
	}
}

// namers returns how many projects state a relation to the project.
func (d *declared) namers(project graph.ID) int {
	d.walk++
	n := 0
	for _, e := range d.of(project) {
		if m := &d.marks[e.id-d.from]; !e.isObject && *m != d.walk {
			*m = d.walk
			n++
		}
	}
	return n
}

// strengths returns the projects that have relations with the project, in order of
// ID, with the sum of the strengths of those relations.
func (d *declared) strengths(project graph.ID) []weighted {
	ends := slices.Clone(d.of(project))
	slices.SortFunc(ends, func(a, b declaredEnd) int {
		return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.relation, b.relation))
	})
	list := make([]weighted, 0, len(ends))
	for i, e := range ends {
		switch {
		case i == 0 || ends[i-1].id != e.id:
			list = append(list, weighted{e.id, relationStrengths[e.relation].strength})
		case ends[i-1].relation != e.relation:
			list[len(list)-1].weight += relationStrengths[e.relation].strength
		}
	}
	return list
}

// appendBetween appends the labels of the relations between two projects.
func (d *declared) appendBetween(to []graph.Label, p, q graph.ID) []graph.Label {
	ends, other := d.of(p), q
	if more := d.of(q); len(more) < len(ends) {
		ends, other = more, p
	}
	for _, e := range ends {
		if e.id == other {
			to = append(to, e.label)
		}
	}
	return to
}
