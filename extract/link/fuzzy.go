package link

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/internal/edits"
)

// Typing errors: letters swapped, dropped, doubled or taken for others. A name
// must be long enough for its errors and start with the right letter, for two
// errors with two and end with the right one; the word must not be one of English
// (Words) or another name.
const (
	oneOff = 5             // least length of a name, in letters, for one letter off
	twoOff = 7             // for two, and for a name that is not often misspelled
	widest = edits.Longest // longest word that is looked at
)

// typos finds names that a word is a typing error of.
type typos struct {
	common   [26]byLength       // by first letter: names that are often misspelled
	others   [26]byLength       // … and that are not; looked through for words with a capital
	katakana map[rune]*byLength // by first character
}

// byLength holds names with one first letter, shortest first.
type byLength struct {
	names   []correct
	letters []uint64        // the set of letters of each name
	from    [widest + 4]int // from[n] is the index of the first name of n letters or more
}

// correct is a name that may be misspelled.
type correct struct {
	runes   []rune
	limit   int // most letters that a word may be off
	surface int32
}

// newTypos indexes the surfaces that can be told from their misspellings: words
// of letters alone.
func newTypos(list []surface, words *Words) *typos {
	t := &typos{katakana: map[rune]*byLength{}}
	for i := range list {
		s := &list[i]
		if s.rank == misspelled || len(s.entries) == 0 || strings.ContainsAny(s.key, "0123456789./+#()&:@ ") {
			continue
		}
		runes, common := []rune(s.key), words.mistyped[s.key]
		if n := len(runes); n > widest || n < oneOff || n < twoOff && !common {
			continue
		}
		limit := 1
		if common && len(runes) >= twoOff && !strings.ContainsAny(s.forms[0], " -") {
			limit = 2
		}
		var names *byLength
		switch r := runes[0]; {
		case r >= 'a' && r <= 'z' && common:
			names = &t.common[r-'a']
		case r >= 'a' && r <= 'z':
			names = &t.others[r-'a']
		case scriptOf(r) == katakana:
			if names = t.katakana[r]; names == nil {
				names = &byLength{}
				t.katakana[r] = names
			}
		default:
			continue
		}
		names.names = append(names.names, correct{runes: runes, limit: limit, surface: int32(i)})
	}
	for i := range t.common {
		t.common[i].index()
		t.others[i].index()
	}
	for _, names := range t.katakana {
		names.index()
	}
	return t
}

// index sorts the names and fills from.
func (b *byLength) index() {
	slices.SortStableFunc(b.names, func(x, y correct) int { return cmp.Compare(len(x.runes), len(y.runes)) })
	at := 0
	for n := range b.from {
		for at < len(b.names) && len(b.names[at].runes) < n {
			at++
		}
		b.from[n] = at
	}
	for _, c := range b.names {
		var set uint64
		for _, r := range c.runes {
			set |= letterBit(r)
		}
		b.letters = append(b.letters, set)
	}
}

// letterBit returns r's place in a set of letters; in other scripts than Latin
// letters share places.
func letterBit(r rune) uint64 { return 1 << (uint32(r) % 64) }

// typoAt finds the name that the word t[start:end] is a typing error of and
// stores it in s.
func (l *Linker) typoAt(t string, start, end int, s *span) bool {
	if end-start > 3*widest {
		return false
	}
	var buffer [widest]rune
	var letters uint64
	word := buffer[:0]
	for i := start; i < end; {
		r, n := rune(lower[t[i]]), 1
		if class[t[i]] == high {
			r, n = runeAt(t, i)
		}
		if len(word) == widest || r >= '0' && r <= '9' {
			return false
		}
		word = append(word, r)
		letters |= letterBit(r)
		i += n
	}
	if l.words.isOrdinary(t[start:end]) {
		return false
	}
	surface, off := l.nearest(word, letters, isUpper(t[start]))
	if off == 0 || !l.words.startsName(t, start, -1) || isPun(t[start:end], l.surfaces[surface].forms[0]) {
		return false
	}
	if e := l.nameEdge(t, start, end); e != clean && e != compound {
		return false
	}
	*s = span{start: start, end: end, surface: surface, edge: clean, typo: int8(off)}
	return true
}

// isOrdinary tells whether word, of ASCII in any case, is one of English.
func (w *Words) isOrdinary(word string) bool {
	var buffer [3 * widest]byte
	if len(word) > len(buffer) {
		return false
	}
	for i := range len(word) {
		buffer[i] = lower[word[i]]
	}
	return w.ordinary[string(buffer[:len(word)])]
}

// isPun tells whether word has capitals inside that name has not: "KuberTENes"
// is meant as it is written.
func isPun(word, name string) bool {
	inner := func(s string) bool { return strings.ToLower(s[1:]) != s[1:] }
	return inner(word) && strings.ToUpper(word) != word && !inner(name)
}

// nearest returns the one name that word is nearest to, and how many letters it
// is off; 0 where none is near enough or names of two projects are as near.
// letters is the set of letters of word, capital whether it has a capital.
func (l *Linker) nearest(word []rune, letters uint64, capital bool) (surface int32, off int) {
	if len(word) < 2 || len(word) > widest {
		return 0, 0
	}
	best := nearName{off: 3}
	switch r := word[0]; {
	case r >= 'a' && r <= 'z':
		l.search(&l.typos.common[r-'a'], word, letters, &best)
		if capital {
			l.search(&l.typos.others[r-'a'], word, letters, &best)
		}
	case l.typos.katakana[r] != nil:
		l.search(l.typos.katakana[r], word, letters, &best)
	}
	if best.off > 2 || best.tie {
		return 0, 0
	}
	return best.surface, best.off
}

// nearName is the nearest name found so far.
type nearName struct {
	surface int32
	off     int
	tie     bool // another project's name is as near
}

// search looks through list for names nearer to word than best.
func (l *Linker) search(list *byLength, word []rune, letters uint64, best *nearName) {
	n := len(word)
	for i := list.from[n-2]; i < list.from[n+3]; i++ {
		differing := bits.OnesCount64(list.letters[i] ^ letters)
		if differing > 4 {
			continue
		}
		c := &list.names[i]
		limit := c.limit
		if n < twoOff || word[1] != c.runes[1] || word[n-1] != c.runes[len(c.runes)-1] {
			limit = 1
		}
		if differing > 2*limit {
			continue
		}
		d := edits.Between(word, c.runes, limit)
		switch {
		case d > limit, d == 0, isPlainPrefix(c.runes, word), isPlainPrefix(word, c.runes):
		case d < best.off:
			*best = nearName{surface: c.surface, off: d}
		case d == best.off && l.surfaces[best.surface].entries[0] != l.surfaces[c.surface].entries[0]:
			best.tie = true
		}
	}
}

// isPlainPrefix tells whether b is the start of a: another form or another word
// rather than a typing error.
func isPlainPrefix(a, b []rune) bool {
	return len(b) < len(a) && slices.Equal(a[:len(b)], b)
}
