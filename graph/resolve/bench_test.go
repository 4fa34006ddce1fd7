package resolve_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/resolve"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// schedules returns 6,000 talks by 5,000 speakers at 60 events, each event in the
// words of two sources: a schedule, and a list of two talks in three that spells
// some titles otherwise.
func schedules() []rdf.Quad {
	random := rand.New(rand.NewPCG(2026, 3))
	words := make([]string, 1500)
	for i := range words {
		for range 3 + random.IntN(6) {
			words[i] += string(rune('a' + random.IntN(26)))
		}
	}
	common := []string{"kubernetes", "cloud", "native", "with", "in", "the", "at", "scale", "platform", "security"}
	title := func() string {
		s := words[random.IntN(len(words))]
		for range 3 + random.IntN(8) {
			if random.IntN(2) == 0 {
				s += " " + common[random.IntN(len(common))]
			} else {
				s += " " + words[random.IntN(len(words))]
			}
		}
		return s
	}
	var documents []*document
	for e := range 60 {
		schedule := newDocument(fmt.Sprintf("https://example.org/%d/schedule.ics", e))
		list := newDocument(fmt.Sprintf("https://example.org/%d/videos.md", e))
		id := fmt.Sprintf("conference-%d", 1000+e)
		for _, d := range []*document{schedule, list} {
			d.event(id, fmt.Sprintf("name Conference %d", 1000+e), "date 2025-03-01")
		}
		for n := range 100 {
			name := title()
			speaker := random.IntN(5000)
			add := func(d *document, title string) {
				sid := fmt.Sprintf("s%d-%s", speaker, vocab.Slug(d.source))
				d.speaker(sid, fmt.Sprintf("name Given%d Family%d", speaker, speaker%900), fmt.Sprintf("org org-%d", speaker%300))
				d.talk(vocab.ScopedID(title, d.source), "name "+title, "event "+id, "by "+sid, fmt.Sprintf("about project-%d", random.IntN(200)))
			}
			add(schedule, name)
			if n%3 > 0 {
				add(list, []string{name, "Keynote: " + name, name + "s"}[n%3])
			}
		}
		documents = append(documents, schedule, list)
	}
	return quadsOf(documents...)
}

func BenchmarkMerge(b *testing.B) {
	stated := rdf.Sort(schedules())
	merged, err := resolve.Merge(stated, nil)
	if err != nil {
		b.Fatal(err)
	}
	ids := sameAs(merged)
	b.Logf("%d quads, %d ids merged", len(stated), len(ids))
	run := func(name string, quads []rdf.Quad) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := resolve.Merge(quads, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	run("stated", stated)
	run("merged", merged)
	extra := newDocument("file:memo.md")
	extra.event("conference-1007", "name Conference 1007")
	extra.speaker("memo-speaker", "name Given7 Family7")
	extra.talk("memo-talk", "name a talk of which nobody else speaks", "event conference-1007", "by memo-speaker")
	run("merged and a memo", slices.Concat(merged, extra.quads))
}
