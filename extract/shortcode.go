package extract

import "strings"

// shortcode is a directive of a site generator inside a text: {{< youtube ID >}}
// of Hugo, {% youtube ID %} of Jekyll, {#id} and {: .class} of kramdown.
type shortcode struct {
	span
	name string // in lower case
	arg  string
}

// shortcodes returns the directives in s.
func shortcodes(s string) []shortcode {
	var out []shortcode
	for at := 0; ; {
		n := strings.IndexByte(s[at:], '{')
		if n < 0 || at+n+1 >= len(s) {
			return out
		}
		at += n
		closing := ""
		switch s[at+1] {
		case '{':
			closing = "}}"
		case '%':
			closing = "%}"
		case ':', '#':
			closing = "}"
		default:
			at++
			continue
		}
		end := strings.Index(s[at+2:], closing)
		if end < 0 {
			return out
		}
		end += at + 2 + len(closing)
		c := shortcode{span: span{at, end}}
		words := strings.FieldsFunc(s[at+2:end-len(closing)], func(r rune) bool { return strings.ContainsRune(" \t\n<>%\"'", r) })
		if len(words) > 0 {
			c.name = strings.ToLower(words[0])
		}
		if len(words) > 1 {
			c.arg = words[1]
		}
		out = append(out, c)
		at = end
	}
}

// embed tells which deck or video c shows in place.
func (c shortcode) embed() (target, bool) {
	switch c.name {
	case "speakerdeck", "slideshare", "docswell", "googleslide", "googleslides":
		if t := targetOf(c.arg); t.kind == slidesTarget {
			return t, true
		}
		return target{kind: slidesTarget}, true
	case "youtube":
		if t := targetOf(c.arg); t.kind == videoTarget {
			return t, true
		}
		_, id, named := strings.Cut(c.arg, "=")
		if !named {
			id = c.arg
		}
		return youtube(id)
	case "vimeo":
		return target{kind: videoTarget, url: "https://vimeo.com/" + c.arg}, digits(c.arg)
	}
	return target{}, false
}

// shortcodeEmbeds returns the embeds that the directives in the text of b are.
func shortcodeEmbeds(b *block) []*block {
	var out []*block
	for _, c := range shortcodes(b.text()) {
		if t, ok := c.embed(); ok {
			out = append(out, &block{kind: embed, target: t, line: b.line, end: b.end})
		}
	}
	return out
}
