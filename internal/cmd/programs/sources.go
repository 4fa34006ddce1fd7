package main

import (
	"path"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// source is a file of records and where it stands for all to see.
type source struct {
	file    string // below the folder of files
	out     string // file that is written, below data, without ending
	url     string // "" where the file has no public address, and each row gives its own
	title   string
	license string
	rank    int    // of the maturity histories
	commits string // what the address of a commit that a row names begins with; such a file holds histories alone
}

// key is the key of the source in statements.
func (s source) key() string {
	if s.url != "" {
		return s.url
	}
	return "https://w3id.org/cncfgraph/source/" + path.Base(s.out)
}

// blob returns the address of a file on GitHub at a commit.
func blob(repository, commit, path string) string {
	return "https://github.com/" + repository + "/blob/" + commit + "/" + path
}

const (
	presentations = "d90af6bbaa727cc6054d3e86d6a2713b401c4a8d"
	promcon       = "2dccddf237bc46a947696711cf760d081b931287"
)

// sources returns all sources, in the order of their output files.
func sources() []source {
	list := []source{
		{
			file: "conferences.json", out: "programs/conferences", title: "Dates and places of cloud native conferences", license: "MIT",
		},
		{
			file: "kubecon-eu-2026.ics", out: "programs/kubecon-europe-2026", title: "KubeCon + CloudNativeCon Europe 2026 (Sched)", license: "MIT",
			url: blob("uozalp/kubecon-schedule", "faf11a52f99c6fc54543c1fbe253e896b631e683", "event/kubecon-2026/all.ics"),
		},
		{
			file: "kubecon-sessions.csv", out: "programs/kubecon-sessions", title: "Sessions of KubeCons and other events, 2021–2026", license: "CC-BY-4.0",
		},
		{
			file: "project-maintainers.csv", out: "programs/maintainers", title: "CNCF project maintainers",
			url: blob("cncf/foundation", "7596c6693e1691fb24dfc571e4ac0c651a3467e8", "project-maintainers.csv"),
		},
		{
			file: "presentations.yaml", out: "programs/presentations", title: "CNCF presentations",
			url: blob("cncf/presentations", presentations, "presentations.yaml"),
		},
	}
	list = append(list, source{
		file: "devstats-projects.yaml", out: "programs/devstats", title: "DevStats projects", license: "Apache-2.0", rank: vocab.RankDevstats,
		url: blob("cncf/devstats", "194c6ce2e7fac51cc18fff9fb8ab966284638cbe", "projects.yaml"),
	}, source{
		file: "maturity-observed-events.csv", out: "observed", title: "levels seen in the history of the CNCF landscape",
		commits: "https://github.com/cncf/landscape/commit/",
	})
	for _, year := range []string{"2017", "2018", "2019"} {
		list = append(list, source{
			file: "promcon/" + year + "-munich-schedule.xml", out: "programs/promcon-" + year, title: "PromCon " + year, license: "Apache-2.0",
			url: blob("promcon/website", promcon, "content/"+year+"-munich/schedule.xml"),
		})
	}
	for _, name := range []string{
		"2016Seattle", "2017Austin", "2017Berlin", "2018Copenhagen", "2018Seattle", "2018Shanghai", "2019Barcelona", "2019SanDiego", "2019Shanghai",
		"2020VSC", "2021ChinaVirtual", "2023Shanghai", "EnvoyCon2018Seattle",
	} {
		list = append(list, source{
			file: "kubecon-tables/" + name + ".md", out: "programs/recordings-" + strings.ToLower(name), title: "Recordings: " + name,
			url: blob("cncf/presentations", presentations, "chinese/"+name+".md"),
		})
	}
	return list
}
