package main

import (
	"slices"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

func TestFitted(t *testing.T) {
	for _, tt := range []struct {
		name           string
		header         []string
		natural, least []int
		total          int
		want           []int
	}{
		{"room for all", []string{"A", "B"}, []int{10, 20}, []int{10, 12}, 80, []int{10, 20}},
		{"just room", []string{"A", "B"}, []int{10, 20}, []int{10, 12}, 32, []int{10, 20}},
		{"the first text has two parts", []string{"DATE", "TALK", "SPEAKERS"}, []int{10, 100, 100}, []int{10, 12, 12}, 80, []int{10, 44, 22}},
		{"what one does not want goes to the others", []string{"TALK", "SPEAKERS", "EVENT"}, []int{100, 14, 100}, []int{12, 12, 12}, 84, []int{44, 14, 22}},
		{"least widths", []string{"ID", "TALK", "EVENT"}, []int{60, 100, 100}, []int{60, 12, 12}, 80, []int{60, 12, 12}},
		{"one column", []string{"NAME"}, []int{100}, []int{12}, 40, []int{40}},
		{"none", nil, nil, nil, 40, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := fitted(tt.header, tt.natural, tt.least, tt.total); !slices.Equal(got, tt.want) {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}

func TestCut(t *testing.T) {
	for _, tt := range []struct {
		header, cell string
		width        int
		want         string
	}{
		{"TALK", "Linkerd on small clusters", 14, "Linkerd on sm…"},
		{"TALK", "Linkerd on small clusters", 3, "Linkerd on …"},
		{"TALK", "サービスメッシュの話", 14, "サービスメッ…"},
		{"TALK", "サービスメッシュの話", 15, "サービスメッシ…"},
		{"TALK", "👩‍💻 at work, all day long", 12, "👩‍💻 at work,…"},
		{"CATEGORY", "Orchestration & Management / Service Mesh", 30, "… / Service Mesh"},
		{"CATEGORY", "Orchestration & Management / Service Mesh", 16, "… / Service Mesh"},
		{"CATEGORY", "Orchestration & Management / Service Mesh", 15, "Orchestration …"},
		{"CATEGORIES", "Runtime / Ships, Runtime / Boats", 20, "Runtime / Ships, Ru…"},
		{"REASONS", "both in Runtime / Ships of the sea", 20, "both in Runtime / S…"},
		{"ID", "linkerd-on-small-clusters-abcd2345", 14, "linkerd-on-small-clusters-abcd2345"},
		{"DATE", "2021-03-05", 4, "2021-03-05"},
		{"COUNTS", "incubating 2019-05-21", 14, "incubating 2019-05-21"},
		{"EVIDENCE", "memo.md:8, memo.md:12, talk.md:3 +2", 40, "memo.md:8, memo.md:12, talk.md:3 +2"},
		{"EVIDENCE", "memo.md:8, memo.md:12, talk.md:3 +2", 30, "memo.md:8, memo.md:12 +3"},
		{"EVIDENCE", "memo.md:8, memo.md:12, talk.md:3", 24, "memo.md:8, memo.md:12 +1"},
		{"OTHER EVIDENCE", "memo.md:8, a-page-that-has-a-long-name:12-14", 5, "memo.md:8 +1"},
		{"EVIDENCE", "a-page-that-has-a-long-name:12-14", 24, "a-page-that-has-a…:12-14"},
		{"EVIDENCE", "a-page-that-has-a-long-name:12-14, b +7", 24, "a-page-that-ha…:12-14 +8"},
		{"EVIDENCE", "a-page-that-has-a-long-name", 24, "a-page-that-has-a-long-…"},
	} {
		if got := cut(tt.header, tt.cell, tt.width); got != tt.want {
			t.Errorf("cut(%s, %q, %d) = %q, want %q", tt.header, tt.cell, tt.width, got, tt.want)
		}
	}
}

// TestCited finds the evidence that cells show, cut or whole, and links it in order.
func TestCited(t *testing.T) {
	evidence := []vocab.Evidence{
		{Source: "https://example.org/a-page-that-has-a-long-name", Line: 12, EndLine: 14},
		{Source: "https://example.org/b.md", Line: 1, EndLine: 1},
		{Source: "https://example.org/x/b.md", Line: 1, EndLine: 1},
	}
	tbl := table{address: func(e vocab.Evidence) string { return webAddress(e.Label().Value) }}
	for _, tt := range []struct {
		cell string
		want []string // text and address of what leads somewhere
		rest int
	}{
		{"a-page-that-has-a-long-name:12-14, b.md:1, b.md:1", []string{
			"a-page-that-has-a-long-name:12-14", "https://example.org/a-page-that-has-a-long-name#L12-L14",
			"b.md:1", "https://example.org/b.md#L1", "b.md:1", "https://example.org/x/b.md#L1",
		}, 0},
		{"a-page-that-has-a-long-name:12-14, b.md:1 +1", []string{
			"a-page-that-has-a-long-name:12-14", "https://example.org/a-page-that-has-a-long-name#L12-L14",
			"b.md:1", "https://example.org/b.md#L1",
		}, 1},
		{"a-page-that-h…:12-14 +2", []string{"a-page-that-h…:12-14", "https://example.org/a-page-that-has-a-long-name#L12-L14"}, 2},
		{"a-page-that-has-a-long-…", []string{"a-page-that-has-a-long-…", "https://example.org/a-page-that-has-a-long-name#L12-L14"}, 2},
		{"https://example.org/a-page-that-has-a-long-name:12-14", []string{
			"https://example.org/a-page-that-has-a-long-name:12-14", "https://example.org/a-page-that-has-a-long-name#L12-L14",
		}, 2},
		{"other.md:1", nil, 3},
	} {
		pieces, rest := tbl.cited(tt.cell, evidence)
		var whole string
		var got []string
		for _, p := range pieces {
			whole += p.text
			if p.address != "" {
				got = append(got, p.text, p.address)
			}
		}
		if whole != tt.cell || !slices.Equal(got, tt.want) || len(rest) != tt.rest {
			t.Errorf("%q: %q, %q, %d left", tt.cell, whole, got, len(rest))
		}
	}
}

func TestWebAddress(t *testing.T) {
	for _, tt := range []struct{ iri, want string }{
		{"https://example.org/a.md#L3", "https://example.org/a.md#L3"},
		{"http://例え.example/水 #x", "http://%E4%BE%8B%E3%81%88.example/%E6%B0%B4%20#x"},
		{"https://e.org/\x1b\\\x1b]8;;https://evil\a", "https://e.org/%1B%5C%1B]8;;https://evil%07"},
		{"https://e.org/a>) | b\u202e\u009b", "https://e.org/a%3E)%20%7C%20b%E2%80%AE%C2%9B"},
		{"javascript:alert(1)", ""},
		{"file:///etc/passwd", ""},
		{"file:notes/memo.md", ""},
		{"https://", ""},
		{"mailto:a@example.org", ""},
	} {
		if got := webAddress(tt.iri); got != tt.want {
			t.Errorf("webAddress(%q) = %q, want %q", tt.iri, got, tt.want)
		}
	}
}
