// Package workload makes graphs of any size for benchmarks and tests: talks,
// speakers and events around the projects of the default graph.
//
// Nothing is stored, and a size is always the same graph. A talk is about 1 to 3
// projects, whose popularity follows Zipf's law with s = 1.1, and given by 1 or 2
// speakers, each of whom gives 2.5 talks on average; 40 talks are one event and one
// source, and every quad is labelled with a line of it. That makes 9.5 quads a
// talk, beside those of the projects.
package workload

import (
	"cmp"
	"fmt"
	"io"
	"iter"
	"maps"
	"math/rand/v2"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Sizes of the graphs that figures are given for, in talks.
const (
	S = 5_000
	M = 100_000
	L = 1_000_000
)

// talksOfEvent is how many talks an event has.
const talksOfEvent = 40

// Workload is a graph of a size.
type Workload struct {
	talks      int
	projects   []rdf.Term // the most popular first
	categories []rdf.Term // those with the most graduated projects first
	base       []rdf.Quad // of projects and categories
}

// New returns the graph with so many talks.
func New(talks int) (*Workload, error) {
	g, err := graph.Default()
	if err != nil {
		return nil, err
	}
	defer func() { _ = g.Close() }() // nothing was written
	w := &Workload{talks: talks}
	var inside, outside []rdf.Term  // the CNCF
	graduates := map[rdf.Term]int{} // of a category
	from, to := g.Range(vocab.KindProject)
	for id := from; id < to; id++ {
		_, accepted := first(g.Objects(id, vocab.Accepted.Predicate()))
		_, graduated := first(g.Objects(id, vocab.Graduated.Predicate()))
		category, ok := first(g.Objects(id, vocab.Subject))
		switch {
		case !ok:
			continue
		case accepted || graduated:
			inside = append(inside, g.Term(id))
		default:
			outside = append(outside, g.Term(id))
		}
		graduates[g.Term(category)] += 0
		if graduated {
			graduates[g.Term(category)]++
		}
	}
	random := rand.New(rand.NewPCG(1, 1))
	for _, list := range [][]rdf.Term{inside, outside} {
		random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	}
	w.projects = slices.Concat(inside, outside)
	w.categories = slices.SortedFunc(maps.Keys(graduates), func(a, b rdf.Term) int {
		return cmp.Or(graduates[b]-graduates[a], a.Compare(b))
	})
	for q := range g.All() {
		if kind, _, ok := vocab.KindOf(q.Subject.Value); ok && (kind == vocab.KindProject || kind == vocab.KindCategory) {
			w.base = append(w.base, q)
		}
	}
	return w, nil
}

// first returns the first of ids, and false for none.
func first(ids iter.Seq[graph.ID]) (graph.ID, bool) {
	for id := range ids {
		return id, true
	}
	return 0, false
}

// Project returns the id of the project of the rank, of which 0 is the most
// popular.
func (w *Workload) Project(rank int) string {
	_, id, _ := vocab.KindOf(w.projects[rank].Value)
	return id
}

// Category returns the id of the category of the rank: 0 is the one with the most
// graduated projects.
func (w *Workload) Category(rank int) string {
	_, id, _ := vocab.KindOf(w.categories[rank].Value)
	return id
}

// sources yields the quads source by source, each sorted: as a database keeps
// them.
func (w *Workload) sources() iter.Seq[[]rdf.Quad] {
	return func(yield func([]rdf.Quad) bool) {
		if !yield(w.base) {
			return
		}
		random := rand.New(rand.NewPCG(uint64(w.talks), 2))
		popular := rand.NewZipf(random, 1.1, 1, uint64(len(w.projects)-1))
		for first := 0; first < w.talks; first += talksOfEvent {
			s := newSource(first/talksOfEvent, random)
			for i := first; i < min(w.talks, first+talksOfEvent); i++ {
				s.talk(i, w.talks, func() rdf.Term { return w.projects[popular.Uint64()] })
			}
			if !yield(rdf.Sort(s.quads)) {
				return
			}
		}
	}
}

// Write writes all quads as N-Quads and returns how many there are.
func (w *Workload) Write(out io.Writer) (quads int, err error) {
	for source := range w.sources() {
		if err := rdf.Write(out, source); err != nil {
			return quads, err
		}
		quads += len(source)
	}
	return quads, nil
}

// source is the report of one event that is being written.
type source struct {
	random *rand.Rand
	key    string
	event  rdf.Term
	line   int
	quads  []rdf.Quad
}

func newSource(n int, random *rand.Rand) *source {
	key := fmt.Sprintf("https://example.org/meetups/blob/0123456789abcdef/%d/report-%d.md", n%97, n)
	name := fmt.Sprintf("Cloud Native Night %d", n)
	s := &source{
		random: random, key: key, line: 1,
		event: vocab.Entity(vocab.KindEvent, vocab.ScopedID(name, key)),
	}
	s.add(s.event, vocab.Type, rdf.NewIRI(vocab.Event))
	s.add(s.event, vocab.Name, rdf.NewLangString(name, "en"))
	s.add(s.event, vocab.StartDate, rdf.NewTyped(fmt.Sprintf("%d-%02d-%02d", 2016+n%10, 1+n%12, 1+n%28), vocab.XSDDate))
	s.add(s.event, vocab.Location, rdf.NewString(places[n%len(places)]))
	return s
}

// add adds a quad labelled with the line.
func (s *source) add(subject rdf.Term, predicate string, object rdf.Term) {
	label := vocab.Evidence{Source: s.key, Line: s.line}.Label()
	s.quads = append(s.quads, rdf.Quad{Subject: subject, Predicate: rdf.NewIRI(predicate), Object: object, Label: label})
}

// talk adds talk number i of so many.
func (s *source) talk(i, of int, project func() rdf.Term) {
	s.line += 4
	r := s.random
	title := fmt.Sprintf("%s %s %s, part %d", verbs[r.IntN(len(verbs))], topics[r.IntN(len(topics))], ends[r.IntN(len(ends))], i)
	talk := vocab.Entity(vocab.KindTalk, vocab.ScopedID(title, s.key))
	s.add(talk, vocab.Type, rdf.NewIRI(vocab.Talk))
	s.add(talk, vocab.Name, rdf.NewLangString(title, "en"))
	s.add(talk, vocab.SuperEvent, s.event)
	for range 1 + r.IntN(3) {
		s.add(talk, vocab.About, project())
	}
	for range 1 + r.IntN(2) {
		n := r.IntN(of*3/5 + 1)
		name := fmt.Sprintf("%s %s %d", given[n%len(given)], family[n/len(given)%len(family)], n)
		speaker := vocab.Entity(vocab.KindSpeaker, fmt.Sprintf("%s-%d", vocab.Slug(name), n))
		s.add(talk, vocab.Performer, speaker)
		s.line++
		s.add(speaker, vocab.Type, rdf.NewIRI(vocab.Person))
		s.add(speaker, vocab.Name, rdf.NewString(name))
	}
}

// Words of which titles, names and places are made.
var (
	verbs  = [...]string{"Running", "Debugging", "Scaling", "Migrating", "Securing", "Observing", "Testing", "Upgrading", "Automating", "Explaining"}
	topics = [...]string{"service meshes", "stateful workloads", "ingress controllers", "build pipelines", "message queues", "edge clusters", "policy engines", "tracing backends", "storage classes", "node autoscalers", "サービスメッシュ", "メッセージング"}
	ends   = [...]string{"without a pager", "in a bank", "at the edge", "for beginners", "on bare metal", "in production", "before breakfast", "with two engineers"}
	given  = [...]string{"Hanako", "Taro", "Yuki", "Mei", "Jun", "Ana", "Luis", "Ines", "Omar", "Sara", "Nils", "Lena", "Ravi", "Priya", "Chen", "Min"}
	family = [...]string{"Umeda", "Sakura", "Matsu", "Silva", "Costa", "Haddad", "Berg", "Keller", "Rao", "Iyer", "Wang", "Park", "Kim", "Novak", "Moreau"}
	places = [...]string{"Tokyo", "Osaka", "Kobe", "Berlin", "Lisbon", "Pune", "Seoul", "Taipei", "Austin", "Nairobi"}
)
