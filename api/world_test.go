package api

import (
	"bytes"
	"encoding/json"
	"mime/multipart"
	"net/http"
	"net/textproto"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// world is a desk with a calendar that Olive manages, and a channel that is a
// public feed.
type world struct {
	*desk
	calendar, board string
}

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{desk: newDesk(t, func(c *Config) { c.Feeds = "board" })}
	w.calendar = w.must(t, 201, "POST", "/api/v1/calendars", `{"name":"Lenoir","time_zone":"Europe/Paris","language":"fr"}`)["id"].(string)
	w.board = w.channel(t, "board", `{"title":"Le fil"}`)
	return w
}

func (w *world) channel(t *testing.T, platform, settings string) string {
	t.Helper()
	made := w.must(t, 201, "POST", "/api/v1/calendars/"+w.calendar+"/channels", `{"platform":"`+platform+`","name":"A channel","settings":`+settings+`}`)
	return made["id"].(string)
}

// ask sends a request as Olive.
func (w *world) ask(t *testing.T, method, path, body string, header ...string) answered {
	t.Helper()
	h := http.Header{"Authorization": {"Bearer " + w.owner}, "Content-Type": {"application/json"}}
	for i := 0; i < len(header); i += 2 {
		h.Set(header[i], header[i+1])
	}
	return askHandler(t, w.handler, asked{method: method, path: path, header: h, body: body})
}

// decode reads an answer's JSON.
func decode[T any](t *testing.T, body string) T {
	t.Helper()
	var value T
	require.NoError(t, json.Unmarshal([]byte(body), &value), body)
	return value
}

// must sends a request that is answered so, and returns the answer.
func (w *world) must(t *testing.T, status int, method, path, body string, header ...string) map[string]any {
	t.Helper()
	got := w.ask(t, method, path, body, header...)
	require.Equal(t, status, got.status, got.body)
	answer := map[string]any{}
	require.NoError(t, json.Unmarshal([]byte(got.body), &answer))
	return answer
}

// scheduled plans a post for an hour from now and approves it.
func (w *world) scheduled(t *testing.T, body string) (post string, deliveries []any) {
	t.Helper()
	var fields map[string]any
	require.NoError(t, json.Unmarshal([]byte(body), &fields))
	if fields["channels"] == nil {
		fields["channels"] = []string{w.board}
	}
	fields["publish_at"] = w.clock.now().Add(time.Hour).Format(time.RFC3339)
	whole, err := json.Marshal(fields)
	require.NoError(t, err)
	post = w.must(t, 201, "POST", "/api/v1/calendars/"+w.calendar+"/posts", string(whole))["id"].(string)
	approved := w.must(t, 200, "POST", "/api/v1/posts/"+post+"/moves", `{"move":"approve","revision":1}`)
	require.Equal(t, "scheduled", approved["status"])
	return post, approved["deliveries"].([]any)
}

// turn has the releaser look at what is due, and settles what it was given.
func (d *desk) turn(t *testing.T, outcomes ...editorial.Outcome) []editorial.Work {
	t.Helper()
	turned, err := d.store.Turn(t.Context(), editorial.Round{
		Now: d.clock.now(), Holder: "test", Free: 10, Outcomes: outcomes,
	})
	require.NoError(t, err)
	require.Empty(t, turned.Broken)
	return turned.Work
}

// outcome is what a piece of work came to.
func (d *desk) outcome(work editorial.Work, verdict editorial.Verdict) editorial.Outcome {
	o := editorial.Outcome{
		Delivery: work.Delivery.ID, Attempt: work.Attempt, Key: work.Sent.Key, Step: work.Step, Verdict: verdict,
		Started: d.clock.now(), Ended: d.clock.now(),
	}
	if verdict == editorial.Done {
		o.Receipt = editorial.Receipt{RemoteID: "urn:entry:" + work.Sent.Key, URL: "https://parution.test/feeds/" + string(work.Delivery.Channel) + "/entries/" + work.Sent.Key}
	} else {
		o.Code, o.Message = "said_no", "the platform said no"
	}
	return o
}

// release lets everything leave that is due, part by part.
func (d *desk) release(t *testing.T) {
	t.Helper()
	for work := d.turn(t); len(work) > 0; {
		outcomes := make([]editorial.Outcome, len(work))
		for i := range work {
			outcomes[i] = d.outcome(work[i], editorial.Done)
		}
		work = d.turn(t, outcomes...)
	}
}

// tell tells people of all that the record holds.
func (d *desk) tell(t *testing.T) {
	t.Helper()
	for more := true; more; {
		var err error
		more, err = d.store.TellNotices(t.Context(), []editorial.Outlet{editorial.OutletMail, editorial.OutletHook}, d.clock.now())
		require.NoError(t, err)
	}
}

// claimActs has the scheduler look at what is asked of published posts.
func (d *desk) claimActs(t *testing.T) []editorial.ActWork {
	t.Helper()
	turned, err := d.store.ClaimActs(t.Context(), editorial.ActRound{Now: d.clock.now(), Holder: "test", Free: 10})
	require.NoError(t, err)
	require.Empty(t, turned.Broken)
	return turned.Work
}

// settleAct brings back what a call of theirs came to.
func (d *desk) settleAct(t *testing.T, w editorial.ActWork, verdict editorial.Verdict) {
	t.Helper()
	o := editorial.ActOutcome{Act: w.Act.ID, Attempt: w.Act.Attempt, Verdict: verdict, Receipt: w.Receipt, Started: d.clock.now(), Ended: d.clock.now()}
	if verdict != editorial.Done {
		o.Code, o.Message, o.Receipt = "said_no", "the platform said no", editorial.Receipt{}
	}
	_, err := d.store.SettleAct(t.Context(), o)
	require.NoError(t, err)
}

// act carries out what is asked of published posts, with one verdict for all.
func (d *desk) act(t *testing.T, verdict editorial.Verdict) {
	t.Helper()
	for work := d.claimActs(t); len(work) > 0; work = d.claimActs(t) {
		for _, w := range work {
			d.settleAct(t, w, verdict)
		}
	}
}

// field is one field of a form.
type field struct{ name, file, value string }

// form writes a form as browsers do.
func form(t *testing.T, fields ...field) (body, contentType string) {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for _, f := range fields {
		h := textproto.MIMEHeader{"Content-Disposition": {multipart.FileContentDisposition(f.name, f.file)}}
		if f.file == "" {
			h.Set("Content-Disposition", `form-data; name="`+f.name+`"`)
		}
		part, err := w.CreatePart(h)
		require.NoError(t, err)
		_, err = part.Write([]byte(f.value))
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return b.String(), w.FormDataContentType()
}

// upload brings a picture into the library.
func (w *world) upload(t *testing.T, picture []byte, alt string) map[string]any {
	t.Helper()
	body, kind := form(t, field{"calendar", "", w.calendar}, field{"file", "bee.png", string(picture)}, field{"alt", "", alt})
	return w.must(t, 201, "POST", "/api/v1/media", body, "Content-Type", kind)
}
