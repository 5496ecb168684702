package editorial_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// everything is content with something in every place that can leave.
func everything() editorial.Content {
	s := aSheet()
	thumbnail := picture("thumbnail")
	s.Content.Language = "fr"
	s.Content.Text = "Nous ouvrons « demain » <3 \u2028 & le 24"
	s.Content.Media = []editorial.MediaUse{picture("a"), picture("b")}
	s.Content.Link = &editorial.LinkCard{URL: "https://a.example", Title: "A", Text: "About", Thumbnail: &thumbnail}
	s.Content.Variants = map[editorial.ChannelID]editorial.Variant{
		ribbon: {Parts: []string{"one", "two"}, FirstComment: "three", Options: editorial.Options{"quiet": true, "audience": "all"}},
	}
	return s.Content
}

// onRibbon changes the ribbon's variant.
func onRibbon(change func(*editorial.Variant)) func(*editorial.Content, *editorial.Channel) {
	return func(c *editorial.Content, _ *editorial.Channel) {
		v := c.Variants[ribbon]
		change(&v)
		c.Variants[ribbon] = v
	}
}

func inContent(change func(*editorial.Content)) func(*editorial.Content, *editorial.Channel) {
	return func(c *editorial.Content, _ *editorial.Channel) { change(c) }
}

func inChannel(change func(*editorial.Channel)) func(*editorial.Content, *editorial.Channel) {
	return func(_ *editorial.Content, c *editorial.Channel) { change(c) }
}

// Whatever readers would see differently makes another hash.
func TestHashChangesWithWhatLeaves(t *testing.T) {
	channel := aChannel(ribbon)
	seen := map[editorial.Hash]string{everything().HashFor(channel): "nothing"}
	for name, change := range map[string]func(*editorial.Content, *editorial.Channel){
		"the language":         inContent(func(c *editorial.Content) { c.Language = "en" }),
		"a picture":            inContent(func(c *editorial.Content) { c.Media[0].Hash = "c" }),
		"its description":      inContent(func(c *editorial.Content) { c.Media[0].Alt = "A gate" }),
		"its crop":             inContent(func(c *editorial.Content) { c.Media[0].Crop = "0,0,500,500" }),
		"the pictures' order":  inContent(func(c *editorial.Content) { c.Media[0], c.Media[1] = c.Media[1], c.Media[0] }),
		"a picture less":       inContent(func(c *editorial.Content) { c.Media = c.Media[:1] }),
		"the card's address":   inContent(func(c *editorial.Content) { c.Link.URL = "https://b.example" }),
		"the card's title":     inContent(func(c *editorial.Content) { c.Link.Title = "B" }),
		"the card's text":      inContent(func(c *editorial.Content) { c.Link.Text = "Above" }),
		"the card's picture":   inContent(func(c *editorial.Content) { c.Link.Thumbnail.Hash = "c" }),
		"what is said of it":   inContent(func(c *editorial.Content) { c.Link.Thumbnail.Alt = "c" }),
		"the card's, cropped":  inContent(func(c *editorial.Content) { c.Link.Thumbnail.Crop = "0,0,9,9" }),
		"a card without it":    inContent(func(c *editorial.Content) { c.Link.Thumbnail = nil }),
		"no card":              inContent(func(c *editorial.Content) { c.Link = nil }),
		"a part's text":        onRibbon(func(v *editorial.Variant) { v.Parts = []string{"one", "deux"} }),
		"the parts' order":     onRibbon(func(v *editorial.Variant) { v.Parts = []string{"two", "one"} }),
		"a part more":          onRibbon(func(v *editorial.Variant) { v.Parts = []string{"one", "two", "three"} }),
		"parts put together":   onRibbon(func(v *editorial.Variant) { v.Parts = []string{"onetwo"} }),
		"the comment":          onRibbon(func(v *editorial.Variant) { v.FirstComment = "four" }),
		"no comment":           onRibbon(func(v *editorial.Variant) { v.FirstComment = "" }),
		"the comment a part":   onRibbon(func(v *editorial.Variant) { v.Parts, v.FirstComment = []string{"one", "two", "three"}, "" }),
		"an option":            onRibbon(func(v *editorial.Variant) { v.Options = editorial.Options{"quiet": false, "audience": "all"} }),
		"an option less":       onRibbon(func(v *editorial.Variant) { v.Options = editorial.Options{"quiet": true} }),
		"the post's own words": onRibbon(func(v *editorial.Variant) { v.Parts = nil }),
		"pictures of its own":  onRibbon(func(v *editorial.Variant) { v.Media = &[]editorial.MediaUse{picture("d")} }),
		"a card of its own":    onRibbon(func(v *editorial.Variant) { v.Link = &editorial.LinkCard{URL: "https://d.example"} }),
		"the channel":          inChannel(func(c *editorial.Channel) { c.ID = "chan_other" }),
		"the platform":         inChannel(func(c *editorial.Channel) { c.Platform = "other" }),
		"the account":          inChannel(func(c *editorial.Channel) { c.RemoteID = "other" }),
	} {
		c, on := everything(), channel
		change(&c, &on)
		hash := c.HashFor(on)
		require.Empty(t, seen[hash], "%q gives the hash of %q", name, seen[hash])
		seen[hash] = name
	}
}

// Whatever stays in the house, or says the same in other words, does not.
func TestHashIgnoresTheRest(t *testing.T) {
	channel := aChannel(ribbon)
	for name, change := range map[string]func(*editorial.Content, *editorial.Channel){
		"the order of channels":    inContent(func(c *editorial.Content) { c.Channels = []editorial.ChannelID{ribbon, wall} }),
		"another channel":          inContent(func(c *editorial.Content) { c.Channels = append(c.Channels, gallery) }),
		"another channel's copy":   inContent(func(c *editorial.Content) { c.Variants[wall] = editorial.Variant{FirstComment: "hi"} }),
		"words that it overrides":  inContent(func(c *editorial.Content) { c.Text = "others" }),
		"the file's name here":     inContent(func(c *editorial.Content) { c.Media[0].Media = "med_2" }),
		"the inherited, said":      onRibbon(func(v *editorial.Variant) { v.Media = &[]editorial.MediaUse{picture("a"), picture("b")} }),
		"the channel's name":       inChannel(func(c *editorial.Channel) { c.Name, c.Handle, c.URL = "n", "h", "u" }),
		"its limits and state":     inChannel(func(c *editorial.Channel) { c.Limits, c.State = editorial.Limits{}, editorial.MustConnect }),
		"its credentials":          inChannel(func(c *editorial.Channel) { c.Credentials = c.Credentials.With("token", "t") }),
		"options in another order": onRibbon(func(v *editorial.Variant) { v.Options = editorial.Options{"audience": "all", "quiet": true} }),
	} {
		c, on := everything(), channel
		change(&c, &on)
		require.Equal(t, everything().HashFor(channel), c.HashFor(on), name)
	}

	text := "one"
	require.Equal(t,
		ofWall(editorial.Variant{Text: &text}).HashFor(aChannel(wall)),
		ofWall(editorial.Variant{Parts: []string{"one"}, Options: editorial.Options{}}).HashFor(aChannel(wall)),
		"a thread of one part is a text")
}

// Approvals are kept for years: their hashes must not change by accident. When
// the form changes on purpose, its number is raised and so is this test's.
func TestHashOfFormat1(t *testing.T) {
	for _, row := range []struct {
		content editorial.Content
		channel editorial.ChannelID
		want    editorial.Hash // worked out by hand from the canonical JSON
	}{
		{everything(), ribbon, "0b36ae5f864e00fe6c7222c7b42be1aa1b6f82cce1fc78ecfd5e874bdf3b1b91"},
		{everything(), wall, "6f9eff7712a33290c46f1535d9ab74e46ee1a943c728442bda09193745d4d6aa"},
		{aSheet().Content, wall, "36b440a4ed4b4485f842dffb838368227928a1830683abec5af6658c554ae063"},
	} {
		require.Equal(t, row.want, row.content.HashFor(aChannel(row.channel)))
	}
}
