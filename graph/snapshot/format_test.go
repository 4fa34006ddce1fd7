package snapshot_test

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/snapshot"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

const description = "../../docs/snapshot-format.md"

func TestDescribedVersion(t *testing.T) {
	text, err := os.ReadFile(description)
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`(?m)^Format version: (\d+)$`).FindSubmatch(text)
	if m == nil || string(m[1]) != strconv.Itoa(snapshot.FormatVersion) {
		t.Errorf("%s describes version %q, the package writes %d", description, m, snapshot.FormatVersion)
	}
}

// file is a snapshot as another program would read it: by the description alone.
type file []byte

func (f file) u32(at int) int { return int(binary.LittleEndian.Uint32(f[at:])) }
func (f file) u64(at int) int { return int(binary.LittleEndian.Uint64(f[at:])) }

// column returns the numbers of section no.
func (f file) column(no int) []int {
	row := 72 + 24*no
	start, size, width := f.u64(row), f.u64(row+8), f.u64(row+16)
	var out []int
	for at := start; width > 0 && at < start+size; at += width {
		n := 0
		for i := range width {
			n |= int(f[at+i]) << (8 * i)
		}
		out = append(out, n)
	}
	return out
}

// texts returns the terms; the text of ID n is at index n.
func (f file) texts() []string { return f.dictionary(f.u32(24), 0, 1) }

// dictionary returns the n texts of the dictionary in two sections, from index 1 on.
func (f file) dictionary(terms, blocks, no int) []string {
	starts := f.column(blocks)
	text := f[f.u64(72+24*no):]
	texts := []string{""}
	at := 0
	number := func() int {
		n, k := binary.Uvarint(text[at:])
		at += k
		return int(n)
	}
	for i := range terms {
		shared := ""
		if i%16 == 0 {
			at = 0
			if starts != nil {
				at = starts[i/16]
			}
		} else {
			shared = texts[i][:number()]
		}
		n := number()
		texts = append(texts, shared+string(text[at:at+n]))
		at += n
	}
	return texts
}

// lines returns the quads as N-Quads.
func (f file) lines() []string {
	texts, quads := f.texts(), f.u32(28)
	pad := func(column []int, n int) []int { return append(column, make([]int, n-len(column))...) } // width 0
	predicates, labels := f.column(2), f.u32(36)
	subject, predicate := f.column(3), pad(f.column(4), quads)
	object, label := f.column(5), pad(f.column(6), quads)
	source, line, extent := f.column(13), pad(f.column(14), labels), pad(f.column(15), labels)
	var out []string
	for i := range quads {
		q := texts[subject[i]] + " " + texts[predicates[predicate[i]]] + " " + texts[object[i]] + " "
		if l := label[i] - 1; l >= 0 {
			name := texts[source[l]]
			switch {
			case extent[l] > 0:
				name = fmt.Sprintf("%s#L%d-L%d>", strings.TrimSuffix(name, ">"), line[l], line[l]+extent[l])
			case line[l] > 0:
				name = fmt.Sprintf("%s#L%d>", strings.TrimSuffix(name, ">"), line[l])
			}
			q += name + " "
		}
		out = append(out, q+".")
	}
	return out
}

// links returns the pairs of each link as the description has them, forward and
// backward, as N-Quads without labels.
func (f file) links() (forward, backward []string) {
	texts, table := f.texts(), f.column(17)
	toStarts, to, byStarts, by := f.column(18), f.column(19), f.column(20), f.column(21)
	at := func(column []int, i int) int { // of a column that may have width 0
		if i < len(column) {
			return column[i]
		}
		return 0
	}
	line := func(s, p, o int) string { return texts[s] + " " + texts[p] + " " + texts[o] + " ." }
	toBase, byBase := 0, 0
	for ; len(table) > 0; table = table[5:] {
		p, firstSubject, subjects, firstObject, objects := table[0], table[1], table[2], table[3], table[4]
		for i := range subjects {
			for k := toStarts[toBase+i]; k < toStarts[toBase+i+1]; k++ {
				forward = append(forward, line(firstSubject+i, p, firstObject+at(to, k)))
			}
		}
		for i := range objects {
			for k := byStarts[byBase+i]; k < byStarts[byBase+i+1]; k++ {
				backward = append(backward, line(firstSubject+at(by, k), p, firstObject+i))
			}
		}
		toBase, byBase = toBase+subjects+1, byBase+objects+1
	}
	return forward, backward
}

// names returns the names of the quads, each as its key, its words and its quad
// without the label, in their order. Two that differ in the label alone are one name.
func (f file) names() []string {
	keys, words, lines := f.dictionary(f.u32(56), 22, 23)[1:], f.dictionary(f.u32(60), 25, 26)[1:], f.lines()
	quads := append(f.column(24), make([]int, len(keys))...)[:len(keys)] // may have width 0
	have := make([][]string, len(keys))
	starts, ranks := f.column(27), f[f.u64(72+24*28):]
	for w, word := range words {
		name := 0
		for at := starts[w]; at < starts[w+1]; {
			n, k := binary.Uvarint(ranks[at:])
			at += k
			name += int(n)
			have[name] = append(have[name], word)
		}
	}
	var out []string
	for i, key := range keys {
		out = append(out, fmt.Sprintf("%s %q %s", key, have[i], unlabelled.ReplaceAllString(lines[quads[i]], " .")))
	}
	return out
}

// unlabelled is the end of a quad with a label behind the object.
var unlabelled = regexp.MustCompile(` (<[^> ]*>|_:[^ ]+) \.$`)

// nameLine returns a name as its key, its words in their order, and its quad.
func nameLine(key string, words []string, q rdf.Quad) string {
	return fmt.Sprintf("%s %q %s", key, words, q)
}

// distinctNames returns the names of the quads as names does, in the order of bytes.
func distinctNames(quads []rdf.Quad) []string {
	var out []string
	for _, q := range quads {
		if !slices.Contains(named, q.Predicate.Value) {
			continue
		}
		list := []string{q.Object.Value}
		switch q.Predicate.Value {
		case "http://www.w3.org/2004/02/skos/core#prefLabel":
			if i := strings.LastIndex(list[0], " / "); i >= 0 {
				list = append(list, list[0][i+3:])
			}
		case "http://schema.org/sameAs":
			_, handle, ok := vocab.Handle(list[0])
			if list[0] = handle; !ok {
				continue
			}
		}
		q.Label = rdf.Term{}
		for _, name := range list {
			words := vocab.NameWords(name)
			slices.Sort(words)
			if key := vocab.NameKey(name); key != "" {
				out = append(out, nameLine(key, slices.Compact(words), q))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// TestDescription reads snapshots with nothing but what the description says.
func TestDescription(t *testing.T) {
	table := crc32.MakeTable(crc32.Castagnoli)
	for name, quads := range graphs() {
		f := file(bytesOf(t, quads))
		if string(f[:8]) != "CNCFGRPH" || f.u32(8) != snapshot.FormatVersion || f.u32(12) != 29 || f.u64(16) != len(f) {
			t.Errorf("%s: header % x", name, f[:24])
		}
		head := slices.Clone(f[:768])
		clear(head[68:72])
		if f.u32(64) != int(crc32.Checksum(f[768:], table)) || f.u32(68) != int(crc32.Checksum(head, table)) {
			t.Errorf("%s: checksums % x", name, f[64:72])
		}
		var want []string
		for _, q := range rdf.Sort(slices.Clone(quads)) {
			want = append(want, q.String())
		}
		got := f.lines()
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: got\n%q\nwant\n%q", name, got, want)
		}
		want = nil
		for _, q := range quads {
			if slices.Contains(linked, q.Predicate.Value) {
				q.Label = rdf.Term{}
				want = append(want, q.String())
			}
		}
		slices.Sort(want)
		want = slices.Compact(want)
		forward, backward := f.links()
		for _, got := range [][]string{forward, backward} {
			if slices.Sort(got); !slices.Equal(got, want) {
				t.Errorf("%s: links\n%q\nwant\n%q", name, got, want)
			}
		}
		gotNames, wantNames := f.names(), distinctNames(quads)
		key := func(s string) string { return s[:strings.IndexByte(s, ' ')] }
		if !slices.IsSortedFunc(gotNames, func(a, b string) int { return strings.Compare(key(a), key(b)) }) {
			t.Errorf("%s: names are not in the order of their keys: %q", name, gotNames)
		}
		slices.Sort(gotNames)
		if !slices.Equal(gotNames, wantNames) {
			t.Errorf("%s: names\n%q\nwant\n%q", name, gotNames, wantNames)
		}
	}
}

// named are the predicates that the description lists for names.
var named = []string{
	"http://usefulinc.com/ns/doap#name", "http://schema.org/name", "http://www.w3.org/2004/02/skos/core#prefLabel", "http://purl.org/dc/terms/title",
	"http://www.w3.org/2004/02/skos/core#altLabel", "http://www.w3.org/2004/02/skos/core#hiddenLabel", "http://schema.org/alternateName",
	"http://xmlns.com/foaf/0.1/nick", "http://schema.org/sameAs",
}

// linked are the predicates that the description lists for links.
var linked = []string{
	"http://schema.org/about", "http://schema.org/mentions", "http://schema.org/performer", "http://schema.org/superEvent",
	"http://purl.org/dc/terms/subject", "http://schema.org/name", "http://usefulinc.com/ns/doap#name", "http://www.w3.org/2004/02/skos/core#prefLabel",
	"http://schema.org/startDate",
}
