package editorial_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func TestNewPost(t *testing.T) {
	for name, row := range map[string]struct {
		role   editorial.Role
		change func(*editorial.Sheet)
		state  editorial.State // "" where it is refused
		code   editorial.Code
		at     []string
	}{
		"words make a draft": {
			editorial.Editor, func(*editorial.Sheet) {}, editorial.Draft, "", nil,
		},
		"a title alone is an idea": {
			editorial.Editor, func(s *editorial.Sheet) { s.Content = editorial.Content{} }, editorial.Idea, "", nil,
		},
		"blank words are still an idea": {
			editorial.Editor, func(s *editorial.Sheet) { s.Content.Text = " \n" }, editorial.Idea, "", nil,
		},
		"a picture makes a draft": {
			editorial.Editor,
			func(s *editorial.Sheet) { s.Content.Text, s.Content.Media = "", []editorial.MediaUse{picture("a")} },
			editorial.Draft, "", nil,
		},
		"the words of one channel make a draft": {
			editorial.Editor,
			func(s *editorial.Sheet) {
				s.Content.Text = ""
				s.Content.Variants = map[editorial.ChannelID]editorial.Variant{ribbon: {Parts: []string{"one", "two"}}}
			},
			editorial.Draft, "", nil,
		},
		"neither title nor words": {
			editorial.Editor,
			func(s *editorial.Sheet) { s.Title, s.Content.Text = " ", "" },
			"", editorial.CodeNothingToSay, []string{"/title nothing_to_say"},
		},
		"a reviewer writes nothing": {
			editorial.Reviewer, func(*editorial.Sheet) {}, "", editorial.CodeNotPermitted, nil,
		},
		"a contributor chooses no time": {
			editorial.Contributor, func(*editorial.Sheet) {}, "", editorial.CodeNotPermitted, nil,
		},
		"nor a channel's own time": {
			editorial.Contributor,
			func(s *editorial.Sheet) {
				s.Planned = editorial.When{}
				s.Times = map[editorial.ChannelID]editorial.When{wall: atNine}
			},
			"", editorial.CodeNotPermitted, nil,
		},
		"a contributor supplies copy": {
			editorial.Contributor, func(s *editorial.Sheet) { s.Planned = editorial.When{} }, editorial.Draft, "", nil,
		},
		"an editor does not declare a crisis": {
			editorial.Editor, func(s *editorial.Sheet) { s.Crisis = true }, "", editorial.CodeNotPermitted, nil,
		},
		"who approves declares one": {
			editorial.Manager, func(s *editorial.Sheet) { s.Crisis = true }, editorial.Draft, "", nil,
		},
		"its time has passed": {
			editorial.Editor,
			func(s *editorial.Sheet) { s.Planned.Local = "2026-11-23T13:00" },
			"", editorial.CodeTimePast, []string{"/publish_at time_past"},
		},
		"a channel's time has passed": {
			editorial.Editor,
			func(s *editorial.Sheet) {
				s.Times = map[editorial.ChannelID]editorial.When{wall: {Local: "2026-11-23T12:59", Zone: "Europe/Paris"}}
			},
			"", editorial.CodeTimePast, []string{"/variants/chan_wall/publish_at time_past"},
		},
		"a time for a channel that it does not go to": {
			editorial.Editor,
			func(s *editorial.Sheet) { s.Times = map[editorial.ChannelID]editorial.When{gallery: atNine} },
			"", editorial.CodeUnknownChannel, []string{"/variants/chan_gallery unknown_channel"},
		},
		"copy for a channel that it does not go to": {
			editorial.Editor,
			func(s *editorial.Sheet) { s.Content.Variants = map[editorial.ChannelID]editorial.Variant{gallery: {}} },
			"", editorial.CodeUnknownChannel, []string{"/variants/chan_gallery unknown_channel"},
		},
		"no such channel, and one named twice": {
			editorial.Editor,
			func(s *editorial.Sheet) { s.Content.Channels = []editorial.ChannelID{wall, "chan_other", wall} },
			"", editorial.CodeInvalid, []string{"/channels/1 unknown_channel", "/channels/2 twice"},
		},
		"a tolerance below nothing": {
			editorial.Editor, func(s *editorial.Sheet) { s.Lateness = -1 }, "", editorial.CodeBadLateness, []string{"/lateness bad_lateness"},
		},
		"the longest tolerance": {
			editorial.Editor, func(s *editorial.Sheet) { s.Lateness = editorial.MaxLateness }, editorial.Draft, "", nil,
		},
		"a tolerance that is another day": {
			editorial.Editor,
			func(s *editorial.Sheet) { s.Lateness = editorial.MaxLateness + 1 },
			"", editorial.CodeBadLateness, []string{"/lateness bad_lateness"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			r, sheet := newRoom(t), aSheet()
			row.change(&sheet)
			p, _, err := editorial.NewPost(sheet, r.as(row.role))
			require.Equal(t, row.code, code(err))
			require.Equal(t, row.at, refusedAt(err))
			if row.code != "" {
				require.Nil(t, p)
				return
			}
			require.Equal(t, row.state, p.State)
			require.Equal(t, editorial.Status(row.state), p.Status)
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
	require.Empty(t, cmp.Diff(original, clone))

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
	require.Empty(t, cmp.Diff(full(), original))

	require.Empty(t, cmp.Diff(editorial.Sheet{}, editorial.Sheet{}.Clone(), cmpopts.EquateEmpty()))
}

func TestOnWire(t *testing.T) {
	r := approved(t).late(0)
	require.Empty(t, r.post.OnWire())
	r.claim(ribbon, editorial.StepSend)
	require.Equal(t, []editorial.ChannelID{ribbon}, r.post.OnWire())
	r.settle(ribbon, says(editorial.Unknown))
	require.Empty(t, r.post.OnWire())
}
