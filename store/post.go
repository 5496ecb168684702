package store

import (
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"parution.dev/editorial"
)

// Change is what a rule does to a post: pure and quick, for it runs inside the
// writing transaction. Its error rolls everything back.
type Change func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error)

// AddPost starts a post in a calendar and writes it with its first revision,
// its deliveries and its lines of the record.
func (s *Store) AddPost(ctx context.Context, w Write, calendar editorial.CalendarID,
	start func(editorial.Desk) (*editorial.Post, editorial.Lines, error),
) (p *editorial.Post, lines editorial.Lines, err error) {
	err = s.write(ctx, func(t *tx) error {
		if w.Once != nil {
			if err := t.replayed(w); err != nil {
				return err
			}
		}
		desk, err := t.bareDesk(calendar, w)
		if err != nil {
			return err
		}
		if p, lines, err = start(desk); err != nil {
			return err
		}
		return t.create(w, string(p.ID), func() error { return t.insertPost(p, desk, lines) })
	})
	return p, lines, err
}

// bareDesk is what stands around a post that is new, which waits for nobody
// but its owner.
func (t *tx) bareDesk(calendar editorial.CalendarID, w Write) (editorial.Desk, error) {
	c, err := t.calendar(calendar)
	if err != nil {
		return editorial.Desk{}, err
	}
	channels, err := t.channels(calendar)
	if err != nil {
		return editorial.Desk{}, err
	}
	return editorial.Desk{Calendar: c, Channels: channels, By: w.By, Now: w.Now}, nil
}

// desk is what stands around a post of a calendar, its team included.
func (t *tx) desk(calendar editorial.CalendarID, w Write) (editorial.Desk, error) {
	desk, err := t.bareDesk(calendar, w)
	if err != nil {
		return desk, err
	}
	if desk.Team, err = t.team(calendar); err != nil {
		return desk, err
	}
	if desk.Away, err = t.away(calendar, w.Now); err != nil {
		return desk, err
	}
	desk.Campaigns, err = t.margins(calendar)
	return desk, err
}

func (t *tx) insertPost(p *editorial.Post, desk editorial.Desk, lines editorial.Lines) error {
	_, err := t.exec(`
		INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, review, hold,
			first_due, created_at, updated_at, version, links, remind_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
		p.ID, p.Calendar, p.State, p.Status, p.Title, nullable(p.Campaign), nullable(p.Pillar), restOf(p), p.Revision, p.Author,
		optional(p.Approval), optional(p.Review), optional(p.Hold), stamp(p.FirstDue), stamp(p.Created), stamp(p.Updated), p.Version, linksOf(p), stamp(p.RemindAt))
	if err != nil {
		return err
	}
	if err := t.addWords(p.ID, wordsOf(p)); err != nil {
		return err
	}
	return t.finishPost(p, desk, lines, true, nil)
}

func restOf(p *editorial.Post) string {
	return text(sheet{p.Brief, p.Notes, p.Labels, p.Owner, p.Planned, p.Times, p.Embargo, p.Lateness, p.Crisis, p.Until})
}

// optional is a JSON column that is NULL for a nil pointer.
func optional[T any](value *T) any {
	if value == nil {
		return nil
	}
	return text(value)
}

// finishPost writes what belongs to a post beside its own row and its words.
func (t *tx) finishPost(p *editorial.Post, desk editorial.Desk, lines editorial.Lines, rewritten bool, before []editorial.Delivery) error {
	if rewritten {
		if err := t.addRevision(p, desk); err != nil {
			return err
		}
	}
	if err := t.saveDeliveries(p.Deliveries, before); err != nil {
		return err
	}
	for _, line := range lines.Audit {
		if err := t.log(line); err != nil {
			return err
		}
	}
	return nil
}

// wordsOf is what a search finds a post by.
func wordsOf(p *editorial.Post) string {
	words := []string{p.Title, p.Content.Text}
	for _, channel := range slices.Sorted(maps.Keys(p.Content.Variants)) {
		v := p.Content.Variants[channel]
		if v.Text != nil {
			words = append(words, *v.Text)
		}
		words = append(append(words, v.Parts...), v.FirstComment)
	}
	return strings.Join(words, "\n")
}

func (t *tx) addWords(id editorial.PostID, words string) error {
	_, err := t.exec(`INSERT INTO posts_text (docid, words) VALUES ((SELECT rowid FROM posts WHERE id = $1), $2)`, id, words)
	return err
}

// changeWords keeps the full-text index in step with a post. Most changes leave
// its words alone.
func (t *tx) changeWords(id editorial.PostID, was, words string) error {
	if words == was {
		return nil
	}
	if _, err := t.exec(`DELETE FROM posts_text WHERE docid = (SELECT rowid FROM posts WHERE id = $1)`, id); err != nil {
		return err
	}
	return t.addWords(id, words)
}

func (t *tx) post(id editorial.PostID) (*editorial.Post, error) {
	p, err := one(t, scanPost, `SELECT `+postColumns+postTables+` WHERE p.id = $1`, id)
	if err == nil {
		err = t.withDeliveries([]*editorial.Post{p})
	}
	if t.skips(err) && editorial.AsRefusal(err) == nil && t.ctx.Err() == nil {
		err = fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return p, err
}

// GetPost reads a post with its deliveries.
func (s *Store) GetPost(ctx context.Context, id editorial.PostID) (*editorial.Post, error) {
	return get(ctx, s, (*tx).post, id)
}

// UpdatePost changes a post: one transaction reads it, calls the change, and
// writes what came of it, with its revision and its lines of the record.
func (s *Store) UpdatePost(ctx context.Context, w Write, id editorial.PostID, change Change) (p *editorial.Post, lines editorial.Lines, err error) {
	err = s.write(ctx, func(t *tx) error {
		if p, lines, err = t.updatePost(w, id, change); err != nil {
			return err
		}
		return t.dropWorkingCopy(w, id)
	})
	return p, lines, err
}

func (t *tx) updatePost(w Write, id editorial.PostID, change Change) (*editorial.Post, editorial.Lines, error) {
	p, err := t.post(id)
	if err != nil {
		return nil, editorial.Lines{}, err
	}
	desk, err := t.desk(p.Calendar, w)
	if err != nil {
		return p, editorial.Lines{}, err
	}
	if desk.Editing, err = t.editing(p); err != nil {
		return p, editorial.Lines{}, err
	}
	revision, signed, before, words := p.Revision, p.Approval, cloneDeliveries(p.Deliveries), wordsOf(p)
	lines, err := change(p, desk)
	if err != nil {
		return p, lines, err
	}
	if err := t.savePost(p); err != nil {
		return p, lines, err
	}
	if err := t.changeWords(p.ID, words, wordsOf(p)); err != nil {
		return p, lines, err
	}
	if p.Approval != nil && p.Approval != signed { // where its links lead now is what is approved
		if err := t.wantLinks(p.ID, p.Content.AllLinks(), desk.Now, desk.Now); err != nil {
			return p, lines, err
		}
	}
	return p, lines, t.finishPost(p, desk, lines, p.Revision != revision, before)
}

func (t *tx) savePost(p *editorial.Post) error {
	return t.must(`
		UPDATE posts SET state = $1, status = $2, title = $3, campaign_id = $4, pillar_id = $5, sheet = $6, revision = $7, author_id = $8,
			approval = $9, review = $10, hold = $11, first_due = $12, updated_at = $13, version = $14, links = $15, remind_at = $16 WHERE id = $17`,
		p.State, p.Status, p.Title, nullable(p.Campaign), nullable(p.Pillar), restOf(p), p.Revision, p.Author,
		optional(p.Approval), optional(p.Review), optional(p.Hold), stamp(p.FirstDue), stamp(p.Updated), p.Version, linksOf(p), stamp(p.RemindAt), p.ID)
}

func cloneDeliveries(all []editorial.Delivery) []editorial.Delivery {
	copies := slices.Clone(all)
	for i := range copies {
		copies[i].Parts = slices.Clone(copies[i].Parts)
		copies[i].Holds = slices.Clone(copies[i].Holds)
	}
	return copies
}

// saveDeliveries writes those that differ from what was read.
func (t *tx) saveDeliveries(all, before []editorial.Delivery) error {
	var rows ledgerRows
	for i, d := range all {
		switch {
		case i >= len(before):
			rows.add(d, nil)
		case !reflect.DeepEqual(d, before[i]):
			rows.add(d, before[i].Parts)
		}
	}
	return t.saveRows(rows)
}

// PostFilter narrows a list of posts. From and To bound the earliest due
// instant of a post; To is exclusive.
type PostFilter struct {
	Calendar  editorial.CalendarID
	Calendars []editorial.CalendarID // where Calendar is none
	From, To  time.Time
	Undated   bool
	Statuses  []editorial.Status
	Channel   editorial.ChannelID
	Campaign  editorial.CampaignID
	Pillar    editorial.PillarID
	Waiting   bool                       // neither approved nor archived
	Keep      func(*editorial.Post) bool // decides in the end, pure and quick; nil: all stay
	Text      string                     // words that must all occur in title or copy; the last may be a beginning
}

// ListPosts lists a calendar's posts by their due instant, undated ones first.
// What they hold is shared, and only to be read.
func (s *Store) ListPosts(ctx context.Context, f PostFilter, p Page) (posts []*editorial.Post, next string, err error) {
	key := func(p *editorial.Post) []string { return []string{dueKey(p.FirstDue), string(p.ID)} }
	err = s.read(ctx, func(t *tx) error {
		for at := p; len(posts) <= p.limit(); {
			some, err := t.listPosts(f, at)
			if err != nil {
				return err
			}
			for _, post := range some {
				if f.Keep == nil || f.Keep(post) {
					posts = append(posts, post)
				}
			}
			if len(some) <= p.limit() {
				break
			}
			at.Cursor = cursor(key(some[len(some)-1])...)
		}
		return nil
	})
	posts, next = cut(p, posts, key)
	return posts, next, err
}

// listPosts reads a page of posts, and one post more.
func (t *tx) listPosts(f PostFilter, p Page) ([]*editorial.Post, error) {
	var c clauses
	if err := p.afterPost(&c); err != nil {
		return nil, err
	}
	f.bounds(&c)
	f.narrow(&c)
	query, args := c.query(`SELECT `+postColumns+postTables, `p.first_due, p.id`, p.limit()+1)
	return t.readPosts(query, args)
}

// readPosts reads posts that are only to be read, whatever is the matter with
// one of them.
func (t *tx) readPosts(query string, args []any) ([]*editorial.Post, error) {
	posts, err := many(t, t.store.scanPostShared, query, args...)
	if err == nil {
		err = t.withDeliveries(posts)
	}
	if t.skips(err) {
		return t.postsOneByOne(query, args)
	}
	return posts, err
}

// dueKey is a due instant in a cursor, "" for undated.
func dueKey(due time.Time) string {
	if due.IsZero() {
		return ""
	}
	return strconv.FormatInt(due.UnixMilli(), 10)
}

// afterPost narrows to the posts behind the cursor.
func (p Page) afterPost(c *clauses) error {
	key, err := p.after(2)
	switch {
	case err != nil || key == nil:
		return err
	case key[0] == "":
		c.add(`(p.first_due IS NOT NULL OR p.id > %s)`, key[1])
		return nil
	}
	due, err := strconv.ParseInt(key[0], 10, 64)
	if err != nil {
		return badCursor()
	}
	c.add(`(p.first_due, p.id) > (%s, %s)`, due, key[1])
	return nil
}

func (f PostFilter) bounds(c *clauses) {
	if f.Calendar != "" {
		c.add(`p.calendar_id = %s`, f.Calendar)
	} else {
		c.in(`p.calendar_id`, anys(f.Calendars))
	}
	if f.Waiting {
		c.add(`p.state NOT IN ('approved', 'archived')`)
	}
	if !f.From.IsZero() {
		c.add(`p.first_due >= %s`, stamp(f.From))
	}
	if !f.To.IsZero() {
		c.add(`p.first_due < %s`, stamp(f.To))
	}
	if f.Undated {
		c.add(`p.first_due IS NULL`)
	}
}

func (f PostFilter) narrow(c *clauses) {
	if len(f.Statuses) > 0 {
		c.in(`p.status`, anys(f.Statuses))
	}
	if f.Channel != "" {
		c.add(`p.id IN (SELECT post_id FROM deliveries WHERE channel_id = %s AND state != 'dropped')`, f.Channel)
	}
	if f.Campaign != "" {
		c.add(`p.campaign_id = %s`, f.Campaign)
	}
	if f.Pillar != "" {
		c.add(`p.pillar_id = %s`, f.Pillar)
	}
	if words := searchWords(f.Text); words != "" {
		c.add(`p.rowid IN (SELECT docid FROM posts_text WHERE words MATCH %s)`, words)
	}
}

// maxWords is how many words a search looks for; SQLite takes no more than
// some thousands.
const maxWords = 100

// searchWords turns what a person typed into a full-text query: every word
// quoted, so that nothing in it is an operator, and the last one open-ended.
func searchWords(typed string) string {
	words := strings.FieldsFunc(typed, func(r rune) bool { return !isWordRune(r) && !unicode.IsMark(r) })
	words = slices.DeleteFunc(words, func(word string) bool { return !strings.ContainsFunc(word, isWordRune) })
	words = words[:min(len(words), maxWords)]
	for i, word := range words {
		end := ""
		if i == len(words)-1 {
			end = "*"
		}
		words[i] = `"` + word + end + `"`
	}
	return strings.Join(words, " ")
}

// isWordRune tells whether the index takes a character for a part of a word.
func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
