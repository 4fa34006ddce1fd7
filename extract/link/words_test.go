package link

import (
	"os"
	"reflect"
	"strings"
	"testing"
)

func TestReadWordsErrors(t *testing.T) {
	for _, tt := range []struct{ yaml, want string }{
		{"ambigous: []", `w.yaml:1: unknown key "ambigous"; want ambiguous, companies, distinct, other_names, forbidden, aliases, often_misspelled, grammar, joins, english`},
		{"ambiguous:\n  - names: [Helm]\n    priors: rare", `w.yaml:3: unknown key "priors"; want names, beside, against, not, prior, verb, proper, company`},
		{"companies:\n  - prior: rare", `w.yaml:2: unknown key "prior"; want names, beside, against, not, software`},
		{"\naliases:\n  - name: [X]", `w.yaml:3: unknown key "name"; want project, names, misspellings`},
		{"grammar:\n  verbs: [a]", `w.yaml:2: unknown key "verbs"; want technical, technical_before, used, `},
		{"joins:\n  edition: [a]", `w.yaml:2: unknown key "edition"; want editions, vendors, `},
		{"\ngrammar:\n  technical: {a: b}", "w.yaml:3: keys where a list is wanted"},
		{"forbidden: Envoy", `w.yaml:1: "Envoy" where a list is wanted`},
		{"forbidden: [[Envoy]]", `w.yaml:1: a list where text is wanted`},
		{"aliases: [Envoy]", `w.yaml:1: "Envoy" where one of the keys project, names, misspellings is wanted`},
		{"[a]", `w.yaml:1: a list where one of the keys ambiguous, `},
		{"ambiguous:\n  - names: [Helm]\n    verb: often", `w.yaml:3: "often" where true or false is wanted`},
		{"ambiguous:\n  - names: [Helm]\n    prior: often", `w.yaml:3: prior "often": want sure, likely, even, unlikely or rare`},
		{"ambiguous:\n  - names: [Helm]\n    prior: rare\n    not: [at the helm]", `w.yaml:4: phrase "at the helm": want "~"`},
		{"companies:\n  - names: [Acme]\n    software: never", `w.yaml:3: software "never": want usual or rare`},
		{"distinct: [Helm,\n  helm]", `w.yaml:2: name "helm" stands twice`},
		{"distinct: ['-']", `w.yaml:1: name "-" has no letter`},
		{"aliases:\n  - names: [X]", "w.yaml:2: an alias without a project"},
		{"distinct: [", "w.yaml:1: did not find"},
	} {
		_, err := ReadWords("w.yaml", []byte(tt.yaml))
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%q: error %v, want %q", tt.yaml, err, tt.want)
		}
	}
}

// TestWith checks that a user's file corrects the project's.
func TestWith(t *testing.T) {
	read := func(name, yaml string) *Words {
		t.Helper()
		w, err := ReadWords(name, []byte(yaml))
		if err != nil {
			t.Fatal(err)
		}
		return w
	}
	base := read("base.yaml", "ambiguous:\n  - names: [Harbor]\n    prior: rare\nenglish: [harbor]")
	mine := read("mine.yaml", "distinct: [Harbor]\nforbidden: [Envoy]\naliases:\n  - project: Istio\n    names: [Istioさま, Sail]\n    misspellings: [Isti]")
	entries := []Entry{{ID: "harbor", Name: "Harbor"}, {ID: "envoy", Name: "Envoy"}, {ID: "istio", Name: "Istio"}}
	doc := []Segment{{Text: "Harbor, Envoy, Sail, Isti"}}
	linked := func(w *Words) string {
		t.Helper()
		l, err := New(entries, w)
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, m := range l.Link(doc) {
			ids = append(ids, m.ID)
		}
		return strings.Join(ids, " ")
	}
	if got, want := linked(base), "envoy"; got != want {
		t.Errorf("base alone links %q, want %q", got, want)
	}
	if got, want := linked(base.With(mine)), "harbor istio istio"; got != want {
		t.Errorf("with mine: %q, want %q", got, want)
	}
	if got, want := linked(base), "envoy"; got != want {
		t.Errorf("With changed its receiver: %q, want %q", got, want)
	}
	lost := read("mine.yaml", "\naliases:\n  - {project: Itsio, names: [X]}")
	if _, err := New(entries, base.With(lost)); err == nil || err.Error() != `mine.yaml:3: no project "Itsio"` {
		t.Errorf("an alias of no project: error %v", err)
	}
}

func FuzzReadWords(f *testing.F) {
	data, err := os.ReadFile(wordsPath)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte("ambiguous:\n  - names: [Helm]\n    prior: likely\n    beside: ['']\n    not: [' ~ ']"))
	f.Fuzz(func(t *testing.T, data []byte) {
		w, err := ReadWords("w.yaml", data)
		if err != nil {
			return
		}
		if l, err := New([]Entry{{ID: "helm", Name: "Helm"}}, w); err == nil {
			l.Link([]Segment{{Text: "a helm chart in Helm, by Ann Lee (Helm)"}})
		}
	})
}

// TestCompactWords checks that the compact form of a words file holds what the file does,
// but for the lines.
func TestCompactWords(t *testing.T) {
	text := []byte("ambiguous:\n  - names: [Harbor, Flux]\n    prior: rare\n    verb: true\n    beside: [registry image, b]\n    not: [~ master]\n" +
		"companies:\n  - names: [Acme]\n    software: usual\ndistinct: [Argo CD]\nother_names: [Envoy Air]\noften_misspelled: [Thanos]\n" +
		"grammar:\n  staff: [CTO]\n  staff_near: [at]\n  used: [uses, using]\njoins:\n  katakana: [入門]\nenglish: [harbor, 'flux kind']")
	want, err := ReadWords("w.yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	compact, err := CompactWords("w.yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	got, err := readCompact("w.json", compact)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("other words of %s", compact)
	}
	if _, err := CompactWords("w.yaml", []byte("distinct: ['-']")); err == nil || !strings.HasPrefix(err.Error(), "w.yaml:1: ") {
		t.Errorf("error %v", err)
	}
}
