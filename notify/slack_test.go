package notify_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/notify"
)

type slackSaid struct {
	Channel, Text string
	Blocks        []struct {
		Type     string
		Elements []struct {
			ActionID string `json:"action_id"`
			Value    string
			Text     struct{ Text string }
			Confirm  *struct{ Title struct{ Text string } }
		}
	}
}

// What waits for an approval can be answered; the buttons name its version.
func TestSlackApp(t *testing.T) {
	r := newReceiver(t)
	r.answer = `{"ok":true}`
	r.status = 200
	m := r.message(editorial.NewSecret("signing"))
	m.Hook.Way, m.Hook.Token, m.Hook.Room = editorial.OutletSlackApp, editorial.NewSecret("xoxb-1"), "C1"
	m.Line.Action, m.Revision = "post.submitted", 4
	app := notify.SlackApp{Client: r.Client(), Messages: messages(m), PublicURL: "https://parution.example", Now: time.Now}
	d := aHook(1)
	d.Way = editorial.OutletSlackApp
	require.NoError(t, app.Carry(t.Context(), d))
	require.Equal(t, "Bearer xoxb-1", r.got[0].header.Get("Authorization"))
	var said slackSaid
	require.NoError(t, json.Unmarshal([]byte(r.got[0].body), &said))
	require.Equal(t, "C1", said.Channel)
	require.Len(t, said.Blocks, 2)
	buttons := said.Blocks[1].Elements
	require.Equal(t, "approve", buttons[0].ActionID)
	require.Equal(t, "post_1 4", buttons[0].Value)
	require.Equal(t, "Valider", buttons[0].Text.Text)
	require.NotNil(t, buttons[0].Confirm)
	require.Equal(t, "request_changes", buttons[1].ActionID)
	require.Equal(t, "post_1 4", buttons[1].Value)

	for _, change := range []func(){func() { m.Line.Action = "delivery.failed" }, func() { m.Line.Action, m.Revision = "post.submitted", 0 }} {
		change()
		app.Messages = messages(m)
		require.NoError(t, app.Carry(t.Context(), d))
		said = slackSaid{}
		require.NoError(t, json.Unmarshal([]byte(r.got[len(r.got)-1].body), &said))
		require.Len(t, said.Blocks, 1, "there is nothing to approve")
	}
	for answer, code := range map[string]string{
		`{"ok":false,"error":"channel_not_found"}`: "slack_channel_not_found", `{"ok":false,"error":"<b>xoxb-1</b>"}`: "slack_error", `no`: "no_answer",
	} {
		r.answer = answer
		trouble := new(notify.Trouble)
		require.ErrorAs(t, app.Carry(t.Context(), d), &trouble)
		require.Equal(t, code, trouble.Code)
		require.Equal(t, editorial.Later, trouble.Verdict)
		require.NotContains(t, trouble.Error(), "xoxb-1")
	}
}

func TestSlackReply(t *testing.T) {
	r := newReceiver(t)
	app := notify.SlackApp{Client: r.Client(), PublicURL: "https://parution.example", Now: time.Now}
	d := editorial.Dispatch{ID: "dsp_1", Way: editorial.OutletSlackApp, Kind: editorial.KindReply, Letter: &editorial.Letter{Link: editorial.NewSecret(r.URL), Text: "Validé: <!channel>"}}
	require.NoError(t, app.Carry(t.Context(), d))
	var said map[string]any
	require.NoError(t, json.Unmarshal([]byte(r.got[0].body), &said))
	require.Equal(t, map[string]any{"response_type": "ephemeral", "replace_original": false, "text": "Validé: &lt;!channel&gt;"}, said)
	d.Letter = nil
	require.Error(t, app.Carry(t.Context(), d))
}
