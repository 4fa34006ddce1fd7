package quadstore_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cayleygraph/quad"

	"github.com/cncfgraph/cncfgraph/graph/quadstore"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

const (
	about     = quad.IRI("x:about")
	performer = quad.IRI("x:performer")
	name      = quad.IRI("x:name")
	doc       = quad.IRI("x:doc-1")
	line      = quad.IRI("x:doc-1#L4")
)

// talks returns quads as cncfgraph has them: n talks about projects, by speakers,
// labelled with lines, some under several labels and some under none.
func talks(n int) []rdf.Quad {
	random := rand.New(rand.NewPCG(5, 6))
	iri := func(format string, args ...any) rdf.Term { return rdf.NewIRI("x:" + fmt.Sprintf(format, args...)) }
	var quads []rdf.Quad
	add := func(s rdf.Term, p quad.IRI, o, l rdf.Term) {
		quads = append(quads, rdf.Quad{Subject: s, Predicate: rdf.NewIRI(string(p)), Object: o, Label: l})
	}
	projects, speakers := 8+n/50, n/4
	for n := range n {
		talk := iri("talk-%d", n)
		label := iri("doc-%d#L%d", n%5, n/5+1)
		switch n % 7 {
		case 0:
			label = rdf.Term{}
		case 1:
			label = iri("doc-%d", n%5)
		}
		add(talk, about, iri("project-%d", random.IntN(projects)), label)
		add(talk, about, iri("project-%d", random.IntN(projects)), iri("doc-%d#L%d-L%d", n%5, n+1, n+3))
		add(talk, performer, iri("speaker-%d", random.IntN(speakers)), label)
		add(talk, name, rdf.NewLangString(fmt.Sprintf("Talk %d", n), "en"), label)
		add(iri("project-%d", n%projects), "x:uses", iri("project-%d", random.IntN(projects)), label)
	}
	for n := range 5 {
		add(iri("doc-%d", n), name, rdf.NewString(fmt.Sprintf("Document %d", n)), iri("doc-%d", n))
	}
	add(iri("doc-1#L4"), name, rdf.NewTyped("4", "http://www.w3.org/2001/XMLSchema#integer"), iri("doc-1#L5"))
	add(rdf.NewBlank("b"), about, rdf.NewBlank("b"), rdf.NewBlank("b"))
	add(iri("talk-1"), about, iri("project-1"), iri("doc-2#L1"))
	add(iri("talk-1"), about, iri("project-1"), iri("doc-1#L4"))
	add(iri("talk-1"), about, iri("project-1"), iri("doc-1"))
	add(iri("talk-1"), about, iri("project-1"), rdf.Term{})
	add(iri("talk-1"), performer, iri("speaker-3"), iri("doc-1"))
	return rdf.Sort(quads)
}

// inMemory returns a memstore of quads, which is what answers are compared with.
func inMemory(t testing.TB, quads []rdf.Quad) graph.QuadStore {
	t.Helper()
	value := func(t rdf.Term) quad.Value {
		switch {
		case t.IsZero():
			return nil
		case t.Kind == rdf.Literal && t.Datatype != "":
			return quad.TypedString{Value: quad.String(t.Value), Type: quad.IRI(t.Datatype)}
		}
		return quad.StringToValue(t.String())
	}
	mem := memstore.New()
	for _, q := range quads {
		o := value(q.Object)
		if q.Object.Kind == rdf.Literal && q.Object.Lang == "" && q.Object.Datatype == "" {
			o = quad.String(q.Object.Value)
		}
		mem.AddQuad(quad.Quad{Subject: value(q.Subject), Predicate: value(q.Predicate), Object: o, Label: value(q.Label)})
	}
	return mem
}

// paths are questions of every shape that Cayley's paths have.
func paths(qs graph.QuadStore) map[string]*path.Path {
	start := func(nodes ...quad.Value) *path.Path { return path.StartPath(qs, nodes...) }
	talk, project, speaker := quad.IRI("x:talk-1"), quad.IRI("x:project-1"), quad.IRI("x:speaker-3")
	speakers := path.StartMorphism().Out(performer)
	return map[string]*path.Path{
		"all":                    start(),
		"nothing":                start(quad.IRI("x:none")),
		"a value that is no RDF": start(quad.Int(4)),
		"in":                     start(project).In(about),
		"in twice, out":          start(project).In(about).Out(performer),
		"out and in":             start(talk).Out(about).In(about),
		"in any":                 start(project).In(),
		"out any":                start(talk).Out(),
		"out by two":             start(talk).Out([]quad.Value{about, performer}),
		"out by a path":          start(talk).Out(start(about)),
		"both":                   start(project).Both(quad.IRI("x:uses")),
		"both any":               start(project).Both(),
		"has":                    start().Has(about, project),
		"has twice":              start().Has(about, project).Has(performer, speaker),
		"has one of":             start().Has(about, project, quad.IRI("x:project-2")),
		"has any":                start().Has(performer),
		"has reverse":            start().HasReverse(about, talk),
		"has text":               start().Has(name, quad.LangString{Value: "Talk 3", Lang: "en"}),
		"has number":             start().Has(name, quad.TypedString{Value: "4", Type: "http://www.w3.org/2001/XMLSchema#integer"}),
		"follow":                 start(project).In(about).Follow(speakers),
		"follow reverse":         start(speaker).FollowReverse(speakers),
		"follow recursive":       start(project).FollowRecursive(quad.IRI("x:uses"), 3, nil),
		"and":                    start(project).In(about).And(start(speaker).In(performer)),
		"or":                     start(project).In(about).Or(start(speaker).In(performer)),
		"except":                 start(project).In(about).Except(start(speaker).In(performer)),
		"unique":                 start(project).In(about).Out(performer).Unique(),
		"intersect of fixed":     start(project, talk).Is(talk, speaker),
		"labels":                 start(talk).Labels(),
		"label context":          start(project).LabelContext(line).In(about),
		"label with no lines":    start(project).LabelContext(doc).In(),
		"two labels":             start(project).LabelContext(line, doc).In(),
		"unknown label":          start(project).LabelContext(quad.IRI("x:doc-1#L999")).In(),
		"label context of all":   start().LabelContext(line).Has(about),
		"label saved":            start(project).LabelContextWithTags([]string{"label"}, line, doc).In(about),
		"label and predicate":    start(talk).LabelContext(doc).OutWithTags([]string{"predicate"}),
		"save predicates":        start(talk).SavePredicates(false, "predicate"),
		"label as a node":        start(line).Out(name),
		"source as a node":       start(doc).Out(name),
		"save":                   start(project).In(about).Save(performer, "speaker"),
		"save reverse":           start(project).Save(quad.IRI("x:uses"), "used").SaveReverse(about, "talk"),
		"save optional":          start(talk).Out(about).SaveOptional(name, "name"),
		"tag and back":           start(talk).Tag("talk").Out(about).In(about).Tag("other").Back("talk"),
		"predicates":             start(talk).OutPredicates(),
		"in predicates":          start(project).InPredicates(),
		"filter":                 start(talk).Out().Filter(iterator.CompareGT, quad.IRI("x:s")),
		"regular expression":     start().Has(about).Out(name).Regex(regexp.MustCompile("Talk [12]")),
		"wildcard":               start().Filters(shape.Wildcard{Pattern: "x:talk-1%"}),
		"skip and limit":         start(project).In(about).Unique().Order().Skip(1).Limit(2),
	}
}

// savedLabels asks for the talks about a project and tags each with the labels
// that say so, which no path can.
func savedLabels() shape.Shape {
	return shape.NodesFrom{Dir: quad.Subject, Quads: shape.Quads{
		{Dir: quad.Object, Values: shape.Lookup{quad.IRI("x:project-1")}},
		{Dir: quad.Label, Values: shape.Save{From: shape.AllNodes{}, Tags: []string{"label"}}},
	}}
}

// TestSavedLabels checks that a quad without a label is no answer.
func TestSavedLabels(t *testing.T) {
	quads := talks(60)
	var answers [2][]string
	for i, qs := range []graph.QuadStore{inMemory(t, quads), quadstore.New(build(t, quads))} {
		it := shape.BuildIterator(qs, savedLabels())
		for it.Next(context.Background()) {
			tags := make(map[string]graph.Ref)
			it.TagResults(tags)
			answers[i] = append(answers[i], fmt.Sprint(qs.NameOf(it.Result()), qs.NameOf(tags["label"])))
		}
		slices.Sort(answers[i])
	}
	if len(answers[0]) == 0 || !slices.Equal(answers[0], answers[1]) {
		t.Errorf("got %q, want %q", answers[1], answers[0])
	}
}

// results returns the answers to p, each with its tags, sorted.
func results(t *testing.T, qs graph.QuadStore, p *path.Path, optimize bool) []string {
	t.Helper()
	it := p.Iterate(context.Background()).Paths(true)
	if !optimize {
		it = it.UnOptimized()
	}
	var out []string
	if err := it.Each(func(ref graph.Ref) { out = append(out, fmt.Sprint(qs.NameOf(ref))) }); err != nil {
		t.Fatal(err)
	}
	it = p.Iterate(context.Background()).Paths(true)
	if !optimize {
		it = it.UnOptimized()
	}
	if err := it.TagValues(qs, func(tags map[string]quad.Value) { out = append(out, fmt.Sprint(tags)) }); err != nil {
		t.Fatal(err)
	}
	slices.Sort(out)
	return out
}

// TestPaths compares the answers of a snapshot with those of a memstore.
func TestPaths(t *testing.T) {
	quads := talks(60)
	mem := inMemory(t, quads)
	store := quadstore.New(build(t, quads))
	want := paths(mem)
	for question, p := range paths(store) {
		expected := results(t, mem, want[question], true)
		switch question {
		case "nothing", "a value that is no RDF", "unknown label":
		default:
			if len(expected) == 0 {
				t.Errorf("%s: memstore has no answer to compare with", question)
			}
		}
		for _, optimize := range []bool{true, false} {
			if got := results(t, store, p, optimize); !slices.Equal(got, expected) {
				t.Errorf("%s, optimized %v:\n got %q\nwant %q", question, optimize, got, expected)
			}
		}
	}
}

// TestOneRange holds the optimizer to its purpose: what has fixed ends is one
// look-up, whatever way Cayley would put it together.
func TestOneRange(t *testing.T) {
	store := quadstore.New(build(t, talks(60)))
	all := paths(store)
	for _, question := range []string{"in", "in any", "has", "has text", "label with no lines", "predicates", "label as a node"} {
		it := all[question].BuildIterator()
		if question == "predicates" { // Cayley makes them unique
			it = it.SubIterators()[0]
		}
		if len(it.SubIterators()) != 0 || !strings.HasPrefix(it.String(), "Snapshot") {
			t.Errorf("%s: %s over %d more", question, it, len(it.SubIterators()))
		}
	}
}

func BenchmarkPath(b *testing.B) {
	quads := talks(3000)
	for _, store := range []struct {
		name string
		qs   graph.QuadStore
	}{{"snapshot", quadstore.New(build(b, quads))}, {"memstore", inMemory(b, quads)}} {
		for _, question := range []string{"in", "in twice, out", "has twice", "label context", "save"} {
			p := paths(store.qs)[question]
			b.Run(store.name+"/"+question, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if n, err := p.Iterate(context.Background()).Paths(false).Count(); err != nil || n == 0 {
						b.Fatal(n, err)
					}
				}
			})
		}
	}
}
