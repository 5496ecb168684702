//go:build !linux

package store

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"syscall"
)

// fileIdentity is what tells a file from its copy: its number on the disk.
func fileIdentity(path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", fmt.Errorf("look at the database file: %w", err)
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return "", errors.New("look at the database file: no inode on this system")
	}
	return strconv.FormatUint(stat.Ino, 10), nil
}
