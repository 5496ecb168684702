package bluesky_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

const uploadBlob = "com.atproto.repo.uploadBlob"

func TestPrepare(t *testing.T) {
	w := connected(t)
	p := w.piece("")
	p.Part.Media = []editorial.MediaUse{pictureUse("wide", "a wide one"), pictureUse("tall", "")}

	p = w.prepare(t, p)
	assert.Equal(t, []string{"uploadBlob", "uploadBlob"}, w.methods())
	assert.Empty(t, w.texts(), "nothing is public yet")

	w.publish(t, p)
	assert.Equal(t, []string{"a wide one", ""}, w.server.Books()[0].Alt)
}

// Uploading again is harmless, and what was uploaded once is known by its bytes.
func TestPrepareAgain(t *testing.T) {
	w := connected(t)
	p := w.piece("twice")
	p.Part.Media = []editorial.MediaUse{pictureUse("wide", "")}
	first := w.prepare(t, p)
	assert.Equal(t, string(first.Prepared), string(w.prepare(t, p).Prepared))
	assert.Len(t, w.server.Files("did:plc:ana"), 1)
}

func TestPrepareCard(t *testing.T) {
	thumbnail := pictureUse("wide", "")
	w := connected(t)
	p := w.piece("a card")
	p.Part.Link = &editorial.LinkCard{URL: "https://ex.org/a", Thumbnail: &thumbnail}
	w.publish(t, w.prepare(t, p))
	assert.Equal(t, []string{"uploadBlob", "createRecord"}, w.methods())

	p = w.piece("a card without a picture")
	p.Part.Link = &editorial.LinkCard{URL: "https://ex.org/a", Title: "Title"}
	w.publish(t, p)
	assert.Len(t, w.texts(), 2)
}

// The file that arrives tells no more than it shows.
func TestPrepareStrips(t *testing.T) {
	w := connected(t)
	p := w.piece("")
	p.Part.Media = []editorial.MediaUse{pictureUse("wide", "")}
	clean, err := os.ReadFile("testdata/wide.png")
	require.NoError(t, err)
	p.Open = func(editorial.MediaUse) (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(append(bytes.Clone(clean), "48.8584N 2.2945E"...))), nil
	}
	w.prepare(t, p)
	assert.Equal(t, [][]byte{clean}, w.server.Files("did:plc:ana"))
}

func TestPrepareFails(t *testing.T) {
	tests := []struct {
		name    string
		change  func(*world, *publishers.Piece)
		verdict editorial.Verdict
		code    string
		expired bool
	}{
		{
			"too large", func(_ *world, p *publishers.Piece) { p.Part.Media[0].Media = "noise" },
			editorial.Never, "picture_too_large", false,
		},
		{
			"not what it says it is", func(_ *world, p *publishers.Piece) { p.Part.Media[0].Type = "image/jpeg" },
			editorial.Never, "bad_picture", false,
		},
		{
			"of a type that is not taken", func(_ *world, p *publishers.Piece) { p.Part.Media[0].Type = "image/tiff" },
			editorial.Never, "bad_picture", false,
		},
		{
			"with a card as well", func(_ *world, p *publishers.Piece) { p.Part.Link = &editorial.LinkCard{} },
			editorial.Never, "two_embeds", false,
		},
		{"a card's picture that is no picture", func(_ *world, p *publishers.Piece) {
			p.Part.Link = &editorial.LinkCard{Thumbnail: &p.Part.Media[0]}
			p.Part.Media[0].Type, p.Part.Media = "image/gif", nil
		}, editorial.Never, "bad_picture", false},
		{"gone from the library", func(_ *world, p *publishers.Piece) {
			p.Open = func(editorial.MediaUse) (io.ReadCloser, error) { return nil, errors.New("gone") }
		}, editorial.Later, "no_answer", false},
		{
			"session ran out", func(w *world, _ *publishers.Piece) { w.now = w.now.Add(3 * time.Hour) },
			editorial.Reconnect, "ExpiredToken", true,
		},
		{
			"too large for the server", func(w *world, _ *publishers.Piece) { w.answer(uploadBlob, 413, "") },
			editorial.Never, "413", false,
		},
		{
			"server is down", func(w *world, _ *publishers.Piece) { w.answer(uploadBlob, 502, "") },
			editorial.Later, "502", false,
		},
		{
			"no blob in the answer", func(w *world, _ *publishers.Piece) { w.answer(uploadBlob, 200, `{"blob":null}`) },
			editorial.Later, "no_answer", false,
		},
		{
			"not connected", func(w *world, _ *publishers.Piece) { w.account.RemoteID = "" },
			editorial.Reconnect, "not_connected", false,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := connected(t)
			p := w.piece("text")
			p.Part.Media = []editorial.MediaUse{pictureUse("wide", "")}
			tt.change(w, &p)
			_, err := w.publisher.Prepare(t.Context(), w.account, p)
			got := judged(t, err)
			assert.Equal(t, tt.verdict, got.Verdict)
			assert.Equal(t, tt.code, got.Code)
			assert.Equal(t, tt.expired, got.Expired)
		})
	}
}

// What was prepared for other pictures is not sent with these.
func TestPreparedForOthers(t *testing.T) {
	one, other := pictureUse("wide", ""), pictureUse("tall", "")
	cut := one
	cut.Crop = "0,0,500,1000"
	tests := []struct {
		name             string
		uploaded, wanted []editorial.MediaUse
	}{
		{"another picture", []editorial.MediaUse{one}, []editorial.MediaUse{other}},
		{"one more", []editorial.MediaUse{one}, []editorial.MediaUse{one, other}},
		{"one less", []editorial.MediaUse{one, other}, []editorial.MediaUse{one}},
		{"another order", []editorial.MediaUse{one, other}, []editorial.MediaUse{other, one}},
		{"cut otherwise", []editorial.MediaUse{one}, []editorial.MediaUse{cut}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := connected(t)
			p := w.piece("text")
			p.Part.Media = tt.uploaded
			p = w.prepare(t, p)
			p.Part.Media = tt.wanted
			_, err := w.publisher.Publish(t.Context(), w.account, p)
			assert.Equal(t, "not_prepared", judged(t, err).Code)
			assert.Empty(t, w.texts())
		})
	}
}

// A blob that the server dropped is uploaded again before the next try.
func TestBlobGone(t *testing.T) {
	w := connected(t)
	p := w.piece("text")
	p.Part.Media = []editorial.MediaUse{pictureUse("wide", "")}
	p = w.prepare(t, p)
	w.answer(createRecord, 400, `{"error":"BlobNotFound","message":"Could not find blob: bafkrei"}`)
	_, err := w.publisher.Publish(t.Context(), w.account, p)
	got := judged(t, err)
	assert.Equal(t, editorial.Later, got.Verdict)
	assert.True(t, got.Lost)
	assert.Equal(t, time.Minute, got.Wait)
	w.instead = nil
	w.publish(t, w.prepare(t, p))
}
