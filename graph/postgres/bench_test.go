package postgres_test

import (
	"strconv"
	"sync"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/postgres"
	"github.com/cncfgraph/cncfgraph/internal/storetest"
)

// BenchmarkPut stores a document of five statements, by one writer and by 16 at once.
func BenchmarkPut(b *testing.B) {
	for _, writers := range []int{1, manyWriters} {
		b.Run(strconv.Itoa(writers), func(b *testing.B) {
			c, err := cluster()
			if err != nil {
				b.Skip(err)
			}
			at, err := c.Database(b.Context(), "put"+strconv.Itoa(b.N)+"_"+strconv.Itoa(writers))
			if err != nil {
				b.Fatal(err)
			}
			made, err := postgres.Create(b.Context(), at, "", nil)
			if err != nil {
				b.Fatal(err)
			}
			defer made.Close()
			b.ResetTimer()
			var all sync.WaitGroup
			for n := range writers {
				all.Go(func() {
					db, err := postgres.Open(b.Context(), at, nil)
					if err != nil {
						b.Error(err)
						return
					}
					defer db.Close()
					w := storetest.Writer(b, db)
					for i := n; i < b.N; i += writers {
						key, quads := storetest.Talk("https://example.org/"+strconv.Itoa(i), strconv.Itoa(i))
						storetest.Put(b, w, key, quads)
					}
				})
			}
			all.Wait()
		})
	}
}
