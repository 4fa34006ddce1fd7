package postgres

import (
	"context"
	"iter"
	"maps"
	"slices"
	"sync"

	"github.com/jackc/pgx/v5"

	"github.com/cncfgraph/cncfgraph/graph/store"
)

// mirror is the sources as they were read last, in memory, so that one who follows a
// database reads only what has changed.
type mirror struct {
	mu   sync.Mutex
	rows map[string]mirrored // by id
}

type mirrored struct {
	sum    string
	source store.Source
}

// sources yields all sources, of which it reads those that are not as the mirror has
// them. After an error it yields nothing more.
func (m *mirror) sources(ctx context.Context, q querier) iter.Seq2[store.Source, error] {
	return func(yield func(store.Source, error) bool) {
		m.mu.Lock()
		defer m.mu.Unlock()
		list, changed, err := m.compare(ctx, q)
		if err != nil {
			yield(store.Source{}, err)
			return
		}
		for s, err := range selected(ctx, q, `SELECT id, key, sha256, nquads FROM cncfgraph_source WHERE id = ANY($1)`, changed) {
			if err != nil {
				yield(store.Source{}, err)
				return
			}
			id := store.SourceID(s.Key.Value)
			m.rows[id] = mirrored{list[id], s}
		}
		for id := range m.rows {
			if list[id] == "" {
				delete(m.rows, id)
			}
		}
		for _, id := range slices.Sorted(maps.Keys(m.rows)) {
			if !yield(m.rows[id].source, nil) {
				return
			}
		}
	}
}

// compare returns the checksum of each source by its id, and the ids of those that the
// mirror does not have as they are.
func (m *mirror) compare(ctx context.Context, q querier) (list map[string]string, changed []string, err error) {
	rows, err := q.Query(ctx, `SELECT id, sha256 FROM cncfgraph_source`)
	if err != nil {
		return nil, nil, err
	}
	list, changed = map[string]string{}, []string{}
	if m.rows == nil {
		m.rows = map[string]mirrored{}
	}
	var id, sum string
	_, err = pgx.ForEachRow(rows, []any{&id, &sum}, func() error {
		list[id] = sum
		if m.rows[id].sum != sum {
			changed = append(changed, id)
		}
		return nil
	})
	return list, changed, err
}
