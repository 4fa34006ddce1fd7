"""Prints what NetworkX reads in GraphML files: a line for each node and edge, the
number of the file first, with tabs between the cells. Arguments: files."""
import sys
import networkx

for number, name in enumerate(sys.argv[1:]):
    graph = networkx.read_graphml(name, force_multigraph=True)
    for node, data in graph.nodes(data=True):
        print(number, "node", node, data.get("label") or "", sep="\t")
    for a, b, data in graph.edges(data=True):
        print(number, "edge", a, b, data.get("label") or "", sep="\t")
