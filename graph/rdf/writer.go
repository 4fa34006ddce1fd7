package rdf

import "io"

// Write writes quads as canonical N-Quads, in the order given.
func Write(w io.Writer, quads []Quad) error {
	const flush = 64 << 10
	var buf []byte
	for _, q := range quads {
		buf = append(q.Append(buf), '\n')
		if len(buf) >= flush {
			if _, err := w.Write(buf); err != nil {
				return err
			}
			buf = buf[:0]
		}
	}
	_, err := w.Write(buf)
	return err
}
