package api

// matrixRows is who may do what, row by row: a route of the API, what it
// takes, and a body that is right. A route without a row fails the test.
//
// In an address and in a body {post} is the post of the calendar at hand,
// {post:review} another of its posts; furnish says which there are. What it
// takes is a permission in the calendar, several joined by +, or one of:
//
//	anybody       no token and no session
//	a member      whoever is known here
//	unnarrowed    a session, or a token that is good for all that its member may do
//	in person     a session, not a token
//	an owner      of the instance
//
// "=409" behind it says how it is answered where that is no success.
func matrixRows() []matrixRow {
	return []matrixRow{
		{"GET /platforms", "a member", ``},
		{"GET /events", "a member", ``},
		{"GET /events?calendar={calendar}", "read", ``},
		{"GET /audit", "audit", ``},
		{"GET /calendars/{calendar}/audit", "audit", ``},

		{"POST /session", "anybody", `{"email":"manager@example.org","password":"la lampe sous l'escalier"}`},
		{"GET /session", "in person", ``},
		{"DELETE /session", "in person", ``},
		{"GET /sessions", "in person", ``},
		{"DELETE /sessions", "in person", ``},
		{"DELETE /sessions/{session:mine}", "in person", ``},
		{"POST /resets", "anybody", `{"email":"manager@example.org"}`},
		{"POST /resets/accept", "anybody", `{"token":"{reset}","password":"un banc devant la mairie"}`},
		{"GET /me", "a member", ``},
		{"PATCH /me", "unnarrowed", `{"name":"Another name"}`},
		{"POST /me/password", "in person", `{"current":"la lampe sous l'escalier","password":"un banc devant la mairie"}`},
		{"POST /me/totp", "in person", `{"password":"la lampe sous l'escalier"}`},
		{"POST /me/totp/confirm", "in person=409", `{"code":"000000"}`},
		{"POST /me/totp/remove", "in person=409", `{"password":"la lampe sous l'escalier","code":"000000"}`},
		{"POST /me/recovery-codes", "in person=409", `{"password":"la lampe sous l'escalier","code":"000000"}`},
		{"POST /tokens", "a member", `{"name":"mine"}`},
		{"POST /tokens", "read", `{"name":"mine","calendars":["{calendar}"]}`},
		{"POST /tokens", "members", `{"name":"theirs","member":"{member}","permissions":["read"],"calendars":["{calendar}"]}`},
		{"GET /tokens", "a member", ``},
		{"GET /tokens?member={member}", "a member", ``},
		{"GET /tokens/{token:mine}", "a member", ``},
		{"DELETE /tokens/{token:mine}", "unnarrowed", ``},
		{"GET /tokens/{token:service}", "members", ``},
		{"DELETE /tokens/{token:service}", "members", ``},

		{"POST /calendars", "unnarrowed", `{"name":"Another","time_zone":"Europe/Paris","language":"fr"}`},
		{"GET /calendars", "a member", ``},
		{"GET /calendars/{calendar}", "read", ``},
		{"PATCH /calendars/{calendar}", "policy", `{"name":"Renamed"}`},
		{"DELETE /calendars/{calendar}", "policy=409", ``},

		{"POST /calendars/{calendar}/channels", "channels", `{"platform":"board","name":"Another","settings":{"title":"Le fil"}}`},
		{"GET /calendars/{calendar}/channels", "read", ``},
		{"GET /channels/{channel}", "read", ``},
		{"PATCH /channels/{channel}", "channels", `{"name":"Renamed"}`},
		{"POST /channels/{channel}/check", "channels", ``},
		{"DELETE /channels/{channel}", "channels", ``},

		{"POST /calendars/{calendar}/campaigns", "write", `{"name":"Another"}`},
		{"GET /calendars/{calendar}/campaigns", "read", ``},
		{"GET /campaigns/{campaign}", "read", ``},
		{"PATCH /campaigns/{campaign}", "write", `{"name":"Renamed"}`},
		{"DELETE /campaigns/{campaign}", "write", ``},
		{"POST /calendars/{calendar}/pillars", "write", `{"name":"Another"}`},
		{"GET /calendars/{calendar}/pillars", "read", ``},
		{"GET /pillars/{pillar}", "read", ``},
		{"PATCH /pillars/{pillar}", "write", `{"name":"Renamed"}`},
		{"DELETE /pillars/{pillar}", "write", ``},

		{"POST /calendars/{calendar}/members", "members", `{"name":"New","email":"new@example.org","roles":["viewer"]}`},
		{"GET /calendars/{calendar}/members", "read", ``},
		{"GET /calendars/{calendar}/members/{member}", "read", ``},
		{"PATCH /calendars/{calendar}/members/{member}", "members", `{"roles":["viewer"]}`},
		{"DELETE /calendars/{calendar}/members/{member}", "members", ``},
		{"POST /calendars/{calendar}/roles", "members", `{"name":"Another","permissions":["read"]}`},
		{"GET /calendars/{calendar}/roles", "read", ``},
		{"GET /calendars/{calendar}/roles/{role}", "read", ``},
		{"PATCH /calendars/{calendar}/roles/{role}", "members", `{"name":"Renamed"}`},
		{"DELETE /calendars/{calendar}/roles/{role}", "members", ``},
		{"POST /calendars/{calendar}/invitations", "members", `{"email":"guest@example.org","roles":["viewer"]}`},
		{"GET /calendars/{calendar}/invitations", "members", ``},
		{"GET /invitations/{invitation}", "members", ``},
		{"POST /invitations/{invitation}/resend", "members", ``},
		{"DELETE /invitations/{invitation}", "members", ``},
		{"POST /invitations/look", "anybody", `{"token":"{invited}"}`},
		{"POST /invitations/accept", "anybody", `{"token":"{invited}","name":"Grace","password":"un banc devant la mairie"}`},
		{"GET /members", "an owner", ``},
		{"GET /members/{member}", "an owner", ``},
		{"PATCH /members/{member}", "an owner", `{"name":"Renamed"}`},
		{"POST /members/{member}/moves", "an owner", `{"move":"deactivate"}`},
		{"POST /members/{member}/resets", "members", ``},

		{"POST /pauses", "write", `{"scope":{"calendar":"{calendar}"},"reason":"a storm"}`},
		{"POST /pauses", "write", `{"scope":{"channel":"{channel}"},"reason":"a storm"}`},
		{"POST /pauses", "an owner", `{"scope":{"all":true},"reason":"a storm"}`},
		{"GET /pauses", "a member", ``},
		{"GET /pauses/{pause}", "read", ``},
		{"GET /pauses/{pause}/held", "read", ``},
		{"DELETE /pauses/{pause}", "release", ``},

		{"POST /calendars/{calendar}/posts", "write", `{"title":"Another","text":"Des mots","channels":["{channel}"]}`},
		{"GET /calendars/{calendar}/posts", "read", ``},
		{"GET /posts/{post}", "read", ``},
		{"PATCH /posts/{post}", "write", `{"text":"D’autres mots"}`},
		{"PATCH /posts/{post}", "write+schedule", `{"publish_at":"2027-01-01T08:00:00Z"}`},
		{"DELETE /posts/{post}", "write", ``},
		{"POST /posts/{post}/moves", "submit", `{"move":"submit"}`},
		{"POST /posts/{post}/moves", "submit+approve", `{"move":"approve","revision":1}`},
		{"POST /posts/{post:review}/moves", "approve", `{"move":"approve","revision":1}`},
		{"POST /posts/{post:review}/moves", "approve", `{"move":"request_changes"}`},
		{"POST /posts/{post:review}/moves", "submit", `{"move":"withdraw"}`},
		{"POST /posts/{post}/moves", "write", `{"move":"hold"}`},
		{"POST /posts/{post:held}/moves", "release", `{"move":"unhold"}`},
		{"POST /posts/{post:scheduled}/moves", "release", `{"move":"publish_now","revision":1}`},
		{"POST /posts/{post}/moves", "write", `{"move":"archive"}`},
		{"POST /posts/{post:archived}/moves", "write", `{"move":"restore"}`},
		{"POST /posts/{post}/correct-and-approve", "write+approve", `{"edit":{"text":"D’autres mots"}}`},
		{"POST /posts/{post}/preview-edit", "write", `{"text":"D’autres mots"}`},
		{"GET /posts/{post}/preflight", "read", ``},
		{"GET /posts/{post}/revisions", "read", ``},
		{"GET /posts/{post}/revisions/1", "read", ``},
		{"GET /posts/{post}/deliveries", "read", ``},

		{"GET /deliveries", "a member", ``},
		{"GET /deliveries?calendar={calendar}", "read", ``},
		{"GET /deliveries/{delivery:scheduled}", "read", ``},
		{"POST /deliveries/{delivery:scheduled}/moves", "write", `{"move":"drop"}`},
		{"POST /deliveries/{delivery:dropped}/moves", "release", `{"move":"retry"}`},
		{"POST /deliveries/{delivery:unknown}/moves", "release", `{"move":"resolve","outcome":"not_published"}`},
		{"POST /deliveries/{delivery:edited}/moves", "release", `{"move":"edit_live","revision":2}`},

		{"POST /media", "write", `form`},
		{"GET /calendars/{calendar}/media", "read", ``},
		{"GET /media/{media}", "read", ``},
		{"PATCH /media/{media}", "write", `{"alt":"Une abeille"}`},
		{"GET /media/{media}/file", "read", ``},
	}
}
