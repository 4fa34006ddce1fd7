package extract

import (
	"strings"
	"unicode/utf8"
)

// edition returns how many words from ws[i] on say which edition an event is:
// "#8", "vol.3", "第8回", "2019", "제3회", "v18.12"; 0 if they do not.
func edition(ws []word, i int) int {
	w := ws[i]
	next := func(k int) word {
		if i+k < len(ws) {
			return ws[i+k]
		}
		return word{}
	}
	switch {
	case (w.text == "#" || w.text == "＃") && next(1).class == numberWord && !next(1).space:
		if i > 0 && (!w.space && ws[i-1].class == signWord && ws[i-1].text != ")" || issueWords.has(ws[i-1].text)) {
			return 0
		}
		return 2
	case w.class == numberWord && (year(w.text) || yearMonth(w.text)):
		return 1
	case (w.text == "'" || w.text == "’") && next(1).class == numberWord && len(next(1).text) == 2:
		return 2
	case volume(w.text) && next(1).text == "." && next(2).class == numberWord:
		return 3
	case volume(w.text) && next(1).class == numberWord:
		return 2
	case w.class == latinWord && volumeNumber(w.text), w.class == latinWord && i > 0 && ws[i-1].class == latinWord && nth(w.text):
		return 1
	case w.text == "第" && (next(1).class == numberWord) && next(2).class == hanWord:
		return 3
	case w.class == hanWord && counted(w.text) > 0:
		return 1
	case w.text == "제" && next(1).class == numberWord && next(2).class == hangulWord:
		return 3
	case w.class == numberWord && len(w.text) <= 3 && !next(1).space && anyPrefix(next(1).text, []string{"회", "차", "회차", "回目"}) && next(1).class != latinWord:
		return 2
	case bareEdition(ws, i):
		return 1
	case w.class == latinWord && len(w.text) >= 4 && w.text[0] == 'v' && strings.Contains(w.text, ".") && strings.Trim(w.text[1:], "0123456789.") == "":
		return 1
	}
	return 0
}

// issueWords stand before the number of something that is no event.
var issueWords = newWordSet("issue episode ep part chapter pr")

// bareEdition tells whether ws[i] is a number that ends a name: "DevOps Meetup
// Busan 7".
func bareEdition(ws []word, i int) bool {
	w := ws[i]
	if w.class != numberWord || len(w.text) > 2 || !w.space || i < 2 || !digits(w.text) {
		return false
	}
	if i+1 < len(ws) && !(ws[i+1].space && strings.Contains("([（【|-–—~:", ws[i+1].text)) {
		return false
	}
	head := i - 1
	if places.has(ws[head].text) {
		head--
	}
	return ws[head].class == latinWord && genericHeads.has(ws[head].text) && capitalised(ws[head].text)
}

// year tells whether s is a year in which there were such events.
func year(s string) bool {
	return len(s) == 4 && digits(s) && s >= "2010" && s <= "2039"
}

// yearMonth tells whether s is a year and a month: "2018.09".
func yearMonth(s string) bool {
	y, m, ok := strings.Cut(s, ".")
	return ok && year(y) && len(m) == 2 && digits(m) && m <= "12"
}

// nth tells whether s is "1st", "22nd" and so on.
func nth(s string) bool {
	if s == "" || s[0] < '0' || s[0] > '9' {
		return false
	}
	n := strings.TrimRight(lowerCase(s), "stndrh")
	return digits(n) && len(n) <= 2 && len(s) == len(n)+2
}

// counted returns the size of "第三届" at the beginning of s, 0 if it is none.
func counted(s string) int {
	if !strings.HasPrefix(s, "第") {
		return 0
	}
	for i, r := range s {
		if i > 0 && strings.ContainsRune("届期回", r) {
			return i + utf8.RuneLen(r)
		}
		if i > 12 {
			break
		}
	}
	return 0
}

// volume tells whether s announces the number of an edition.
func volume(s string) bool {
	if len(s) > len("episode") || strings.IndexByte("vVeEsSnN", s[0]) < 0 {
		return false
	}
	switch lowerCase(s) {
	case "vol", "volume", "ep", "episode", "season", "edition", "no":
		return true
	}
	return false
}

// volumeNumber tells whether s is such a word with its number: "vol.3", "Vol3".
func volumeNumber(s string) bool {
	if last := s[len(s)-1]; last < '0' || last > '9' {
		return false
	}
	lower := lowerCase(s)
	for _, w := range [...]string{"vol.", "vol", "ep.", "no."} {
		if rest, ok := strings.CutPrefix(lower, w); ok {
			return digits(rest) && len(rest) <= 3
		}
	}
	return false
}
