package notify_test

import (
	"context"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	standard "github.com/standard-webhooks/standard-webhooks/libraries/go"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/notify"
)

// heard is what a receiver got.
type heard struct {
	header http.Header
	body   string
}

// receiver answers as it is told, and keeps what it hears.
type receiver struct {
	*httptest.Server
	status int
	header http.Header
	answer string
	got    []heard
}

func newReceiver(t *testing.T) *receiver {
	t.Helper()
	r := &receiver{status: http.StatusNoContent, header: http.Header{}}
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, asked *http.Request) {
		body, _ := io.ReadAll(asked.Body)
		r.got = append(r.got, heard{asked.Header, string(body)})
		maps.Copy(w.Header(), r.header)
		w.WriteHeader(r.status)
		_, _ = io.WriteString(w, r.answer)
	}))
	t.Cleanup(r.Close)
	return r
}

// messages is what hooks are told.
type messages editorial.HookMessage

func (m messages) GetHookMessage(context.Context, editorial.Dispatch) (editorial.HookMessage, error) {
	if m.Hook.ID == "" {
		return editorial.HookMessage{}, editorial.Refuse(editorial.NotFound, editorial.CodeNotFound)
	}
	return editorial.HookMessage(m), nil
}

func (r *receiver) message(secrets ...editorial.Secret) editorial.HookMessage {
	m := editorial.HookMessage{
		Hook:     editorial.Hook{ID: "hook_1", Calendar: "cal_1", Way: editorial.OutletHook, URL: editorial.NewSecret(r.URL + "/secretpath"), Secret: secrets[0]},
		Calendar: editorial.Calendar{ID: "cal_1", Name: "Maison", Zone: "Europe/Paris", Language: editorial.French},
		Line: editorial.AuditLine{
			Seq: 7, At: noon, Calendar: "cal_1", Actor: editorial.Actor{Member: "mem_1", Name: "Inès"}, Action: "post.changes_requested", Subject: "post_1", Post: "post_1",
			Revision: 3, Status: "changes_requested", Note: "Moins sec.", Detail: "tone",
		},
		Title: "Soldes",
	}
	if len(secrets) > 1 {
		m.Hook.OldSecret, m.Hook.OldUntil = secrets[1], time.Now().Add(time.Hour)
	}
	return m
}

func aHook(try int) editorial.Dispatch {
	return editorial.Dispatch{ID: "dsp_1", Way: editorial.OutletHook, Kind: editorial.KindEvent, Hook: "hook_1", Seq: 7, Tries: try}
}

// A receiver that follows Standard Webhooks verifies each message, with the
// secret it has: the new one or the one before.
func TestHookIsSigned(t *testing.T) {
	r := newReceiver(t)
	next, old := editorial.NewHookSecret(), editorial.NewHookSecret()
	hooks := notify.Hooks{Client: r.Client(), Messages: messages(r.message(next, old)), Now: time.Now}
	require.NoError(t, hooks.Carry(t.Context(), aHook(1)))
	require.NoError(t, hooks.Carry(t.Context(), aHook(2)))
	require.Len(t, r.got, 2)
	require.Equal(t, r.got[0].body, r.got[1].body, "the same over every try")
	for _, secret := range []editorial.Secret{next, old} {
		receiver, err := standard.NewWebhook(secret.Reveal())
		require.NoError(t, err)
		require.NoError(t, receiver.Verify([]byte(r.got[0].body), r.got[0].header))
		require.Error(t, receiver.Verify([]byte(r.got[0].body+" "), r.got[0].header))
	}
	stranger, err := standard.NewWebhook(editorial.NewHookSecret().Reveal())
	require.NoError(t, err)
	require.Error(t, stranger.Verify([]byte(r.got[0].body), r.got[0].header))
	require.Equal(t, "dsp_1", r.got[0].header.Get("webhook-id"))
	again := aHook(1)
	again.ID, again.AgainOf = "dsp_2", "dsp_1"
	require.NoError(t, hooks.Carry(t.Context(), again))
	require.Equal(t, "dsp_1", r.got[2].header.Get("webhook-id"), "a receiver knows what it has heard")

	var got map[string]any
	require.NoError(t, json.Unmarshal([]byte(r.got[0].body), &got))
	require.Equal(t, "post.changes_requested", got["type"])
	require.Equal(t, "2026-11-23T12:00:00Z", got["timestamp"])
	require.Equal(t, map[string]any{
		"seq": 7.0, "calendar": "cal_1", "by": map[string]any{"member": "mem_1", "name": "Inès"}, "subject": "post_1", "post": "post_1", "title": "Soldes",
		"status": "changes_requested", "revision": 3.0, "note": "Moins sec.", "detail": "tone",
	}, got["data"])
}

func TestHookAnswers(t *testing.T) {
	r := newReceiver(t)
	hooks := notify.Hooks{Client: r.Client(), Messages: messages(r.message(editorial.NewHookSecret())), Now: func() time.Time { return noon }}
	for _, row := range []struct {
		status  int
		retry   string
		verdict editorial.Verdict
		code    string
		wait    time.Duration
	}{
		{410, "", editorial.Never, "hook_gone", 0},
		{404, "", editorial.Later, "answered_404", 0},
		{500, "", editorial.Later, "answered_500", 0},
		{429, "120", editorial.Later, "answered_429", 2 * time.Minute},
		{503, noon.Add(time.Hour).Format(http.TimeFormat), editorial.Later, "answered_503", time.Hour},
		{503, "99999999999999", editorial.Later, "answered_503", 0},
		{503, "9999999", editorial.Later, "answered_503", 24 * time.Hour},
		{503, "-5", editorial.Later, "answered_503", 0},
	} {
		r.status, r.header = row.status, http.Header{"Retry-After": {row.retry}}
		trouble := new(notify.Trouble)
		require.ErrorAs(t, hooks.Carry(t.Context(), aHook(1)), &trouble)
		require.Equal(t, row.verdict, trouble.Verdict, row)
		require.Equal(t, row.code, trouble.Code, row)
		if row.retry != "99999999999999" {
			require.Equal(t, row.wait, trouble.Wait, row)
		}
	}
	r.Close()
	err := hooks.Carry(t.Context(), aHook(1))
	trouble := new(notify.Trouble)
	require.ErrorAs(t, err, &trouble)
	require.Equal(t, "not_reached", trouble.Code)
	require.NotContains(t, err.Error(), "secretpath", "an address may hold a secret")

	hooks.Client = &http.Client{Transport: guarded{}}
	require.ErrorAs(t, hooks.Carry(t.Context(), aHook(1)), &trouble)
	require.Equal(t, "address_refused", trouble.Code)
	require.Contains(t, trouble.Message, "PARUTION_ALLOW_PRIVATE")
	require.Equal(t, editorial.Later, trouble.Verdict, "it may be allowed before the message is given up")

	gone := notify.Hooks{Client: r.Client(), Messages: messages{}, Now: time.Now}
	require.ErrorContains(t, gone.Carry(t.Context(), aHook(1)), "nothing to say")
	broken := r.message(editorial.NewSecret("whsec_not base64"))
	require.ErrorAs(t, notify.Hooks{Client: r.Client(), Messages: messages(broken), Now: time.Now}.Carry(t.Context(), aHook(1)), &trouble)
	require.Equal(t, "bad_secret", trouble.Code)
	broken.Hook.URL = editorial.Secret{}
	require.ErrorAs(t, notify.Hooks{Client: r.Client(), Messages: messages(broken), Now: time.Now}.Carry(t.Context(), aHook(1)), &trouble)
	require.Equal(t, editorial.Never, trouble.Verdict)
}

// Rooms read what people wrote as text: no markup, no link, nobody is called.
func TestChats(t *testing.T) {
	r := newReceiver(t)
	m := r.message(editorial.Secret{})
	m.Title, m.Line.Note = "Soldes *<!channel>* @all", "<https://evil.example|Click> & [x](https://evil.example) `@channel`"
	chat := notify.Chat{Client: r.Client(), Messages: messages(m), PublicURL: "https://parution.example", Now: time.Now}
	d := aHook(1)
	d.Way = editorial.OutletSlack
	require.NoError(t, chat.Carry(t.Context(), d))
	var slack struct {
		Text   string
		Blocks []struct {
			Type string
			Text struct {
				Type, Text string
				Verbatim   bool
			}
		}
	}
	require.NoError(t, json.Unmarshal([]byte(r.got[0].body), &slack))
	text := slack.Blocks[0].Text.Text
	require.Equal(t, "mrkdwn", slack.Blocks[0].Text.Type)
	require.True(t, slack.Blocks[0].Text.Verbatim, "an address that somebody wrote would become a link")
	require.True(t, strings.HasPrefix(text, "*🟠 Des corrections sont demandées\u202f: Soldes"), text)
	require.NotContains(t, text, "<!")
	require.NotContains(t, text, "<https://evil")
	require.Contains(t, text, "\n<https://parution.example/calendars/cal_1/posts/post_1|Ouvrir>")
	require.Contains(t, text, "Ton")
	require.NotContains(t, slack.Text, "<!")

	d.Way = editorial.OutletMattermost
	require.NoError(t, chat.Carry(t.Context(), d))
	var room struct{ Text string }
	require.NoError(t, json.Unmarshal([]byte(r.got[1].body), &room))
	require.NotContains(t, room.Text, "@all")
	require.NotContains(t, room.Text, "@channel")
	require.NotContains(t, room.Text, "[x](")
	require.Contains(t, room.Text, "[Ouvrir](https://parution.example/calendars/cal_1/posts/post_1)")

	m.Line.Note = strings.Repeat("é<", 9000)
	chat.Messages = messages(m)
	d.Way = editorial.OutletSlack
	require.NoError(t, chat.Carry(t.Context(), d))
	require.NoError(t, json.Unmarshal([]byte(r.got[2].body), &slack))
	require.LessOrEqual(t, len(slack.Blocks[0].Text.Text), 3000)
	m.Line.Action = "campaign.created"
	chat.Messages = messages(m)
	require.NoError(t, chat.Carry(t.Context(), d))
	require.Contains(t, r.got[3].body, "campaign.created", "a room may ask for more than people are told")
}

// guarded is a client that calls no address, since it is private.
type guarded struct{}

func (guarded) RoundTrip(*http.Request) (*http.Response, error) { return nil, refused{} }

type refused struct{}

func (refused) AddressRefused() bool { return true }

func (refused) Error() string { return "10.0.0.1 lies in a private network" }
