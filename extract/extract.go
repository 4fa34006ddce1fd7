package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/parser"

	"github.com/cncfgraph/cncfgraph/extract/link"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// Version is the version of the extractor. It changes whenever the same bytes may
// give other statements, so that sources read by an older one can be read again.
const Version = "7"

// Linker finds the names of projects in prose; *link.Linker is one. It must be safe
// for concurrent use.
type Linker interface {
	// Link returns the mentions in the segments of one document, in order.
	Link(segments []link.Segment) []link.Mention
	// Entry returns the project with the given id.
	Entry(id string) (link.Entry, bool)
	// Named returns the project of which the text is a name, where a record says
	// that it is one.
	Named(name string) (link.Entry, bool)
}

// Options adjust an Extractor. The zero Options, or nil, take the defaults.
type Options struct {
	// Catalogue names the version of the linker's catalogue, and Aliases that of
	// names of the user's own. Both are recorded with each source.
	Catalogue, Aliases string
}

// Extractor reads documents. It keeps nothing of what it reads, and is safe for
// concurrent use.
type Extractor struct {
	linker   Linker
	markdown parser.Parser
	options  Options
}

// New returns an Extractor that finds projects with linker.
func New(linker Linker, opts *Options) *Extractor {
	e := &Extractor{linker: linker, markdown: newMarkdownParser()}
	if opts != nil {
		e.options = *opts
	}
	return e
}

// Stamp returns what is recorded with each source that e reads.
func (e *Extractor) Stamp() Stamp {
	return Stamp{Version: Version, Catalogue: e.options.Catalogue, Aliases: e.options.Aliases}
}

// Extract returns what the document data says. key is the IRI of the source that
// it is, path where it was read from: an event may be named there, and the format
// never is. The same arguments give the same Document.
//
// Documents are text: UTF-8, or UTF-16 with a byte order mark. Other bytes are an
// error that wraps ErrEmpty, ErrBinary, ErrEncoding or ErrNoText. Markdown that is
// nested or bracketed beyond what people write is read as plain text. Time and
// memory grow in proportion to the size of data.
//
// Files of records, such as schedules, are found by their content. Their bad rows,
// those with bytes that are no text among them, are told in Document.Records.
func (e *Extractor) Extract(key, path string, data []byte) (*Document, error) {
	sum := sha256.Sum256(data)
	hash := "sha256:" + hex.EncodeToString(sum[:])
	src, err := newSource(data)
	if doc := e.records(key, path, data, src, err); doc != nil {
		doc.hash = hash
		return doc, nil
	}
	if err != nil {
		if errors.Is(err, ErrEncoding) {
			return nil, fmt.Errorf("%s:%w", path, err)
		}
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	d := &draft{src: src, path: path, content: read(e.markdown, src), known: e.known}
	d.find()
	l := e.linked(d)
	doc := &Document{
		Source: path, Language: d.language,
		Events: d.eventList(), Talks: l.talks(), Projects: l.projects(),
		Maturity: l.maturity(), Relations: l.relations(), Ambiguous: l.ambiguous(),
		key: key, title: d.documentTitle(), issued: d.issued(), extractor: e.Stamp().String(), hash: hash,
	}
	return doc, nil
}

// known tells whether most of s is the name of a project.
func (e *Extractor) known(s string) bool {
	for _, m := range e.linker.Link([]link.Segment{{Text: s, Kind: link.Heading}}) {
		if 2*(m.End-m.Start) >= len(s) && m.Confidence >= 0.6 {
			return true
		}
	}
	return false
}

// eventList returns the events, never nil.
func (d *draft) eventList() []Event {
	return append([]Event{}, d.events...)
}

// documentTitle returns the title of the document, "" if it has none.
func (d *draft) documentTitle() string {
	for _, b := range d.matter {
		if b.key == "title" {
			return b.prose.all().plain()
		}
	}
	for _, b := range d.blocks {
		if b.kind == heading && b.level <= 2 {
			return b.prose.all().plain()
		}
	}
	return ""
}

// issued returns the date that the front matter gives the document, "" where it
// gives none: what it was published or written on, not what it was changed on.
func (d *draft) issued() string {
	for _, key := range [...]string{"date", "published_at", "publishedat", "published", "pubdate", "createdat", "created_at", "created", "issued"} {
		for _, b := range d.matter {
			day, _, _ := strings.Cut(strings.ReplaceAll(b.text(), "/", "-"), "T")
			day, _, _ = strings.Cut(day, " ")
			if _, err := vocab.Date(day); strings.EqualFold(b.key, key) && err == nil {
				return day
			}
		}
	}
	return ""
}
