package resolve

import (
	"cmp"
	"slices"
)

// rareParts is how many of a title's parts, the rarest, another title is looked
// for that has one of them too.
const rareParts = 4

// pairs yields the talks that have a link or a speaker in common, or a title or
// one of its rare words at one event.
func (p *program) pairs(yield func(a, b num)) {
	alike := groups[key]{}
	for n, t := range p.talks {
		for _, l := range t.decks {
			alike.add(key{kind: byLink, value: l.key}, n)
		}
		for _, l := range t.videos {
			alike.add(key{kind: byLink, value: l.key}, n)
		}
		for _, e := range p.events[n] {
			for _, title := range t.titles {
				alike.add(key{byTitle, title.compact, e}, n)
			}
		}
		for _, k := range p.speakerKeys(t) {
			alike.add(k, n)
		}
	}
	alike.pairs(yield)
	p.pairsByWords(yield)
}

// speakerKeys returns what tells the speakers of t.
func (p *program) speakerKeys(t *talk) []key {
	var keys []key
	for _, performer := range t.performers {
		root := p.find(performer.speaker)
		keys = append(keys, key{kind: bySpeaker, of: root})
		for _, name := range p.speakers[root].names {
			for _, k := range name.keys {
				keys = append(keys, key{kind: byName, value: k})
			}
		}
		for _, a := range p.speakers[root].profiles {
			if a.handle != "" {
				keys = append(keys, key{kind: byHandle, value: a.handle})
			}
		}
	}
	return keys
}

// wordKey is a word of titles at an event.
type wordKey struct {
	event num
	word  int32
}

// pairsByWords yields the talks at one event of which one has a rare word of the
// other's title.
func (p *program) pairsByWords(yield func(a, b num)) {
	count := p.titles.counts()
	rare := groups[wordKey]{}
	for n, t := range p.talks {
		for _, title := range t.titles {
			for _, part := range rarest(title.parts, count) {
				for _, e := range p.events[n] {
					rare.add(wordKey{e, part.id}, n)
				}
			}
		}
	}
	for n, t := range p.talks {
		for _, title := range t.titles {
			for _, part := range title.parts {
				if part.small {
					continue
				}
				for _, e := range p.events[n] {
					for _, other := range rare.of(wordKey{e, part.id}) {
						yield(n, other)
					}
				}
			}
		}
	}
}

// rarest returns the parts that occur in the fewest titles, without small words.
func rarest(parts []part, count []int) []part {
	rare := slices.DeleteFunc(slices.Clone(parts), func(p part) bool { return p.small })
	slices.SortFunc(rare, func(a, b part) int {
		return cmp.Or(cmp.Compare(count[a.id], count[b.id]), cmp.Compare(a.text, b.text))
	})
	return rare[:min(len(rare), rareParts)]
}
