package snapshot

import (
	"encoding/binary"
	"iter"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// linkPredicates are the predicates that a snapshot has links of: the steps
// between project, talk, speaker, event and category, and from an entity to its
// name and its date. They are part of the format.
var linkPredicates = [...]string{
	vocab.About, vocab.Mentions, vocab.Performer, vocab.SuperEvent, vocab.Subject,
	vocab.Name, vocab.ProjectName, vocab.PrefLabel, vocab.StartDate,
}

// linkFields is how many numbers the link table has for a link: the ID of the
// predicate, the least ID of a subject and how many IDs the subjects span, the
// same of the objects.
const linkFields = 5

// linkIRIs returns the canonical forms of the predicates of links.
func linkIRIs() []string {
	list := make([]string, len(linkPredicates))
	for i, p := range linkPredicates {
		list[i] = rdf.NewIRI(p).String()
	}
	return list
}

// span32 is a run of IDs.
type span32 struct{ from, count uint32 }

// include widens s so that it has id.
func (s *span32) include(id uint32) {
	switch {
	case s.count == 0:
		*s = span32{id, 1}
	case id < s.from:
		s.count += s.from - id
		s.from = id
	case id-s.from >= s.count:
		s.count = id - s.from + 1
	}
}

// Links are the distinct pairs of subject and object that quads of one predicate
// make, in both directions and without labels: the way to step through many
// entities at the speed of arrays. The zero Links has no pairs.
type Links struct {
	s                    *Snapshot
	predicate            ID
	subjects, objects    span32
	offsetsTo, offsetsBy int // of its first subject and object in the offsets
}

// Links returns the links of the predicate. It is false where the snapshot keeps
// none: for a predicate that no quad has, and for one that is not among those of
// docs/snapshot-format.md.
func (s *Snapshot) Links(predicate ID) (l Links, ok bool) {
	s.read(func() { l, ok = s.tables.findLinks(predicate) })
	l.s = s
	return l, ok
}

// findLinks reads the link table.
func (t *tables) findLinks(predicate ID) (Links, bool) {
	to, by := 0, 0
	for i := range t.links {
		row := [linkFields]uint32{}
		for k := range row {
			row[k] = t.linkTable.at(i*linkFields + k)
		}
		l := Links{
			predicate: ID(row[0]), subjects: span32{row[1], row[2]}, objects: span32{row[3], row[4]},
			offsetsTo: to, offsetsBy: by,
		}
		if l.predicate == predicate && predicate != 0 {
			return l, true
		}
		to += int(row[2]) + 1
		by += int(row[4]) + 1
	}
	return Links{}, false
}

// Objects yields the objects of the subject's pairs, in order of ID.
func (l Links) Objects(subject ID) iter.Seq[ID] {
	return func(yield func(ID) bool) { l.each(subject, true, yield) }
}

// Subjects yields the subjects of the object's pairs, in order of ID.
func (l Links) Subjects(object ID) iter.Seq[ID] {
	return func(yield func(ID) bool) { l.each(object, false, yield) }
}

// AppendObjects appends what Objects yields to dst.
func (l Links) AppendObjects(dst []ID, subject ID) []ID { return l.append(dst, subject, true) }

// AppendSubjects appends what Subjects yields to dst.
func (l Links) AppendSubjects(dst []ID, object ID) []ID { return l.append(dst, object, false) }

// CountObjects returns how many Objects yields.
func (l Links) CountObjects(subject ID) int { return l.count(subject, true) }

// CountSubjects returns how many Subjects yields.
func (l Links) CountSubjects(object ID) int { return l.count(object, false) }

// linkRun is where the other ends of the pairs of one ID are.
type linkRun struct {
	ends   *column
	lo, hi uint32
	least  uint32 // added to each
}

// run returns the other ends of the pairs that id is the subject of, or the object.
// The Links have a snapshot.
func (l *Links) run(id ID, isSubject bool) linkRun {
	t := &l.s.tables
	here, there, base, offsets, ends := l.subjects, l.objects, l.offsetsTo, &t.forwardOffsets, &t.forward
	if !isSubject {
		here, there, base, offsets, ends = l.objects, l.subjects, l.offsetsBy, &t.backwardOffsets, &t.backward
	}
	i := uint32(id) - here.from
	if i >= here.count {
		return linkRun{}
	}
	r := linkRun{ends, offsets.at(base + int(i)), offsets.at(base + int(i) + 1), there.from}
	if r.lo > r.hi || r.hi > uint32(t.pairs) {
		return linkRun{}
	}
	return r
}

// take moves ends from the start of r to the end of dst, at most n.
func (r *linkRun) take(dst []ID, n int) []ID {
	stop := min(r.hi, r.lo+uint32(n))
	if r.lo >= stop {
		return dst
	}
	at := len(dst)
	dst = slices.Grow(dst, int(stop-r.lo))[:at+int(stop-r.lo)]
	data := r.ends.data[int(r.lo)*r.ends.width:]
	for i := range dst[at:] {
		dst[at+i] = ID(r.least + binary.LittleEndian.Uint32(data[i*r.ends.width:])&r.ends.mask)
	}
	r.lo = stop
	return dst
}

func (l *Links) append(dst []ID, id ID, isSubject bool) []ID {
	switch {
	case l.s == nil:
	case l.s.file == nil:
		r := l.run(id, isSubject)
		return r.take(dst, int(r.hi-r.lo))
	default:
		l.s.read(func() {
			r := l.run(id, isSubject)
			dst = r.take(dst, int(r.hi-r.lo))
		})
	}
	return dst
}

func (l *Links) count(id ID, isSubject bool) (n int) {
	if l.s == nil {
		return 0
	}
	l.s.read(func() {
		r := l.run(id, isSubject)
		n = int(r.hi - r.lo)
	})
	return n
}

// each yields the ends. It reads them in batches, so that the guard of read costs
// little and never runs around the caller's own code.
func (l Links) each(id ID, isSubject bool, yield func(ID) bool) {
	if l.s == nil {
		return
	}
	if l.s.file == nil { // nothing to guard against
		for r := l.run(id, isSubject); r.lo < r.hi; r.lo++ {
			if !yield(ID(r.least + r.ends.at(int(r.lo)))) {
				return
			}
		}
		return
	}
	var r linkRun
	var buf [32]ID
	batch := buf[:0]
	l.s.read(func() {
		r = l.run(id, isSubject)
		batch = r.take(batch, len(buf)/4)
	})
	for len(batch) > 0 {
		for _, end := range batch {
			if !yield(end) {
				return
			}
		}
		batch = batch[:0]
		if r.lo < r.hi {
			l.s.read(func() { batch = r.take(batch, len(buf)) })
		}
	}
}

// linkPairs are the links of a snapshot that is being built in memory.
type linkPairs struct {
	counts
	table                                              []uint32
	forwardOffsets, forward, backwardOffsets, backward []uint32
}

// add adds the links of the predicate, given its pairs by subject and object, each
// once. Nothing is added for none.
func (l *linkPairs) add(predicate uint32, pairs iter.Seq2[uint32, uint32]) {
	var subjects, objects span32
	var from, to []uint32
	for s, o := range pairs {
		subjects.include(s)
		objects.include(o)
		from, to = append(from, s), append(to, o)
	}
	if len(from) == 0 {
		return
	}
	for i := range from {
		from[i] -= subjects.from
		to[i] -= objects.from
	}
	start := uint32(l.pairs)
	l.table = append(l.table, predicate, subjects.from, subjects.count, objects.from, objects.count)
	for _, n := range offsets(from, int(subjects.count)) {
		l.forwardOffsets = append(l.forwardOffsets, start+n)
	}
	l.forward = append(l.forward, to...)
	for _, n := range offsets(to, int(objects.count)) {
		l.backwardOffsets = append(l.backwardOffsets, start+n)
	}
	l.backward = append(l.backward, gather(from, sortedBy(places(len(to)), to, int(objects.count)))...)
	l.links++
	l.pairs += len(from)
	l.linkSubjects, l.linkObjects = len(l.forwardOffsets), len(l.backwardOffsets)
}
