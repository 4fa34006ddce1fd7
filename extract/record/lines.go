package record

import "strings"

// Line is a line of a text without its end.
type Line struct {
	Number int // from 1
	Text   string
}

// Lines yields the lines of text. A line ends at LF; a CR before it is dropped.
func Lines(text string) func(yield func(Line) bool) {
	return func(yield func(Line) bool) {
		for n := 1; text != ""; n++ {
			line, rest, _ := strings.Cut(text, "\n")
			if !yield(Line{n, strings.TrimSuffix(line, "\r")}) {
				return
			}
			text = rest
		}
	}
}

// Head returns the beginning of text, up to the end of a line: enough to tell
// its format by.
func Head(text string) string {
	const enough = 64 << 10
	if len(text) <= enough {
		return text
	}
	head := text[:enough]
	return head[:strings.LastIndexByte(head, '\n')+1]
}

// OneLine returns s with each run of white space as one space.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
