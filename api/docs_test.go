package api

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestOpenAPIGolden(t *testing.T) {
	d := newDesk(t)
	got := askHandler(t, d.handler, asked{method: http.MethodGet, path: "/api/openapi.json"})
	require.Equal(t, http.StatusOK, got.status)
	goldenFile(t, "testdata/openapi.json", []byte(got.body))
}
