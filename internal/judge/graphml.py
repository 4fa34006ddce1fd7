"""Prints what NetworkX reads in a GraphML file. Argument: file."""
import sys
import networkx

graph = networkx.read_graphml(sys.argv[1], force_multigraph=True)
for node, data in graph.nodes(data=True):
    print("node", node, data.get("label", ""))
for a, b, data in graph.edges(data=True):
    print("edge", a, b, data.get("label", ""))
