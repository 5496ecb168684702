package notify

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"parution.dev/editorial"
)

// Chat carries what somebody must know to rooms: incoming webhooks of Slack,
// and of Mattermost and what understands it.
type Chat struct {
	Client    *http.Client
	Messages  HookMessages
	PublicURL string
	Now       func() time.Time
}

// Ways implements Carrier.
func (Chat) Ways() []editorial.Outlet {
	return []editorial.Outlet{editorial.OutletSlack, editorial.OutletMattermost}
}

// Carry implements Carrier.
func (c Chat) Carry(ctx context.Context, d editorial.Dispatch) error {
	m, err := hookMessage(ctx, c.Messages, d)
	if err != nil {
		return err
	}
	said := house{c.PublicURL}.said(m)
	var body any = said.mattermost()
	if d.Way == editorial.OutletSlack {
		body = said.slack()
	}
	text, err := json.Marshal(body)
	if err != nil {
		return fmt.Errorf("write a message: %w", err)
	}
	return post(ctx, c.Client, m.Hook.URL, http.Header{"Content-Type": {"application/json"}}, text, c.Now())
}

// said is a line of the record as a room reads it, in the calendar's language.
type said struct {
	title string
	lines []string
	url   string
	open  string // what the link to it says
}

func (h house) said(m editorial.HookMessage) said {
	lang := m.Calendar.Language
	topic, some := editorial.TopicOf(m.Line.Action)
	i := h.tiding(editorial.Tiding{Line: m.Line, Title: m.Title}, m.Calendar, lang)
	if !some { // a room that asked for more than people are told
		i.name = m.Line.Action
		if m.Title != "" {
			i.name += colon(lang) + m.Title
		}
	}
	mark := map[editorial.Weight]string{editorial.WeightAlarm: "🔴 ", editorial.WeightDuty: "🟠 "}[topic.Weight]
	return said{mark + line(i.name), i.lines, i.url, editorial.Words{EN: "Open", FR: "Ouvrir"}.In(lang)}
}

// mattermostMessage is what Mattermost and its relatives take.
type mattermostMessage struct {
	Text string `json:"text"`
}

func (s said) mattermost() mattermostMessage {
	var text strings.Builder
	text.WriteString("**" + markdownEscape(s.title) + "**")
	for _, words := range s.lines {
		text.WriteString("\n" + markdownEscape(line(words)))
	}
	return mattermostMessage{cut(text.String(), 12000) + "\n[" + markdownEscape(s.open) + "](" + s.url + ")"}
}

// markdownEscape makes text of what people wrote. A mention is parted from its
// sign, so that nobody calls a whole room by a title.
func markdownEscape(text string) string {
	var b strings.Builder
	for _, r := range text {
		if strings.ContainsRune("\\`*_{}[]()#+-!|~<>", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		if r == '@' {
			b.WriteRune('\u200b')
		}
	}
	return b.String()
}

// cut shortens a text to so many bytes, between letters.
func cut(text string, most int) string {
	if len(text) <= most {
		return text
	}
	return strings.ToValidUTF8(text[:most], "") + "…"
}

// unaddressed drops the address from a client's error.
func unaddressed(err error) error {
	if with := new(url.Error); errors.As(err, &with) {
		return with.Err
	}
	return err
}
