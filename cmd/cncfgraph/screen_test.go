package main

import (
	"bytes"
	"strings"
	"testing"
)

// fakeTerminal is a terminal that keeps what is written to it.
type fakeTerminal struct {
	bytes.Buffer
	columns int
}

func (t *fakeTerminal) Columns() int { return t.columns }

// plainTerminal makes the environment that of a terminal that says nothing of itself.
func plainTerminal(t *testing.T) {
	for _, name := range []string{
		"COLUMNS", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_HYPERLINK", "VTE_VERSION",
		"TERM_PROGRAM", "COLORTERM", "WT_SESSION", "KONSOLE_VERSION", "DOMTERM", "CNCFGRAPH_DB",
	} {
		t.Setenv(name, "")
	}
	t.Setenv("TERM", "xterm-256color")
	t.Setenv("XDG_DATA_HOME", t.TempDir())
}

func TestShowsColour(t *testing.T) {
	for _, tt := range []struct {
		name     string
		when     string
		terminal bool
		env      string
		want     bool
	}{
		{"terminal", "auto", true, "", true},
		{"pipe", "auto", false, "", false},
		{"always to a pipe", "always", false, "NO_COLOR=1", true},
		{"never", "never", true, "CLICOLOR_FORCE=1", false},
		{"NO_COLOR", "auto", true, "NO_COLOR=1 CLICOLOR_FORCE=1", false},
		{"forced", "auto", false, "CLICOLOR_FORCE=1", true},
		{"forced by nothing", "auto", false, "CLICOLOR_FORCE=0", false},
		{"CLICOLOR", "auto", true, "CLICOLOR=0", false},
		{"dumb", "auto", true, "TERM=dumb", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := showsColour(tt.when, tt.terminal, environment("TERM=xterm "+tt.env)); got != tt.want {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
	for _, tt := range []struct {
		name, system string
		want         bool
	}{{"", "linux", true}, {"", "windows", false}, {"dumb", "windows", true}, {"xterm", "linux", false}} {
		if got := isDumb(tt.name, tt.system); got != tt.want {
			t.Errorf("isDumb(%q, %s) = %v", tt.name, tt.system, got)
		}
	}
}

func TestShowsLinks(t *testing.T) {
	for _, tt := range []struct {
		env      string
		coloured bool
		want     bool
	}{
		{"TERM=xterm-256color", true, false},
		{"TERM=xterm-kitty", true, true},
		{"TERM=xterm-kitty", false, false},
		{"TERM_PROGRAM=vscode", true, true},
		{"TERM_PROGRAM=Apple_Terminal", true, false},
		{"VTE_VERSION=4999", true, false},
		{"VTE_VERSION=7600", true, true},
		{"WT_SESSION=7f3c", true, true},
		{"TERM_PROGRAM=vscode FORCE_HYPERLINK=0", true, false},
		{"FORCE_HYPERLINK=1", false, true},
	} {
		if got := showsLinks(tt.coloured, environment(tt.env)); got != tt.want {
			t.Errorf("%s, colour %v: %v", tt.env, tt.coloured, got)
		}
	}
}

// environment returns the variables of a list as "A=1 B=2" has them; the last one of a
// name counts.
func environment(list string) func(string) string {
	env := map[string]string{}
	for _, field := range strings.Fields(list) {
		name, value, _ := strings.Cut(field, "=")
		env[name] = value
	}
	return func(name string) string { return env[name] }
}

// TestColumns asks for a table on terminals of several widths: COLUMNS goes before
// what the terminal says, and a wide table is never cut.
func TestColumns(t *testing.T) {
	for _, tt := range []struct {
		columns int
		env     string
		args    []string
		most    int // cells of the longest line; 0 for more than columns
	}{
		{80, "", nil, 80},
		{50, "", nil, 50},
		{80, "60", nil, 60},
		{80, "x", nil, 80},
		{80, "", []string{"-o", "wide"}, 0},
		{2000, "", nil, 2000},
	} {
		plainTerminal(t)
		t.Setenv("COLUMNS", tt.env)
		out := &fakeTerminal{columns: tt.columns}
		if code := run(append([]string{"related", "istio", "--color", "never"}, tt.args...), stdio{out: out, err: out}); code != 0 {
			t.Fatalf("exit code %d: %s", code, out.String())
		}
		longest := 0
		for line := range strings.Lines(out.String()) {
			longest = max(longest, width(strings.TrimSuffix(line, "\n")))
		}
		if tt.most > 0 && longest > tt.most || tt.most == 0 && longest <= tt.columns {
			t.Errorf("%d columns, COLUMNS=%q, %v: the longest line has %d cells", tt.columns, tt.env, tt.args, longest)
		}
	}
}

// TestNoPictureOnTerminal asks for a picture that is no text.
func TestNoPictureOnTerminal(t *testing.T) {
	plainTerminal(t)
	for _, format := range []string{"png", "pdf"} {
		out, said := &fakeTerminal{columns: 80}, &bytes.Buffer{}
		code := run([]string{"graph", "istio", "-o", format}, stdio{out: out, err: said})
		if code != exitUsage || out.Len() > 0 || !strings.Contains(said.String(), "redirect it to a file") {
			t.Errorf("%s: exit code %d, %q, %s", format, code, out.String(), said.String())
		}
	}
}
