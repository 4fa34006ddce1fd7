package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/queries"
)

// Exit codes.
const (
	exitOK        = 0
	exitFailure   = 1
	exitUsage     = 2
	exitNotFound  = 3
	exitAmbiguous = 4
	exitFound     = 5 // with --exit-code, where a check found something
)

// addExitCodeFlag adds --exit-code to a command that looks for faults or changes.
func addExitCodeFlag(c *cobra.Command) {
	c.Flags().Bool("exit-code", false, "exit with 5 where something is found")
}

// foundError tells that a check found something, which is printed already.
type foundError struct {
	n    int
	what string
}

func (e foundError) Error() string { return counted(e.n, e.what) }

// found returns the error for n findings where --exit-code asks for one.
func found(c *cobra.Command, n int, what string) error {
	if asked, _ := c.Flags().GetBool("exit-code"); !asked || n == 0 {
		return nil
	}
	return foundError{n, what}
}

// usageError is a fault of the command line.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// usagef returns a usage error.
func usagef(format string, args ...any) error {
	return usageError{fmt.Errorf(format, args...)}
}

// exitCode returns the exit code that err stands for.
func exitCode(err error) int {
	var (
		usage     usageError
		option    *queries.OptionError
		notFound  *queries.NotFoundError
		ambiguous *queries.AmbiguousError
		finding   foundError
	)
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &usage), errors.As(err, &option), strings.HasPrefix(err.Error(), "unknown command "):
		return exitUsage
	case errors.As(err, &notFound):
		return exitNotFound
	case errors.As(err, &ambiguous):
		return exitAmbiguous
	case errors.As(err, &finding):
		return exitFound
	}
	return exitFailure
}
