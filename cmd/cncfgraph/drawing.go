package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/draw"
)

// pictures are the values of --output of an answer that is a piece of graph, beside
// the usual ones.
var pictures = []string{"dot", "svg", "png", "pdf", "mermaid"}

// drawing says how a piece of graph is drawn.
type drawing struct{ draw.Options }

// addFlags adds the flags that say so.
func (d *drawing) addFlags(c *cobra.Command) {
	choice := func(value *string, name, usage string, legal []string) {
		c.Flags().StringVar(value, name, legal[0], usage+": "+strings.Join(legal, ", "))
		completeFixed(c, name, legal)
	}
	choice(&d.Layout, "layout", "layout `engine` of a diagram", draw.Layouts)
	choice(&d.Direction, "direction", "`direction` of edges in a diagram", draw.Directions)
	choice(&d.Theme, "theme", "`colours` of a diagram", draw.Themes)
	c.Flags().BoolVar(&d.NoLegend, "no-legend", false, "leave the legend out of a diagram")
}

// check tells whether the flags have values that they may have.
func (d *drawing) check() error {
	return errors.Join(oneOf("layout", d.Layout, draw.Layouts), oneOf("direction", d.Direction, draw.Directions), oneOf("theme", d.Theme, draw.Themes))
}

// print draws the diagram in the format, one of pictures.
func (d *drawing) print(c *cobra.Command, format string, diagram draw.Diagram) error {
	if _, onTerminal := columnsOf(c.OutOrStdout()); onTerminal && (format == "png" || format == "pdf") {
		return usagef("%s is not for a terminal: redirect it to a file", format)
	}
	if format == "mermaid" {
		return draw.Mermaid(c.OutOrStdout(), diagram, &d.Options)
	}
	var dot bytes.Buffer
	if err := draw.DOT(&dot, diagram, &d.Options); err != nil {
		return err
	}
	if format == "dot" {
		_, err := c.OutOrStdout().Write(dot.Bytes())
		return err
	}
	defer untilInterrupted(c)()
	return render(c.Context(), c.OutOrStdout(), format, &dot)
}

// render lets another program draw dot: as SVG the helper cncfgraph-svg where it is
// installed, else Graphviz.
func render(ctx context.Context, out io.Writer, format string, dot io.Reader) error {
	var helperErr error
	if format == "svg" {
		var helper string
		if helper, helperErr = helperPath("svg"); helperErr == nil {
			return runRenderer(exec.CommandContext(ctx, helper), out, dot)
		}
	}
	path, err := exec.LookPath("dot")
	switch {
	case err == nil:
		return runRenderer(exec.CommandContext(ctx, path, "-T"+format, "-Gdpi=144"), out, dot)
	case helperErr != nil:
		return fmt.Errorf("%w; Graphviz does too", helperErr)
	}
	return fmt.Errorf("%s needs Graphviz, and no program dot is on PATH: install graphviz (apt install graphviz, dnf install graphviz, brew install graphviz; https://graphviz.org/download), or take -o svg", format)
}

// runRenderer runs cmd, which reads DOT and writes a picture.
func runRenderer(cmd *exec.Cmd, out io.Writer, dot io.Reader) error {
	var picture, said bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = dot, &picture, &said
	if err := cmd.Run(); err != nil {
		line, _, _ := strings.Cut(strings.TrimSpace(said.String()), "\n")
		return fmt.Errorf("%s: %w: %s", cmd.Path, err, line)
	}
	_, err := out.Write(picture.Bytes())
	return err
}

// askDrawn is ask for a question whose answer can be drawn too.
func askDrawn(c *cobra.Command, d *drawing, question func(context.Context, *graph.Graph) (answer, func() draw.Diagram, error)) error {
	format, err := outputFormat(c, pictures...)
	if err := errors.Join(err, d.check()); err != nil {
		return err
	}
	return withGraph(c, func(ctx context.Context, g *graph.Graph) error {
		a, diagram, err := question(ctx, g)
		switch {
		case err != nil:
			return err
		case slices.Contains(pictures, format):
			return d.print(c, format, diagram())
		}
		return a.of(g).print(c, format)
	})
}
