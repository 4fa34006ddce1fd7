package main

import (
	"bytes"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/mattn/go-runewidth"

	"github.com/cncfgraph/cncfgraph/extract/files"
	"github.com/cncfgraph/cncfgraph/queries"
)

// quoter quotes the documents below a folder that are as they were read.
type quoter struct {
	folder string   // in full
	root   *os.Root // the folder; nothing outside of it is read
	lines  map[string][][]byte
}

// newQuoter returns a quoter of the documents below the folder, that in which the user
// is where it is empty.
func newQuoter(folder string) (*quoter, error) {
	full, err := filepath.Abs(folder)
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(full)
	if err != nil {
		return nil, err
	}
	return &quoter{folder: full, root: root, lines: map[string][][]byte{}}, nil
}

func (q *quoter) close() { _ = q.root.Close() } // nothing was written

// quote returns the lines of the document, "" where it is not below the folder, or not
// as it was read.
func (q *quoter) quote(d queries.Document, first, last int) string {
	lines, ok := q.lines[d.Source]
	if !ok {
		lines = q.read(d)
		q.lines[d.Source] = lines
	}
	if first < 1 || last > len(lines) {
		return ""
	}
	quoted := make([]string, 0, last-first+1)
	for _, line := range lines[first-1 : last] {
		quoted = append(quoted, strings.ToValidUTF8(string(bytes.TrimSuffix(line, []byte("\r"))), "\uFFFD"))
	}
	return strings.Join(quoted, "\n")
}

// read returns the lines of the document, nil where it is not at hand.
func (q *quoter) read(d queries.Document) [][]byte {
	for _, path := range q.paths(d) {
		if info, err := q.root.Stat(path); err != nil || !info.Mode().IsRegular() {
			continue
		}
		in, err := q.root.Open(path)
		if err != nil {
			continue
		}
		data, err := io.ReadAll(io.LimitReader(in, files.DefaultMaxSize+1))
		_ = in.Close() // nothing was written
		if err == nil && files.Checksum(data) == d.Hash {
			return bytes.Split(data, []byte("\n"))
		}
	}
	return nil
}

// paths returns where below the folder the document may be: where it was read from,
// and where its key says, from its collection on or inside of that.
func (q *quoter) paths(d queries.Document) []string {
	var paths []string
	if p := filepath.FromSlash(d.ReadFrom); filepath.IsAbs(p) {
		if rel, err := filepath.Rel(q.folder, p); err == nil {
			paths = append(paths, rel)
		}
	} else if p != "" {
		paths = append(paths, p)
	}
	if key, ok := strings.CutPrefix(d.Source, "file:"); ok {
		if key, err := url.PathUnescape(key); err == nil {
			paths = append(paths, filepath.FromSlash(key))
			if _, inside, ok := strings.Cut(key, "/"); ok {
				paths = append(paths, filepath.FromSlash(inside))
			}
		}
	}
	return paths
}

// quoteColumns is how much of a quote a table shows.
const quoteColumns = 100

// shortQuote returns the quote on one line, cut where it is long.
func shortQuote(quote string) string {
	return runewidth.Truncate(strings.Join(strings.Fields(printable(quote)), " "), quoteColumns, "…")
}
