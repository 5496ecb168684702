package publishers_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/publishers"
)

// What asks to wait is heard, whatever number stands there; what has passed asks
// for nothing.
func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, time.November, 3, 9, 0, 0, 0, time.UTC)
	for value, want := range map[string]time.Duration{
		"":                              0,
		"soon":                          0,
		"90":                            90 * time.Second,
		"-90":                           0,
		"Tue, 03 Nov 2026 09:01:00 GMT": time.Minute,
		"Tue, 03 Nov 2026 08:59:00 GMT": 0,
		"315360000":                     10 * 365 * 24 * time.Hour,
	} {
		answer := publishers.Answer{Header: http.Header{"Retry-After": {value}}}
		require.Equal(t, want, answer.RetryAfter(now), value)
	}
	for _, value := range []string{"10000000000", "18446744074", "9223372036854775807", "99999999999999999999"} {
		answer := publishers.Answer{Header: http.Header{"Retry-After": {value}}}
		require.Greater(t, answer.RetryAfter(now), 200*365*24*time.Hour, value)
	}
}
