package api

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/store"
)

// Preflight looks at the moment when the post is due, not at now.
func TestPreflightLooksAhead(t *testing.T) {
	w := newWorld(t)
	post, _ := w.scheduled(t, `{"text":"Hello"}`)
	path := "/api/v1/posts/" + post + "/preflight"
	flight := decode[preflight](t, w.ask(t, "GET", path, "").body)
	require.True(t, flight.Ready)
	require.Equal(t, w.clock.now().Add(time.Hour), *flight.Channels[0].LeavesAt)

	w.expire(t, w.clock.now().Add(30*time.Minute))
	flight = decode[preflight](t, w.ask(t, "GET", path, "").body)
	require.False(t, flight.Ready)
	require.Nil(t, flight.Channels[0].LeavesAt)
	require.Equal(t, editorial.CodeMustConnect, flight.Channels[0].Holds[0].Code)
	require.Equal(t, w.board, flight.Channels[0].Holds[0].About)

	w.expire(t, w.clock.now().Add(2*time.Hour))
	require.True(t, decode[preflight](t, w.ask(t, "GET", path, "").body).Ready)
	w.clock.add(70 * time.Minute) // late, within its tolerance
	flight = decode[preflight](t, w.ask(t, "GET", path, "").body)
	require.Equal(t, w.clock.now(), *flight.Channels[0].LeavesAt)
	w.clock.add(30 * time.Minute)
	flight = decode[preflight](t, w.ask(t, "GET", path, "").body)
	require.Equal(t, editorial.CodeTooLateNow, flight.Channels[0].Holds[0].Code)
}

// expire sets when the channel's credentials run out.
func (w *world) expire(t *testing.T, at time.Time) {
	t.Helper()
	_, err := w.store.UpdateChannel(t.Context(), store.Write{By: editorial.Machine(), Now: w.clock.now()}, editorial.ChannelID(w.board), func(c *editorial.Channel) error {
		c.ExpiresAt = at
		return nil
	})
	require.NoError(t, err)
}

// What a channel does not take is told with the field that it is about.
func TestPreflightLimits(t *testing.T) {
	w := newWorld(t)
	made := w.must(t, 201, "POST", "/api/v1/calendars/"+w.calendar+"/posts", `{"title":"x","channels":["`+w.board+`"],"variants":{"`+w.board+`":{"text":" "}}}`)
	flight := decode[preflight](t, w.ask(t, "GET", "/api/v1/posts/"+made["id"].(string)+"/preflight", "").body)
	require.False(t, flight.Ready)
	require.Equal(t, "/variants/"+w.board+"/text", flight.Channels[0].Limits[0].Pointer)
	require.Equal(t, editorial.CodeNothingToSay, flight.Channels[0].Limits[0].Code)
}
