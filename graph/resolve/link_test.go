package resolve

import (
	"slices"
	"strings"
	"testing"
)

func TestLinkKey(t *testing.T) {
	tests := []struct{ address, want string }{
		{"https://speakerdeck.com/Aki/Mesh-Now", "speakerdeck.com/aki/mesh-now"},
		{"http://www.speakerdeck.com/aki/mesh-now/?slide=12", "speakerdeck.com/aki/mesh-now"},
		{"https://speakerdeck.com/aki", ""},
		{"https://www.slideshare.net/aki/mesh-now", "slideshare.net/aki/mesh-now"},
		{"https://jp.slideshare.net/aki/mesh-now-97985725/12", "slideshare.net/aki/mesh-now-97985725"},
		{"https://www.slideshare.net/aki/mesh-now-97985725?ref=x", "slideshare.net/97985725"},
		{"https://www.slideshare.net/slideshow/mesh-now-97985725/97985725", "slideshare.net/97985725"},
		{"https://www.slideshare.net/slideshows/mesh-now/97985725", "slideshare.net/97985725"},
		{"https://www.slideshare.net/aki/meetup-3", "slideshare.net/aki/meetup-3"},
		{"https://www.slideshare.net/slideshow/embed_code/key/Ab3dE", "slideshare.net/embed_code/Ab3dE"},
		{"https://www.slideshare.net/aki", ""},
		{"https://docs.google.com/presentation/d/1aB-c/edit#slide=id.p", "docs.google.com/1aB-c"},
		{"https://docs.google.com/presentation/d/1aB-c/view?usp=sharing", "docs.google.com/1aB-c"},
		{"https://docs.google.com/presentation/d/e/2PACX/pub?start=false", "docs.google.com/e/2PACX"},
		{"https://www.youtube.com/watch?v=AbC&list=PL1&t=3s", "youtube.com/AbC"},
		{"https://m.youtube.com/watch?feature=shared&v=AbC", "youtube.com/AbC"},
		{"https://youtu.be/AbC?si=x", "youtube.com/AbC"},
		{"https://www.youtube.com/live/AbC", "youtube.com/AbC"},
		{"https://www.youtube-nocookie.com/embed/AbC", "youtube.com/AbC"},
		{"https://www.youtube.com/embed/videoseries?list=PL1", ""},
		{"https://www.youtube.com/playlist?list=PL1", ""},
		{"https://www.youtube.com/@cncf", ""},
		{"https://example.connpass.com/event/12/presentation/", ""},
		{"https://connpass.com/event/12/presentation/", ""},
		{"https://example.org/Deck.pdf?utm_source=x&ref=y&v=2", "example.org/Deck.pdf?v=2"},
		{"http://www.example.org:80/decks/1/", "example.org/decks/1"},
		{"https://example.org/", ""},
		{"mailto:a@example.org", ""},
		{"https://example.org/%zz", ""},
	}
	for _, test := range tests {
		if got := linkKey(test.address); got != test.want {
			t.Errorf("linkKey(%q) = %q, want %q", test.address, got, test.want)
		}
	}
}

func TestSlugWords(t *testing.T) {
	tests := []struct{ address, want string }{
		{"https://speakerdeck.com/aki/mesh-now-at-mesh-night-kyoto-number-12", "mesh now mesh night kyoto 12"},
		{"https://speakerdeck.com/aki/mesh-night-kyoto-2nd?slide=3", "mesh night kyoto 2"},
		{"https://www.slideshare.net/slideshow/mesh-day-2019/97985725", "mesh day 2019"},
		{"https://example.org/mesh-day-2019", ""},
	}
	for _, test := range tests {
		if got := strings.Join(slugWords(test.address), " "); got != test.want {
			t.Errorf("slugWords(%q) = %q, want %q", test.address, got, test.want)
		}
	}
}

func TestTwoSessions(t *testing.T) {
	page := func(s string) string { return sessionPage("https://day2021.sched.com/event/" + s) }
	if page("iA12/envoy") != "day2021.sched.com/iA12" || sessionPage("https://example.org/event/iA12") != "" || sessionPage("https://day2021.sched.com/list") != "" {
		t.Error("pages are not read")
	}
	tests := []struct {
		a, b []string
		want bool
	}{
		{[]string{page("iA12")}, []string{page("iA13")}, true},
		{[]string{page("iA12")}, []string{page("iA12")}, false},
		{[]string{page("iA12")}, []string{page("iA12"), page("iA13")}, false},
		{[]string{page("iA12")}, []string{page("0123456789abcdef")}, false},
		{[]string{page("iA12")}, []string{strings.Replace(page("iA13"), "2021", "2022", 1)}, false},
		{nil, []string{page("iA12")}, false},
	}
	for _, test := range tests {
		if got := twoSessions(test.a, test.b); got != test.want {
			t.Errorf("twoSessions(%q, %q) = %v", test.a, test.b, got)
		}
	}
}

func TestOccasionNames(t *testing.T) {
	tests := []struct {
		name, words string
		numbered    bool
	}{
		{"Mesh Night Kyoto #7 @Hall One", "mesh night kyoto 7", true},
		{"[イベントレポート] Mesh Night vol.7", "mesh night 7", true},
		{"KubeCon + CloudNativeCon North America 2019", "kubecon north america 2019", true},
		{"KubeCon NA 2019", "kubecon north america 2019", true},
		{"KCD Lyon", "kubernetes community day lyon", false},
		{"Kubernetes Community Days Lyon", "kubernetes community day lyon", false},
		{"@", "", false},
	}
	for _, test := range tests {
		got := parseOccasion(test.name)
		if strings.Join(got.words, " ") != test.words || got.numbered != test.numbered {
			t.Errorf("%q is read as %q, numbered: %v", test.name, got.words, got.numbered)
		}
	}
}

func TestSpans(t *testing.T) {
	span := func(from, to string) []span {
		s, ok := spanOf(from, to)
		if !ok {
			t.Fatalf("no span from %s to %s", from, to)
		}
		return []span{s}
	}
	tests := []struct {
		a, b [2]string
		want int
	}{
		{[2]string{"2019-03-01", "2019-03-01"}, [2]string{"2019-03-01", "2019-03-01"}, 0},
		{[2]string{"2019-03-01", "2019-03-01"}, [2]string{"2019-03-04", "2019-03-05"}, 3},
		{[2]string{"2019-03", "2019-03"}, [2]string{"2019-03-31", "2019-03-31"}, 0},
		{[2]string{"2019-03", "2019-03"}, [2]string{"2019-04-01", "2019-04-01"}, 1},
		{[2]string{"2020", "2020"}, [2]string{"2020-02-29", "2020-02-29"}, 0},
		{[2]string{"2020", "2020"}, [2]string{"2021-01-02", "2021-01-02"}, 2},
	}
	for _, test := range tests {
		a, b := span(test.a[0], test.a[1]), span(test.b[0], test.b[1])
		if got, back := daysBetween(a, b), daysBetween(b, a); got != test.want || back != test.want {
			t.Errorf("%v and %v: %d and %d days, want %d", test.a, test.b, got, back, test.want)
		}
	}
	for _, s := range []string{"", "2019-02-30", "soon"} {
		if _, ok := spanOf(s, s); ok {
			t.Errorf("%q is a date", s)
		}
	}
	if daysBetween(nil, span("2020", "2020")) != 0 || slices.Equal(span("2020", "2020"), span("2020-01", "2020-01")) {
		t.Error("days are miscounted")
	}
}
