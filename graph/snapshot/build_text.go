package snapshot

import (
	"errors"
	"fmt"
	"io"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

// ReadFrom adds the quads of N-Quads text and returns how many bytes it has read.
// It is quicker than Add for each of them, and quickest for canonical text that is
// sorted, as [rdf.Write] writes it. The errors are those of Add and [rdf.Reader].
func (b *Builder) ReadFrom(in io.Reader) (int64, error) {
	counted := &countingReader{in: in}
	r := rdf.NewReader(counted)
	var f rdf.Forms
	for {
		err := r.ReadForms(&f)
		if errors.Is(err, io.EOF) {
			return counted.n, nil
		}
		if err == nil {
			err = b.addForms(&f)
		}
		if err != nil {
			return counted.n, b.fail(err)
		}
	}
}

// countingReader counts what is read.
type countingReader struct {
	in io.Reader
	n  int64
}

func (r *countingReader) Read(p []byte) (int, error) {
	n, err := r.in.Read(p)
	r.n += int64(n)
	return n, err
}

// addForms adds the quad f.
func (b *Builder) addForms(f *rdf.Forms) error {
	for i := range b.row {
		form := f.At(i)
		var err error
		switch {
		case f.Same(i) && b.read:
			continue
		case len(form) == 0:
			b.row[i] = 0
		case i == labelRole:
			b.row[i], err = b.labelForm(form)
		default:
			b.row[i], err = b.form(form)
		}
		if err != nil {
			return fmt.Errorf("snapshot: %s: %w", roles[i].name, err)
		}
	}
	b.read = true
	if uint64(len(b.columns[0])) >= maxQuads {
		return fmt.Errorf("snapshot: more than %d quads", uint64(maxQuads))
	}
	return b.addRow()
}
