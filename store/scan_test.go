package store

import (
	"database/sql"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// Instants are kept to the millisecond, in UTC; none is NULL.
func TestInstant(t *testing.T) {
	paris := time.FixedZone("Paris", 3600)
	for _, row := range []struct{ in, out time.Time }{
		{time.Time{}, time.Time{}},
		{noon, noon},
		{noon.In(paris), noon},
		{noon.Add(1234567 * time.Nanosecond), noon.Add(time.Millisecond)},
		{time.UnixMilli(0), time.UnixMilli(0).UTC()}, // the epoch is an instant, and not "none"
		{time.UnixMilli(-1), time.UnixMilli(-1).UTC()},
		{time.Date(10000, 1, 1, 11, 59, 59, 0, time.UTC), time.Date(9999, 12, 31, 23, 59, 59, 999e6, time.UTC)}, // no answer can hold such
		{time.Date(-1, 12, 31, 12, 0, 0, 0, time.UTC), time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC)},
	} {
		got := noon.Add(time.Hour)
		require.NoError(t, instant{&got}.Scan(stamp(row.in)))
		require.Equal(t, row.out, got)
	}
	require.Nil(t, stamp(time.Time{}))
	require.Error(t, instant{new(time.Time)}.Scan("noon"))
	require.Error(t, instant{new(time.Time)}.Scan(1.5))
}

func TestDecoded(t *testing.T) {
	var got editorial.Receipt
	want := editorial.Receipt{RemoteID: "1", URL: "<&>\u2028é"}
	require.NoError(t, decoded{&got}.Scan(text(want)))
	require.Equal(t, want, got)
	require.NoError(t, decoded{&got}.Scan([]byte(`{"RemoteID":"2"}`)))
	require.Equal(t, "2", got.RemoteID)
	require.NoError(t, decoded{&got}.Scan(nil))
	require.Equal(t, "2", got.RemoteID, "NULL leaves what is there")
	for _, bad := range []any{"", "{", `[]`, int64(1), true} {
		require.Error(t, decoded{&got}.Scan(bad), "%v", bad)
	}
	require.Panics(t, func() { text(func() {}) })
}

func TestNullable(t *testing.T) {
	require.Nil(t, nullable(editorial.CampaignID("")))
	require.Equal(t, "camp_1", nullable(editorial.CampaignID("camp_1")))
	got := editorial.CampaignID("before")
	require.NoError(t, orEmpty[editorial.CampaignID]{&got}.Scan(nil))
	require.Empty(t, got)
	require.NoError(t, orEmpty[editorial.CampaignID]{&got}.Scan("camp_1"))
	require.Equal(t, editorial.CampaignID("camp_1"), got)
	require.Error(t, orEmpty[editorial.CampaignID]{&got}.Scan(struct{}{}))
}

// A read that fails on the way is an error, never a shorter list.
func TestManyFails(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.read(h.ctx, func(r *tx) error {
		scan := func(row scanner) (n int, err error) { return n, row.Scan(&n) }
		_, err := many(r, scan, `SELECT a FROM nowhere`)
		require.ErrorContains(t, err, "nowhere")
		_, err = many(r, scan, `SELECT 1 UNION ALL SELECT 'x'`)
		require.Error(t, err)
		_, err = many(r, scan, `SELECT 1 UNION ALL SELECT abs(-9223372036854775808)`)
		require.ErrorContains(t, err, "overflow")
		_, err = one(r, scan, `SELECT 'x'`)
		require.Error(t, err)
		require.False(t, editorial.IsKind(err, editorial.NotFound))
		_, err = one(r, scan, `SELECT 1 WHERE FALSE`)
		requireCode(t, editorial.CodeNotFound, err)
		require.NotErrorIs(t, err, sql.ErrNoRows)
		return nil
	}))
}
