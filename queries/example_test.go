package queries_test

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/draw"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

// openDefault opens the graph that is built into the program.
func openDefault() *graph.Graph {
	g, err := graph.Default()
	if err != nil {
		panic(err)
	}
	return g
}

func ExampleFind() {
	g := openDefault()
	defer g.Close()
	for _, name := range []string{"ｋ８ｓ", "project/envoy", "prometeus"} {
		id, err := queries.Find(context.Background(), g, name, &queries.FindOptions{Kinds: []vocab.Kind{vocab.KindProject}})
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(g.Name(id))
	}
	// Output:
	// Kubernetes
	// Envoy
	// no project "prometeus"; did you mean Prometheus?
}

func ExampleSearch() {
	g := openDefault()
	defer g.Close()
	for _, words := range []string{"クバネティス", "openteletry", "hightower kelsey"} {
		found, err := queries.Search(context.Background(), g, words, &queries.SearchOptions{Limit: 1})
		if err != nil {
			panic(err)
		}
		for _, r := range found.Results {
			fmt.Printf("%s: %s (%s)\n", r.Kind, r.Name, r.Match)
		}
	}
	// Output:
	// project: Kubernetes (alias)
	// project: OpenTelemetry (typo)
	// speaker: Kelsey Hightower (words)
}

func ExampleCompletions() {
	g := openDefault()
	defer g.Close()
	list, err := queries.Completions(context.Background(), g, "オープンテ", vocab.KindProject)
	if err != nil {
		panic(err)
	}
	for _, c := range list {
		fmt.Println(c.Text, g.Name(c.Entity))
	}
	// Output:
	// オープンテレメトリ OpenTelemetry
}

func ExampleRelated() {
	g := openDefault()
	defer g.Close()
	answer, err := queries.Related(context.Background(), g, "istio", &queries.RelatedOptions{Limit: 1})
	if err != nil {
		panic(err)
	}
	for _, project := range answer.Related {
		for _, reason := range project.Reasons {
			if reason.Kind == "relation" {
				fmt.Printf("%s: %s\n", project.Name, reason.Text)
			}
		}
	}
	// Output:
	// Envoy: uses, built on
}

// Who speaks on a project, and who maintains it, the nearest first.
func ExampleRelated_speakers() {
	g := openDefault()
	defer g.Close()
	answer, err := queries.Related(context.Background(), g, "nats", &queries.RelatedOptions{Kind: vocab.KindSpeaker, Limit: 1})
	if err != nil {
		panic(err)
	}
	for _, speaker := range answer.Related {
		for _, reason := range speaker.Reasons {
			fmt.Printf("%s: %s\n", speaker.Name, reason.Text)
		}
	}
	// Output:
	// Waldemar Quevedo: 6 talks
	// Waldemar Quevedo: maintainer
}

func ExampleWhy() {
	g := openDefault()
	defer g.Close()
	answer, err := queries.Why(context.Background(), g, "istio", "envoy", nil)
	if err != nil {
		panic(err)
	}
	fmt.Println(answer.Statements[0].Text)
	// Output:
	// Istio uses Envoy
}

func ExamplePath() {
	g := openDefault()
	defer g.Close()
	answer, err := queries.Path(context.Background(), g, "thanos", "linkerd", &queries.PathOptions{Limit: 1})
	if err != nil {
		panic(err)
	}
	for _, step := range answer.Paths[0].Steps {
		fmt.Println(step.Text)
	}
	// Output:
	// “Autoscaling Multi-Cluster Observability with Thanos and Linkerd” is about Thanos
	// “Autoscaling Multi-Cluster Observability with Thanos and Linkerd” is about Linkerd
}

func ExampleProjects() {
	g := openDefault()
	defer g.Close()
	for _, day := range []string{"2018-11-27", "2018-11-28"} {
		past, err := g.AsOf(day)
		if err != nil {
			panic(err)
		}
		list, err := queries.Projects(context.Background(), past, &queries.Filter{Names: []string{"envoy"}})
		if err != nil {
			panic(err)
		}
		fmt.Println(day, list.Projects[0].Name, list.Projects[0].Maturity)
	}
	// Output:
	// 2018-11-27 Envoy incubating
	// 2018-11-28 Envoy graduated
}

func ExampleTalks() {
	g := openDefault()
	defer g.Close()
	list, err := queries.Talks(context.Background(), g, &queries.Filter{Project: "nats", Event: "Cloud Native Meetup Tokyo #1"})
	if err != nil {
		panic(err)
	}
	for _, talk := range list.Talks {
		fmt.Println(talk.Title, "by", talk.Speakers[0].Name)
	}
	// Output:
	// with NATS with Kubernetesの世界へ by Hayahito Kawamitsu
}

func ExampleDescribe() {
	g := openDefault()
	defer g.Close()
	d, err := queries.Describe(context.Background(), g, "istio", nil)
	if err != nil {
		panic(err)
	}
	for _, m := range d.Milestones {
		fmt.Println(m.Date, m.Level)
	}
	// Output:
	// 2022-09-30 accepted
	// 2022-09-30 incubating
	// 2023-07-12 graduated
}

func ExampleEventReport() {
	g := openDefault()
	defer g.Close()
	report, err := queries.EventReport(context.Background(), g, "Cloud Native Meetup Tokyo #7", nil)
	if err != nil {
		panic(err)
	}
	fmt.Println(report.Talks.Count, "talks by", report.Speakers.Count, "speakers on", report.Event.Date)
	for _, p := range report.Projects.Entries {
		if p.Maturity != "" {
			fmt.Println(p.Name, p.Maturity, p.InSeries)
		}
	}
	// Output:
	// 3 talks by 4 speakers on 2019-03-29
	// Kubernetes graduated returning
	// Dragonfly sandbox new
	// Telepresence sandbox new
}

func ExampleGaps() {
	g := openDefault()
	defer g.Close()
	gaps, err := queries.Gaps(context.Background(), g, &queries.GapOptions{
		Maturity: []vocab.Level{vocab.Graduated}, Since: "2025-01-01",
	})
	if err != nil {
		panic(err)
	}
	for _, p := range gaps.Projects {
		fmt.Println(p.Name, p.LastTalk.Date)
	}
	// Output:
	// Fluentd 2024-11-12
	// The Update Framework (TUF) 2024-11-12
}

func ExampleCompare() {
	g := openDefault()
	defer g.Close()
	comparison, err := queries.Compare(context.Background(), g, []string{"linkerd", "istio"}, nil)
	if err != nil {
		panic(err)
	}
	for _, p := range comparison.Projects {
		fmt.Println(p.Name, p.Maturity, p.CreatedBy[0].Name, p.First.Date)
	}
	// Output:
	// Linkerd graduated Buoyant 2017
	// Istio graduated Google 2017
}

func ExampleNeighborhood() {
	g := openDefault()
	defer g.Close()
	network, err := queries.Neighborhood(context.Background(), g, []string{"istio"}, &queries.NeighborhoodOptions{Nodes: 10})
	if err != nil {
		panic(err)
	}
	var dot strings.Builder
	if err := draw.DOT(&dot, network.Diagram(), nil); err != nil {
		panic(err)
	}
	// dot -Tsvg turns istio.dot into a picture.
	if err := os.WriteFile(os.DevNull, []byte(dot.String()), 0o644); err != nil {
		panic(err)
	}
	fmt.Println(network.Nodes[0].Name, len(network.Nodes), strings.HasPrefix(dot.String(), "digraph"))
	// Output:
	// Istio 10 true
}

// Every project that is built on another one, as a table that graph tools import.
func ExampleEverything() {
	g := openDefault()
	defer g.Close()
	net, err := queries.Everything(context.Background(), g, &queries.NeighborhoodOptions{
		Kinds: []vocab.Kind{vocab.KindProject}, Relations: []string{"built_on"},
	})
	if err != nil {
		panic(err)
	}
	for _, e := range net.Edges {
		if e.To.ID == "envoy" && e.From.ID == "istio" {
			fmt.Println(e.From.Name, e.Relation, e.To.Name, len(e.Evidence) > 0)
		}
	}
	// Output:
	// Istio built_on Envoy true
}

// What is stated of a project and of its links to others, as quads.
func ExamplePart() {
	g := openDefault()
	defer g.Close()
	part, err := queries.Part(context.Background(), g, []string{"envoy"}, &queries.NeighborhoodOptions{Kinds: []vocab.Kind{vocab.KindProject}})
	if err != nil {
		panic(err)
	}
	for q := range g.Stated(part) {
		if q.Predicate.Value == vocab.Graduated.Predicate() && strings.HasSuffix(q.Subject.Value, "/envoy") {
			fmt.Println(q.Subject.Value, q.Object.Value)
			break
		}
	}
	// Output:
	// https://w3id.org/cncfgraph/project/envoy 2018-11-28
}
