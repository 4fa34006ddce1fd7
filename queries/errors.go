package queries

import "errors"

// What errors of queries are by errors.Is; errors.As gives the details.
var (
	ErrNotFound  = errors.New("not found")  // is a *NotFoundError
	ErrAmbiguous = errors.New("ambiguous")  // is an *AmbiguousError
	ErrOption    = errors.New("bad option") // is an *OptionError
)

// Is tells whether target is ErrNotFound.
func (e *NotFoundError) Is(target error) bool { return target == ErrNotFound }

// Is tells whether target is ErrAmbiguous.
func (e *AmbiguousError) Is(target error) bool { return target == ErrAmbiguous }

// Is tells whether target is ErrOption.
func (e *OptionError) Is(target error) bool { return target == ErrOption }
