package store

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// What the migrations come to is kept where people read it.
func TestSchema(t *testing.T) {
	h := houseIn(t, t.TempDir())
	got := strings.Join(schemaOf(t, h.reader), ";\n\n") + ";\n"
	if os.Getenv("PARUTION_GOLDEN") == "1" {
		require.NoError(t, os.WriteFile("schema.sql", []byte(got), 0o644))
	}
	want, err := os.ReadFile("schema.sql")
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}

// steps lists the migrations by their numbers.
func steps(t *testing.T) map[int]string {
	t.Helper()
	entries, err := fs.ReadDir(migrations, "migrations")
	require.NoError(t, err)
	found := map[int]string{}
	for _, entry := range entries {
		match := regexp.MustCompile(`^(\d{5})_[a-z_]+\.sql$`).FindStringSubmatch(entry.Name())
		require.NotNil(t, match, entry.Name())
		number, err := strconv.Atoi(match[1])
		require.NoError(t, err)
		require.Empty(t, found[number], "%s has the number of %s", entry.Name(), found[number])
		found[number] = entry.Name()
	}
	return found
}

func TestMigrationsAreNumbered(t *testing.T) {
	found := steps(t)
	for number := range len(found) {
		require.NotEmpty(t, found[number+1], "there is no number %d", number+1)
	}
	h := houseIn(t, t.TempDir())
	version, err := h.SchemaVersion(h.ctx)
	require.NoError(t, err)
	require.Equal(t, int64(len(found)), version)
}

// withStep is our migrations and one more.
func withStep(t *testing.T, statement string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range steps(t) {
		data, err := migrations.ReadFile("migrations/" + name)
		require.NoError(t, err)
		files["migrations/"+name] = &fstest.MapFile{Data: data}
	}
	files[fmt.Sprintf("migrations/%05d_next.sql", len(files)+1)] = &fstest.MapFile{Data: []byte("-- +goose Up\n" + statement + ";\n")}
	return files
}

// A newer schema is left alone, by old daemons and by those that come after.
func TestNewerSchema(t *testing.T) {
	h := newHouse(t)
	path, next := filepath.Join(h.cfg.Dir, databaseFile), len(steps(t))+1
	require.NoError(t, migrate(h.ctx, path, withStep(t, `CREATE TABLE later (a INTEGER)`)))
	before := h.everything()
	require.Contains(t, before, "CREATE TABLE later")
	for range 2 {
		s, err := Open(h.ctx, h.cfg)
		require.ErrorIs(t, err, ErrNewerSchema)
		require.ErrorContains(t, err, fmt.Sprintf("schema %d, known %d", next, next-1))
		require.Nil(t, s)
	}
	require.Equal(t, before, h.everything())
}

// Before a schema changes, what was there is kept beside it.
func TestBackupBeforeMigration(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.Close())
	path, last := filepath.Join(h.cfg.Dir, databaseFile), len(steps(t))
	copied := fmt.Sprintf("%s.before-%d", path, last+1)
	require.NoFileExists(t, copied)
	require.NoError(t, os.WriteFile(copied, []byte("of a try that failed"), 0o600))
	require.NoError(t, migrate(h.ctx, path, withStep(t, `ALTER TABLE calendars ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'`)))
	db := openPool(path, false)
	defer db.Close()
	require.Equal(t, "Maison blue", column(t, db, `SELECT name || ' ' || colour FROM calendars`))

	dir := t.TempDir()
	require.NoError(t, os.Rename(copied, filepath.Join(dir, databaseFile)))
	old := houseIn(t, dir)
	c, err := old.GetCalendar(old.ctx, maison)
	require.NoError(t, err)
	require.Equal(t, "Maison", c.Name)
}

// A step that fails leaves the schema, and all that is in it, as it was.
func TestMigrationFails(t *testing.T) {
	h := newHouse(t)
	before, path := h.everything(), filepath.Join(h.cfg.Dir, databaseFile)
	for _, statement := range []string{
		`UPDATE calendars SET name = 'half-way'; INSERT INTO nowhere (a) VALUES (1)`,
		`this is no SQL`,
	} {
		require.Error(t, migrate(h.ctx, path, withStep(t, statement)))
		require.Equal(t, before, h.everything())
	}
	_, err := Open(h.ctx, h.cfg)
	require.NoError(t, err)
	twice := withStep(t, `SELECT 1`)
	maps.Copy(twice, fstest.MapFS{"migrations/00001_again.sql": {Data: []byte("-- +goose Up\nSELECT 1;\n")}})
	require.Error(t, migrate(h.ctx, path, twice))
	require.Error(t, migrate(h.ctx, path, fstest.MapFS{}))
}

// Several that start at once on a new directory all get the same database.
func TestOpenTogether(t *testing.T) {
	dir := t.TempDir()
	stores := make([]*Store, 6)
	var all sync.WaitGroup
	for i := range stores {
		all.Go(func() {
			s, err := Open(t.Context(), Config{Dir: dir, Sealer: locker('k')})
			if err != nil {
				t.Error(err)
				return
			}
			stores[i] = s
		})
	}
	all.Wait()
	for i, s := range stores {
		require.NotNil(t, s)
		defer s.Close()
		require.NoError(t, s.AddMember(t.Context(), Write{Now: noon}, "", editorial.Member{ID: number[editorial.MemberID]("mem", i), Email: strconv.Itoa(i)}))
	}
	require.Equal(t, "1", column(t, stores[0].reader, `SELECT COUNT(*) FROM goose_db_version WHERE version_id = 1`))
	found, _, err := stores[0].ListMembers(t.Context(), "", Page{})
	require.NoError(t, err)
	require.Len(t, found, len(stores))
}

// The lock on the schema lets one in at a time.
func TestLockFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	try := func() error {
		file, err := os.OpenFile(path, os.O_RDWR, 0)
		require.NoError(t, err)
		defer file.Close()
		return syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	}
	unlock, err := lockFile(path)
	require.NoError(t, err)
	require.ErrorIs(t, try(), syscall.EWOULDBLOCK)
	unlock()
	require.NoError(t, try())
	_, err = lockFile(filepath.Join(path, "no such directory"))
	require.Error(t, err)
}
