package bench

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cncfgraph/cncfgraph/internal/workload"
)

// sizes are the graphs that figures are made of: S, and those that $CNCFGRAPH_BENCH
// names, as in "S,M,L".
func sizes() []size {
	all := []size{{"S", workload.S}, {"M", workload.M}, {"L", workload.L}}
	wanted := os.Getenv("CNCFGRAPH_BENCH")
	if wanted == "" {
		wanted = "S"
	}
	return slices.DeleteFunc(all, func(s size) bool { return !slices.Contains(strings.Split(wanted, ","), s.name) })
}

type size struct {
	name  string
	talks int
}

// input is a graph as N-Quads.
type input struct {
	*workload.Workload
	path  string
	quads int
}

var (
	inputs  = map[int]*input{}
	folder  string
	opening sync.Mutex
)

func TestMain(m *testing.M) {
	var err error
	if folder, err = os.MkdirTemp("", "cncfgraph-bench-*"); err != nil {
		panic(err)
	}
	code := m.Run()
	_ = os.RemoveAll(folder)
	os.Exit(code)
}

// graphOf returns the graph with so many talks, written once.
func graphOf(t testing.TB, talks int) *input {
	t.Helper()
	opening.Lock()
	defer opening.Unlock()
	if in, ok := inputs[talks]; ok {
		return in
	}
	w, err := workload.New(talks)
	if err != nil {
		t.Fatal(err)
	}
	in := &input{Workload: w, path: filepath.Join(folder, fmt.Sprintf("%d.nq", talks))}
	f, err := os.Create(in.path)
	if err != nil {
		t.Fatal(err)
	}
	out := bufio.NewWriterSize(f, 1<<20)
	if in.quads, err = w.Write(out); err != nil {
		t.Fatal(err)
	}
	if err := out.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	inputs[talks] = in
	return in
}

// stores are the ways to keep a graph, by name.
var stores = []struct {
	name string
	open func(file string) store
	most int // talks, beyond which it takes minutes or all memory
}{
	{"csr", func(string) store { return &csr{} }, workload.L},
	{"cncfgraph", func(file string) store { return &ours{file: file} }, workload.L},
	{"sqlite", func(file string) store { return &sqlite{file: file} }, workload.L},
	{"memstore", func(string) store { return &cayley{} }, workload.M},
}

// questions are asked about a popular, a middling and a rare project.
var ranks = []struct {
	name           string
	rank, category int
}{{"popular", 0, 0}, {"middling", 40, 3}, {"rare", 400, 8}}

// questions returns the questions about the project and the category of the ranks;
// the path leads to another middling project.
func questions(in *input, rank, ofCategory int) []func(store) int {
	p, other := in.Project(rank), in.Project(60)
	category := in.Category(ofCategory)
	return []func(store) int{
		func(s store) int { return s.talks(p) },
		func(s store) int { return len(s.related(p)) },
		func(s store) int { return len(s.path(p, other)) },
		func(s store) int { nodes, _ := s.ego(p); return len(nodes) },
		func(s store) int { return len(s.busy(category, "2020", 1)) },
	}
}

// TestSameAnswers checks that all stores give the same answers.
func TestSameAnswers(t *testing.T) {
	in := graphOf(t, 1_000)
	want := map[string]string{}
	for _, kind := range stores {
		s := kind.open(filepath.Join(t.TempDir(), "graph"))
		if err := s.load(in.path); err != nil {
			t.Fatal(kind.name, err)
		}
		for _, r := range ranks {
			for i, ask := range questions(in, r.rank, r.category) {
				question := fmt.Sprintf("Q%d %s", i+1, r.name)
				got := fmt.Sprint(ask(s))
				if i > 0 && got == "0" && i != 4 {
					t.Errorf("%s: %s: no answer", kind.name, question)
				}
				if was, ok := want[question]; ok && got != was {
					t.Errorf("%s: %s has %s results, the first store %s", kind.name, question, got, was)
				}
				want[question] = got
			}
		}
		names := func(list []string) string { slices.Sort(list); return strings.ReplaceAll(fmt.Sprint(list), `"`, "") }
		if kind.name != "csr" { // which has none
			path := s.path(in.Project(0), in.Project(60))
			for question, got := range map[string]string{
				"busy":         names(s.busy(in.Category(0), "2020", 1)),
				"ends of path": names([]string{path[0], path[len(path)-1]}),
				"best":         names(s.related(in.Project(0))[:1]),
			} {
				got = strings.ReplaceAll(got, "@en", "")
				if was, ok := want[question]; ok && got != was {
					t.Errorf("%s: %s is %s, of another store %s", kind.name, question, got, was)
				}
				want[question] = got
			}
		}
		if err := s.close(); err != nil {
			t.Error(err)
		}
	}
	t.Log(want)
}

// BenchmarkLoad loads N-Quads text on one core.
func BenchmarkLoad(b *testing.B) {
	for _, size := range sizes() {
		in := graphOf(b, size.talks)
		for _, kind := range stores {
			if size.talks > kind.most {
				continue
			}
			b.Run(size.name+"/"+kind.name, func(b *testing.B) {
				defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
				var bytes int64
				for i := 0; b.Loop(); i++ {
					s := kind.open(filepath.Join(b.TempDir(), fmt.Sprint(i)))
					if err := s.load(in.path); err != nil {
						b.Fatal(err)
					}
					bytes = s.size()
					if err := s.close(); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(in.quads)*float64(b.N)/b.Elapsed().Seconds(), "quads/s")
				b.ReportMetric(float64(bytes)/float64(in.quads), "B/quad")
			})
		}
	}
}

// BenchmarkBuildMemory builds a snapshot and reports the peak of the memory that
// takes, as the system counts it.
func BenchmarkBuildMemory(b *testing.B) {
	for _, size := range sizes() {
		in := graphOf(b, size.talks)
		for _, build := range []struct {
			name   string
			budget int64
		}{{"", 0}, {"/within-64MiB", 64 << 20}} {
			b.Run(size.name+build.name, func(b *testing.B) { buildMemory(b, in, build.budget) })
		}
	}
}

func buildMemory(b *testing.B, in *input, budget int64) {
	var most int64
	for i := 0; b.Loop(); i++ {
		debug.FreeOSMemory()
		before := resetPeak(b)
		if err := build(in.path, filepath.Join(b.TempDir(), fmt.Sprint(i)), budget); err != nil {
			b.Fatal(err)
		}
		most = max(most, peak(b)-before)
	}
	b.ReportMetric(float64(most)/float64(in.quads), "peak-B/quad")
	b.ReportMetric(float64(most)/(1<<20), "peak-MiB")
	b.ReportMetric(float64(in.quads)*float64(b.N)/b.Elapsed().Seconds(), "quads/s")
}

// resetPeak makes the system forget the greatest amount of memory so far, and
// returns the present one.
func resetPeak(b *testing.B) int64 {
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil {
		b.Skip("the peak of memory is counted on Linux alone")
	}
	return status(b, "VmRSS:")
}

func peak(b *testing.B) int64 { return status(b, "VmHWM:") }

// status returns the bytes of a line of /proc/self/status.
func status(b *testing.B, field string) int64 {
	text, err := os.ReadFile("/proc/self/status")
	if err != nil {
		b.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if rest, ok := strings.CutPrefix(line, field); ok {
			var kib int64
			if _, err := fmt.Sscan(rest, &kib); err != nil {
				b.Fatal(err)
			}
			return kib << 10
		}
	}
	b.Fatalf("no %s", field)
	return 0
}

// BenchmarkQuestions asks Q1 to Q5.
func BenchmarkQuestions(b *testing.B) {
	for _, size := range sizes() {
		in := graphOf(b, size.talks)
		for _, kind := range stores {
			if size.talks > kind.most {
				continue
			}
			b.Run(size.name+"/"+kind.name, func(b *testing.B) {
				s := kind.open(filepath.Join(b.TempDir(), "graph"))
				if err := s.load(in.path); err != nil {
					b.Fatal(err)
				}
				runtime.GC()
				for _, r := range ranks {
					for i, ask := range questions(in, r.rank, r.category) {
						b.Run(fmt.Sprintf("%s/Q%d", r.name, i+1), func(b *testing.B) {
							results := 0
							for b.Loop() {
								results = ask(s)
							}
							b.ReportMetric(float64(results), "results")
						})
					}
				}
				if err := s.close(); err != nil {
					b.Fatal(err)
				}
			})
		}
	}
}

// BenchmarkOpen opens the snapshot, its checksums checked, asks Q2 and closes it.
func BenchmarkOpen(b *testing.B) {
	for _, size := range sizes() {
		in := graphOf(b, size.talks)
		b.Run(size.name, func(b *testing.B) {
			o := &ours{file: filepath.Join(b.TempDir(), "graph")}
			if err := build(in.path, o.file, 0); err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if err := o.open(); err != nil {
					b.Fatal(err)
				}
				o.related(in.Project(0))
				if err := o.close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// goBuild builds the program in the folder, each in its own module.
func goBuild(to, from string) ([]byte, error) {
	c := exec.Command("go", "build", "-o", to, ".")
	c.Dir = from
	return c.CombinedOutput()
}

// BenchmarkProcess starts cncfgraph related istio and, in turns with it, a cobra
// program that does nothing.
func BenchmarkProcess(b *testing.B) {
	for program, path := range map[string]string{"cncfgraph": "../cmd/cncfgraph", "empty": "./empty"} {
		if out, err := goBuild(filepath.Join(folder, program), path); err != nil {
			b.Fatalf("%v: %s", err, out)
		}
	}
	times := map[string][]time.Duration{}
	for b.Loop() {
		for _, program := range []string{"empty", "cncfgraph"} {
			c := exec.Command(filepath.Join(folder, program), "related", "istio")
			c.Env = append(os.Environ(), "XDG_DATA_HOME="+filepath.Join(folder, "none"), "CNCFGRAPH_DB=")
			begun := time.Now()
			if err := c.Run(); err != nil {
				b.Fatal(err)
			}
			times[program] = append(times[program], time.Since(begun))
		}
	}
	median := func(program string) float64 {
		slices.Sort(times[program])
		return float64(times[program][len(times[program])/2])
	}
	b.ReportMetric(median("cncfgraph")/1e6, "ms")
	b.ReportMetric(median("empty")/1e6, "empty-ms")
	b.ReportMetric(median("cncfgraph")/median("empty"), "ratio")
}
