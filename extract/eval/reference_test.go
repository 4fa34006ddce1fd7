package eval_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/extract"
	"github.com/cncfgraph/cncfgraph/extract/eval"
)

var perturbations = flag.Int("perturbations", 5, "how many altered outputs to compare with the reference")

// TestReference compares the figures with those of the script that defines them,
// for what the extractor finds and for the same with random errors. It runs where
// the script and Python are.
func TestReference(t *testing.T) {
	shared := sharedFolder()
	if shared == "" {
		t.Skip("no shared folder with the reference; CNCFGRAPH_SHARED names it")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 to run the reference")
	}
	script := filepath.Join(shared, "eval", "score.py")
	for name, c := range map[string]corpus{
		"dev":   dev,
		"seeds": {gold: filepath.Join(shared, "eval", "gold"), docs: filepath.Join(shared, "seeds")},
	} {
		t.Run(name, func(t *testing.T) {
			gold, docs := c.read(t)
			output, err := json.Marshal(docs)
			if err != nil {
				t.Fatal(err)
			}
			for seed := range *perturbations + 1 {
				var altered []*extract.Document
				if err := json.Unmarshal(output, &altered); err != nil {
					t.Fatal(err)
				}
				if seed > 0 {
					p := perturber{rand.New(rand.NewPCG(uint64(seed), 0)), gold}
					altered = p.documents(altered)
				}
				want := reference(t, python, script, c, altered)
				if got := figures(c.scores(t, gold, altered)); !slices.Equal(got, want) {
					t.Errorf("seed %d:\n got %s\nwant %s", seed, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
				}
			}
		})
	}
}

// sharedFolder returns the folder that holds the reference, "" where there is none.
func sharedFolder() string {
	for _, dir := range []string{os.Getenv("CNCFGRAPH_SHARED"), filepath.Join("..", "..", "..", "shared")} {
		if _, err := os.Stat(filepath.Join(dir, "eval", "score.py")); dir != "" && err == nil {
			return dir
		}
	}
	return ""
}

// figures returns the scores in the lines of the reference.
func figures(s *eval.Scores) []string {
	var lines []string
	for name, m := range s.Measures() {
		lines = append(lines, fmt.Sprintf("%s P %.3f R %.3f F1 %.3f tp %d fp %d fn %d", name, m.Precision(), m.Recall(), m.F1(), m.TP, m.FP(), m.FN()))
	}
	return append(lines, fmt.Sprintf("distractors taken %d of %d", len(s.Distractors.Taken), s.Distractors.Of))
}

// reference returns the lines that the script prints for the documents.
func reference(t *testing.T, python, script string, c corpus, docs []*extract.Document) []string {
	t.Helper()
	data, err := json.Marshal(map[string]any{"documents": docs})
	if err != nil {
		t.Fatal(err)
	}
	output := filepath.Join(t.TempDir(), "output.json")
	if err := os.WriteFile(output, data, 0o644); err != nil {
		t.Fatal(err)
	}
	printed, err := exec.Command(python, script, c.gold, output, "--docs", c.docs).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, printed)
	}
	text := regexp.MustCompile(` +`).ReplaceAllString(strings.TrimSpace(string(printed)), " ")
	return strings.Split(text, "\n")
}
