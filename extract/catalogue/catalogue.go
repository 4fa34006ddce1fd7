// Package catalogue turns the project's own curated YAML, the folder data, into
// statements: the software of the CNCF landscape and outside of it, its names,
// relations and maturity, and what reports of events say. docs/data.md
// describes each file.
//
// Reading is strict. An unknown key, project or category, a date that is none,
// a slug that is taken: each is an error that begins with file:line.
package catalogue

import (
	"errors"
	"fmt"
	"io/fs"
	"path"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Quads returns the statements of the YAML files of a folder, sorted: of
// landscape.yaml, software.yaml, names.yaml, corrections.yaml, observed.yaml,
// relations.yaml, identities.yaml, reports/*.yaml and programs/*.yaml. A file that is not there states nothing. Later files may
// name only what earlier ones define. Every quad has a label: the line of the
// public document that states it, or that of the YAML file itself where it is
// the project's own knowledge.
func Quads(files fs.FS) ([]rdf.Quad, error) {
	c := newCatalogue()
	steps := []struct {
		file string
		read func(*document) error
	}{
		{"landscape.yaml", c.landscape},
		{"software.yaml", c.software},
		{"names.yaml", c.otherNames},
		{"corrections.yaml", c.corrections},
		{"observed.yaml", c.observed},
		{"relations.yaml", c.relations},
		{"identities.yaml", c.identities},
	}
	for _, s := range steps {
		if err := readFile(files, s.file, s.read); err != nil {
			return nil, err
		}
	}
	for _, pattern := range []string{"reports/*.yaml", "programs/*.yaml"} {
		names, err := fs.Glob(files, pattern)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			if err := readFile(files, name, c.report); err != nil {
				return nil, err
			}
		}
	}
	c.stateNames()
	c.integrate()
	return rdf.Sort(c.quads), nil
}

func readFile(files fs.FS, name string, read func(*document) error) error {
	data, err := fs.ReadFile(files, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	d, err := parse(name, data)
	if err == nil {
		err = read(d)
	}
	return err
}

// catalogue gathers the statements, and what later files refer to.
type catalogue struct {
	quads        []rdf.Quad
	projects     map[string]*entry // by exact name
	slugs        map[string]*entry
	categories   map[string]rdf.Term // by full name
	integrations []integration
}

// entry is a project that a file defined.
type entry struct {
	name   string
	term   rdf.Term
	names  []name // other names, in the order of the files
	except map[string]bool
	where  string // file:line of the definition
}

func newCatalogue() *catalogue {
	return &catalogue{projects: map[string]*entry{}, slugs: map[string]*entry{}, categories: map[string]rdf.Term{}}
}

// add adds a statement.
func (c *catalogue) add(subject rdf.Term, predicate string, object, label rdf.Term) {
	c.quads = append(c.quads, rdf.Quad{Subject: subject, Predicate: rdf.NewIRI(predicate), Object: object, Label: label})
}

// addPage adds a statement whose object is a web page; an address that is none
// is an error of d.
func (c *catalogue) addPage(d *document, subject rdf.Term, predicate string, page text, label rdf.Term) {
	if page.value == "" {
		return
	}
	iri, ok := vocab.PageIRI(page.value)
	if !ok {
		d.fail(page.line, "%q is no http address", page.value)
		return
	}
	c.add(subject, predicate, iri, label)
}

// define adds a project, whose name and slug must be new.
func (c *catalogue) define(d *document, called text, slug string, label rdf.Term) *entry {
	e := &entry{
		name:  called.value,
		term:  vocab.Entity(vocab.KindProject, slug),
		where: fmt.Sprintf("%s:%d", d.name, called.line),
	}
	if slug == "" {
		d.fail(called.line, "%q makes no slug", called.value)
	}
	for _, other := range []*entry{c.projects[called.value], c.slugs[slug]} {
		if other != nil {
			d.fail(called.line, "%q is %q already, at %s", called.value, other.name, other.where)
		}
	}
	c.projects[called.value], c.slugs[slug] = e, e
	c.add(e.term, vocab.Type, rdf.NewIRI(vocab.Project), label)
	c.add(e.term, vocab.ProjectName, rdf.NewString(called.value), label)
	return e
}

// project returns the project of the name, which must be defined.
func (c *catalogue) project(d *document, called text) *entry {
	if e := c.projects[called.value]; e != nil {
		return e
	}
	d.fail(called.line, "unknown project %q", called.value)
	return &entry{}
}

// own is the address of the folder data in the project's public repository.
const own = "https://github.com/cncfgraph/cncfgraph/blob/main/data/"

// ownSource states what the YAML file d is, as the source of its own lines, and
// returns its key.
func (c *catalogue) ownSource(d *document, title string) string {
	key := own + path.Clean(d.name)
	s := rdf.NewIRI(key)
	c.add(s, vocab.Type, rdf.NewIRI(vocab.Document), s)
	c.add(s, vocab.Title, rdf.NewString(title), s)
	c.add(s, vocab.License, rdf.NewString("Apache-2.0"), s)
	c.add(s, vocab.Identifier, rdf.NewString(d.sum), s)
	return key
}

// label returns the label for lines of a source.
func label(source string, lines span) rdf.Term {
	return vocab.Evidence{Source: source, Line: lines.first, EndLine: lines.last}.Label()
}
