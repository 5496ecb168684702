package editorial_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

var (
	retry       = editorial.DeliveryAsked{Move: editorial.MoveRetry, Note: "again"}
	drop        = editorial.DeliveryAsked{Move: editorial.MoveDrop}
	isPublished = editorial.DeliveryAsked{Move: editorial.MoveResolve, Outcome: editorial.ItIsPublished, URL: "https://wall.example/7"}
	isNot       = editorial.DeliveryAsked{Move: editorial.MoveResolve, Outcome: editorial.ItIsNot}
	sendAgain   = editorial.DeliveryAsked{Move: editorial.MoveResolve, Outcome: editorial.SendAgain}
)

func TestDecisionsAreOnRecord(t *testing.T) {
	r := approved(t).late(0)
	r.answers(wall, editorial.Never)
	version := r.post.Version
	require.NoError(t, r.decide(editorial.Manager, wall, retry))
	require.Equal(t, version+1, r.post.Version)
	require.Len(t, r.lines.Audit, 1)
	line := r.lines.Audit[0]
	require.Equal(t, "delivery.retry", line.Action)
	require.Equal(t, string(r.on(wall).ID), line.Subject)
	require.Equal(t, r.post.ID, line.Post)
	require.Equal(t, "again", line.Note)

	r.now = r.on(wall).Next
	r.answers(wall, editorial.Unknown)
	require.NoError(t, r.decide(editorial.Manager, wall, isNot))
	require.Equal(t, "delivery.resolve", r.lines.Audit[0].Action)
	require.Equal(t, "not_published", r.lines.Audit[0].Detail)
}

// A retry is a person's word: it leaves now, whatever its time was.
func TestRetry(t *testing.T) {
	for name, end := range map[string]func(*room){
		"missed":  func(r *room) { r.late(tolerance+1).claim(wall, editorial.StepNone) },
		"failed":  func(r *room) { r.answers(wall, editorial.Never) },
		"dropped": func(r *room) { require.NoError(r.t, r.decide(editorial.Editor, wall, drop)) },
		"held": func(r *room) {
			r.pause(editorial.Scope{All: true}, noon, due.Add(1))
			r.claim(wall, editorial.StepNone)
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t).late(0)
			end(r)
			require.EqualValues(t, name, r.on(wall).State)
			r.late(2 * time.Hour)
			require.NoError(t, r.decide(editorial.Manager, wall, retry))
			require.Equal(t, r.now, r.on(wall).Due)
			require.Equal(t, editorial.Scheduled, r.on(ribbon).State, "the others keep their time")
			require.Equal(t, due, r.on(ribbon).Due)
			r.claim(wall, editorial.StepSend)
		})
	}
}

func TestRetryMeetsTheOtherGates(t *testing.T) {
	r := approved(t).late(tolerance + 1)
	r.claim(wall, editorial.StepNone)
	r.does(editorial.Editor, editorial.MoveHold)
	require.NoError(t, r.decide(editorial.Manager, wall, retry))
	r.now = r.on(wall).Due
	r.claim(wall, editorial.StepNone)
	require.Equal(t, []editorial.Code{editorial.CodeHeldByHand}, holdCodes(r.on(wall).Holds))
}

// Nobody sends by hand what nobody approved.
func TestOnlyWhatIsApprovedIsSentNow(t *testing.T) {
	for name, bring := range map[string]func(*room){
		"withdrawn": func(r *room) { r.does(editorial.Editor, editorial.MoveWithdraw) },
		"rewritten": func(r *room) { r.saves(editorial.Editor, retext) },
		"taken out": func(r *room) { r.saves(editorial.Editor, onlyRibbon) },
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t).late(0)
			require.NoError(t, r.decide(editorial.Editor, wall, drop))
			bring(r)
			before := *r.on(wall)
			require.Equal(t, editorial.CodeNotApproved, code(r.decide(editorial.Manager, wall, retry)))
			require.Empty(t, cmp.Diff(before, *r.on(wall)))

			r = approved(t).late(0)
			r.answers(wall, editorial.Unknown)
			bring(r)
			before = *r.on(wall)
			require.Equal(t, editorial.CodeNotApproved, code(r.decide(editorial.Manager, wall, sendAgain)))
			require.Empty(t, cmp.Diff(before, *r.on(wall)))
		})
	}
}

// A thread that stopped half-way goes on where it stopped.
func TestRetryOfABegunThread(t *testing.T) {
	for name, end := range map[string]func(*room){
		"failed": func(r *room) { r.answers(ribbon, editorial.Never) },
		"dropped": func(r *room) {
			require.NoError(r.t, r.decide(editorial.Editor, ribbon, drop))
		},
		"held": func(r *room) {
			withChannel(ribbon, func(c *editorial.Channel) { c.State = editorial.MustConnect })(r)
			r.open(ribbon)
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := approved(t, threadOnRibbon).late(0)
			begin(r)
			end(r)
			require.EqualValues(t, name, r.on(ribbon).State)
			withChannel(ribbon, func(c *editorial.Channel) { c.State = editorial.Connected })(r)
			r.does(editorial.Editor, editorial.MoveWithdraw)
			r.late(24 * time.Hour)
			require.NoError(t, r.decide(editorial.Manager, ribbon, retry))
			require.Equal(t, r.now, r.on(ribbon).Next)
			require.Equal(t, due, r.on(ribbon).Due, "it was on time")
			r.claim(ribbon, editorial.StepSend)
			require.Equal(t, "two", r.work[ribbon].Part.Text)
		})
	}
}

func TestDrop(t *testing.T) {
	r := approved(t, withGallery).late(-10 * time.Minute)
	r.claim(gallery, editorial.StepPrepare)
	require.NoError(t, r.decide(editorial.Contributor, gallery, drop))
	d := r.on(gallery)
	require.Equal(t, editorial.Dropped, d.State)
	require.Zero(t, d.Next)
	require.Empty(t, d.Holder)
	require.Zero(t, d.Lease)
	require.Equal(t, editorial.Approved, r.post.State)
	r.late(0).answers(wall, editorial.Done)
	r.answers(ribbon, editorial.Done)
	require.EqualValues(t, "published", r.post.Status, "all that were not dropped")
}

func TestItIsPublished(t *testing.T) {
	r := approved(t, onlyWall).late(time.Second)
	r.answers(wall, editorial.Unknown)
	called := r.now
	r.late(time.Hour)
	require.Equal(t, []string{"/url url_needed"}, refusedAt(r.decide(editorial.Manager, wall, editorial.DeliveryAsked{Move: editorial.MoveResolve, Outcome: editorial.ItIsPublished})))
	require.NoError(t, r.decide(editorial.Manager, wall, isPublished))
	d := r.on(wall)
	require.Equal(t, editorial.Published, d.State)
	require.Equal(t, editorial.Receipt{URL: "https://wall.example/7"}, d.Parts[0].Receipt)
	require.Equal(t, called, d.Parts[0].SentAt)
	require.Equal(t, time.Second, d.Late())
	require.EqualValues(t, "published", r.post.Status)
}

func TestItIsPublishedAndGoesOn(t *testing.T) {
	r := approved(t, threadOnRibbon).late(0)
	r.answers(ribbon, editorial.Unknown)
	r.late(time.Hour)
	require.NoError(t, r.decide(editorial.Manager, ribbon, isPublished))
	require.Equal(t, editorial.Scheduled, r.on(ribbon).State)
	require.Equal(t, r.now, r.on(ribbon).Next)
	r.claim(ribbon, editorial.StepSend)
	require.Equal(t, "two", r.work[ribbon].Part.Text)
}

func TestItIsNotPublished(t *testing.T) {
	r := approved(t).late(0)
	r.answers(wall, editorial.Unknown)
	key := r.on(wall).Parts[0].Key
	require.NoError(t, r.decide(editorial.Manager, wall, isNot))
	require.Equal(t, editorial.Failed, r.on(wall).State)
	require.Zero(t, r.on(wall).Next)
	require.NotEqual(t, key, r.on(wall).Parts[0].Key)
	require.NoError(t, r.decide(editorial.Manager, wall, retry))
	r.now = r.on(wall).Next
	r.claim(wall, editorial.StepSend)
}

func TestSendAgain(t *testing.T) {
	r := approved(t).late(0)
	r.answers(wall, editorial.Unknown)
	r.late(time.Hour)
	require.NoError(t, r.decide(editorial.Manager, wall, sendAgain))
	require.Equal(t, r.now, r.on(wall).Due, "beyond its tolerance, on a person's word")
	r.claim(wall, editorial.StepSend)
	require.Equal(t, 2, r.on(wall).Parts[0].Attempts)
}

func TestAnswersThatAreNone(t *testing.T) {
	r := approved(t).late(0)
	r.answers(wall, editorial.Unknown)
	before := *r.on(wall)
	err := r.decide(editorial.Manager, wall, editorial.DeliveryAsked{Move: editorial.MoveResolve, Outcome: "perhaps"})
	require.Equal(t, []string{"/outcome unknown_outcome"}, refusedAt(err))
	require.Empty(t, cmp.Diff(before, *r.on(wall)))
}

// While somebody looks, a person's answer waits: a look may bring proof, and a
// second call would make a second post.
func TestNoAnswerDuringALook(t *testing.T) {
	r := approved(t).late(0)
	r.claim(wall, editorial.StepSend)
	look(r, wall)
	for _, asked := range []editorial.DeliveryAsked{isPublished, isNot, sendAgain} {
		require.Equal(t, editorial.CodeMoveNotPossible, code(r.decide(editorial.Manager, wall, asked)))
	}
	r.settle(wall, absent(editorial.Likely))
	require.NoError(t, r.decide(editorial.Manager, wall, isNot), "between two looks it counts")
}

func TestArchivedPostsSendNothing(t *testing.T) {
	r := approved(t, threadOnRibbon).late(0)
	begin(r)
	r.answers(ribbon, editorial.Never)
	r.does(editorial.Editor, editorial.MoveArchive)
	for _, asked := range []editorial.DeliveryAsked{retry, drop} {
		require.Equal(t, editorial.CodeArchived, code(r.decide(editorial.Manager, ribbon, asked)))
	}
}
