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
		kind  string
		style drawing
	)
	c := &cobra.Command{
		Use:   "related PROJECT",
		Short: "Rank what is related to a project, and say why",
		Long: `Rank the projects that are related to a project, or the talks, speakers, events or
categories. The score is a sum of named parts: declared relations, shared categories,
maintainers, talks, speakers and documents, what others of the category are related
to, and how prominent a project is; -o json shows each part with its weight and
evidence.

--since counts only what was said from that date on: talks given and documents
issued. Relations, categories and maintainers count whatever their date.`,
		Example: `  cncfgraph related istio
  cncfgraph related thanos --limit 5 -o json
  cncfgraph related nats --kind talk --since 2023
  cncfgraph related linkerd --kind speaker
  cncfgraph related envoy --as-of 2018
  cncfgraph related nats -o svg > nats.svg`,
		Args:              exactArgs("the project"),
		ValidArgsFunction: completeNames(vocab.KindProject),
		RunE: func(c *cobra.Command, args []string) error {
			kinds, err := parseKinds([]string{kind}, queries.RelatedKinds())
			if err != nil {
				return err
			}
			opts.Kind = kinds[0]
			return askDrawn(c, &style, func(ctx context.Context, g *graph.Graph) (answer, func() draw.Diagram, error) {
				related, err := queries.Related(ctx, g, args[0], &opts)
				if err != nil {
					return answer{}, nil, err
				}
				return relatedAnswer(related, opts.Kind), func() draw.Diagram { return related.Diagram(g) }, nil
			})
		},
	}
	addAsOfFlag(c)
	addOutputFlags(c, pictures...)
	style.addFlags(c)
	c.Flags().StringVar(&kind, "kind", string(vocab.KindProject), "rank what is of this `kind`: "+strings.Join(wordsOf(queries.RelatedKinds()), ", "))
	completeFixed(c, "kind", wordsOf(queries.RelatedKinds()))
	addDate(c, &opts.Since, "since", "count only talks and documents from this `DATE` on")
	addLimit(c, &opts.Limit, 10, "show at most `N` of them")
	return c
}

func relatedAnswer(related *queries.RelatedEntities, k vocab.Kind) answer {
	kind := strings.ToUpper(string(k))
	a := answer{
		value:      related,
		header:     []string{kind, "SCORE", "REASONS"},
		wideHeader: []string{kind, "ID", "SCORE", "REASONS", "EVIDENCE"},
		empty:      "nothing is related to " + related.Project.Name,
	}
	for _, p := range related.Related {
		reasons := make([]string, len(p.Reasons))
		evidence := make([]string, 0, len(p.Reasons))
		var cites []vocab.Evidence
		for i, r := range p.Reasons {
			reasons[i] = r.Text
			if len(r.Evidence) > 0 {
				evidence = append(evidence, r.Kind+" "+someEvidence(r.Evidence, 1))
				cites = append(cites, r.Evidence[0])
			}
		}
		score := fmt.Sprintf("%.2f", p.Score)
		a.rows = append(a.rows, []string{p.Name, score, strings.Join(reasons, "; ")})
		a.wide = append(a.wide, func() []string {
			return []string{p.Name, p.ID, score, strings.Join(reasons, "; "), strings.Join(evidence, "; ")}
		})
		a.evidence = append(a.evidence, cites)
		a.names = append(a.names, p.Ref())
	}
	return a
}
