package resolve

// maxAlike is how many entities may have a key in common for it to say anything.
// It bounds the work that input of any kind can cause.
const maxAlike = 500

// groups collects the entities that have a key in common, so that only those need
// be compared.
type groups[K comparable] map[K][]num

// key is something that two entities that are one may have in common.
type key struct {
	kind  keyKind
	value string
	of    num // another entity
}

type keyKind uint8

const (
	byName keyKind = iota
	byDay
	byLink    // of a deck or recording
	byTitle   // at an event
	byProfile // whose platform is known
	byHandle
	bySpeaker
	byTalk
	byEventWords // in the order of an address
	byDeckWords  // of a deck of a talk of which no event is said
	byLeadingWord
	byWord
)

func (g groups[K]) add(k K, n num) {
	if list := g[k]; len(list) == 0 || list[len(list)-1] != n {
		g[k] = append(list, n)
	}
}

// upTo returns the entities that have the key, none where they are more than most.
func (g groups[K]) upTo(most int, k K) []num {
	if list := g[k]; len(list) <= most {
		return list
	}
	return nil
}

// pairs yields each two entities of one group.
func (g groups[K]) pairs(yield func(a, b num)) {
	for k := range g {
		list := g.upTo(maxAlike, k)
		for i, a := range list {
			for _, b := range list[i+1:] {
				yield(a, b)
			}
		}
	}
}
