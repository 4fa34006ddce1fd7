package catalogue

import (
	"strconv"

	"gopkg.in/yaml.v3"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// corrections reads corrections.yaml: the whole maturity history of each
// project that the landscape's newest state gets wrong. It has the best rank of
// all histories.
func (c *catalogue) corrections(d *document) error {
	return c.histories(d, "cncfgraph: corrected maturity histories", vocab.RankCorrected)
}

// observed reads observed.yaml: the levels of projects as the landscape showed them
// in the course of time, which internal/cmd/programs generates.
func (c *catalogue) observed(d *document) error {
	return c.histories(d, "CNCF landscape: levels seen in its history", vocab.RankObserved)
}

// histories reads whole maturity histories, each milestone with a page that shows it.
func (c *catalogue) histories(d *document, title string, rank int) error {
	source := c.ownSource(d, title)
	s := rdf.NewIRI(source)
	c.add(s, vocab.HistoryRank, rdf.NewTyped(strconv.Itoa(rank), vocab.XSDInteger), s)
	d.fields(d.root, func(k text, v *yaml.Node) bool {
		if k.value != "histories" {
			return false
		}
		d.list(v, func(n *yaml.Node) { c.history(d, source, n) })
		return true
	})
	return d.err
}

func (c *catalogue) history(d *document, source string, n *yaml.Node) {
	var e *entry
	d.fields(n, func(k text, v *yaml.Node) bool {
		switch k.value {
		case "project":
			e = c.project(d, d.text(v))
		case "milestones":
			if e == nil {
				d.fail(k.line, "no project before %q", k.value)
				return true
			}
			d.list(v, func(n *yaml.Node) { c.provenMilestone(d, e, source, n) })
		default:
			return false
		}
		return true
	})
}

// provenMilestone reads {sandbox: 2018-03-29, evidence: https://…}. The
// statement is ours, so its label is our line; who opens it finds the evidence.
func (c *catalogue) provenMilestone(d *document, e *entry, source string, n *yaml.Node) {
	var evidence text
	levels := 0
	d.fields(n, func(k text, v *yaml.Node) bool {
		if k.value == "evidence" {
			evidence = d.text(v)
			return true
		}
		level, known := vocab.LevelOf(vocab.Base + k.value)
		if known {
			levels++
			c.add(e.term, level.Predicate(), d.date(d.text(v)), label(source, span{k.line, k.line}))
		}
		return known
	})
	_, isPage := vocab.PageIRI(evidence.value)
	d.require(n, "evidence", isPage)
	d.require(n, "accepted, sandbox, incubating, graduated or archived", levels > 0)
}
