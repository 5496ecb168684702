package api

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"os"
	"path"
	"strings"
	"unicode/utf8"

	"parution.dev/editorial"
)

// What an upload can hold.
const (
	maxFile   = 16 << 20
	maxPixels = 100_000_000
	maxForm   = maxFile + 1<<20
	maxAlt    = 10_000
	maxName   = 255
)

// upload is a form that was received, with its file on disk.
type upload struct {
	calendar editorial.CalendarID
	alt      string
	name     string
	file     *os.File // nil: there was none
	size     int64
	hash     string
	seen     map[string]bool
}

// receive reads a multipart form. Its file goes to the disk as it arrives.
// Discard what it returns, even beside an error.
func receive(contentType string, body io.Reader) (*upload, error) {
	u := &upload{seen: map[string]bool{}}
	kind, params, err := mime.ParseMediaType(contentType)
	if err != nil || kind != "multipart/form-data" || params["boundary"] == "" {
		return u, refuseStatus(http.StatusUnsupportedMediaType, codeMultipartNeeded)
	}
	limited := &io.LimitedReader{R: body, N: maxForm + 1}
	parts := multipart.NewReader(limited, params["boundary"])
	for {
		part, err := parts.NextPart()
		if err == io.EOF { //nolint:errorlint // one that is wrapped means that the form broke off
			break
		}
		if err == nil {
			err = u.take(part)
		}
		if limited.N <= 0 {
			return u, tooLarge()
		}
		if err != nil {
			return u, asRefusal(err)
		}
	}
	if u.file == nil {
		return u, editorial.InvalidAt("/file", codeRequired)
	}
	return u, nil
}

// asRefusal says that a form broke off, unless it was refused for a reason.
func asRefusal(err error) error {
	if editorial.AsRefusal(err) != nil {
		return err
	}
	return &editorial.Refusal{Kind: editorial.Malformed, Code: codeBodyCutOff, Err: err}
}

func tooLarge() error {
	return &editorial.Refusal{
		Kind: editorial.TooLarge, Code: codeMediaTooLarge,
		Problems: []editorial.Problem{{Code: codeMediaTooLarge, Pointer: "/file"}},
	}
}

// take reads one part of the form.
func (u *upload) take(part *multipart.Part) error {
	name := part.FormName()
	if u.seen[name] {
		return editorial.InvalidAt("/"+name, editorial.CodeTwice)
	}
	switch name {
	case "calendar":
		u.seen[name] = true
		text, err := fieldText(part, "/calendar", 64)
		u.calendar = editorial.CalendarID(text)
		return err
	case "alt":
		u.seen[name] = true
		text, err := fieldText(part, "/alt", maxAlt)
		u.alt = text
		return err
	case "file":
		u.seen[name] = true
		u.name = fileName(part.FileName())
		return u.keep(part)
	}
	return &editorial.Refusal{Kind: editorial.Invalid, Code: codeUnknownField, Problems: []editorial.Problem{{
		Code: codeUnknownField, Detail: knownNames(map[string]bool{"alt": true, "calendar": true, "file": true}),
	}}}
}

// fieldText reads a field of at most so many characters.
func fieldText(part io.Reader, at string, most int) (string, error) {
	text, err := io.ReadAll(io.LimitReader(part, int64(most)*utf8.UTFMax+1))
	switch {
	case err != nil:
		return "", err
	case !utf8.Valid(text) || bytes.ContainsRune(text, 0):
		return "", editorial.InvalidAt(at, codeBadText)
	case utf8.RuneCount(text) > most:
		return "", editorial.InvalidAt(at, codeTooLong)
	}
	return string(text), nil
}

// fileName keeps the last step of what a browser calls the file.
func fileName(sent string) string {
	name := path.Base(strings.ReplaceAll(strings.ToValidUTF8(sent, ""), `\`, "/"))
	if name == "." || name == "/" {
		return ""
	}
	if runes := []rune(name); len(runes) > maxName {
		name = string(runes[:maxName])
	}
	return strings.ReplaceAll(name, "\x00", "")
}

// keep writes the file to the disk and hashes it on the way.
func (u *upload) keep(part io.Reader) error {
	file, err := os.CreateTemp("", "parution-upload-*")
	if err != nil {
		return &editorial.Refusal{Kind: editorial.Unavailable, Code: codeInternal, Err: err}
	}
	u.file = file
	sum := sha256.New()
	u.size, err = io.Copy(io.MultiWriter(file, sum), io.LimitReader(part, maxFile+1))
	if err != nil {
		return err
	}
	if u.size > maxFile {
		return tooLarge()
	}
	u.hash = hex.EncodeToString(sum.Sum(nil))
	return nil
}

// examine looks at what the file is, and puts it back to its beginning.
func (u *upload) examine() (editorial.Media, error) {
	picture, err := readPicture(u.file)
	if err != nil {
		return editorial.Media{}, err
	}
	if _, err := u.file.Seek(0, io.SeekStart); err != nil {
		return editorial.Media{}, err
	}
	return editorial.Media{
		ID: editorial.NewID[editorial.MediaID]("med"), Hash: u.hash, Type: picture.kind, Bytes: u.size,
		Width: picture.width, Height: picture.height, Name: u.name, Alt: u.alt,
	}, nil
}

// discard takes the file from the disk.
func (u *upload) discard() {
	if u.file != nil {
		_ = u.file.Close()
		_ = os.Remove(u.file.Name())
	}
}
