package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"github.com/cncfgraph/cncfgraph/graph/forget"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
)

const derivedSuffix = ".snapshot"

// errNoFolder is why a Cache without a folder keeps nothing.
var errNoFolder = errors.New("there is no folder to keep it in")

// ErrMissing is the note for a snapshot that was built before, of sources that
// have not changed since, and is gone.
var ErrMissing = errors.New("derived file is missing")

// Build says how the statements of all sources become a snapshot.
type Build struct {
	// Recipe names what the snapshot depends on beside the sources.
	Recipe string

	// Make writes the snapshot of the statements to w. It may be called twice.
	Make func(w io.Writer, s *Statements) error

	// Progress, if not nil, is told how many of the sources are read.
	Progress func(done, total int)
}

// Statements are what a snapshot is built from.
type Statements struct {
	Quads     []rdf.Quad   // of all sources
	Forgotten *forget.List // who is to be left out of what is read beside them
	State     string       // that they are of, "" for none that can be named
}

// Origin is where a Cache has its statements from.
type Origin interface {
	// State names the state of the sources: another one after each change.
	State(ctx context.Context) (string, error)

	// Statements returns what all sources state. Progress, if not nil, is told how
	// many of them are read.
	Statements(ctx context.Context, progress func(done, total int)) (*Statements, error)
}

// Cache keeps the snapshots that were built of a database. What it keeps can be
// deleted at any time.
type Cache struct {
	Dir   string // folder of the snapshots, made when it is needed; "" for none
	Built string // path of the file that names the snapshot kept last

	Private bool // the folder is for its user alone
}

// UserCache returns the Cache of the database with the id, one that is kept on a
// server, in the user's folder of caches: os.UserCacheDir. What a team shares is not
// for everyone on the machine, so that it is private.
func UserCache(id string) Cache {
	dir, err := os.UserCacheDir()
	if err != nil {
		return Cache{} // which says that it has no folder
	}
	return CacheIn(filepath.Join(dir, "cncfgraph"), id)
}

// CacheIn is UserCache below the folder dir.
func CacheIn(dir, id string) Cache {
	dir = filepath.Join(dir, id)
	return Cache{Dir: dir, Built: filepath.Join(dir, "built"), Private: true}
}

// makeFolder makes the folder, where it can.
func (c *Cache) makeFolder() error {
	if c.Dir == "" {
		return errNoFolder
	}
	if c.Private {
		return os.MkdirAll(c.Dir, 0o700)
	}
	return os.MkdirAll(c.Dir, 0o755)
}

// builtLock ends, after Built, the path of the file whose lock one holds who builds.
const builtLock = ".lock"

// Snapshot returns the snapshot that b makes of all statements, as they are or were
// since it was called. One that was made earlier is taken where neither the sources
// nor the recipe have changed since. Where many ask at once for one that has to be
// built, one of them builds it for all. A damaged or missing one is made anew, and one
// that cannot be kept, as in a folder that is read-only, lives in memory; note then
// says so.
func (c *Cache) Snapshot(ctx context.Context, from Origin, b *Build) (s *snapshot.Snapshot, note, err error) {
	asked := time.Now()
	built := c.lastBuilt() // read first, as Snapshot elsewhere may build and remove meanwhile
	s, name, state, err := c.current(ctx, from, b.Recipe)
	if errors.Is(err, fs.ErrNotExist) && built == name && c.unchanged(ctx, from, state, name) {
		if s, err = c.open(name); errors.Is(err, fs.ErrNotExist) {
			err = fmt.Errorf("%s: %w", c.path(name), ErrMissing)
		}
	}
	switch {
	case err == nil:
		return s, nil, nil
	case name == "":
		return nil, nil, err
	case !errors.Is(err, fs.ErrNotExist):
		note = fmt.Errorf("%w; built anew", err)
	}
	_ = c.makeFolder() // else keep tells
	s, unlock, err := c.await(ctx, asked, b.Recipe)
	defer unlock()
	if s != nil || err != nil {
		return s, note, err
	}
	// Another may have built it between the look and the lock.
	if s, name, _, err = c.current(ctx, from, b.Recipe); err == nil || name == "" {
		return s, note, err
	}
	began := time.Now()
	statements, err := from.Statements(ctx, b.Progress)
	if err != nil {
		return nil, note, err
	}
	s, cannotKeep, err := c.make(ctx, from, b, statements, began)
	if cannotKeep != nil {
		note = errors.Join(note, fmt.Errorf("the graph is built anew at each start: %w", cannotKeep))
	}
	return s, note, err
}

// current opens the snapshot of the state that the sources are in. The name is "" where
// the state cannot be told.
func (c *Cache) current(ctx context.Context, from Origin, recipe string) (s *snapshot.Snapshot, name, state string, err error) {
	if state, err = from.State(ctx); err != nil {
		return nil, "", "", err
	}
	name = fileName(recipe, state)
	s, err = c.open(name)
	return s, name, state, err
}

// make builds the snapshot of the statements and opens it. One of a state is kept
// for the next time; where it cannot be, cannotKeep says why, and the snapshot lives
// in memory, as one of no state does.
func (c *Cache) make(ctx context.Context, from Origin, b *Build, statements *Statements, began time.Time) (s *snapshot.Snapshot, cannotKeep, err error) {
	if statements.State != "" {
		name := fileName(b.Recipe, statements.State)
		if cannotKeep = c.keep(ctx, from, b, statements, began); cannotKeep == nil {
			s, err = c.open(name)
			if !errors.Is(err, fs.ErrNotExist) { // else another process has put a newer one in its place
				return s, nil, err
			}
		}
	}
	var data bytes.Buffer
	if err := b.Make(&data, statements); err != nil {
		return nil, nil, err // and no fault of the folder
	}
	s, err = snapshot.FromBytes(data.Bytes())
	return s, cannotKeep, err
}

// keep stores the snapshot of the statements and, if theirs is still the state of the
// sources, removes those of others. The time of its file is that when its build began.
func (c *Cache) keep(ctx context.Context, from Origin, b *Build, statements *Statements, began time.Time) error {
	if err := c.makeFolder(); err != nil {
		return err
	}
	name := fileName(b.Recipe, statements.State)
	path := c.path(name)
	if err := replaceDerived(path, began, func(w io.Writer) error { return b.Make(w, statements) }); err != nil {
		return err
	}
	c.markBuilt(name) // before others are removed, which are then not taken for missing
	if now, err := from.State(ctx); err != nil || now != statements.State {
		return nil
	}
	// From here on the state may change, and another process keep the snapshot of a
	// newer one: only what was begun before ours is removed. Another process may
	// read or remove an old one just now; what stays is removed the next time.
	entries, _ := os.ReadDir(c.Dir)
	for _, e := range entries {
		old := filepath.Ext(e.Name()) == derivedSuffix && e.Name() != filepath.Base(path) && isBefore(e, began)
		if old || isAbandoned(e) {
			_ = os.Remove(filepath.Join(c.Dir, e.Name()))
		}
	}
	return nil
}

// markBuilt notes the name of the snapshot that was kept last. Where it cannot,
// a snapshot that goes missing is built again without a word. The unfinished file
// is not in the folder that a new Writer tidies.
func (c *Cache) markBuilt(name string) {
	f, err := os.CreateTemp(c.Dir, unfinished+"*")
	if err != nil {
		return
	}
	_, err = f.WriteString(name + "\n")
	if errors.Join(err, f.Close()) != nil || os.Rename(f.Name(), c.Built) != nil {
		_ = os.Remove(f.Name())
	}
}

// unchanged tells whether state is still the state of the sources, and the snapshot
// of the name the one that was kept last.
func (c *Cache) unchanged(ctx context.Context, from Origin, state, name string) bool {
	now, err := from.State(ctx)
	return err == nil && now == state && c.lastBuilt() == name
}

// lastBuilt returns the name of the snapshot that was kept last, "" for none.
func (c *Cache) lastBuilt() string {
	name, _ := os.ReadFile(c.Built) // without it nothing is known to be missing
	return strings.TrimSpace(string(name))
}

// await waits while another builds, until a snapshot of the recipe is there whose build
// began after the time asked. Where there is none it returns nil, and keeps others
// waiting until unlock is called. Where no lock can be had, or one who builds takes
// too long, as when he is suspended, each builds for himself.
func (c *Cache) await(ctx context.Context, asked time.Time, recipe string) (s *snapshot.Snapshot, unlock func(), err error) {
	if c.Dir == "" {
		return nil, func() {}, nil
	}
	lock := flock.New(c.Built + builtLock)
	unlock = func() { _ = lock.Close() } // which the end of the process does at the latest
	for waited := time.Duration(0); waited < lockPatience; waited = time.Since(asked) {
		got, err := lock.TryLock()
		if s := c.builtSince(asked, recipe); s != nil || got || err != nil {
			return s, unlock, nil
		}
		select {
		case <-ctx.Done():
			return nil, unlock, ctx.Err()
		case <-time.After(lockInterval):
		}
	}
	return nil, unlock, nil
}

// How often, and how long, one who waits for another's build looks for it.
const (
	lockInterval = 5 * time.Millisecond
	lockPatience = 2 * time.Minute
)

// builtSince returns the snapshot of the recipe that was kept last if its build began
// after the time, else nil.
func (c *Cache) builtSince(asked time.Time, recipe string) *snapshot.Snapshot {
	name := c.lastBuilt()
	if !strings.HasSuffix(name, "-"+shortHash(recipe)) {
		return nil
	}
	info, err := os.Stat(c.path(name))
	if err != nil || info.ModTime().Before(asked) {
		return nil
	}
	s, err := c.open(name)
	if err != nil {
		return nil
	}
	return s
}

// Clear removes every snapshot.
func (c *Cache) Clear() error {
	if c.Dir == "" {
		return nil
	}
	entries, err := os.ReadDir(c.Dir)
	if ignoreMissing(err) != nil {
		return err
	}
	for _, e := range entries {
		if err := ignoreMissing(os.Remove(filepath.Join(c.Dir, e.Name()))); err != nil {
			return err
		}
	}
	return nil
}

// isBefore tells whether the time of the file e is before t.
func isBefore(e fs.DirEntry, t time.Time) bool {
	info, err := e.Info()
	return err == nil && info.ModTime().Before(t)
}

// isAbandoned tells whether e is a snapshot that nobody can still be writing.
func isAbandoned(e fs.DirEntry) bool {
	info, err := e.Info()
	return err == nil && isUnfinished(e.Name()) && time.Since(info.ModTime()) > time.Hour
}

// open opens the snapshot of the name.
func (c *Cache) open(name string) (*snapshot.Snapshot, error) {
	if c.Dir == "" {
		return nil, fs.ErrNotExist
	}
	return snapshot.Open(c.path(name))
}

func (c *Cache) path(name string) string { return filepath.Join(c.Dir, name+derivedSuffix) }

// fileName returns the name of the snapshot that the recipe makes of the state.
func fileName(recipe, state string) string { return shortHash(state) + "-" + shortHash(recipe) }

func shortHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:16])
}
