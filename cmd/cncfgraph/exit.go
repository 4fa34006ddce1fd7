package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/cncfgraph/cncfgraph/queries"
)

// Exit codes.
const (
	exitOK        = 0
	exitFailure   = 1
	exitUsage     = 2
	exitNotFound  = 3
	exitAmbiguous = 4
)

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
	}
	return exitFailure
}
