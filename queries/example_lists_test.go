package queries_test

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/cncfgraph/cncfgraph/queries"
)

// What went wrong is told by errors.Is, the details by errors.As.
func ExampleNotFoundError() {
	g := openDefault()
	defer g.Close()
	_, err := queries.Related(context.Background(), g, "prometeus", nil)
	fmt.Println(errors.Is(err, queries.ErrNotFound))
	var missing *queries.NotFoundError
	if errors.As(err, &missing) {
		fmt.Println(missing.Suggestions[0].Ref())
	}
	// Output:
	// true
	// project/prometheus
}

func ExampleStats() {
	g := openDefault()
	defer g.Close()
	counts, err := queries.Stats(context.Background(), g)
	if err != nil {
		panic(err)
	}
	fmt.Println(counts.CNCFProjects > 200, counts.Talks > counts.Events)
	// Output: true true
}

func ExampleProjectTimeline() {
	g := openDefault()
	defer g.Close()
	timeline, err := queries.ProjectTimeline(context.Background(), g, "envoy", nil)
	if err != nil {
		panic(err)
	}
	for _, e := range timeline.Entries {
		fmt.Println(e.Date, e.Text)
	}
	// Output:
	// 2017-09-13 accepted by the CNCF
	// 2017-09-13 at level incubating
	// 2018-11-28 at level graduated
}

// Talks of any number, without all of them in memory.
func ExampleTalksSeq() {
	g := openDefault()
	defer g.Close()
	spoken := 0
	for talk, err := range queries.TalksSeq(context.Background(), g, &queries.Filter{Project: "kubernetes"}) {
		if err != nil {
			panic(err)
		}
		if spoken += len(talk.Speakers); spoken > 100 {
			break
		}
	}
	fmt.Println(spoken > 100)
	// Output: true
}

func ExampleSpeakers() {
	g := openDefault()
	defer g.Close()
	list, err := queries.Speakers(context.Background(), g, &queries.Filter{Project: "nats", Event: "Cloud Native Meetup Tokyo #1"})
	if err != nil {
		panic(err)
	}
	for _, s := range list.Speakers {
		fmt.Println(s.Name, s.TalkCount)
	}
	// Output: Hayahito Kawamitsu 1
}

func ExampleSpeakersSeq() {
	g := openDefault()
	defer g.Close()
	filter := &queries.Filter{Project: "nats", Event: "Cloud Native Meetup Tokyo #1"}
	for speaker, err := range queries.SpeakersSeq(context.Background(), g, filter) {
		if err != nil {
			panic(err)
		}
		fmt.Println(speaker.Name)
	}
	// Output: Hayahito Kawamitsu
}

func ExampleEvents() {
	g := openDefault()
	defer g.Close()
	list, err := queries.Events(context.Background(), g, &queries.Filter{Names: []string{"KubeCon + CloudNativeCon Europe 2026"}})
	if err != nil {
		panic(err)
	}
	for _, e := range list.Events {
		fmt.Println(e.Date, e.End, e.Location)
	}
	// Output: 2026-03-23 2026-03-26 Amsterdam, Netherlands
}

func ExampleCategories() {
	g := openDefault()
	defer g.Close()
	list, err := queries.Categories(context.Background(), g, &queries.Filter{Names: []string{"service mesh"}})
	if err != nil {
		panic(err)
	}
	for _, c := range list.Categories {
		fmt.Println(c.Name, "in", c.Parent.Name)
	}
	// Output: Orchestration & Management / Service Mesh in Orchestration & Management
}

// Which companies spoke about a project?
func ExampleOrganizations() {
	g := openDefault()
	defer g.Close()
	list, err := queries.Organizations(context.Background(), g, &queries.Filter{Project: "nats", Names: []string{"Synadia"}})
	if err != nil {
		panic(err)
	}
	for _, o := range list.Organizations {
		fmt.Println(o.Name, o.SpeakerCount > 1)
	}
	// Output: Synadia true
}

// What a database, or here the default graph, was made from.
func ExampleSources() {
	g := openDefault()
	defer g.Close()
	list, err := queries.Sources(context.Background(), g, nil)
	if err != nil {
		panic(err)
	}
	for _, s := range list.Sources {
		if strings.HasSuffix(s.ID, "/landscape.yml") {
			fmt.Println(s.Name, s.Quads > 1000)
		}
	}
	// Output: CNCF landscape (landscape.yml) true
}
