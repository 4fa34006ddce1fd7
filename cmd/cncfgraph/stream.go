package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// stream prints answers one after another as one answer, so that no more than one
// is in memory. In JSON and YAML their values are the elements of a list.
type stream struct {
	command *cobra.Command
	format  string
	list    string // name of the list
	count   int
	headed  bool // the header is printed
}

// add prints a.
func (s *stream) add(a answer) error {
	first := s.count == 0
	s.count++
	switch s.format {
	case "json":
		return s.addJSON(a.value, first)
	case "yaml":
		return s.addYAML(a.value, first)
	}
	a.headless = s.headed
	s.headed = s.headed || len(a.rows) > 0 || s.format == "csv"
	return a.print(s.command, s.format)
}

// close ends the list. Where nothing was added nothing is printed.
func (s *stream) close() error {
	if s.format != "json" || s.count == 0 {
		return nil
	}
	_, err := fmt.Fprint(s.command.OutOrStdout(), "\n  ]\n}\n")
	return err
}

// addJSON writes what writeJSON would of the whole list.
func (s *stream) addJSON(value any, first bool) error {
	var b bytes.Buffer
	b.WriteString(",\n    ")
	if first {
		b.Reset()
		fmt.Fprintf(&b, "{\n  %q: [\n    ", s.list)
	}
	text, err := newJSONEncoder("    ").encode(value)
	if err != nil {
		return err
	}
	_, err = s.command.OutOrStdout().Write(append(b.Bytes(), text...))
	return err
}

// addYAML writes what writeYAML would of the whole list.
func (s *stream) addYAML(value any, first bool) error {
	var b strings.Builder
	if err := writeYAML(&b, map[string]any{s.list: []any{value}}); err != nil {
		return err
	}
	text := b.String()
	if !first {
		_, text, _ = strings.Cut(text, "\n")
	}
	_, err := fmt.Fprint(s.command.OutOrStdout(), text)
	return err
}
