package feed_test

import (
	"context"
	"net/url"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
	"parution.dev/publishers/feed"
)

func account(t *testing.T, p *feed.Publisher) editorial.Account {
	t.Helper()
	to := editorial.Account{Channel: "chan_1", Platform: p.Platform(), Settings: map[string]string{"title": "Le journal"}}
	found, err := p.Connect(t.Context(), to)
	require.NoError(t, err)
	require.Equal(t, "chan_1", found.RemoteID)
	require.Equal(t, "Le journal", found.Handle)
	require.Equal(t, "https://plan.example/feeds/chan_1/atom.xml", found.URL)
	require.Equal(t, p.Limits(), found.Limits)
	to.RemoteID, to.Handle, to.Limits = found.RemoteID, found.Handle, found.Limits
	return to
}

func piece(key string) publishers.Piece {
	return publishers.Piece{Key: key, At: time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC), Part: editorial.Part{Text: "Bonjour"}}
}

func TestTheSameKeyIsTheSameEntryForEver(t *testing.T) {
	p := feed.New("https://plan.example/")
	to := account(t, p)
	got, err := p.Publish(t.Context(), to, piece("key-1"))
	require.NoError(t, err)
	// Written down: a name that changes makes every reader see every post again.
	const id = "7c2193a5-609d-8f85-9ead-c13a69545425"
	require.Equal(t, publishers.Receipt{
		RemoteID: "urn:uuid:" + id, URL: "https://plan.example/feeds/chan_1/entries/" + id,
	}, got)

	again, err := feed.New("https://plan.example").Publish(t.Context(), to, piece("key-1"))
	require.NoError(t, err)
	require.Equal(t, got, again)
	require.Equal(t, got, p.Receipt(to, "key-1"))
	require.Greater(t, p.KeyLife(to), 50*365*24*time.Hour)
}

func TestEntriesDifferByKeyAndChannel(t *testing.T) {
	p := feed.New("https://plan.example")
	one := p.Receipt(editorial.Account{Channel: "chan_1"}, "1key")
	require.NotEqual(t, one.RemoteID, p.Receipt(editorial.Account{Channel: "chan_1"}, "2key").RemoteID)
	require.NotEqual(t, one.RemoteID, p.Receipt(editorial.Account{Channel: "chan_2"}, "1key").RemoteID)
	require.NotEqual(t, one.RemoteID, p.Receipt(editorial.Account{Channel: "chan_11"}, "key").RemoteID)
	require.Regexp(t, `^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`, one.RemoteID)
	at, err := url.Parse(one.URL)
	require.NoError(t, err)
	require.True(t, at.IsAbs())
}

func TestNothingLeavesForACancelledCaller(t *testing.T) {
	p := feed.New("https://plan.example")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := p.Publish(ctx, account(t, p), piece("key-1"))
	require.Equal(t, editorial.Later, publishers.Judge(err).Verdict)
}

func TestAbsenceIsSure(t *testing.T) {
	p := feed.New("https://plan.example")
	found, err := p.Find(t.Context(), account(t, p), publishers.Sent{Piece: piece("key-1")})
	require.NoError(t, err)
	require.Equal(t, publishers.Finding{Absence: editorial.Sure}, found)
}

func TestFormAsksForATitle(t *testing.T) {
	form := feed.New("https://plan.example").Form()
	require.NotEmpty(t, form.Name)
	require.Len(t, form.Settings, 1)
	require.Equal(t, "title", form.Settings[0].Name)
	require.False(t, form.Settings[0].Required)
	require.Empty(t, form.Credentials)
}

func TestLimitsTakeAlmostEverything(t *testing.T) {
	limits := feed.New("https://plan.example").Limits()
	require.Empty(t, limits.Text, "copy of any length")
	require.GreaterOrEqual(t, limits.Parts, 3)
	require.True(t, limits.FirstComment)
	require.True(t, limits.TextOrMedia)
	require.Contains(t, limits.Media.Types, "image/webp")
}

func TestAnEntryKeepsItsNameWhenItIsEdited(t *testing.T) {
	p := feed.New("https://plan.example")
	to := account(t, p)
	require.Equal(t, editorial.Edits{Copy: true, Alt: true, Media: true}, to.Limits.Edits)
	receipt, err := p.Publish(t.Context(), to, piece("key-1"))
	require.NoError(t, err)
	edited, err := p.Edit(t.Context(), to, publishers.EditedPiece{Receipt: receipt, Part: editorial.Part{Text: "Bonsoir"}})
	require.NoError(t, err)
	require.Equal(t, receipt, edited)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = p.Edit(ctx, to, publishers.EditedPiece{Receipt: receipt})
	require.Equal(t, editorial.Later, publishers.Judge(err).Verdict)
}
