package store

import (
	"context"
	"slices"
	"time"

	"parution.dev/editorial"
)

// GetMailing reads what a mail to a member holds, as things are now. What they
// may not read any more is not in it, nor news that they have read meanwhile.
func (s *Store) GetMailing(ctx context.Context, d editorial.Dispatch, now time.Time) (m editorial.Mailing, err error) {
	err = s.read(ctx, func(t *tx) error {
		m.Calendars = map[editorial.CalendarID]editorial.Calendar{}
		if m.To, err = t.member(d.Member); err != nil {
			return err
		}
		if !m.To.Deactivated.IsZero() {
			return nil
		}
		if d.Calendar != "" {
			return t.digestFor(&m, d, now)
		}
		return t.tidingsIn(&m, d)
	})
	return m, err
}

func (t *tx) tidingsIn(m *editorial.Mailing, d editorial.Dispatch) error {
	found, err := many(t, scanNotice, `SELECT `+noticeColumns+` FROM notices WHERE dispatch_id = $1 ORDER BY seq`, d.ID)
	if err != nil || len(found) == 0 {
		return err
	}
	if err := t.withLines(found); err != nil {
		return err
	}
	m.Tidings = slices.DeleteFunc(found, func(n editorial.Tiding) bool {
		lost := n.Line.Calendar != "" && !m.To.May(n.Line.Calendar).Has(editorial.Read)
		return lost || n.Weight == editorial.WeightNews && !n.Read.IsZero()
	})
	for _, n := range m.Tidings {
		if _, known := m.Calendars[n.Line.Calendar]; known || n.Line.Calendar == "" {
			continue
		}
		if m.Calendars[n.Line.Calendar], err = t.calendar(n.Line.Calendar); err != nil {
			return err
		}
	}
	return nil
}

// digestFor reads a calendar's digest for a member who may read it.
func (t *tx) digestFor(m *editorial.Mailing, d editorial.Dispatch, now time.Time) error {
	if !m.To.May(d.Calendar).Has(editorial.Read) {
		return nil
	}
	desk, err := t.desk(d.Calendar, Write{Now: now})
	if err != nil {
		return err
	}
	if desk.Team, err = t.team(d.Calendar); err != nil {
		return err
	}
	posts, err := t.digestPosts(d.Calendar, now)
	if err != nil {
		return err
	}
	pauses, err := t.pausesSince(now)
	if err != nil {
		return err
	}
	heads, err := many(t, scanAudit, `SELECT `+auditColumns+` FROM audit WHERE calendar_id = $1 ORDER BY seq DESC LIMIT 1`, d.Calendar)
	if err != nil {
		return err
	}
	m.Digest = editorial.NewDigest(d.Kind, desk, posts, pauses, append(heads, editorial.AuditLine{})[0])
	return nil
}

// maxDigest is the most posts that a digest looks at.
const maxDigest = 2000

// digestPosts reads the posts around now, on any channel, and those that are
// stopped or wait for people. One that is damaged darkens no digest.
func (t *tx) digestPosts(calendar editorial.CalendarID, now time.Time) ([]*editorial.Post, error) {
	query := `SELECT ` + postColumns + postTables + `
		WHERE p.calendar_id = $1 AND p.state != 'archived' AND (p.first_due >= $2 AND p.first_due < $3
			OR p.status IN ('held', 'missed', 'failed', 'unknown', 'partly_published') OR p.state IN ('in_review', 'changes_requested')
			OR p.id IN (SELECT d.post_id FROM channels c JOIN deliveries d ON d.channel_id = c.id WHERE c.calendar_id = $1 AND d.out_at >= $2))
		ORDER BY p.first_due, p.id LIMIT $4`
	args := []any{calendar, stamp(now.AddDate(0, 0, -8)), stamp(now.AddDate(0, 0, 8)), maxDigest}
	posts, err := many(t, scanPost, query, args...)
	if err == nil {
		err = t.withDeliveries(posts)
	}
	if t.skips(err) {
		return t.postsOneByOne(query, args)
	}
	return posts, err
}

// MakeDigests writes the dispatches of every digest that is due and was not
// made yet, for the members who want it.
func (s *Store) MakeDigests(ctx context.Context, now time.Time) error {
	var due []digestDue
	err := s.read(ctx, func(t *tx) (err error) {
		due, err = t.digestsDue(now)
		return err
	})
	if err != nil || len(due) == 0 {
		return err
	}
	return s.write(ctx, func(t *tx) error {
		if due, err = t.digestsDue(now); err != nil {
			return err
		}
		for _, one := range due {
			if err := t.makeDigest(one, now); err != nil {
				return err
			}
		}
		return nil
	})
}

// digestDue is a digest of a calendar that is to be made.
type digestDue struct {
	calendar editorial.Calendar
	kind     editorial.DispatchKind
	day      string
}

func (t *tx) digestsDue(now time.Time) (due []digestDue, err error) {
	made, err := t.digestsMade()
	if err != nil {
		return nil, err
	}
	calendars, err := many(t, scanCalendar, `SELECT `+calendarColumns+` FROM calendars WHERE archived_at IS NULL ORDER BY id`)
	for _, c := range calendars {
		for _, kind := range []editorial.DispatchKind{editorial.KindDaily, editorial.KindWeekly} {
			if day := c.DigestDue(kind, now); day > made[string(c.ID)+" "+string(kind)] {
				due = append(due, digestDue{c, kind, day})
			}
		}
	}
	return due, err
}

// digestsMade is the day of the last digest of each calendar and kind.
func (t *tx) digestsMade() (map[string]string, error) {
	made := map[string]string{}
	_, err := many(t, func(row scanner) (key string, err error) {
		var calendar, kind, day string
		err = row.Scan(&calendar, &kind, &day)
		made[calendar+" "+kind] = day
		return key, err
	}, `SELECT calendar_id, kind, day FROM digests`)
	return made, err
}

func (t *tx) makeDigest(due digestDue, now time.Time) error {
	team, err := t.team(due.calendar.ID)
	if err != nil {
		return err
	}
	event := editorial.EventDaily
	if due.kind == editorial.KindWeekly {
		event = editorial.EventWeekly
	}
	for _, m := range team {
		wishes, err := t.wishes(m.ID)
		if err != nil {
			return err
		}
		about := editorial.Matter{Event: event, Calendar: due.calendar}
		if m.Email == "" || !m.Deactivated.IsZero() || wishes.Pace(m, about, editorial.OutletMail) == editorial.NotAtAll {
			continue
		}
		err = t.addDispatch(editorial.Dispatch{
			ID: editorial.NewID[editorial.DispatchID]("dsp"), Way: editorial.OutletMail, Kind: due.kind, Calendar: due.calendar.ID, Member: m.ID, Made: now, Next: now,
		})
		if err != nil {
			return err
		}
	}
	_, err = t.exec(`
		INSERT INTO digests (calendar_id, kind, day) VALUES ($1, $2, $3) ON CONFLICT (calendar_id, kind) DO UPDATE SET day = excluded.day`,
		due.calendar.ID, due.kind, due.day)
	return err
}
