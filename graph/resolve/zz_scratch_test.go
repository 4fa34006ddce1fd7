package resolve

import (
	"fmt"
	"os"
	"testing"
	"time"
	"sort"
	"strings"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

func TestScratch(t *testing.T) {
	path := os.Getenv("SCRATCH")
	if path == "" {
		t.Skip()
	}
	f, _ := os.Open(path)
	quads, err := rdf.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	out, err := Merge(quads, nil)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println("merge", len(quads), len(out), time.Since(start))
	start = time.Now()
	again, _ := Merge(out, nil)
	fmt.Println("again", len(again), time.Since(start), slices.Equal(out, again))
	n := map[string]int{}
	name := map[string]string{}
	for _, q := range quads {
		if q.Predicate.Value == vocab.Name {
			name[q.Subject.Value] = q.Object.Value
		}
	}
	var lines []string
	seen := map[string]bool{}
	for _, q := range out {
		if q.Predicate.Value == vocab.SameAs {
			k, _, _ := vocab.KindOf(q.Subject.Value)
			key := q.Subject.Value
			if !seen[key] {
				n["merged "+string(k)]++
			}
			seen[key] = true
		}
		if r, ok := vocab.IdentityReasons[q.Predicate.Value]; ok {
			key := q.Subject.Value + q.Object.Value
			if !seen[key] {
				n[r]++
				lines = append(lines, fmt.Sprintf("%s\n\t%s\n\t%s\n\t%s\n\t%s", r, name[q.Subject.Value], name[q.Object.Value], q.Subject.Value, q.Object.Value))
			}
			seen[key] = true
		}
	}
	fmt.Println(n)
	sort.Strings(lines)
	os.WriteFile("/tmp/rs/reasons.txt", []byte(strings.Join(lines, "\n")), 0o644)
}
