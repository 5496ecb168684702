package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// fullPost is a post with something in every field, at any depth; which no
// rule would allow. Its campaign and pillar are made.
func (h *house) fullPost(seed int) (*editorial.Post, editorial.Lines) {
	h.t.Helper()
	p := filled[editorial.Post](seed)
	p.ID, p.Calendar, p.State, p.Revision = "post_1", maison, editorial.Approved, 1
	p.Campaign, p.Pillar = number[editorial.CampaignID]("camp", seed), number[editorial.PillarID]("pil", seed)
	require.NoError(h.t, h.AddCampaign(h.ctx, h.desk(), editorial.Campaign{ID: p.Campaign, Calendar: maison}))
	require.NoError(h.t, h.AddPillar(h.ctx, h.desk(), editorial.Pillar{ID: p.Pillar, Calendar: maison}))
	p.Content.Channels = []editorial.ChannelID{wall}
	p.Deliveries[0], p.Unreadable = aDelivery(seed), false
	return &p, editorial.Lines{Audit: []editorial.AuditLine{{At: noon, Calendar: maison, Action: "post.created", Subject: "post_1"}}}
}

func (h *house) addPost(p *editorial.Post, lines editorial.Lines) {
	h.t.Helper()
	_, _, err := h.AddPost(h.ctx, h.desk(), maison, func(editorial.Desk) (*editorial.Post, editorial.Lines, error) { return p, lines, nil })
	require.NoError(h.t, err)
}

func TestPostRoundTrip(t *testing.T) {
	h := newHouse(t)
	want, lines := h.fullPost(1)
	h.addPost(want, lines)
	h.requirePost(want)

	after, _ := h.fullPost(2)
	after.Created, after.Calendar = want.Created, want.Calendar
	after.Revision, after.State = 2, editorial.Approved
	requireChanged(t, want.Sheet, after.Sheet)
	requireChanged(t, *want, *after, "ID", "Calendar", "State", "Created", "Unreadable")
	said, _, err := h.UpdatePost(h.ctx, h.desk(), want.ID, func(p *editorial.Post, _ editorial.Desk) (editorial.Lines, error) {
		requireSame(t, want, p)
		*p = *after
		return editorial.Lines{}, nil
	})
	require.NoError(t, err)
	requireSame(t, after, said)
	h.requirePost(after)

	empty := &editorial.Post{
		ID: want.ID, Calendar: maison, State: editorial.Draft, Revision: 3, Created: want.Created, Updated: noon, Deliveries: after.Deliveries,
	}
	h.change(want.ID, func(p *editorial.Post, _ editorial.Desk) (editorial.Lines, error) {
		*p = *empty
		return editorial.Lines{}, nil
	})
	h.requirePost(empty)
}

// requirePost reads a post in every way there is.
func (h *house) requirePost(want *editorial.Post) {
	h.t.Helper()
	requireSame(h.t, want, h.get(want))
	listed, _, err := h.ListPosts(h.ctx, PostFilter{Calendar: maison}, Page{})
	require.NoError(h.t, err)
	requireSame(h.t, []*editorial.Post{want}, listed)
}

// A rule is asked with the calendar and the channels as they are, archived
// ones too, inside the transaction.
func TestDesk(t *testing.T) {
	h := newHouse(t)
	_, err := h.UpdateChannel(h.ctx, h.desk(), ribbon, func(c *editorial.Channel) error {
		c.Archived = h.now
		return nil
	})
	require.NoError(t, err)
	p := h.draft("x", nine, wall)
	h.change(p.ID, func(_ *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		require.Equal(t, maison, desk.Calendar.ID)
		require.Equal(t, editorial.Connected, desk.Channels[wall].State)
		require.Equal(t, h.now, desk.Channels[ribbon].Archived)
		requireSame(t, h.desk().By, desk.By)
		require.Equal(t, h.now, desk.Now)
		return editorial.Lines{}, nil
	})
}

func TestPostRefusals(t *testing.T) {
	h := newHouse(t)
	before := h.everything()
	_, err := h.GetPost(h.ctx, "post_none")
	requireCode(t, editorial.CodeNotFound, err)
	_, _, err = h.UpdatePost(h.ctx, h.desk(), "post_none", func(*editorial.Post, editorial.Desk) (editorial.Lines, error) {
		t.Error("asked about a post that is not there")
		return editorial.Lines{}, nil
	})
	requireCode(t, editorial.CodeNotFound, err)
	_, _, err = h.AddPost(h.ctx, h.desk(), "cal_none", func(editorial.Desk) (*editorial.Post, editorial.Lines, error) {
		t.Error("asked in a calendar that is not there")
		return nil, editorial.Lines{}, nil
	})
	requireCode(t, editorial.CodeNotFound, err)
	require.Equal(t, before, h.everything())
}

// An update that fails, wherever it fails, leaves nothing behind: not of the
// post, its revision, its deliveries, the record or the index.
func TestUpdatePostRollsBack(t *testing.T) {
	no := errors.New("no")
	rewrite := func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		next := p.Clone()
		next.Title, next.Content.Text = "Rewritten", "rewritten"
		return p.Edit(next, desk)
	}
	for name, change := range map[string]Change{
		"the rule says no": func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
			lines, err := rewrite(p, desk)
			require.NoError(t, err)
			return lines, no
		},
		"a state that does not exist": func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
			lines, err := rewrite(p, desk)
			p.State = "lost"
			return lines, err
		},
		"a delivery that cannot be": func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
			lines, err := rewrite(p, desk)
			p.Deliveries[0].State = editorial.Sending
			return lines, err
		},
		"a revision that is there": func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
			lines, err := rewrite(p, desk)
			p.Revision = 1
			return lines, err
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			p := h.edit(h.approved("as it was", nine, wall), func(s *editorial.Sheet) { s.Content.Text = "as it is" })
			require.Equal(t, 2, p.Revision)
			before := h.everything()
			_, _, err := h.UpdatePost(h.ctx, h.desk(), p.ID, change)
			require.Error(t, err)
			require.Equal(t, before, h.everything())
		})
	}
}

// A closure that panics leaves nothing behind, and the next one can write.
func TestUpdatePostPanics(t *testing.T) {
	h := newHouse(t)
	p := h.draft("x", nine, wall)
	before := h.everything()
	require.Panics(t, func() {
		_, _, _ = h.UpdatePost(h.ctx, h.desk(), p.ID, func(*editorial.Post, editorial.Desk) (editorial.Lines, error) { panic("oops") })
	})
	require.Equal(t, before, h.everything())
	h.move(p, editorial.MoveSubmit)
}

// The closure sees the post as it is when it is its turn, however old what
// its caller has read: a rule that names a revision finds out.
func TestStaleClosure(t *testing.T) {
	h := newHouse(t)
	read := h.draft("first", nine, wall)
	h.edit(read, func(s *editorial.Sheet) { s.Content.Text = "second" })
	before := h.everything()
	_, _, err := h.UpdatePost(h.ctx, h.desk(), read.ID, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		require.Equal(t, "second", p.Content.Text)
		return p.Apply(editorial.Asked{Move: editorial.MoveApprove, Revision: read.Revision}, desk)
	})
	requireCode(t, editorial.CodeRevisionStale, err)
	require.Equal(t, before, h.everything())
}

// Saving deliveries touches those that changed, and no other.
func TestOnlyChangedDeliveriesAreWritten(t *testing.T) {
	h := newHouse(t)
	p := h.approved("x", nine, wall, ribbon)
	h.raw(`CREATE TRIGGER saved AFTER UPDATE ON deliveries BEGIN INSERT INTO settings (name, value) VALUES ('saved ' || new.channel_id, ''); END`)
	h.change(p.ID, func(p *editorial.Post, _ editorial.Desk) (editorial.Lines, error) {
		p.Deliveries[1].Tries++
		return editorial.Lines{}, nil
	})
	require.Equal(t, "saved "+string(ribbon), column(t, h.reader, `SELECT name FROM settings`))
}

// A change deep inside a delivery is one too.
func TestChangedPartsAreWritten(t *testing.T) {
	h := newHouse(t)
	p := h.approved("x", nine, wall)
	h.now = nine
	h.turn(answer(h.claimOne(p, wall), editorial.Outcome{Verdict: editorial.Unknown}))
	for _, change := range []func(d *editorial.Delivery){
		func(d *editorial.Delivery) { d.Parts[0].Attempts += 7 },
		func(d *editorial.Delivery) { d.Holds = append(d.Holds, editorial.Hold{Code: "a hold"}) },
		func(d *editorial.Delivery) { d.Holds[0].Code = "another hold" },
	} {
		var want editorial.Delivery
		h.change(p.ID, func(p *editorial.Post, _ editorial.Desk) (editorial.Lines, error) {
			change(&p.Deliveries[0])
			want = p.Deliveries[0]
			return editorial.Lines{}, nil
		})
		requireSame(t, want, h.on(p, wall))
	}
}

// month fills the calendar: undated posts, several at one instant, and one by
// one.
func (h *house) month(n int) (ids []string) {
	h.t.Helper()
	for i := range n {
		at := nine.Add(time.Duration(i/3) * time.Hour)
		if i < n/5 {
			at = time.Time{}
		}
		ids = append(ids, string(h.draft(fmt.Sprint("post ", i), at, wall).ID))
	}
	return ids
}

func postID(p *editorial.Post) string { return string(p.ID) }

func TestListPosts(t *testing.T) {
	h := newHouse(t)
	want := h.month(20)
	requirePages(t, want, func(p Page) ([]*editorial.Post, string, error) {
		return h.ListPosts(h.ctx, PostFilter{Calendar: maison}, p)
	}, postID)
	_, _, err := h.ListPosts(h.ctx, PostFilter{Calendar: maison}, Page{Cursor: cursor("soon", want[0])})
	requireCode(t, "bad_cursor", err)
}

// Whoever pages while others write sees every post that was there before,
// once: those that come in between shift nothing.
func TestListPostsMeanwhile(t *testing.T) {
	h := newHouse(t)
	before := h.month(20)
	var seen []string
	for page := (Page{Limit: 3}); ; {
		posts, next, err := h.ListPosts(h.ctx, PostFilter{Calendar: maison}, page)
		require.NoError(t, err)
		for _, p := range posts {
			seen = append(seen, string(p.ID))
		}
		h.draft("first of all", time.Time{}, wall)
		h.draft("in between", posts[0].FirstDue, wall)
		h.draft("later", nine.Add(time.Hour), wall)
		if page.Cursor = next; next == "" {
			break
		}
		require.Less(t, len(seen), 200)
	}
	require.Len(t, slices.Compact(slices.Sorted(slices.Values(seen))), len(seen), "a post came twice")
	require.Subset(t, seen, before)
}

func TestPostFilter(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.AddCalendar(h.ctx, h.desk(), aCalendar("cal_2"), ines))
	require.NoError(t, h.AddCampaign(h.ctx, h.desk(), editorial.Campaign{ID: "camp_1", Calendar: maison}))
	require.NoError(t, h.AddPillar(h.ctx, h.desk(), editorial.Pillar{ID: "pil_1", Calendar: maison}))
	undated := h.edit(h.draft("undated", time.Time{}, wall), func(s *editorial.Sheet) { s.Campaign, s.Pillar = "camp_1", "pil_1" })
	atNine := h.approved("at nine", nine, wall, ribbon)
	atTen := h.edit(h.draft("at ten", nine.Add(time.Hour), ribbon), func(s *editorial.Sheet) { s.Campaign = "camp_1" })
	dropped := h.edit(h.draft("dropped", nine.Add(2*time.Hour), wall, ribbon), func(s *editorial.Sheet) { s.Content.Channels = s.Content.Channels[:1] })
	all := []*editorial.Post{undated, atNine, atTen, dropped}
	for name, row := range map[string]struct {
		filter PostFilter
		want   []*editorial.Post
	}{
		"all":              {PostFilter{}, all},
		"elsewhere":        {PostFilter{Calendar: "cal_2"}, nil},
		"undated":          {PostFilter{Undated: true}, all[:1]},
		"from, inclusive":  {PostFilter{From: nine}, all[1:]},
		"from a bit later": {PostFilter{From: nine.Add(time.Millisecond)}, all[2:]},
		"to, exclusive":    {PostFilter{To: nine}, nil},
		"to a bit later":   {PostFilter{To: nine.Add(time.Millisecond)}, all[1:2]},
		"a day":            {PostFilter{From: nine, To: nine.Add(2 * time.Hour)}, all[1:3]},
		"by status":        {PostFilter{Statuses: []editorial.Status{"scheduled"}}, all[1:2]},
		"by two":           {PostFilter{Statuses: []editorial.Status{"draft", "scheduled"}}, all},
		"by another":       {PostFilter{Statuses: []editorial.Status{"failed"}}, nil},
		"on a channel":     {PostFilter{Channel: ribbon}, all[1:3]},
		"of a campaign":    {PostFilter{Campaign: "camp_1"}, []*editorial.Post{undated, atTen}},
		"of a pillar":      {PostFilter{Pillar: "pil_1"}, all[:1]},
		"everything at once": {PostFilter{
			From: nine, To: nine.Add(2 * time.Hour), Statuses: []editorial.Status{"draft"}, Channel: ribbon, Campaign: "camp_1", Text: "ten",
		}, []*editorial.Post{atTen}},
	} {
		t.Run(name, func(t *testing.T) {
			if row.filter.Calendar == "" {
				row.filter.Calendar = maison
			}
			want := []string{}
			for _, p := range row.want {
				want = append(want, postID(p))
			}
			requirePages(t, want, func(p Page) ([]*editorial.Post, string, error) { return h.ListPosts(h.ctx, row.filter, p) }, postID)
		})
	}
}

func TestSearch(t *testing.T) {
	h := newHouse(t)
	posts := map[string]*editorial.Post{
		"lampes": h.draft("L’été des lampes à Saint-Étienne", nine, wall),
		"prix":   h.draft("Lampe n° 3 : 19,90 € \"soldes\" AND OR NOT (NEAR) co:lon *étoile* -moins", nine, wall),
		"m²":     h.draft("Vingt m² d’atelier, ½ journée, ＃ヨット", nine, wall),
		"straße": h.draft("STRASSE und Straße, ΟΔΟΣ", nine, wall),
	}
	variant, part, comment := "une variante", "une partie", "un commentaire"
	posts["ailleurs"] = h.edit(h.draft("ailleurs", nine, wall, ribbon), func(s *editorial.Sheet) {
		s.Content.Variants = map[editorial.ChannelID]editorial.Variant{wall: {Text: &variant}, ribbon: {Parts: []string{part, "fin"}, FirstComment: comment}}
	})
	h.edit(posts["ailleurs"], func(s *editorial.Sheet) { s.Title = "Titre" })
	for typed, want := range map[string][]string{
		"lampe": {"lampes", "prix"}, "lampes": {"lampes"}, "LAMPES": {"lampes"}, "lamp": {"lampes", "prix"}, "ampe": {},
		"ete": {"lampes"}, "été": {"lampes"}, "e\u0301te\u0301": {"lampes"}, "ÉTÉ": {"lampes"}, "saint-étienne": {"lampes"}, "etienne saint": {"lampes"},
		"l'été": {"lampes"}, "l’ete": {"lampes"}, "lam des": {}, "lampes d": {"lampes"},
		`"soldes"`: {"prix"}, `"sol`: {"prix"}, `sol"des`: {}, "19,90 €": {"prix"}, "étoile*": {"prix"}, "*toile": {}, "co:lon": {"prix"}, "words:lampe": {},
		"AND": {"prix"}, "OR": {"prix"}, "lampe AND": {"prix"}, "lampe NOT soldes": {"prix"}, "-moins": {"prix"}, "lampe -moins": {"prix"},
		"(NEAR": {"prix"}, "lampe NEAR/2 soldes": {}, "lampe OR straße": {}, "x' OR '1'='1": {}, "a%": {"lampes", "prix", "m²", "ailleurs"}, "_": nil,
		"20": {}, "m² d": {"m²"}, "m²": {"m²"}, "½ journée": {"m²"}, "＃ヨット": {"m²"}, "straße": {"straße"}, "οδος": {"straße"},
		"variante": {"ailleurs"}, "partie fin": {"ailleurs"}, "commentaire": {"ailleurs"}, "titre": {"ailleurs"}, "variante titre": {"ailleurs"},
		"": nil, "  ": nil, "!?": nil, "\"": nil, "*": nil, "🎄": nil, "\x00": nil, "\u0301": nil,
		strings.Repeat("lampe ", 5000): {"prix"}, strings.Repeat("a", 5000): {}, "\xff\xfe": nil,
	} {
		t.Run(fmt.Sprintf("%.30q", typed), func(t *testing.T) {
			found, _, err := h.ListPosts(h.ctx, PostFilter{Calendar: maison, Text: typed}, Page{})
			require.NoError(t, err)
			if want == nil { // no word in it: it narrows nothing
				require.Len(t, found, len(posts))
				return
			}
			ids, wanted := []string{}, []string{}
			for _, p := range found {
				ids = append(ids, postID(p))
			}
			for _, name := range want {
				wanted = append(wanted, postID(posts[name]))
			}
			require.ElementsMatch(t, wanted, ids)
		})
	}
}

// The index follows what is edited.
func TestSearchFollows(t *testing.T) {
	h := newHouse(t)
	p := h.draft("before", nine, wall)
	h.edit(p, func(s *editorial.Sheet) { s.Title, s.Content.Text = "after", "after" })
	for word, want := range map[string]int{"before": 0, "after": 1} {
		found, _, err := h.ListPosts(h.ctx, PostFilter{Calendar: maison, Text: word}, Page{})
		require.NoError(t, err)
		require.Len(t, found, want, word)
	}
}
