package snapshot_test

import (
	"bytes"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
)

func TestBuildIsDeterministic(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for name, quads := range graphs() {
		want := bytesOf(t, quads)
		for range 5 {
			again := slices.Concat(quads, quads[:len(quads)/2])
			random.Shuffle(len(again), func(i, j int) { again[i], again[j] = again[j], again[i] })
			if !bytes.Equal(bytesOf(t, again), want) {
				t.Errorf("%s: other bytes for the same quads", name)
			}
		}
	}
}

// TestBuildWithinBudget builds with so little memory that quads, terms and labels
// are sorted in files, and compares with the build in memory.
func TestBuildWithinBudget(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for name, quads := range graphs() {
		want := bytesOf(t, quads)
		for _, budget := range []int64{1, 2_000, 50_000} {
			if budget == 1 && len(quads) > 100 {
				continue // a run for each quad
			}
			dir := t.TempDir()
			b := snapshot.Builder{Budget: budget, TempDir: dir}
			again := slices.Concat(quads, quads[:len(quads)/2])
			random.Shuffle(len(again), func(i, j int) { again[i], again[j] = again[j], again[i] })
			for _, q := range again {
				if err := b.Add(q); err != nil {
					t.Fatal(err)
				}
			}
			got, err := b.Bytes()
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s within %d bytes: %d other bytes than the %d of memory, error %v", name, budget, len(got), len(want), err)
			}
			if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
				t.Errorf("%s within %d bytes: left behind %v, error %v", name, budget, left, err)
			}
		}
	}
}

// TestReadFrom builds from text, with and without Add in between, and compares with
// the build from quads.
func TestReadFrom(t *testing.T) {
	for name, quads := range graphs() {
		want := bytesOf(t, quads)
		for _, budget := range []int64{0, 2_000} {
			b := snapshot.Builder{Budget: budget, TempDir: t.TempDir()}
			for i, part := range slices.Collect(slices.Chunk(quads, 7)) {
				if i%3 == 2 {
					for _, q := range part {
						if err := b.Add(q); err != nil {
							t.Fatal(err)
						}
					}
					continue
				}
				var text bytes.Buffer
				if err := rdf.Write(&text, part); err != nil {
					t.Fatal(err)
				}
				if i%3 == 1 { // not canonical, which is read another way
					text = *bytes.NewBuffer(bytes.ReplaceAll(text.Bytes(), []byte(" .\n"), []byte("\t. # so\n")))
				}
				size := int64(text.Len())
				if n, err := b.ReadFrom(&text); err != nil || n != size {
					t.Fatalf("%d of %d bytes read, error %v", n, size, err)
				}
			}
			if got, err := b.Bytes(); err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s: other bytes than from quads, error %v", name, err)
			}
		}
	}
	var b snapshot.Builder
	var syntax *rdf.SyntaxError
	if _, err := b.ReadFrom(strings.NewReader("<x:a> <x:b> <x:c> .\n<x:a> <x:b>")); !errors.As(err, &syntax) || syntax.Line != 2 {
		t.Errorf("error %v", err)
	}
}

// TestBuildWithoutTempDir checks that the error of a folder for temporary files
// gets out.
func TestBuildWithoutTempDir(t *testing.T) {
	b := snapshot.Builder{Budget: 1, TempDir: filepath.Join(t.TempDir(), "none")}
	if err := b.Add(edgeCases()[0]); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error %v", err)
	}
}

// failing takes no byte.
type failing struct{}

var errFull = errors.New("no space left")

func (failing) Write([]byte) (int, error) { return 0, errFull }

func TestWriteToFails(t *testing.T) {
	for _, budget := range []int64{0, 1} {
		dir := t.TempDir()
		b := snapshot.Builder{Budget: budget, TempDir: dir}
		for _, q := range edgeCases() {
			if err := b.Add(q); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := b.WriteTo(failing{}); !errors.Is(err, errFull) {
			t.Errorf("budget %d: error %v", budget, err)
		}
		if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
			t.Errorf("budget %d: left behind %v, error %v", budget, left, err)
		}
	}
}

func TestBuildErrors(t *testing.T) {
	good := rdf.Quad{Subject: iri("s"), Predicate: iri("p"), Object: iri("o"), Label: iri("l")}
	for _, c := range []struct {
		name   string
		change func(*rdf.Quad)
		want   string
	}{
		{"no subject", func(q *rdf.Quad) { q.Subject = rdf.Term{} }, "subject"},
		{"literal subject", func(q *rdf.Quad) { q.Subject = rdf.NewString("s") }, "subject"},
		{"no predicate", func(q *rdf.Quad) { q.Predicate = rdf.Term{} }, "predicate"},
		{"blank predicate", func(q *rdf.Quad) { q.Predicate = rdf.NewBlank("p") }, "predicate"},
		{"no object", func(q *rdf.Quad) { q.Object = rdf.Term{} }, "object"},
		{"literal label", func(q *rdf.Quad) { q.Label = rdf.NewString("l") }, "label"},
		{"unknown kind", func(q *rdf.Quad) { q.Object.Kind = 9 }, "object"},
		{"relative IRI", func(q *rdf.Quad) { q.Subject = rdf.NewIRI("s") }, "absolute"},
		{"space in an IRI", func(q *rdf.Quad) { q.Object = iri("a b") }, "IRI"},
		{"invalid label", func(q *rdf.Quad) { q.Label = iri("l>#L2") }, "label"},
		{"blank node without a label", func(q *rdf.Quad) { q.Object = rdf.NewBlank("") }, "blank"},
		{"blank node with a space", func(q *rdf.Quad) { q.Object = rdf.NewBlank("a b") }, "object"},
		{"invalid UTF-8", func(q *rdf.Quad) { q.Object = rdf.NewString("\xff") }, "UTF-8"},
		{"faulty language", func(q *rdf.Quad) { q.Object = rdf.NewLangString("x", "en us") }, "object"},
		{"language and datatype", func(q *rdf.Quad) { q.Object = rdf.Term{Kind: rdf.Literal, Lang: "en", Datatype: "x:y"} }, "N-Quads"},
		{"datatype no IRI", func(q *rdf.Quad) { q.Object = rdf.NewTyped("1", "integer") }, "absolute"},
		{"written-out xsd:string", func(q *rdf.Quad) { q.Object = rdf.Term{Kind: rdf.Literal, Datatype: rdf.XSDString} }, "N-Quads"},
	} {
		q := good
		c.change(&q)
		for _, quads := range [][]rdf.Quad{{q}, {good, q}} {
			_, err := snapshot.Build(quads)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: error %v, want one about %q", c.name, err, c.want)
			}
		}
	}
}
