package store

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// adopt tells whether the store takes its file for a copy.
func (h *house) adopt() bool {
	h.t.Helper()
	copied, err := h.Adopt(h.ctx, h.now)
	require.NoError(h.t, err)
	return copied
}

// copyFile copies a file, as people do by hand.
func copyFile(tb testing.TB, from, to string) {
	tb.Helper()
	in, err := os.Open(from)
	require.NoError(tb, err)
	defer in.Close()
	out, err := os.Create(to)
	require.NoError(tb, err)
	_, err = io.Copy(out, in)
	require.NoError(tb, err)
	require.NoError(tb, out.Close())
}

func TestAdoptOwnFile(t *testing.T) {
	h := newHouse(t)
	h.approved("x", nine, wall)
	require.False(t, h.adopt(), "a new one is nobody’s copy")
	before := h.everything()
	h.now = nine
	require.False(t, h.adopt())
	require.NoError(t, h.Close())
	again := houseIn(t, h.cfg.Dir)
	require.False(t, again.adopt(), "nor is one that was closed and opened")
	require.Equal(t, before, again.everything())
}

// However a copy came about, it is known for one, once, and everything in it
// is paused.
func TestAdoptCopy(t *testing.T) {
	for name, copied := range map[string]func(h *house) (dir string){
		"by hand, elsewhere": func(h *house) string {
			dir := h.t.TempDir()
			copyFile(h.t, filepath.Join(h.cfg.Dir, databaseFile), filepath.Join(dir, databaseFile))
			return dir
		},
		"by hand, in place of the original": func(h *house) string {
			aside, path := filepath.Join(h.t.TempDir(), "aside"), filepath.Join(h.cfg.Dir, databaseFile)
			copyFile(h.t, path, aside)
			require.NoError(h.t, os.Remove(path)) // its number on the disk is free for the copy
			copyFile(h.t, aside, path)
			return h.cfg.Dir
		},
		"a snapshot, in place of the original": func(h *house) string {
			aside, path := h.snapshot(), filepath.Join(h.cfg.Dir, databaseFile)
			require.NoError(h.t, os.Remove(path))
			copyFile(h.t, aside, path)
			return h.cfg.Dir
		},
		"a snapshot over the original": func(h *house) string {
			copyFile(h.t, h.snapshot(), filepath.Join(h.cfg.Dir, databaseFile)) // the same file, with other bytes
			return h.cfg.Dir
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			require.False(t, h.adopt())
			require.NoError(t, h.Close())
			other := houseIn(t, copied(h))
			require.True(t, other.adopt())
			require.False(t, other.adopt(), "it is told once")
			pauses, _, err := other.ListPauses(other.ctx, nil, &other.now, Page{})
			require.NoError(t, err)
			require.Len(t, pauses, 1)
			require.Equal(t, editorial.Scope{All: true}, pauses[0].Scope)
			require.Empty(t, pauses[0].Calendar)
			require.Equal(t, noon, pauses[0].From)
			require.True(t, pauses[0].Until.IsZero())
			require.NotEmpty(t, pauses[0].Reason)
			require.Equal(t, []string{"pause.made " + string(pauses[0].ID)}, other.actions(1))
		})
	}
}

// snapshot makes a snapshot of a store that is closed, and returns its name.
func (h *house) snapshot() (path string) {
	h.t.Helper()
	path = filepath.Join(h.t.TempDir(), "snapshot")
	s, err := Open(h.ctx, h.cfg)
	require.NoError(h.t, err)
	require.NoError(h.t, s.Snapshot(h.ctx, path))
	require.NoError(h.t, s.Close())
	return path
}

// A copy does not know what its original has sent since: what was due is read
// back before anything else, and never leaves by itself.
func TestCopiesAreDoubted(t *testing.T) {
	h := newHouse(t)
	require.False(t, h.adopt())
	out := h.approved("out", nine.Add(-time.Hour), wall)
	held := h.move(h.approved("held", nine.Add(-time.Hour), ribbon), editorial.MoveHold)
	h.now = nine.Add(-time.Hour)
	h.turn(published(h.claimOne(out, wall)))
	require.Equal(t, editorial.Held, h.on(held, ribbon).State)
	dueNow, dueLater, draft := h.approved("due", nine, wall), h.approved("later", nine.Add(time.Hour), wall), h.draft("draft", nine, wall)
	dir := t.TempDir()
	require.NoError(t, h.Snapshot(h.ctx, filepath.Join(dir, databaseFile)))

	other := houseIn(t, dir)
	other.now = nine
	require.True(t, other.adopt())
	for p, want := range map[*editorial.Post]editorial.Status{out: "published", held: "unknown", dueNow: "unknown", dueLater: "scheduled", draft: "draft"} {
		require.Equal(t, want, other.get(p).Status, p.Title)
	}
	d := other.on(dueNow, wall)
	require.True(t, d.Stopped)
	require.Equal(t, "restored", d.Trouble.Code)
	require.Contains(t, other.actions(3), "delivery.unknown "+string(d.ID))

	other.now = d.Next
	look := other.claimOne(dueNow, wall)
	require.Equal(t, editorial.StepLook, look.Step)
	require.Equal(t, "due", look.Part.Text)
	other.turn(answer(look, editorial.Outcome{Verdict: editorial.Done, Absence: editorial.Sure}))
	other.lift(other.onlyPause())
	var left []string
	for range 120 {
		other.now = other.now.Add(time.Minute)
		for _, w := range other.turn().Work {
			if w.Step == editorial.StepSend {
				left = append(left, w.Part.Text+w.Delivery.Due.Format(" 15:04"))
			}
		}
	}
	require.Equal(t, []string{"later 09:00"}, left, "only what was not due in the copy leaves by itself")

	require.Equal(t, editorial.Status("scheduled"), h.get(dueNow).Status, "the original goes on")
	require.False(t, h.adopt())
}

// What was on the wire or unclear at the backup may have been refused since, and
// sent again with another key: that its old one is not there proves nothing.
func TestCopiesDoubtWhatWasUnderWay(t *testing.T) {
	for name, settle := range map[string]func(h *house, w editorial.Work){
		"on the wire": func(*house, editorial.Work) {},
		"unclear": func(h *house, w editorial.Work) {
			h.turn(answer(w, editorial.Outcome{Verdict: editorial.Unknown, Code: "timeout"}))
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			require.False(t, h.adopt())
			p := h.approved("once", nine, wall)
			h.now = nine
			first := h.claimOne(p, wall)
			settle(h, first)
			dir := t.TempDir()
			require.NoError(t, h.Snapshot(h.ctx, filepath.Join(dir, databaseFile)))

			other := houseIn(t, dir)
			other.now = nine.Add(time.Minute)
			require.True(t, other.adopt())
			other.lift(other.onlyPause())
			d := other.on(p, wall)
			require.Equal(t, first.Sent.Key, d.Parts[0].Key, "it is looked for as it was sent")
			other.now = d.Next
			look := other.claimOne(p, wall)
			require.Equal(t, editorial.StepLook, look.Step)
			require.Equal(t, nine, look.Sent.FirstHeard)
			require.Equal(t, nine.Add(time.Minute), look.Sent.LastHeard)
			other.turn(answer(look, editorial.Outcome{Verdict: editorial.Done, Absence: editorial.Sure}))
			for range 10 {
				other.now = other.now.Add(time.Minute)
				require.Empty(t, other.turn().Work, "it does not leave a second time")
			}
			d = other.on(p, wall)
			require.True(t, d.ForPerson())
		})
	}
}

// One row of a copy that cannot be read keeps nothing else from being doubted,
// and the daemon starts. Nothing of it leaves meanwhile.
func TestCopiesWithARowThatMakesNoSense(t *testing.T) {
	h := newHouse(t)
	require.False(t, h.adopt())
	var posts []*editorial.Post
	for i := range 40 {
		posts = append(posts, h.approved(fmt.Sprint("due ", i), nine, wall))
	}
	broken := posts[3]
	h.raw(`UPDATE posts SET sheet = '{"planned": 7}' WHERE id = $1`, broken.ID)
	dir := t.TempDir()
	require.NoError(t, h.Snapshot(h.ctx, filepath.Join(dir, databaseFile)))

	other := houseIn(t, dir)
	other.now = nine
	require.True(t, other.adopt())
	for i, p := range posts {
		if p != broken {
			require.Equal(t, editorial.Unsure, other.on(p, wall).State, i)
		}
	}
	require.Equal(t, 1, other.count(`SELECT COUNT(*) FROM audit WHERE action = 'delivery.unreadable' AND post_id = $1`, broken.ID))
}

// onlyPause is the one pause there is.
func (h *house) onlyPause() editorial.PauseID {
	h.t.Helper()
	pauses, _, err := h.ListPauses(h.ctx, nil, nil, Page{})
	require.NoError(h.t, err)
	require.Len(h.t, pauses, 1)
	return pauses[0].ID
}

func TestAdoptFails(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, os.Rename(filepath.Join(h.cfg.Dir, databaseFile), filepath.Join(h.cfg.Dir, "gone")))
	_, err := h.Adopt(h.ctx, h.now)
	require.ErrorIs(t, err, os.ErrNotExist)
}

// The first daemon on a machine claims at once, whatever the one that died
// left behind; a second one does not.
func TestTakeOver(t *testing.T) {
	h := newHouse(t)
	p := h.approved("x", nine, wall)
	h.now = nine
	died := h.round()
	died.Holder, died.Free = "the one that died", 0
	turned, err := h.Turn(h.ctx, died)
	require.NoError(t, err)
	require.True(t, turned.Releasing)
	refused, err := h.Turn(h.ctx, h.round())
	require.NoError(t, err)
	require.False(t, refused.Releasing)

	alone, err := h.TakeOver(h.ctx)
	require.NoError(t, err)
	require.True(t, alone)
	require.Equal(t, []editorial.PostID{p.ID}, claimed(h.turn()))

	second := h.another()
	alone, err = second.TakeOver(h.ctx)
	require.NoError(t, err)
	require.False(t, alone)
	round := second.round()
	round.Holder = "the second"
	turned, err = second.Turn(h.ctx, round)
	require.NoError(t, err)
	require.False(t, turned.Releasing, "the first keeps its lease")

	third := second.another()
	require.NoError(t, h.Close())
	alone, err = third.TakeOver(third.ctx)
	require.NoError(t, err)
	require.False(t, alone, "the second still lives, though it was not the first")
	require.NoError(t, third.Close())
	alone, err = second.TakeOver(second.ctx)
	require.NoError(t, err)
	require.True(t, alone)
}

// A damaged row keeps a copy from starting no more than it keeps others from
// leaving. Once it is mended it never leaves by itself: nobody knows whether
// the original has sent it.
func TestCopiesWithDamagedRows(t *testing.T) {
	h := newHouse(t)
	require.False(t, h.adopt())
	bad, good := h.approved("bad", nine, wall), h.approved("good", nine, ribbon)
	h.raw(`UPDATE deliveries SET holds = '{' WHERE post_id = $1`, bad.ID)
	dir := t.TempDir()
	require.NoError(t, h.Snapshot(h.ctx, filepath.Join(dir, databaseFile)))

	other := houseIn(t, dir)
	other.now = nine.Add(5 * time.Minute)
	require.True(t, other.adopt())
	require.Equal(t, editorial.Status("unknown"), other.get(good).Status)
	require.Equal(t, 1, other.count(`SELECT COUNT(*) FROM audit WHERE action = 'delivery.unreadable' AND post_id = $1`, bad.ID))
	other.raw(`UPDATE deliveries SET holds = 'null' WHERE post_id = $1`, bad.ID)
	other.lift(other.onlyPause())
	for range 60 {
		other.now = other.now.Add(time.Minute)
		for _, w := range other.turn().Work {
			require.Equal(t, editorial.StepLook, w.Step, "of "+w.Part.Text)
		}
	}
	d := other.on(bad, wall)
	require.Equal(t, editorial.Failed, d.State)
	require.Equal(t, string(editorial.CodeUnreadable), d.Trouble.Code)
}
