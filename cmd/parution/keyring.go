package main

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// keyring encrypts credentials at rest with AES-256-GCM. A sealed value begins
// with the id of its key, and is bound to the id of its row.
type keyring struct {
	path string
	made bool // just now, because there was none
	id   []byte
	aead cipher.AEAD
	seed []byte
}

const (
	keyBytes   = 32
	keyIDBytes = 8
)

var errWrongKey = errors.New("sealed with another key")

// openKeyring reads the key file, or makes one with mode 0600. It lies outside
// the data directory unless told otherwise, so that a copy of the data alone
// opens nothing.
func openKeyring(path string) (*keyring, error) {
	if path == "" {
		config, err := os.UserConfigDir()
		if err != nil {
			return nil, fmt.Errorf("there is no place for the key file; name one with PARUTION_KEY_FILE: %w", err)
		}
		path = filepath.Join(config, "parution", "key")
	}
	k := &keyring{path: path}
	encoded, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		if k.made, err = makeKey(path); err == nil {
			encoded, err = os.ReadFile(path)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("key file: %w", err)
	}
	seed, err := base64.StdEncoding.DecodeString(string(bytes.TrimSpace(encoded)))
	if err != nil || len(seed) != keyBytes {
		return nil, fmt.Errorf("key file %s: it must hold 32 bytes in base64", path)
	}
	return k, k.derive(seed)
}

// makeKey makes a key file, unless another process has made one meanwhile. It
// gets its name only once it is whole.
func makeKey(path string) (made bool, err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return false, fmt.Errorf("make its directory: %w", err)
	}
	file, err := os.CreateTemp(filepath.Dir(path), "key-*") // mode 0600
	if err != nil {
		return false, fmt.Errorf("make it: %w", err)
	}
	defer func() { _ = os.Remove(file.Name()) }()
	seed := make([]byte, keyBytes)
	_, _ = rand.Read(seed) // never fails
	_, err = file.WriteString(base64.StdEncoding.EncodeToString(seed) + "\n")
	if err := errors.Join(err, file.Sync(), file.Close()); err != nil {
		return false, fmt.Errorf("make it: %w", err)
	}
	switch err := os.Link(file.Name(), path); {
	case errors.Is(err, fs.ErrExist):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("make it: %w", err)
	}
	return true, nil
}

func (k *keyring) derive(seed []byte) error {
	sealing, err := hkdf.Key(sha256.New, seed, nil, "parution credentials", keyBytes)
	if err != nil {
		return fmt.Errorf("derive the key: %w", err)
	}
	block, err := aes.NewCipher(sealing)
	if err != nil {
		return fmt.Errorf("derive the key: %w", err)
	}
	k.aead, err = cipher.NewGCMWithRandomNonce(block)
	if err != nil {
		return fmt.Errorf("derive the key: %w", err)
	}
	sum := sha256.Sum256(sealing)
	k.id, k.seed = sum[:keyIDBytes], seed
	return nil
}

// Seal encrypts for one row.
func (k *keyring) Seal(plain []byte, row string) ([]byte, error) {
	return k.aead.Seal(bytes.Clone(k.id), nil, plain, []byte(row)), nil //nolint:gosec // it makes its own nonces, and takes none
}

// Open decrypts what Seal wrote for the same row.
func (k *keyring) Open(sealed []byte, row string) ([]byte, error) {
	if len(sealed) < keyIDBytes || !bytes.Equal(sealed[:keyIDBytes], k.id) {
		return nil, errWrongKey
	}
	plain, err := k.aead.Open(nil, nil, sealed[keyIDBytes:], []byte(row))
	if err != nil {
		return nil, fmt.Errorf("open: %w", err)
	}
	return plain, nil
}

// mailKey is a key of its own for the links that end a kind of mail.
func (k *keyring) mailKey() ([]byte, error) {
	key, err := hkdf.Key(sha256.New, k.seed, nil, "parution unsubscribe", keyBytes)
	if err != nil {
		return nil, fmt.Errorf("derive the key: %w", err)
	}
	return key, nil
}

// hashKey is a key of its own for hashing the bodies of repeatable requests.
func (k *keyring) hashKey() ([]byte, error) {
	key, err := hkdf.Key(sha256.New, k.seed, nil, "parution idempotency", keyBytes)
	if err != nil {
		return nil, fmt.Errorf("derive the key: %w", err)
	}
	return key, nil
}
