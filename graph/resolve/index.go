package resolve

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"iter"
	"slices"
	"sort"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

// ErrIndex is wrapped by the errors for bytes that are no sound index.
var ErrIndex = errors.New("not a sound index of keys")

// Index has the entities of a graph by their keys, and how many talks there are. It is
// read where it lies:
//
//	"CNCFKEYS"  8 bytes
//	version     4 bytes, as all numbers the least significant first
//	checksum    4 bytes, CRC-32C of what follows
//	talks       4 bytes
//	entries     8 bytes each, ascending: the Key, the number of the entity
type Index struct {
	talks   int
	entries []byte
}

const (
	indexMagic   = "CNCFKEYS"
	indexVersion = 1
	indexHeader  = 20
	indexEntry   = 8
)

// BuildIndex returns the bytes of the index of the talks, speakers and events of quads
// that Merge returned. They are named by their canonical ids, whose numbers number
// gives; 0 leaves one out.
func BuildIndex(quads []rdf.Quad, number func(iri string) uint32) []byte {
	m := gather(rdf.Sort(slices.Clone(quads)), told{}, &Options{})
	for _, e := range m.earlier {
		m.unite(e.old, e.canonical)
	}
	type entry struct {
		key Key
		id  uint32
	}
	var list []entry
	canonical := m.canonical()
	p := m.talkPhase()
	for root, n := range canonical {
		id := number(m.iris[n])
		if id == 0 {
			continue
		}
		for _, k := range p.keysOf(root) {
			list = append(list, entry{k.hash(""), id})
		}
	}
	for event, talks := range p.talksAt() {
		if len(talks) <= crowd {
			continue
		}
		for _, talk := range talks {
			if id := number(m.iris[canonical[talk]]); id != 0 {
				for _, k := range m.talks[talk].titleKeys() {
					list = append(list, entry{k.hash(m.iris[canonical[event]]), id})
				}
			}
		}
	}
	slices.SortFunc(list, func(a, b entry) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.id, b.id)) })
	list = slices.Compact(list)
	le := binary.LittleEndian
	data := append(make([]byte, 0, indexHeader+len(list)*indexEntry), indexMagic...)
	data = le.AppendUint32(data, indexVersion)
	data = le.AppendUint32(data, 0)
	data = le.AppendUint32(data, uint32(len(m.talks)))
	for _, e := range list {
		data = le.AppendUint32(le.AppendUint32(data, uint32(e.key)), e.id)
	}
	le.PutUint32(data[12:], indexChecksum(data))
	return data
}

func indexChecksum(data []byte) uint32 {
	return crc32.Checksum(data[16:], crc32.MakeTable(crc32.Castagnoli))
}

// ReadIndex returns the index that data is, which must not change. The checksum is
// compared where check tells so. The error wraps ErrIndex.
func ReadIndex(data []byte, check bool) (*Index, error) {
	le := binary.LittleEndian
	switch {
	case len(data) < indexHeader || string(data[:8]) != indexMagic || (len(data)-indexHeader)%indexEntry != 0:
		return nil, fmt.Errorf("%w: no header of one", ErrIndex)
	case le.Uint32(data[8:]) != indexVersion:
		return nil, fmt.Errorf("%w: version %d, this program reads %d", ErrIndex, le.Uint32(data[8:]), indexVersion)
	case check && le.Uint32(data[12:]) != indexChecksum(data):
		return nil, fmt.Errorf("%w: checksum differs", ErrIndex)
	}
	return &Index{talks: int(le.Uint32(data[16:])), entries: data[indexHeader:]}, nil
}

// Talks returns the number of talks.
func (x *Index) Talks() int { return x.talks }

// Sharing yields the numbers of the entities that have the key, ascending.
func (x *Index) Sharing(k Key) iter.Seq[uint32] {
	le := binary.LittleEndian
	n := len(x.entries) / indexEntry
	return func(yield func(uint32) bool) {
		i := sort.Search(n, func(i int) bool { return le.Uint32(x.entries[i*indexEntry:]) >= uint32(k) })
		for ; i < n && le.Uint32(x.entries[i*indexEntry:]) == uint32(k); i++ {
			if !yield(le.Uint32(x.entries[i*indexEntry+4:])) {
				return
			}
		}
	}
}
