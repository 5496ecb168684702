package store

import (
	"context"
	"strconv"

	"parution.dev/editorial"
)

const fieldNoteColumns = `n.seq, n.id, n.calendar_id, n.post_id, n.author, n.words, n.created_at, n.edited_at, n.version,
	(SELECT json_group_array(t.tag) FROM field_note_tags t WHERE t.note_id = n.id)`

func scanFieldNote(row scanner) (editorial.FieldNote, error) {
	var n editorial.FieldNote
	err := row.Scan(&n.Seq, &n.ID, &n.Calendar, &n.Post, decoded{&n.By}, &n.Text, instant{&n.Created}, instant{&n.Edited}, &n.Version, decoded{&n.Tags})
	return n, err
}

// AddFieldNote writes what somebody brings back about a post.
func (s *Store) AddFieldNote(ctx context.Context, w Write, post editorial.PostID,
	report func(editorial.Talk) (editorial.FieldNote, []editorial.AuditLine, error),
) (n editorial.FieldNote, err error) {
	err = s.write(ctx, func(t *tx) error {
		if w.Once != nil {
			if err := t.replayed(w); err != nil {
				return err
			}
		}
		talk, err := t.talk(w, post, "", 0)
		if err != nil {
			return err
		}
		var lines []editorial.AuditLine
		if n, lines, err = report(talk); err != nil {
			return err
		}
		return t.create(w, string(n.ID), func() error {
			err := t.QueryRowContext(t.ctx, `
				INSERT INTO field_notes (id, calendar_id, post_id, author, words, created_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING seq`,
				n.ID, n.Calendar, n.Post, text(n.By), n.Text, stamp(n.Created), n.Version).Scan(&n.Seq)
			if err != nil {
				return err
			}
			if err := t.saveTags(n); err != nil {
				return err
			}
			return t.log(lines...)
		})
	})
	return n, err
}

func (t *tx) saveTags(n editorial.FieldNote) error {
	if _, err := t.exec(`DELETE FROM field_note_tags WHERE note_id = $1`, n.ID); err != nil {
		return err
	}
	for _, tag := range n.Tags {
		if _, err := t.exec(`INSERT INTO field_note_tags (note_id, tag) VALUES ($1, $2)`, n.ID, tag); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) fieldNote(id editorial.FieldNoteID) (editorial.FieldNote, error) {
	return one(t, scanFieldNote, `SELECT `+fieldNoteColumns+` FROM field_notes n WHERE n.id = $1`, id)
}

// GetFieldNote reads a field note.
func (s *Store) GetFieldNote(ctx context.Context, id editorial.FieldNoteID) (editorial.FieldNote, error) {
	return get(ctx, s, (*tx).fieldNote, id)
}

// ChangeFieldNote is what a rule does to a field note.
type ChangeFieldNote func(*editorial.FieldNote, editorial.Talk) ([]editorial.AuditLine, error)

// UpdateFieldNote changes a field note in one transaction.
func (s *Store) UpdateFieldNote(ctx context.Context, w Write, id editorial.FieldNoteID, change ChangeFieldNote) (n editorial.FieldNote, err error) {
	err = s.write(ctx, func(t *tx) error {
		lines, err := t.changedNote(w, id, &n, change)
		if err != nil {
			return err
		}
		n.Version++
		if err := t.must(`UPDATE field_notes SET words = $1, edited_at = $2, version = $3 WHERE id = $4`, n.Text, stamp(n.Edited), n.Version, id); err != nil {
			return err
		}
		if err := t.saveTags(n); err != nil {
			return err
		}
		return t.log(lines...)
	})
	return n, err
}

// RemoveFieldNote deletes a field note.
func (s *Store) RemoveFieldNote(ctx context.Context, w Write, id editorial.FieldNoteID, change ChangeFieldNote) error {
	return s.write(ctx, func(t *tx) error {
		var n editorial.FieldNote
		lines, err := t.changedNote(w, id, &n, change)
		if err != nil {
			return err
		}
		if _, err := t.exec(`DELETE FROM field_note_tags WHERE note_id = $1`, id); err != nil {
			return err
		}
		if err := t.must(`DELETE FROM field_notes WHERE id = $1`, id); err != nil {
			return err
		}
		return t.log(lines...)
	})
}

func (t *tx) changedNote(w Write, id editorial.FieldNoteID, n *editorial.FieldNote, change ChangeFieldNote) (lines []editorial.AuditLine, err error) {
	if *n, err = t.fieldNote(id); err != nil {
		return nil, err
	}
	talk, err := t.talk(w, n.Post, "", 0)
	if err != nil {
		return nil, err
	}
	return change(n, talk)
}

// FieldNoteFilter narrows a list of field notes.
type FieldNoteFilter struct {
	Calendar editorial.CalendarID
	Post     editorial.PostID
	Campaign editorial.CampaignID
	Pillar   editorial.PillarID
	Tag      string
}

// Reported is a field note, and what it is about.
type Reported struct {
	editorial.FieldNote
	Title    string // of the post
	Campaign editorial.CampaignID
	Pillar   editorial.PillarID
}

func scanReported(row scanner) (Reported, error) {
	var r Reported
	n := &r.FieldNote
	err := row.Scan(&n.Seq, &n.ID, &n.Calendar, &n.Post, decoded{&n.By}, &n.Text, instant{&n.Created}, instant{&n.Edited}, &n.Version, decoded{&n.Tags},
		&r.Title, orEmpty[editorial.CampaignID]{&r.Campaign}, orEmpty[editorial.PillarID]{&r.Pillar})
	return r, err
}

// ListFieldNotes lists what was brought back, newest first.
func (s *Store) ListFieldNotes(ctx context.Context, f FieldNoteFilter, p Page) (found []Reported, next string, err error) {
	before, some, err := p.afterNumber()
	if err != nil {
		return nil, "", err
	}
	c := f.clauses()
	if some {
		c.add(`n.seq < %s`, before)
	}
	query, args := c.query(`SELECT `+fieldNoteColumns+`, p.title, p.campaign_id, p.pillar_id FROM field_notes n JOIN posts p ON p.id = n.post_id`,
		`n.seq DESC`, p.limit()+1)
	err = s.read(ctx, func(t *tx) error {
		found, err = many(t, scanReported, query, args...)
		return err
	})
	found, next = cut(p, found, func(r Reported) []string { return []string{strconv.FormatInt(r.Seq, 10)} })
	return found, next, err
}

func (f FieldNoteFilter) clauses() *clauses {
	c := &clauses{}
	if f.Calendar != "" {
		c.add(`n.calendar_id = %s`, f.Calendar)
	}
	if f.Post != "" {
		c.add(`n.post_id = %s`, f.Post)
	}
	if f.Campaign != "" {
		c.add(`p.campaign_id = %s`, f.Campaign)
	}
	if f.Pillar != "" {
		c.add(`p.pillar_id = %s`, f.Pillar)
	}
	if f.Tag != "" {
		c.add(`n.id IN (SELECT note_id FROM field_note_tags WHERE tag = %s)`, f.Tag)
	}
	return c
}
