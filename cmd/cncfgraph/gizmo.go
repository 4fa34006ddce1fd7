package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

func newGizmo() *cobra.Command {
	q := gizmoQuery{}
	c := &cobra.Command{
		Use:   "gizmo [SCRIPT]",
		Short: "Run a script in Cayley's query language Gizmo",
		Long: `Run a script in Gizmo, the JavaScript in which Cayley writes paths through a graph:
https://cayley.gitbook.io/cayley/query-languages/gizmoapi. Entities, classes and
predicates are IRIs in angle brackets; docs/vocabulary.md lists them. A statement
that stands on several lines is found once for each, unless .unique() follows.

The script runs in a program of its own, cncfgraph-gizmo, which is killed when the
time is over or it takes too much memory.`,
		Example: `  cncfgraph gizmo 'g.V("<https://w3id.org/cncfgraph/project/istio>").out("<https://w3id.org/cncfgraph/uses>").unique().all()'
  cncfgraph gizmo --file query.js --timeout 1m --memory 1024`,
		Args: func(c *cobra.Command, args []string) error {
			if q.file != "" {
				return exactArgs()(c, args)
			}
			return exactArgs("the script, or --file")(c, args)
		},
		RunE: func(c *cobra.Command, args []string) error {
			script, err := q.script(c, args)
			if err != nil {
				return err
			}
			return q.run(c, script)
		},
	}
	c.Flags().StringVarP(&q.file, "file", "f", "", "read the script from `FILE`; - for stdin")
	addDuration(c, &q.timeout, "timeout", 10*time.Second, "kill the script after this `time`")
	addNumber(c, &q.memory, "memory", 512, positive, "kill the script when it takes more than `N` MiB of memory")
	addLimit(c, &q.limit, 0, "print at most `N` results")
	return c
}

// gizmoQuery says how a script is run.
type gizmoQuery struct {
	file          string
	timeout       time.Duration
	memory, limit int // memory in MiB
}

// script returns the script that the command line names.
func (q *gizmoQuery) script(c *cobra.Command, args []string) (io.Reader, error) {
	switch q.file {
	case "":
		return strings.NewReader(args[0]), nil
	case "-":
		return c.InOrStdin(), nil
	}
	text, err := os.ReadFile(q.file)
	return bytes.NewReader(text), err
}

// exitMemory is the exit code by which cncfgraph-gizmo tells that it took too much
// memory.
const exitMemory = 3

// run runs the script in the helper executable.
func (q *gizmoQuery) run(c *cobra.Command, script io.Reader) error {
	helper, err := helperPath("gizmo")
	if err != nil {
		return err
	}
	args := []string{"-memory", strconv.FormatInt(int64(q.memory)<<20, 10), "-limit", strconv.Itoa(q.limit)}
	var environment []string
	if name := databaseInUse(c); name != "" {
		// A graph that has to be built first is built here, without a limit.
		g, err := openDatabase(c, name)
		if err != nil {
			return err
		}
		if err := g.Close(); err != nil {
			return err
		}
		// Not as an argument, which everyone on the machine may see.
		environment = append(os.Environ(), databaseVariable+"="+name)
	}
	defer untilInterrupted(c)()
	ctx, cancel := context.WithTimeout(c.Context(), q.timeout)
	defer cancel()
	var said beginning
	child := exec.CommandContext(ctx, helper, args...)
	child.Stdin, child.Stdout, child.Stderr = script, c.OutOrStdout(), &said
	child.Env = environment
	child.WaitDelay = time.Second
	err = child.Run()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return nil
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return fmt.Errorf("gizmo: killed after %v (--timeout)", q.timeout)
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &exit) && (exit.ExitCode() == exitMemory || said.isOutOfMemory()):
		return fmt.Errorf("gizmo: killed because it took more than %d MiB of memory (--memory)", q.memory)
	}
	line, _, _ := strings.Cut(strings.TrimSpace(string(said.text)), "\n")
	return errors.New(cmp.Or(line, fmt.Sprintf("gizmo: %s: %v", helper, err)))
}

// beginning keeps the first of what is written to it.
type beginning struct{ text []byte }

func (t *beginning) Write(b []byte) (int, error) {
	const most = 4 << 10
	t.text = append(t.text, b[:min(len(b), most-len(t.text))]...)
	return len(b), nil
}

// isOutOfMemory tells whether a Go program says so that the system gave it no
// more memory.
func (t *beginning) isOutOfMemory() bool {
	for _, sign := range []string{"out of memory", "cannot allocate memory", "SIGSEGV: segmentation violation"} {
		if bytes.Contains(t.text, []byte(sign)) {
			return true
		}
	}
	return false
}
