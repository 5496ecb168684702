package store

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

const menu = "https://maison.example/menu"

// leads is a link that leads to a site.
func (h *house) leads(link, site string) editorial.LinkSeen {
	state := editorial.LinkAlive
	if site == "" {
		state = editorial.LinkGone
	}
	return editorial.LinkSeen{URL: link, State: state, Code: "200", Host: site, Site: site, At: h.now}
}

func (h *house) follow(seen editorial.LinkSeen) []editorial.Code {
	h.t.Helper()
	news, err := h.SaveLink(h.ctx, seen)
	require.NoError(h.t, err)
	var codes []editorial.Code
	for _, n := range news {
		codes = append(codes, n.Code)
	}
	return codes
}

func (h *house) linksDue() []string {
	h.t.Helper()
	due, err := h.LinksDue(h.ctx, h.now, 10)
	require.NoError(h.t, err)
	return due
}

// A link is followed after an approval, once however many posts have it.
func TestLinksAreFollowedOnceApproved(t *testing.T) {
	h := newHouse(t)
	draft := h.draft("see "+menu+"#today, or "+menu+".", nine, wall, ribbon)
	require.Empty(t, h.linksDue())
	h.move(draft, editorial.MoveApprove)
	other := h.approved("again "+menu, nine, wall)
	h.approved("nothing to follow", nine, wall)
	require.Equal(t, []string{menu}, h.linksDue())
	require.Empty(t, h.follow(h.leads(menu, "maison.example")))
	require.Empty(t, h.linksDue())
	for _, p := range []*editorial.Post{draft, other} {
		require.Equal(t, map[string]string{menu: "maison.example"}, h.get(p).Approval.Links)
	}
	found, err := h.ListLinks(h.ctx, []string{"https://never.example", menu})
	require.NoError(t, err)
	require.Equal(t, []editorial.LinkSeen{h.leads(menu, "maison.example")}, found)
	require.Zero(t, h.count(`SELECT COUNT(*) FROM audit WHERE action LIKE 'post.link%'`))
}

// The claim holds a post whose link leads elsewhere than when it was approved,
// having read nothing more than before; a new approval takes the new site.
func TestALinkThatLeadsElsewhere(t *testing.T) {
	h := newHouse(t)
	p := h.approved("see "+menu, nine, wall)
	h.follow(h.leads(menu, "maison.example"))
	h.now = nine.Add(-time.Hour)
	require.Equal(t, []editorial.Code{editorial.CodeLinkElsewhere}, h.follow(h.leads(menu, "casino.example")))
	require.Empty(t, h.follow(h.leads(menu, "casino.example")), "told once")
	require.Equal(t, []editorial.Code{editorial.CodeLinkElsewhere}, h.codes(p, wall))
	require.Equal(t, h.now, h.on(p, wall).Preflight.Next, "it is looked at afresh ahead of its time")
	require.Equal(t, "casino.example", column(t, h.reader, `SELECT detail FROM audit WHERE action = 'post.link_elsewhere'`))

	h.now = nine
	require.Empty(t, h.turn().Work)
	held := h.on(p, wall)
	require.Equal(t, []editorial.Hold{{Code: editorial.CodeLinkElsewhere, About: menu, Reason: "casino.example"}}, held.Holds)
	require.Equal(t, nine.Add(15*time.Second), held.Next, "a machine's hold: it leaves when the link is right again")

	h.now = nine.Add(time.Minute)
	h.move(h.get(p), editorial.MoveWithdraw)
	h.change(p.ID, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		return p.Apply(editorial.Asked{Move: editorial.MoveApprove, Revision: 1, Late: editorial.LateLeave}, desk)
	})
	require.Equal(t, []string{menu}, h.linksDue())
	h.follow(h.leads(menu, "casino.example"))
	require.Equal(t, "casino.example", h.get(p).Approval.Links[menu])
	require.Len(t, h.turn().Work, 1)
}

// A link that leads back lets the post go within its tolerance.
func TestALinkThatComesBack(t *testing.T) {
	h := newHouse(t)
	p := h.approved("see "+menu, nine, wall)
	h.follow(h.leads(menu, "maison.example"))
	h.now = nine
	h.follow(h.leads(menu, "casino.example"))
	require.Empty(t, h.turn().Work)
	require.Empty(t, h.linksDue())
	h.now = nine.Add(10 * time.Minute)
	require.Equal(t, []string{menu}, h.linksDue(), "it is followed again while the post waits")
	require.Equal(t, []editorial.Code{editorial.CodeLinkBack}, h.follow(h.leads(menu, "maison.example")))
	require.Empty(t, h.linksDue())
	require.Len(t, h.turn().Work, 1)
	require.Equal(t, "delivery.held post.link_back post.link_elsewhere", column(t, h.reader,
		`SELECT group_concat(action, ' ') FROM (SELECT DISTINCT action FROM audit WHERE post_id = '`+string(p.ID)+`' AND name = 'parution' ORDER BY action)`))
}

// A page that is gone is told, and holds only where the calendar says so.
func TestADeadLink(t *testing.T) {
	h := newHouse(t)
	p := h.approved("see "+menu, nine, wall)
	require.Equal(t, []editorial.Code{editorial.CodeLinkGone}, h.follow(h.leads(menu, "")))
	require.Empty(t, h.codes(p, wall))
	h.now = noon.Add(time.Hour)
	cases, err := h.Preflights(h.ctx, h.now, 10)
	require.NoError(t, err)
	require.Len(t, cases, 1)
	seen := editorial.Foresee(cases[0], nil)
	require.Equal(t, []editorial.Hold{{Code: editorial.CodeLinkGone, About: menu}}, seen.News)
	_, err = h.SavePreflights(h.ctx, []editorial.Foreseen{seen})
	require.NoError(t, err)
	require.Equal(t, []string{menu}, h.linksDue(), "the look ahead has it followed")

	_, err = h.UpdateCalendar(h.ctx, h.desk(), maison, func(c *editorial.Calendar) error {
		c.Policy.DeadLinks = editorial.DeadLinksHold
		return nil
	})
	require.NoError(t, err)
	require.Equal(t, []editorial.Code{editorial.CodeLinkGone}, h.codes(p, wall))
}

// Whatever was looked at a moment ago is not looked at again, a site that asks
// for rest gets it, and a wish that comes while a link is followed is kept.
func TestWhenLinksAreFollowed(t *testing.T) {
	h := newHouse(t)
	h.approved("see "+menu, nine, wall)
	look := func() {
		t.Helper()
		require.NoError(t, h.write(h.ctx, func(tx *tx) error {
			return tx.wantLinks(h.firstPost(), []string{menu}, h.now.Add(-freshLink), h.now)
		}))
	}
	unsure := editorial.LinkSeen{URL: menu, State: editorial.LinkUnsure, Code: "503", At: h.now}
	require.Empty(t, h.follow(unsure))
	look()
	require.Empty(t, h.linksDue(), "just looked")
	h.now = noon.Add(10 * time.Minute)
	require.Equal(t, []string{menu}, h.linksDue(), "an unclear answer is asked again")
	unsure.At, unsure.Wait = h.now, time.Hour
	h.follow(unsure)
	h.now = noon.Add(30 * time.Minute)
	look()
	require.Empty(t, h.linksDue(), "it asked to be left alone")
	h.now = noon.Add(70 * time.Minute)
	require.Equal(t, []string{menu}, h.linksDue())

	began := h.leads(menu, "maison.example")
	h.now = h.now.Add(time.Second)
	p := h.move(h.get(&editorial.Post{ID: h.firstPost()}), editorial.MoveWithdraw)
	h.move(p, editorial.MoveApprove)
	h.follow(began)
	require.Empty(t, h.get(p).Approval.Links, "it was followed before this approval")
	require.Equal(t, []string{menu}, h.linksDue(), "asked for while it was followed")
}

func (h *house) firstPost() editorial.PostID {
	return editorial.PostID(column(h.t, h.reader, `SELECT MIN(id) FROM posts`))
}

// Links of posts that wait no more are neither followed nor told.
func TestLinksThatNobodyWaitsFor(t *testing.T) {
	h := newHouse(t)
	p := h.approved("see "+menu, nine, wall)
	h.now = nine
	h.turn(published(h.claimOne(p, wall)))
	require.Empty(t, h.linksDue())
	require.Empty(t, h.follow(h.leads(menu, "")))
	require.Zero(t, h.count(`SELECT COUNT(*) FROM post_links`))
	require.Empty(t, h.get(p).Links)
}

// A link in hundreds of posts is told to all of them, in several commits.
func TestALinkInManyPosts(t *testing.T) {
	h := newHouse(t)
	const many = 2*postsAtOnce + 1
	for range many {
		h.approved("see "+menu, nine, wall)
	}
	require.Len(t, h.follow(h.leads(menu, "")), many)
}
