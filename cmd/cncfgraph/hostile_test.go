package main

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

// hostility is what steers a terminal or turns text around.
const hostility = "\u202e\x1b[31m\u009b2J\x1b]8;;https://evil.example\a\u2067\u200f\U000e0001\x7f\r"

// ours are the escape sequences that tables have on a terminal: SGR, and hyperlinks
// to addresses of printable ASCII.
var ours = regexp.MustCompile("\x1b\\[[0-9;]+m|\x1b\\]8;;(https?|file)://[!-~]+\x1b\\\\|\x1b\\]8;;\x1b\\\\")

// TestHostileTextIsShownAsText asks everything in every format of a graph in which
// every text and every address of a source holds what steers a terminal: on one none
// of it arrives, and in files none but of RDF, which says what stands there.
func TestHostileTextIsShownAsText(t *testing.T) {
	bin, err := executables()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin)
	answersDatabases(t)
	t.Setenv("FORCE_HYPERLINK", "1")
	makeHostile(t, "mine")
	if err := os.RemoveAll("later"); err != nil {
		t.Fatal(err)
	}
	makeHostile(t, "retracted")
	if err := os.Rename("retracted", "later"); err != nil {
		t.Fatal(err)
	}
	lines, shown := 0, 0
	for path, c := range commands(t) {
		for _, line := range commandLines[path] {
			if strings.HasPrefix(line, "retract") {
				continue
			}
			for _, asked := range append(inAllFormats(t, c, line), asking{name: "unknown", args: []string{"describe", "x" + hostility}}) {
				for _, columns := range []int{0, 80} {
					terminal := &fakeTerminal{columns: columns}
					file, said := &bytes.Buffer{}, &bytes.Buffer{}
					std := stdio{in: strings.NewReader(""), out: file, err: said}
					if columns > 0 {
						std.out = terminal
					}
					run(asked.args, std)
					if columns == 0 && (path == "export" || path == "gizmo") {
						file.Reset() // data, in which stands what is
					}
					text := ours.ReplaceAllString(terminal.String()+file.String(), "")
					for _, out := range []string{text, said.String()} {
						if i := strings.IndexFunc(out, func(r rune) bool { return steers(r) && r != '\n' && r != '\t' }); i >= 0 {
							t.Errorf("%s, %d columns: %q", asked.name, columns, out[max(0, i-60):min(len(out), i+60)])
						}
					}
					lines++
					shown += strings.Count(text, "[31m")
				}
			}
		}
	}
	if lines < 300 || shown < 1000 {
		t.Errorf("%d command lines showed %d hostile texts: too few to tell", lines, shown)
	}
}

// makeHostile makes every text and every source of the database hostile.
func makeHostile(t *testing.T, db string) {
	t.Helper()
	quads, err := rdf.ReadAll(bytes.NewReader(output(t, "export", "--db", db)))
	if err != nil {
		t.Fatal(err)
	}
	sources := strings.NewReplacer("mesh&co/", "mesh/%1B%5B31m%E2%80%AE", "notes/", "notes/%1B%5B31m%E2%80%AE")
	for i := range quads {
		q := &quads[i]
		if q.Object.Kind == rdf.Literal && q.Object.Datatype == "" && !strings.HasPrefix(q.Object.Value, "sha256:") {
			q.Object.Value += hostility
		}
		q.Subject.Value, q.Object.Value = sources.Replace(q.Subject.Value), sources.Replace(q.Object.Value)
		q.Label.Value = sources.Replace(q.Label.Value)
	}
	var text bytes.Buffer
	if err := rdf.Write(&text, rdf.Sort(quads)); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("hostile.nq", text.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(db); err != nil {
		t.Fatal(err)
	}
	output(t, "ingest", "--no-default", "--trust-labels", "--db", db, "hostile.nq")
	t.Setenv("CNCFGRAPH_DB", "mine")
	t.Setenv("FORCE_HYPERLINK", "1")
}
