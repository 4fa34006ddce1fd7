package snapshot

import (
	"iter"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// linkPredicates are the predicates that a snapshot has links of: the steps
// between project, talk, speaker, event and category, and from an entity to its
// name. They are part of the format.
var linkPredicates = [...]string{
	vocab.About, vocab.Mentions, vocab.Performer, vocab.SuperEvent, vocab.Subject,
	vocab.Name, vocab.ProjectName, vocab.PrefLabel,
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

// AppendObjects appends the objects of the subject's pairs to dst, in order of ID.
func (l Links) AppendObjects(dst []ID, subject ID) []ID {
	if l.s == nil {
		return dst
	}
	if l.s.file == nil {
		return l.append(dst, subject, true)
	}
	l.s.read(func() { dst = l.append(dst, subject, true) })
	return dst
}

// AppendSubjects appends the subjects of the object's pairs to dst, in order of ID.
func (l Links) AppendSubjects(dst []ID, object ID) []ID {
	if l.s == nil {
		return dst
	}
	if l.s.file == nil {
		return l.append(dst, object, false)
	}
	l.s.read(func() { dst = l.append(dst, object, false) })
	return dst
}

// append appends the other ends of the pairs that id is the subject of, or the
// object.
func (l Links) append(dst []ID, id ID, isSubject bool) []ID {
	t := &l.s.tables
	here, there, base, offsets, ends := l.subjects, l.objects, l.offsetsTo, &t.forwardOffsets, &t.forward
	if !isSubject {
		here, there, base, offsets, ends = l.objects, l.subjects, l.offsetsBy, &t.backwardOffsets, &t.backward
	}
	i := uint32(id) - here.from
	if i >= here.count {
		return dst
	}
	lo, hi := offsets.at(base+int(i)), offsets.at(base+int(i)+1)
	if hi > uint32(t.pairs) {
		return dst
	}
	for ; lo < hi; lo++ {
		dst = append(dst, ID(there.from+ends.at(int(lo))))
	}
	return dst
}

// CountSubjects returns how many subjects AppendSubjects appends.
func (l Links) CountSubjects(object ID) (n int) {
	if l.s == nil {
		return 0
	}
	l.s.read(func() {
		t := &l.s.tables
		if i := uint32(object) - l.objects.from; i < l.objects.count {
			lo, hi := t.backwardOffsets.at(l.offsetsBy+int(i)), t.backwardOffsets.at(l.offsetsBy+int(i)+1)
			if lo <= hi && hi <= uint32(t.pairs) {
				n = int(hi - lo)
			}
		}
	})
	return n
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
