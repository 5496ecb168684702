package main

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestHeartbeat(t *testing.T) {
	beats, status, path := 0, http.StatusOK, ""
	watcher := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		beats++
		path = r.URL.Path
		w.WriteHeader(status)
	}))
	t.Cleanup(watcher.Close)
	var trouble error
	h := heartbeat{url: watcher.URL + "/ping/secret", client: watcher.Client(), healthy: func() error { return trouble }}
	require.Len(t, h.jobs(), 1)
	require.NoError(t, h.beat(t.Context()))
	require.Equal(t, 1, beats)
	require.Equal(t, "/ping/secret", path)

	trouble = errors.New("disk full")
	require.NoError(t, h.beat(t.Context()))
	require.Equal(t, 1, beats, "while releases do not work, silence is the alarm")

	trouble, status = nil, http.StatusInternalServerError
	require.EqualError(t, h.beat(t.Context()), "the heartbeat was answered with 500")

	watcher.Close()
	err := h.beat(t.Context())
	require.ErrorContains(t, err, "call the heartbeat")
	require.NotContains(t, err.Error(), "secret", "whoever knows the address can beat for us")
	require.Empty(t, heartbeat{}.jobs())
}

func TestHeartbeatAddress(t *testing.T) {
	require.NoError(t, checkHeartbeat(""))
	require.NoError(t, checkHeartbeat("https://hc.example/ping/x"))
	for _, wrong := range []string{"hc.example", "ftp://hc.example", "https://", "::"} {
		require.Error(t, checkHeartbeat(wrong), wrong)
	}
}
