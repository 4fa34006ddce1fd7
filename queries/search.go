package queries

import (
	"cmp"
	"context"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// SearchOptions narrow what Search finds.
type SearchOptions struct {
	Kinds    []vocab.Kind // only entities of these kinds; none for any kind
	Limit    int          // most entities; 0 for all
	Evidence int          // most evidence of a name; 0 for 3, negative for all
}

// SearchResults are the entities that words find, the best first.
type SearchResults struct {
	Query   string        `json:"query"`
	Results []FoundEntity `json:"results"`
	Omitted int           `json:"omitted"` // entities beyond the limit
}

// FoundEntity is an entity with the name that the words found it by.
type FoundEntity struct {
	Entity
	Matched  string           `json:"matched"` // the name; a handle without its platform
	Match    Match            `json:"match"`   // how the words match it
	Edits    int              `json:"edits"`   // letters in which they differ from it, of a typo
	Evidence []vocab.Evidence `json:"evidence"`
}

// Match is how words match a name.
type Match string

// The matches, the best first. Case, width and punctuation never count.
const (
	MatchName        Match = "name"        // the words are the name of the entity
	MatchAlias       Match = "alias"       // they are another name of it, or its handle
	MatchMisspelling Match = "misspelling" // they are a known misspelling of it
	MatchPrefix      Match = "prefix"      // a name begins with them
	MatchWords       Match = "words"       // each begins a word of the name, in any order
	MatchTypo        Match = "typo"        // they differ from the name, or from words of it, by few letters
)

// matches are the matches in their order.
var matches = [...]Match{MatchName, MatchAlias, MatchMisspelling, MatchPrefix, MatchWords, MatchTypo}

// few is up to how many entities found leave reason to look for typos too.
const few = 4

// Search finds entities by their names, titles, aliases and handles: those that the
// words are the name of, that have names which begin with them, that have a name with
// a word for each of them, and, where that finds few or none, that are nearly named
// so. Of words of up to two letters none may differ, of up to seven one, of longer
// ones two. Chinese, Japanese and Korean are matched by each two characters that stand
// side by side.
//
// They are ordered by how they match, then fewer words that are only begun or fewer
// letters that differ, projects before others, then by how much is stated of them, the
// most first. In a view as of a day only entities count that are in it. It is no error
// where nothing is found; a kind that is none is an *OptionError.
func Search(ctx context.Context, g *graph.Graph, words string, opts *SearchOptions) (*SearchResults, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if opts == nil {
		opts = &SearchOptions{}
	}
	kinds := opts.Kinds
	for _, k := range kinds {
		if !slices.Contains(vocab.Kinds[:], k) {
			return nil, optionErrorf("unknown kind %q; one of %s", k, inWords(vocab.Kinds[:]))
		}
	}
	if len(kinds) == 0 {
		kinds = vocab.Kinds[:]
	}
	s := searcher{nameReader: newNameReader(g, kinds), key: nameKey(words), words: vocab.NameWords(words)}
	found := s.ranked(opts.Limit)
	list := &SearchResults{Query: words, Results: []FoundEntity{}}
	found, list.Omitted = limited(found, opts.Limit)
	for _, f := range found {
		list.Results = append(list.Results, s.result(f, opts.Evidence))
	}
	return list, nil
}

// searcher searches the names of a graph.
type searcher struct {
	*nameReader
	key   string
	words []string
	found []foundName
}

// foundName is a name that matches.
type foundName struct {
	entity graph.ID
	name   uint32
	rank   matchRank
}

// matchRank orders how names match: the index into matches, then a distance, which is
// how many words are only begun, or how many letters differ.
type matchRank uint16

func newMatchRank(match Match, distance int) matchRank {
	return matchRank(slices.Index(matches[:], match)<<8 | min(distance, 0xff))
}

func (r matchRank) match() Match { return matches[r>>8] }

func (r matchRank) distance() int { return int(r & 0xff) }

// ranked returns the best name of each entity found, the best entity first; the order
// behind the first n, of all for 0, is that of the ranks alone.
func (s *searcher) ranked(n int) []foundName {
	if s.key == "" {
		return nil
	}
	s.addWhole()
	s.addWords()
	best := s.best()
	isExact := func(f foundName) bool { return f.rank < newMatchRank(MatchPrefix, 0) }
	if len(best) <= few && !slices.ContainsFunc(best, isExact) {
		s.addTypos()
		best = s.best()
	}
	if n <= 0 {
		n = len(best)
	}
	order := func(f foundName) int {
		if s.g.Kind(f.entity) == vocab.KindProject {
			return int(f.rank) << 1
		}
		return int(f.rank)<<1 | 1
	}
	slices.SortStableFunc(best, func(a, b foundName) int { return cmp.Compare(order(a), order(b)) })
	for from := 0; from < min(n, len(best)); { // what is stated is counted where it decides
		to := from + 1
		for to < len(best) && order(best[to]) == order(best[from]) {
			to++
		}
		s.sortByEvidence(best[from:to])
		from = to
	}
	return best
}

// sortByEvidence sorts what is found by how much is stated of it, the most first, what
// is equal by ID.
func (s *searcher) sortByEvidence(found []foundName) {
	if len(found) < 2 {
		return
	}
	stated := make(map[graph.ID]int, len(found))
	for _, f := range found {
		stated[f.entity] = s.g.Count(f.entity, 0, 0) + s.g.Count(0, 0, f.entity)
	}
	slices.SortFunc(found, func(a, b foundName) int {
		return cmp.Or(cmp.Compare(stated[b.entity], stated[a.entity]), cmp.Compare(a.entity, b.entity))
	})
}

// add adds the name as one that matches so, if it is a name of an entity that counts.
func (s *searcher) add(name int, match Match, distance int) {
	id, role := s.entity(name)
	switch {
	case role == noName:
		return
	case role == misspelling && match != MatchTypo:
		if match != MatchName {
			return // it is told only to who spells it so
		}
		match = MatchMisspelling
	case role == otherName && match == MatchName:
		match = MatchAlias
	}
	s.found = append(s.found, foundName{id, uint32(name), newMatchRank(match, distance)})
}

// best returns the best name of each entity found that is in the graph, in order of ID.
func (s *searcher) best() []foundName {
	slices.SortFunc(s.found, func(a, b foundName) int {
		if a.entity != b.entity {
			return cmp.Compare(a.entity, b.entity)
		}
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.name, b.name))
	})
	s.found = slices.CompactFunc(s.found, func(a, b foundName) bool { return a.entity == b.entity })
	if s.g.Day() != "" {
		s.found = slices.DeleteFunc(s.found, func(f foundName) bool { return !isStated(s.g, f.entity) })
	}
	return slices.Clone(s.found)
}

// isStated tells whether g says of what class the entity is.
func isStated(g *graph.Graph, id graph.ID) bool {
	for range g.Statements(id, vocab.Type, 0) {
		return true
	}
	return false
}

// result returns the entity found by the name, with up to so much evidence of it.
func (s *searcher) result(f foundName, evidence int) FoundEntity {
	st := s.names.Statement(int(f.name))
	r := FoundEntity{Entity: entity(s.g, f.entity), Matched: s.text(int(f.name)), Match: f.rank.match()}
	if r.Match == MatchTypo {
		r.Edits = f.rank.distance()
	}
	var labels []graph.Label
	for st := range s.g.Match(st.Subject, st.Predicate, st.Object) {
		labels = append(labels, st.Label)
	}
	if evidence == 0 {
		evidence = 3
	}
	if r.Evidence = evidenceOf(s.g, labels); evidence > 0 {
		r.Evidence = r.Evidence[:min(evidence, len(r.Evidence))]
	}
	return r
}
