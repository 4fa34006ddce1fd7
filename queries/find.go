package queries

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// FindOptions say what Find looks for.
type FindOptions struct {
	Kinds []vocab.Kind // kinds of the entity; none for any kind
}

// NotFoundError tells that no entity has a name.
type NotFoundError struct {
	Kind        vocab.Kind // the kind that was looked for; "" for more than one
	Name        string
	Suggestions []Entity // entities with nearly that name, the nearest first
}

// Error returns a sentence with the suggestions.
func (e *NotFoundError) Error() string {
	var b strings.Builder
	if e.Kind == "" {
		fmt.Fprintf(&b, "nothing is named %q", e.Name)
	} else {
		fmt.Fprintf(&b, "no %s %q", e.Kind, e.Name)
	}
	for i, s := range e.Suggestions {
		switch {
		case i == 0:
			b.WriteString("; did you mean ")
		case i == len(e.Suggestions)-1:
			b.WriteString(" or ")
		default:
			b.WriteString(", ")
		}
		b.WriteString(s.Name)
	}
	if len(e.Suggestions) > 0 {
		b.WriteByte('?')
	}
	return b.String()
}

// AmbiguousError tells that several entities have a name.
type AmbiguousError struct {
	Name       string
	Candidates []Entity // in the order of name, kind and id
}

// Error returns a sentence with the candidates, by the names that find each.
func (e *AmbiguousError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q may be ", e.Name)
	for i, c := range e.Candidates {
		switch {
		case i == 0:
		case i == len(e.Candidates)-1:
			b.WriteString(" or ")
		default:
			b.WriteString(", ")
		}
		b.WriteString(c.Ref())
		if !strings.EqualFold(c.Name, e.Name) {
			fmt.Fprintf(&b, " (%s)", c.Name)
		}
	}
	return b.String()
}

// Find returns the entity that name names:
//
//   - exactly, as "talk/…" or by its IRI;
//   - else by its id, which is its name in lower case with hyphens ("open-telemetry");
//   - else by a name, an alias or a handle as it is spelt;
//   - else by one of these in any case, width and punctuation; a category also
//     by the last part of its name.
//
// Where entities of several kinds have the name, a project is taken before the
// others. A misspelling finds nothing, even a known one, but is answered with
// suggestions. The error is a *NotFoundError or an *AmbiguousError.
func Find(ctx context.Context, g *graph.Graph, name string, opts *FindOptions) (graph.ID, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	var kinds []vocab.Kind
	if opts != nil {
		kinds = opts.Kinds
	}
	if len(kinds) == 0 {
		kinds = vocab.Kinds[:] // projects are the first of them
	}
	f := finder{g: g, kinds: kinds, name: strings.TrimSpace(name)}
	for _, step := range [...]func() []graph.ID{f.byReference, f.byID, f.bySpelling, f.byKey} {
		if found := f.preferred(step()); len(found) == 1 {
			return found[0], nil
		} else if len(found) > 1 {
			return 0, &AmbiguousError{Name: f.name, Candidates: entities(g, found)}
		}
	}
	missing := &NotFoundError{Name: f.name, Suggestions: f.suggestions()}
	if len(kinds) == 1 {
		missing.Kind = kinds[0]
	}
	return 0, missing
}

// findAll returns the entities of kind k that names name.
func findAll(ctx context.Context, g *graph.Graph, names []string, kinds ...vocab.Kind) ([]graph.ID, error) {
	ids := make([]graph.ID, 0, len(names))
	for _, name := range names {
		id, err := Find(ctx, g, name, &FindOptions{Kinds: kinds})
		if err != nil {
			return nil, err
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

// finder looks for one name among the entities of kinds.
type finder struct {
	g     *graph.Graph
	kinds []vocab.Kind
	name  string
}

// preferred returns ids without repeats and without entities of other kinds;
// only the projects where there are any.
func (f *finder) preferred(ids []graph.ID) []graph.ID {
	slices.Sort(ids)
	ids = slices.Compact(ids)
	ids = slices.DeleteFunc(ids, func(id graph.ID) bool { return !slices.Contains(f.kinds, f.g.Kind(id)) })
	isProject := func(id graph.ID) bool { return f.g.Kind(id) == vocab.KindProject }
	if slices.ContainsFunc(ids, isProject) {
		return slices.DeleteFunc(ids, func(id graph.ID) bool { return !isProject(id) })
	}
	return ids
}

// byReference finds "kind/id", a source's key, and an entity's IRI.
func (f *finder) byReference() []graph.ID {
	kind, id, ok := vocab.KindOf(f.name)
	if !ok {
		kind, id, ok = vocab.KindOf(vocab.Base + f.name)
	}
	if ok {
		if found, ok := f.g.Entity(kind, id); ok {
			return []graph.ID{found}
		}
	}
	if strings.Contains(f.name, ":") {
		if found, ok := f.g.Entity(vocab.KindSource, f.name); ok {
			return []graph.ID{found}
		}
	}
	return nil
}

// byID finds the entities whose id is the name as a slug.
func (f *finder) byID() []graph.ID {
	slug := vocab.Slug(f.name)
	if slug == "" {
		return nil
	}
	var found []graph.ID
	for _, kind := range f.kinds {
		if id, ok := f.g.Entity(kind, slug); ok {
			found = append(found, id)
		}
	}
	return found
}

// bySpelling finds the entities that have exactly this name or this handle.
func (f *finder) bySpelling() []graph.ID {
	handle := strings.TrimPrefix(f.name, "@")
	terms := []rdf.Term{rdf.NewString(f.name), rdf.NewString(handle)}
	for _, lang := range [...]string{"en", "ja", "ko", "zh"} {
		terms = append(terms, rdf.NewLangString(f.name, lang))
	}
	terms = append(terms, vocab.Profiles(handle)...)
	var found []graph.ID
	for _, t := range terms {
		literal, ok := f.g.ID(t)
		if !ok {
			continue
		}
		for _, kind := range f.kinds {
			for _, p := range namePredicates(kind) {
				found = slices.AppendSeq(found, f.g.Subjects(p, literal))
			}
		}
	}
	return found
}

// byKey finds the entities one of whose names differs from the name by no more
// than case, width and punctuation.
func (f *finder) byKey() []graph.ID {
	key := nameKey(f.name)
	if key == "" {
		return nil
	}
	return newNameReader(f.g, f.kinds).with(key)
}
