package editorial_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func silent(at time.Time) editorial.Outcome {
	return editorial.Outcome{Strain: editorial.StrainSilent, Verdict: editorial.Unknown, Ended: at}
}

func answered(at time.Time) editorial.Outcome {
	return editorial.Outcome{Strain: editorial.StrainNothing, Verdict: editorial.Done, Ended: at}
}

func limited(at time.Time, wait time.Duration) editorial.Outcome {
	return editorial.Outcome{Strain: editorial.StrainLimited, Verdict: editorial.Later, Wait: wait, Ended: at}
}

// Five calls without an answer in a row open the circuit; each that follows
// doubles the time to the next, up to five minutes; the first answer closes it.
func TestCircuit(t *testing.T) {
	rest, now := editorial.Rest{}, due
	for i, row := range []struct {
		waits time.Duration
		event string
	}{
		{},
		{},
		{},
		{},
		{30 * time.Second, editorial.AccountSilent},
		{time.Minute, ""},
		{2 * time.Minute, ""},
		{4 * time.Minute, ""},
		{5 * time.Minute, ""},
		{5 * time.Minute, ""},
	} {
		var event string
		rest, event = rest.After(silent(now))
		require.Equal(t, row.event, event, i)
		require.Equal(t, i+1, rest.Failures)
		require.Equal(t, due, rest.Since, "since the first")
		require.Equal(t, row.waits > 0, rest.Active(now), i)
		if row.waits > 0 {
			require.Equal(t, now.Add(row.waits), rest.Until, i)
			require.False(t, rest.Active(rest.Until), "it is tried then")
			now = rest.Until
		}
	}
	none, event := rest.After(editorial.Outcome{Ended: now})
	require.Equal(t, rest, none, "no call says nothing")
	require.Empty(t, event)
	rest, event = rest.After(answered(now))
	require.Equal(t, editorial.Rest{}, rest)
	require.Equal(t, editorial.AccountAnswers, event)
}

// An answer in between begins the count anew.
func TestCircuitStaysClosed(t *testing.T) {
	rest := editorial.Rest{}
	for i := range 40 {
		o := silent(due)
		if i%5 == 4 {
			o = answered(due)
		}
		var event string
		rest, event = rest.After(o)
		require.Empty(t, event)
		require.False(t, rest.Active(due))
	}
}

func TestLimitedAccount(t *testing.T) {
	rest, event := editorial.Rest{}.After(limited(due, 10*time.Minute))
	require.Equal(t, editorial.Rest{Reason: editorial.StrainLimited, Until: due.Add(10 * time.Minute)}, rest)
	require.Empty(t, event, "it ends by itself")

	shorter, _ := rest.After(limited(due.Add(time.Second), time.Minute))
	require.Equal(t, rest, shorter, "who asked for longer is heard")
	still, _ := rest.After(answered(due.Add(time.Second)))
	require.Equal(t, rest, still, "a call that was on the wire already ends nothing")
	over, _ := rest.After(answered(rest.Until))
	require.Equal(t, editorial.Rest{}, over)
}

// A platform that names a time of years, as a broken one does, does not keep its
// account from being called for years.
func TestLimitedForYears(t *testing.T) {
	rest, _ := editorial.Rest{}.After(limited(due, 10*365*24*time.Hour))
	require.Equal(t, editorial.Rest{Reason: editorial.StrainLimited, Until: due.Add(editorial.MaxLateness)}, rest)
}

// What rests is held until the rest ends, on the account's channels only; where
// that is known to be too late it is missed at once.
func TestGateWhileAnAccountRests(t *testing.T) {
	for _, row := range []struct {
		reason editorial.Strain
		code   editorial.Code
	}{
		{editorial.StrainLimited, editorial.CodeAccountLimited},
		{editorial.StrainSilent, editorial.CodeAccountSilent},
	} {
		r := approved(t)
		channel := r.channels[wall]
		channel.Rest = editorial.Rest{Reason: row.reason, Until: due.Add(time.Minute)}
		r.channels[wall] = channel
		require.Equal(t, []editorial.Hold{{Code: row.code, About: string(wall), Until: due.Add(time.Minute)}}, editorial.Gate(r.late(0).caseOf(wall)))
		require.Empty(t, editorial.Gate(r.caseOf(ribbon)))
		require.Empty(t, editorial.Gate(r.late(time.Minute).caseOf(wall)))

		d := r.post.Delivery(wall)
		c := r.late(0).caseOf(wall)
		require.Equal(t, editorial.StepNone, d.Open(c, "daemon"))
		require.Equal(t, editorial.Held, d.State)
		require.Equal(t, due.Add(time.Minute), d.Next)

		channel.Rest.Until = due.Add(tolerance + time.Second)
		r.channels[wall] = channel
		c = r.late(time.Minute).caseOf(wall)
		require.Equal(t, editorial.StepNone, d.Open(c, "daemon"))
		require.Equal(t, editorial.Missed, d.State)
	}
}
