package notify

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"parution.dev/editorial"
)

// SlackApp carries what somebody must know to rooms of Slack, as an app: what
// waits for an approval can be answered there. It carries the answers to those
// who did, too.
type SlackApp struct {
	Client    *http.Client
	Messages  HookMessages
	PublicURL string
	Now       func() time.Time
}

// Ways implements Carrier.
func (SlackApp) Ways() []editorial.Outlet { return []editorial.Outlet{editorial.OutletSlackApp} }

// Carry implements Carrier.
func (s SlackApp) Carry(ctx context.Context, d editorial.Dispatch) error {
	header := http.Header{"Content-Type": {"application/json; charset=utf-8"}}
	if d.Kind == editorial.KindReply {
		return s.reply(ctx, d, header)
	}
	m, err := hookMessage(ctx, s.Messages, d)
	if err != nil {
		return err
	}
	message := house{s.PublicURL}.said(m).slack()
	message.Channel = m.Hook.Room
	if m.Revision > 0 && asksForApproval(m.Line.Action) {
		message.Blocks = append(message.Blocks, approvalButtons(m))
	}
	body, err := json.Marshal(message)
	if err != nil {
		return fmt.Errorf("write a message: %w", err)
	}
	header.Set("Authorization", "Bearer "+m.Hook.Token.Reveal())
	return s.speak(ctx, m.Hook.URL, header, body)
}

// asksForApproval tells whether a line asks somebody to sign.
func asksForApproval(action string) bool {
	topic, _ := editorial.TopicOf(action)
	for _, concern := range topic.To {
		if topic.Weight == editorial.WeightDuty && concern == editorial.ToNext {
			return true
		}
	}
	return false
}

// reply answers who clicked, and nobody else.
func (s SlackApp) reply(ctx context.Context, d editorial.Dispatch, header http.Header) error {
	if d.Letter == nil {
		return &Trouble{Verdict: editorial.Never, Code: "letter_unreadable", Message: "the reply cannot be read: it was sealed with another key"}
	}
	body, err := json.Marshal(map[string]any{"response_type": "ephemeral", "replace_original": false, "text": slackEscape(d.Letter.Text)})
	if err != nil {
		return fmt.Errorf("write a reply: %w", err)
	}
	return post(ctx, s.Client, d.Letter.Link, header, body, s.Now())
}

// speak calls a method of Slack's, which answers 200 to everything and says in
// the body whether it did it.
func (s SlackApp) speak(ctx context.Context, to editorial.Secret, header http.Header, body []byte) error {
	ctx, cancel := context.WithTimeout(ctx, hookTime)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, to.Reveal(), strings.NewReader(string(body)))
	if err != nil {
		return &Trouble{Verdict: editorial.Never, Code: "bad_url", Message: "the address cannot be called"}
	}
	request.Header, request.GetBody = header, nil
	answer, err := s.Client.Do(request)
	if err != nil {
		return &Trouble{Verdict: editorial.Later, Code: "not_reached", Message: "Slack could not be reached, or did not answer", Err: unaddressed(err)}
	}
	defer func() { _ = answer.Body.Close() }()
	if err := answered(answer, s.Now()); err != nil {
		return err
	}
	var said struct {
		OK    bool   `json:"ok"`
		Error string `json:"error"`
	}
	if err := json.NewDecoder(io.LimitReader(answer.Body, 1<<20)).Decode(&said); err != nil {
		return &Trouble{Verdict: editorial.Later, Code: "no_answer", Message: "Slack’s answer cannot be read", Err: errors.New("not the JSON it should be")}
	}
	if said.OK {
		return nil
	}
	word := slackWord(said.Error)
	return &Trouble{Verdict: editorial.Later, Code: "slack_" + word, Message: "Slack did not take the message: " + word}
}

// slackWord is an error of Slack's, if it is written like one.
func slackWord(word string) string {
	if word == "" || len(word) > 64 || strings.Trim(word, "abcdefghijklmnopqrstuvwxyz_") != "" {
		return "error"
	}
	return word
}

// approvalButtons are what a post that waits can be answered with. They name
// the version that the message is about.
func approvalButtons(m editorial.HookMessage) slackBlock {
	lang := m.Calendar.Language
	value := string(m.Line.Post) + " " + strconv.Itoa(m.Revision)
	button := func(id string, words editorial.Words, style string, sure *slackConfirm) slackElement {
		return slackElement{Type: "button", ActionID: id, Value: value, Style: style, Text: plain(words.In(lang)), Confirm: sure}
	}
	return slackBlock{Type: "actions", Elements: []slackElement{
		button("approve", editorial.Words{EN: "Approve", FR: "Valider"}, "primary", &slackConfirm{
			Title: plain(editorial.Words{EN: "Approve this version?", FR: "Valider cette version\u202f?"}.In(lang)),
			Text: plain(editorial.Words{
				EN: fmt.Sprintf("Version %d leaves at its time as it is. Open it first if you have not read it.", m.Revision),
				FR: fmt.Sprintf("La version %d partira à son heure telle quelle. Ouvrez-la d’abord si vous ne l’avez pas lue.", m.Revision),
			}.In(lang)),
			Confirm: plain(editorial.Words{EN: "Approve", FR: "Valider"}.In(lang)), Deny: plain(editorial.Words{EN: "Not yet", FR: "Pas encore"}.In(lang)),
		}),
		button("request_changes", editorial.Words{EN: "Ask for changes", FR: "Demander des corrections"}, "", nil),
	}}
}

// slackMessage is a message of Block Kit, with a text for notifications.
type slackMessage struct {
	Channel string       `json:"channel,omitempty"`
	Text    string       `json:"text"`
	Blocks  []slackBlock `json:"blocks"`
}

type slackBlock struct {
	Type     string         `json:"type"`
	Text     *slackText     `json:"text,omitempty"`
	Elements []slackElement `json:"elements,omitempty"`
}

type slackElement struct {
	Type     string        `json:"type"`
	ActionID string        `json:"action_id"`
	Value    string        `json:"value"`
	Style    string        `json:"style,omitempty"`
	Text     slackText     `json:"text"`
	Confirm  *slackConfirm `json:"confirm,omitempty"`
}

type slackConfirm struct {
	Title   slackText `json:"title"`
	Text    slackText `json:"text"`
	Confirm slackText `json:"confirm"`
	Deny    slackText `json:"deny"`
}

func plain(text string) slackText { return slackText{Type: "plain_text", Text: text} }

type slackText struct {
	Type     string `json:"type"`
	Text     string `json:"text"`
	Verbatim bool   `json:"verbatim,omitempty"` // an address that somebody wrote is no link
}

// maxSection is the most characters of a section of Block Kit.
const maxSection = 3000

func (s said) slack() slackMessage {
	var said strings.Builder
	said.WriteString("*" + slackEscape(s.title) + "*")
	for _, words := range s.lines {
		said.WriteString("\n" + slackEscape(line(words)))
	}
	text := cut(said.String(), maxSection-len(s.url)-40)
	text += "\n<" + s.url + "|" + slackEscape(s.open) + ">"
	return slackMessage{Text: slackEscape(s.title), Blocks: []slackBlock{{Type: "section", Text: &slackText{"mrkdwn", text, true}}}}
}

// slackEscape makes text of what people wrote: no link, no mention of a whole
// room, no markup.
func slackEscape(text string) string {
	text = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(text)
	return strings.NewReplacer("*", "∗", "_", "＿", "~", "～", "`", "ˋ").Replace(text)
}
