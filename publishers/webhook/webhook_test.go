package webhook_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
	"parution.dev/publishers/publishertest"
	"parution.dev/publishers/webhook"
	"parution.dev/publishers/webhook/webhooktest"
)

func TestConformance(t *testing.T) {
	for name, row := range map[string]struct{ deduplicates, mute bool }{
		"any receiver":              {},
		"one that deduplicates":     {deduplicates: true},
		"one that says nothing":     {mute: true},
		"mute, and it deduplicates": {mute: true, deduplicates: true},
	} {
		t.Run(name, func(t *testing.T) {
			publishertest.Run(t, publishertest.Harness{
				New: func(t *testing.T) publishertest.Rig {
					t.Helper()
					return rig(t, &webhooktest.Receiver{Deduplicates: row.deduplicates, Mute: row.mute})
				},
				Keys: row.deduplicates, Threads: true, Comments: true, Images: true,
				TooLong: strings.Repeat("é", 7501),
			})
		})
	}
}

// heard is a message as it arrived.
type heard struct {
	header http.Header
	body   string
}

// hear returns the messages that publish sends.
func hear(t *testing.T, publish func(p *webhook.Publisher)) []heard {
	t.Helper()
	var all []heard
	publish(answering(func(_ http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		assert.NoError(t, err)
		all = append(all, heard{r.Header, string(body)})
	}))
	return all
}

func TestMessageIsTheDocumentedSchema(t *testing.T) {
	to := account(t, webhooktest.URL, editorial.Credentials{"secret": secretOf("a")})
	p := piece("key-1", "L’atelier & <vous> 👩‍🍳")
	p.Root, p.Parent = publishers.Receipt{RemoteID: "entry-1"}, publishers.Receipt{RemoteID: "entry-2"}
	p.Part.Options = editorial.Options{"title": "Portes ouvertes"}
	use := editorial.MediaUse{
		Media: "med_1", Hash: strings.Repeat("0f", 32), Type: "image/png", Bytes: 9, Width: 3, Height: 2, Alt: "Une théière", Crop: "0,0,500,500",
	}
	p.Part.Media = []editorial.MediaUse{use}
	use.Crop = ""
	p.Part.Link = &editorial.LinkCard{URL: "https://example.com/?a=b&c=d", Title: "Le lieu", Text: "L’adresse", Thumbnail: &use}
	messages := hear(t, func(by *webhook.Publisher) {
		_, err := by.Publish(t.Context(), to, p)
		require.NoError(t, err)
	})
	require.Len(t, messages, 1)
	require.Equal(t, "application/json", messages[0].header.Get("Content-Type"))
	require.JSONEq(t, `{
		"type": "post.published",
		"timestamp": "2026-11-22T11:59:59Z",
		"data": {
			"key": "key-1",
			"account": "`+to.RemoteID+`",
			"part": "post",
			"title": "Portes ouvertes",
			"text": "L’atelier & <vous> 👩‍🍳",
			"language": "fr",
			"media": [{
				"id": "med_1", "type": "image/png", "bytes": 9, "width": 3, "height": 2,
				"hash": "`+strings.Repeat("0f", 32)+`", "alt": "Une théière", "crop": "0,0,500,500"
			}],
			"link": {
				"url": "https://example.com/?a=b&c=d", "title": "Le lieu", "text": "L’adresse",
				"thumbnail": {
					"id": "med_1", "type": "image/png", "bytes": 9, "width": 3, "height": 2,
					"hash": "`+strings.Repeat("0f", 32)+`", "alt": "Une théière"
				}
			},
			"thread": "entry-1",
			"reply_to": "entry-2"
		}
	}`, messages[0].body)
}

func TestMessageWithoutMediaSaysSo(t *testing.T) {
	to := account(t, webhooktest.URL, editorial.Credentials{"secret": secretOf("a")})
	messages := hear(t, func(by *webhook.Publisher) {
		_, err := by.Publish(t.Context(), to, piece("key-1", "Bonjour"))
		require.NoError(t, err)
	})
	require.Contains(t, messages[0].body, `"media":[]`)
	require.NotContains(t, messages[0].body, "reply_to")
}

// The signature is computed here by hand, after the specification's text.
func TestSignature(t *testing.T) {
	to := account(t, webhooktest.URL, editorial.Credentials{"secret": secretOf("a")})
	message := hear(t, func(by *webhook.Publisher) {
		_, err := by.Publish(t.Context(), to, piece("key-1", "Bonjour"))
		require.NoError(t, err)
	})[0]
	id, stamp := message.header.Get("Webhook-Id"), message.header.Get("Webhook-Timestamp")
	require.Equal(t, strconv.FormatInt(noon().Unix(), 10), stamp)
	mac := hmac.New(sha256.New, []byte(strings.Repeat("a", 32)))
	mac.Write([]byte(id + "." + stamp + "." + message.body))
	require.Equal(t, "v1,"+base64.StdEncoding.EncodeToString(mac.Sum(nil)), message.header.Get("Webhook-Signature"))
}

func TestEveryTryOfAPieceIsTheSameMessage(t *testing.T) {
	to := account(t, webhooktest.URL, editorial.Credentials{"secret": secretOf("a")})
	var messages []heard
	for _, later := range []time.Duration{0, time.Hour} {
		server := http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
			body, err := io.ReadAll(r.Body)
			assert.NoError(t, err)
			messages = append(messages, heard{r.Header, string(body)})
		})
		client := publishers.NewClient(publishers.ClientConfig{Transport: publishertest.RoundTripper(server)})
		by := webhook.New(client, func() time.Time { return noon().Add(later) })
		for _, key := range []string{"key-1", "key-2"} {
			_, err := by.Publish(t.Context(), to, piece(key, "Bonjour"))
			require.NoError(t, err)
		}
	}
	first, other, again := messages[0], messages[1], messages[2]
	require.Equal(t, first.body, again.body)
	require.Equal(t, first.header.Get("Webhook-Id"), again.header.Get("Webhook-Id"))
	require.NotEqual(t, first.header.Get("Webhook-Timestamp"), again.header.Get("Webhook-Timestamp"), "the stamp is of this try")
	require.NotEqual(t, first.header.Get("Webhook-Id"), other.header.Get("Webhook-Id"), "another key is another message")
	require.Regexp(t, `^msg_[0-9a-f]{32}$`, first.header.Get("Webhook-Id"))
}

func TestRotationSignsTwice(t *testing.T) {
	to := account(t, webhooktest.URL, editorial.Credentials{"secret": secretOf("b"), "previous_secret": secretOf("a")})
	for _, known := range []string{"a", "b", "c"} {
		receiver := &webhooktest.Receiver{Secrets: []editorial.Secret{secretOf(known)}, Now: noon}
		client, _ := publishertest.Client(receiver)
		_, err := webhook.New(client, noon).Publish(t.Context(), to, piece("key-1", "Bonjour"))
		require.Equal(t, known != "c", err == nil, "a receiver that knows %q: %v", known, err)
	}
}

func TestStatuses(t *testing.T) {
	to := account(t, webhooktest.URL, editorial.Credentials{"secret": secretOf("a")})
	for status, want := range map[int]publishers.Error{
		200: {Verdict: editorial.Done},
		202: {Verdict: editorial.Done},
		204: {Verdict: editorial.Done},
		301: {Verdict: editorial.Never, Code: "moved"},
		302: {Verdict: editorial.Unknown, Code: "302"}, // many answer so after they did the work
		303: {Verdict: editorial.Unknown, Code: "303"},
		307: {Verdict: editorial.Never, Code: "moved"},
		308: {Verdict: editorial.Never, Code: "moved"},
		400: {Verdict: editorial.Never, Code: "400"},
		401: {Verdict: editorial.Reconnect, Code: "401"},
		403: {Verdict: editorial.Reconnect, Code: "403"},
		404: {Verdict: editorial.Never, Code: "404"},
		408: {Verdict: editorial.Unknown, Code: "408"},
		410: {Verdict: editorial.Never, Code: "gone"},
		422: {Verdict: editorial.Never, Code: "422"},
		429: {Verdict: editorial.Later, Code: "429", Wait: 30 * time.Second},
		500: {Verdict: editorial.Unknown, Code: "500"},
		502: {Verdict: editorial.Unknown, Code: "502"},
		503: {Verdict: editorial.Unknown, Code: "503"},
		504: {Verdict: editorial.Unknown, Code: "504"},
	} {
		_, err := answering(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Location", "https://elsewhere.example/")
			w.Header().Set("Retry-After", "30")
			w.WriteHeader(status)
		}).Publish(t.Context(), to, piece("key-1", "Bonjour"))
		got := publishers.Judge(err)
		require.Equal(t, want, publishers.Error{Verdict: got.Verdict, Code: got.Code, Wait: got.Wait}, status)
		require.Equal(t, want.Verdict == editorial.Done, err == nil)
	}
}

func TestReceiptTakesWhatTheReceiverNames(t *testing.T) {
	to := account(t, webhooktest.URL, editorial.Credentials{"secret": secretOf("a")})
	const own = "msg_"
	for answer, want := range map[string]publishers.Receipt{
		`{"id":"n-7","url":"https://site.example/n-7"}`: {RemoteID: "n-7", URL: "https://site.example/n-7"},
		`{"id":"n-7"}`: {RemoteID: "n-7"},
		`{"url":"https://site.example/n-7","more":[1]}`:          {RemoteID: own, URL: "https://site.example/n-7"},
		`{"id":7,"url":true}`:                                    {RemoteID: own},
		`{"id":"","url":""}`:                                     {RemoteID: own},
		`{"id":"a\nb","url":"javascript:alert(1)"}`:              {RemoteID: own},
		`{"id":"` + strings.Repeat("x", 513) + `","url":"/n-7"}`: {RemoteID: own},
		`{"id":"n-7","url":"https://me:pw@site.example"}`:        {RemoteID: "n-7"},
		`["n-7"]`: {RemoteID: own},
		`ok`:      {RemoteID: own},
		``:        {RemoteID: own},
	} {
		got, err := answering(func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, answer) }).
			Publish(t.Context(), to, piece("key-1", "Bonjour"))
		require.NoError(t, err)
		if want.RemoteID == own {
			require.Regexp(t, `^msg_[0-9a-f]{32}$`, got.RemoteID, answer)
			got.RemoteID = own
		}
		require.Equal(t, want, got, answer)
	}
}

// A receiver that says yes has the message, whatever becomes of what it says
// besides. Nobody could be asked about it later.
func TestYesIsYes(t *testing.T) {
	to := account(t, webhooktest.URL, editorial.Credentials{"secret": secretOf("a")})
	for name, row := range map[string]struct {
		status  int
		body    io.Reader
		verdict editorial.Verdict
	}{
		"a whole page of the site": {200, strings.NewReader(strings.Repeat("<p>Bienvenue</p>", 1<<17)), editorial.Done},
		"cut off":                  {202, iotest.ErrReader(errors.New("connection reset")), editorial.Done},
		"a failure, cut off":       {500, iotest.ErrReader(errors.New("connection reset")), editorial.Unknown},
	} {
		network := publishers.NewClient(publishers.ClientConfig{Transport: roundTrip(func(req *http.Request) *http.Response {
			return &http.Response{StatusCode: row.status, Header: http.Header{}, Body: io.NopCloser(row.body), Request: req}
		})})
		receipt, err := webhook.New(network, noon).Publish(t.Context(), to, piece("key-1", "Bonjour"))
		require.Equal(t, row.verdict, publishers.Judge(err).Verdict, name)
		if row.verdict == editorial.Done {
			require.Regexp(t, `^msg_[0-9a-f]{32}$`, receipt.RemoteID, name)
		}
	}
}

type roundTrip func(*http.Request) *http.Response

func (r roundTrip) RoundTrip(req *http.Request) (*http.Response, error) { return r(req), nil }

func TestConnectChecksWhatWasFilledIn(t *testing.T) {
	silent := webhook.New(nil, noon) // it would panic if it called anybody
	good := secretOf("a")
	bytes := func(n int) editorial.Secret {
		return editorial.NewSecret("whsec_" + base64.StdEncoding.EncodeToString(make([]byte, n)))
	}
	for name, row := range map[string]struct {
		url         string
		secret, old editorial.Secret
		code        string
	}{
		"good":               {"https://hooks.example/in?k=v", good, editorial.Secret{}, ""},
		"rotating":           {"https://hooks.example/in", good, secretOf("b"), ""},
		"plain http":         {"http://10.0.0.7:8080/in", good, editorial.Secret{}, ""}, // the client knows whether it may
		"24 bytes":           {webhooktest.URL, bytes(24), editorial.Secret{}, ""},
		"64 bytes":           {webhooktest.URL, bytes(64), editorial.Secret{}, ""},
		"23 bytes":           {webhooktest.URL, bytes(23), editorial.Secret{}, "bad_secret"},
		"65 bytes":           {webhooktest.URL, bytes(65), editorial.Secret{}, "bad_secret"},
		"no secret":          {webhooktest.URL, editorial.Secret{}, editorial.Secret{}, "bad_secret"},
		"no prefix":          {webhooktest.URL, editorial.NewSecret(strings.TrimPrefix(good.Reveal(), "whsec_")), editorial.Secret{}, "bad_secret"},
		"not base64":         {webhooktest.URL, editorial.NewSecret("whsec_" + strings.Repeat("é", 30)), editorial.Secret{}, "bad_secret"},
		"bad old secret":     {webhooktest.URL, good, bytes(3), "bad_secret"},
		"no address":         {"", good, editorial.Secret{}, "bad_url"},
		"no scheme":          {"hooks.example/in", good, editorial.Secret{}, "bad_url"},
		"no host":            {"https:///in", good, editorial.Secret{}, "bad_url"},
		"another scheme":     {"ftp://hooks.example/in", good, editorial.Secret{}, "bad_url"},
		"password inside":    {"https://me:geheim@hooks.example/in", good, editorial.Secret{}, "bad_url"},
		"not an address":     {"https://hooks.example/%zz?geheim", good, editorial.Secret{}, "bad_url"},
		"control characters": {"https://hooks.example/\x00geheim", good, editorial.Secret{}, "bad_url"},
	} {
		t.Run(name, func(t *testing.T) {
			to := editorial.Account{
				Settings:    map[string]string{"url": row.url},
				Credentials: editorial.Credentials{"secret": row.secret, "previous_secret": row.old},
			}
			found, err := silent.Connect(t.Context(), to)
			if row.code == "" {
				require.NoError(t, err)
				require.Regexp(t, `^hook_[0-9a-f]{32}$`, found.RemoteID)
				require.Equal(t, to.Credentials, found.Credentials)
				require.Equal(t, silent.Limits(), found.Limits)
				return
			}
			judged := publishers.Judge(err)
			require.Equal(t, editorial.Never, judged.Verdict)
			require.Equal(t, row.code, judged.Code)
			require.NotContains(t, err.Error(), "geheim")
		})
	}
}

func TestAnotherAddressIsAnotherAccount(t *testing.T) {
	credentials := editorial.Credentials{"secret": secretOf("a")}
	one := account(t, "https://hooks.example/in?to=a", credentials)
	require.Equal(t, one.RemoteID, account(t, " https://hooks.example/in?to=a ", credentials).RemoteID)
	require.Equal(t, one.RemoteID, account(t, "https://hooks.example/in?to=a", editorial.Credentials{"secret": secretOf("b")}).RemoteID,
		"a new secret is the same receiver")
	require.NotEqual(t, one.RemoteID, account(t, "https://hooks.example/in?to=b", credentials).RemoteID)
	require.Equal(t, "hooks.example", one.Handle)
}

func TestPublishOfAnAccountThatIsNoLongerWhole(t *testing.T) {
	by := answering(func(http.ResponseWriter, *http.Request) { t.Error("was reached") })
	to := account(t, webhooktest.URL, editorial.Credentials{"secret": secretOf("a")})
	to.Credentials = nil
	_, err := by.Publish(t.Context(), to, piece("key-1", "Bonjour"))
	require.Equal(t, "bad_secret", publishers.Judge(err).Code)
	to.Settings = nil
	_, err = by.Publish(t.Context(), to, piece("key-1", "Bonjour"))
	require.Equal(t, "bad_url", publishers.Judge(err).Code)
}

func TestPublishSendsNothingThatIsTooLong(t *testing.T) {
	by := answering(func(http.ResponseWriter, *http.Request) { t.Error("was reached") })
	to := account(t, webhooktest.URL, editorial.Credentials{"secret": secretOf("a")})
	_, err := by.Publish(t.Context(), to, piece("key-1", strings.Repeat("é", 7501)))
	require.Equal(t, "too_long", publishers.Judge(err).Code)
}

func TestPublishIsGuardedLikeAllElse(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("was reached") }))
	t.Cleanup(server.Close)
	to := account(t, server.URL, editorial.Credentials{"secret": secretOf("a")})
	by := webhook.New(publishers.NewClient(publishers.ClientConfig{}), noon)
	_, err := by.Publish(t.Context(), to, piece("key-1", "Bonjour"))
	require.ErrorIs(t, err, publishers.ErrNotHeard)
	require.Equal(t, "address_refused", publishers.Judge(err).Code)
}
