package snapshot

import (
	"encoding/binary"
	"math"
)

// frontCoder writes terms, which ascend, as the text of the dictionary.
type frontCoder struct {
	n    int
	last []byte
}

// startsBlock tells whether the next term is the first one of a block.
func (c *frontCoder) startsBlock() bool { return c.n%blockLength == 0 }

// append appends term to dst, the text so far or its end.
func (c *frontCoder) append(dst, term []byte) []byte {
	shared := 0
	if !c.startsBlock() {
		shared = commonPrefix(c.last, term)
		dst = binary.AppendUvarint(dst, uint64(shared))
	}
	dst = binary.AppendUvarint(dst, uint64(len(term)-shared))
	c.last = append(c.last[:shared], term[shared:]...)
	c.n++
	return append(dst, term[shared:]...)
}

// frontCode returns the text of the dictionary of terms, which ascend, and where
// in it each block starts and the last one ends.
func frontCode(terms []string) (text []byte, starts []uint32) {
	var c frontCoder
	var term []byte
	for _, t := range terms {
		if c.startsBlock() {
			starts = append(starts, uint32(len(text)))
		}
		term = append(term[:0], t...)
		text = c.append(text, term)
	}
	return text, append(starts, uint32(len(text)))
}

// commonPrefix returns how many bytes a and b have in common at their start.
func commonPrefix[T string | []byte](a, b T) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}

// cut splits off the term that b, which frontCode wrote, starts with: it is
// shared bytes of the term before it, then rest. The head of a block shares
// none. Faulty bytes give no rest and no tail.
func cut(b []byte, head bool) (shared int, rest, tail []byte) {
	var s uint64
	if !head {
		var k int
		if s, k = binary.Uvarint(b); k <= 0 || s > math.MaxInt32 {
			return 0, nil, nil
		}
		b = b[k:]
	}
	n, k := binary.Uvarint(b)
	if k <= 0 || n > uint64(len(b)-k) {
		return 0, nil, nil
	}
	return int(s), b[k : k+int(n)], b[k+int(n):]
}
