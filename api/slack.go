package api

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/gin-gonic/gin"

	"parution.dev/editorial"
	"parution.dev/store"
)

// slackPost is where an app speaks, and slackAnswers the host of the addresses
// that it gives for answers.
const (
	slackPost    = "https://slack.com/api/chat.postMessage"
	slackAnswers = "hooks.slack.com"
)

// slackAppEdit is what an app speaks and verifies with.
type slackAppEdit struct {
	Token         string `json:"token" minLength:"1" maxLength:"500" doc:"Of the bot; it needs chat:write"`
	SigningSecret string `json:"signing_secret" minLength:"1" maxLength:"200"`
	Room          string `json:"room" minLength:"1" maxLength:"100" example:"C024BE91L" doc:"The id of the channel that it speaks in"`
}

// maxClick is the most bytes of what Slack sends.
const maxClick = 1 << 20

// postSlack takes what people do in a room: a button that they click, or
// /parution link and a code. Slack has signed it; whoever did it is a member
// if they have said so before.
func (a *API) postSlack(c *gin.Context) {
	ctx := c.Request.Context()
	h, form, err := a.readSlack(c)
	if err != nil {
		a.refuse(c, err)
		return
	}
	if form.Get("payload") == "" {
		text, err := a.slackCommand(ctx, h, form)
		if err != nil {
			a.refuse(c, err)
			return
		}
		c.JSON(http.StatusOK, gin.H{"response_type": "ephemeral", "text": text})
		return
	}
	var click slackClick
	if err := json.Unmarshal([]byte(form.Get("payload")), &click); err != nil {
		a.refuse(c, editorial.Refuse(editorial.Malformed, codeMalformedJSON))
		return
	}
	if err := a.slackClicked(ctx, h, click); err != nil {
		a.refuse(c, err)
		return
	}
	c.Status(http.StatusOK)
	c.Writer.WriteHeaderNow()
}

// readSlack reads a form that the app of a hook signed just now, and for the
// first time. A hook that does not exist answers like a wrong signature.
func (a *API) readSlack(c *gin.Context) (editorial.Hook, url.Values, error) {
	body, err := io.ReadAll(http.MaxBytesReader(c.Writer, c.Request.Body, maxClick))
	if err != nil {
		return editorial.Hook{}, nil, editorial.Refuse(editorial.Malformed, codeBodyTooLarge)
	}
	h, err := a.store.GetHook(c.Request.Context(), editorial.HookID(c.Param("hook")))
	if err != nil && !editorial.IsKind(err, editorial.NotFound) {
		return h, nil, err
	}
	signature := c.GetHeader("X-Slack-Signature")
	if h.Way != editorial.OutletSlackApp {
		h.Secret = editorial.Secret{}
	}
	signed, err := editorial.CheckSlack(h.Secret, c.GetHeader("X-Slack-Request-Timestamp"), signature, body, a.now())
	if err != nil {
		return h, nil, err
	}
	if !a.clicks.first(signature, signed, a.now()) {
		return h, nil, editorial.Refuse(editorial.Unauthorized, editorial.CodeBadSignature)
	}
	form, err := url.ParseQuery(string(body))
	if err != nil {
		return h, nil, editorial.Refuse(editorial.Malformed, codeMalformed)
	}
	return h, form, nil
}

// slackCommand carries out what was typed, and says what came of it.
func (a *API) slackCommand(ctx context.Context, h editorial.Hook, form url.Values) (string, error) {
	calendar, err := a.store.GetCalendar(ctx, h.Calendar)
	if err != nil {
		return "", err
	}
	workspace, user := form.Get("team_id"), form.Get("user_id")
	verb, code, _ := strings.Cut(strings.TrimSpace(form.Get("text")), " ")
	if verb != "link" || workspace == "" || user == "" {
		return editorial.CodeChatUnlinked.Words().In(calendar.Language), nil
	}
	if a.guesses.take(workspace+" "+user, a.now()) > 0 {
		return sentence(codeTooManyTries, editorial.Words{}, calendar.Language), nil
	}
	m, err := a.store.LinkChat(ctx, editorial.HashChatCode(code), editorial.ChatAccount{
		ID: editorial.NewID[editorial.ChatAccountID]("chat"), Workspace: workspace, User: user, Linked: a.now(),
	})
	if editorial.AsRefusal(err) != nil {
		return said(err, calendar.Language), nil //nolint:nilerr // it is said to whom it is for
	}
	return editorial.Words{EN: "You are " + m.Name + " here.", FR: "Vous êtes " + m.Name + " ici."}.In(m.Language), err
}

// slackClick is a click on a button, as far as it matters here.
type slackClick struct {
	Type        string `json:"type"`
	ResponseURL string `json:"response_url"`
	User        struct {
		ID     string `json:"id"`
		TeamID string `json:"team_id"`
	} `json:"user"`
	Team struct {
		ID string `json:"id"`
	} `json:"team"`
	Actions []struct {
		ActionID string `json:"action_id"`
		Value    string `json:"value"`
	} `json:"actions"`
}

// slackClicked carries out a click, as the member who made it, and has them
// answered.
func (a *API) slackClicked(ctx context.Context, h editorial.Hook, click slackClick) error {
	if click.Type != "block_actions" || len(click.Actions) == 0 {
		return nil // a button that only opens something
	}
	answer, err := url.Parse(click.ResponseURL)
	if err != nil || answer.Scheme != "https" || answer.Host != slackAnswers {
		return editorial.Refuse(editorial.Invalid, codeBadHookURL)
	}
	text, err := a.slackAct(ctx, h, click)
	if err != nil {
		return err
	}
	return a.store.AddReply(ctx, h, editorial.Letter{Link: editorial.NewSecret(click.ResponseURL), Text: text}, a.now())
}

// slackAct does what a button says, and says what came of it. An error is our
// own trouble.
func (a *API) slackAct(ctx context.Context, h editorial.Hook, click slackClick) (string, error) {
	calendar, err := a.store.GetCalendar(ctx, h.Calendar)
	if err != nil {
		return "", err
	}
	workspace := click.Team.ID
	if workspace == "" {
		workspace = click.User.TeamID
	}
	account, m, err := a.store.ChatAccount(ctx, workspace, click.User.ID)
	if editorial.IsKind(err, editorial.NotFound) || err == nil && !m.Deactivated.IsZero() {
		return editorial.CodeChatUnlinked.Words().In(calendar.Language), nil
	}
	if err != nil {
		return "", err
	}
	asked, post, known := slackAsked(click.Actions[0].ActionID, click.Actions[0].Value)
	if !known {
		return sentence(codeMalformed, editorial.Words{}, m.Language), nil
	}
	p, _, err := a.store.UpdatePost(ctx, store.Write{By: account.In(m, calendar), Now: a.now()}, post, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
		if p.Calendar != h.Calendar || !calendar.Archived.IsZero() || !desk.By.May.Has(editorial.Read) {
			return editorial.Lines{}, editorial.Refuse(editorial.NotFound, editorial.CodeNotFound)
		}
		return p.Apply(asked, desk)
	})
	switch {
	case editorial.AsRefusal(err) != nil:
		return said(err, m.Language), nil //nolint:nilerr // it is said to whom it is for
	case err != nil:
		return "", err
	}
	name := editorial.PostName(p.Title, p.Content)
	status := p.Status.Words()
	return editorial.Words{EN: status.EN + ": " + name, FR: status.FR + "\u202f: " + name}.In(m.Language), nil
}

// said is a refusal as the person reads it.
func said(err error, lang editorial.Lang) string {
	refusal := editorial.AsRefusal(err)
	return sentence(refusal.Code, refusal.Detail, lang)
}

// slackAsked reads what a button asks for: a move, a post, and the version of
// it that the message was about.
func slackAsked(action, value string) (asked editorial.Asked, post editorial.PostID, known bool) {
	id, number, _ := strings.Cut(value, " ")
	revision, err := strconv.Atoi(number)
	asked = editorial.Asked{Revision: revision, Note: "Slack"}
	switch action {
	case "approve":
		asked.Move = editorial.MoveApprove
	case "request_changes":
		asked.Move = editorial.MoveRequestChanges
	default:
		return asked, "", false
	}
	return asked, editorial.PostID(id), err == nil && revision > 0
}

// replays remembers what was signed and has been heard, for as long as its
// signature is good. What was signed before a daemon began may have been heard
// by the one before it, and is not heard again.
type replays struct {
	mu    sync.Mutex
	begun time.Time
	seen  map[string]time.Time
}

func newReplays(now time.Time) *replays {
	return &replays{begun: now, seen: map[string]time.Time{}}
}

// first tells whether a signature is heard for the first time.
func (r *replays) first(signature string, signed, now time.Time) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	for one, at := range r.seen {
		if now.Sub(at) > 2*editorial.SlackTolerance {
			delete(r.seen, one)
		}
	}
	if _, heard := r.seen[signature]; heard || signed.Before(r.begun) {
		return false
	}
	r.seen[signature] = now
	return true
}
