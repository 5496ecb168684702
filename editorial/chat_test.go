package editorial_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// The first row is the example of Slack's own documentation.
func TestCheckSlack(t *testing.T) {
	secret := editorial.NewSecret("8f742231b10e8888abcd99yyyzzz85a5")
	body := []byte("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&" +
		"user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F" +
		"96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")
	at := time.Unix(1531420618, 0)
	mac := hmac.New(sha256.New, []byte(secret.Reveal()))
	mac.Write([]byte("v0:1531420618:" + string(body)))
	signature := "v0=" + hex.EncodeToString(mac.Sum(nil))
	check := func(secret editorial.Secret, timestamp, signature string, body []byte, now time.Time) error {
		signed, err := editorial.CheckSlack(secret, timestamp, signature, body, now)
		require.Equal(t, err == nil, signed.Equal(at))
		return err
	}
	require.NoError(t, check(secret, "1531420618", signature, body, at))
	require.NoError(t, check(secret, "1531420618", signature, body, at.Add(5*time.Minute)))
	for name, err := range map[string]error{
		"another secret":  check(editorial.NewSecret("guessed"), "1531420618", signature, body, at),
		"no secret":       check(editorial.Secret{}, "1531420618", signature, body, at),
		"another body":    check(secret, "1531420618", signature, append(body, ' '), at),
		"another time":    check(secret, "1531420619", signature, body, at),
		"no time":         check(secret, "", signature, body, at),
		"late":            check(secret, "1531420618", signature, body, at.Add(5*time.Minute+time.Second)),
		"early":           check(secret, "1531420618", signature, body, at.Add(-5*time.Minute-time.Second)),
		"no signature":    check(secret, "1531420618", "", body, at),
		"another version": check(secret, "1531420618", "v1"+signature[2:], body, at),
	} {
		require.Error(t, err, name)
		require.Equal(t, editorial.CodeBadSignature, editorial.AsRefusal(err).Code, name)
	}
	empty := hmac.New(sha256.New, nil)
	now := strconv.FormatInt(at.Unix(), 10)
	empty.Write([]byte("v0:" + now + ":x"))
	require.Error(t, check(editorial.Secret{}, now, "v0="+hex.EncodeToString(empty.Sum(nil)), []byte("x"), at), "no secret signs nothing")
}

func TestChatCodes(t *testing.T) {
	code, hash := editorial.NewChatCode()
	other, _ := editorial.NewChatCode()
	require.NotEqual(t, code, other)
	require.Len(t, code, 12)
	require.Equal(t, hash, editorial.HashChatCode(" "+code+"\n"))
	require.NotContains(t, string(hash), code)
}

// A click reaches the calendar of its room, with what the member may do there.
func TestChatActor(t *testing.T) {
	m := editorial.Member{ID: "mem_1", Name: "Rita", Roles: map[editorial.CalendarID][]editorial.Role{"cal_1": {editorial.Reviewer}, "cal_2": {editorial.Manager}}}
	actor := editorial.ChatAccount{ID: "chat_1", Member: "mem_1"}.In(m, editorial.Calendar{ID: "cal_1"})
	require.Equal(t, editorial.Reviewer.Permissions(), actor.May)
	require.Equal(t, editorial.TokenID("chat_1"), actor.Token)
	require.Empty(t, actor.Maker)
}
