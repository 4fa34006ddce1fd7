package queries

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// countryNames gives, for words that name a country, those under which it is compared.
var countryNames = map[string]string{
	"u s a": "usa", "u s": "usa", "us": "usa", "united states": "usa", "united states of america": "usa",
	"u k": "uk", "united kingdom": "uk", "great britain": "uk",
}

// placeFinder tells what is at a place: where its words stand in the stated location or
// in a name of the event, as in "Cloud Native Meetup Tokyo", or where the event is part
// of one at the place. Words are whole ones, so that no UK is in Milwaukee; of a script
// without spaces any part will do. At a country is also what is at one of its cities, of
// those that locations state with their country.
type placeFinder struct {
	g     *graph.Graph
	words []string          // of the place and of the cities in it
	known map[graph.ID]bool // of events, filled as they are asked for
}

// newPlaceFinder returns a finder for the place, nil where it has no words.
func newPlaceFinder(g *graph.Graph, place string) *placeFinder {
	words := placeWords(place)
	if words == "" {
		return nil
	}
	p := &placeFinder{g: g, words: []string{words}, known: map[graph.ID]bool{}}
	for city, country := range cities(g) {
		if country != "" && occurs(words, city+" "+country) {
			p.words = append(p.words, city)
		}
	}
	return p
}

// cities returns the countries of cities as locations state them, both as placeWords
// has them; "" where locations differ.
func cities(g *graph.Graph) map[string]string {
	countries := map[string]string{}
	for s := range g.Statements(0, vocab.Location, 0) {
		first, rest, _ := strings.Cut(g.Term(s.Object).Value, ",")
		city, country := placeWords(first), placeWords(rest[strings.LastIndexByte(rest, ',')+1:])
		if city == "" || country == "" {
			continue
		}
		if was, ok := countries[city]; ok && was != country {
			country = ""
		}
		countries[city] = country
	}
	return countries
}

// placeWords returns the words of a place in lower case, a country under one name.
func placeWords(place string) string {
	var parts []string
	for part := range strings.SplitSeq(place, ",") {
		words := strings.ReplaceAll(vocab.Slug(part), "-", " ")
		if name, ok := countryNames[words]; ok {
			words = name
		}
		if words != "" {
			parts = append(parts, words)
		}
	}
	return strings.Join(parts, " ")
}

// occurs tells whether words stand in text.
func occurs(words, text string) bool {
	if utf8.RuneCountInString(words) < len(words) {
		return strings.Contains(text, words)
	}
	return strings.Contains(" "+text+" ", " "+words+" ")
}

// holds tells whether the event or talk is at the place.
func (p *placeFinder) holds(id graph.ID) bool {
	at, ok := p.known[id]
	if !ok {
		p.known[id] = false // of an event that is part of itself
		at = p.isStated(id) || some(p.g.Objects(id, vocab.SuperEvent), p.holds)
		p.known[id] = at
	}
	return at
}

// isStated tells whether the location or, of an event, a name says that it is at the
// place.
func (p *placeFinder) isStated(id graph.ID) bool {
	says := func(text string) bool {
		text = placeWords(text)
		return slices.ContainsFunc(p.words, func(words string) bool { return occurs(words, text) })
	}
	return some(p.g.Objects(id, vocab.Location), func(location graph.ID) bool { return says(p.g.Term(location).Value) }) ||
		p.g.Kind(id) == vocab.KindEvent && slices.ContainsFunc(p.g.Names(id), says)
}
