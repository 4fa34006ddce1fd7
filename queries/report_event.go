package queries

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// reportedEvent returns what the report says of the event itself.
func (r *reporter) reportedEvent() ReportedEvent {
	g, id := r.g, r.event
	e := ReportedEvent{
		Entity: entity(g, id), IsSeries: r.whole, Date: Text(r.began), End: Text(g.Value(id, vocab.EndDate)),
		Location: Text(g.Value(id, vocab.Location)), URL: Text(g.Value(id, vocab.URL)), Parts: len(r.events) - 1, Evidence: typeEvidence(g, id),
	}
	if r.series != 0 && !r.whole {
		series := entity(g, r.series)
		e.Series = &series
	}
	if r.partOf != 0 {
		whole := entity(g, r.partOf)
		e.PartOf = &whole
		e.Location = cmp.Or(e.Location, Text(g.Value(r.partOf, vocab.Location)))
	}
	if r.whole {
		e.Date, e.End, e.Parts = r.span()
	}
	return e
}

// span returns the dates of the first and the last edition of the series that have
// talks, and how many editions have.
func (r *reporter) span() (first, last Text, count int) {
	for _, e := range editionsOf(r.g, r.event) {
		if !hasTalks(r.g, e.id) {
			continue
		}
		count++
		if e.date != "" {
			first, last = cmp.Or(first, Text(e.date)), Text(cmp.Or(r.g.Value(e.id, vocab.EndDate), e.date))
		}
	}
	return first, last, count
}

// reportedTalks returns the talks, the earliest first, those without a date last.
func (r *reporter) reportedTalks(limit int) ReportedTalks {
	t := ReportedTalks{}
	t.About, t.Named, t.None = r.withProject()
	list := make([]dated, len(r.talks))
	for i, id := range r.talks {
		list[i] = dated{named{id, r.g.Name(id)}, r.dateOf(id)}
		if !some(r.g.Objects(id, vocab.Performer), isAny) {
			t.NoSpeakers++
		}
	}
	slices.SortFunc(list, func(a, b dated) int {
		return cmp.Or(strings.Compare(cmp.Or(a.date, "9999"), cmp.Or(b.date, "9999")), compareNames(a.name, b.name), cmp.Compare(a.id, b.id))
	})
	kept, omitted := limited(list, limit)
	t.Count, t.Entries, t.Omitted = len(list), make([]Talk, len(kept)), omitted
	for i, d := range kept {
		t.Entries[i] = r.shown.talk(dated{d.named, r.g.Date(d.id)})
	}
	return t
}

// sources returns the documents that state talks of the event, those with the most
// first. A page that states one talk alone is no document.
func (r *reporter) sources() []ReportedSource {
	document, _ := r.g.ID(rdf.NewIRI(vocab.Document))
	counts := map[graph.ID]int{}
	for _, talk := range r.talks {
		var stating []graph.ID
		for _, l := range typeLabels(r.g, talk) {
			source := r.g.Source(l)
			if !slices.Contains(stating, source) && r.g.Has(source, vocab.Type, document) {
				stating = append(stating, source)
				counts[source]++
			}
		}
	}
	list := make([]ReportedSource, 0, len(counts))
	for id, n := range counts {
		list = append(list, ReportedSource{r.shown.entity(id), n})
	}
	slices.SortFunc(list, func(a, b ReportedSource) int {
		return cmp.Or(cmp.Compare(b.Talks, a.Talks), strings.Compare(a.ID, b.ID))
	})
	return list
}

// counts returns the sums of the event.
func (r *reporter) counts() EditionCounts {
	n := EditionCounts{
		Event: r.shown.entity(r.event), Date: Text(r.began), Talks: len(r.talks), Projects: len(r.about),
		Speakers: len(r.speakers), Organizations: len(r.employed),
	}
	n.About, n.Named, _ = r.withProject()
	for speaker := range r.speakers {
		p := r.pastsOf(speaker)
		if p.all.standing() == New {
			n.New++
		}
		if r.series != 0 && p.inSeries.standing() == New {
			n.NewInSeries++
		}
	}
	return n
}

// compareWith sets the event beside that of previous.
func (r *reporter) compareWith(previous *reporter) *EditionComparison {
	c := &EditionComparison{
		This: r.counts(), Previous: previous.counts(),
		Come: r.shown.entities(lacking(r.about, previous.about)), Gone: r.shown.entities(lacking(previous.about, r.about)),
	}
	for speaker := range r.speakers {
		if _, spoke := previous.speakers[speaker]; spoke {
			c.Both++
		}
	}
	return c
}

// lacking returns the keys of a that b lacks.
func lacking(a, b map[graph.ID][]graph.ID) []graph.ID {
	list := []graph.ID{}
	for id := range a {
		if _, ok := b[id]; !ok {
			list = append(list, id)
		}
	}
	return list
}

// editions returns the sums of each edition of the series that has talks.
func (r *reporter) editions(ctx context.Context) ([]EditionCounts, error) {
	list := []EditionCounts{}
	for _, e := range editionsOf(r.g, r.event) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if hasTalks(r.g, e.id) {
			edition := newReporter(r.g, e.id, r)
			edition.findEmployers()
			list = append(list, edition.counts())
		}
	}
	return list, nil
}
