package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

const secret = "correct horse battery staple"

func aChannel() editorial.Channel {
	c := filled[editorial.Channel](1)
	c.ID, c.Calendar, c.State, c.Created = "chan_3", maison, editorial.Connected, noon
	c.Rest = editorial.Rest{} // what calls say of the account, not what people write
	c.URL, c.Credentials = "https://square.example", editorial.Credentials{"token": editorial.NewSecret(secret)}
	return c
}

func TestChannelRoundTrip(t *testing.T) {
	h := newHouse(t)
	want := aChannel()
	require.NoError(t, h.AddChannel(h.ctx, h.desk(), want))
	want.Archived = time.Time{} // nothing begins archived
	h.requireChannel(want)

	after := filled[editorial.Channel](2)
	after.ID, after.Calendar, after.Platform, after.State, after.Created = want.ID, maison, want.Platform, editorial.Disconnected, noon
	after.Rest = editorial.Rest{}
	requireChanged(t, want, after, "ID", "Calendar", "Platform", "Created", "Rest")
	said, err := h.UpdateChannel(h.ctx, h.desk(), want.ID, func(c *editorial.Channel) error {
		requireSame(t, want, *c)
		*c = after
		c.Version = want.Version
		return nil
	})
	require.NoError(t, err)
	requireSame(t, after, said)
	got, err := h.GetChannel(h.ctx, want.ID)
	require.NoError(t, err)
	requireSame(t, after, got)

	_, err = h.UpdateChannel(h.ctx, h.desk(), want.ID, func(c *editorial.Channel) error {
		c.Archived, c.ExpiresAt = time.Time{}, time.Time{}
		return nil
	})
	require.NoError(t, err)
	after.Archived, after.ExpiresAt, after.Version = time.Time{}, time.Time{}, 3
	h.requireChannel(after)
}

// requireChannel reads a channel in every way there is.
func (h *house) requireChannel(want editorial.Channel) {
	h.t.Helper()
	got, err := h.GetChannel(h.ctx, want.ID)
	require.NoError(h.t, err)
	requireSame(h.t, want, got)
	listed, _, err := h.ListChannels(h.ctx, want.Calendar, Page{})
	require.NoError(h.t, err)
	requireSame(h.t, want, listed[len(listed)-1])
}

func TestChannelRefusals(t *testing.T) {
	h := newHouse(t)
	before := h.everything()
	_, err := h.GetChannel(h.ctx, "chan_none")
	requireCode(t, editorial.CodeNotFound, err)
	_, err = h.UpdateChannel(h.ctx, h.desk(), "chan_none", func(*editorial.Channel) error { return nil })
	requireCode(t, editorial.CodeNotFound, err)
	requireCode(t, editorial.CodeNotFound, h.SaveCredentials(h.ctx, editorial.Account{Channel: "chan_none"}, editorial.Credentials{}))
	no := errors.New("no")
	_, err = h.UpdateChannel(h.ctx, h.desk(), wall, func(c *editorial.Channel) error {
		c.Name = "x"
		return no
	})
	require.ErrorIs(t, err, no)
	require.Equal(t, before, h.everything())
}

func TestListChannels(t *testing.T) {
	h := newHouse(t)
	for i := range 5 {
		c := aChannel()
		c.ID = number[editorial.ChannelID]("chan", i)
		require.NoError(t, h.AddChannel(h.ctx, h.desk(), c))
	}
	_, err := h.UpdateChannel(h.ctx, h.desk(), "chan_0003", func(c *editorial.Channel) error {
		c.Archived = h.now
		return nil
	})
	require.NoError(t, err)
	requirePages(t, []string{"chan_0000", "chan_0001", "chan_0002", "chan_0004", "chan_1", "chan_2"}, func(p Page) ([]editorial.Channel, string, error) {
		return h.ListChannels(h.ctx, maison, p)
	}, func(c editorial.Channel) string { return string(c.ID) })
}

// onDisk tells whether some file of the store holds the bytes.
func (h *house) onDisk(wanted string) (found bool) {
	h.t.Helper()
	require.NoError(h.t, filepath.WalkDir(h.cfg.Dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		held, err := os.ReadFile(path)
		found = found || bytes.Contains(held, []byte(wanted))
		return err
	}))
	return found
}

func TestCredentialsAreSealed(t *testing.T) {
	h := newHouse(t)
	c := aChannel()
	require.NoError(t, h.AddChannel(h.ctx, h.desk(), c))
	require.NoError(t, h.SaveCredentials(h.ctx, c.Account(), editorial.Credentials{"token": editorial.NewSecret("renewed " + secret)}))
	_, err := h.UpdateChannel(h.ctx, h.desk(), "chan_3", func(c *editorial.Channel) error {
		c.Credentials = c.Credentials.With("more", "and "+secret)
		return nil
	})
	require.NoError(t, err)
	require.True(t, h.onDisk("square.example"), "the test reads where the store writes")
	require.False(t, h.onDisk(secret))
	require.NoError(t, h.Checkpoint(h.ctx))
	require.True(t, h.onDisk("square.example"))
	require.False(t, h.onDisk(secret))
}

func TestSaveCredentials(t *testing.T) {
	h := newHouse(t)
	want := aChannel()
	require.NoError(t, h.AddChannel(h.ctx, h.desk(), want))
	want.Archived = time.Time{}
	was := want.Account()
	want.Credentials = editorial.Credentials{"token": editorial.NewSecret("renewed"), "refresh": editorial.NewSecret("r")}
	require.NoError(t, h.SaveCredentials(h.ctx, was, want.Credentials))
	h.requireChannel(want) // and the version stays: nobody edited it
}

// A person connects a channel anew while its old credentials are being renewed:
// what they connected it with stays.
func TestRenewedTooLate(t *testing.T) {
	for name, anew := range map[string]func(*editorial.Channel){
		"with other credentials": func(c *editorial.Channel) { c.Credentials = c.Credentials.With("token", "theirs") },
		"to another account":     func(c *editorial.Channel) { c.RemoteID = "another" },
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			c := aChannel()
			require.NoError(t, h.AddChannel(h.ctx, h.desk(), c))
			connected, err := h.UpdateChannel(h.ctx, h.desk(), c.ID, func(c *editorial.Channel) error {
				anew(c)
				return nil
			})
			require.NoError(t, err)
			require.ErrorIs(t, h.SaveCredentials(h.ctx, c.Account(), c.Credentials.With("token", "renewed")), ErrConnectedAnew)
			h.requireChannel(connected)
		})
	}
}

// With another key the channel must be connected again; what is sealed stays,
// in case the key turns up.
func TestWrongKey(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.AddChannel(h.ctx, h.desk(), aChannel()))
	other := h.another(func(c *Config) { c.Sealer = locker('x') })
	c, err := other.GetChannel(h.ctx, "chan_3")
	require.NoError(t, err)
	require.Equal(t, editorial.MustConnect, c.State)
	require.Empty(t, c.Credentials)

	_, err = other.UpdateChannel(h.ctx, h.desk(), "chan_3", func(c *editorial.Channel) error {
		c.Name = "renamed meanwhile"
		return nil
	})
	require.NoError(t, err)
	c, err = h.GetChannel(h.ctx, "chan_3")
	require.NoError(t, err)
	require.Equal(t, "renamed meanwhile", c.Name)
	require.Equal(t, secret, c.Credentials["token"].Reveal())
	require.Equal(t, editorial.Connected, c.State, "the right key is back, and nothing else was wrong")

	_, err = other.UpdateChannel(h.ctx, h.desk(), "chan_3", func(c *editorial.Channel) error {
		c.State, c.Credentials = editorial.Connected, editorial.Credentials{"token": editorial.NewSecret("connected again")}
		return nil
	})
	require.NoError(t, err)
	c, err = other.GetChannel(h.ctx, "chan_3")
	require.NoError(t, err)
	require.Equal(t, editorial.Connected, c.State)
	require.Equal(t, "connected again", c.Credentials["token"].Reveal())
}

// Credentials that were moved to another row do not open there.
func TestSealedForItsRow(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.AddChannel(h.ctx, h.desk(), aChannel()))
	h.raw(`UPDATE channels SET credentials = (SELECT credentials FROM channels WHERE id = 'chan_3') WHERE id = $1`, wall)
	c, err := h.GetChannel(h.ctx, wall)
	require.NoError(t, err)
	require.Equal(t, editorial.MustConnect, c.State)
	require.Empty(t, c.Credentials)
}

// A channel that needs no credentials survives the loss of the key.
func TestNothingToSeal(t *testing.T) {
	h := newHouse(t)
	c, err := h.another(func(c *Config) { c.Sealer = locker('x') }).GetChannel(h.ctx, wall)
	require.NoError(t, err)
	require.Equal(t, editorial.Connected, c.State)
	require.Equal(t, editorial.Credentials{}, c.Credentials)
}

// A channel that is not connected says so, whatever the key opens.
func TestDisconnectedStaysSo(t *testing.T) {
	h := newHouse(t)
	c := aChannel()
	c.State = editorial.Disconnected
	require.NoError(t, h.AddChannel(h.ctx, h.desk(), c))
	got, err := h.another(func(c *Config) { c.Sealer = locker('x') }).GetChannel(h.ctx, c.ID)
	require.NoError(t, err)
	require.Equal(t, editorial.Disconnected, got.State)
}

// jammed seals nothing.
type jammed struct{ locker }

func (jammed) Seal([]byte, string) ([]byte, error) { return nil, errors.New("jammed") }

// What cannot be sealed is not written at all.
func TestSealerFails(t *testing.T) {
	h := newHouse(t)
	before := h.everything()
	other := h.another(func(c *Config) { c.Sealer = jammed{'k'} })
	require.ErrorContains(t, other.AddChannel(h.ctx, h.desk(), aChannel()), "jammed")
	require.ErrorContains(t, other.SaveCredentials(h.ctx, editorial.Account{Channel: wall}, editorial.Credentials{"token": editorial.NewSecret("new")}), "jammed")
	_, err := other.UpdateChannel(h.ctx, h.desk(), wall, func(c *editorial.Channel) error {
		c.Credentials = editorial.Credentials{"token": editorial.NewSecret("new")}
		return nil
	})
	require.ErrorContains(t, err, "jammed")
	require.Equal(t, before, h.everything())
}
