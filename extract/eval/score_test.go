package eval_test

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/extract"
	"github.com/cncfgraph/cncfgraph/extract/eval"
)

// at returns a project with mentions of its name on the lines.
func at(name string, lines ...int) extract.Project {
	p := extract.Project{Name: name}
	for _, l := range lines {
		p.Mentions = append(p.Mentions, extract.Mention{Line: l, Text: name})
	}
	return p
}

func external(p extract.Project) extract.Project {
	p.External = true
	return p
}

// summary returns what was counted, a line for each measure that counted anything:
// "talks 1 -2 missed one; missed two +1 extra one".
func summary(s *eval.Scores) []string {
	list := func(findings []eval.Finding) string {
		var texts []string
		for _, f := range findings {
			texts = append(texts, fmt.Sprintf("%s:%d", f.Text, f.Line))
		}
		return fmt.Sprint(len(findings), " ", strings.Join(texts, "; "))
	}
	var lines []string
	for name, m := range s.Measures() {
		if m.TP+m.FP()+m.FN() > 0 {
			lines = append(lines, strings.Join(strings.Fields(fmt.Sprintf("%s %d -%s +%s", name, m.TP, list(m.Missed), list(m.Extra))), " "))
		}
	}
	if d := s.Distractors; d.Of > 0 {
		lines = append(lines, fmt.Sprintf("distractors %s of %d", list(d.Taken), d.Of))
	}
	return lines
}

func TestScore(t *testing.T) {
	mesh := eval.Talk{Title: "Mesh in practice", Line: 10, Speakers: []eval.Speaker{{Name: "Hana"}}, About: []string{"Istio"}}
	for _, tt := range []struct {
		name string
		gold eval.Gold
		doc  extract.Document
		want []string
	}{
		{
			"projects on their lines",
			eval.Gold{Projects: []eval.Project{{Name: "Envoy", Lines: []int{3, 5}}, {Name: "Istio", FirstLine: 7}}},
			extract.Document{Projects: []extract.Project{at("envoy", 5, 9), at("Istio", 8), at("Helm", 2)}},
			[]string{"projects 1 -1 Istio:7 +1 Helm:2", "mentions 1 -2 Envoy:3; Istio:7 +2 Envoy:9; Istio:8"},
		},
		{
			"other names, and free ones",
			eval.Gold{
				Projects: []eval.Project{
					{Name: "Argo", Accept: []string{"Argo CD"}, Lines: []int{3}},
					{Name: "Linux", Generic: true, Lines: []int{4}},
					{Name: "Vault", Optional: true, Lines: []int{5}, Surface: []string{"Vault Agent"}},
				},
				Neutral: []eval.Distractor{{Surface: "Keep", Line: 6}},
			},
			extract.Document{Projects: []extract.Project{at("Argo CD", 3), at("Linux", 4), at("Vault Agent", 5), at("Keep", 6)}},
			[]string{"projects 1 -0 +0", "mentions 1 -0 +0"},
		},
		{
			"external ones by any name, once",
			eval.Gold{Projects: []eval.Project{
				{Name: "Fluent Bit", External: true, Lines: []int{3}, Surface: []string{"fluent-bit"}},
				{Name: "Kustomize", External: true, Lines: []int{4}},
				{Name: "ksonnet", External: true, Lines: []int{5}},
				{Name: "Conduit", External: true, Optional: true, Lines: []int{6}},
			}},
			extract.Document{Projects: []extract.Project{
				external(at("FluentBit", 3)), external(at("Kustomize", 9)), external(at("Conduit", 6)), external(at("Nomad", 6)), at("ksonnet", 5),
			}},
			[]string{"external 1 -2 Kustomize:4; ksonnet:5 +1 Nomad:6"},
		},
		{
			"talks by title and line",
			eval.Gold{Talks: []eval.Talk{mesh, {Title: "Storage", AltTitles: []string{"A short talk on storage"}, Line: 20}, {Title: "Far", Line: 30}, {Title: "Welcome", Line: 40, Optional: true}}},
			extract.Document{Talks: []extract.Talk{
				{Title: "Mesh in Practice", Line: 12, Speakers: []extract.Speaker{{Name: "Hana"}}, Projects: []string{"Istio"}},
				{Title: "A short talk on storages", Line: 20},
				{Title: "Far", Line: 33},
			}},
			[]string{"talks 2 -1 Far:30 +1 Far:33", "about 1 -0 +0", "speakers 1 -0 +0"},
		},
		{
			"one talk, one title",
			eval.Gold{Talks: []eval.Talk{mesh}},
			extract.Document{Talks: []extract.Talk{{Title: "Mesh in practise", Line: 9}, {Title: "Mesh in practice", Line: 11, Projects: []string{"Envoy"}}}},
			[]string{"talks 1 -0 +1 Mesh in practise:9", "about 0 -1 Istio:10 +1 Envoy:11", "speakers 0 -1 Hana:10 +0"},
		},
		{
			"anything near a talk without title",
			eval.Gold{Talks: []eval.Talk{{Line: 10, SpeakerLine: 20}}},
			extract.Document{Talks: []extract.Talk{{Title: "Lightning talks", Line: 13}, {Line: 20}, {Title: "Break", Line: 24}}},
			[]string{"talks 0 -0 +1 Break:24"},
		},
		{
			"speakers of a talk, one for each",
			eval.Gold{Talks: []eval.Talk{{Title: "Storage", Line: 1, SpeakerLine: 2, Speakers: []eval.Speaker{{Name: "Hanako Yamada"}, {Name: "Taro Suzuki"}}}}},
			extract.Document{Talks: []extract.Talk{{Title: "Storage", Line: 1, Speakers: []extract.Speaker{{Name: "Yamada Hanako"}, {Handle: "hanako"}}}}},
			[]string{"talks 1 -0 +0", "speakers 1 -1 Taro Suzuki:2 +1 hanako:1"},
		},
		{
			"projects that a talk may be about",
			eval.Gold{Talks: []eval.Talk{{Title: "Storage", Line: 1, About: []string{"Rook", "Ceph"}, AboutOptional: []string{"Kubernetes"}, AboutExternal: []string{"MinIO"}}}},
			extract.Document{Talks: []extract.Talk{{Title: "Storage", Line: 1, Projects: []string{"Rook", "kubernetes", "MinIO", "Helm"}}}},
			[]string{"talks 1 -0 +0", "about 1 -1 Ceph:1 +1 Helm:1"},
		},
		{
			"slides given, and invented",
			eval.Gold{Talks: []eval.Talk{
				{Title: "One", Line: 1, Slides: "https://slides.example/one"},
				{Title: "Two", Line: 11, Slides: "https://slides.example/two", SlidesLine: 13},
				{Title: "Three", Line: 21},
				{Title: "Four", Line: 31},
				{Title: "Five", Line: 41},
			}},
			extract.Document{Talks: []extract.Talk{
				{Title: "One", Line: 1, Slides: "http://www.slides.example/one"},
				{Title: "Two", Line: 11, Slides: "https://slides.example/one"},
				{Title: "Three", Line: 21, Slides: "https://slides.example/u/embedded-3?x=1"},
				{Title: "Four", Line: 31, Slides: "http://slides.example/four"},
				{Title: "Five", Line: 41, Slides: "https://slides.example/invented"},
			}},
			[]string{"talks 5 -0 +0", "slides 1 -1 https://slides.example/two:13 +2 https://slides.example/one:11; https://slides.example/invented:41"},
		},
		{
			"event by another name, with its date",
			eval.Gold{Event: &eval.Event{Name: "Mesh Night Osaka #4", Date: "2021-03-05"}, EventAccept: []string{"MNO4"}},
			extract.Document{Events: []extract.Event{{Name: "KubeCon"}, {Name: "mno4", Date: "2021-03-05"}}},
			[]string{"event 1 -0 +0", "date 1 -0 +0"},
		},
		{
			"wrong date",
			eval.Gold{Event: &eval.Event{Name: "Mesh Night", Date: "2021-03-05"}},
			extract.Document{Events: []extract.Event{{Name: "Mesh Night", Date: "2021-03-06", Line: 2}}},
			[]string{"event 1 -0 +0", "date 0 -1 2021-03-05:0 +1 2021-03-06:2"},
		},
		{
			"invented date",
			eval.Gold{Event: &eval.Event{Name: "Mesh Night"}},
			extract.Document{Events: []extract.Event{{Name: "Mesh Night", Date: "2021-03-06", Line: 2}}},
			[]string{"event 1 -0 +0", "date 0 -0 +1 2021-03-06:2"},
		},
		{
			"inferred date",
			eval.Gold{Event: &eval.Event{Name: "Mesh Night", DateInferred: "2021-03-06"}},
			extract.Document{Events: []extract.Event{{Name: "Mesh Night", Date: "2021-03-06"}}},
			[]string{"event 1 -0 +0"},
		},
		{
			"no event asked for",
			eval.Gold{},
			extract.Document{Events: []extract.Event{{Name: "Mesh Night", Date: "2021-03-06"}}},
			nil,
		},
		{
			"levels near their lines",
			eval.Gold{Maturity: []eval.Maturity{
				{Project: "Envoy", Level: "graduated", Line: 3, AlsoLines: []int{30}},
				{Project: "NATS", Level: "incubating", Line: 10},
				{Project: "Helm", Level: "graduated", Line: 12, Hedged: true},
			}},
			extract.Document{Maturity: []extract.Maturity{
				{Project: "Envoy", Level: "graduated", Line: 40},
				{Project: "envoy", Level: "graduated", Line: 32},
				{Project: "NATS", Level: "sandbox", Line: 10},
				{Project: "Helm", Level: "graduated", Line: 12},
			}},
			[]string{"maturity 1 -1 NATS incubating:10 +1 NATS sandbox:10"},
		},
		{
			"hedged here, said there",
			eval.Gold{Maturity: []eval.Maturity{{Project: "Helm", Level: "graduated", Line: 2, Hedged: true}, {Project: "Helm", Level: "graduated", Line: 12}}},
			extract.Document{Maturity: []extract.Maturity{{Project: "Helm", Level: "graduated", Line: 7}}},
			[]string{"maturity 0 -1 Helm graduated:2 +1 Helm graduated:7"},
		},
		{
			"relations have a direction; some are not asked for",
			eval.Gold{Relations: []eval.Relation{
				{From: "Istio", Type: "uses", To: "Envoy", Line: 3},
				{From: "Rook", Type: "uses", To: "Ceph", Line: 4},
				{From: "Istio", Type: "integrates_with", To: "Jaeger", Line: 5},
			}},
			extract.Document{Relations: []extract.Relation{{From: "Istio", Type: "uses", To: "Envoy", Line: 1}, {From: "Ceph", Type: "uses", To: "Rook", Line: 4}}},
			[]string{"relations 1 -1 Rook uses Ceph:4 +1 Ceph uses Rook:4"},
		},
		{
			"distractors, whole or in part, on each line",
			eval.Gold{
				Projects:    []eval.Project{{Name: "Helm", Lines: []int{2}, Surface: []string{"Helm"}}},
				Distractors: []eval.Distractor{{Surface: "at the helm", Line: 2, AlsoLines: []int{5, 6}}, {Surface: "in kind", Line: 7}},
			},
			extract.Document{Projects: []extract.Project{at("Helm", 2, 5)}},
			[]string{"projects 1 -0 +0", "mentions 1 -0 +1 Helm:5", "distractors 1 at the helm:5 of 3"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.gold.ID, tt.doc.Source = "memo", "notes/memo.md"
			read := func(string) ([]byte, error) {
				return []byte("https://slides.exam\u2028ple/four <script data-id=embedded-3>"), nil
			}
			scores, err := eval.Score([]*eval.Gold{&tt.gold}, []*extract.Document{&tt.doc}, &eval.Options{ReadFile: read})
			if err != nil {
				t.Fatal(err)
			}
			if got := summary(scores); !slices.Equal(got, tt.want) {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestScorePairsDocumentsWithGold(t *testing.T) {
	gold := []*eval.Gold{
		{ID: "memo", Projects: []eval.Project{{Name: "Envoy", FirstLine: 1}}},
		{ID: "report.2019", Projects: []eval.Project{{Name: "Istio", FirstLine: 1}}, Distractors: []eval.Distractor{{Surface: "helm", Line: 1}}},
	}
	memo := &extract.Document{Source: "a/memo.md", Projects: []extract.Project{at("Envoy", 1)}}
	other := &extract.Document{Source: "a/other.md", Projects: []extract.Project{at("Helm", 1)}}
	scores, err := eval.Score(gold, []*extract.Document{other, memo}, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"projects 1 -1 Istio:1 +0", "mentions 1 -1 Istio:1 +0", "distractors 0  of 1"}
	if got := summary(scores); !slices.Equal(got, want) {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
	if !slices.Equal(scores.WithoutDocument, []string{"report.2019"}) || !slices.Equal(scores.WithoutGold, []string{"a/other.md"}) {
		t.Errorf("without document %q, without gold %q", scores.WithoutDocument, scores.WithoutGold)
	}
	twin := &extract.Document{Source: "b/memo.txt"}
	if _, err := eval.Score(gold, []*extract.Document{memo, twin}, nil); err == nil || !strings.Contains(err.Error(), "b/memo.txt") || !strings.Contains(err.Error(), "a/memo.md") {
		t.Errorf("error %v names not both documents", err)
	}
}

func TestScoreOfUnreadableDocument(t *testing.T) {
	gold := []*eval.Gold{{ID: "memo", Talks: []eval.Talk{{Title: "Storage", Line: 1}}}}
	docs := []*extract.Document{{Source: "memo.md", Talks: []extract.Talk{{Title: "Storage", Line: 1, Slides: "https://slides.example/x"}}}}
	read := func(string) ([]byte, error) { return nil, fs.ErrPermission }
	if _, err := eval.Score(gold, docs, &eval.Options{ReadFile: read}); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("error %v", err)
	}
	if scores, err := eval.Score(gold, docs, nil); err != nil || scores.Slides.FP() != 0 {
		t.Errorf("without ReadFile: %v, error %v", scores, err)
	}
}

func TestCalibration(t *testing.T) {
	gold := &eval.Gold{ID: "d", Projects: []eval.Project{{Name: "NATS", Lines: []int{3}}, {Name: "Helm", Lines: []int{4}, Optional: true}}}
	sure := extract.Project{Name: "NATS", Mentions: []extract.Mention{{Line: 3, Confidence: 0.99}, {Line: 7, Confidence: 0.99}, {Line: 3, Confidence: 0.9}}}
	free := extract.Project{Name: "Helm", Mentions: []extract.Mention{{Line: 9, Confidence: 0.8}}}
	wrong := extract.Project{Name: "Flux", Mentions: []extract.Mention{{Line: 3, Confidence: 0.74}}}
	s, err := eval.Score([]*eval.Gold{gold}, []*extract.Document{{Source: "d.md", Projects: []extract.Project{sure, free, wrong}}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := []eval.Bin{{0.7, 1, 0}, {0.75, 0, 0}, {0.85, 0, 0}, {0.9, 1, 1}, {0.95, 0, 0}, {0.98, 2, 1}}
	if !slices.Equal(s.Calibration, want) {
		t.Errorf("got %v, want %v", s.Calibration, want)
	}
}
