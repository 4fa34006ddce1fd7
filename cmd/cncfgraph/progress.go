package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress is a bar on a terminal. The nil progress shows nothing.
type progress struct{ bar *progressbar.ProgressBar }

// isTerminal tells whether w is one.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// newProgress returns a bar for count steps, nil where w is no terminal or there is
// only one step.
func newProgress(w io.Writer, count int) *progress {
	if !isTerminal(w) || count < 2 {
		return nil
	}
	return newBar(w, count, "")
}

// newCounter returns a bar that counts what, of which nobody knows how many there are;
// nil where w is no terminal.
func newCounter(w io.Writer, what string) *progress {
	if !isTerminal(w) {
		return nil
	}
	return newBar(w, -1, what)
}

// newBar returns a bar for count steps of what, one that only moves for -1.
func newBar(w io.Writer, count int, what string) *progress {
	return &progress{progressbar.NewOptions(count,
		progressbar.OptionSetWriter(w),
		progressbar.OptionSetDescription(what),
		progressbar.OptionShowCount(),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionClearOnFinish(),
	)}
}

// advance takes a step. A terminal that cannot be written to is no fault of the work.
func (p *progress) advance() {
	if p != nil {
		_ = p.bar.Add(1)
	}
}

// set shows that count steps are taken.
func (p *progress) set(count int) {
	if p != nil {
		_ = p.bar.Set(count)
	}
}

// clear takes the bar away.
func (p *progress) clear() {
	if p != nil {
		_ = p.bar.Clear()
	}
}
