package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// aFile is a file of the library with these bytes.
func aFile(id editorial.MediaID, bytes string) editorial.Media {
	sum := sha256.Sum256([]byte(bytes))
	m := filled[editorial.Media](1)
	m.ID, m.Calendar, m.Hash, m.Bytes, m.Created = id, maison, hex.EncodeToString(sum[:]), int64(len(bytes)), noon
	return m
}

func TestMediaRoundTrip(t *testing.T) {
	h := newHouse(t)
	want := aFile("med_1", "a picture")
	said, err := h.AddMedia(h.ctx, h.desk(), want, strings.NewReader("a picture"))
	require.NoError(t, err)
	requireSame(t, want, said)
	got, err := h.GetMedia(h.ctx, want.ID)
	require.NoError(t, err)
	requireSame(t, want, got)

	after := want
	after.Name, after.Alt = "another name", "another text"
	said, err = h.UpdateMedia(h.ctx, h.desk(), want.ID, func(m *editorial.Media) error {
		requireSame(t, want, *m)
		*m = after
		return nil
	})
	require.NoError(t, err)
	requireSame(t, after, said)
	got, err = h.GetMedia(h.ctx, want.ID)
	require.NoError(t, err)
	requireSame(t, after, got)
	require.Equal(t, "a picture", h.file(want.Hash))
}

// file reads the bytes that a hash names.
func (h *house) file(hash string) string {
	h.t.Helper()
	file, err := h.OpenMedia(hash)
	require.NoError(h.t, err)
	defer file.Close()
	held, err := io.ReadAll(file)
	require.NoError(h.t, err)
	return string(held)
}

// files lists what lies in the media directory.
func (h *house) files() (names []string) {
	h.t.Helper()
	entries, err := os.ReadDir(h.MediaDir())
	require.NoError(h.t, err)
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

// The same bytes are kept once, whoever brings them.
func TestMediaTwice(t *testing.T) {
	h := newHouse(t)
	first, second := aFile("med_1", "a picture"), aFile("med_2", "a picture")
	_, err := h.AddMedia(h.ctx, h.desk(), first, strings.NewReader("a picture"))
	require.NoError(t, err)
	_, err = h.AddMedia(h.ctx, h.desk(), second, iotest.ErrReader(errors.New("nobody reads it again")))
	require.NoError(t, err)
	require.Equal(t, []string{first.Hash}, h.files())

	require.NoError(t, os.WriteFile(h.mediaPath(first.Hash), []byte("a pic"), 0o600)) // cut by a disk that was full
	third := aFile("med_3", "a picture")
	_, err = h.AddMedia(h.ctx, h.desk(), third, strings.NewReader("a picture"))
	require.NoError(t, err)
	require.Equal(t, "a picture", h.file(first.Hash), "whole again")
}

// A file that was not read to its end is not kept, and has no row.
func TestMediaFails(t *testing.T) {
	h := newHouse(t)
	before := h.everything()
	cut := errors.New("cut")
	for name, from := range map[string]io.Reader{
		"broken":    io.MultiReader(strings.NewReader("a pic"), iotest.ErrReader(cut)),
		"too short": strings.NewReader("a pic"),
		"too long":  strings.NewReader("a picture and more"),
	} {
		t.Run(name, func(t *testing.T) {
			h := h.in(t)
			_, err := h.AddMedia(h.ctx, h.desk(), aFile("med_1", "a picture"), from)
			require.Error(t, err)
			require.Empty(t, h.files())
			require.Equal(t, before, h.everything())
		})
	}
	for _, id := range []editorial.MediaID{"", "med_none"} {
		_, err := h.GetMedia(h.ctx, id)
		requireCode(t, editorial.CodeNotFound, err)
		_, err = h.UpdateMedia(h.ctx, h.desk(), id, func(*editorial.Media) error { return nil })
		requireCode(t, editorial.CodeNotFound, err)
	}
	_, err := h.OpenMedia(strings.Repeat("0", 64))
	require.ErrorIs(t, err, os.ErrNotExist)
}

// A hash is a name in the media directory, and never a way out of it.
func TestMediaStaysInside(t *testing.T) {
	h := newHouse(t)
	_, err := h.OpenMedia("../" + databaseFile)
	require.ErrorIs(t, err, os.ErrNotExist)
	m := aFile("med_1", "x")
	m.Hash = "../../escaped"
	_, err = h.AddMedia(h.ctx, h.desk(), m, bytes.NewReader([]byte("x")))
	require.NoError(t, err)
	require.Equal(t, []string{"escaped"}, h.files())
}

func TestListMedia(t *testing.T) {
	h := newHouse(t)
	var want []string
	for i := range 5 {
		m := aFile(number[editorial.MediaID]("med", i), "x")
		_, err := h.AddMedia(h.ctx, h.desk(), m, strings.NewReader("x"))
		require.NoError(t, err)
		want = append(want, string(m.ID))
	}
	list := func(calendar editorial.CalendarID) func(Page) ([]editorial.Media, string, error) {
		return func(p Page) ([]editorial.Media, string, error) { return h.ListMedia(h.ctx, calendar, p) }
	}
	requirePages(t, want, list(maison), func(m editorial.Media) string { return string(m.ID) })
	requirePages(t, []string{}, list("cal_none"), func(m editorial.Media) string { return string(m.ID) })
}
