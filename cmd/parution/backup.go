package main

import (
	"archive/tar"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"parution.dev/store"
)

// manifest is the last entry of a backup: what is in it, so that a cut or
// changed file shows. The key that credentials are encrypted with is never in.
type manifest struct {
	Parution string            `json:"parution"`
	Schema   int64             `json:"schema"`
	MadeAt   time.Time         `json:"made_at"`
	Files    map[string]string `json:"files"` // name → SHA-256, hex
}

const (
	databaseName = "parution.db"
	manifestName = "manifest.json"
)

type backupCommand struct {
	place
	To string `arg:"" help:"The file to write, e.g. parution-2026-12-01.tar." type:"path"`
}

// Run writes the backup under another name first, so that a cut one is never
// taken for a whole one.
func (c backupCommand) Run(ctx context.Context, out console) error {
	db, err := c.existing(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	if inside, err := filepath.Rel(c.Data, c.To); err == nil && (strings.HasPrefix(inside, databaseName) || filepath.Dir(inside) == "media") {
		return &failure{exitSetting, fmt.Errorf("%s is of the data that are backed up; name another file, which the backup is written to", c.To)}
	}
	file, err := os.OpenFile(c.To+".part", os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("write the backup: %w", err)
	}
	defer func() { _ = os.Remove(file.Name()) }() // gone already when all went well
	kept, err := writeBackup(ctx, db, file)
	if err := errors.Join(err, file.Sync(), file.Close()); err != nil {
		return fmt.Errorf("write the backup: %w", err)
	}
	if err := os.Rename(file.Name(), c.To); err != nil {
		return fmt.Errorf("write the backup: %w", err)
	}
	out.say("%s: %d files, schema %d. The key file is not in it: keep a copy of it elsewhere.", c.To, len(kept.Files), kept.Schema)
	return nil
}

func writeBackup(ctx context.Context, db *store.Store, to io.Writer) (manifest, error) {
	m := manifest{Parution: version, MadeAt: time.Now().UTC().Truncate(time.Second), Files: map[string]string{}}
	var err error
	if m.Schema, err = db.SchemaVersion(ctx); err != nil {
		return m, err
	}
	scratch, err := os.MkdirTemp("", "parution-backup-")
	if err != nil {
		return m, err
	}
	defer func() { _ = os.RemoveAll(scratch) }()
	snapshot := filepath.Join(scratch, databaseName)
	if err := db.Snapshot(ctx, snapshot); err != nil {
		return m, err
	}
	archive := tar.NewWriter(to)
	if err := m.add(archive, databaseName, snapshot); err != nil {
		return m, err
	}
	files, err := os.ReadDir(db.MediaDir())
	if err != nil {
		return m, err
	}
	for _, file := range files {
		if !mediaName.MatchString(file.Name()) {
			continue // an upload under way, a small picture, or one that is damaged
		}
		if err := m.add(archive, path.Join("media", file.Name()), filepath.Join(db.MediaDir(), file.Name())); err != nil {
			return m, err
		}
	}
	return m, errors.Join(m.close(archive), archive.Close())
}

var mediaName = regexp.MustCompile(`^[0-9a-f]{64}$`)

func (m *manifest) add(archive *tar.Writer, name, from string) error {
	file, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	if err := archive.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: info.Size(), ModTime: m.MadeAt}); err != nil {
		return err
	}
	sum := sha256.New()
	if _, err := io.Copy(io.MultiWriter(archive, sum), file); err != nil {
		return err
	}
	m.Files[name] = hex.EncodeToString(sum.Sum(nil))
	return nil
}

func (m *manifest) close(archive *tar.Writer) error {
	encoded, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	if err := archive.WriteHeader(&tar.Header{Name: manifestName, Mode: 0o600, Size: int64(len(encoded)), ModTime: m.MadeAt}); err != nil {
		return err
	}
	_, err = archive.Write(encoded)
	return err
}

type restoreCommand struct {
	place
	From string `arg:"" help:"The backup to restore." type:"existingfile"`
}

// Run unpacks the backup beside the data directory, checks every file of it,
// and only then gives it its name.
func (c restoreCommand) Run(_ context.Context, out console) error {
	switch entries, err := os.ReadDir(c.Data); {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return &failure{exitData, err}
	case len(entries) > 0:
		return &failure{exitData, fmt.Errorf("%s is not empty; restore into an empty data directory", c.Data)}
	}
	scratch := c.Data + ".restoring"
	if err := os.RemoveAll(scratch); err != nil {
		return &failure{exitData, err}
	}
	defer func() { _ = os.RemoveAll(scratch) }()
	m, err := unpack(c.From, scratch)
	if err != nil {
		return &failure{exitData, fmt.Errorf("restore %s: %w", c.From, err)}
	}
	if err := os.Remove(c.Data); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return &failure{exitData, err}
	}
	if err := os.Rename(scratch, c.Data); err != nil {
		return &failure{exitData, err}
	}
	out.say("Restored %d files of %s into %s.", len(m.Files), m.MadeAt.Format(time.RFC3339), c.Data)
	out.say("The next start is paused: what came due since the backup is read back first. Lift the pause when you have looked.")
	return nil
}

func unpack(from, into string) (manifest, error) {
	var m manifest
	file, err := os.Open(from)
	if err != nil {
		return m, err
	}
	defer func() { _ = file.Close() }()
	if err := os.MkdirAll(filepath.Join(into, "media"), 0o700); err != nil {
		return m, err
	}
	sums := map[string]string{}
	for archive := tar.NewReader(file); ; {
		entry, err := archive.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return m, fmt.Errorf("the file is damaged: %w", err)
		}
		if entry.Name == manifestName {
			err = json.NewDecoder(archive).Decode(&m)
		} else {
			sums[entry.Name], err = unpackOne(archive, entry.Name, into)
		}
		if err != nil {
			return m, err
		}
	}
	return m, m.check(sums)
}

func unpackOne(from io.Reader, name, into string) (string, error) {
	if name != databaseName && (path.Dir(name) != "media" || !mediaName.MatchString(path.Base(name))) {
		return "", errors.New("it holds a file that no backup has")
	}
	file, err := os.OpenFile(filepath.Join(into, filepath.FromSlash(name)), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	_, err = io.Copy(io.MultiWriter(file, sum), from)
	return hex.EncodeToString(sum.Sum(nil)), errors.Join(err, file.Sync(), file.Close())
}

// check compares what was unpacked with what the manifest lists.
func (m *manifest) check(sums map[string]string) error {
	if m.Files[databaseName] == "" || len(m.Files) != len(sums) {
		return errors.New("the backup is not whole")
	}
	for name, sum := range m.Files {
		if sums[name] != sum {
			return fmt.Errorf("%s is not what was backed up", name)
		}
	}
	return nil
}
