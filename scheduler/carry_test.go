package scheduler

import (
	"bytes"
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
