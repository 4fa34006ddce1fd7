package link

import (
	"bufio"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// readLines returns the lines of a file in testdata that are not empty and no
// comment, with their numbers.
func readLines(t testing.TB, name string) (lines []string, numbers []int) {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	for n := 1; s.Scan(); n++ {
		if line := s.Text(); line != "" && !strings.HasPrefix(line, "# ") || strings.HasPrefix(line, "# [") {
			lines, numbers = append(lines, line), append(numbers, n)
		}
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
	return lines, numbers
}

// entriesOf returns the entries of testdata/entries.txt.
func entriesOf(t testing.TB) []Entry {
	t.Helper()
	list := func(s string) []string {
		return strings.FieldsFunc(s, func(r rune) bool { return r == ';' })
	}
	var out []Entry
	lines, _ := readLines(t, "entries.txt")
	for _, line := range lines {
		f := append(strings.Split(line, "|"), "", "")
		e := Entry{ID: strings.Trim(strings.TrimSpace(f[0]), "[]"), Name: strings.TrimSpace(f[1])}
		e.External = strings.HasPrefix(f[0], "[")
		for _, n := range list(f[2]) {
			e.Names = append(e.Names, strings.TrimSpace(n))
		}
		for _, n := range list(f[3]) {
			e.Misspellings = append(e.Misspellings, strings.TrimSpace(n))
		}
		out = append(out, e)
	}
	return out
}

// testLinker returns a linker of the test entries and the project's words.
func testLinker(t testing.TB) *Linker {
	t.Helper()
	l, err := New(entriesOf(t), readWords(t))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// readWords returns the project's words.
func readWords(t testing.TB) *Words {
	t.Helper()
	data, err := os.ReadFile(wordsPath)
	if err != nil {
		t.Fatal(err)
	}
	words, err := ReadWords(wordsPath, data)
	if err != nil {
		t.Fatal(err)
	}
	return words
}

var mark = regexp.MustCompile(`\[([^\]|]*)\|([^\]]*)\]|\{([^}]*)\}`)

// expected is a marked place of a sentence.
type expected struct {
	segment, start, end int
	id                  string // "" where anything goes
}

// parse returns the segments of a marked line and what is marked in them.
func parse(line string) (segments []Segment, want []expected) {
	kinds := map[string]Kind{"# ": Heading, "- ": ListItem, "@ ": SpeakerLine, "^ ": Tag}
	for i, part := range strings.Split(line, " // ") {
		seg := Segment{}
		if len(part) > 2 && kinds[part[:2]] != Paragraph {
			seg.Kind, part = kinds[part[:2]], part[2:]
		}
		at := 0
		for _, m := range mark.FindAllStringSubmatchIndex(part, -1) {
			seg.Text += part[at:m[0]]
			e := expected{segment: i, start: len(seg.Text)}
			if m[2] >= 0 {
				seg.Text += part[m[2]:m[3]]
				e.id = part[m[4]:m[5]]
			} else {
				seg.Text += part[m[6]:m[7]]
			}
			e.end = len(seg.Text)
			want = append(want, e)
			at = m[1]
		}
		seg.Text += part[at:]
		segments = append(segments, seg)
	}
	return segments, want
}

func TestSentences(t *testing.T) {
	l := testLinker(t)
	lines, numbers := readLines(t, "sentences.txt")
	for i, line := range lines {
		segments, want := parse(line)
		got := map[expected]Mention{}
		for _, m := range l.Explain(segments) {
			got[expected{segment: m.Segment, start: m.Start, end: m.End}] = m
		}
		for _, w := range want {
			at := expected{segment: w.segment, start: w.start, end: w.end}
			if m, found := got[at]; w.id != "" && m.ID != w.id {
				t.Errorf("sentences.txt:%d: %q: %q is %q (%.2f, %s, looked at: %t), want %q", numbers[i], segments[w.segment].Text,
					segments[w.segment].Text[w.start:w.end], m.ID, m.Confidence, m.Reason, found, w.id)
			}
			delete(got, at)
		}
		for _, m := range got {
			if m.ID != "" {
				text := segments[m.Segment].Text
				t.Errorf("sentences.txt:%d: %q: %q is linked to %q (%.2f, %s)", numbers[i], text, text[m.Start:m.End], m.ID, m.Confidence, m.Reason)
			}
		}
	}
}
