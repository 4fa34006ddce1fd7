// Package judge lets programs that others wrote read what the project writes, so
// that a test need not take the project's own word for it.
//
// A test whose judge is not installed is skipped and says what is missing. The
// JavaScript libraries are found in the folder node_modules that $CNCFGRAPH_NODE
// names; .ci/run installs them.
package judge

import (
	"bytes"
	"embed"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

//go:embed *.mjs *.py
var scripts embed.FS

// Oxigraph returns the quads that Oxigraph reads in text of the format, a media
// type, for [Equal]. It fails t where Oxigraph refuses the text.
func Oxigraph(t testing.TB, mediaType string, text []byte) []rdf.Quad {
	t.Helper()
	return quads(t, node(t, "oxigraph", "oxigraph.mjs", file(t, text), mediaType))
}

// Query returns what Oxigraph answers to the SPARQL queries over the N-Quads in text,
// of which it sees all graphs as one: for each query, a row for each solution, of the
// values in the order in which the query selects them.
func Query(t testing.TB, nquads []byte, sparql ...string) [][][]string {
	t.Helper()
	args := []string{file(t, nquads)}
	for _, q := range sparql {
		args = append(args, file(t, []byte(q)))
	}
	return numbered(t, len(sparql), node(t, "oxigraph", "sparql.mjs", args...))
}

// JSONLD returns the quads that jsonld.js reads in text, with no network, for
// [Equal]. It fails t where jsonld.js refuses the text.
func JSONLD(t testing.TB, text []byte) []rdf.Quad {
	t.Helper()
	return quads(t, node(t, "jsonld", "jsonld.mjs", file(t, text)))
}

// Mermaid fails t for each of the diagrams that Mermaid's own parser refuses.
func Mermaid(t testing.TB, diagrams ...[]byte) {
	t.Helper()
	var names []string
	for _, d := range diagrams {
		names = append(names, file(t, d))
	}
	node(t, "mermaid", "mermaid.mjs", names...)
}

// GraphML returns, for each of the texts, the rows "node", ID, label and "edge",
// source, target, label that NetworkX reads in it, which xmllint has found to be
// sound XML.
func GraphML(t testing.TB, texts ...[]byte) [][][]string {
	t.Helper()
	var names []string
	for _, text := range texts {
		names = append(names, file(t, text))
	}
	output(t, exec.Command(installed(t, "xmllint"), append([]string{"--noout"}, names...)...))
	for _, python := range []string{"python3", "/usr/bin/python3"} { // Debian's may be behind another
		if exec.Command(python, "-c", "import networkx").Run() == nil {
			out := output(t, exec.Command(python, append([]string{script(t, "graphml.py")}, names...)...))
			return numbered(t, len(texts), out)
		}
	}
	t.Skip("not judged: NetworkX is not installed (Debian's python3-networkx)")
	return nil
}

// numbered returns the lines of text, of cells with tabs between them, of which the
// first is a number below n: by that number, the other cells.
func numbered(t testing.TB, n int, text []byte) [][][]string {
	t.Helper()
	rows := make([][][]string, n)
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		place, err := strconv.Atoi(cells[0])
		if err != nil || place >= n {
			t.Fatalf("line %.200q", line)
		}
		rows[place] = append(rows[place], cells[1:])
	}
	return rows
}

// Equal fails t where got is not the set of quads in want. Language tags are equal
// in any case.
func Equal(t testing.TB, got, want []rdf.Quad) {
	t.Helper()
	want = sorted(want)
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Fatalf("lacks %v", want[i])
		case i >= len(want):
			t.Fatalf("has %v too", got[i])
		case got[i] != want[i]:
			t.Fatalf("quad %d\n got %.1000v\nwant %.1000v", i, got[i], want[i])
		}
	}
}

// sorted returns quads in the order of rdf.Sort, with language tags in lower case.
func sorted(quads []rdf.Quad) []rdf.Quad {
	list := slices.Clone(quads)
	for i, q := range list {
		list[i].Object.Lang = strings.ToLower(q.Object.Lang)
	}
	return rdf.Sort(list)
}

// node runs the script with the library and returns what it prints.
func node(t testing.TB, library, name string, args ...string) []byte {
	t.Helper()
	path := installed(t, "node")
	modules := filepath.Join(os.Getenv("CNCFGRAPH_NODE"), library)
	if _, err := os.Stat(modules); os.Getenv("CNCFGRAPH_NODE") == "" || err != nil {
		t.Skipf("not judged: the npm package %s is not installed in $CNCFGRAPH_NODE", library)
	}
	cmd := exec.Command(path, append([]string{"--max-old-space-size=2048", script(t, name)}, args...)...)
	return output(t, cmd)
}

// installed returns the path of the program, or skips t.
func installed(t testing.TB, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		t.Skipf("not judged: %s is not installed", program)
	}
	return path
}

// output runs cmd, which must not fail, and returns what it prints.
func output(t testing.TB, cmd *exec.Cmd) []byte {
	t.Helper()
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%.4000s", filepath.Base(cmd.Path), err, said.String())
	}
	return out
}

// script returns the path of a copy of the script.
func script(t testing.TB, name string) string {
	t.Helper()
	text, err := scripts.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// file returns the path of a file with the text.
func file(t testing.TB, text []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "judged")
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// quads reads N-Quads and sorts them.
func quads(t testing.TB, text []byte) []rdf.Quad {
	t.Helper()
	list, err := rdf.ReadAll(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return sorted(list)
}
