package snapshot_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// allNames returns the keys and the words of all names, in order.
func allNames(n snapshot.Names) (keys []string, words [][]string, statements []snapshot.Statement) {
	for i := range n.Len() {
		keys, statements = append(keys, n.Key(i)), append(statements, n.Statement(i))
		words = append(words, nil)
	}
	for w := range 1 << 20 {
		word := n.Word(w)
		if word == "" {
			break
		}
		set := n.NewSet()
		n.AddWord(set, w)
		for name := range set.All() {
			words[name] = append(words[name], word)
		}
	}
	return keys, words, statements
}

func TestNames(t *testing.T) {
	for graph, quads := range graphs() {
		s := build(t, quads)
		n := s.Names()
		keys, words, statements := allNames(n)
		if len(keys) > 0 && (n.Key(len(keys)) != "" || n.Key(-1) != "" || n.Statement(len(keys)) != snapshot.Statement{}) {
			t.Errorf("%s: a name behind the last one", graph)
		}
		var got []string
		for i, key := range keys {
			st := statements[i]
			q := rdf.Quad{Subject: s.Term(st.Subject), Predicate: s.Term(st.Predicate), Object: s.Term(st.Object)}
			got = append(got, nameLine(key, words[i], q))
		}
		slices.Sort(got)
		if want := distinctNames(quads); !slices.Equal(got, want) {
			t.Errorf("%s: names\n%q\nwant\n%q", graph, got, want)
		}
		for _, key := range append(slices.Clone(keys), "", "f", "fluen", "zz", "クバ", "name") {
			for prefix := range prefixes(key) {
				from, to := n.Beginning(prefix)
				exactFrom, exactTo := n.With(prefix)
				for i, k := range keys {
					if in := i >= from && i < to; in != strings.HasPrefix(k, prefix) {
						t.Errorf("%s: %q is among those beginning with %q: %t", graph, k, prefix, in)
					}
					if in := i >= exactFrom && i < exactTo; in != (k == prefix) {
						t.Errorf("%s: %q is among those with %q: %t", graph, k, prefix, in)
					}
				}
				for w, to := n.Words(prefix); w < to; w++ {
					if !strings.HasPrefix(n.Word(w), prefix) || w > 0 && n.Word(w-1) >= n.Word(w) {
						t.Errorf("%s: word %q among those with %q", graph, n.Word(w), prefix)
					}
				}
			}
		}
	}
}

// prefixes yields the beginnings of s.
func prefixes(s string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for i := range s {
			if !yield(s[:i]) {
				return
			}
		}
		yield(s)
	}
}

func TestNear(t *testing.T) {
	for graph, quads := range graphs() {
		n := build(t, quads).Names()
		keys, _, _ := allNames(n)
		for _, key := range append(slices.Clone(keys), "", "flent", "envyo", "クバネテス", "バクネティス", "kubernetesss", "ubernetes", "açai", "xyz", "nema") {
			for bound := range 4 {
				var want []snapshot.Near
				for i, k := range keys {
					if edits := distance([]rune(key), []rune(k)); edits <= bound {
						want = append(want, snapshot.Near{Number: i, Edits: edits})
					}
				}
				if got := n.Near(key, bound); !slices.Equal(got, want) {
					t.Errorf("%s: names within %d of %q: %v, want %v", graph, bound, key, got, want)
				}
				want = nil
				for w, to := n.Words(""); w < to; w++ {
					if edits := distance([]rune(key), []rune(n.Word(w))); edits <= bound {
						want = append(want, snapshot.Near{Number: w, Edits: edits})
					}
				}
				if got := n.NearWords(key, bound); !slices.Equal(got, want) {
					t.Errorf("%s: words within %d of %q: %v, want %v", graph, bound, key, got, want)
				}
			}
		}
	}
}

// distance returns how many letters have to be put in, taken out, replaced or swapped
// with their neighbour to make b of a, each once.
func distance(a, b []rune) int {
	table := make([][]int, len(a)+1)
	for i := range table {
		table[i] = make([]int, len(b)+1)
		for j := range table[i] {
			switch {
			case i == 0 || j == 0:
				table[i][j] = i + j
				continue
			case a[i-1] == b[j-1]:
				table[i][j] = table[i-1][j-1]
			default:
				table[i][j] = 1 + min(table[i-1][j-1], table[i-1][j], table[i][j-1])
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				table[i][j] = min(table[i][j], 1+table[i-2][j-2])
			}
		}
	}
	return table[len(a)][len(b)]
}

// FuzzNear looks for a key among others, as nothing in it depends on what it is.
func FuzzNear(f *testing.F) {
	f.Add("kubernets", uint8(2), "Kubernetes\nKubelet\nKubeflow\nKube\nクバネティス")
	f.Add("aab", uint8(1), "a\naa\naaa\naab\naaab\nab\nba\naba")
	f.Fuzz(func(t *testing.T, key string, bound uint8, names string) {
		bound %= 4
		var quads []rdf.Quad
		for i, name := range strings.Split(strings.ToValidUTF8(names, ""), "\n") {
			quads = append(quads, rdf.Quad{
				Subject: rdf.NewIRI("x:" + string(rune('a'+i%26))), Predicate: rdf.NewIRI(vocab.Name), Object: rdf.NewString(name),
			})
		}
		data, err := snapshot.Build(quads)
		if err != nil {
			t.Skip(err)
		}
		s, err := snapshot.FromBytes(data)
		if err != nil {
			t.Fatal(err)
		}
		n := s.Names()
		var want []snapshot.Near
		for i := range n.Len() {
			if edits := distance([]rune(key), []rune(n.Key(i))); edits <= int(bound) {
				want = append(want, snapshot.Near{Number: i, Edits: edits})
			}
		}
		if got := n.Near(key, int(bound)); !slices.Equal(got, want) {
			t.Errorf("names within %d of %q: %v, want %v", bound, key, got, want)
		}
	})
}
