package scheduler

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"

	"parution.dev/editorial"
)

// open opens a file that leaves with a part. It reads as far as its bytes are
// those that were signed: one that has changed on the disk since it was last
// looked at fails at its end, so that no upload of it is ever whole. It is put
// aside, and the gate then says why its post waits.
func (s *Scheduler) open(use editorial.MediaUse) (io.ReadCloser, error) {
	file, err := s.cfg.Queue.OpenMedia(use.Hash)
	if err != nil {
		return nil, err
	}
	return &signedFile{ReadCloser: file, sum: sha256.New(), want: use.Hash, other: func() error { return s.putAside(use) }}, nil
}

// putAside has a file looked at that is not what its name says.
func (s *Scheduler) putAside(use editorial.MediaUse) error {
	err := errors.New("the file is not what was brought in")
	if s.cfg.Outlook == nil {
		return err
	}
	_, trouble := s.cfg.Outlook.VerifyMedia(use)
	return errors.Join(err, trouble)
}

// signedFile is a file with the hash of what was read of it.
type signedFile struct {
	io.ReadCloser

	sum   hash.Hash
	want  string
	other func() error // what is wrong, where it is another file than it should be
}

// Read implements io.Reader.
func (f *signedFile) Read(into []byte) (int, error) {
	n, err := f.ReadCloser.Read(into)
	_, _ = f.sum.Write(into[:n]) // it never fails
	if errors.Is(err, io.EOF) && hex.EncodeToString(f.sum.Sum(nil)) != f.want {
		return n, f.other()
	}
	return n, err
}
