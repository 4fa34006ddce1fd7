package resolve

// pairs yields the talks that have a link or a speaker in common, or at one event a
// title or one of the leading words of one.
func (p *program) pairs(yield func(a, b num)) {
	alike := groups[key]{}
	for n, t := range p.talks {
		for _, k := range t.linkKeys() {
			alike.add(k, n)
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
		keys = append(keys, p.speakers[root].keys()...)
	}
	return keys
}

// maxLed is how many talks of an event a word may lead for it to say anything.
const maxLed = 100

// pairsByWords yields the talks at one event of which one has a leading word of the
// other's title.
func (p *program) pairsByWords(yield func(a, b num)) {
	led := groups[wordKey]{}
	for n, t := range p.talks {
		for _, title := range t.titles {
			for _, part := range title.leading() {
				for _, e := range p.events[n] {
					led.add(wordKey{e, part.id}, n)
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
					for _, other := range led.upTo(maxLed, wordKey{e, part.id}) {
						yield(n, other)
					}
				}
			}
		}
	}
}

// wordKey is a word of titles at an event.
type wordKey struct {
	event num
	word  int32
}
