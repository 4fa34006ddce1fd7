package landscape

import (
	"strings"

	"github.com/cncfgraph/cncfgraph/extract/record"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// project is a piece of software: an item, and the other items of the same name.
type project struct {
	item
	slug       string
	aliases    []string
	milestones []milestone
	also       []item // only what the first item lacks
}

// fold returns the projects that items stand for. Items of one name are one
// project. So is "X (Wasm)", which repeats X in another category, where there
// is an X; a repository in common is no reason, as Kubeflow and its Notebooks
// share one. The first item names the project, or the one that the CNCF hosts. A
// project that contradicts itself is a problem and left out.
func fold(items []*item, problems *[]record.Problem) []*project {
	var projects []*project
	byName := map[string]*project{}
	for _, wasm := range []bool{false, true} {
		for _, it := range items {
			base, shadow := strings.CutSuffix(strings.ToLower(it.name), "(wasm)")
			if shadow != wasm {
				continue
			}
			p := byName[vocab.Slug(base)]
			if p == nil {
				p = &project{item: *it}
				byName[vocab.Slug(it.name)] = p
				projects = append(projects, p)
			} else if err := p.add(*it); err != nil {
				*problems = append(*problems, problemOf(err))
			}
		}
	}
	sound := projects[:0]
	for _, p := range projects {
		var err error
		if p.milestones, err = history(p.item); err != nil {
			*problems = append(*problems, problemOf(err))
			continue
		}
		p.trim()
		sound = append(sound, p)
	}
	return sound
}

// add makes it one more item of p.
func (p *project) add(it item) error {
	if it.project.value != "" {
		if p.project.value != "" {
			return lineError(it.lines.first, "%s: a CNCF project twice, also on line %d", it.name, p.lines.first)
		}
		p.item, it = it, p.item
	}
	p.also = append(p.also, it)
	return nil
}

// trim leaves in the other items only what the first one lacks.
func (p *project) trim() {
	for i := range p.also {
		other := &p.also[i]
		other.categories = without(other.categories, p.categories)
		other.repositories = without(other.repositories, p.repositories)
		if len(without([]string{other.homepage}, []string{p.homepage})) == 0 {
			other.homepage = ""
		}
	}
}

// without returns the strings of list that are not in known. Case and a final
// slash make no difference: they make none in addresses.
func without(list, known []string) []string {
	plain := func(s string) string { return strings.TrimSuffix(strings.ToLower(s), "/") }
	seen := map[string]bool{}
	for _, s := range known {
		seen[plain(s)] = true
	}
	var rest []string
	for _, s := range list {
		if !seen[plain(s)] {
			rest = append(rest, s)
		}
	}
	return rest
}
