package resolve

import (
	"cmp"
	"slices"
)

// rareParts is how many of a title's parts, the rarest, another title is looked
// for that has one of them too.
const rareParts = 4

// talkKey is something that two talks that are one have in common.
type talkKey struct {
	kind  byte // 'l'ink, 't'itle at an event, 'w'ord at an event, 's'peaker, 'n'ame or 'h'andle of a speaker
	value string
	of    num // the event, the speaker
}

// pairs yields the talks that have a link or a speaker in common, or a title or
// one of its rare words at one event.
func (p *program) pairs(yield func(a, b num)) {
	alike := map[talkKey][]num{}
	add := func(key talkKey, n num) {
		if list := alike[key]; len(list) == 0 || list[len(list)-1] != n {
			alike[key] = append(list, n)
		}
	}
	for n, t := range p.talks {
		for _, l := range t.decks {
			add(talkKey{kind: 'l', value: l.key}, n)
		}
		for _, l := range t.videos {
			add(talkKey{kind: 'l', value: l.key}, n)
		}
		for _, e := range p.events[n] {
			for _, title := range t.titles {
				add(talkKey{'t', title.compact, e}, n)
			}
		}
		for _, key := range p.speakerKeys(t) {
			add(key, n)
		}
	}
	for _, list := range alike {
		for i, a := range list {
			for _, b := range list[i+1:] {
				yield(a, b)
			}
		}
	}
	p.pairsByWords(yield)
}

// speakerKeys returns what tells the speakers of t.
func (p *program) speakerKeys(t *talk) []talkKey {
	var keys []talkKey
	for _, performer := range t.performers {
		root := p.find(performer.speaker)
		keys = append(keys, talkKey{kind: 's', of: root})
		for _, name := range p.speakers[root].names {
			for _, key := range name.keys {
				keys = append(keys, talkKey{kind: 'n', value: key})
			}
		}
		for _, a := range p.speakers[root].profiles {
			if a.handle != "" {
				keys = append(keys, talkKey{kind: 'h', value: a.handle})
			}
		}
	}
	return keys
}

// pairsByWords yields the talks at one event of which one has a rare word of the
// other's title.
func (p *program) pairsByWords(yield func(a, b num)) {
	count := p.titles.counts()
	rare := map[talkKey][]num{}
	for n, t := range p.talks {
		for _, title := range t.titles {
			for _, part := range rarest(title.parts, count) {
				for _, e := range p.events[n] {
					key := talkKey{'w', part.text, e}
					rare[key] = append(rare[key], n)
				}
			}
		}
	}
	for n, t := range p.talks {
		for _, title := range t.titles {
			for _, part := range title.parts {
				for _, e := range p.events[n] {
					for _, other := range rare[talkKey{'w', part.text, e}] {
						yield(n, other)
					}
				}
			}
		}
	}
}

// rarest returns the parts that occur in the fewest titles, without small words.
func rarest(parts []part, count map[string]int) []part {
	rare := slices.DeleteFunc(slices.Clone(parts), func(p part) bool { return p.small })
	slices.SortStableFunc(rare, func(a, b part) int { return cmp.Compare(count[a.text], count[b.text]) })
	return rare[:min(len(rare), rareParts)]
}
