package store

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/mattn/go-sqlite3"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// Rows that no rule writes are refused by the table itself, whoever writes
// them. Every CHECK of the schema is broken here at least once.
func TestImpossibleRows(t *testing.T) {
	h := newHouse(t)
	out, p := h.approved("out", nine, wall), h.approved("waits", nine.Add(time.Hour), ribbon)
	h.now = nine
	h.turn(published(h.claimOne(out, wall)))
	h.approved("see https://maison.example", nine.Add(time.Hour), wall)
	h.editable(wall)
	h.rewritten(out, "out, corrected")
	h.asks(out)
	h.pause(editorial.Scope{All: true})
	_, err := h.AddMedia(h.ctx, h.desk(), aFile("med_1", "x"), strings.NewReader("x"))
	require.NoError(t, err)
	h.signedIn("ses_1", "first")
	h.invite("inv_1", "grace@example.org", "link")
	thread := h.says(p, editorial.Remark{Text: "Hm."})
	h.says(p, editorial.Remark{Text: "Yes."}, thread.ID)
	h.delegates("dgn_1", "", noon)
	h.joins("mem_2", editorial.Editor)
	h.tell()
	link := h.links("link")
	h.visits(link, "visit")
	require.NoError(t, h.SeePost(h.ctx, link.ID, p.ID, 1))
	_, err = h.crisis(false)
	require.NoError(t, err)
	h.hook("hook_1", editorial.OutletHook)
	h.mails("grace@example.org")
	h.fetches(2)
	require.NoError(t, h.AddLetter(h.ctx, "ada@example.org", editorial.KindReset, editorial.Letter{}, h.now))
	require.NoError(t, h.MakeDigests(h.ctx, h.now))
	before := h.everything()
	broken := map[string]bool{}
	for _, query := range []string{
		`UPDATE members SET owner = 2`,
		`UPDATE members SET service = -1`,
		`UPDATE roles SET role = 'owner'`,
		`UPDATE sessions SET previous = secret`,
		`UPDATE invitations SET accepted_at = 1`,
		`UPDATE invitations SET member_id = 'mem_1'`,
		`UPDATE invitations SET accepted_at = 1, member_id = 'mem_1', revoked_at = 1`,
		`UPDATE audit SET name = NULL`,
		`UPDATE audit SET note = NULL`,
		`UPDATE audit SET detail = NULL`,
		`UPDATE channels SET state = 'lost'`,
		`UPDATE media SET bytes = 0`,
		`UPDATE posts SET state = 'lost'`,
		`UPDATE posts SET revision = 0`,
		`UPDATE posts SET approval = NULL WHERE state = 'approved'`,
		`UPDATE deliveries SET state = 'lost'`,
		`UPDATE deliveries SET stopped = 2`,
		`UPDATE deliveries SET resend = -1`,
		`UPDATE deliveries SET holder = 'x'`,
		`UPDATE deliveries SET lease_until = 1`,
		`UPDATE deliveries SET state = 'sending' WHERE state = 'scheduled'`,
		`UPDATE deliveries SET next_at = NULL WHERE state = 'scheduled'`,
		`UPDATE deliveries SET due_at = NULL WHERE state = 'scheduled'`,
		`UPDATE deliveries SET state = 'missed' WHERE state = 'scheduled'`,
		`UPDATE deliveries SET next_at = 1 WHERE state = 'published'`,
		`UPDATE deliveries SET out_at = NULL WHERE state = 'published'`,
		`UPDATE parts SET kind = 'letter'`,
		`UPDATE parts SET state = 'lost'`,
		`UPDATE parts SET sent_at = NULL WHERE state = 'published'`,
		`UPDATE parts SET state = 'waiting' WHERE state = 'published'`,
		`UPDATE parts SET first_heard_at = NULL WHERE last_heard_at IS NOT NULL`,
		`UPDATE attempts SET step = 'guess'`,
		`UPDATE attempts SET verdict = 'perhaps'`,
		`UPDATE attempts SET ended_at = NULL WHERE verdict != ''`,
		`UPDATE attempts SET verdict = '' WHERE ended_at IS NOT NULL`,
		`UPDATE delegations SET until_at = from_at - 1`,
		`UPDATE delegations SET to_id = member_id`,
		`UPDATE crises SET severity = 'awful'`,
		`UPDATE crises SET reason = ''`,
		`UPDATE crises SET closed_at = 1`,
		`UPDATE crises SET closed_at = 1, closed_by = '{}'`,
		`UPDATE pauses SET scope = 'world'`,
		`UPDATE pauses SET reason = ''`,
		`UPDATE links SET state = 'lost'`,
		`UPDATE links SET plain = 2`,
		`UPDATE links SET state = 'alive'`,
		`UPDATE acts SET kind = 'magic'`,
		`UPDATE acts SET state = 'lost'`,
		`UPDATE acts SET next_at = NULL`,
		`UPDATE acts SET ended_at = 1`,
		`UPDATE acts SET state = 'sending'`,
		`UPDATE acts SET lease_until = 1`,
		`UPDATE comments SET client = 2`,
		`UPDATE comments SET suggestion = '{}'`,
		`UPDATE comments SET resolved = '{}'`,
		`UPDATE notices SET weight = 'noise'`,
		`UPDATE client_links SET approves = 2`,
		`UPDATE client_links SET code = x'00'`,
		`UPDATE client_visits SET proof = 'a handshake'`,
		`UPDATE client_seen SET before = revision`,
		`UPDATE dispatches SET state = 'lost'`,
		`UPDATE dispatches SET next_at = NULL`,
		`UPDATE dispatches SET ended_at = 1`,
		`UPDATE dispatches SET state = 'sending'`,
		`UPDATE dispatches SET lease_until = 1`,
		`UPDATE dispatches SET state = 'done', next_at = NULL, ended_at = 1 WHERE letter IS NOT NULL AND state = 'waiting'`,
		`UPDATE dispatch_tries SET verdict = 'perhaps'`,
		`UPDATE dispatch_tries SET ended_at = 1`,
		`UPDATE hooks SET way = 'pigeon'`,
		`UPDATE hooks SET why = 'hook_gone'`,
		`UPDATE hooks SET calendar_id = NULL, way = 'slack'`,
		`UPDATE digests SET kind = 'yearly'`,
		`INSERT INTO releaser (one, holder, until_at) VALUES (2, 'a second', 0)`,
	} {
		err := h.tryRaw(query)
		failed := sqlite3.Error{}
		require.ErrorAs(t, err, &failed, query)
		require.Equal(t, sqlite3.ErrConstraintCheck, failed.ExtendedCode, "%s: %v", query, err)
		_, check, _ := strings.Cut(err.Error(), "CHECK constraint failed: ")
		broken[squeeze(check)] = true
	}
	require.Equal(t, before, h.everything())
	require.Equal(t, editorial.Scheduled, h.on(p, ribbon).State)
	for _, check := range checks(t, h) {
		require.True(t, slices.ContainsFunc(slices.Collect(maps.Keys(broken)), func(seen string) bool { return strings.HasPrefix(check, seen) }), "nothing breaks CHECK (%s", check)
	}
}

// checks lists what stands behind each CHECK of the schema.
func checks(t *testing.T, h *house) (found []string) {
	t.Helper()
	for _, table := range schemaOf(t, h.reader) {
		for _, check := range strings.Split(table, "CHECK (")[1:] {
			found = append(found, squeeze(check))
		}
	}
	require.Greater(t, len(found), 15)
	return found
}

func squeeze(text string) string { return regexp.MustCompile(`\s+`).ReplaceAllString(text, " ") }

// A column holds what it was made for; rows that belong together stay so.
func TestStrictTables(t *testing.T) {
	h := newHouse(t)
	h.approved("x", nine, wall)
	for query, want := range map[string]sqlite3.ErrNoExtended{
		`UPDATE posts SET created_at = 'noon'`:                        sqlite3.ErrNoExtended(sqlite3.ErrConstraint) | 12<<8, // SQLITE_CONSTRAINT_DATATYPE
		`UPDATE posts SET created_at = 1.5`:                           sqlite3.ErrNoExtended(sqlite3.ErrConstraint) | 12<<8,
		`UPDATE channels SET credentials = 'x'`:                       sqlite3.ErrNoExtended(sqlite3.ErrConstraint) | 12<<8,
		`UPDATE posts SET title = NULL`:                               sqlite3.ErrConstraintNotNull,
		`DELETE FROM posts`:                                           sqlite3.ErrConstraintForeignKey,
		`DELETE FROM channels`:                                        sqlite3.ErrConstraintForeignKey,
		`UPDATE deliveries SET post_id = 'post_none'`:                 sqlite3.ErrConstraintForeignKey,
		`UPDATE posts SET campaign_id = 'camp_none'`:                  sqlite3.ErrConstraintForeignKey,
		`UPDATE channels SET id = 'chan_1'`:                           sqlite3.ErrConstraintPrimaryKey,
		`INSERT INTO deliveries SELECT * FROM deliveries`:             sqlite3.ErrConstraintUnique,
		`INSERT INTO revisions SELECT * FROM revisions`:               sqlite3.ErrConstraintPrimaryKey,
		`UPDATE OR ABORT calendars SET version = 'x' WHERE version=1`: sqlite3.ErrNoExtended(sqlite3.ErrConstraint) | 12<<8,
	} {
		failed := sqlite3.Error{}
		require.ErrorAs(t, h.tryRaw(query), &failed, query)
		require.Equal(t, want, failed.ExtendedCode, query)
	}
	without := column(t, h.reader, `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`)
	require.Equal(t, "goose_db_version", without, "every table of ours is strict")
}
