package vocab_test

import (
	"fmt"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

func TestEvidence(t *testing.T) {
	const source = "https://example.org/a.md"
	tests := []struct {
		evidence    vocab.Evidence
		label, text string
		read        vocab.Evidence // what the label is read as, where it is not evidence
	}{
		{evidence: vocab.Evidence{Source: source}, label: source, text: source},
		{evidence: vocab.Evidence{Source: source, Line: 25, EndLine: 25}, label: source + "#L25", text: source + ":25"},
		{evidence: vocab.Evidence{Source: source, Line: 25, EndLine: 27}, label: source + "#L25-L27", text: source + ":25-27"},
		{
			evidence: vocab.Evidence{Source: source, Line: 25}, label: source + "#L25", text: source + ":25",
			read: vocab.Evidence{Source: source, Line: 25, EndLine: 25},
		},
		{
			evidence: vocab.Evidence{Source: source, Line: 25, EndLine: 3}, label: source + "#L25", text: source + ":25",
			read: vocab.Evidence{Source: source, Line: 25, EndLine: 25},
		},
		{
			evidence: vocab.Evidence{Source: source, Line: -1, EndLine: 3}, label: source, text: source,
			read: vocab.Evidence{Source: source},
		},
	}
	for _, test := range tests {
		label := test.evidence.Label()
		if label.Value != test.label || test.evidence.String() != test.text {
			t.Errorf("%#v: label %s, text %s", test.evidence, label, test.evidence)
		}
		want := test.evidence
		if test.read != (vocab.Evidence{}) {
			want = test.read
		}
		if got := vocab.ParseLabel(label.Value); got != want {
			t.Errorf("ParseLabel(%s) = %#v, want %#v", label.Value, got, want)
		}
	}
}

// A label that Label would not write is a source of its own, so that no two
// labels are read as the same evidence.
func TestParseLabelOfOthers(t *testing.T) {
	for _, iri := range []string{
		"", "a:b#", "a:b#L", "a:b#L0", "a:b#L01", "a:b#L-1", "a:b#L+1", "a:b#L1-", "a:b#L1-L", "a:b#L1-2",
		"a:b#L2-L1", "a:b#L2-L2", "a:b#L1-L2-L3", "a:b#L1x", "a:b#Lx#L1", "a:b#l1", "a:b#section", "a:b#L2147483648",
	} {
		if got := vocab.ParseLabel(iri); got != (vocab.Evidence{Source: iri}) {
			t.Errorf("ParseLabel(%q) = %#v", iri, got)
		}
	}
}

func FuzzParseLabel(f *testing.F) {
	for _, s := range []string{"a:b", "a:b#L1", "a:b#L1-L2", "a:b#L1#L2", "a:b#L01"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, iri string) {
		if got := vocab.ParseLabel(iri).Label().Value; got != iri {
			t.Errorf("the label %q is read and written as %q", iri, got)
		}
	})
}

func ExampleEvidence_Label() {
	label := vocab.Evidence{Source: "https://example.org/memo.md", Line: 25, EndLine: 27}.Label()
	fmt.Println(label)
	fmt.Println(vocab.ParseLabel(label.Value))
	// Output:
	// <https://example.org/memo.md#L25-L27>
	// https://example.org/memo.md:25-27
}
