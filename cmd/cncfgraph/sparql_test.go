package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/judge"
)

// output runs the command on the built-in graph and returns what it prints.
func output(t *testing.T, args ...string) []byte {
	t.Helper()
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	t.Setenv("CNCFGRAPH_DB", "")
	var out, said bytes.Buffer
	if code := run(args, stdio{in: strings.NewReader(""), out: &out, err: &said}); code != exitOK {
		t.Fatalf("cncfgraph %q: exit code %d\n%s", args, code, said.String())
	}
	return out.Bytes()
}

// ref is an entity as answers have it.
type ref struct{ ID, Kind string }

// iri returns the IRI of the entity.
func (r ref) iri() string { return vocab.Entity(vocab.Kind(r.Kind), r.ID).Value }

// idsOf returns the rows of the entities in the list of that name.
func idsOf(list string, kind vocab.Kind) func(*testing.T, []byte) [][]string {
	return func(t *testing.T, text []byte) [][]string {
		var answer map[string]json.RawMessage
		var refs []ref
		decode(t, text, &answer)
		decode(t, answer[list], &refs)
		var rows [][]string
		for _, r := range refs {
			rows = append(rows, []string{ref{r.ID, string(kind)}.iri()})
		}
		return rows
	}
}

// decode reads JSON.
func decode(t *testing.T, text []byte, into any) {
	t.Helper()
	if err := json.Unmarshal(text, into); err != nil {
		t.Fatal(err)
	}
}

// questions are asked of Oxigraph over the export, in testdata/sparql, and of the
// commands, whose answers rows turns into what Oxigraph should say.
var questions = []struct {
	query string
	args  []string
	rows  func(*testing.T, []byte) [][]string
}{
	{"talks-of-nats", []string{"get", "talks", "--project", "nats"}, idsOf("talks", vocab.KindTalk)},
	{"graduated", []string{"get", "projects", "--maturity", "graduated", "--as-of", "2020-12-31"}, idsOf("projects", vocab.KindProject)},
	{"beside-thanos", []string{"get", "talks", "--mentions", "thanos"}, func(t *testing.T, text []byte) [][]string {
		var answer struct {
			Talks []struct {
				ID                 string
				Projects, Mentions []ref
			}
		}
		decode(t, text, &answer)
		var rows [][]string
		for _, talk := range answer.Talks {
			for _, p := range slices.Concat(talk.Projects, talk.Mentions) {
				if p.ID != "thanos" {
					rows = append(rows, []string{ref{talk.ID, "talk"}.iri(), p.iri()})
				}
			}
		}
		return rows
	}},
	{"speakers-of-event", []string{"get", "speakers", "--event", "KubeCon + CloudNativeCon Europe 2026"}, idsOf("speakers", vocab.KindSpeaker)},
	{"service-mesh", []string{"get", "projects", "--category", "service mesh"}, idsOf("projects", vocab.KindProject)},
	{"events-in-tokyo", []string{"get", "events", "--place", "tokyo"}, idsOf("events", vocab.KindEvent)},
	{"istio-and-envoy", []string{"why", "istio", "envoy"}, func(t *testing.T, text []byte) [][]string {
		var answer struct {
			Statements []struct {
				Relation        string
				Subject, Object ref
				Via             *ref
				Evidence        vocab.Evidence
			}
		}
		decode(t, text, &answer)
		var rows [][]string
		for _, s := range answer.Statements {
			if r, ok := vocab.RelationNamed(s.Relation); ok && s.Via == nil {
				rows = append(rows, []string{s.Subject.iri(), r.Predicate, s.Object.iri(), s.Evidence.Label().Value})
			}
		}
		return rows
	}},
	{"speakers-of-nats", []string{"get", "speakers", "--project", "nats"}, func(t *testing.T, text []byte) [][]string {
		var answer struct {
			Speakers []struct {
				ID        string
				TalkCount int `json:"talk_count"`
			}
		}
		decode(t, text, &answer)
		var rows [][]string
		for _, s := range answer.Speakers {
			rows = append(rows, []string{ref{s.ID, "speaker"}.iri(), strconv.Itoa(s.TalkCount)})
		}
		return rows
	}},
}

// TestOxigraphAnswersAlike asks the same of an independent database of the export and
// of our commands.
func TestOxigraphAnswersAlike(t *testing.T) {
	var sparql []string
	for _, q := range questions {
		text, err := os.ReadFile(filepath.Join("testdata", "sparql", q.query+".rq"))
		if err != nil {
			t.Fatal(err)
		}
		sparql = append(sparql, string(text))
	}
	answers := judge.Query(t, output(t, "export"), sparql...)
	for i, q := range questions {
		want := distinctRows(q.rows(t, output(t, append(q.args, "-o", "json")...)))
		got := distinctRows(answers[i])
		if len(want) == 0 {
			t.Errorf("%s: cncfgraph answers nothing", q.query)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: Oxigraph has %d rows, cncfgraph %d\nonly Oxigraph: %.600q\nonly cncfgraph: %.600q", q.query, len(got), len(want), without(got, want), without(want, got))
		}
		t.Logf("%s: %d rows", q.query, len(want))
	}
}

// distinctRows returns the rows as sorted lines, each once.
func distinctRows(rows [][]string) []string {
	var lines []string
	for _, row := range rows {
		lines = append(lines, strings.Join(row, " "))
	}
	slices.Sort(lines)
	return slices.Compact(lines)
}

// without returns the lines of a that b lacks.
func without(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
}
