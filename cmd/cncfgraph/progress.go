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

// newProgress returns a bar for count steps, nil where w is no terminal or there is
// only one step.
func newProgress(w io.Writer, count int) *progress {
	if f, ok := w.(*os.File); !ok || !term.IsTerminal(int(f.Fd())) || count < 2 {
		return nil
	}
	return &progress{progressbar.NewOptions(count,
		progressbar.OptionSetWriter(w),
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

// clear takes the bar away.
func (p *progress) clear() {
	if p != nil {
		_ = p.bar.Clear()
	}
}
