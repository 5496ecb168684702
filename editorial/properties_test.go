package editorial_test

import (
	"cmp"
	"slices"
	"testing"
	"time"

	diff "github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"parution.dev/editorial"
)

// The promises, walked against: random people work on one post while a network
// that keeps its own books hears, loses, refuses and doubts.
func TestPromises(t *testing.T) {
	for _, sees := range []editorial.Absence{editorial.Sure, editorial.Likely, editorial.Unknowable} {
		for name, honours := range map[string]bool{"keys honoured": true, "keys ignored": false} {
			t.Run("absence "+string(sees)+", "+name, rapid.MakeCheck(func(t *rapid.T) {
				w := newWalk(t, network{honours: honours, sees: sees})
				t.Repeat(map[string]func(*rapid.T){
					"a person edits":       w.personEdits,
					"a person moves it":    w.personMoves,
					"a person decides":     w.personDecides,
					"a pause comes":        w.pauseComes,
					"a pause goes":         w.pauseGoes,
					"the policy changes":   w.policyChanges,
					"an account changes":   w.accountChanges,
					"time passes":          w.timePasses,
					"it comes due":         w.comesDue,
					"the daemon works":     w.daemonWorks,
					"and works on":         w.daemonWorks,
					"the releaser claims":  w.releaserClaims,
					"a sender carries out": w.senderCarriesOut,
					"a sender dies":        w.senderDies,
					"a late letter":        w.letterArrives,
					"":                     w.check,
				})
				w.settleDown()
			}))
		}
	}
}

// walk is a room with the books that the test keeps for itself.
type walk struct {
	*room
	rapid   *rapid.T
	network network
	version int64

	signed   map[editorial.ChannelID]map[editorial.Hash]bool // by somebody who may
	standing bool                                            // the last signature was not taken back
	words    map[editorial.ChannelID]time.Time               // when a person last let it go
	stops    []stop
	unclear  map[editorial.ChannelID]open // calls that are not settled
	begun    map[editorial.ChannelID]int  // the revision that began to leave
	twice    map[editorial.ChannelID]bool // somebody chose to risk a second post

	carried []editorial.Work
	letters []editorial.Outcome
}

// stop is a time in which a channel was stopped by people.
type stop struct {
	channel     editorial.ChannelID // "": all of them
	from, until time.Time           // zero: still
}

// open is a call whose outcome is not known.
type open struct {
	key   string
	since time.Time
}

var walked = []editorial.ChannelID{wall, ribbon, gallery}

func newWalk(t *rapid.T, n network) *walk {
	w := &walk{
		room: newRoom(t), rapid: t, network: n,
		signed: map[editorial.ChannelID]map[editorial.Hash]bool{}, words: map[editorial.ChannelID]time.Time{},
		unclear: map[editorial.ChannelID]open{}, begun: map[editorial.ChannelID]int{}, twice: map[editorial.ChannelID]bool{},
	}
	w.write(func(s *editorial.Sheet) { withGallery(s); threadOnRibbon(s) })
	if rapid.Bool().Draw(t, "approved") {
		w.does(editorial.Manager, editorial.MoveApprove)
		w.sign()
	}
	w.tidy()
	return w
}

// tidy names new deliveries, on whose names waits depend, so that a walk can
// be walked again.
func (w *walk) tidy() {
	for i := range w.post.Deliveries {
		w.post.Deliveries[i].ID = editorial.DeliveryID("dlv_" + w.post.Deliveries[i].Channel)
		w.noteBegun(w.post.Deliveries[i])
	}
	w.version = w.post.Version
}

func (w *walk) noteBegun(d editorial.Delivery) {
	if _, known := w.begun[d.Channel]; !known && !d.Out.IsZero() {
		w.begun[d.Channel] = d.Revision
	}
}

func pick[T any](w *walk, label string, from ...T) T {
	return rapid.SampledFrom(from).Draw(w.rapid, label)
}

func (w *walk) someone() editorial.Role {
	return pick(w, "who", editorial.Manager, editorial.Manager, editorial.Editor, editorial.Contributor, editorial.Reviewer)
}

// delivered draws a channel that the post goes or went to.
func (w *walk) delivered() editorial.ChannelID {
	var channels []editorial.ChannelID
	for _, d := range w.post.Deliveries {
		channels = append(channels, d.Channel)
	}
	return pick(w, "channel", channels...)
}

// person has somebody change the post, and holds them to their manners: a
// refusal changes nothing, a change is counted, and what may have been heard is
// not touched.
func (w *walk) person(change func() error, touches editorial.ChannelID) bool {
	before := clonePost(w.post)
	leaving := w.leaving()
	if err := change(); err != nil {
		require.NotNil(w.t, editorial.AsRefusal(err), err)
		require.Empty(w.t, diff.Diff(before, w.post), "a refusal changed the post")
		return false
	}
	w.tidy()
	require.Equal(w.t, before.Version+1, w.post.Version)
	for i, d := range before.Deliveries {
		if frozen(d) && d.Channel != touches {
			d.Stopped = w.post.Deliveries[i].Stopped
			require.Empty(w.t, diff.Diff(d, w.post.Deliveries[i]), "what may have been heard was touched")
		}
	}
	w.noteStops(leaving)
	return true
}

func frozen(d editorial.Delivery) bool {
	return d.State == editorial.Sending || d.State == editorial.Unsure
}

func clonePost(p *editorial.Post) *editorial.Post {
	same := *p
	same.Sheet = p.Clone()
	same.Deliveries = slices.Clone(p.Deliveries)
	for i := range same.Deliveries {
		same.Deliveries[i].Parts = slices.Clone(same.Deliveries[i].Parts)
	}
	if p.Approval != nil {
		approval := *p.Approval
		same.Approval = &approval
	}
	return &same
}

// leaving tells on which channels the post is free to leave, as far as people
// are concerned.
func (w *walk) leaving() map[editorial.ChannelID]bool {
	free := map[editorial.ChannelID]bool{}
	for _, channel := range walked {
		_, leaves := w.post.Leaving(channel, w.calendar, w.channels)
		free[channel] = leaves && w.post.Hold == nil
	}
	return free
}

// noteStops writes down where people stopped the post. A revision that comes
// while a call is unclear stops nothing: what is current at the next claim
// counts. A hold does.
func (w *walk) noteStops(before map[editorial.ChannelID]bool) {
	for channel, free := range w.leaving() {
		d := w.post.Delivery(channel)
		if before[channel] && !free && (d == nil || !frozen(*d) || w.post.Hold != nil) {
			w.stops = append(w.stops, stop{channel: channel, from: w.now})
		}
	}
	w.noteFreed()
}

// noteFreed writes down where the post is free to leave again.
func (w *walk) noteFreed() {
	free := w.leaving()
	for i := range w.stops {
		if s := &w.stops[i]; free[s.channel] && s.until.IsZero() {
			s.until = w.now
		}
	}
}

func (w *walk) personEdits(*rapid.T) {
	change := pick(w, "edit", "text", "thread", "channels", "time", "own time", "no date", "until", "lateness", "crisis", "title", "text back")
	role := w.someone()
	w.person(func() error {
		return w.edit(role, func(s *editorial.Sheet) { w.change(s, change) })
	}, "")
}

func (w *walk) change(s *editorial.Sheet, what string) {
	switch what {
	case "text":
		s.Content.Text = pick(w, "words", "one", "two", "three")
	case "text back":
		s.Content.Text = aSheet().Content.Text
	case "thread":
		v := s.Content.Variants[ribbon]
		v.Parts = pick(w, "parts", []string{"one", "two"}, []string{"one", "deux"}, nil)
		if s.Content.Has(ribbon) {
			s.Content.Variants[ribbon] = v
		}
	case "channels":
		s.Content.Channels = pick(w, "channels", walked, walked, []editorial.ChannelID{wall, ribbon}, []editorial.ChannelID{ribbon, gallery}, []editorial.ChannelID{wall})
		s.Times = nil
		for _, id := range walked {
			if !s.Content.Has(id) {
				delete(s.Content.Variants, id)
			}
		}
		if _, own := s.Content.Variants[gallery]; !own && s.Content.Has(gallery) {
			s.Content.Variants[gallery] = editorial.Variant{Media: &[]editorial.MediaUse{picture("a")}}
		}
	case "time":
		s.Planned = w.soon()
	case "own time":
		s.Times = map[editorial.ChannelID]editorial.When{w.delivered(): w.soon()}
	case "no date":
		s.Planned, s.Times = editorial.When{}, nil
	case "until":
		s.Until = pick(w, "until", editorial.UntilHold, editorial.UntilRelease)
	case "lateness":
		s.Lateness = pick(w, "lateness", time.Minute, time.Hour, 12*time.Hour)
	case "crisis":
		s.Crisis = !s.Crisis
	case "title":
		s.Title += "!"
	}
}

// soon is a time ahead, and now and then one that has passed.
func (w *walk) soon() editorial.When {
	at, err := editorial.WhenAt(w.now.Add(pick(w, "ahead", time.Minute, 5*time.Minute, time.Hour, -time.Minute)), "Europe/Paris")
	require.NoError(w.t, err)
	return at
}

func (w *walk) personMoves(*rapid.T) {
	move := pick(w, "move", append(editorial.Moves(), editorial.MoveApprove, editorial.MoveApprove, editorial.MoveUnhold, editorial.MoveRestore)...)
	late := pick(w, "late", editorial.LateUndated, editorial.LateLeave)
	role := w.someone()
	held := w.post.Hold
	if !w.person(func() error { return w.move(role, move, late) }, "") {
		return
	}
	switch move {
	case editorial.MoveApprove, editorial.MoveSubmit:
		w.standing = false
		if w.post.State == editorial.Approved {
			may := w.as(role).By.May
			require.True(w.t, may.Has(editorial.Approve) || w.calendar.Policy.Approval == editorial.ApproveNone && may.Has(editorial.Release))
			w.sign()
			if late == editorial.LateLeave && w.post.Hold == nil {
				w.letGo(walked...)
			}
		}
	case editorial.MovePublishNow:
		w.letGo(walked...)
	case editorial.MoveUndoApproval:
		w.standing = w.post.Approval != nil
	case editorial.MoveRequestChanges, editorial.MoveWithdraw, editorial.MoveArchive, editorial.MoveRestore:
		w.standing = false
		require.Nil(w.t, w.post.Approval)
	case editorial.MoveHold, editorial.MoveUnhold:
		require.NotEqual(w.t, held == nil, w.post.Hold == nil)
	}
}

// sign notes what somebody has signed.
func (w *walk) sign() {
	w.standing = true
	for _, id := range w.post.Content.Channels {
		if w.signed[id] == nil {
			w.signed[id] = map[editorial.Hash]bool{}
		}
		w.signed[id][w.post.Content.HashFor(w.channels[id])] = true
	}
}

// letGo notes a person's word that the post leaves, whatever stopped it before.
func (w *walk) letGo(channels ...editorial.ChannelID) {
	for _, id := range channels {
		w.words[id] = w.now
	}
}

func (w *walk) personDecides(*rapid.T) {
	channel, role := w.delivered(), w.someone()
	asked := pick(w, "decision", retry, drop, isPublished, isNot, sendAgain)
	if !w.person(func() error { return w.decide(role, channel, asked) }, channel) {
		return
	}
	if asked.Move != editorial.MoveDrop {
		w.letGo(channel)
		delete(w.unclear, channel)
		w.twice[channel] = true // they may be mistaken
	}
}

func (w *walk) pauseComes(*rapid.T) {
	from := w.now.Add(pick(w, "from", 0, 0, time.Minute, time.Hour))
	until := time.Time{}
	if length := pick(w, "for", 0, 0, time.Minute, 20*time.Minute); length > 0 {
		until = from.Add(length)
	}
	w.pause(pick(w, "scope", editorial.Scope{All: true}, editorial.Scope{Channel: wall}, editorial.Scope{Calendar: "cal_1"}, editorial.Scope{Channel: ribbon}), from, until)
}

func (w *walk) pauseGoes(*rapid.T) {
	for i := range w.pauses {
		if p := &w.pauses[i]; p.Until.IsZero() || p.Until.After(w.now) {
			p.Until = w.now
			return
		}
	}
}

// policyChanges is a change around the post: what it stops is stopped from the
// releaser's next look on.
func (w *walk) policyChanges(*rapid.T) {
	w.calendar.Policy = editorial.Policy{
		Approval:         pick(w, "approval", editorial.ApproveOne, editorial.ApproveOne, editorial.ApproveNone),
		UntilApproved:    pick(w, "until approved", editorial.UntilHold, editorial.UntilRelease),
		Lateness:         pick(w, "tolerance", 0, time.Minute, tolerance, 4*time.Hour),
		NoSelfApproval:   rapid.Bool().Draw(w.rapid, "by another"),
		ResendWhenLikely: rapid.Bool().Draw(w.rapid, "when likely"),
	}
	w.noteFreed()
}

func (w *walk) accountChanges(*rapid.T) {
	withChannel(w.delivered(), func(c *editorial.Channel) {
		if rapid.Bool().Draw(w.rapid, "another account") {
			c.RemoteID = pick(w, "account", "account of "+string(c.ID), "another")
		} else {
			c.State = pick(w, "state", editorial.Connected, editorial.Connected, editorial.MustConnect, editorial.Disconnected)
		}
	})(w.room)
}

func (w *walk) timePasses(*rapid.T) {
	w.now = w.now.Add(pick(w, "pass", time.Millisecond, time.Second, 5*time.Second, time.Minute, 10*time.Minute, 31*time.Minute, 5*time.Hour))
}

// comesDue brings the clock to the next moment that the releaser waits for.
func (w *walk) comesDue(*rapid.T) {
	if next := w.next(); next.After(w.now) {
		w.now = next
	}
}

func (w *walk) next() time.Time {
	var next time.Time
	for _, d := range w.post.Deliveries {
		if !d.Next.IsZero() && (next.IsZero() || d.Next.Before(next)) {
			next = d.Next
		}
	}
	return next
}

func (w *walk) releaserClaims(*rapid.T) {
	for _, d := range slices.Clone(w.post.Deliveries) {
		w.claimOn(d.Channel)
	}
}

// daemonWorks is a turn of a daemon that is well: what is next comes due, is
// claimed and carried out.
func (w *walk) daemonWorks(t *rapid.T) {
	w.comesDue(t)
	w.releaserClaims(t)
	for range w.carried {
		w.senderCarriesOut(t)
	}
}

func (w *walk) claimOn(channel editorial.ChannelID) {
	before := *w.on(channel)
	step := w.open(channel)
	if w.now.Before(before.Next) || before.Next.IsZero() {
		require.Equal(w.t, editorial.StepNone, step, "it was not due")
	}
	if step == editorial.StepNone {
		return
	}
	w.carried = append(w.carried, w.work[channel])
	if step == editorial.StepSend {
		w.checkSend(w.work[channel], before)
	}
}

// checkSend holds a claimed call against the promises.
func (w *walk) checkSend(work editorial.Work, before editorial.Delivery) {
	channel := w.channels[before.Channel]
	content, ok := w.copies[work.Delivery.Revision]
	require.True(w.t, ok, "revision %d", work.Delivery.Revision)
	require.Empty(w.t, diff.Diff(content.Parts(channel.ID)[work.Index], work.Part))
	require.True(w.t, w.signed[channel.ID][content.HashFor(channel)], "nobody has signed what leaves")

	call, repeat := w.unclear[channel.ID]
	if repeat {
		require.Equal(w.t, call.key, work.Sent.Key, "another key while a call is unclear")
		require.True(w.t, w.network.honours && w.now.Sub(call.since) <= keyLife+20*time.Second, "a blind retry")
	} else {
		w.unclear[channel.ID] = open{work.Sent.Key, w.now}
	}
	if revision, ok := w.begun[channel.ID]; ok {
		require.Equal(w.t, revision, work.Delivery.Revision, "a thread is finished as it began")
		return
	}
	require.Zero(w.t, work.Index)
	at, err := w.post.TimeOf(channel.ID).Resolve()
	require.NoError(w.t, err)
	require.True(w.t, w.standing, "its approval was taken back")
	require.True(w.t, w.post.Content.Has(channel.ID), "the channel was taken out")
	require.Nil(w.t, w.post.Hold)
	require.False(w.t, w.now.Before(at.Instant), "too early")
	lateness := cmp.Or(w.post.Lateness, w.calendar.Policy.Lateness, tolerance)
	if repeat {
		lateness = before.Tolerance // as it was when the call was made
	}
	require.False(w.t, w.now.After(at.Instant.Add(lateness)), "too late")
	w.checkNeverStopped(channel.ID, at.Instant)
}

// checkNeverStopped makes sure that nobody stopped the post between its time,
// or a person's later word, and now.
func (w *walk) checkNeverStopped(channel editorial.ChannelID, since time.Time) {
	if word := w.words[channel]; word.After(since) {
		since = word
	}
	stops := slices.Clone(w.stops)
	for _, p := range w.pauses {
		if p.Covers(w.post, channel) {
			stops = append(stops, stop{channel, p.From, p.Until})
		}
	}
	for _, s := range stops {
		from := s.from
		if since.After(from) {
			from = since
		}
		within := !from.After(w.now) && (s.until.IsZero() || from.Before(s.until))
		require.False(w.t, s.channel == channel && within, "stopped from %s to %s, due %s, and leaves by itself", s.from, s.until, since)
	}
}

func (w *walk) takeWork() (editorial.Work, bool) {
	if len(w.carried) == 0 {
		return editorial.Work{}, false
	}
	i := rapid.IntRange(0, len(w.carried)-1).Draw(w.rapid, "work")
	work := w.carried[i]
	w.carried = slices.Delete(w.carried, i, i+1)
	return work, true
}

func (w *walk) senderCarriesOut(*rapid.T) {
	work, ok := w.takeWork()
	if !ok {
		return
	}
	o := w.carryOut(work, func(options ...string) string { return pick(w, "the network", options...) })
	if rapid.IntRange(0, 4).Draw(w.rapid, "delay") == 0 {
		w.letters = append(w.letters, o)
		return
	}
	w.settles(o)
}

// senderDies lets a sender vanish before or after its call.
func (w *walk) senderDies(*rapid.T) {
	if work, ok := w.takeWork(); ok && rapid.Bool().Draw(w.rapid, "after its call") {
		w.carryOut(work, func(options ...string) string { return options[0] })
	}
}

func (w *walk) letterArrives(*rapid.T) {
	if len(w.letters) > 0 {
		o := w.letters[0]
		w.letters = w.letters[1:]
		w.settles(o)
	}
}

// carryOut does what a sender does: it looks at its lease and at pauses, then
// calls, and returns what it came to.
func (w *walk) carryOut(work editorial.Work, network func(...string) string) editorial.Outcome {
	o := editorial.Outcome{
		Delivery: work.Delivery.ID, Attempt: work.Attempt, Key: work.Sent.Key, Step: work.Step, Started: w.now, Ended: w.now,
	}
	d := w.on(work.Delivery.Channel)
	if !d.StillWith(work, w.pauses, w.post, w.now) {
		o.Verdict, o.Code = editorial.Later, "given_back"
		return o
	}
	switch work.Step {
	case editorial.StepPrepare:
		o.Verdict = editorial.Verdict(network("done", "later", "never", "reconnect", "unknown"))
	case editorial.StepSend:
		w.network.publish(work, w.now, network, &o)
		require.True(w.t, w.twice[d.Channel] || w.network.count(work) <= 1, "published twice")
	case editorial.StepLook:
		w.network.look(work, w.now, network, &o)
	case editorial.StepNone:
	}
	return o
}

func (w *walk) settles(o editorial.Outcome) {
	channel := editorial.ChannelID(o.Delivery[len("dlv_"):])
	d := w.on(channel)
	before, repeat := *d, d.Resend
	before.Parts = slices.Clone(d.Parts)
	s := d.Settle(o, w.calendar.Policy, editorial.Terms{})
	w.post.Derive()
	if !s.Accepted {
		require.Empty(w.t, diff.Diff(before, *d))
		return
	}
	if s.Reconnect {
		withChannel(channel, func(c *editorial.Channel) { c.State = editorial.MustConnect })(w.room)
	}
	w.noteBegun(*d)
	if !frozen(before) || frozen(*d) {
		return
	}
	refused := o.Step == editorial.StepSend && !repeat && (o.Verdict == editorial.Later || o.Verdict == editorial.Never || o.Verdict == editorial.Reconnect)
	absent := o.Step == editorial.StepLook && o.Verdict == editorial.Done && o.Absence == editorial.Sure
	optedIn := o.Step == editorial.StepLook && o.Absence == editorial.Likely && w.calendar.Policy.ResendWhenLikely && before.Looks == 2
	w.twice[channel] = w.twice[channel] || optedIn
	require.True(w.t, o.Receipt.RemoteID != "" || refused || absent || optedIn, "an unclear outcome became clear by %+v", o)
	delete(w.unclear, channel)
}

// check holds the post against what must always be so.
func (w *walk) check(*rapid.T) {
	p := w.post
	require.Equal(w.t, w.version, p.Version, "only people count")
	require.Equal(w.t, editorial.StatusOf(p), p.Status)
	for i := range p.Deliveries {
		d := &p.Deliveries[i]
		acts := d.State == editorial.Scheduled || d.State == editorial.Held || d.State == editorial.Sending || d.State == editorial.Unsure && !d.ForPerson()
		require.Equal(w.t, acts, !d.Next.IsZero(), "%s is %s, next %s", d.Channel, d.State, d.Next)
		require.Equal(w.t, d.Holder == "", d.Lease.IsZero())
		require.True(w.t, d.State != editorial.Sending || d.Holder != "")
		require.True(w.t, !acts || !d.Due.IsZero())
		for _, part := range d.Parts {
			require.Equal(w.t, part.FirstHeard.IsZero(), part.LastHeard.IsZero())
		}
		w.checkNotForgotten(d)
	}
}

// checkNotForgotten makes sure that what is approved and dated has a moment at
// which the releaser comes by, or an end that people see.
func (w *walk) checkNotForgotten(d *editorial.Delivery) {
	_, leaves := w.post.Leaving(d.Channel, w.calendar, w.channels)
	waits := d.Out.IsZero() && d.State != editorial.Dropped && w.post.Content.Has(d.Channel) && !frozen(*d)
	if waits && w.post.State == editorial.Approved {
		require.True(w.t, leaves, "an approved post with a channel that nobody approved")
	}
	if waits && w.post.State == editorial.Approved && !w.post.TimeOf(d.Channel).IsZero() {
		require.NotEqual(w.t, editorial.Planned, d.State, "approved, dated and forgotten")
	}
}

// settleDown lifts all that stops the post, heals the network, and sees every
// delivery come to an end.
func (w *walk) settleDown() {
	w.pauses, w.carried, w.letters = nil, nil, nil
	if w.post.Hold != nil && w.post.State != editorial.Archived {
		require.True(w.t, w.person(func() error { return w.move(editorial.Manager, editorial.MoveUnhold) }, ""))
	}
	for turn := 0; !w.next().IsZero(); turn++ {
		require.Less(w.t, turn, 2000, "no end")
		w.comesDue(nil)
		for _, id := range walked { // whichever account a thread began on comes back
			withChannel(id, func(c *editorial.Channel) {
				c.State, c.RemoteID = editorial.Connected, []string{"account of " + string(id), "another"}[turn/5%2]
			})(w.room)
		}
		w.releaserClaims(nil)
		for _, work := range w.carried {
			w.settles(w.carryOut(work, func(options ...string) string { return options[0] }))
		}
		w.carried = nil
		w.check(nil)
	}
}

// keyLife is how long the network remembers a key.
const keyLife = time.Hour

// network is a platform that keeps its own books.
type network struct {
	honours bool              // a repeated key makes no second post
	sees    editorial.Absence // how sure its look is of what is not there
	posts   []posted
}

type posted struct {
	channel editorial.ChannelID
	index   int
	key     string
	at      time.Time
}

func (n *network) shown(key string) *posted {
	for i := range n.posts {
		if n.posts[i].key == key {
			return &n.posts[i]
		}
	}
	return nil
}

// count tells how many posts there are of one part.
func (n *network) count(w editorial.Work) int {
	count := 0
	for _, p := range n.posts {
		if p.channel == w.Delivery.Channel && p.index == w.Index {
			count++
		}
	}
	return count
}

// publish hears a call or does not, and answers or does not.
func (n *network) publish(w editorial.Work, now time.Time, choose func(...string) string, o *editorial.Outcome) {
	heard := func() {
		if p := n.shown(w.Sent.Key); p == nil || !n.honours || now.Sub(p.at) > keyLife+20*time.Second {
			n.posts = append(n.posts, posted{w.Delivery.Channel, w.Index, w.Sent.Key, now})
		}
	}
	switch choose("done", "done", "heard, and cut", "cut before", "later", "wait", "never", "reconnect") {
	case "done":
		heard()
		o.Verdict, o.Receipt = editorial.Done, editorial.Receipt{RemoteID: w.Sent.Key}
	case "heard, and cut":
		heard()
		o.Verdict = editorial.Unknown
	case "cut before":
		o.Verdict = editorial.Unknown
	case "later":
		o.Verdict = editorial.Later
	case "wait":
		o.Verdict, o.Wait = editorial.Later, 20*time.Minute
	case "never":
		o.Verdict = editorial.Never
	case "reconnect":
		o.Verdict = editorial.Reconnect
	}
}

// look finds what is there, unless it fails or the listing lags.
func (n *network) look(w editorial.Work, now time.Time, choose func(...string) string, o *editorial.Outcome) {
	if answer := choose("answer", "answer", "answer", "later", "reconnect", "unknown"); answer != "answer" {
		o.Verdict = editorial.Verdict(answer)
		return
	}
	o.Verdict, o.Absence = editorial.Done, n.sees
	o.Honoured = n.honours && now.Before(w.Sent.FirstHeard.Add(keyLife))
	lags := n.sees == editorial.Unknowable || n.sees == editorial.Likely && choose("shows", "lags") == "lags"
	if n.shown(w.Sent.Key) != nil && !lags {
		o.Receipt, o.Absence = editorial.Receipt{RemoteID: w.Sent.Key}, ""
	}
}
