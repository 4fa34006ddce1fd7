package draw

// columnNodes is about how many nodes with one edge to the same node stand in one
// column of the layout "dot", where there are more than twice as many. Fewer would
// not become a smaller picture.
const columnNodes = 10

// minLengths returns how many ranks each edge of d spans at least, 1 where nothing is
// returned for it. The many nodes of which all that is shown is one edge to the same
// node would make one long column; they are dealt out to several.
func (d Diagram) minLengths() map[int]int {
	degrees := map[string]int{}
	for _, e := range d.Edges {
		degrees[e.From]++
		degrees[e.To]++
	}
	type side struct {
		hub string
		out bool // whether edges lead from the hub
	}
	leaves := map[side][]int{}
	for i, e := range d.Edges {
		switch {
		case degrees[e.From] == 1 && degrees[e.To] > 1:
			leaves[side{e.To, false}] = append(leaves[side{e.To, false}], i)
		case degrees[e.To] == 1 && degrees[e.From] > 1:
			leaves[side{e.From, true}] = append(leaves[side{e.From, true}], i)
		}
	}
	lengths := map[int]int{}
	for _, edges := range leaves {
		if len(edges) <= 2*columnNodes {
			continue
		}
		columns := (len(edges) + columnNodes - 1) / columnNodes
		for n, i := range edges {
			if n%columns > 0 {
				lengths[i] = 1 + n%columns
			}
		}
	}
	return lengths
}
