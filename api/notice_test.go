package api

import (
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/require"
)

// Streams tell how much their own listener has not read, whenever that
// changes, and keep the place that Last-Event-ID names.
func TestEventsOfNotices(t *testing.T) {
	d := newDesk(t)
	server := httptest.NewServer(d.handler)
	t.Cleanup(server.Close)
	one, two := d.calendar(t, "One"), d.calendar(t, "Two")
	_, editor := d.member(t, one, "Edith", "editor")
	hers := d.listen(t, server, editor, "?calendar="+one, "")
	d.tell(t)
	require.Equal(t, heard{event: "notices", raw: `{"unread":1,"alarms":0,"duties":0,"last":5}`}, hers.must(t))

	_, other := d.member(t, two, "Otto", "editor")
	d.tell(t) // that is nothing to her
	d.ask(t, other, "POST /api/v1/notices/read", `{"up_to": 9}`)
	d.ask(t, d.owner, "POST /api/v1/calendars/"+one+"/members", `{"name": "Ana", "email": "ana@example.org", "roles": ["viewer"]}`)
	require.Equal(t, "member.added", hers.must(t).event)
	d.ask(t, editor, "POST /api/v1/notices/read", `{"seqs": [5]}`)
	require.Equal(t, heard{event: "notices", raw: `{"unread":0,"alarms":0,"duties":0,"last":5}`}, hers.must(t), "she has read it, in another window")
}
