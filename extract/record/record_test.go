package record

import (
	"slices"
	"strings"
	"testing"
)

func TestRows(t *testing.T) {
	text := "a,b\n1,\"x\ny\"\n\"2,z\n3,\"\"\"q\"\"\"\r\n\n4\n5,6"
	table, ok := ReadTable(text)
	if !ok {
		t.Fatal("no table")
	}
	var f File
	var got []string
	b, _ := table.Column("nothing", "B")
	table.Rows(&f, func(r Row) { got = append(got, strings.ReplaceAll(r.Get(b), "\n", "/")) })
	if want := []string{"x/y", `"q"`, "6"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(f.Problems) != 2 || f.Problems[0].Line != 4 || f.Problems[1].Line != 7 || f.Rows != 5 {
		t.Errorf("%d rows, problems %v; want 5, on lines 4 and 7", f.Rows, f.Problems)
	}
}

func TestSeries(t *testing.T) {
	for name, want := range map[string]string{
		"KubeCon + CloudNativeCon Europe 2024":                     KubeCon,
		"KubeCon EU 2023":                                          KubeCon,
		"KubeCon + CloudNativeCon 2019 - Barcelona":                KubeCon,
		"KubeCon + CloudNativeCon + Open Source Summit China 2023": KubeCon,
		"PromCon EU 2025":                                          "PromCon",
		"ArgoCon Europe 2026":                                      "ArgoCon",
		"Harbour Meetup Kobe #2":                                   "Harbour Meetup Kobe",
		"Cloud Native Meetup":                                      "",
		"EU 2025":                                                  "",
	} {
		if got := Series(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestDate(t *testing.T) {
	for s, want := range map[string]string{"2018-11-28": "2018-11-28", "2018-11-28T10:00:00Z": "2018-11-28", "2018-11": "2018-11", "2018-02-30": "", "": "", "soon": ""} {
		got, err := Date(s)
		if (err == nil) != (want != "") || err == nil && got != want {
			t.Errorf("%q: %q, %v; want %q", s, got, err, want)
		}
	}
}

func TestCompany(t *testing.T) {
	for s, want := range map[string]string{
		"Fjord  Labs": "Fjord Labs", "N/A": "", "-": "", "Freelance": "", "independent": "", "Individual - No Account": "", "Co-Chairs": "",
		"Independent Bank": "Independent Bank",
	} {
		if got := Company(s); got != want {
			t.Errorf("Company(%q) = %q, want %q", s, got, want)
		}
	}
}
