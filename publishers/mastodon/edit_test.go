package mastodon

import (
	"bytes"
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
	"parution.dev/publishers/mastodon/mastodontest"
)

func (r *rig) edit(t *testing.T, receipt publishers.Receipt, part editorial.Part) error {
	t.Helper()
	_, err := r.publisher.Edit(t.Context(), r.account, publishers.EditedPiece{Receipt: receipt, Part: part})
	return err
}

// What is sent to change a post: never its visibility, always its warning and
// its blur, and its files by the ids that they have on the server.
func TestEditRequest(t *testing.T) {
	for name, part := range map[string]editorial.Part{
		"edit_text": {Text: "Tarte du jour & café", Language: "fr-FR"},
		"edit_everything": {
			Text: "Tarte du jour", Language: "fr-FR",
			Options: editorial.Options{"visibility": "unlisted", "spoiler_text": "Noisettes", "sensitive": true},
			Media:   []editorial.MediaUse{{Alt: "Une tarte, « maison »"}, {}},
		},
	} {
		r := newRig(t)
		var heard bytes.Buffer
		r.through(recording(&heard, r.Edits, `{"id":"114700000000000009","media_attachments":[{"id":"11"},{"id":"12"}]}`))
		require.NoError(t, r.edit(t, publishers.Receipt{RemoteID: "114700000000000009"}, part))
		golden(t, name, heard.String())
	}
}

// A warning that is taken away goes, and so does the blur.
func TestEditTakesTheWarningAway(t *testing.T) {
	for _, options := range [][]mastodontest.Option{nil, {mastodontest.GoToSocial()}} {
		r := newRig(t, options...)
		p := r.piece("Le dénouement")
		p.Part.Options = editorial.Options{"spoiler_text": "Fin du film", "sensitive": true, "visibility": "unlisted"}
		receipt := r.publish(t, p)
		p.Part.Options = editorial.Options{"visibility": "public"}
		require.NoError(t, r.edit(t, receipt, p.Part))
		source := struct {
			Spoiler   string `json:"spoiler_text"`
			Sensitive bool   `json:"sensitive"`
		}{}
		on, err := r.publisher.reach(r.account)
		require.NoError(t, err)
		_, err = on.read(t.Context(), &source, nil, "api/v1/statuses", receipt.RemoteID)
		require.NoError(t, err)
		require.Empty(t, source.Spoiler)
		require.False(t, source.Sensitive)
		require.Equal(t, []string{"unlisted"}, r.Visibilities(), "which cannot change")
	}
}

// Somebody changed the pictures in the server's own pages: it is not for us to
// guess which description goes with which.
func TestEditOfAPostWithOtherPictures(t *testing.T) {
	r := newRig(t)
	receipt := r.publish(t, r.prepared(t, r.illustrated("Deux", "image/png", "image/png")))
	part := r.illustrated("Trois", "image/png", "image/png", "image/png").Part
	err := r.edit(t, receipt, part)
	require.Equal(t, editorial.Never, publishers.Judge(err).Verdict)
	require.Equal(t, "Deux", r.Books()[0].Text)
}

// The look at the files that goes before can fail without harm.
func TestEditAfterALookThatFailed(t *testing.T) {
	r := newRig(t)
	receipt := r.publish(t, r.prepared(t, r.illustrated("Une", "image/png")))
	part := r.illustrated("Une autre", "image/png").Part
	looks := func(req *http.Request) bool { return req.Method == http.MethodGet }
	for status, want := range map[int]editorial.Verdict{
		502: editorial.Later, 401: editorial.Reconnect, 404: editorial.Never, 200: editorial.Later,
	} {
		r.through(answering(r, looks, status, nil, "nonsense"))
		require.Equal(t, want, publishers.Judge(r.edit(t, receipt, part)).Verdict, status)
		require.Equal(t, "Une", r.Books()[0].Text)
	}
}

func TestEditOfAnAccountThatCannot(t *testing.T) {
	r := newRig(t)
	receipt := r.publish(t, r.piece("Bonjour"))
	r.account.Limits.Edits = editorial.Edits{}
	require.Equal(t, editorial.Never, publishers.Judge(r.edit(t, receipt, editorial.Part{Text: "Bonsoir"})).Verdict)
	r.account.RemoteID = ""
	require.Equal(t, editorial.Reconnect, publishers.Judge(r.edit(t, receipt, editorial.Part{Text: "Bonsoir"})).Verdict)
	require.Equal(t, "Bonjour", r.Books()[0].Text)
}

func TestEditsAreTheSoftwares(t *testing.T) {
	all, copyOnly, none := editorial.Edits{Copy: true, Alt: true}, editorial.Edits{Copy: true}, editorial.Edits{}
	for _, row := range []struct {
		kind    software
		version string
		want    editorial.Edits
	}{
		{stock, "4.6.2", all},
		{stock, "4.1.0", all},
		{stock, "4.1.0-rc1", copyOnly},
		{stock, "4.0.2", copyOnly},
		{stock, "4.0.0rc1", none},
		{stock, "3.5.19", none},
		{stock, "nonsense", none},
		{goToSocial, "0.20.0 6b9f2d3", all},
		{goToSocial, "0.18.0", all},
		{goToSocial, "0.18.0-rc1 6b9f2d3", none},
		{goToSocial, "0.17.4 6b9f2d3", none},
		{goToSocial, "3.5.3+0.20.0-6b9f2d3", all},
		{goToSocial, "3.5.3+0.17.3-6b9f2d3", none},
		{goToSocial, "4.6.0", none},
		{pleroma, "2.7.2 (compatible; Akkoma 3.15.2-0-gabc)", none},
		{pixelfed, "3.5.3 (compatible; Pixelfed 0.12.5)", none},
		{other, "4.6.0", none},
	} {
		assert.Equal(t, row.want, row.kind.edits(row.version), "%s %s", row.kind, row.version)
		assert.Equal(t, row.want, limitsOf(row.kind, instance{Version: row.version}).Edits)
	}
	r := newRig(t, mastodontest.OldAPI())
	assert.Equal(t, none, r.account.Limits.Edits, "a server that is too old")
}
