package store

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// writes keeps what Inès writes of a post.
func (h *house) writes(p *editorial.Post, edit string) editorial.WorkingCopy {
	c, err := h.SaveWorkingCopy(h.ctx, editorial.WorkingCopy{
		Post: p.ID, Member: ines, Edit: edit, Revision: p.Revision, Started: `"tag.1"`, Saved: h.now,
	}, func(editorial.WorkingCopy) error { return nil })
	require.NoError(h.t, err)
	return c
}

func (h *house) requireNoCopy(p *editorial.Post) {
	_, err := h.GetWorkingCopy(h.ctx, ines, p.ID)
	requireCode(h.t, editorial.CodeNotFound, err)
}

func TestWorkingCopyRoundTrip(t *testing.T) {
	h := newHouse(t)
	p := h.draft("1", nine, wall)
	h.requireNoCopy(p)
	first := h.writes(p, `{"text":"a"}`)
	h.now = h.now.Add(time.Minute)
	second := h.writes(p, `{"text":"b"}`)
	require.Greater(t, second.Version, first.Version)
	require.Equal(t, first.Made, second.Made)
	got, err := h.GetWorkingCopy(h.ctx, ines, p.ID)
	require.NoError(t, err)
	requireSame(t, second, got)
	_, err = h.GetWorkingCopy(h.ctx, "mem_2", p.ID)
	requireCode(t, editorial.CodeNotFound, err)

	_, err = h.SaveWorkingCopy(h.ctx, first, func(old editorial.WorkingCopy) error {
		require.Equal(t, second.Version, old.Version)
		return editorial.Refuse(editorial.Stale, "stale")
	})
	requireCode(t, "stale", err)
	require.NoError(t, h.RemoveWorkingCopy(h.ctx, ines, p.ID))
	h.requireNoCopy(p)
	h.now = h.now.Add(time.Millisecond)
	require.Greater(t, h.writes(p, `{"text":"b"}`).Version, second.Version, "what is written anew is another version")
}

// Writing makes no revision, no line of the record, and nothing that could leave.
func TestWorkingCopiesStayPrivate(t *testing.T) {
	h := newHouse(t)
	p := h.draft("1", nine, wall)
	before := h.everything()
	h.writes(p, `{"text":"not yet"}`)
	require.NoError(t, h.RemoveWorkingCopy(h.ctx, ines, p.ID))
	require.Equal(t, before, h.everything())
}

func TestSavingRemovesTheCopyItSaves(t *testing.T) {
	h := newHouse(t)
	p := h.draft("1", nine, wall)
	saved := h.writes(p, `{"text":"a"}`)
	change := func(version int64, refuse bool) error {
		w := h.desk()
		w.Copy = version
		_, _, err := h.UpdatePost(h.ctx, w, p.ID, func(*editorial.Post, editorial.Desk) (editorial.Lines, error) {
			if refuse {
				return editorial.Lines{}, editorial.Refuse(editorial.Invalid, "no")
			}
			return editorial.Lines{}, nil
		})
		return err
	}
	require.NoError(t, change(0, false))
	require.NoError(t, change(saved.Version-1, false))
	requireCode(t, "no", change(saved.Version, true))
	_, err := h.GetWorkingCopy(h.ctx, ines, p.ID)
	require.NoError(t, err, "another change, an older copy, a refusal: it stays")
	require.NoError(t, change(saved.Version, false))
	h.requireNoCopy(p)
}

func TestWorkingCopiesAreBounded(t *testing.T) {
	h := newHouse(t)
	first := h.draft("0", nine, wall)
	h.writes(first, `{}`)
	for n := 1; n < editorial.MaxWorkingCopies; n++ {
		h.writes(h.draft(fmt.Sprint(n), nine, wall), `{}`)
	}
	last := h.draft("last", nine, wall)
	one := editorial.WorkingCopy{Post: last.ID, Member: ines, Edit: `{}`, Revision: 1, Started: "t", Saved: h.now}
	_, err := h.SaveWorkingCopy(h.ctx, one, func(editorial.WorkingCopy) error { return nil })
	requireCode(t, editorial.CodeTooManyWorkingCopies, err)
	h.writes(first, `{"text":"goes on"}`)

	h.now = h.now.Add(editorial.WorkingCopyLife + time.Second)
	h.writes(last, `{}`)
	h.requireNoCopy(first)
}
