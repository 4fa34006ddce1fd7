package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"gopkg.in/yaml.v3"
)

// answer is what a command prints, in any of the formats.
type answer struct {
	value  any        // what json and yaml print
	header []string   // of table, wide and csv
	rows   [][]string // of table and csv
	wide   [][]string // of wide, with the columns of wideHeader; nil: as table
	names  []string   // what name prints: "project/envoy"

	wideHeader []string
	empty      string // said on stderr where there are no rows
}

// formats are the values of --output that every answer has.
var formats = []string{"table", "wide", "json", "yaml", "name", "csv"}

// addOutputFlags adds -o, with the formats that the command has beside the usual
// ones, and --no-headers.
func addOutputFlags(c *cobra.Command, more ...string) {
	all := slices.Concat(formats, more)
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
	if err := oneOf("output format", format, slices.Concat(formats, more)); err != nil {
		return "", err
	}
	return format, nil
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
	header, rows := a.header, a.rows
	if format == "wide" && a.wide != nil {
		header, rows = a.wideHeader, a.wide
	}
	if none, _ := c.Flags().GetBool("no-headers"); none {
		header = nil
	}
	if format == "csv" {
		return writeCSV(out, header, rows)
	}
	if len(rows) == 0 {
		if a.empty != "" {
			_, err := fmt.Fprintln(c.ErrOrStderr(), a.empty)
			return err
		}
		return nil
	}
	return writeTable(out, header, rows)
}

// writeJSON writes v indented, with a line's end.
func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// writeYAML writes v with the field names and the order of its JSON.
func writeYAML(w io.Writer, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	var node yaml.Node
	if err := yaml.Unmarshal(data, &node); err != nil {
		return err
	}
	blockStyle(&node)
	enc := yaml.NewEncoder(w)
	enc.SetIndent(2)
	if err := enc.Encode(&node); err != nil {
		return err
	}
	return enc.Close()
}

// blockStyle turns the flow style of JSON into the block style of YAML.
func blockStyle(n *yaml.Node) {
	if len(n.Content) > 0 || n.Kind == yaml.ScalarNode {
		n.Style = 0
	}
	for _, child := range n.Content {
		blockStyle(child)
	}
}

// writeCSV writes rows as CSV. A cell that a spreadsheet would take for a formula
// gets a leading apostrophe.
func writeCSV(w io.Writer, header []string, rows [][]string) error {
	out := csv.NewWriter(w)
	if len(header) > 0 {
		lower := make([]string, len(header))
		for i, h := range header {
			lower[i] = strings.ToLower(h)
		}
		if err := out.Write(lower); err != nil {
			return err
		}
	}
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = printable(cell)
			if strings.ContainsAny(firstByte(cells[i]), "=+-@") {
				cells[i] = "'" + cells[i]
			}
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// firstByte returns the first byte of s, "" where s is empty.
func firstByte(s string) string { return s[:min(1, len(s))] }
