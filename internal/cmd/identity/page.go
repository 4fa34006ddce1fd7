package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"text/template"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

//go:embed page.md
var pageText string

// page returns docs/identity.md.
func (w *world) page(judged verdicts) []byte {
	ics, table := w.overlapOf()
	type group struct {
		Kind                   vocab.Kind
		Merged, Misses         int
		Precision, Recall      string
		Same, Two, Open        int // of the near misses
		JudgedSame, JudgedMiss int // of the merged
		Tables                 string
	}
	data := struct {
		Calendar, Table side
		Doubtful        int
		Alone           []string
		Groups          []group
	}{Calendar: ics, Table: table}
	both := map[string]bool{}
	for _, id := range table.alone {
		both[w.values[id][vocab.Name][0]] = true
	}
	for _, id := range ics.alone {
		if title := w.values[id][vocab.Name][0]; both[title] {
			data.Doubtful++
		} else {
			data.Alone = append(data.Alone, title)
		}
	}
	for _, kind := range kinds {
		merged, misses := w.merged(kind), w.nearMisses(kind)
		s := w.score(kind, judged)
		data.Groups = append(data.Groups, group{
			kind, len(merged), len(misses),
			fmt.Sprintf("%.3f", s.precision()), fmt.Sprintf("%.3f", s.recall(len(merged), len(misses))),
			s.apart[same], s.apart[two], s.apart[open_], s.merged[same], s.merged[two] + s.merged[open_],
			w.table(draw(merged), judged) + "\n" + w.table(draw(misses), judged),
		})
	}
	var out bytes.Buffer
	if err := template.Must(template.New("page").Parse(pageText)).Execute(&out, data); err != nil {
		panic(err) // the template is ours
	}
	return out.Bytes()
}

// Talks, Merged and Alone are for the page.
func (s side) Talks() int  { return s.talks }
func (s side) Merged() int { return s.merged }
func (s side) Alone() int  { return len(s.alone) }

// table returns the pairs as a Markdown table.
func (w *world) table(pairs []pair, judged verdicts) string {
	var b strings.Builder
	b.WriteString("| # | judged | merged by | A | B |\n|---|---|---|---|---|\n")
	for i, p := range pairs {
		reason := p.reason
		if reason == "" {
			reason = "—"
		}
		fmt.Fprintf(&b, "| %d | %s | %s | %s | %s |\n", i+1, judged.of(p), reason, cell(w.describe(p, p.a)), cell(w.describe(p, p.b)))
	}
	return b.String()
}

// cell returns s short enough for a table, on one line.
func cell(s string) string {
	const longest = 160
	if runes := []rune(s); len(runes) > longest {
		s = string(runes[:longest]) + "…"
	}
	return strings.NewReplacer("|", "\\|", "\n", " ", "<", "&lt;").Replace(s)
}

// merged returns the pairs of the kind that a reason joined.
func (w *world) merged(kind vocab.Kind) []pair {
	return slices.DeleteFunc(slices.Clone(w.pairs), func(p pair) bool { return p.kind != kind })
}
