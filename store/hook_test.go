package store

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
)

func hookWays() []editorial.Outlet {
	return []editorial.Outlet{editorial.OutletHook, editorial.OutletSlack}
}

// hook has an address told what happens.
func (h *house) hook(id editorial.HookID, way editorial.Outlet, events ...string) {
	h.t.Helper()
	require.NoError(h.t, h.AddHook(h.ctx, h.desk(), editorial.Hook{
		ID: id, Calendar: maison, Way: way, Name: "CMS", Host: "hooks.example.org", Events: events, URL: editorial.NewSecret("https://hooks.example.org/secret"),
		Secret: editorial.NewHookSecret(), Created: h.now,
	}))
}

// pull takes what is due for hooks.
func (h *house) pull(most int) []editorial.Dispatch {
	h.t.Helper()
	claimed, err := h.ClaimDispatches(h.ctx, hookWays(), "test", h.now, most)
	require.NoError(h.t, err)
	return claimed
}

// hears tells hooks of all that the record holds.
func (h *house) hooksHear() {
	h.t.Helper()
	for more := true; more; {
		var err error
		more, err = h.TellNotices(h.ctx, hookWays(), h.now)
		require.NoError(h.t, err)
	}
}

// A hook hears every line of its calendar from when it was made on, once.
func TestHooksHear(t *testing.T) {
	h := newHouse(t)
	require.NoError(t, h.AddCalendar(h.ctx, h.desk(), aCalendar("cal_2"), ines))
	h.hooksHear()
	h.hook("hook_1", editorial.OutletHook)
	h.hook("hook_2", editorial.OutletSlack)
	h.draft("Soldes", nine, wall)
	h.record(editorial.AuditLine{At: h.now, Calendar: "cal_2", Action: "post.created"})
	h.record(editorial.AuditLine{At: h.now, Action: "password.changed"})
	h.pause(editorial.Scope{Calendar: maison})
	h.hooksHear()
	h.hooksHear()
	heard := map[editorial.HookID][]string{}
	for _, d := range h.pull(20) {
		m, err := h.GetHookMessage(h.ctx, d)
		require.NoError(t, err)
		heard[d.Hook] = append(heard[d.Hook], m.Line.Action)
	}
	require.Equal(t, []string{"hook.created", "hook.created"}, heard["hook_1"], "two at a time")
	require.Equal(t, []string{"pause.made"}, heard["hook_2"])
	require.Equal(t, 4, h.count(`SELECT COUNT(*) FROM dispatches WHERE hook_id = 'hook_1'`))
	require.NotContains(t, h.everything(), "hooks.example.org/secret")
}

// A hook of the instance hears what is of no calendar, and that alone.
func TestInstanceHookHears(t *testing.T) {
	h := newHouse(t)
	h.hooksHear()
	require.NoError(t, h.AddHook(h.ctx, h.desk(), editorial.Hook{
		ID: "hook_1", Way: editorial.OutletHook, Name: "SIEM", URL: editorial.NewSecret("https://siem.example.org/in"), Secret: editorial.NewHookSecret(), Created: h.now,
	}))
	h.draft("Soldes", nine, wall)
	h.record(editorial.AuditLine{At: h.now, Action: "session.refused", Detail: "shut_out"})
	h.hooksHear()
	heard := []string{}
	for _, d := range h.pull(20) {
		m, err := h.GetHookMessage(h.ctx, d)
		require.NoError(t, err)
		require.Empty(t, m.Line.Calendar)
		heard = append(heard, m.Line.Action)
	}
	require.Equal(t, []string{"hook.created", "session.refused"}, heard)
}

// Much that waits for one hook holds up no other, and what was sent by a daemon
// that died is no longer under way.
func TestHooksAreCrowdedAlone(t *testing.T) {
	h := newHouse(t)
	h.hook("hook_1", editorial.OutletHook, "post.*")
	for i := range 30 {
		h.draft(fmt.Sprint("post ", i), nine, wall)
	}
	h.hooksHear()
	h.now = h.now.Add(time.Minute)
	h.hook("hook_2", editorial.OutletHook, "pause.*")
	h.pause(editorial.Scope{Calendar: maison})
	h.hooksHear()
	hooks := func(most int) (of []editorial.HookID) {
		for _, d := range h.pull(most) {
			of = append(of, d.Hook)
		}
		return of
	}
	require.Equal(t, []editorial.HookID{"hook_1"}, hooks(1))
	require.Equal(t, []editorial.HookID{"hook_1", "hook_2"}, hooks(2))
	require.Empty(t, hooks(9))
	h.now = h.now.Add(editorial.DispatchLease)
	require.Equal(t, []editorial.HookID{"hook_1", "hook_1", "hook_2"}, hooks(9))
}

// What a receiver answers decides about its hook: gone is gone, and days of
// silence turn it off, which is told.
func TestHookIsTurnedOff(t *testing.T) {
	h := newHouse(t)
	h.hook("hook_1", editorial.OutletHook, "post.*")
	h.hooksHear()
	settle := func(d editorial.Dispatch, verdict editorial.Verdict, code editorial.Code) editorial.Hook {
		_, err := h.SettleDispatch(h.ctx, editorial.DispatchOutcome{Dispatch: d.ID, Try: d.Tries, Verdict: verdict, Code: string(code), Started: h.now, Ended: h.now})
		require.NoError(t, err)
		hook, err := h.GetHook(h.ctx, "hook_1")
		require.NoError(t, err)
		return hook
	}
	h.draft("one", nine, wall)
	h.draft("two", nine, wall)
	h.draft("three", nine, wall)
	h.hooksHear()
	claimed := h.pull(1)
	hook := settle(claimed[0], editorial.Later, "answered_500")
	require.Equal(t, h.now, hook.Failing)
	hook = settle(h.pull(1)[0], editorial.Done, "")
	require.True(t, hook.Failing.IsZero())
	hook = settle(h.pull(1)[0], editorial.Never, editorial.CodeHookGone)
	require.Equal(t, editorial.CodeHookGone, hook.Why)
	require.Equal(t, "hook.disabled hook_1", h.actions(1)[0])
	require.Zero(t, h.count(`SELECT COUNT(*) FROM dispatches WHERE state = 'waiting'`), "nothing waits for it any more")
	h.draft("four", nine, wall)
	h.hooksHear()
	require.Empty(t, h.pull(9))
	_, err := h.SendAgain(h.ctx, h.desk(), claimed[0].ID)
	requireCode(t, editorial.CodeHookOff, err)

	_, err = h.UpdateHook(h.ctx, h.desk(), "hook_1", "hook.enabled", func(hook *editorial.Hook) error {
		hook.Enable()
		return nil
	})
	require.NoError(t, err)
	h.draft("five", nine, wall)
	h.hooksHear()
	settle(h.pull(1)[0], editorial.Later, "not_reached")
	h.now = h.now.Add(editorial.FailingTime)
	hook = settle(h.pull(1)[0], editorial.Later, "not_reached")
	require.Equal(t, editorial.CodeHookFailing, hook.Why)
}

// A hook that a person turns off and on again hears of what comes then, and not
// of what was still to be tried.
func TestHookIsTurnedOffByHand(t *testing.T) {
	h := newHouse(t)
	h.hook("hook_1", editorial.OutletHook, "post.*")
	h.draft("one", nine, wall)
	h.hooksHear()
	turn := func(action string, change func(*editorial.Hook)) {
		_, err := h.UpdateHook(h.ctx, h.desk(), "hook_1", action, func(hook *editorial.Hook) error {
			change(hook)
			return nil
		})
		require.NoError(t, err)
	}
	turn(editorial.EventHookDisabled, func(hook *editorial.Hook) { hook.Disable(editorial.CodeHookOff, h.now) })
	turn("hook.enabled", (*editorial.Hook).Enable)
	require.Empty(t, h.pull(9))
}

// A person can have a message sent once more: it has the same name.
func TestSendAgain(t *testing.T) {
	h := newHouse(t)
	h.hook("hook_1", editorial.OutletHook, "post.*")
	h.draft("one", nine, wall)
	h.hooksHear()
	first := h.pull(1)[0]
	h.settles(first, editorial.Done)
	again, err := h.SendAgain(h.ctx, h.desk(), first.ID)
	require.NoError(t, err)
	third, err := h.SendAgain(h.ctx, h.desk(), again.ID)
	require.NoError(t, err)
	require.NotEqual(t, first.ID, again.ID)
	require.Equal(t, string(first.ID), again.Message())
	require.Equal(t, string(first.ID), third.Message())
	require.Len(t, h.pull(9), 2)
}

func TestHookChanges(t *testing.T) {
	h := newHouse(t)
	h.hook("hook_1", editorial.OutletHook)
	old, err := h.GetHook(h.ctx, "hook_1")
	require.NoError(t, err)
	next := editorial.NewHookSecret()
	_, err = h.UpdateHook(h.ctx, h.desk(), "hook_1", "hook.secret_rotated", func(hook *editorial.Hook) error {
		hook.Rotate(next, h.now)
		return nil
	})
	require.NoError(t, err)
	read, err := h.GetHook(h.ctx, "hook_1")
	require.NoError(t, err)
	require.Equal(t, []string{next.Reveal(), old.Secret.Reveal()}, reveal(read.Secrets(h.now)))
	require.Equal(t, []string{next.Reveal()}, reveal(read.Secrets(h.now.Add(editorial.RotationTime))))

	h.hooksHear()
	require.NoError(t, h.RemoveHook(h.ctx, h.desk(), "hook_1", func(editorial.Hook) error { return nil }))
	require.Zero(t, h.count(`SELECT COUNT(*) FROM dispatches WHERE state = 'waiting'`))
	for i := range editorial.MaxHooks {
		h.hook(editorial.HookID("hook_a"+string(rune('a'+i))), editorial.OutletHook)
	}
	err = h.AddHook(h.ctx, h.desk(), editorial.Hook{ID: "hook_z", Calendar: maison, Way: editorial.OutletHook, Created: h.now.Add(time.Hour)})
	requireCode(t, editorial.CodeTooManyHooks, err)
}

func reveal(secrets []editorial.Secret) (all []string) {
	for _, s := range secrets {
		all = append(all, s.Reveal())
	}
	return all
}
