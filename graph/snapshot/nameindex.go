package snapshot

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// namePredicates are the predicates whose objects name their subjects. They are part
// of the format.
var namePredicates = [...]string{
	vocab.ProjectName, vocab.Name, vocab.PrefLabel, vocab.Title,
	vocab.AltLabel, vocab.HiddenLabel, vocab.AlternateName, vocab.Nick, vocab.Profile,
}

// categoryMark stands between the names of a category and of the one that it is a
// part of.
const categoryMark = " / "

// namesIn returns the names that the object t of a quad with the predicate gives: one,
// for a category also the last part of it, for a profile its handle if it has one.
func namesIn(predicate string, t rdf.Term) []string {
	switch predicate {
	case vocab.Profile:
		if _, handle, ok := vocab.Handle(t.Value); ok {
			return []string{handle}
		}
		return nil
	case vocab.PrefLabel:
		if i := strings.LastIndex(t.Value, categoryMark); i >= 0 {
			return []string{t.Value, t.Value[i+len(categoryMark):]}
		}
	}
	return []string{t.Value}
}

// nameIndex makes the index of the names of a snapshot that is being built. All of it
// is in memory: about 40 bytes a name and 4 a word beside its key.
type nameIndex struct {
	names  []indexedName
	keys   []byte            // of all names
	words  textSet           // distinct
	wordOf []uint32          // the words of all names
	places []vocab.WordPlace // of the name added last
}

// indexedName is a name of the index.
type indexedName struct {
	prefix   uint64 // the first eight bytes of the key
	from, to int    // of the key in keys
	quad     uint32 // its position
	wordsTo  int    // end of its words in wordOf
}

// add adds the names that the object t gives in the quad at the position.
func (x *nameIndex) add(position uint32, predicate string, t rdf.Term) {
	if x.places == nil {
		x.places = make([]vocab.WordPlace, 0, 16) // as nil asks for none
	}
	for _, name := range namesIn(predicate, t) {
		from := len(x.keys)
		x.keys, x.places = vocab.FoldName(x.keys, x.places[:0], name)
		key := x.keys[from:]
		if len(key) == 0 {
			continue
		}
		for _, p := range x.places {
			x.wordOf = append(x.wordOf, x.word(key[p.From:p.To]))
		}
		var head [8]byte
		copy(head[:], key)
		x.names = append(x.names, indexedName{
			prefix: binary.BigEndian.Uint64(head[:]), from: from, to: len(x.keys), quad: position, wordsTo: len(x.wordOf),
		})
	}
}

// word returns the number of the word.
func (x *nameIndex) word(text []byte) uint32 {
	n, hash, free, ok := x.words.find(text)
	if ok {
		return n
	}
	return x.words.add(text, hash, free)
}

// nameSections are the sections of an index of names.
type nameSections struct {
	names, words int
	list         []nameSection
}

// nameSection is a section: numbers, or a text.
type nameSection struct {
	section
	numbers []uint32
	text    []byte
}

// sections returns the index of the names added.
func (x *nameIndex) sections() (*nameSections, error) {
	order := places(len(x.names))
	slices.SortFunc(order, func(i, j uint32) int {
		a, b := &x.names[i], &x.names[j]
		if a.prefix != b.prefix {
			return cmp.Compare(a.prefix, b.prefix)
		}
		return cmp.Or(bytes.Compare(x.keys[a.from:a.to], x.keys[b.from:b.to]), cmp.Compare(a.quad, b.quad))
	})
	keyBlocks, keys := frontCoded(len(order), func(i int) []byte {
		n := &x.names[order[i]]
		return x.keys[n.from:n.to]
	})
	quads := make([]uint32, len(order))
	for rank, i := range order {
		quads[rank] = x.names[i].quad
	}
	byText := x.words.sorted()
	blocks, words := frontCoded(len(byText), func(i int) []byte { return x.words.at(byText[i]) })
	offsets, names := x.postings(order, byText)
	for _, text := range [...][]byte{keys, words, names} {
		if uint64(len(text)) > maxText {
			return nil, fmt.Errorf("snapshot: more than %d bytes of names", uint64(maxText))
		}
	}
	return &nameSections{len(order), len(byText), []nameSection{
		{nameBlocks, keyBlocks, nil},
		{nameText, nil, keys},
		{nameQuads, quads, nil},
		{wordBlocks, blocks, nil},
		{wordText, nil, words},
		{wordOffsets, offsets, nil},
		{wordNames, nil, names},
	}}, nil
}

// postings returns the names of each word: their ranks, ascending, each less the one
// before it, as varints. order has the names by rank, byText the words.
func (x *nameIndex) postings(order, byText []uint32) (starts []uint32, text []byte) {
	next := make([]int, len(byText)+1) // where the names of each word go
	for _, w := range x.wordOf {
		next[w+1]++
	}
	for w := range len(byText) {
		next[w+1] += next[w]
	}
	first := slices.Clone(next)
	ranks := make([]uint32, len(x.wordOf))
	for rank, i := range order {
		from := 0
		if i > 0 {
			from = x.names[i-1].wordsTo
		}
		for _, w := range x.wordOf[from:x.names[i].wordsTo] {
			if n := next[w]; n == first[w] || ranks[n-1] != uint32(rank) { // a word may come twice
				ranks[n] = uint32(rank)
				next[w]++
			}
		}
	}
	starts = make([]uint32, 0, len(byText)+1)
	text = make([]byte, 0, len(ranks)*2)
	for _, w := range byText {
		starts = append(starts, uint32(len(text)))
		last := uint32(0)
		for _, rank := range ranks[first[w]:next[w]] {
			text = binary.AppendUvarint(text, uint64(rank-last))
			last = rank
		}
	}
	return append(starts, uint32(len(text))), text
}

// frontCoded returns the n texts, which ascend, as a dictionary, and where each block
// of it starts, and the end.
func frontCoded(n int, at func(int) []byte) (starts []uint32, text []byte) {
	var coder frontCoder
	for i := range n {
		if coder.startsBlock() {
			starts = append(starts, uint32(len(text)))
		}
		text = coder.append(text, at(i))
	}
	return append(starts, uint32(len(text))), text
}

// nameIRIs returns the canonical forms of namePredicates.
func nameIRIs() []string {
	list := make([]string, len(namePredicates))
	for i, p := range namePredicates {
		list[i] = rdf.NewIRI(p).String()
	}
	return list
}
