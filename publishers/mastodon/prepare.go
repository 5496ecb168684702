package mastodon

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/textproto"
	"strings"
	"time"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// Prepare uploads the part's media with their alternative texts, and waits
// until the server has them ready. A server can work on a video for longer than
// one call lasts: the next one goes on waiting, and uploads nothing twice.
func (p *Publisher) Prepare(ctx context.Context, to editorial.Account, piece publishers.Piece) ([]byte, error) {
	on, err := p.reach(to)
	if err != nil {
		return nil, err
	}
	if on.kind.videoStandsAlone() && len(piece.Part.Media) > 1 {
		for _, use := range piece.Part.Media {
			if !strings.HasPrefix(use.Type, "image/") {
				return nil, never("mixed_media", "a video or a sound must be the post's only medium")
			}
		}
	}
	done, err := parsePrepared(piece.Prepared)
	if n := len(done.MediaIDs); err != nil || n == 0 || n > len(piece.Part.Media) {
		done = prepared{MediaIDs: []string{}}
	}
	failed := p.uploads(ctx, on, piece, &done)
	data, err := json.Marshal(done)
	if failed != nil {
		err = failed
	}
	return data, err
}

// uploads brings the files to the server that are not there yet, each after the
// one before it is ready.
func (p *Publisher) uploads(ctx context.Context, on server, piece publishers.Piece, done *prepared) error {
	if err := p.await(ctx, on, done); err != nil {
		return err
	}
	for i := len(done.MediaIDs); i < len(piece.Part.Media); i++ {
		id, atWork, err := on.upload(ctx, piece.Open, piece.Part.Media[i], fmt.Sprintf("media-%d", i+1))
		if err != nil {
			return err
		}
		done.MediaIDs, done.AtWork = append(done.MediaIDs, id), atWork
		if err := p.await(ctx, on, done); err != nil {
			return err
		}
	}
	return nil
}

// upload brings one file to the server, and tells whether that is still at work
// on it.
func (s server) upload(ctx context.Context, open publishers.Opener, use editorial.MediaUse, name string) (id string, atWork bool, err error) {
	answer, err := s.send(ctx, "api/v2/media", open, use, name)
	if err == nil && answer.Status == http.StatusNotFound {
		answer, err = s.send(ctx, "api/v1/media", open, use, name)
	}
	if err != nil {
		return "", false, err
	}
	if !answer.OK() {
		e := harmless(s.refused(answer))
		if e.Verdict == editorial.Never {
			e.Message = "the server does not take the medium"
		}
		return "", false, e
	}
	var file uploaded
	if err := answer.Decode(&file); err != nil || file.ID == "" {
		return "", false, harmless(unreadable(answer, errors.New("an upload without id")))
	}
	return file.ID, answer.Status == http.StatusAccepted, nil
}

// send makes one upload (Mastodon API: media#v2). The file is streamed.
func (s server) send(ctx context.Context, path string, open publishers.Opener, use editorial.MediaUse, name string) (*publishers.Answer, error) {
	file, err := open(use)
	if err != nil {
		return nil, &publishers.Error{Verdict: editorial.Later, Code: "media", Message: "the medium cannot be read", Err: err}
	}
	body, contentType, err := form(use, name, file)
	if err != nil {
		_ = file.Close()
		return nil, err
	}
	req, err := s.request(ctx, http.MethodPost, body, path)
	if err != nil {
		_ = file.Close()
		return nil, err
	}
	req.Header.Set("Content-Type", contentType)
	answer, err := publishers.Exchange(s.client, req)
	if err != nil {
		return nil, unheard(err)
	}
	return answer, nil
}

// form puts a file into a multipart form around which nothing is copied. To
// close it closes the file.
func form(use editorial.MediaUse, name string, file io.ReadCloser) (io.ReadCloser, string, error) {
	var frame bytes.Buffer
	w := multipart.NewWriter(&frame)
	if use.Alt != "" {
		if err := w.WriteField("description", use.Alt); err != nil {
			return nil, "", err
		}
	}
	header := textproto.MIMEHeader{}
	header.Set("Content-Disposition", fmt.Sprintf(`form-data; name="file"; filename="%s%s"`, name, extension(use.Type)))
	header.Set("Content-Type", use.Type)
	if _, err := w.CreatePart(header); err != nil {
		return nil, "", err
	}
	before := frame.String()
	frame.Reset()
	if err := w.Close(); err != nil {
		return nil, "", err
	}
	whole := io.MultiReader(strings.NewReader(before), file, &frame)
	return struct {
		io.Reader
		io.Closer
	}{whole, file}, w.FormDataContentType(), nil
}

// extension is what a file of a type is called: servers compare the two.
func extension(mime string) string {
	_, subtype, _ := strings.Cut(mime, "/")
	switch mime {
	case "image/jpeg":
		return ".jpg"
	case "video/quicktime":
		return ".mov"
	case "audio/mpeg":
		return ".mp3"
	case "audio/mp4":
		return ".m4a"
	}
	return "." + strings.TrimPrefix(subtype, "x-")
}

const (
	firstLook = time.Second
	laterLook = 5 * time.Second
	mostLooks = 60 // some five minutes
)

// await looks until the server has finished with the last upload.
func (p *Publisher) await(ctx context.Context, on server, done *prepared) error {
	if !done.AtWork {
		return nil
	}
	last := len(done.MediaIDs) - 1
	for look := range mostLooks {
		if err := p.wait(ctx, min(firstLook*time.Duration(look+1), laterLook)); err != nil {
			return slow(err)
		}
		state, err := on.mediaState(ctx, done.MediaIDs[last])
		if err != nil {
			return err
		}
		switch state {
		case mediaReady:
			done.AtWork = false
			return nil
		case mediaProcessing:
		case mediaBroken:
			return never("media", "the server cannot make anything of the medium")
		case mediaGone:
			done.MediaIDs, done.AtWork = done.MediaIDs[:last], false
			return &publishers.Error{Verdict: editorial.Later, Code: "media", Message: "the server has lost the upload"}
		}
	}
	return slow(nil)
}

func slow(err error) *publishers.Error {
	return &publishers.Error{Verdict: editorial.Later, Code: "media", Message: "the server takes long with the media", Err: err}
}
