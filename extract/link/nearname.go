package link

import (
	"strings"
)

// isNearName tells whether the span s of t is a part of the name of something
// else: an edition ("Grafana Cloud", "NGINX Plus"), or a vendor's managed
// service for it ("Amazon Managed Service for Prometheus").
func (l *Linker) isNearName(t string, s span) bool {
	if s.typo > 0 || class[t[s.start]] == high {
		return false
	}
	if at := s.end + 1; at < len(t) && isUpper(t[at]) && (t[at-1] == ' ' || t[at-1] == '-') && l.words.editions[strings.ToLower(t[at:at+runLength(t[at:])])] {
		return true
	}
	before := strings.TrimRight(t[:s.start], " ")
	return (strings.HasSuffix(before, "for") || strings.HasSuffix(before, "Managed")) && l.isManaged(t, s.start)
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
	if words[0] != "for" && words[0] != "Managed" {
		return false
	}
	for _, w := range words[1:n] {
		if w == "" || !isUpper(w[0]) && w != "for" {
			return false
		}
		if l.words.vendors[strings.ToLower(w)] {
			return true
		}
	}
	return false
}
