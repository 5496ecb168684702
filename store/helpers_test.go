package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// These tests begin at noon; their posts are due the next morning, at nine in Paris.
var (
	noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	nine = time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)
)

// The calendar of these tests, its manager and two of its channels.
const (
	maison editorial.CalendarID = "cal_1"
	ines   editorial.MemberID   = "mem_1"
	wall   editorial.ChannelID  = "chan_1"
	ribbon editorial.ChannelID  = "chan_2"
)

// house is a store with a team in it, at an hour that the test sets.
type house struct {
	*Store
	t   testing.TB
	ctx context.Context //nolint:containedctx // the test's own
	now time.Time
}

// newHouse makes a store with a calendar, its manager and two channels.
func newHouse(tb testing.TB, change ...func(*Config)) *house {
	tb.Helper()
	h := houseIn(tb, tb.TempDir(), change...)
	require.NoError(tb, h.AddMember(h.ctx, h.desk(), "", editorial.Member{ID: ines, Name: "Inès", Email: "ines@example.org"}))
	calendar := editorial.Calendar{ID: maison, Name: "Maison", Zone: "Europe/Paris", Language: editorial.French, Policy: editorial.DefaultPolicy()}
	require.NoError(tb, h.AddCalendar(h.ctx, h.desk(), calendar, ines))
	h.connect(wall)
	h.connect(ribbon)
	return h
}

// houseIn opens the store in a directory.
func houseIn(tb testing.TB, dir string, change ...func(*Config)) *house {
	tb.Helper()
	cfg := Config{Dir: dir, Sealer: locker('k')}
	for _, one := range change {
		one(&cfg)
	}
	s, err := Open(tb.Context(), cfg)
	require.NoError(tb, err)
	tb.Cleanup(func() { require.NoError(tb, s.Close()) })
	return &house{Store: s, t: tb, ctx: tb.Context(), now: noon}
}

// in is the same house in a part of the test.
func (h *house) in(t *testing.T) *house {
	t.Helper()
	part := *h
	part.t, part.ctx = t, t.Context()
	return &part
}

// another opens the same database once more, as another daemon would.
func (h *house) another(change ...func(*Config)) *house {
	h.t.Helper()
	other := houseIn(h.t, h.cfg.Dir, change...)
	other.now = h.now
	return other
}

// desk is the manager, writing now.
func (h *house) desk() Write {
	return Write{By: editorial.Actor{Member: ines, Name: "Inès", Language: editorial.French, May: editorial.AllPermissions()}, Now: h.now}
}

// connect adds a connected account on a platform of its own.
func (h *house) connect(id editorial.ChannelID) {
	h.t.Helper()
	require.NoError(h.t, h.AddChannel(h.ctx, h.desk(), editorial.Channel{
		ID: id, Calendar: maison, Platform: editorial.Platform("on " + id), Name: string(id), State: editorial.Connected,
		RemoteID: "account of " + string(id), Credentials: editorial.Credentials{},
	}))
}

// draft writes a post for an instant, as its author does.
func (h *house) draft(text string, at time.Time, channels ...editorial.ChannelID) *editorial.Post {
	h.t.Helper()
	sheet := editorial.Sheet{Title: text, Content: editorial.Content{Text: text, Language: "fr", Channels: channels}}
	if !at.IsZero() {
		var err error
		sheet.Planned, err = editorial.WhenAt(at, "Europe/Paris")
		require.NoError(h.t, err)
	}
	p, _, err := h.AddPost(h.ctx, h.desk(), maison, func(desk editorial.Desk) (*editorial.Post, editorial.Lines, error) {
		return editorial.NewPost(sheet, desk)
	})
	require.NoError(h.t, err)
	return p
}

// approved is a post that leaves by itself.
func (h *house) approved(text string, at time.Time, channels ...editorial.ChannelID) *editorial.Post {
	h.t.Helper()
	return h.move(h.draft(text, at, channels...), editorial.MoveApprove)
}

// move carries out a move on the post's current revision.
func (h *house) move(p *editorial.Post, move editorial.Move) *editorial.Post {
	h.t.Helper()
	return h.change(p.ID, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		return p.Apply(editorial.Asked{Move: move, Revision: p.Revision, Note: "a note"}, desk)
	})
}

// edit changes the post's sheet.
func (h *house) edit(p *editorial.Post, change func(*editorial.Sheet)) *editorial.Post {
	h.t.Helper()
	return h.change(p.ID, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		next := p.Clone()
		change(&next)
		return p.Edit(next, desk)
	})
}

func (h *house) change(id editorial.PostID, change Change) *editorial.Post {
	h.t.Helper()
	p, _, err := h.UpdatePost(h.ctx, h.desk(), id, change)
	require.NoError(h.t, err)
	return p
}

// get reads the post as it is now.
func (h *house) get(p *editorial.Post) *editorial.Post {
	h.t.Helper()
	read, err := h.GetPost(h.ctx, p.ID)
	require.NoError(h.t, err)
	return read
}

// on reads the post's delivery on a channel as it is now.
func (h *house) on(p *editorial.Post, channel editorial.ChannelID) editorial.Delivery {
	h.t.Helper()
	d := h.get(p).Delivery(channel)
	require.NotNil(h.t, d)
	return *d
}

// raw writes behind the rules' back.
func (h *house) raw(query string, args ...any) {
	h.t.Helper()
	require.NoError(h.t, h.tryRaw(query, args...))
}

func (h *house) tryRaw(query string, args ...any) error {
	_, err := h.writer.ExecContext(h.ctx, query, args...)
	return err
}

// count counts rows.
func (h *house) count(query string, args ...any) (n int) {
	h.t.Helper()
	require.NoError(h.t, h.reader.QueryRowContext(h.ctx, query, args...).Scan(&n))
	return n
}

// everything is the whole database as text, for "nothing has changed".
func (h *house) everything() string {
	h.t.Helper()
	return dump(h.t, h.reader)
}

// locker seals weakly: but nothing sealed can be read, and what was sealed
// with another key or for another row does not open.
type locker byte

func (l locker) Seal(plain []byte, row string) ([]byte, error) {
	return append([]byte{byte(l)}, l.turn(append([]byte(row+"\n"), plain...))...), nil
}

func (l locker) Open(sealed []byte, row string) ([]byte, error) {
	if len(sealed) == 0 || sealed[0] != byte(l) {
		return nil, errors.New("sealed with another key")
	}
	plain, ok := bytes.CutPrefix(l.turn(sealed[1:]), []byte(row+"\n"))
	if !ok {
		return nil, errors.New("sealed for another row")
	}
	return plain, nil
}

func (l locker) turn(value []byte) []byte {
	turned := slices.Clone(value)
	for i := range turned {
		turned[i] ^= byte(l)
	}
	return turned
}

// requireSame compares values field by field; secrets by what they hide.
func requireSame[T any](tb testing.TB, want, got T) {
	tb.Helper()
	reveal := cmp.Comparer(func(a, b editorial.Secret) bool { return a.Reveal() == b.Reveal() })
	if diff := cmp.Diff(want, got, reveal); diff != "" {
		tb.Fatalf("not what was written (-written +read):\n%s", diff)
	}
}

// filled is a T with something in every field, at any depth: a column that was
// forgotten shows. Another seed gives another value in each.
func filled[T any](seed int) T {
	var value T
	fill(reflect.ValueOf(&value).Elem(), seed, "")
	return value
}

// deepest is how far below a value its pointers are filled.
const deepest = 6

func fill(v reflect.Value, seed int, path string) {
	switch v.Interface().(type) {
	case time.Time:
		v.Set(reflect.ValueOf(noon.Add(time.Duration(seed) * time.Hour)))
		return
	case time.Duration:
		v.SetInt(int64(time.Duration(seed) * time.Minute))
		return
	case editorial.Secret:
		v.Set(reflect.ValueOf(editorial.NewSecret(fmt.Sprint("secret ", path, seed))))
		return
	case []byte:
		v.SetBytes([]byte{0, byte(seed), 255})
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), seed, path+"."+v.Type().Field(i).Name)
		}
	case reflect.Pointer:
		if strings.Count(path, ".") > deepest {
			return // what an undo goes back to can be undone in turn
		}
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), seed, path)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), seed, path)
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i), seed, path)
		}
	case reflect.Map:
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		fill(key, seed, path+" key")
		fill(value, seed, path)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(key, value)
	case reflect.String:
		v.SetString(fmt.Sprint("é «", path, "» ", seed))
	case reflect.Bool:
		v.SetBool(seed%2 == 1)
	case reflect.Interface:
		v.Set(reflect.ValueOf(fmt.Sprint(path, seed)))
	default:
		v.SetInt(int64(seed))
	}
}

// requireChanged fails where a field of both is the same: an update that
// forgets it would not show.
func requireChanged[T any](tb testing.TB, before, after T, except ...string) {
	tb.Helper()
	a, b := reflect.Indirect(reflect.ValueOf(before)), reflect.Indirect(reflect.ValueOf(after))
	for i := range a.NumField() {
		name := a.Type().Field(i).Name
		if !slices.Contains(except, name) {
			require.False(tb, reflect.DeepEqual(a.Field(i).Interface(), b.Field(i).Interface()), "the test leaves %s as it was, so it does not see whether it is kept", name)
		}
	}
}

// requireCode fails unless a rule or the store refused, with this code.
func requireCode(tb testing.TB, code editorial.Code, err error) {
	tb.Helper()
	refusal := editorial.AsRefusal(err)
	require.NotNil(tb, refusal, "%v", err)
	require.Equal(tb, code, refusal.Code)
}

// requirePages reads a list page by page and fails unless it has exactly the
// items wanted, in their order, whatever the size of the page; and unless it
// refuses a cursor that it never gave.
func requirePages[T any](tb testing.TB, want []string, list func(Page) ([]T, string, error), id func(T) string) {
	tb.Helper()
	for _, size := range []int{1, 2, 3, len(want), len(want) + 1, 0} {
		got, page := []string{}, Page{Limit: size}
		for {
			items, next, err := list(page)
			require.NoError(tb, err)
			if size > 0 {
				require.LessOrEqual(tb, len(items), size)
			}
			for _, item := range items {
				got = append(got, id(item))
			}
			require.LessOrEqual(tb, len(got), len(want), "in pages of %d it goes round: %v", size, got)
			if page.Cursor = next; next == "" {
				break
			}
			require.NotEmpty(tb, items, "a page with nothing in it, and more behind")
		}
		require.Equal(tb, want, got, "in pages of %d", size)
	}
	for _, bad := range []string{"!", cursor("of", "another", "list")} {
		_, _, err := list(Page{Cursor: bad})
		requireCode(tb, "bad_cursor", err)
		require.True(tb, editorial.IsKind(err, editorial.Malformed))
	}
}

// number names the n-th of many things: their names sort as they were made.
func number[T ~string](prefix string, n int) T { return T(fmt.Sprintf("%s_%04d", prefix, n)) }
