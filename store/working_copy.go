package store

import (
	"context"

	"parution.dev/editorial"
)

const workingCopyColumns = `member_id, post_id, edit, base, revision, started, made_at, saved_at, version`

func scanWorkingCopy(row scanner) (editorial.WorkingCopy, error) {
	var c editorial.WorkingCopy
	err := row.Scan(&c.Member, &c.Post, &c.Edit, &c.Base, &c.Revision, &c.Started, instant{&c.Made}, instant{&c.Saved}, &c.Version)
	return c, err
}

func (t *tx) workingCopy(member editorial.MemberID, post editorial.PostID) (editorial.WorkingCopy, error) {
	return one(t, scanWorkingCopy, `SELECT `+workingCopyColumns+` FROM working_copies WHERE member_id = $1 AND post_id = $2`, member, post)
}

// GetWorkingCopy reads what a member has written of a post and not saved.
func (s *Store) GetWorkingCopy(ctx context.Context, member editorial.MemberID, post editorial.PostID) (c editorial.WorkingCopy, err error) {
	err = s.read(ctx, func(t *tx) error {
		c, err = t.workingCopy(member, post)
		return err
	})
	return c, err
}

// SaveWorkingCopy writes a copy over the one that is there, where check lets
// it, and forgets those that the member has long left alone. No line of the
// record says so: it is nobody else's matter.
func (s *Store) SaveWorkingCopy(ctx context.Context, c editorial.WorkingCopy, check func(old editorial.WorkingCopy) error) (editorial.WorkingCopy, error) {
	err := s.write(ctx, func(t *tx) error {
		if _, err := t.exec(`DELETE FROM working_copies WHERE member_id = $1 AND saved_at < $2`, c.Member, stamp(c.Saved.Add(-editorial.WorkingCopyLife))); err != nil {
			return err
		}
		old, err := t.workingCopy(c.Member, c.Post)
		if err != nil && !editorial.IsKind(err, editorial.NotFound) {
			return err
		}
		if err := check(old); err != nil {
			return err
		}
		c = old.Next(c)
		return t.putWorkingCopy(c, old.Version == 0)
	})
	return c, err
}

func (t *tx) putWorkingCopy(c editorial.WorkingCopy, another bool) error {
	if another {
		var kept int
		if err := t.QueryRowContext(t.ctx, `SELECT COUNT(*) FROM working_copies WHERE member_id = $1`, c.Member).Scan(&kept); err != nil {
			return err
		}
		if kept >= editorial.MaxWorkingCopies {
			return editorial.Refuse(editorial.Conflict, editorial.CodeTooManyWorkingCopies)
		}
	}
	_, err := t.exec(`
		INSERT INTO working_copies (member_id, post_id, edit, base, revision, started, made_at, saved_at, version)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
		ON CONFLICT (member_id, post_id) DO UPDATE SET edit = excluded.edit, base = excluded.base, revision = excluded.revision,
			started = excluded.started, saved_at = excluded.saved_at, version = excluded.version`,
		c.Member, c.Post, c.Edit, c.Base, c.Revision, c.Started, stamp(c.Made), stamp(c.Saved), c.Version)
	return err
}

// RemoveWorkingCopy forgets what a member has written of a post, where there is
// anything.
func (s *Store) RemoveWorkingCopy(ctx context.Context, member editorial.MemberID, post editorial.PostID) error {
	return s.write(ctx, func(t *tx) error {
		_, err := t.exec(`DELETE FROM working_copies WHERE member_id = $1 AND post_id = $2`, member, post)
		return err
	})
}

// dropWorkingCopy forgets the copy that a change of the post saved, unless it
// was written again since.
func (t *tx) dropWorkingCopy(w Write, post editorial.PostID) error {
	if w.Copy == 0 {
		return nil
	}
	_, err := t.exec(`DELETE FROM working_copies WHERE member_id = $1 AND post_id = $2 AND version = $3`, w.By.Member, post, w.Copy)
	return err
}
