package registry

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/extract/record"
)

func told(f *record.File) string {
	var out strings.Builder
	for _, p := range f.Projects {
		fmt.Fprintf(&out, "%d project %s %s %v\n", p.Line, p.Name, p.Homepage, p.Repositories)
	}
	for _, m := range f.Milestones {
		fmt.Fprintf(&out, "%d %s %s %s\n", m.Line, m.Project, m.Level, m.Date)
	}
	for _, r := range f.Relations {
		fmt.Fprintf(&out, "%d %s %s %s\n", r.Line, r.From, r.Kind.Name, r.To)
	}
	for _, m := range f.Maintainers {
		fmt.Fprintf(&out, "%d %s: %s, %s, %s %s\n", m.Line, m.Project, m.Name, m.Organization, m.Platform, m.Handle)
	}
	for _, p := range f.Problems {
		fmt.Fprintf(&out, "%d: %v\n", p.Line, p.Err)
	}
	return out.String()
}

func TestFormats(t *testing.T) {
	tests := []struct{ name, format, text, want string }{
		{"devstats", "devstats", `---
projects:
  keelhaul:
    name: Keelhaul
    status: Graduated
    join_date: 2020-01-02T00:00:00Z
    graduated_date: 2022-03-04T00:00:00Z
    main_repo: keelhaul/keel
  skiff:
    name: Skiff
    status: Sandbox
    join_date: 2021-01-02T00:00:00Z
  all:
    name: All
    status: "-"
    join_date: 2021-01-02T00:00:00Z
  bad:
    name: Bad
    status: Sandbox
    join_date: 2021-02-30T00:00:00Z
  cut:
    name: [Cut
`, `4 project Keelhaul  [{https://github.com/keelhaul/keel 8}]
10 project Skiff  []
6 Keelhaul accepted 2020-01-02
7 Keelhaul graduated 2022-03-04
12 Skiff accepted 2021-01-02
12 Skiff sandbox 2021-01-02
20: "2021-02-30" is no date (YYYY, YYYY-MM or YYYY-MM-DD)
21: YAML: did not find expected ',' or ']'
`},
		{"clomonitor", "clomonitor", `- name: keelhaul
  display_name: Keelhaul
  accepted_at: "2020-01-02"
  maturity: graduated
  home_url: https://keelhaul.example
  repositories:
    - name: keel
      url: https://github.com/keelhaul/keel
- name: bad
  accepted_at: "2020-02-30"
  maturity: sandbox
- maturity: sandbox
`, `2 project Keelhaul https://keelhaul.example [{https://github.com/keelhaul/keel 8}]
3 Keelhaul accepted 2020-01-02
4 Keelhaul graduated 
10: "2020-02-30" is no date (YYYY, YYYY-MM or YYYY-MM-DD)
12: no name of a project
`},
		{
			"changes", "maturity-csv", "commit_time,commit,name,from,to\n2020-01-02T03:04:05Z,abc,Keelhaul,,sandbox\n2021-01-02,abc,Keelhaul,sandbox,incubating\n2022-01-02,abc,Keelhaul,incubating,\n2022-02-30,abc,Keelhaul,,archived\n2022-01-02,abc,Skiff,,senior\n2022-01-02,abc\n",
			"2 Keelhaul sandbox 2020-01-02\n3 Keelhaul incubating 2021-01-02\n4 Keelhaul  2022-01-02\n5: \"2022-02-30\" is no date (YYYY, YYYY-MM or YYYY-MM-DD)\n6: unknown level \"senior\"\n7: 2 fields under 5 columns\n",
		},
		{
			"relations", "relations-csv", "from,relation,to,source\nKeelhaul,depends_on,Skiff,x\nDinghy,renamed_to,Skiff,x\nKeelhaul,part_of,Fleet,x\nKeelhaul,loves,Skiff,x\n,uses,Skiff,x\n",
			"2 Keelhaul uses Skiff\n3 Skiff renamed_from Dinghy\n4 Keelhaul part_of Fleet\n5: unknown relation \"loves\"\n6: no name of a project\n",
		},
		{
			"maintainers", "maintainers-csv", ",Project,Maintainer Name,Company,Github Name\nSandbox,Keelhaul maintainers,Ada Nord,Fjord Labs,https://github.com/ada\n,,Bo Sund,N/A,@bo\n,Steering Committee,Cy Vik,,\n,Harbourmaster: SIG,Di Ek,Skerry,di\n,,,,\n",
			"2 Keelhaul: Ada Nord, Fjord Labs, github ada\n3 Keelhaul: Bo Sund, , github bo\n4 Keelhaul: Cy Vik, ,  \n5 Harbourmaster: Di Ek, Skerry, github di\n",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for _, f := range Formats() {
				if !f.Detect(test.text) {
					continue
				}
				if f.Name != test.format {
					t.Fatalf("taken for %s", f.Name)
				}
				if got := told(f.Read(test.text)); got != test.want {
					t.Errorf("got:\n%s\nwant:\n%s", got, test.want)
				}
				return
			}
			t.Error("no format finds itself")
		})
	}
}

func FuzzFormats(f *testing.F) {
	f.Add("projects:\n  a:\n    name: A\n    status: Sandbox\n    join_date: 2020-01-01\n  b: [\n")
	f.Add("- name: a\n  maturity: sandbox\n  repositories: [{url: x}]\n")
	f.Add("from,relation,to\nA,uses,B\n\"")
	f.Add("project,maintainer\nA,B\n,C\n")
	f.Add("name,to,date\nA,sandbox,2020\n")
	f.Fuzz(func(t *testing.T, text string) {
		lines := 1 + strings.Count(text, "\n")
		for _, format := range Formats() {
			if !format.Detect(text) {
				continue
			}
			file := format.Read(text)
			for _, p := range file.Problems {
				if p.Line < 1 || p.Line > lines {
					t.Errorf("%s: problem %v on line %d of %d", format.Name, p.Err, p.Line, lines)
				}
			}
			for _, m := range file.Milestones {
				if m.Line < 1 || m.Line > lines || m.Project == "" {
					t.Errorf("%s: milestone %v, of %d lines", format.Name, m, lines)
				}
			}
			return
		}
	})
}
