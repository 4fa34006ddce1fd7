package main

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/extract/catalogue"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/resolve"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// world is the default graph as it is stated, and what became one in it.
type world struct {
	values    map[string]map[string][]string // by id as stated, by predicate
	sources   map[string][]string            // that state each id
	said      map[[2]string]int              // by id and value: how often it is stated
	canonical map[string]string              // by id that was merged away
	pairs     []pair                         // merged, by the reason that joined them
}

// pair is two ids of one kind, the first in byte order first.
type pair struct {
	kind   vocab.Kind
	a, b   string
	reason string // "" for two that are not one
}

// open returns the world of the YAML files in data.
func open(data fs.FS) (*world, error) {
	stated, err := catalogue.Quads(data)
	if err != nil {
		return nil, err
	}
	merged, err := resolve.Merge(stated, nil)
	if err != nil {
		return nil, err
	}
	w := &world{values: map[string]map[string][]string{}, said: map[[2]string]int{}, sources: map[string][]string{}, canonical: map[string]string{}}
	for _, q := range stated {
		w.read(q)
	}
	seen := map[pair]bool{}
	for _, q := range merged {
		if q.Predicate.Value == vocab.SameAs {
			w.canonical[q.Subject.Value] = q.Object.Value
		}
		reason, ok := vocab.IdentityReasons[q.Predicate.Value]
		kind, _, _ := vocab.KindOf(q.Subject.Value)
		if p := (pair{kind, q.Subject.Value, q.Object.Value, reason}); ok && !seen[p] {
			seen[p] = true
			w.pairs = append(w.pairs, p)
		}
	}
	return w, nil
}

func (w *world) read(q rdf.Quad) {
	id := q.Subject.Value
	if _, _, ok := vocab.KindOf(id); !ok {
		return
	}
	of := w.values[id]
	if of == nil {
		of = map[string][]string{}
		w.values[id] = of
	}
	w.said[[2]string{id, q.Object.Value}]++
	if !slices.Contains(of[q.Predicate.Value], q.Object.Value) {
		of[q.Predicate.Value] = append(of[q.Predicate.Value], q.Object.Value)
	}
	if inverse, ok := inverses[q.Predicate.Value]; ok {
		w.read(rdf.Quad{Subject: q.Object, Predicate: rdf.NewIRI(inverse), Object: q.Subject, Label: q.Label})
	}
	source := vocab.ParseLabel(q.Label.Value).Source
	if q.Predicate.Value == vocab.Type && !slices.Contains(w.sources[id], source) {
		w.sources[id] = append(w.sources[id], source)
	}
}

// Predicates turned round.
const (
	gave      = "gave"
	maintains = "maintains"
)

var inverses = map[string]string{vocab.Performer: gave, vocab.Maintainer: maintains}

// one returns the id that stands for id.
func (w *world) one(id string) string {
	if c, ok := w.canonical[id]; ok {
		return c
	}
	return id
}

// ids returns the ids of the kind as stated, sorted.
func (w *world) ids(kind vocab.Kind) []string {
	var list []string
	for id := range w.sources {
		if k, _, _ := vocab.KindOf(id); k == kind {
			list = append(list, id)
		}
	}
	slices.Sort(list)
	return list
}

// names returns the names of the entities that the id has under the predicate.
func (w *world) names(id, predicate string) []string {
	var list []string
	for _, other := range w.values[id][predicate] {
		list = append(list, w.name(other))
	}
	return list
}

// name returns the name of the entity that is said most often, the first of several.
func (w *world) name(id string) string {
	for _, p := range []string{vocab.Name, vocab.Profile, vocab.Nick} {
		best := ""
		for _, name := range w.values[id][p] {
			if best == "" || w.said[[2]string{id, name}] > w.said[[2]string{id, best}] {
				best = name
			}
		}
		if best != "" {
			return best
		}
	}
	return id
}

// describe returns what a person needs to judge by: of a talk its title, event,
// speakers, date, page and recording; of a speaker name, affiliations, profiles,
// talks and the projects maintained.
func (w *world) describe(p pair, id string) string {
	v := w.values[id]
	parts := slices.Concat(v[vocab.Name], v[vocab.AlternateName])
	if p.kind == vocab.KindTalk {
		parts = append(parts, strings.Join(w.names(id, vocab.SuperEvent), ", "), "by "+strings.Join(w.names(id, vocab.Performer), ", "))
		parts = append(parts, v[vocab.StartDate]...)
		for _, address := range slices.Concat(v[vocab.URL], v[vocab.RecordedIn], v[vocab.WorkFeatured]) {
			parts = append(parts, shortAddress(address))
		}
		return strings.Join(parts, "; ")
	}
	parts = append(parts, slices.Concat(w.names(id, vocab.Affiliation), v[vocab.Profile], v[vocab.Nick])...)
	for _, t := range v[gave] {
		parts = append(parts, fmt.Sprintf("“%s” (%s)", w.name(t), strings.Join(w.names(t, vocab.SuperEvent), ", ")))
	}
	for _, project := range v[maintains] {
		parts = append(parts, "maintains "+w.values[project][vocab.ProjectName][0])
	}
	return strings.Join(parts, "; ")
}

// shortAddress leaves of an address what tells it from others.
func shortAddress(address string) string {
	address = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(address, "https://"), "http://"), "www.")
	host, path, _ := strings.Cut(address, "/")
	if strings.HasSuffix(host, ".sched.com") {
		if parts := strings.Split(path, "/"); len(parts) > 1 {
			path = parts[1]
		}
		return host[:strings.IndexByte(host, '.')] + "/" + path
	}
	return address
}

// nearMisses returns the pairs of the kind that are not one and may look as if they
// were: speakers with most of the words of their names in common; talks with most
// of the words of their titles in common and a speaker's name or an event, or
// of which one tells no event. It knows nothing of the rules of package resolve. Of
// several ids of one entity, the first stands for all.
func (w *world) nearMisses(kind vocab.Kind) []pair {
	words := map[string][]string{} // by id
	having := map[string][]string{}
	for _, id := range w.ids(kind) {
		words[id] = w.words(id)
		for _, word := range words[id] {
			having[word] = append(having[word], id)
		}
	}
	seen := map[[2]string]bool{}
	var list []pair
	for _, a := range w.ids(kind) {
		rare := slices.Clone(words[a])
		slices.SortStableFunc(rare, func(x, y string) int { return cmp.Compare(len(having[x]), len(having[y])) })
		for _, word := range rare[:min(len(rare), rareWords)] {
			for _, b := range having[word] {
				ones := [2]string{min(w.one(a), w.one(b)), max(w.one(a), w.one(b))}
				if ones[0] == ones[1] || seen[ones] || overlap(words[a], words[b]) < nearShare || kind == vocab.KindTalk && !w.near(a, b) {
					continue
				}
				seen[ones] = true
				list = append(list, pair{kind: kind, a: min(a, b), b: max(a, b)})
			}
		}
	}
	return list
}

const (
	rareWords = 3    // of these, the rarest, another record must have one
	nearShare = 0.55 // of the words of both must be common
)

// words returns the words of the names of the id, sorted, as of nobody's rules.
func (w *world) words(id string) []string {
	var words []string
	for _, word := range strings.Split(vocab.Slug(strings.Join(w.values[id][vocab.Name], " ")), "-") {
		if word != "" {
			words = append(words, word)
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// near tells whether the talks have an event or a speaker's name in common, or one
// of the two is of no event.
func (w *world) near(a, b string) bool {
	of := func(id, predicate string) []string {
		var keys []string
		for _, other := range w.values[id][predicate] {
			if predicate == vocab.SuperEvent {
				keys = append(keys, w.one(other))
			} else {
				keys = append(keys, strings.Join(w.words(other), " "))
			}
		}
		return keys
	}
	shares := func(x, y []string) bool {
		return slices.ContainsFunc(x, func(k string) bool { return k != "" && slices.Contains(y, k) })
	}
	x, y := of(a, vocab.SuperEvent), of(b, vocab.SuperEvent)
	return len(x) == 0 || len(y) == 0 || shares(x, y) || shares(of(a, vocab.Performer), of(b, vocab.Performer))
}

// overlap returns the share of the words of two sorted lists that both have.
func overlap(a, b []string) float64 {
	common := 0
	for _, w := range a {
		if _, ok := slices.BinarySearch(b, w); ok {
			common++
		}
	}
	return float64(common) / float64(len(a)+len(b)-common)
}
