package scheduler

import (
	"bytes"
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"github.com/rs/zerolog"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// actBook is a ledger of acts that hands out what a test put into it.
type actBook struct {
	mu      sync.Mutex
	rounds  []editorial.ActTurned // the answers to come
	asked   []editorial.ActRound
	settled []editorial.ActOutcome
	err     error
}

func (b *actBook) ClaimActs(_ context.Context, round editorial.ActRound) (editorial.ActTurned, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.asked = append(b.asked, round)
	if len(b.rounds) == 0 {
		return editorial.ActTurned{}, b.err
	}
	next := b.rounds[0]
	b.rounds = b.rounds[1:]
	return next, nil
}

func (b *actBook) SettleAct(ctx context.Context, o editorial.ActOutcome) (editorial.ActSettled, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.settled = append(b.settled, o)
	a := editorial.Act{ID: o.Act, Platform: exact, Kind: editorial.ActEdit, State: editorial.ActDone}
	return editorial.ActSettled{Act: a, Outcome: o, Accepted: true, Event: "delivery.edited"}, ctx.Err()
}

// editing is a network on which posts can be edited, by a bearer.
type editing struct {
	*platform
	edit    func(ctx context.Context, on editorial.Account, e publishers.EditedPiece) (publishers.Receipt, error)
	refresh func() (editorial.Credentials, error)
}

func (e *editing) Edit(ctx context.Context, on editorial.Account, piece publishers.EditedPiece) (publishers.Receipt, error) {
	return e.edit(ctx, on, piece)
}

func (e *editing) Refresh(context.Context, editorial.Account) (editorial.Credentials, error) {
	return e.refresh()
}

var actNow = time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)

func claimedAct(id editorial.ActID) editorial.ActWork {
	return editorial.ActWork{
		Act:  editorial.Act{ID: id, Platform: exact, Kind: editorial.ActEdit, Attempt: 3, Lease: actNow.Add(editorial.LeaseTime)},
		Part: editorial.Part{Text: "corrected"}, Receipt: editorial.Receipt{RemoteID: "1"}, Account: editorial.Account{Handle: "me", RemoteID: "account"},
	}
}

func actor(book *actBook, log *bytes.Buffer, all ...publishers.Publisher) *Scheduler {
	return New(Config{Acts: book, Publishers: all, Log: zerolog.New(zerolog.SyncWriter(log)), Now: func() time.Time { return actNow }, Holder: "daemon"})
}

// What an adapter says becomes the outcome, whatever it does.
func TestCarryAct(t *testing.T) {
	receipt := editorial.Receipt{RemoteID: "1", URL: "https://exact.example/1"}
	for name, row := range map[string]struct {
		edit func(context.Context, editorial.Account, publishers.EditedPiece) (publishers.Receipt, error)
		want editorial.ActOutcome
	}{
		"done": {
			func(_ context.Context, on editorial.Account, e publishers.EditedPiece) (publishers.Receipt, error) {
				if on.Handle != "me" || e.Part.Text != "corrected" || e.Receipt.RemoteID != "1" {
					return publishers.Receipt{}, errors.New("not what was claimed")
				}
				return receipt, nil
			}, editorial.ActOutcome{Verdict: editorial.Done, Receipt: receipt, Strain: editorial.StrainNothing},
		},
		"wait": {
			func(context.Context, editorial.Account, publishers.EditedPiece) (publishers.Receipt, error) {
				return publishers.Receipt{}, &publishers.Error{Verdict: editorial.Later, Wait: time.Minute, Limited: true, Code: "429", Message: "wait"}
			}, editorial.ActOutcome{Verdict: editorial.Later, Wait: time.Minute, Code: "429", Message: "wait", Strain: editorial.StrainLimited},
		},
		"lost": {
			func(context.Context, editorial.Account, publishers.EditedPiece) (publishers.Receipt, error) {
				return publishers.Receipt{}, errors.New("cut")
			}, editorial.ActOutcome{Verdict: editorial.Unknown, Code: "no_answer", Message: "the platform's answer was lost", Strain: editorial.StrainSilent},
		},
		"panic": {
			func(context.Context, editorial.Account, publishers.EditedPiece) (publishers.Receipt, error) {
				panic("a bug")
			},
			editorial.ActOutcome{Verdict: editorial.Unknown, Code: "panic", Message: "the adapter failed while it was at work"},
		},
		"a deadline": {
			func(ctx context.Context, _ editorial.Account, _ publishers.EditedPiece) (publishers.Receipt, error) {
				if until, set := ctx.Deadline(); !set || time.Until(until) > editorial.CallTimeout {
					return publishers.Receipt{}, errors.New("it could outlast its lease")
				}
				return receipt, nil
			}, editorial.ActOutcome{Verdict: editorial.Done, Receipt: receipt, Strain: editorial.StrainNothing},
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := actor(&actBook{}, &bytes.Buffer{}, &editing{platform: &platform{name: exact}, edit: row.edit})
			row.want.Act, row.want.Attempt, row.want.Account, row.want.Started, row.want.Ended = "act_1", 3, "account", actNow, actNow
			require.Equal(t, row.want, s.carryAct(t.Context(), claimedAct("act_1"), time.Now()))
		})
	}
}

// Where the platform is unknown, or edits nothing, that is a refusal.
func TestCarryActWithoutAnEditor(t *testing.T) {
	for _, s := range []*Scheduler{actor(&actBook{}, &bytes.Buffer{}), actor(&actBook{}, &bytes.Buffer{}, &platform{name: exact})} {
		o := s.carryAct(t.Context(), claimedAct("act_1"), time.Now())
		require.Equal(t, editorial.Never, o.Verdict)
		require.EqualValues(t, editorial.CodeCannotEditLive, o.Code)
	}
}

// A call that could outlast its lease is not made: by then somebody else may
// have set something newer.
func TestALateActIsGivenBack(t *testing.T) {
	never := func(context.Context, editorial.Account, publishers.EditedPiece) (publishers.Receipt, error) {
		panic("it was called")
	}
	s := actor(&actBook{}, &bytes.Buffer{}, &editing{platform: &platform{name: exact}, edit: never})
	late := claimedAct("act_1")
	late.Act.Lease = actNow.Add(editorial.CallTimeout)
	for _, o := range []editorial.ActOutcome{
		s.carryAct(t.Context(), late, time.Now()),
		s.carryAct(t.Context(), claimedAct("act_1"), time.Now().Add(-editorial.LeaseTime)),
	} {
		require.Equal(t, editorial.Later, o.Verdict)
		require.Equal(t, "given_back", o.Code)
	}
}

// Expired credentials are renewed once, and the call is made again.
func TestCarryActRenews(t *testing.T) {
	old := editorial.Credentials{}.With("token", "old")
	fresh := editorial.Credentials{}.With("token", "fresh")
	network := &editing{platform: &platform{name: exact}}
	network.edit = func(_ context.Context, on editorial.Account, _ publishers.EditedPiece) (publishers.Receipt, error) {
		if on.Credentials["token"].Reveal() == "old" {
			return publishers.Receipt{}, &publishers.Error{Verdict: editorial.Reconnect, Expired: true}
		}
		return publishers.Receipt{RemoteID: "1"}, nil
	}
	network.refresh = func() (editorial.Credentials, error) { return fresh, nil }
	s := actor(&actBook{}, &bytes.Buffer{}, network)
	w := claimedAct("act_1")
	w.Account.Credentials = old
	s.cfg.Queue = &vault{channel: editorial.Channel{RemoteID: w.Account.RemoteID, Credentials: old}}
	require.Equal(t, editorial.Done, s.carryAct(t.Context(), w, time.Now()).Verdict)
}

// Credentials run out, and meanwhile a person connects the channel to another
// account: nothing is done there that was meant for the first.
func TestRenewingKeepsToItsAccount(t *testing.T) {
	old := editorial.Credentials{}.With("token", "old")
	network := &editing{platform: &platform{name: exact}}
	network.edit = func(_ context.Context, on editorial.Account, _ publishers.EditedPiece) (publishers.Receipt, error) {
		require.Equal(t, "old", on.Credentials["token"].Reveal(), "nothing is sent to the other account")
		return publishers.Receipt{}, &publishers.Error{Verdict: editorial.Reconnect, Expired: true}
	}
	network.refresh = func() (editorial.Credentials, error) { panic("there is nothing to renew") }
	s := actor(&actBook{}, &bytes.Buffer{}, network)
	s.cfg.Queue = &vault{channel: editorial.Channel{RemoteID: "another", Credentials: editorial.Credentials{}.With("token", "theirs")}}
	w := claimedAct("act_1")
	w.Account.RemoteID, w.Account.Credentials = "the first", old
	o := s.carryAct(t.Context(), w, time.Now())
	require.Equal(t, editorial.Later, o.Verdict)
	require.Equal(t, "not_sent", o.Code)
	require.Equal(t, editorial.StrainNone, o.Strain)
}

// vault is a queue that only knows a channel's credentials.
type vault struct {
	Queue

	channel editorial.Channel
}

func (v *vault) GetChannel(context.Context, editorial.ChannelID) (editorial.Channel, error) {
	return v.channel, nil
}

func (v *vault) SaveCredentials(_ context.Context, _ editorial.Account, renewed editorial.Credentials) error {
	v.channel.Credentials = renewed
	return nil
}

// A look goes on until nothing is due, with several calls side by side.
func TestActsUntilNothingIsDue(t *testing.T) {
	ended := editorial.ActSettled{Act: editorial.Act{ID: "act_3", Platform: exact, Kind: editorial.ActEdit, State: editorial.ActFailed}, Event: "delivery.edit_failed"}
	book := &actBook{rounds: []editorial.ActTurned{
		{Work: []editorial.ActWork{claimedAct("act_1"), claimedAct("act_2")}, Ended: []editorial.ActSettled{ended}},
		{Work: []editorial.ActWork{claimedAct("act_1")}, Broken: []editorial.Broken{{Delivery: "dlv_9", Err: errors.New("no sense")}}},
	}}
	var together sync.WaitGroup
	together.Add(2)
	calls := 0
	var mu sync.Mutex
	network := &editing{platform: &platform{name: exact}, edit: func(context.Context, editorial.Account, publishers.EditedPiece) (publishers.Receipt, error) {
		mu.Lock()
		calls++
		first := calls <= 2
		mu.Unlock()
		if first { // each waits for the other
			together.Done()
			together.Wait()
		}
		return publishers.Receipt{RemoteID: "1"}, nil
	}}
	var log bytes.Buffer
	s := actor(book, &log, network)
	require.NoError(t, s.act(t.Context()))
	require.Len(t, book.settled, 3)
	require.Len(t, book.asked, 3)
	require.Equal(t, editorial.ActRound{Now: actNow, Holder: "daemon", Free: actsAtOnce}, book.asked[0])
	require.Contains(t, log.String(), "dlv_9")
	require.Contains(t, log.String(), `"state":"failed"`)
	counted := values(t, s.cfg.Metrics.Collectors()...)
	require.InDelta(t, 3, counted["parution_acts_total kind=edit platform=exact state=done"], 0)
	require.InDelta(t, 1, counted["parution_acts_total kind=edit platform=exact state=failed"], 0)
	require.InDelta(t, 3, counted["parution_attempts_total platform=exact step=edit verdict=done"], 0)
	require.InDelta(t, 1, counted["parution_troubles_total kind=row"], 0)
}

func TestActsThatCannotBeClaimed(t *testing.T) {
	book := &actBook{err: errors.New("database is locked")}
	require.ErrorIs(t, actor(book, &bytes.Buffer{}).act(t.Context()), book.err)
}

// A daemon that stops cuts its calls short and writes down what they came to.
func TestStoppingCutsActsShort(t *testing.T) {
	book := &actBook{rounds: []editorial.ActTurned{{Work: []editorial.ActWork{claimedAct("act_1")}}}}
	ctx, stop := context.WithCancel(t.Context())
	network := &editing{platform: &platform{name: exact}, edit: func(ctx context.Context, _ editorial.Account, _ publishers.EditedPiece) (publishers.Receipt, error) {
		stop()
		<-ctx.Done()
		return publishers.Receipt{}, ctx.Err()
	}}
	require.NoError(t, actor(book, &bytes.Buffer{}, network).act(ctx))
	require.Len(t, book.settled, 1)
	require.Equal(t, editorial.Unknown, book.settled[0].Verdict)
	require.Len(t, book.asked, 1, "and claims no more")
}

// Without a ledger of acts there is no such rhythm.
func TestNoActs(t *testing.T) {
	require.Empty(t, New(Config{}).actJobs())
	jobs := New(Config{Acts: &actBook{}, Poll: 2 * time.Second}).actJobs()
	require.Len(t, jobs, 1)
	require.Equal(t, 2*time.Second, jobs[0].Every)
}
