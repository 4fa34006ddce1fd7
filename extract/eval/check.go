package eval

import (
	"errors"
	"fmt"
	"slices"
)

// faultyElement is an element of a list that lacks what scoring needs.
type faultyElement struct {
	list  string // as the file calls it
	index int
	fault string
}

func (e *faultyElement) Error() string { return fmt.Sprintf("%s: %s", e.list, e.fault) }

// check returns an error where g lacks what scoring needs; without it, a slip in a
// gold file would pass for an error of the extractor.
func (g *Gold) check() error {
	if g.ID == "" {
		return errors.New(`no "id"`)
	}
	if g.Event != nil && g.Event.Name == "" {
		return errors.New("event: no name")
	}
	for _, err := range [...]error{
		checkEach("projects", g.Projects, Project.fault),
		checkEach("talks", g.Talks, Talk.fault),
		checkEach("distractors", g.Distractors, Distractor.fault),
		checkEach("maturity", g.Maturity, Maturity.fault),
		checkEach("relations", g.Relations, Relation.fault),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}

// checkEach returns the first fault of an element of the list, nil if there is none.
func checkEach[T any](list string, elements []T, fault func(T) string) error {
	for i, e := range elements {
		if f := fault(e); f != "" {
			return &faultyElement{list, i, f}
		}
	}
	return nil
}

func (p Project) fault() string {
	switch {
	case p.Name == "":
		return "no name"
	case slices.Min(p.lines()) < 1:
		return p.Name + ": no line"
	}
	return ""
}

func (t Talk) fault() string {
	if max(t.Line, t.SpeakerLine, t.SlidesLine) < 1 {
		return "no line"
	}
	for _, s := range t.Speakers {
		if s.Name == "" && s.Handle == "" {
			return "speaker without name and handle"
		}
	}
	return ""
}

func (d Distractor) fault() string {
	switch {
	case normal(d.Surface) == "":
		return "no surface"
	case slices.Min(d.lines()) < 1:
		return d.Surface + ": no line"
	}
	return ""
}

func (m Maturity) fault() string {
	switch {
	case m.Project == "" || m.Level == "":
		return "no project or level"
	case m.Line < 1:
		return m.Project + ": no line"
	}
	return ""
}

func (r Relation) fault() string {
	switch {
	case r.From == "" || r.Type == "" || r.To == "":
		return "no from, type or to"
	case r.Line < 1:
		return r.From + ": no line"
	}
	return ""
}

// lines returns the lines that name the project, at least one.
func (p Project) lines() []int {
	if len(p.Lines) == 0 {
		return []int{p.FirstLine}
	}
	return p.Lines
}

// lines returns the lines that the distractor stands in.
func (d Distractor) lines() []int {
	return append([]int{d.Line}, d.AlsoLines...)
}
