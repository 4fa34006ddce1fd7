package extract

import (
	"strings"
	"unicode/utf8"
)

// bareURLs returns the places of the http and https URLs that stand in s as text.
func bareURLs(s string) []span {
	var out []span
	for at := 0; ; {
		n := strings.Index(s[at:], "://")
		if n < 0 {
			return out
		}
		i := at + n
		at = i + 3
		start := i
		switch {
		case strings.HasSuffix(s[:i], "https"):
			start -= len("https")
		case strings.HasSuffix(s[:i], "http"):
			start -= len("http")
		default:
			continue
		}
		if end := urlEnd(s, at); end > at {
			out = append(out, span{start, end})
			at = end
		}
	}
}

// brokenURLs is bareURLs for text whose spaces may stand inside a URL's scheme too:
// "http s://".
func brokenURLs(s string) []span {
	out := bareURLs(s)
	for at := 0; ; {
		n := strings.Index(s[at:], "://")
		if n < 0 {
			return disjoint(out)
		}
		i := at + n
		at = i + 3
		start := max(i-len("https "), 0)
		for k := start; k < i; k++ {
			if scheme := strings.ReplaceAll(s[k:i], " ", ""); (scheme == "https" || scheme == "http") && len(scheme) < i-k && s[k] == 'h' {
				if end := urlEnd(s, at); end > at {
					out = append(out, span{k, end})
				}
				break
			}
		}
	}
}

// urlEnd returns where the URL ends whose part behind "://" begins at i. Closing
// brackets without an opening one and punctuation at its end are not part of it.
func urlEnd(s string, i int) int {
	end, open := i, 0
	for end < len(s) && urlByte(s[end]) {
		switch s[end] {
		case '(':
			open++
		case ')':
			open--
		}
		if open < 0 {
			break
		}
		end++
	}
	for end > i && strings.IndexByte(".,;:!?'\"*_", s[end-1]) >= 0 {
		end--
	}
	return end
}

// urlByte tells whether c may stand in a URL written into a text: Japanese and
// Chinese go on without a space behind one, so that only ASCII does.
func urlByte(c byte) bool {
	return c > ' ' && c < utf8.RuneSelf && strings.IndexByte("<>\"`{}|\\^", c) < 0
}

// rejoin returns the URL at u in s, with the parts that white space cut off, as
// text taken from slides has it, and where it ends in s. Only what surely belongs
// to it is joined: the query, the rest of an id of known length, the rest of a
// slug whose cut shows by its hyphen.
func rejoin(s string, u span) (url string, end int) {
	url, end = strings.ReplaceAll(s[u.start:u.end], " ", ""), u.end
	for {
		next, from := nextToken(s, end)
		last := endsItem(s[from+len(next):])
		if next == "" || !continues(url, next, last) {
			return url, end
		}
		url += next
		end = from + len(next)
	}
}

// wordsBehindURLs may stand alone behind a URL at the end of an item.
var wordsBehindURLs = newWordSet("slides slide deck pdf video videos youtube here link demo and or by from at in the for see also code repo github blog docs thanks etc more")

// endsItem tells whether an item of a slide ends before rest: at the end, or at a
// bullet.
func endsItem(rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	r := runeAfter(rest, 0)
	return r == 0 || r == '\n' || strings.ContainsRune(bullets, r)
}

// nextToken returns what stands in s behind one space or line end at i, up to the
// next one.
func nextToken(s string, i int) (token string, from int) {
	if i >= len(s) || s[i] != ' ' && s[i] != '\n' {
		return "", i
	}
	from = i + 1
	end := from
	for end < len(s) && urlByte(s[end]) {
		end++
	}
	return s[from:end], from
}

// continues tells whether token goes on with url. last tells that an item ends
// behind it.
func continues(url, token string, last bool) bool {
	if strings.Contains(token, "://") && token[0] != '?' && token[0] != '&' {
		return false
	}
	host, path, query := splitURL(url)
	deck := func(u string) bool { t := targetOf(u); return t.kind == slidesTarget || t.kind == videoTarget }
	switch {
	case strings.Contains(token, "/") && !deck(url) && deck(url+token):
		return true // the cut is in the host, or before the slug
	case token[0] == '?':
		return query == "" && strings.Contains(token, "=")
	case token[0] == '&':
		return strings.Contains(query, "=") && strings.Contains(token, "=")
	case query != "":
		return false
	case host == "docs.google.com":
		return continuesID(path, token)
	case host == "speakerdeck.com" || host == "slideshare.net" || host == "docswell.com":
		return continuesSlug(url, path, token, last)
	}
	return false
}

// continuesID tells whether token is the rest of the id in a path of Google Docs:
// the ids of files have 44 characters, those of forms 56.
func continuesID(path []string, token string) bool {
	length := 44
	if len(path) >= 4 && path[1] == "d" && path[2] == "e" {
		length = 56
	} else if len(path) != 3 || path[1] != "d" {
		return false
	}
	rest, _, _ := strings.Cut(token, "/")
	for i := range len(rest) {
		if !handleByte(rest[i]) && rest[i] != '-' {
			return false
		}
	}
	return len(path[len(path)-1])+len(rest) == length || len(rest) >= 8 && rest != token
}

// continuesSlug tells whether token is the rest of the slug that path ends in. A
// slug is of lower-case words with hyphens between them: the cut shows by a
// hyphen at its edge, or by the hyphens of a tail that no word has.
func continuesSlug(url string, path []string, token string, last bool) bool {
	if len(path) < 2 {
		return false
	}
	for i := range len(token) {
		c := token[i]
		if c != '-' && (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	switch {
	case token[0] == '-':
		return len(token) > 1 && token[1] != '-'
	case strings.HasSuffix(url, "-"):
		return true
	}
	return strings.Count(token, "-") >= 2 || last && (strings.Contains(token, "-") || len(token) <= 8 && !wordsBehindURLs.holds(token))
}
