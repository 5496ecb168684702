package editorial_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// What a channel would not take of a post, and where in the post it stands.
func TestExceeds(t *testing.T) {
	long, blank := strings.Repeat("é", 101), ""
	fits := strings.Repeat("é", 100)
	files := func(types ...string) []editorial.MediaUse {
		uses := make([]editorial.MediaUse, len(types))
		for i, one := range types {
			uses[i] = picture("a")
			uses[i].Type = one
		}
		return uses
	}
	const png = "image/png"
	card := &editorial.LinkCard{URL: "https://a.example"}
	either := func(l *editorial.Limits) { l.LinkCard, l.CardOrMedia = true, true }
	counted := func(l *editorial.Limits) {
		l.Options = []editorial.OptionSpec{{Name: "warning", Kind: editorial.OptionText, Counted: true}}
	}
	for name, row := range map[string]struct {
		limits  func(*editorial.Limits)
		content func(*editorial.Content)
		variant editorial.Variant
		want    []string
	}{
		"it fits":                  {nil, func(c *editorial.Content) { c.Text = fits }, editorial.Variant{}, nil},
		"one too many":             {nil, func(c *editorial.Content) { c.Text = long }, editorial.Variant{}, []string{"/text text_too_long"}},
		"in its own text":          {nil, nil, editorial.Variant{Text: &long}, []string{"/variants/chan_ribbon/text text_too_long"}},
		"overridden by a short":    {nil, func(c *editorial.Content) { c.Text = long }, editorial.Variant{Text: &fits}, nil},
		"in a part":                {nil, nil, editorial.Variant{Parts: []string{"one", long}}, []string{"/variants/chan_ribbon/parts/1 text_too_long"}},
		"in the comment":           {nil, nil, editorial.Variant{FirstComment: long}, []string{"/variants/chan_ribbon/first_comment text_too_long"}},
		"said once":                {func(l *editorial.Limits) { l.Text = append(l.Text, l.Text[0]) }, nil, editorial.Variant{Text: &long}, []string{"/variants/chan_ribbon/text text_too_long"}},
		"by another count":         {func(l *editorial.Limits) { l.Text[0].Counting.Unit = editorial.Bytes }, nil, editorial.Variant{Text: &fits}, []string{"/variants/chan_ribbon/text text_too_long"}},
		"no limit":                 {func(l *editorial.Limits) { l.Text[0].Max = 0 }, nil, editorial.Variant{Text: &long}, nil},
		"nothing to say":           {nil, nil, editorial.Variant{Text: &blank}, []string{"/variants/chan_ribbon/text nothing_to_say"}},
		"a picture says it":        {nil, func(c *editorial.Content) { c.Media = files(png) }, editorial.Variant{Text: &blank}, nil},
		"where words are a must":   {func(l *editorial.Limits) { l.TextOrMedia = false }, func(c *editorial.Content) { c.Media = files(png) }, editorial.Variant{Text: &blank}, []string{"/variants/chan_ribbon/text nothing_to_say"}},
		"an empty part":            {nil, func(c *editorial.Content) { c.Media = files(png) }, editorial.Variant{Parts: []string{"", " "}}, []string{"/variants/chan_ribbon/parts/1 nothing_to_say"}},
		"a long thread":            {nil, nil, editorial.Variant{Parts: []string{"1", "2", "3"}}, nil},
		"too long a thread":        {nil, nil, editorial.Variant{Parts: []string{"1", "2", "3", "4"}}, []string{"/variants/chan_ribbon/parts too_many_parts"}},
		"no threads":               {func(l *editorial.Limits) { l.Parts = 0 }, nil, editorial.Variant{Parts: []string{"1", "2"}}, []string{"/variants/chan_ribbon/parts too_many_parts"}},
		"a thread of one":          {func(l *editorial.Limits) { l.Parts = 0 }, nil, editorial.Variant{Parts: []string{"1"}}, nil},
		"no comments":              {func(l *editorial.Limits) { l.FirstComment = false }, nil, editorial.Variant{FirstComment: "more"}, []string{"/variants/chan_ribbon/first_comment no_first_comment"}},
		"pictures wanted":          {func(l *editorial.Limits) { l.MediaRequired = true }, nil, editorial.Variant{}, []string{"/media media_required"}},
		"and taken out":            {func(l *editorial.Limits) { l.MediaRequired = true }, func(c *editorial.Content) { c.Media = files(png) }, editorial.Variant{Media: &[]editorial.MediaUse{}}, []string{"/variants/chan_ribbon/media media_required"}},
		"too many pictures":        {nil, func(c *editorial.Content) { c.Media = files(png, png, png) }, editorial.Variant{}, []string{"/media too_many_media"}},
		"another type":             {nil, func(c *editorial.Content) { c.Media = files(png, "image/tiff") }, editorial.Variant{}, []string{"/media/1 media_type"}},
		"in its own media":         {nil, nil, editorial.Variant{Media: new(files("image/tiff"))}, []string{"/variants/chan_ribbon/media/0 media_type"}},
		"as heavy as can be":       {func(l *editorial.Limits) { l.Media.Types[png] = 100 }, func(c *editorial.Content) { c.Media = files(png) }, editorial.Variant{}, nil},
		"too heavy":                {func(l *editorial.Limits) { l.Media.Types[png] = 99 }, func(c *editorial.Content) { c.Media = files(png) }, editorial.Variant{}, []string{"/media/0 media_too_big"}},
		"however heavy":            {func(l *editorial.Limits) { l.Media.Types[png] = 0 }, func(c *editorial.Content) { c.Media = files(png) }, editorial.Variant{}, nil},
		"as large as can be":       {func(l *editorial.Limits) { l.Media.Pixels = 12 }, func(c *editorial.Content) { c.Media = files(png) }, editorial.Variant{}, nil},
		"too large":                {func(l *editorial.Limits) { l.Media.Pixels = 11 }, func(c *editorial.Content) { c.Media = files(png) }, editorial.Variant{}, []string{"/media/0 media_too_big"}},
		"too long a description":   {func(l *editorial.Limits) { l.Media.Alt.Max = 5 }, func(c *editorial.Content) { c.Media = files(png) }, editorial.Variant{}, []string{"/media/0/alt text_too_long"}},
		"a description that fits":  {func(l *editorial.Limits) { l.Media.Alt.Max = 6 }, func(c *editorial.Content) { c.Media = files(png) }, editorial.Variant{}, nil},
		"two things at once":       {func(l *editorial.Limits) { l.MediaRequired = true }, func(c *editorial.Content) { c.Text = long }, editorial.Variant{}, []string{"/media media_required", "/text text_too_long"}},
		"a card":                   {func(l *editorial.Limits) { l.LinkCard = true }, func(c *editorial.Content) { c.Link = card }, editorial.Variant{}, nil},
		"no cards":                 {nil, func(c *editorial.Content) { c.Link = card }, editorial.Variant{}, []string{"/link link_not_shown"}},
		"not its own either":       {nil, nil, editorial.Variant{Link: card}, []string{"/variants/chan_ribbon/link link_not_shown"}},
		"the address in the text":  {nil, func(c *editorial.Content) { c.Link, c.Text = card, "See https://a.example" }, editorial.Variant{}, nil},
		"a card or pictures":       {either, func(c *editorial.Content) { c.Link, c.Media = card, files(png) }, editorial.Variant{}, []string{"/link card_or_media"}},
		"a card, no pictures":      {either, func(c *editorial.Content) { c.Link, c.Media = card, files(png) }, editorial.Variant{Media: &[]editorial.MediaUse{}}, nil},
		"an option that counts":    {counted, func(c *editorial.Content) { c.Text = fits }, editorial.Variant{Options: editorial.Options{"warning": "!"}}, []string{"/text text_too_long"}},
		"an option that does not":  {nil, func(c *editorial.Content) { c.Text = fits }, editorial.Variant{Options: editorial.Options{"warning": "!"}}, nil},
		"pictures below the first": {func(l *editorial.Limits) { l.Media.Max = 1 }, func(c *editorial.Content) { c.Media = files(png) }, editorial.Variant{Parts: []string{"1", "2"}}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			channel, content := aChannel(ribbon), aSheet().Content
			channel.Limits.Media.Alt.Counting.Unit = editorial.Graphemes
			content.Channels = []editorial.ChannelID{ribbon}
			content.Variants = map[editorial.ChannelID]editorial.Variant{ribbon: row.variant}
			if row.limits != nil {
				row.limits(&channel.Limits)
			}
			if row.content != nil {
				row.content(&content)
			}
			require.Equal(t, row.want, refusedAt(editorial.RefuseAll(content.Exceeds(editorial.Channels{ribbon: channel}))))
		})
	}
}

// Each channel says what it would not take; the others do not mind.
func TestExceedsOnEachChannel(t *testing.T) {
	content := aSheet().Content
	content.Text = strings.Repeat("é", 101)
	channels := editorial.Channels{wall: aChannel(wall), ribbon: aChannel(ribbon)}
	require.Len(t, content.Exceeds(channels), 2)
	roomy := aChannel(wall)
	roomy.Limits.Text[0].Max = 1000
	channels[wall] = roomy
	require.Len(t, content.Exceeds(channels), 1)
}

// A variant is checked when it is saved: what its platform does not know at
// all is refused, not only warned of.
func TestVariantsAreChecked(t *testing.T) {
	own := "On the ribbon"
	for name, row := range map[string]struct {
		variant editorial.Variant
		want    []string
	}{
		"both a text and parts": {editorial.Variant{Text: &own, Parts: []string{"one"}}, []string{"/variants/chan_ribbon/parts text_and_parts"}},
		"more parts than any":   {editorial.Variant{Parts: make([]string, editorial.MaxParts+1)}, []string{"/variants/chan_ribbon/parts too_many_parts"}},
		"an option":             {editorial.Variant{Options: editorial.Options{"quiet": false}}, nil},
		"no such option":        {editorial.Variant{Options: editorial.Options{"loud": true}}, []string{"/variants/chan_ribbon/options unknown_option"}},
		"not its value":         {editorial.Variant{Options: editorial.Options{"quiet": "yes"}}, []string{"/variants/chan_ribbon/options/quiet bad_option"}},
		"a choice":              {editorial.Variant{Options: editorial.Options{"audience": "all"}}, nil},
		"no such choice":        {editorial.Variant{Options: editorial.Options{"audience": "none"}}, []string{"/variants/chan_ribbon/options/audience bad_option"}},
		"not a choice":          {editorial.Variant{Options: editorial.Options{"audience": true}}, []string{"/variants/chan_ribbon/options/audience bad_option"}},
		"words":                 {editorial.Variant{Options: editorial.Options{"a/b": "été"}}, nil},
		"too many words":        {editorial.Variant{Options: editorial.Options{"a/b": "étés"}}, []string{"/variants/chan_ribbon/options/a~1b bad_option"}},
		"not words":             {editorial.Variant{Options: editorial.Options{"a/b": 3}}, []string{"/variants/chan_ribbon/options/a~1b bad_option"}},
		"words, as many":        {editorial.Variant{Options: editorial.Options{"note": strings.Repeat("é", 500)}}, nil},
		"words, more":           {editorial.Variant{Options: editorial.Options{"note": strings.Repeat("é", 501)}}, []string{"/variants/chan_ribbon/options/note bad_option"}},
		"nobody knows its kind": {editorial.Variant{Options: editorial.Options{"odd": true}}, []string{"/variants/chan_ribbon/options/odd bad_option"}},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRoom(t)
			withChannel(ribbon, func(c *editorial.Channel) {
				c.Limits.Options = []editorial.OptionSpec{
					{Name: "quiet", Kind: editorial.OptionToggle},
					{Name: "audience", Kind: editorial.OptionChoice, Choices: []string{"all", "friends"}},
					{Name: "a/b", Kind: editorial.OptionText, Max: 3},
					{Name: "note", Kind: editorial.OptionText},
					{Name: "odd", Kind: "odd"},
				}
			})(r)
			sheet := aSheet()
			sheet.Content.Variants = map[editorial.ChannelID]editorial.Variant{ribbon: row.variant}
			_, _, err := editorial.NewPost(sheet, r.as(editorial.Editor))
			require.Equal(t, row.want, refusedAt(err))
		})
	}
}

func TestOptions(t *testing.T) {
	o := editorial.Options{"audience": "all", "quiet": true}
	require.Equal(t, "all", o.Text("audience"))
	require.True(t, o.On("quiet"))
	require.Empty(t, o.Text("quiet"))
	require.False(t, o.On("audience"))
	require.Empty(t, editorial.Options(nil).Text("audience"))
	require.False(t, editorial.Options(nil).On("quiet"))
}

// Pictures that say nothing: a warning where the platform advises a
// description, a refusal where the calendar asks for one.
func TestAltTexts(t *testing.T) {
	silent := picture("a")
	silent.Alt = " "
	pictures := func(s *editorial.Sheet) {
		s.Content.Media = []editorial.MediaUse{picture("b"), silent}
		s.Content.Variants = map[editorial.ChannelID]editorial.Variant{ribbon: {Media: &[]editorial.MediaUse{silent}}}
	}
	r := written(t, pictures)
	require.Empty(t, r.lines.Notices)

	r = newRoom(t)
	for _, id := range []editorial.ChannelID{wall, ribbon} {
		withChannel(id, func(c *editorial.Channel) { c.Limits.Media.AltAdvised = true })(r)
	}
	r.write(pictures)
	require.Equal(t, []editorial.Notice{
		{Code: editorial.CodeAltMissing, Channel: wall, Pointer: "/media/1"},
		{Code: editorial.CodeAltMissing, Channel: ribbon, Pointer: "/variants/chan_ribbon/media/0"},
	}, r.lines.Notices)

	r.calendar.Policy.AltTextsRequired = true
	require.Equal(t, []string{"/media/1 alt_missing", "/variants/chan_ribbon/media/0 alt_missing"}, refusedAt(r.move(editorial.Editor, editorial.MoveSubmit)))
}
