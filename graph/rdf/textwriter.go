package rdf

import (
	"bufio"
	"io"
)

// textWriter writes pieces of text. It keeps the first error, which out's Flush
// returns too.
type textWriter struct {
	out *bufio.Writer
	err error
}

func newTextWriter(w io.Writer) textWriter { return textWriter{out: bufio.NewWriterSize(w, 64<<10)} }

// put writes text.
func (w *textWriter) put(text ...string) {
	for _, s := range text {
		if _, err := w.out.WriteString(s); w.err == nil {
			w.err = err
		}
	}
}
