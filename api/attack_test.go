package api

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/stretchr/testify/require"
)

// marker is in every text that an attack sends: no refusal may repeat it.
const marker = "zq7x"

// badBodies are no bodies of any operation.
func badBodies() map[string]string {
	return map[string]string{
		"nothing": "", "blank": " \n", "null": "null", "a list": "[]", "a number": "7", "a text": `"` + marker + `"`, "no JSON": "{",
		"two of them": "{}{}", "a field twice": `{"name":1,"name":2}`, "an unknown field": `{"` + marker + `":1}`,
		"deep lists":   strings.Repeat("[", 100_000),
		"deep objects": strings.Repeat(`{"a":`, 100_000),
		"deep, closed": strings.Repeat(`{"a":`, 5000) + "1" + strings.Repeat("}", 5000),
		"huge":         `{"name":"` + strings.Repeat("x", 3<<20) + `"}`,
		"no UTF-8":     "{\"name\":\"\xff\xfe\"}", "a prototype": `{"__proto__":{"a":1}}`, "a comment": `{/**/}`,
		"many fields": `{` + strings.TrimSuffix(strings.Repeat(`"a":1,`, 10_000), ",") + `}`,
	}
}

// badValues are values that hardly any field takes.
func badValues() []string {
	return []string{
		`null`, `true`, `-1`, `1.5`, `99999999999999999999`, `1e400`, `""`, `"\u0000` + marker + `"`, `"\ud800` + marker + `"`, `[]`, `{}`, `[[[[]]]]`,
		`{"a":{"b":["` + marker + `"]}}`, `["` + marker + `","` + marker + `"]`, `"` + marker + strings.Repeat("x", 70_000) + `"`,
		`"<script>alert('` + marker + `')</script>"`, `"=cmd|' /C calc'!A0 ` + marker + `"`, `"` + marker + `\r\nSet-Cookie: evil=1"`,
		`"0001-01-01T00:00:00Z"`, `"0000-01-01T00:00:00+12:00"`, `"9999-12-31T23:59:59-12:00"`,
		`"2026-02-30T25:61:00Z"`, `"../../` + marker + `"`, `"\u202e` + marker + `"`, `"'; DROP TABLE posts; -- ` + marker + `"`,
		`[` + strings.TrimSuffix(strings.Repeat(`"x",`, 3000), ",") + `]`,
	}
}

// TestBadInput throws bad bodies at every operation that takes one, and bad
// values at every field: each is refused in words that a program can read, or
// taken for what it is; never is there trouble of ours.
func TestBadInput(t *testing.T) {
	th := newTheatre(t)
	registry := th.api.huma.OpenAPI().Components.Schemas
	for _, row := range matrixRows() {
		schema := bodySchema(th.api.huma.OpenAPI(), row)
		if schema == nil {
			continue
		}
		t.Run(row.String(), func(t *testing.T) {
			th.reset(t)
			th.dirty = true
			name := th.whoMay(t, row)
			for what, body := range badBodies() {
				got := th.throw(t, row, name, body)
				require.GreaterOrEqual(t, got.status, 400, "%s: %s", what, got.body)
				requireProper(t, what, got)
			}
			for _, at := range fieldsOf(registry, schema, nil, 3) {
				for _, value := range badValues() {
					requireProper(t, strings.Join(at, "/")+": "+value, th.throw(t, row, name, withValue(t, row.body, at, value)))
				}
			}
		})
	}
}

// whoMay is somebody of the cast who has what a row takes.
func (th *theatre) whoMay(t *testing.T, row matrixRow) string {
	t.Helper()
	need, _ := row.needs()
	if need == "a client" {
		th.cast["client"] = th.visitor(t)
		return "client"
	}
	for _, name := range []string{"nobody", "manager", "owner"} {
		if th.may(t, name, need, "own", row) {
			return name
		}
	}
	t.Fatalf("nobody may %s", row)
	return ""
}

// visitor is somebody who has opened a client's link.
func (th *theatre) visitor(t *testing.T) *player {
	t.Helper()
	visit := th.play(t, th.cast["nobody"], 200, "POST", "/client/visits", `{"token":"{client}","name":"Cléo"}`)["visit"].(string)
	return &player{header: http.Header{"Authorization": {"Bearer " + visit}}}
}

// throw sends a body that is not the row's. Time goes by, so that nobody is
// told to wait.
func (th *theatre) throw(t *testing.T, row matrixRow, name, body string) answered {
	t.Helper()
	if strings.Contains(row.takes, "in person") || name == "nobody" || name == "client" {
		th.clock.add(time.Minute)
	}
	a := th.request(t, th.cast[name], th.among("own", name), row.method(), row.path(), row.body)
	a.body = inPlace(body, th.among("own", name))
	return askHandler(t, th.handler, a)
}

// requireProper looks at an answer to something bad.
func requireProper(t *testing.T, what string, got answered) {
	t.Helper()
	require.Less(t, got.status, 500, "%.300s: %s", what, got.body)
	for name, values := range got.header {
		require.NotContains(t, strings.ToLower(name), "evil", what)
		require.False(t, strings.ContainsAny(strings.Join(values, ""), "\r\n"), "%.300s: a header breaks its line", what)
	}
	if got.status < 400 {
		return
	}
	require.Equal(t, problemType, got.header.Get("Content-Type"), what)
	problem := decode[Problem](t, got.body)
	require.NotEmpty(t, problem.Code, what)
	if got.status == http.StatusUnprocessableEntity {
		require.NotEmpty(t, problem.Errors, "%.300s: %s", what, got.body)
	}
	for _, one := range problem.Errors {
		require.NotEmpty(t, one.Code, what)
		require.True(t, one.Pointer == "" || strings.HasPrefix(one.Pointer, "/"), "%.300s: %s", what, got.body)
	}
	if problem.Current == nil {
		require.NotContains(t, strings.ReplaceAll(got.body, `"pointer":"/`+marker, ""), marker, "%.300s: it repeats what was sent", what)
	}
}

// bodySchema is the shape of the JSON that a row's operation takes, nil for
// none.
func bodySchema(document *huma.OpenAPI, row matrixRow) *huma.Schema {
	method, path, _ := strings.Cut(row.route(), " ")
	item := document.Paths[path]
	op := map[string]*huma.Operation{"POST": item.Post, "PATCH": item.Patch, "PUT": item.Put}[method]
	if op == nil || op.RequestBody == nil || op.RequestBody.Content[jsonType] == nil {
		return nil
	}
	return op.RequestBody.Content[jsonType].Schema
}

// fieldsOf are the ways to every field of a shape, so many levels deep.
func fieldsOf(registry huma.Registry, schema *huma.Schema, at []string, levels int) (all [][]string) {
	if schema.Ref != "" {
		schema = registry.SchemaFromRef(schema.Ref)
	}
	if levels == 0 {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(schema.Properties)) {
		way := append(slices.Clone(at), name)
		all = append(all, way)
		all = append(all, fieldsOf(registry, schema.Properties[name], way, levels-1)...)
	}
	if schema.Items != nil {
		way := append(slices.Clone(at), "0")
		all = append(all, way)
		all = append(all, fieldsOf(registry, schema.Items, way, levels-1)...)
	}
	return all
}

// withValue is a body with another value in one place.
func withValue(t *testing.T, body string, at []string, value string) string {
	t.Helper()
	var whole any
	require.NoError(t, json.Unmarshal([]byte(body), &whole))
	text, err := json.Marshal(put(whole, at, json.RawMessage(value)))
	require.NoError(t, err)
	return string(text)
}

func put(into any, at []string, value any) any {
	if len(at) == 0 {
		return value
	}
	if _, err := strconv.Atoi(at[0]); err == nil {
		list, _ := into.([]any)
		if len(list) == 0 {
			list = []any{nil}
		}
		list[0] = put(list[0], at[1:], value)
		return list
	}
	object, ok := into.(map[string]any)
	if !ok {
		object = map[string]any{}
	}
	object[at[0]] = put(object[at[0]], at[1:], value)
	return object
}

// TestBadAddresses asks every operation with identifiers, parameters and
// headers that make no sense.
func TestBadAddresses(t *testing.T) {
	th := newTheatre(t)
	values := []string{"x", "%00", "..%2f..%2fetc%2fpasswd", "%ff%fe", "'%20OR%201=1--", strings.Repeat("a", 5000), "%E2%80%AE", "%0d%0aSet-Cookie:%20evil=1", "-1", "99999999999999999999", "1e400", "null", ""}
	for path, item := range th.api.huma.OpenAPI().Paths {
		for method, op := range map[string]*huma.Operation{"GET": item.Get, "POST": item.Post, "PATCH": item.Patch, "DELETE": item.Delete} {
			if op == nil || path == prefix+"/events" {
				continue
			}
			t.Run(method+" "+path, func(t *testing.T) {
				for _, value := range values {
					a := asked{method: method, header: th.cast["manager"].header.Clone()}
					a.path = inPlace(strings.NewReplacer("{number}", "1").Replace(path), th.own)
					if value != "" {
						a.path = braces.ReplaceAllString(path, value)
					}
					sep := "?"
					for _, param := range op.Parameters {
						if param.In == "query" {
							a.path += sep + param.Name + "=" + value
							sep = "&"
						}
					}
					for _, name := range []string{"If-Match", "Idempotency-Key", "Last-Event-ID", "Accept-Language", "Content-Type", "If-None-Match"} {
						a.header.Set(name, strings.ReplaceAll(value, "%", ""))
					}
					requireProper(t, a.path, askHandler(t, th.handler, a))
				}
			})
		}
	}
}

// TestStolenAndForged asks every operation with what is no token and no
// session, or is one no more, or is one for other things. Nothing is done.
func TestStolenAndForged(t *testing.T) {
	th := newTheatre(t)
	made := func(body string) string {
		t.Helper()
		return th.as(t, "manager", 201, "POST", "/tokens", body)["token"].(string)
	}
	good := made(`{"name":"good"}`)
	expired := made(`{"name":"short","expires_at":"` + th.clock.now().Add(time.Minute).Format(time.RFC3339) + `"}`)
	revoked := th.as(t, "manager", 201, "POST", "/tokens", `{"name":"gone"}`)
	th.as(t, "manager", 204, "DELETE", "/tokens/"+revoked["id"].(string), "")
	_, session, _ := strings.Cut(th.cast["manager"].header.Get("Cookie"), "=")
	bearer := func(secret string) http.Header { return http.Header{"Authorization": {secret}} }
	cookie := func(secret string) http.Header {
		return http.Header{"Cookie": {"__Host-parution=" + secret}, "Sec-Fetch-Site": {"same-origin"}}
	}
	th.clock.add(2 * time.Minute)
	refused := map[string]http.Header{
		"a guess": bearer("Bearer par_" + strings.Repeat("A", 43)), "cut short": bearer("Bearer " + good[:len(good)-1]), "one letter more": bearer("Bearer " + good + "A"),
		"another case": bearer("Bearer " + strings.ToUpper(good)), "another scheme": bearer("Basic " + good), "no scheme": bearer(good), "nothing": bearer("Bearer "),
		"expired": bearer("Bearer " + expired), "revoked": bearer("Bearer " + revoked["token"].(string)), "a session as a token": bearer("Bearer " + session),
		"a link as a token": bearer("Bearer " + th.own["invited"]), "a token as a session": cookie(good), "a link as a session": cookie(th.own["reset"]),
		"a guessed session": cookie("pars_" + strings.Repeat("A", 43)), "an empty session": cookie(""),
		"a plain cookie": {"Cookie": {"parution=" + session}, "Sec-Fetch-Site": {"same-origin"}},
	}
	visit := th.visitor(t).header
	before := th.newest(t)
	for _, row := range matrixRows() {
		need, _ := row.needs()
		if refused["a visit as a token"] = visit; need == "a client" {
			delete(refused, "a visit as a token")
		}
		if need == "anybody" || strings.HasPrefix(row.path(), "/events") {
			continue
		}
		th.clock.add(time.Minute)
		for what, header := range refused {
			got := th.asks(t, &player{header: header}, th.own, row.method(), row.path(), row.body)
			require.Contains(t, []int{http.StatusUnauthorized, http.StatusTooManyRequests}, got.status, "%s, %s: %s", row, what, got.body)
			requireProper(t, row.String(), got)
		}
		crossed := th.asks(t, &player{header: http.Header{"Cookie": {"__Host-parution=" + session}, "Sec-Fetch-Site": {"cross-site"}}}, th.own, row.method(), row.path(), row.body)
		if row.method() != http.MethodGet {
			require.Contains(t, []int{http.StatusForbidden, http.StatusUnauthorized}, crossed.status, "%s, from a page of another site: %s", row, crossed.body)
		}
	}
	require.Equal(t, before, th.newest(t), "something was done")
}

// A token that may do something, and not read, shows nothing of the calendars.
func TestATokenThatDoesNotRead(t *testing.T) {
	th := newTheatre(t)
	all := th.as(t, "owner", 201, "POST", "/pauses", `{"scope":{"all":true},"reason":"a storm"}`)["id"].(string)
	secret := th.as(t, "manager", 201, "POST", "/tokens", `{"name":"says","permissions":["comment"]}`)["token"].(string)
	says := &player{header: http.Header{"Authorization": {"Bearer " + secret}}}
	for _, path := range []string{
		"/calendars", "/calendars/{calendar}", "/deliveries", "/deliveries?calendar={calendar}", "/pauses", "/pauses/" + all, "/pauses/" + all + "/held",
		"/pauses/{pause}", "/notices", "/notices/count", "/events", "/dispatches", "/audit", "/posts/{post}",
	} {
		got := th.asks(t, says, th.own, "GET", path, "")
		require.Equal(t, http.StatusForbidden, got.status, "%s: %s", path, got.body)
	}
	require.Empty(t, th.play(t, says, 200, "GET", "/me/waiting", "")["items"])
}

// TestNarrowedTokens asks every operation with tokens of an owner: one that is
// good for another calendar, and one that only reads.
func TestNarrowedTokens(t *testing.T) {
	th := newTheatre(t)
	made := func(body string) *player {
		t.Helper()
		secret := th.as(t, "manager", 201, "POST", "/tokens", inPlace(body, th.own))["token"].(string)
		return &player{header: http.Header{"Authorization": {"Bearer " + secret}}}
	}
	// the manager of the first calendar is brought into the other, too
	th.play(t, th.cast["stranger"], 201, "POST", "/calendars/"+th.foreign["calendar"]+"/members", `{"name":"manager","email":"manager@example.org","roles":["manager"]}`)
	elsewhere, reads := made(`{"name":"one","calendars":["{calendar}"]}`), made(`{"name":"reads","permissions":["read"]}`)
	before := th.newest(t)
	for _, row := range matrixRows() {
		th.clock.add(10 * time.Second) // what is refused is counted
		places := row.places()
		if len(places) > 1 && !strings.Contains(row.asked, ":mine") && !strings.Contains(row.asked, "/tokens") {
			got := th.asks(t, elsewhere, th.among("foreign", ""), row.method(), row.path(), row.body)
			none := th.asks(t, elsewhere, th.elsewhere("foreign"), row.method(), row.path(), row.body)
			require.Equal(t, anonymous(none), anonymous(got), "%s: a token for another calendar", row)
		}
		need, _ := row.needs()
		seen := strings.HasPrefix(row.asked, "GET /tokens/") // what one made oneself can be read by any token
		if need != "read" && need != "a member" && need != "anybody" && !seen {
			got := th.asks(t, reads, th.own, row.method(), row.path(), row.body)
			require.GreaterOrEqual(t, got.status, 400, "%s: a token that only reads: %s", row, got.body)
			requireProper(t, row.String(), got)
		}
	}
	require.Equal(t, before, th.newest(t), "something was done")
}
