package eval

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestParseGold(t *testing.T) {
	g, err := parseGold("memo.json", []byte(`{
 "id": "memo", "kind": "not read", "event": null,
 "talks": [{"title": null, "line": 3, "mention": "he spoke", "speakers": [{"name": null, "handle": "hana"}]}],
 "projects": [{"name": "Envoy", "first_line": 4}, {"name": "NATS", "lines": [5, 6]}]
}`))
	if err != nil {
		t.Fatal(err)
	}
	if len(g.Talks) != 1 || g.Talks[0].Title != "" || g.Talks[0].Speakers[0].Handle != "hana" || len(g.Projects) != 2 {
		t.Errorf("read %+v", g)
	}
}

func TestParseGoldErrors(t *testing.T) {
	for _, tt := range []struct{ name, data, want string }{
		{"empty", "", `memo.json:1: unexpected end of JSON input`},
		{"syntax", "{\n \"id\": \"memo\",\n}", `memo.json:3: invalid character '}' looking for beginning of object key string`},
		{"type", "{\"id\": \"memo\",\n \"projects\": [{\"name\": \"Envoy\",\n  \"lines\": [\"3\"]}]}", `memo.json:3: projects.lines: unexpected string`},
		{"no object", "[]", `memo.json:1: gold: unexpected array`},
		{"two values", "{\"id\": \"memo\"}\n{}", `memo.json:2: invalid character '{' after top-level value`},
		{"no id", `{"talks": []}`, `memo.json: no "id"`},
		{"event", `{"id": "memo", "event": {"date": "2021-01-01"}}`, `memo.json: event: no name`},
		{"project without name", `{"id": "memo", "projects": [{"first_line": 1}]}`, `memo.json:1: projects: no name`},
		{"project without line", "{\"id\": \"memo\", \"notes\": [1, [2]], \"projects\": [\n {\"name\": \"NATS\", \"lines\": [1]},\n\n {\"name\": \"Envoy\"}]}", `memo.json:4: projects: Envoy: no line`},
		{"line 0", `{"id": "memo", "projects": [{"name": "Envoy", "lines": [3, 0]}]}`, `memo.json:1: projects: Envoy: no line`},
		{"talk", "{\"id\": \"memo\", \"talks\":\n[{\"title\": \"Storage\"}]}", `memo.json:2: talks: no line`},
		{"speaker", `{"id": "memo", "talks": [{"line": 1, "speakers": [{}]}]}`, `memo.json:1: talks: speaker without name and handle`},
		{"distractor", `{"id": "memo", "distractors": [{"surface": "・", "line": 1}]}`, `memo.json:1: distractors: no surface`},
		{"distractor's line", `{"id": "memo", "distractors": [{"surface": "helm"}]}`, `memo.json:1: distractors: helm: no line`},
		{"level", `{"id": "memo", "maturity": [{"project": "Envoy", "line": 1}]}`, `memo.json:1: maturity: no project or level`},
		{"level's line", `{"id": "memo", "maturity": [{"project": "Envoy", "level": "sandbox"}]}`, `memo.json:1: maturity: Envoy: no line`},
		{"relation", `{"id": "memo", "relations": [{"from": "Istio", "type": "uses", "line": 1}]}`, `memo.json:1: relations: no from, type or to`},
		{"two faults", "{\"id\": \"memo\", \"projects\": [{}],\n \"talks\": [{}]}", `memo.json:1: projects: no name`},
		{"relation's line", `{"id": "memo", "relations": [{"from": "Istio", "type": "uses", "to": "Envoy"}]}`, `memo.json:1: relations: Istio: no line`},
	} {
		if _, err := parseGold("memo.json", []byte(tt.data)); err == nil || err.Error() != tt.want {
			t.Errorf("%s:\n got %v\nwant %s", tt.name, err, tt.want)
		}
	}
}

func TestReadGold(t *testing.T) {
	dir := t.TempDir()
	write := func(name, data string) string {
		t.Helper()
		p := filepath.Join(dir, name)
		if err := os.WriteFile(p, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
		return p
	}
	if _, err := ReadGold(filepath.Join(dir, "nowhere")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing folder: %v", err)
	}
	if _, err := ReadGold(dir); !errors.Is(err, ErrNoGold) {
		t.Errorf("empty folder: %v", err)
	}
	write("b.json", `{"id": "b"}`)
	a := write("a.json", `{"id": "a"}`)
	write(".a.json", `not gold`)
	write("README.md", `not gold`)
	if all, err := ReadGold(dir); err != nil || len(all) != 2 || all[0].ID != "a" || all[1].ID != "b" {
		t.Errorf("read %v, error %v", all, err)
	}
	if all, err := ReadGold(a); err != nil || len(all) != 1 || all[0].ID != "a" {
		t.Errorf("read %v, error %v", all, err)
	}
	write("c.json", `{"id": "a"}`)
	if _, err := ReadGold(dir); err == nil || err.Error() != filepath.Join(dir, "c.json")+`: id "a" is that of `+a+" too" {
		t.Errorf("two of one id: %v", err)
	}
}

func FuzzParseGold(f *testing.F) {
	f.Add([]byte(`{"id": "memo", "projects": [{"name": "Envoy", "lines": [3]}, {"name": "NATS"}]}`))
	f.Add([]byte("{\"ID\": \"memo\", \"talks\": [ {},\n{}], \"Talks\": [{\"line\": -1}]}"))
	f.Add([]byte("{\"id\": 3"))
	f.Fuzz(func(t *testing.T, data []byte) {
		g, err := parseGold("memo.json", data)
		if err != nil {
			return
		}
		if _, err := Score([]*Gold{g}, nil, nil); err != nil {
			t.Error(err)
		}
	})
}
