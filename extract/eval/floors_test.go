package eval_test

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/cncfgraph/cncfgraph/internal/golden"
)

// floor is the least that a measure may come to.
type floor struct {
	P float64 `json:"p"`
	R float64 `json:"r"`
	F float64 `json:"f"`
}

// floors are the floors of the measures by name, and the most distractors that may
// be taken.
type floors struct {
	Measures map[string]floor `json:"measures"`
	Taken    int              `json:"distractors_taken"`
}

// slack is how far a floor stays below the figure it is raised to: a change may
// trade an error for another, but not lose.
const slack = 0.02

// TestDevGold and TestSeedGold fail where the extractor is less accurate on their
// documents than testdata/floors.json and testdata/floors-seeds.json ask for, so
// that no change loses accuracy in silence.
//
// Once the figures have risen, raise the floors with
//
//	go test ./extract/eval -run Gold -update
//
// which sets each to slack below its figure, the distractors to one more than are
// taken, and lowers none. A floor is lowered by hand only, in a commit that says
// what was gained for it.
func TestDevGold(t *testing.T) {
	dev.reaches(t, filepath.Join("testdata", "floors.json"))
}

// TestSeedGold needs the project's shared folder.
func TestSeedGold(t *testing.T) {
	shared := sharedFolder()
	if shared == "" {
		t.Skip("no shared folder with the seeds; CNCFGRAPH_SHARED names it")
	}
	seeds := corpus{gold: filepath.Join(shared, "eval", "gold"), docs: filepath.Join(shared, "seeds")}
	seeds.reaches(t, filepath.Join("testdata", "floors-seeds.json"))
}

// reaches fails where the scores of the corpus are below the floors in the file at
// path.
func (c corpus) reaches(t *testing.T, path string) {
	t.Helper()
	gold, docs := c.read(t)
	scores := c.scores(t, gold, docs)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var f floors
	if err := json.Unmarshal(data, &f); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	if golden.Update() {
		for name, m := range scores.Measures() {
			at := f.Measures[name]
			f.Measures[name] = floor{raised(at.P, m.Precision()), raised(at.R, m.Recall()), raised(at.F, m.F1())}
		}
		f.Taken = min(f.Taken, len(scores.Distractors.Taken)+1)
		data, err := json.MarshalIndent(f, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, append(data, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, m := range scores.Measures() {
		at, ok := f.Measures[name]
		if !ok {
			t.Errorf("%s: no floor for %s", path, name)
		}
		if p, r, f1 := m.Precision(), m.Recall(), m.F1(); p < at.P || r < at.R || f1 < at.F {
			t.Errorf("%s: P %.3f R %.3f F1 %.3f, floors %.3f %.3f %.3f\nmissed %v\nextra %v", name, p, r, f1, at.P, at.R, at.F, m.Missed, m.Extra)
		}
	}
	if taken := scores.Distractors.Taken; len(taken) > f.Taken {
		t.Errorf("%d distractors taken, at most %d may be: %v", len(taken), f.Taken, taken)
	}
}

// raised returns the floor below figure, at least at.
func raised(at, figure float64) float64 {
	return max(at, math.Floor(100*(figure-slack))/100)
}
