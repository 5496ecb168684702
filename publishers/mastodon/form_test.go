package mastodon

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers/mastodon/mastodontest"
)

// What the form asks for, and nothing else, connects an account.
func TestFormConnects(t *testing.T) {
	r := newRig(t)
	form := r.publisher.Form()
	to := editorial.Account{Settings: map[string]string{}, Credentials: editorial.Credentials{}}
	for _, field := range form.Settings {
		assert.True(t, field.Required)
		to.Settings[field.Name] = mastodontest.Host
	}
	for _, field := range form.Credentials {
		assert.True(t, field.Required)
		to.Credentials = to.Credentials.With(field.Name, r.token)
	}
	found, err := r.publisher.Connect(t.Context(), to)
	require.NoError(t, err)
	assert.Equal(t, r.account.RemoteID, found.RemoteID)
}
