package extract

import "strings"

// readPlain returns the blocks of the text of src from offset on, read line by
// line: headings marked with "#", list items, and paragraphs. It takes time
// proportional to the text whatever stands in it.
func readPlain(src *source, offset int) []*block {
	var out []*block
	var last *block
	for n := src.line(offset); n <= len(src.starts); n++ {
		start, end := max(src.starts[n-1], offset), src.lineEnd(n)
		line := src.text[start:end]
		if strings.TrimSpace(line) == "" {
			last = nil
			continue
		}
		if last != nil && last.end-last.line < maxParagraph && continuation(line) {
			extend(src, last, start, end)
			continue
		}
		blocks := plainLine(src, start, end, 0)
		out = append(out, blocks...)
		last = nil
		if len(blocks) > 0 && blocks[0].kind == paragraph {
			last = blocks[0]
		}
	}
	for _, b := range out {
		b.prose.finish()
	}
	return out
}

// maxParagraph bounds the lines of a paragraph: text with no blank line at all is
// cut up, so that what stands near is near.
const maxParagraph = 64

// continuation tells whether line goes on with the paragraph before it.
func continuation(line string) bool {
	line = strings.TrimSpace(line)
	n := itemMarker(line)
	return n == 0 && line[0] != '#'
}

// extend adds the line from start to end to the paragraph b.
func extend(src *source, b *block, start, end int) {
	p := b.prose
	p.parts = append(p.parts, part{at: len(p.text), from: start - 1})
	p.text += "\n" + src.text[start:end]
	b.end++
}

// plainLine returns the block of the line from start to end of src. depth is that
// of the lists that it stands in.
func plainLine(src *source, start, end, depth int) []*block {
	line := src.text[start:end]
	b := &block{line: src.line(start)}
	b.end = b.line
	text := strings.TrimLeft(line, " \t　")
	indent := len(line) - len(text)
	switch n := itemMarker(text); {
	case strings.HasPrefix(text, "#"):
		b.level = len(text) - len(strings.TrimLeft(text, "#"))
		n = b.level
		if b.level > 6 || n < len(text) && text[n] != ' ' && text[n] != '\t' {
			break
		}
		b.kind = heading
		text, indent = text[n:], indent+n
	case n > 0:
		b.kind, b.level = listItem, max(1+indentWidth(line)/2, depth)
		text, indent = text[n:], indent+n
	}
	trimmed := strings.TrimSpace(text)
	if trimmed == "" {
		return nil
	}
	indent += strings.Index(text, trimmed)
	b.prose = &prose{text: trimmed, parts: []part{{at: 0, from: start + indent}}}
	return []*block{b}
}

// indentWidth returns the columns of white space at the beginning of line.
func indentWidth(line string) int {
	width := 0
	for _, r := range line {
		switch r {
		case ' ':
			width++
		case '\t':
			width += 4
		case '　':
			width += 2
		default:
			return width
		}
	}
	return width
}

var itemMarkers = newWordIndex([]string{"・", "●", "○", "•", "◦", "▪", "■", "‣"})

// itemMarker returns the size of the marker of a list item that line begins with,
// with the white space behind it, or 0. "・" needs no space.
func itemMarker(line string) int {
	if line == "" {
		return 0
	}
	for _, m := range itemMarkers.at(line[0]) {
		if strings.HasPrefix(line, m) {
			return len(line) - len(strings.TrimLeft(line[len(m):], " \t　"))
		}
	}
	n := 0
	switch line[0] {
	case '-', '*', '+':
		n = 1
	default:
		for n < len(line) && n < 3 && line[n] >= '0' && line[n] <= '9' {
			n++
		}
		if n == 0 || n >= len(line) || line[n] != '.' && line[n] != ')' {
			return 0
		}
		n++
	}
	if n >= len(line) || line[n] != ' ' && line[n] != '\t' {
		return 0
	}
	return len(line) - len(strings.TrimLeft(line[n:], " \t"))
}
