package rdf_test

import (
	"cmp"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

func TestTermString(t *testing.T) {
	tests := []struct {
		term rdf.Term
		want string
	}{
		{rdf.Term{}, ""},
		{rdf.NewIRI("a:b"), "<a:b>"},
		{rdf.NewBlank("b"), "_:b"},
		{rdf.NewString("a'b\"c\\d"), `"a'b\"c\\d"`},
		{rdf.NewString("\b\t\n\f\r\x00\v\x1f\x7f"), `"\b\t\n\f\r\u0000\u000B\u001F\u007F"`},
		{rdf.NewString("水\u2028\U0001F680"), "\"水\u2028\U0001F680\""},
		{rdf.NewLangString("o", "en-GB"), `"o"@en-GB`},
		{rdf.NewLangString("o", ""), `"o"`},
		{rdf.NewTyped("1", xsd+"integer"), `"1"^^<` + xsd + `integer>`},
		{rdf.NewTyped("o", rdf.XSDString), `"o"`},
	}
	for _, test := range tests {
		if got := test.term.String(); got != test.want {
			t.Errorf("got %s, want %s", got, test.want)
		}
	}
}

func TestValidIRI(t *testing.T) {
	for _, s := range []string{"a:", "a:b", "http://example/水?q=1#L2", "x-y.z+1:a"} {
		if !rdf.ValidIRI(s) {
			t.Errorf("%q is valid", s)
		}
	}
	for _, s := range []string{"", ":a", "a", "1:a", "-a:b", "é:a", "a:b c", "a:<", "a:>", "a:\"", "a:{", "a:}", "a:|", "a:^", "a:`", `a:\`, "a:\x00", "a:\xff"} {
		if rdf.ValidIRI(s) {
			t.Errorf("%q is not valid", s)
		}
	}
}

// sampleTerms returns terms whose forms differ in every way that matters to
// their order: the end of one in the middle of another, escapes, suffixes.
func sampleTerms() []rdf.Term {
	terms := []rdf.Term{{}}
	values := []string{"a:", "a:b", "a:b/c", "a:b~", "a:ba", "a:b ", "a:b!", "a:b\"", "a:b#", "a:b\\", "a:b\n", "a:b\x00", "a:b\x7f", "a:b]", "a:bé", "a:b水"}
	for _, v := range values {
		terms = append(terms, rdf.NewString(v), rdf.NewLangString(v, "en"), rdf.NewLangString(v, "en-GB"),
			rdf.NewTyped(v, "a:t"), rdf.NewTyped(v, "a:t/u"))
		if rdf.ValidIRI(v) {
			terms = append(terms, rdf.NewIRI(v), rdf.NewBlank(strings.ReplaceAll(v, "/", "")))
		}
	}
	return terms
}

func TestCompareIsTheOrderOfForms(t *testing.T) {
	terms := sampleTerms()
	for _, a := range terms {
		for _, b := range terms {
			if got, want := a.Compare(b), cmp.Compare(a.String(), b.String()); got != want {
				t.Errorf("Compare(%s, %s) = %d, want %d", a, b, got, want)
			}
		}
	}
}

func FuzzCompare(f *testing.F) {
	f.Add("a:b", "a:b\n", uint8(0), uint8(1))
	f.Add("a\x00", "a\"", uint8(2), uint8(2))
	f.Fuzz(func(t *testing.T, v, w string, i, j uint8) {
		term := func(v string, i uint8) rdf.Term {
			return [...]rdf.Term{rdf.NewString(v), rdf.NewLangString(v, "en"), rdf.NewTyped(v, "a:t"), rdf.NewBlank(v)}[i%4]
		}
		a, b := term(v, i), term(w, j)
		if got, want := a.Compare(b), cmp.Compare(a.String(), b.String()); got != want {
			t.Errorf("Compare(%s, %s) = %d, want %d", a, b, got, want)
		}
	})
}

func TestSort(t *testing.T) {
	terms := sampleTerms()
	random := rand.New(rand.NewPCG(1, 2))
	pick := func() rdf.Term { return terms[1+random.IntN(len(terms)-1)] }
	var quads []rdf.Quad
	for range 500 {
		q := rdf.Quad{Subject: rdf.NewIRI("a:s"), Predicate: rdf.NewIRI("a:p"), Object: pick(), Label: rdf.NewIRI("a:g")}
		quads = append(quads, q, rdf.Quad{Subject: rdf.NewIRI("a:s/t"), Predicate: q.Predicate, Object: pick(), Label: q.Label})
	}
	want := make([]string, len(quads))
	for i, q := range quads {
		want[i] = q.String()
	}
	slices.Sort(want)
	want = slices.Compact(want)
	var got []string
	for _, q := range rdf.Sort(quads) {
		got = append(got, q.String())
	}
	if !slices.Equal(got, want) {
		t.Errorf("the order of quads is not the order of their lines")
	}
}

// failingWriter takes limit bytes.
type failingWriter struct{ limit int }

var errFull = errors.New("disk full")

func (w *failingWriter) Write(b []byte) (int, error) {
	if w.limit -= len(b); w.limit < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestWriteReportsErrors(t *testing.T) {
	quads := make([]rdf.Quad, 5000)
	for i := range quads {
		quads[i] = rdf.Quad{Subject: rdf.NewIRI("a:s"), Predicate: rdf.NewIRI("a:p"), Object: rdf.NewIRI("a:o")}
	}
	for _, limit := range []int{0, 70_000} {
		if err := rdf.Write(&failingWriter{limit}, quads); !errors.Is(err, errFull) {
			t.Errorf("limit %d: error %v", limit, err)
		}
	}
	if err := rdf.Write(&failingWriter{1 << 20}, quads); err != nil {
		t.Error(err)
	}
}

func BenchmarkSort(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	quads := make([]rdf.Quad, 20_000)
	for i := range quads {
		entity := func(n int) rdf.Term {
			return rdf.NewIRI("https://w3id.org/cncfgraph/talk/" + string(rune('a'+random.IntN(n))))
		}
		quads[i] = rdf.Quad{Subject: entity(26), Predicate: entity(8), Object: entity(20), Label: entity(26)}
	}
	b.ReportAllocs()
	for b.Loop() {
		rdf.Sort(slices.Clone(quads))
	}
}
