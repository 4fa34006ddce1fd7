package catalogue_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cncfgraph/cncfgraph/extract/catalogue"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/internal/golden"
)

// TestQuads compares the statements of each folder in testdata, a txtar, with
// the N-Quads beside it.
func TestQuads(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no test data", err)
	}
	for _, path := range archives {
		name := strings.TrimSuffix(path, ".txtar")
		t.Run(filepath.Base(name), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			files := fstest.MapFS{}
			for _, f := range archive.Files {
				files[f.Name] = &fstest.MapFile{Data: f.Data}
			}
			quads, err := catalogue.Quads(files)
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			if err := rdf.Write(&out, quads); err != nil {
				t.Fatal(err)
			}
			golden.Compare(t, name+".nq", out.Bytes())
		})
	}
}

func TestNoFiles(t *testing.T) {
	quads, err := catalogue.Quads(fstest.MapFS{})
	if err != nil || len(quads) != 0 {
		t.Errorf("got %d quads, error %v; want none", len(quads), err)
	}
}

// base defines the project Known in the category Runtime.
const base = `source: {url: https://example.org/l}
categories: [{name: Runtime, line: 1}]
projects:
  - {name: Known, slug: known, aliases: [Kn], lines: 1, categories: [Runtime]}
`

func TestErrors(t *testing.T) {
	tests := []struct {
		name, file, text, want string
	}{
		{"syntax", "names.yaml", "names: [\n", "names.yaml:"},
		{"empty", "names.yaml", "", "names.yaml:1: not a mapping"},
		{"unknown key", "names.yaml", "names:\n  - {project: Known, alias: [x]}", `names.yaml:2: unknown key "alias"`},
		{"repeated key", "names.yaml", "names:\n  - {project: Known, aliases: [x], aliases: [y]}", `names.yaml:2: key "aliases" is repeated`},
		{"unknown project", "names.yaml", "names:\n  - project: Unknown\n", `names.yaml:2: unknown project "Unknown"`},
		{"name given twice", "names.yaml", "names:\n  - project: Known\n    aliases: [x,\n      Kn]", `names.yaml:4: "Kn" is a name of "Known" already`},
		{"own name", "names.yaml", "names:\n  - {project: Known, aliases: [Known]}", `names.yaml:2: "Known" is the project's name`},
		{"no such name", "names.yaml", "names:\n  - {project: Known, except: [K]}", `names.yaml:2: "K" is no name of "Known"`},
		{"not a list", "names.yaml", "names:\n  - {project: Known, aliases: x}", "names.yaml:2: not a list"},
		{"null", "names.yaml", "names:\n  - {project: Known, aliases: [~]}", "names.yaml:2: not a text"},
		{"comment", "reports/r.yaml", "source:\n  id: r\n  title: Meetup #3", `reports/r.yaml:3: comment "#3" behind a value`},
		{"YAML alias", "names.yaml", "names:\n  - {project: Known, aliases: [&a x, *a]}", "names.yaml:2: not a text"},
		{"taken slug", "software.yaml", "software:\n  - {name: known}", `software.yaml:2: "known" is "Known" already, at landscape.yaml:4`},
		{"no name", "software.yaml", "software:\n  - {parent: Known}", `software.yaml:2: no name before "parent"`},
		{"no slug", "software.yaml", "software:\n  - {name: '!'}", `software.yaml:2: "!" makes no slug`},
		{"bad address", "software.yaml", "software:\n  - {name: X, repository: 'git@x'}", `software.yaml:2: "git@x" is no http address`},
		{"bad date", "corrections.yaml", "histories:\n  - project: Known\n    milestones: [{sandbox: 2018-02-30, evidence: https://e.org}]", `corrections.yaml:3: "2018-02-30" is no date`},
		{"no evidence", "corrections.yaml", "histories:\n  - project: Known\n    milestones: [{sandbox: 2018-02-03}]", `corrections.yaml:3: no "evidence"`},
		{"no milestone", "corrections.yaml", "histories:\n  - project: Known\n    milestones: [{evidence: https://e.org}]", `corrections.yaml:3: no "accepted`},
		{"relation without source", "relations.yaml", "relations:\n  - {from: Known, uses: Known}", `relations.yaml:2: no "source or line"`},
		{"unknown relation", "relations.yaml", "relations:\n  - {from: Known, loves: Known, source: https://e.org}", `relations.yaml:2: unknown key "loves"`},
		{"two relations", "relations.yaml", "relations:\n  - {from: Known, uses: Known, built_on: Known, source: https://e.org}", `relations.yaml:2: a second relation, "built_on"`},
		{"relative source", "relations.yaml", "relations:\n  - {from: Known, uses: Known, source: e.org}", `relations.yaml:2: source key "e.org" is no absolute IRI`},
		{"report without source", "reports/r.yaml", "talks: []", `reports/r.yaml:1: no source before "talks"`},
		{"source without a key", "reports/r.yaml", "source: {title: R}", `reports/r.yaml:1: no "url"`},
		{"talk without a line", "reports/r.yaml", "source: {id: r}\ntalks:\n  - {title: T, about: {Known: 1}}", `reports/r.yaml:3: no title and line before "about"`},
		{"unknown event", "reports/r.yaml", "source: {id: r}\ntalks:\n  - {title: T, line: 1, event: E}", `reports/r.yaml:3: unknown event "E"`},
		{"handle of no platform", "reports/r.yaml", "source: {id: r}\ntalks:\n  - {title: T, line: 1, speakers: [{handle: h, platform: icq, line: 1}]}", `reports/r.yaml:3: platform "icq" is unknown`},
		{"nobody", "reports/r.yaml", "source: {id: r}\ntalks:\n  - {title: T, line: 1, speakers: [{line: 1}]}", `reports/r.yaml:3: no "name or handle"`},
		{"line 0", "reports/r.yaml", "source: {id: r}\nmentions: {Known: 0}", `reports/r.yaml:2: "0" is no number from 1 up`},
		{"lines backwards", "reports/r.yaml", "source: {id: r}\nmentions: {Known: [1, 9-3]}", `reports/r.yaml:2: lines "9-3" end before they begin`},
		{"unknown level", "reports/r.yaml", "source: {id: r}\nmaturity:\n  - {project: Known, level: senior, line: 1}", `reports/r.yaml:3: unknown level "senior"`},
		{"unknown category", "landscape.yaml", "source: {url: https://e.org}\nprojects:\n  - {name: X, slug: x, lines: 1, categories: [None]}", `landscape.yaml:3: unknown category "None"`},
		{"orphan category", "landscape.yaml", "source: {url: https://e.org}\ncategories: [{name: A / B, line: 1}]", `landscape.yaml:2: category "A / B" is not under a known one`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			files := fstest.MapFS{"landscape.yaml": {Data: []byte(base)}}
			files[test.file] = &fstest.MapFile{Data: []byte(test.text)}
			_, err := catalogue.Quads(files)
			if err == nil || !strings.HasPrefix(err.Error(), test.want) {
				t.Errorf("error %v, want %s…", err, test.want)
			}
		})
	}
}

// FuzzQuads checks that no file makes reading panic, and that what is read
// without an error can be written and read again.
func FuzzQuads(f *testing.F) {
	names := []string{"landscape.yaml", "software.yaml", "names.yaml", "corrections.yaml", "relations.yaml", "reports/r.yaml"}
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range archives {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			for i := range names {
				f.Add(byte(i), file.Data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, which byte, data []byte) {
		files := fstest.MapFS{"landscape.yaml": {Data: []byte(base)}}
		files[names[int(which)%len(names)]] = &fstest.MapFile{Data: data}
		quads, err := catalogue.Quads(files)
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := rdf.Write(&out, quads); err != nil {
			t.Fatal(err)
		}
		again, err := rdf.ReadAll(&out)
		if err != nil || len(again) != len(quads) {
			t.Fatalf("wrote %d quads, read %d: %v", len(quads), len(again), err)
		}
		for _, q := range again {
			if q.Label.IsZero() {
				t.Errorf("no label: %s", q)
			}
		}
	})
}
