package queries

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// WhyOptions say what Why returns.
type WhyOptions struct {
	Limit int    // most statements; 0 for all
	Since string // only statements that have this date or a later one; "" for all

	// Quote returns lines of a document, from the first to the last inclusive, counted
	// from 1; "" where the document is not at hand as it was read. Where Quote is nil,
	// nothing is quoted.
	Quote func(d Document, first, last int) string
}

// Document tells by what the document that a source was read from is found and known.
type Document struct {
	Source   string // key of the source, an IRI
	ReadFrom string // path that it was read from, as given then; "" where it is not said
	Hash     string // "sha256:" and the hash of its bytes; "" where it is not said
}

// Explanation is what links two entities.
type Explanation struct {
	From       Entity          `json:"from"`
	To         Entity          `json:"to"`
	Statements []LinkStatement `json:"statements"`
	Omitted    int             `json:"omitted"` // statements beyond the limit
}

// LinkStatement is a statement that is a link between two entities or half of one.
type LinkStatement struct {
	Relation string         `json:"relation"` // of Subject to Object
	Subject  Entity         `json:"subject"`
	Object   Entity         `json:"object"`
	Via      *Entity        `json:"via"`  // the entity between the two, nil for a direct link
	Date     Text           `json:"date"` // of the talk or event, else of the source
	Text     string         `json:"text"` // the statement as a sentence
	Evidence vocab.Evidence `json:"evidence"`
	Quote    Text           `json:"quote"` // the lines that say so, where they are at hand
}

// Why returns every statement that links the entities from and to: first those
// that link them directly, then those that link both to one talk, event,
// category, source or other entity. What they have in common through names
// that merely occur in a source comes last, lines that name both first. A date that
// is none is an *OptionError.
func Why(ctx context.Context, g *graph.Graph, from, to string, opts *WhyOptions) (*Explanation, error) {
	o := WhyOptions{}
	if opts != nil {
		o = *opts
	}
	since := firstDay(o.Since)
	if _, err := vocab.Date(o.Since); o.Since != "" && err != nil {
		return nil, optionErrorf("since: %w", err)
	}
	ends, err := findEach(ctx, g, from, to)
	if err != nil {
		return nil, err
	}
	w := explainer{g: g, links: newLinkTable(g), a: ends[0], b: ends[1]}
	statements := w.direct()
	for _, via := range w.between() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		statements = append(statements, via.statements...)
	}
	if since != "" {
		statements = slices.DeleteFunc(statements, func(l linking) bool { return vocab.LastDay(w.date(l)) < since })
	}
	answer := &Explanation{From: entity(g, w.a), To: entity(g, w.b)}
	statements, answer.Omitted = limited(statements, o.Limit)
	answer.Statements = w.inWords(statements)
	if o.Quote != nil {
		w.quote(answer.Statements, statements, o.Quote)
	}
	return answer, nil
}

// explainer looks for the statements that link a and b.
type explainer struct {
	g     *graph.Graph
	links linkTable
	a, b  graph.ID
}

// linking is a statement that links, by way of via unless that is 0.
type linking struct {
	graph.Statement
	place int // in links
	via   graph.ID
}

// direct returns the statements about one of a and b whose object is the other.
func (w explainer) direct() []linking {
	var list []linking
	if w.a == w.b {
		return nil
	}
	for _, ends := range [...][2]graph.ID{{w.a, w.b}, {w.b, w.a}} {
		for s := range w.g.Match(ends[0], 0, ends[1]) {
			if place, ok := w.links.index[s.Predicate]; ok {
				list = append(list, linking{s, place, 0})
			}
		}
	}
	slices.SortStableFunc(list, func(x, y linking) int {
		return cmp.Or(cmp.Compare(x.place, y.place), cmp.Compare(x.Label, y.Label))
	})
	return list
}

// bridge is an entity that is linked to both ends.
type bridge struct {
	rank       int    // of what kind it is: those that say the most first
	date       string // the latest first
	name       string
	id         graph.ID
	statements []linking
}

// bridgeRanks orders kinds by how much it says to have one in common.
var bridgeRanks = [...]vocab.Kind{
	vocab.KindProject, vocab.KindTalk, vocab.KindSpeaker, vocab.KindEvent, vocab.KindOrganization, vocab.KindCategory, vocab.KindSource,
}

// between returns the entities that are linked to both a and b, with the
// statements that link them.
func (w explainer) between() []bridge {
	if w.a == w.b {
		return nil
	}
	few, many := w.a, w.b
	if w.degree(few) > w.degree(many) {
		few, many = many, few
	}
	near, shared := map[graph.ID][]linking{}, map[graph.ID]bool{}
	w.links.each(few, func(s graph.Statement, other graph.ID, place int) {
		near[other] = append(near[other], linking{s, place, other})
	})
	delete(near, many)
	w.links.each(many, func(s graph.Statement, other graph.ID, place int) {
		if ones, ok := near[other]; ok {
			near[other] = append(ones, linking{s, place, other})
			shared[other] = true
		}
	})
	list := make([]bridge, 0, len(shared))
	for id := range shared {
		list = append(list, bridge{
			rank: slices.Index(bridgeRanks[:], w.g.Kind(id)), date: w.g.Date(id), name: w.g.Name(id), id: id,
			statements: w.byLine(near[id]),
		})
	}
	slices.SortFunc(list, func(x, y bridge) int {
		return cmp.Or(cmp.Compare(x.rank, y.rank), strings.Compare(y.date, x.date), compareNames(x.name, y.name), cmp.Compare(x.id, y.id))
	})
	return list
}

// degree returns how many statements id is in.
func (w explainer) degree(id graph.ID) int { return w.g.Count(id, 0, 0) + w.g.Count(0, 0, id) }

// byLine orders the statements by way of one entity: real links before mere
// mentions, and of mentions first those on a line that names both ends.
func (w explainer) byLine(list []linking) []linking {
	named := map[graph.Label][2]bool{}
	for _, l := range list {
		n := named[l.Label]
		n[0] = n[0] || l.Subject == w.a || l.Object == w.a
		n[1] = n[1] || l.Subject == w.b || l.Object == w.b
		named[l.Label] = n
	}
	rank := func(l linking) int {
		switch {
		case !links[l.place].mention:
			return 0
		case named[l.Label] == [2]bool{true, true}:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(list, func(x, y linking) int {
		return cmp.Or(cmp.Compare(rank(x), rank(y)), cmp.Compare(x.Label, y.Label), cmp.Compare(x.Subject, y.Subject), cmp.Compare(x.Object, y.Object), cmp.Compare(x.place, y.place))
	})
	return list
}

// inWords returns the statements as the answer shows them.
func (w explainer) inWords(list []linking) []LinkStatement {
	shown := newEntityCache(w.g)
	statements := make([]LinkStatement, len(list))
	for i, l := range list {
		s := LinkStatement{
			Relation: links[l.place].relation, Subject: shown.entity(l.Subject), Object: shown.entity(l.Object),
			Evidence: w.g.Evidence(l.Label),
		}
		s.Text = links[l.place].sentence(s.Subject, s.Object)
		if l.via != 0 {
			via := shown.entity(l.via)
			s.Via = &via
		}
		s.Date = Text(w.date(l))
		statements[i] = s
	}
	return statements
}

// date returns the date of the talk or event that the statement is about, else of its
// source; "" where neither has one.
func (w explainer) date(l linking) string {
	if date := w.g.Date(l.Subject); date != "" {
		return date
	}
	return w.g.Date(w.g.Source(l.Label))
}

// quote adds to the statements shown, which are those of list, the lines that say so.
func (w explainer) quote(shown []LinkStatement, list []linking, quote func(Document, int, int) string) {
	documents := map[graph.ID]Document{}
	for i, l := range list {
		source, first, last := w.g.Snapshot().Lines(l.Label)
		if first == 0 {
			continue // the source as a whole
		}
		d, ok := documents[source]
		if !ok {
			d = Document{w.g.Term(source).Value, w.g.Value(source, vocab.ReadFrom), w.g.Value(source, vocab.Identifier)}
			documents[source] = d
		}
		shown[i].Quote = Text(quote(d, first, max(first, last)))
	}
}
