package main

import (
	"bytes"
	"context"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/spf13/cobra"
)

// notRun are signs of command lines that need what a test has not, and what that is.
var notRun = map[string]string{
	"postgres://": "a server",
	" --watch ":   "somebody to stop it",
}

// inline is a command line within prose.
var inline = regexp.MustCompile("`(cncfgraph [^`]+)`")

// documentedLines returns the command lines in README.md, docs/ and the help of every
// command, each once with where it stands first: those to run, and those within prose,
// which may lack arguments.
func documentedLines(t *testing.T) (run, prose map[string]string) {
	t.Helper()
	run, prose = map[string]string{}, map[string]string{}
	add := func(to map[string]string, line, where string) {
		line, _, _ = strings.Cut(strings.TrimSpace(line), " # ")
		if rest, ok := strings.CutPrefix(line, "go run ./cmd/cncfgraph "); ok {
			line = "cncfgraph " + rest
		}
		line = strings.TrimSpace(line)
		if _, ok := to[line]; !ok && strings.HasPrefix(line, "cncfgraph ") {
			to[line] = where
		}
	}
	root := filepath.Join("..", "..")
	pages := []string{filepath.Join(root, "README.md"), filepath.Join(root, "CONTRIBUTING.md"), filepath.Join(root, "ARCHITECTURE.md")}
	for _, pattern := range []string{"docs/*.md", "docs/*/*.md"} {
		found, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(pattern)))
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, found...)
	}
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		fenced := false
		for line := range strings.Lines(string(text)) {
			switch {
			case strings.HasPrefix(line, "```"):
				fenced = !fenced
			case fenced:
				add(run, line, page)
			default:
				for _, m := range inline.FindAllStringSubmatch(line, -1) {
					add(prose, m[1], page)
				}
			}
		}
	}
	each(wholeRoot(), func(c *cobra.Command) {
		if c.Example == "" && c.Runnable() && unanswered[strings.TrimPrefix(c.CommandPath(), "cncfgraph ")] == "" {
			t.Errorf("%s: no example", c.CommandPath())
		}
		for line := range strings.Lines(c.Example) {
			add(run, line, c.CommandPath()+" --help")
		}
	})
	return run, prose
}

// each calls visit with c and all commands below it.
func each(c *cobra.Command, visit func(*cobra.Command)) {
	visit(c)
	for _, sub := range c.Commands() {
		each(sub, visit)
	}
}

// TestDocumentedLines runs every command line that README.md, docs/ and the help of the
// commands show, as a shell does, in a folder with the documents that they name.
func TestDocumentedLines(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("command lines are written for sh")
	}
	bin, err := executables()
	if err != nil {
		t.Fatal(err)
	}
	lines, prose := documentedLines(t)
	if len(lines) < 60 || len(prose) < 8 {
		t.Fatalf("only %d command lines, and %d in prose", len(lines), len(prose))
	}
	for line, where := range prose {
		checkFlags(t, line, where)
	}
	plainTerminal(t)
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	place := documentedPlace(t)
	for _, line := range slices.Sorted(maps.Keys(lines)) {
		t.Run(line, func(t *testing.T) {
			for sign, need := range notRun {
				if strings.Contains(line, sign) {
					t.Skip("needs " + need)
				}
			}
			runDocumented(t, place, line, lines[line])
		})
	}
}

// documentedPlace returns a folder with the documents and databases that command lines
// name.
func documentedPlace(t *testing.T) string {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("testdata", "documented", "files.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	place := t.TempDir()
	snapshot, err := os.ReadFile(filepath.Join("..", "..", "data", "default.snapshot"))
	if err != nil {
		t.Fatal(err)
	}
	archive.Files = append(archive.Files, txtar.File{Name: "old.snapshot", Data: snapshot}, txtar.File{Name: "data/default.snapshot", Data: snapshot}, txtar.File{Name: "docs/README.md"})
	for _, f := range archive.Files {
		path := filepath.Join(place, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	sh(t, place, "cncfgraph export > cncf.nq")
	sh(t, place, "cncfgraph ingest --db mine --no-default --trust-labels facts.nq notes/ && cncfgraph ingest --db mine --source https://example.org/report report.md")
	return place
}

// writers are the commands that change a database.
var writers = regexp.MustCompile(`^cncfgraph (ingest|retract|forget) `)

// runDocumented runs the line in the place, in a copy of it where it changes a database.
// Programs that are not here are left out of a pipe.
func runDocumented(t *testing.T, place, line, where string) {
	t.Helper()
	if writers.MatchString(line) {
		dir := filepath.Join(t.TempDir(), "place")
		if err := os.CopyFS(dir, os.DirFS(place)); err != nil {
			t.Fatal(err)
		}
		place = dir
	}
	if strings.Contains(line, "--no-default") { // makes a new database
		if err := os.RemoveAll(filepath.Join(place, "mine")); err != nil {
			t.Fatal(err)
		}
	}
	if command, pipe, piped := strings.Cut(line, " | "); piped {
		if _, err := exec.LookPath(strings.Fields(pipe)[0]); err != nil {
			line = command
		}
	}
	said, code := sh(t, place, line)
	if code != exitOK && (code != exitFound || !strings.Contains(line, "--exit-code")) {
		t.Errorf("%s: exit code %d\n%s", where, code, said)
	}
	if _, to, redirected := strings.Cut(line, " > "); redirected {
		if info, err := os.Stat(filepath.Join(place, to)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %s is empty, %v", where, to, err)
		}
	}
}

// sh runs a command line in the folder, and returns what it says on stderr and its exit
// code.
func sh(t *testing.T, dir, line string) (said string, code int) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	var stderr bytes.Buffer
	cmd := exec.CommandContext(ctx, "sh", "-c", line)
	cmd.Dir, cmd.Stderr, cmd.WaitDelay = dir, &stderr, time.Second
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return stderr.String(), cmd.ProcessState.ExitCode()
}

// checkFlags checks that the command of the line exists and has the flags.
func checkFlags(t *testing.T, line, where string) {
	t.Helper()
	words := strings.Fields(line)[1:]
	if words[0] == strings.ToUpper(words[0]) {
		return // any command: "cncfgraph NAME"
	}
	c, rest, err := wholeRoot().Find(words)
	if err != nil || c == c.Root() {
		t.Errorf("%s: %s: no such command, %v", where, line, err)
		return
	}
	c.InitDefaultHelpFlag()
	for _, word := range rest {
		if name, ok := strings.CutPrefix(word, "--"); ok {
			name, _, _ = strings.Cut(name, "=")
			if c.Flag(name) == nil && c.InheritedFlags().Lookup(name) == nil {
				t.Errorf("%s: %s has no flag --%s", where, c.CommandPath(), name)
			}
		}
	}
}
