package api

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/store/storetest"
)

// A post that cannot be read, on the wire or come due, makes the pause button
// say neither less nor 500: the pause holds.
func TestDamagedRowUnderAPause(t *testing.T) {
	w := newWorld(t)
	campaign := w.must(t, 201, "POST", "/api/v1/calendars/"+w.calendar+"/campaigns", `{"name":"Noël"}`)["id"].(string)
	bad, _ := w.scheduled(t, `{"text":"Le marché ouvre.","campaign":"`+campaign+`"}`)
	w.clock.add(time.Hour + time.Second)
	require.Len(t, w.turn(t), 1)
	require.NoError(t, storetest.Forge(t.Context(), w.dir, `UPDATE posts SET sheet = '{{{' WHERE id = '`+bad+`'`))
	for _, scope := range []string{`{"all":true}`, `{"calendar":"` + w.calendar + `"}`, `{"channel":"` + w.board + `"}`, `{"campaign":"` + campaign + `"}`} {
		made := w.must(t, 201, "POST", "/api/v1/pauses", `{"scope":`+scope+`,"reason":"Crise"}`)
		require.Equal(t, bad, made["leaving"].([]any)[0].(map[string]any)["post"], scope)
	}

	require.NoError(t, storetest.Forge(t.Context(), w.dir, `UPDATE deliveries SET state = 'missed', next_at = NULL, holder = '', lease_until = NULL`))
	for _, pause := range w.must(t, 200, "GET", "/api/v1/pauses", "")["items"].([]any) {
		w.must(t, 200, "DELETE", "/api/v1/pauses/"+pause.(map[string]any)["id"].(string), "")
	}
}

// One damaged row darkens no month: its post stands in the list and says what
// is the matter, and the other posts are there as ever. A client sees nothing
// of it.
func TestDamagedRowInLists(t *testing.T) {
	w := newWorld(t)
	bad, _ := w.scheduled(t, `{"title":"Abîmée","text":"Le marché ouvre."}`)
	good, _ := w.scheduled(t, `{"title":"Saine","text":"Le marché ferme."}`)
	require.NoError(t, storetest.Forge(t.Context(), w.dir, `UPDATE deliveries SET holds = '{{{' WHERE post_id = '`+bad+`'`))

	items := w.must(t, 200, "GET", "/api/v1/calendars/"+w.calendar+"/posts", "")["items"].([]any)
	require.Len(t, items, 2)
	for _, item := range items {
		post := item.(map[string]any)
		if post["id"] == good {
			require.Equal(t, "Le marché ferme.", post["text"])
			require.Empty(t, post["problems"])
			continue
		}
		require.Equal(t, bad, post["id"])
		require.Equal(t, "Abîmée", post["title"])
		require.Equal(t, "scheduled", post["status"])
		require.Equal(t, "unreadable", post["problems"].([]any)[0].(map[string]any)["code"])
	}
	opened := w.must(t, 500, "GET", "/api/v1/posts/"+bad, "")
	require.Equal(t, "unreadable", opened["code"])
	require.Contains(t, w.log.String(), "invalid character", "whoever mends it learns what is wrong")
	changed := w.must(t, 500, "POST", "/api/v1/posts/"+bad+"/moves", `{"move":"hold"}`)
	require.Equal(t, "unreadable", changed["code"])
	listed := w.must(t, 200, "GET", "/api/v1/deliveries?calendar="+w.calendar, "")["items"].([]any)
	require.Len(t, listed, 2)

	made := w.must(t, 201, "POST", "/api/v1/calendars/"+w.calendar+"/client-links", `{"for":"Odile"}`)
	_, token, _ := strings.Cut(made["link"].(string), "#")
	visit := w.must(t, 200, "POST", "/api/v1/client/visits", `{"token":"`+token+`","name":"Odile"}`)["visit"].(string)
	shown := w.ask(t, "GET", "/api/v1/client", "", "Authorization", "Bearer "+visit)
	require.Equal(t, 200, shown.status, shown.body)
	require.Contains(t, shown.body, good)
	require.NotContains(t, shown.body, bad)
}
