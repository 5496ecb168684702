package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"github.com/mattn/go-sqlite3"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

// crowd has writers wait at a closed door, so that they share what comes after.
type crowd struct {
	*house
	open func()
	all  sync.WaitGroup
}

// together runs a test in which somebody is inside until the crowd opens.
func together(t *testing.T, test func(c *crowd)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		gate := make(chan struct{})
		c := &crowd{house: newHouse(t), open: sync.OnceFunc(func() { close(gate) })}
		c.all.Go(func() {
			err := c.write(c.ctx, func(*tx) error { <-gate; return errors.New("wrote nothing") })
			require.EqualError(t, err, "wrote nothing")
		})
		synctest.Wait()
		test(c)
		c.open()
		c.all.Wait()
	})
}

// comes lets one writer queue; err holds its answer once all have theirs.
func (c *crowd) comes(change func(*tx) error) (err *error) {
	return c.does(func() error { return c.write(c.ctx, change) })
}

func (c *crowd) does(act func() error) (err *error) {
	err = new(error)
	c.all.Go(func() { *err = act() })
	synctest.Wait()
	return err
}

// answered lets all of them in, and waits until they have their answers.
func (c *crowd) answered() {
	c.open()
	c.all.Wait()
}

// sets writes a setting, and notes the transaction that it was written in.
func sets(name string, in *[]*sql.Tx) func(*tx) error {
	return func(t *tx) error {
		if in != nil {
			*in = append(*in, t.Tx)
		}
		return t.setSetting(name, "x")
	}
}

func (h *house) settings() string {
	h.t.Helper()
	return strings.ReplaceAll(column(h.t, h.reader, `SELECT name FROM settings ORDER BY name`), "\x00", " ")
}

func TestWritersShareACommit(t *testing.T) {
	together(t, func(c *crowd) {
		t := c.t
		var in []*sql.Tx
		a, b := c.comes(sets("a", &in)), c.comes(sets("b", &in))
		d := c.comes(func(t *tx) error {
			require.Empty(c.t, c.settings(), "nothing is committed yet")
			return sets("d", &in)(t)
		})
		c.answered()
		require.NoError(t, errors.Join(*a, *b, *d))
		require.Equal(t, []*sql.Tx{in[0], in[0], in[0]}, in)
		require.Equal(t, "a b d", c.settings())
	})
}

// Nobody has an answer before the commit: neither who wrote nor who was
// refused, for that may be because of what another wrote.
func TestAnswersWaitForTheCommit(t *testing.T) {
	together(t, func(c *crowd) {
		t := c.t
		var answers atomic.Int64
		answering := func(err error) func() error {
			return func() error {
				defer func() { answers.Add(1) }()
				return c.write(c.ctx, func(t *tx) error { return errors.Join(err, t.setSetting(fmt.Sprint(err), "x")) })
			}
		}
		c.does(answering(nil))
		no := c.does(answering(errors.New("no")))
		gate := make(chan struct{})
		last := c.comes(func(t *tx) error { <-gate; return t.setSetting("last", "x") })
		c.open()
		synctest.Wait()
		require.Zero(t, answers.Load())
		close(gate)
		c.all.Wait()
		require.Equal(t, int64(2), answers.Load())
		require.EqualError(t, *no, "no")
		require.NoError(t, *last)
	})
}

func TestOneOfAGroupFails(t *testing.T) {
	no := errors.New("no")
	fails := func(t *tx) error {
		return errors.Join(t.setSetting("failed", "x"), no)
	}
	for name, at := range map[string]int{"first": 0, "amid": 1, "last": 2} {
		t.Run(name, func(t *testing.T) {
			together(t, func(c *crowd) {
				t := c.t
				var in []*sql.Tx
				changes := []func(*tx) error{sets("a", &in), sets("b", &in), sets("c", &in)}
				changes[at] = fails
				var answers []*error
				for _, change := range changes {
					answers = append(answers, c.comes(change))
				}
				c.answered()
				for i, answer := range answers {
					if i == at {
						require.ErrorIs(t, *answer, no)
					} else {
						require.NoError(t, *answer)
					}
				}
				require.Len(t, strings.Fields(c.settings()), 2)
				require.NotContains(t, c.settings(), "failed")
				require.Same(t, in[0], in[1])
			})
		})
	}
}

// A panic is its own writer's, and undoes that writer's change alone.
func TestOneOfAGroupPanics(t *testing.T) {
	together(t, func(c *crowd) {
		t := c.t
		a := c.comes(sets("a", nil))
		caught := c.does(func() (err error) {
			defer func() { err = fmt.Errorf("caught: %v", recover()) }()
			return c.write(c.ctx, func(t *tx) error {
				require.NoError(c.t, t.setSetting("panicked", "x"))
				panic("oops")
			})
		})
		b := c.comes(sets("b", nil))
		c.answered()
		require.NoError(t, errors.Join(*a, *b))
		require.EqualError(t, *caught, "caught: oops")
		require.Equal(t, "a b", c.settings())
	})
}

// Where the database itself fails, be it in one change or at the commit,
// nothing of the group has happened, and nobody is told anything else.
func TestAGroupFails(t *testing.T) {
	full := sqlite3.Error{Code: sqlite3.ErrFull}
	for name, fails := range map[string]func(*tx) error{
		"in one change": func(*tx) error { return full },
		"at the commit": func(t *tx) error {
			_, err := t.exec(`PRAGMA defer_foreign_keys = ON`)
			if err == nil {
				_, err = t.exec(`INSERT INTO roles (member_id, calendar_id, role) VALUES ('nobody', 'nowhere', 'editor')`)
			}
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			together(t, func(c *crowd) {
				t := c.t
				before := c.everything()
				answers := []*error{
					c.comes(sets("a", nil)),
					c.comes(func(*tx) error { return editorial.Refuse(editorial.Conflict, "because_of_a") }),
					c.comes(fails),
				}
				c.answered()
				for _, answer := range answers {
					require.ErrorAs(t, *answer, new(sqlite3.Error))
					require.False(t, editorial.IsKind(*answer, editorial.Conflict))
				}
				require.Equal(t, before, c.everything())
				require.NoError(t, c.write(c.ctx, sets("later", nil)))
			})
		})
	}
}

func TestCancelledWhileWaiting(t *testing.T) {
	together(t, func(c *crowd) {
		t := c.t
		ctx, cancel := context.WithCancel(c.ctx)
		gone := c.does(func() error { return c.write(ctx, func(*tx) error { panic("it had gone") }) })
		stays := c.comes(sets("stays", nil))
		cancel()
		synctest.Wait()
		require.ErrorIs(t, *gone, context.Canceled, "it does not wait for its turn")
		c.answered()
		require.NoError(t, *stays)
		require.Equal(t, "stays", c.settings())
	})
}

// Who is cancelled in the middle has not written; the others have.
func TestCancelledInAGroup(t *testing.T) {
	together(t, func(c *crowd) {
		t := c.t
		a := c.comes(sets("a", nil))
		ctx, cancel := context.WithCancel(c.ctx)
		gone := c.does(func() error {
			return c.write(ctx, func(t *tx) error { cancel(); return t.setSetting("gone", "x") })
		})
		b := c.comes(sets("b", nil))
		c.answered()
		require.NoError(t, errors.Join(*a, *b))
		require.ErrorIs(t, *gone, context.Canceled)
		require.Equal(t, "a b", c.settings())
	})
}

// The releaser goes before all who wait, and is not kept for who comes after.
func TestTheReleaserGoesFirst(t *testing.T) {
	together(t, func(c *crowd) {
		t := c.t
		var order []string
		var in []*sql.Tx
		goes := func(name string) func(*tx) error {
			return func(t *tx) error { order = append(order, name); return sets(name, &in)(t) }
		}
		c.comes(goes("a"))
		c.comes(goes("b"))
		c.does(func() error { return c.writeFirst(c.ctx, goes("releaser")) })
		c.answered()
		require.Equal(t, []string{"releaser", "a", "b"}, order)
		require.NotSame(t, in[0], in[1], "it commits at once")
		require.Same(t, in[1], in[2])
	})
}

func TestGroupsAreBounded(t *testing.T) {
	together(t, func(c *crowd) {
		t := c.t
		var in []*sql.Tx
		for i := range mostTogether + 1 {
			c.comes(sets(fmt.Sprint(i), &in))
		}
		c.answered()
		require.Same(t, in[0], in[mostTogether-1])
		require.NotSame(t, in[0], in[mostTogether])
		require.Equal(t, mostTogether+1, c.count(`SELECT COUNT(*) FROM settings`))
	})
}

// The same key twice in one group creates once, and the second hears so.
func TestOnceInAGroup(t *testing.T) {
	together(t, func(c *crowd) {
		t := c.t
		first := c.does(func() error { return c.campaign("camp_1", once("k", "body")) })
		second := c.does(func() error { return c.campaign("camp_2", once("k", "body")) })
		c.answered()
		require.NoError(t, *first)
		requireReplayed(t, "camp_1", *second)
		require.Equal(t, 1, c.count(`SELECT COUNT(*) FROM campaigns`))
	})
}

// Many write at once, some are refused, some give up: what was answered with
// yes is there, nothing else is, and the record is whole.
func TestManyWriters(t *testing.T) {
	h := newHouse(t)
	var all sync.WaitGroup
	for writer := range 8 {
		all.Go(func() {
			for i := range 20 {
				id := editorial.CampaignID(fmt.Sprintf("camp_%d_%02d", writer, i))
				ctx, cancel := context.WithCancel(h.ctx)
				if i%5 == 4 {
					cancel()
				}
				key := "a key of all" + fmt.Sprint(i)
				if i%2 == 0 {
					key = string(id)
				}
				w := h.desk()
				w.Once = once(key, "body")
				err := h.AddCampaign(ctx, w, editorial.Campaign{ID: id, Calendar: maison, Name: "x"})
				cancel()
				_, getErr := h.GetCampaign(h.ctx, id)
				if (err == nil) != (getErr == nil) {
					t.Errorf("%s: answered %v, found %v", id, err, getErr)
				}
			}
		})
	}
	all.Wait()
	previous := ""
	for _, line := range h.lines(AuditFilter{Calendars: []editorial.CalendarID{maison}}, 1000) {
		require.Equal(t, previous, line.Previous)
		previous = line.Hash
	}
	require.Equal(t, h.count(`SELECT COUNT(*) FROM campaigns`), h.count(`SELECT COUNT(*) FROM audit WHERE action = 'campaign.created'`))
}
