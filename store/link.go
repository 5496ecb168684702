package store

import (
	"context"
	"slices"
	"time"

	"parution.dev/editorial"
)

// freshLink is how long ago a link may have been followed for a look ahead to
// need no other: many posts that are due together share it.
const freshLink = 10 * time.Minute

// wantLinks has a post's links followed soon, unless that was done since an
// instant. A site that asked to be left alone is left alone first.
func (t *tx) wantLinks(post editorial.PostID, links []string, since, now time.Time) error {
	for _, link := range links {
		_, err := t.exec(`
			INSERT INTO links (url, state, code, host, site, plain, tries, checked_at, rest_until, next_at)
			VALUES ($1, '', '', '', '', 0, 0, NULL, NULL, $2)
			ON CONFLICT (url) DO UPDATE SET tries = 0,
				next_at = CASE WHEN links.rest_until > excluded.next_at THEN links.rest_until ELSE excluded.next_at END
			WHERE links.checked_at IS NULL OR links.checked_at < $3`,
			link, stamp(now), stamp(since))
		if err != nil {
			return err
		}
		if _, err := t.exec(`INSERT INTO post_links (url, post_id) VALUES ($1, $2) ON CONFLICT (url, post_id) DO NOTHING`, link, post); err != nil {
			return err
		}
	}
	return nil
}

// LinksDue lists the links to follow now, the one that has waited longest
// first. What no post waits for any more is left out.
func (s *Store) LinksDue(ctx context.Context, now time.Time, limit int) (links []string, err error) {
	err = s.read(ctx, func(t *tx) error {
		links, err = many(t, scanText, `
			SELECT url FROM links WHERE next_at <= $1 AND EXISTS (
				SELECT 1 FROM post_links p JOIN deliveries d ON d.post_id = p.post_id
				WHERE p.url = links.url AND d.state IN ('planned', 'scheduled', 'held'))
			ORDER BY next_at, url LIMIT $2`, stamp(now), limit)
		return err
	})
	return links, err
}

func scanText(row scanner) (text string, err error) {
	err = row.Scan(&text)
	return text, err
}

// postsAtOnce bounds the posts that one commit tells of a link: a link that
// stands in hundreds of them must not keep releases waiting.
const postsAtOnce = 50

// SaveLink writes down where a link led, for every post that waits and has it,
// and returns what their people have not been told yet.
func (s *Store) SaveLink(ctx context.Context, seen editorial.LinkSeen) (news []editorial.LinkNews, err error) {
	var having []havingLink
	err = s.read(ctx, func(t *tx) error {
		having, err = many(t, scanHavingLink, `
			SELECT l.post_id, p.state != 'archived' AND EXISTS (
				SELECT 1 FROM deliveries d WHERE d.post_id = l.post_id AND d.state IN ('planned', 'scheduled', 'held', 'missed', 'failed'))
			FROM post_links l JOIN posts p ON p.id = l.post_id WHERE l.url = $1 ORDER BY l.post_id`, seen.URL)
		return err
	})
	if err != nil {
		return nil, err
	}
	last := linked{seen: seen}
	for some := range slices.Chunk(having, postsAtOnce) {
		err := s.write(ctx, func(t *tx) error {
			found, err := t.tellPosts(some, &last)
			news = append(news, found...)
			return err
		})
		if err != nil {
			return news, err
		}
	}
	return news, s.write(ctx, func(t *tx) error { return t.saveLink(last) })
}

// havingLink is a post with a link in it, and whether it waits.
type havingLink struct {
	post  editorial.PostID
	waits bool
}

func scanHavingLink(row scanner) (havingLink, error) {
	var h havingLink
	err := row.Scan(&h.post, &h.waits)
	return h, err
}

// linked is where a link led, and what that means for the posts that wait.
type linked struct {
	seen  editorial.LinkSeen
	wrong bool      // for one of them
	due   time.Time // when the first of those is due; zero: none is
}

// tellPosts tells posts where a link of theirs led. Those that wait no more
// need not be told again.
func (t *tx) tellPosts(having []havingLink, last *linked) (news []editorial.LinkNews, err error) {
	for _, one := range having {
		if !one.waits {
			if _, err := t.exec(`DELETE FROM post_links WHERE url = $1 AND post_id = $2`, last.seen.URL, one.post); err != nil {
				return nil, err
			}
			continue
		}
		code, err := t.tellPost(one.post, last)
		if err != nil {
			return nil, err
		}
		if code.Code != "" {
			news = append(news, code)
		}
	}
	return news, nil
}

func (t *tx) tellPost(id editorial.PostID, last *linked) (news editorial.LinkNews, err error) {
	p, err := t.post(id)
	if err != nil {
		return news, err
	}
	changed, code := p.SeeLink(last.seen)
	if changed {
		if err := t.must(`UPDATE posts SET links = $1, approval = $2 WHERE id = $3`, linksOf(p), optional(p.Approval), p.ID); err != nil {
			return news, err
		}
	}
	last.weigh(p)
	if code == "" {
		return news, nil
	}
	if err := t.foreseeAgain(p.ID, last.seen.At); err != nil {
		return news, err
	}
	news = editorial.LinkNews{Post: p.ID, Calendar: p.Calendar, Code: code, Seen: last.seen}
	return news, t.log(editorial.AuditLine{
		At: last.seen.At, Calendar: p.Calendar, Actor: editorial.Machine(), Action: "post." + string(code), Subject: string(p.ID),
		Post: p.ID, Revision: p.Revision, Status: p.Status, Detail: last.seen.Host,
	})
}

// weigh takes note of a post that something is wrong for.
func (l *linked) weigh(p *editorial.Post) {
	for _, d := range p.Deliveries {
		if !slices.ContainsFunc(p.LinkTroubles(p.Content, d.Channel), func(h editorial.Hold) bool { return h.About == l.seen.URL }) {
			continue
		}
		l.wrong = true
		if end := d.Due.Add(d.Tolerance); end.After(l.seen.At) && (l.due.IsZero() || end.Before(l.due)) {
			l.due = end
		}
	}
}

// foreseeAgain has what a post's people were told ahead of its instant looked at
// afresh, where that time has come.
func (t *tx) foreseeAgain(post editorial.PostID, now time.Time) error {
	_, err := t.exec(`
		UPDATE deliveries SET preflight_at = $1 WHERE post_id = $2 AND state IN ('planned', 'scheduled', 'held') AND due_at > $3 AND due_at <= $4`,
		stamp(now), post, stamp(now), stamp(now.Add(editorial.FirstLook)))
	return err
}

// saveLink writes the link's own row, and when it is followed next: what was
// asked for while it was followed is still to be done.
func (t *tx) saveLink(l linked) error {
	tries, err := one(t, scanNumber, `SELECT tries + 1 FROM links WHERE url = $1`, l.seen.URL)
	if err != nil {
		return err
	}
	var rest time.Time
	if l.seen.Wait > 0 {
		rest = l.seen.At.Add(l.seen.Rest())
	}
	return t.must(`
		UPDATE links SET state = $1, code = $2, host = $3, site = $4, plain = $5, tries = $6, checked_at = $7, rest_until = $8,
			next_at = CASE WHEN next_at > $7 THEN next_at ELSE $9 END WHERE url = $10`,
		l.seen.State, l.seen.Code, l.seen.Host, l.seen.Site, l.seen.Plain, tries, stamp(l.seen.At), stamp(rest), stamp(l.seen.Again(tries, l.wrong, l.due)), l.seen.URL)
}

func scanNumber(row scanner) (n int, err error) {
	err = row.Scan(&n)
	return n, err
}

// ListLinks reads what is known of links, those that were never followed left
// out.
func (s *Store) ListLinks(ctx context.Context, links []string) (found []editorial.LinkSeen, err error) {
	err = s.read(ctx, func(t *tx) error {
		for _, link := range links {
			seen, err := one(t, scanLink, `SELECT url, state, code, host, site, plain, checked_at FROM links WHERE url = $1 AND checked_at IS NOT NULL`, link)
			if editorial.IsKind(err, editorial.NotFound) {
				continue
			}
			if err != nil {
				return err
			}
			found = append(found, seen)
		}
		return nil
	})
	return found, err
}

func scanLink(row scanner) (editorial.LinkSeen, error) {
	var l editorial.LinkSeen
	err := row.Scan(&l.URL, &l.State, &l.Code, &l.Host, &l.Site, &l.Plain, instant{&l.At})
	return l, err
}

// linksOf is the column of what is known of a post's links: NULL where it has
// none.
func linksOf(p *editorial.Post) any {
	if len(p.Links) == 0 {
		return nil
	}
	return text(p.Links)
}
