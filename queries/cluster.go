package queries

import (
	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Clusters lists by what the nodes of a network can be put together: projects by
// the category, talks and speakers by the event, projects by the maturity level.
var Clusters = []string{"category", "event", "maturity"}

// cluster returns the name of what the node is put together with others by, "" for
// nothing.
func (e *explorer) cluster(id graph.ID, node NetworkNode, by string) string {
	switch by {
	case "category":
		switch node.Kind {
		case vocab.KindProject:
			return e.mainCategory(id)
		case vocab.KindCategory:
			return node.Name
		}
	case "maturity":
		switch {
		case node.Kind == vocab.KindProject && node.Maturity == "":
			return "no CNCF project"
		case node.Kind == vocab.KindProject:
			return string(node.Maturity)
		}
	case "event":
		switch node.Kind {
		case vocab.KindEvent:
			return node.Name
		case vocab.KindTalk:
			return e.firstEvent(id)
		case vocab.KindSpeaker:
			return e.onlyEvent(id)
		}
	}
	return ""
}

// mainCategory returns the name of the category of the project that holds the most of
// the focus and the projects next to it, of several such the first by id; "" for none.
func (e *explorer) mainCategory(project graph.ID) string {
	var best graph.ID
	most := 0
	for category := range e.g.Objects(project, vocab.Subject) {
		count := 0
		for other := range e.g.Subjects(vocab.Subject, category) {
			if n, ok := e.found[other]; ok && n.depth <= 1 {
				count++
			}
		}
		if count > most || best == 0 {
			best, most = category, count
		}
	}
	return e.g.Name(best)
}

// firstEvent returns the name of the event of the talk, "" for none.
func (e *explorer) firstEvent(talk graph.ID) string {
	for event := range e.g.Objects(talk, vocab.SuperEvent) {
		return e.g.Name(event)
	}
	return ""
}

// onlyEvent returns the name of the event at which the speaker gave every talk that
// was found, "" where these are several or none.
func (e *explorer) onlyEvent(speaker graph.ID) string {
	var only graph.ID
	for talk := range e.g.Subjects(vocab.Performer, speaker) {
		if _, ok := e.found[talk]; !ok {
			continue
		}
		for event := range e.g.Objects(talk, vocab.SuperEvent) {
			if only != 0 && only != event {
				return ""
			}
			only = event
		}
	}
	return e.g.Name(only)
}
