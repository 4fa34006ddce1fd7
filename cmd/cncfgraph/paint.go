package main

import (
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

// style is how a text looks on a terminal: parameters of the escape sequence SGR,
// "" for plain. Colours are those of the terminal's own theme.
type style string

const bold style = "1"

// Styles of what is a kind, a level or a severity, and of names of that kind.
var (
	kindStyles = map[vocab.Kind]style{
		vocab.KindProject: "36", vocab.KindSpeaker: "35", vocab.KindEvent: "33", vocab.KindCategory: "32", vocab.KindOrganization: "94",
	}
	levelStyles = map[vocab.Level]style{
		vocab.Graduated: "32", vocab.Incubating: "36", vocab.Sandbox: "33", vocab.Archived: "90",
	}
	severityStyles = map[queries.Severity]style{
		queries.SeverityError: "31", queries.SeverityWarning: "33", queries.SeverityNote: "36",
	}
)

// styleOf returns the style of row's cell in the column: that of the kind of which it
// is a name, or of the level, kind or severity that it is.
func styleOf(header, row []string, column int) style {
	cell := row[column]
	switch header[column] {
	case "KIND", "WHAT", "FACT":
		return kindStyles[vocab.Kind(cell)]
	case "LEVEL", "MATURITY", "VALUE":
		return levelStyles[vocab.Level(cell)]
	case "SEVERITY":
		return severityStyles[queries.Severity(cell)]
	case "NAME":
		if i := slices.IndexFunc(header, func(h string) bool { return h == "KIND" || h == "WHAT" }); i >= 0 && i < len(row) {
			return kindStyles[vocab.Kind(row[i])]
		}
	}
	return kindStyles[vocab.Kind(strings.ToLower(strings.TrimSuffix(header[column], "S")))]
}

// piece is a stretch of text that looks one way and leads to one address.
type piece struct {
	text    string
	style   style
	address string // "" for none
}

// on returns the piece with the escape sequences that the screen takes: SGR, and
// OSC 8 (https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda).
func (p piece) on(to screen) string {
	text := p.text
	if p.style != "" && to.colour {
		text = "\x1b[" + string(p.style) + "m" + text + "\x1b[0m"
	}
	if p.address != "" && to.links {
		text = "\x1b]8;;" + p.address + "\x1b\\" + text + "\x1b]8;;\x1b\\"
	}
	return text
}
