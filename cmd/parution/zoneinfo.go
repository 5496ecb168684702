package main

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// zoneData is the zone database of this build: the copy that the Go toolchain
// ships. "make zoneinfo" renews it.
//
//go:embed zoneinfo.zip
var zoneData []byte

// useOwnZones makes the daemon read zone rules from its own data, so that a
// planned time means the same instant on every machine with this build. Go
// would take the system's first. Whoever sets ZONEINFO has decided otherwise.
// It must run before the first zone is loaded.
func useOwnZones(dir string) error {
	if os.Getenv("ZONEINFO") != "" {
		return nil
	}
	path := filepath.Join(dir, "zoneinfo.zip")
	if held, err := os.ReadFile(path); err != nil || !bytes.Equal(held, zoneData) {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return fmt.Errorf("make the data directory: %w", err)
		}
		fresh := path + ".new"
		if err := errors.Join(os.WriteFile(fresh, zoneData, 0o600), os.Rename(fresh, path)); err != nil {
			return fmt.Errorf("write the zone data: %w", err)
		}
	}
	return os.Setenv("ZONEINFO", path)
}
