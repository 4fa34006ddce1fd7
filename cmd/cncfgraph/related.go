package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/draw"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

func newRelated() *cobra.Command {
	var (
		opts  queries.RelatedOptions
		style drawing
	)
	c := &cobra.Command{
		Use:   "related PROJECT",
		Short: "Rank the projects that are related to a project, and say why",
		Long: `Rank the projects that are related to a project. The score is a sum of named parts:
declared relations, shared talks, shared categories, shared speakers, and being
mentioned in one document; -o json shows each part with its weight and evidence.`,
		Example: `  cncfgraph related istio
  cncfgraph related thanos --limit 5 -o json
  cncfgraph related nats -o svg > nats.svg`,
		Args:              exactArgs("the project"),
		ValidArgsFunction: completeNames(vocab.KindProject),
		RunE: func(c *cobra.Command, args []string) error {
			return askDrawn(c, &style, func(ctx context.Context, g *graph.Graph) (answer, func() draw.Diagram, error) {
				related, err := queries.Related(ctx, g, args[0], &opts)
				if err != nil {
					return answer{}, nil, err
				}
				return relatedAnswer(related), func() draw.Diagram { return related.Diagram(g) }, nil
			})
		},
	}
	addAsOfFlag(c)
	addOutputFlags(c, pictures...)
	style.addFlags(c)
	c.Flags().IntVar(&opts.Limit, "limit", 10, "show at most `N` projects; 0 for all")
	return c
}

func relatedAnswer(related *queries.RelatedProjects) answer {
	a := answer{
		value:      related,
		header:     []string{"PROJECT", "SCORE", "REASONS"},
		wideHeader: []string{"PROJECT", "ID", "SCORE", "REASONS", "EVIDENCE"},
		empty:      "nothing is related to " + related.Project.Name,
	}
	for _, p := range related.Related {
		reasons := make([]string, len(p.Reasons))
		evidence := make([]string, 0, len(p.Reasons))
		for i, r := range p.Reasons {
			reasons[i] = r.Text
			if len(r.Evidence) > 0 {
				evidence = append(evidence, r.Kind+" "+someEvidence(r.Evidence, 1))
			}
		}
		score := fmt.Sprintf("%.2f", p.Score)
		a.rows = append(a.rows, []string{p.Name, score, strings.Join(reasons, "; ")})
		a.wide = append(a.wide, []string{p.Name, p.ID, score, strings.Join(reasons, "; "), strings.Join(evidence, "; ")})
		a.names = append(a.names, p.Ref())
	}
	return a
}
