package scheduler

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// shelf is a queue that has one file, whatever is asked for.
type shelf struct {
	Queue

	file string
	err  error
}

type closing struct{ *bytes.Reader }

func (closing) Close() error { return nil }

func (s *shelf) OpenMedia(string) (io.ReadSeekCloser, error) {
	return closing{bytes.NewReader([]byte(s.file))}, s.err
}

// What leaves is what was signed, to the byte: a file that has changed since the
// look ahead is never read to its end, and is put aside.
func TestFilesThatChangeAreNotSent(t *testing.T) {
	sum := sha256.Sum256([]byte("a picture"))
	use := editorial.MediaUse{Media: "med_1", Hash: hex.EncodeToString(sum[:])}
	for file, whole := range map[string]bool{"a picture": true, "a Picture": false, "a pic": false, "": false} {
		ledger := &outlook{}
		s := New(Config{Queue: &shelf{file: file}, Outlook: ledger})
		reader, err := s.piece(editorial.Work{}).Open(use)
		require.NoError(t, err)
		read, err := io.ReadAll(reader)
		require.NoError(t, reader.Close())
		if whole {
			require.NoError(t, err)
			require.Equal(t, file, string(read))
			require.Empty(t, ledger.read)
			continue
		}
		require.ErrorContains(t, err, "not what was brought in", file)
		require.Equal(t, []string{use.Hash}, ledger.read, "it is looked at")
	}

	s := New(Config{Queue: &shelf{file: "another"}})
	reader, err := s.open(use)
	require.NoError(t, err)
	_, err = io.ReadAll(reader)
	require.Error(t, err, "where nobody looks ahead as well")
	s.cfg.Queue = &shelf{err: errors.New("gone")}
	_, err = s.open(use)
	require.ErrorContains(t, err, "gone")
}
