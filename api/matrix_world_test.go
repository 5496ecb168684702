package api

import (
	"context"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/store"
)

// theatre is an instance with two calendars that are furnished alike, and a
// cast that works in the first of them. Whoever asks for something that
// changes it plays on a copy.
type theatre struct {
	*world
	cast         map[string]*player
	own, foreign map[string]string // what the names in braces stand for
	kept         string            // the data directory, as it is before every act
	dirty        bool
}

// player is somebody who asks: by a session, by a token, or as nobody.
type player struct {
	header http.Header
	member string
	mine   map[string]string // what the names in braces stand for, of their own
}

// castNames lists who asks, in the order people read them.
func castNames() []string {
	return []string{"owner", "manager", "editor", "contributor", "reviewer", "viewer", "service", "nobody"}
}

func newTheatre(t *testing.T) *theatre {
	t.Helper()
	th := &theatre{world: &world{desk: newDesk(t, func(c *Config) { c.Feeds = "board" })}, cast: map[string]*player{"nobody": {header: http.Header{}}}}
	stranger := th.furnish(t, "stranger")
	th.foreign = th.fixtures(t, stranger)
	th.own = th.fixtures(t, th.furnish(t, "manager"))
	for _, role := range []string{"editor", "contributor", "reviewer", "viewer"} {
		th.bring(t, role, role+"@example.org", `"`+role+`"`)
	}
	th.cast["owner"] = th.signedIn(t, "olive@example.org")
	service := th.as(t, "manager", 201, "POST", "/calendars/{calendar}/members", `{"name":"CMS","service":true,"roles":["contributor"]}`)["id"].(string)
	th.cast["service"] = th.withToken(t, service)
	for _, p := range th.cast {
		th.mine(t, p)
	}
	th.keep(t)
	return th
}

// furnish makes a calendar for a manager of this name, and fixtures fills it.
func (th *theatre) furnish(t *testing.T, manager string) *player {
	t.Helper()
	email := manager + "@example.org"
	m := editorial.Member{ID: editorial.NewID[editorial.MemberID]("mem"), Name: manager, Email: email, Language: editorial.English}
	require.NoError(t, th.store.AddMember(t.Context(), store.Write{By: editorial.Machine(), Now: th.clock.now()}, "", m))
	p := th.signedIn(t, email)
	th.cast[manager] = p
	th.calendar = th.play(t, p, 201, "POST", "/calendars", `{"name":"Maison","time_zone":"Europe/Paris","language":"fr"}`)["id"].(string)
	return p
}

// fixtures makes what the names in braces stand for.
func (th *theatre) fixtures(t *testing.T, p *player) map[string]string {
	t.Helper()
	made := map[string]string{"calendar": th.calendar}
	th.own = made
	do := func(method, path, body string) map[string]any {
		t.Helper()
		return th.play(t, p, map[string]int{"POST": 201, "PATCH": 200}[method], method, path, body)
	}
	id := func(method, path, body string) string { t.Helper(); return do(method, path, body)["id"].(string) }
	move := func(post, body string) map[string]any {
		t.Helper()
		return th.play(t, p, 200, "POST", "/posts/{post:"+post+"}/moves", body)
	}
	made["channel"] = id("POST", "/calendars/{calendar}/channels", `{"platform":"board","name":"Board","settings":{"title":"Le fil"}}`)
	made["campaign"] = id("POST", "/calendars/{calendar}/campaigns", `{"name":"Noël"}`)
	made["pillar"] = id("POST", "/calendars/{calendar}/pillars", `{"name":"Savoir-faire"}`)
	made["role"] = id("POST", "/calendars/{calendar}/roles", `{"name":"Presse","permissions":["comment"]}`)
	made["member"] = id("POST", "/calendars/{calendar}/members", `{"name":"Sam","email":"sam`+th.calendar+`@example.org","roles":["viewer"]}`)
	made["deputy"] = id("POST", "/calendars/{calendar}/members", `{"name":"Dee","email":"dee`+th.calendar+`@example.org","roles":["reviewer"]}`)
	made["approver"] = id("POST", "/calendars/{calendar}/members", `{"name":"Ann","email":"ann`+th.calendar+`@example.org","roles":["reviewer"]}`)
	made["delegation"] = id("POST", "/calendars/{calendar}/delegations", `{"to":"{deputy}","until":"2030-01-01T00:00:00Z"}`)
	made["crisis"] = id("POST", "/calendars/{calendar}/crises", `{"severity":"watch","reason":"smoke"}`)
	invitation := do("POST", "/calendars/{calendar}/invitations", `{"email":"grace`+th.calendar+`@example.org","roles":["viewer"]}`)
	made["invitation"], _ = invitation["id"].(string)
	_, made["invited"], _ = strings.Cut(invitation["link"].(string), "#")
	reset := th.play(t, p, 200, "POST", "/members/{member}/resets", "")
	_, made["reset"], _ = strings.Cut(reset["link"].(string), "#")
	helper := id("POST", "/calendars/{calendar}/members", `{"name":"Robot","service":true,"roles":["viewer"]}`)
	made["token:service"] = id("POST", "/tokens", `{"name":"robot","member":"`+helper+`","calendars":["{calendar}"]}`)
	made["media"] = id("POST", "/media", "form")
	post := `{"title":"A post","text":"Des mots","channels":["{channel}"],"campaign":"{campaign}","pillar":"{pillar}","media":["{media}"]}`
	for _, name := range []string{"post", "post:review", "post:held", "post:archived"} {
		made[name] = id("POST", "/calendars/{calendar}/posts", post)
	}
	move("review", `{"move":"submit"}`)
	move("held", `{"move":"hold"}`)
	move("archived", `{"move":"archive"}`)
	for i, name := range []string{"scheduled", "dropped", "unknown", "edited"} {
		at := th.clock.now().Add(time.Duration(2+i) * time.Hour).Format(time.RFC3339)
		made["post:"+name] = id("POST", "/calendars/{calendar}/posts", `{"text":"Des mots","channels":["{channel}"],"publish_at":"`+at+`"}`)
		approved := move(name, `{"move":"approve","revision":1}`)
		made["delivery:"+name] = approved["deliveries"].([]any)[0].(map[string]any)["id"].(string)
	}
	th.play(t, p, 200, "POST", "/deliveries/{delivery:dropped}/moves", `{"move":"drop"}`)
	for name, verdict := range map[string]editorial.Verdict{"unknown": editorial.Unknown, "edited": editorial.Done} {
		th.play(t, p, 200, "POST", "/posts/{post:"+name+"}/moves", `{"move":"publish_now","revision":1}`)
		work := th.turn(t)
		require.Len(t, work, 1, name)
		require.Empty(t, th.turn(t, th.outcome(work[0], verdict)))
	}
	do("PATCH", "/posts/{post:edited}", `{"text":"D’autres mots"}`) // a touch-up
	made["comment"] = id("POST", "/posts/{post}/comments", `{"text":"Une remarque"}`)
	made["comment:suggestion"] = id("POST", "/posts/{post}/comments", `{"suggestion":"Deux","anchor":{"revision":1,"start":0,"end":3}}`)
	do("PATCH", "/calendars/{calendar}", `{"policy":{"checklists":[{"kind":"Vidéo","items":["Des sous-titres","Une vignette"]}]}}`)
	made["task"] = id("POST", "/posts/{post}/tasks", `{"text":"Relire"}`)
	made["note"] = id("POST", "/posts/{post:edited}/field-notes", `{"text":"On demande les horaires."}`)
	link := do("POST", "/calendars/{calendar}/client-links", `{"for":"Cléo"}`)
	made["link"], _ = link["id"].(string)
	_, made["client"], _ = strings.Cut(link["link"].(string), "#")
	made["hook"] = id("POST", "/calendars/{calendar}/hooks", `{"way":"webhook","name":"CMS","url":"https://cms.example.org/in"}`)
	th.tell(t)
	do("PATCH", "/calendars/{calendar}", `{"name":"Maison"}`)
	th.tell(t)
	left, _, err := th.store.ListDispatches(t.Context(), store.DispatchFilter{Hook: editorial.HookID(made["hook"])}, store.Page{Limit: 1})
	require.NoError(t, err)
	made["dispatch"] = string(left[0].ID)
	made["pause"] = id("POST", "/pauses", `{"scope":{"campaign":"{campaign}"},"reason":"a strike"}`)
	return made
}

// bring brings somebody into the first calendar with a role.
func (th *theatre) bring(t *testing.T, name, email, role string) {
	t.Helper()
	th.as(t, "manager", 201, "POST", "/calendars/{calendar}/members", `{"name":"`+name+`","email":"`+email+`","roles":[`+role+`]}`)
	th.cast[name] = th.signedIn(t, email)
}

// signedIn is the member with this address, in a browser.
func (th *theatre) signedIn(t *testing.T, email string) *player {
	t.Helper()
	th.passwordFor(t, email, lamp)
	in := th.signIn(t, "192.0.2.1:1", email, lamp)
	require.Equal(t, http.StatusOK, in.Code, in.Body.String())
	cookie, _, _ := strings.Cut(in.Header().Get("Set-Cookie"), ";")
	header := http.Header{"Cookie": {cookie}, "Sec-Fetch-Site": {"same-origin"}}
	return &player{header: header, member: string(decode[meView](t, in.Body.String()).Member)}
}

// withToken is a member at work by a token that a manager made.
func (th *theatre) withToken(t *testing.T, member string) *player {
	t.Helper()
	made := th.as(t, "manager", 201, "POST", "/tokens", `{"name":"cms","member":"`+member+`","calendars":["{calendar}"]}`)
	return &player{header: http.Header{"Authorization": {"Bearer " + made["token"].(string)}}, member: member}
}

// mine makes what everybody has of their own.
func (th *theatre) mine(t *testing.T, p *player) {
	t.Helper()
	if p.member == "" {
		return
	}
	p.mine = map[string]string{"token:mine": th.play(t, p, 201, "POST", "/tokens", `{"name":"mine"}`)["id"].(string), "session:mine": "ses_0692k8o5vfr3hd1t9m4q6c2p0g", "passkey:mine": "pky_0692k8o5vfr3hd1t9m4q6c2p0g"}
	here := th.own
	if p == th.cast["stranger"] {
		here = th.foreign
	}
	p.mine["comment:mine"], p.mine["note:mine"] = here["comment"], here["note"]
	if got := th.asks(t, p, here, "POST", "/posts/{post:edited}/field-notes", `{"text":"On demande l’adresse."}`); got.status == http.StatusCreated {
		p.mine["note:mine"] = string(decode[fieldNoteView](t, got.body).ID)
	}
	if got := th.asks(t, p, here, "POST", "/posts/{post}/comments", `{"text":"Ma remarque"}`); got.status == http.StatusCreated {
		p.mine["comment:mine"] = string(decode[commentView](t, got.body).ID)
	}
	member := editorial.MemberID(p.member)
	require.NoError(t, th.store.AddChatCode(t.Context(), member, []byte(member), th.clock.now()))
	account := editorial.ChatAccount{ID: editorial.ChatAccountID("chat_" + p.member), Workspace: "T1", User: p.member, Linked: th.clock.now()}
	_, err := th.store.LinkChat(t.Context(), []byte(member), account)
	require.NoError(t, err)
	p.mine["chat:mine"] = string(account.ID)
	if p.header.Get("Cookie") != "" {
		p.mine["session:mine"] = th.play(t, p, 200, "GET", "/session", "")["id"].(string)
	}
}

// as has a member of the cast ask for something in their own calendar.
func (th *theatre) as(t *testing.T, name string, status int, method, path, body string) map[string]any {
	t.Helper()
	return th.play(t, th.cast[name], status, method, path, body)
}

// play has somebody ask for something that is answered so.
func (th *theatre) play(t *testing.T, p *player, status int, method, path, body string) map[string]any {
	t.Helper()
	got := th.asks(t, p, th.own, method, path, body)
	require.Equal(t, status, got.status, "%s %s %s", method, path, got.body)
	answer := map[string]any{}
	if got.body != "" {
		answer = decode[map[string]any](t, got.body)
	}
	return answer
}

// asks has somebody ask for something among these things. Where a version must
// be named, it is the present one.
func (th *theatre) asks(t *testing.T, p *player, among map[string]string, method, path, body string) answered {
	t.Helper()
	a := th.request(t, p, among, method, path, body)
	if strings.HasPrefix(path, "/events") {
		return glance(t, th.handler, a)
	}
	return askHandler(t, th.handler, a)
}

// request is what somebody sends to ask for something among these things.
func (th *theatre) request(t *testing.T, p *player, among map[string]string, method, path, body string) asked {
	t.Helper()
	a := asked{method: method, path: prefix + inPlace(path, among), header: p.header.Clone(), body: inPlace(body, among)}
	switch {
	case body == "form":
		var kind string
		a.body, kind = form(t, field{"calendar", "", among["calendar"]}, field{"file", "bee.png", string(pictures(t)["image/png"])})
		a.header.Set("Content-Type", kind)
	case body != "":
		a.header.Set("Content-Type", "application/json")
	}
	if method == "PATCH" || method == "DELETE" || strings.HasSuffix(path, "/correct-and-approve") {
		a.header.Set("If-Match", th.version(t, strings.TrimSuffix(a.path, "/correct-and-approve"), p))
	}
	if strings.HasSuffix(path, "/accept") && strings.HasPrefix(path, "/comments/") {
		a.header.Set("If-Match", th.version(t, prefix+"/posts/"+among["post"], p))
	}
	return a
}

// glance asks for a stream and leaves as soon as it has begun.
func glance(t *testing.T, handler http.Handler, a asked) answered {
	t.Helper()
	ctx, leave := context.WithCancel(t.Context())
	defer leave()
	r := httptest.NewRequestWithContext(ctx, a.method, a.path, nil)
	r.Header = a.header
	w := &leaver{httptest.NewRecorder(), leave}
	handler.ServeHTTP(w, r)
	return answered{w.Code, w.Header(), w.Body.String()}
}

// leaver goes at the first bytes.
type leaver struct {
	*httptest.ResponseRecorder
	leave func()
}

func (l *leaver) WriteString(text string) (int, error) {
	l.leave()
	return l.ResponseRecorder.WriteString(text)
}

// version is the ETag of what stands at an address, as somebody sees it who
// does.
func (th *theatre) version(t *testing.T, path string, p *player) string {
	t.Helper()
	for _, who := range []*player{p, th.cast["owner"], th.cast["manager"], th.cast["stranger"]} {
		if who == nil {
			continue
		}
		if tag := askHandler(t, th.handler, asked{method: "GET", path: path, header: who.header.Clone()}).header.Get("ETag"); tag != "" {
			return tag
		}
	}
	return `"none"`
}

// inPlace puts ids in the place of the names in braces.
func inPlace(text string, things map[string]string) string {
	for name, id := range things {
		text = strings.ReplaceAll(text, "{"+name+"}", id)
	}
	return text
}

// nowhere is what the names stand for where there is no such thing.
func nowhere(things map[string]string) map[string]string {
	none := maps.Clone(things)
	for name, id := range none {
		kind, _, _ := strings.Cut(id, "_")
		none[name] = kind + "_0692k8o5vfr3hd1t9m4q6c2p0g"
	}
	return none
}

// keep remembers the instance as it is now.
func (th *theatre) keep(t *testing.T) {
	t.Helper()
	require.NoError(t, th.store.Close())
	th.kept, th.dirty = th.dir, true
	th.reset(t)
}

// reset brings back what was kept, if anything has changed since.
func (th *theatre) reset(t *testing.T) {
	t.Helper()
	if !th.dirty {
		return
	}
	require.NoError(t, th.store.Close())
	dir := filepath.Join(th.kept, "..", "copy")
	require.NoError(t, os.RemoveAll(dir))
	require.NoError(t, os.CopyFS(dir, os.DirFS(th.kept)))
	var err error
	th.store, err = store.Open(t.Context(), store.Config{Dir: dir, Sealer: plainSealer{}})
	require.NoError(t, err)
	th.mailer = &fakeMailer{sent: make(chan letter, 100)}
	cfg := th.api.cfg
	cfg.Store, cfg.Mailer, cfg.Metrics = th.store, th.mailer, nil
	th.handler = New(cfg)
	th.api = th.handler.(*API)
	th.api.hasher = newHasher(cost{memory: 64, rounds: 1, lanes: 1})
	th.dirty = false
}
