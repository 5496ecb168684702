package editorial_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// What a channel does not say itself it takes from the post.
func TestContentParts(t *testing.T) {
	own, none := "On the wall", ""
	card, cardOfItsOwn := &editorial.LinkCard{URL: "https://a.example"}, &editorial.LinkCard{URL: "https://b.example"}
	quiet := editorial.Options{"quiet": true}
	part := func(text string) editorial.Part {
		return editorial.Part{Kind: editorial.PartPost, Text: text, Language: "en"}
	}
	first := func(text string, media []editorial.MediaUse, link *editorial.LinkCard) editorial.Part {
		p := part(text)
		p.Media, p.Link = media, link
		return p
	}
	a, b := []editorial.MediaUse{picture("a")}, []editorial.MediaUse{picture("b")}
	for name, row := range map[string]struct {
		variant editorial.Variant
		want    []editorial.Part
	}{
		"all inherited":     {editorial.Variant{}, []editorial.Part{first("We open", a, card)}},
		"own text":          {editorial.Variant{Text: &own}, []editorial.Part{first("On the wall", a, card)}},
		"no text":           {editorial.Variant{Text: &none}, []editorial.Part{first("", a, card)}},
		"own media":         {editorial.Variant{Media: &b}, []editorial.Part{first("We open", b, card)}},
		"no media":          {editorial.Variant{Media: &[]editorial.MediaUse{}}, []editorial.Part{first("We open", []editorial.MediaUse{}, card)}},
		"own card":          {editorial.Variant{Link: cardOfItsOwn}, []editorial.Part{first("We open", a, cardOfItsOwn)}},
		"a thread":          {editorial.Variant{Parts: []string{"one", "two"}}, []editorial.Part{first("one", a, card), part("two")}},
		"a comment":         {editorial.Variant{FirstComment: "more"}, []editorial.Part{first("We open", a, card), {Kind: editorial.PartComment, Text: "more", Language: "en"}}},
		"options, for each": {editorial.Variant{Options: quiet, Parts: []string{"one"}}, []editorial.Part{{Kind: editorial.PartPost, Text: "one", Media: a, Link: card, Options: quiet, Language: "en"}}},
	} {
		c := editorial.Content{
			Text: "We open", Language: "en", Media: a, Link: card, Channels: []editorial.ChannelID{wall, ribbon},
			Variants: map[editorial.ChannelID]editorial.Variant{wall: row.variant},
		}
		require.Empty(t, cmp.Diff(row.want, c.Parts(wall)), name)
		require.Empty(t, cmp.Diff([]editorial.Part{first("We open", a, card)}, c.Parts(ribbon)), name)
	}
}

func TestContentHas(t *testing.T) {
	c := editorial.Content{Channels: []editorial.ChannelID{wall}}
	require.True(t, c.Has(wall))
	require.False(t, c.Has(ribbon))
}

func TestContentEmpty(t *testing.T) {
	blank, own := " ", "words"
	for name, row := range map[string]struct {
		content editorial.Content
		empty   bool
	}{
		"nothing":             {editorial.Content{}, true},
		"blank words":         {editorial.Content{Text: "\n "}, true},
		"words":               {editorial.Content{Text: "words"}, false},
		"a picture":           {editorial.Content{Media: []editorial.MediaUse{picture("a")}}, false},
		"a variant of none":   {ofWall(editorial.Variant{}), true},
		"a variant's blank":   {ofWall(editorial.Variant{Text: &blank}), true},
		"a variant's words":   {ofWall(editorial.Variant{Text: &own}), false},
		"a variant's thread":  {ofWall(editorial.Variant{Parts: []string{"one"}}), false},
		"a variant's picture": {ofWall(editorial.Variant{Media: &[]editorial.MediaUse{picture("a")}}), false},
		"no picture, said so": {ofWall(editorial.Variant{Media: &[]editorial.MediaUse{}}), true},
		"a comment alone":     {ofWall(editorial.Variant{FirstComment: "more"}), true},
	} {
		require.Equal(t, row.empty, row.content.Empty(), name)
	}
}

func ofWall(v editorial.Variant) editorial.Content {
	return editorial.Content{
		Channels: []editorial.ChannelID{wall}, Variants: map[editorial.ChannelID]editorial.Variant{wall: v},
	}
}

// A card that the post has can be taken out on one channel, and is inherited
// on the others.
func TestVariantWithoutTheCard(t *testing.T) {
	content := editorial.Content{
		Text: "Read on", Link: &editorial.LinkCard{URL: "https://example.org/a"}, Channels: []editorial.ChannelID{"with", "without"},
		Variants: map[editorial.ChannelID]editorial.Variant{"without": {NoLink: true}},
	}
	require.NotNil(t, content.Parts("with")[0].Link)
	require.Nil(t, content.Parts("without")[0].Link)
	channels := editorial.Channels{}
	for _, id := range content.Channels {
		channels[id] = editorial.Channel{ID: id, Limits: editorial.Limits{TextOrMedia: true}}
	}
	require.Equal(t, []editorial.Problem{{Code: editorial.CodeLinkNotShown, Pointer: "/link"}}, content.Exceeds(channels))
}

// One copy for many channels is measured once: this test would take minutes.
func TestLongCopyForManyChannels(t *testing.T) {
	content, channels := editorial.Content{Text: strings.Repeat("é👨‍👩‍👧 ", 40_000)}, editorial.Channels{}
	limits := editorial.Limits{Text: []editorial.TextLimit{{Max: 500, Counting: editorial.Counting{Unit: editorial.Graphemes, LinkLength: 23}}}}
	for i := range editorial.MaxChannels {
		id := editorial.ChannelID(strings.Repeat("c", i+1))
		content.Channels, channels[id] = append(content.Channels, id), editorial.Channel{ID: id, Limits: limits}
	}
	require.Len(t, content.Exceeds(channels), editorial.MaxChannels)
}
