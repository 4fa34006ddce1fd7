package main

import (
	"fmt"

	"github.com/cncfgraph/cncfgraph/extract"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/yamlmap"
)

// milestones returns the dated milestones of projects that the catalogue knows.
func (w *writer) milestones() []extract.Maturity {
	var list []extract.Maturity
	for _, m := range w.doc.Maturity {
		switch {
		case len(w.known([]string{m.Project})) == 0:
			w.strange++
		case m.Date != "":
			list = append(list, m)
		}
	}
	return list
}

// levelOf returns the key of the milestone's level.
func levelOf(m extract.Maturity) string {
	if m.Level == "donated" {
		return string(vocab.Accepted)
	}
	return m.Level
}

// maturity adds which project reached which level when, with the lines.
func (w *writer) maturity(root *yamlmap.Map) {
	var list yamlmap.List
	milestones := w.milestones()
	for _, m := range milestones {
		var one yamlmap.Map
		one.Text("project", m.Project)
		one.Plain(levelOf(m), string(m.Date))
		one.Number("line", m.Line)
		list.Add(one.Flow())
	}
	if len(milestones) > 0 {
		root.Node("maturity", list.Block())
	}
}

// histories returns a file in the schema of data/corrections.yaml: the milestones of
// each project, with the commit that shows each.
func (w *writer) histories() ([]byte, error) {
	var order []string
	of := map[string]*yamlmap.List{}
	for _, m := range w.milestones() {
		if of[m.Project] == nil {
			order = append(order, m.Project)
			of[m.Project] = &yamlmap.List{}
		}
		var one yamlmap.Map
		one.Plain(levelOf(m), string(m.Date))
		one.Text("evidence", w.commits+m.Evidence)
		of[m.Project].Add(one.Flow())
	}
	var root yamlmap.Map
	var list yamlmap.List
	for _, project := range order {
		var one yamlmap.Map
		one.Text("project", project)
		one.Node("milestones", of[project].Block())
		list.Add(one.Block())
	}
	root.Node("histories", list.Block())
	text, err := root.Bytes()
	return append(fmt.Appendf(nil, header, w.origin()), text...), err
}
