package main

import (
	"archive/tar"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/store"
)

// furnish fills an instance: an owner, a calendar, a channel with a secret, and
// two files of the library.
func (m *machine) furnish() (token string) {
	m.t.Helper()
	token = m.init()
	m.calendar("cal_1")
	db := m.open()
	require.NoError(m.t, db.AddChannel(m.t.Context(), atTheMachine(), editorial.Channel{
		ID: "chan_1", Calendar: "cal_1", Platform: "feed", Name: "feed", State: editorial.Connected,
		Credentials: editorial.Credentials{"token": editorial.NewSecret("sesame")},
	}))
	for i, text := range pictures {
		sum := sha256.Sum256([]byte(text))
		media := editorial.Media{
			ID: editorial.MediaID(fmt.Sprint("med_", i)), Calendar: "cal_1", Hash: hex.EncodeToString(sum[:]), Type: "image/png", Bytes: int64(len(text)),
		}
		_, err := db.AddMedia(m.t.Context(), atTheMachine(), media, strings.NewReader(text))
		require.NoError(m.t, err)
	}
	_, err := db.Adopt(m.t.Context(), atTheMachine().Now) // as the daemon does when it starts
	require.NoError(m.t, err)
	return token
}

var pictures = []string{"a picture", strings.Repeat("another picture ", 1000)}

// elsewhere is another machine, which has the backups of this one.
func (m *machine) elsewhere(t *testing.T) *machine {
	t.Helper()
	dir := t.TempDir()
	other := &machine{t: t, dir: dir, data: filepath.Join(dir, "data"), key: filepath.Join(dir, "key")}
	t.Setenv("PARUTION_DATA", other.data)
	t.Setenv("PARUTION_KEY_FILE", other.key)
	return other
}

// backup makes a backup, and returns its name.
func (m *machine) backup() string {
	m.t.Helper()
	path := filepath.Join(m.dir, "backup.tar")
	require.Contains(m.t, m.does("backup", path), "3 files")
	return path
}

func TestBackupRoundTrip(t *testing.T) {
	m := newMachine(t)
	token := m.furnish()
	require.NoError(t, os.WriteFile(filepath.Join(m.data, "media", "upload-1"), []byte("under way"), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(m.data, "media", strings.Repeat("a", 64)+".small"), []byte("made again when it is asked for"), 0o600))
	path := m.backup()
	info, err := os.Stat(path)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o600), info.Mode(), "it holds what nobody has published yet")
	key, err := os.ReadFile(m.key)
	require.NoError(t, err)
	held, err := os.ReadFile(path)
	require.NoError(t, err)
	require.NotContains(t, string(held), strings.TrimSpace(string(key)), "who finds it opens nothing")
	require.NotContains(t, string(held), "under way")

	other := m.elsewhere(t)
	require.NoError(t, os.WriteFile(other.key, key, 0o600))
	out := other.does("restore", path)
	require.Contains(t, out, "3 files")
	require.Contains(t, out, "paused")
	_, who := other.owner(token)
	require.True(t, who.Owner)
	db := other.open()
	media, _, err := db.ListMedia(t.Context(), "cal_1", store.Page{})
	require.NoError(t, err)
	require.Len(t, media, len(pictures))
	for i, one := range media {
		file, err := db.OpenMedia(one.Hash)
		require.NoError(t, err)
		bytes, err := io.ReadAll(file)
		require.NoError(t, errors.Join(err, file.Close()))
		require.Equal(t, pictures[i], string(bytes))
	}
	channel, err := db.GetChannel(t.Context(), "chan_1")
	require.NoError(t, err)
	require.Equal(t, "sesame", channel.Credentials["token"].Reveal())
	copied, err := db.Adopt(t.Context(), atTheMachine().Now)
	require.NoError(t, err)
	require.True(t, copied, "the next start is paused")
	require.Equal(t, []string{"data", "key"}, other.beside())
	info, err = os.Stat(other.data)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o700), info.Mode().Perm())
}

// beside lists what lies in the machine's directory.
func (m *machine) beside() (names []string) {
	m.t.Helper()
	entries, err := os.ReadDir(m.dir)
	require.NoError(m.t, err)
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

// A backup restored over its own original, which has been removed: the file
// may get the very place on the disk that the original had.
func TestRestoreInPlace(t *testing.T) {
	m := newMachine(t)
	m.furnish()
	path := m.backup()
	require.NoError(t, os.RemoveAll(m.data))
	m.does("restore", path)
	copied, err := m.open().Adopt(t.Context(), atTheMachine().Now)
	require.NoError(t, err)
	require.True(t, copied)
}

func TestRestoreIntoAnEmptyDirectory(t *testing.T) {
	m := newMachine(t)
	m.furnish()
	path := m.backup()
	other := m.elsewhere(t)
	require.NoError(t, os.Mkdir(other.data, 0o755))
	require.NoError(t, os.Mkdir(other.data+".restoring", 0o755)) // left behind by one that was killed
	require.NoError(t, os.WriteFile(filepath.Join(other.data+".restoring", databaseName), []byte("half"), 0o600))
	other.does("restore", path)
	require.Contains(t, other.does("member", "list"), "ines@example.org")
}

// What is there is never written over.
func TestRestoreRefuses(t *testing.T) {
	m := newMachine(t)
	m.furnish()
	path := m.backup()
	m.refuses(exitData, []string{m.data, "not empty"}, "restore", path)
	require.Contains(t, m.does("member", "list"), "ines@example.org")

	other := m.elsewhere(t)
	require.NoError(t, os.WriteFile(other.data, []byte("a letter"), 0o600))
	other.refuses(exitData, []string{other.data}, "restore", path)
	held, err := os.ReadFile(other.data)
	require.NoError(t, err)
	require.Equal(t, "a letter", string(held), "a file that is named by mistake stays")
	other.refuses(exitSetting, []string{"none.tar"}, "restore", filepath.Join(other.dir, "none.tar"))
	require.Equal(t, []string{"data"}, other.beside())
}

// entry is one file of a backup.
type entry struct {
	name, text string
	kind       byte
}

func unpacked(t *testing.T, path string) (entries []entry) {
	t.Helper()
	file, err := os.Open(path)
	require.NoError(t, err)
	defer file.Close()
	for archive := tar.NewReader(file); ; {
		head, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return entries
		}
		require.NoError(t, err)
		text, err := io.ReadAll(archive)
		require.NoError(t, err)
		entries = append(entries, entry{name: head.Name, text: string(text)})
	}
}

func packed(t *testing.T, entries []entry) []byte {
	t.Helper()
	var file bytes.Buffer
	archive := tar.NewWriter(&file)
	for _, e := range entries {
		head := &tar.Header{Name: e.name, Mode: 0o600, Size: int64(len(e.text)), Typeflag: e.kind}
		if e.kind == tar.TypeSymlink {
			head.Linkname, head.Size, e.text = "/etc/passwd", 0, ""
		}
		require.NoError(t, archive.WriteHeader(head))
		_, err := io.WriteString(archive, e.text)
		require.NoError(t, err)
	}
	require.NoError(t, archive.Close())
	return file.Bytes()
}

func TestBackupIsPlain(t *testing.T) {
	m := newMachine(t)
	m.furnish()
	entries := unpacked(t, m.backup())
	require.Len(t, entries, 4)
	require.Equal(t, databaseName, entries[0].name)
	require.Equal(t, manifestName, entries[3].name)
	var kept manifest
	require.NoError(t, json.Unmarshal([]byte(entries[3].text), &kept))
	require.Equal(t, version, kept.Parution)
	require.Positive(t, kept.Schema)
	require.WithinDuration(t, atTheMachine().Now, kept.MadeAt, 60e9)
	require.Len(t, kept.Files, 3)
	for _, e := range entries[:3] {
		sum := sha256.Sum256([]byte(e.text))
		require.Equal(t, hex.EncodeToString(sum[:]), kept.Files[e.name])
	}
}

// A backup that is not whole, not what was backed up, or none at all is
// refused, and leaves nothing behind.
func TestRestoreOfDamagedBackups(t *testing.T) {
	m := newMachine(t)
	m.furnish()
	path := m.backup()
	whole := unpacked(t, path)
	media := slices.IndexFunc(whole, func(e entry) bool { return strings.HasPrefix(e.name, "media/") })
	change := func(change func(entries []entry) []entry) []byte { return packed(t, change(slices.Clone(whole))) }
	other := m.elsewhere(t)
	damaged := map[string][]byte{
		"empty":        {},
		"no backup":    []byte(strings.Repeat("this is a letter. ", 100)),
		"no manifest":  change(func(e []entry) []entry { return e[:len(e)-1] }),
		"no database":  change(func(e []entry) []entry { return e[1:] }),
		"only a list":  change(func(e []entry) []entry { return e[len(e)-1:] }),
		"no media":     change(func(e []entry) []entry { return slices.Delete(e, media, media+1) }),
		"more media":   change(func(e []entry) []entry { return append(e, entry{name: "media/" + strings.Repeat("0", 64)}) }),
		"a file twice": change(func(e []entry) []entry { return append(e, e[media]) }),
		"other bytes": change(func(e []entry) []entry {
			e[media].text = strings.ToUpper(e[media].text)
			return e
		}),
		"a link for a file": change(func(e []entry) []entry {
			e[media].kind = tar.TypeSymlink
			return e
		}),
		"a manifest that is none": change(func(e []entry) []entry {
			e[len(e)-1].text = "{"
			return e
		}),
	}
	for _, name := range []string{"../escaped", "/escaped", "media/../../escaped", "media/short", "media", "parution.db-wal", "key", "media/sub/" + strings.Repeat("0", 64)} {
		damaged["a foreign "+name] = change(func(e []entry) []entry { return append([]entry{{name: name, text: "x"}}, e...) })
	}
	sound, err := os.ReadFile(path)
	require.NoError(t, err)
	for i := range 40 {
		at := i * len(sound) / 40
		damaged[fmt.Sprintf("cut at %d of %d", at, len(sound))] = sound[:at]
	}
	for name, bytes := range damaged {
		t.Run(name, func(t *testing.T) {
			other := other.in(t)
			require.NoError(t, os.WriteFile(filepath.Join(other.dir, "bad.tar"), bytes, 0o600))
			other.refuses(exitData, []string{"restore", "bad.tar"}, "restore", filepath.Join(other.dir, "bad.tar"))
			require.Equal(t, []string{"bad.tar"}, other.beside())
		})
	}
}

// A byte that changed on the way is found, wherever it matters.
func TestRestoreOfChangedBackups(t *testing.T) {
	m := newMachine(t)
	m.furnish()
	path := m.backup()
	want := unpacked(t, path)
	sound, err := os.ReadFile(path)
	require.NoError(t, err)
	refused := 0
	const samples = 51
	for i := range samples {
		at := i * (len(sound) - 1) / (samples - 1)
		other := m.elsewhere(t)
		changed := bytes.Clone(sound)
		changed[at] ^= 1
		bad := filepath.Join(other.dir, "bad.tar")
		require.NoError(t, os.WriteFile(bad, changed, 0o600))
		got := other.run("restore", bad)
		if got.code == exitData {
			refused++
			require.Equal(t, []string{"bad.tar"}, other.beside())
			continue
		}
		require.Zero(t, got.code, got.trouble)
		for _, e := range want[:3] { // it was only between the files
			held, err := os.ReadFile(filepath.Join(other.data, e.name))
			require.NoError(t, err)
			require.Equal(t, e.text, string(held), "byte %d", at)
		}
	}
	require.Greater(t, refused, samples*9/10)
}

// A backup that fails leaves no half of one, and the last good one as it was.
func TestBackupFails(t *testing.T) {
	m := newMachine(t)
	m.furnish()
	path := m.backup()
	before, err := os.ReadFile(path)
	require.NoError(t, err)
	media, err := os.ReadDir(filepath.Join(m.data, "media"))
	require.NoError(t, err)
	file := filepath.Join(m.data, "media", media[0].Name())
	require.NoError(t, os.Remove(file))
	require.NoError(t, os.Mkdir(file, 0o700)) // a file that cannot be read
	m.refuses(exitFailed, []string{"backup"}, "backup", path)
	after, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, before, after)
	require.Equal(t, []string{"backup.tar", "data", "keys"}, m.beside())
	m.refuses(exitFailed, []string{"backup"}, "backup", filepath.Join(m.dir, "none", "backup.tar"))
}

// Whoever takes the argument for what is to be backed up loses nothing by it.
func TestBackupOverTheData(t *testing.T) {
	m := newMachine(t)
	m.furnish()
	for _, path := range []string{databaseName, databaseName + "-wal", filepath.Join("media", "b.tar")} {
		m.refuses(exitSetting, []string{m.data, "another file"}, "backup", filepath.Join(m.data, path))
	}
	require.Contains(t, m.does("member", "list"), "ines@example.org")
	m.does("backup", m.data+".tar")
}

// A directory is the same with a slash at its end.
func TestRestoreIntoADirectoryWithASlash(t *testing.T) {
	m := newMachine(t)
	m.furnish()
	path := m.backup()
	other := m.elsewhere(t)
	t.Setenv("PARUTION_DATA", other.data+"/")
	other.does("restore", path)
	require.Contains(t, other.does("member", "list"), "ines@example.org")
}
