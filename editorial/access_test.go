package editorial_test

import (
	"encoding/base32"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"parution.dev/editorial"
)

// RFC 6238, appendix B, as six digits.
func TestCodesOfTheStandard(t *testing.T) {
	f := editorial.SecondFactor{Secret: editorial.NewSecret(base32.StdEncoding.EncodeToString([]byte("12345678901234567890")))}
	for at, code := range map[int64]string{
		59: "287082", 1111111109: "081804", 1111111111: "050471", 1234567890: "005924", 2000000000: "279037", 20000000000: "353130",
	} {
		require.Equal(t, code, f.Code(at/30))
		require.True(t, f.Accept(code, time.Unix(at, 0)))
		f.Step = 0
	}
}

func step(at time.Time) int64 { return at.Unix() / 30 }

func TestSecondFactorAccept(t *testing.T) {
	fresh := editorial.NewSecondFactor("mem_1", noon)
	for name, row := range map[string]struct {
		code string
		fine bool
	}{
		"of now":                   {fresh.Code(step(noon)), true},
		"as some apps show it":     {fresh.Code(step(noon))[:3] + " " + fresh.Code(step(noon))[3:], true},
		"of a clock behind":        {fresh.Code(step(noon) - 1), true},
		"of a clock ahead":         {fresh.Code(step(noon) + 1), true},
		"of a minute ago":          {fresh.Code(step(noon) - 2), false},
		"of the next minute":       {fresh.Code(step(noon) + 2), false},
		"none":                     {"", false},
		"of another length":        {"0" + fresh.Code(step(noon)), false},
		"of no digits":             {"abcdef", false},
		"the secret is not a code": {fresh.Secret.Reveal()[:6], false},
	} {
		f := fresh
		require.Equal(t, row.fine, f.Accept(row.code, noon), name)
	}
}

// No code is good twice, nor one from before one that was used.
func TestCodesAreUsedOnce(t *testing.T) {
	f := editorial.NewSecondFactor("mem_1", noon)
	before, now, after := f.Code(step(noon)-1), f.Code(step(noon)), f.Code(step(noon)+1)
	require.True(t, f.Accept(now, noon))
	require.False(t, f.Accept(now, noon.Add(time.Second)))
	require.False(t, f.Accept(before, noon.Add(time.Second)))
	require.True(t, f.Accept(after, noon.Add(time.Second)))
	require.False(t, f.Accept(after, noon.Add(30*time.Second)))
}

// A secret that was lost or damaged opens nothing.
func TestSecondFactorWithoutASecret(t *testing.T) {
	for _, secret := range []string{"", "!", "A"} {
		f := editorial.SecondFactor{Secret: editorial.NewSecret(secret)}
		require.Empty(t, f.Code(step(noon)))
		require.False(t, f.Accept("", noon))
		require.False(t, f.Accept("000000", noon))
	}
}

func TestSecondFactorURI(t *testing.T) {
	f := editorial.SecondFactor{Secret: editorial.NewSecret("GEZDGNBV")}
	require.Equal(t, "otpauth://totp/Parution:ines%2Bcal%40example.org?secret=GEZDGNBV&issuer=Parution", f.URI("ines+cal@example.org"))
	require.NotContains(t, f.Secret.String(), "GEZ")
}

func TestRecoveryCodes(t *testing.T) {
	shown, hashes := editorial.MintRecoveryCodes()
	require.Len(t, shown, editorial.RecoveryCodes)
	require.Len(t, hashes, editorial.RecoveryCodes)
	require.Regexp(t, `^[a-z2-7]{4}(-[a-z2-7]{4}){3}$`, shown[0])
	require.NotEqual(t, shown[0], shown[1])
	require.Equal(t, hashes[0], editorial.HashRecoveryCode(shown[0]))
	require.Equal(t, hashes[0], editorial.HashRecoveryCode(strings.ToUpper(strings.ReplaceAll(shown[0], "-", " "))))
}

// guarded is how Ines signs in: a password, a second factor and recovery
// codes, and two sessions. The secret is always the same: two moments in a
// million have one code, and with a new secret each time a test would meet
// them now and then.
func guarded(t require.TestingT) (*editorial.Access, []string) {
	a := &editorial.Access{Member: editorial.Member{ID: "mem_1", Email: "ines@example.org"}, Password: "hash"}
	factor := editorial.NewSecondFactor("mem_1", noon)
	factor.Secret = editorial.NewSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
	_, err := a.BeginFactor(factor)
	require.NoError(t, err)
	shown, hashes := editorial.MintRecoveryCodes()
	deeds, err := a.ConfirmFactor(factor.Code(step(noon)), hashes, noon)
	require.NoError(t, err)
	require.Equal(t, []editorial.Deed{{Action: "second_factor.on", Subject: "mem_1"}}, deeds)
	for _, id := range []editorial.SessionID{"ses_1", "ses_2"} {
		_, err := a.Begin(editorial.Session{ID: id, Network: "192.0.2.0/24"}, noon)
		require.NoError(t, err)
	}
	return a, shown
}

func requireRefused(t require.TestingT, kind editorial.Kind, code editorial.Code, err error) {
	refusal := editorial.AsRefusal(err)
	require.NotNil(t, refusal, "%v", err)
	require.Equal(t, code, refusal.Code)
	require.Equal(t, kind, refusal.Kind)
}

func TestSignIn(t *testing.T) {
	later := noon.Add(time.Hour)
	next := editorial.Session{ID: "ses_3", Secret: first, Network: "192.0.2.0/24", Agent: "Firefox"}
	for name, row := range map[string]struct {
		change   func(*editorial.Access)
		verified string
		code     string
		refused  editorial.Code
		actions  []string
	}{
		"with the app's code":            {nil, "hash", "now", "", []string{"session.started"}},
		"with a recovery code":           {nil, "hash", "recovery", "", []string{"recovery_code.used", "session.started"}},
		"without a code":                 {nil, "hash", "", editorial.CodeCodeNeeded, nil},
		"with a wrong one":               {nil, "hash", "000", editorial.CodeCodeWrong, nil},
		"the password changed meanwhile": {nil, "other", "now", editorial.CodeSignInFailed, nil},
		"no password":                    {func(a *editorial.Access) { a.Password = "" }, "", "now", editorial.CodeSignInFailed, nil},
		"shut out":                       {func(a *editorial.Access) { a.Member.Deactivated = noon }, "hash", "now", editorial.CodeSignInFailed, nil},
		"a service":                      {func(a *editorial.Access) { a.Member.Service = true }, "hash", "now", editorial.CodeSignInFailed, nil},
		"no second factor, no code":      {func(a *editorial.Access) { _, _ = a.DropFactor() }, "hash", "", "", []string{"session.started"}},
		"not confirmed is off":           {func(a *editorial.Access) { a.Factor.Confirmed = time.Time{} }, "hash", "", "", []string{"session.started"}},
	} {
		a, recovery := guarded(t)
		code := map[string]string{"now": a.Factor.Code(step(later)), "recovery": recovery[3]}[row.code]
		if code == "" {
			code = row.code
		}
		if row.change != nil {
			row.change(a)
		}
		deeds, err := a.SignIn(next, row.verified, code, later)
		if row.refused != "" {
			requireRefused(t, editorial.Unauthorized, row.refused, err)
			require.Len(t, a.Sessions, 2, name)
			continue
		}
		require.NoError(t, err, name)
		var actions []string
		for _, deed := range deeds {
			actions = append(actions, deed.Action)
		}
		require.Equal(t, row.actions, actions, name)
		want := editorial.Session{
			ID: "ses_3", Member: "mem_1", Secret: first, Network: "192.0.2.0/24", Agent: "Firefox",
			Created: later, Used: later, Rotated: later, Seen: later,
		}
		require.Equal(t, want, *a.Session("ses_3"), name)
	}
}

func TestRecoveryCodesAreUsedOnce(t *testing.T) {
	a, recovery := guarded(t)
	_, err := a.Prove(recovery[0], noon)
	require.NoError(t, err)
	require.Len(t, a.Recovery, editorial.RecoveryCodes-1)
	_, err = a.Prove(recovery[0], noon)
	requireRefused(t, editorial.Unauthorized, editorial.CodeCodeWrong, err)
	_, err = a.RenewRecovery(nil)
	require.NoError(t, err)
	_, err = a.Prove(recovery[1], noon)
	requireRefused(t, editorial.Unauthorized, editorial.CodeCodeWrong, err)
}

func TestSetPassword(t *testing.T) {
	a, _ := guarded(t)
	deeds := a.SetPassword("new", "ses_2", noon.Add(time.Hour))
	require.Equal(t, []editorial.Deed{{Action: "password.changed", Subject: "mem_1"}, {Action: "session.ended", Subject: "ses_1"}}, deeds)
	require.Equal(t, "new", a.Password)
	require.Equal(t, noon.Add(time.Hour), a.PasswordSet)
	require.Nil(t, a.Session("ses_1"))
	require.NotNil(t, a.Session("ses_2"))
	require.True(t, a.HasFactor(), "it is of no use to whoever only has the password")
}

func TestEndSessions(t *testing.T) {
	a, _ := guarded(t)
	_, err := a.End("ses_9", noon)
	requireRefused(t, editorial.NotFound, editorial.CodeNotFound, err)
	deeds, err := a.End("ses_1", noon)
	require.NoError(t, err)
	require.Equal(t, []editorial.Deed{{Action: "session.ended", Subject: "ses_1"}}, deeds)
	_, err = a.End("ses_1", noon)
	requireRefused(t, editorial.NotFound, editorial.CodeNotFound, err)
	require.Equal(t, []editorial.Deed{{Action: "session.ended", Subject: "ses_2"}}, a.EndOthers("", noon))
	require.Empty(t, a.EndOthers("", noon))
}

func TestSecondFactorOnAndOff(t *testing.T) {
	a, _ := guarded(t)
	_, err := a.BeginFactor(editorial.NewSecondFactor("mem_1", noon))
	requireRefused(t, editorial.Conflict, editorial.CodeFactorOn, err)
	_, err = a.ConfirmFactor(a.Factor.Code(step(noon)+1), nil, noon)
	requireRefused(t, editorial.Conflict, editorial.CodeFactorOn, err)
	deeds, err := a.DropFactor()
	require.NoError(t, err)
	require.Equal(t, []editorial.Deed{{Action: "second_factor.off", Subject: "mem_1"}}, deeds)
	require.Empty(t, a.Recovery)
	for _, change := range []func() ([]editorial.Deed, error){
		a.DropFactor,
		func() ([]editorial.Deed, error) { return a.ConfirmFactor("000000", nil, noon) },
		func() ([]editorial.Deed, error) { return a.RenewRecovery(nil) },
	} {
		_, err = change()
		requireRefused(t, editorial.Conflict, editorial.CodeFactorOff, err)
	}
	factor := editorial.NewSecondFactor("mem_1", noon)
	_, err = a.BeginFactor(factor)
	require.NoError(t, err)
	require.False(t, a.HasFactor(), "not before a code was shown")
	_, err = a.ConfirmFactor("12", nil, noon)
	requireRefused(t, editorial.Invalid, editorial.CodeCodeWrong, err)
	require.False(t, a.HasFactor())
}

func TestReset(t *testing.T) {
	reset := editorial.Reset{Member: "mem_1", Created: noon, ExpiresAt: noon.Add(editorial.ResetByHand)}
	a, _ := guarded(t)
	for name, row := range map[string]struct {
		change func(*editorial.Reset, *editorial.Access)
		at     time.Time
	}{
		"too late": {func(*editorial.Reset, *editorial.Access) {}, noon.Add(editorial.ResetByHand)},
		"used":     {func(r *editorial.Reset, _ *editorial.Access) { r.Used = noon }, noon},
		"shut out": {func(_ *editorial.Reset, a *editorial.Access) { a.Member.Deactivated = noon }, noon},
	} {
		r, other := reset, *a
		row.change(&r, &other)
		_, err := other.Reset(&r, "new", row.at)
		requireRefused(t, editorial.NotFound, editorial.CodeResetOver, err)
		require.Equal(t, "hash", other.Password, name)
	}
	deeds, err := a.Reset(&reset, "new", noon.Add(time.Minute))
	require.NoError(t, err)
	require.Len(t, deeds, 3, "the password, and every session")
	require.False(t, reset.Open(noon.Add(time.Minute)))
	require.Equal(t, "new", a.Password)
	require.True(t, a.HasFactor())
}

// Who may make a link that lets another become a member, and who may give
// another a name.
func TestCheckReset(t *testing.T) {
	in := func(roles map[editorial.CalendarID][]editorial.Role) editorial.Member {
		return editorial.Member{ID: "mem_1", Roles: roles, Bundles: aBook()}
	}
	manager := in(map[editorial.CalendarID][]editorial.Role{"cal_1": {editorial.Manager}})
	editor := in(map[editorial.CalendarID][]editorial.Role{"cal_1": {editorial.Editor}})
	both := in(map[editorial.CalendarID][]editorial.Role{"cal_1": {editorial.Editor}, "cal_2": {editorial.Viewer}})
	someDesk := in(map[editorial.CalendarID][]editorial.Role{"cal_1": {desk}})
	viewer := in(map[editorial.CalendarID][]editorial.Role{"cal_1": {editorial.Viewer}})
	owner, service := in(nil), in(nil)
	owner.Owner, service.Service = true, true
	for name, row := range map[string]struct {
		by, of editorial.Member
		fine   bool
	}{
		"an owner, of anybody":                 {owner, both, true},
		"an owner, of an owner":                {owner, owner, true},
		"an owner, of a service":               {owner, service, false},
		"a manager, of their editor":           {manager, editor, true},
		"a manager, of another manager":        {manager, manager, true},
		"a manager, of an owner":               {manager, owner, false},
		"not of somebody who is elsewhere too": {manager, both, false},
		"an editor, of nobody":                 {editor, viewer, false},
		"the desk, of a viewer":                {someDesk, viewer, true},
		"the desk, not of one who may do more": {someDesk, editor, false},
		"the desk, not of the manager":         {someDesk, manager, false},
	} {
		require.Equal(t, row.fine, editorial.CheckReset(row.by, row.of) == nil, name)
		row.of.ID = "mem_2"
		require.Equal(t, row.fine || row.of.Service, editorial.CheckRename(row.by, row.of) == nil, name)
		row.of.ID = row.by.ID
		require.NoError(t, editorial.CheckRename(row.by, row.of), "one's own name is one's own")
	}
}

func TestDeactivateAndCrown(t *testing.T) {
	m := &editorial.Member{ID: "mem_1", Owner: true}
	requireRefused(t, editorial.Conflict, editorial.CodeLastOwner, editorial.Deactivate(m, 0, noon))
	requireRefused(t, editorial.Conflict, editorial.CodeLastOwner, editorial.Crown(m, false, 0))
	require.NoError(t, editorial.Crown(m, true, 0))
	require.NoError(t, editorial.Deactivate(m, 1, noon))
	require.NoError(t, editorial.Deactivate(m, 1, noon.Add(time.Hour)))
	require.Equal(t, noon, m.Deactivated, "the first time counts")
	require.NoError(t, editorial.Crown(m, false, 1))
	require.False(t, m.Owner)
	m.Service = true
	requireRefused(t, editorial.Invalid, editorial.CodeServiceSignsIn, editorial.Crown(m, true, 1))
}

func TestPasswords(t *testing.T) {
	m := editorial.Member{Name: "Inès Moreau", Email: "ines.moreau@maison-lumen.example"}
	for name, row := range map[string]struct {
		password string
		code     editorial.Code
	}{
		"several words":            {"la bûche aux marrons", ""},
		"eleven characters":        {"q7Lw!x9PzR2", editorial.CodePasswordShort},
		"twelve":                   {"q7Lw!x9PzR2k", ""},
		"twelve, not twelve bytes": {"éééééééééééé", ""},
		"256":                      {strings.Repeat("q7Lw", 64), ""},
		"257":                      {strings.Repeat("q7Lw", 64) + "x", editorial.CodePasswordLong},
		"a tab":                    {"q7Lw!x9P\tzR2k", editorial.CodePasswordCharacters},
		"not text":                 {"q7Lw!x9PzR2k\xff", editorial.CodePasswordCharacters},
		"the address":              {"ines.moreau@maison-lumen.example", editorial.CodePasswordEasy},
		"the name, and little":     {"INÈS MOREAU 2026", editorial.CodePasswordEasy},
		"where one signs in":       {"parutionparution", editorial.CodePasswordEasy},
		"a word for it":            {"Motdepasse-Ines1", editorial.CodePasswordEasy},
		"the name within more":     {"ines aime les lampes du nord", ""},
	} {
		err := editorial.CheckPassword(editorial.TidyPassword(editorial.NewSecret(row.password)), m)
		if row.code == "" {
			require.NoError(t, err, name)
			continue
		}
		refusal := editorial.AsRefusal(err)
		require.NotNil(t, refusal, name)
		require.Equal(t, row.code, refusal.Code, name)
		require.Equal(t, "/password", refusal.Problems[0].Pointer)
	}
	composed, apart := editorial.NewSecret("caf\u00e9 au lait noir"), editorial.NewSecret("cafe\u0301 au lait noir")
	require.Equal(t, editorial.TidyPassword(composed).Reveal(), editorial.TidyPassword(apart).Reveal(), "keyboards differ")
}

func TestSecretsSayWhatTheyAre(t *testing.T) {
	for prefix, mint := range map[string]func() (editorial.Secret, []byte){"par_": editorial.MintToken, "pars_": editorial.MintSession, "parl_": editorial.MintLink} {
		shown, hash := mint()
		require.Regexp(t, "^"+prefix+`[A-Za-z0-9_-]{43}$`, shown.Reveal())
		require.Equal(t, editorial.HashToken(shown.Reveal()), hash)
		other, _ := mint()
		require.NotEqual(t, shown.Reveal(), other.Reveal())
	}
}

// However a member changes how they sign in, no session begins without the
// password's hash that counts, and with a second factor none without a code
// that was not used before.
func TestAccessWalk(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, _ := guarded(t)
		used, now := map[int64]bool{}, noon
		for i := range 40 {
			now = now.Add(time.Duration(rapid.IntRange(0, 90).Draw(t, "seconds")) * time.Second)
			of := step(now) + int64(rapid.IntRange(-2, 2).Draw(t, "drift"))
			code := a.Factor.Code(of)
			verified := rapid.SampledFrom([]string{"hash", "old", ""}).Draw(t, "verified")
			guardedNow := a.HasFactor()
			_, err := a.SignIn(editorial.Session{ID: editorial.SessionID(rune('a' + i))}, verified, code, now)
			if err == nil {
				require.Equal(t, a.Password, verified)
				require.NotEmpty(t, verified)
				require.False(t, guardedNow && used[of], "a code was good twice")
				used[of] = guardedNow
			}
			if rapid.IntRange(0, 9).Draw(t, "change") == 0 {
				a.SetPassword("old", "", now)
			}
		}
	})
}
