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

	"github.com/cncfgraph/cncfgraph/extract/landscape"
	"github.com/cncfgraph/cncfgraph/extract/record"
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
	out, faults, err := convert(args[0], commit, string(data))
	if err != nil {
		return err
	}
	for _, f := range faults {
		fmt.Fprintf(os.Stderr, "%s:%d: %s\n", args[0], f.Line, f.Text)
	}
	_, err = os.Stdout.Write(out)
	return err
}

const header = `# Facts of the CNCF landscape. Generated, do not edit:
#   go run ./internal/cmd/landscape -commit %[1]s landscape.yml > data/landscape.yaml
# from https://github.com/cncf/landscape/blob/%[1]s/landscape.yml,
# which is under Apache-2.0 or CC BY 4.0 (see NOTICE). Lines are lines of that file.
# docs/data.md describes the fields.
`

// convert returns data/landscape.yaml for the landscape.yml that text holds and
// that errors call file. What a reader would skip is an error here.
func convert(file, commit, text string) (out []byte, faults []record.Fault, err error) {
	l := landscape.Read("https://github.com/cncf/landscape/blob/"+commit+"/landscape.yml", text)
	for _, p := range l.Problems {
		return nil, nil, fmt.Errorf("%s:%d: %w", file, p.Line, p.Err)
	}
	return append(fmt.Appendf(nil, header, commit), l.YAML...), l.Faults, nil
}
