package editorial

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"time"
)

// ClientLink lets one person on the client's side see what is coming, and sign
// in the client's step, without an account.
type ClientLink struct {
	ID         ClientLinkID
	Calendar   CalendarID
	Campaign   CampaignID // "": all of the calendar
	For        string     // whom it is for, as its maker calls them
	Email      string     // where their codes go; "" where nobody said
	Member     MemberID   // whose yes theirs counts as, where a step names a member
	Language   Lang
	Approves   bool  // they sign and ask for changes; else they read and comment
	By         Actor // who answers for it
	Created    time.Time
	ExpiresAt  time.Time // zero: never
	Revoked    time.Time
	Name       string // that they gave themselves; "" until they came
	Code       []byte // hash of the code that was mailed last; nil: none is good
	CodeEnds   time.Time
	CodeFailed int // tries that were wrong
	Version    int64
}

// Visit is a browser in which a client link was opened.
type Visit struct {
	ID        VisitID
	Link      ClientLinkID
	Name      string // that the visitor gave
	Proof     Proof
	Created   time.Time
	ExpiresAt time.Time
}

// Proof says how a visitor showed who they are.
type Proof string

// The proofs.
const (
	ProofDeclared Proof = "name_declared" // they said so
	ProofMailed   Proof = "code_by_mail"  // they had the code that went to their address
)

// Detail is what the record says of the proof.
func (p Proof) Detail() string { return "by link, " + strings.ReplaceAll(string(p), "_", " ") }

// How long a visit and a code are good, and how many wrong tries a code bears.
const (
	VisitLife = 30 * 24 * time.Hour
	CodeLife  = 10 * time.Minute
	CodeTries = 5
)

// May is what whoever comes by the link may do.
func (l *ClientLink) May() Permissions {
	if l.Approves {
		return Permissions{Read, Discuss, Approve}
	}
	return Permissions{Read, Discuss}
}

// CheckMaker refuses to let somebody hand out what they may not do themselves.
func (l *ClientLink) CheckMaker(may Permissions) error {
	switch {
	case !may.Has(Members):
		return Refuse(Forbidden, CodeNotPermitted)
	case !may.Covers(l.May()):
		return Refuse(Forbidden, CodeBeyondYours)
	}
	return nil
}

// Open tells whether the link still opens anything: it is good for as long as
// whoever answers for it may give what it gives.
func (l *ClientLink) Open(calendar Calendar, maker Member, now time.Time) bool {
	return l.Revoked.IsZero() && (l.ExpiresAt.IsZero() || now.Before(l.ExpiresAt)) && calendar.Archived.IsZero() &&
		maker.Deactivated.IsZero() && maker.MayGrant(l.Calendar).Covers(l.May())
}

// Good tells whether a visit by the link still opens anything: it is over, too,
// once the calendar asks for more than the visitor showed.
func (v Visit) Good(calendar Calendar, now time.Time) bool {
	return now.Before(v.ExpiresAt) && (v.Proof == ProofMailed || !calendar.Policy.ClientCodes)
}

// Renew gives the link another secret; whoever does answers for it.
func (l *ClientLink) Renew(by Actor) error {
	if !l.Revoked.IsZero() {
		return Refuse(Conflict, CodeLinkRevoked)
	}
	by.May = nil
	l.By, l.Code = by, nil
	return nil
}

// Revoke ends the link.
func (l *ClientLink) Revoke(now time.Time) {
	if l.Revoked.IsZero() {
		l.Revoked = now
	}
}

// Erase takes the client's names and address away, for good. The link is revoked
// before.
func (l *ClientLink) Erase() error {
	erased := ErasedName().In(l.Language)
	switch {
	case l.Revoked.IsZero():
		return Refuse(Conflict, CodeLinkStillOpen)
	case l.For == erased && l.Name == erased && l.Email == "":
		return Refuse(Conflict, CodeErased)
	}
	l.For, l.Name, l.Email, l.Code = erased, erased, "", nil
	return nil
}

// NewCode makes a code to be mailed, in place of the one before.
func (l *ClientLink) NewCode(now time.Time) (Secret, error) {
	if l.Email == "" {
		return Secret{}, Refuse(Conflict, CodeNoClientAddress)
	}
	n, err := rand.Int(rand.Reader, big.NewInt(1e6))
	if err != nil {
		return Secret{}, fmt.Errorf("draw a code: %w", err)
	}
	code := fmt.Sprintf("%06d", n)
	l.Code, l.CodeEnds, l.CodeFailed = l.hashCode(code), now.Add(CodeLife), 0
	return NewSecret(code), nil
}

func (l *ClientLink) hashCode(code string) []byte { return HashToken(string(l.ID) + " " + code) }

// Accepts tells whether a code is the one that was mailed. It is good once, for
// a while, and for a few tries.
func (l *ClientLink) Accepts(code string, now time.Time) bool {
	if l.Code == nil || !now.Before(l.CodeEnds) {
		return false
	}
	if !bytes.Equal(l.Code, l.hashCode(code)) {
		if l.CodeFailed++; l.CodeFailed >= CodeTries {
			l.Code = nil
		}
		return false
	}
	l.Code = nil
	return true
}

// Actor is who comes by the link, at work.
func (l *ClientLink) Actor(v Visit) Actor {
	return Actor{Name: v.Name, Token: TokenID(l.ID), Maker: l.By.Member, Language: l.Language, May: l.May()}
}

// ByLink tells whether somebody comes by a client link.
func (a Actor) ByLink() bool { return a.Member == "" && a.Token != "" }

// Said is what the record and the approval keep of who decided by the link.
func (l *ClientLink) Said(v Visit) *OnBehalf {
	return &OnBehalf{Member: l.Member, Name: v.Name, Via: ViaLink, Reason: string(v.Proof)}
}

// opensTo tells whether somebody who comes by a link signs in the step: in the
// client's, and where all must sign, for one of them.
func (s ApprovalStep) opensTo(o *OnBehalf) bool {
	return s.Client && (s.Need != NeedAll || o.Member != "")
}

// ClientPart says why the client sees a post.
type ClientPart string

// The parts of what a client sees.
const (
	ClientDecides ClientPart = "waiting"   // it waits for their yes
	ClientExpects ClientPart = "coming"    // it is approved, or others still sign it after them
	ClientAsked   ClientPart = "with_team" // they asked for changes, and the team makes them
)

// ForClient says whether a client sees a post, why, and which revision of it:
// never what the team is still at.
func (p *Post) ForClient(l *ClientLink, desk Desk) (part ClientPart, revision int) {
	if p.Calendar != l.Calendar || l.Campaign != "" && p.Campaign != l.Campaign {
		return "", 0
	}
	switch p.State {
	case InReview:
		switch {
		case p.waitsForClient(l, desk):
			return ClientDecides, p.Revision
		case p.pastClient(l, desk):
			return ClientExpects, p.Revision
		case p.Approval != nil:
			return ClientExpects, p.Approval.Revision
		}
	case Approved:
		if p.stillToCome() {
			return ClientExpects, p.Revision
		}
	case ChangesRequested:
		if c := p.changesAsked(); c != nil && c.By.ByLink() {
			return ClientAsked, c.Revision
		}
	case Idea, Draft, Archived:
	}
	return "", 0
}

// stillToCome tells whether an approved post has its time before it. What is
// out, or did not leave when it should have, is for the team to speak of.
func (p *Post) stillToCome() bool {
	return slices.Contains([]Status{"scheduled", "held", "approved", "publishing"}, p.Status)
}

func (p *Post) changesAsked() *ChangesAsked {
	if p.Review == nil {
		return nil
	}
	return p.Review.Changes
}

// waitsForClient tells whether the step that waits is the client's; without
// steps it is anybody's who may approve. Where all must sign, it waits for a
// client until they have, also while somebody stands in for them.
func (p *Post) waitsForClient(l *ClientLink, desk Desk) bool {
	w, ok := p.WaitsFor(desk)
	if !ok || w.For != DutyApprove {
		return false
	}
	if w.Number == 0 {
		return l.Approves
	}
	signed := l.Member != "" && w.Step.Need == NeedAll && !slices.Contains(p.askedIn(w.Step, p.SignedOff(desk), desk), l.Member)
	return w.Step.Client && !signed
}

// DecidesByLink tells whether a client can give now the yes that the post waits
// for: where all must sign, only one of them can.
func (p *Post) DecidesByLink(l *ClientLink, desk Desk) bool {
	if !l.Approves || !p.waitsForClient(l, desk) {
		return false
	}
	w, _ := p.WaitsFor(desk)
	return w.Number == 0 || w.Step.opensTo(&OnBehalf{Member: l.Member})
}

// pastClient tells whether a client's step was signed, by all or by this one,
// and stands, while others still wait.
func (p *Post) pastClient(l *ClientLink, desk Desk) bool {
	signed := p.SignedOff(desk)
	for _, s := range desk.Calendar.Policy.steps() {
		mine := l.Member != "" && slices.Contains(signedIn(s, signed), l.Member)
		if s.Client && (mine || p.satisfied(s, signed, desk)) {
			return true
		}
	}
	return false
}

// Seen is how far a client has seen a post.
type Seen struct {
	Revision int // that they saw last; 0: none
	Before   int // that they saw before it
}

// See notes that they have seen a revision.
func (s Seen) See(revision int) Seen {
	if revision <= s.Revision {
		return s
	}
	return Seen{Revision: revision, Before: s.Revision}
}

// Since is the revision that they saw before the one they see now; 0 where
// there is none.
func (s Seen) Since(now int) int {
	switch {
	case s.Revision < now:
		return s.Revision
	case s.Before < now:
		return s.Before
	}
	return 0
}
