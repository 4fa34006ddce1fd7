package queries

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// edition is an event with what tells its place among the others of its series.
type edition struct {
	id      graph.ID
	date    string // its own, else that of the event it is part of
	words   string // of its name, without numbers
	numbers []int  // in its name
}

// newEdition returns the event as an edition.
func newEdition(g *graph.Graph, id graph.ID) edition {
	e := edition{id: id, date: eventDate(g, id)}
	e.words, e.numbers = numbered(g.Name(id))
	return e
}

// eventDate returns the date of the event, that of the event it is part of where
// it has none itself, "" where neither is stated.
func eventDate(g *graph.Graph, id graph.ID) string {
	if date := g.Value(id, vocab.StartDate); date != "" {
		return date
	}
	for above := range g.Objects(id, vocab.SuperEvent) {
		if date := g.Value(above, vocab.StartDate); date != "" {
			return date
		}
	}
	return ""
}

// numbered returns the words of a name in the order of the alphabet, regions
// written out, and its numbers: names of editions differ in the numbers alone.
func numbered(name string) (words string, numbers []int) {
	var list []string
	for word := range strings.SplitSeq(vocab.Slug(name), "-") {
		if n, err := strconv.Atoi(word); err == nil {
			numbers = append(numbers, n)
			continue
		}
		switch word {
		case "eu":
			word = "europe"
		case "na":
			list, word = append(list, "north"), "america"
		}
		list = append(list, word)
	}
	slices.Sort(list)
	return strings.Join(list, " "), numbers
}

// compare returns -1 where e was before other, 1 where it was after, and 0 where
// that is not known. Dates decide, or else the numbers in names that differ in
// these alone: "Meetup #1" was before "Meetup #7".
func (e edition) compare(other edition) int {
	switch {
	case earlier(e.date, other.date):
		return -1
	case earlier(other.date, e.date):
		return 1
	case e.words == other.words && len(e.numbers) == len(other.numbers):
		return slices.Compare(e.numbers, other.numbers)
	}
	return 0
}

// earlier tells whether the whole of date a lies before the whole of date b.
func earlier(a, b string) bool {
	last := vocab.LastDay(a)
	return last != "" && b != "" && last < firstDay(b)
}

// isSeries tells whether the event is a series of events.
func isSeries(g *graph.Graph, event graph.ID) bool {
	class, ok := g.ID(rdf.NewIRI(vocab.EventSeries))
	return ok && g.Has(event, vocab.Type, class)
}

// seriesOf returns the series that the event is an edition of, 0 for none, and
// the event that it is part of, 0 for none.
func seriesOf(g *graph.Graph, event graph.ID) (series, whole graph.ID) {
	for above := range g.Objects(event, vocab.SuperEvent) {
		switch {
		case isSeries(g, above) && series == 0:
			series = above
		case !isSeries(g, above) && whole == 0:
			whole = above
		}
	}
	return series, whole
}

// editionsOf returns the editions of the series, the earliest first. One without a
// date stands before the first that is known to be later, or else last.
func editionsOf(g *graph.Graph, series graph.ID) []edition {
	var list, undated []edition
	for id := range g.Subjects(vocab.SuperEvent, series) {
		if g.Kind(id) != vocab.KindEvent || isSeries(g, id) {
			continue
		}
		if e := newEdition(g, id); e.date != "" {
			list = append(list, e)
		} else {
			undated = append(undated, e)
		}
	}
	order := func(a, b edition) int {
		return cmp.Or(strings.Compare(firstDay(a.date), firstDay(b.date)), slices.Compare(a.numbers, b.numbers), compareNames(g.Name(a.id), g.Name(b.id)), cmp.Compare(a.id, b.id))
	}
	slices.SortFunc(list, order)
	slices.SortFunc(undated, order)
	for _, e := range undated {
		at := slices.IndexFunc(list, func(other edition) bool { return e.compare(other) < 0 })
		if at < 0 {
			at = len(list)
		}
		list = slices.Insert(list, at, e)
	}
	return list
}

// previousEdition returns the edition of the series that was the last with talks
// before e, 0 for none: of those whose names differ from that of e in numbers
// alone, where there are such, as a series may be held in several regions.
func previousEdition(g *graph.Graph, series graph.ID, e edition) graph.ID {
	var best, bestNamed edition
	for _, other := range editionsOf(g, series) {
		if other.compare(e) >= 0 || !hasTalks(g, other.id) {
			continue
		}
		if best.id == 0 || best.compare(other) <= 0 {
			best = other
		}
		if other.words == e.words && (bestNamed.id == 0 || bestNamed.compare(other) <= 0) {
			bestNamed = other
		}
	}
	return cmp.Or(bestNamed.id, best.id)
}

// hasTalks tells whether a talk was given at the event or a part of it.
func hasTalks(g *graph.Graph, event graph.ID) bool {
	return slices.ContainsFunc(below(g, vocab.SuperEvent, event), func(part graph.ID) bool {
		return some(g.Subjects(vocab.SuperEvent, part), func(id graph.ID) bool { return g.Kind(id) == vocab.KindTalk })
	})
}
