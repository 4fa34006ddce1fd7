package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/extract"
	"github.com/cncfgraph/cncfgraph/extract/files"
	"github.com/cncfgraph/cncfgraph/extract/link"
	"github.com/cncfgraph/cncfgraph/graph"
)

// reading says which documents are read, and which names are looked for in them.
type reading struct {
	files.Options
	aliases string // file of the user's own names, "" for none
	strict  bool   // a row that cannot be used fails its file
}

// addFlags adds the flags of commands that read documents.
func (r *reading) addFlags(c *cobra.Command) {
	addNumber(c, &r.MaxSize, "max-size", files.DefaultMaxSize, positive, "pass over files larger than `BYTES`")
	c.Flags().BoolVar(&r.strict, "strict", false, "fail a file of which a row cannot be used, in place of skipping the row")
	c.Flags().StringVar(&r.aliases, "aliases", "", "`FILE` of names of your own: aliases, forbidden links, ambiguous words")
}

// extractor returns an extractor that finds the names of the built-in graph and
// those of the user.
func (r *reading) extractor() (*extract.Extractor, error) {
	catalogue, err := graph.DefaultVersion()
	if err != nil {
		return nil, err
	}
	opts := &extract.Options{Catalogue: catalogue}
	var own []*link.Words
	if r.aliases != "" {
		data, err := os.ReadFile(r.aliases)
		if err != nil {
			return nil, err
		}
		words, err := link.ReadWords(r.aliases, data)
		if err != nil {
			return nil, err
		}
		own, opts.Aliases = append(own, words), files.Checksum(data)
	}
	linker, err := link.Default(own...)
	if err != nil {
		return nil, err
	}
	return extract.New(linker, opts), nil
}

// each extracts the documents that paths name and hands each to use, in order. Use
// sets the result's Err where it cannot take that document, and returns an error
// where it can take no more. Files that are passed over or fail are told on
// stderr; the error says how many failed.
func (r *reading) each(c *cobra.Command, paths []string, use func(*files.Result) error) error {
	x, err := r.extractor()
	if err != nil {
		return err
	}
	found, passed, errs := files.Find(paths, &r.Options)
	tellPassed(c, passed)
	return r.eachFile(c, x, found, errs, use)
}

// tellPassed tells on stderr which files are passed over, but for hidden ones.
func tellPassed(c *cobra.Command, passed []files.Note) {
	for _, n := range passed {
		if !errors.Is(n.Reason, files.ErrHidden) {
			_, _ = fmt.Fprintf(c.ErrOrStderr(), "passed over: %s\n", printable(n.Reason.Error()))
		}
	}
}

// eachFile is each for files that are found already, beside those that errs tell
// of.
func (r *reading) eachFile(c *cobra.Command, x *extract.Extractor, found []files.File, errs []error, use func(*files.Result) error) error {
	total := len(found) + len(errs)
	bar := newProgress(c.ErrOrStderr(), len(found))
	for result := range files.Extract(c.Context(), x, found, &r.Options) {
		if result.Err == nil {
			r.tellRows(c, &result)
		}
		if result.Err == nil {
			if err := use(&result); err != nil {
				bar.clear()
				return err
			}
		}
		if result.Err != nil {
			errs = append(errs, result.Err)
		}
		bar.advance()
	}
	bar.clear()
	if err := c.Context().Err(); err != nil {
		return err
	}
	switch {
	case len(errs) == 0:
		return nil
	case total == 1:
		return errs[0]
	}
	for _, err := range errs {
		_, _ = fmt.Fprintf(c.ErrOrStderr(), "failed: %s\n", printable(err.Error()))
	}
	return fmt.Errorf("%d of %d failed", len(errs), total)
}

// maxToldRows is how many bad rows of a file are told one by one.
const maxToldRows = 20

// tellRows tells on stderr which rows of a file of records cannot be used, and how
// many there are of each kind. With --strict the first bad row is the file's error.
func (r *reading) tellRows(c *cobra.Command, result *files.Result) {
	rows := result.Document.Records
	if rows == nil {
		return
	}
	path := result.File.Path
	for i, p := range rows.Problems {
		if r.strict {
			result.Err = fmt.Errorf("%s:%d: %s", path, p.Line, p.Reason)
			return
		}
		if i == maxToldRows {
			_, _ = fmt.Fprintf(c.ErrOrStderr(), "%s: %d more rows skipped\n", printable(path), len(rows.Problems)-i)
			break
		}
		_, _ = fmt.Fprintf(c.ErrOrStderr(), "%s:%d: skipped: %s\n", printable(path), p.Line, printable(p.Reason))
	}
	_, _ = fmt.Fprintf(c.ErrOrStderr(), "%s: %s: %d rows, %s, %d skipped, %d passed over\n",
		printable(path), rows.Format, rows.Rows, counted(len(result.Document.Talks), "talk"), len(rows.Problems), rows.Passed)
}
