package eval

import (
	"math"
	"strings"
	"testing"
)

func TestMatchRatio(t *testing.T) {
	for _, tt := range []struct {
		name, a, b string
		want       float64
	}{
		{"equal", "abcd", "abcd", 1},
		{"nothing in common", "abc", "xyz", 0},
		{"shifted", "abcd", "bcde", 0.75},
		{"two blocks", "abxcd", "abcd", 8.0 / 9},
		{"longest block first", "ab", "acab", 4.0 / 6},
		{"scattered", "kitten", "sitting", 8.0 / 13},
		{"moved part", "meshinpractice", "meshpracticein", 24.0 / 28},
		{"characters, not bytes", "メッシュ入門", "メッシュ実践入門", 12.0 / 14},
		{"199 characters match", "x" + strings.Repeat("ab", 99), strings.Repeat("ab", 99) + "y", 396.0 / 398},
		{"in 200 the common start no block", strings.Repeat("xab", 70), strings.Repeat("abx", 70), 0},
		{"but go on with one", "qqqunique" + strings.Repeat("ab", 100), strings.Repeat("ab", 100) + "unique", 12.0 / 415},
		{"or at the start", strings.Repeat("ab", 100), strings.Repeat("ab", 100), 1},
	} {
		if got := matchRatio([]rune(tt.a), []rune(tt.b)); math.Abs(got-tt.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestSimilarity(t *testing.T) {
	for _, tt := range []struct {
		want, got string
		score     float64
	}{
		{"Mesh, in practice!", "ＭＥＳＨ in 「practice」", 1},
		{"サービス・メッシュ入門", "ｻｰﾋﾞｽﾒｯｼｭ 入門", 1},
		{"Straße", "STRASSE", 1},
		{"", "", 0},
		{"!?", "()", 0},
		{"Mesh in practice", "", 0},
		{"Mesh in practice", "Mesh in practise", 26.0 / 28},
		{"abcdefgh", "abcdefghij", 0.9},                                       // a part, a quarter longer
		{"abcdefgh", "abcdefghijk", 16.0 / 19},                                // longer still
		{"abcdefghijkl", "bcdefghijkl", 22.0 / 23},                            // a part, and the ratio is higher
		{"abcd", "abcdefghij", 0},                                             // far longer
		{"Mesh in practice", strings.Repeat("Mesh in practice ", 100_000), 0}, // without comparing it
	} {
		if got := similarity(tt.want, tt.got); math.Abs(got-tt.score) > 1e-12 {
			t.Errorf("similarity(%.30q, %.30q) = %v, want %v", tt.want, tt.got, got, tt.score)
		}
	}
}

func FuzzSimilarity(f *testing.F) {
	f.Add("Mesh in practice", "Mesh in practise")
	f.Add(strings.Repeat("ab", 110), strings.Repeat("ba", 110))
	f.Add("サービスメッシュ\u2028入門", "\xff")
	f.Fuzz(func(t *testing.T, a, b string) {
		s := similarity(a, b)
		if s < 0 || s > 1 || math.IsNaN(s) {
			t.Errorf("similarity %v", s)
		}
		if normal(a) != "" && similarity(a, a) != 1 {
			t.Error("a text is not similar to itself")
		}
		// No more characters match than both texts have.
		x, y := []rune(a), []rune(b)
		if len(x)+len(y) > 0 && matchRatio(x, y) > 2*float64(min(len(x), len(y)))/float64(len(x)+len(y)) {
			t.Error("more matches than characters")
		}
	})
}

func TestSameURL(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"https://www.slides.example/u/deck", "http://slides.example/U/Deck/", true},
		{"https://slides.example/u/deck", "//slides.example/u/deck?slide=3", true},
		{"https://slides.example/u/deck#5", "https://slides.example/u/ deck", true},
		{"https://slides.example/u/deck", "slides.example/u/deck", true},
		{"https://slides.example/u/deck", "https://slides.example/u/deck-2", false},
		{"", "", false},
	} {
		if got := sameURL(tt.a, tt.b); got != tt.want {
			t.Errorf("sameURL(%s, %s) = %v", tt.a, tt.b, got)
		}
	}
}

func TestEventNamed(t *testing.T) {
	for _, tt := range []struct {
		want, got string
		same      bool
	}{
		{"Mesh Night Osaka #4", "Mesh Night Osaka 4", true},
		{"Mesh Night Osaka #4", "Mesh Nite Osaka #４", true},
		{"Mesh Night Osaka #4", "Mesh Night Osaka #14", false},
		{"Mesh Night Osaka 2021", "Mesh Night Osaka", false},
		{"Mesh Night", "Serverless Day", false},
	} {
		if got := eventNamed(tt.want, tt.got); got != tt.same {
			t.Errorf("eventNamed(%s, %s) = %v", tt.want, tt.got, got)
		}
	}
}

func TestBestPairs(t *testing.T) {
	table := [][]float64{
		{0.90, 0.95, 0.2},
		{0.90, 0.95, 0.9},
		{0.84, 0.80, 0.0},
	}
	pairs := bestPairs(3, 3, 0.85, func(i, j int) float64 { return table[i][j] })
	want := []pair{{0, 1, 0.95}, {1, 0, 0.90}}
	if len(pairs) != len(want) || pairs[0] != want[0] || pairs[1] != want[1] {
		t.Errorf("pairs %v, want %v", pairs, want)
	}
}
