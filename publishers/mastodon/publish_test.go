package mastodon

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
	"parution.dev/publishers/mastodon/mastodontest"
)

func TestPublish(t *testing.T) {
	r := newRig(t)
	receipt := r.publish(t, r.piece("Bonjour"))
	books := r.Books()
	require.Len(t, books, 1)
	assert.Equal(t, books[0].RemoteID, receipt.RemoteID)
	assert.Equal(t, "https://social.example/@ann/"+receipt.RemoteID, receipt.URL)
	assert.Equal(t, "Bonjour", books[0].Text)
	assert.Equal(t, "key of Bonjour", books[0].Key)
	assert.Equal(t, []string{"public"}, r.Visibilities())
}

// An answer is seen by those who see what it answers.
func TestThreadKeepsItsVisibility(t *testing.T) {
	for _, visibility := range []string{"public", "unlisted", "private"} {
		r := newRig(t, mastodontest.GoToSocial())
		parent := publishers.Receipt{}
		for _, text := range []string{"One", "Two", "Three"} {
			p := r.piece(text)
			p.Part.Options = editorial.Options{"visibility": visibility}
			p.Parent = parent
			parent = r.publish(t, p)
		}
		books := r.Books()
		assert.Equal(t, []string{visibility, visibility, visibility}, r.Visibilities())
		assert.Equal(t, []string{"", books[0].RemoteID, books[1].RemoteID}, []string{books[0].Parent, books[1].Parent, books[2].Parent})
		assert.Equal(t, []int{1, 1, 0}, []int{r.Replies(books[0].RemoteID), r.Replies(books[1].RemoteID), r.Replies(books[2].RemoteID)})
	}
}

// Within its life a key gives the first post back; then it would make another.
func TestKeyOnAStockServer(t *testing.T) {
	r := newRig(t)
	p := r.piece("Bonjour")
	first := r.publish(t, p)
	r.clock.Advance(r.publisher.KeyLife(r.account) - time.Second)
	assert.Equal(t, first, r.publish(t, p))
	assert.Len(t, r.Books(), 1)
}

func TestKeyBelongsToOneAccount(t *testing.T) {
	r := newRig(t)
	p := r.piece("Bonjour")
	first := r.publish(t, p)
	r.account = r.connect(t, r.Token("bob"))
	assert.NotEqual(t, first, r.publish(t, p))
	assert.Len(t, r.Books(), 2)
}

// The original of a key was deleted: the part is not out there, and is not
// posted once more behind the back of who deleted it.
func TestKeyOfADeletedPost(t *testing.T) {
	r := newRig(t)
	p := r.piece("Bonjour")
	r.Delete(r.publish(t, p).RemoteID)
	_, err := r.publisher.Publish(t.Context(), r.account, p)
	assert.Equal(t, editorial.Never, publishers.Judge(err).Verdict)
	assert.Contains(t, err.Error(), "deleted there")
	assert.Empty(t, r.Books())
}

func TestParentIsGone(t *testing.T) {
	for _, option := range both() {
		r := newRig(t, option)
		parent := r.publish(t, r.piece("One"))
		r.Delete(parent.RemoteID)
		p := r.piece("Two")
		p.Parent = parent
		_, err := r.publisher.Publish(t.Context(), r.account, p)
		assert.Equal(t, editorial.Never, publishers.Judge(err).Verdict)
		assert.Contains(t, err.Error(), "no longer there")
	}
}

// both are the two kinds of server that the fake can be.
func both() []mastodontest.Option {
	return []mastodontest.Option{func(*mastodontest.Server) {}, mastodontest.GoToSocial()}
}

func TestRefusalsBeforeTheCall(t *testing.T) {
	for name, row := range map[string]struct {
		change  func(*publishers.Piece, *editorial.Account)
		verdict editorial.Verdict
		says    string
	}{
		"text and warning too long together": {func(p *publishers.Piece, _ *editorial.Account) {
			p.Part.Text = strings.Repeat("é", 990)
			p.Part.Options = editorial.Options{"spoiler_text": strings.Repeat("w", 11)}
		}, editorial.Never, "1001 characters with its content warning, where the server takes 1000"},
		"link in the warning counts in full": {func(p *publishers.Piece, _ *editorial.Account) {
			p.Part.Text = strings.Repeat("é", 965)
			p.Part.Options = editorial.Options{"spoiler_text": "https://example.org/a/long/way/to/a/page"}
		}, editorial.Never, "1005 characters"},
		"visibility that is none": {func(p *publishers.Piece, _ *editorial.Account) {
			p.Part.Options = editorial.Options{"visibility": "direct"}
		}, editorial.Never, "visibility"},
		"comment below nothing": {func(p *publishers.Piece, _ *editorial.Account) {
			p.Part.Kind = editorial.PartComment
		}, editorial.Never, "stands below"},
		"no picture where one is needed": {func(_ *publishers.Piece, a *editorial.Account) {
			a.Limits.MediaRequired = true
		}, editorial.Never, "without a picture"},
		"media that were not prepared": {func(p *publishers.Piece, _ *editorial.Account) {
			p.Part.Media = []editorial.MediaUse{{Type: "image/png"}}
		}, editorial.Later, "not on the server yet"},
		"prepared for another part": {func(p *publishers.Piece, _ *editorial.Account) {
			p.Prepared = []byte(`{"media_ids":["1","2"]}`)
		}, editorial.Later, "not on the server yet"},
		"prepared is nonsense": {func(p *publishers.Piece, _ *editorial.Account) {
			p.Prepared = []byte(`nonsense`)
		}, editorial.Later, "not on the server yet"},
		"never connected": {func(_ *publishers.Piece, a *editorial.Account) {
			a.RemoteID = ""
		}, editorial.Reconnect, "not connected"},
		"server changed since": {func(_ *publishers.Piece, a *editorial.Account) {
			a.Settings = map[string]string{"server": "evil.example"}
		}, editorial.Reconnect, "not connected to this server"},
		"no token": {func(_ *publishers.Piece, a *editorial.Account) {
			a.Credentials = nil
		}, editorial.Reconnect, "no access token"},
	} {
		r := newRig(t)
		p := r.piece("Bonjour")
		row.change(&p, &r.account)
		r.through(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Errorf("%s: a call was made", name) }))
		_, err := r.publisher.Publish(t.Context(), r.account, p)
		if assert.Error(t, err, name) {
			assert.Equal(t, row.verdict, publishers.Judge(err).Verdict, name)
			assert.Contains(t, err.Error(), row.says, name)
		}
	}
}

// The longest text with its warning leaves, and the server counts the same.
func TestLongestTextLeaves(t *testing.T) {
	for _, option := range both() {
		r := newRig(t, option)
		limit := r.account.Limits.Text[0]
		text := "https://example.org/" + strings.Repeat("a", 80) + " @bob@far.example 👩🏽‍🚀 "
		p := r.piece(text + strings.Repeat("a", limit.Max-limit.Counting.Count(text)-len("Cafe")))
		p.Part.Options = editorial.Options{"spoiler_text": "Café"}
		r.publish(t, p)

		p.Key, p.Part.Text = "another", p.Part.Text+"a"
		unchecked := r.account
		unchecked.Limits.Text = nil
		_, err := r.publisher.Publish(t.Context(), unchecked, p)
		assert.Equal(t, editorial.Never, publishers.Judge(err).Verdict, "one more is too much for the server")
		assert.Len(t, r.Books(), 1)
	}
}

func TestVerdicts(t *testing.T) {
	later := http.Header{"Retry-After": {"30"}}
	reset := func(s string) http.Header { return http.Header{"X-Ratelimit-Reset": {s}} }
	for name, row := range map[string]struct {
		kind    software
		status  int
		header  http.Header
		body    string
		verdict editorial.Verdict
		wait    time.Duration
	}{
		"no id":              {stock, 200, nil, `{"url":"https://m.example/1"}`, editorial.Unknown, 0},
		"not json":           {stock, 200, nil, `<html>`, editorial.Unknown, 0},
		"empty":              {stock, 200, nil, ``, editorial.Unknown, 0},
		"moved":              {stock, 307, http.Header{"Location": {"https://evil.example/"}}, ``, editorial.Unknown, 0},
		"invalid":            {stock, 422, nil, `{"error":"Validation failed"}`, editorial.Never, 0},
		"gone":               {stock, 410, nil, ``, editorial.Never, 0},
		"token":              {stock, 401, nil, `{"error":"The access token was revoked"}`, editorial.Reconnect, 0},
		"scope":              {stock, 403, nil, `{"error":"This action is outside the authorized scopes"}`, editorial.Reconnect, 0},
		"too slow":           {stock, 408, nil, ``, editorial.Unknown, 0},
		"failed":             {stock, 500, nil, `{"error":"oops"}`, editorial.Unknown, 0},
		"gateway":            {stock, 502, nil, ``, editorial.Unknown, 0},
		"down":               {stock, 503, later, ``, editorial.Unknown, 0},
		"gateway timeout":    {stock, 504, nil, ``, editorial.Unknown, 0},
		"reset":              {stock, 429, reset("2026-11-22T12:04:05.500000Z"), ``, editorial.Later, 4*time.Minute + 5500*time.Millisecond},
		"reset with offset":  {stock, 429, reset("2026-11-22T13:01:00+01:00"), ``, editorial.Later, time.Minute},
		"retry after":        {stock, 429, later, ``, editorial.Later, 30 * time.Second},
		"reset is past":      {stock, 429, reset("2026-11-22T11:59:00Z"), ``, editorial.Later, 0},
		"nobody says when":   {stock, 429, nil, ``, editorial.Later, 0},
		"gts throttles":      {goToSocial, 503, later, `{"error":"server capacity exceeded"}`, editorial.Later, 30 * time.Second},
		"gts down":           {goToSocial, 503, nil, ``, editorial.Unknown, 0},
		"gts invalid":        {goToSocial, 400, nil, `{"error":"Bad Request: no status, media, or poll provided"}`, editorial.Never, 0},
		"pleroma down":       {pleroma, 503, later, ``, editorial.Unknown, 0},
		"pleroma replays":    {pleroma, 500, http.Header{"Idempotent-Replayed": {"true"}}, ``, editorial.Unknown, 0},
		"pixelfed key":       {pixelfed, 400, nil, `{"error":"Duplicate idempotency key."}`, editorial.Unknown, 0},
		"pixelfed invalid":   {pixelfed, 422, nil, `{"error":"The status field is too long"}`, editorial.Never, 0},
		"mastodon 400":       {stock, 400, nil, ``, editorial.Never, 0},
		"larger than 1 MiB":  {stock, 200, nil, `{"id":"` + strings.Repeat("1", 1<<20) + `"}`, editorial.Unknown, 0},
		"a number for an id": {stock, 200, nil, `{"id":1147}`, editorial.Unknown, 0},
	} {
		r := newRig(t)
		r.account.Facts["kind"] = string(row.kind)
		r.through(answering(r, r.Publishes, row.status, row.header, row.body))
		_, err := r.publisher.Publish(t.Context(), r.account, r.piece("Bonjour"))
		if assert.Error(t, err, name) {
			judged := publishers.Judge(err)
			assert.Equal(t, row.verdict, judged.Verdict, name)
			assert.Equal(t, row.wait, judged.Wait, name)
			assert.NotEmpty(t, judged.Message, name)
		}
	}
}

// A server that keeps a refusal under its key must be asked with another: it
// would tell us to wait long after the wait is over.
func TestRefusalsThatAreKept(t *testing.T) {
	for kind, kept := range map[software]bool{stock: false, goToSocial: false, pleroma: true, pixelfed: true, other: true} {
		for _, status := range []int{401, 403, 429} {
			r := newRig(t)
			r.account.Facts["kind"] = string(kind)
			r.through(answering(r, r.Publishes, status, nil, `{"error":"Throttled"}`))
			_, err := r.publisher.Publish(t.Context(), r.account, r.piece("Bonjour"))
			require.Equal(t, kept, publishers.Judge(err).Spent, "%s %d", kind, status)
		}
	}
}

// The permalink is the server's own, or else the uri; whatever else the server
// says, its yes is a yes.
func TestReceiptWithoutAddress(t *testing.T) {
	r := newRig(t)
	r.through(answering(r, r.Publishes, 200, nil,
		`{"id":"01JD","url":null,"uri":"https://m.example/users/ann/01JD","created_at":"today","media_attachments":7}`))
	assert.Equal(t, publishers.Receipt{RemoteID: "01JD", URL: "https://m.example/users/ann/01JD"}, r.publish(t, r.piece("Bonjour")))
}

func TestServerThatRepeatsTheToken(t *testing.T) {
	r := newRig(t)
	for _, code := range []int{400, 401, 403, 404, 422, 429, 500} {
		body, err := json.Marshal(map[string]string{"error": "Bearer " + r.token + strings.Repeat("x", 1000)})
		require.NoError(t, err)
		r.through(always(code, string(body)))
		_, err = r.publisher.Publish(t.Context(), r.account, r.piece("Bonjour"))
		require.Error(t, err)
		assert.NotContains(t, err.Error(), r.token)
		assert.NotContains(t, err.Error(), r.token[:8], "not even its beginning")
		assert.Less(t, len(err.Error()), 500, "the log is no place for a page")
		assert.NotContains(t, publishers.Judge(err).Message, "xxx", "the server's words are for the log")
		_, err = r.publisher.Connect(t.Context(), asking(mastodontest.Host, r.token))
		assert.NotContains(t, err.Error(), r.token)
	}
}

// An error of the way is left as the client gave it, so that what was surely
// not sent is known as that.
func TestNotHeard(t *testing.T) {
	r := newRig(t)
	r.publisher.client = &http.Client{Transport: broken{publishers.ErrNotHeard}}
	_, err := r.publisher.Publish(t.Context(), r.account, r.piece("Bonjour"))
	assert.Equal(t, editorial.Later, publishers.Judge(err).Verdict)

	r.publisher.client = &http.Client{Transport: broken{errors.New("connection reset")}}
	_, err = r.publisher.Publish(t.Context(), r.account, r.piece("Bonjour"))
	assert.Equal(t, editorial.Unknown, publishers.Judge(err).Verdict)
}

// broken is a network that fails.
type broken struct{ err error }

func (b broken) RoundTrip(*http.Request) (*http.Response, error) { return nil, b.err }

func TestLanguageOf(t *testing.T) {
	for tag, want := range map[string]string{"fr": "fr", "fr-FR": "fr", "EN": "en", "zh-Hant-TW": "zh", "gsw": "gsw", "": ""} {
		assert.Equal(t, want, languageOf(tag), tag)
	}
}
