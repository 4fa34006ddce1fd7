package landscape

import (
	"fmt"
	"strings"

	"github.com/cncfgraph/cncfgraph/extract/record"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/pattern"
)

// bracketed is a name with a remark in brackets: "The Update Framework (TUF)".
var bracketed = pattern.Lazy(`^(.*\S)\s*\(([^()]*)\)$`)

// name gives each project its slug and the other names that its name contains.
// The slug is that of the name without its remark; where that is the slug of
// two projects, each takes that of its whole name. It returns the projects that
// got one; for the others there is a problem.
func name(projects []*project, problems *[]record.Problem) []*project {
	short := map[string]int{}
	for _, p := range projects {
		base, remark := p.name, ""
		if m := bracketed().FindStringSubmatch(p.name); m != nil {
			base, remark = m[1], m[2]
		}
		if strings.EqualFold(remark, "wasm") {
			base, remark = p.name, "" // the WebAssembly side of something that is no item
		}
		p.slug = vocab.Slug(base)
		p.aliases = otherNames(base, remark)
		short[p.slug]++
	}
	owner := map[string]*project{}
	named := projects[:0]
	for _, p := range projects {
		if short[p.slug] > 1 {
			p.slug = vocab.Slug(p.name)
		}
		if other := owner[p.slug]; other != nil || p.slug == "" {
			*problems = append(*problems, record.Problem{Line: p.lines.first, Err: fmt.Errorf("%s: slug %q is taken or empty", p.name, p.slug)})
			continue
		}
		owner[p.slug] = p
		named = append(named, p)
	}
	return named
}

// otherNames returns the names that a name with a remark is also known by.
func otherNames(base, remark string) []string {
	switch {
	case remark == "":
		return nil
	case strings.EqualFold(remark, "member"): // tells the product from the member company
		return []string{base}
	}
	return []string{base, strings.TrimPrefix(remark, "formerly ")}
}

// integratedNames returns the names in a list such as "Helm, Argo CD (GitOps),
// SPIFFE/SPIRE, etc."; which of them are projects is for the reader of the
// output to find out. Of running text nothing is left, nor of addresses.
func (it item) integratedNames() []string {
	const longest = 3 // words in a name
	s := strings.ReplaceAll(notNames().ReplaceAllString(it.integrations.value, " "), " and ", ",")
	var names []string
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",，;\n/", r) }) {
		part = strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSpace(part), "etc."), "."))
		if part == "" || len(strings.Fields(part)) > longest || strings.ContainsAny(part, ":[]<>") {
			continue
		}
		names = appendNew(names, part)
	}
	return names
}

// notNames is what a list of names holds besides names: remarks and addresses.
var notNames = pattern.Lazy(`\([^()]*\)|https?://\S*`)
