package editorial_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// The calendar of these tests has three channels, on platforms of their own.
const (
	wall    editorial.ChannelID = "chan_wall"    // short posts, with pictures
	ribbon  editorial.ChannelID = "chan_ribbon"  // threads, and a first comment
	gallery editorial.ChannelID = "chan_gallery" // pictures, uploaded ten minutes ahead
)

// The post of these tests is worked on at noon, and due the next day at nine.
var (
	noon   = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	due    = time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)
	atNine = editorial.When{Local: "2026-11-24T09:00", Zone: "Europe/Paris"}
	atTen  = editorial.When{Local: "2026-11-24T10:00", Zone: "Europe/Paris"}
)

const tolerance = editorial.DefaultLateness

// room is a team at work on one post, and the releaser that sends it.
type room struct {
	t         require.TestingT
	now       time.Time
	calendar  editorial.Calendar
	channels  editorial.Channels
	team      []editorial.Member
	away      []editorial.Delegation
	campaigns map[editorial.CampaignID]*editorial.Margins
	pauses    []editorial.Pause
	post      *editorial.Post
	copies    map[int]editorial.Content // of every revision
	work      map[editorial.ChannelID]editorial.Work
	lines     editorial.Lines // of the last change
}

// newRoom has no margin: every change needs an approval, until a test gives it
// one.
func newRoom(t require.TestingT) *room {
	policy := editorial.DefaultPolicy()
	policy.Margin = editorial.Margin{}
	return &room{
		t: t, now: noon,
		calendar: editorial.Calendar{ID: "cal_1", Zone: "Europe/Paris", Policy: policy},
		channels: editorial.Channels{wall: aChannel(wall), ribbon: aChannel(ribbon), gallery: aChannel(gallery)},
		copies:   map[int]editorial.Content{},
		work:     map[editorial.ChannelID]editorial.Work{},
	}
}

// aChannel is a connected account, with the limits of its platform.
func aChannel(id editorial.ChannelID) editorial.Channel {
	c := editorial.Channel{
		ID: id, Calendar: "cal_1", Platform: editorial.Platform(id[len("chan_"):]),
		State: editorial.Connected, RemoteID: "account of " + string(id),
	}
	c.Limits = editorial.Limits{
		Text: []editorial.TextLimit{{Max: 100, Counting: editorial.Counting{Unit: editorial.Graphemes}}}, TextOrMedia: true,
		Media: editorial.MediaLimits{Max: 2, Types: map[string]int64{"image/png": 1000}},
	}
	switch id {
	case ribbon:
		c.Limits.Parts, c.Limits.FirstComment = 3, true
		c.Limits.Options = []editorial.OptionSpec{{Name: "quiet", Kind: editorial.OptionToggle}}
	case gallery:
		c.Limits.MediaRequired, c.Limits.Lead = true, 10*time.Minute
	}
	return c
}

// as is somebody with a role at their desk, now.
func (r *room) as(roles ...editorial.Role) editorial.Desk {
	by := editorial.Actor{Member: editorial.MemberID("mem_" + roles[0]), May: editorial.Granted(roles)}
	if roles[0] == editorial.Owner {
		by.May = editorial.Owner.Permissions()
	}
	return editorial.Desk{Calendar: r.calendar, Channels: r.channels, Team: r.team, Away: r.away, Campaigns: r.campaigns, By: by, Now: r.now}
}

func aSheet() editorial.Sheet {
	return editorial.Sheet{
		Title: "Opening", Planned: atNine,
		Content: editorial.Content{Text: "We open today", Language: "en", Channels: []editorial.ChannelID{wall, ribbon}},
	}
}

func picture(hash string) editorial.MediaUse {
	return editorial.MediaUse{Media: "med_1", Hash: hash, Type: "image/png", Bytes: 100, Width: 4, Height: 3, Alt: "A door"}
}

// written starts the post: a draft by an editor, for two channels, dated.
func written(t require.TestingT, change ...func(*editorial.Sheet)) *room {
	r := newRoom(t)
	r.write(change...)
	return r
}

func (r *room) write(change ...func(*editorial.Sheet)) {
	sheet := aSheet()
	for _, one := range change {
		one(&sheet)
	}
	var err error
	r.post, r.lines, err = editorial.NewPost(sheet, r.as(editorial.Editor))
	require.NoError(r.t, err)
	r.copies[1] = r.post.Content
}

// approved is the post as a manager signed it.
func approved(t require.TestingT, change ...func(*editorial.Sheet)) *room {
	r := written(t, change...)
	r.does(editorial.Manager, editorial.MoveApprove)
	return r
}

// late brings the room to a moment after the due instant.
func (r *room) late(by time.Duration) *room {
	r.now = due.Add(by)
	return r
}

// move tries a move on the current revision.
func (r *room) move(role editorial.Role, move editorial.Move, late ...editorial.Late) error {
	asked := editorial.Asked{Move: move, Revision: r.post.Revision, Note: "a note"}
	if len(late) > 0 {
		asked.Late = late[0]
	}
	lines, err := r.post.Apply(asked, r.as(role))
	r.lines = lines
	return err
}

func (r *room) does(role editorial.Role, move editorial.Move, late ...editorial.Late) {
	require.NoError(r.t, r.move(role, move, late...), move)
}

// edit tries a change of the sheet.
func (r *room) edit(role editorial.Role, change func(*editorial.Sheet)) error {
	next := r.post.Clone()
	change(&next)
	desk := r.as(role)
	desk.Ruler = r.ruler()
	lines, err := r.post.Edit(next, desk)
	r.lines = lines
	r.copies[r.post.Revision] = r.post.Content
	return err
}

// ruler measures from what was approved.
func (r *room) ruler() editorial.Ruler {
	if r.post.Approval == nil {
		return editorial.Ruler{}
	}
	return editorial.NewRuler(r.post.Approval.Revision, r.copies[r.post.Approval.Revision])
}

func (r *room) saves(role editorial.Role, change func(*editorial.Sheet)) {
	require.NoError(r.t, r.edit(role, change))
}

// decide tries a move on one delivery.
func (r *room) decide(role editorial.Role, channel editorial.ChannelID, asked editorial.DeliveryAsked) error {
	lines, err := r.post.ApplyDelivery(r.on(channel).ID, asked, r.as(role))
	r.lines = lines
	return err
}

func (r *room) on(channel editorial.ChannelID) *editorial.Delivery {
	d := r.post.Delivery(channel)
	require.NotNil(r.t, d, channel)
	return d
}

// caseOf is what the gate looks at for one channel now.
func (r *room) caseOf(channel editorial.ChannelID) editorial.Case {
	d := r.on(channel)
	revision := r.post.RevisionFor(d, r.calendar, r.channels)
	c := editorial.Case{
		Post: r.post, Delivery: d, Calendar: r.calendar, Channels: editorial.Channels{channel: r.channels[channel]},
		Content: r.copies[revision], Revision: revision, Pauses: r.pauses, Now: r.now,
	}
	if c.Touched() {
		approved := r.copies[r.post.Approval.Revision]
		c.Approved = &approved
	}
	return c
}

// open has the releaser look at a channel now.
func (r *room) open(channel editorial.ChannelID) editorial.Step {
	c := r.caseOf(channel)
	step := c.Delivery.Open(c, "daemon")
	if step != editorial.StepNone {
		r.work[channel] = c.Delivery.Work(step, c)
	}
	r.post.Derive()
	return step
}

// claim opens a channel and expects a step.
func (r *room) claim(channel editorial.ChannelID, want editorial.Step) {
	require.Equal(r.t, want, r.open(channel), "%s is %s", channel, r.on(channel).State)
}

// settle brings back what the last claimed step came to.
func (r *room) settle(channel editorial.ChannelID, o editorial.Outcome) editorial.Settlement {
	w := r.work[channel]
	o.Delivery, o.Attempt, o.Key, o.Step, o.Ended = w.Delivery.ID, w.Attempt, w.Sent.Key, w.Step, r.now
	s := r.on(channel).Settle(o, r.calendar.Policy, editorial.Terms{})
	r.post.Derive()
	return s
}

// answers carries the channel's next call out, with a verdict.
func (r *room) answers(channel editorial.ChannelID, verdict editorial.Verdict) editorial.Settlement {
	r.claim(channel, editorial.StepSend)
	return r.settle(channel, says(verdict))
}

// says is an outcome as a platform that keeps its word gives it.
func says(verdict editorial.Verdict) editorial.Outcome {
	o := editorial.Outcome{Verdict: verdict}
	if verdict == editorial.Done {
		o.Receipt = editorial.Receipt{RemoteID: "1", URL: "https://wall.example/1"}
	} else {
		o.Code, o.Message = string(verdict), "so says the platform"
	}
	return o
}

// absent is a look that found nothing.
func absent(how editorial.Absence) editorial.Outcome {
	return editorial.Outcome{Verdict: editorial.Done, Absence: how}
}

func (r *room) pause(scope editorial.Scope, from, until time.Time) {
	r.pauses = append(r.pauses, editorial.Pause{ID: "pau_1", Scope: scope, Reason: "an accident", From: from, Until: until})
}

func (r *room) noticed(code editorial.Code, channel editorial.ChannelID) bool {
	return slices.ContainsFunc(r.lines.Notices, func(n editorial.Notice) bool { return n.Code == code && n.Channel == channel })
}

func (r *room) recorded() []string {
	actions := make([]string, 0, len(r.lines.Audit))
	for _, line := range r.lines.Audit {
		actions = append(actions, line.Action)
	}
	return actions
}

func holdCodes(holds []editorial.Hold) []editorial.Code {
	codes := make([]editorial.Code, 0, len(holds))
	for _, hold := range holds {
		codes = append(codes, hold.Code)
	}
	return codes
}

// code is why something was refused, "" where it was not.
func code(err error) editorial.Code {
	if err == nil {
		return ""
	}
	return editorial.AsRefusal(err).Code
}

// refusedAt lists the refusal's problems as "pointer code".
func refusedAt(err error) []string {
	var all []string
	if r := editorial.AsRefusal(err); r != nil {
		for _, p := range r.Problems {
			all = append(all, p.Pointer+" "+string(p.Code))
		}
	}
	return all
}

// golden compares with a file of testdata, which PARUTION_GOLDEN=1 rewrites.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if os.Getenv("PARUTION_GOLDEN") == "1" {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}
