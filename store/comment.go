package store

import (
	"context"
	"strconv"

	"parution.dev/editorial"
)

// Mentions have rows of their own, so that people find what calls them; here
// they come as one text.
const commentColumns = `c.seq, c.id, c.calendar_id, c.post_id, c.thread_id, c.author, c.words, c.client, c.anchor, c.suggestion, c.created_at,
	c.edited_at, c.removed_at, c.resolved, c.version, (SELECT json_group_array(m.member_id) FROM comment_mentions m WHERE m.comment_id = c.id)`

func scanComment(row scanner) (editorial.Comment, error) {
	var c editorial.Comment
	err := row.Scan(&c.Seq, &c.ID, &c.Calendar, &c.Post, &c.Thread, decoded{&c.By}, &c.Text, &c.Client, decoded{&c.Anchor}, decoded{&c.Suggestion},
		instant{&c.Created}, instant{&c.Edited}, instant{&c.Removed}, decoded{&c.Resolved}, &c.Version, decoded{&c.Mentions})
	return c, err
}

// AddComment writes what somebody says about a post: say is called with what
// stands around it, the thread that it answers in ("": none) and the revision
// that it is about (0: none) among it.
func (s *Store) AddComment(ctx context.Context, w Write, post editorial.PostID, thread editorial.CommentID, revision int,
	say func(editorial.Talk) (editorial.Comment, []editorial.AuditLine, error),
) (c editorial.Comment, err error) {
	err = s.write(ctx, func(t *tx) error {
		if w.Once != nil {
			if err := t.replayed(w); err != nil {
				return err
			}
		}
		talk, err := t.talk(w, post, thread, revision)
		if err != nil {
			return err
		}
		reopens := talk.Thread != nil && talk.Thread.Resolved != nil
		var lines []editorial.AuditLine
		if c, lines, err = say(talk); err != nil {
			return err
		}
		return t.create(w, string(c.ID), func() error {
			if c.Seq, err = t.insertComment(c); err != nil {
				return err
			}
			if reopens {
				if err := t.saveComment(talk.Thread); err != nil {
					return err
				}
			}
			return t.log(lines...)
		})
	})
	return c, err
}

// talk is what stands around a remark about a post.
func (t *tx) talk(w Write, post editorial.PostID, thread editorial.CommentID, revision int) (editorial.Talk, error) {
	talk := editorial.Talk{By: w.By, Now: w.Now}
	var err error
	if talk.Post, err = t.post(post); err != nil {
		return talk, err
	}
	if thread != "" {
		c, err := t.comment(thread)
		if err == nil && (c.Post != post || !c.Begins()) {
			err = editorial.Refuse(editorial.NotFound, editorial.CodeNotFound)
		}
		if editorial.IsKind(err, editorial.NotFound) {
			return talk, editorial.InvalidAt("/thread", editorial.CodeUnknownThread)
		}
		if err != nil {
			return talk, err
		}
		talk.Thread = &c
	}
	if revision != 0 {
		r, err := t.revision(post, revision)
		if editorial.IsKind(err, editorial.NotFound) {
			return talk, editorial.InvalidAt("/anchor/revision", editorial.CodeUnknownRevision)
		}
		if err != nil {
			return talk, err
		}
		talk.Read = r.Content
	}
	talk.Readers, err = t.readers(talk.Post.Calendar)
	return talk, err
}

// readers lists who can read a calendar.
func (t *tx) readers(calendar editorial.CalendarID) ([]editorial.Member, error) {
	found, err := many(t, scanMember, `
		SELECT `+memberColumns+` FROM members
		WHERE deactivated_at IS NULL AND (owner = 1 OR id IN (
			SELECT member_id FROM roles WHERE calendar_id = $1 UNION SELECT member_id FROM bundle_holders WHERE calendar_id = $1))
		ORDER BY id`, calendar)
	if err != nil {
		return nil, err
	}
	return found, t.withRoles(found)
}

func (t *tx) insertComment(c editorial.Comment) (seq int64, err error) {
	err = t.QueryRowContext(t.ctx, `
		INSERT INTO comments (id, calendar_id, post_id, thread_id, author_id, author, words, client, anchor, suggestion, created_at, version)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING seq`,
		c.ID, c.Calendar, c.Post, c.Thread, c.By.Member, text(c.By), c.Text, c.Client, optional(c.Anchor), optional(c.Suggestion),
		stamp(c.Created), c.Version).Scan(&seq)
	if err != nil {
		return 0, err
	}
	return seq, t.saveMentions(c)
}

func (t *tx) saveMentions(c editorial.Comment) error {
	if _, err := t.exec(`DELETE FROM comment_mentions WHERE comment_id = $1`, c.ID); err != nil {
		return err
	}
	for _, member := range c.Mentions {
		if _, err := t.exec(`INSERT INTO comment_mentions (comment_id, member_id) VALUES ($1, $2)`, c.ID, member); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) comment(id editorial.CommentID) (editorial.Comment, error) {
	return one(t, scanComment, `SELECT `+commentColumns+` FROM comments c WHERE c.id = $1`, id)
}

// GetComment reads a comment.
func (s *Store) GetComment(ctx context.Context, id editorial.CommentID) (editorial.Comment, error) {
	return get(ctx, s, (*tx).comment, id)
}

func (t *tx) saveComment(c *editorial.Comment) error {
	c.Version++
	err := t.must(`
		UPDATE comments SET words = $1, suggestion = $2, edited_at = $3, removed_at = $4, resolved = $5, version = $6 WHERE id = $7`,
		c.Text, optional(c.Suggestion), stamp(c.Edited), stamp(c.Removed), optional(c.Resolved), c.Version, c.ID)
	if err != nil {
		return err
	}
	return t.saveMentions(*c)
}

// UpdateComment changes a comment in one transaction.
func (s *Store) UpdateComment(ctx context.Context, w Write, id editorial.CommentID,
	change func(*editorial.Comment, editorial.Talk) ([]editorial.AuditLine, error),
) (c editorial.Comment, err error) {
	err = s.write(ctx, func(t *tx) error {
		if c, err = t.comment(id); err != nil {
			return err
		}
		talk, err := t.talk(w, c.Post, "", 0)
		if err != nil {
			return err
		}
		lines, err := change(&c, talk)
		if err != nil {
			return err
		}
		if err := t.saveComment(&c); err != nil {
			return err
		}
		return t.log(lines...)
	})
	return c, err
}

// Accepting is what accepting a suggestion does to the comment that made it
// and to its post; read is the content that it was made on.
type Accepting func(c *editorial.Comment, read editorial.Content, p *editorial.Post, desk editorial.Desk) (editorial.Lines, error)

// AcceptSuggestion changes a comment and its post in one transaction.
func (s *Store) AcceptSuggestion(ctx context.Context, w Write, id editorial.CommentID, accept Accepting) (p *editorial.Post, lines editorial.Lines, err error) {
	err = s.write(ctx, func(t *tx) error {
		c, err := t.comment(id)
		if err != nil {
			return err
		}
		var read editorial.Revision
		if c.Anchor != nil {
			if read, err = t.revision(c.Post, c.Anchor.Revision); err != nil {
				return err
			}
		}
		p, lines, err = t.updatePost(w, c.Post, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
			return accept(&c, read.Content, p, desk)
		})
		if err != nil {
			return err
		}
		return t.saveComment(&c)
	})
	return p, lines, err
}

// CommentFilter narrows a list of comments.
type CommentFilter struct {
	Calendar  editorial.CalendarID
	Post      editorial.PostID
	Reader    editorial.MemberID // whose unread ones are told apart
	Unread    bool               // by the reader only
	Mentioned bool               // those that call the reader only
	Open      bool               // of threads that nobody has resolved
	Client    bool               // those that the client sees
	Newest    bool               // newest first
}

// Heard is a comment as one member finds it.
type Heard struct {
	editorial.Comment
	Unread bool
}

func scanHeard(row scanner) (Heard, error) {
	var h Heard
	var err error
	h.Comment, err = scanComment(longer{row, &h.Unread})
	return h, err
}

// longer is a row with one column more than the rest of it is read with.
type longer struct {
	scanner
	last any
}

func (l longer) Scan(into ...any) error { return l.scanner.Scan(append(into, l.last)...) }

// ListComments lists comments, in the order in which they came unless the
// newest are asked for first.
func (s *Store) ListComments(ctx context.Context, f CommentFilter, p Page) (found []Heard, next string, err error) {
	after, some, err := p.afterNumber()
	if err != nil {
		return nil, "", err
	}
	query, args := f.query(after, some, p.limit()+1)
	err = s.read(ctx, func(t *tx) error {
		found, err = many(t, scanHeard, query, args...)
		return err
	})
	found, next = cut(p, found, func(h Heard) []string { return []string{strconv.FormatInt(h.Seq, 10)} })
	return found, next, err
}

// unheard tells what the reader, $1, has not read.
const unheard = `(c.removed_at IS NULL AND c.author_id != $1 AND c.seq > COALESCE(r.seq, 0))`

func (f CommentFilter) query(after int64, some bool, limit int) (string, []any) {
	var c clauses
	c.mark(f.Reader)
	order, beyond := `c.seq`, `c.seq > %s`
	if f.Newest {
		order, beyond = `c.seq DESC`, `c.seq < %s`
	}
	if f.Calendar != "" {
		c.add(`c.calendar_id = %s`, f.Calendar)
	}
	if f.Post != "" {
		c.add(`c.post_id = %s`, f.Post)
	}
	if f.Unread {
		c.add(unheard)
	}
	if f.Mentioned {
		c.add(`c.id IN (SELECT comment_id FROM comment_mentions WHERE member_id = $1)`)
	}
	if f.Open {
		c.add(`EXISTS (SELECT 1 FROM comments f WHERE f.id = c.thread_id AND f.resolved IS NULL)`)
	}
	if f.Client {
		c.add(`c.client = 1`)
	}
	if some {
		c.add(beyond, after)
	}
	return c.query(`SELECT `+commentColumns+`, `+unheard+`
		FROM comments c LEFT JOIN comments_read r ON r.post_id = c.post_id AND r.member_id = $1`, order, limit)
}

// ReadComments notes that a member has read what was said about a post, up to
// a comment of it.
func (s *Store) ReadComments(ctx context.Context, reader editorial.MemberID, upTo editorial.Comment) error {
	return s.write(ctx, func(t *tx) error {
		_, err := t.exec(`
			INSERT INTO comments_read (member_id, post_id, seq) VALUES ($1, $2, $3)
			ON CONFLICT (member_id, post_id) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > comments_read.seq`, reader, upTo.Post, upTo.Seq)
		return err
	})
}
