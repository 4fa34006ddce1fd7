// Command cncfgraph-svg draws a graph in the DOT language, which it reads from stdin,
// as SVG on stdout, by a Graphviz that is compiled into it. It is a program of its
// own because that Graphviz costs every start of the program it is in some 30 ms and
// 8 MB.
package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"

	"github.com/goccy/go-graphviz"
)

func main() {
	if err := svg(context.Background(), os.Stdin, os.Stdout); err != nil {
		fmt.Fprintf(os.Stderr, "cncfgraph-svg: %v\n", err)
		os.Exit(1)
	}
}

// svg draws the DOT in in.
func svg(ctx context.Context, in io.Reader, out io.Writer) (err error) {
	defer func() { // Graphviz runs in a sandbox, in which it can only fail like this
		if fault := recover(); fault != nil {
			err = fmt.Errorf("draw: %v", fault)
		}
	}()
	text, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	gv, err := graphviz.New(ctx)
	if err != nil {
		return err
	}
	g, err := graphviz.ParseBytes(text)
	if err != nil {
		return fmt.Errorf("read the graph: %w", err)
	}
	var picture bytes.Buffer // so that nothing is written where drawing fails
	if err := gv.Render(ctx, g, graphviz.SVG, &picture); err != nil {
		return fmt.Errorf("draw: %w", err)
	}
	_, err = out.Write(picture.Bytes())
	return err
}
