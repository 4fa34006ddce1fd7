package link

import (
	"math/bits"
	"strings"
	"unicode/utf8"
)

// span is a name found in the folded text of a segment, before it is known what
// it means.
type span struct {
	start, end int
	surface    int32
	edge       edge
	typo       int8 // letters off, 0 for an exact form
}

// scan appends the names in t to spans: the longest at each place, in order,
// disjoint. Blockers are among them, so that what they cover is seen as taken.
func (l *Linker) scan(t string, spans []span) []span {
	var s span
	s.end = -1          // where the last name ended
	inKatakana := false // the character before is katakana
	for i := 0; i < len(t); {
		switch c := t[i]; class[c] {
		case alnum:
			to := i + 1
			for to < len(t) && class[t[to]] == alnum {
				to++
			}
			if l.trie.mayStart(t, i) && l.nameAt(t, i, &s) || to-i >= oneOff-1 && l.typoAt(t, i, to, &s) {
				spans = append(spans, s)
				to = max(to, s.end)
				if s.edge == clean {
					to = s.end
				}
			}
			i, inKatakana = to, false
		case high:
			r, to := runeAt(t, i)
			was := inKatakana
			inKatakana = scriptOf(r) == katakana
			to += i
			if l.trie.mayStartRune(r) && l.nameAt(t, i, &s) || inKatakana && !was && l.typoAt(t, i, i+runLength(t[i:]), &s) {
				spans, to = append(spans, s), s.end
			}
			i = to
		default:
			i++
			inKatakana = false
			if c == '.' && l.trie.root[c] != 0 && i < len(t) && l.nameAt(t, i-1, &s) { // .NET
				spans, i = append(spans, s), s.end
			}
		}
	}
	return spans
}

// runeAt returns the character at i and its length: utf8.DecodeRuneInString with
// the way of East Asian characters made short.
func runeAt(t string, i int) (rune, int) {
	if i+2 < len(t) && t[i] >= 0xE1 && t[i] <= 0xEC && t[i+1]&0xC0 == 0x80 && t[i+2]&0xC0 == 0x80 {
		return rune(t[i]&0x0F)<<12 | rune(t[i+1]&0x3F)<<6 | rune(t[i+2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(t[i:])
}

// nameAt finds the longest name that starts at start and stores it in s, which
// holds the name before it.
func (l *Linker) nameAt(t string, start int, s *span) bool {
	var found [maxEndings]ending
	n := l.trie.walk(t, start, &found)
	if n == 0 || !l.words.startsName(t, start, s.end) {
		return false
	}
	for n--; n >= 0; n-- {
		e := &found[n]
		if !l.partsRight(t, start, e) {
			continue
		}
		if end := l.nameEdge(t, start, e.end); end != inside {
			*s = span{start: start, end: e.end, surface: e.surface, edge: end}
			return true
		}
	}
	return false
}

// partsRight tells whether the name is parted only where it may be: where the
// entry parts it or changes case, with a hyphen, or before a capital ("Alert
// Manager" for "Alertmanager"; but not "in to to").
func (l *Linker) partsRight(t string, start int, e *ending) bool {
	s := &l.surfaces[e.surface]
	if e.gaps&^s.gaps == 0 {
		return true
	}
	if e.gaps&^s.splits == 0 {
		return l.words.mistyped[s.key] || e.gaps&^e.hyphens == 0 || capitalBehindGap(t[start:e.end], 1) || acronymBehindGap(t[start:e.end])
	}
	wrong := e.gaps &^ s.splits
	if s.sense != nil || bits.OnesCount64(wrong) > 1 {
		return false
	}
	if wrong&^e.hyphens == 0 && bits.TrailingZeros64(wrong) > 2 {
		return true
	}
	return isUpper(t[start]) && capitalBehindGap(t[start:e.end], 3)
}

// acronymBehindGap tells whether name is a word, a gap and an acronym: "circle CI".
func acronymBehindGap(name string) bool {
	gap := strings.LastIndexAny(name, " -")
	last := name[gap+1:]
	return gap > 2 && len(last) >= 2 && strings.Trim(last, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// capitalBehindGap tells whether every part of name starts with a capital and has
// least letters or more.
func capitalBehindGap(name string, least int) bool {
	part := 0
	for i := range len(name) {
		if class[name[i]] == alnum {
			if part == 0 && !isUpper(name[i]) {
				return false
			}
			part++
			continue
		}
		if part < least {
			return false
		}
		part = 0
	}
	return part >= least
}
