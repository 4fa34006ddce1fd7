package quadstore_test

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/graph/graphtest"
)

// exceptions are the tests of Cayley's suites that a snapshot does not pass, by
// name, with the reason.
var exceptions = map[string]string{
	"deleted from iterator": "an open iterator is to see a later removal, and a snapshot is what it is for ever",
	"follows recursive loop": "a fault of Cayley 0.7.7 that shows with some plans: recursiveContains.Contains keeps the tags " +
		"of an earlier result (graph/iterator/recursive.go); with the tags cleared there, the test passes. " +
		"The nodes it finds are right, see TestPaths",
}

// TestMain leaves the exceptions out, which the suites have no switch for.
func TestMain(m *testing.M) {
	flag.Parse()
	skip := flag.Lookup("test.skip")
	patterns := strings.FieldsFunc(skip.Value.String(), func(r rune) bool { return r == '|' })
	for name := range exceptions {
		name = strings.ReplaceAll(name, " ", "_")
		patterns = append(patterns, "^TestConformance$/^"+name+"$", "^TestConformance$/^paths$/^"+name+"$")
	}
	if err := skip.Value.Set(strings.Join(patterns, "|")); err != nil {
		panic(err)
	}
	m.Run()
}

// TestConformance runs Cayley's own suites of stores and paths. Their queries on
// a film database take ten seconds more and run with RUN_INTEGRATION=true.
func TestConformance(t *testing.T) {
	enterCayley(t)
	graphtest.TestAll(t, newRebuilt, nil)
}

// enterCayley moves the test to a folder of Cayley's module from which its
// suites find their data.
func enterCayley(t *testing.T) {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/cayleygraph/cayley").Output()
	dir := filepath.Join(strings.TrimSpace(string(out)), "graph", "graphtest")
	if _, statErr := os.Stat(dir); err != nil || statErr != nil {
		t.Skipf("no folder of Cayley's module, which holds the data of its suites: %v", err)
	}
	t.Chdir(dir)
}
