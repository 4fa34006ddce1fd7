package link

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
)

func TestNewRefusesIDs(t *testing.T) {
	words, err := ReadWords("w.yaml", nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, entries := range [][]Entry{
		{{ID: "a", Name: "A1"}, {ID: "a", Name: "A2"}},
		{{Name: "no id"}},
	} {
		if _, err := New(entries, words); err == nil {
			t.Errorf("New(%v): no error", entries)
		}
	}
}

// TestWithoutWords checks that a linker without language data still links names.
func TestWithoutWords(t *testing.T) {
	words, err := ReadWords("w.yaml", nil)
	if err != nil {
		t.Fatal(err)
	}
	l, err := New([]Entry{{ID: "open-policy-agent", Name: "Open Policy Agent (OPA)"}, {ID: "kubedb", Name: "KubeDB by AppsCode"}, {ID: "kafka", Name: "Apache Kafka"}}, words)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, m := range l.Link([]Segment{{Text: "The open-policy-agent (OPA) reads Kafka, not KubeDB."}}) {
		ids = append(ids, m.ID)
	}
	if want := []string{"open-policy-agent", "kafka", "kubedb"}; !slices.Equal(ids, want) {
		t.Errorf("linked %v, want %v", ids, want)
	}
}

// TestSharedName checks that a name of two projects links to neither, and to the
// one that the document names otherwise.
func TestSharedName(t *testing.T) {
	words, err := ReadWords("w.yaml", nil)
	if err != nil {
		t.Fatal(err)
	}
	l, err := New([]Entry{{ID: "a", Name: "Alpha Mesh (QQM4)"}, {ID: "b", Name: "Beta Mesh (QQM4)"}}, words)
	if err != nil {
		t.Fatal(err)
	}
	alone := l.Link([]Segment{{Text: "We run QQM4."}})
	if len(alone) != 1 || alone[0].ID != "" || len(alone[0].Candidates) != 2 {
		t.Errorf("a shared name: %+v, want two candidates and no link", alone)
	}
	named := l.Link([]Segment{{Text: "We run QQM4."}, {Text: "Beta Mesh is fine."}})
	if len(named) != 2 || named[0].ID != "b" || named[0].Candidates[1].ID != "a" {
		t.Errorf("a shared name beside its long form: %+v, want b before a", named)
	}
}

// TestReasons checks that a decision says what it rests on.
func TestReasons(t *testing.T) {
	l := testLinker(t)
	for _, tt := range []struct{ text, want string }{
		{"Istio is here.", "exact name"},
		{"k8s is short.", "other name"},
		{"Istio1.9 is old.", "exact name, a version behind it"},
		{"Kuberentes is long.", "one letter off 'Kubernetes'"},
		{"A helm chart.", "ambiguous word: 'chart' beside it"},
		{"With her at the helm.", "ambiguous word: in the phrase 'at the ~'"},
		{"He works at Datadog.", "ambiguous word: a company after 'works at'"},
		{"Helm, Istio and others.", "ambiguous word: in a list with 'Istio'"},
	} {
		m := l.Explain([]Segment{{Text: tt.text}})
		if len(m) == 0 || m[0].Reason != tt.want {
			t.Errorf("%q: %+v, want the reason %q", tt.text, m, tt.want)
		}
	}
}

// TestTopic checks that what a document is about decides, and only for a word that
// may be a name where it stands.
func TestTopic(t *testing.T) {
	l := testLinker(t)
	doc := []Segment{{Text: "Volcano is loud."}, {Text: "The Volcano scheduler packs batch jobs.", Section: 1}}
	if m := l.Link(doc[:1]); len(m) != 0 && m[0].ID != "" {
		t.Errorf("alone: %+v", m)
	}
	if m := l.Link(doc); len(m) != 2 || m[0].ID != "volcano" {
		t.Errorf("in a document about it: %+v", m)
	}
	doc[0].Text = "We stood on the rim of a volcano."
	if m := l.Link(doc); len(m) != 1 {
		t.Errorf("the word in a document about the project: %+v", m)
	}
}

func TestConcurrentUse(t *testing.T) {
	l := testLinker(t)
	var doc []Segment
	for i, line := range strings.Split(prose["english"]+prose["japanese"], "\n") {
		doc = append(doc, Segment{Text: line, Section: i})
	}
	want := l.Link(doc)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 20 {
				if got := l.Link(doc); !reflect.DeepEqual(got, want) {
					t.Error("another answer in parallel")
				}
			}
		})
	}
	wg.Wait()
}

// checkMentions fails where mentions are not in order, disjoint, in bounds and on
// the borders of characters.
func checkMentions(t *testing.T, segments []Segment, mentions []Mention) {
	t.Helper()
	last := Mention{Segment: -1}
	var valid []bool
	for _, s := range segments {
		valid = append(valid, utf8.ValidString(s.Text))
	}
	for _, m := range mentions {
		text := segments[m.Segment].Text
		switch {
		case m.Segment < last.Segment, m.Segment == last.Segment && m.Start < last.End:
			t.Fatalf("%+v stands behind %+v", m, last)
		case m.Start < 0, m.End > len(text), m.Start >= m.End:
			t.Fatalf("%+v is out of bounds", m)
		case valid[m.Segment] && (!utf8.RuneStart(text[m.Start]) || m.End < len(text) && !utf8.RuneStart(text[m.End])):
			t.Fatalf("%+v parts a character", m)
		case len(m.Candidates) == 0, m.ID != "" && m.ID != m.Candidates[0].ID, m.Reason == "":
			t.Fatalf("%+v is not whole", m)
		}
		last = m
	}
}

func FuzzLink(f *testing.F) {
	l := testLinker(f)
	lines, _ := readLines(f, "sentences.txt")
	for _, line := range lines {
		segments, _ := parse(line)
		for _, s := range segments {
			f.Add(s.Text, int(s.Kind))
		}
	}
	f.Add("①Ｏｐｅｎ Ｐｏｌｉｃｙ　Ａｇｅｎｔ\u3099\xff", 1)
	f.Fuzz(func(t *testing.T, text string, kind int) {
		segments := []Segment{{Text: text, Kind: Kind(kind)}, {Text: "Helm charts and Argo CD"}}
		checkMentions(t, segments, l.Explain(segments))
	})
}

// hostile are texts that would take long if work grew faster than the text.
var hostile = []string{"helm ", "Datadog, ", "a - b ", "(Helm", "Kubernetez", "open policy ", "・", "ク", "ｸﾞ", "の helm", "Datadogが", "[", "-", "Flux: ", "x/", "a.b", "é", "Ann Lee - "}

func TestHostileInput(t *testing.T) {
	l := testLinker(t)
	for _, unit := range hostile {
		text := strings.Repeat(unit, 1<<18/len(unit))
		checkMentions(t, []Segment{{Text: text}}, l.Link([]Segment{{Text: text}}))
	}
}

// BenchmarkHostile shows for each text the time of a megabyte; that of a quarter
// is beside it, so that growth out of proportion is seen within one run.
func BenchmarkHostile(b *testing.B) {
	l := testLinker(b)
	for _, unit := range hostile {
		for _, size := range []int{1 << 18, 1 << 20} {
			text := strings.Repeat(unit, size/len(unit))
			b.Run(fmt.Sprintf("%q/%dKiB", unit, size>>10), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					l.Link([]Segment{{Text: text}})
				}
			})
		}
	}
}
