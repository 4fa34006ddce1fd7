package registry

import (
	"fmt"
	"strings"

	"github.com/cncfgraph/cncfgraph/extract/record"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/pattern"
)

// headOf returns the beginning of the table that text is; ok is false where it is
// none, or lacks a column for one of the lists of names.
func headOf(text string, columns ...[]string) (t *record.Table, ok bool) {
	t, ok = record.ReadTable(record.Head(text))
	for _, names := range columns {
		if !ok {
			return nil, false
		}
		_, ok = t.Column(names...)
	}
	return t, ok
}

// holds tells whether a row of t has a value in the column that is one of those
// wanted: tables of other things have such columns too.
func holds(t *record.Table, column []string, wanted func(string) bool) bool {
	at, _ := t.Column(column...)
	found := false
	t.Rows(&record.File{}, func(r record.Row) { found = found || wanted(r.Get(at)) })
	return found
}

// Names under which people write the columns of tables.
var (
	projectColumn    = []string{"project", "name", "project name"}
	levelColumn      = []string{"to", "level", "maturity", "status"}
	evidenceColumn   = []string{"evidence", "commit", "source", "url"}
	dateColumn       = []string{"date", "commit_time", "time", "since", "on"}
	fromColumn       = []string{"from", "project", "source project"}
	relationColumn   = []string{"relation", "type", "predicate"}
	toColumn         = []string{"to", "target", "other"}
	maintainerColumn = []string{"maintainer name", "maintainer", "maintainers"}
	companyColumn    = []string{"company", "affiliation", "organization", "employer"}
	handleColumn     = []string{"github name", "github", "github handle", "github id", "handle"}
)

func isChanges(text string) bool {
	t, ok := headOf(text, projectColumn, levelColumn, dateColumn)
	return ok && holds(t, levelColumn, func(s string) bool {
		_, known := levelNamed(s)
		return known
	})
}

// readChanges reads a table of changes of maturity: a project, the level that it
// came to and the day. Where no level is named, a project left the list.
func readChanges(text string) *record.File {
	f := &record.File{Rank: vocab.RankObserved, Changes: true}
	t, ok := record.ReadTable(text)
	if !ok {
		return f
	}
	project, _ := t.Column(projectColumn...)
	to, _ := t.Column(levelColumn...)
	on, _ := t.Column(dateColumn...)
	evidence, _ := t.Column(evidenceColumn...)
	t.Rows(f, func(r record.Row) {
		name, state := record.OneLine(r.Get(project)), r.Get(to)
		level, known := levelNamed(state)
		date, err := record.Date(r.Get(on))
		switch {
		case name == "":
			f.Fail(r.Line, errName)
		case !known && state != "":
			f.Fail(r.Line, fmt.Errorf("unknown level %q", state))
		case err != nil:
			f.Fail(r.Line, err)
		default:
			f.Milestones = append(f.Milestones, record.Milestone{Project: name, Level: level, Date: date, Evidence: r.Get(evidence), Line: r.Line})
		}
	})
	return f
}

func isRelations(text string) bool {
	t, ok := headOf(text, fromColumn, relationColumn, toColumn)
	return ok && holds(t, relationColumn, func(s string) bool {
		_, _, known := relationNamed(s)
		return known
	})
}

// relationNames are names of relations besides those of package vocab.
var relationNames = map[string]vocab.Relation{
	"depends_on": vocab.Uses, "subproject_of": vocab.PartOf, "successor_of": vocab.RenamedFrom, "merged_from": vocab.RenamedFrom,
}

// turnedRelations are names of relations that run the other way.
var turnedRelations = map[string]vocab.Relation{
	"renamed_to": vocab.RenamedFrom, "succeeded_by": vocab.RenamedFrom, "merged_into": vocab.RenamedFrom,
	"used_by": vocab.Uses, "dependency_of": vocab.Uses,
}

// relationNamed returns the relation that a table calls name, and whether it runs
// the other way.
func relationNamed(name string) (kind vocab.Relation, turned, known bool) {
	name = strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(name))
	if kind, known = vocab.RelationNamed(name); known {
		return kind, false, true
	}
	if kind, known = relationNames[name]; known {
		return kind, false, true
	}
	kind, turned = turnedRelations[name]
	return kind, turned, turned
}

// readRelations reads a table of relations between projects.
func readRelations(text string) *record.File {
	f := &record.File{}
	t, ok := record.ReadTable(text)
	if !ok {
		return f
	}
	from, _ := t.Column(fromColumn...)
	relation, _ := t.Column(relationColumn...)
	to, _ := t.Column(toColumn...)
	t.Rows(f, func(r record.Row) {
		one := record.Relation{From: record.OneLine(r.Get(from)), To: record.OneLine(r.Get(to)), Line: r.Line}
		kind, turned, known := relationNamed(r.Get(relation))
		one.Kind = kind
		if turned {
			one.From, one.To = one.To, one.From
		}
		switch {
		case one.From == "" || one.To == "":
			f.Fail(r.Line, errName)
		case !known:
			f.Fail(r.Line, fmt.Errorf("unknown relation %q", r.Get(relation)))
		default:
			f.Relations = append(f.Relations, one)
		}
	})
	return f
}

func isMaintainers(text string) bool {
	_, ok := headOf(text, projectColumn, maintainerColumn)
	return ok
}

// groups are the parts of a project that a table of maintainers may name for it.
var (
	groups    = `(?:steering(?: committee)?|technical (?:oversight |steering )?committee|governance committee|maintainers|owners|core|community|governance|sig|working group leads)`
	groupEnd  = pattern.Lazy(`(?i)(?:\s+` + groups + `|:\s*` + groups + `|\s*\(` + groups + `[^()]*\)|\s+\(non-voting\))$`)
	groupOnly = pattern.Lazy(`(?i)^` + groups + `$`)
)

// groupsProject returns the project of a group: before is that of the row above.
func groupsProject(group, before string) string {
	if groupOnly().MatchString(group) {
		return before
	}
	return groupEnd().ReplaceAllString(group, "")
}

// readMaintainers reads a table of maintainers. The project stands in the first
// row of its maintainers only.
func readMaintainers(text string) *record.File {
	f := &record.File{}
	t, ok := record.ReadTable(text)
	if !ok {
		return f
	}
	project, _ := t.Column(projectColumn...)
	name, _ := t.Column(maintainerColumn...)
	company, _ := t.Column(companyColumn...)
	handle, _ := t.Column(handleColumn...)
	current := ""
	t.Rows(f, func(r record.Row) {
		if p := record.OneLine(r.Get(project)); p != "" {
			current = groupsProject(p, current)
		}
		m := record.Maintainer{Project: current, Line: r.Line, Speaker: record.Speaker{
			Name: record.OneLine(r.Get(name)), Organization: record.Company(r.Get(company)),
		}}
		if h := r.Get(handle); h != "" {
			m.Handle = record.Handle(h)
			m.Platform = "github"
		}
		if strings.ContainsAny(m.Handle, " \t") {
			m.Handle, m.Platform = "", ""
		}
		switch {
		case m.Name == "" && m.Handle == "":
			f.Passed++
		case current == "":
			f.Fail(r.Line, errName)
		default:
			f.Maintainers = append(f.Maintainers, m)
		}
	})
	return f
}
