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
