package queries_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

// altered returns a part of the name, its words in another order, or a misspelling.
func altered(random *rand.Rand, name string) string {
	letters, words := []rune(name), strings.Fields(name)
	switch random.IntN(6) {
	case 0:
		return string(letters[:1+random.IntN(len(letters))])
	case 1:
		random.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		return strings.Join(words[:min(len(words), 3)], " ")
	case 2, 3:
		for range 1 + random.IntN(2) {
			i := random.IntN(len(letters))
			switch random.IntN(3) {
			case 0:
				letters = slices.Delete(letters, i, min(i+1, len(letters)))
			case 1:
				letters = slices.Insert(letters, i, 'e')
			default:
				letters[i], letters[len(letters)/2] = letters[len(letters)/2], letters[i]
			}
			if len(letters) == 0 {
				return name
			}
		}
		return string(letters)
	case 4:
		return strings.ToUpper(strings.ReplaceAll(name, " ", "-"))
	}
	return name
}

// scannedName is a name with what it is to its entity.
type scannedName struct {
	entity                     graph.ID
	kind                       vocab.Kind
	text, key                  string
	words                      []string
	isProper, isWrong, isShown bool
}

// scannedNames returns all names of entities of g.
func scannedNames(g *graph.Graph) []scannedName {
	var all []scannedName
	proper := map[vocab.Kind]string{vocab.KindProject: vocab.ProjectName, vocab.KindCategory: vocab.PrefLabel, vocab.KindSource: vocab.Title}
	other := map[vocab.Kind][]string{
		vocab.KindProject: {vocab.AltLabel, vocab.HiddenLabel}, vocab.KindCategory: {}, vocab.KindSource: {},
		vocab.KindSpeaker: {vocab.AlternateName, vocab.Nick, vocab.Profile},
	}
	typed := map[graph.ID]bool{}
	for s := range g.Statements(0, vocab.Type, 0) {
		typed[s.Subject] = true
	}
	for _, predicate := range []string{
		vocab.ProjectName, vocab.Name, vocab.PrefLabel, vocab.Title, vocab.AltLabel, vocab.HiddenLabel, vocab.AlternateName, vocab.Nick, vocab.Profile,
	} {
		for s := range g.Statements(0, predicate, 0) {
			kind := g.Kind(s.Subject)
			usual, others := proper[kind], other[kind]
			if usual == "" {
				usual = vocab.Name
			}
			if others == nil {
				others = []string{vocab.AlternateName}
			}
			if kind == "" || predicate != usual && !slices.Contains(others, predicate) {
				continue
			}
			texts := []string{g.Term(s.Object).Value}
			if i := strings.LastIndex(texts[0], " / "); i >= 0 && predicate == vocab.PrefLabel {
				texts = append(texts, texts[0][i+3:])
			}
			if predicate == vocab.Profile {
				_, handle, _ := vocab.Handle(texts[0])
				texts = []string{handle}
			}
			for _, text := range texts {
				n := scannedName{s.Subject, kind, text, vocab.NameKey(text), vocab.NameWords(text), predicate == usual, predicate == vocab.HiddenLabel, typed[s.Subject]}
				if n.key != "" {
					all = append(all, n)
				}
			}
		}
	}
	return all
}

// scannedMatch is how a name matches: less is better.
type scannedMatch struct{ match, distance int }

// scanned returns what Search should find, by looking at each name.
func scanned(g *graph.Graph, all []scannedName, text string, kinds []vocab.Kind) []string {
	matches := []queries.Match{
		queries.MatchName, queries.MatchAlias, queries.MatchMisspelling, queries.MatchPrefix, queries.MatchWords, queries.MatchTypo,
	}
	key, words := vocab.NameKey(text), vocab.NameWords(text)
	occurs := map[string]bool{}
	for _, n := range all {
		for _, w := range n.words {
			occurs[w] = true
		}
	}
	best := map[graph.ID]scannedMatch{}
	add := func(n scannedName, m scannedMatch) {
		if old, ok := best[n.entity]; (!ok || m.match < old.match || m.match == old.match && m.distance < old.distance) && n.isShown {
			best[n.entity] = m
		}
	}
	begins := func(n scannedName, word string) bool {
		return slices.ContainsFunc(n.words, func(w string) bool { return w == word || len(word) > 1 && strings.HasPrefix(w, word) })
	}
	eligible := slices.DeleteFunc(slices.Clone(all), func(n scannedName) bool { return len(kinds) > 0 && !slices.Contains(kinds, n.kind) })
	for _, n := range eligible {
		switch {
		case key == "":
		case n.key == key && n.isWrong:
			add(n, scannedMatch{2, 0})
		case n.key == key && n.isProper:
			add(n, scannedMatch{0, 0})
		case n.key == key:
			add(n, scannedMatch{1, 0})
		case n.isWrong:
		case len(key) > 1 && strings.HasPrefix(n.key, key):
			add(n, scannedMatch{3, 0})
		case !slices.ContainsFunc(words, func(w string) bool { return !begins(n, w) }):
			begun := 0
			for _, w := range words {
				if !slices.Contains(n.words, w) {
					begun++
				}
			}
			add(n, scannedMatch{4, begun})
		}
	}
	isExact := false
	for _, m := range best {
		isExact = isExact || m.match < 3
	}
	if len(best) <= 4 && !isExact && key != "" {
		for _, n := range eligible {
			if d := edits(key, n.key); d <= allowed(key) {
				add(n, scannedMatch{5, d})
			}
			total := 0
			for _, w := range words {
				d := 99
				if begins(n, w) {
					d = 0
				} else if !occurs[w] {
					for _, other := range n.words {
						if e := edits(w, other); e <= allowed(w) {
							d = min(d, e)
						}
					}
				}
				total += d
			}
			if total < 99 {
				add(n, scannedMatch{5, total})
			}
		}
	}
	ids := make([]graph.ID, 0, len(best))
	for id := range best {
		ids = append(ids, id)
	}
	stated := func(id graph.ID) int { return g.Count(id, 0, 0) + g.Count(0, 0, id) }
	isOther := func(id graph.ID) int {
		if g.Kind(id) == vocab.KindProject {
			return 0
		}
		return 1
	}
	slices.SortFunc(ids, func(a, b graph.ID) int {
		return cmp.Or(
			cmp.Compare(best[a].match, best[b].match), cmp.Compare(best[a].distance, best[b].distance), cmp.Compare(isOther(a), isOther(b)),
			cmp.Compare(stated(b), stated(a)), cmp.Compare(a, b),
		)
	})
	var list []string
	for _, id := range ids {
		kind, slug := g.EntityID(id)
		distance := 0
		if best[id].match == 5 {
			distance = best[id].distance
		}
		list = append(list, fmt.Sprintf("%s/%s %s %d", kind, slug, matches[best[id].match], distance))
	}
	return list
}

// allowed returns in how many letters a word may differ.
func allowed(word string) int {
	switch n := utf8.RuneCountInString(word); {
	case n <= 2:
		return 0
	case n <= 7:
		return 1
	}
	return 2
}

// edits returns how many letters have to be put in, taken out, replaced or swapped with
// their neighbour to make b of a, 99 for more than two.
func edits(a, b string) int {
	s, t := []rune(a), []rune(b)
	if max(len(s)-len(t), len(t)-len(s)) > 2 {
		return 99
	}
	rows := [3][]int{make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(s); i++ {
		row, last, before := rows[i%3], rows[(i+2)%3], rows[(i+1)%3]
		row[0] = i
		for j := 1; j <= len(t); j++ {
			row[j] = 1 + min(last[j], row[j-1], last[j-1])
			if s[i-1] == t[j-1] {
				row[j] = last[j-1]
			} else if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], 1+before[j-2])
			}
		}
	}
	return rows[len(s)%3][len(t)]
}
