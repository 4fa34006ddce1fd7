package link

import (
	"slices"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

func TestEntries(t *testing.T) {
	project := func(id string) rdf.Term { return vocab.Entity(vocab.KindProject, id) }
	var quads []rdf.Quad
	add := func(s rdf.Term, p string, o rdf.Term) {
		quads = append(quads, rdf.Quad{Subject: s, Predicate: rdf.NewIRI(p), Object: o, Label: rdf.NewIRI("https://example.com/names.yaml#L1")})
	}
	for id, name := range map[string]string{"argo": "Argo", "argo-rollouts-ui": "Argo Rollouts UI"} {
		add(project(id), vocab.Type, rdf.NewIRI(vocab.Project))
		add(project(id), vocab.ProjectName, rdf.NewString(name))
	}
	add(project("argo"), vocab.Subject, vocab.Entity(vocab.KindCategory, "delivery"))
	add(project("argo"), vocab.AltLabel, rdf.NewString("Argo Workflows"))
	add(project("argo"), vocab.AltLabel, rdf.NewString("Argo CD"))
	add(project("argo"), vocab.HiddenLabel, rdf.NewString("Agro CD"))
	add(project("argo-rollouts-ui"), vocab.PartOf.Predicate, project("argo"))
	g, err := graph.New(quads)
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	want := []Entry{
		{ID: "argo-rollouts-ui", Name: "Argo Rollouts UI", External: true, Parent: "argo"},
		{ID: "argo", Name: "Argo", Names: []string{"Argo CD", "Argo Workflows"}, Misspellings: []string{"Agro CD"}},
	}
	got := Entries(g)
	if !slices.EqualFunc(got, want, func(a, b Entry) bool {
		return a.ID == b.ID && a.Name == b.Name && a.External == b.External && a.Parent == b.Parent &&
			slices.Equal(a.Names, b.Names) && slices.Equal(a.Misspellings, b.Misspellings)
	}) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// TestDefaultCatalogue checks that the default graph and words make a linker in
// which the best known names are what they are.
func TestDefaultCatalogue(t *testing.T) {
	l, err := New(catalogue(t), readWords(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ text, want string }{
		{"Kubernetes", "kubernetes"},
		{"k8s", "kubernetes"},
		{"EKS", "amazon-elastic-container-service-for-kubernetes"},
		{"Argo CD", "argo"},
		{"OPA", "open-policy-agent"},
		{"Cortex and Thanos", "cortex"},
		{"쿠버네티스를 배우다", "kubernetes"},
		{"プロメテウスで監視", "prometheus"},
	} {
		if m := l.Link([]Segment{{Text: tt.text}}); len(m) == 0 || m[0].ID != tt.want {
			t.Errorf("%q: %+v, want %s", tt.text, m, tt.want)
		}
	}
}
