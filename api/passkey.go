package api

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"net/netip"
	"net/url"
	"sync"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	"parution.dev/editorial"
)

const (
	ceremonyTime  = 5 * time.Minute // in which a device must answer
	maxCeremonies = 10000
)

// ceremonies are the challenges that devices have not answered yet, each good
// once (Web Authentication Level 3). They are in memory: who is interrupted
// begins again.
type ceremonies struct {
	mu   sync.Mutex
	open map[string]ceremony
}

type ceremony struct {
	member editorial.MemberID // whose passkey is made; "": somebody signs in
	data   webauthn.SessionData
	until  time.Time
}

func newCeremonies() *ceremonies { return &ceremonies{open: map[string]ceremony{}} }

// begin keeps a challenge, and returns the name to come back with.
func (c *ceremonies) begin(member editorial.MemberID, data webauthn.SessionData, now time.Time) (string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.open) >= maxCeremonies {
		for name, one := range c.open {
			if !now.Before(one.until) {
				delete(c.open, name)
			}
		}
	}
	if len(c.open) >= maxCeremonies {
		return "", editorial.Refuse(editorial.Unavailable, codeBusy)
	}
	secret, _ := editorial.MintLink()
	c.open[secret.Reveal()] = ceremony{member, data, now.Add(ceremonyTime)}
	return secret.Reveal(), nil
}

// end gives a challenge back, once, to whom it was given.
func (c *ceremonies) end(name string, member editorial.MemberID, now time.Time) (webauthn.SessionData, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	one, ok := c.open[name]
	delete(c.open, name)
	if !ok || one.member != member || !now.Before(one.until) {
		return webauthn.SessionData{}, editorial.Refuse(editorial.Conflict, codeCeremonyOver)
	}
	return one.data, nil
}

// newRelyingParty is this instance as devices know it: by the host of its
// public address. An address without a name has no passkeys; nil then.
func newRelyingParty(publicURL string) *webauthn.WebAuthn {
	at, err := url.Parse(publicURL)
	if err != nil || at.Hostname() == "" {
		return nil
	}
	if _, err := netip.ParseAddr(at.Hostname()); err == nil {
		return nil
	}
	party, err := webauthn.New(&webauthn.Config{
		RPID: at.Hostname(), RPDisplayName: "Parution", RPOrigins: []string{originOf(publicURL)},
		AuthenticatorSelection: protocol.AuthenticatorSelection{
			ResidentKey: protocol.ResidentKeyRequirementRequired, UserVerification: protocol.VerificationRequired,
		},
	})
	if err != nil {
		return nil
	}
	return party
}

// keyholder is a member as devices know them.
type keyholder struct {
	member editorial.Member
	keys   []webauthn.Credential
}

func (k keyholder) WebAuthnID() []byte                         { return []byte(k.member.ID) }
func (k keyholder) WebAuthnName() string                       { return k.member.Email }
func (k keyholder) WebAuthnDisplayName() string                { return k.member.Name }
func (k keyholder) WebAuthnCredentials() []webauthn.Credential { return k.keys }

func holderOf(m editorial.Member, passkeys ...editorial.Passkey) (keyholder, error) {
	k := keyholder{member: m, keys: make([]webauthn.Credential, len(passkeys))}
	for i, p := range passkeys {
		if err := json.Unmarshal([]byte(p.Key), &k.keys[i]); err != nil {
			return k, err
		}
	}
	return k, nil
}

// spoken is JSON between a browser and its device. We hand it on as it is.
type spoken json.RawMessage

// UnmarshalJSON keeps what was sent.
func (s *spoken) UnmarshalJSON(data []byte) error {
	*s = bytes.Clone(data)
	return nil
}

// MarshalJSON gives it back.
func (s spoken) MarshalJSON() ([]byte, error) { return s, nil }

// Schema is any object.
func (spoken) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Type: huma.TypeObject, AdditionalProperties: true, Description: "As the Web Authentication API has it, bytes in base64url"}
}

type ceremonyAnswer struct {
	Body struct {
		Ceremony string `json:"ceremony" doc:"Send it back with what the device answered, within five minutes"`
		Options  spoken `json:"options" doc:"For navigator.credentials.create or get"`
	}
}

func (a *API) ceremony(member editorial.MemberID, options any, data *webauthn.SessionData) (*ceremonyAnswer, error) {
	written, err := json.Marshal(options)
	if err != nil {
		return nil, err
	}
	answer := &ceremonyAnswer{}
	answer.Body.Options = written
	answer.Body.Ceremony, err = a.ceremonies.begin(member, *data, a.now())
	return answer, err
}

// passkeyView is one passkey: nothing of it opens anything.
type passkeyView struct {
	ID     editorial.PasskeyID `json:"id" example:"pky_0692k8o5vfr3hd1t9m4q6c2p0g"`
	Name   string              `json:"name"`
	MadeAt time.Time           `json:"made_at"`
	UsedAt *time.Time          `json:"used_at" doc:"null: never"`
}

func viewPasskey(p editorial.Passkey) passkeyView {
	return passkeyView{ID: p.ID, Name: p.Name, MadeAt: p.Made.UTC(), UsedAt: instant(p.Used)}
}

type beginPasskeyInput struct {
	Body struct {
		Password string `json:"password,omitempty" maxLength:"2000" doc:"Needed of whoever has one"`
	}
}

// beginPasskey asks the caller's device for a new passkey.
func (a *API) beginPasskey(ctx context.Context, in *beginPasskeyInput) (*ceremonyAnswer, error) {
	who, err := inPerson(ctx)
	if err != nil {
		return nil, err
	}
	if a.party == nil {
		return nil, editorial.Refuse(editorial.NotFound, codeNoPasskeys)
	}
	access, err := a.store.GetAccess(ctx, who.member.ID)
	if err != nil {
		return nil, err
	}
	if access.Password != "" {
		if _, err := a.prove(ctx, "/password", in.Body.Password); err != nil {
			return nil, err
		}
	}
	known, err := a.store.ListPasskeys(ctx, who.member.ID)
	if err != nil {
		return nil, err
	}
	holder, err := holderOf(who.member, known...)
	if err != nil {
		return nil, err
	}
	options, data, err := a.party.BeginRegistration(holder, webauthn.WithExclusions(webauthn.Credentials(holder.keys).CredentialDescriptors()))
	if err != nil {
		return nil, err
	}
	return a.ceremony(who.member.ID, options, data)
}

type createPasskeyInput struct {
	Body struct {
		Ceremony   string `json:"ceremony" maxLength:"200"`
		Credential spoken `json:"credential" doc:"What the device answered"`
		Name       string `json:"name,omitempty" maxLength:"100" doc:"What you call it; a word for it, when left out"`
	}
}

// createPasskey keeps the passkey that the caller's device has made.
func (a *API) createPasskey(ctx context.Context, in *createPasskeyInput) (*created[passkeyView], error) {
	who, err := inPerson(ctx)
	if err != nil {
		return nil, err
	}
	if a.party == nil {
		return nil, editorial.Refuse(editorial.NotFound, codeNoPasskeys)
	}
	data, err := a.ceremonies.end(in.Body.Ceremony, who.member.ID, a.now())
	if err != nil {
		return nil, err
	}
	name := cmp.Or(in.Body.Name, editorial.Words{EN: "Passkey", FR: "Clé d’accès"}.In(who.lang))
	if err := checkName(name); err != nil {
		return nil, err
	}
	answered, err := protocol.ParseCredentialCreationResponseBytes(in.Body.Credential)
	if err != nil {
		return nil, wrongCredential(err)
	}
	credential, err := a.party.CreateCredential(keyholder{member: who.member}, data, answered)
	if err != nil {
		return nil, wrongCredential(err)
	}
	p := editorial.Passkey{
		ID: editorial.NewID[editorial.PasskeyID]("pky"), Member: who.member.ID, Credential: credential.ID, Key: keyText(credential), Name: name, Made: a.now(),
	}
	if err := a.store.AddPasskey(ctx, a.write(ctx, who.actor()), p); err != nil {
		return nil, err
	}
	return &created[passkeyView]{Location: location(ctx, p.ID), Body: viewPasskey(p)}, nil
}

func keyText(credential *webauthn.Credential) string {
	credential.Attestation = webauthn.CredentialAttestation{} // who made the device is nobody's business here
	text, err := json.Marshal(credential)
	if err != nil {
		panic("api: a passkey: " + err.Error()) // texts and bytes always encode
	}
	return string(text)
}

func wrongCredential(err error) error {
	refusal := editorial.InvalidAt("/credential", codePasskeyWrong)
	refusal.Err = err
	return refusal
}

func (a *API) listPasskeys(ctx context.Context, _ *struct{}) (*listed[passkeyView], error) {
	who := callerOf(ctx)
	if !who.whole() {
		return nil, editorial.Refuse(editorial.Forbidden, codeBeyondToken)
	}
	all, err := a.store.ListPasskeys(ctx, who.member.ID)
	if err != nil {
		return nil, err
	}
	return list(ctx, all, "", viewPasskey), nil
}

type removePasskeyInput struct {
	Passkey editorial.PasskeyID `path:"passkey"`
}

func (a *API) removePasskey(ctx context.Context, in *removePasskeyInput) (*struct{}, error) {
	who, err := inPerson(ctx)
	if err != nil {
		return nil, err
	}
	return nil, a.store.RemovePasskey(ctx, a.write(ctx, who.actor()), who.member.ID, in.Passkey)
}

// askPasskey asks whoever comes for a passkey of theirs.
func (a *API) askPasskey(ctx context.Context, _ *struct{}) (*ceremonyAnswer, error) {
	if a.party == nil {
		return nil, editorial.Refuse(editorial.NotFound, codeNoPasskeys)
	}
	if wait := a.journeys.take(requestOf(ctx).network, a.now()); wait > 0 {
		return nil, refuseFor(wait, codeTooManyTries)
	}
	options, data, err := a.party.BeginDiscoverableLogin(webauthn.WithUserVerification(protocol.VerificationRequired))
	if err != nil {
		return nil, err
	}
	return a.ceremony("", options, data)
}

type enterInput struct {
	Body struct {
		Ceremony   string `json:"ceremony" maxLength:"200"`
		Credential spoken `json:"credential" doc:"What the device answered"`
	}
}

// enter signs in whoever holds a passkey. The device has made sure that it is
// they, so nothing else is asked for.
func (a *API) enter(ctx context.Context, in *enterInput) (*signInAnswer, error) {
	if a.party == nil {
		return nil, editorial.Refuse(editorial.NotFound, codeNoPasskeys)
	}
	if wait := a.journeys.take(requestOf(ctx).network, a.now()); wait > 0 {
		return nil, refuseFor(wait, codeTooManyTries)
	}
	data, err := a.ceremonies.end(in.Body.Ceremony, "", a.now())
	if err != nil {
		return nil, err
	}
	passkey, err := a.recognise(ctx, data, in.Body.Credential)
	if err != nil {
		return nil, a.shutOut(ctx, passkey.Member, &editorial.Refusal{Kind: editorial.Unauthorized, Code: codePasskeyWrong, Err: err})
	}
	secret, session := a.newSession(ctx)
	member, err := a.store.GetMember(ctx, passkey.Member)
	if err != nil {
		return nil, err
	}
	w := a.write(ctx, editorial.Actor{Member: member.ID, Name: member.Name, Token: editorial.TokenID(session.ID), Language: member.Language})
	access, err := a.store.EnterByPasskey(ctx, w, passkey, session)
	if editorial.IsKind(err, editorial.Unauthorized) || editorial.IsKind(err, editorial.NotFound) {
		return nil, a.shutOut(ctx, member.ID, editorial.Refuse(editorial.Unauthorized, codePasskeyWrong))
	}
	if err != nil {
		return nil, err
	}
	return a.welcome(ctx, access, session.ID, secret), nil
}

// recognise finds the passkey that a device has shown, with what it counts now.
func (a *API) recognise(ctx context.Context, data webauthn.SessionData, credential []byte) (found editorial.Passkey, err error) {
	answered, err := protocol.ParseCredentialRequestResponseBytes(credential)
	if err != nil {
		return found, err
	}
	_, shown, err := a.party.ValidatePasskeyLogin(func(id, handle []byte) (webauthn.User, error) {
		p, m, err := a.store.PasskeyByCredential(ctx, id)
		if err != nil {
			return nil, err
		}
		if found = p; string(handle) != string(m.ID) {
			return nil, errors.New("the passkey is somebody else's")
		}
		return holderOf(m, p)
	}, data, answered)
	switch {
	case err != nil:
		return found, err
	case shown.Authenticator.CloneWarning:
		return found, errors.New("the passkey counts backwards: there may be a copy of it")
	}
	found.Key = keyText(shown)
	return found, nil
}
