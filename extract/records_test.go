package extract_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/extract"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

// statements returns the quads of a document as N-Quads, with its key left out of
// the labels.
func statements(t *testing.T, quads []rdf.Quad) string {
	t.Helper()
	var out bytes.Buffer
	if err := rdf.Write(&out, quads); err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(out.String(), "https://example.org/f", "f")
}

func extracted(t *testing.T, text string) *extract.Document {
	t.Helper()
	x, err := extractor()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := x.Extract("https://example.org/f", "f", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestRecordStatements checks what rows become, and that each statement has the
// row's own line as its evidence.
func TestRecordStatements(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"talk", "title,event,date,city,url,video\n\"Envoy in the cold - Ada Nord, Fjord Labs\",MeshConf 2031,2031-04-05,Oslo,https://x.example/s/1,https://youtu.be/a\n", []string{
			`/about> <https://w3id.org/cncfgraph/project/envoy> <f#L2>`,
			`<http://schema.org/name> "Envoy in the cold"@en <f#L2>`,
			`<http://schema.org/url> <https://x.example/s/1> <f#L2>`,
			`<http://schema.org/recordedIn> <https://youtu.be/a> <f#L2>`,
			`<http://schema.org/affiliation> <https://w3id.org/cncfgraph/organization/fjord-labs> <f#L2>`,
			`event/meshconf-2031> <http://schema.org/location> "Oslo" <f#L2>`,
		}},
		{"maturity", "name,to,date\nEnvoy,graduated,2018-11-28\n", []string{
			`project/envoy> <https://w3id.org/cncfgraph/graduated> "2018-11-28"^^<http://www.w3.org/2001/XMLSchema#date> <f#L2>`,
			`<f> <https://w3id.org/cncfgraph/historyRank> "3"^^<http://www.w3.org/2001/XMLSchema#integer> <f>`,
		}},
		{"relation", "from,relation,to\nIstio,depends_on,Envoy\n", []string{
			`project/istio> <https://w3id.org/cncfgraph/uses> <https://w3id.org/cncfgraph/project/envoy> <f#L2>`,
		}},
		{"maintainer", "project,maintainer,github\nEnvoy,Ada Nord,ada\n", []string{
			`project/envoy> <http://usefulinc.com/ns/doap#maintainer> <https://w3id.org/cncfgraph/speaker/ada-nord-`,
			`<http://schema.org/sameAs> <https://github.com/ada> <f#L2>`,
		}},
		{"landscape", "landscape:\n- category:\n  name: C\n  subcategories:\n  - subcategory:\n    name: S\n    items:\n    - item:\n      name: Keelhaul\n      project: sandbox\n      extra:\n        accepted: '2020-01-02'\n", []string{
			`project/keelhaul> <https://w3id.org/cncfgraph/sandbox> "2020-01-02"^^<http://www.w3.org/2001/XMLSchema#date> <f#L12>`,
			`project/keelhaul> <http://purl.org/dc/terms/subject> <https://w3id.org/cncfgraph/category/c--s> <f#L8-L12>`,
			`<f> <https://w3id.org/cncfgraph/historyRank> "2"`,
		}},
		{"quads", "# facts\n<urn:a> <urn:b> \"c\" <urn:elsewhere#L7> .\nbroken\n<urn:a> <urn:b> <urn:d> .\n", []string{
			`<urn:a> <urn:b> "c" <f#L2> .`,
			`<urn:a> <urn:b> <urn:d> <f#L4> .`,
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := statements(t, extracted(t, test.text).Quads())
			for _, want := range test.want {
				if !strings.Contains(got, want) {
					t.Errorf("no %s in\n%s", want, got)
				}
			}
		})
	}
}

// TestTrusted checks that only statements that are told to be trusted keep their
// labels.
func TestTrusted(t *testing.T) {
	doc := extracted(t, "<urn:a> <urn:b> \"c\" <urn:elsewhere#L7> .\nbroken\n<urn:a> <urn:b> <urn:d> .\n")
	got := statements(t, doc.Trusted())
	if want := "<urn:a> <urn:b> \"c\" <urn:elsewhere#L7> .\n<urn:a> <urn:b> <urn:d> <f#L3> .\n"; got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	if p := doc.Records.Problems; len(p) != 1 || p[0].Line != 2 {
		t.Errorf("problems %v, want one on line 2", p)
	}
	if extracted(t, "title,event,video\nA - Ada Nord,X,\n").Trusted() != nil {
		t.Error("a schedule has statements to trust")
	}
}

// TestBrokenRows checks that rows whose bytes are no text are told, and the others
// kept; prose of such bytes is no document.
func TestBrokenRows(t *testing.T) {
	doc := extracted(t, "title,event,video\nA - Ada Nord,X,\nB\xff - Bo Sund,X,\nC - Cy Vik,X,\n")
	if len(doc.Talks) != 2 || len(doc.Records.Problems) != 1 || doc.Records.Problems[0].Line != 3 {
		t.Errorf("talks %v, problems %v; want two talks and a problem on line 3", doc.Talks, doc.Records.Problems)
	}
	x, err := extractor()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := x.Extract("https://example.org/f", "f", []byte("Istio\xff is a mesh")); err == nil {
		t.Error("prose that is no UTF-8 is read")
	}
}

// TestProseStaysProse checks that documents beside data are no data.
func TestProseStaysProse(t *testing.T) {
	for name, text := range map[string]string{
		"a README with a table": "# Data\n\n| file | title |\n|---|---|\n| a.csv | talks |\n| b.csv | more |\n\nThese files list talks of Envoy.\n\nThey come from three places.\n",
		"front matter":          "---\ntitle: Meetup\ndate: 2031-04-05\n---\n\nprojects: Envoy and NATS\n",
		"a sentence":            "title, speaker and date are what a talk needs. Envoy has them.\n",
		"a list":                "- name: of a thing\n- and another, Envoy\n",
		"a table of tasks":      "name,status,date\nPort Envoy,done,2031-04-05\nTest NATS,open,2031-04-06\n",
		"a table of mails":      "from,type,to\nAda,reply,Bo\n",
		"a table of pages":      "title,category,url,description\nEnvoy,proxy,https://x.example,A proxy\n",
		"brackets":              "[Envoy] is a \"name\" and no \"startDate\"\n",
	} {
		if doc := extracted(t, text); doc.Records != nil {
			t.Errorf("%s is taken for %s", name, doc.Records.Format)
		}
	}
}
