package postgres_test

import (
	"context"
	"fmt"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/postgres"
)

// A program that answers from a graph that a team shares, as it is at each time.
func Example() {
	ctx := context.Background()
	db, err := postgres.Open(ctx, "postgres://ada@db.example.org/graph", nil)
	if err != nil {
		panic(err)
	}
	defer db.Close()
	for g, err := range graph.Follow(ctx, db, nil) {
		if err != nil { // as while the server is away
			fmt.Println(err)
			continue
		}
		fmt.Println(g.Quads(), "quads")
		g.Close()
	}
}
