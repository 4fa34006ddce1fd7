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
	if at := s.end + 1; at < len(t) && isUpper(t[at]) && (t[at-1] == ' ' || t[at-1] == '-') && l.words.joins.Editions[strings.ToLower(t[at:at+runLength(t[at:])])] {
		return true
	}
	before := strings.TrimRight(t[max(0, s.start-16):s.start], " ")
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
	service := words[0] == "Managed"
	if !service && words[0] != "for" {
		return false
	}
	for _, w := range words[1:n] {
		if !isUpper(w[0]) && w != "for" {
			return false
		}
		w = strings.ToLower(w)
		service = service || l.words.joins.Services[w]
		if l.words.joins.Vendors[w] {
			return service
		}
	}
	return false
}
