package main

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

// ofTalks are the filters of the kinds that talks lead to.
var ofTalks = []string{"project", "mentions", "speaker", "event", "category", "maturity", "place", "since", "until"}

// listings are the kinds that get lists.
var listings = []listing{
	{
		vocab.KindProject, "projects", "List projects with maturity and categories",
		"  cncfgraph get projects --maturity graduated --as-of 2018-12-01\n  cncfgraph get projects --category 'service mesh' -o name",
		[]string{"category", "maturity", "speaker", "event", "place", "since", "until"},
		listProjects,
	},
	{
		vocab.KindTalk, "talks", "List talks with speakers and projects",
		"  cncfgraph get talks --project nats\n  cncfgraph get talks --mentions kafka --since 2018-01-01",
		ofTalks, listTalks,
	},
	{
		vocab.KindSpeaker, "speakers", "List speakers with handles and number of talks",
		"  cncfgraph get speakers --project nats --place tokyo",
		slices.DeleteFunc(slices.Clone(ofTalks), func(f string) bool { return f == "speaker" }), listSpeakers,
	},
	{
		vocab.KindEvent, "events", "List events with date and place",
		"  cncfgraph get events --since 2019-01-01",
		ofTalks, listEvents,
	},
	{
		vocab.KindCategory, "categories", "List the categories of the landscape",
		"  cncfgraph get categories --project istio",
		[]string{"project", "category"},
		listCategories,
	},
	{
		vocab.KindOrganization, "organizations", "List organisations",
		"  cncfgraph get organizations --project envoy",
		ofTalks, listOrganizations,
	},
	{
		vocab.KindSource, "sources", "List the sources that statements come from",
		"  cncfgraph get sources --project nats",
		[]string{"project", "speaker", "event", "since", "until"},
		listSources,
	},
}

func listProjects(ctx context.Context, g *graph.Graph, f *queries.Filter) (answer, error) {
	list, err := queries.Projects(ctx, g, f)
	if err != nil {
		return answer{}, err
	}
	a := answer{value: list, header: []string{"PROJECT", "MATURITY", "CATEGORIES"}, wideHeader: []string{"PROJECT", "ID", "MATURITY", "MILESTONES", "CATEGORIES", "HOMEPAGE", "REPOSITORIES"}}
	a.size(len(list.Projects))
	for i := range list.Projects {
		p := &list.Projects[i]
		var reached []vocab.Evidence // of the level that it is at
		if n := len(p.Milestones); n > 0 {
			reached = []vocab.Evidence{p.Milestones[n-1].Evidence}
		}
		categories := strings.Join(p.Categories, ", ")
		a.rows = append(a.rows, []string{p.Name, string(p.Maturity), categories})
		a.wide = append(a.wide, func() []string {
			milestones := make([]string, len(p.Milestones))
			for k, m := range p.Milestones {
				milestones[k] = string(m.Level) + " " + m.Date
			}
			return []string{p.Name, p.ID, string(p.Maturity), strings.Join(milestones, ", "), categories, string(p.Homepage), strings.Join(p.Repositories, ", ")}
		})
		a.evidence = append(a.evidence, reached)
		a.names = append(a.names, "project/"+p.ID)
	}
	return a, nil
}

func listTalks(ctx context.Context, g *graph.Graph, f *queries.Filter) (answer, error) {
	list, err := queries.Talks(ctx, g, f)
	if err != nil {
		return answer{}, err
	}
	a := answer{value: list, header: []string{"DATE", "TALK", "SPEAKERS", "PROJECTS", "EVENT"}, wideHeader: []string{"DATE", "TALK", "ID", "SPEAKERS", "PROJECTS", "MENTIONS", "EVENT", "SLIDES", "VIDEO", "EVIDENCE"}}
	a.size(len(list.Talks))
	for i := range list.Talks {
		t := &list.Talks[i]
		event := ""
		if t.Event != nil {
			event = t.Event.Name
		}
		speakers, projects := entityNames(t.Speakers), entityNames(t.Projects)
		a.rows = append(a.rows, []string{string(t.Date), t.Title, speakers, projects, event})
		a.wide = append(a.wide, func() []string {
			return []string{string(t.Date), t.Title, t.ID, speakers, projects, entityNames(t.Mentions), event, string(t.Slides), string(t.Video), someEvidence(t.Evidence, 1)}
		})
		a.evidence = append(a.evidence, t.Evidence)
		a.names = append(a.names, "talk/"+t.ID)
	}
	return a, nil
}

func listSpeakers(ctx context.Context, g *graph.Graph, f *queries.Filter) (answer, error) {
	list, err := queries.Speakers(ctx, g, f)
	if err != nil {
		return answer{}, err
	}
	a := answer{value: list, header: []string{"SPEAKER", "HANDLES", "ORGANIZATIONS", "TALKS"}, wideHeader: []string{"SPEAKER", "ID", "NAMES", "HANDLES", "ORGANIZATIONS", "TALKS"}}
	a.size(len(list.Speakers))
	for i := range list.Speakers {
		s := &list.Speakers[i]
		handles := make([]string, len(s.Handles))
		for k, h := range s.Handles {
			handles[k] = "@" + h.Handle
			if h.Platform != "" {
				handles[k] += " (" + string(h.Platform) + ")"
			}
		}
		handle, organizations := strings.Join(handles, ", "), strings.Join(s.Organizations, ", ")
		talks := strconv.Itoa(s.TalkCount)
		a.rows = append(a.rows, []string{s.Name, handle, organizations, talks})
		a.wide = append(a.wide, func() []string {
			return []string{s.Name, s.ID, strings.Join(s.Names, ", "), handle, organizations, talks}
		})
		a.names = append(a.names, "speaker/"+s.ID)
	}
	return a, nil
}

func listEvents(ctx context.Context, g *graph.Graph, f *queries.Filter) (answer, error) {
	list, err := queries.Events(ctx, g, f)
	if err != nil {
		return answer{}, err
	}
	a := answer{value: list, header: []string{"DATE", "EVENT", "SERIES", "LOCATION", "TALKS"}, wideHeader: []string{"DATE", "END", "EVENT", "ID", "SERIES", "LOCATION", "TALKS"}}
	a.size(len(list.Events))
	for i := range list.Events {
		e := &list.Events[i]
		talks := strconv.Itoa(e.TalkCount)
		a.rows = append(a.rows, []string{string(e.Date), e.Name, string(e.Series), string(e.Location), talks})
		a.wide = append(a.wide, func() []string {
			return []string{string(e.Date), string(e.End), e.Name, e.ID, string(e.Series), string(e.Location), talks}
		})
		a.names = append(a.names, "event/"+e.ID)
	}
	return a, nil
}

func listCategories(ctx context.Context, g *graph.Graph, f *queries.Filter) (answer, error) {
	list, err := queries.Categories(ctx, g, f)
	if err != nil {
		return answer{}, err
	}
	a := answer{value: list, header: []string{"CATEGORY", "PROJECTS", "ID"}}
	for _, c := range list.Categories {
		a.rows = append(a.rows, []string{c.Name, strconv.Itoa(c.ProjectCount), c.ID})
		a.names = append(a.names, "category/"+c.ID)
	}
	return a, nil
}

func listOrganizations(ctx context.Context, g *graph.Graph, f *queries.Filter) (answer, error) {
	list, err := queries.Organizations(ctx, g, f)
	if err != nil {
		return answer{}, err
	}
	a := answer{value: list, header: []string{"ORGANIZATION", "SPEAKERS", "CREATED"}, wideHeader: []string{"ORGANIZATION", "ID", "SPEAKERS", "CREATED", "URL"}}
	a.size(len(list.Organizations))
	for i := range list.Organizations {
		o := &list.Organizations[i]
		speakers, created := strconv.Itoa(o.SpeakerCount), entityNames(o.Created)
		a.rows = append(a.rows, []string{o.Name, speakers, created})
		a.wide = append(a.wide, func() []string { return []string{o.Name, o.ID, speakers, created, string(o.URL)} })
		a.names = append(a.names, "organization/"+o.ID)
	}
	return a, nil
}

func listSources(ctx context.Context, g *graph.Graph, f *queries.Filter) (answer, error) {
	list, err := queries.Sources(ctx, g, f)
	if err != nil {
		return answer{}, err
	}
	a := answer{value: list, header: []string{"SOURCE", "TITLE", "ISSUED", "LANGUAGE", "TALKS", "QUADS"}}
	for _, s := range list.Sources {
		a.rows = append(a.rows, []string{s.ID, s.Name, string(s.Issued), string(s.Language), strconv.Itoa(s.TalkCount), strconv.Itoa(s.Quads)})
		a.names = append(a.names, s.ID)
	}
	return a, nil
}
