package editorial_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"parution.dev/editorial"
)

func anchorOn(t require.TestingT, text, quote string) (editorial.Anchor, editorial.Content) {
	read := editorial.Content{Text: text}
	at := strings.Index(text, quote)
	require.GreaterOrEqual(t, at, 0)
	count := editorial.Counting{Unit: editorial.Graphemes}.Count
	a, err := editorial.Anchor{Revision: 1, Start: count(text[:at]), End: count(text[:at+len(quote)])}.Quoting(read)
	require.NoError(t, err)
	require.Equal(t, quote, a.Quote)
	return a, read
}

func TestAnchorFollows(t *testing.T) {
	for _, row := range []struct{ name, text, quote, now, stands string }{
		{"nothing changed", "La bûche arrive jeudi.", "arrive", "La bûche arrive jeudi.", "arrive"},
		{"changed before", "La bûche arrive jeudi.", "arrive", "Notre bûche aux marrons arrive jeudi.", "arrive"},
		{"changed behind", "La bûche arrive jeudi.", "arrive", "La bûche arrive.", "arrive"},
		{"changed on both sides", "La bûche arrive jeudi.", "arrive", "Notre bûche arrive vendredi.", "arrive"},
		{"moved", "La bûche arrive jeudi.", "La bûche", "Jeudi arrive : La bûche", "La bûche"},
		{"changed itself", "La bûche arrive jeudi.", "arrive", "La bûche arrivera jeudi.", "arrive"},
		{"changed inside", "La bûche arrive jeudi.", "bûche arrive", "La bûche enfin arrive jeudi.", ""},
		{"taken out", "La bûche arrive jeudi.", "arrive ", "La bûche jeudi.", ""},
		{"one of two, changed on both sides", "Un thé, un café, un thé.", "thé", "Deux thé, un café, un thé vert.", ""},
		{"written twice since, changed on both sides", "La bûche arrive jeudi.", "arrive", "Elle arrive, oui, elle arrive vendredi.", ""},
		{"written twice since, changed behind", "La bûche arrive jeudi.", "bûche", "La bûche, la bûche arrive.", "bûche"},
		{"the second of two, changed before", "Un thé, un café, un thé.", "un thé", "Un thé noir, un café, un thé.", "un thé"},
		{"a family takes a member in", "Pour la 👨‍👩‍👧 !", "👨‍👩‍👧", "Pour la 👨‍👩‍👧‍👦 !", ""},
		{"an accent falls on it", "cafe noir", "cafe", "cafe\u0301 noir", ""},
		{"before an emoji of several parts", "👩‍🍳👩‍🍳 dit oui", "dit", "👩‍🍳 dit oui", "dit"},
		{"everything is gone", "La bûche arrive jeudi.", "arrive", "", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			a, read := anchorOn(t, row.text, row.quote)
			at := a.Follow(read, editorial.Content{Text: row.now})
			require.Equal(t, row.stands == "", at.Changed)
			if row.stands == "" {
				return
			}
			stands, err := editorial.Anchor{Start: at.Start, End: at.End}.Quoting(editorial.Content{Text: row.now})
			require.NoError(t, err)
			require.Equal(t, row.stands, stands.Quote)
		})
	}
}

// Whatever is done to a text, a passage is either found where exactly its words
// stand, or has changed; and what is undone is found again.
func TestAnchorNeverPointsElsewhere(t *testing.T) {
	letters := rapid.StringOfN(rapid.SampledFrom([]rune("abé \n\r\u0301👩\u200d🍳🇫🇷")), 0, 30, -1)
	rapid.Check(t, func(t *rapid.T) {
		text, now := letters.Draw(t, "text"), letters.Draw(t, "now")
		n := editorial.Counting{Unit: editorial.Graphemes}.Count(text)
		if n == 0 {
			return
		}
		start := rapid.IntRange(0, n-1).Draw(t, "start")
		a, err := editorial.Anchor{Start: start, End: rapid.IntRange(start+1, n).Draw(t, "end")}.Quoting(editorial.Content{Text: text})
		require.NoError(t, err)
		at := a.Follow(editorial.Content{Text: text}, editorial.Content{Text: now})
		if !at.Changed {
			found, err := editorial.Anchor{Start: at.Start, End: at.End}.Quoting(editorial.Content{Text: now})
			require.NoError(t, err)
			require.Equal(t, a.Quote, found.Quote)
		}
		require.Equal(t, editorial.Place{Start: a.Start, End: a.End}, a.Follow(editorial.Content{Text: text}, editorial.Content{Text: text}))
	})
}

func TestAnchorOnAChannel(t *testing.T) {
	own := "Sur le mur, jeudi."
	read := editorial.Content{
		Text: "Jeudi.", Channels: []editorial.ChannelID{"own", "thread", "plain"},
		Variants: map[editorial.ChannelID]editorial.Variant{
			"own": {Text: &own}, "thread": {Parts: []string{"Un.", "Deux."}, FirstComment: "Et trois."},
		},
	}
	anchor := func(channel editorial.ChannelID, part int) editorial.Anchor {
		t.Helper()
		a, err := editorial.Anchor{Channel: channel, Part: part, Start: 0, End: 2}.Quoting(read)
		require.NoError(t, err)
		return a
	}
	require.Equal(t, "Su", anchor("own", 0).Quote)
	require.Equal(t, "Je", anchor("plain", 0).Quote)
	require.Equal(t, "De", anchor("thread", 1).Quote)
	comment := anchor("thread", 2)
	require.Equal(t, "Et", comment.Quote)

	now := read
	now.Channels = []editorial.ChannelID{"thread"}
	now.Variants = map[editorial.ChannelID]editorial.Variant{"thread": {Parts: []string{"Zéro.", "Un.", "Deux."}, FirstComment: "Et trois !"}}
	require.Equal(t, editorial.Place{Changed: true}, anchor("own", 0).Follow(read, now), "the channel is gone")
	require.Equal(t, editorial.Place{Part: 2, End: 2}, anchor("thread", 1).Follow(read, now), "the part has moved")
	require.Equal(t, editorial.Place{Part: 3, End: 2}, comment.Follow(read, now), "the first comment stays the last")
	now.Variants = nil
	require.Equal(t, editorial.Place{Changed: true}, comment.Follow(read, now), "there is no first comment any more")
	require.Equal(t, editorial.Place{Changed: true}, anchor("thread", 1).Follow(read, now), "nor a thread")

	for pointer, bad := range map[string]editorial.Anchor{
		"/anchor/channel": {Channel: "none", End: 1},
		"/anchor/part":    {Channel: "thread", Part: 3, End: 1},
		"/anchor/start":   {Start: 6, End: 7},
		"/anchor/end":     {Start: 3, End: 3},
	} {
		_, err := bad.Quoting(read)
		require.Equal(t, pointer, editorial.AsRefusal(err).Problems[0].Pointer)
	}
	long := editorial.Content{Text: strings.Repeat("a", editorial.MaxQuote+1)}
	_, err := editorial.Anchor{End: editorial.MaxQuote + 1}.Quoting(long)
	require.Equal(t, editorial.CodeQuoteTooLong, editorial.AsRefusal(err).Code)
	_, err = editorial.Anchor{End: editorial.MaxQuote}.Quoting(long)
	require.NoError(t, err)
}
