package main

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/queries"
)

func newLint() *cobra.Command {
	var (
		opts     queries.LintOptions
		severity string
		rules    bool
	)
	c := &cobra.Command{
		Use:   "lint",
		Short: "Find what is wrong or doubtful, with the evidence and what to do",
		Long: `Find what is wrong or doubtful in the graph: dates out of order, unknown projects,
doubtful and duplicate speakers and talks, ambiguous names to settle, events without
dates, and what readers saw wrong in the form of files, such as a landscape.yml.
Each finding names its rule, its evidence and what to do; --rules lists the rules.

-o github prints annotations for GitHub Actions, -o sarif a SARIF 2.1.0 log.`,
		Example: `  cncfgraph lint --severity warning
  cncfgraph lint --rule key-drift --source landscape.yml
  cncfgraph lint --db mine -o sarif --exit-code > lint.sarif`,
		Args: exactArgs(),
		RunE: func(c *cobra.Command, _ []string) error {
			opts.Severity = queries.Severity(severity)
			if rules {
				return printRules(c)
			}
			return printFindings(c, &opts)
		},
	}
	addAsOfFlag(c)
	addOutputFlags(c, lintFormats...)
	addExitCodeFlag(c)
	f := c.Flags()
	f.StringSliceVar(&opts.Rules, "rule", nil, "only findings of this `rule`")
	f.StringVar(&severity, "severity", "", "only what is as bad as this: error, warning, note")
	f.StringVar(&opts.Source, "source", "", "only what has evidence in this `source`")
	addLimit(c, &opts.Limit, 0, "show at most `N` findings")
	f.BoolVar(&rules, "rules", false, "list the rules")
	_ = c.RegisterFlagCompletionFunc("rule", func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		var names []string
		for _, r := range queries.LintRules() {
			names = append(names, r.Name+"\t"+r.About)
		}
		return names, cobra.ShellCompDirectiveNoFileComp
	}) // fails only for a flag that does not exist
	return c
}

// lintFormats are the formats that lint has beside the usual ones.
var lintFormats = []string{"github", "sarif"}

// printFindings prints the findings in the format that -o names.
func printFindings(c *cobra.Command, opts *queries.LintOptions) error {
	format, err := outputFormat(c, lintFormats...)
	if err != nil {
		return err
	}
	n := 0
	err = withGraph(c, func(ctx context.Context, g *graph.Graph) error {
		list, err := queries.Lint(ctx, g, opts)
		if err != nil {
			return err
		}
		n = len(list.Findings) + list.Omitted
		if !slices.Contains(lintFormats, format) {
			return findingsAnswer(list).of(g).print(c, format)
		}
		paths, err := pathsOf(ctx, g)
		if err != nil {
			return err
		}
		if format == "github" {
			return writeAnnotations(c.OutOrStdout(), list, paths)
		}
		return writeJSON(c.OutOrStdout(), sarifLog(list, paths))
	})
	if err != nil {
		return err
	}
	return found(c, n, "finding")
}

// pathsOf returns the path that each source was read from that was ingested.
func pathsOf(ctx context.Context, g *graph.Graph) (map[string]string, error) {
	paths := map[string]string{}
	sources, err := queries.Sources(ctx, g, nil)
	if err != nil {
		return nil, err
	}
	for _, s := range sources.Sources {
		if s.ReadFrom != "" {
			paths[s.ID] = string(s.ReadFrom)
		}
	}
	return paths, nil
}

func findingsAnswer(list *queries.FindingList) answer {
	a := answer{
		value:      list,
		header:     []string{"RULE", "SEVERITY", "FINDING", "EVIDENCE"},
		wideHeader: []string{"RULE", "SEVERITY", "FINDING", "EVIDENCE", "WHAT TO DO"},
		empty:      "no findings",
	}
	for _, f := range list.Findings {
		a.rows = append(a.rows, []string{f.Rule, string(f.Severity), f.Text, someEvidence(f.Evidence, 2)})
		a.wide = append(a.wide, func() []string { return []string{f.Rule, string(f.Severity), f.Text, allEvidence(f.Evidence), f.Fix} })
		a.evidence = append(a.evidence, f.Evidence)
		name := f.Rule
		if len(f.Entities) > 0 {
			name = f.Entities[0].Ref()
		}
		a.names = append(a.names, name)
	}
	return a
}

// ruleList is the list of rules as JSON has it.
type ruleList struct {
	Rules []queries.LintRule `json:"rules"`
}

// printRules lists the rules.
func printRules(c *cobra.Command) error {
	format, err := outputFormat(c)
	if err != nil {
		return err
	}
	rules := queries.LintRules()
	a := answer{
		value:      ruleList{rules},
		header:     []string{"RULE", "SEVERITY", "ABOUT"},
		wideHeader: []string{"RULE", "SEVERITY", "ABOUT", "WHAT TO DO"},
	}
	for _, r := range rules {
		a.rows = append(a.rows, []string{r.Name, string(r.Severity), r.About})
		a.wide = append(a.wide, func() []string { return []string{r.Name, string(r.Severity), r.About, r.Fix} })
		a.names = append(a.names, r.Name)
	}
	return a.print(c, format)
}
