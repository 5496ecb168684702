package main

import (
	"errors"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// Every platform of the list says what it is, once.
func TestPlatforms(t *testing.T) {
	all := platforms(adapters(http.DefaultClient, time.Now, "https://calendar.example.org")) //nolint:forbidigo // it is never used
	seen := map[editorial.Platform]bool{}
	for _, info := range all.List() {
		require.False(t, seen[info.Platform], info.Platform)
		seen[info.Platform] = true
		require.NotEmpty(t, info.Name)
		for _, field := range append(info.Settings, info.Credentials...) {
			require.NotEmpty(t, field.Name, info.Platform)
			require.NotEmpty(t, field.Label.EN, info.Platform)
			require.NotEmpty(t, field.Label.FR, info.Platform)
		}
	}
	require.Len(t, seen, len(all))
	_, err := all.Connect(t.Context(), editorial.Account{Platform: "pigeon"})
	require.EqualValues(t, "unknown_platform", editorial.AsRefusal(err).Code)
	_, err = tended{platforms: all}.Check(t.Context(), editorial.Account{Platform: "pigeon"})
	require.EqualValues(t, "unknown_platform", editorial.AsRefusal(err).Code)
}

// An adapter's error becomes a refusal that people understand.
func TestRefusal(t *testing.T) {
	for verdict, want := range map[editorial.Verdict]struct {
		kind editorial.Kind
		code editorial.Code
	}{
		editorial.Later:     {editorial.Unavailable, "platform_unreachable"},
		editorial.Unknown:   {editorial.Unavailable, "platform_unreachable"},
		editorial.Never:     {editorial.Invalid, "connect_refused"},
		editorial.Reconnect: {editorial.Invalid, "connect_refused"},
	} {
		cause := errors.New("the cause")
		err := refusal(&publishers.Error{Verdict: verdict, Message: "bad password", Err: cause})
		r := editorial.AsRefusal(err)
		require.Equal(t, want.kind, r.Kind, verdict)
		require.Equal(t, want.code, r.Code, verdict)
		require.Contains(t, r.In(editorial.English), "bad password")
		require.Contains(t, r.In(editorial.French), "bad password")
		require.ErrorIs(t, err, cause, "for the log")
	}
	require.Equal(t, editorial.Unavailable, editorial.AsRefusal(refusal(errors.New("unclassified"))).Kind)
}
