package snapshot

// span is a run of statements in one of the orders, those of it apart that the
// filter leaves out.
type span struct {
	order           *column // nil for the order of the columns
	lo, hi          int
	subject, object ID // 0 lets all pass
}

// passes tells whether the filter lets the statement pass.
func (r *span) passes(st Statement) bool {
	return (r.subject == 0 || st.Subject == r.subject) && (r.object == 0 || st.Object == r.object)
}

// position returns the position in the columns of the statement at place i.
func (r *span) position(i int) int {
	if r.order == nil {
		return i
	}
	return int(r.order.at(i))
}

// find returns the statements with the given subject, predicate and object.
func (t *tables) find(subj, pred, obj ID) span {
	switch {
	case subj != 0 && pred == 0 && obj != 0:
		return t.between(subj, obj)
	case subj != 0:
		r := t.run(nil, &t.subjectOffsets, int64(subj)-1)
		r = t.narrow(r, pred)
		if obj != 0 {
			r.lo = lowerBound(r.lo, r.hi, uint32(obj), t.object.at)
			r.hi = lowerBound(r.lo, r.hi, uint32(obj)+1, t.object.at)
		}
		return r
	case obj != 0:
		return t.narrow(t.run(&t.objectOrder, &t.objectOffsets, int64(obj)-1), pred)
	case pred != 0:
		i, ok := t.predicateIndex(pred)
		if !ok {
			return span{}
		}
		return t.run(&t.predicateOrder, &t.predicateOffsets, int64(i))
	}
	return span{hi: t.quads}
}

// between returns the statements from subj to obj: those of the one with fewer
// that have the other.
func (t *tables) between(subj, obj ID) span {
	s := t.run(nil, &t.subjectOffsets, int64(subj)-1)
	o := t.run(&t.objectOrder, &t.objectOffsets, int64(obj)-1)
	if o.hi-o.lo < s.hi-s.lo {
		s = o
	}
	s.subject, s.object = subj, obj
	return s
}

// run returns the run of order that offsets has for key.
func (t *tables) run(order, offsets *column, key int64) span {
	if key < 0 || key >= int64(offsets.n)-1 {
		return span{}
	}
	r := span{order: order, lo: int(offsets.at(int(key))), hi: int(offsets.at(int(key) + 1))}
	if r.lo > r.hi || r.hi > t.quads {
		return span{}
	}
	return r
}

// narrow returns the part of r, all of one subject or of one object, that has
// the predicate pred; all of r for 0.
func (t *tables) narrow(r span, pred ID) span {
	if pred == 0 || r.lo == r.hi {
		return r
	}
	p, ok := t.predicateIndex(pred)
	if !ok {
		return span{}
	}
	at := func(i int) uint32 { return t.predicate.at(r.position(i)) }
	r.lo = lowerBound(r.lo, r.hi, p, at)
	r.hi = lowerBound(r.lo, r.hi, p+1, at)
	return r
}

// predicateIndex returns where pred stands among the predicates.
func (t *tables) predicateIndex(pred ID) (uint32, bool) {
	i := lowerBound(0, t.predicates, uint32(pred), t.predicateTable.at)
	return uint32(i), t.predicateTable.at(i) == uint32(pred)
}

// count returns how many statements r has.
func (t *tables) count(r span) int {
	if r.subject == 0 && r.object == 0 {
		return r.hi - r.lo
	}
	n := 0
	var buf [32]Statement
	for r.lo < r.hi {
		n += t.take(&r, buf[:])
	}
	return n
}

// append appends the statements of r to list.
func (t *tables) append(list []Statement, r span) []Statement {
	for ; r.lo < r.hi; r.lo++ {
		st := t.statement(r.position(r.lo))
		if r.passes(st) {
			list = append(list, st)
		}
	}
	return list
}

// each yields the statements of r.
func (t *tables) each(r span, yield func(Statement) bool) {
	for ; r.lo < r.hi; r.lo++ {
		st := t.statement(r.position(r.lo))
		if r.passes(st) && !yield(st) {
			return
		}
	}
}

// take moves statements from the start of r to buf and returns how many; with
// none left, r is empty.
func (t *tables) take(r *span, buf []Statement) int {
	n := 0
	for n < len(buf) && r.lo < r.hi {
		st := t.statement(r.position(r.lo))
		r.lo++
		if r.passes(st) {
			buf[n] = st
			n++
		}
	}
	return n
}
