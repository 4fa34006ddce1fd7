// Package bench asks the same questions of cncfgraph and of its peers, in one
// program on one machine. It is a module of its own, so that importers of cncfgraph
// inherit none of the peers.
package bench
