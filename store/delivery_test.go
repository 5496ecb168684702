package store

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// aDelivery has something in every field, as far as its states allow.
func aDelivery(seed int) editorial.Delivery {
	d := filled[editorial.Delivery](seed)
	d.ID, d.Post, d.Calendar, d.Channel, d.Platform, d.State = "dlv_1", "post_1", maison, wall, editorial.Platform("on "+wall), editorial.Sending
	d.Parts[0].Kind, d.Parts[0].State = editorial.PartComment, editorial.PartPublished
	if seed%2 == 0 {
		d.State = editorial.Unsure
		d.Parts = append(d.Parts, d.Parts[0])
		d.Parts[0].Kind, d.Parts[1].Key, d.Parts[1].State, d.Parts[1].SentAt = editorial.PartPost, "another key", editorial.PartUnsure, time.Time{}
	}
	return d
}

func TestDeliveryRoundTrip(t *testing.T) {
	h := newHouse(t)
	p, lines := h.fullPost(1)
	h.addPost(p, lines)
	want := aDelivery(1)
	got, err := h.GetDelivery(h.ctx, want.ID)
	require.NoError(t, err)
	requireSame(t, want, got)

	after := aDelivery(2)
	requireChanged(t, want, after, "ID", "Post", "Calendar", "Channel", "Platform")
	requireChanged(t, want.Parts[0], after.Parts[0], "State")
	h.change(p.ID, func(p *editorial.Post, _ editorial.Desk) (editorial.Lines, error) {
		p.Deliveries[0] = after
		return editorial.Lines{}, nil
	})
	got, err = h.GetDelivery(h.ctx, want.ID)
	require.NoError(t, err)
	requireSame(t, after, got)
	listed, _, err := h.ListDeliveries(h.ctx, DeliveryFilter{}, Page{})
	require.NoError(t, err)
	requireSame(t, []editorial.Delivery{after}, listed)

	// What the releaser writes differs from what it read.
	for _, step := range [][2]editorial.Delivery{{after, want}, {want, after}} {
		require.NoError(t, h.write(h.ctx, func(w *tx) error {
			var rows ledgerRows
			rows.add(step[1], step[0].Parts)
			return w.saveRows(rows)
		}))
		got, err = h.GetDelivery(h.ctx, want.ID)
		require.NoError(t, err)
		requireSame(t, step[1], got)
	}

	_, err = h.GetDelivery(h.ctx, "dlv_none")
	requireCode(t, editorial.CodeNotFound, err)
}

func TestAttemptRoundTrip(t *testing.T) {
	h := newHouse(t)
	p := h.approved("x", nine, wall)
	h.now = nine
	w := h.claimOne(p, wall)
	want := editorial.Attempt{
		Delivery: w.Delivery.ID, Number: 1, Step: editorial.StepSend, Part: 0, Key: w.Sent.Key, Revision: 1, Holder: "daemon", Started: nine,
	}
	requireSame(t, []editorial.Attempt{want}, h.attempts(p, wall))

	h.turn(answer(w, editorial.Outcome{Verdict: editorial.Unknown, Code: "timeout", Message: "no answer", Ended: nine.Add(time.Second)}))
	want.Ended, want.Verdict, want.Code, want.Message = nine.Add(time.Second), editorial.Unknown, "timeout", "no answer"
	requireSame(t, []editorial.Attempt{want}, h.attempts(p, wall))

	h.now = nine.Add(time.Minute)
	look := h.claimOne(p, wall)
	all := h.attempts(p, wall)
	requireSame(t, want, all[0])
	require.Equal(t, 2, all[1].Number)
	require.Equal(t, editorial.StepLook, all[1].Step)
	require.Equal(t, look.Sent.Key, all[1].Key)
}

func TestListDeliveries(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.AddCalendar(h.ctx, h.desk(), aCalendar("cal_2"), ines))
	first := h.approved("first", nine, wall, ribbon)
	second := h.approved("second", nine, wall)
	third := h.draft("third", nine, ribbon)
	h.now = nine
	w := h.claimOne(first, wall)
	h.turn(answer(w, editorial.Outcome{Verdict: editorial.Unknown}))
	h.now = nine.Add(time.Minute)
	h.turn(answer(h.claimOne(first, wall), editorial.Outcome{Verdict: editorial.Done, Absence: editorial.Unknowable}))
	id := func(p *editorial.Post, channel editorial.ChannelID) string { return string(h.on(p, channel).ID) }
	all := []string{id(third, ribbon), id(second, wall), id(first, ribbon), id(first, wall)}
	for name, row := range map[string]struct {
		filter DeliveryFilter
		want   []string
	}{
		"all":          {DeliveryFilter{}, all},
		"of calendars": {DeliveryFilter{Calendars: []editorial.CalendarID{maison, "cal_2"}}, all},
		"of another":   {DeliveryFilter{Calendars: []editorial.CalendarID{"cal_2"}}, []string{}},
		"of none":      {DeliveryFilter{Calendars: []editorial.CalendarID{}}, []string{}},
		"of a post":    {DeliveryFilter{Post: first.ID}, all[2:]},
		"on a channel": {DeliveryFilter{Channel: wall}, []string{all[1], all[3]}},
		"by state":     {DeliveryFilter{States: []editorial.DeliveryState{editorial.Planned, editorial.Unsure}}, []string{all[0], all[3]}},
		"for a person": {DeliveryFilter{ForPerson: true}, all[3:]},
		"all at once":  {DeliveryFilter{Calendars: []editorial.CalendarID{maison}, Post: first.ID, Channel: wall, States: []editorial.DeliveryState{editorial.Unsure}, ForPerson: true}, all[3:]},
	} {
		t.Run(name, func(t *testing.T) {
			requirePages(t, row.want, func(p Page) ([]editorial.Delivery, string, error) {
				return h.ListDeliveries(h.ctx, row.filter, p)
			}, func(d editorial.Delivery) string { return string(d.ID) })
		})
	}
	found, _, err := h.ListDeliveries(h.ctx, DeliveryFilter{ForPerson: true}, Page{})
	require.NoError(t, err)
	require.True(t, found[0].ForPerson())
	require.Len(t, found[0].Parts, 1)
}
