package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestProfilesStayHome(t *testing.T) {
	for _, outside := range []string{"0.0.0.0:0", "[::]:0", ":0"} {
		_, _, err := profiles(t.Context(), outside)
		require.ErrorContains(t, err, "loopback", outside)
	}
	server, listener, err := profiles(t.Context(), "127.0.0.1:0")
	require.NoError(t, err)
	require.NoError(t, listener.Close())
	answer := httptest.NewRecorder()
	server.Handler.ServeHTTP(answer, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/debug/pprof/goroutine?debug=1", nil))
	said, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	require.Contains(t, string(said), "goroutine profile:")
}
