package queries

import (
	"fmt"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/draw"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// ReportClusters lists by what the projects of a report can be put together, the
// default first.
var ReportClusters = []string{"maturity", "category"}

// Diagram returns the report, which g gave, as a diagram: the event in the middle, and
// an edge to each project of the report that says how many talks were about it.
// Projects stand together by what cluster names, one of ReportClusters; those that the
// report leaves out are one remark.
func (r *Report) Diagram(g *graph.Graph, cluster string) draw.Diagram {
	d := draw.Diagram{Title: r.diagramTitle()}
	event := drawn(g, r.Event.Entity)
	event.Focus = true
	d.Nodes = append(d.Nodes, event)
	var before, after int // projects on either side of the event
	for _, c := range r.clusters(cluster) {
		ahead := before < after
		for _, p := range c.projects {
			node := NetworkNode{Entity: p.Entity, Maturity: p.Maturity, Cluster: Text(c.name)}
			if id, ok := g.Entity(p.Kind, p.ID); ok {
				node.URL = Text(page(g, id))
			}
			d.Nodes = append(d.Nodes, node.drawn())
			edge := projectEdge(r.Event.Entity, p)
			if ahead {
				edge.From, edge.To = edge.To, edge.From
				before++
			} else {
				after++
			}
			d.Edges = append(d.Edges, edge)
		}
	}
	if r.Projects.Omitted > 0 {
		more := "+" + counted(r.Projects.Omitted, "more project")
		d.Nodes = append(d.Nodes, draw.Node{ID: "more", Label: more})
		d.Edges = append(d.Edges, draw.Edge{From: event.ID, To: "more", Tooltip: more})
	}
	return d
}

// projectCluster are projects that stand together.
type projectCluster struct {
	name     string
	projects []ReportedProject
}

// clusters returns the projects in the order of the report, by what the name says.
func (r *Report) clusters(by string) []projectCluster {
	var list []projectCluster
	place, sizes := map[string]int{}, map[string]int{}
	for _, p := range r.Projects.Entries {
		for _, category := range p.Categories {
			sizes[category]++
		}
	}
	if by != ReportClusters[1] {
		for i, level := range reportedLevels {
			place[levelName(level)] = i
			list = append(list, projectCluster{name: levelName(level)})
		}
	}
	for _, p := range r.Projects.Entries {
		name := levelName(p.Maturity)
		if by == ReportClusters[1] {
			name = mainCategoryName(p.Categories, sizes)
		}
		i, ok := place[name]
		if !ok {
			i = len(list)
			place[name] = i
			list = append(list, projectCluster{name: name})
		}
		list[i].projects = append(list[i].projects, p)
	}
	return list
}

// levelName returns the level, in words where it is none.
func levelName(level Text) string {
	if level == "" {
		return "no CNCF project"
	}
	return string(level)
}

// mainCategoryName returns the greatest of the categories, of several such the first,
// "in no category" where there is none.
func mainCategoryName(categories []string, sizes map[string]int) string {
	best := "in no category"
	for _, c := range categories {
		if sizes[c] > sizes[best] {
			best = c
		}
	}
	return best
}

// projectEdge returns the edge from the event to the project.
func projectEdge(event Entity, p ReportedProject) draw.Edge {
	e := draw.Edge{From: event.Ref(), To: p.Ref(), Label: counted(p.Talks, "talk"), Mutual: true}
	e.Tooltip = fmt.Sprintf("%s about %s", e.Label, p.Name)
	if p.Mentions > 0 {
		e.Tooltip += fmt.Sprintf(", %d more that name it", p.Mentions)
	}
	e.Tooltip += evidenceText(p.Evidence)
	if len(p.Evidence) > 0 {
		e.URL = p.Evidence[0].Label().Value
	}
	return e
}

// diagramTitle returns what the diagram shows, in words.
func (r *Report) diagramTitle() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Projects at %s", r.Event.Name)
	if r.Event.Date != "" {
		fmt.Fprintf(&b, ", %s", r.Event.Date)
	}
	if r.Event.IsSeries && r.Event.End != "" {
		fmt.Fprintf(&b, " to %s", r.Event.End)
	}
	fmt.Fprintf(&b, ", with the talks about them (%s in all)", counted(r.Talks.Count, string(vocab.KindTalk)))
	return b.String()
}
