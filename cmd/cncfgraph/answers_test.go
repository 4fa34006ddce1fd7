package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/internal/golden"
)

// commandLines has for each command what is asked of it: each line in every format
// that it has. They are asked in testdata/answers/documents, of the database mine.
var commandLines = map[string][]string{
	"related":           {"related istio", "related istio --kind talk"},
	"why":               {"why istio envoy", "why istio envoy --documents ."},
	"path":              {"path nats istio"},
	"compare":           {"compare istio linkerd"},
	"report event":      {"report event meshconf-oslo-2021"},
	"gaps":              {"gaps --event meshconf-oslo-2021"},
	"timeline":          {"timeline envoy --talks"},
	"get projects":      {"get projects"},
	"get talks":         {"get talks"},
	"get speakers":      {"get speakers"},
	"get events":        {"get events"},
	"get categories":    {"get categories"},
	"get organizations": {"get organizations"},
	"get sources":       {"get sources"},
	"search":            {"search mesh"},
	"describe":          {"describe envoy", "describe mesh_hanako"},
	"stats":             {"stats"},
	"conflicts":         {"conflicts"},
	"lint":              {"lint", "lint --rules"},
	"diff":              {"diff mine later", "diff --since 2021-03"},
	"graph":             {"graph istio"},
	"export":            {"export nats --kinds project"},
	"gizmo":             {`gizmo g.V("<https://w3id.org/cncfgraph/project/istio>").out("<https://w3id.org/cncfgraph/builtOn>").all()`},
	"extract":           {"extract notes", "extract notes --explain"},
	"eval":              {"eval gold notes", "eval gold notes --errors", "eval gold notes --confidence"},
	"ingest":            {"ingest --no-default --db new notes levels.csv", "ingest --no-default --db new notes"},
	"retract":           {"retract --db retracted notes/osaka.md"},
	"forget":            {"forget --db forgotten mesh_hanako"},
	"version":           {"version"},
}

// unanswered are commands without a golden file, and why.
var unanswered = map[string]string{
	"help":                  "what a command says of itself is in its own file",
	"copy":                  "it says how much it copied, which copy.txtar has",
	"completion bash":       "cobra's",
	"completion fish":       "cobra's",
	"completion powershell": "cobra's",
	"completion zsh":        "cobra's",
}

// drawnElsewhere are the formats that other programs draw; pictures_test.go has them.
var drawnElsewhere = []string{"svg", "png", "pdf"}

// TestAnswers compares the answer of every command in every format with its golden
// file: the table as a terminal of 80 columns shows it, with and without colours, and
// as a program reads it; then the other formats.
func TestAnswers(t *testing.T) {
	folder, err := filepath.Abs(filepath.Join("testdata", "answers"))
	if err != nil {
		t.Fatal(err)
	}
	bin, err := executables()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin)
	answersDatabases(t)
	all := commands(t)
	if files, err := filepath.Glob(filepath.Join(folder, "*.txtar")); err != nil || len(files) > len(all) {
		t.Errorf("%d golden files of %d commands; %v", len(files), len(all), err)
	}
	for path, c := range all {
		t.Run(path, func(t *testing.T) {
			archive := &txtar.Archive{Comment: []byte(c.Short + ".\n")}
			for _, line := range commandLines[path] {
				for _, asked := range inAllFormats(t, c, line) {
					archive.Files = append(archive.Files, txtar.File{Name: asked.name, Data: asked.answer(t)})
				}
			}
			golden.Compare(t, filepath.Join(folder, strings.ReplaceAll(path, " ", "-")+".txtar"), txtar.Format(archive))
		})
	}
}

// wholeRoot returns the command with all its subcommands, cobra's own among them.
func wholeRoot() *cobra.Command {
	root := newRoot()
	addSubcommands(root, nil)
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	return root
}

// commands returns the commands that have golden files, by path, and fails for one that
// commandLines does not ask.
func commands(t *testing.T) map[string]*cobra.Command {
	t.Helper()
	all := map[string]*cobra.Command{}
	var walk func(*cobra.Command)
	walk = func(c *cobra.Command) {
		for _, sub := range c.Commands() {
			path := strings.TrimPrefix(sub.CommandPath(), "cncfgraph ")
			_, asked := commandLines[path]
			switch {
			case asked:
				all[path] = sub
			case !sub.HasSubCommands() && unanswered[path] == "":
				t.Errorf("%s: no line in commandLines", path)
			}
			walk(sub)
		}
	}
	walk(wholeRoot())
	for path := range commandLines {
		if all[path] == nil {
			t.Errorf("commandLines asks %s, which is no command", path)
		}
	}
	return all
}

// answersDatabases makes the databases that commandLines names, in a folder of their
// own beside the documents, and makes it the current one.
func answersDatabases(t *testing.T) {
	t.Helper()
	documents, err := filepath.Abs(filepath.Join("testdata", "answers", "documents"))
	if err != nil {
		t.Fatal(err)
	}
	plainTerminal(t)
	t.Chdir(t.TempDir())
	if err := os.CopyFS(".", os.DirFS(documents)); err != nil {
		t.Fatal(err)
	}
	ingest := func(args ...string) {
		t.Helper()
		var said bytes.Buffer
		if code := run(append([]string{"ingest", "--no-default"}, args...), stdio{in: &said, out: &said, err: &said}); code != exitOK {
			t.Fatalf("ingest %q: %s", args, said.String())
		}
	}
	for _, name := range []string{"landscape.yml", "talks.csv", "levels.csv"} {
		ingest("--db", "mine", "--source", "https://example.org/mesh&co/"+name, name)
	}
	ingest("--db", "mine", "notes")
	for _, copied := range []string{"later", "retracted", "forgotten"} {
		if err := os.CopyFS(copied, os.DirFS("mine")); err != nil {
			t.Fatal(err)
		}
	}
	ingest("--db", "later", "later.csv")
	t.Setenv("CNCFGRAPH_DB", "mine")
}

// asking is a command line whose answer is compared.
type asking struct {
	name    string // of the section of the golden file
	args    []string
	columns int  // of the terminal; 0 for none
	styled  bool // with colours and links
}

// inAllFormats returns the line in every format that the command has.
func inAllFormats(t *testing.T, c *cobra.Command, line string) []asking {
	t.Helper()
	args := strings.Fields(line)
	complete, ok := c.GetFlagCompletionFunc("output")
	if !ok {
		return []asking{{name: line, args: args}}
	}
	formats, _ := complete(c, nil, "")
	var list []asking
	for _, format := range formats {
		in := append(slices.Clip(args), "-o", format)
		if slices.Contains(drawnElsewhere, format) {
			continue
		}
		if format == "table" {
			list = append(list,
				asking{name: line + " on a terminal of 80 columns", args: append(slices.Clip(in), "--color", "never"), columns: 80},
				asking{name: line + " with colours and links", args: in, columns: 80, styled: true})
		}
		list = append(list, asking{name: line + " -o " + format, args: in})
	}
	return list
}

// answer returns what the command writes, with what is said on stderr and the exit
// code after it. What differs from one machine or version to another is written as a
// word in capitals.
func (a asking) answer(t *testing.T) []byte {
	t.Helper()
	if a.styled {
		t.Setenv("FORCE_HYPERLINK", "1")
		defer t.Setenv("FORCE_HYPERLINK", "")
	}
	var out, said bytes.Buffer
	std := stdio{in: strings.NewReader(""), out: &out, err: &said}
	terminal := fakeTerminal{columns: a.columns}
	if a.columns > 0 {
		std.out = &terminal
	}
	code := run(a.args, std)
	out.Write(terminal.Bytes())
	if said.Len() > 0 {
		fmt.Fprintf(&out, "[stderr]\n%s", said.String())
	}
	if code != exitOK {
		fmt.Fprintf(&out, "[exit code %d]\n", code)
	}
	if b := out.Bytes(); len(b) > 0 && b[len(b)-1] != '\n' {
		out.WriteByte('\n')
	}
	return []byte(scrubbed(t, out.String()))
}

// scrubbed returns text without what differs from one machine or version to another,
// and with escape sequences that can be read.
func scrubbed(t *testing.T, text string) string {
	t.Helper()
	catalogue, err := graph.DefaultVersion()
	if err != nil {
		t.Fatal(err)
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	host, err := os.Hostname()
	if err != nil {
		host = "localhost"
	}
	return strings.NewReplacer(
		"\x1b", "␛", catalogue, "CATALOGUE", "file://"+host, "file://HOST", filepath.ToSlash(dir), "/FOLDER",
		version(), "VERSION", runtime.Version(), "GO", runtime.GOOS+"/"+runtime.GOARCH, "SYSTEM",
	).Replace(text)
}
