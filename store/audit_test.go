package store

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// record adds a line to a chain.
func (h *house) record(line editorial.AuditLine) {
	h.t.Helper()
	require.NoError(h.t, h.write(h.ctx, func(t *tx) error { return t.log(line) }))
}

// lines reads the record.
func (h *house) lines(f AuditFilter, limit int) []editorial.AuditLine {
	h.t.Helper()
	found, err := h.ListAudit(h.ctx, f, limit)
	require.NoError(h.t, err)
	return found
}

// actions is the record's last lines in short, oldest first.
func (h *house) actions(last int) (all []string) {
	h.t.Helper()
	for _, line := range h.lines(AuditFilter{Calendars: []editorial.CalendarID{maison}, Instance: true, Latest: true}, last) {
		all = append([]string{line.Action + " " + line.Subject}, all...)
	}
	return all
}

func TestAuditRoundTrip(t *testing.T) {
	h := newHouse(t)
	want := filled[editorial.AuditLine](1)
	want.Calendar = maison
	head := h.lines(AuditFilter{Calendars: []editorial.CalendarID{maison}, Latest: true}, 1)[0]
	h.record(want)
	got := h.lines(AuditFilter{Calendars: []editorial.CalendarID{maison}, Latest: true}, 1)[0]
	want.Salts, want.Seals, want.First = got.Salts, got.Seals, ""
	want = want.Chain(head.Hash)
	want.Seq, want.Actor.May, want.Actor.Language = head.Seq+1, nil, ""
	requireSame(t, want, got)
	require.Empty(t, h.faults())
}

// faults is what is wrong with the record.
func (h *house) faults() []editorial.AuditFault {
	h.t.Helper()
	check := editorial.AuditCheck{Whole: true}
	require.NoError(h.t, h.CheckAudit(h.ctx, &check))
	return check.Faults
}

// Each calendar has a chain of its own, and the instance too: every line holds
// the hash of the one before it, and a line that was changed shows.
func TestAuditChains(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.AddCalendar(h.ctx, h.desk(), aCalendar("cal_2"), ines))
	for i := range 12 {
		line := filled[editorial.AuditLine](i + 1)
		line.Calendar = []editorial.CalendarID{maison, "cal_2", ""}[i%3]
		h.record(line)
	}
	lines := h.lines(AuditFilter{Calendars: []editorial.CalendarID{maison, "cal_2"}, Instance: true}, 100)
	require.Greater(t, len(lines), 12)
	require.Empty(t, h.faults())
	heads, err := h.AuditHeads(h.ctx)
	require.NoError(t, err)
	require.Len(t, heads, 3)
	require.Equal(t, lines[len(lines)-1].Seq, editorial.HeadOf(heads).Seq)
	check := editorial.AuditCheck{Whole: true}
	require.NoError(t, h.CheckAudit(h.ctx, &check))
	require.Equal(t, editorial.HeadOf(heads), check.Head(), "what is shown is what is checked")
	one, err := h.AuditHeads(h.ctx, "cal_2")
	require.NoError(t, err)
	require.Contains(t, heads, one[0])
	none, err := h.AuditHeads(h.ctx, "cal_9")
	require.NoError(t, err)
	require.Empty(t, none)

	h.unlock()
	h.raw(`UPDATE audit SET note = 'nothing to see' WHERE seq = $1`, lines[6].Seq)
	require.Equal(t, []editorial.AuditFault{{Kind: editorial.AuditChanged, Calendar: lines[6].Calendar, Seq: lines[6].Seq, After: lines[4].Seq}}, h.faults())
	h.raw(`DELETE FROM audit WHERE seq = $1`, lines[6].Seq)
	require.Len(t, h.faults(), 1, "the one behind it hangs in the air")
	require.Equal(t, editorial.AuditRemoved, h.faults()[0].Kind)
}

// unlock lets go of what keeps the record as it is, as somebody can who has
// the file.
func (h *house) unlock() {
	h.raw(`DROP TRIGGER audit_stays`)
	h.raw(`DROP TRIGGER audit_keeps`)
}

// Whoever reaches the database by way of the daemon adds to the record, or
// takes words out of it; nothing else.
func TestTheRecordIsOnlyAddedTo(t *testing.T) {
	h := newHouse(t)
	line := filled[editorial.AuditLine](1)
	line.Calendar = maison
	h.record(line)
	before := h.everything()
	refused := func(statement string) {
		t.Helper()
		_, err := h.writer.ExecContext(h.ctx, statement)
		require.ErrorContains(t, err, "the record is only added to", statement)
	}
	for name := range strings.SplitSeq(column(t, h.reader, `SELECT name FROM pragma_table_info('audit')`), "\x00") {
		value := `'other'`
		switch name {
		case "seq", "at", "revision":
			value = `99`
		case "name_salt", "note_salt", "detail_salt":
			value = `x'00'`
		}
		refused(`UPDATE audit SET ` + name + ` = ` + value)
	}
	refused(`UPDATE audit SET name = NULL, name_salt = NULL, hash = ''`)
	refused(`DELETE FROM audit`)
	refused(`DELETE FROM audit WHERE seq = (SELECT MAX(seq) FROM audit)`)
	refused(`INSERT OR REPLACE INTO audit (seq, ` + auditWritten + `) SELECT seq, ` + auditWritten + ` FROM audit WHERE seq = 1`)
	require.Equal(t, before, h.everything())
	h.raw(`UPDATE audit SET note = NULL, note_salt = NULL`)
	require.Empty(t, h.faults())
}

func TestListAudit(t *testing.T) {
	h := houseIn(t, t.TempDir())
	for i, calendar := range []editorial.CalendarID{"cal_1", "cal_2", "", "cal_1", "cal_2", "", "cal_1"} {
		post := editorial.PostID("post_" + strconv.Itoa(i%2))
		h.record(editorial.AuditLine{
			At: noon.Add(time.Duration(i) * time.Hour), Calendar: calendar, Post: post, Subject: "subject_" + strconv.Itoa(i%3),
			Actor:  editorial.Actor{Member: editorial.MemberID("mem_" + strconv.Itoa(i%2)), Maker: editorial.MemberID("mem_" + strconv.Itoa(i))},
			Action: []string{"post.held", "post.heldup", "posts.held", "member.added", "pos", "post.", "post"}[i],
		})
	}
	both := []editorial.CalendarID{"cal_1", "cal_2"}
	for name, row := range map[string]struct {
		filter AuditFilter
		limit  int
		want   []int64
	}{
		"one chain":             {AuditFilter{Calendars: both[:1]}, 9, []int64{1, 4, 7}},
		"two":                   {AuditFilter{Calendars: both}, 9, []int64{1, 2, 4, 5, 7}},
		"the instance’s":        {AuditFilter{Instance: true}, 9, []int64{3, 6}},
		"all":                   {AuditFilter{Calendars: both, Instance: true}, 9, []int64{1, 2, 3, 4, 5, 6, 7}},
		"none":                  {AuditFilter{}, 9, []int64{}},
		"a post’s":              {AuditFilter{Calendars: both, Instance: true, Post: "post_1"}, 9, []int64{2, 4, 6}},
		"a page":                {AuditFilter{Calendars: both, After: 2}, 2, []int64{4, 5}},
		"after the end":         {AuditFilter{Calendars: both, After: 7}, 2, []int64{}},
		"latest":                {AuditFilter{Calendars: both, Latest: true}, 2, []int64{7, 5}},
		"latest, a page":        {AuditFilter{Calendars: both, Latest: true, Before: 5}, 2, []int64{4, 2}},
		"latest, the first":     {AuditFilter{Calendars: both, Latest: true, Before: 1}, 2, []int64{}},
		"latest knows no after": {AuditFilter{Calendars: both, Latest: true, After: 5}, 1, []int64{7}},
		"who did it":            {AuditFilter{Calendars: both, Instance: true, Member: "mem_1"}, 9, []int64{2, 4, 6}},
		"whose token it was":    {AuditFilter{Calendars: both, Instance: true, Member: "mem_4"}, 9, []int64{5}},
		"a kind":                {AuditFilter{Calendars: both, Instance: true, Kind: "post"}, 9, []int64{1, 2, 6, 7}},
		"an action":             {AuditFilter{Calendars: both, Instance: true, Kind: "post.held"}, 9, []int64{1}},
		"a kind that is none":   {AuditFilter{Calendars: both, Instance: true, Kind: "%"}, 9, []int64{}},
		"a subject":             {AuditFilter{Calendars: both, Instance: true, Subject: "subject_1"}, 9, []int64{2, 5}},
		"since then":            {AuditFilter{Calendars: both, Instance: true, Since: noon.Add(4 * time.Hour)}, 9, []int64{5, 6, 7}},
		"until then":            {AuditFilter{Calendars: both, Instance: true, Until: noon.Add(2 * time.Hour)}, 9, []int64{1, 2}},
		"all of it together":    {AuditFilter{Calendars: both, Latest: true, Kind: "post", Member: "mem_0", Since: noon.Add(time.Hour)}, 9, []int64{7}},
		"a post’s latest":       {AuditFilter{Calendars: both, Latest: true, Post: "post_0"}, 9, []int64{7, 5, 1}},
	} {
		t.Run(name, func(t *testing.T) {
			found := []int64{}
			for _, line := range h.in(t).lines(row.filter, row.limit) {
				found = append(found, line.Seq)
			}
			require.Equal(t, row.want, found)
		})
	}
}

// Every change of every noun leaves its line, in the same commit.
func TestEveryChangeIsOnRecord(t *testing.T) {
	h := newHouse(t)
	done := func(err error) { t.Helper(); require.NoError(t, err) }
	_, err := h.UpdateCalendar(h.ctx, h.desk(), maison, func(*editorial.Calendar) error { return nil })
	done(err)
	done(h.AddMember(h.ctx, h.desk(), maison, editorial.Member{ID: "mem_2", Email: "x"}))
	_, err = h.UpdateMember(h.ctx, h.desk(), maison, "mem_2", func(*editorial.Member) error { return nil })
	done(err)
	done(h.AddToken(h.ctx, h.desk(), editorial.Token{ID: "tok_1", Member: ines, Maker: ines}, []byte("h")))
	_, err = h.UpdateToken(h.ctx, h.desk(), "tok_1", func(*editorial.Token) error { return nil })
	done(err)
	_, err = h.UpdateChannel(h.ctx, h.desk(), wall, func(*editorial.Channel) error { return nil })
	done(err)
	done(h.AddCampaign(h.ctx, h.desk(), editorial.Campaign{ID: "camp_1", Calendar: maison}))
	_, err = h.UpdateCampaign(h.ctx, h.desk(), "camp_1", func(*editorial.Campaign) error { return nil })
	done(err)
	done(h.RemoveCampaign(h.ctx, h.desk(), "camp_1", asItIs[editorial.Campaign]))
	done(h.AddPillar(h.ctx, h.desk(), editorial.Pillar{ID: "pil_1", Calendar: maison}))
	_, err = h.UpdatePillar(h.ctx, h.desk(), "pil_1", func(*editorial.Pillar) error { return nil })
	done(err)
	done(h.RemovePillar(h.ctx, h.desk(), "pil_1", asItIs[editorial.Pillar]))
	done(h.AddPause(h.ctx, h.desk(), aPause("pau_1", editorial.Scope{Calendar: maison})))
	_, err = h.UpdatePause(h.ctx, h.desk(), "pau_1", func(*editorial.Pause) error { return nil })
	done(err)
	require.Equal(t, []string{
		"member.added mem_1", "calendar.created cal_1", "channel.connected chan_1", "channel.connected chan_2",
		"calendar.updated cal_1", "member.added mem_2", "member.updated mem_2", "token.created tok_1", "token.updated tok_1",
		"channel.updated chan_1", "campaign.created camp_1", "campaign.updated camp_1", "campaign.removed camp_1",
		"pillar.created pil_1", "pillar.updated pil_1", "pillar.removed pil_1", "pause.made pau_1", "pause.updated pau_1",
	}, h.actions(99))
	for _, line := range h.lines(AuditFilter{Calendars: []editorial.CalendarID{maison}, Instance: true}, 99) {
		require.Equal(t, ines, line.Actor.Member)
		require.Nil(t, line.Actor.May)
		require.Equal(t, noon, line.At)
	}
}

// A setting that was changed is on record with what it was and what it is, and
// never a secret.
func TestSettingsOnRecord(t *testing.T) {
	h := newHouse(t)
	said := func() string {
		return h.lines(AuditFilter{Calendars: []editorial.CalendarID{maison}, Latest: true}, 1)[0].Detail
	}
	_, err := h.UpdateCalendar(h.ctx, h.desk(), maison, func(c *editorial.Calendar) error {
		c.Policy.NoSelfApproval, c.Zone = true, "Asia/Tokyo"
		return nil
	})
	require.NoError(t, err)
	require.Equal(t, "Policy.NoSelfApproval: false → true; Zone: Europe/Paris → Asia/Tokyo", said())
	_, err = h.UpdateChannel(h.ctx, h.desk(), wall, func(c *editorial.Channel) error {
		c.Name = "Mur"
		c.Credentials = editorial.Credentials{"token": editorial.NewSecret(secret)}
		return nil
	})
	require.NoError(t, err)
	require.Contains(t, said(), "Name: ")
	require.Contains(t, said(), " → Mur")
	require.NotContains(t, said(), secret)
	press := h.bundle("role_1", "Presse", editorial.Read)
	_, err = h.UpdateBundle(h.ctx, h.desk(), press.ID, func(b *editorial.Bundle) error {
		b.Set(editorial.Permissions{editorial.Approve})
		return nil
	})
	require.NoError(t, err)
	require.Equal(t, "Permissions.1: none → approve", said())
}
