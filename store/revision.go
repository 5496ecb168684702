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
	key, err := p.after(1)
	if err != nil {
		return nil, "", err
	}
	below := int64(1) << 62
	if key != nil {
		if below, err = strconv.ParseInt(key[0], 10, 64); err != nil {
			return nil, "", editorial.Refuse(editorial.Malformed, "bad_cursor")
		}
	}
	err = s.read(ctx, func(t *tx) error {
		found, err = many(t, scanRevision, `
			SELECT `+revisionColumns+` FROM revisions WHERE post_id = $1 AND number < $2 ORDER BY number DESC LIMIT $3`, post, below, p.limit()+1)
		return err
	})
	if len(found) > p.limit() {
		found = found[:p.limit()]
		next = cursor(strconv.Itoa(found[len(found)-1].Number))
	}
	return found, next, err
}
