package snapshot

// Cursor is a place in a run of statements, for callers that step at their own
// pace; others range over Match. A Cursor is for one goroutine.
type Cursor struct {
	s    *Snapshot
	rest span
	// Statements are read in batches that grow to the length of buf, so that the
	// guard of read costs little and never runs around the caller's own code.
	buf  [12]Statement
	size int // of the next batch
	i, n int // buf[i:n] is to be given out
}

const firstBatch = 3

// cursor returns a cursor at the start of the span that find yields.
func (s *Snapshot) cursor(find func() span) Cursor {
	c := Cursor{s: s, size: firstBatch}
	s.read(func() { c.rest = find() })
	return c
}

// Next returns the next statement, and false where there is none any more.
func (c *Cursor) Next() (Statement, bool) {
	if c.i == c.n && !c.fill() {
		return Statement{}, false
	}
	c.i++
	return c.buf[c.i-1], true
}

// fill reads the next batch and tells whether there was one.
func (c *Cursor) fill() bool {
	c.i, c.n = 0, 0
	if c.rest.lo < c.rest.hi {
		c.s.read(func() { c.n = c.s.tables.take(&c.rest, c.buf[:c.size]) })
		c.size = min(2*c.size, len(c.buf))
	}
	return c.n > 0
}

// Len returns how many statements Next has still to give.
func (c *Cursor) Len() int {
	n := c.n - c.i
	c.s.read(func() { n += c.s.tables.count(c.rest) })
	return n
}

// each yields the statements that Next has still to give.
func (c *Cursor) each(yield func(Statement) bool) {
	for st, ok := c.Next(); ok && yield(st); st, ok = c.Next() {
	}
}

// Find returns a cursor over the statements of Match, in the same order.
func (s *Snapshot) Find(subj, pred, obj ID) *Cursor {
	c := s.cursor(func() span { return s.tables.find(subj, pred, obj) })
	return &c
}

// FindLabel returns a cursor over the statements of MatchLabel, in the same
// order.
func (s *Snapshot) FindLabel(l Label) *Cursor {
	c := s.cursor(func() span { return s.tables.labelled(int64(l), int64(l)+1) })
	return &c
}

// Err returns the fault in the file that ended the cursor early, if there was
// one. It is the cheap half of Snapshot.Err, which sees every change.
func (c *Cursor) Err() error {
	if err := c.s.fault.Load(); err != nil {
		return *err
	}
	return nil
}
