package store

import (
	"fmt"

	"golang.org/x/sys/unix"
)

// fileIdentity is what tells a file from its copy: its number on the disk, and
// when it was made there. A number alone would not do: that of a file which
// was removed is soon given to the next.
func fileIdentity(path string) (string, error) {
	var stat unix.Statx_t
	if err := unix.Statx(unix.AT_FDCWD, path, 0, unix.STATX_INO|unix.STATX_BTIME, &stat); err != nil {
		return "", fmt.Errorf("look at the database file: %w", err)
	}
	return fmt.Sprintf("%d of %d.%09d", stat.Ino, stat.Btime.Sec, stat.Btime.Nsec), nil
}
