package mastodon

import (
	"context"
	"io"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
	"parution.dev/publishers/mastodon/mastodontest"
)

// A second key for media that are in a post already: the part is out there,
// whatever the server's language.
func TestMediaThatAreInAPostAlready(t *testing.T) {
	for _, option := range both() {
		r := newRig(t, option)
		p := r.prepared(t, r.illustrated("Bonjour", "image/png"))
		r.publish(t, p)
		p.Key = "another key"
		_, err := r.publisher.Publish(t.Context(), r.account, p)
		assert.Equal(t, editorial.Unknown, publishers.Judge(err).Verdict)
		assert.Contains(t, err.Error(), "may have been published before")
		assert.Len(t, r.Books(), 1)
	}
}

func TestRefusedMedia(t *testing.T) {
	for name, row := range map[string]struct {
		says    string
		states  []int // of the two uploads, when asked
		verdict editorial.Verdict
		wait    time.Duration
	}{
		"said to be attached":    {`{"error":"Media 1 not found or already attached to another post"}`, nil, editorial.Unknown, 0},
		"said to be in work":     {`{"error":"Cannot attach files that have not finished processing."}`, nil, editorial.Later, notReadyWait},
		"attached, in French":    {`{"error":"introuvable"}`, []int{200, 404}, editorial.Unknown, 0},
		"in work, in French":     {`{"error":"pas fini"}`, []int{206, 200}, editorial.Later, notReadyWait},
		"gone decides":           {`{"error":"?"}`, []int{206, 404}, editorial.Unknown, 0},
		"ready: something else":  {`{"error":"trop long"}`, []int{200, 200}, editorial.Never, 0},
		"broken: for good":       {`{"error":"?"}`, []int{200, 422}, editorial.Never, 0},
		"the server cannot tell": {`{"error":"?"}`, []int{200, 500}, editorial.Unknown, 0},
	} {
		r := newRig(t)
		p := r.prepared(t, r.illustrated("Bonjour", "image/png", "image/png"))
		asked := 0
		media := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(row.states[asked])
			asked++
		})
		r.through(answering(media, r.Publishes, 422, nil, row.says))
		_, err := r.publisher.Publish(t.Context(), r.account, p)
		judged := publishers.Judge(err)
		assert.Equal(t, row.verdict, judged.Verdict, name)
		assert.Equal(t, row.wait, judged.Wait, name)
	}
}

func TestPrepareBringsAltTexts(t *testing.T) {
	for _, option := range append(both(), mastodontest.OldAPI()) {
		r := newRig(t, option)
		p := r.illustrated("", "image/jpeg", "image/png")
		p.Part.Media[0].Alt = "Une assiette,\n« à l'ancienne »"
		p.Part.Media[1].Alt = ""
		r.publish(t, r.prepared(t, p))
		assert.Equal(t, []string{"Une assiette,\n« à l'ancienne »", ""}, r.Books()[0].Alt)
	}
}

func TestPrepareOfAPartWithoutMedia(t *testing.T) {
	r := newRig(t)
	r.publish(t, r.prepared(t, r.piece("Bonjour")))
	assert.Len(t, r.Books(), 1)
}

func TestPrepareWaitsForVideo(t *testing.T) {
	r := newRig(t, mastodontest.Looks(7))
	p := r.prepared(t, r.illustrated("Bonjour", "video/mp4"))
	s := time.Second
	assert.Equal(t, []time.Duration{s, 2 * s, 3 * s, 4 * s, 5 * s, 5 * s, 5 * s, 5 * s}, r.waits.slept)
	r.publish(t, p)
}

func TestPrepareGivesUpWaiting(t *testing.T) {
	r := newRig(t, mastodontest.Looks(1000))
	_, err := r.publisher.Prepare(t.Context(), r.account, r.illustrated("Bonjour", "video/mp4"))
	assert.Equal(t, editorial.Later, publishers.Judge(err).Verdict)
	assert.Len(t, r.waits.slept, mostLooks)
}

// A server works on a video for longer than a call lasts. The calls that follow
// go on waiting for that very upload; pictures that are there already are not
// uploaded again either.
func TestPrepareGoesOn(t *testing.T) {
	r := newRig(t, mastodontest.Looks(mostLooks+3))
	uploads := 0
	r.through(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		if req.Method == http.MethodPost {
			uploads++
		}
		r.ServeHTTP(w, req)
	}))
	p := r.illustrated("Bonjour", "video/mp4")
	var err error
	p.Prepared, err = r.publisher.Prepare(t.Context(), r.account, p)
	require.Equal(t, editorial.Later, publishers.Judge(err).Verdict)
	_, err = r.publisher.Publish(t.Context(), r.account, p)
	require.Equal(t, "not_prepared", publishers.Judge(err).Code, "it is not ready")
	r.publish(t, r.prepared(t, p))
	require.Equal(t, 1+1, uploads, "one video, one post")

	r = newRig(t)
	p = r.illustrated("Bonjour", "image/png", "image/jpeg")
	second := p.Part.Media[1].Media
	p.Open = func(use editorial.MediaUse) (io.ReadCloser, error) {
		if use.Media == second {
			return nil, assert.AnError
		}
		return open(use)
	}
	p.Prepared, err = r.publisher.Prepare(t.Context(), r.account, p)
	require.Error(t, err)
	p.Open = func(use editorial.MediaUse) (io.ReadCloser, error) {
		require.Equal(t, second, use.Media, "the first is there")
		return open(use)
	}
	r.publish(t, r.prepared(t, p))
	require.Equal(t, []string{"Picture A", "Picture B"}, r.Books()[0].Alt)
}

// An upload that the server has lost is made again.
func TestPrepareAfterALoss(t *testing.T) {
	r := newRig(t)
	p := r.illustrated("Bonjour", "video/mp4")
	r.through(steps(202, `{"id":"1"}`, 404, `{}`))
	var err error
	p.Prepared, err = r.publisher.Prepare(t.Context(), r.account, p)
	require.Equal(t, editorial.Later, publishers.Judge(err).Verdict)
	for _, before := range []string{string(p.Prepared), "nonsense", `{"media_ids":["1","2"]}`, `{"media_ids":[],"at_work":true}`} {
		p.Prepared = []byte(before)
		r.through(steps(200, `{"id":"3"}`))
		done, err := r.publisher.Prepare(t.Context(), r.account, p)
		require.NoError(t, err, before)
		require.JSONEq(t, `{"media_ids":["3"]}`, string(done), before)
	}
}

func TestPrepareAgain(t *testing.T) {
	r := newRig(t)
	p := r.illustrated("Bonjour", "image/png")
	first, second := r.prepared(t, p), r.prepared(t, p)
	assert.NotEqual(t, first.Prepared, second.Prepared)
	r.publish(t, second)
	assert.Len(t, r.Books(), 1)
}

func TestPrepareTroubles(t *testing.T) {
	unreadable := func(p *publishers.Piece) {
		p.Open = func(editorial.MediaUse) (io.ReadCloser, error) { return nil, assert.AnError }
	}
	for name, row := range map[string]struct {
		types   []string
		change  func(*publishers.Piece)
		answer  http.Handler // nil: the fake
		verdict editorial.Verdict
	}{
		"unknown type":       {[]string{"image/tiff"}, nil, nil, editorial.Never},
		"no type":            {[]string{""}, nil, nil, editorial.Never},
		"video and picture":  {[]string{"image/png", "video/mp4"}, nil, nil, editorial.Never},
		"file is gone":       {[]string{"image/png"}, unreadable, nil, editorial.Later},
		"token":              {[]string{"image/png"}, nil, always(401, ""), editorial.Reconnect},
		"scope":              {[]string{"image/png"}, nil, always(403, ""), editorial.Reconnect},
		"too large":          {[]string{"image/png"}, nil, always(413, "<html>"), editorial.Never},
		"failed":             {[]string{"image/png"}, nil, always(500, ""), editorial.Later},
		"nonsense":           {[]string{"image/png"}, nil, always(200, "<html>"), editorial.Later},
		"no id":              {[]string{"image/png"}, nil, always(200, "{}"), editorial.Later},
		"neither v2 nor v1":  {[]string{"image/png"}, nil, always(404, ""), editorial.Never},
		"cannot be made out": {[]string{"video/mp4"}, nil, steps(202, `{"id":"1"}`, 206, `{}`, 422, `{}`), editorial.Never},
		"lost":               {[]string{"video/mp4"}, nil, steps(202, `{"id":"1"}`, 404, `{}`), editorial.Later},
		"fails while asked":  {[]string{"video/mp4"}, nil, steps(202, `{"id":"1"}`, 500, `{}`), editorial.Later},
	} {
		r := newRig(t)
		p := r.illustrated("Bonjour", row.types...)
		if row.change != nil {
			row.change(&p)
		}
		if row.answer != nil {
			r.through(row.answer)
		}
		_, err := r.publisher.Prepare(t.Context(), r.account, p)
		if assert.Error(t, err, name) {
			assert.Equal(t, row.verdict, publishers.Judge(err).Verdict, name)
			assert.NotContains(t, err.Error(), r.token, name)
		}
	}
}

// The network may fail under an upload as often as it likes: nothing is public.
func TestPrepareWithoutAnswer(t *testing.T) {
	r := newRig(t)
	closed := false
	p := r.illustrated("Bonjour", "image/png")
	p.Open = func(use editorial.MediaUse) (io.ReadCloser, error) {
		file, err := open(use)
		return watched{file, &closed}, err
	}
	r.through(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }))
	_, err := r.publisher.Prepare(t.Context(), r.account, p)
	assert.Equal(t, editorial.Later, publishers.Judge(err).Verdict)
	assert.True(t, closed, "the file is closed whatever happens")
}

func TestPrepareStopsWithItsContext(t *testing.T) {
	r := newRig(t)
	r.publisher.wait = pause
	ctx, cancel := context.WithCancel(t.Context())
	r.through(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		r.ServeHTTP(w, req)
		cancel()
	}))
	_, err := r.publisher.Prepare(ctx, r.account, r.illustrated("Bonjour", "video/mp4"))
	assert.ErrorIs(t, err, context.Canceled)
	assert.Equal(t, editorial.Later, publishers.Judge(err).Verdict)
}

func TestPause(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		require.NoError(t, pause(t.Context(), time.Hour))
		assert.Equal(t, time.Hour, time.Since(began))

		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		assert.ErrorIs(t, pause(ctx, time.Hour), context.DeadlineExceeded)
		assert.Equal(t, time.Hour+time.Minute, time.Since(began))
	})
}

// watched tells when it is closed.
type watched struct {
	io.ReadCloser
	closed *bool
}

func (w watched) Close() error {
	*w.closed = true
	return w.ReadCloser.Close()
}

// steps answers each call with the next status and body.
func steps(answers ...any) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(answers[0].(int))
		_, _ = w.Write([]byte(answers[1].(string)))
		answers = answers[2:]
	})
}
