package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/extract"
	"github.com/cncfgraph/cncfgraph/extract/files"
	"github.com/cncfgraph/cncfgraph/extract/link"
	"github.com/cncfgraph/cncfgraph/graph"
)

func newExtract() *cobra.Command {
	var (
		opts       files.Options
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
			all := extraction{Documents: []*extract.Document{}}
			var mentions [][]explained
			failed := eachDocument(c, args, &opts, func(r *files.Result) error {
				all.Documents = append(all.Documents, r.Document)
				if explaining {
					list, err := explain(r, opts.MaxSize)
					mentions = append(mentions, list)
					return err
				}
				return nil
			})
			if len(all.Documents) == 0 && failed != nil {
				return failed
			}
			result := all.answer
			if explaining {
				result = func() answer { return explainAnswer(all.Documents, mentions) }
			}
			return errors.Join(result().print(c, format), failed)
		},
	}
	addOutputFlags(c)
	c.Flags().BoolVar(&explaining, "explain", false, "show each mention in its line, what it was taken for, and why")
	c.Flags().Int64Var(&opts.MaxSize, "max-size", files.DefaultMaxSize, "pass over files larger than `BYTES`")
	return c
}

// eachDocument extracts the documents that paths name and hands each to use, in
// order. Use sets the result's Err where it cannot take that document, and
// returns an error where it can take no more. Files that are passed over or fail
// are told on stderr; the error says how many failed.
func eachDocument(c *cobra.Command, paths []string, opts *files.Options, use func(*files.Result) error) error {
	found, passed, errs := files.Find(paths, opts)
	stderr := c.ErrOrStderr()
	for _, n := range passed {
		if !errors.Is(n.Reason, files.ErrHidden) {
			_, _ = fmt.Fprintf(stderr, "passed over: %s\n", printable(n.Reason.Error()))
		}
	}
	linker, err := link.Default()
	if err != nil {
		return err
	}
	catalogue, err := graph.DefaultVersion()
	if err != nil {
		return err
	}
	x := extract.New(linker, &extract.Options{Catalogue: catalogue})
	total := len(found) + len(errs)
	for r := range files.Extract(c.Context(), x, found, opts) {
		if r.Err == nil {
			if err := use(&r); err != nil {
				return err
			}
		}
		if r.Err != nil {
			errs = append(errs, r.Err)
		}
	}
	if err := c.Context().Err(); err != nil {
		return err
	}
	switch {
	case len(errs) == 0:
		return nil
	case total == 1:
		return errs[0]
	}
	for _, err := range errs {
		_, _ = fmt.Fprintf(stderr, "failed: %s\n", printable(err.Error()))
	}
	return fmt.Errorf("%d of %d failed", len(errs), total)
}

// extraction is what extract prints.
type extraction struct {
	Documents []*extract.Document `json:"documents"`
}

func (e extraction) answer() answer {
	a := answer{value: e, header: []string{"SOURCE", "LINE", "WHAT", "TEXT", "PROJECTS"}}
	for _, d := range e.Documents {
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
