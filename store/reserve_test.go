package store

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestReserve(t *testing.T) {
	free := int64(roomToRenew)
	h := newHouse(t, func(c *Config) { c.Free = func() (int64, error) { return free, nil } })
	path := filepath.Join(h.cfg.Dir, reserveFile)
	require.NoError(t, h.KeepReserve(h.ctx))
	info, err := os.Stat(path)
	require.NoError(t, err)
	require.Equal(t, int64(reserveSize), info.Size())
	require.Equal(t, os.FileMode(0o600), info.Mode().Perm())

	free = 0
	require.NoError(t, h.KeepReserve(h.ctx), "it is there")
	require.True(t, h.giveUpReserve())
	require.False(t, h.giveUpReserve(), "once")
	require.ErrorIs(t, h.KeepReserve(h.ctx), ErrReserveGone)
	free = roomToRenew
	require.NoError(t, h.KeepReserve(h.ctx), "made again when there is room")
	require.FileExists(t, path)
}

func TestNoRoomForFiles(t *testing.T) {
	free := int64(roomForFile)
	h := newHouse(t, func(c *Config) { c.Free = func() (int64, error) { return free, nil } })
	add := func() error {
		m := editorial.Media{ID: "med_1", Calendar: maison, Hash: "abc", Type: "image/png", Bytes: 3}
		_, err := h.AddMedia(h.ctx, h.desk(), m, bytes.NewReader([]byte("png")))
		return err
	}
	requireCode(t, editorial.CodeDiskAlmostFull, add())
	require.NoFileExists(t, h.mediaPath("abc"))
	free += 3
	require.NoError(t, add())
}
