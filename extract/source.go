package extract

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"sort"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Errors of Extract. Each is wrapped with the path, and ErrEncoding with the
// line and the byte column of the first fault.
var (
	ErrEmpty    = errors.New("empty document")
	ErrBinary   = errors.New("binary file, not text")
	ErrEncoding = errors.New("not UTF-8")
	ErrNoText   = errors.New("no text")
)

// source is the text of a document and where its lines begin. A line ends at LF
// only: CR, U+2028, U+0085 and vertical tabs end none.
type source struct {
	text   string
	bytes  []byte // the same, never written to
	starts []int  // offset of each line; starts[0] is 0
}

// newSource returns the text of data: UTF-8 with or without a byte order mark,
// or UTF-16 with one. The mark itself belongs to no column.
func newSource(data []byte) (*source, error) {
	data, err := decode(data)
	if err != nil {
		return nil, err
	}
	text := string(data)
	if strings.TrimSpace(text) == "" {
		return nil, ErrEmpty
	}
	if strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0 {
		return nil, ErrNoText
	}
	return newText(text, data), nil
}

// newText returns the source of a text that was read from data.
func newText(text string, data []byte) *source {
	s := &source{text: text, bytes: data, starts: make([]int, 1, 1+strings.Count(text, "\n"))}
	for at := 0; ; {
		n := strings.IndexByte(text[at:], '\n')
		if n < 0 {
			break
		}
		at += n + 1
		s.starts = append(s.starts, at)
	}
	return s
}

// signatures are the first bytes of files that hold no NUL near their beginning
// and still are no text.
var signatures = [...]string{"%PDF-", "PK\x03\x04", "\x89PNG", "GIF8", "\xff\xd8\xff", "\x1f\x8b", "BZh", "7z\xbc\xaf", "\x7fELF"}

// decode returns data in UTF-8.
func decode(data []byte) ([]byte, error) {
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s)) {
			return nil, ErrBinary
		}
	}
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return decodeUTF16(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return decodeUTF16(data[2:], binary.BigEndian)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if bytes.IndexByte(data, 0) >= 0 {
		return nil, ErrBinary
	}
	if !utf8.Valid(data) {
		return nil, encodingError(data)
	}
	return data, nil
}

// encodingError names the place of the first byte of data that is no UTF-8.
func encodingError(data []byte) error {
	at := 0
	for at < len(data) {
		r, n := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	line := 1 + bytes.Count(data[:at], []byte("\n"))
	column := at - bytes.LastIndexByte(data[:at], '\n')
	return fmt.Errorf("%d:%d: %w", line, column, ErrEncoding)
}

func decodeUTF16(data []byte, order binary.ByteOrder) ([]byte, error) {
	if len(data)%2 != 0 {
		return nil, ErrBinary
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
		if units[i] == 0 {
			return nil, ErrBinary
		}
	}
	return []byte(string(utf16.Decode(units))), nil
}

// line returns the number, from 1, of the line that offset stands on.
func (s *source) line(offset int) int {
	return sort.SearchInts(s.starts, offset+1)
}

// lineText returns line n without its end.
func (s *source) lineText(n int) string {
	return strings.TrimSuffix(s.text[s.starts[n-1]:s.lineEnd(n)], "\r")
}

// lineEnd returns the offset of the end of line n, before its LF.
func (s *source) lineEnd(n int) int {
	if n < len(s.starts) {
		return s.starts[n] - 1
	}
	return len(s.text)
}

// columns counts characters along a line. It is quick when asked for ascending
// offsets, as many names may stand on one endless line.
type columns struct {
	s                    *source
	line, offset, column int
}

// at returns line and column, both from 1, of offset.
func (c *columns) at(offset int) (line, column int) {
	line = c.s.line(offset)
	if line != c.line || offset < c.offset {
		c.line, c.offset, c.column = line, c.s.starts[line-1], 1
	}
	c.column += utf8.RuneCountInString(c.s.text[c.offset:offset])
	c.offset = offset
	return line, c.column
}
