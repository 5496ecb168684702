package store

import (
	"context"
	"strconv"

	"parution.dev/editorial"
)

func (t *tx) addRevision(p *editorial.Post, desk editorial.Desk) error {
	hashes := map[editorial.ChannelID]editorial.Hash{}
	for _, id := range p.Content.Channels {
		hashes[id] = p.Content.HashFor(desk.Channels[id])
	}
	author := desk.By
	author.May = nil
	_, err := t.exec(`INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ($1, $2, $3, $4, $5, $6)`,
		p.ID, p.Revision, text(p.Content), text(hashes), text(author), stamp(desk.Now))
	return err
}

const revisionColumns = `post_id, number, content, hashes, author, made_at`

func scanRevision(row scanner) (editorial.Revision, error) {
	var r editorial.Revision
	err := row.Scan(&r.Post, &r.Number, decoded{&r.Content}, decoded{&r.Hashes}, decoded{&r.Author}, instant{&r.At})
	return r, err
}

func (t *tx) revision(post editorial.PostID, number int) (editorial.Revision, error) {
	return one(t, scanRevision, `SELECT `+revisionColumns+` FROM revisions WHERE post_id = $1 AND number = $2`, post, number)
}

// GetRevision reads one snapshot of a post's content.
func (s *Store) GetRevision(ctx context.Context, post editorial.PostID, number int) (r editorial.Revision, err error) {
	err = s.read(ctx, func(t *tx) error {
		r, err = t.revision(post, number)
		return err
	})
	return r, err
}

// ListRevisions lists a post's snapshots, newest first.
func (s *Store) ListRevisions(ctx context.Context, post editorial.PostID, p Page) (found []editorial.Revision, next string, err error) {
	below, some, err := p.afterNumber()
	if err != nil {
		return nil, "", err
	}
	var c clauses
	c.add(`post_id = %s`, post)
	if some {
		c.add(`number < %s`, below)
	}
	query, args := c.query(`SELECT `+revisionColumns+` FROM revisions`, `number DESC`, p.limit()+1)
	err = s.read(ctx, func(t *tx) error {
		found, err = many(t, scanRevision, query, args...)
		return err
	})
	found, next = cut(p, found, func(r editorial.Revision) []string { return []string{strconv.Itoa(r.Number)} })
	return found, next, err
}
