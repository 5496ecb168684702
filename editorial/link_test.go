package editorial_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"parution.dev/editorial"
)

const (
	menu  = "https://maison.example/menu"
	short = "https://court.example/x"
)

func TestLinksOfAPost(t *testing.T) {
	own := "Only here: " + short
	c := editorial.Content{
		Text: "The menu: " + menu + "#today, again (" + menu + ") and https://maison.example/.", Channels: []editorial.ChannelID{"chan_wall", "chan_ribbon"},
		Link: &editorial.LinkCard{URL: "https://card.example/#top"},
		Variants: map[editorial.ChannelID]editorial.Variant{
			"chan_ribbon": {Parts: []string{own, "two"}, NoLink: true, FirstComment: "book at https://book.example"},
		},
	}
	require.Equal(t, []string{menu, "https://maison.example/", "https://card.example/"}, c.LinksOn("chan_wall"))
	require.Equal(t, []string{short, "https://book.example"}, c.LinksOn("chan_ribbon"))
	require.Equal(t, append(c.LinksOn("chan_wall"), c.LinksOn("chan_ribbon")...), c.AllLinks())
	for link, at := range map[string]string{menu: "/text", "https://card.example/": "/link/url", "https://nowhere.example": ""} {
		require.Equal(t, at, c.PointToLink("chan_wall", link))
	}
	require.Equal(t, "/variants/chan_ribbon/parts/0", c.PointToLink("chan_ribbon", short))
	require.Equal(t, "/variants/chan_ribbon/first_comment", c.PointToLink("chan_ribbon", "https://book.example"))

	var many strings.Builder
	for i := range editorial.MaxLinks + 9 {
		fmt.Fprintf(&many, "https://maison.example/%d ", i)
	}
	require.Len(t, editorial.Content{Text: many.String()}.LinksOn("chan_wall"), editorial.MaxLinks)
	require.Empty(t, editorial.Content{Text: "https://maison.example/" + strings.Repeat("x", editorial.MaxURL)}.LinksOn("chan_wall"), "too long to be followed")
}

// led is a link that led to a site, an hour after noon.
func led(link, site string) editorial.LinkSeen {
	state := editorial.LinkAlive
	if site == "" {
		state = editorial.LinkGone
	}
	return editorial.LinkSeen{URL: link, State: state, Host: site, Site: site, At: linkNoon.Add(time.Hour)}
}

var linkNoon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func TestSeeLink(t *testing.T) {
	unsure := led(menu, "casino.example")
	unsure.State = editorial.LinkUnsure
	early := led(menu, "casino.example")
	early.At = linkNoon.Add(-time.Second)
	for name, row := range map[string]struct {
		seen    []editorial.LinkSeen
		news    []editorial.Code
		kept    string // with the approval
		trouble []editorial.Code
	}{
		"it leads where it leads":    {[]editorial.LinkSeen{led(menu, "maison.example")}, []editorial.Code{""}, "maison.example", nil},
		"it is turned":               {[]editorial.LinkSeen{led(menu, "maison.example"), led(menu, "casino.example")}, []editorial.Code{"", "link_elsewhere"}, "maison.example", []editorial.Code{"link_elsewhere"}},
		"and turned once more":       {[]editorial.LinkSeen{led(menu, "maison.example"), led(menu, "casino.example"), led(menu, "bank.example")}, []editorial.Code{"", "link_elsewhere", ""}, "maison.example", []editorial.Code{"link_elsewhere"}},
		"and back":                   {[]editorial.LinkSeen{led(menu, "maison.example"), led(menu, "casino.example"), led(menu, "maison.example")}, []editorial.Code{"", "link_elsewhere", "link_back"}, "maison.example", nil},
		"it is gone, then elsewhere": {[]editorial.LinkSeen{led(menu, "maison.example"), led(menu, ""), led(menu, "casino.example")}, []editorial.Code{"", "link_gone", "link_elsewhere"}, "maison.example", []editorial.Code{"link_elsewhere"}},
		"it is gone from the first":  {[]editorial.LinkSeen{led(menu, "")}, []editorial.Code{"link_gone"}, "", []editorial.Code{"link_gone"}},
		"it is there at last":        {[]editorial.LinkSeen{led(menu, ""), led(menu, "maison.example")}, []editorial.Code{"link_gone", "link_back"}, "maison.example", nil},
		"nobody can tell":            {[]editorial.LinkSeen{unsure}, []editorial.Code{""}, "", nil},
		"nobody can tell any more":   {[]editorial.LinkSeen{led(menu, ""), unsure}, []editorial.Code{"link_gone", ""}, "", []editorial.Code{"link_gone"}},
		"before it was approved":     {[]editorial.LinkSeen{early, led(menu, "maison.example")}, []editorial.Code{"", ""}, "maison.example", nil},
	} {
		t.Run(name, func(t *testing.T) {
			p := &editorial.Post{Approval: &editorial.Approval{At: linkNoon}}
			p.Content = editorial.Content{Text: menu, Channels: []editorial.ChannelID{"chan_wall"}}
			for i, seen := range row.seen {
				before := p.Links[menu]
				changed, news := p.SeeLink(seen)
				require.Equal(t, row.news[i], news)
				require.Equal(t, seen.State != editorial.LinkUnsure && (i == 0 || before.State != seen.State || before.Site != seen.Site), changed)
			}
			require.Equal(t, row.kept, p.Approval.Links[menu])
			var troubles []editorial.Code
			for _, hold := range p.LinkTroubles(p.Content, "chan_wall") {
				troubles = append(troubles, hold.Code)
			}
			require.Equal(t, row.trouble, troubles)
			require.Empty(t, p.LinkTroubles(editorial.Content{Text: short}, "chan_wall"), "of links that leave, and no others")
		})
	}
}

// An approval made anew takes the link as it leads now.
func TestANewApprovalTakesTheNewSite(t *testing.T) {
	p := &editorial.Post{Approval: &editorial.Approval{At: linkNoon}}
	p.SeeLink(led(menu, "maison.example"))
	p.SeeLink(led(menu, "casino.example"))
	p.Approval = &editorial.Approval{At: linkNoon.Add(30 * time.Minute)}
	require.Empty(t, p.LinkTroubles(editorial.Content{Text: menu}, "chan_wall"))
	p.SeeLink(led(menu, "casino.example"))
	require.Equal(t, "casino.example", p.Approval.Links[menu])
	p.Approval = nil
	_, news := p.SeeLink(led(menu, "bank.example"))
	require.Empty(t, news, "nothing is approved, so nothing is elsewhere")
}

// Whatever a link does, what was approved is a site it led to, and only a
// link that leads there now is without trouble.
func TestLinksKeepTheApprovedSite(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := &editorial.Post{Approval: &editorial.Approval{At: linkNoon}}
		p.Content.Text = menu
		var first, now string
		told := editorial.Code("link_back")
		for i := range rapid.IntRange(1, 12).Draw(t, "looks") {
			seen := led(menu, rapid.SampledFrom([]string{"", "a.example", "b.example", "c.example"}).Draw(t, "site"))
			seen.At = seen.At.Add(time.Duration(i) * time.Minute)
			if rapid.Bool().Draw(t, "unsure") {
				seen.State = editorial.LinkUnsure
			} else if now = seen.Site; first == "" {
				first = now
			}
			if _, news := p.SeeLink(seen); news != "" {
				require.NotEqual(t, told, news, "told twice")
				told = news
			}
		}
		require.Equal(t, first, p.Approval.Links[menu])
		troubles := p.LinkTroubles(p.Content, "chan_wall")
		require.Equal(t, p.Links != nil && now != first || p.Links[menu].State == editorial.LinkGone, len(troubles) == 1)
		require.Equal(t, len(troubles) == 1, told != "link_back")
	})
}

func TestDeadLinksByPolicy(t *testing.T) {
	p := &editorial.Post{}
	p.Content.Text = menu + " " + short
	p.SeeLink(led(menu, ""))
	c := editorial.Case{Post: p, Delivery: &editorial.Delivery{Channel: "chan_wall"}, Content: p.Content, Now: linkNoon}
	holds := func() bool { return strings.Contains(fmt.Sprint(editorial.Gate(c)), "link_gone") }
	for _, policy := range []editorial.DeadLinks{"", editorial.DeadLinksWarn} {
		c.Calendar.Policy.DeadLinks = policy
		require.False(t, holds())
		require.Equal(t, []editorial.Hold{{Code: editorial.CodeLinkGone, About: menu}}, editorial.Warnings(c))
	}
	c.Calendar.Policy.DeadLinks = editorial.DeadLinksHold
	require.True(t, holds())
	require.Empty(t, editorial.Warnings(c))
	c.Delivery.Out = linkNoon
	require.False(t, holds(), "a thread that has begun is finished")
}

func TestWhenALinkIsFollowedAgain(t *testing.T) {
	at := linkNoon
	for name, row := range map[string]struct {
		state editorial.LinkState
		wait  time.Duration // that the site asks for
		tries int
		wrong bool
		due   time.Duration // 0: none
		want  time.Duration // 0: not before it is asked for
	}{
		"well":                            {editorial.LinkAlive, 0, 1, false, time.Hour, 0},
		"unsure":                          {editorial.LinkUnsure, 0, 1, false, 0, 10 * time.Minute},
		"unsure again":                    {editorial.LinkUnsure, 0, 2, false, 0, time.Hour},
		"unsure a third time":             {editorial.LinkUnsure, 0, 3, false, 0, 0},
		"unsure, and asks for rest":       {editorial.LinkUnsure, 2 * time.Hour, 1, false, 0, 2 * time.Hour},
		"unsure, and asks for a week":     {editorial.LinkUnsure, 168 * time.Hour, 1, false, 0, 6 * time.Hour},
		"gone, due in three weeks":        {editorial.LinkGone, 0, 1, true, 21 * 24 * time.Hour, 6 * time.Hour},
		"gone, due in a day":              {editorial.LinkGone, 0, 5, true, 24 * time.Hour, 3 * time.Hour},
		"gone, due in an hour":            {editorial.LinkGone, 0, 1, true, time.Hour, 10 * time.Minute},
		"gone, and nothing is due":        {editorial.LinkGone, 0, 1, true, 0, 0},
		"gone for nobody":                 {editorial.LinkGone, 0, 1, false, time.Hour, 0},
		"elsewhere, due in a few minutes": {editorial.LinkMoved, 0, 1, true, 3 * time.Minute, 10 * time.Minute},
	} {
		var due, want time.Time
		if row.due > 0 {
			due = at.Add(row.due)
		}
		if row.want > 0 {
			want = at.Add(row.want)
		}
		seen := editorial.LinkSeen{State: row.state, Wait: row.wait, At: at}
		require.Equal(t, want, seen.Again(row.tries, row.wrong, due), name)
	}
}
