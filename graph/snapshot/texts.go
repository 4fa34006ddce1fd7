package snapshot

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"hash/maphash"
	"slices"
)

// textSet numbers distinct texts from 0, in the order in which they come. It holds
// no pointers but those to large blocks, so that millions of texts cost the garbage
// collector nothing, and about 25 bytes each beside the text.
type textSet struct {
	blocks [][]byte
	places []textPlace
	hashes []uint32 // of each text
	slots  []uint32 // number of a text plus 1, at its hash or behind it; 0 is free
	seed   maphash.Seed
	bytes  int // of all texts
}

// textPlace is where a text lies.
type textPlace struct{ block, offset, length uint32 }

const textBlock = 1 << 20

// len returns how many texts there are.
func (t *textSet) len() int { return len(t.places) }

// at returns the text with the number n.
func (t *textSet) at(n uint32) []byte {
	p := t.places[n]
	return t.blocks[p.block][p.offset : p.offset+p.length : p.offset+p.length]
}

// find returns the number of text. Where it has none, free is where add puts it.
func (t *textSet) find(text []byte) (n uint32, hash, free uint32, ok bool) {
	if len(t.slots) == 0 {
		t.resize(1 << 10)
	}
	hash = uint32(maphash.Bytes(t.seed, text))
	mask := uint32(len(t.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		slot := t.slots[i]
		if slot == 0 {
			return 0, hash, i, false
		}
		if n := slot - 1; t.hashes[n] == hash && bytes.Equal(t.at(n), text) {
			return n, hash, i, true
		}
	}
}

// reserve makes room for n more texts.
func (t *textSet) reserve(n int) {
	t.places, t.hashes = slices.Grow(t.places, n), slices.Grow(t.hashes, n)
	slots := max(len(t.slots), 1<<10)
	for (len(t.places)+n)*4 > slots*3 {
		slots *= 2
	}
	t.resize(slots)
}

// add adds text, which find found no number of, and returns its number.
func (t *textSet) add(text []byte, hash, free uint32) uint32 {
	last := len(t.blocks) - 1
	if last < 0 || cap(t.blocks[last])-len(t.blocks[last]) < len(text) {
		t.blocks = append(t.blocks, make([]byte, 0, max(textBlock, len(text))))
		last++
	}
	n := uint32(len(t.places))
	t.places = append(t.places, textPlace{uint32(last), uint32(len(t.blocks[last])), uint32(len(text))})
	t.blocks[last] = append(t.blocks[last], text...)
	t.hashes = append(t.hashes, hash)
	t.bytes += len(text)
	t.slots[free] = n + 1
	if len(t.places)*4 > len(t.slots)*3 {
		t.resize(2 * len(t.slots))
	}
	return n
}

// resize makes it so many slots, a power of two.
func (t *textSet) resize(slots int) {
	if t.slots == nil {
		t.seed = maphash.MakeSeed()
	}
	t.slots = make([]uint32, slots)
	mask := uint32(slots - 1)
	for n, hash := range t.hashes {
		i := hash & mask
		for t.slots[i] != 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = uint32(n) + 1
	}
}

// sorted returns the numbers of all texts in the byte order of the texts.
func (t *textSet) sorted() []uint32 {
	keys := make([]textKey, t.len())
	for n := range keys {
		keys[n].n = uint32(n)
	}
	t.sort(keys, 0)
	out := make([]uint32, len(keys))
	for i, k := range keys {
		out[i] = k.n
	}
	return out
}

// textKey is a text with eight bytes of it.
type textKey struct {
	bytes uint64
	n     uint32
}

// sort sorts keys, which are equal in front of depth, eight bytes at a time: most
// texts share long beginnings, and to compare numbers touches no text.
func (t *textSet) sort(keys []textKey, depth int) {
	if len(keys) <= 12 {
		slices.SortFunc(keys, func(a, b textKey) int { return bytes.Compare(t.at(a.n)[depth:], t.at(b.n)[depth:]) })
		return
	}
	var end [8]byte
	for i, k := range keys {
		rest := t.at(k.n)[depth:]
		if len(rest) < 8 { // no text contains a zero byte, so that none is taken for another
			clear(end[:])
			copy(end[:], rest)
			rest = end[:]
		}
		keys[i].bytes = binary.BigEndian.Uint64(rest)
	}
	slices.SortFunc(keys, func(a, b textKey) int { return cmp.Compare(a.bytes, b.bytes) })
	for len(keys) > 0 {
		n := 1
		for n < len(keys) && keys[n].bytes == keys[0].bytes {
			n++
		}
		if n > 1 {
			t.sort(keys[:n], depth+8)
		}
		keys = keys[n:]
	}
}
