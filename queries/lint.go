package queries

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Severity tells how bad a finding is.
type Severity string

// The severities, the worst first.
const (
	SeverityError   Severity = "error"   // what is stated cannot be true
	SeverityWarning Severity = "warning" // answers may lack something or be wrong
	SeverityNote    Severity = "note"    // something to look at
)

// Severities lists the severities, the worst first.
var Severities = [...]Severity{SeverityError, SeverityWarning, SeverityNote}

// LintRule is something that Lint looks for.
type LintRule struct {
	Name     string   `json:"name"`
	Severity Severity `json:"severity"`
	About    string   `json:"about"` // what breaks it
	Fix      string   `json:"fix"`   // what to do
}

// Finding is a place where a rule is broken.
type Finding struct {
	Rule     string           `json:"rule"`
	Severity Severity         `json:"severity"`
	Text     string           `json:"text"`
	Fix      string           `json:"fix"`
	Entities []Entity         `json:"entities"`
	Evidence []vocab.Evidence `json:"evidence"`
}

// FindingList is a list of findings.
type FindingList struct {
	Findings []Finding `json:"findings"`
	Omitted  int       `json:"omitted"` // findings beyond the limit
}

// LintOptions say which findings are wanted.
type LintOptions struct {
	Rules    []string // of these rules; none for all
	Severity Severity // as bad as this or worse; "" for all
	Source   string   // with evidence in this source, named also by the last part of its address
	Limit    int      // most findings; 0 for all
}

// LintRules lists the rules that Lint knows, in the order of its findings.
func LintRules() []LintRule {
	rules := make([]LintRule, len(lintRules))
	for i, r := range lintRules {
		rules[i] = r.LintRule
	}
	return rules
}

// Lint lists what is wrong or doubtful in the graph: first by rule, then by source
// and line. Of files of records it finds what their readers saw and stated.
func Lint(ctx context.Context, g *graph.Graph, opts *LintOptions) (*FindingList, error) {
	if opts == nil {
		opts = &LintOptions{}
	}
	wanted, err := opts.rules()
	if err != nil {
		return nil, err
	}
	sources, err := sourcesCalled(ctx, g, opts.Source)
	if err != nil {
		return nil, err
	}
	list := &FindingList{Findings: []Finding{}}
	for _, r := range wanted {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		found := r.find(g)
		for i := range found {
			f := &found[i]
			f.Rule, f.Severity, f.Fix = r.Name, r.Severity, r.Fix
			f.Entities, f.Evidence = notNil(f.Entities), notNil(f.Evidence)
		}
		if len(sources) > 0 {
			found = slices.DeleteFunc(found, func(f Finding) bool {
				return !slices.ContainsFunc(f.Evidence, func(e vocab.Evidence) bool { return slices.Contains(sources, e.Source) })
			})
		}
		slices.SortStableFunc(found, compareFindings)
		list.Findings = append(list.Findings, found...)
	}
	list.Findings, list.Omitted = limited(list.Findings, opts.Limit)
	return list, nil
}

// sourcesCalled returns the keys of the sources that name names as Find does or by
// the last part of their addresses; none where it is empty.
func sourcesCalled(ctx context.Context, g *graph.Graph, name string) ([]string, error) {
	if name == "" {
		return nil, nil
	}
	id, err := Find(ctx, g, name, &FindOptions{Kinds: []vocab.Kind{vocab.KindSource}})
	if err == nil {
		return []string{g.Term(id).Value}, nil
	}
	var keys []string
	for id := range instances(g, vocab.Document) {
		if key := g.Term(id).Value; strings.HasSuffix(key, "/"+name) {
			keys = append(keys, key)
		}
	}
	if len(keys) > 0 {
		err = nil
	}
	return keys, err
}

// compareFindings orders findings of one rule by their first evidence, then by text.
func compareFindings(a, b Finding) int {
	var x, y vocab.Evidence
	if len(a.Evidence) > 0 {
		x = a.Evidence[0]
	}
	if len(b.Evidence) > 0 {
		y = b.Evidence[0]
	}
	return cmp.Or(strings.Compare(x.Source, y.Source), cmp.Compare(x.Line, y.Line), strings.Compare(a.Text, b.Text))
}

// rules returns the rules that o wants.
func (o *LintOptions) rules() ([]lintRule, error) {
	worst := len(Severities)
	if o.Severity != "" {
		if worst = slices.Index(Severities[:], o.Severity) + 1; worst == 0 {
			return nil, optionErrorf("unknown severity %q; one of error, warning, note", o.Severity)
		}
	}
	for _, name := range o.Rules {
		if !slices.ContainsFunc(lintRules, func(r lintRule) bool { return r.Name == name }) {
			return nil, optionErrorf("unknown rule %q; one of %s", name, strings.Join(ruleNames(), ", "))
		}
	}
	return slices.DeleteFunc(slices.Clone(lintRules), func(r lintRule) bool {
		return len(o.Rules) > 0 && !slices.Contains(o.Rules, r.Name) || slices.Index(Severities[:], r.Severity) >= worst
	}), nil
}

func ruleNames() []string {
	names := make([]string, len(lintRules))
	for i, r := range lintRules {
		names[i] = r.Name
	}
	return names
}
