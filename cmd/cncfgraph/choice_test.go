package main

import "testing"

func TestNearest(t *testing.T) {
	words := []string{"related", "report", "retract", "get", "graph", "gaps", "graduated", "talk"}
	for written, want := range map[string]string{
		"relatde":   "related",
		"Related":   "related",
		"retrakt":   "retract",
		"graduate":  "graduated",
		"grad":      "graduated",
		"rep":       "report",
		"tlak":      "talk",
		"gte":       "get",
		"g":         "",
		"":          "",
		"xyz":       "",
		"planet":    "",
		"日本":        "",
		"graduaetd": "graduated",
	} {
		if got := nearest(written, words); got != want {
			t.Errorf("nearest to %q is %q, want %q", written, got, want)
		}
	}
}

func TestEdits(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "ab", 2}, {"ab", "", 2}, {"ab", "ba", 1}, {"kitten", "sitting", 3}, {"abcd", "acbd", 1}} {
		if got := edits(tt.a, tt.b); got != tt.want {
			t.Errorf("%d edits from %q to %q, want %d", got, tt.a, tt.b, tt.want)
		}
	}
}
