package store

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestSmallMedia(t *testing.T) {
	free := int64(1 << 40)
	h := newHouse(t, func(c *Config) { c.Free = func() (int64, error) { return free, nil } })
	m := aFile("med_1", "a picture")
	_, err := h.AddMedia(h.ctx, h.desk(), m, strings.NewReader("a picture"))
	require.NoError(t, err)
	_, kept := h.SmallMedia(m.Hash)
	require.False(t, kept)

	free = roomForFile
	requireCode(t, editorial.CodeDiskAlmostFull, h.KeepSmallMedia(m.Hash, []byte("small")))
	require.Equal(t, []string{m.Hash}, h.files())
	free = 1 << 40
	require.NoError(t, h.KeepSmallMedia(m.Hash, []byte("small")))
	require.Equal(t, []string{m.Hash, m.Hash + ".small"}, h.files())
	data, kept := h.SmallMedia(m.Hash)
	require.True(t, kept)
	require.Equal(t, "small", string(data))

	require.NoError(t, os.WriteFile(h.smallPath(m.Hash), nil, 0o600)) // by a disk that was full
	_, kept = h.SmallMedia(m.Hash)
	require.False(t, kept, "made again")
	_, kept = h.SmallMedia("../" + databaseFile)
	require.False(t, kept)
}

// What was made of a damaged file goes with it.
func TestSmallOfDamaged(t *testing.T) {
	h := newHouse(t)
	m := aFile("med_1", "a picture")
	_, err := h.AddMedia(h.ctx, h.desk(), m, strings.NewReader("a picture"))
	require.NoError(t, err)
	require.NoError(t, h.KeepSmallMedia(m.Hash, []byte("small")))
	whole, err := h.VerifyMedia(m.Use(""))
	require.NoError(t, err)
	require.True(t, whole)
	require.Contains(t, h.files(), m.Hash+".small")

	require.NoError(t, os.WriteFile(h.mediaPath(m.Hash), []byte("a pictur3"), 0o600))
	whole, err = h.VerifyMedia(m.Use(""))
	require.NoError(t, err)
	require.False(t, whole)
	require.Equal(t, []string{m.Hash + ".damaged"}, h.files())
}
