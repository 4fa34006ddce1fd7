package snapshot

import (
	"encoding/binary"
	"hash/crc32"
	"slices"
	"strconv"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

// FuzzFromBytes reads snapshots as a forger would make them: some bytes of a
// sound one are changed, three bytes of edits for each, and the checksums set
// right again. Nothing may panic or take forever, and what Verify accepts must be
// whole.
func FuzzFromBytes(f *testing.F) {
	var files [][]byte
	for _, quads := range fuzzGraphs() {
		b, err := Build(quads)
		if err != nil {
			f.Fatal(err)
		}
		files = append(files, b)
	}
	h, err := parseHeader(files[len(files)-1], true)
	if err != nil {
		f.Fatal(err)
	}
	edit := func(at int, value byte) []byte { return []byte{byte(at), byte(at >> 8), value} }
	for i := range files {
		f.Add(uint8(i), []byte(nil))
		for sec, e := range h.sections {
			f.Add(uint8(i), slices.Concat(edit(e.offset, 0xff), edit(e.offset+e.size/2, 1)))
			f.Add(uint8(i), edit(headerSize+sec*sectionSize, byte(e.offset+1)))
		}
	}
	f.Fuzz(func(t *testing.T, file uint8, edits []byte) {
		data := slices.Clone(files[int(file)%len(files)])
		for ; len(edits) >= 3; edits = edits[3:] {
			data[int(binary.LittleEndian.Uint16(edits))%len(data)] = edits[2]
		}
		s, err := FromBytes(reseal(data))
		if err != nil {
			return
		}
		walk(t, s)
		var b Builder
		if b.AddSnapshot(s, nil) == nil {
			_, _ = b.Bytes() // an error is as good as any bytes
		}
		if s.Verify() != nil {
			return
		}
		if n := len(slices.Collect(s.All())); n != s.Quads() {
			t.Errorf("%d of %d quads", n, s.Quads())
		}
		for id := ID(1); int(id) <= s.Terms(); id++ {
			if got, _ := s.ID(s.Term(id)); got != id {
				t.Errorf("term %d has the ID %d", id, got)
			}
		}
	})
}

// fuzzGraphs are small graphs with every kind of term and label.
func fuzzGraphs() [][]rdf.Quad {
	iri := func(s string) rdf.Term { return rdf.NewIRI("x:" + s) }
	few := []rdf.Quad{
		{Subject: iri("a"), Predicate: iri("b"), Object: iri("c"), Label: iri("doc#L1")},
		{Subject: iri("a"), Predicate: iri("b"), Object: iri("c"), Label: iri("doc#L1-L2")},
		{Subject: iri("a"), Predicate: iri("c"), Object: rdf.NewLangString("\"é\n", "en"), Label: iri("doc")},
		{Subject: rdf.NewBlank("x"), Predicate: iri("b"), Object: rdf.NewString("")},
		{Subject: iri("doc#L1"), Predicate: iri("b"), Object: rdf.NewTyped("1", "x:int"), Label: rdf.NewBlank("g")},
	}
	more := slices.Clone(few)
	for n := range 40 { // three blocks of terms
		letter := string(rune('α' + n))
		more = append(more, rdf.Quad{Subject: iri(letter), Predicate: iri("b"), Object: rdf.NewString(letter), Label: iri("more#L" + strconv.Itoa(n))})
	}
	for n := range 20 { // names, two blocks of them
		name := string(rune('あ'+n)) + "ab cd " + string(rune('a'+n))
		more = append(more, rdf.Quad{Subject: iri(string(rune('a' + n%5))), Predicate: rdf.NewIRI(namePredicates[n%len(namePredicates)]), Object: rdf.NewString(name), Label: iri("more#L2")})
	}
	for n := range 10 { // links
		letter := string(rune('α' + n))
		for i, p := range linkPredicates[:5] {
			more = append(more, rdf.Quad{Subject: iri(letter), Predicate: rdf.NewIRI(p), Object: iri(string(rune('α' + (n*i+3)%17))), Label: iri("more#L1")})
		}
	}
	return [][]rdf.Quad{nil, few, more}
}

// reseal sets size and checksums of the file b to what they should be.
func reseal(b []byte) []byte {
	if len(b) < bodyOffset {
		return b
	}
	le := binary.LittleEndian
	copy(b, magic)
	le.PutUint32(b[8:], FormatVersion)
	le.PutUint64(b[16:], uint64(len(b)))
	le.PutUint32(b[checksumOffset:], crc32.Checksum(b[bodyOffset:], castagnoli()))
	le.PutUint32(b[headerSize-4:], headerChecksum(b[:bodyOffset]))
	return b
}

// walk calls every reader of s, with numbers that it has and some that it lacks.
// However wrong the answers are, they have no more quads than s.
func walk(t *testing.T, s *Snapshot) {
	ids := []ID{0, 1, 2, ID(s.Terms()) - 1, ID(s.Terms()), ID(s.Terms()) + 1, 1<<31 - 1, 1 << 31, 1<<32 - 1}
	labels := []Label{0, 1, 2, Label(s.Labels()), Label(s.Labels()) + 1, 1<<31 - 1, 1<<32 - 1}
	for st := range s.Match(0, 0, 0) {
		if ids = append(ids, st.Subject, st.Object); len(ids) > 40 {
			break
		}
		labels = append(labels, st.Label)
	}
	for _, id := range ids {
		s.ID(s.Term(id))
		for range s.Labelled(id) {
		}
		for _, other := range ids {
			if n := s.Count(id, other, 0); n < 0 || n > s.Quads() {
				t.Errorf("%d statements of %d", n, s.Quads())
			}
			for range s.Match(id, 0, other) {
			}
			for range s.Match(0, other, id) {
			}
		}
	}
	walkLinks(t, s, ids)
	for _, l := range labels {
		s.Label(s.LabelTerm(l))
		s.Evidence(l)
		s.LabelID(l)
		for range s.MatchLabel(l) {
		}
	}
	walkNames(t, s)
	for range s.All() {
	}
}

// walkNames calls every reader of names.
func walkNames(t *testing.T, s *Snapshot) {
	n := s.Names()
	set := n.NewSet()
	for _, i := range []int{-1, 0, 1, n.Len() - 1, n.Len(), 1 << 30} {
		n.Statement(i)
		n.AddWord(set, i)
		for _, text := range []string{n.Key(i), n.Word(i), "a", "α", ""} {
			n.With(text)
			from, to := n.Beginning(text)
			set.Add(from, to)
			n.Words(text)
			for _, near := range slices.Concat(n.Near(text, 2), n.NearWords(text, 1)) {
				if near.Edits < 0 || near.Edits > 2 {
					t.Errorf("%d edits", near.Edits)
				}
			}
		}
	}
	if n := set.Len(); n > 2*s.Quads() {
		t.Errorf("%d names of %d quads", n, s.Quads())
	}
}

// walkLinks calls every reader of links with the ids.
func walkLinks(t *testing.T, s *Snapshot, ids []ID) {
	for _, id := range ids {
		s.Search(s.Term(id).String())
	}
	for i := range s.tables.links + 1 {
		l, _ := s.Links(ID(s.tables.linkTable.at(i * linkFields)))
		for _, id := range ids {
			for range l.Objects(id) {
			}
			for range l.Subjects(id) {
			}
			objects, subjects := l.AppendObjects(nil, id), l.AppendSubjects(nil, id)
			if len(objects) != l.CountObjects(id) || len(subjects) != l.CountSubjects(id) || max(len(objects), len(subjects)) > s.Quads() {
				t.Errorf("%d objects and %d subjects of %d quads", len(objects), len(subjects), s.Quads())
			}
		}
	}
}

// TestForgedCounts claims numbers that a small file cannot hold.
func TestForgedCounts(t *testing.T) {
	for _, quads := range fuzzGraphs() {
		sound, err := Build(quads)
		if err != nil {
			t.Fatal(err)
		}
		h, err := parseHeader(sound, true)
		if err != nil {
			t.Fatal(err)
		}
		for field, width := range slices.Repeat([]int{0, 1, 4}, len(h.fields())) {
			forged := h
			*forged.fields()[field/3] = 1<<31 - 1
			for sec := range sectionCount {
				if n := forged.length(sec); n > len(sound) {
					forged.sections[sec].width, forged.sections[sec].size = width, n*width
				}
			}
			b := reseal(append(appendHeader(nil, forged), sound[bodyOffset:]...))
			if s, err := FromBytes(b); err == nil {
				walk(t, s) // claims that cost nothing, as predicates that no quad has
				if s.Verify() == nil {
					t.Errorf("count %d of %d with width %d verifies", field/3, 1<<31-1, width)
				}
			}
		}
	}
}
