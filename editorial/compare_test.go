package editorial_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"parution.dev/editorial"
)

// lay writes differences down, a line each.
func lay(all []editorial.Difference) string {
	var b strings.Builder
	for _, d := range all {
		fmt.Fprintf(&b, "%s own=%v %v", d.Change, d.Own, d.Channels)
		if d.Language.From != d.Language.To {
			fmt.Fprintf(&b, " %s→%s", d.Language.From, d.Language.To)
		}
		for _, o := range d.Options {
			fmt.Fprintf(&b, " %s:%v→%v", o.Name, o.From, o.To)
		}
		for _, part := range d.Parts {
			fmt.Fprintf(&b, "\n  %s %d→%d %s: %s", part.Kind, part.From, part.To, part.Change, show(part.Text))
			for _, m := range part.Media {
				fmt.Fprintf(&b, "\n    %s (%s)", m.Change, show(m.Alt))
			}
			if part.Link != nil {
				fmt.Fprintf(&b, "\n    card %s: %s→%s %s", part.Link.Change, part.Link.URL.From, part.Link.URL.To, show(part.Link.Title))
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

func compared(from, to editorial.Content) string {
	return "\n" + lay(editorial.Compare(from.Edition(), to.Edition()))
}

func TestCompareGroupsChannels(t *testing.T) {
	from := editorial.Content{Text: "La bûche", Language: "fr", Channels: []editorial.ChannelID{wall, ribbon, gallery}}
	to := from
	to.Text = "La grande bûche"
	to.Variants = map[editorial.ChannelID]editorial.Variant{gallery: {Options: editorial.Options{"quiet": true}}}
	require.Equal(t, `
changed own=true [chan_ribbon chan_wall]
  post 1→1 changed: La {+grande +}bûche
changed own=false [chan_gallery] quiet:<nil>→true
  post 1→1 changed: La {+grande +}bûche
`, compared(from, to))
}

func TestCompareChannelsThatComeAndGo(t *testing.T) {
	from := editorial.Content{Text: "La bûche", Language: "fr", Channels: []editorial.ChannelID{wall}}
	to := editorial.Content{Text: "La bûche", Language: "en", Channels: []editorial.ChannelID{ribbon}}
	require.Equal(t, `
changed own=true [] fr→en
  post 1→1 same: La bûche
added own=false [chan_ribbon] →en
  post 0→1 added: {+La bûche+}
removed own=false [chan_wall] fr→
  post 1→0 removed: [-La bûche-]
`, compared(from, to))
}

func TestCompareThreads(t *testing.T) {
	own := func(v editorial.Variant) editorial.Content {
		return editorial.Content{Channels: []editorial.ChannelID{wall}, Variants: map[editorial.ChannelID]editorial.Variant{wall: v}}
	}
	from := own(editorial.Variant{Parts: []string{"un", "deux", "trois"}, FirstComment: "Bravo"})
	to := own(editorial.Variant{Parts: []string{"un", "et demi", "deux", "quatre", "cinq"}, FirstComment: "Bravo !"})
	require.Equal(t, `
same own=true []
  post 1→1 same: 
changed own=false [chan_wall]
  post 1→1 same: un
  post 0→2 added: {+et demi+}
  post 2→3 same: deux
  post 3→4 changed: [-trois-]{+quatre+}
  post 0→5 added: {+cinq+}
  comment 4→6 changed: Bravo{+ !+}
`, compared(from, to))
}

func TestCompareMedia(t *testing.T) {
	file := func(hash, alt string) editorial.MediaUse {
		return editorial.MediaUse{Media: editorial.MediaID("med_" + hash), Hash: hash, Alt: alt}
	}
	from := editorial.Content{
		Media: []editorial.MediaUse{file("a", "Une porte"), file("b", "Un four"), file("c", "Un pain"), file("d", "Un chat")},
		Link:  &editorial.LinkCard{URL: "https://a.test/1", Title: "Le menu"},
	}
	to := editorial.Content{
		Media: []editorial.MediaUse{file("c", "Un pain"), file("a", "Une porte bleue"), file("b", "Un four"), file("e", "")},
		Link:  &editorial.LinkCard{URL: "https://a.test/2", Title: "Le menu"},
	}
	require.Equal(t, `
changed own=true []
  post 1→1 changed: 
    moved (Un pain)
    changed (Une porte{+ bleue+})
    same (Un four)
    added ()
    removed ([-Un chat-])
    card changed: https://a.test/1→https://a.test/2 Le menu
`, compared(from, to))
	require.Contains(t, compared(editorial.Content{}, from), "card added: →https://a.test/1 {+Le menu+}")
	require.Contains(t, compared(from, from), "\n    card same")
}

// Beyond what is compared word by word, texts are shown as replaced, whole.
func TestCompareIsBounded(t *testing.T) {
	from, to := editorial.Content{Variants: map[editorial.ChannelID]editorial.Variant{}}, editorial.Content{Variants: map[editorial.ChannelID]editorial.Variant{}}
	for i := range 5 {
		id := editorial.ChannelID(fmt.Sprintf("chan_%d", i))
		one := strings.Repeat("a", 1<<19) + fmt.Sprint(" ", i)
		other := one + " b"
		from.Channels, to.Channels = append(from.Channels, id), append(to.Channels, id)
		from.Variants[id], to.Variants[id] = editorial.Variant{Text: &one}, editorial.Variant{Text: &other}
	}
	all := editorial.Compare(from.Edition(), to.Edition())
	require.Len(t, all, 6)
	require.Equal(t, editorial.Equal, all[3].Parts[0].Text[0].Op)
	require.Equal(t, editorial.Delete, all[5].Parts[0].Text[0].Op)
}

// Whatever is compared, nothing differs from itself, every part of both sides
// is shown once, and a side is told changed exactly where what leaves differs.
func TestCompareAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, to := someContent().Draw(t, "from"), someContent().Draw(t, "to")
		for _, d := range editorial.Compare(from.Edition(), from.Edition()) {
			require.Equal(t, editorial.Same, d.Change)
		}
		seen := map[editorial.ChannelID]bool{}
		for _, d := range editorial.Compare(from.Edition(), to.Edition()) {
			for _, id := range d.Channels {
				require.False(t, seen[id])
				seen[id] = true
				channel := aChannel(id)
				switch {
				case !from.Has(id):
					require.Equal(t, editorial.Added, d.Change)
				case !to.Has(id):
					require.Equal(t, editorial.Removed, d.Change)
				default:
					require.Equal(t, from.HashFor(channel) == to.HashFor(channel), d.Change == editorial.Same)
				}
				requirePlaces(t, d.Parts, from, to, id)
			}
		}
		for _, id := range append(from.Channels, to.Channels...) {
			require.True(t, seen[id])
		}
	})
}

func requirePlaces(t require.TestingT, changes []editorial.PartChange, from, to editorial.Content, id editorial.ChannelID) {
	var before, after []int
	for _, c := range changes {
		if c.From > 0 {
			before = append(before, c.From)
		}
		if c.To > 0 {
			after = append(after, c.To)
		}
	}
	count := func(c editorial.Content) []int {
		var places []int
		if c.Has(id) {
			for i := range c.Parts(id) {
				places = append(places, i+1)
			}
		}
		return places
	}
	require.Equal(t, count(from), before)
	require.Equal(t, count(to), after)
}

// someContent draws what a post may say.
func someContent() *rapid.Generator[editorial.Content] {
	return rapid.Custom(func(t *rapid.T) editorial.Content {
		text := rapid.SampledFrom([]string{"", "La bûche", "La grande bûche", "Le four"})
		c := editorial.Content{Text: text.Draw(t, "text"), Language: rapid.SampledFrom([]string{"fr", "en"}).Draw(t, "language"), Variants: map[editorial.ChannelID]editorial.Variant{}}
		for _, hash := range rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c"}), 0, 4).Draw(t, "media") {
			c.Media = append(c.Media, editorial.MediaUse{Hash: hash, Alt: text.Draw(t, "alt")})
		}
		for _, id := range []editorial.ChannelID{wall, ribbon, gallery} {
			if rapid.Bool().Draw(t, "goes") {
				c.Channels = append(c.Channels, id)
				c.Variants[id] = editorial.Variant{
					Parts:        rapid.SliceOfN(text, 0, 4).Draw(t, "parts"),
					FirstComment: text.Draw(t, "comment"),
					NoLink:       rapid.Bool().Draw(t, "no card"),
				}
			}
		}
		if rapid.Bool().Draw(t, "card") {
			c.Link = &editorial.LinkCard{URL: "https://a.test/", Title: text.Draw(t, "title")}
		}
		return c
	})
}
