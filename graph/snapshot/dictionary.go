package snapshot

import (
	"bytes"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/internal/prefix"
)

// dictionary holds the terms in the byte order of their canonical N-Quads form,
// in blocks of blockLength. The first term of a block is written whole, each
// other one as the number of bytes it shares with the term before it and the
// rest. It is searched where it lies: nothing is decoded at open.
type dictionary struct {
	n      int
	starts column // of each block, in text, and the end of text
	text   []byte
}

// block returns the bytes of block i, none where the file's offsets are faulty.
func (d *dictionary) block(i int) []byte {
	lo, hi := uint64(d.starts.at(i)), uint64(d.starts.at(i+1))
	if lo > hi || hi > uint64(len(d.text)) {
		return nil
	}
	return d.text[lo:hi]
}

// appendTerm appends the canonical form of term id to dst, nothing where there
// is no such term.
func (d *dictionary) appendTerm(dst []byte, id ID) []byte {
	if id == 0 || uint64(id) > uint64(d.n) {
		return dst
	}
	i := int(id - 1)
	b := d.block(i / blockLength)
	// What the term shares with those before it is copied once, from the one that
	// has it in its rest.
	var shares [blockLength]int
	var rests [blockLength][]byte
	last, length := i%blockLength, 0
	for k := range last + 1 {
		shared, rest, tail := cut(b, k == 0)
		if shared > length {
			return dst
		}
		shares[k], rests[k] = shared, rest
		length = shared + len(rest)
		b = tail
	}
	start := len(dst)
	dst = slices.Grow(dst, length)[:start+length]
	for end, k := length, last; end > 0; k-- {
		if shares[k] < end {
			copy(dst[start+shares[k]:start+end], rests[k])
			end = shares[k]
		}
	}
	return dst
}

// id returns the ID of the term with the canonical form key, 0 if it has none.
func (d *dictionary) id(key []byte) ID {
	lo, hi := 0, blocks(d.n)
	for lo < hi { // the last block whose head is not above key is lo-1
		mid := int(uint(lo+hi) >> 1)
		if _, head, _ := cut(d.block(mid), true); bytes.Compare(head, key) <= 0 {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == 0 {
		return 0
	}
	first := (lo - 1) * blockLength
	b := d.block(lo - 1)
	// same is how many bytes the term before, which is below key, has in common
	// with key. A term that shares more with its predecessor is below key too,
	// one that shares less is above it.
	same := 0
	for k := range min(blockLength, d.n-first) {
		shared, rest, tail := cut(b, k == 0)
		b = tail
		switch {
		case shared > same:
			continue
		case shared < same:
			return 0
		}
		common := prefix.Common(rest, key[same:])
		same += common
		switch {
		case common == len(rest) && same == len(key):
			return ID(first + k + 1)
		case common < len(rest) && (same == len(key) || rest[common] > key[same]):
			return 0
		}
	}
	return 0
}

// search returns the ID of the first term whose canonical form is not below key,
// one more than that of the last term where all are below it.
func (d *dictionary) search(key []byte) ID {
	lo, hi := 0, blocks(d.n)
	for lo < hi { // the last block whose head is below key is lo-1
		mid := int(uint(lo+hi) >> 1)
		if _, head, _ := cut(d.block(mid), true); bytes.Compare(head, key) < 0 {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == 0 {
		return 1
	}
	first := (lo-1)*blockLength + 1
	end := min(first+blockLength, d.n+1)
	var text []byte
	for id := first + 1; id < end; id++ {
		if text = d.appendTerm(text[:0], ID(id)); bytes.Compare(text, key) >= 0 {
			return ID(id)
		}
	}
	return ID(end)
}

// termOf returns the term with the canonical form b, the zero Term where b is
// none. It shares no memory with b.
func termOf(b []byte) rdf.Term {
	if len(b) < 2 {
		return rdf.Term{}
	}
	s := string(b)
	switch {
	case s[0] == '<' && s[len(s)-1] == '>':
		return rdf.NewIRI(s[1 : len(s)-1])
	case s[0] == '_' && s[1] == ':':
		return rdf.NewBlank(s[2:])
	case s[0] == '"' && strings.IndexByte(s, '\\') < 0:
		// Without an escape the last quotation mark is that at the end of the text.
		switch end := strings.LastIndexByte(s, '"'); {
		case end == len(s)-1 && end > 0:
			return rdf.NewString(s[1:end])
		case end > 0 && end+2 < len(s) && s[end+1] == '@':
			return rdf.NewLangString(s[1:end], s[end+2:])
		case end > 0 && strings.HasPrefix(s[end+1:], "^^<") && s[len(s)-1] == '>':
			return rdf.NewTyped(s[1:end], s[end+4:len(s)-1])
		}
	}
	t, err := rdf.ParseTerm(s)
	if err != nil {
		return rdf.Term{}
	}
	return t
}
