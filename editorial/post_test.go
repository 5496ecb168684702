package editorial_test

import (
	"cmp"
	"strings"
	"testing"
	"time"

	diff "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestNewPost(t *testing.T) {
	editor, contributor, reviewer, manager := editorial.Editor, editorial.Contributor, editorial.Reviewer, editorial.Manager
	own := func(s *editorial.Sheet, channel editorial.ChannelID, local string) {
		s.Times = map[editorial.ChannelID]editorial.When{channel: {Local: local, Zone: "Europe/Paris"}}
	}
	variants := func(s *editorial.Sheet, channel editorial.ChannelID, v editorial.Variant) {
		s.Content.Variants = map[editorial.ChannelID]editorial.Variant{channel: v}
	}
	for name, row := range map[string]struct {
		role   editorial.Role
		change func(*editorial.Sheet)
		want   string // its state, or why it is refused
	}{
		"words make a draft":            {editor, func(*editorial.Sheet) {}, "draft"},
		"a title alone is an idea":      {editor, func(s *editorial.Sheet) { s.Content = editorial.Content{} }, "idea"},
		"blank words are still an idea": {editor, func(s *editorial.Sheet) { s.Content.Text = " \n" }, "idea"},
		"a picture makes a draft":       {editor, func(s *editorial.Sheet) { s.Content.Text, s.Content.Media = "", []editorial.MediaUse{picture("a")} }, "draft"},
		"one channel's words make a draft": {editor, func(s *editorial.Sheet) {
			s.Content.Text = ""
			variants(s, ribbon, editorial.Variant{Parts: []string{"one"}})
		}, "draft"},
		"neither title nor words":                   {editor, func(s *editorial.Sheet) { s.Title, s.Content.Text = " ", "" }, "/title nothing_to_say"},
		"a reviewer writes nothing":                 {reviewer, func(*editorial.Sheet) {}, "not_permitted"},
		"a contributor chooses no time":             {contributor, func(*editorial.Sheet) {}, "not_permitted"},
		"nor a channel's own time":                  {contributor, func(s *editorial.Sheet) { undated(s); own(s, wall, "2026-11-24T09:00") }, "not_permitted"},
		"a contributor supplies copy":               {contributor, undated, "draft"},
		"an editor does not declare a crisis":       {editor, func(s *editorial.Sheet) { s.Crisis = true }, "not_permitted"},
		"who approves declares one":                 {manager, func(s *editorial.Sheet) { s.Crisis = true }, "draft"},
		"its time has passed":                       {editor, func(s *editorial.Sheet) { s.Planned.Local = "2026-11-23T13:00" }, "/publish_at time_past"},
		"its time lies ahead":                       {editor, func(s *editorial.Sheet) { s.Planned.Local = "2026-11-23T13:00:01" }, "draft"},
		"a channel's time has passed":               {editor, func(s *editorial.Sheet) { own(s, wall, "2026-11-23T12:59") }, "/variants/chan_wall/publish_at time_past"},
		"a time where it does not go":               {editor, func(s *editorial.Sheet) { own(s, gallery, "2026-11-24T09:00") }, "/variants/chan_gallery unknown_channel"},
		"copy where it does not go":                 {editor, func(s *editorial.Sheet) { variants(s, gallery, editorial.Variant{}) }, "/variants/chan_gallery unknown_channel"},
		"no such channel":                           {editor, func(s *editorial.Sheet) { s.Content.Channels = []editorial.ChannelID{wall, "chan_other"} }, "/channels/1 unknown_channel"},
		"a channel twice":                           {editor, func(s *editorial.Sheet) { s.Content.Channels = []editorial.ChannelID{wall, wall} }, "/channels/1 twice"},
		"a tolerance below nothing":                 {editor, func(s *editorial.Sheet) { s.Lateness = -1 }, "/lateness bad_lateness"},
		"the longest tolerance":                     {editor, func(s *editorial.Sheet) { s.Lateness = editorial.MaxLateness }, "draft"},
		"a tolerance that reaches into a third day": {editor, func(s *editorial.Sheet) { s.Lateness = editorial.MaxLateness + 1 }, "/lateness bad_lateness"},
		"all that is wrong is said at once":         {editor, func(s *editorial.Sheet) { s.Lateness = -1; s.Planned = editorial.When{Local: "x"} }, "/lateness bad_lateness, /publish_at time_past"},
	} {
		t.Run(name, func(t *testing.T) {
			r, sheet := newRoom(t), aSheet()
			row.change(&sheet)
			p, _, err := editorial.NewPost(sheet, r.as(row.role))
			if err != nil {
				require.Nil(t, p)
				require.Equal(t, row.want, cmp.Or(strings.Join(refusedAt(err), ", "), string(code(err))))
				return
			}
			require.EqualValues(t, row.want, p.State)
			require.EqualValues(t, row.want, p.Status)
		})
	}
}

func TestNewPostIsOnRecord(t *testing.T) {
	r := written(t)
	require.Equal(t, 1, r.post.Revision)
	require.EqualValues(t, 1, r.post.Version)
	require.Equal(t, editorial.MemberID("mem_editor"), r.post.Author)
	require.Equal(t, editorial.MemberID("mem_editor"), r.post.Owner)
	require.Equal(t, noon, r.post.Created)
	require.Equal(t, noon, r.post.Updated)
	require.Nil(t, r.post.Approval)
	require.Len(t, r.lines.Audit, 1)
	line := r.lines.Audit[0]
	line.Actor = editorial.Actor{Member: line.Actor.Member}
	require.Equal(t, editorial.AuditLine{
		At: noon, Calendar: "cal_1", Actor: editorial.Actor{Member: "mem_editor"}, Action: "post.created",
		Subject: string(r.post.ID), Post: r.post.ID, Revision: 1, Status: "draft",
	}, line)
}

func TestNewPostKeepsItsOwner(t *testing.T) {
	r := written(t, func(s *editorial.Sheet) { s.Owner = "mem_designer" })
	require.Equal(t, editorial.MemberID("mem_designer"), r.post.Owner)
}

// What would stop the post later is said at once, and does not stop the save.
func TestNewPostWarns(t *testing.T) {
	r := written(t, func(s *editorial.Sheet) {
		s.Content.Channels = []editorial.ChannelID{wall, gallery}
		s.Planned = editorial.When{Local: "2027-03-28T02:30", Zone: "Europe/Paris"}
		s.Times = map[editorial.ChannelID]editorial.When{wall: {Local: "2027-10-31T02:30", Zone: "Europe/Paris"}}
	})
	require.Equal(t, []editorial.Notice{
		{Code: editorial.CodeMediaRequired, Channel: gallery, Pointer: "/media"},
		{Code: editorial.CodeTimeInGap, Pointer: "/publish_at"},
		{Code: editorial.CodeTimeTwice, Channel: wall, Pointer: "/variants/chan_wall/publish_at"},
	}, r.lines.Notices)
}

func TestSheetTimeOf(t *testing.T) {
	s := aSheet()
	s.Times = map[editorial.ChannelID]editorial.When{wall: atTen, gallery: {}}
	require.Equal(t, atTen, s.TimeOf(wall))
	require.Equal(t, atNine, s.TimeOf(ribbon))
	require.True(t, s.TimeOf(gallery).IsZero(), "undated on this channel, whatever the post's time")
}

// The list of posts sorts by the earliest channel, as it left or as it will.
func TestFirstDue(t *testing.T) {
	r := approved(t, func(s *editorial.Sheet) {
		s.Times = map[editorial.ChannelID]editorial.When{ribbon: {Local: "2026-11-24T08:00", Zone: "Europe/Paris"}}
	})
	require.Equal(t, due.Add(-time.Hour), r.post.FirstDue)

	r.saves(editorial.Editor, func(s *editorial.Sheet) { s.Times = map[editorial.ChannelID]editorial.When{ribbon: {}} })
	require.Equal(t, due, r.post.FirstDue)

	r.saves(editorial.Editor, func(s *editorial.Sheet) { s.Planned = editorial.When{} })
	require.True(t, r.post.FirstDue.IsZero())

	r = written(t, func(s *editorial.Sheet) { s.Content.Channels = nil })
	require.Equal(t, due, r.post.FirstDue, "an idea without channels has its place on the calendar")
}

func TestSheetClone(t *testing.T) {
	full := func() editorial.Sheet {
		s, text := aSheet(), "On the wall"
		thumbnail, media := picture("t"), []editorial.MediaUse{picture("b")}
		s.Labels = []string{"spring"}
		s.Times = map[editorial.ChannelID]editorial.When{wall: atTen}
		s.Content.Media = []editorial.MediaUse{picture("a")}
		s.Content.Link = &editorial.LinkCard{URL: "https://a.example", Thumbnail: &thumbnail}
		s.Content.Variants = map[editorial.ChannelID]editorial.Variant{
			wall: {Text: &text, Media: &media, Link: &editorial.LinkCard{URL: "https://b.example"}},
			ribbon: {
				Parts: []string{"one", "two"}, FirstComment: "three", Options: editorial.Options{"quiet": true},
			},
		}
		return s
	}
	original := full()
	clone := original.Clone()
	require.Empty(t, diff.Diff(original, clone))

	clone.Labels[0] = "autumn"
	clone.Times[wall] = atNine
	clone.Content.Channels[0] = gallery
	clone.Content.Media[0].Alt = "another"
	clone.Content.Link.URL = "another"
	clone.Content.Link.Thumbnail.Alt = "another"
	*clone.Content.Variants[wall].Text = "another"
	(*clone.Content.Variants[wall].Media)[0].Alt = "another"
	clone.Content.Variants[wall].Link.Title = "another"
	clone.Content.Variants[ribbon].Parts[0] = "another"
	clone.Content.Variants[ribbon].Options["quiet"] = false
	delete(clone.Content.Variants, ribbon)
	require.Empty(t, diff.Diff(full(), original))

	require.Empty(t, diff.Diff(editorial.Sheet{}, editorial.Sheet{}.Clone(), cmpopts.EquateEmpty()))
}

func TestOnWire(t *testing.T) {
	r := approved(t).late(0)
	require.Empty(t, r.post.OnWire())
	r.claim(ribbon, editorial.StepSend)
	require.Equal(t, []editorial.ChannelID{ribbon}, r.post.OnWire())
	r.settle(ribbon, says(editorial.Unknown))
	require.Empty(t, r.post.OnWire())
}
