package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// onSmallDisk is the directory where the test, started again by itself with a
// file system of its own, may mount a small disk.
const onSmallDisk = "PARUTION_SMALL_DISK"

// TestFullDisk fills a real disk. Releases go on with the room of the reserve;
// when that is gone too, outcomes are refused whole, and taken once when there
// is room again.
func TestFullDisk(t *testing.T) {
	dir := os.Getenv(onSmallDisk)
	if dir == "" {
		again := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestFullDisk$", "-test.v")
		again.Env = append(os.Environ(), onSmallDisk+"="+t.TempDir())
		again.SysProcAttr = &syscall.SysProcAttr{
			Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
			UidMappings: []syscall.SysProcIDMap{{HostID: os.Getuid(), Size: 1}}, GidMappings: []syscall.SysProcIDMap{{HostID: os.Getgid(), Size: 1}},
		}
		said, err := again.CombinedOutput()
		if errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.ENOSPC) || bytes.Contains(said, []byte("--- SKIP")) {
			t.Skipf("this machine lets nobody mount a disk of their own: %v", err)
		}
		require.NoError(t, err, "%s", said)
		return
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=128m"); err != nil {
		t.Skipf("mount: %v", err)
	}
	h := newHouse(t, func(c *Config) { c.Dir = filepath.Join(dir, "data") })
	require.NoError(t, h.KeepReserve(h.ctx))
	first, second := h.approved("one", nine, wall), h.approved("two", nine, ribbon)
	h.now = nine
	one, two := h.claimOne(first, wall), h.on(second, ribbon)
	require.Equal(t, editorial.Sending, two.State)

	filler := h.fillDisk(filepath.Join(dir, "filler"))
	require.FileExists(t, filepath.Join(h.cfg.Dir, reserveFile), "people's writes do not use up the reserve")
	h.turn(published(one))
	require.Equal(t, editorial.Published, h.on(first, wall).State)
	require.NoFileExists(t, filepath.Join(h.cfg.Dir, reserveFile))
	require.ErrorIs(t, h.KeepReserve(h.ctx), ErrReserveGone)

	more := h.fillDisk(filepath.Join(dir, "more"))
	last := answer(editorial.Work{Delivery: two, Attempt: two.Attempt, Step: editorial.StepSend, Sent: two.Parts[0], Lease: two.Lease},
		editorial.Outcome{Verdict: editorial.Done, Receipt: editorial.Receipt{RemoteID: "two"}})
	_, err := h.Turn(h.ctx, h.round(last))
	require.True(t, isFull(err), "%v", err)
	require.Equal(t, editorial.Sending, h.on(second, ribbon).State, "nothing of it has happened")

	require.NoError(t, os.Remove(filler))
	require.NoError(t, os.Remove(more))
	h.turn(last)
	require.Equal(t, editorial.Published, h.on(second, ribbon).State)
	require.Len(t, h.attempts(second, ribbon), 1)
	require.NoError(t, h.KeepReserve(h.ctx))
}

// fillDisk writes a file until the disk is full, and posts until one is refused:
// what SQLite had room for already is used up then.
func (h *house) fillDisk(name string) string {
	h.t.Helper()
	file, err := os.Create(name)
	require.NoError(h.t, err)
	for size := 1 << 20; size > 0; {
		if _, err := file.Write(make([]byte, size)); err != nil {
			require.ErrorIs(h.t, err, syscall.ENOSPC)
			size /= 16
		}
	}
	require.NoError(h.t, file.Close())
	for range 1000 {
		_, _, err := h.AddPost(h.ctx, h.desk(), maison, func(desk editorial.Desk) (*editorial.Post, editorial.Lines, error) {
			return editorial.NewPost(editorial.Sheet{Title: fmt.Sprint(desk.Now)}, desk)
		})
		if err != nil {
			require.ErrorIs(h.t, err, ErrDiskFull)
			return name
		}
	}
	require.FailNow(h.t, "the disk does not get full")
	return name
}
