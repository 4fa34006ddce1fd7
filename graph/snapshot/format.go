package snapshot

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"iter"
	"math"
)

// FormatVersion is the version of the file format that this package writes and
// reads. docs/snapshot-format.md describes it.
const FormatVersion = 3

// ErrFormat is wrapped by the errors for bytes that are no snapshot of
// FormatVersion, or a damaged one.
var ErrFormat = errors.New("not a sound snapshot")

const (
	magic      = "CNCFGRPH"
	headerSize = 72 // bytes in front of the section table
	// checksumOffset is where the header has the checksum of the body; its own follows.
	checksumOffset = headerSize - 8
	sectionSize    = 24 // bytes of a row of the section table
	blockLength    = 16 // texts in a block of a dictionary
	maxTerms       = math.MaxUint32 - 1
	maxQuads       = math.MaxUint32 - 1
	maxText        = math.MaxUint32 // bytes of a dictionary or of the postings
)

// section names a part of the file.
type section uint32

// The sections, in the order of the section table.
const (
	termBlocks     section = iota // where each block of the dictionary starts in termText
	termText                      // the dictionary
	predicateTable                // the IDs that occur as predicates, ascending
	subjectColumn
	predicateColumn // indexes into predicateTable
	objectColumn
	labelColumn
	subjectOffsets   // first statement of each subject
	objectOffsets    // first place of each object in objectOrder
	predicateOffsets // first place of each predicate in predicateOrder
	objectOrder      // statements by object, predicate, subject, label
	predicateOrder   // statements by predicate, subject, object, label
	labelOrder       // statements by label, subject, predicate, object
	labelSource      // ID of each label's source
	labelLine        // first line of each label, 0 for the source as a whole
	labelExtent      // last line - first line
	labelTerm        // ID of the whole label where its IRI is itself a term, else 0
	linkTable        // for each link linkFields numbers
	forwardOffsets   // for each link the first place of each subject in forward, and the end
	forward          // objects of each subject, counted from the link's first object
	backwardOffsets  // for each link the first place of each object in backward, and the end
	backward         // subjects of each object, counted from the link's first subject
	nameBlocks       // where each block of the names' keys starts in nameText
	nameText         // the keys of the names, ascending
	nameQuads        // the position of the quad of each name
	wordBlocks       // where each block of the words starts in wordText
	wordText         // the words of the names, ascending
	wordOffsets      // where the names of each word start in wordNames, and the end
	wordNames        // the numbers of the names with each word
	sectionCount
)

// isText tells whether sec is a run of bytes instead of an array of numbers.
func (sec section) isText() bool {
	return sec == termText || sec == nameText || sec == wordText || sec == wordNames
}

// asWritten yields the sections in the order in which they stand in a file.
func asWritten() iter.Seq[section] {
	return func(yield func(section) bool) {
		if !yield(termText) || !yield(termBlocks) { // which are known behind the text
			return
		}
		for sec := predicateTable; sec < sectionCount; sec++ {
			if !yield(sec) {
				return
			}
		}
	}
}

// castagnoli returns the table of the checksums. crc32 makes it once, for more time
// than an embedded snapshot takes to open; so that is done when a sum is asked for.
func castagnoli() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) }

// counts says how long the tables of a snapshot are.
type counts struct {
	terms, quads, predicates, labels int
	links                            int
	pairs                            int // of all links
	linkSubjects, linkObjects        int // length of the offsets of all links
	names, words                     int
}

// fields returns the counts in the order of the header.
func (c *counts) fields() [10]*int {
	return [...]*int{
		&c.terms, &c.quads, &c.predicates, &c.labels, &c.links, &c.pairs, &c.linkSubjects, &c.linkObjects, &c.names, &c.words,
	}
}

// length returns the number of elements of sec, 0 for a text, which has none.
func (c counts) length(sec section) int {
	switch sec {
	case termText, nameText, wordText, wordNames:
		return 0
	case termBlocks:
		return blocks(c.terms) + 1
	case predicateTable:
		return c.predicates
	case subjectOffsets, objectOffsets:
		return c.terms + 1
	case predicateOffsets:
		return c.predicates + 1
	case labelSource, labelLine, labelExtent, labelTerm:
		return c.labels
	case linkTable:
		return c.links * linkFields
	case forward, backward:
		return c.pairs
	case forwardOffsets:
		return c.linkSubjects
	case backwardOffsets:
		return c.linkObjects
	case nameBlocks:
		return blocks(c.names) + 1
	case nameQuads:
		return c.names
	case wordBlocks:
		return blocks(c.words) + 1
	case wordOffsets:
		return c.words + 1
	}
	return c.quads
}

// blocks returns how many blocks hold n texts.
func blocks(n int) int { return (n + blockLength - 1) / blockLength }

// extent is where a section stands.
type extent struct {
	offset, size int // bytes from the start of the file
	width        int // bytes of an element
}

// header is what a file says of itself in front of its body.
type header struct {
	counts
	sections [sectionCount]extent
	size     int    // of the file
	checksum uint32 // of the body: all that follows the header
}

// bodyOffset is where the body of a file starts.
const bodyOffset = headerSize + int(sectionCount)*sectionSize

// appendHeader appends h to dst in the form that parseHeader reads.
func appendHeader(dst []byte, h header) []byte {
	le := binary.LittleEndian
	start := len(dst)
	dst = append(dst, magic...)
	dst = le.AppendUint32(dst, FormatVersion)
	dst = le.AppendUint32(dst, uint32(sectionCount))
	dst = le.AppendUint64(dst, uint64(h.size))
	for _, n := range h.fields() {
		dst = le.AppendUint32(dst, uint32(*n))
	}
	dst = le.AppendUint32(dst, h.checksum)
	dst = le.AppendUint32(dst, 0) // the header's checksum
	for _, e := range h.sections {
		dst = le.AppendUint64(dst, uint64(e.offset))
		dst = le.AppendUint64(dst, uint64(e.size))
		dst = le.AppendUint64(dst, uint64(e.width))
	}
	le.PutUint32(dst[start+headerSize-4:], headerChecksum(dst[start:]))
	return dst
}

// headerChecksum returns the CRC-32C of a header whose checksum field counts as
// zero.
func headerChecksum(b []byte) uint32 {
	crc := crc32.Update(0, castagnoli(), b[:headerSize-4])
	crc = crc32.Update(crc, castagnoli(), []byte{0, 0, 0, 0})
	return crc32.Update(crc, castagnoli(), b[headerSize:])
}

// parseHeader returns the header of the file b. Every section lies inside of b,
// followed by padding bytes, and is as long as the counts say. The header's checksum
// is compared where check tells so.
func parseHeader(b []byte, check bool) (header, error) {
	le := binary.LittleEndian
	var h header
	switch {
	case len(b) < headerSize || string(b[:8]) != magic:
		return h, fmt.Errorf("%w: no snapshot header", ErrFormat)
	case le.Uint32(b[8:]) != FormatVersion:
		return h, fmt.Errorf("%w: format version %d, this program reads %d", ErrFormat, le.Uint32(b[8:]), FormatVersion)
	case le.Uint32(b[12:]) != uint32(sectionCount):
		return h, fmt.Errorf("%w: %d sections instead of %d", ErrFormat, le.Uint32(b[12:]), sectionCount)
	case le.Uint64(b[16:]) != uint64(len(b)):
		return h, fmt.Errorf("%w: %d bytes instead of %d", ErrFormat, len(b), le.Uint64(b[16:]))
	case len(b) < bodyOffset+padding:
		return h, fmt.Errorf("%w: header cut off", ErrFormat)
	case check && le.Uint32(b[headerSize-4:]) != headerChecksum(b[:bodyOffset]):
		return h, fmt.Errorf("%w: checksum of the header differs", ErrFormat)
	}
	h.size = len(b)
	h.checksum = le.Uint32(b[checksumOffset:])
	for i, n := range h.fields() {
		if *n = int(le.Uint32(b[24+4*i:])); *n < 0 {
			return h, fmt.Errorf("%w: too large for this machine", ErrFormat)
		}
	}
	if h.links > len(linkPredicates) || h.pairs > h.quads || h.names > 2*h.quads {
		return h, fmt.Errorf("%w: more links or names than the quads can have", ErrFormat)
	}
	return h, h.parseSections(b)
}

// parseSections reads the section table of the file b.
func (h *header) parseSections(b []byte) error {
	le := binary.LittleEndian
	for sec := range sectionCount {
		row := b[headerSize+int(sec)*sectionSize:]
		offset, size, width := le.Uint64(row), le.Uint64(row[8:]), le.Uint64(row[16:])
		limit := uint64(len(b) - padding)
		if offset < uint64(bodyOffset) || offset > limit || size > limit-offset || width > 4 {
			return fmt.Errorf("%w: section %d lies outside of the file", ErrFormat, sec)
		}
		if sec.isText() && width != 1 || !sec.isText() && size != uint64(h.length(sec))*width {
			return fmt.Errorf("%w: section %d has the wrong size", ErrFormat, sec)
		}
		h.sections[sec] = extent{int(offset), int(size), int(width)}
	}
	// No graph has these filled with zeros; without bytes they could claim any count.
	for _, c := range [...]struct {
		sec section
		n   int
	}{{termBlocks, h.terms}, {subjectColumn, h.quads}, {labelSource, h.labels}, {nameBlocks, h.names}, {wordBlocks, h.words}} {
		if c.n > 0 && h.sections[c.sec].width == 0 {
			return fmt.Errorf("%w: section %d has no bytes", ErrFormat, c.sec)
		}
	}
	return nil
}
