package snapshot

import (
	"encoding/binary"
	"math"

	"github.com/cncfgraph/cncfgraph/internal/prefix"
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
		shared = prefix.Common(c.last, term)
		dst = binary.AppendUvarint(dst, uint64(shared))
	}
	dst = binary.AppendUvarint(dst, uint64(len(term)-shared))
	c.last = append(c.last[:shared], term[shared:]...)
	c.n++
	return append(dst, term[shared:]...)
}

// cut splits off the term that b, which frontCode wrote, starts with: it is
// shared bytes of the term before it, then rest. The head of a block shares
// none. Faulty bytes give no rest and no tail.
func cut(b []byte, head bool) (shared int, rest, tail []byte) {
	// Nearly all numbers are one byte.
	if head && len(b) > 1 && b[0] < 0x80 && int(b[0]) < len(b) {
		n := int(b[0]) + 1
		return 0, b[1:n], b[n:]
	}
	if !head && len(b) > 2 && b[0]|b[1] < 0x80 && int(b[1]) <= len(b)-2 {
		n := int(b[1]) + 2
		return int(b[0]), b[2:n], b[n:]
	}
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
