// Command cncfgraph-postgres keeps a database in PostgreSQL for cncfgraph, which
// starts it and asks it by its stdin; see package proxy. It ends when that is closed.
//
// It is a program of its own because of the driver, which would make every start of
// cncfgraph slower.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"

	"github.com/cncfgraph/cncfgraph/graph/postgres"
	"github.com/cncfgraph/cncfgraph/graph/proxy"
)

func main() {
	// A terminal interrupts both programs where they are of one group, as they are not
	// on Unix. What is asked of this one is done whole, and cncfgraph ends it.
	signal.Ignore(os.Interrupt)
	if err := proxy.Serve(context.Background(), os.Stdin, os.Stdout, opener{}); err != nil {
		fmt.Fprintln(os.Stderr, "cncfgraph-postgres:", err)
		os.Exit(1)
	}
}

// opener opens databases in PostgreSQL.
type opener struct{}

func (opener) Open(ctx context.Context, address string) (proxy.Database, error) {
	db, err := postgres.Open(ctx, address, nil)
	if err != nil {
		return nil, err
	}
	return db, nil
}

func (opener) Create(ctx context.Context, address, base string) (proxy.Database, error) {
	db, err := postgres.Create(ctx, address, base, nil)
	if err != nil {
		return nil, err
	}
	return db, nil
}
