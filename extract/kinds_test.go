package extract_test

import (
	"bytes"
	"cmp"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cncfgraph/cncfgraph/extract"
	"github.com/cncfgraph/cncfgraph/internal/golden"
)

// TestKinds compares what each document of testdata/kinds says with what a person
// reviewed. An archive is one kind of document: its files are documents, each with
// its statements behind it as NAME.want.
func TestKinds(t *testing.T) {
	x, err := extractor()
	if err != nil {
		t.Fatal(err)
	}
	archives, err := filepath.Glob(filepath.Join("testdata", "kinds", "*.txtar"))
	if err != nil || len(archives) == 0 {
		t.Fatal("no documents", err)
	}
	for _, path := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			in, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			out := &txtar.Archive{Comment: in.Comment}
			for _, f := range in.Files {
				if strings.HasSuffix(f.Name, ".want") {
					continue
				}
				doc, err := x.Extract("https://example.org/"+f.Name, f.Name, f.Data)
				if err != nil {
					t.Fatal(err)
				}
				out.Files = append(out.Files, f, txtar.File{Name: f.Name + ".want", Data: outline(doc)})
			}
			golden.Compare(t, path, txtar.Format(out))
		})
	}
}

// outline is what a document says, a line each, for people to review.
func outline(d *extract.Document) []byte {
	var b bytes.Buffer
	say := func(line int, format string, args ...any) {
		fmt.Fprintf(&b, "%d: %s\n", line, fmt.Sprintf(format, args...))
	}
	for _, e := range d.Events {
		say(e.Line, "event %s%s", e.Name, labelled(string(e.Date)))
	}
	for _, t := range d.Talks {
		say(t.Line, "talk %s%s", cmp.Or(string(t.Title), "(untitled)"), labelled(
			people(t.Speakers), list("about", t.Projects), list("names", t.Mentions), list("at", nonEmpty(t.Event)),
			list("on", nonEmpty(t.Date)), list("slides", nonEmpty(t.Slides)), list("video", nonEmpty(t.Video))))
	}
	for _, p := range d.Projects {
		what := "project"
		if p.External {
			what = "external"
		}
		var at []string
		for _, m := range p.Mentions {
			at = append(at, fmt.Sprintf("%d:%d %s", m.Line, m.Column, m.Text))
		}
		fmt.Fprintf(&b, "%s %s: %s\n", what, p.Name, strings.Join(at, ", "))
	}
	for _, m := range d.Maturity {
		say(m.Line, "%s is %s%s", m.Project, m.Level, labelled(string(m.Date)))
	}
	for _, r := range d.Relations {
		say(r.Line, "%s %s %s", r.From, r.Type, r.To)
	}
	for _, a := range d.Ambiguous {
		say(a.Line, "ambiguous %s: %s", a.Text, strings.Join(a.Candidates, " or "))
	}
	return b.Bytes()
}

// labelled returns the parts that are not empty, each behind a bar.
func labelled(parts ...string) string {
	out := ""
	for _, p := range parts {
		if p != "" {
			out += " | " + p
		}
	}
	return out
}

func people(speakers []extract.Speaker) string {
	var out []string
	for _, s := range speakers {
		who := string(s.Name)
		if s.Handle != "" {
			who = strings.TrimSpace(fmt.Sprintf("%s @%s %s", who, s.Handle, s.Platform))
		}
		if s.Organization != "" {
			who += " of " + string(s.Organization)
		}
		out = append(out, who)
	}
	return list("by", out)
}

func list(label string, values []string) string {
	if len(values) == 0 {
		return ""
	}
	return label + " " + strings.Join(values, ", ")
}

func nonEmpty(o extract.Optional) []string {
	if o == "" {
		return nil
	}
	return []string{string(o)}
}
