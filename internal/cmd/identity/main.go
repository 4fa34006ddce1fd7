// Command identity writes docs/identity.md: how well the records of the default
// graph were merged, by pairs that were drawn by lot and judged by eye.
//
//	go run ./internal/cmd/identity data > docs/identity.md
//	go run ./internal/cmd/identity -draw data    # pairs to judge, for judged.txt
//
// judged.txt beside this file holds the judgements: kind, verdict, the two ids.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	lots := flag.Bool("draw", false, "print the pairs that the lot falls on, with the verdicts so far")
	flag.Parse()
	if err := run(flag.Args(), *lots); err != nil {
		fmt.Fprintln(os.Stderr, "identity:", err)
		os.Exit(1)
	}
}

func run(args []string, lots bool) error {
	if len(args) != 1 {
		return fmt.Errorf("usage: identity [-draw] data")
	}
	w, err := open(os.DirFS(args[0]))
	if err != nil {
		return err
	}
	judged, err := judgements()
	if err != nil {
		return err
	}
	if lots {
		for _, kind := range kinds {
			for _, p := range append(draw(w.merged(kind)), draw(w.nearMisses(kind))...) {
				fmt.Printf("%s %s %s %s\n# %s\n# %s\n", kind, judged.of(p), id(p.a), id(p.b), w.describe(p, p.a), w.describe(p, p.b))
			}
		}
		return nil
	}
	_, err = os.Stdout.Write(w.page(judged))
	return err
}
