package postgres

import (
	"context"
	"time"

	"github.com/cncfgraph/cncfgraph/graph/store"
)

// notify tells readers that listen of a change, after it is stored. Those who are not
// told, because the server or the connection fails just now or because it has no
// NOTIFY, find out by themselves.
func (db *DB) notify(ctx context.Context) {
	if db.mute.Load() {
		return
	}
	if _, err := db.pool.Exec(ctx, `NOTIFY cncfgraph`); isUnsupported(err) {
		db.mute.Store(true)
	}
}

// listen sends to wake, unless it is full, when a writer tells of a change, until ctx
// is done. Where the server has no LISTEN it returns.
func (db *DB) listen(ctx context.Context, wake chan<- struct{}) {
	for ctx.Err() == nil {
		if err := db.listenOnce(ctx, wake); isUnsupported(err) {
			return
		}
		select {
		case <-ctx.Done():
		case <-time.After(store.PollInterval):
		}
	}
}

// listenOnce is listen over one connection, which it takes from the pool for good.
func (db *DB) listenOnce(ctx context.Context, wake chan<- struct{}) error {
	pooled, err := db.pool.Acquire(ctx)
	if err != nil {
		return err
	}
	conn := pooled.Hijack()
	defer func() { _ = conn.Close(context.WithoutCancel(ctx)) }() // it was listened to only
	if _, err := conn.Exec(ctx, `LISTEN cncfgraph`); err != nil {
		return err
	}
	for {
		if _, err := conn.WaitForNotification(ctx); err != nil {
			return err
		}
		select {
		case wake <- struct{}{}:
		default:
		}
	}
}
