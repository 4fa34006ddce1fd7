package draw

// cluster is the nodes that stand in one frame, or, under no name, in none.
type cluster struct {
	name  string
	nodes []Node
}

// clusters returns the nodes by cluster, in the order in which each comes first,
// those in none last.
func (d Diagram) clusters() []cluster {
	var list []cluster
	var loose []Node
	place := map[string]int{}
	for _, n := range d.Nodes {
		if n.Cluster == "" {
			loose = append(loose, n)
			continue
		}
		i, ok := place[n.Cluster]
		if !ok {
			i = len(list)
			place[n.Cluster] = i
			list = append(list, cluster{name: n.Cluster})
		}
		list[i].nodes = append(list[i].nodes, n)
	}
	if len(loose) > 0 {
		list = append(list, cluster{nodes: loose})
	}
	return list
}

// places returns the place in kindStyles of each node's kind.
func (d Diagram) places() map[string]int {
	places := make(map[string]int, len(d.Nodes))
	for _, n := range d.Nodes {
		_, places[n.ID] = styleOf(n.Kind)
	}
	return places
}
