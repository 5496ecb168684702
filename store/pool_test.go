package store

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/mattn/go-sqlite3"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// wanted is what each pragma reads back as, where SQLite says a number for a
// word.
func wanted(value string) string {
	switch value {
	case "ON":
		return "1"
	case "OFF":
		return "0"
	case "FULL", "MEMORY":
		return "2"
	}
	return strings.ToLower(value)
}

// A pragma that SQLite does not know is silently ignored, so each is read back
// from every connection of both pools.
func TestPragmas(t *testing.T) {
	h := newHouse(t)
	for name, pool := range map[string]struct {
		db          *sql.DB
		connections int
		readOnly    bool
	}{
		"writer": {h.writer, 1, false},
		"reader": {h.reader, readers, true},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, pool.connections, pool.db.Stats().MaxOpenConnections)
			for range pool.connections {
				conn, err := pool.db.Conn(h.ctx)
				require.NoError(t, err)
				t.Cleanup(func() { _ = conn.Close() })
				for _, pragma := range pragmas(pool.readOnly) {
					name, value, ok := strings.Cut(strings.TrimPrefix(pragma, "PRAGMA "), " = ")
					require.True(t, ok, pragma)
					var got string
					require.NoError(t, conn.QueryRowContext(h.ctx, "PRAGMA "+name).Scan(&got), name)
					require.Equal(t, wanted(value), got, name)
				}
			}
			require.Equal(t, pool.connections, pool.db.Stats().InUse, "each a connection of its own")
		})
	}
}

func TestReadersCannotWrite(t *testing.T) {
	h := newHouse(t)
	for _, query := range []string{
		`INSERT INTO settings (name, value) VALUES ('a', 'b')`,
		`UPDATE calendars SET name = 'x'`,
		`DELETE FROM calendars`,
		`DROP TABLE calendars`,
	} {
		_, err := h.reader.ExecContext(h.ctx, query)
		failed := sqlite3.Error{}
		require.ErrorAs(t, err, &failed, query)
		require.Equal(t, sqlite3.ErrReadonly, failed.Code, query)
	}
	require.Equal(t, 1, h.count(`SELECT COUNT(*) FROM calendars`))
}

// A transaction that reads before it writes takes the write lock when it
// begins: two such never refuse each other half-way.
func TestWritersWaitForEachOther(t *testing.T) {
	h := newHouse(t)
	other := h.another()
	campaign := editorial.Campaign{ID: "camp_1", Calendar: maison, Name: "0"}
	require.NoError(t, h.AddCampaign(h.ctx, h.desk(), campaign))
	var all sync.WaitGroup
	for _, s := range []*Store{h.Store, other.Store} {
		all.Go(func() {
			for range 25 {
				_, err := s.UpdateCampaign(h.ctx, h.desk(), "camp_1", func(g *editorial.Campaign) error {
					g.Name += "+"
					return nil
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	got, err := h.GetCampaign(h.ctx, "camp_1")
	require.NoError(t, err)
	require.Equal(t, "0"+strings.Repeat("+", 50), got.Name, "an update was lost")
	require.Equal(t, int64(51), got.Version)
}

// A reader sees what was committed, and is never kept waiting by a writer.
func TestReadersDoNotWait(t *testing.T) {
	h := newHouse(t)
	err := h.write(h.ctx, func(w *tx) error {
		require.NoError(t, w.must(`UPDATE calendars SET name = 'uncommitted'`))
		c, err := h.GetCalendar(h.ctx, maison)
		require.Equal(t, "Maison", c.Name)
		return err
	})
	require.NoError(t, err)
	c, err := h.GetCalendar(h.ctx, maison)
	require.NoError(t, err)
	require.Equal(t, "uncommitted", c.Name)
}

// What a path may hold, the data source name must not take for its own.
func TestOddPaths(t *testing.T) {
	for _, name := range []string{"a b", "50%25", "what?mode=memory", "#1", "été & 漢字", "semi;colon"} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), name)
			h := houseIn(t, dir)
			require.NoError(t, h.AddMember(h.ctx, h.desk(), "", editorial.Member{ID: ines, Email: "ines@example.org"}))
			info, err := os.Stat(filepath.Join(dir, databaseFile))
			require.NoError(t, err)
			require.Positive(t, info.Size())
			_, err = houseIn(t, dir).GetMember(h.ctx, ines)
			require.NoError(t, err)
		})
	}
}

// Nobody else on the machine reads along.
func TestFilesArePrivate(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.Snapshot(h.ctx, filepath.Join(h.cfg.Dir, "copy.db")))
	_, err := h.TakeOver(h.ctx)
	require.NoError(t, err)
	require.NoError(t, filepath.WalkDir(h.cfg.Dir, func(path string, entry os.DirEntry, err error) error {
		require.NoError(t, err)
		info, err := entry.Info()
		require.NoError(t, err)
		if path != h.cfg.Dir { // made by the test
			require.Zero(t, info.Mode().Perm()&0o077, "%s has mode %v", path, info.Mode())
		}
		return nil
	}))
}

func TestConnectFails(t *testing.T) {
	db := openPool(filepath.Join(t.TempDir(), "no such directory", "x.db"), false)
	defer db.Close()
	require.Error(t, db.PingContext(context.Background()))
}
