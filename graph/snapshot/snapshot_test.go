package snapshot_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// build returns the snapshot of quads.
func build(t testing.TB, quads []rdf.Quad) *snapshot.Snapshot {
	t.Helper()
	s, err := snapshot.FromBytes(bytesOf(t, quads))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// bytesOf returns the bytes of the snapshot of quads.
func bytesOf(t testing.TB, quads []rdf.Quad) []byte {
	t.Helper()
	b, err := snapshot.Build(quads)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func iri(s string) rdf.Term { return rdf.NewIRI("http://example.org/" + s) }

// edgeCases are quads with all that is awkward to keep.
func edgeCases() []rdf.Quad {
	var quads []rdf.Quad
	add := func(s, p, o, l rdf.Term) {
		quads = append(quads, rdf.Quad{Subject: s, Predicate: p, Object: o, Label: l})
	}
	name, about := iri("name"), iri("about")
	// One statement under several labels; as text #L10 stands before #L2.
	for _, l := range []string{"doc", "doc#L2", "doc#L10", "doc#L10-L11", "doc#L10-L9", "doc#L010", "other#L2", "doc#Lx"} {
		add(iri("a"), about, iri("b"), iri(l))
	}
	add(iri("a"), about, iri("b"), rdf.Term{})
	add(iri("a"), about, iri("b"), rdf.NewBlank("graph"))
	add(iri("a"), name, iri("b"), iri("doc#L2"))
	add(iri("doc"), name, rdf.NewString("a source that is also a subject"), iri("doc"))
	add(iri("doc#L2"), name, rdf.NewString("a label that is also a subject"), iri("doc#L10"))
	add(iri("about"), about, iri("about"), iri("doc#L3"))
	add(rdf.NewBlank("x"), about, rdf.NewBlank("y.z"), iri("doc#L3"))
	for _, s := range []string{"", `"`, `\`, "\n", "\r\n", "\t", "\x00", `\x00`, `\u0000`, "\x7f", "𠮷野家 😀", "\uFFFD", "é", " "} {
		add(iri("lit"), name, rdf.NewString(s), iri("doc#L4"))
		add(iri("lit"), name, rdf.NewLangString(s, "ja-JP"), iri("doc#L4"))
		add(iri("lit"), name, rdf.NewTyped(s, "http://www.w3.org/2001/XMLSchema#date"), rdf.Term{})
	}
	return quads
}

// graphs are the graphs that the tests look at.
func graphs() map[string][]rdf.Quad {
	return map[string][]rdf.Quad{"empty": nil, "edge cases": edgeCases(), "talks": workload(25), "names": names()}
}

// names has names of every kind, in several scripts, some of them equal or nearly so.
func names() []rdf.Quad {
	var quads []rdf.Quad
	add := func(subject, predicate string, object rdf.Term) {
		for line := range 1 + len(quads)%3 { // more labels than names
			quads = append(quads, rdf.Quad{
				Subject: rdf.NewIRI("https://e.x/" + subject), Predicate: rdf.NewIRI(predicate), Object: object,
				Label: rdf.NewIRI("https://e.x/doc#L" + strconv.Itoa(line+1)),
			})
		}
	}
	for i, name := range []string{
		"Fluent Bit", "Fluent-bit", "FluentBit", "Fluentd", "Kubernetes", "C++", "C#", "Açaí", "ACAI", "--", "",
		"the name the name", "Envoy", "Envoi", "Evnoy", "Enovy", "a", "ab", "\"quoted\"\nlines",
	} {
		add("p"+strconv.Itoa(i%5), vocab.ProjectName, rdf.NewString(name))
		add("t"+strconv.Itoa(i), vocab.Name, rdf.NewString(name+" at work"))
	}
	for _, name := range []string{"クバネティス", "クーバネティス", "쿠버네티스", "库伯内特斯", "NATSの運用 入門", "ﾌﾟﾛﾒﾃｳｽ", "運"} {
		add("p1", vocab.AltLabel, rdf.NewLangString(name, "ja"))
	}
	add("p2", vocab.HiddenLabel, rdf.NewString("Kubernets"))
	add("c1", vocab.PrefLabel, rdf.NewString("Orchestration / Service Mesh / Proxy"))
	add("c2", vocab.PrefLabel, rdf.NewString("Proxy"))
	add("d", vocab.Title, rdf.NewString("A title, and more"))
	add("s", vocab.AlternateName, rdf.NewLangString("山田 花子", "ja"))
	add("s", vocab.Nick, rdf.NewString("hanako_y"))
	add("s", vocab.Profile, rdf.NewIRI("https://twitter.com/hanako_y"))
	add("s", vocab.Profile, rdf.NewIRI("https://github.com/hanako/repo"))
	add("s", vocab.Profile, rdf.NewIRI("https://example.org/hanako"))
	return quads
}

func TestAll(t *testing.T) {
	for name, quads := range graphs() {
		s := build(t, quads)
		got, want := slices.Collect(s.All()), rdf.Sort(slices.Clone(quads))
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %d quads\n%v\nwant %d\n%v", name, len(got), got, len(want), want)
		}
		if s.Quads() != len(want) {
			t.Errorf("%s: Quads() = %d, want %d", name, s.Quads(), len(want))
		}
		for range s.All() { // an early end is no fault
			break
		}
	}
}

func TestTerms(t *testing.T) {
	for name, quads := range graphs() {
		s := build(t, quads)
		want := make(map[rdf.Term]bool)
		for _, q := range quads {
			want[q.Subject], want[q.Predicate], want[q.Object] = true, true, true
			if l, ok := s.Label(q.Label); ok {
				source, _, _ := s.Lines(l)
				want[s.Term(source)] = true
			}
		}
		if s.Terms() != len(want) {
			t.Errorf("%s: Terms() = %d, want %d", name, s.Terms(), len(want))
		}
		last := ""
		for i := range s.Terms() {
			id := snapshot.ID(i + 1)
			term := s.Term(id)
			if !want[term] {
				t.Errorf("%s: term %d, %s, is in no quad", name, id, term)
			}
			if got, ok := s.ID(term); got != id || !ok {
				t.Errorf("%s: ID(%s) = %d, want %d", name, term, got, id)
			}
			if term.String() <= last {
				t.Errorf("%s: %s stands behind %s", name, term, last)
			}
			last = term.String()
		}
	}
}

func TestAbsentTerms(t *testing.T) {
	s := build(t, workload(60))
	for i := range s.Terms() {
		term := s.Term(snapshot.ID(i + 1))
		for _, value := range []string{term.Value + "\x01", term.Value + "~", term.Value[:len(term.Value)-1]} {
			absent := term
			absent.Value = value
			if id, ok := s.ID(absent); ok && s.Term(id) != absent {
				t.Errorf("ID(%s) = %d, which is %s", absent, id, s.Term(id))
			}
		}
	}
	for _, absent := range []rdf.Term{{}, rdf.NewString(""), rdf.NewBlank("~"), rdf.NewIRI("a:"), iri("z")} {
		if id, ok := s.ID(absent); ok || id != 0 {
			t.Errorf("ID(%s) = %d", absent, id)
		}
	}
	// What x:ac does not share with x:aab, behind x:aab, is no term.
	pair := build(t, []rdf.Quad{{Subject: rdf.NewIRI("x:aab"), Predicate: rdf.NewIRI("x:ac"), Object: rdf.NewIRI("x:ac")}})
	if id, ok := pair.ID(rdf.NewIRI("x:aabc")); ok {
		t.Errorf("ID(x:aabc) = %d", id)
	}
	for _, id := range []snapshot.ID{0, snapshot.ID(s.Terms() + 1), 1<<32 - 1} {
		if term := s.Term(id); !term.IsZero() {
			t.Errorf("Term(%d) = %s", id, term)
		}
	}
}

func TestSearch(t *testing.T) {
	for name, quads := range graphs() {
		s := build(t, quads)
		var forms []string
		for id := range s.Terms() {
			forms = append(forms, s.Term(snapshot.ID(id+1)).String())
		}
		for _, form := range append(forms, "", "\"", "<", "_", "~", "<http://example.org/a") {
			for _, text := range []string{form, form + "!", strings.TrimSuffix(form, ">")} {
				want, _ := slices.BinarySearch(forms, text)
				if got := s.Search(text); got != snapshot.ID(want+1) {
					t.Errorf("%s: %q is at %d, want %d", name, text, got, want+1)
				}
			}
		}
	}
}
