package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// ownZones is the zone database of this build: the copy that the Go toolchain
// ships. "make zoneinfo" renews it.
//
//go:embed zoneinfo.zip
var ownZones []byte

// zoneData are the rules that planned times are resolved with while the process
// lives.
type zoneData struct {
	name string // a fingerprint: the same rules have the same, wherever they come from
	file string
}

// The names of the files that zone data are kept in, in the data directory:
// one for each, so that two versions side by side do not change each other's.
const (
	zonesPrefix = "zoneinfo-"
	zonesSuffix = ".zip"
)

// useZones makes the process read zone rules from data of its own, so that a
// planned time means the same instant on every machine with this build, or from
// those that somebody named; zones that those do not have stay this build's.
// Go would take the system's first, and read each zone when it is first asked
// for: what is named is copied, so that an update of the system counts from the
// next start on, for all zones at once. It must run before the first zone is
// loaded.
func (p place) useZones() (zoneData, error) {
	zones, err := unpackZones(ownZones)
	if err != nil {
		return zoneData{}, &failure{exitData, fmt.Errorf("the zone data of this build: %w", err)}
	}
	if p.Zoneinfo != "" {
		named, err := readZones(p.Zoneinfo)
		if err != nil {
			return zoneData{}, &failure{exitSetting, fmt.Errorf("zone data %s: %w", p.Zoneinfo, err)}
		}
		for name, rules := range named {
			if _, err := time.LoadLocationFromTZData(name, rules); err != nil {
				return zoneData{}, &failure{exitSetting, fmt.Errorf("zone data %s: the rules of %s cannot be read: %w", p.Zoneinfo, name, err)}
			}
		}
		maps.Copy(zones, named)
	}
	packed := packZones(zones)
	sum := sha256.Sum256(packed)
	name := hex.EncodeToString(sum[:8])
	used := zoneData{name: name, file: filepath.Join(p.Data, zonesPrefix+name+zonesSuffix)}
	if err := keep(used.file, packed); err != nil {
		return zoneData{}, &failure{exitData, fmt.Errorf("keep the zone data: %w", err)}
	}
	return used, os.Setenv("ZONEINFO", used.file)
}

// keep writes a file that is not there yet.
func keep(path string, content []byte) error {
	if held, err := os.ReadFile(path); err == nil && bytes.Equal(held, content) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	fresh, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	_, err = fresh.Write(content)
	if err := errors.Join(err, fresh.Close()); err != nil {
		return errors.Join(err, os.Remove(fresh.Name()))
	}
	return os.Rename(fresh.Name(), path)
}

// forgetOthers removes what other versions kept, once none of them runs.
func (z zoneData) forgetOthers() error {
	all, err := filepath.Glob(filepath.Join(filepath.Dir(z.file), zonesPrefix+"*"))
	for _, path := range all {
		if path != z.file {
			err = errors.Join(err, os.Remove(path))
		}
	}
	return err
}

// readZones reads zone data from a zip file like Go's, or from a directory like
// /usr/share/zoneinfo.
func readZones(path string) (map[string][]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return zonesIn(os.DirFS(path))
	}
	packed, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return unpackZones(packed)
}

func unpackZones(packed []byte) (map[string][]byte, error) {
	archive, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return nil, fmt.Errorf("neither a directory nor a zip file: %w", err)
	}
	return zonesIn(archive)
}

// zonesIn gathers the zones of a tree: files in their format whose names begin
// with a capital, as those of all zones do.
func zonesIn(tree fs.FS) (map[string][]byte, error) {
	zones := map[string][]byte{}
	err := fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name == ".":
			return nil
		case entry.IsDir() && !isZoneName(name):
			return fs.SkipDir
		case entry.IsDir() || !isZoneName(name):
			return nil
		}
		rules, err := fs.ReadFile(tree, name)
		if err == nil && bytes.HasPrefix(rules, []byte("TZif")) {
			zones[name] = rules
		}
		return err
	})
	if err == nil && len(zones) == 0 {
		err = errors.New("there are no zones in it")
	}
	return zones, err
}

func isZoneName(name string) bool { return 'A' <= name[0] && name[0] <= 'Z' }

// packZones writes zones as Go reads them: stored, not compressed; and always
// the same for the same zones.
func packZones(zones map[string][]byte) []byte {
	var packed bytes.Buffer
	archive := zip.NewWriter(&packed)
	for _, name := range slices.Sorted(maps.Keys(zones)) {
		file, err := archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err == nil {
			_, err = io.Copy(file, bytes.NewReader(zones[name]))
		}
		if err != nil {
			panic(fmt.Sprintf("pack zones: %v", err)) // a buffer takes everything
		}
	}
	if err := archive.Close(); err != nil {
		panic(fmt.Sprintf("pack zones: %v", err))
	}
	return packed.Bytes()
}
