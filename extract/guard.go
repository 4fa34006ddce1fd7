package extract

import "strings"

// Limits of what is given to goldmark, whose time grows with the square of nested
// containers, brackets and emphasis in one paragraph, and of link definitions.
// Documents that people write stay far below; others are read as plain text.
const (
	maxNesting     = 48
	maxBrackets    = 400
	maxEmphasis    = 800
	maxDefinitions = 2000
)

// tangled tells whether goldmark would take too long over the Markdown s.
func tangled(s string) bool {
	brackets, emphasis, definitions := 0, 0, 0
	for s != "" {
		line, rest, _ := strings.Cut(s, "\n")
		s = rest
		text := strings.TrimLeft(line, " \t")
		if containers(text) > maxNesting || len(line)-len(text) > 4*maxNesting {
			return true
		}
		if item := itemMarker(text); item > 0 || text == "" || text[0] == '#' || text[0] == '|' {
			brackets, emphasis = 0, 0
		}
		if text != "" && text[0] == '[' && strings.Contains(text, "]:") {
			definitions++
		}
		for i := range len(line) {
			switch line[i] {
			case '[', ']':
				brackets++
			case '*', '_', '~':
				emphasis++
			}
		}
		if brackets > maxBrackets || emphasis > maxEmphasis || definitions > maxDefinitions {
			return true
		}
	}
	return false
}

// containers counts the markers of containers that line begins with.
func containers(line string) int {
	n := 0
	for line != "" {
		switch size := itemMarker(line); {
		case line[0] == '>':
			line = strings.TrimLeft(line[1:], " \t")
		case size > 0:
			line = line[size:]
		default:
			return n
		}
		n++
	}
	return n
}
