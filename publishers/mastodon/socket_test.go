package mastodon

import (
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"parution.dev/publishers"
)

// Over a socket all is as it is in memory: an upload of unknown length, the
// key's header, the times.
func TestOverASocket(t *testing.T) {
	r := newRig(t)
	front := httptest.NewTLSServer(r)
	defer front.Close()
	r.publisher.client = publishers.NewClient(publishers.ClientConfig{Transport: front.Client().Transport})
	to := asking(front.URL, r.token)
	found, err := r.publisher.Connect(t.Context(), to)
	require.NoError(t, err)
	r.account = connected(to, found)

	p := r.prepared(t, r.illustrated("Bonjour", "image/png", "image/jpeg"))
	s := r.sent(p)
	receipt := r.publish(t, p)
	assert.Equal(t, receipt, r.publish(t, p), "the key came through")
	assert.Equal(t, publishers.Finding{Receipt: &receipt}, r.find(t, s))
	assert.Equal(t, []string{"Picture A", "Picture B"}, r.Books()[0].Alt)
}
