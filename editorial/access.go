package editorial

import (
	"bytes"
	"slices"
	"time"
)

// Access is how a member signs in, and where they are signed in.
type Access struct {
	Member      Member
	Password    string // its hash, as it is written down; "": they have none
	PasswordSet time.Time
	Factor      SecondFactor // zero: none
	Recovery    [][]byte     // hashes of the codes that were not used yet
	Sessions    []Session    // that have not ended
}

// Deed is one thing that was done about somebody’s access, for the record.
type Deed struct {
	Action  string
	Subject string
	Detail  string
}

// HasFactor tells whether the member proves more than their password.
func (a *Access) HasFactor() bool { return !a.Factor.Confirmed.IsZero() }

// Prove refuses unless the code is one of the second factor's, where there is
// one: of the app, or a recovery code, which is used up.
func (a *Access) Prove(code string, now time.Time) ([]Deed, error) {
	switch {
	case !a.HasFactor():
		return nil, nil
	case code == "":
		return nil, Refuse(Unauthorized, CodeCodeNeeded)
	case a.Factor.Accept(code, now):
		return nil, nil
	}
	hash := HashRecoveryCode(code)
	i := slices.IndexFunc(a.Recovery, func(kept []byte) bool { return bytes.Equal(kept, hash) })
	if i < 0 {
		return nil, Refuse(Unauthorized, CodeCodeWrong)
	}
	a.Recovery = slices.Delete(a.Recovery, i, i+1)
	return []Deed{a.deed("recovery_code.used")}, nil
}

func (a *Access) deed(action string) Deed { return Deed{Action: action, Subject: string(a.Member.ID)} }

// SignIn begins a session for somebody whose password was right a moment ago:
// the hash that it was compared with must still be theirs.
func (a *Access) SignIn(s Session, verified, code string, now time.Time) ([]Deed, error) {
	if verified == "" || a.Password != verified {
		return nil, Refuse(Unauthorized, CodeSignInFailed)
	}
	deeds, err := a.Prove(code, now)
	if err != nil {
		return nil, err
	}
	begun, err := a.Begin(s, now)
	return append(deeds, begun...), err
}

// Begin begins a session.
func (a *Access) Begin(s Session, now time.Time) ([]Deed, error) {
	if a.Member.Service || !a.Member.Deactivated.IsZero() {
		return nil, Refuse(Unauthorized, CodeSignInFailed)
	}
	s.Member, s.Created, s.Used, s.Rotated, s.Seen = a.Member.ID, now, now, now, now
	a.Sessions = append(a.Sessions, s)
	return []Deed{{Action: "session.started", Subject: string(s.ID), Detail: s.Network}}, nil
}

// Session finds a session that has not ended, or nil.
func (a *Access) Session(id SessionID) *Session {
	i := slices.IndexFunc(a.Sessions, func(s Session) bool { return s.ID == id && s.Ended.IsZero() })
	if i < 0 {
		return nil
	}
	return &a.Sessions[i]
}

// End ends a session.
func (a *Access) End(id SessionID, now time.Time) ([]Deed, error) {
	s := a.Session(id)
	if s == nil {
		return nil, Refuse(NotFound, CodeNotFound)
	}
	s.Ended = now
	return []Deed{{Action: "session.ended", Subject: string(id)}}, nil
}

// EndOthers ends every session but one; all of them for "".
func (a *Access) EndOthers(keep SessionID, now time.Time) []Deed {
	var deeds []Deed
	for i := range a.Sessions {
		if s := &a.Sessions[i]; s.ID != keep && s.Ended.IsZero() {
			s.Ended = now
			deeds = append(deeds, Deed{Action: "session.ended", Subject: string(s.ID)})
		}
	}
	return deeds
}

// SetPassword gives the member a new password, and ends every session but the
// one that it was chosen in.
func (a *Access) SetPassword(hash string, keep SessionID, now time.Time) []Deed {
	a.Password, a.PasswordSet = hash, now
	return append([]Deed{a.deed("password.changed")}, a.EndOthers(keep, now)...)
}

// Reset gives the member the password that they chose with a reset, once. It
// ends every session: whoever has taken one over is out.
func (a *Access) Reset(r *Reset, hash string, now time.Time) ([]Deed, error) {
	if !r.Open(now) || !a.Member.Deactivated.IsZero() {
		return nil, Refuse(NotFound, CodeResetOver)
	}
	r.Used = now
	return a.SetPassword(hash, "", now), nil
}

// BeginFactor hands out the secret of a second factor, which counts once it is
// confirmed.
func (a *Access) BeginFactor(f SecondFactor) ([]Deed, error) {
	if a.HasFactor() {
		return nil, Refuse(Conflict, CodeFactorOn)
	}
	a.Factor = f
	return nil, nil
}

// ConfirmFactor turns the second factor on, once the member has shown a code
// of it, with the hashes of new recovery codes.
func (a *Access) ConfirmFactor(code string, recovery [][]byte, now time.Time) ([]Deed, error) {
	switch {
	case a.HasFactor():
		return nil, Refuse(Conflict, CodeFactorOn)
	case a.Factor.Made.IsZero():
		return nil, Refuse(Conflict, CodeFactorOff)
	case !a.Factor.Accept(code, now):
		return nil, InvalidAt("/code", CodeCodeWrong)
	}
	a.Factor.Confirmed, a.Recovery = now, recovery
	return []Deed{a.deed("second_factor.on")}, nil
}

// RenewRecovery replaces the recovery codes.
func (a *Access) RenewRecovery(recovery [][]byte) ([]Deed, error) {
	if !a.HasFactor() {
		return nil, Refuse(Conflict, CodeFactorOff)
	}
	a.Recovery = recovery
	return []Deed{a.deed("recovery_code.renewed")}, nil
}

// DropFactor turns the second factor off.
func (a *Access) DropFactor() ([]Deed, error) {
	if !a.HasFactor() {
		return nil, Refuse(Conflict, CodeFactorOff)
	}
	a.Factor, a.Recovery = SecondFactor{}, nil
	return []Deed{a.deed("second_factor.off")}, nil
}
