package schedule

import (
	"net/url"
	"sort"
	"strings"

	"github.com/cncfgraph/cncfgraph/extract/record"
	"github.com/cncfgraph/cncfgraph/internal/pattern"
)

var (
	slidesText = pattern.Lazy(`(?i)slide|deck|presentation|幻灯片|資料`)
	videoText  = pattern.Lazy(`(?i)video|recording|youtube|watch|视频|動画`)
	slidesHost = pattern.Lazy(`(?i)^(?:.*\.)?(?:slideshare\.net|speakerdeck\.com|slides\.com|static\.sched\.com)$|^docs\.google\.com$`)
	videoHost  = pattern.Lazy(`(?i)^(?:.*\.)?(?:youtube\.com|youtu\.be|vimeo\.com|media\.ccc\.de|v\.qq\.com|bilibili\.com|video\.fosdem\.org)$`)
)

// addLink makes the address the slides or the video of t, if it is one of the two
// by its host or by what is said of it, and t has none yet.
func addLink(t *record.Talk, said, address string) {
	u, ok := webAddress(address)
	if !ok || u.Path == "/watch" && u.Query().Get("v") == "" && videoHost().MatchString(u.Hostname()) {
		return // an address without the video's number shows nothing
	}
	switch host := u.Hostname(); {
	case videoHost().MatchString(host), videoText().MatchString(said) && !slidesHost().MatchString(host):
		if t.Video == "" {
			t.Video = u.String()
		}
	case slidesHost().MatchString(host), slidesText().MatchString(said):
		if t.Slides == "" {
			t.Slides = u.String()
		}
	}
}

// webAddress returns the address of the web that s is; ok is false where it is none.
func webAddress(s string) (u *url.URL, ok bool) {
	u, err := url.Parse(strings.TrimSpace(s))
	return u, err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// pageOf returns the address of a session's page without a fragment, "" for what is
// no address of a page.
func pageOf(address string) string {
	u, ok := webAddress(address)
	if !ok {
		return ""
	}
	u.Fragment, u.RawFragment = "", ""
	return u.String()
}

// languageCode returns the code of a language that a programme writes as "EN",
// "en-US" or "English", "" for what is none.
func languageCode(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	if code, ok := languages[s]; ok {
		return code
	}
	code, _, _ := strings.Cut(strings.FieldsFunc(s+",", func(r rune) bool { return r == ',' || r == ' ' || r == '/' })[0:1:1][0], "-")
	if len(code) != 2 || strings.Trim(code, "abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	return code
}

var languages = map[string]string{"english": "en", "japanese": "ja", "chinese": "zh", "korean": "ko", "german": "de", "spanish": "es", "french": "fr", "": ""}

// lineIndex finds the lines of offsets in a text.
type lineIndex []int

func newLineIndex(text string) lineIndex {
	starts := lineIndex{0}
	for i := range len(text) {
		if text[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// at returns the line, from 1, that offset stands on.
func (x lineIndex) at(offset int) int { return sort.SearchInts(x, offset+1) }
