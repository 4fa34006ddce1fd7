package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// answer is what a command prints, in any of the formats.
type answer struct {
	value  any               // what json and yaml print
	header []string          // of table, csv and markdown
	rows   [][]string        // of table, csv and markdown
	wide   []func() []string // of wide, each made where it is shown, with the columns of wideHeader; nil: as table
	names  []string          // what name prints: "project/envoy"

	wideHeader []string
	evidence   [][]vocab.Evidence          // what each row cites, in the order in which its cells show it
	address    func(vocab.Evidence) string // where a piece of evidence opens; nil: on the web alone
	empty      string                      // said on stderr where there are no rows
	named      bool                        // the header has names of entities after the first column
	headless   bool                        // the header was printed already
}

// formats are the values of --output that every answer has.
var formats = []string{"table", "wide", "json", "yaml", "name", "csv", "markdown"}

// withFormats returns the formats that every answer has and those that more names.
func withFormats(more []string) []string {
	all := slices.Clone(formats)
	for _, format := range more {
		if !slices.Contains(all, format) {
			all = append(all, format)
		}
	}
	return all
}

// addOutputFlags adds -o, with the formats that the command has beside the usual
// ones, and --no-headers.
func addOutputFlags(c *cobra.Command, more ...string) {
	all := withFormats(more)
	c.Flags().StringP("output", "o", "table", "output `format`: "+strings.Join(all, ", "))
	c.Flags().Bool("no-headers", false, "leave out the header row")
	completeFixed(c, "output", all)
}

// completeFixed completes the values of the flag from those given.
func completeFixed(c *cobra.Command, flag string, values []string) {
	_ = c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)) // fails only for a flag that does not exist
}

// outputFormat returns the value of -o, checked against the formats the command has.
func outputFormat(c *cobra.Command, more ...string) (string, error) {
	format, _ := c.Flags().GetString("output")
	if err := oneOf("output format", format, withFormats(more)); err != nil {
		return "", err
	}
	return format, nil
}

// of returns a with addresses of the files that g was read from.
func (a answer) of(g *graph.Graph) answer {
	a.address = addresses(g)
	return a
}

// size makes room for n rows.
func (a *answer) size(n int) {
	a.rows, a.wide = make([][]string, 0, n), make([]func() []string, 0, n)
	a.evidence, a.names = make([][]vocab.Evidence, 0, n), make([]string, 0, n)
}

// print writes a in the given format.
func (a answer) print(c *cobra.Command, format string) error {
	out := c.OutOrStdout()
	switch format {
	case "json":
		return writeJSON(out, a.value)
	case "yaml":
		return writeYAML(out, a.value)
	case "name":
		for _, name := range a.names {
			if _, err := fmt.Fprintln(out, printable(name)); err != nil {
				return err
			}
		}
		return nil
	}
	t := a.table(c, format)
	if format == "csv" {
		return writeCSV(out, t)
	}
	if len(t.rows) == 0 {
		if a.empty != "" {
			_, err := fmt.Fprintln(c.ErrOrStderr(), printable(a.empty))
			return err
		}
		return nil
	}
	if format == "markdown" {
		return writeMarkdown(out, t)
	}
	return writeTable(screenOf(c), t)
}

// table returns the rows that the format shows.
func (a answer) table(c *cobra.Command, format string) table {
	none, _ := c.Flags().GetBool("no-headers")
	t := table{header: a.header, rows: a.rows, named: a.named, headless: none || a.headless, evidence: a.evidence, address: a.address}
	if t.address == nil {
		t.address = func(e vocab.Evidence) string { return webAddress(e.Label().Value) }
	}
	if format == "wide" {
		t.whole = true
		if a.wide != nil {
			t.header, t.rows = a.wideHeader, make([][]string, len(a.wide))
			for i, row := range a.wide {
				t.rows[i] = row()
			}
		}
	}
	return t
}
