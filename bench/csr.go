package bench

import (
	"bufio"
	"bytes"
	"os"
	"slices"
)

// csr is the limit: arrays of numbers for the steps of the questions and nothing
// else, made by hand for this workload. It keeps no names, labels or other
// statements, and checks nothing that it reads.
type csr struct {
	ids       map[string]uint32
	edges     [4][][2]uint32 // about, performer, category, event: subject, object
	to, by    [4]adjacency   // by subject, by object
	graduated map[uint32]bool
	dates     map[uint32]string // of events
	bytes     int64
	counts    []int // scratch of related
}

type adjacency struct{ offsets, ends []uint32 }

func (a *adjacency) of(id uint32) []uint32 {
	if int(id)+1 >= len(a.offsets) {
		return nil
	}
	return a.ends[a.offsets[id]:a.offsets[id+1]]
}

func (c *csr) load(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	c.ids, c.graduated, c.dates = map[string]uint32{}, map[uint32]bool{}, map[uint32]string{}
	lines := bufio.NewScanner(bufio.NewReaderSize(f, 1<<20))
	lines.Buffer(make([]byte, 1<<20), 1<<20)
	var lastText []byte
	var last uint32
	for lines.Scan() {
		line := lines.Bytes()
		i := bytes.IndexByte(line, ' ')
		s := line[:i]
		line = line[i+1:]
		j := bytes.IndexByte(line, ' ')
		p := line[1 : j-1]
		o := line[j+1:]
		if o[0] == '<' {
			o = o[:bytes.IndexByte(o, ' ')]
		} else {
			o = o[:1+bytes.IndexByte(o[1:], '"')]
		}
		if !bytes.Equal(s, lastText) { // numbers for every subject and object, as names need them
			last = c.id(s)
			lastText = append(lastText[:0], s...)
		}
		object := c.id(o)
		switch string(p) {
		case about:
			c.edges[0] = append(c.edges[0], [2]uint32{last, object})
		case performer:
			c.edges[1] = append(c.edges[1], [2]uint32{last, object})
		case category:
			c.edges[2] = append(c.edges[2], [2]uint32{last, object})
		case inEvent:
			c.edges[3] = append(c.edges[3], [2]uint32{last, object})
		case graduated:
			c.graduated[last] = true
		case startDate:
			c.dates[last] = string(o[1:])
		}
	}
	n := len(c.ids)
	for k, edges := range c.edges {
		c.to[k], c.by[k] = adjacent(edges, n, 0), adjacent(edges, n, 1)
		c.bytes += int64(4 * (len(c.to[k].offsets) + len(c.by[k].offsets) + 2*len(c.to[k].ends)))
		c.edges[k] = nil
	}
	return lines.Err()
}

func (c *csr) id(text []byte) uint32 {
	if n, ok := c.ids[string(text)]; ok {
		return n
	}
	n := uint32(len(c.ids))
	c.ids[string(text)] = n
	return n
}

// adjacent returns the distinct other ends of the edges of each of n nodes, which
// are at the index of an edge.
func adjacent(edges [][2]uint32, n, index int) adjacency {
	next := make([]uint32, n+1)
	for _, e := range edges {
		next[e[index]+1]++
	}
	for i := range n {
		next[i+1] += next[i]
	}
	all := make([]uint32, len(edges))
	for _, e := range edges {
		all[next[e[index]]] = e[1-index]
		next[e[index]]++
	}
	a := adjacency{offsets: make([]uint32, n+1), ends: all[:0]}
	start := uint32(0)
	for i := range n {
		of := all[start:next[i]]
		start = next[i]
		slices.Sort(of)
		a.ends = append(a.ends, slices.Compact(of)...)
		a.offsets[i+1] = uint32(len(a.ends))
	}
	return a
}

func (c *csr) size() int64  { return c.bytes }
func (c *csr) close() error { return nil }

func (c *csr) project(id string) uint32 { return c.ids["<"+projectIRI(id)+">"] }

func (c *csr) talks(id string) int {
	type row struct{ talk, speaker uint32 }
	talks := c.by[0].of(c.project(id))
	rows := make([]row, 0, 2*len(talks))
	for _, talk := range talks {
		for _, s := range c.to[1].of(talk) {
			rows = append(rows, row{talk, s})
		}
	}
	return len(rows)
}

func (c *csr) related(id string) []string {
	p := c.project(id)
	if c.counts == nil {
		c.counts = make([]int, len(c.ids))
	}
	counts := c.counts
	var seen []uint32
	add := func(q uint32, n int) {
		if counts[q] == 0 {
			seen = append(seen, q)
		}
		counts[q] += n
	}
	for _, talk := range c.by[0].of(p) {
		for _, q := range c.to[0].of(talk) {
			add(q, 1)
		}
	}
	for _, k := range c.to[2].of(p) {
		for _, q := range c.by[2].of(k) {
			add(q, sharedCategory)
		}
	}
	var found []scored[uint32]
	for _, q := range seen {
		if q != p {
			found = append(found, scored[uint32]{q, counts[q]})
		}
		counts[q] = 0
	}
	return make([]string, len(best(found)))
}

// near calls use with what is one step from a node, over the first steps.
func (c *csr) near(steps int) func(uint32, func(uint32)) {
	return func(id uint32, use func(uint32)) {
		for k := range steps {
			for _, o := range c.to[k].of(id) {
				use(o)
			}
			for _, o := range c.by[k].of(id) {
				use(o)
			}
		}
	}
}

func (c *csr) path(from, to string) []string {
	return make([]string, len(walk(c.project(from), c.project(to), c.near(3))))
}

func (c *csr) ego(id string) ([]string, int) {
	nodes, edges := surround(c.project(id), c.near(4))
	return make([]string, len(nodes)), edges
}

func (c *csr) busy(id, since string, least int) []string {
	var list []string
	for _, p := range c.by[2].of(c.ids["<"+categoryIRI(id)+">"]) {
		if !c.graduated[p] {
			continue
		}
		n := 0
		for _, talk := range c.by[0].of(p) {
			for _, e := range c.to[3].of(talk) {
				if c.dates[e] >= since {
					n++
				}
			}
		}
		if n >= least {
			list = append(list, "")
		}
	}
	return list
}
