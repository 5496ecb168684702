package api

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"path"
	"runtime/debug"
	"strings"

	"parution.dev/editorial"
)

// pictureSize is how large a picture is asked for.
type pictureSize string

const small pictureSize = "small"

// Sized asks for a picture in a size.
type Sized struct {
	Size pictureSize `query:"size" enum:"small" doc:"small: at most 480 pixels high and wide, upright, without metadata, as JPEG or, where it is transparent, PNG; of an animation the first picture. One that cannot be made small answers as it is. Left out: the bytes that were brought in"`
}

// errShownWhole means that no small picture can be made of a file.
var errShownWhole = errors.New("shown whole")

// smallOf returns the small picture of a file, made once and kept beside it.
// It fails with errShownWhole where none can be made, and the file stands at
// its beginning then. One picture is drawn at a time, whoever asks.
func (a *API) smallOf(ctx context.Context, m editorial.Media, file io.ReadSeeker) ([]byte, error) {
	if data, kept := a.store.SmallMedia(m.Hash); kept {
		return data, nil
	}
	select {
	case a.drawing <- struct{}{}:
		defer func() { <-a.drawing }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if data, kept := a.store.SmallMedia(m.Hash); kept { // made while we waited
		return data, nil
	}
	data, err := drawSmall(m.Type, file)
	if err != nil {
		a.cfg.Log.Debug().Err(err).Str("media", string(m.ID)).Msg("no small picture can be made of this file: it is shown whole")
		if _, err := file.Seek(0, io.SeekStart); err != nil {
			return nil, err
		}
		return nil, errShownWhole
	}
	if err := a.store.KeepSmallMedia(m.Hash, data); err != nil && editorial.AsRefusal(err) == nil { // refused: the disk is almost full
		a.cfg.Log.Warn().Err(err).Str("media", string(m.ID)).Msg("a small picture could not be kept: it is made anew each time")
	}
	return data, nil
}

// smallFile is the small picture of a file, on its way.
func smallFile(m editorial.Media, data []byte) shownFile {
	kind := http.DetectContentType(data)
	name := strings.TrimSuffix(m.Name, path.Ext(m.Name)) + "." + strings.TrimPrefix(kind, "image/")
	return shownFile{
		kind: kind, name: name, tag: m.Hash + "-small", since: m.Created,
		bytes: bytes.NewReader(data), done: func() error { return nil },
	}
}

const (
	maxToDraw = 300_000_000 // bytes that drawing a picture may take: about 50 megapixels
	maxScans  = 100         // of a JPEG; each is drawn over the whole of it
	tidyFrom  = 32_000_000  // bytes that are worth giving back to the system at once
)

var errTooMuch = errors.New("drawing it takes too much memory or time")

// drawSmall makes the small picture of a file, if drawing it takes no more
// than maxToDraw.
func drawSmall(kind string, file io.ReadSeeker) ([]byte, error) {
	cost, err := costOf(kind, file)
	if err != nil {
		return nil, err
	}
	if cost > maxToDraw {
		return nil, errTooMuch
	}
	if cost > tidyFrom {
		defer debug.FreeOSMemory() // before the next is drawn
	}
	drawn, err := drawingOf(kind, file)
	if err != nil {
		return nil, err
	}
	return encodeSmall(turn(shrink(drawn), turnOf(kind, file)))
}
