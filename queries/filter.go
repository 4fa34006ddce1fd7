package queries

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Filter narrows a list: an entity is listed if it meets every field that is
// set. Entities are named as for [Find], dates are YYYY-MM-DD, YYYY-MM or YYYY.
//
// What a field says about a talk holds for what hangs on the talk too: with
// Project, [Speakers] lists those who gave a talk about the project, and their
// talk counts count those talks. Each function names the fields it takes; one
// that it does not take, a date that is none and a level that is none are an
// *OptionError.
type Filter struct {
	Names    []string      // only these entities
	Project  string        // talks about the project
	Mentions string        // talks about the project or naming it
	Speaker  string        // talks of the speaker
	Event    string        // talks at the event, at a part of it, at an event of the series
	Category string        // projects of the category or one below it, and talks about them
	Maturity []vocab.Level // projects that are at one of the levels, and talks about projects that were
	Place    string        // events at the city or in the country, by their location or their name
	Since    string        // from this date on
	Until    string        // to the end of this date
	Limit    int           // most entities; 0 for all
}

// OptionError tells that an option has a value that no graph could answer to:
// what the caller asked is at fault, not what the graph holds.
type OptionError struct{ Err error }

// Error returns the fault.
func (e *OptionError) Error() string { return e.Err.Error() }

// Unwrap returns the fault.
func (e *OptionError) Unwrap() error { return e.Err }

// optionErrorf returns an *OptionError.
func optionErrorf(format string, args ...any) error {
	return &OptionError{fmt.Errorf(format, args...)}
}

// inWords lists the words for a sentence.
func inWords[T ~string](words []T) string {
	list := make([]string, len(words))
	for i, word := range words {
		list[i] = string(word)
	}
	return strings.Join(list, ", ")
}

// field is a field of Filter.
type field string

const (
	byProject  field = "project"
	byMentions field = "mentions"
	bySpeaker  field = "speaker"
	byEvent    field = "event"
	byGroup    field = "category"
	byMaturity field = "maturity"
	byPlace    field = "place"
	bySince    field = "since"
	byUntil    field = "until"
)

// isSet tells which fields of f are set, in the order of the constants.
func (f *Filter) isSet() []field {
	var set []field
	for _, v := range [...]struct {
		name field
		set  bool
	}{
		{byProject, f.Project != ""},
		{byMentions, f.Mentions != ""},
		{bySpeaker, f.Speaker != ""},
		{byEvent, f.Event != ""},
		{byGroup, f.Category != ""},
		{byMaturity, len(f.Maturity) > 0},
		{byPlace, f.Place != ""},
		{bySince, f.Since != ""},
		{byUntil, f.Until != ""},
	} {
		if v.set {
			set = append(set, v.name)
		}
	}
	return set
}

// selection is a Filter with its names looked up.
type selection struct {
	g          *graph.Graph
	names      []graph.ID // of the listed kind
	named      bool       // whether names narrow the list
	project    graph.ID
	mentions   graph.ID
	speaker    graph.ID
	events     []graph.ID // in order of ID; with parts
	categories []graph.ID // in order of ID; with those below
	levels     []vocab.Level
	place      *placeFinder
	since      string // first day
	until      string // last day
	limit      int
	set        []field
	histories  *histories
}

// newSelection looks up the names in f, which may be nil and may set no other
// fields than those taken. kind is that of the list.
func newSelection(ctx context.Context, g *graph.Graph, f *Filter, kind vocab.Kind, taken ...field) (*selection, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := &selection{g: g, histories: newHistories(g)}
	if f == nil {
		return s, nil
	}
	for _, name := range f.isSet() {
		if !slices.Contains(taken, name) {
			return nil, optionErrorf("a list of %ss cannot be narrowed by %s", kind, name)
		}
		s.set = append(s.set, name)
	}
	s.limit, s.levels, s.place = f.Limit, f.Maturity, newPlaceFinder(g, f.Place)
	for _, l := range f.Maturity {
		if !slices.Contains(vocab.Levels[:], l) {
			return nil, optionErrorf("unknown maturity level %q; one of %s", l, inWords(vocab.Levels[:]))
		}
	}
	var err error
	s.named = len(f.Names) > 0
	if s.names, err = findAll(ctx, g, f.Names, kind); err != nil {
		return nil, err
	}
	if err := s.findDates(f); err != nil {
		return nil, err
	}
	return s, s.findEntities(ctx, f)
}

// findDates reads the dates of f.
func (s *selection) findDates(f *Filter) error {
	for _, d := range [...]struct {
		name field
		date string
		day  func(string) string
		to   *string
	}{{bySince, f.Since, firstDay, &s.since}, {byUntil, f.Until, vocab.LastDay, &s.until}} {
		if d.date == "" {
			continue
		}
		if _, err := vocab.Date(d.date); err != nil {
			return optionErrorf("%s: %w", d.name, err)
		}
		*d.to = d.day(d.date)
	}
	return nil
}

// findEntities looks up the entities that f names.
func (s *selection) findEntities(ctx context.Context, f *Filter) error {
	var event, category graph.ID
	for _, e := range [...]struct {
		name string
		kind vocab.Kind
		to   *graph.ID
	}{
		{f.Project, vocab.KindProject, &s.project},
		{f.Mentions, vocab.KindProject, &s.mentions},
		{f.Speaker, vocab.KindSpeaker, &s.speaker},
		{f.Event, vocab.KindEvent, &event},
		{f.Category, vocab.KindCategory, &category},
	} {
		if e.name == "" {
			continue
		}
		id, err := Find(ctx, s.g, e.name, &FindOptions{Kinds: []vocab.Kind{e.kind}})
		if err != nil {
			return err
		}
		*e.to = id
	}
	s.events = below(s.g, vocab.SuperEvent, event)
	s.categories = below(s.g, vocab.Broader, category)
	return nil
}

// below returns id and the entities of its kind from which the predicate leads
// to it, in order of ID; nothing for no id.
func below(g *graph.Graph, predicate string, id graph.ID) []graph.ID {
	if id == 0 {
		return nil
	}
	from, to := g.Range(g.Kind(id))
	seen := map[graph.ID]bool{id: true}
	list := []graph.ID{id}
	for i := 0; i < len(list); i++ {
		for part := range g.Subjects(predicate, list[i]) {
			if part >= from && part < to && !seen[part] {
				seen[part] = true
				list = append(list, part)
			}
		}
	}
	slices.Sort(list)
	return list
}

// narrowed tells whether a field other than those is set that talks are
// selected by.
func (s *selection) narrowed(but ...field) bool {
	return slices.ContainsFunc(s.set, func(f field) bool { return !slices.Contains(but, f) })
}

// lists tells whether the names of the filter leave id in.
func (s *selection) lists(id graph.ID) bool { return !s.named || slices.Contains(s.names, id) }

// inTime tells whether the date is within since and until.
func (s *selection) inTime(date string) bool {
	if s.since == "" && s.until == "" {
		return true
	}
	day := vocab.LastDay(date)
	return day != "" && day >= s.since && (s.until == "" || day <= s.until)
}

// inPlace tells whether the event or talk is in the place.
func (s *selection) inPlace(id graph.ID) bool {
	return s.place == nil || s.place.holds(id)
}

// inCategory tells whether the project is in the category.
func (s *selection) inCategory(project graph.ID) bool {
	if s.categories == nil {
		return true
	}
	for category := range s.g.Objects(project, vocab.Subject) {
		if _, found := slices.BinarySearch(s.categories, category); found {
			return true
		}
	}
	return false
}

// atLevel tells whether the project was at one of the levels on the day, is at
// it where day is empty.
func (s *selection) atLevel(project graph.ID, day string) bool {
	if len(s.levels) == 0 {
		return true
	}
	return slices.Contains(s.levels, levelIn(s.histories.of(project), day))
}
