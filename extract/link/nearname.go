package link

import (
	"strings"
	"unicode/utf8"
)

// isNearName tells whether the span s of t is a part of the name of something
// else: an edition ("Grafana Cloud", "NGINX Plus"), a company ("Redis Labs",
// "Docker社"), or a vendor's managed service for it ("Amazon Managed Service for
// Prometheus").
func (l *Linker) isNearName(t string, s span) bool {
	if s.typo > 0 || class[t[s.start]] == high {
		return false
	}
	if l.isFirm(t[s.end:min(len(t), s.end+wideReach)]) {
		return true
	}
	if l.isEdition(t, s.end) {
		return true
	}
	before := strings.TrimRight(t[max(0, s.start-16):s.start], " ")
	return (strings.HasSuffix(before, "for") || strings.HasSuffix(before, "Managed")) && l.isManaged(t, s.start)
}

// isEdition tells whether the word at end, behind a space or hyphen, makes the
// name before it an edition's. "Kubernetes Cloud Provider" goes on and is none.
func (l *Linker) isEdition(t string, end int) bool {
	at := end + 1
	if at >= len(t) || !isUpper(t[at]) || t[end] != ' ' && t[end] != '-' {
		return false
	}
	to := at + runLength(t[at:])
	if !l.words.joins.Editions[strings.ToLower(t[at:to])] {
		return false
	}
	from, _, parts, ok := nextToken(t, to)
	return !ok || parts || !isUpper(t[from])
}

// isFirm tells whether what stands behind a name makes it a company's.
func (l *Linker) isFirm(rest string) bool {
	behind := strings.TrimLeft(strings.TrimPrefix(rest, ","), " ")
	if behind == "" || class[behind[0]] == alnum && !isUpper(behind[0]) {
		return false
	}
	for _, f := range l.words.joins.Firms {
		after, ok := strings.CutPrefix(behind, f)
		switch {
		case !ok:
		case class[f[0]] == high:
			r, _ := utf8.DecodeRuneInString(after)
			return f != "社" || scriptOf(r) != han || strings.ContainsRune("員内製長", r) // not 社会, 社区
		case len(behind) < len(rest) && (after == "" || class[after[0]] != alnum):
			return true
		}
	}
	return false
}

// isManaged tells whether what stands before start is a vendor's service:
// "Azure Database for", "Amazon Managed", "Google Cloud Managed Service for".
func (l *Linker) isManaged(t string, start int) bool {
	var words [6]string
	n := 0
	for at := start; n < len(words); n++ {
		from, to, parts, ok := lastToken(t, at)
		if !ok || parts || at-to > 1 {
			break
		}
		words[n], at = t[from:to], from
	}
	if n == 0 {
		return false
	}
	service := words[0] == "Managed"
	if !service && words[0] != "for" {
		return false
	}
	for _, w := range words[1:n] {
		if !isUpper(w[0]) && w != "for" {
			return false
		}
		w = strings.ToLower(w)
		if w == "managed" && words[0] == "for" {
			return true
		}
		service = service || l.words.joins.Services[w]
		if l.words.joins.Vendors[w] {
			return service
		}
	}
	return false
}
