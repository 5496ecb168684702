// Package api is the front desk: requests in, answers out. It checks what was
// sent against its own shape, finds out who is asking, and joins a rule of the
// trade to a transaction of the store. It decides nothing itself.
package api

import (
	"io/fs"
	"net/http"
	"sync"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"
	"github.com/go-webauthn/webauthn/webauthn"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/rs/zerolog"

	"parution.dev/editorial"
	"parution.dev/store"
)

// Config is what the daemon hands to the API.
type Config struct {
	Store        *store.Store
	Platforms    Platforms
	Provider     *Provider // the organisation's own sign-in; nil: none
	Mailer       Mailer    // nil: this instance sends no mail
	MailKey      []byte    // of the links that end a kind of mail; none: there are no such links
	Pages        fs.FS     // the calendar that people look at; nil: a page that says the API is up
	Log          zerolog.Logger
	Now          func() time.Time
	Feeds        editorial.Platform // whose channels are read at /feeds/; "": none
	PublicURL    string             // as the outside sees this daemon, without a final slash; "" where nobody said
	Proxies      []string           // addresses and networks whose X-Forwarded-For is believed
	Version      string
	SetupCode    editorial.Secret     // with which the first owner is made from the pages; none: only at the machine
	HashKey      []byte               // keys the hashes of repeatable requests; the same over restarts
	Metrics      *prometheus.Registry // shown at /metrics; nil: the API's own
	MetricsToken editorial.Secret     // opens /metrics from elsewhere; none: from this machine only
	Ready        func() error         // says why the daemon is not ready; nil: it always is
	Stopping     <-chan struct{}      // closed when the daemon goes down: streams end
}

// API is the front desk at work.
type API struct {
	cfg        Config
	store      *store.Store
	router     *gin.Engine
	huma       huma.API
	openapi    func() []byte
	hub        *hub
	presence   *presence
	cookie     cookieJar
	origin     string             // of our own pages
	doors      *doors             // tries of passwords
	hasher     *hasher            // of passwords
	notes      *notes             // of refusals
	errands    chan struct{}      // what is done beside requests: so many at once
	strikes    *throttle          // failed tokens, by network
	beyond     *throttle          // lines about tokens used beyond their scope, by token
	letters    *throttle          // invitations, by member
	resets     *throttle          // letters with a reset link, by network and by address
	uploads    *throttle          // by token
	visits     *throttle          // requests of clients, by visit; visits begun, by link
	codes      *throttle          // letters with a code, by client link
	journeys   *throttle          // to the provider and back, by network
	provider   *provider          // nil: none
	party      *webauthn.WebAuthn // as devices know this instance; nil: it has no passkeys
	ceremonies *ceremonies
	guesses    *throttle     // of codes, by who says them in a chat
	clicks     *replays      // of chats
	drawing    chan struct{} // whoever makes a small picture: one at a time
	roles      sync.Mutex    // held while a calendar's managers are counted and changed
	measures   measures
}

// New returns the whole of the API as one handler.
func New(cfg Config) http.Handler {
	a := &API{
		cfg: cfg, store: cfg.Store, hub: newHub(cfg), cookie: newCookieJar(cfg.PublicURL), origin: originOf(cfg.PublicURL),
		doors: newDoors(), hasher: newHasher(standardCost()), notes: newNotes(), errands: make(chan struct{}, 16), drawing: make(chan struct{}, 1),
		strikes: newThrottle(20, time.Minute), beyond: newThrottle(1, time.Hour), letters: newThrottle(100, time.Hour),
		resets: newThrottle(5, time.Hour), uploads: newThrottle(60, time.Minute),
		visits: newThrottle(120, time.Minute), codes: newThrottle(5, time.Hour),
		journeys: newThrottle(60, time.Minute), provider: newProvider(cfg),
		guesses: newThrottle(5, time.Minute), clicks: newReplays(cfg.Now()),
		party: newRelyingParty(cfg.PublicURL), ceremonies: newCeremonies(),
	}
	a.presence = newPresence(cfg, a.hub.show)
	a.measures = measure(&a.cfg)
	a.router = a.newRouter()
	a.huma = a.newHuma()
	a.routes()
	a.sureLists()
	a.openapi = sync.OnceValue(a.document)
	return a
}

// now is the time, as it is written down.
func (a *API) now() time.Time { return a.cfg.Now().UTC() }

// routes is everything that can be asked.
func (a *API) routes() {
	a.router.GET("/healthz", a.getHealth)
	a.router.GET("/readyz", a.getReadiness)
	a.router.GET("/metrics", a.getMetrics)
	a.router.GET("/api/openapi.json", a.getOpenAPI)
	a.router.GET("/api/docs", a.getDocs)
	a.router.GET("/api/docs/*file", a.getDocs)
	a.router.GET(providerPath, a.comeBack)
	a.router.GET("/unsubscribe/:token", a.getUnsubscribe)
	a.router.POST("/unsubscribe/:token", a.postUnsubscribe)
	a.router.POST("/slack/:hook", a.postSlack)
	a.router.GET("/feeds/:channel", a.getFeedPage)
	a.router.GET("/feeds/:channel/atom.xml", a.getAtomFeed)
	a.router.GET("/feeds/:channel/feed.json", a.getJSONFeed)
	a.router.GET("/feeds/:channel/entries/:entry", a.getFeedEntry)
	a.router.GET("/feeds/:channel/media/:hash", a.getFeedMedia)

	on(a, "GET /platforms", "listPlatforms", "List what can be connected", a.listPlatforms)
	register(a, eventsOperation(), a.streamEvents)

	on(a, "POST /calendars", "createCalendar", "Make a calendar", a.createCalendar)
	on(a, "GET /calendars", "listCalendars", "List the calendars", a.listCalendars)
	on(a, "GET /calendars/{calendar}", "getCalendar", "Read a calendar", a.getCalendar)
	on(a, "PATCH /calendars/{calendar}", "updateCalendar", "Change a calendar", a.updateCalendar)
	on(a, "POST /calendars/{calendar}/preview-margin", "previewMargin", "See whether an approval would stand for another text", a.previewMargin)
	on(a, "DELETE /calendars/{calendar}", "archiveCalendar", "Archive a calendar", a.archiveCalendar)

	on(a, "POST /calendars/{calendar}/channels", "createChannel", "Connect a channel", a.createChannel)
	on(a, "GET /calendars/{calendar}/channels", "listChannels", "List the channels of a calendar", a.listChannels)
	on(a, "GET /channels/{channel}", "getChannel", "Read a channel", a.getChannel)
	on(a, "PATCH /channels/{channel}", "updateChannel", "Change a channel, or connect it again", a.updateChannel)
	on(a, "POST /channels/{channel}/check", "checkChannel", "Ask the platform whether the channel works", a.checkChannel)
	on(a, "DELETE /channels/{channel}", "disconnectChannel", "Disconnect a channel", a.disconnectChannel)

	on(a, "POST /calendars/{calendar}/campaigns", "createCampaign", "Make a campaign", a.createCampaign)
	on(a, "GET /calendars/{calendar}/campaigns", "listCampaigns", "List the campaigns of a calendar", a.listCampaigns)
	on(a, "GET /campaigns/{campaign}", "getCampaign", "Read a campaign", a.getCampaign)
	on(a, "PATCH /campaigns/{campaign}", "updateCampaign", "Change a campaign", a.updateCampaign)
	on(a, "DELETE /campaigns/{campaign}", "removeCampaign", "Remove a campaign", a.removeCampaign)

	on(a, "POST /calendars/{calendar}/pillars", "createPillar", "Make a pillar", a.createPillar)
	on(a, "GET /calendars/{calendar}/pillars", "listPillars", "List the pillars of a calendar", a.listPillars)
	on(a, "GET /pillars/{pillar}", "getPillar", "Read a pillar", a.getPillar)
	on(a, "PATCH /pillars/{pillar}", "updatePillar", "Change a pillar", a.updatePillar)
	on(a, "DELETE /pillars/{pillar}", "removePillar", "Remove a pillar", a.removePillar)

	a.auditRoutes()
	a.meRoutes()
	a.memberRoutes()
	a.pauseRoutes()
	a.postRoutes()
	a.talkRoutes()
	a.taskRoutes()
	a.clientRoutes()
}

// auditRoutes is everything about the record.
func (a *API) auditRoutes() {
	on(a, "GET /audit", "listAudit", "Read the record", a.listAudit)
	on(a, "GET /audit/head", "getAuditHead", "Read where the record ends", a.getHead)
	on(a, "POST /audit/verify", "verifyAudit", "Check the instance's own chain of the record", a.checkAudit)
	register(a, exportOperation("/audit/export", "exportAudit", "Get the record as a file"), a.exportAudit)
	on(a, "GET /calendars/{calendar}/audit", "listCalendarAudit", "Read the record of a calendar", a.listCalendarAudit)
	on(a, "GET /calendars/{calendar}/audit/head", "getCalendarAuditHead", "Read where the record of a calendar ends", a.getCalendarHead)
	on(a, "POST /calendars/{calendar}/audit/verify", "verifyCalendarAudit", "Check the record of a calendar", a.checkCalendarAudit)
	register(a, exportOperation("/calendars/{calendar}/audit/export", "exportCalendarAudit", "Get the record of a calendar as a file"), a.exportCalendarAudit)
}

// meRoutes is everything about getting in, and about oneself.
func (a *API) meRoutes() {
	open(a, "POST /setup", "setUp", "Make the first owner of an instance that nobody is in yet", a.setUp)
	open(a, "POST /session", "signIn", "Sign in", a.signIn)
	open(a, "GET /session/ways", "listWays", "List how one can sign in", a.listWays)
	open(a, "POST /session/provider", "departToProvider", "Go and sign in with the organisation's own accounts", a.depart)
	open(a, "POST /session/passkey/options", "askPasskey", "Begin to sign in with a passkey", a.askPasskey)
	open(a, "POST /session/passkey", "signInByPasskey", "Sign in with a passkey", a.enter)
	on(a, "GET /session", "getSession", "Read the session in hand", a.getSession)
	on(a, "DELETE /session", "signOut", "Sign out", a.signOut)
	on(a, "GET /sessions", "listSessions", "List where you are signed in", a.listSessions)
	on(a, "DELETE /sessions", "endEverySession", "Sign out everywhere", a.endEverySession)
	on(a, "DELETE /sessions/{session}", "endSession", "End one of your sessions", a.endSession)
	open(a, "POST /resets", "askReset", "Have a link mailed to choose a new password", a.askReset)
	open(a, "POST /resets/accept", "acceptReset", "Choose a new password with a link", a.acceptReset)

	on(a, "GET /me", "getMe", "Read who is asking", a.getMe)
	on(a, "PATCH /me", "updateMe", "Change your name or language", a.updateMe)
	on(a, "GET /me/waiting", "listWaiting", "List the posts on which you must act next", a.listWaiting)
	on(a, "POST /me/password", "changePassword", "Change your password", a.changePassword)
	on(a, "POST /me/totp", "beginFactor", "Get the secret of a second factor", a.beginFactor)
	on(a, "POST /me/totp/confirm", "confirmFactor", "Turn the second factor on", a.confirmFactor)
	on(a, "POST /me/totp/remove", "dropFactor", "Turn the second factor off", a.dropFactor)
	on(a, "POST /me/recovery-codes", "renewRecovery", "Get new recovery codes", a.renewRecovery)

	on(a, "GET /notices", "listNotices", "List what you were told", a.listNotices)
	on(a, "GET /notices/count", "countNotices", "Count what you have not read", a.countNotices)
	on(a, "POST /notices/read", "readNotices", "Mark notices as read", a.readNotices)
	on(a, "GET /me/notices", "getWishes", "Read how you want to be told", a.getWishes)
	on(a, "PATCH /me/notices", "updateWishes", "Change how you want to be told", a.updateWishes)
	on(a, "GET /calendars/{calendar}/topics", "listTopics", "List what people are told of, and how soon usually", a.listTopics)
	on(a, "GET /dispatches", "listDispatches", "List what left the house for you and your calendars", a.listDispatches)
	on(a, "POST /dispatches/{dispatch}/moves", "moveDispatch", "Send a message to a hook once more", a.moveDispatch)
	on(a, "GET /dispatches/{dispatch}", "getDispatch", "Read what left the house, and every try", a.getDispatch)

	on(a, "POST /me/chats", "linkChat", "Get a code that says in a chat who you are", a.linkChat)
	on(a, "GET /me/chats", "listChats", "List who you are in chats", a.listChats)
	on(a, "DELETE /me/chats/{chat}", "removeChat", "End that an account in a chat is you", a.removeChat)

	on(a, "POST /me/passkeys/options", "beginPasskey", "Begin to add a passkey", a.beginPasskey)
	on(a, "POST /me/passkeys", "createPasskey", "Add a passkey", a.createPasskey)
	on(a, "GET /me/passkeys", "listPasskeys", "List your passkeys", a.listPasskeys)
	on(a, "DELETE /me/passkeys/{passkey}", "removePasskey", "Remove a passkey", a.removePasskey)

	on(a, "POST /tokens", "createToken", "Make a token", a.createToken)
	on(a, "GET /tokens", "listTokens", "List tokens", a.listTokens)
	on(a, "GET /tokens/{token}", "getToken", "Read a token", a.getToken)
	on(a, "DELETE /tokens/{token}", "revokeToken", "Revoke a token", a.revokeToken)
}

// memberRoutes is everything about who works here, and what they may do.
func (a *API) memberRoutes() {
	on(a, "POST /calendars/{calendar}/members", "createMember", "Bring a member into a calendar", a.createMember)
	on(a, "GET /calendars/{calendar}/members", "listMembers", "List the members of a calendar", a.listMembers)
	on(a, "GET /calendars/{calendar}/members/{member}", "getMember", "Read a member", a.getMember)
	on(a, "PATCH /calendars/{calendar}/members/{member}", "updateMember", "Change a member", a.updateMember)
	on(a, "DELETE /calendars/{calendar}/members/{member}", "removeMember", "Take a member out of a calendar", a.removeMember)

	on(a, "POST /calendars/{calendar}/roles", "createRole", "Make a role", a.createRole)
	on(a, "GET /calendars/{calendar}/roles", "listRoles", "List the roles of a calendar", a.listRoles)
	on(a, "GET /calendars/{calendar}/roles/{role}", "getRole", "Read a role", a.getRole)
	on(a, "PATCH /calendars/{calendar}/roles/{role}", "updateRole", "Change a role", a.updateRole)
	on(a, "DELETE /calendars/{calendar}/roles/{role}", "removeRole", "Remove a role", a.removeRole)

	on(a, "POST /calendars/{calendar}/invitations", "createInvitation", "Invite somebody into a calendar", a.createInvitation)
	on(a, "GET /calendars/{calendar}/invitations", "listInvitations", "List the invitations of a calendar", a.listInvitations)
	on(a, "GET /invitations/{invitation}", "getInvitation", "Read an invitation", a.getInvitation)
	on(a, "POST /invitations/{invitation}/resend", "resendInvitation", "Give an invitation a new link", a.resendInvitation)
	on(a, "DELETE /invitations/{invitation}", "revokeInvitation", "Revoke an invitation", a.revokeInvitation)
	open(a, "POST /invitations/look", "lookInvitation", "Read what the holder of a link is invited to", a.lookInvitation)
	open(a, "POST /invitations/accept", "acceptInvitation", "Accept an invitation", a.acceptInvitation)

	on(a, "POST /calendars/{calendar}/delegations", "createDelegation", "Have somebody act in a member's place for a while", a.createDelegation)
	on(a, "GET /calendars/{calendar}/delegations", "listDelegations", "List who acts in whose place", a.listDelegations)
	on(a, "GET /delegations/{delegation}", "getDelegation", "Read a delegation", a.getDelegation)
	on(a, "DELETE /delegations/{delegation}", "endDelegation", "End a delegation", a.endDelegation)
	on(a, "POST /calendars/{calendar}/hooks", "createHook", "Have a program or a room told what happens", a.createHook)
	on(a, "GET /calendars/{calendar}/hooks", "listHooks", "List the hooks of a calendar", a.listHooks)
	on(a, "POST /hooks", "createInstanceHook", "Have a program told what happens beside all calendars", a.createInstanceHook)
	on(a, "GET /hooks", "listInstanceHooks", "List the hooks of the instance", a.listInstanceHooks)
	on(a, "GET /hooks/{hook}", "getHook", "Read a hook", a.getHook)
	on(a, "PATCH /hooks/{hook}", "updateHook", "Change a hook", a.updateHook)
	on(a, "DELETE /hooks/{hook}", "removeHook", "Remove a hook", a.removeHook)
	on(a, "POST /hooks/{hook}/moves", "moveHook", "Give a hook a new secret, test it, turn it on or off", a.moveHook)

	on(a, "GET /members", "listPeople", "List everybody on this instance", a.listPeople)
	on(a, "GET /members/{member}", "getPerson", "Read a member of this instance", a.getPerson)
	on(a, "PATCH /members/{member}", "updatePerson", "Change a member of this instance", a.updatePerson)
	on(a, "POST /members/{member}/moves", "movePerson", "Shut a member out, let them in again, or erase them", a.movePerson)
	on(a, "POST /members/{member}/resets", "makeReset", "Make a link for a member to choose a new password", a.makeReset)
}

// pauseRoutes is everything about stopping, and about what it stopped.
func (a *API) pauseRoutes() {
	on(a, "POST /pauses", "createPause", "Stop releases in a scope", a.createPause)
	on(a, "GET /pauses", "listPauses", "List the pauses", a.listPauses)
	on(a, "GET /pauses/{pause}", "getPause", "Read a pause", a.getPause)
	on(a, "GET /pauses/{pause}/held", "listHeld", "List what came due under a pause and waits for a person", a.listHeld)
	on(a, "DELETE /pauses/{pause}", "liftPause", "Lift a pause", a.liftPause)

	on(a, "POST /calendars/{calendar}/crises", "createCrisis", "Open a crisis", a.createCrisis)
	on(a, "GET /calendars/{calendar}/crises", "listCrises", "List the crises of a calendar", a.listCrises)
	on(a, "GET /crises/{crisis}", "getCrisis", "Read a crisis", a.getCrisis)
	on(a, "PATCH /crises/{crisis}", "updateCrisis", "Change a crisis: severity, talking points, statement", a.updateCrisis)
	on(a, "POST /crises/{crisis}/notes", "noteCrisis", "Add to a crisis what you saw or did", a.noteCrisis)
	on(a, "GET /crises/{crisis}/timeline", "listTimeline", "Read who did what in a crisis", a.listTimeline)
	on(a, "POST /crises/{crisis}/close", "closeCrisis", "Close a crisis", a.closeCrisis)
}

// postRoutes is everything about posts, what they carry and where they went.
func (a *API) postRoutes() {
	on(a, "POST /calendars/{calendar}/posts", "createPost", "Plan a post", a.createPost)
	on(a, "POST /calendars/{calendar}/moves", "movePosts", "Approve or submit many posts, each for itself", a.movePosts)
	on(a, "POST /calendars/{calendar}/sample", "plantSample", "Fill an empty calendar with a month of drafts to try it with", a.plantSample)
	on(a, "GET /calendars/{calendar}/posts", "listPosts", "List the posts of a calendar", a.listPosts)
	on(a, "GET /posts/{post}", "getPost", "Read a post", a.getPost)
	on(a, "PATCH /posts/{post}", "updatePost", "Change a post", a.updatePost)
	on(a, "DELETE /posts/{post}", "archivePost", "Archive a post", a.archivePost)
	on(a, "POST /posts/{post}/moves", "movePost", "Move a post through the workflow", a.movePost)
	on(a, "POST /posts/{post}/correct-and-approve", "correctPost", "Save a correction and approve it in one act", a.correctPost)
	on(a, "POST /posts/{post}/preview-edit", "previewEdit", "See what a change would do", a.previewEdit)
	on(a, "GET /posts/{post}/preflight", "getPreflight", "See whether a post would leave", a.getPreflight)
	on(a, "GET /posts/{post}/revisions", "listRevisions", "List the revisions of a post", a.listRevisions)
	on(a, "GET /posts/{post}/revisions/{number}", "getRevision", "Read a revision", a.getRevision)
	on(a, "GET /posts/{post}/compare", "comparePost", "Compare two revisions of a post", a.comparePost)
	on(a, "POST /posts/{post}/merge", "mergePost", "Join a change that came too late with what was saved meanwhile", a.mergePost)
	on(a, "GET /posts/{post}/working-copy", "getWorkingCopy", "Read what you wrote of a post and did not save", a.getWorkingCopy)
	on(a, "PUT /posts/{post}/working-copy", "putWorkingCopy", "Keep what you write of a post, without saving it", a.putWorkingCopy)
	on(a, "DELETE /posts/{post}/working-copy", "discardWorkingCopy", "Discard what you wrote of a post and did not save", a.discardWorkingCopy)
	on(a, "GET /posts/{post}/presence", "listPresence", "See who is at a post", a.listPresence)
	on(a, "PUT /posts/{post}/presence", "takeSeat", "Say that you are at a post", a.takeSeat)
	on(a, "DELETE /posts/{post}/presence", "leaveSeat", "Say that you have left a post", a.leaveSeat)
	on(a, "GET /posts/{post}/deliveries", "listPostDeliveries", "List the deliveries of a post", a.listPostDeliveries)

	on(a, "GET /deliveries", "listDeliveries", "List deliveries", a.listDeliveries)
	on(a, "GET /deliveries/{delivery}", "getDelivery", "Read a delivery", a.getDelivery)
	on(a, "POST /deliveries/{delivery}/moves", "moveDelivery", "Retry, drop or resolve a delivery", a.moveDelivery)

	on(a, "POST /media", "createMedia", "Bring a picture into a calendar's library", a.createMedia)
	a.describeUpload()
	on(a, "GET /calendars/{calendar}/media", "listMedia", "List the pictures of a calendar", a.listMedia)
	on(a, "GET /media/{media}", "getMedia", "Read about a picture", a.getMedia)
	on(a, "PATCH /media/{media}", "updateMedia", "Describe a picture", a.updateMedia)
	on(a, "GET /media/{media}/file", "getMediaFile", "Read a picture's bytes", a.getMediaFile)
}

// talkRoutes is everything that people say about posts.
func (a *API) talkRoutes() {
	on(a, "POST /posts/{post}/comments", "createComment", "Say something about a post", a.createComment)
	on(a, "GET /posts/{post}/comments", "listComments", "List what was said about a post", a.listComments)
	on(a, "POST /posts/{post}/comments/read", "readComments", "Note how far you have read", a.readComments)
	on(a, "GET /calendars/{calendar}/comments", "listCalendarComments", "List what was said about the posts of a calendar", a.listCalendarComments)
	on(a, "GET /comments/{comment}", "getComment", "Read a comment", a.getComment)
	on(a, "PATCH /comments/{comment}", "updateComment", "Rewrite a comment of yours", a.updateComment)
	on(a, "DELETE /comments/{comment}", "removeComment", "Take a comment of yours away", a.removeComment)
	on(a, "POST /comments/{comment}/moves", "moveComment", "Resolve a thread, open it again, or decline a suggestion", a.moveComment)
	on(a, "POST /comments/{comment}/accept", "acceptSuggestion", "Make a suggestion the text", a.acceptSuggestion)
}

// taskRoutes is everything that is to be done about posts, and what comes back
// about them.
func (a *API) taskRoutes() {
	on(a, "POST /posts/{post}/tasks", "createTask", "Have something done about a post", a.createTask)
	on(a, "GET /posts/{post}/tasks", "listTasks", "List what is to be done about a post", a.listTasks)
	on(a, "POST /posts/{post}/checklists", "beginChecklist", "Give a post the tasks of a checklist", a.beginChecklist)
	on(a, "GET /calendars/{calendar}/tasks", "listCalendarTasks", "List what is to be done in a calendar", a.listCalendarTasks)
	on(a, "GET /tasks/{task}", "getTask", "Read a task", a.getTask)
	on(a, "PATCH /tasks/{task}", "updateTask", "Change a task, or tick it off", a.updateTask)
	on(a, "DELETE /tasks/{task}", "removeTask", "Remove a task", a.removeTask)

	on(a, "POST /posts/{post}/field-notes", "createFieldNote", "Bring back what the community says about a published post", a.createFieldNote)
	on(a, "GET /calendars/{calendar}/field-notes", "listFieldNotes", "List what was brought back", a.listFieldNotes)
	on(a, "GET /field-notes/{note}", "getFieldNote", "Read a field note", a.getFieldNote)
	on(a, "PATCH /field-notes/{note}", "updateFieldNote", "Rewrite a field note of yours", a.updateFieldNote)
	on(a, "DELETE /field-notes/{note}", "removeFieldNote", "Remove a field note of yours", a.removeFieldNote)
}

// clientRoutes is everything about those who come by a link, without an
// account: first for those who make the links, then for the clients.
func (a *API) clientRoutes() {
	on(a, "POST /calendars/{calendar}/client-links", "createClientLink", "Make a link for a client", a.createClientLink)
	on(a, "GET /calendars/{calendar}/client-links", "listClientLinks", "List the clients' links of a calendar", a.listClientLinks)
	on(a, "GET /client-links/{link}", "getClientLink", "Read a client's link", a.getClientLink)
	on(a, "POST /client-links/{link}/renew", "renewClientLink", "Give a client's link another address", a.renewClientLink)
	on(a, "DELETE /client-links/{link}", "revokeClientLink", "Revoke a client's link", a.revokeClientLink)
	on(a, "POST /client-links/{link}/erase", "eraseClientLink", "Erase the names and the address of a client whose link was revoked", a.eraseClientLink)

	open(a, "POST /client/look", "lookClient", "Read what a client's link is about", a.lookClient)
	open(a, "POST /client/codes", "sendClientCode", "Have a code mailed to a client", a.sendClientCode)
	open(a, "POST /client/visits", "beginVisit", "Come in by a client's link", a.beginVisit)
	visit(a, "GET /client", "readClientDesk", "Read what waits for the client, and what is coming", a.readClientDesk)
	visit(a, "GET /client/posts/{post}", "getClientPost", "Read a post as the client sees it", a.getClientPost)
	visit(a, "POST /client/posts/{post}/seen", "seeClientPost", "Note that the client has seen a revision", a.seeClientPost)
	visit(a, "POST /client/posts/{post}/moves", "moveClientPost", "Approve a post as the client, or ask for changes", a.moveClientPost)
	visit(a, "GET /client/posts/{post}/comments", "listClientComments", "List what the client and the team said to each other", a.listClientComments)
	visit(a, "POST /client/posts/{post}/comments", "sayToTeam", "Say something to the team", a.sayToTeam)
	visit(a, "GET /client/posts/{post}/media/{media}", "getClientMedia", "Read the bytes of a picture that the client sees", a.getClientMedia)
}
