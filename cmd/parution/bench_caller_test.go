package main

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// caller is one person at the API, on a connection of their own.
type caller struct {
	stage  *stage
	client *http.Client
}

func newCaller(s *stage) *caller { return &caller{s, &http.Client{Transport: &http.Transport{}}} }

// call may run in any goroutine.
func (c *caller) call(b *testing.B, method, path, body string, into any) {
	b.Helper()
	req, err := http.NewRequestWithContext(b.Context(), method, c.stage.url+"/api/v1"+path, strings.NewReader(body))
	if !assert.NoError(b, err) {
		return
	}
	req.Header.Set("Authorization", "Bearer "+c.stage.token)
	req.Header.Set("Content-Type", "application/json")
	res, err := c.client.Do(req)
	if !assert.NoError(b, err) {
		return
	}
	defer func() { _ = res.Body.Close() }()
	answer, err := io.ReadAll(res.Body)
	assert.NoError(b, err)
	assert.Less(b, res.StatusCode, 300, "%s", answer)
	assert.NoError(b, json.Unmarshal(answer, into))
}
