package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// value is the value of a flag that is checked as it is read.
type value[T any] struct {
	flag, kind string // the flag's name; what help calls the value
	to         *T
	read       func(string) (T, error)
}

// String returns the value as people write it.
func (v value[T]) String() string { return fmt.Sprint(*v.to) }

// Type is what help calls the value.
func (v value[T]) Type() string { return v.kind }

// Set takes the value, or says what it has to be.
func (v value[T]) Set(text string) error {
	read, err := v.read(text)
	if err != nil {
		return valueError{fmt.Errorf("--%s: %w", v.flag, err)}
	}
	*v.to = read
	return nil
}

// valueError tells the whole of what is wrong with a flag's value.
type valueError struct{ error }

// flagError returns the usage error for one of the library that reads flags, in the
// words of people.
func flagError(_ *cobra.Command, err error) error {
	var (
		whole  valueError
		number *strconv.NumError // what is no number is a switch
	)
	switch {
	case errors.As(err, &whole):
		return usageError(whole)
	case errors.As(err, &number):
		what, _, _ := strings.Cut(err.Error(), ": ")
		return usagef("%s: want true or false", what)
	}
	return usageError{err}
}

// bounds are the whole numbers that a flag may have.
type bounds struct {
	least int64
	all   bool   // -1 stands for all
	want  string // the same in words
}

var (
	positive   = bounds{least: 1, want: "1 or more"}
	zeroForAll = bounds{least: 0, want: "1 or more, or 0 for all"}
	minusOne   = bounds{least: 1, all: true, want: "1 or more, or -1 for all"}
)

// addNumber adds a flag for a whole number within the bounds, def where it is not given.
func addNumber[N int | int64](c *cobra.Command, to *N, name string, def N, within bounds, usage string) {
	*to = def
	c.Flags().Var(value[N]{name, "int", to, func(text string) (N, error) {
		n, err := strconv.ParseInt(text, 10, 64)
		switch {
		case errors.Is(err, strconv.ErrSyntax):
			return 0, fmt.Errorf("%q is not a whole number; want %s", text, within.want)
		case n < within.least && (!within.all || n != -1):
			return 0, fmt.Errorf("%s is not allowed; want %s", text, within.want)
		case err != nil || int64(N(n)) != n:
			return 0, fmt.Errorf("%s is too large", text)
		}
		return N(n), nil
	}}, name, usage)
}

// addLimit adds --limit, of which 0 is for all.
func addLimit(c *cobra.Command, to *int, def int, usage string) {
	addNumber(c, to, "limit", def, zeroForAll, usage+"; 0 for all")
}

// addDuration adds a flag for a time above 0, def where it is not given.
func addDuration(c *cobra.Command, to *time.Duration, name string, def time.Duration, usage string) {
	*to = def
	c.Flags().Var(value[time.Duration]{name, "duration", to, func(text string) (time.Duration, error) {
		d, err := time.ParseDuration(text)
		switch {
		case err != nil:
			return 0, fmt.Errorf("%q is not a time such as 500ms, 10s or 1m30s", text)
		case d <= 0:
			return 0, fmt.Errorf("%s is not allowed; want more than 0", text)
		}
		return d, nil
	}}, name, usage)
}

// addDate adds a flag for a date, "" where it is not given.
func addDate(c *cobra.Command, to *string, name, usage string) {
	c.Flags().Var(value[string]{name, "string", to, func(text string) (string, error) {
		_, err := vocab.Date(text)
		return text, err
	}}, name, usage)
}
