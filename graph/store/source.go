package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/forget"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Source is a source as it is kept.
type Source struct {
	Key   rdf.Term
	Quads []rdf.Quad // sorted, each labelled with the key
}

// NewSource returns the source with the key that states quads, but for what is said
// of those forgotten; of such a source nothing may be left. It is an error if there
// is no quad, or one that is not labelled with the key.
func NewSource(key rdf.Term, quads []rdf.Quad, forgotten *forget.List) (Source, error) {
	if len(quads) == 0 {
		return Source{}, fmt.Errorf("source %s: no statement", key.Value)
	}
	for _, q := range quads {
		if sourceOf(q) != key.Value {
			return Source{}, fmt.Errorf("source %s: statement %s is not labelled with it", key.Value, q)
		}
	}
	return Source{key, rdf.Sort(slices.Clone(forgotten.Drop(quads)))}, nil
}

// ParseSource reads the N-Quads text of one source, which must be that with the
// id. The error wraps ErrDamaged and begins with the name and the line.
func ParseSource(name, id string, text []byte) (Source, error) {
	var s Source
	r := rdf.NewReader(bytes.NewReader(text))
	for {
		q, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return Source{}, fmt.Errorf("%w %s:%w", ErrDamaged, name, err)
		}
		source := sourceOf(q)
		if source != s.Key.Value && SourceID(source) == id {
			s.Key = rdf.NewIRI(source)
		}
		if source == "" || source != s.Key.Value {
			return Source{}, fmt.Errorf("%w %s:%d: statement of another source", ErrDamaged, name, r.Line())
		}
		s.Quads = append(s.Quads, q)
	}
	if len(s.Quads) == 0 {
		return Source{}, fmt.Errorf("%w %s:1: no statement", ErrDamaged, name)
	}
	return s, nil
}

// Text returns the statements as N-Quads, a line each. A term that is none in
// N-Quads is an error: it must not get into a text that can then not be read.
func (s Source) Text() ([]byte, error) {
	var text bytes.Buffer
	if err := rdf.Write(&text, s.Quads); err != nil {
		return nil, err
	}
	again, err := rdf.ReadAll(bytes.NewReader(text.Bytes()))
	if err == nil && slices.Equal(again, s.Quads) {
		return text.Bytes(), nil
	}
	for i, q := range s.Quads {
		if i == len(again) || again[i] != q {
			return nil, fmt.Errorf("statement %s cannot be written as N-Quads", q)
		}
	}
	return nil, err
}

// Without returns s without what is said of those forgotten.
func (s Source) Without(forgotten *forget.List) Source {
	s.Quads = forgotten.Drop(s.Quads)
	return s
}

// CheckReplaces returns an error that wraps ErrForeignKey if s must not take the
// place of was, because their key belongs to a file, and they were read from two.
// Place is the full path that was was read from, "" where it is not known: then two
// files of one relative path are taken to be one.
func (s Source) CheckReplaces(was Source, place string) error {
	from, is := readFrom(was.Quads), readFrom(s.Quads)
	if !strings.HasPrefix(s.Key.Value, "file:") || from == "" || is == "" {
		return nil
	}
	told := from == is
	if place != "" {
		from = place
	}
	now, then := fullPath(is), fullPath(from)
	if now == then {
		return nil
	}
	old, err := os.Stat(then)
	if told && err != nil {
		return nil // it has moved, with the folder that the path is relative to
	}
	if file, bad := os.Stat(now); err == nil && bad == nil && os.SameFile(old, file) {
		return nil
	}
	return fmt.Errorf("%w: %s was read from %s", ErrForeignKey, s.Key.Value, from)
}

// SourceID returns what the source with the key is kept under: letters and digits,
// the same number of them for each key.
func SourceID(key string) string {
	sum := sha256.Sum256([]byte(key))
	return hex.EncodeToString(sum[:16])
}

// sourceOf returns the key of the source that q's label stands for, "" for none.
func sourceOf(q rdf.Quad) string {
	if q.Label.Kind != rdf.IRI {
		return ""
	}
	return vocab.ParseLabel(q.Label.Value).Source
}

// readFrom returns the path that the source was read from, "" where it is not said.
func readFrom(quads []rdf.Quad) string {
	for _, q := range quads {
		if q.Predicate.Value == vocab.ReadFrom {
			return q.Object.Value
		}
	}
	return ""
}
