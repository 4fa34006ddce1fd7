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
	row := 48 + 24*no
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

// texts returns the dictionary; the text of ID n is at index n.
func (f file) texts() []string {
	terms, starts := f.u32(24), f.column(0)
	text := f[f.u64(48+24):]
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

// TestDescription reads snapshots with nothing but what the description says.
func TestDescription(t *testing.T) {
	table := crc32.MakeTable(crc32.Castagnoli)
	for name, quads := range graphs() {
		f := file(bytesOf(t, quads))
		if string(f[:8]) != "CNCFGRPH" || f.u32(8) != snapshot.FormatVersion || f.u32(12) != 17 || f.u64(16) != len(f) {
			t.Errorf("%s: header % x", name, f[:24])
		}
		head := slices.Clone(f[:456])
		clear(head[44:48])
		if f.u32(40) != int(crc32.Checksum(f[456:], table)) || f.u32(44) != int(crc32.Checksum(head, table)) {
			t.Errorf("%s: checksums % x", name, f[40:48])
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
	}
}
