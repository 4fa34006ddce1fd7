package bench

import (
	"database/sql"
	"errors"
	"io"
	"os"

	_ "modernc.org/sqlite" // the driver

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

// sqlite keeps terms and quads in two tables, with an index for each direction.
type sqlite struct {
	file string
	db   *sql.DB
}

const schema = `
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000; PRAGMA temp_store = MEMORY;
CREATE TABLE term (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE quad (s INTEGER, p INTEGER, o INTEGER, label INTEGER, PRIMARY KEY (s, p, o, label)) WITHOUT ROWID;`

const indexes = `
CREATE UNIQUE INDEX term_text ON term (text);
CREATE INDEX quad_object ON quad (p, o, s);
ANALYZE;`

func (q *sqlite) load(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	if q.db, err = sql.Open("sqlite", q.file); err != nil {
		return err
	}
	q.db.SetMaxOpenConns(1) // where the settings hold
	if _, err := q.db.Exec(schema); err != nil {
		return err
	}
	tx, err := q.db.Begin()
	if err != nil {
		return err
	}
	term, err := tx.Prepare("INSERT INTO term (id, text) VALUES (?, ?)")
	if err != nil {
		return err
	}
	quad, err := tx.Prepare("INSERT OR IGNORE INTO quad (s, p, o, label) VALUES (?, ?, ?, ?)")
	if err != nil {
		return err
	}
	ids := map[rdf.Term]int64{}
	id := func(t rdf.Term) (int64, error) {
		n, ok := ids[t]
		if ok {
			return n, nil
		}
		n = int64(len(ids) + 1)
		ids[t] = n
		_, err := term.Exec(n, t.String())
		return n, err
	}
	for r := rdf.NewReader(f); ; {
		st, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		var row [4]any
		for i, t := range []rdf.Term{st.Subject, st.Predicate, st.Object, st.Label} {
			if row[i], err = id(t); err != nil {
				return err
			}
		}
		if _, err := quad.Exec(row[:]...); err != nil {
			return err
		}
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	_, err = q.db.Exec(indexes)
	return err
}

func (q *sqlite) close() error { return q.db.Close() }

func (q *sqlite) size() int64 { return fileSize(q.file) }

// id returns the number of the term with the text, 0 for none.
func (q *sqlite) id(text string) (id int64) {
	if err := q.db.QueryRow("SELECT id FROM term WHERE text = ?", text).Scan(&id); err != nil && !errors.Is(err, sql.ErrNoRows) {
		panic(err)
	}
	return id
}

func (q *sqlite) iri(s string) int64 { return q.id("<" + s + ">") }

// each calls use for each row.
func (q *sqlite) each(use func(*sql.Rows), query string, args ...any) {
	rows, err := q.db.Query(query, args...)
	if err != nil {
		panic(err)
	}
	defer rows.Close()
	for rows.Next() {
		use(rows)
	}
	if err := rows.Err(); err != nil {
		panic(err)
	}
}

func (q *sqlite) strings(query string, args ...any) (list []string) {
	q.each(func(r *sql.Rows) {
		var s string
		if err := r.Scan(&s); err != nil {
			panic(err)
		}
		list = append(list, s)
	}, query, args...)
	return list
}

func (q *sqlite) talks(id string) int {
	type row struct{ talk, speaker string }
	var rows []row
	q.each(func(r *sql.Rows) {
		var x row
		if err := r.Scan(&x.talk, &x.speaker); err != nil {
			panic(err)
		}
		rows = append(rows, x)
	}, `SELECT t.text, n.text FROM (SELECT DISTINCT s FROM quad WHERE p = ?1 AND o = ?2) a
JOIN quad f ON f.s = a.s AND f.p = ?3 JOIN term t ON t.id = f.o
JOIN quad b ON b.s = a.s AND b.p = ?4
JOIN term n ON n.id = (SELECT o FROM quad WHERE s = b.o AND p = ?3 LIMIT 1)`,
		q.iri(about), q.iri(projectIRI(id)), q.iri(name), q.iri(performer))
	return len(rows)
}

func (q *sqlite) related(id string) (list []string) {
	q.each(func(r *sql.Rows) {
		var s string
		var n int
		if err := r.Scan(&s, &n); err != nil {
			panic(err)
		}
		list = append(list, s)
	}, `SELECT (SELECT t.text FROM quad f JOIN term t ON t.id = f.o WHERE f.s = q AND f.p = ?5 LIMIT 1), SUM(n) AS score FROM (
SELECT b.o AS q, COUNT(DISTINCT b.s) AS n FROM quad a JOIN quad b ON b.s = a.s AND b.p = ?1 WHERE a.p = ?1 AND a.o = ?2 GROUP BY b.o
UNION ALL SELECT b.s, ?4 * COUNT(DISTINCT b.o) FROM quad a JOIN quad b ON b.p = ?3 AND b.o = a.o WHERE a.s = ?2 AND a.p = ?3 GROUP BY b.s
) WHERE q <> ?2 GROUP BY q ORDER BY score DESC, q LIMIT 10`,
		q.iri(about), q.iri(projectIRI(id)), q.iri(category), sharedCategory, q.iri(project))
	return list
}

// near calls use with what is one step from a node.
func (q *sqlite) near(predicates ...string) func(int64, func(int64)) {
	ids := make([]any, 5)
	for i := range ids[:4] {
		ids[i] = int64(0)
		if i < len(predicates) {
			ids[i] = q.iri(predicates[i])
		}
	}
	return func(id int64, use func(int64)) {
		ids[4] = id
		var near []int64
		q.each(func(r *sql.Rows) {
			var o int64
			if err := r.Scan(&o); err != nil {
				panic(err)
			}
			near = append(near, o)
		}, `SELECT DISTINCT o FROM quad WHERE s = ?5 AND p IN (?1, ?2, ?3, ?4)
UNION ALL SELECT DISTINCT s FROM quad WHERE p IN (?1, ?2, ?3, ?4) AND o = ?5`, ids...)
		for _, o := range near {
			use(o)
		}
	}
}

// names returns a name of each node.
func (q *sqlite) names(ids []int64) (list []string) {
	named := []any{q.iri(project), q.iri(name), q.iri(label), 0}
	for _, id := range ids {
		named[3] = id
		list = append(list, q.strings("SELECT t.text FROM quad f JOIN term t ON t.id = f.o WHERE f.s = ?4 AND f.p IN (?1, ?2, ?3) LIMIT 1", named...)...)
	}
	return list
}

func (q *sqlite) path(from, to string) []string {
	return q.names(walk(q.iri(projectIRI(from)), q.iri(projectIRI(to)), q.near(about, performer, category)))
}

func (q *sqlite) ego(id string) ([]string, int) {
	nodes, edges := surround(q.iri(projectIRI(id)), q.near(about, performer, category, inEvent))
	return q.names(nodes), edges
}

func (q *sqlite) busy(id, since string, least int) []string {
	return q.strings(`SELECT t.text FROM (
SELECT c.s AS pr FROM quad c WHERE c.p = ?1 AND c.o = ?2 AND EXISTS (SELECT 1 FROM quad g WHERE g.s = c.s AND g.p = ?3)
) x JOIN term t ON t.id = (SELECT o FROM quad WHERE quad.s = x.pr AND quad.p = ?4 LIMIT 1)
WHERE (SELECT COUNT(*) FROM (SELECT DISTINCT s FROM quad WHERE quad.p = ?5 AND quad.o = x.pr) a
JOIN quad e ON e.s = a.s AND e.p = ?6 JOIN quad d ON d.s = e.o AND d.p = ?7 JOIN term dt ON dt.id = d.o
WHERE substr(dt.text, 2) >= ?8) >= ?9`,
		q.iri(category), q.iri(categoryIRI(id)), q.iri(graduated), q.iri(project), q.iri(about), q.iri(inEvent), q.iri(startDate), since, least)
}
