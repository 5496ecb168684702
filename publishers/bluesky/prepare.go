package bluesky

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// maxImage is what every server takes: 1,000,000 bytes. Newer ones take twice
// that, and one cannot tell them apart before the post is refused.
const maxImage = 1_000_000

// prepared is what Prepare hands to Publish.
type prepared struct {
	Images    []upload `json:"images,omitempty"`
	Thumbnail *upload  `json:"thumbnail,omitempty"`
}

// upload is one file on the server. Its blob goes into the record as it came:
// the server compares it with what it has.
type upload struct {
	Of     string          `json:"of"` // what was uploaded
	Blob   json.RawMessage `json:"blob"`
	Width  int             `json:"width"`
	Height int             `json:"height"`
}

// Prepare uploads a part's pictures, or the thumbnail of its link card, without
// what the files tell beyond the picture.
func (p *Publisher) Prepare(ctx context.Context, to editorial.Account, piece publishers.Piece) ([]byte, error) {
	if err := oneEmbed(piece.Part); err != nil {
		return nil, err
	}
	var done prepared
	for _, use := range piece.Part.Media {
		up, err := p.upload(ctx, to, use, piece.Open)
		if err != nil {
			return nil, err
		}
		done.Images = append(done.Images, up)
	}
	if card := piece.Part.Link; card != nil && card.Thumbnail != nil {
		up, err := p.upload(ctx, to, *card.Thumbnail, piece.Open)
		if err != nil {
			return nil, err
		}
		done.Thumbnail = &up
	}
	return json.Marshal(done)
}

func (p *Publisher) upload(ctx context.Context, to editorial.Account, use editorial.MediaUse, open publishers.Opener) (upload, error) {
	file, err := read(use, open)
	if err != nil {
		return upload{}, err
	}
	shown, err := strip(use.Type, file)
	if err != nil {
		return upload{}, &publishers.Error{
			Verdict: editorial.Never, Code: "bad_picture", Message: "a picture cannot be read", Err: err,
		}
	}
	at, err := doorOf(to)
	if err != nil {
		return upload{}, err
	}
	var answer struct {
		Blob json.RawMessage `json:"blob"`
	}
	_, err = p.ask(ctx, "upload a picture", request{
		method: http.MethodPost, host: at.host, nsid: "com.atproto.repo.uploadBlob",
		token: at.token, mime: use.Type, body: shown.file,
	}, &answer)
	if err != nil {
		return upload{}, err
	}
	if len(answer.Blob) == 0 || bytes.Equal(answer.Blob, []byte("null")) {
		return upload{}, unheard("upload a picture", errors.New("the answer names no blob"))
	}
	return upload{Of: nameOf(use), Blob: answer.Blob, Width: shown.width, Height: shown.height}, nil
}

// read reads a picture whole.
func read(use editorial.MediaUse, open publishers.Opener) ([]byte, error) {
	r, err := open(use)
	if err != nil {
		return nil, unheard("open a picture", err)
	}
	defer func() { _ = r.Close() }()
	file, err := io.ReadAll(io.LimitReader(r, maxImage+1))
	if err != nil {
		return nil, unheard("read a picture", err)
	}
	if len(file) > maxImage {
		return nil, refuse("picture_too_large", fmt.Sprintf("a picture is larger than the %d bytes that Bluesky takes", maxImage))
	}
	return file, nil
}

// nameOf tells one use of a file from another of the same bytes.
func nameOf(use editorial.MediaUse) string { return use.Hash + " " + use.Crop }

// readyFor returns what Prepare uploaded for a piece. Where that is missing or
// was made for other files nothing is sent: it is to be prepared again.
func readyFor(p publishers.Piece) (prepared, error) {
	var ready prepared
	if len(p.Prepared) > 0 {
		if err := json.Unmarshal(p.Prepared, &ready); err != nil {
			return prepared{}, notReady(err)
		}
	}
	if !ready.fits(p.Part) {
		return prepared{}, notReady(errors.New("prepared for something else, or not at all"))
	}
	return ready, nil
}

func notReady(cause error) error {
	return &publishers.Error{
		Verdict: editorial.Later, Code: "not_prepared", Message: "the pictures are not uploaded yet", Err: cause,
	}
}

func (r prepared) fits(part editorial.Part) bool {
	same := func(use editorial.MediaUse, up upload) bool { return nameOf(use) == up.Of }
	if !slices.EqualFunc(part.Media, r.Images, same) {
		return false
	}
	if part.Link == nil || part.Link.Thumbnail == nil {
		return r.Thumbnail == nil
	}
	return r.Thumbnail != nil && same(*part.Link.Thumbnail, *r.Thumbnail)
}
