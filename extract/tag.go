package extract

import "strings"

// tag is an HTML or JSX tag.
type tag struct {
	name    string // in lower case, but a component of JSX as it is written
	closing bool
	attrs   []attr
}

// attr is an attribute of a tag; its value stands from start to end.
type attr struct {
	span
	name, value string
}

// parseTag reads the tag at s[at], which is '<'. Values of JSX, in braces, are
// passed over. It returns where the tag ends; ok is false where none stands, and
// then end tells how far it was necessary to look.
func parseTag(s string, at int) (t tag, end int, ok bool) {
	i := at + 1
	if i < len(s) && s[i] == '/' {
		t.closing = true
		i++
	}
	start := i
	for i < len(s) && (nameByte(s[i]) || i > start && (s[i] == '.' || s[i] == ':')) {
		i++
	}
	if i == start || s[start] >= '0' && s[start] <= '9' || s[start] == '-' {
		return t, at, false
	}
	t.name = s[start:i]
	if lower := strings.ToLower(t.name); known[lower] || t.name[0] >= 'a' {
		t.name = lower
	}
	for i < len(s) {
		switch c := s[i]; {
		case c == '>':
			return t, i + 1, true
		case c == '{':
			if i = braces(s, i); i < 0 {
				return t, len(s), false
			}
		case nameByte(c) || c == '@' || c == ':':
			var a attr
			if a, i, ok = parseAttr(s, i); !ok {
				return t, len(s), false
			}
			t.attrs = append(t.attrs, a)
		case c == '/' || c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '"' || c == '\'':
			i++
		default:
			return t, i, false
		}
	}
	return t, len(s), false
}

// known holds the names of elements that documents may write in capitals.
var known = map[string]bool{
	"a": true, "b": true, "blockquote": true, "br": true, "center": true, "div": true, "font": true, "h1": true, "h2": true,
	"h3": true, "h4": true, "i": true, "iframe": true, "img": true, "li": true, "ol": true, "p": true, "pre": true,
	"script": true, "span": true, "strong": true, "style": true, "table": true, "tbody": true, "td": true, "th": true,
	"thead": true, "tr": true, "ul": true,
}

func nameByte(c byte) bool {
	return c == '-' || c == '_' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// parseAttr reads the attribute at i; ok is false where its value has no end.
func parseAttr(s string, i int) (a attr, end int, ok bool) {
	start := i
	for i < len(s) && (nameByte(s[i]) || s[i] == '@' || s[i] == ':' || s[i] == '.') {
		i++
	}
	a.name = strings.ToLower(s[start:i])
	j := i
	for j < len(s) && (s[j] == ' ' || s[j] == '\n') {
		j++
	}
	if j >= len(s) || s[j] != '=' {
		return a, i, true
	}
	for j++; j < len(s) && (s[j] == ' ' || s[j] == '\n'); {
		j++
	}
	if j >= len(s) {
		return a, i, false
	}
	switch c := s[j]; c {
	case '"', '\'':
		n := strings.IndexByte(s[j+1:], c)
		if n < 0 {
			return a, i, false
		}
		a.start, a.end = j+1, j+1+n
		end = a.end + 1
	case '{':
		if end = braces(s, j); end < 0 {
			return a, i, false
		}
		return a, end, true
	default:
		for end = j; end < len(s) && s[end] > ' ' && s[end] != '>'; {
			end++
		}
		a.start, a.end = j, end
	}
	a.value = s[a.start:a.end]
	return a, end, true
}

// braces returns where the value of JSX ends that begins at s[i], or -1.
func braces(s string, i int) int {
	for depth := 0; i < len(s); i++ {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return -1
}

// value returns the value of the attribute called name, with its entities
// resolved.
func (t tag) value(name string) string {
	for _, a := range t.attrs {
		if a.name == name {
			return unescape(a.value)
		}
	}
	return ""
}

// captions returns the attributes of t that are prose.
func (t tag) captions() []attr {
	var out []attr
	for _, a := range t.attrs {
		if (a.name == "title" || a.name == "alt") && a.value != "" && t.name[0] >= 'a' && t.name != "iframe" && t.name != "link" {
			out = append(out, a)
		}
	}
	return out
}

// embed tells which deck or video t shows in place.
func (t tag) embed() (target, bool) {
	if t.closing {
		return target{}, false
	}
	if strings.Contains(t.value("class")+t.value("classname"), "speakerdeck-embed") {
		return target{kind: slidesTarget}, true
	}
	switch strings.ToLower(t.name) {
	case "iframe", "embed", "amp-iframe":
		e := targetOf(absolute(t.value("src")))
		return e, e.kind == slidesTarget || e.kind == videoTarget
	case "speakerdeck", "slideshare", "docswell", "googleslides":
		return target{kind: slidesTarget}, true
	case "youtube":
		return youtube(t.value("id") + t.value("videoid"))
	}
	return target{}, false
}

// youtube returns the video with the given id.
func youtube(id string) (target, bool) {
	e := target{kind: videoTarget}
	if validHandle(id) {
		e.url = "https://www.youtube.com/watch?v=" + id
	}
	return e, true
}

// absolute returns u with "//" before it if it looks like a host without scheme.
func absolute(u string) string {
	if strings.Contains(u, "//") || strings.HasPrefix(u, "/") {
		return u
	}
	return "//" + u
}
