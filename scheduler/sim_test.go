package scheduler

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
	"testing/cryptotest"
	"time"

	"github.com/rs/zerolog"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
	"parution.dev/store"
)

// TestSim lives through months with random people, random platforms and
// random crashes, one step at a time from a seed, and checks the promises at
// every step. A seed that fails fails again: PARUTION_SIM_SEED=n runs it alone.
// A long run is gone through in pieces from PARUTION_SIM_FIRST on.
func TestSim(t *testing.T) {
	if only := os.Getenv("PARUTION_SIM_SEED"); only != "" {
		seed, err := strconv.ParseUint(only, 10, 64)
		require.NoError(t, err)
		t.Log("trace", simulate(t, seed, os.Getenv("PARUTION_SIM_TRACE") != ""))
		return
	}
	first, seeds := simNumber(t, "PARUTION_SIM_FIRST", 0), simNumber(t, "PARUTION_SIM_SEEDS", 8)
	var total tally
	began := time.Now()
	for seed := first; seed < first+seeds; seed++ {
		t.Run(fmt.Sprintf("seed=%d", seed), func(t *testing.T) {
			total.add(simulate(t, seed, false))
		})
	}
	t.Logf("%d seeds, %.1f simulated weeks in %s: %+v", seeds, float64(seeds)*simDays/7, time.Since(began).Round(time.Millisecond), total.counts())
	if seeds >= enoughSeeds && !t.Failed() {
		require.Empty(t, total.missing(), "the simulation saw none of them")
	}
}

func simNumber(t *testing.T, name string, usual uint64) uint64 {
	t.Helper()
	text := os.Getenv(name)
	if text == "" {
		return usual
	}
	number, err := strconv.ParseUint(text, 10, 64)
	require.NoError(t, err)
	return number
}

// TestSimReplays runs a seed twice: the same trace, to the last step.
func TestSimReplays(t *testing.T) {
	first := ""
	for range 2 {
		t.Run("run", func(t *testing.T) {
			trace := simulate(t, 4711, false).trace
			if first == "" {
				first = trace
			}
			require.Equal(t, first, trace)
		})
	}
}

// enoughSeeds is how many show everything at least once.
const enoughSeeds = 4

const (
	simDays  = 31
	simSteps = 4000
)

// world is one simulated instance with all that touches it.
type world struct {
	t         *testing.T
	ctx       context.Context //nolint:containedctx // the test's own
	rand      *rand.Rand
	now       time.Time     // by the wall clock
	back      time.Duration // by how much that was set back in all
	ahead     time.Time     // when it last ran ahead, by the machine's own
	clocks    clocks
	dir       string
	db        *store.Store
	scheduler *Scheduler
	daemon    int // counts the starts
	calendar  editorial.Calendar
	inSteps   bool // its calendar approves in two steps
	channels  []editorial.Channel
	platforms map[editorial.Platform]*platform
	posts     []*model
	pauses    []editorial.Pause
	next      time.Time        // when something is next to be looked at; zero: nothing
	claimed   []editorial.Work // not carried yet
	carrying  *editorial.Work  // on its way to a platform
	pins      map[editorial.DeliveryID][]string
	calls     map[try]bool        // made to platforms
	taken     map[try]time.Time   // when each was claimed, by the machine's own clock
	released  time.Time           // when this daemon last held the releaser's lease, by that clock
	stalled   int                 // rounds that the database will still refuse it
	frozen    []frozen            // daemons that were thought dead
	outcomes  []editorial.Outcome // not settled yet
	trace     hash.Hash
	verbose   bool
	tally
}

// tally counts what a simulation saw, so that a run that tested nothing shows.
type tally struct {
	posts, edits, approvals, published, missed, failed, held, unclear, crashes, rivals, woken, setBack, setAhead, pausesMade, sends, looks, resends, givenBack, ruled, touches, releasedTouched, forged, proofread, inBoth int

	trace string
}

// missing lists what never happened, though the checks are about it.
func (t *tally) missing() (what []string) {
	for name, count := range map[string]int{
		"published": t.published, "missed": t.missed, "failed": t.failed, "unclear": t.unclear, "crashes": t.crashes, "rivals": t.rivals,
		"frozen daemons": t.woken, "clocks set back": t.setBack, "clocks set ahead": t.setAhead, "pauses": t.pausesMade, "edits": t.edits, "looks": t.looks, "resends": t.resends, "given back": t.givenBack,
		"claims under rules": t.ruled, "touch-ups": t.touches, "releases of touch-ups": t.releasedTouched, "forged touch-ups": t.forged,
		"first steps": t.proofread, "approvals in both steps": t.inBoth,
	} {
		if count == 0 {
			what = append(what, name)
		}
	}
	return what
}

func (t *tally) add(o tally) {
	t.posts += o.posts
	t.edits += o.edits
	t.approvals += o.approvals
	t.published += o.published
	t.missed += o.missed
	t.failed += o.failed
	t.held += o.held
	t.unclear += o.unclear
	t.crashes += o.crashes
	t.rivals += o.rivals
	t.woken += o.woken
	t.setBack += o.setBack
	t.setAhead += o.setAhead
	t.pausesMade += o.pausesMade
	t.sends += o.sends
	t.ruled += o.ruled
	t.looks += o.looks
	t.resends += o.resends
	t.givenBack += o.givenBack
	t.touches += o.touches
	t.releasedTouched += o.releasedTouched
	t.forged += o.forged
	t.proofread += o.proofread
	t.inBoth += o.inBoth
}

func (t *tally) counts() tally {
	counts := *t
	counts.trace = ""
	return counts
}

func simulate(t *testing.T, seed uint64, verbose bool) tally {
	t.Helper()
	cryptotest.SetGlobalRandom(t, seed)
	w := &world{
		t: t, ctx: t.Context(), rand: rand.New(rand.NewPCG(seed, 1)), dir: simDir(t), trace: sha256.New(), verbose: verbose,
		now:       time.Date(2026, time.March, 1, 6, 0, 0, 0, time.UTC), // the month in which the clocks go forward
		platforms: newPlatforms(), pins: map[editorial.DeliveryID][]string{}, calls: map[try]bool{}, taken: map[try]time.Time{},
	}
	w.start()
	w.settle()
	end := w.now.AddDate(0, 0, simDays)
	for step := 0; step < simSteps && w.now.Before(end); step++ {
		w.step()
	}
	w.windDown()
	w.checkEnd()
	w.tally.trace = hex.EncodeToString(w.trace.Sum(nil))
	return w.tally
}

// simDir is where the database lies: in memory where the system has such a
// place, for thousands of commits that wait for nobody's disk.
func simDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "parution-sim-") //nolint:usetesting // in memory, which TempDir need not be
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

type openSealer struct{}

func (openSealer) Seal(plain []byte, _ string) ([]byte, error)  { return plain, nil }
func (openSealer) Open(sealed []byte, _ string) ([]byte, error) { return sealed, nil }

// start starts a daemon on the file, as after a crash.
func (w *world) start() {
	db, err := store.Open(w.ctx, store.Config{Dir: w.dir, Sealer: openSealer{}, Bell: w.bell})
	require.NoError(w.t, err)
	w.db = db
	w.daemon++
	var all []publishers.Publisher
	for _, name := range platformNames() {
		all = append(all, w.platforms[name])
		w.platforms[name].world = w
	}
	w.scheduler = New(Config{
		Queue: db, Outlook: db, Publishers: all, Log: zerolog.Nop(), Now: func() time.Time { return w.now }, Holder: fmt.Sprintf("daemon-%d", w.daemon), Places: 4,
	})
}

// crash loses everything that was only in memory; or the daemon only froze,
// and wakes up some day.
func (w *world) crash() {
	w.note("crash with %d claimed and %d to settle", len(w.claimed), len(w.outcomes))
	w.crashes++
	if w.rand.IntN(2) == 0 {
		w.freeze()
	}
	w.claimed, w.outcomes, w.released, w.stalled = nil, nil, time.Time{}, 0
	require.NoError(w.t, w.db.Close())
	w.now = w.now.Add(time.Duration(w.rand.IntN(90)) * time.Second)
	if w.rand.IntN(6) == 0 {
		w.now = w.now.Add(time.Duration(w.rand.IntN(180)) * time.Minute)
	}
	w.start()
}

// settle makes the calendar and a channel on each platform, two on some.
func (w *world) settle() {
	manager := editorial.Member{ID: "mem_manager", Name: "Inès", Email: "ines@example.org"}
	require.NoError(w.t, w.db.AddMember(w.ctx, w.as(boss), "", manager))
	w.calendar = editorial.Calendar{ID: "cal_1", Name: "Maison", Zone: "Europe/Paris", Language: editorial.French, Policy: editorial.DefaultPolicy()}
	require.NoError(w.t, w.db.AddCalendar(w.ctx, w.as(boss), w.calendar, manager.ID))
	w.hire()
	for i, name := range append(platformNames(), platformNames()[:2]...) {
		c := editorial.Channel{
			ID: editorial.ChannelID(fmt.Sprintf("chan_%d", i)), Calendar: w.calendar.ID, Platform: name, Name: string(name),
			State: editorial.Connected, RemoteID: fmt.Sprintf("account-%d", i), Rules: w.someRules(), Limits: w.platforms[name].Limits(), Credentials: editorial.Credentials{},
		}
		require.NoError(w.t, w.db.AddChannel(w.ctx, w.as(boss), c))
		w.channels = append(w.channels, c)
	}
}

// step does one random thing.
func (w *world) step() {
	switch n := w.rand.IntN(100); {
	case n < 27:
		w.person()
	case n < 28:
		w.rival()
	case n < 38:
		w.round()
	case n < 64:
		w.carryOne()
	case n < 97:
		w.passTime()
	case n < 98:
		w.stalled = w.rand.IntN(12)
		if w.rand.IntN(3) == 0 {
			w.setClock()
		}
	case n < 99:
		w.wake()
	default:
		w.crash()
	}
}

// passTime lets the clock run: mostly to the next thing that is due, at times
// for seconds, at times overnight.
func (w *world) passTime() {
	switch n := w.rand.IntN(40); {
	case n < 28 && w.next.After(w.now):
		w.now = w.next
	case n < 38 || len(w.claimed) > 0:
		w.now = w.now.Add(time.Duration(1+w.rand.IntN(20_000)) * time.Millisecond)
	default:
		w.now = w.now.Add(time.Duration(w.rand.IntN(900)) * time.Minute)
	}
	if w.rand.IntN(5) == 0 {
		w.unhold() // before a round sees that something has come due
	}
	if w.rand.IntN(20) == 0 {
		w.lookAhead()
	}
	if w.rand.IntN(5) > 0 {
		w.round()
	}
}

// bell is what the daemon hears when a commit brings a delivery to look at.
func (w *world) bell(at time.Time) {
	if w.next.IsZero() || at.Before(w.next) {
		w.next = at
	}
}

// round settles what has come back and claims, as the releaser does.
func (w *world) round() {
	if w.stalled > 0 {
		w.stalled--
		w.rival()
		return
	}
	if len(w.outcomes) > 1 && w.rand.IntN(4) == 0 {
		w.rand.Shuffle(len(w.outcomes), func(i, j int) { w.outcomes[i], w.outcomes[j] = w.outcomes[j], w.outcomes[i] })
	}
	busy := map[editorial.ChannelID]bool{}
	for _, c := range w.claimed {
		busy[c.Delivery.Channel] = true
	}
	free := w.scheduler.cfg.Places - len(w.claimed)
	_, back := w.clocks.read(w.now, w.own())
	turned, err := w.db.Turn(w.ctx, editorial.Round{
		Now: w.now, Holder: w.scheduler.cfg.Holder, Outcomes: w.outcomes, Free: free, Jumped: w.clocks.jumped(editorial.CallTimeout), Back: back,
		UnderWay: busy,
	})
	require.NoError(w.t, err)
	require.Empty(w.t, turned.Broken)
	w.outcomes, w.next = nil, turned.Next
	w.noteTurn(turned, back)
	if turned.Releasing {
		w.released = w.own()
	} else { // the daemon that died still has the lease
		w.next = w.now.Add(time.Second)
	}
	require.LessOrEqual(w.t, len(turned.Work), max(0, free), "claimed more than can start at once")
	for _, s := range turned.Settled {
		w.count(s)
		w.noteDelivery("settled "+string(s.Outcome.Verdict), s.Delivery)
	}
	for _, s := range turned.Changed {
		w.noteDelivery("not released", s.Delivery)
	}
	for _, work := range turned.Work {
		w.checkClaim(work)
		require.False(w.t, busy[work.Delivery.Channel], "two at once on %s", work.Delivery.Channel)
		busy[work.Delivery.Channel] = true
		w.noteDelivery("claimed "+string(work.Step), work.Delivery)
	}
	w.claimed = append(w.claimed, turned.Work...)
}

func (w *world) count(s editorial.Settled) {
	if s.Delivery.State == editorial.Unsure {
		w.unclear++
	}
	if s.Outcome.Code == "given_back" {
		w.givenBack++
	}
}

// carryOne takes one claimed step, any of them, out to its platform. Its
// outcome may be lost with the daemon before it is settled.
func (w *world) carryOne() {
	if len(w.claimed) == 0 {
		return
	}
	i := w.rand.IntN(len(w.claimed))
	work := w.claimed[i]
	if w.rand.IntN(50) == 0 { // the sender stands still, and meanwhile
		w.now = w.now.Add(time.Duration(w.rand.IntN(80)) * time.Second)
		w.setClock()
	}
	w.claimed = append(w.claimed[:i:i], w.claimed[i+1:]...)
	w.outcomes = append(w.outcomes, w.carry(work))
}

func (w *world) carry(work editorial.Work) editorial.Outcome {
	w.carrying = &work
	defer func() { w.carrying = nil }()
	switch {
	case work.Step != editorial.StepSend:
		w.looks++
	case work.Delivery.Resend:
		w.resends++
	default:
		w.sends++
	}
	return w.scheduler.carry(w.ctx, work, time.Now().Add(w.taken[try{work.Delivery.ID, work.Attempt}].Sub(w.own())))
}

// windDown lets everything that is planned come to its end, without people
// who start anything new; they only answer what is asked of them.
func (w *world) windDown() {
	w.stalled = 0
	for len(w.frozen) > 0 {
		w.wake()
	}
	for range 4000 {
		w.answerAll()
		w.round()
		for len(w.claimed) > 0 {
			w.carryOne()
		}
		switch {
		case len(w.outcomes) > 0 || w.next.IsZero() && w.answerAll():
		case w.next.IsZero():
			return
		case w.next.After(w.now):
			w.now = w.next
		}
	}
	restless, _, err := w.db.ListDeliveries(w.ctx, store.DeliveryFilter{States: []editorial.DeliveryState{
		editorial.Scheduled, editorial.Held, editorial.Sending, editorial.Unsure,
	}}, store.Page{Limit: 5})
	require.NoError(w.t, err)
	w.t.Fatalf("at %s the ledger does not come to rest: next %s, %+v", w.now, w.next, restless)
}

// note adds a line to the trace. Ids differ from run to run, so lines name
// posts by their number.
func (w *world) note(format string, args ...any) {
	line := fmt.Sprintf("%s %s\n", w.now.Format("01-02 15:04:05.000"), fmt.Sprintf(format, args...))
	_, _ = w.trace.Write([]byte(line))
	if w.verbose {
		fmt.Print(line) //nolint:forbidigo // asked for with PARUTION_SIM_TRACE
	}
}

func (w *world) noteDelivery(what string, d editorial.Delivery) {
	w.note("%s post %d on %s: %s (due %s, attempt %d)", what, w.model(d.Post).number, d.Channel, d.State, d.Due.Format("01-02 15:04:05"), d.Attempt)
}
