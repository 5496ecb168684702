package mastodon

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// uploaded is a file on the server (Mastodon API: MediaAttachment entity).
type uploaded struct {
	ID string `json:"id"`
}

// prepared is what Prepare hands to Publish, or to itself where it did not come
// to its end.
type prepared struct {
	MediaIDs []string `json:"media_ids"`
	AtWork   bool     `json:"at_work,omitempty"` // the server has not finished with the last of them
}

// parsePrepared reads the uploads; none where nothing was prepared.
func parsePrepared(data []byte) (done prepared, err error) {
	if len(data) == 0 {
		return prepared{}, nil
	}
	if err := json.Unmarshal(data, &done); err != nil {
		return prepared{}, fmt.Errorf("read what was prepared: %w", err)
	}
	return done, nil
}

// mediaState is what the server does with an upload that is not in a post.
type mediaState string

const (
	mediaReady      mediaState = "ready"
	mediaProcessing mediaState = "processing"
	mediaBroken     mediaState = "broken" // it cannot be read as what it says it is
	mediaGone       mediaState = "gone"   // in a post already, or thrown away
)

// mediaState asks how far an upload is (Mastodon API: media#get).
func (s server) mediaState(ctx context.Context, id string) (mediaState, error) {
	answer, err := s.fetch(ctx, nil, "api/v1/media", id)
	if err != nil {
		return "", err
	}
	switch answer.Status {
	case http.StatusOK:
		return mediaReady, nil
	case http.StatusPartialContent:
		return mediaProcessing, nil
	case http.StatusUnprocessableEntity:
		return mediaBroken, nil
	case http.StatusNotFound:
		return mediaGone, nil
	}
	return "", harmless(s.refused(answer))
}

// notReadyWait is how long media that are nearly ready are given.
const notReadyWait = 5 * time.Second

// refusedMedia refines the refusal of a post that has media. The server's
// sentence is a hint only, since an instance may speak another language; the
// state of the uploads decides.
func (s server) refusedMedia(ctx context.Context, a *publishers.Answer, ids []string, e *publishers.Error) error {
	state := mediaReady
	switch {
	case len(ids) == 0:
	case bytes.Contains(a.Body, []byte("already attached")):
		state = mediaGone
	case bytes.Contains(a.Body, []byte("not finished processing")):
		state = mediaProcessing
	default:
		state = s.worst(ctx, ids)
	}
	switch state {
	case mediaGone:
		e.Verdict, e.Message = editorial.Unknown, "the media are in a post already: it may have been published before"
	case mediaProcessing:
		e.Verdict, e.Wait, e.Message = editorial.Later, notReadyWait, "the server is still working on the media"
	case mediaReady, mediaBroken:
	}
	return e
}

// worst is the state that decides about several uploads. Where the server
// cannot be asked they may be in a post.
func (s server) worst(ctx context.Context, ids []string) mediaState {
	worst := mediaReady
	for _, id := range ids {
		state, err := s.mediaState(ctx, id)
		if err != nil || state == mediaGone {
			return mediaGone
		}
		if state != mediaReady {
			worst = state
		}
	}
	return worst
}
