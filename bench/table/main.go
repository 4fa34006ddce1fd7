// Command table reads the output of go test -bench of this module from stdin and
// puts it as tables into a section of a Markdown file.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go test -bench . | table FILE.md")
		os.Exit(2)
	}
	if err := run(os.Stdin, os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// Marks of the part of the file that is written anew.
const (
	begin = "<!-- store: written by make bench -->\n"
	end   = "<!-- store: end -->\n"
)

func run(in io.Reader, path string) error {
	results, err := parse(in)
	if err != nil {
		return err
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	from, to := bytes.Index(text, []byte(begin)), bytes.Index(text, []byte(end))
	if from < 0 || to < from {
		return fmt.Errorf("%s: no part between %q and %q", path, begin, end)
	}
	var out bytes.Buffer
	out.Write(text[:from+len(begin)])
	results.write(&out)
	out.Write(text[to:])
	return os.WriteFile(path, out.Bytes(), 0o644)
}

// results are the values of each benchmark, by name and unit.
type results struct {
	cpu    string
	values map[string]map[string]float64
}

// parse reads the output of go test -bench.
func parse(in io.Reader) (*results, error) {
	r := &results{values: map[string]map[string]float64{}}
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		line := lines.Text()
		if cpu, ok := strings.CutPrefix(line, "cpu: "); ok {
			r.cpu = cpu
		}
		fields := strings.Fields(line)
		if len(fields) < 4 || !strings.HasPrefix(fields[0], "Benchmark") {
			continue
		}
		name := strings.TrimPrefix(fields[0], "Benchmark")
		if i := strings.LastIndexByte(name, '-'); i > 0 {
			name = name[:i]
		}
		r.values[name] = map[string]float64{}
		for i := 2; i+1 < len(fields); i += 2 {
			v, err := strconv.ParseFloat(fields[i], 64)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", line, err)
			}
			r.values[name][fields[i+1]] = v
		}
	}
	return r, lines.Err()
}

var stores = []string{"csr", "cncfgraph", "sqlite", "memstore"}

// write writes all tables.
func (r *results) write(w io.Writer) {
	version, _ := exec.Command("git", "describe", "--always", "--dirty").Output()
	fmt.Fprintf(w, "\nMeasured on %s at %s: %s, %d cores, %s, %s/%s.\n", time.Now().UTC().Format(time.DateOnly),
		strings.TrimSpace(string(version)), r.cpu, runtime.NumCPU(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	for _, size := range []string{"S", "M", "L"} {
		if _, ok := r.values["Load/"+size+"/cncfgraph"]; !ok {
			continue
		}
		fmt.Fprintf(w, "\n### %s\n\n| | %s | ours / csr | best peer / ours |\n|---|%s---:|---:|\n", size, strings.Join(stores, " | "), strings.Repeat("---:|", len(stores)+1))
		r.row(w, "load, k quads/s", "Load/"+size+"/%s", "quads/s", 1e-3, true)
		r.row(w, "size, B/quad", "Load/"+size+"/%s", "B/quad", 1, false)
		for _, p := range []string{"popular", "middling", "rare"} {
			for q := 1; q <= 5; q++ {
				r.row(w, fmt.Sprintf("Q%d %s, ms", q, p), fmt.Sprintf("Questions/%s/%%s/%s/Q%d", size, p, q), "ns/op", 1e-6, false)
			}
		}
		fmt.Fprintln(w)
		bounded := r.values["BuildMemory/"+size+"/within-64MiB"]
		fmt.Fprintf(w, "Peak memory of a build: %.0f B/quad; with a budget of 64 MiB: %.0f MiB, at %s k quads/s. Opening the file, its checksums checked, with Q2 popular: %.2f ms.\n",
			r.values["BuildMemory/"+size]["peak-B/quad"], bounded["peak-MiB"], short(bounded["quads/s"]/1e3), r.values["Open/"+size]["ns/op"]/1e6)
	}
	if p := r.values["Process"]; p != nil {
		fmt.Fprintf(w, "\n### Process\n\n`cncfgraph related istio`, from start to end: %.2f ms; a cobra program that does nothing: %.2f ms; %.2f times (medians of runs in turns).\n",
			p["ms"], p["empty-ms"], p["ratio"])
	}
	fmt.Fprintln(w)
}

// row writes the value of each store, the ratio of ours to the CSR's and of the best
// peer's to ours. Of a rate more is better.
func (r *results) row(w io.Writer, title, name, unit string, scale float64, isRate bool) {
	values := map[string]float64{}
	var peers []float64
	fmt.Fprintf(w, "| %s |", title)
	for _, s := range stores {
		v, ok := r.values[fmt.Sprintf(name, s)][unit]
		if !ok || v == 0 {
			fmt.Fprint(w, " |")
			continue
		}
		values[s] = v
		if s == "sqlite" || s == "memstore" {
			peers = append(peers, v)
		}
		fmt.Fprintf(w, " %s |", short(v*scale))
	}
	ratio := values["cncfgraph"] / values["csr"]
	fmt.Fprintf(w, " %s |", short(ratio))
	switch {
	case len(peers) == 0:
		fmt.Fprint(w, " |\n")
	case isRate:
		fmt.Fprintf(w, " %s |\n", short(slices.Max(peers)/values["cncfgraph"]))
	default:
		fmt.Fprintf(w, " %s |\n", short(slices.Min(peers)/values["cncfgraph"]))
	}
}

// short returns v with three digits.
func short(v float64) string {
	switch {
	case v >= 100:
		return strconv.FormatFloat(v, 'f', 0, 64)
	case v >= 10:
		return strconv.FormatFloat(v, 'f', 1, 64)
	case v >= 1:
		return strconv.FormatFloat(v, 'f', 2, 64)
	}
	return strconv.FormatFloat(v, 'g', 2, 64)
}
