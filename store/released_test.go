package store

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// Every schema that was ever released still becomes the one of today, and
// everything in it can be read and worked with. The last one's file is written
// by PARUTION_GOLDEN=1 where there is none; once it is released it stays.
func TestReleasedSchemas(t *testing.T) {
	last := len(steps(t))
	for number := 1; number <= last; number++ {
		t.Run(strconv.Itoa(number), func(t *testing.T) {
			path := filepath.Join("testdata", fmt.Sprintf("schema-%d.sql", number))
			if _, err := os.Stat(path); err != nil && number == last && os.Getenv("PARUTION_GOLDEN") == "1" {
				writeReleased(t, path, number)
			}
			h := houseIn(t, released(t, path, number))
			require.Equal(t, strings.Join(schemaOf(t, houseIn(t, t.TempDir()).reader), "\n"), strings.Join(schemaOf(t, h.reader), "\n"))
			require.Equal(t, "ok", column(t, h.reader, `PRAGMA integrity_check`))
			require.Empty(t, column(t, h.reader, `SELECT "table" FROM pragma_foreign_key_check`))
			if number < 11 { // their record was not sealed yet
				h.requireSealed(t, path)
			}
			h.requireReleased()
			if number >= 7 { // before it there were no other ways in than tokens
				h.requirePeople()
			}
			if number >= 8 {
				h.requireTalk()
			}
			if number >= 9 {
				h.requireWorkingCopy()
			}
			h.requireNotices(number >= 11) // before it nobody was told
			if number >= 12 {
				h.requireClients()
			}
			if number >= 13 {
				h.requireIdentity()
			}
			if number >= 16 { // before it nothing left the house but posts
				h.requireDispatches()
			}
			if number >= 17 {
				h.requireTasks()
			}
			if number >= 18 {
				h.requirePasskey()
			}
			if number >= 19 {
				h.requireInstanceHook()
			}
		})
	}
}

// released makes a database of a file of testdata, as that version left it.
func released(t *testing.T, path string, number int) (dir string) {
	t.Helper()
	statements, err := os.ReadFile(path)
	require.NoError(t, err)
	dir = t.TempDir()
	db := openPool(filepath.Join(dir, databaseFile), false)
	_, err = db.ExecContext(t.Context(), string(statements))
	require.NoError(t, err)
	require.Equal(t, strconv.Itoa(number), column(t, db, `SELECT MAX(version_id) FROM goose_db_version`))
	require.NoError(t, db.Close())
	return dir
}

func writeReleased(t *testing.T, path string, number int) {
	t.Helper()
	h := newHouse(t)
	h.furnish()
	head := fmt.Sprintf("-- A database as schema %d left it, with a few rows. It is never changed: databases like it are out there.\n\n", number)
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, []byte(head+h.everything()), 0o644))
}

// furnish fills every table.
func (h *house) furnish() {
	t := h.t
	require.NoError(t, h.AddMember(h.ctx, h.desk(), maison, editorial.Member{ID: "mem_2", Name: "Karim", Email: "karim@example.org", Language: "fr", Roles: map[editorial.CalendarID][]editorial.Role{maison: {editorial.Editor, editorial.Viewer}}}))
	require.NoError(t, h.AddToken(h.ctx, h.desk(), editorial.Token{ID: "tok_1", Name: "agent", Member: ines, Maker: "mem_2", Calendars: []editorial.CalendarID{maison}}, []byte{1, 2, 3}))
	require.NoError(t, h.AddToken(h.ctx, h.desk(), editorial.Token{ID: "tok_2", Name: "made with it", Member: ines, Maker: ines, Parent: "tok_1"}, []byte{4, 5, 6}))
	_, err := h.UpdateChannel(h.ctx, h.desk(), wall, func(c *editorial.Channel) error {
		c.Credentials = editorial.Credentials{"token": editorial.NewSecret(secret)}
		c.Limits.Parts, c.Limits.Edits.Copy = 3, true
		c.Settings = map[string]string{"server": "wall.example"}
		return nil
	})
	require.NoError(t, err)
	require.NoError(t, h.campaign("camp_1", once("k", "body")))
	require.NoError(t, h.AddPillar(h.ctx, h.desk(), editorial.Pillar{ID: "pil_1", Calendar: maison, Name: "Savoir-faire"}))
	m := aFile("med_1", "a picture")
	_, err = h.AddMedia(h.ctx, h.desk(), m, strings.NewReader("a picture"))
	require.NoError(t, err)
	h.furnishPeople()
	h.now = noon.Add(-time.Hour)
	out := h.edit(h.draft("published", noon, wall), func(s *editorial.Sheet) {
		s.Content.Variants = map[editorial.ChannelID]editorial.Variant{wall: {Parts: []string{"one", "two"}}}
	})
	h.move(out, editorial.MoveApprove)
	h.now = noon
	w := h.claimOne(out, wall)
	o := published(w)
	o.Receipt = editorial.Receipt{RemoteID: "1", URL: "https://wall.example/1", Token: "t"}
	h.turn(o)
	h.now = noon.Add(time.Second)
	w = h.claimOne(out, wall)
	o = published(w)
	o.Receipt = editorial.Receipt{RemoteID: "2", URL: "https://wall.example/2"}
	o.Account, o.Strain = "account of chan_1", editorial.StrainSilent
	h.turn(o)
	h.move(h.edit(out, func(s *editorial.Sheet) {
		s.Content.Variants = map[editorial.ChannelID]editorial.Variant{wall: {Parts: []string{"one", "deux"}}}
	}), editorial.MoveApprove)
	h.asks(out)
	call := h.claimsOne()
	h.hears(call, edited(call))
	rewritten := h.approved("rewritten", nine.Add(24*time.Hour), wall, ribbon)
	h.edit(rewritten, func(s *editorial.Sheet) {
		s.Content.Text, s.Campaign, s.Labels = "rewritten since", "camp_1", []string{"hiver"}
	})
	scheduled := h.edit(h.draft("scheduled", nine, wall), func(s *editorial.Sheet) {
		s.Content.Text = "Un été de lumière https://maison.example"
		s.Pillar, s.Brief, s.Notes = "pil_1", "un brief", "une note"
	})
	h.move(scheduled, editorial.MoveApprove)
	h.furnishTalk(scheduled)
	h.writes(scheduled, `{"text":"not saved"}`)
	h.assigns(scheduled, editorial.Chore{Text: "A thumbnail", Assignee: "mem_2", Due: nine})
	h.reports(out, "They ask for the price.", "prix")
	link := h.links("client's link")
	h.visits(link, "client's visit")
	require.NoError(t, h.SeePost(h.ctx, link.ID, scheduled.ID, 2))
	_, _, err = h.AddPost(h.ctx, h.desk(), maison, func(desk editorial.Desk) (*editorial.Post, editorial.Lines, error) {
		return editorial.NewPost(editorial.Sheet{Title: "an idea"}, desk)
	})
	require.NoError(t, err)
	_, err = h.UpdateCampaign(h.ctx, h.desk(), "camp_1", func(g *editorial.Campaign) error {
		tighter := editorial.DefaultMargin()
		g.Margins = &editorial.Margins{Tighter: &tighter, Looser: &editorial.Loosening{
			Margin: tighter, Members: []editorial.MemberID{"mem_2"}, From: h.now, Until: h.now.Add(time.Hour), Reason: "a race", By: h.desk().By, At: h.now,
		}}
		return nil
	})
	require.NoError(t, err)
	_, err = h.crisis(false)
	require.NoError(t, err)
	h.delegates("dgn_1", "mem_2", h.now)
	id := h.pause(editorial.Scope{Channel: ribbon})
	h.now = h.now.Add(time.Minute)
	h.lift(id)
	_, err = h.Adopt(h.ctx, h.now)
	require.NoError(t, err)
	h.furnishDispatches()
	for table := range strings.SplitSeq(column(t, h.reader, `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type != 'shadow'`), "\x00") {
		require.NotEqual(t, "0", column(t, h.reader, `SELECT COUNT(*) FROM "`+table+`"`), "nothing in %s", table)
	}
}

// furnishPeople fills the tables about getting in.
func (h *house) furnishPeople() {
	t := h.t
	press := h.bundle("role_1", "Presse", editorial.Read, editorial.Approve)
	require.NoError(t, h.AddMember(h.ctx, h.desk(), maison, editorial.Member{ID: "mem_3", Name: "CMS", Service: true, Roles: map[editorial.CalendarID][]editorial.Role{maison: {press.ID}}}))
	h.signedIn("ses_1", "first")
	_, err := h.UpdateAccess(h.ctx, h.desk(), ines, func(a *editorial.Access) ([]editorial.Deed, error) {
		a.SetPassword("a hash", "ses_1", h.now)
		a.Factor = editorial.SecondFactor{Member: ines, Secret: editorial.NewSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), Step: 7, Made: noon, Confirmed: noon}
		a.Recovery = [][]byte{{1}, {2}}
		return nil, nil
	})
	require.NoError(t, err)
	_, err = h.Arrive(h.ctx, h.now, fromProvider("karim@example.org"), nil, editorial.Session{ID: "ses_2", Secret: []byte("provided")})
	require.NoError(t, err)
	h.addsPasskey("pky_1", "credential")
	h.invite("inv_1", "grace@example.org", "link")
	require.NoError(t, h.AddReset(h.ctx, h.desk(), editorial.Reset{ID: "rst_1", Member: "mem_2", ExpiresAt: noon.Add(time.Hour)}, []byte("reset")))
}

// requireSealed finds every line of a record from before it was sealed, with
// the hash that it had.
func (h *house) requireSealed(t *testing.T, path string) {
	t.Helper()
	statements, err := os.ReadFile(path)
	require.NoError(t, err)
	lines := h.lines(AuditFilter{Calendars: []editorial.CalendarID{maison}, Instance: true}, 99)
	require.NotEmpty(t, lines)
	for _, line := range lines {
		require.Len(t, line.First, 64)
		require.Contains(t, string(statements), line.First)
	}
	require.Equal(t, len(lines), strings.Count(string(statements), `INSERT INTO "audit"`)+strings.Count(string(statements), `INSERT INTO audit `))
	require.Empty(t, h.faults())
}

// furnishDispatches fills the tables of what people are told.
func (h *house) furnishDispatches() {
	h.tell()
	h.hook("hook_1", editorial.OutletSlack)
	require.NoError(h.t, h.AddHook(h.ctx, h.desk(), editorial.Hook{ID: "hook_2", Way: editorial.OutletHook, URL: editorial.NewSecret("https://siem.example.org/in"), Created: h.now}))
	h.mails("grace@example.org")
	claimed, err := h.ClaimDispatches(h.ctx, mailWays(), "test", h.now, 99)
	require.NoError(h.t, err)
	d := claimed[slices.IndexFunc(claimed, func(d editorial.Dispatch) bool { return d.To != "" })]
	_, err = h.SettleDispatch(h.ctx, editorial.DispatchOutcome{Dispatch: d.ID, Try: 1, Verdict: editorial.Later, Code: "mail_server", Message: "not yet", Started: h.now, Ended: h.now})
	require.NoError(h.t, err)
	require.NoError(h.t, h.MakeDigests(h.ctx, h.now))
	require.NoError(h.t, h.AddChatCode(h.ctx, ines, []byte("code"), h.now))
	_, err = h.LinkChat(h.ctx, []byte("code"), editorial.ChatAccount{ID: "chat_1", Workspace: "T1", User: "U1", Linked: h.now})
	require.NoError(h.t, err)
	require.NoError(h.t, h.AddChatCode(h.ctx, ines, []byte("another"), h.now))
	_, err = h.UpdateWishes(h.ctx, h.desk(), ines, func(w *editorial.Wishes) error {
		w.List = []editorial.Wish{{Weight: editorial.WeightNews, Way: editorial.OutletMail, Pace: editorial.Gathered}}
		return nil
	})
	require.NoError(h.t, err)
}

// requireDispatches reads what furnishDispatches wrote.
func (h *house) requireDispatches() {
	found, _, err := h.ListDispatches(h.ctx, DispatchFilter{}, Page{})
	require.NoError(h.t, err)
	letter := found[len(found)-1]
	for _, d := range found {
		if d.To == "grace@example.org" {
			letter = d
		}
	}
	require.Equal(h.t, "https://parution.example/x#secret", letter.Letter.Link.Reveal())
	require.Equal(h.t, 1, letter.Tries)
	_, m, err := h.ChatAccount(h.ctx, "T1", "U1")
	require.NoError(h.t, err)
	require.Equal(h.t, ines, m.ID)
	hook, err := h.GetHook(h.ctx, "hook_1")
	require.NoError(h.t, err)
	require.Equal(h.t, "https://hooks.example.org/secret", hook.URL.Reveal())
	w, err := h.GetWishes(h.ctx, ines)
	require.NoError(h.t, err)
	require.Equal(h.t, editorial.Gathered, w.List[0].Pace)
}

// requirePeople reads what furnishPeople wrote.
func (h *house) requirePeople() {
	t := h.t
	service, err := h.GetMember(h.ctx, "mem_3")
	require.NoError(t, err)
	require.Equal(t, editorial.Permissions{editorial.Read, editorial.Approve}, service.May(maison))
	a, err := h.AccessByEmail(h.ctx, "ines@example.org")
	require.NoError(t, err)
	require.Equal(t, "a hash", a.Password)
	require.True(t, a.Factor.Accept(a.Factor.Code(noon.Unix()/30), noon))
	require.Len(t, a.Recovery, 2)
	_, _, err = h.SessionBySecret(h.ctx, []byte("first"))
	require.NoError(t, err)
	i, _, _, err := h.InvitationBySecret(h.ctx, []byte("link"))
	require.NoError(t, err)
	require.True(t, i.Open(noon))
	require.NoError(t, h.UseReset(h.ctx, Write{By: editorial.Machine(), Now: noon}, []byte("reset"), "another hash"))
}

// furnishTalk fills the tables about what people say.
func (h *house) furnishTalk(p *editorial.Post) {
	words := "hiver"
	c := h.says(p, editorial.Remark{Text: "Hm.", Suggest: &words, Anchor: &editorial.Anchor{Revision: 2, Start: 3, End: 6}, Mentions: []editorial.MemberID{"mem_2"}})
	h.says(p, editorial.Remark{Text: "Yes."}, c.ID)
	require.NoError(h.t, h.ReadComments(h.ctx, "mem_2", c))
}

// requireTalk reads what furnishTalk wrote.
func (h *house) requireTalk() {
	heard, _, err := h.ListComments(h.ctx, CommentFilter{Calendar: maison, Reader: "mem_2"}, Page{})
	require.NoError(h.t, err)
	require.Len(h.t, heard, 2)
	require.False(h.t, heard[0].Unread)
	require.True(h.t, heard[1].Unread)
	require.Equal(h.t, "été", heard[0].Anchor.Quote)
	require.Equal(h.t, "hiver", heard[0].Suggestion.Text)
}

// requireWorkingCopy reads what furnish wrote of one post and did not save.
func (h *house) requireWorkingCopy() {
	posts, _, err := h.ListPosts(h.ctx, PostFilter{Calendar: maison, Text: "ete lum"}, Page{})
	require.NoError(h.t, err)
	c, err := h.GetWorkingCopy(h.ctx, ines, posts[0].ID)
	require.NoError(h.t, err)
	require.JSONEq(h.t, `{"text":"not saved"}`, c.Edit)
}

// requireNotices reads what was told, and goes on telling: of what comes, not
// of all that the record holds.
func (h *house) requireNotices(some bool) {
	t := h.t
	before, _, err := h.ListNotices(h.ctx, NoticeFilter{Member: "mem_2"}, Page{})
	require.NoError(t, err)
	require.Equal(t, some, len(before) > 0)
	h.pause(editorial.Scope{Calendar: maison})
	h.tell()
	after, _, err := h.ListNotices(h.ctx, NoticeFilter{Member: "mem_2"}, Page{})
	require.NoError(t, err)
	require.Equal(t, "pause.made", after[0].Line.Action)
	require.Less(t, len(after), len(before)+10)
}

// requireClients reads what is kept of those who come by a link.
func (h *house) requireClients() {
	found, err := h.VisitBySecret(h.ctx, []byte("client's visit"))
	require.NoError(h.t, err)
	require.Equal(h.t, "Cléo", found.Link.Name)
	require.Equal(h.t, ines, found.Maker.ID)
	seen, err := h.ListSeen(h.ctx, found.Link.ID)
	require.NoError(h.t, err)
	require.Len(h.t, seen, 1)
}

// requireIdentity reads whose the account at a provider is that furnish linked.
func (h *house) requireIdentity() {
	a, err := h.Arrive(h.ctx, h.now, fromProvider("another@example.org"), nil, editorial.Session{ID: "ses_3", Secret: []byte("again")})
	require.NoError(h.t, err)
	require.Equal(h.t, editorial.MemberID("mem_2"), a.Member.ID)
}

// requireTasks reads what is kept of what is to be done, and of the field.
func (h *house) requireTasks() {
	tasks, _, err := h.ListTasks(h.ctx, TaskFilter{Calendar: maison, Assignee: "mem_2", Open: true}, Page{})
	require.NoError(h.t, err)
	require.Len(h.t, tasks, 1)
	notes, _, err := h.ListFieldNotes(h.ctx, FieldNoteFilter{Calendar: maison, Tag: "prix"}, Page{})
	require.NoError(h.t, err)
	require.Len(h.t, notes, 1)
	require.Equal(h.t, "published", notes[0].Title)
}

// requirePasskey reads the passkey that furnish registered.
func (h *house) requirePasskey() {
	p, m, err := h.PasskeyByCredential(h.ctx, []byte("credential"))
	require.NoError(h.t, err)
	require.Equal(h.t, editorial.PasskeyID("pky_1"), p.ID)
	require.Equal(h.t, ines, m.ID)
}

// requireReleased reads what testdata/schema-*.sql holds, and goes on with it.
func (h *house) requireReleased() {
	t := h.t
	posts, _, err := h.ListPosts(h.ctx, PostFilter{Calendar: maison}, Page{})
	require.NoError(t, err)
	statuses := map[string]editorial.Status{}
	byTitle := map[string]*editorial.Post{}
	for _, p := range posts {
		statuses[p.Title], byTitle[p.Title] = p.Status, p
		require.Equal(t, editorial.StatusOf(p), p.Status, p.Title)
	}
	require.Equal(t, map[string]editorial.Status{
		"published": "published", "rewritten": "in_review", "scheduled": "scheduled", "an idea": "idea",
	}, statuses)
	requireSame(t, []editorial.Receipt{{RemoteID: "1", URL: "https://wall.example/1", Token: "t"}, {RemoteID: "2", URL: "https://wall.example/2"}},
		[]editorial.Receipt{byTitle["published"].Deliveries[0].Parts[0].Receipt, byTitle["published"].Deliveries[0].Parts[1].Receipt})
	require.Len(t, h.attempts(byTitle["published"], wall), 2)
	feed, err := h.ListFeed(h.ctx, wall, 9)
	require.NoError(t, err)
	require.Len(t, feed, 1)

	revisions, _, err := h.ListRevisions(h.ctx, byTitle["rewritten"].ID, Page{})
	require.NoError(t, err)
	require.Len(t, revisions, 2)
	require.Equal(t, 1, byTitle["rewritten"].Approval.Revision)
	found, _, err := h.ListPosts(h.ctx, PostFilter{Calendar: maison, Text: "ete lum"}, Page{})
	require.NoError(t, err)
	require.Equal(t, []*editorial.Post{byTitle["scheduled"]}, found)

	token, member, err := h.TokenBySecret(h.ctx, []byte{1, 2, 3})
	require.NoError(t, err)
	require.Equal(t, "agent", token.Name)
	require.True(t, member.May(maison).Has(editorial.Release))
	channel, err := h.GetChannel(h.ctx, wall)
	require.NoError(t, err)
	require.Equal(t, secret, channel.Credentials["token"].Reveal())
	pauses, _, err := h.ListPauses(h.ctx, nil, nil, Page{})
	require.NoError(t, err)
	require.Len(t, pauses, 1)
	media, err := h.GetMedia(h.ctx, "med_1")
	require.NoError(t, err)
	require.Equal(t, int64(9), media.Bytes)
	requireReplayed(t, "camp_1", h.campaign("camp_9", once("k", "body")))
	lines := h.lines(AuditFilter{Calendars: []editorial.CalendarID{maison}, Instance: true}, 99)
	require.Greater(t, len(lines), 12)
	require.Empty(t, h.faults())

	h.now = nine
	scheduled := byTitle["scheduled"]
	h.turn(published(h.claimOne(scheduled, wall)))
	require.Equal(t, editorial.Status("published"), h.get(scheduled).Status)
	h.edit(byTitle["an idea"], func(s *editorial.Sheet) { s.Content.Text = "words" })
	h.change(byTitle["rewritten"].ID, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		return p.Apply(editorial.Asked{Move: editorial.MoveApprove, Revision: 2}, desk)
	})
	require.Empty(t, h.faults())
}

// requireInstanceHook reads what is told what is of no calendar.
func (h *house) requireInstanceHook() {
	hooks, err := h.ListHooks(h.ctx, "")
	require.NoError(h.t, err)
	require.Len(h.t, hooks, 1)
	k, err := h.GetToken(h.ctx, "tok_2")
	require.NoError(h.t, err)
	require.Equal(h.t, editorial.TokenID("tok_1"), k.Parent)
}
