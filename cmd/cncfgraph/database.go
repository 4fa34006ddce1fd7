package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
)

// openDatabase opens the graph of the database in the folder dir. What had to be
// mended is told on stderr, and on a terminal how far a long build is.
func openDatabase(c *cobra.Command, dir string) (*graph.Graph, error) {
	var building buildProgress
	opts := &graph.OpenOptions{}
	if w := c.ErrOrStderr(); isTerminal(w) {
		building.bar = func(count int, what string) *progress { return newBar(w, count, what) }
		opts.Progress = building.show
	}
	g, err := graph.OpenWith(dir, opts)
	building.current.clear()
	if err == nil && g.Note() != nil {
		_, err = fmt.Fprintf(c.ErrOrStderr(), "note: %s\n", printable(g.Note().Error()))
	}
	return g, err
}

// patience is how long a build is left without a bar.
const patience = 300 * time.Millisecond

// buildProgress shows a bar for each stage of a build that takes long.
type buildProgress struct {
	bar     func(count int, what string) *progress
	begun   time.Time
	stage   graph.Stage // that current is of
	current *progress
}

// show shows that done of total steps of the stage are done; total is 0 where
// that is not known.
func (b *buildProgress) show(stage graph.Stage, done, total int) {
	if b.begun.IsZero() {
		b.begun = time.Now()
	}
	if time.Since(b.begun) < patience {
		return
	}
	if b.current == nil || b.stage != stage {
		b.current.clear()
		if total == 0 {
			total = -1
		}
		b.stage, b.current = stage, b.bar(total, string(stage))
	}
	b.current.set(done)
}
