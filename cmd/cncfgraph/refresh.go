package main

import (
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/extract"
	"github.com/cncfgraph/cncfgraph/extract/files"
	"github.com/cncfgraph/cncfgraph/queries"
)

// refresh reads again the documents of the database that were read by an older
// extractor, or with another catalogue or other names, from where they were read.
func (in *intake) refresh(c *cobra.Command, reading *reading) error {
	x, err := reading.extractor()
	if err != nil {
		return err
	}
	stale, current, err := staleFiles(c, in.name, x.Stamp())
	if err != nil {
		return err
	}
	if len(stale)+current == 0 {
		_, _ = fmt.Fprintln(c.ErrOrStderr(), "note: the database holds no document that could be read again")
	}
	in.unchanged += current
	return reading.eachFile(c, x, stale, nil, in.put)
}

// staleFiles returns the files of the sources in the database that were not read
// as now says, and counts those that were. It is an error if one was read by a
// newer extractor, or with names of the user's own where there are none now.
func staleFiles(c *cobra.Command, name string, now extract.Stamp) (stale []files.File, current int, err error) {
	g, err := openDatabase(c, name)
	if err != nil {
		return nil, 0, err
	}
	defer func() { _ = g.Close() }() // nothing was written
	list, err := queries.Sources(c.Context(), g, nil)
	if err != nil {
		return nil, 0, err
	}
	for _, s := range list.Sources {
		if s.ReadFrom == "" {
			continue // a source of the built-in graph
		}
		was, err := extract.ParseStamp(string(s.Extractor))
		switch {
		case err != nil:
			return nil, 0, fmt.Errorf("source %s: %w", s.ID, err)
		case was == now:
			current++
			continue
		case newer(was.Version, now.Version):
			return nil, 0, fmt.Errorf("source %s was read by extractor %s; this is %s", s.ID, was.Version, now.Version)
		case was.Aliases != "" && now.Aliases == "":
			return nil, 0, usagef("source %s was read with names of your own; give them with --aliases", s.ID)
		}
		stale = append(stale, fileOf(g, s.ID))
	}
	return stale, current, nil
}

// newer tells whether version a is newer than b. Versions are whole numbers.
func newer(a, b string) bool {
	x, errX := strconv.Atoi(a)
	y, errY := strconv.Atoi(b)
	return errX == nil && errY == nil && x > y
}
