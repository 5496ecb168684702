package editorial_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/rivo/uniseg"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"parution.dev/editorial"
)

// measure measures one text against another, on a channel that inherits it.
func measure(m editorial.Margin, from, to string) editorial.Measured {
	before, after := aSheet().Content, aSheet().Content
	before.Text, after.Text = from, to
	return editorial.NewRuler(1, before).Measure(m, after, aChannel(wall))
}

// naiveDistance fills the whole table.
func naiveDistance(from, to string) int {
	a, b := graphemesOf(from), graphemesOf(to)
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		corner := row[0]
		row[0] = i + 1
		for j := range b {
			replaced := corner
			if a[i] != b[j] {
				replaced++
			}
			corner = row[j+1]
			row[j+1] = min(replaced, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

func graphemesOf(text string) []string {
	var all []string
	for state := -1; text != ""; {
		var cluster string
		cluster, text, _, state = uniseg.FirstGraphemeClusterInString(text, state)
		all = append(all, cluster)
	}
	return all
}

func TestMarginDistance(t *testing.T) {
	for _, row := range []struct {
		from, to string
		distance int
	}{
		{"", "", 0},
		{"", "abc", 3},
		{"abc", "", 3},
		{"Bonjour", "Bonsoir", 2},
		{"café", "cafe", 1},
		{"cafe\u0301", "cafe", 1},
		{"e", "e\u0301", 1},
		{"x" + family, "x" + brunette, 1},
		{"👨", family, 1},
		{"🇫🇷🇧🇪", "🇫🇷", 1},
		{"🇫🇷", "🇷🇫🇷", 2}, // flags are paired anew
		{"a\r\nb", "a\nb", 1},
		{"a\rb", "a\r\nb", 1},
		{strings.Repeat("ab", 50), strings.Repeat("ba", 50), 2},
		{strings.Repeat("a", 200), strings.Repeat("b", 200), editorial.MaxMargin + 1},
		{"日本語です", "日本です", 1},
	} {
		got := measure(editorial.DefaultMargin(), row.from, row.to)
		require.Equal(t, row.distance, got.Distance, "%q → %q", row.from, row.to)
		require.Equal(t, min(naiveDistance(row.from, row.to), editorial.MaxMargin+1), got.Distance, "%q → %q", row.from, row.to)
		require.Equal(t, row.distance <= 15, got.Inside(), "%q → %q: %v", row.from, row.to, got.Why)
		require.Equal(t, 15, got.Of)
	}
}

// someText draws copy in which characters of several code points meet.
func someText() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{
			"a", "b", "b", "ab", " ", "\n", "\r", "\r\n", "é", "e\u0301", "\u0301", "\u200D", "\u200B", family, brunette, "🇫", "🇷", "👍", "日", "각", "ᄀ", "ᆨ",
		}), 0, 40).Draw(t, "text"), "")
	})
}

func TestMarginMeasuresAsTheWholeTableDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := someText().Draw(t, "from")
		to := someText().Draw(t, "to")
		if rapid.Bool().Draw(t, "alike") {
			at := rapid.IntRange(0, len(from)).Draw(t, "at")
			to = strings.ToValidUTF8(from[:at], "") + someText().Draw(t, "put in")[:0] + "b" + strings.ToValidUTF8(from[at:], "")
		}
		there, back := measure(editorial.DefaultMargin(), from, to), measure(editorial.DefaultMargin(), to, from)
		require.Equal(t, min(naiveDistance(from, to), editorial.MaxMargin+1), there.Distance)
		require.Equal(t, there.Distance, back.Distance, "it is as far back")
		require.ElementsMatch(t, there.Why, back.Why)
	})
}

func FuzzMargin(f *testing.F) {
	f.Add("On ouvre à 9 h", "On ouvre à 8 h")
	f.Add("Élégant\r\n🇫🇷🇧🇪", "Elegant\n🇫🇷")
	f.Add("👩‍👩‍👧‍👦 non", "👩 non")
	f.Add("#pub @lenoir https://lenoir.example/1", "#pub @lenoir https://lenoir.example/2")
	f.Add("a\u0301\u200D👍", "a👍")
	f.Fuzz(func(t *testing.T, from, to string) {
		if len(from) > 2000 || len(to) > 2000 {
			return
		}
		there, back := measure(editorial.DefaultMargin(), from, to), measure(editorial.DefaultMargin(), to, from)
		require.Equal(t, min(naiveDistance(from, to), editorial.MaxMargin+1), there.Distance)
		require.Equal(t, there.Distance, back.Distance)
		require.ElementsMatch(t, there.Why, back.Why)
		require.True(t, measure(editorial.DefaultMargin(), from, from).Inside())
	})
}

// What no touch-up changes, each in a sentence that is otherwise near enough.
func TestProtected(t *testing.T) {
	const link, number, date, mention, negation, legal, own = editorial.CodeLinkChanged, editorial.CodeNumberChanged, editorial.CodeDateChanged,
		editorial.CodeMentionChanged, editorial.CodeNegationChanged, editorial.CodeLegalWordChanged, editorial.CodeProtectedWordChanged
	margin := editorial.DefaultMargin()
	margin.Words = []string{"À consommer avec modération", "Fougère", "18+", "#maison"}
	for _, row := range []struct {
		from, to string
		codes    []editorial.Code
	}{
		{"On ouvre a neuf heures", "On ouvre à neuf heures", nil},
		{"Rendez-vous 12 rue du Four, lundi : c’est pas loin.", "Rendez vous au 12, rue du Four, lundi : c'est pas loin !", nil},
		{"Le 3 DECEMBRE", "le 3 décembre", nil},
		{"Une belle #pub", "Une très belle #pub", nil},
		{"Les prix #hiver #doux", "Les prix #hiver #doudou", nil},

		{"On ouvre à 9:00", "On ouvre à 8:58", []editorial.Code{number}},
		{"Voir https://lenoir.example/a.", "Voir https://lenoir.example/b.", []editorial.Code{link}},
		{"Voir lenoir.fr", "Voir lenoire.fr", []editorial.Code{link}},
		{"Voir http://a.fr", "Voir", []editorial.Code{link}},
		{"https://a.example puis https://b.example", "https://b.example puis https://a.example", []editorial.Code{link}},
		{"Menu à 12 €", "Menu à 13 €", []editorial.Code{number}},
		{"Menu à 12 €", "Menu à 12 $", []editorial.Code{number}},
		{"Menu à 12€", "Menu à 12 $", []editorial.Code{number}},
		{"Menu à 12,50", "Menu à 1250", []editorial.Code{number}},
		{"Menu à 12 000", "Menu à 12 00", []editorial.Code{number}},
		{"remise de - 20 %", "remise de 20 %", []editorial.Code{number}},
		{"remise de −20 %", "remise de +20 %", []editorial.Code{number}},
		{"20 % de moins", "20 ‰ de moins", []editorial.Code{number}},
		{"12 millions", "12 milliards", []editorial.Code{number}},
		{"12\u00A0h", "12\u202Fmin", []editorial.Code{number}},
		{"à 5 km d’ici", "à 5 m d’ici", []editorial.Code{number}},
		{"trois pains", "deux pains", []editorial.Code{number}},
		{"½ tarif", "¼ tarif", []editorial.Code{number}},
		{"1️⃣ choix", "2️⃣ choix", []editorial.Code{number}},
		{"n°5", "n°6", []editorial.Code{number}},
		{"up .5 % today", "up 5 % today", []editorial.Code{number}},
		{"only (.99 €)", "only (99 €)", []editorial.Code{number}},
		{"only €.99", "only €99", []editorial.Code{number}},
		{"…5 pains.", "... 5 pains", nil},
		{"12 au lieu de 15", "15 au lieu de 12", []editorial.Code{number}},
		{"pas 12 mais 15", "12 mais pas 15", []editorial.Code{negation, number}},
		{"1\u200B2 pains", "12 pains", []editorial.Code{number}},
		{"ouvert lundi", "ouvert mardi", []editorial.Code{date}},
		{"Ouvert le lundi", "Ouvert le Lundis", []editorial.Code{date}},
		{"en août", "en mars", []editorial.Code{date}},
		{"See you Monday", "See you Sunday", []editorial.Code{date}},
		{"in May", "in June", []editorial.Code{date}},
		{"aujourd’hui", "demain", []editorial.Code{date}},
		{"We open today", "We open tomorrow", []editorial.Code{date}},
		{"avec @lenoir", "avec @lenoire", []editorial.Code{mention}},
		{"avec @lenoir@pain.example", "avec @lenoir@vin.example", []editorial.Code{mention}},
		{"à bonjour@lenoir.example", "à bonsoir@lenoir.example", []editorial.Code{mention}},
		{"C’est sûr", "C’est pas sûr", []editorial.Code{negation}},
		{"Il n’est cher que le soir", "Il est cher que le soir", []editorial.Code{negation}},
		{"avec sucre", "sans sucre", []editorial.Code{negation}},
		{"Plus cher", "Moins cher", []editorial.Code{negation}},
		{"We do open", "We do not open", []editorial.Code{negation}},
		{"We don’t open", "We do open", []editorial.Code{negation}},
		{"It can’t wait", "It can wait", []editorial.Code{negation}},
		{"It isn't over", "It is over", []editorial.Code{negation}},
		{"pas cher", "p\u200Bas cher!", nil},
		{"pas cher", "pa cher", []editorial.Code{negation}},
		{"Nos pains #pub", "Nos pains", []editorial.Code{legal}},
		{"Nos pains #ad", "Nos pains #adresse", []editorial.Code{legal}},
		{"Nos pains #Pub", "Nos pains #public", []editorial.Code{legal}},
		{"Publicité. Nos pains", "Nos pains", []editorial.Code{legal}},
		{"Nos pains #publicité", "Nos pains", []editorial.Code{legal}},
		{"Collaboration commerciale : nos pains", "Collaborations : nos pains", []editorial.Code{legal}},
		{"COLLABORATION COMMERCIALE", "Collaboration  commerciale", []editorial.Code{editorial.CodeTooManyCharacters}},
		{"Le pain Fougère", "Le pain Fougères", []editorial.Code{own}},
		{"Du vin. À consommer avec modération.", "Du vin. A consommer avec moderation", nil},
		{"Du vin. À consommer avec modération.", "Du vin. À consommer avec plaisir.", []editorial.Code{own}},
		{"chez #maison", "chez maison", []editorial.Code{own}},
		{"Nos prix : 10 €", "\u202eNos prix : 10 €", []editorial.Code{editorial.CodeDirectionChanged}},
		{"de 10 à 20 €", "de \u206710 à 20\u2069 €", []editorial.Code{number, editorial.CodeDirectionChanged}},
		{"שלום \u200f(5)", "שלום (5)", []editorial.Code{number, editorial.CodeDirectionChanged}},
	} {
		there, back := measure(margin, row.from, row.to), measure(margin, row.to, row.from)
		require.ElementsMatch(t, row.codes, there.Why, "%q → %q", row.from, row.to)
		require.ElementsMatch(t, row.codes, back.Why, "%q → %q", row.to, row.from)
	}
}

// Each field of the margin alone, and what is none of its fields.
func TestMarginFields(t *testing.T) {
	only := func(fields ...editorial.Field) editorial.Margin {
		return editorial.Margin{Graphemes: 15, Fields: fields}
	}
	all := only(editorial.Fields()...)
	text := func(s string) func(*editorial.Content) { return func(c *editorial.Content) { c.Text = s } }
	for name, row := range map[string]struct {
		margin editorial.Margin
		change func(*editorial.Content)
		codes  []editorial.Code
	}{
		"a word":                     {all, text("We opened quietly #bread"), nil},
		"a word, text left out":      {only(editorial.FieldHashtags, editorial.FieldAlt), text("We opened quietly #bread"), []editorial.Code{editorial.CodeTextChanged}},
		"a hashtag":                  {all, text("We open quietly #breads"), nil},
		"a hashtag, text left out":   {only(editorial.FieldHashtags), text("We open quietly #bread #warm"), nil},
		"a hashtag, tags left out":   {only(editorial.FieldText), text("We open quietly #breads"), []editorial.Code{editorial.CodeHashtagsChanged}},
		"nothing allowed":            {only(), text("We opened quietly #breads"), []editorial.Code{editorial.CodeHashtagsChanged, editorial.CodeTextChanged}},
		"no characters":              {editorial.Margin{Fields: editorial.Fields()}, text("We opened quietly #bread"), []editorial.Code{editorial.CodeTooManyCharacters}},
		"an alternative text":        {all, func(c *editorial.Content) { c.Media[0].Alt = "A green door" }, nil},
		"the same, left out":         {only(editorial.FieldText), func(c *editorial.Content) { c.Media[0].Alt = "A green door" }, []editorial.Code{editorial.CodeAltChanged}},
		"a number in it":             {all, func(c *editorial.Content) { c.Media[0].Alt = "A door, 9 cm" }, []editorial.Code{editorial.CodeNumberChanged}},
		"a picture":                  {all, func(c *editorial.Content) { c.Media[0].Hash = "b" }, []editorial.Code{editorial.CodeMediaChanged}},
		"a crop":                     {all, func(c *editorial.Content) { c.Media[0].Crop = "0,0,500,500" }, []editorial.Code{editorial.CodeMediaChanged}},
		"a picture less":             {all, func(c *editorial.Content) { c.Media = nil }, []editorial.Code{editorial.CodeMediaChanged}},
		"the language":               {all, func(c *editorial.Content) { c.Language = "fr" }, []editorial.Code{editorial.CodeLanguageChanged}},
		"an option":                  {all, variantOf(func(v *editorial.Variant) { v.Options = editorial.Options{"quiet": true} }), []editorial.Code{editorial.CodeOptionsChanged}},
		"a link card":                {all, func(c *editorial.Content) { c.Link = &editorial.LinkCard{URL: "https://a.example"} }, []editorial.Code{editorial.CodeLinkCardChanged}},
		"a part more":                {all, variantOf(func(v *editorial.Variant) { v.Parts = []string{"We open", "quietly"} }), []editorial.Code{editorial.CodePartsChanged}},
		"a first comment":            {all, variantOf(func(v *editorial.Variant) { v.FirstComment = "Come" }), []editorial.Code{editorial.CodePartsChanged}},
		"a variant that says it all": {all, variantOf(func(v *editorial.Variant) { same := "We open quietly #bread"; v.Text = &same }), nil},
	} {
		t.Run(name, func(t *testing.T) {
			before := aSheet().Content
			before.Text, before.Media = "We open quietly #bread", []editorial.MediaUse{picture("a")}
			after := editorial.Sheet{Content: before}.Clone().Content
			row.change(&after)
			require.ElementsMatch(t, row.codes, editorial.NewRuler(1, before).Measure(row.margin, after, aChannel(ribbon)).Why)
		})
	}
}

func variantOf(change func(*editorial.Variant)) func(*editorial.Content) {
	return func(c *editorial.Content) {
		v := c.Variants[ribbon]
		change(&v)
		c.Variants = map[editorial.ChannelID]editorial.Variant{ribbon: v}
	}
}

// The margin is the channel's, over all its texts together.
func TestMarginIsOneForAllPartsOfAChannel(t *testing.T) {
	content := func(one, two, comment string) editorial.Content {
		c := aSheet().Content
		c.Variants = map[editorial.ChannelID]editorial.Variant{ribbon: {Parts: []string{one, two}, FirstComment: comment}}
		return c
	}
	ruler := editorial.NewRuler(1, content("Bread", "and butter", "Come early"))
	inside := ruler.Measure(editorial.DefaultMargin(), content("Breads", "and buttermilk", "Come in early"), aChannel(ribbon))
	require.Equal(t, editorial.Measured{Channel: ribbon, Distance: 8, Of: 15}, inside)
	beyond := ruler.Measure(editorial.DefaultMargin(), content("Breadcrumbs", "and buttermilk", "Come in rather early"), aChannel(ribbon))
	require.Equal(t, 20, beyond.Distance)
	require.Equal(t, []editorial.Code{editorial.CodeTooManyCharacters}, beyond.Why)
	moved := ruler.Measure(editorial.DefaultMargin(), content("Bread", "and butter", "Never come early"), aChannel(ribbon))
	require.Contains(t, moved.Why, editorial.CodeNegationChanged)
}

// longTexts are so many bytes long, and hard to compare each in its way.
func longTexts(size int) map[string]string {
	texts := map[string]string{}
	for name, part := range map[string]string{
		"all the same": "a", "two in turn": "ab", "words": "un pain doux ", "no spaces": "パン屋", "emoji": family,
		"links": "https://a.example/ ", "numbers": "12 € ", "signs": "@#",
	} {
		texts[name] = strings.Repeat(part, size/len(part))
	}
	return texts
}

func TestMarginOfLongTexts(t *testing.T) {
	for name, long := range longTexts(editorial.MaxText / 16) {
		inside := measure(editorial.DefaultMargin(), "une "+long+" dure", "un "+long+" dur")
		require.Equal(t, 2, inside.Distance, name)
		require.Empty(t, inside.Why, name)
		require.Equal(t, editorial.MaxMargin+1, measure(editorial.DefaultMargin(), long, long[:len(long)/2]).Distance, name)
	}
}

func BenchmarkMargin(b *testing.B) {
	for name, long := range longTexts(editorial.MaxText) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				measure(editorial.DefaultMargin(), "une "+long+" dure", "un "+long+" dur")
			}
		})
	}
}

func TestMarginCheck(t *testing.T) {
	require.Empty(t, editorial.DefaultMargin().Check("/m"))
	wrong := editorial.Margin{Graphemes: 101, Words: []string{"fine", "…", strings.Repeat("a", 101)}}
	require.Equal(t, []editorial.Problem{
		{Code: editorial.CodeBadMargin, Pointer: "/m/characters"},
		{Code: editorial.CodeBadProtectedWord, Pointer: "/m/protected/1"},
		{Code: editorial.CodeBadProtectedWord, Pointer: "/m/protected/2"},
	}, wrong.Check("/m"))
	require.Len(t, editorial.Margin{Graphemes: -1}.Check(""), 1)
}

// Small edits never add up, undoing one gives it back, and nothing protected
// ever passes, however people go about it.
func TestTouchUpsWalk(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := withMargin(approved(t, func(s *editorial.Sheet) { s.Content.Text = "Ouvert lundi à 9 h, non-stop, avec @lenoir #pub" }), 15)
		signed := r.post.Content.Text
		for range rapid.IntRange(1, 12).Draw(t, "edits") {
			letters := graphemesOf(r.post.Content.Text)
			at := rapid.IntRange(0, len(letters)).Draw(t, "at")
			put := rapid.SampledFrom([]string{"", "e", " ", "é", "très ", "pas ", "8", "#", "👍"}).Draw(t, "put")
			taken := min(rapid.IntRange(0, 3).Draw(t, "taken"), len(letters)-at)
			r.saves(editorial.Editor, func(s *editorial.Sheet) {
				s.Content.Text = strings.Join(slices.Concat(letters[:at], []string{put}, letters[at+taken:]), "")
			})
			inside := naiveDistance(signed, r.post.Content.Text) <= 15 && measure(editorial.DefaultMargin(), signed, r.post.Content.Text).Inside()
			require.Equal(t, inside, r.post.State == editorial.Approved, r.post.Content.Text)
			require.Equal(t, 1, r.post.Approval.Revision)
			require.Equal(t, inside, len(editorial.Gate(r.late(0).caseOf(wall))) == 0)
			r.now = noon
			if inside {
				for _, kept := range []string{"lundi", "9 h", "non", "@lenoir", "#pub"} {
					require.Contains(t, strings.Join(strings.Fields(r.post.Content.Text), " "), kept)
				}
			}
		}
		r.saves(editorial.Editor, func(s *editorial.Sheet) { s.Content.Text = signed })
		require.Equal(t, editorial.Approved, r.post.State)
		require.Empty(t, r.post.Approval.TouchUps)
	})
}
