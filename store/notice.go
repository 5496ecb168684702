package store

import (
	"context"
	"slices"
	"strconv"
	"time"

	"parution.dev/editorial"
)

// readingNotices names the reading of the record that tells people of it.
const readingNotices = "notices"

// readAtOnce is how many lines of the record one transaction goes through.
const readAtOnce = 50

// TellNotices goes on reading the record where it was left, and writes down
// who is told of what, in the transaction that moves the mark: nothing is left
// out or told twice, whatever ends the daemon. More says that lines are left.
//
// The ways are those that this instance has besides.
func (s *Store) TellNotices(ctx context.Context, ways []editorial.Outlet, now time.Time) (more bool, err error) {
	var lines []editorial.AuditLine
	err = s.read(ctx, func(t *tx) error {
		lines, err = t.unread(readingNotices)
		return err
	})
	if err != nil || len(lines) == 0 {
		return false, err
	}
	err = s.write(ctx, func(t *tx) error {
		if lines, err = t.unread(readingNotices); err != nil || len(lines) == 0 {
			return err
		}
		scenes := scenery{t: t, now: now, at: map[editorial.CalendarID]editorial.Scene{}, wishes: map[editorial.MemberID]editorial.Wishes{}, hooks: map[editorial.CalendarID][]editorial.Hook{}}
		for _, line := range lines {
			if err := t.tell(&scenes, line, ways, now); err != nil {
				return err
			}
		}
		return t.must(`UPDATE readings SET seq = $1 WHERE name = $2`, lines[len(lines)-1].Seq, readingNotices)
	})
	return len(lines) == readAtOnce, err
}

// unread reads the lines of the record that a reading has before it.
func (t *tx) unread(reading string) ([]editorial.AuditLine, error) {
	return many(t, scanAudit, `
		SELECT `+auditColumns+` FROM audit WHERE seq > (SELECT seq FROM readings WHERE name = $1) ORDER BY seq LIMIT $2`, reading, readAtOnce)
}

// tell writes down who is told of a line, and what leaves for them.
func (t *tx) tell(scenes *scenery, line editorial.AuditLine, ways []editorial.Outlet, now time.Time) error {
	if err := t.tellHooks(scenes, line, ways, now); err != nil {
		return err
	}
	if _, some := editorial.TopicOf(line.Action); !some {
		return nil
	}
	scene, err := scenes.around(line)
	if err != nil {
		return err
	}
	for _, told := range editorial.Tell(line, scene) {
		_, err := t.exec(`
			INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
			told.Member, line.Seq, line.Calendar, told.Weight, stamp(now), nil)
		if err != nil {
			return err
		}
		t.told++
		if slices.Contains(ways, editorial.OutletMail) {
			if err := t.mail(scenes, told, line, scene, now); err != nil {
				return err
			}
		}
	}
	return nil
}

// mail has a notice mailed, if and when the member wants it.
func (t *tx) mail(scenes *scenery, told editorial.Told, line editorial.AuditLine, scene editorial.Scene, now time.Time) error {
	m, some := scene.Member(told.Member)
	if !some || m.Email == "" {
		return nil
	}
	wishes, known := scenes.wishes[m.ID]
	if !known {
		var err error
		if wishes, err = t.wishes(m.ID); err != nil {
			return err
		}
		scenes.wishes[m.ID] = wishes
	}
	about := editorial.Matter{Event: line.Action, Weight: told.Weight, Calendar: scene.Calendar, Post: scene.Post}
	pace := wishes.Pace(m, about, editorial.OutletMail)
	if pace == editorial.NotAtAll {
		return nil
	}
	return t.enclose(told, line.Seq, wishes.Due(about, pace, now), now)
}

// scenery reads what stands around lines of the record, each thing once.
type scenery struct {
	t      *tx
	now    time.Time
	at     map[editorial.CalendarID]editorial.Scene
	owners []editorial.Member
	wishes map[editorial.MemberID]editorial.Wishes
	hooks  map[editorial.CalendarID][]editorial.Hook
}

// around is what stands around a line. What cannot be read silences nobody: an
// alarm reaches whoever is left to be told.
func (s *scenery) around(line editorial.AuditLine) (editorial.Scene, error) {
	scene, known := s.at[line.Calendar]
	if !known {
		var err error
		if scene, err = s.of(line.Calendar); s.t.skips(err) {
			scene, err = editorial.Scene{Calendar: editorial.Calendar{ID: line.Calendar}, Owners: s.owners}, nil
		}
		if err != nil {
			return scene, err
		}
		s.at[line.Calendar] = scene
	}
	if line.Post == "" {
		return scene, nil
	}
	p, err := s.t.post(line.Post)
	if s.t.skips(err) {
		return scene, nil
	}
	scene.Post = p
	return scene, err
}

// of reads a calendar with its people; of the whole instance for "".
func (s *scenery) of(id editorial.CalendarID) (scene editorial.Scene, err error) {
	if s.owners == nil {
		if s.owners, err = s.t.owners(); err != nil {
			return scene, err
		}
	}
	scene.Owners = s.owners
	if id == "" {
		scene.Team, err = s.t.everybody()
		return scene, err
	}
	desk, err := s.t.desk(id, Write{Now: s.now})
	scene.Calendar, scene.Channels, scene.Team, scene.Away, scene.Now = desk.Calendar, desk.Channels, desk.Team, desk.Away, s.now
	return scene, err
}

// NoticeFilter narrows what a member was told.
type NoticeFilter struct {
	Member    editorial.MemberID
	Calendars []editorial.CalendarID // nil: all
	Instance  bool                   // what is of no calendar too
	Unread    bool                   // what they have not read
	After     int64                  // told of later lines only
}

// narrow adds the conditions of the filter.
func (f NoticeFilter) narrow(c *clauses) {
	c.add(`member_id = %s`, f.Member)
	if f.Calendars != nil {
		c.in(`calendar_id`, append(anys(f.Calendars), ""))
	}
	if !f.Instance {
		c.add(`calendar_id != ''`)
	}
	if f.Unread {
		c.add(`read_at IS NULL`)
	}
	if f.After > 0 {
		c.add(`seq > %s`, f.After)
	}
}

const noticeColumns = `member_id, seq, weight, told_at, read_at`

func scanNotice(row scanner) (n editorial.Tiding, err error) {
	err = row.Scan(&n.Member, &n.Line.Seq, &n.Weight, instant{&n.Told}, instant{&n.Read})
	return n, err
}

// ListNotices lists what a member was told, newest first.
func (s *Store) ListNotices(ctx context.Context, f NoticeFilter, p Page) (found []editorial.Tiding, next string, err error) {
	below, some, err := p.afterNumber()
	if err != nil {
		return nil, "", err
	}
	var c clauses
	f.narrow(&c)
	if some {
		c.add(`seq < %s`, below)
	}
	query, args := c.query(`SELECT `+noticeColumns+` FROM notices`, `seq DESC`, p.limit()+1)
	found, err = s.notices(ctx, query, args)
	found, next = cut(p, found, func(n editorial.Tiding) []string { return []string{strconv.FormatInt(n.Line.Seq, 10)} })
	return found, next, err
}

// NoticesAfter lists what a member was told of the lines that come after a
// sequence number, oldest first.
func (s *Store) NoticesAfter(ctx context.Context, f NoticeFilter, limit int) ([]editorial.Tiding, error) {
	var c clauses
	f.narrow(&c)
	query, args := c.query(`SELECT `+noticeColumns+` FROM notices`, `seq`, limit)
	return s.notices(ctx, query, args)
}

// notices reads notices with the lines and the posts that they are about.
func (s *Store) notices(ctx context.Context, query string, args []any) (found []editorial.Tiding, err error) {
	err = s.read(ctx, func(t *tx) error {
		if found, err = many(t, scanNotice, query, args...); err != nil || len(found) == 0 {
			return err
		}
		return t.withLines(found)
	})
	return found, err
}

func (t *tx) withLines(notices []editorial.Tiding) error {
	seqs := make([]any, len(notices))
	for i, n := range notices {
		seqs[i] = n.Line.Seq
	}
	lines, err := many(t, scanAudit, `SELECT `+auditColumns+` FROM audit WHERE seq IN (`+places(len(seqs))+`)`, seqs...)
	if err != nil {
		return err
	}
	bySeq, posts := map[int64]editorial.AuditLine{}, []any{}
	for _, line := range lines {
		bySeq[line.Seq] = line
		posts = append(posts, line.Post)
	}
	titles, err := t.titles(posts)
	for i := range notices {
		notices[i].Line = bySeq[notices[i].Line.Seq]
		notices[i].Title = titles[notices[i].Line.Post]
	}
	return err
}

// ListTitles reads what posts are called, as they are now.
func (s *Store) ListTitles(ctx context.Context, ids []editorial.PostID) (titles map[editorial.PostID]string, err error) {
	err = s.read(ctx, func(t *tx) error {
		titles, err = t.titles(anys(ids))
		return err
	})
	return titles, err
}

// titles reads what posts are called. One whose copy cannot be read has its
// title, or none: nobody is told the less.
func (t *tx) titles(posts []any) (map[editorial.PostID]string, error) {
	titles := map[editorial.PostID]string{}
	_, err := many(t, func(row scanner) (id editorial.PostID, err error) {
		var title, written string
		var content editorial.Content
		if err = row.Scan(&id, &title, &written); err != nil {
			return id, err
		}
		if (decoded{&content}).Scan(written) != nil {
			content = editorial.Content{}
		}
		titles[id] = editorial.PostName(title, content)
		return id, nil
	}, `SELECT p.id, p.title, r.content`+postTables+` WHERE p.id IN (`+places(len(posts))+`)`, posts...)
	return titles, err
}

// Unread is what a member has not read: how much of each weight. Last is the
// last line that they were told of, read or not.
type Unread struct {
	Count map[editorial.Weight]int
	Last  int64
}

// CountNotices counts what a member has not read.
func (s *Store) CountNotices(ctx context.Context, f NoticeFilter) (u Unread, err error) {
	var last clauses
	f.narrow(&last)
	newest, newestArgs := last.query(`SELECT `+noticeColumns+` FROM notices`, `seq DESC`, 1)
	f.Unread = true
	var c clauses
	f.narrow(&c)
	query := `SELECT weight, COUNT(*) FROM notices WHERE ` + c.conditions() + ` GROUP BY weight`
	u.Count = map[editorial.Weight]int{}
	err = s.read(ctx, func(t *tx) error {
		found, err := many(t, scanNotice, newest, newestArgs...)
		if err != nil || len(found) == 0 {
			return err
		}
		u.Last = found[0].Line.Seq
		_, err = many(t, u.scan, query, c.args...)
		return err
	})
	return u, err
}

// scan adds a row of the count.
func (u Unread) scan(row scanner) (weight editorial.Weight, err error) {
	var count int
	err = row.Scan(&weight, &count)
	u.Count[weight] = count
	return weight, err
}

// ReadNotices marks notices as read: of the lines that are named, or where
// none is, of every line up to one. It tells how many that were.
func (s *Store) ReadNotices(ctx context.Context, f NoticeFilter, seqs []int64, upTo int64, now time.Time) (read int64, err error) {
	f.Unread = true
	var c clauses
	set := `UPDATE notices SET read_at = ` + c.mark(stamp(now)) + ` WHERE `
	f.narrow(&c)
	if len(seqs) > 0 {
		c.in(`seq`, anys(seqs))
	} else {
		c.add(`seq <= %s`, upTo)
	}
	err = s.write(ctx, func(t *tx) error {
		read, err = t.exec(set+c.conditions(), c.args...)
		t.told += int(read)
		return err
	})
	return read, err
}

// noticesKept is how long people can look back on what they were told. The
// record keeps all of it.
const noticesKept = 180 * 24 * time.Hour

// ForgetNotices drops what is older than anybody looks back, of notices and of
// the log of what left.
func (s *Store) ForgetNotices(ctx context.Context, now time.Time) error {
	return s.write(ctx, func(t *tx) error {
		if _, err := t.exec(`DELETE FROM notices WHERE told_at < $1`, stamp(now.Add(-noticesKept))); err != nil {
			return err
		}
		return t.forgetDispatches(now)
	})
}
