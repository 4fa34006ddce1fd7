package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// eventInHashtag returns the event that a hashtag names: one that a label announces,
// that holds an edition, or that the document repeats.
func (d *draft) eventInHashtag() (stated, bool) {
	type tagged struct {
		name  string
		line  int
		count int
		told  bool
	}
	var tags []*tagged
	index := map[string]*tagged{}
	for _, b := range slices.Concat(d.matter, d.blocks) {
		if b.prose == nil || !strings.Contains(b.text(), "#") && !strings.Contains(b.text(), "＃") {
			continue
		}
		for _, p := range b.prose.all().lines() {
			announced := hashtagWords.any(p.text())
			for _, h := range hashtags(p.text()) {
				name := p.text()[h.start:h.end]
				told := announced || strings.IndexFunc(name, func(r rune) bool { return r >= '0' && r <= '9' }) > 2
				tag := index[strings.ToLower(name)]
				if tag == nil {
					tag = &tagged{name: name, line: d.src.line(p.from(h.start))}
					index[strings.ToLower(name)] = tag
					tags = append(tags, tag)
				}
				tag.count++
				tag.told = tag.told || told
			}
		}
	}
	for _, t := range tags {
		if (t.told || t.count >= 3 || d.reporting) && !d.known(t.name) && !commonTags.holds(strings.ToLower(t.name)) {
			return stated{Event: Event{Name: t.name, Line: t.line}}, true
		}
	}
	return stated{}, false
}

// hashtagWords announce a hashtag.
var hashtagWords = newWords([]string{"ハッシュタグ", "hashtag", "해시태그", "标签"})

// commonTags are hashtags of fields, not of events.
var commonTags = newNameSet("cloudnative|cncf|k8s|devops|sre|docker|container|containers|opensource|oss|aws|gcp|azure|tech|event|勉強会|参加レポート|日記|kubernetes|golang|programming|community|conference")

// hashtags returns the hashtags in s, without their sign.
func hashtags(s string) []span {
	var out []span
	for at := 0; at < len(s); {
		i := strings.IndexAny(s[at:], "#＃")
		if i < 0 {
			return out
		}
		i += at
		_, n := utf8.DecodeRuneInString(s[i:])
		start := i + n
		end := start
		for end < len(s) {
			r, k := utf8.DecodeRuneInString(s[end:])
			if r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) || cjk(r) != cjk(runeAfter(s, start)) && end > start {
				break
			}
			end += k
		}
		before := runeBefore(s, i)
		if end-start >= 4 && !digits(s[start:end]) && (before == 0 || before == ' ' || before == '　' || before == '(' || before == '（' || before == '「' || before == ':' || before == '：') {
			out = append(out, span{start, end})
		}
		at = max(end, start)
	}
	return out
}

// titleCase returns s with a capital at the beginning of each word, as file names
// lack them.
func titleCase(s string) string {
	fields := strings.Fields(s)
	for i, f := range fields {
		if f[0] >= 'a' && f[0] <= 'z' {
			fields[i] = string(f[0]-'a'+'A') + f[1:]
		}
	}
	return strings.Join(fields, " ")
}
