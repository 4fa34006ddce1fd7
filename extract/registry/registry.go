// Package registry reads what registries say of projects: devstats and clomonitor,
// tables of changes of maturity, of relations between projects, and of maintainers.
package registry

import (
	"fmt"
	"strings"

	"github.com/cncfgraph/cncfgraph/extract/record"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/pattern"
)

// Formats returns the formats of registries, in the order in which they are tried.
func Formats() []record.Format {
	return []record.Format{
		{Name: "devstats", Detect: isDevstats, Read: readDevstats},
		{Name: "clomonitor", Detect: isClomonitor, Read: readClomonitor},
		{Name: "relations-csv", Detect: isRelations, Read: readRelations},
		{Name: "maintainers-csv", Detect: isMaintainers, Read: readMaintainers},
		{Name: "maturity-csv", Detect: isChanges, Read: readChanges},
	}
}

var (
	devstatsHead  = pattern.Lazy(`(?m)^projects:\s*$`)
	devstatsField = pattern.Lazy(`(?m)^    (?:psql_db|main_repo|join_date):`)
	devstatsEntry = pattern.Lazy(`^  [^\s#][^:]*:\s*$`)
)

func isDevstats(text string) bool {
	head := record.Head(text)
	return strings.Contains(head, "projects:") && devstatsHead().MatchString(head) && devstatsField().MatchString(head)
}

// readDevstats reads the projects.yaml of devstats. It dates the acceptance of a
// project and what came behind it; the level of the acceptance is that of today
// where nothing came.
func readDevstats(text string) *record.File {
	f := &record.File{Rank: vocab.RankDevstats}
	record.Entries(f, text, devstatsEntry(), func(e record.Entry) {
		name, status := e.Get("name"), e.Get("status")
		level, known := levelNamed(status.Value)
		if name.Value == "" || !known {
			f.Passed++ // a repository group, no project of the CNCF
			return
		}
		var milestones []record.Milestone
		for _, m := range []struct {
			key   string
			level vocab.Level
		}{
			{"join_date", vocab.Accepted},
			{"incubating_date", vocab.Incubating},
			{"graduated_date", vocab.Graduated},
			{"archived_date", vocab.Archived},
		} {
			at := e.Get(m.key)
			if at.Value == "" {
				continue
			}
			date, err := record.Date(at.Value)
			if err != nil {
				f.Fail(at.Line, err)
				return
			}
			milestones = append(milestones, record.Milestone{Project: name.Value, Level: m.level, Date: date, Line: at.Line})
		}
		if len(milestones) == 1 && milestones[0].Level == vocab.Accepted && level != vocab.Archived {
			joined := milestones[0]
			joined.Level = level
			milestones = append(milestones, joined)
		}
		f.Milestones = append(f.Milestones, milestones...)
		p := record.Project{Name: name.Value, Line: name.Line}
		if repo := e.Get("main_repo"); strings.Count(repo.Value, "/") == 1 {
			p.Repositories = append(p.Repositories, record.Page{URL: "https://github.com/" + repo.Value, Line: repo.Line})
		}
		f.Projects = append(f.Projects, p)
	})
	return f
}

var (
	clomonitorEntry = pattern.Lazy(`^- `)
	clomonitorName  = pattern.Lazy(`(?m)^- name:`)
	clomonitorField = pattern.Lazy(`(?m)^  (?:maturity|accepted_at|devstats_url|repositories):`)
)

func isClomonitor(text string) bool {
	head := record.Head(text)
	return strings.Contains(head, "- name:") && clomonitorName().MatchString(head) && len(clomonitorField().FindAllString(head, 2)) == 2
}

// readClomonitor reads the projects of clomonitor: where their repositories are,
// when they were accepted and at which level they are.
func readClomonitor(text string) *record.File {
	f := &record.File{}
	record.Entries(f, text, clomonitorEntry(), func(e record.Entry) {
		name := e.Get("display_name")
		if name.Value == "" {
			name = e.Get("name")
		}
		if name.Value == "" {
			f.Fail(e.Line, errName)
			return
		}
		accepted := e.Get("accepted_at")
		if accepted.Value != "" {
			date, err := record.Date(accepted.Value)
			if err != nil {
				f.Fail(accepted.Line, err)
				return
			}
			f.Milestones = append(f.Milestones, record.Milestone{Project: name.Value, Level: vocab.Accepted, Date: date, Line: accepted.Line})
		}
		if at := e.Get("maturity"); at.Value != "" {
			if level, ok := levelNamed(at.Value); ok {
				f.Milestones = append(f.Milestones, record.Milestone{Project: name.Value, Level: level, Line: at.Line})
			}
		}
		p := record.Project{Name: name.Value, Homepage: e.Get("home_url").Value, Line: name.Line}
		for _, r := range e.Below("repositories") {
			if url := r.Get("url"); url.Value != "" {
				p.Repositories = append(p.Repositories, record.Page{URL: url.Value, Line: url.Line})
			}
		}
		f.Projects = append(f.Projects, p)
	})
	return f
}

// levelNamed returns the level that a registry calls name, in any case.
func levelNamed(name string) (vocab.Level, bool) {
	return vocab.LevelOf(vocab.Base + strings.ToLower(name))
}

// errName is the error of a row without a project.
var errName = fmt.Errorf("no name of a project")
