package resolve

import (
	"fmt"
	"hash/fnv"
	"strings"
)

// Key is a hash of something that two entities that are one may have in common: a
// name, an account, a deck, a day. Two things may have one hash, so that entities
// with a key in common are worth comparing and no more.
type Key uint32

// hash returns the Key of k, where of is the id of the other entity that it is about,
// "" for none.
func (k key) hash(of string) Key {
	h := fnv.New32a()
	_, _ = fmt.Fprintf(h, "%c%s %s", rune(k.kind), of, k.value) // which never fails
	return Key(h.Sum32())
}

// crowd is how many talks of an event are all compared with another, where the index
// does not tell which of them to.
const crowd = 50

// keysOf returns the keys of the entity with the root n that others are found by, those
// at events apart.
func (p *program) keysOf(n num) []key {
	var keys []key
	if e := p.merger.events[n]; e != nil {
		keys = append(e.keys(), e.wordKeys(byEventWords)...)
	}
	if s := p.speakers[n]; s != nil {
		keys = append(keys, s.keys()...)
	}
	if t := p.talks[n]; t != nil {
		keys = append(keys, t.linkKeys()...)
		if len(p.events[n]) == 0 || p.fromSlug[n] {
			keys = append(keys, slugKeys(t.decks, byDeckWords)...)
		}
	}
	return keys
}

// linkKeys returns the keys of decks and recordings.
func (t *talk) linkKeys() []key {
	var keys []key
	for _, links := range [...][]link{t.decks, t.videos} {
		for _, l := range links {
			keys = append(keys, key{kind: byLink, value: l.key})
		}
	}
	return keys
}

// keys returns the keys of names and accounts.
func (s *speaker) keys() []key {
	var keys []key
	for _, name := range s.names {
		for _, k := range name.keys {
			keys = append(keys, key{kind: byName, value: k})
		}
	}
	for _, a := range s.profiles {
		if a.handle == "" {
			keys = append(keys, key{kind: byProfile, value: a.platform})
		} else {
			keys = append(keys, key{kind: byHandle, value: a.handle})
		}
	}
	return keys
}

// wordKeys returns, as keys of the kind, the names by which addresses of decks can
// name the event.
func (e *event) wordKeys(kind keyKind) []key {
	var keys []key
	if e.series {
		return nil
	}
	for _, name := range e.names {
		if words, ok := name.slug(); ok {
			keys = append(keys, key{kind: kind, value: words})
		}
	}
	return keys
}

// slug returns the name as the address of a deck writes it, false where that says too
// little.
func (n occasionName) slug() (words string, ok bool) {
	return strings.Join(n.words, " "), n.numbered && len(n.words) >= minEventWords
}

// slugKeys returns, as keys of the kind, what in addresses of the decks can be the
// name of an event.
func slugKeys(decks []link, kind keyKind) []key {
	var keys []key
	for _, d := range decks {
		for i := range d.words {
			for j := i + minEventWords; j <= len(d.words); j++ {
				keys = append(keys, key{kind: kind, value: strings.Join(d.words[i:j], " ")})
			}
		}
	}
	return keys
}

// titleKeys returns the keys of the titles of t at an event.
func (t *talk) titleKeys() []key {
	var keys []key
	for _, title := range t.titles {
		keys = append(keys, key{kind: byTitle, value: title.compact})
		for _, part := range title.leading() {
			keys = append(keys, key{kind: byLeadingWord, value: part.text})
		}
		for _, part := range title.parts {
			if !part.small {
				keys = append(keys, key{kind: byWord, value: part.text})
			}
		}
	}
	return keys
}

// soughtBy returns the key by which a title with the key k at an event finds others
// there: a word those that it leads, and the other way round.
func (k key) soughtBy() key {
	switch k.kind {
	case byLeadingWord:
		k.kind = byWord
	case byWord:
		k.kind = byLeadingWord
	}
	return k
}

// talksAt returns the talks at each event.
func (p *program) talksAt() map[num][]num {
	at := map[num][]num{}
	for n := range p.talks {
		for _, e := range p.events[n] {
			at[e] = append(at[e], n)
		}
	}
	return at
}
