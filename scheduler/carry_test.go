package scheduler

import (
	"bytes"
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// What a server keeps under a key, and what it has lost, is told to the ledger.
func TestWhatTheNextTryNeeds(t *testing.T) {
	for _, yes := range []bool{false, true} {
		o := editorial.Outcome{}
		judge(&o, &publishers.Error{Verdict: editorial.Later, Spent: yes, Lost: !yes})
		require.Equal(t, yes, o.Spent)
		require.Equal(t, !yes, o.Lost)
	}
}

// What a failure says of the account that was called.
func TestStrains(t *testing.T) {
	for name, row := range map[string]struct {
		trouble publishers.Error
		want    editorial.Strain
	}{
		"refused":                         {publishers.Error{Verdict: editorial.Never}, editorial.StrainNothing},
		"asked to wait":                   {publishers.Error{Verdict: editorial.Later, Limited: true, Wait: time.Minute}, editorial.StrainLimited},
		"asked to wait, who knows":        {publishers.Error{Verdict: editorial.Later, Limited: true}, editorial.StrainNothing},
		"a look that was asked to wait":   {publishers.Error{Verdict: editorial.Unknown, Limited: true, Wait: time.Minute}, editorial.StrainLimited},
		"no answer":                       {publishers.Error{Verdict: editorial.Unknown}, editorial.StrainSilent},
		"not reached":                     {publishers.Error{Verdict: editorial.Later, Err: publishers.ErrNotHeard}, editorial.StrainSilent},
		"something of ours did not work":  {publishers.Error{Verdict: editorial.Later, Err: errNotCalled}, editorial.StrainNone},
		"something takes its time, there": {publishers.Error{Verdict: editorial.Later, Wait: time.Second}, editorial.StrainNothing},
	} {
		require.Equal(t, row.want, strainOf(&row.trouble), name)
	}
}

// minding is a platform that cannot be asked, and minds keys for an hour.
type minding struct{ publishers.Publisher }

func (minding) Platform() editorial.Platform            { return exact }
func (minding) KeyLife(editorial.Account) time.Duration { return time.Hour }

// A key counts as honoured while the repeat, which comes a while after the look,
// is still sure to be known by it.
func TestKeysOutliveTheirRepeats(t *testing.T) {
	terms := editorial.UsualTerms()
	s := actor(&actBook{}, &bytes.Buffer{}, minding{})
	for age, honoured := range map[time.Duration]bool{
		time.Minute:               true,
		time.Hour - 3*time.Minute: true,
		time.Hour - terms.Lease:   false, // the repeat may be on the wire when it is forgotten
		time.Hour - 2*time.Second: false,
		time.Hour:                 false,
		time.Hour + terms.Lease:   false,
		365 * 24 * time.Hour:      false,
	} {
		w := editorial.Work{
			Step: editorial.StepLook, Terms: terms, Delivery: editorial.Delivery{Platform: exact},
			Sent: editorial.PartSent{FirstHeard: actNow.Add(-age)},
		}
		require.Equal(t, honoured, s.carry(t.Context(), w, time.Now()).Honoured, "%s after its first call", age)
	}
}

// A token has run out, and while it is renewed everything is paused: the call
// that would follow is not made.
func TestPausedWhileRenewing(t *testing.T) {
	for _, paused := range []bool{false, true} {
		old := editorial.Credentials{}.With("token", "old")
		ledger := &pausing{vault: &vault{channel: editorial.Channel{Credentials: old}}}
		network := &expiring{calls: map[string]int{}, renewing: func() { ledger.paused = paused }}
		s := actor(&actBook{}, &bytes.Buffer{}, network)
		s.cfg.Queue = ledger
		w := editorial.Work{
			Step: editorial.StepSend, Terms: editorial.UsualTerms(), Delivery: editorial.Delivery{Platform: exact},
			Account: editorial.Account{Credentials: old},
		}
		o := s.carry(t.Context(), w, time.Now())
		if !paused {
			require.Equal(t, editorial.Done, o.Verdict)
			require.Equal(t, map[string]int{"old": 1, "fresh": 1}, network.calls)
			continue
		}
		require.Equal(t, "given_back", o.Code)
		require.Equal(t, editorial.Later, o.Verdict)
		require.Equal(t, editorial.StrainNone, o.Strain)
		require.Equal(t, map[string]int{"old": 1}, network.calls)
	}
}

// pausing is a vault in which everything can be paused.
type pausing struct {
	*vault

	paused bool
}

func (p *pausing) Confirm(context.Context, editorial.Work, time.Time) (bool, error) {
	return !p.paused, nil
}

// expiring is a network whose token has run out.
type expiring struct {
	publishers.Publisher

	calls    map[string]int // by token
	renewing func()
}

func (*expiring) Platform() editorial.Platform { return exact }

func (e *expiring) Publish(_ context.Context, to editorial.Account, _ publishers.Piece) (publishers.Receipt, error) {
	token := to.Credentials["token"].Reveal()
	if e.calls[token]++; token == "old" {
		return publishers.Receipt{}, &publishers.Error{Verdict: editorial.Reconnect, Expired: true}
	}
	return publishers.Receipt{RemoteID: "1"}, nil
}

// Check implements publishers.Checker.
func (e *expiring) Check(ctx context.Context, on editorial.Account) (publishers.Health, error) {
	_, err := e.Publish(ctx, on, publishers.Piece{})
	return publishers.Health{Remaining: 7}, err
}

// An account on which nobody has posted for a while is as well as it was: a
// session that ran out is renewed, and kept.
func TestCheckRenews(t *testing.T) {
	old := editorial.Credentials{}.With("token", "old")
	ledger := &pausing{vault: &vault{channel: editorial.Channel{Credentials: old}}}
	network := &expiring{calls: map[string]int{}, renewing: func() {}}
	s := actor(&actBook{}, &bytes.Buffer{}, network)
	s.cfg.Queue = ledger
	health, err := s.Check(t.Context(), editorial.Account{Platform: exact, Credentials: old})
	require.NoError(t, err)
	require.Equal(t, 7, health.Remaining)
	require.Equal(t, map[string]int{"old": 1, "fresh": 1}, network.calls)
	require.Equal(t, "fresh", ledger.channel.Credentials["token"].Reveal())
	_, err = s.Check(t.Context(), editorial.Account{Platform: "pigeon"})
	require.ErrorIs(t, err, errNoCheck)
}

func (e *expiring) Refresh(_ context.Context, of editorial.Account) (editorial.Credentials, error) {
	e.renewing()
	return of.Credentials.With("token", "fresh"), nil
}

// uploading is a platform to which a file takes its time.
type uploading struct {
	publishers.Publisher
	until time.Time
}

func (*uploading) Platform() editorial.Platform { return exact }

func (u *uploading) Prepare(ctx context.Context, _ editorial.Account, _ publishers.Piece) ([]byte, error) {
	u.until, _ = ctx.Deadline()
	return nil, nil
}

// An upload has the time of its own terms, and no request of it less.
func TestUploadsHaveTheirTime(t *testing.T) {
	network := &uploading{}
	s := actor(&actBook{}, &bytes.Buffer{}, network)
	terms := editorial.UsualTerms()
	terms.Call = time.Hour
	w := editorial.Work{Step: editorial.StepPrepare, Terms: terms, Delivery: editorial.Delivery{Platform: exact}}
	require.Equal(t, editorial.Done, s.carry(t.Context(), w, time.Now()).Verdict)
	require.WithinDuration(t, time.Now().Add(time.Hour), network.until, time.Minute)
}
