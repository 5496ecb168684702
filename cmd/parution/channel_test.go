package main

import (
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestChannelCheck(t *testing.T) {
	m := newMachine(t)
	m.furnish()
	require.Contains(t, m.does("channel", "check", "chan_1"), "chan_1  feed  feed  connected: it could publish now\n")
	m.refuses(exitSetting, []string{"no channel"}, "channel", "check", "chan_none")
	m.refuses(exitSetting, []string{"PARUTION_ALLOW_PRIVATE"}, "channel", "check", "chan_1", "--allow-private", "home")

	require.NoError(t, m.open().AddChannel(t.Context(), atTheMachine(), editorial.Channel{
		ID: "chan_2", Calendar: "cal_1", Platform: "pigeon", Name: "pigeon", State: editorial.Connected, Credentials: editorial.Credentials{},
	}))
	m.refuses(exitFailed, []string{"unknown_platform"}, "channel", "check", "chan_2")
}
