package main

import (
	"bytes"
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

func keysIn(tb testing.TB, path string) *keyring {
	tb.Helper()
	keys, err := openKeyring(path)
	require.NoError(tb, err)
	return keys
}

// The key is made once, for this user alone, and is the same ever after.
func TestKeyFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "key")
	first := keysIn(t, path)
	require.True(t, first.made)
	require.Equal(t, path, first.path)
	info, err := os.Stat(path)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o600), info.Mode())
	info, err = os.Stat(filepath.Dir(path))
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o700), info.Mode().Perm())
	held, err := os.ReadFile(path)
	require.NoError(t, err)
	seed, err := base64.StdEncoding.DecodeString(strings.TrimSuffix(string(held), "\n"))
	require.NoError(t, err)
	require.Len(t, seed, 32)

	sealed, err := first.Seal([]byte("plain"), "row")
	require.NoError(t, err)
	again := keysIn(t, path)
	require.False(t, again.made)
	plain, err := again.Open(sealed, "row")
	require.NoError(t, err)
	require.Equal(t, "plain", string(plain))
	unchanged, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, held, unchanged)
	beside, err := os.ReadDir(filepath.Dir(path))
	require.NoError(t, err)
	require.Len(t, beside, 1)
}

// Several that start at once agree on one key.
func TestKeyFileTogether(t *testing.T) {
	path := filepath.Join(t.TempDir(), "key")
	rings := make([]*keyring, 8)
	var all sync.WaitGroup
	for i := range rings {
		all.Go(func() {
			keys, err := openKeyring(path)
			if err != nil {
				t.Error(err)
				return
			}
			rings[i] = keys
		})
	}
	all.Wait()
	made := 0
	for _, keys := range rings {
		require.NotNil(t, keys)
		require.Equal(t, rings[0].seed, keys.seed)
		if keys.made {
			made++
		}
	}
	require.Equal(t, 1, made)
}

func TestKeyFileDefault(t *testing.T) {
	config := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", config)
	require.Equal(t, filepath.Join(config, "parution", "key"), keysIn(t, "").path)
	require.FileExists(t, filepath.Join(config, "parution", "key"))

	unset(t, "XDG_CONFIG_HOME")
	unset(t, "HOME")
	_, err := openKeyring("")
	require.ErrorContains(t, err, "PARUTION_KEY_FILE")
}

func TestKeyFileIsNoKey(t *testing.T) {
	path := filepath.Join(t.TempDir(), "key")
	for name, text := range map[string]string{
		"empty": "", "cut": "c2hvcnQ=\n", "too long": base64.StdEncoding.EncodeToString(make([]byte, 33)), "no base64": strings.Repeat("!", 44),
	} {
		t.Run(name, func(t *testing.T) {
			require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
			_, err := openKeyring(path)
			require.ErrorContains(t, err, path)
			held, readErr := os.ReadFile(path)
			require.NoError(t, readErr)
			require.Equal(t, text, string(held), "it is not overwritten: it may be somebody’s")
			if text != "" {
				require.NotContains(t, err.Error(), text)
			}
		})
	}
}

// What is sealed says nothing, never looks the same twice, and opens only with
// its key, for its row, unchanged.
func TestSeal(t *testing.T) {
	keys, others := keysIn(t, filepath.Join(t.TempDir(), "key")), keysIn(t, filepath.Join(t.TempDir(), "key"))
	for _, plain := range []string{"", "secret", strings.Repeat("long ", 1000)} {
		sealed, err := keys.Seal([]byte(plain), "chan_1")
		require.NoError(t, err)
		if plain != "" {
			require.False(t, bytes.Contains(sealed, []byte(plain)))
		}
		again, err := keys.Seal([]byte(plain), "chan_1")
		require.NoError(t, err)
		require.NotEqual(t, sealed, again)
		opened, err := keys.Open(sealed, "chan_1")
		require.NoError(t, err)
		require.Equal(t, plain, string(opened))

		_, err = keys.Open(sealed, "chan_2")
		require.Error(t, err, "another row")
		_, err = others.Open(sealed, "chan_1")
		require.ErrorIs(t, err, errWrongKey)
		for _, i := range []int{0, keyIDBytes - 1, keyIDBytes, len(sealed) / 2, len(sealed) - 1} {
			changed := bytes.Clone(sealed)
			changed[i] ^= 1
			_, err = keys.Open(changed, "chan_1")
			require.Error(t, err, "byte %d of %d", i, len(sealed))
			_, err = keys.Open(sealed[:i], "chan_1")
			require.Error(t, err, "%d bytes of %d", i, len(sealed))
		}
	}
	_, err := keys.Open(nil, "chan_1")
	require.ErrorIs(t, err, errWrongKey)
}

// The key that hashes requests is another one, and stays the same.
func TestHashKey(t *testing.T) {
	path := filepath.Join(t.TempDir(), "key")
	keys := keysIn(t, path)
	key, err := keys.hashKey()
	require.NoError(t, err)
	require.Len(t, key, 32)
	require.NotEqual(t, keys.seed, key)
	same, err := keysIn(t, path).hashKey()
	require.NoError(t, err)
	require.Equal(t, key, same)
	other, err := keysIn(t, filepath.Join(t.TempDir(), "key")).hashKey()
	require.NoError(t, err)
	require.NotEqual(t, key, other)
}
