package main

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/extract/files"
)

// look is files as they were seen at one time, by path.
type look map[string]seen

// seen is that by which a file shows that it was written to.
type seen struct {
	size    int64
	changed int64 // nanoseconds since 1970
}

// lookAt returns the files as they are. One that has just gone is not among them.
func lookAt(list []files.File) look {
	l := look{}
	for _, f := range list {
		if info, err := os.Stat(f.Path); err == nil {
			l[f.Path] = seen{info.Size(), info.ModTime().UnixNano()}
		}
	}
	return l
}

// rested returns the files that are as they were before.
func (l look) rested(before look) look {
	r := maps.Clone(l)
	maps.DeleteFunc(r, func(path string, s seen) bool { return before[path] != s })
	return r
}

// pick returns those of the files that are rested and not as they are in done.
func (l look) pick(list []files.File, done look) []files.File {
	var picked []files.File
	for _, f := range list {
		if s, ok := l[f.Path]; ok && done[f.Path] != s {
			picked = append(picked, f)
		}
	}
	return picked
}

// watch follows documents until the command is interrupted. It asks the file system
// and is not told by it: that costs a moment for ten thousand files, and holds on every
// file system, on those of a network too. A file is read when it has rested from one
// look to the next, so that one that is being written is read once, and whole.
type watch struct {
	*following
	c       *cobra.Command
	in      intake // as it is for each round
	reading *reading

	before, done look   // at the last look; when they were read
	said         string // the error told last
}

// untilInterrupted stores the documents and then, again and again, those that have
// changed. What is wrong at the first look is its error, and is told later on.
func (w *watch) untilInterrupted() error {
	_, err := fmt.Fprintf(w.c.ErrOrStderr(), "watching %s until interrupted\n", printable(w.what()))
	if err != nil {
		return err
	}
	for {
		d, err := w.find(w.reading)
		if w.before == nil {
			if err == nil && len(d.found) == 0 {
				err = errors.Join(d.errs...)
			}
			if err != nil {
				return err
			}
			tellPassed(w.c, d.passed)
			w.tellNone(w.c, d)
			w.before = lookAt(d.found)
		}
		if err == nil {
			err = w.round(d)
		}
		if w.c.Context().Err() != nil {
			return nil
		}
		w.tell(err)
		select {
		case <-w.c.Context().Done():
			return nil
		case <-time.After(w.interval):
		}
	}
}

// round stores those of the documents that have changed and rested, if there are any
// or one is gone.
func (w *watch) round(d *documents) error {
	now := lookAt(d.found)
	rested := now.rested(w.before)
	gone := false
	for path := range w.done {
		if _, here := now[path]; !here {
			_, wasHere := w.before[path]
			gone = gone || !wasHere
		}
	}
	w.before = now
	picked := rested.pick(d.found, w.done)
	if len(picked) == 0 && !gone && w.done != nil {
		return nil
	}
	in := w.in
	err := w.store(w.c, &in, w.reading, d, picked)
	if w.c.Context().Err() != nil {
		return errors.Join(err, in.close())
	}
	if in.stored > 0 || in.retracted > 0 || w.done == nil {
		err = errors.Join(err, in.finish(w.c))
	} else {
		err = errors.Join(err, in.close())
	}
	if in.failure == nil { // else the same again at the next look
		if w.done == nil {
			w.done = look{}
		}
		maps.DeleteFunc(w.done, func(path string, _ seen) bool { _, here := now[path]; return !here })
		maps.Copy(w.done, rested)
	}
	return err
}

// tell tells an error, once as long as it stays the same.
func (w *watch) tell(err error) {
	text := ""
	if err != nil {
		text = err.Error()
	}
	if text != "" && text != w.said {
		_, _ = fmt.Fprintf(w.c.ErrOrStderr(), "cncfgraph: %s\n", printable(text))
	}
	w.said = text
}

// what names what is followed.
func (f *following) what() string {
	if f.manifest != "" {
		return f.manifest
	}
	return strings.Join(f.paths, ", ")
}
