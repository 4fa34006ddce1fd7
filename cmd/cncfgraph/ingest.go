package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/extract/files"
	"github.com/cncfgraph/cncfgraph/graph"
	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/resolve"
	"github.com/cncfgraph/cncfgraph/graph/store"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

func newIngest() *cobra.Command {
	var i ingestion
	c := &cobra.Command{
		Use:   "ingest FILE|FOLDER...",
		Short: "Read documents into a database",
		Long: `Read documents into a database, which is made if there is none. Each document is a
source: it is stored whole or not at all, and ingesting it again replaces exactly
what it said before. The database answers from the built-in graph and these sources
together; one made with --no-default, from the sources alone.

With --manifest the documents are those that a file lists, with their keys, licences
and checksums (docs/manifest.md), and only what has changed is read. With --watch
files and folders, or a manifest, are looked at again and again until the command is
interrupted. A document that was read before and is not there any more is told; with
--prune its source is retracted, unless a document failed.

With --refresh the sources of the database that an older version of the program,
or one with another catalogue of projects, has read are read again, from the files
they were read from. A file that is gone is told, and its source kept.`,
		Example: `  cncfgraph ingest --db mine notes/
  cncfgraph ingest --db mine --no-default notes/ memo.md
  cncfgraph ingest --db mine --source https://example.org/report report.md
  cncfgraph ingest --db mine --identities same-people.yaml
  cncfgraph ingest --db mine --manifest manifest.yaml --prune
  cncfgraph ingest --db mine --watch notes/
  cncfgraph ingest --db mine --refresh`,
		Args: i.checkArgs,
		RunE: i.run,
	}
	c.Flags().BoolVar(&i.noDefault, "no-default", false, "leave the built-in graph out of a new database")
	c.Flags().BoolVar(&i.refresh, "refresh", false, "read again what an older program or catalogue has read")
	c.Flags().BoolVar(&i.trust, "trust-labels", false, "let statements in N-Quads keep their labels, and so their sources")
	c.Flags().StringVar(&i.told, "identities", "", "`file` that says which records are one and which are two; docs/identity.md")
	c.Flags().StringVar(&i.reading.Collection, "collection", "", "`name` of the documents' folder in their keys (default the folder's name)")
	c.Flags().StringVar(&i.reading.Source, "source", "", "public `URL` of the one document given, which becomes its key; nothing is fetched")
	i.reading.addFlags(c)
	i.following.addFlags(c)
	return c
}

// ingestion is what the command line asks for.
type ingestion struct {
	reading   reading
	following following
	noDefault bool
	refresh   bool
	trust     bool
	told      string // file of identities, "" for none
}

func (i *ingestion) checkArgs(c *cobra.Command, args []string) error {
	if err := i.following.check(c); err != nil {
		return err
	}
	if i.refresh || i.following.manifest != "" {
		return exactArgs()(c, args)
	}
	if i.told != "" {
		return nil
	}
	return minArgs("a file or folder")(c, args)
}

func (i *ingestion) run(c *cobra.Command, args []string) error {
	defer untilInterrupted(c)()
	in := intake{c: c, noDefault: i.noDefault, trustLabels: i.trust}
	in.name, _ = databaseName(c)
	i.following.paths = args
	if i.following.watch {
		return (&watch{following: &i.following, c: c, in: in, reading: &i.reading}).untilInterrupted()
	}
	if i.told != "" {
		args = append(args, i.told)
	}
	var err error
	switch {
	case i.refresh:
		err = in.refresh(c, &i.reading)
	case i.following.manifest != "":
		err = i.following.once(c, &in, &i.reading)
	default:
		err = i.reading.each(c, args, in.put)
	}
	if c.Context().Err() != nil {
		return errors.Join(err, in.close()) // what is stored is stored
	}
	return errors.Join(err, in.finish(c))
}

// intake stores documents in a database, which it opens or makes when the first
// one comes.
type intake struct {
	c         *cobra.Command
	name      string // of the database
	noDefault bool

	trustLabels bool           // N-Quads keep their labels
	db          store.Database // nil until the first document
	writer      store.Writer   // nil until the first document

	stored, unchanged, retracted, quads int
	failure                             error          // of the database, not of a document
	told                                []resolve.Pair // that are said to be one or two
}

// put stores the document as a source.
func (in *intake) put(r *files.Result) error {
	if in.writer == nil {
		if err := in.open(); err != nil {
			return err
		}
	}
	if trusted := r.Document.Trusted(); in.trustLabels && trusted != nil {
		for _, of := range bySource(trusted) {
			in.putSource(r, of.key, of.quads)
		}
		return nil
	}
	in.putSource(r, r.File.Key, r.Quads())
	return nil
}

// putSource stores the statements of one source, or makes the result's error of
// what prevents it.
func (in *intake) putSource(r *files.Result, key rdf.Term, quads []rdf.Quad) {
	changed, err := in.writer.Put(key, quads)
	switch {
	case err != nil:
		r.Err = fmt.Errorf("%s: %w", r.File.Path, err)
		if errors.Is(err, store.ErrForeignKey) {
			r.Err = fmt.Errorf("%w; --collection or --source gives this file a key of its own, retract makes room", r.Err)
		} else {
			_ = in.failed(err) // told as the document's
		}
		return
	case changed:
		in.stored++
	default:
		in.unchanged++
	}
	in.quads += len(quads)
	for _, q := range quads {
		if p, ok := resolve.Told(q); ok {
			in.told = append(in.told, p)
		}
	}
}

// sourceQuads are the statements of one source.
type sourceQuads struct {
	key   rdf.Term
	quads []rdf.Quad
}

// bySource parts sorted quads by the source that their labels name, in the order
// of the sources' keys.
func bySource(quads []rdf.Quad) []sourceQuads {
	of := map[string][]rdf.Quad{}
	for _, q := range quads {
		key := vocab.ParseLabel(q.Label.Value).Source
		of[key] = append(of[key], q)
	}
	var list []sourceQuads
	for _, key := range slices.Sorted(maps.Keys(of)) {
		list = append(list, sourceQuads{rdf.NewIRI(key), of[key]})
	}
	return list
}

// failed returns err, and remembers it as one of the database.
func (in *intake) failed(err error) error {
	in.failure = err
	return err
}

// open opens the database for writing, and makes it where there is none.
func (in *intake) open() error { return in.failed(in.opened()) }

func (in *intake) opened() error {
	base, err := (&graph.CreateOptions{NoDefault: in.noDefault}).Base()
	if err != nil {
		return err
	}
	db, err := openOrCreateStore(in.c, in.name, base)
	if err != nil {
		return err
	}
	in.db = db
	if in.noDefault && db.Default() != "" {
		return usagef("%s was made over the built-in graph; --no-default is for a new database", db.Name())
	}
	in.writer, err = db.Writer(in.c.Context())
	return err
}

// finish gives the database free, builds its graph so that the first question
// need not, and says what was stored.
func (in *intake) finish(c *cobra.Command) error {
	if in.writer == nil && in.unchanged == 0 {
		return nil
	}
	if err := in.giveFree(); err != nil {
		return err
	}
	if in.db == nil {
		var err error
		if in.db, err = openStore(c, in.name); err != nil {
			return err
		}
	}
	g, err := graphOf(c, in.db)
	if err != nil {
		return err
	}
	in.tellUnknown(c, g)
	_, err = fmt.Fprintf(c.ErrOrStderr(), "%s stored, %d unchanged, %d quads in %s\n", counted(in.stored, "source"), in.unchanged, in.quads, printable(in.db.Name()))
	return errors.Join(err, g.Close(), in.db.Close())
}

// giveFree lets others write to the database.
func (in *intake) giveFree() error {
	if in.writer == nil {
		return nil
	}
	err := in.writer.Close()
	in.writer = nil
	return err
}

// close gives the database free and closes it.
func (in *intake) close() error {
	err := in.giveFree()
	if in.db != nil {
		err = errors.Join(err, in.db.Close())
	}
	return err
}

// tellUnknown tells on stderr which ids are said to be one or two with others, and
// are in no graph.
func (in *intake) tellUnknown(c *cobra.Command, g *graph.Graph) {
	for _, p := range in.told {
		for _, iri := range [...]string{p.A, p.B} {
			kind, id, _ := vocab.KindOf(iri)
			if _, ok := g.Entity(kind, id); !ok {
				at := shortEvidence(vocab.ParseLabel(p.Label.Value))
				_, _ = fmt.Fprintf(c.ErrOrStderr(), "%s: the graph has no %s/%s\n", printable(at), kind, printable(id))
			}
		}
	}
}

// counted returns "1 source", "2 sources".
func counted(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}
