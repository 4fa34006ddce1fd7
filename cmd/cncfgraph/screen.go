package main

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// screen is what answers are shown on, and what it can show.
type screen struct {
	io.Writer      // takes escape sequences where colour or links is set
	columns   int  // that a line has room for; 0 for any number
	colour    bool // names, levels and severities have colours
	links     bool // evidence is a hyperlink
}

// screenOf returns the output of the command with what it can show. What is no
// terminal has lines of any length, no links, and colour only where it is asked for.
func screenOf(c *cobra.Command) screen {
	s := screen{Writer: c.OutOrStdout()}
	columns, onTerminal := columnsOf(s.Writer)
	if onTerminal {
		s.columns = columns
		if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
			s.columns = n
		}
	}
	when, _ := c.Flags().GetString("color")
	s.colour = showsColour(when, onTerminal, os.Getenv)
	s.links = showsLinks(onTerminal && s.colour, os.Getenv)
	if shown, ok := s.Writer.(*shownText); ok {
		s.Writer = shown.w
	}
	return s
}

// columnsOf returns how many characters fit on a line of the terminal that w writes
// to, 80 where it does not say, and whether it is one.
func columnsOf(w io.Writer) (columns int, isTerminal bool) {
	switch w := w.(type) {
	case *shownText:
		return columnsOf(w.w)
	case interface{ Columns() int }:
		return w.Columns(), true
	case *os.File:
		fd := int(w.Fd())
		if !term.IsTerminal(fd) || !takesEscapes(w) {
			return 0, false
		}
		columns, _, err := term.GetSize(fd)
		if err != nil || columns <= 0 {
			columns = 80
		}
		return columns, true
	}
	return 0, false
}

// whenColour is when answers have colours; it is a flag's value.
type whenColour string

// coloured are the values of --color.
var coloured = []string{"auto", "always", "never"}

func (w *whenColour) String() string { return string(*w) }

// Type is what help calls the value; cobra's GetString asks for this one.
func (*whenColour) Type() string { return "string" }

// Set takes one of coloured.
func (w *whenColour) Set(value string) error {
	if !slices.Contains(coloured, value) {
		return fmt.Errorf("it is one of %s", strings.Join(coloured, ", "))
	}
	*w = whenColour(value)
	return nil
}

// showsColour tells whether to use colours: --color decides, then NO_COLOR
// (https://no-color.org), then CLICOLOR_FORCE and CLICOLOR
// (https://bixense.com/clicolors), then whether a terminal shows them.
func showsColour(when string, onTerminal bool, env func(string) string) bool {
	switch {
	case when == "always":
		return true
	case when == "never", env("NO_COLOR") != "":
		return false
	case env("CLICOLOR_FORCE") != "" && env("CLICOLOR_FORCE") != "0":
		return true
	}
	return onTerminal && env("CLICOLOR") != "0" && !isDumb(env("TERM"), runtime.GOOS)
}

// isDumb tells whether a terminal of that name shows text alone. Windows names none.
func isDumb(name, system string) bool { return name == "dumb" || name == "" && system != "windows" }

// linkTerminals are the values of environment variables by which terminals that show
// hyperlinks tell of themselves, as https://github.com/zkat/supports-hyperlinks and
// https://github.com/Alhadis/OSC8-Adoption list them.
var linkTerminals = []struct {
	variable string
	values   []string // none for any
}{
	{"TERM_PROGRAM", []string{"Hyper", "iTerm.app", "terminology", "WezTerm", "vscode", "ghostty", "zed"}},
	{"TERM", []string{"xterm-kitty", "alacritty", "alacritty-direct", "foot", "foot-extra", "xterm-ghostty", "contour"}},
	{"COLORTERM", []string{"xfce4-terminal"}},
	{"WT_SESSION", nil}, // Windows Terminal
	{"KONSOLE_VERSION", nil},
	{"DOMTERM", nil},
}

// showsLinks tells whether to use hyperlinks: FORCE_HYPERLINK decides, else where
// there is colour on a terminal whether it is one that is known to show them.
func showsLinks(colourOnTerminal bool, env func(string) string) bool {
	if force := strings.TrimSpace(env("FORCE_HYPERLINK")); force != "" {
		return force != "0"
	}
	if !colourOnTerminal {
		return false
	}
	if version, err := strconv.Atoi(env("VTE_VERSION")); err == nil && version >= 5000 {
		return true // GNOME Terminal and its kin
	}
	for _, t := range linkTerminals {
		if value := env(t.variable); value != "" && (t.values == nil || slices.Contains(t.values, value)) {
			return true
		}
	}
	return false
}
