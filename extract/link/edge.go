package link

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// edge is how a name ends, or why it is none.
type edge byte

const (
	inside   edge = iota // of another word or name: no mention
	clean                // a border of a word
	version              // digits follow: "Fluentd1.2"
	plural               // an s follows
	compound             // "Kubernetes-native", "EnvoyProxy"
)

// startsName tells whether a name may start at start: no letter, handle, path or
// compound runs into it. A name that ended at prev, with a hyphen or slash
// between, is no part of this one.
func (w *Words) startsName(t string, start, prev int) bool {
	if start == 0 {
		return true
	}
	r, n := utf8.DecodeLastRuneInString(t[:start])
	left := start - n
	switch r {
	case '@', '#', '$', '\\', '＃', '＠':
		return false
	case '=':
		return left == 0 || class[t[left-1]] != alnum
	case '-', '_':
		if left == 0 || class[t[left-1]] == space || prev == left {
			return true
		}
		return t[left-1] >= utf8.RuneSelf || class[t[left-1]] == alnum && w.joinsBefore(lastWord(t[:left]))
	case '.':
		return left == 0 || class[t[left-1]] != alnum || isDigit(t[left-1])
	case '/':
		return left > 0 && (class[t[left-1]] == space || t[left-1] != '/' && t[left-1] != ':' && !isDomain(t[:left]))
	}
	if r < utf8.RuneSelf {
		return class[r] != alnum || class[t[start]] == high
	}
	first, _ := utf8.DecodeRuneInString(t[start:])
	return !isWordRune(r) || scriptOf(r) != scriptOf(first) || scriptOf(r) == han
}

// joinsBefore tells whether word with a hyphen may stand before a name that is
// still meant: "non-Kubernetes", "Amazon-EKS".
func (w *Words) joinsBefore(word string) bool {
	word = strings.ToLower(word)
	return w.joins.BeforeHyphen[word] || w.joins.Vendors[word]
}

// lastWord returns the ASCII word that t ends with.
func lastWord(t string) string {
	i := len(t)
	for i > 0 && len(t)-i < longWord && class[t[i-1]] == alnum {
		i--
	}
	return t[i:]
}

// isDomain tells whether t ends with what looks like a host name or a path below
// one: "github.com", "example.com/a".
func isDomain(t string) bool {
	i := len(t)
	for i > 0 && len(t)-i < wideReach && (class[t[i-1]] == alnum || strings.IndexByte("./-_~%", t[i-1]) >= 0) {
		i--
	}
	host, _, _ := strings.Cut(t[i:], "/")
	dot := strings.LastIndexByte(host, '.')
	return dot > 0 && len(host)-dot > 2 && !isDigit(host[dot+1])
}

// nameEdge returns how the name t[start:end] ends.
func (l *Linker) nameEdge(t string, start, end int) edge {
	if end == len(t) {
		return clean
	}
	c := t[end]
	switch class[c] {
	case alnum:
		return l.letterEdge(t, start, end)
	case space:
		return clean
	case high:
		return l.scriptEdge(t, start, end)
	}
	next := byte(' ')
	if end+1 < len(t) {
		next = t[end+1]
	}
	switch c {
	case '.':
		if class[next] != alnum || isUpper(next) && isUpper(t[start]) {
			return clean
		}
		return inside // a file or a host: kubernetes.io, envoy.yaml
	case '_':
		if class[next] != alnum {
			return clean
		}
		return inside
	case '@':
		if class[next] == alnum && !isDigit(next) {
			return inside
		}
	case '{':
		return inside // Elastic{ON}
	case '+', '#':
		if end-start == 1 {
			return inside // C++, C#
		}
	case '/':
		return l.pathEdge(t, start, end)
	case '-':
		return l.hyphenEdge(t, end)
	}
	return clean
}

// letterEdge is nameEdge where an ASCII letter or digit follows.
func (l *Linker) letterEdge(t string, start, end int) edge {
	last := t[end-1]
	if class[last] != alnum {
		if last >= utf8.RuneSelf {
			return clean // another script
		}
		return inside
	}
	to := end
	for to < len(t) && to-end < longWord && (class[t[to]] == alnum || t[to] == '.' && to+1 < len(t) && isDigit(t[to+1])) {
		to++
	}
	rest := t[end:to]
	switch {
	case isDigit(last):
		return inside
	case isVersion(rest) && end-start > 3:
		return version
	case rest == "s" && end-start > 3:
		return plural
	case isUpper(rest[0]) && !isUpper(last) && l.words.joins.Joined[strings.ToLower(rest)]:
		return compound
	}
	return inside
}

// isVersion tells whether s is a version without a space before it: "2", "1.9",
// "v2".
func isVersion(s string) bool {
	s = strings.TrimPrefix(s, "v")
	return s != "" && strings.Trim(s, "0123456789.") == ""
}

// scriptEdge is nameEdge where a character outside ASCII follows.
func (l *Linker) scriptEdge(t string, start, end int) edge {
	r, _ := utf8.DecodeRuneInString(t[end:])
	last, _ := utf8.DecodeLastRuneInString(t[:end])
	if !isWordRune(r) || scriptOf(r) != scriptOf(last) {
		return clean
	}
	var joins []string
	switch scriptOf(last) {
	case latin:
		return inside
	case han:
		return clean // no spaces, no particles to tell words by
	case katakana:
		joins = l.words.joins.Katakana
	case hangul:
		if utf8.RuneCountInString(t[start:end]) > 3 {
			return clean // particles and compounds follow without a space
		}
		joins = l.words.joins.Hangul
	}
	rest := t[end : end+runLength(t[end:])]
	for _, j := range joins {
		if after, ok := strings.CutPrefix(rest, j); ok && (after == "" || scriptOf(last) == hangul) {
			return compound
		}
	}
	return inside
}

// pathEdge is nameEdge where a slash follows: a list ("TUF/Notary") goes on with
// a name or a capital, a path with anything else.
func (l *Linker) pathEdge(t string, start, end int) edge {
	next := end + 1
	if next == len(t) || class[t[next]] != alnum {
		return clean
	}
	var found [maxEndings]ending
	if isUpper(t[next]) || isUpper(t[start]) || l.trie.walk(t, next, &found) > 0 {
		return clean
	}
	return inside
}

// hyphenEdge is nameEdge where a hyphen follows: "Kubernetes-native" names
// Kubernetes, "etcd-operator" does not name etcd.
func (l *Linker) hyphenEdge(t string, end int) edge {
	next := end + 1
	if next == len(t) || class[t[next]] != alnum {
		return clean
	}
	to := next
	for to < len(t) && to-next < longWord && class[t[to]] == alnum {
		to++
	}
	word := strings.ToLower(t[next:to])
	if isVersion(word) || l.words.joins.AfterHyphen[word] {
		return compound
	}
	var found [maxEndings]ending
	for i := range l.trie.walk(t, next, &found) {
		if s := &l.surfaces[found[i].surface]; found[i].end == to && s.sense == nil && len(s.entries) > 0 && unicode.IsUpper(rune(t[next])) {
			return compound // two names: "Fluentd-Elasticsearch"
		}
	}
	return inside
}
