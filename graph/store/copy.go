package store

import (
	"context"
	"errors"
	"fmt"
)

// ErrOtherSources is the error of a copy over a database that is another one.
var ErrOtherSources = errors.New("holds other sources")

// Copy makes to hold what from holds, sources and forgotten people, and returns how
// many sources it stored and how many were there already; progress, if not nil, is
// told after each. A copy that was interrupted is finished by the next. The error wraps
// ErrOtherSources, and nothing is changed, where to holds a source that from lacks.
func Copy(ctx context.Context, from, to Database, progress func(done int)) (stored, unchanged int, err error) {
	if (from.Default() == "") != (to.Default() == "") {
		return 0, 0, fmt.Errorf("of %s and %s one is over the built-in graph, the other is not", from.Name(), to.Name())
	}
	for s, err := range to.Sources(ctx) {
		if err != nil {
			return 0, 0, err
		}
		if there, err := from.Has(ctx, s.Key); err != nil {
			return 0, 0, err
		} else if !there {
			return 0, 0, fmt.Errorf("%s %w: %s is not in %s", to.Name(), ErrOtherSources, s.Key.Value, from.Name())
		}
	}
	w, err := to.Writer(ctx)
	if err != nil {
		return 0, 0, err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	forgotten, err := from.Forgotten(ctx)
	if err != nil {
		return 0, 0, err
	}
	if !forgotten.Empty() {
		if _, err := w.Forget(forgotten); err != nil {
			return 0, 0, err
		}
	}
	for s, err := range from.Sources(ctx) {
		if err != nil {
			return stored, unchanged, err
		}
		changed, err := w.Put(s.Key, s.Quads)
		if err != nil {
			return stored, unchanged, err
		}
		if changed {
			stored++
		} else {
			unchanged++
		}
		if progress != nil {
			progress(stored + unchanged)
		}
	}
	return stored, unchanged, nil
}
