package resolve

import (
	"net/url"
	"slices"
	"strings"
)

// link is a slide deck or a recording.
type link struct {
	key   string   // the same for every address of one deck or recording
	words []string // what the address says of it, for decks
	at    fact
}

func (l link) says(o link) bool { return l.key == o.key }

// linkKey returns what all addresses of the slide deck or recording at address
// have in common. It is empty for an address that is not of one deck or
// recording: a list of them, or the page of a user, a channel or an event.
func linkKey(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	host := hostOf(u)
	path := strings.Split(strings.Trim(u.Path, "/"), "/")
	switch host {
	case "youtube.com", "youtu.be", "youtube-nocookie.com":
		return youTubeKey(host, path, u.Query())
	case "slideshare.net":
		return slideShareKey(path)
	case "speakerdeck.com":
		return userKey(host, path)
	case "docs.google.com":
		if len(path) > 2 && path[0] == "presentation" && path[1] == "d" {
			if path[2] == "e" && len(path) > 3 {
				return host + "/e/" + path[3]
			}
			return host + "/" + path[2]
		}
	}
	if path[0] == "" || u.Query().Has("list") || slices.ContainsFunc(eventHosts[:], func(h string) bool { return host == h || strings.HasSuffix(host, "."+h) }) {
		return ""
	}
	if query := keptQuery(u.Query()); query != "" {
		return host + "/" + strings.Join(path, "/") + "?" + query
	}
	return host + "/" + strings.Join(path, "/")
}

// eventHosts have pages of events, which link to the decks of all their talks.
var eventHosts = [...]string{"connpass.com", "meetup.com", "doorkeeper.jp", "lu.ma", "community.cncf.io", "eventbrite.com"}

// hostOf returns the host without port and without a name in front of it that
// chooses a language or a form: "www", "m", "de".
func hostOf(u *url.URL) string {
	host := strings.ToLower(u.Hostname())
	first, rest, ok := strings.Cut(host, ".")
	if ok && strings.Contains(rest, ".") && (len(first) <= 2 || first == "www" || first == "mobile") {
		return rest
	}
	return host
}

// youTubeKey returns the key of one video.
func youTubeKey(host string, path []string, query url.Values) string {
	id := query.Get("v")
	switch {
	case host == "youtu.be":
		id = path[0]
	case len(path) == 2 && (path[0] == "embed" || path[0] == "live" || path[0] == "shorts" || path[0] == "v"):
		id = path[1]
	}
	if id == "" || id == "videoseries" {
		return ""
	}
	return "youtube.com/" + id
}

// slideShareKey returns the key of a deck: its number, which old addresses
// (user/name-NUMBER) and new ones (slideshow/name/NUMBER) have, else its path.
func slideShareKey(path []string) string {
	name := path[len(path)-1]
	digits := len(name) - len(strings.TrimRight(name, "0123456789"))
	if n := name[len(name)-digits:]; digits >= slideNumberLength && (digits == len(name) || name[len(name)-digits-1] == '-') {
		return "slideshare.net/" + n
	}
	if path[0] == "slideshow" && len(path) > 3 && path[1] == "embed_code" {
		return "slideshare.net/embed_code/" + name
	}
	return userKey("slideshare.net", path)
}

// slideNumberLength is the least length of the number that SlideShare gives a
// deck, which tells it from a number in the deck's name.
const slideNumberLength = 7

// userKey returns the key of a deck whose path is the user's name and its own,
// whose case does not matter.
func userKey(host string, path []string) string {
	if len(path) < 2 {
		return ""
	}
	return host + "/" + strings.ToLower(path[0]+"/"+path[1])
}

// keptQuery returns the parameters that choose a page, sorted, without those that
// say where the reader comes from or where to begin.
func keptQuery(query url.Values) string {
	for name := range query {
		if strings.HasPrefix(name, "utm_") || slices.Contains(passing[:], name) {
			query.Del(name)
		}
	}
	return query.Encode()
}

var passing = [...]string{"ref", "source", "src", "from", "fbclid", "gclid", "usp", "si", "t", "slide", "feature", "start", "autoplay"}

// slugWords returns the words of the address's last part, which names a deck on
// Speaker Deck and SlideShare.
func slugWords(address string) []string {
	u, err := url.Parse(address)
	if err != nil || hostOf(u) != "speakerdeck.com" && hostOf(u) != "slideshare.net" {
		return nil
	}
	path := strings.Split(strings.Trim(u.Path, "/"), "/")
	return occasionWords(path[min(1, len(path)-1)])
}

// sessionPage returns the page of a session in a schedule on Sched, "" for other
// addresses. Two pages of one schedule are two sessions.
func sessionPage(address string) string {
	u, err := url.Parse(address)
	if err != nil || !strings.HasSuffix(strings.ToLower(u.Hostname()), ".sched.com") {
		return ""
	}
	path := strings.Split(strings.Trim(u.Path, "/"), "/")
	if len(path) < 2 || path[0] != "event" {
		return ""
	}
	return strings.ToLower(u.Hostname()) + "/" + path[1]
}

// twoSessions tells whether the pages are of different sessions of one schedule.
// A schedule may have pages under identifiers of different lengths, which say
// nothing of each other.
func twoSessions(a, b []string) bool {
	two := false
	for _, s := range a {
		for _, t := range b {
			if s == t {
				return false
			}
			two = two || len(s) == len(t) && s[:strings.IndexByte(s, '/')] == t[:strings.IndexByte(t, '/')]
		}
	}
	return two
}

// account is a person's account: on a platform, or a handle whose platform is
// not known.
type account struct{ platform, handle string }

// profile is an account and where it is said.
type profile struct {
	account
	at fact
}

func (p profile) says(o profile) bool { return p.account == o.account }

// parseProfile returns the account that a profile's address stands for, the zero
// account for a platform's own page.
func parseProfile(address string) account {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return account{platform: address}
	}
	host := hostOf(u)
	if host == "x.com" {
		host = "twitter.com"
	}
	handle := parseHandle(strings.Trim(u.Path, "/"))
	if handle == "" {
		return account{}
	}
	if strings.Contains(handle, "/") { // linkedin.com/in/…, a page of one's own
		return account{platform: host + "/" + handle}
	}
	return account{host, handle}
}

func parseHandle(s string) string {
	return strings.ToLower(strings.TrimPrefix(strings.TrimSpace(s), "@"))
}
