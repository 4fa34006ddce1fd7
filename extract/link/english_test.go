package link

import (
	"bytes"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph"
)

var (
	dictionary = flag.String("dict", "", "word lists, one word a line, parted by commas: check the english section of data/words.yaml")
	update     = flag.Bool("update", false, "with -dict, rewrite that section")
)

const wordsPath = "../../data/words.yaml"

// catalogue returns the entries of the default graph.
func catalogue(t testing.TB) []Entry {
	t.Helper()
	g, err := graph.Default()
	if err != nil {
		t.Fatal(err)
	}
	return Entries(g)
}

// TestEnglish checks, with -dict, that the english section holds exactly the
// words of the lists that the linker could take for a name.
func TestEnglish(t *testing.T) {
	if *dictionary == "" {
		t.Skip("no -dict")
	}
	data, err := os.ReadFile(wordsPath)
	if err != nil {
		t.Fatal(err)
	}
	head, _, found := bytes.Cut(data, []byte("\nenglish:\n"))
	if !found {
		t.Fatal("no english section")
	}
	words, err := ReadWords(wordsPath, head)
	if err != nil {
		t.Fatal(err)
	}
	l, err := New(catalogue(t), words)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	b.Write(head)
	b.WriteString("\nenglish:\n")
	line := "  -"
	for _, w := range collisions(l, strings.Split(*dictionary, ",")) {
		if len(line)+len(w) > 118 {
			b.WriteString(line + "\n")
			line = "  -"
		}
		line += " " + w
	}
	b.WriteString(line + "\n")
	switch {
	case bytes.Equal(b.Bytes(), data):
	case *update:
		if err := os.WriteFile(wordsPath, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Error("the english section is stale: run with -update")
	}
}

// collisions returns the words of the lists that equal a name or a part of one,
// or that a typing error parts from one.
func collisions(l *Linker, lists []string) []string {
	parts := map[string]bool{}
	for _, s := range l.surfaces {
		parts[s.key] = true
		for _, f := range s.forms {
			for _, p := range strings.FieldsFunc(strings.ToLower(f), func(r rune) bool { return r == ' ' || r == '-' }) {
				parts[p] = true
			}
		}
	}
	var out []string
	for _, list := range lists {
		b, err := os.ReadFile(list)
		if err != nil {
			panic(err)
		}
		for _, w := range strings.Fields(strings.ToLower(string(b))) {
			if w == "" || strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") != "" {
				continue
			}
			var letters uint64
			for _, r := range w {
				letters |= letterBit(r)
			}
			if _, off := l.nearest([]rune(w), letters, true); off > 0 || parts[w] && len(w) > 1 {
				out = append(out, w)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
