package api

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestPublished(t *testing.T) {
	w := newWorld(t)
	post, deliveries := w.scheduled(t, `{"text":"Hello","variants":{}}`)
	read := w.ask(t, "GET", "/api/v1/posts/"+post, "")
	tag := read.header.Get("ETag")
	require.Equal(t, 200, w.ask(t, "GET", "/api/v1/posts/"+post, "", "If-None-Match", tag).status, "within a day of its time it is looked at ahead")
	far := w.must(t, 201, "POST", "/api/v1/calendars/"+w.calendar+"/posts", `{"text":"Later","channels":["`+w.board+`"],"publish_at":"2026-12-01T08:00:00Z"}`)
	read = w.ask(t, "GET", "/api/v1/posts/"+far["id"].(string), "")
	require.Equal(t, 304, w.ask(t, "GET", "/api/v1/posts/"+far["id"].(string), "", "If-None-Match", read.header.Get("ETag")).status)

	w.clock.add(time.Hour + 1500*time.Millisecond)
	work := w.turn(t)
	require.Len(t, work, 1)
	leaving := w.must(t, 200, "GET", "/api/v1/posts/"+post, "", "If-None-Match", tag)
	require.Equal(t, "publishing", leaving["status"])
	archived := w.ask(t, "DELETE", "/api/v1/posts/"+post, "", "If-Match", tag)
	require.Equal(t, "409 on_the_wire", problemText(t, archived))
	require.Contains(t, archived.body, `"state":"sending"`)

	w.turn(t, w.outcome(work[0], editorial.Done))
	got := w.ask(t, "GET", "/api/v1/posts/"+post, "", "If-None-Match", tag)
	require.Equal(t, 200, got.status)
	require.Equal(t, tag, got.header.Get("ETag"), "what the daemon does is not an edit")
	view := decode[postView](t, got.body)
	require.Equal(t, editorial.Status("published"), view.Status)
	require.Equal(t, "margin", view.Approval.OnEdit, "what is out on the board can be edited")
	require.EqualValues(t, 1500, view.Deliveries[0].LatenessMS)
	require.Equal(t, w.outcome(work[0], editorial.Done).Receipt.URL, view.Deliveries[0].URL)
	require.Empty(t, view.Problems)

	id := deliveries[0].(map[string]any)["id"].(string)
	delivery := decode[deliveryView](t, w.ask(t, "GET", "/api/v1/deliveries/"+id, "").body)
	require.Equal(t, editorial.Published, delivery.State)
	require.Equal(t, 1, delivery.Revision)
	require.NotEmpty(t, delivery.Hash)
	require.Len(t, delivery.Parts, 1)
	require.Equal(t, work[0].Sent.Key, delivery.Parts[0].Key)
	require.Equal(t, "urn:entry:"+work[0].Sent.Key, delivery.Parts[0].RemoteID)
	require.Len(t, delivery.Attempts, 1)
	require.Equal(t, editorial.Done, delivery.Attempts[0].Verdict)
	require.NotNil(t, delivery.Attempts[0].EndedAt)

	revision := decode[revisionView](t, w.ask(t, "GET", "/api/v1/posts/"+post+"/revisions/1", "").body)
	require.Equal(t, map[editorial.ChannelID]editorial.DeliveryID{editorial.ChannelID(w.board): editorial.DeliveryID(id)}, revision.Released)

	late := w.must(t, 200, "PATCH", "/api/v1/posts/"+post, `{"text":"Hello again"}`, "If-Match", tag)
	require.Equal(t, "too_late", late["notices"].([]any)[1].(map[string]any)["code"])
	require.Equal(t, "published", late["status"])
}

// Where nothing that is out can be edited, the approval stands whatever comes.
func TestPublishedWhereNothingCanBeEdited(t *testing.T) {
	w := newWorld(t)
	hook := w.channel(t, "hook", `{"url":"https://hook.test/x"},"credentials":{"secret":"swordfish"}`)
	post, _ := w.scheduled(t, `{"text":"Hello","channels":["`+hook+`"]}`)
	w.clock.add(time.Hour)
	w.release(t)
	got := w.ask(t, "GET", "/api/v1/posts/"+post, "")
	require.Equal(t, "stands", decode[postView](t, got.body).Approval.OnEdit)
	late := decode[postView](t, w.ask(t, "PATCH", "/api/v1/posts/"+post, `{"text":"Hello again"}`, "If-Match", got.header.Get("ETag")).body)
	require.Equal(t, editorial.Approved, late.State)
	require.Len(t, late.Notices, 1)
	require.Equal(t, editorial.CodeTooLate, late.Notices[0].Code)
}

func TestUnclearOutcome(t *testing.T) {
	w := newWorld(t)
	post, deliveries := w.scheduled(t, `{"text":"Hello"}`)
	id := deliveries[0].(map[string]any)["id"].(string)
	moves := "/api/v1/deliveries/" + id + "/moves"
	w.clock.add(time.Hour)
	work := w.turn(t)
	w.turn(t, w.outcome(work[0], editorial.Unknown))
	view := decode[postView](t, w.ask(t, "GET", "/api/v1/posts/"+post, "").body)
	require.Equal(t, editorial.Status("unknown"), view.Status)
	require.Equal(t, editorial.Code("reading_back"), view.Problems[0].Code)
	require.Empty(t, w.must(t, 200, "GET", "/api/v1/deliveries?for_person=true", "")["items"])

	w.clock.add(10 * time.Second)
	look := w.turn(t)
	require.Equal(t, editorial.StepLook, look[0].Step)
	found := w.outcome(look[0], editorial.Done)
	found.Receipt, found.Absence = editorial.Receipt{}, editorial.Unknowable
	w.turn(t, found)
	view = decode[postView](t, w.ask(t, "GET", "/api/v1/posts/"+post, "").body)
	require.Equal(t, editorial.Code("outcome_unknown"), view.Problems[0].Code)
	listed := w.must(t, 200, "GET", "/api/v1/deliveries?for_person=true&state=unknown&calendar="+w.calendar, "")
	require.Equal(t, id, listed["items"].([]any)[0].(map[string]any)["id"])
	require.Equal(t, post, listed["items"].([]any)[0].(map[string]any)["post"])

	editor := w.member(t, w.calendar, "ed", "editor")
	require.Equal(t, "403 not_permitted", problemText(t, w.ask(t, "POST", moves, `{"move":"resolve","outcome":"published","url":"https://x.test/"}`, "Authorization", "Bearer "+editor)))
	require.Equal(t, "422 url_needed /url", problemText(t, w.ask(t, "POST", moves, `{"move":"resolve","outcome":"published"}`)))
	require.Equal(t, "422 bad_url /url", problemText(t, w.ask(t, "POST", moves, `{"move":"resolve","outcome":"published","url":"javascript:1"}`)))
	require.Equal(t, "422 unknown_outcome /outcome", problemText(t, w.ask(t, "POST", moves, `{"move":"resolve"}`)))
	require.Equal(t, "422 not_one_of /outcome", problemText(t, w.ask(t, "POST", moves, `{"move":"resolve","outcome":"maybe"}`)))
	require.Equal(t, "409 move_not_possible", problemText(t, w.ask(t, "POST", moves, `{"move":"retry"}`)))
	resolved := w.must(t, 200, "POST", moves, `{"move":"resolve","outcome":"published","url":"https://x.test/1","note":"I looked"}`)
	require.Equal(t, "published", resolved["state"])
	require.Equal(t, "https://x.test/1", resolved["url"])
	require.Len(t, resolved["attempts"], 2)
	require.Equal(t, "409 move_not_possible", problemText(t, w.ask(t, "POST", moves, `{"move":"drop"}`)))
}

func TestRefusedAndRetried(t *testing.T) {
	w := newWorld(t)
	post, deliveries := w.scheduled(t, `{"text":"Hello"}`)
	moves := "/api/v1/deliveries/" + deliveries[0].(map[string]any)["id"].(string) + "/moves"
	w.clock.add(time.Hour)
	work := w.turn(t)
	w.turn(t, w.outcome(work[0], editorial.Never))
	view := decode[postView](t, w.ask(t, "GET", "/api/v1/posts/"+post, "").body)
	require.Equal(t, editorial.Status("failed"), view.Status)
	require.Equal(t, editorial.Code("refused_by_platform"), view.Problems[0].Code)
	require.Contains(t, view.Deliveries[0].Trouble.Message, "the platform said no")
	require.Equal(t, "scheduled", w.must(t, 200, "POST", moves, `{"move":"retry"}`)["state"])
	w.release(t)
	require.Equal(t, "published", w.must(t, 200, "GET", "/api/v1/posts/"+post, "")["status"])
}

func TestMissed(t *testing.T) {
	w := newWorld(t)
	post, deliveries := w.scheduled(t, `{"text":"Hello"}`)
	w.clock.add(3 * time.Hour)
	require.Empty(t, w.turn(t))
	view := decode[postView](t, w.ask(t, "GET", "/api/v1/posts/"+post, "").body)
	require.Equal(t, editorial.Status("missed"), view.Status)
	require.Equal(t, editorial.CodeTooLateNow, view.Problems[0].Code)
	dropped := w.must(t, 200, "POST", "/api/v1/deliveries/"+deliveries[0].(map[string]any)["id"].(string)+"/moves", `{"move":"drop"}`)
	require.Equal(t, "dropped", dropped["state"])
	require.Equal(t, "approved", w.must(t, 200, "GET", "/api/v1/posts/"+post, "")["status"])
}

// What a pause stops reads as paused, and what stands in the way is named.
func TestPaused(t *testing.T) {
	w := newWorld(t)
	post, _ := w.scheduled(t, `{"text":"Hello"}`)
	pause := w.must(t, 201, "POST", "/api/v1/pauses", `{"scope":{"calendar":"`+w.calendar+`"},"reason":"an accident"}`)["id"].(string)
	flight := w.must(t, 200, "GET", "/api/v1/posts/"+post+"/preflight", "")
	hold := flight["channels"].([]any)[0].(map[string]any)["holds"].([]any)[0].(map[string]any)
	require.Equal(t, "paused", hold["code"])
	require.Equal(t, pause, hold["about"])
	w.clock.add(time.Hour)
	require.Empty(t, w.turn(t))
	view := decode[postView](t, w.ask(t, "GET", "/api/v1/posts/"+post, "", "Accept-Language", "fr").body)
	require.Equal(t, editorial.Status("held"), view.Status)
	require.Equal(t, "En pause", view.StatusLabel)
	require.Equal(t, editorial.CodePaused, view.Problems[0].Code)
	require.Equal(t, pause, view.Deliveries[0].Holds[0].About)
}

// To those who have no part in the calendar there is no such delivery.
func TestDeliveriesOfOthers(t *testing.T) {
	w := newWorld(t)
	_, deliveries := w.scheduled(t, `{"text":"Hello"}`)
	id := deliveries[0].(map[string]any)["id"].(string)
	elsewhere := w.must(t, 201, "POST", "/api/v1/calendars", `{"name":"Elsewhere","time_zone":"UTC","language":"en"}`)["id"].(string)
	stranger := "Bearer " + w.member(t, elsewhere, "sam", "manager")
	require.Empty(t, w.must(t, 200, "GET", "/api/v1/deliveries", "", "Authorization", stranger)["items"])
	require.Equal(t, "422 not_one_of /query/state", problemText(t, w.ask(t, "GET", "/api/v1/deliveries?state=scheduled,held&state=sent", "")))
	require.Len(t, w.must(t, 200, "GET", "/api/v1/deliveries?state=scheduled,held&state=sending", "")["items"], 1)
	require.Equal(t, "404 not_found", problemText(t, w.ask(t, "GET", "/api/v1/deliveries/"+id, "", "Authorization", stranger)))
	require.Equal(t, "404 not_found", problemText(t, w.ask(t, "POST", "/api/v1/deliveries/"+id+"/moves", `{"move":"drop"}`, "Authorization", stranger)))
	require.Equal(t, "404 not_found", problemText(t, w.ask(t, "GET", "/api/v1/deliveries?calendar="+w.calendar, "", "Authorization", stranger)))
}

// editAsked publishes a post on the board, corrects it, and asks that what is
// published be edited.
func (w *world) editAsked(t *testing.T) (post, delivery string) {
	t.Helper()
	post, deliveries := w.scheduled(t, `{"text":"We open at nine"}`)
	delivery = deliveries[0].(map[string]any)["id"].(string)
	w.clock.add(time.Hour)
	w.release(t)
	tag := w.ask(t, "GET", "/api/v1/posts/"+post, "").header.Get("ETag")
	w.must(t, 200, "PATCH", "/api/v1/posts/"+post, `{"text":"We open at ten: the oven is being repaired"}`, "If-Match", tag)
	w.must(t, 200, "POST", "/api/v1/posts/"+post+"/moves", `{"move":"approve","revision":2}`)
	w.must(t, 200, "POST", "/api/v1/deliveries/"+delivery+"/moves", `{"move":"edit_live","revision":2}`)
	return post, delivery
}

// A pause lists what is being edited this moment: it can no longer be stopped.
func TestPauseListsEditsOnTheWire(t *testing.T) {
	w := newWorld(t)
	_, delivery := w.editAsked(t)
	calls := w.claimActs(t)
	require.Len(t, calls, 1)

	under := w.must(t, 409, "POST", "/api/v1/deliveries/"+delivery+"/moves", `{"move":"edit_live","revision":2}`)
	require.Equal(t, "edit_under_way", under["code"])
	made := w.must(t, 201, "POST", "/api/v1/pauses", `{"scope":{"channel":"`+w.board+`"},"reason":"An accident"}`)
	leaving := made["leaving"].([]any)
	require.Len(t, leaving, 1)
	require.Equal(t, delivery, leaving[0].(map[string]any)["delivery"])
	require.Equal(t, "published", leaving[0].(map[string]any)["state"])
	w.settleAct(t, calls[0], editorial.Done)
	require.InDelta(t, 2, w.must(t, 200, "GET", "/api/v1/deliveries/"+delivery, "")["live_revision"], 0, "it finishes")
}

// A reader who asks whether anything has changed is told of an edit.
func TestAnEditedPostIsNotUnmodified(t *testing.T) {
	w := newWorld(t)
	post, _ := w.editAsked(t)
	tag := w.ask(t, "GET", "/api/v1/posts/"+post, "").header.Get("ETag")
	require.Equal(t, 304, w.ask(t, "GET", "/api/v1/posts/"+post, "", "If-None-Match", tag).status)
	w.clock.add(time.Minute)
	w.act(t, editorial.Done)
	require.Equal(t, 200, w.ask(t, "GET", "/api/v1/posts/"+post, "", "If-None-Match", tag).status)
}
