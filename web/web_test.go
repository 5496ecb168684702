package web_test

import (
	"io/fs"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/web"
)

// Where the pages are built, the page has a place for its nonce, and no script
// of its own: the policy that it is served with would stop one.
func TestPages(t *testing.T) {
	pages := web.Pages()
	if pages == nil {
		t.Skip("the pages are not built here")
	}
	index, err := fs.ReadFile(pages, "index.html")
	require.NoError(t, err)
	require.Contains(t, string(index), `content="{{nonce}}"`)
	require.NotRegexp(t, `<script[^>]*>[^<]`, string(index))
	require.NotContains(t, string(index), "<style")
}
