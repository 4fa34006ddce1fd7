package snapshot

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

// AddSnapshot adds the quads of s but for those of without, which are in the order of
// rdf.Sort. It is several times as quick as Add for each of them: terms and labels are
// numbered once, whatever the number of quads that have them. The errors are those of
// Add and those of s, see Snapshot.Err.
func (b *Builder) AddSnapshot(s *Snapshot, without []rdf.Quad) error {
	t := &s.tables
	if uint64(len(b.columns[0]))+uint64(t.quads) > maxQuads {
		return b.fail(fmt.Errorf("snapshot: more than %d quads", uint64(maxQuads)))
	}
	memory := int64(t.quads)*quadMemory + int64(t.terms)*termMemory + int64(t.labels)*labelMemory + 2*int64(len(t.dictionary.text))
	if b.Budget > 0 && b.size+memory > b.Budget/garbage {
		return b.addEach(s, without)
	}
	hidden := s.statements(without)
	var err error
	s.read(func() { err = b.addTables(t, hidden) })
	if err == nil {
		err = s.Err()
	}
	if err != nil {
		return b.fail(err)
	}
	return nil
}

// addEach is AddSnapshot quad by quad, for a snapshot that is too large to be added as
// a whole.
func (b *Builder) addEach(s *Snapshot, without []rdf.Quad) error {
	hidden := among(without, rdf.Quad.Compare)
	for q := range s.All() {
		if hidden(q) {
			continue
		}
		if err := b.Add(q); err != nil {
			return err
		}
	}
	if err := s.Err(); err != nil {
		return b.fail(err)
	}
	return nil
}

// statements returns those of quads that s has, in the order of its columns.
func (s *Snapshot) statements(quads []rdf.Quad) []Statement {
	var list []Statement
	for _, q := range quads {
		subject, hasSubject := s.ID(q.Subject)
		predicate, hasPredicate := s.ID(q.Predicate)
		object, hasObject := s.ID(q.Object)
		label, hasLabel := s.Label(q.Label)
		if hasSubject && hasPredicate && hasObject && (hasLabel || q.Label.IsZero()) {
			list = append(list, Statement{subject, predicate, object, label})
		}
	}
	slices.SortFunc(list, Statement.compare)
	return list
}

// compare orders statements as the columns have them.
func (st Statement) compare(other Statement) int {
	return cmp.Or(cmp.Compare(st.Subject, other.Subject), cmp.Compare(st.Predicate, other.Predicate),
		cmp.Compare(st.Object, other.Object), cmp.Compare(st.Label, other.Label))
}

// addTables adds the statements of t but for those hidden, which are in the order of
// the columns.
func (b *Builder) addTables(t *tables, hidden []Statement) error {
	terms, labels := newNumbering(t.terms), newNumbering(t.labels)
	t.without(hidden, func(st Statement) {
		terms.use(uint32(st.Subject))
		terms.use(uint32(st.Predicate))
		terms.use(uint32(st.Object))
		if st.Label != 0 {
			labels.use(uint32(st.Label))
		}
	})
	for i := range t.labels {
		if labels.of[i+1] > 0 {
			terms.use(t.labelSource.at(i))
		}
	}
	if terms.wrong || labels.wrong {
		return fmt.Errorf("%w: a statement has a term or a label that is none", ErrFormat)
	}
	if err := b.numberTerms(&t.dictionary, terms.of); err != nil {
		return err
	}
	for i := range t.labels {
		if labels.of[i+1] > 0 {
			labels.of[i+1] = b.labelNumber(labelKey{terms.of[t.labelSource.at(i)], t.labelLine.at(i), t.labelExtent.at(i)})
		}
	}
	for i := range b.columns {
		b.columns[i] = slices.Grow(b.columns[i], t.quads+t.quads/16+1<<10) // with room for what is added then
	}
	t.without(hidden, func(st Statement) {
		b.columns[0] = append(b.columns[0], terms.of[st.Subject])
		b.columns[1] = append(b.columns[1], terms.of[st.Predicate])
		b.columns[2] = append(b.columns[2], terms.of[st.Object])
		b.columns[labelRole] = append(b.columns[labelRole], labels.of[st.Label])
	})
	b.size += int64(t.quads) * quadMemory
	return nil
}

// without calls f with the statements of t but for those hidden, which are in the order
// of the columns.
func (t *tables) without(hidden []Statement, f func(Statement)) {
	isHidden := among(hidden, Statement.compare)
	t.each(span{hi: t.quads}, func(st Statement) bool {
		if !isHidden(st) {
			f(st)
		}
		return true
	})
}

// among returns what tells of values, asked for in ascending order, whether list, which
// ascends too, has them.
func among[T comparable](list []T, compare func(a, b T) int) func(T) bool {
	return func(value T) bool {
		for len(list) > 0 && compare(list[0], value) < 0 {
			list = list[1:]
		}
		return len(list) > 0 && list[0] == value
	}
}

// numbering is which of the numbers from 1 of a snapshot are used, and then what they
// are in a Builder.
type numbering struct {
	of    []uint32 // 0 where it is not used
	wrong bool     // one that there is not is used
}

func newNumbering(n int) numbering { return numbering{of: make([]uint32, n+1)} }

func (n *numbering) use(number uint32) {
	if number == 0 || int64(number) >= int64(len(n.of)) {
		n.wrong = true
		return
	}
	n.of[number] = 1
}

// numberTerms replaces what is not 0 in of, which has a place for each term of d behind
// the first, by the number of the term.
func (b *Builder) numberTerms(d *dictionary, of []uint32) error {
	b.texts.reserve(d.n)
	var form []byte
	for i := range blocks(d.n) {
		block := d.block(i)
		for k := range min(blockLength, d.n-i*blockLength) {
			shared, rest, tail := cut(block, k == 0)
			if shared > len(form) || len(rest) == 0 {
				return fmt.Errorf("%w: term %d cannot be read", ErrFormat, i*blockLength+k+1)
			}
			form, block = append(form[:shared], rest...), tail
			id := i*blockLength + k + 1
			if of[id] == 0 {
				continue
			}
			var err error
			if of[id], err = b.form(form); err != nil {
				return fmt.Errorf("snapshot: %w", err)
			}
		}
	}
	return nil
}
