// Command landscape turns the CNCF landscape's landscape.yml into the project's
// own data/landscape.yaml: facts only, each with the line that states it.
//
//	go run ./internal/cmd/landscape -commit SHA landscape.yml > data/landscape.yaml
//
// SHA is the commit of https://github.com/cncf/landscape that landscape.yml was
// taken from, in full: the addresses of the evidence contain it. What the file
// says and the output lacks, such as a second category that does not exist, is
// reported on stderr. docs/data.md describes the output.
package main

import (
	"flag"
	"fmt"
	"os"
	"regexp"
)

func main() {
	commit := flag.String("commit", "", "commit of cncf/landscape that the file was taken from, 40 hexadecimal digits")
	flag.Parse()
	if err := run(*commit, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "landscape:", err)
		os.Exit(1)
	}
}

var commitHash = regexp.MustCompile(`^[0-9a-f]{40}$`)

func run(commit string, args []string) error {
	if len(args) != 1 || !commitHash.MatchString(commit) {
		return fmt.Errorf("usage: landscape -commit SHA landscape.yml")
	}
	data, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	out, notes, err := convert(args[0], commit, data)
	if err != nil {
		return err
	}
	for _, n := range notes {
		fmt.Fprintln(os.Stderr, n)
	}
	_, err = os.Stdout.Write(out)
	return err
}

// convert returns data/landscape.yaml for the landscape.yml that data holds and
// that errors and notes call file.
func convert(file, commit string, data []byte) (out []byte, notes []string, err error) {
	categories, items, err := read(file, data)
	if err != nil {
		return nil, nil, err
	}
	notes = dropUnknown(file, categories, items)
	projects, err := fold(items)
	if err == nil {
		err = name(projects)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("%s:%w", file, err)
	}
	out, err = write(commit, categories, projects)
	return out, notes, err
}

// dropUnknown drops the categories of items that the file does not have, and
// says so.
func dropUnknown(file string, categories []category, items []*item) (notes []string) {
	known := map[string]bool{}
	for _, c := range categories {
		known[c.name] = true
	}
	for _, it := range items {
		var kept []string
		for _, c := range it.categories {
			if known[c] {
				kept = append(kept, c)
			} else {
				notes = append(notes, fmt.Sprintf("%s:%d: %s: no category %q", file, it.lines.first, it.name, c))
			}
		}
		it.categories = kept
	}
	return notes
}
