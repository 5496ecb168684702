package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// A snapshot is the whole database of one moment, while others write: of each
// post it has either all or nothing.
func TestSnapshotWhileWriting(t *testing.T) {
	h := newHouse(t)
	ctx, cancel := context.WithCancel(h.ctx)
	written := make(chan struct{}, 1)
	var writing sync.WaitGroup
	writing.Go(func() {
		defer close(written)
		for i := 0; ctx.Err() == nil; i++ {
			p := h.draft(fmt.Sprint("post ", i), nine, wall, ribbon)
			h.move(p, editorial.MoveApprove)
			select {
			case written <- struct{}{}:
			default:
			}
		}
	})
	last := 0
	for i := range 5 {
		<-written
		<-written
		dir := t.TempDir()
		require.NoError(t, h.Snapshot(h.ctx, filepath.Join(dir, databaseFile)))
		copied := houseIn(t, dir)
		require.Equal(t, "ok", column(t, copied.reader, `PRAGMA integrity_check`))
		posts := copied.count(`SELECT COUNT(*) FROM posts`)
		require.Greater(t, posts, last, "snapshot %d", i)
		require.Equal(t, posts, copied.count(`SELECT COUNT(*) FROM posts_text`))
		require.Equal(t, posts, copied.count(`SELECT COUNT(*) FROM revisions`))
		require.Equal(t, 2*posts, copied.count(`SELECT COUNT(*) FROM deliveries`))
		require.Empty(t, copied.faults())
		last = posts
	}
	cancel()
	writing.Wait()
}

// A snapshot is one file, and full-text search works in it.
func TestSnapshot(t *testing.T) {
	h := newHouse(t)
	p := h.draft("A word that stands out", nine, wall)
	h.draft("another", nine, wall)
	dir := t.TempDir()
	path := filepath.Join(dir, databaseFile)
	require.NoError(t, h.Snapshot(h.ctx, path))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, entries, 1)
	copied := houseIn(t, dir)
	found, _, err := copied.ListPosts(copied.ctx, PostFilter{Calendar: maison, Text: "stands"}, Page{})
	require.NoError(t, err)
	require.Equal(t, []string{postID(p)}, []string{postID(found[0])})
	requireSame(t, h.get(p), found[0])

	require.Error(t, h.Snapshot(h.ctx, filepath.Join(dir, "no such directory", "copy.db")))
	ctx, cancel := context.WithCancel(h.ctx)
	cancel()
	require.ErrorIs(t, h.Snapshot(ctx, filepath.Join(dir, "copy.db")), context.Canceled)
}
