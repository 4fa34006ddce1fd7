package queries_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

// BenchmarkAnswers asks the default graph.
func BenchmarkAnswers(b *testing.B) {
	g, err := graph.Default()
	if err != nil {
		b.Fatal(err)
	}
	defer g.Close()
	search := func(words string) func(context.Context) error {
		return func(ctx context.Context) error {
			_, err := queries.Search(ctx, g, words, &queries.SearchOptions{Limit: 20})
			return err
		}
	}
	for _, question := range []struct {
		name string
		ask  func(ctx context.Context) error
	}{
		{"Find", func(ctx context.Context) error {
			_, err := queries.Find(ctx, g, "Istio", nil)
			return err
		}},
		{"FindAlias", func(ctx context.Context) error {
			_, err := queries.Find(ctx, g, "ＯＴＥＬ", nil)
			return err
		}},
		{"FindNothing", func(ctx context.Context) error {
			_, err := queries.Find(ctx, g, "prometeus", &queries.FindOptions{Kinds: []vocab.Kind{vocab.KindProject}})
			if err != nil {
				return nil
			}
			return context.Canceled
		}},
		{"SearchName", search("Istio")},
		{"SearchAlias", search("クバネティス")},
		{"SearchWords", search("sidecar mesh")},
		{"SearchPrefix", search("kube")},
		{"SearchTypo", search("openteletry")},
		{"Completions", func(ctx context.Context) error {
			_, err := queries.Completions(ctx, g, "kube", vocab.KindProject)
			return err
		}},
		{"Related", func(ctx context.Context) error {
			_, err := queries.Related(ctx, g, "istio", &queries.RelatedOptions{Limit: 10})
			return err
		}},
		{"RelatedPopular", func(ctx context.Context) error {
			_, err := queries.Related(ctx, g, "kubernetes", &queries.RelatedOptions{Limit: 10})
			return err
		}},
		{"Why", func(ctx context.Context) error {
			_, err := queries.Why(ctx, g, "istio", "envoy", nil)
			return err
		}},
		{"Path", func(ctx context.Context) error {
			_, err := queries.Path(ctx, g, "nats", "istio", nil)
			return err
		}},
		{"PathPopular", func(ctx context.Context) error {
			_, err := queries.Path(ctx, g, "kubernetes", "prometheus", nil)
			return err
		}},
		{"PathSteps", func(ctx context.Context) error {
			_, err := queries.Path(ctx, g, "nats", "istio", &queries.PathOptions{Steps: 4})
			return err
		}},
		{"Talks", func(ctx context.Context) error {
			_, err := queries.Talks(ctx, g, &queries.Filter{Project: "nats"})
			return err
		}},
		{"Neighborhood", func(ctx context.Context) error {
			_, err := queries.Neighborhood(ctx, g, []string{"istio"}, nil)
			return err
		}},
		{"Describe", func(ctx context.Context) error {
			_, err := queries.Describe(ctx, g, "istio", nil)
			return err
		}},
		{"Projects", func(ctx context.Context) error {
			_, err := queries.Projects(ctx, g, nil)
			return err
		}},
		{"EventReport", func(ctx context.Context) error { // of the event with the most talks
			_, err := queries.EventReport(ctx, g, "KubeCon + CloudNativeCon Europe 2026", &queries.EventReportOptions{Limit: 25})
			return err
		}},
		{"EventReportSmall", func(ctx context.Context) error {
			_, err := queries.EventReport(ctx, g, "Cloud Native Meetup Tokyo #7", nil)
			return err
		}},
		{"Gaps", func(ctx context.Context) error {
			_, err := queries.Gaps(ctx, g, &queries.GapOptions{Since: "2024-01-01"})
			return err
		}},
		{"Compare", func(ctx context.Context) error {
			_, err := queries.Compare(ctx, g, []string{"linkerd", "istio"}, &queries.CompareOptions{Limit: 3})
			return err
		}},
		{"Stats", func(ctx context.Context) error {
			_, err := queries.Stats(ctx, g)
			return err
		}},
	} {
		b.Run(question.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := question.ask(b.Context()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkRelatedAll asks for what is related to each project of the default graph
// in turn.
func BenchmarkRelatedAll(b *testing.B) {
	g, err := graph.Default()
	if err != nil {
		b.Fatal(err)
	}
	defer g.Close()
	projects := projectRefs(g)
	reportLatency(b, len(projects), func(i int) error {
		_, err := queries.Related(b.Context(), g, projects[i], &queries.RelatedOptions{Limit: 10})
		return err
	})
}

// BenchmarkPairs asks what links 1,000 pairs of projects of the default graph, taken at
// random, and which paths lead from one to the other.
func BenchmarkPairs(b *testing.B) {
	whole, err := graph.Default()
	if err != nil {
		b.Fatal(err)
	}
	defer whole.Close()
	for _, question := range []struct {
		name string
		ask  func(g *graph.Graph, from, to string) error
	}{
		{"Path", func(g *graph.Graph, from, to string) error {
			_, err := queries.Path(b.Context(), g, from, to, nil)
			return err
		}},
		{"Why", func(g *graph.Graph, from, to string) error {
			_, err := queries.Why(b.Context(), g, from, to, nil)
			return err
		}},
	} {
		for _, day := range []string{"", "2022"} {
			b.Run(question.name+day, func(b *testing.B) {
				g, r := asOf(b, whole, day), rand.New(rand.NewPCG(1, 2))
				projects := projectRefs(g)
				pairs := make([][2]string, 1000)
				for i := range pairs {
					pairs[i] = [2]string{projects[r.IntN(len(projects))], projects[r.IntN(len(projects))]}
				}
				reportLatency(b, len(pairs), func(i int) error { return question.ask(g, pairs[i][0], pairs[i][1]) })
			})
		}
	}
}

// projectRefs returns the names of all projects, by which each is found exactly.
func projectRefs(g *graph.Graph) []string {
	var refs []string
	from, to := g.Range(vocab.KindProject)
	for id := from; id < to; id++ {
		if g.Canonical(id) == id {
			_, slug := g.EntityID(id)
			refs = append(refs, "project/"+slug)
		}
	}
	return refs
}

// reportLatency asks n questions in turn, five times, and tells the least time of the
// median question, of the slowest hundredth and of the slowest: the least, as other
// programs run beside this one.
func reportLatency(b *testing.B, n int, ask func(i int) error) {
	b.Helper()
	best := make([]time.Duration, n)
	b.ReportAllocs()
	for b.Loop() {
		for range 5 {
			for i := range n {
				start := time.Now()
				if err := ask(i); err != nil {
					b.Fatal(err)
				}
				if took := time.Since(start); best[i] == 0 || took < best[i] {
					best[i] = took
				}
			}
		}
	}
	slices.Sort(best)
	b.ReportMetric(float64(best[n/2].Nanoseconds()), "p50-ns")
	b.ReportMetric(float64(best[n*99/100].Nanoseconds()), "p99-ns")
	b.ReportMetric(float64(best[n-1].Nanoseconds()), "max-ns")
}

// BenchmarkSearch searches the default graph for names in it, half of them as they are,
// the others cut, shuffled and misspelt.
func BenchmarkSearch(b *testing.B) {
	g, err := graph.Default()
	if err != nil {
		b.Fatal(err)
	}
	defer g.Close()
	all := scannedNames(g)
	random := rand.New(rand.NewPCG(1, 2))
	words := make([]string, 1000)
	for i := range words {
		words[i] = all[random.IntN(len(all))].text
		if i%2 == 0 {
			words[i] = altered(random, words[i])
		}
	}
	reportLatency(b, len(words), func(i int) error {
		_, err := queries.Search(b.Context(), g, words[i], &queries.SearchOptions{Limit: 20})
		return err
	})
}
