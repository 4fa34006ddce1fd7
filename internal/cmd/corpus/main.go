// Command corpus writes documents of package corpus into a folder, to look at or
// to give to the program:
//
//	go run ./internal/cmd/corpus -size 10 DIR
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/cncfgraph/cncfgraph/internal/corpus"
)

func main() {
	seed := flag.Uint64("seed", 1, "seed of the corpus")
	size := flag.Int("size", 1, "size in MB")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: corpus [-seed N] [-size MB] DIR")
		os.Exit(2)
	}
	if err := write(flag.Arg(0), *seed, *size*1e6); err != nil {
		fmt.Fprintln(os.Stderr, "corpus:", err)
		os.Exit(1)
	}
}

// write writes the documents, a thousand a folder.
func write(dir string, seed uint64, size int) error {
	n := 0
	for d := range corpus.Documents(seed, size) {
		folder := filepath.Join(dir, fmt.Sprintf("%03d", n/1000))
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, d.Name), d.Text, 0o644); err != nil {
			return err
		}
		n++
	}
	return nil
}
