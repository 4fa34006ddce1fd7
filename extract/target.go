package extract

import (
	"strings"
)

// targetKind says what a URL leads to.
type targetKind int

const (
	otherTarget targetKind = iota
	slidesTarget
	videoTarget
	eventTarget
	profileTarget
	statusTarget // one message of a person: a tweet
	hashtagTarget
	talkTarget // the page of one talk in a programme
)

// target is what a URL leads to.
type target struct {
	kind     targetKind
	url      string // as written; of a video, its own page. "" for an embed that does not tell its page
	platform string // of a profile
	handle   string
}

// splitURL returns the host of u without "www." and in lower case, and the parts
// of its path; scheme and "//" may be missing from neither.
func splitURL(u string) (host string, path []string, query string) {
	rest := u
	for _, scheme := range [...]string{"https:", "http:"} {
		if len(rest) > len(scheme) && strings.EqualFold(rest[:len(scheme)], scheme) {
			rest = rest[len(scheme):]
			break
		}
	}
	rest, ok := strings.CutPrefix(rest, "//")
	if !ok {
		return "", nil, ""
	}
	if i := strings.IndexAny(rest, "?#"); i >= 0 {
		rest, query = rest[:i], rest[i:]
	}
	host, tail, _ := strings.Cut(rest, "/")
	for _, s := range strings.Split(tail, "/") {
		if s != "" {
			path = append(path, s)
		}
	}
	host = strings.ToLower(host)
	host = strings.TrimPrefix(host, "www.")
	host = strings.TrimPrefix(host, "m.")
	return host, path, query
}

// targetOf tells what u, an absolute or a protocol-relative URL, leads to.
func targetOf(u string) target {
	host, path, query := splitURL(u)
	if host == "" {
		return target{url: u}
	}
	if t, ok := slidesOrVideo(u, host, path, query); ok {
		return t
	}
	switch {
	case talkPage(host, path):
		return target{kind: talkTarget, url: u}
	case eventPage(host, path):
		return target{kind: eventTarget, url: u}
	}
	if t, ok := person(host, path); ok {
		t.url = u
		return t
	}
	return target{url: u}
}

// slidesOrVideo knows the sites that show slides and videos.
func slidesOrVideo(u, host string, path []string, query string) (target, bool) {
	n := len(path)
	slides, video := target{kind: slidesTarget, url: u}, target{kind: videoTarget, url: u}
	shown := func(t target) (target, bool) { t.url = ""; return t, true }
	switch {
	case host == "speakerdeck.com":
		if n >= 1 && (path[0] == "player" || path[0] == "assets") {
			return shown(slides)
		}
		return slides, n >= 2
	case host == "slideshare.net" || strings.HasSuffix(host, ".slideshare.net"):
		if n >= 2 && (path[1] == "embed_code" || path[0] == "embed_code") {
			return shown(slides)
		}
		return slides, n >= 2
	case host == "docs.google.com" && n >= 3 && path[0] == "presentation" && path[1] == "d":
		if path[n-1] == "embed" || path[n-1] == "pubembed" {
			return shown(slides)
		}
		return slides, true
	case host == "docswell.com":
		if n >= 1 && path[0] == "slide" {
			return shown(slides)
		}
		return slides, n >= 3 && path[0] == "s"
	case host == "slides.com" || host == "noti.st" || host == "slideslive.com" || host == "prezi.com":
		return slides, n >= 2
	case host == "gitpitch.com" || host == "talks.godoc.org" || host == "go-talks.appspot.com" || host == "slideship.com":
		return slides, n >= 1
	}
	switch {
	case host == "youtu.be" && n >= 1:
		return video, true
	case strings.HasSuffix(host, "youtube.com") || host == "youtube-nocookie.com":
		switch {
		case n >= 2 && path[0] == "embed":
			video.url = "https://www.youtube.com/watch?v=" + path[1]
			return video, path[1] != "videoseries"
		case n >= 2 && path[0] == "live", n >= 1 && path[0] == "watch" && strings.Contains(query, "v="):
			return video, true
		}
	case host == "vimeo.com":
		return video, n >= 1 && digits(path[0])
	case host == "player.vimeo.com" && n >= 2:
		video.url = "https://vimeo.com/" + path[1]
		return video, true
	case host == "bilibili.com" && n >= 2 && path[0] == "video", host == "v.qq.com" && n >= 3 && path[0] == "x",
		host == "nicovideo.jp" && n >= 2 && path[0] == "watch":
		return video, true
	case host == "player.bilibili.com":
		return shown(video)
	}
	return slides, deckFile(host, path, query)
}

// deckFile tells whether a path is that of a deck on any site.
func deckFile(host string, path []string, query string) bool {
	if len(path) == 0 {
		return false
	}
	last := strings.ToLower(path[len(path)-1])
	if strings.Contains(query, "%2cpptx") || strings.Contains(query, "file,pptx") {
		return true // OneDrive
	}
	for _, ext := range [...]string{".pptx", ".ppt", ".key", ".odp"} {
		if strings.HasSuffix(last, ext) {
			return true
		}
	}
	pdf := strings.HasSuffix(last, ".pdf")
	if pdf && (host == "static.sched.com" || host == "schd.ws" || strings.HasSuffix(host, ".sched.com")) {
		return true
	}
	for _, s := range path {
		switch strings.ToLower(s) {
		case "slides", "slide", "deck", "decks":
			return len(path) >= 2
		}
	}
	return false
}

// talkPage knows the sites that give each talk of a programme a page.
func talkPage(host string, path []string) bool {
	n := len(path)
	switch {
	case strings.HasSuffix(host, ".sched.com"):
		return n >= 2 && path[0] == "event"
	case host == "sched.co":
		return n == 1
	case strings.HasSuffix(host, "cloudnativedays.jp"):
		return n >= 3 && path[1] == "talks"
	case host == "fortee.jp":
		return n >= 3 && path[1] == "proposal"
	case host == "fosdem.org" || host == "archive.fosdem.org":
		return n >= 4 && path[1] == "schedule" && path[2] == "event"
	}
	return n >= 2 && (path[n-2] == "session" || path[n-2] == "sessions")
}

// eventPage knows the sites that announce events.
func eventPage(host string, path []string) bool {
	n := len(path)
	has := func(s string) bool {
		for _, p := range path {
			if p == s {
				return true
			}
		}
		return false
	}
	switch {
	case strings.Contains(host, "connpass."):
		return n >= 2 && path[0] == "event" && !has("presentation")
	case strings.HasSuffix(host, ".doorkeeper.jp"), host == "meetup.com", host == "lu.ma", host == "luma.com",
		strings.HasPrefix(host, "eventbrite."), host == "techplay.jp", strings.HasPrefix(host, "festa."), host == "event-us.kr":
		return n >= 2 || n == 1 && (host == "lu.ma" || host == "luma.com")
	case strings.HasSuffix(host, ".sched.com"):
		return n == 0 || path[0] != "event"
	case host == "cloudnativedays.jp", host == "community.cncf.io", host == "events.linuxfoundation.org",
		host == "events19.linuxfoundation.org", host == "lfasiallc.com", host == "atnd.org", host == "hackmd.connpass.com",
		host == "itdks.com", host == "huodongxing.com", host == "onoffmix.com", host == "event.ospn.jp":
		return n >= 1
	case host == "kccnceu.sched.com" || strings.HasPrefix(host, "kccnc"):
		return n == 0
	}
	return false
}

// notHandles are first parts of paths that are no people on their sites.
var notHandles = map[string]bool{
	"hashtag": true, "search": true, "intent": true, "share": true, "i": true, "home": true, "about": true,
	"features": true, "topics": true, "orgs": true, "sponsors": true, "items": true, "tags": true,
}

// person knows the sites on which people have pages.
func person(host string, path []string) (target, bool) {
	n := len(path)
	t := target{kind: profileTarget}
	switch host {
	case "twitter.com", "x.com", "mobile.twitter.com":
		t.platform = "twitter"
		switch {
		case n >= 2 && path[0] == "hashtag":
			return target{kind: hashtagTarget, handle: path[1]}, true
		case n >= 3 && path[1] == "status":
			return target{kind: statusTarget, platform: "twitter", handle: path[0]}, true
		}
	case "github.com":
		t.platform = "github"
	case "qiita.com":
		t.platform = "qiita"
	case "zenn.dev":
		t.platform = "zenn"
	case "linkedin.com":
		if n != 2 || path[0] != "in" {
			return target{}, false
		}
		t.platform, t.handle = "linkedin", path[1]
		return t, true
	case "facebook.com":
		t.platform = "facebook"
	case "speakerdeck.com", "slideshare.net":
		t.platform = strings.TrimSuffix(strings.TrimSuffix(host, ".com"), ".net")
	default:
		return target{}, false
	}
	if n != 1 || notHandles[strings.ToLower(path[0])] {
		return target{}, false
	}
	t.handle = strings.TrimPrefix(path[0], "@")
	return t, validHandle(t.handle)
}

// validHandle tells whether s may be the handle of a person.
func validHandle(s string) bool {
	if s == "" || len(s) > 39 {
		return false
	}
	for i := range len(s) {
		if !handleByte(s[i]) && s[i] != '-' && s[i] != '.' {
			return false
		}
	}
	return true
}

// handleByte tells whether c may stand in a handle written with "@".
func handleByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
