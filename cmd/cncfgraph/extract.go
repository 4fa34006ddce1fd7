package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/extract"
	"github.com/cncfgraph/cncfgraph/extract/files"
)

func newExtract() *cobra.Command {
	var (
		reading    reading
		explaining bool
	)
	c := &cobra.Command{
		Use:   "extract FILE|FOLDER...",
		Short: "Show what documents say, without storing it",
		Long: `Show what documents say: events, talks with speakers and slides, the projects named
with each mention, maturity statements and relations, each with its line. The
format of a document is found by its content. A folder means the files in it.`,
		Example: `  cncfgraph extract memo.md
  cncfgraph extract notes/ -o json
  cncfgraph extract --explain memo.md`,
		Args: minArgs("a file or folder"),
		RunE: func(c *cobra.Command, args []string) error {
			format, err := outputFormat(c)
			if err != nil {
				return err
			}
			defer untilInterrupted(c)()
			out := stream{command: c, format: format, list: "documents"}
			failed := reading.each(c, args, func(r *files.Result) error {
				if !explaining {
					return out.add(documentAnswer(r.Document))
				}
				mentions, err := explain(r, reading.MaxSize)
				return errors.Join(err, out.add(explainAnswer(r.Document, mentions)))
			})
			return errors.Join(out.close(), failed)
		},
	}
	addOutputFlags(c)
	c.Flags().BoolVar(&explaining, "explain", false, "show each mention in its line, what it was taken for, and why")
	reading.addFlags(c)
	return c
}

// documentAnswer is what extract prints of a document.
func documentAnswer(d *extract.Document) answer {
	a := answer{value: d, header: []string{"SOURCE", "LINE", "WHAT", "TEXT", "PROJECTS"}}
	add := func(line int, what, text, projects string) {
		a.rows = append(a.rows, []string{d.Source, strconv.Itoa(line), what, text, projects})
	}
	for _, ev := range d.Events {
		add(ev.Line, "event", ev.Name+date(string(ev.Date)), "")
	}
	for _, t := range d.Talks {
		add(t.Line, "talk", string(t.Title)+by(t.Speakers), strings.Join(t.Projects, ", "))
	}
	for _, p := range d.Projects {
		add(p.Mentions[0].Line, "project", fmt.Sprintf("%s, %d×", p.Name, len(p.Mentions)), "")
		a.names = append(a.names, "project/"+p.ID)
	}
	for _, m := range d.Maturity {
		add(m.Line, "maturity", m.Project+" "+m.Level+date(string(m.Date)), "")
	}
	for _, r := range d.Relations {
		add(r.Line, "relation", r.From+" "+r.Type+" "+r.To, "")
	}
	return a
}

// date returns " (2018-05-21)", "" where there is none.
func date(d string) string {
	if d == "" {
		return ""
	}
	return " (" + d + ")"
}

// by returns " – A, @b", "" for no speakers.
func by(speakers []extract.Speaker) string {
	names := make([]string, len(speakers))
	for i, s := range speakers {
		names[i] = string(s.Name)
		if s.Name == "" {
			names[i] = "@" + string(s.Handle)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return " – " + strings.Join(names, ", ")
}
