package extract

import (
	"strings"
)

// readFrontMatter returns the values of the front matter of src, YAML between
// lines "---" or TOML between lines "+++", and where the text behind it begins;
// no blocks and 0 where the document has none. The key of a nested value is its
// path, "speakers.name"; row counts the entries of the list that it is in.
//
// It reads the lines that documents have, with the place of each value, and
// passes over what it does not know; it checks nothing.
func readFrontMatter(src *source) (blocks []*block, end int) {
	fence := strings.TrimRight(src.lineText(1), " \t")
	if fence != "---" && fence != "+++" || len(src.starts) < 3 {
		return readHeader(src)
	}
	closing := 0
	for n := 2; n <= len(src.starts) && closing == 0; n++ {
		if line := strings.TrimRight(src.lineText(n), " \t"); line == fence || fence == "---" && line == "..." {
			closing = n
		}
	}
	r := matterReader{src: src, sign: ":"}
	if fence == "+++" {
		r.sign = "="
	}
	if closing == 0 || !r.keyed(closing) {
		return nil, 0
	}
	for r.line = 2; r.line < closing; r.line++ {
		r.read(closing)
	}
	if closing == len(src.starts) {
		return r.blocks, len(src.text)
	}
	return r.blocks, src.starts[closing]
}

// headerKeys are those of which two begin a header without fences.
var headerKeys = newWordSet("title slug date category tags tag summary author authors status modified lang template")

// readHeader returns the values of a header of lines "Key: value" at the very
// beginning of src, as Pelican and MultiMarkdown have it, and where the text behind it
// begins; no blocks and 0 where the document has none.
func readHeader(src *source) (blocks []*block, end int) {
	r := matterReader{src: src, sign: ":"}
	known, last := 0, 0
	for n := 1; n <= len(src.starts) && n <= 20; n++ {
		key, _, ok := r.split(src.lineText(n))
		if !ok {
			break
		}
		if last = n; headerKeys.holds(key) {
			known++
		}
	}
	first, _, _ := r.split(src.lineText(1))
	if known < 2 || 2*known < last || !headerKeys.holds(first) || last == len(src.starts) || strings.TrimSpace(src.lineText(last+1)) != "" {
		return nil, 0
	}
	for r.line = 1; r.line <= last; r.line++ {
		r.read(last + 1)
	}
	return r.blocks, src.starts[last]
}

// matterReader reads the lines of a front matter.
type matterReader struct {
	src    *source
	sign   string // between key and value
	line   int
	blocks []*block
	path   []level // of the keys that are open
	table  string  // of TOML, with its "."
	row    int     // entries met in the open list
}

// level is an open key and how far it is indented.
type level struct {
	indent int
	key    string
}

// keyed tells whether the first line with text before line closing has a key.
func (r *matterReader) keyed(closing int) bool {
	for n := 2; n < closing; n++ {
		line := strings.TrimSpace(r.src.lineText(n))
		if line == "" || line[0] == '#' {
			continue
		}
		_, _, ok := r.split(line)
		return ok || strings.HasPrefix(line, "[")
	}
	return false
}

// split returns the key and the value of line.
func (r *matterReader) split(line string) (key string, value int, ok bool) {
	i := strings.Index(line, r.sign)
	if i <= 0 {
		return "", 0, false
	}
	key = strings.Trim(line[:i], " \t\"'")
	if key == "" || strings.ContainsAny(key, " \t{}[],") || r.sign == ":" && i+1 < len(line) && line[i+1] != ' ' && line[i+1] != '\t' {
		return "", 0, false
	}
	return strings.ToLower(key), i + 1, true
}

// read reads line r.line, and those that its value goes on over.
func (r *matterReader) read(closing int) {
	line := r.src.lineText(r.line)
	text := strings.TrimLeft(line, " \t")
	indent := len(line) - len(text)
	if text == "" || text[0] == '#' {
		return
	}
	if r.sign == "=" && text[0] == '[' {
		r.table = strings.ToLower(strings.Trim(strings.TrimSpace(text), "[]")) + "."
		if strings.HasPrefix(text, "[[") {
			r.row++
		}
		return
	}
	for strings.HasPrefix(text, "- ") || text == "-" {
		r.pop(indent)
		r.row++
		rest := strings.TrimLeft(text[1:], " \t")
		indent += len(text) - len(rest)
		text = rest
	}
	key, value, ok := r.split(text)
	if !ok {
		r.values(r.key(""), indent, line)
		return
	}
	r.pop(indent - 1)
	rest := strings.TrimSpace(text[value:])
	switch {
	case rest == "":
		r.path = append(r.path, level{indent, key})
		r.row = 0
	case rest == "|" || rest == ">" || rest == "|-" || rest == ">-" || rest == `"""` || rest == "'''":
		r.scalar(r.key(key), indent, closing)
	case rest[0] == '[' && !strings.Contains(rest, "]"):
		for ; r.line < closing; r.line++ {
			r.values(r.key(key), 0, r.src.lineText(r.line))
			if strings.Contains(r.src.lineText(r.line), "]") {
				return
			}
		}
	default:
		r.values(r.key(key), indent+value, line)
	}
}

// pop closes the keys that are indented further than indent.
func (r *matterReader) pop(indent int) {
	for n := len(r.path); n > 0 && r.path[n-1].indent > indent; n-- {
		r.path = r.path[:n-1]
	}
}

// key returns the path of the key called name.
func (r *matterReader) key(name string) string {
	path := r.table
	for _, l := range r.path {
		path += l.key + "."
	}
	return strings.TrimSuffix(path+name, ".")
}

// scalar reads the lines of a text that are indented further than its key.
func (r *matterReader) scalar(key string, indent, closing int) {
	for r.line++; r.line < closing; r.line++ {
		line := r.src.lineText(r.line)
		text := strings.TrimLeft(line, " \t")
		if text == `"""` || text == "'''" {
			return
		}
		if text != "" && len(line)-len(text) <= indent && r.sign == ":" {
			r.line--
			return
		}
		r.value(key, len(line)-len(text), len(line))
	}
}

// values adds the value, or each of the values of a list, in line from start on.
func (r *matterReader) values(key string, start int, line string) {
	text := line[start:]
	list := strings.HasPrefix(strings.TrimSpace(text), "[") || strings.HasSuffix(strings.TrimSpace(text), "]") || strings.HasSuffix(strings.TrimSpace(text), ",")
	for at, n := 0, 0; at < len(text); at += n {
		c := text[at]
		n = 1
		switch {
		case c == ' ' || c == '\t' || list && (c == '[' || c == ']' || c == ','):
		case c == '#' && at > 0:
			return
		case c == '"' || c == '\'':
			end := strings.IndexByte(text[at+1:], c)
			for end > 0 && c == '"' && text[at+end] == '\\' {
				next := strings.IndexByte(text[at+end+2:], c)
				if next < 0 {
					break
				}
				end += next + 1
			}
			if end < 0 {
				end = len(text) - at - 1
			}
			r.value(key, start+at+1, start+at+1+end)
			n = end + 2
		default:
			n = len(text) - at
			if list {
				if i := strings.IndexAny(text[at:], ",]"); i >= 0 {
					n = i
				}
			} else if i := strings.Index(text[at:], " #"); i >= 0 {
				n = i
			}
			r.value(key, start+at, start+at+n)
		}
	}
}

// value adds the value that stands from start to end of line r.line.
func (r *matterReader) value(key string, start, end int) {
	at := r.src.starts[r.line-1]
	text := strings.TrimRight(r.src.text[at+start:at+end], " \t\r,")
	if text == "" {
		return
	}
	p := &prose{text: text, parts: []part{{at: 0, from: at + start}}}
	if strings.Contains(text, `\`) || strings.IndexByte(text, '&') >= 0 {
		p = unquoted(text, at+start)
	}
	p.finish()
	r.blocks = append(r.blocks, &block{kind: matter, prose: p, line: r.line, end: r.line, key: key, row: r.row})
}

// unquoted returns the prose of text with its escapes and entities resolved.
func unquoted(text string, from int) *prose {
	var b proseBuilder
	for at := 0; at < len(text); {
		if text[at] == '\\' && at+1 < len(text) && (text[at+1] == '"' || text[at+1] == '\\') {
			b.raw(text[at+1:at+2], from+at+1)
			at += 2
			continue
		}
		if text[at] == '&' {
			if value, size := entity(text[at:]); size > 0 {
				b.fixed(value, from+at)
				at += size
				continue
			}
		}
		b.raw(text[at:at+1], from+at)
		at++
	}
	return b.done()
}
