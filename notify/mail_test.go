package notify_test

import (
	"context"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/notify"
	"parution.dev/notify/notifytest"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// mailings is what mails hold.
type mailings editorial.Mailing

func (m mailings) GetMailing(context.Context, editorial.Dispatch, time.Time) (editorial.Mailing, error) {
	return editorial.Mailing(m), nil
}

func newSink(t *testing.T) *notifytest.Sink {
	t.Helper()
	s, err := notifytest.NewSink(t.Context())
	require.NoError(t, err)
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func carrier(t *testing.T, s *notifytest.Sink, m editorial.Mailing) notify.Mail {
	t.Helper()
	server, err := notify.NewSMTP(s.Address, "Parution <calendar@parution.example>")
	require.NoError(t, err)
	return notify.Mail{
		Server: server, Mailings: mailings(m), PublicURL: "https://parution.example", Key: []byte("a key"), Now: func() time.Time { return noon },
	}
}

// read takes a letter apart: its headers, and its parts by their type.
func read(t *testing.T, l notifytest.Letter) (mail.Header, map[string]string) {
	t.Helper()
	m, err := mail.ReadMessage(strings.NewReader(l.Data))
	require.NoError(t, err)
	_, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	require.NoError(t, err)
	parts := map[string]string{}
	for reader := multipart.NewReader(m.Body, params["boundary"]); ; {
		part, err := reader.NextRawPart()
		if errors.Is(err, io.EOF) {
			return m.Header, parts
		}
		require.NoError(t, err)
		body, err := io.ReadAll(quotedprintable.NewReader(part))
		require.NoError(t, err)
		kind, _, _ := strings.Cut(part.Header.Get("Content-Type"), ";")
		parts[kind] = strings.ReplaceAll(string(body), "\r\n", "\n")
	}
}

func subject(t *testing.T, h mail.Header) string {
	t.Helper()
	text, err := new(mime.WordDecoder).DecodeHeader(h.Get("Subject"))
	require.NoError(t, err)
	return text
}

func tidings() editorial.Mailing {
	return editorial.Mailing{
		To:        editorial.Member{ID: "mem_1", Name: "Rita", Email: "rita@example.org", Language: editorial.French},
		Calendars: map[editorial.CalendarID]editorial.Calendar{"cal_1": {ID: "cal_1", Name: "Maison", Zone: "Europe/Paris"}},
		Tidings: []editorial.Tiding{
			{Weight: "duty", Title: "Soldes <b>d’hiver</b>", Line: editorial.AuditLine{
				At: noon, Calendar: "cal_1", Actor: editorial.Actor{Member: "mem_2", Name: "Ed"}, Action: "post.changes_requested", Post: "post_1", Detail: "tone legal", Note: "Moins sec.",
			}},
			{Weight: "duty", Title: "Noël", Line: editorial.AuditLine{At: noon, Calendar: "cal_1", Action: "post.submitted", Post: "post_2"}},
		},
	}
}

func aMail() editorial.Dispatch {
	return editorial.Dispatch{ID: "dsp_1", Way: editorial.OutletMail, Kind: editorial.KindDuty, Member: "mem_1", Made: noon, Tries: 1}
}

func TestMailOfTidings(t *testing.T) {
	s := newSink(t)
	require.NoError(t, carrier(t, s, tidings()).Carry(t.Context(), aMail()))
	require.Len(t, s.Letters(), 1)
	l := s.Letters()[0]
	require.Contains(t, l.To, "<rita@example.org>")
	h, parts := read(t, l)
	require.Equal(t, "[Maison] Des corrections sont demandées\u202f: Soldes <b>d’hiver</b> (et 1 de plus)", subject(t, h))
	require.Equal(t, "<dsp_1@parution.example>", h.Get("Message-ID"), "the same over every try")
	require.Equal(t, "auto-generated", h.Get("Auto-Submitted"))
	require.Equal(t, "fr", h.Get("Content-Language"))
	token := editorial.Unsubscription{Member: "mem_1", Kind: editorial.KindDuty}.Token([]byte("a key"))
	require.Equal(t, "<https://parution.example/unsubscribe/"+token+">", strings.Join(strings.Fields(h.Get("List-Unsubscribe")), ""))
	require.Equal(t, "List-Unsubscribe=One-Click", h.Get("List-Unsubscribe-Post"))
	for _, part := range parts {
		for _, words := range []string{"Ed, lundi 23 novembre 2026, 13:00 (Europe/Paris)", "Ton Juridique", "Moins sec.", "https://parution.example/calendars/cal_1/posts/post_1", "Noël"} {
			require.Contains(t, part, words)
		}
	}
	require.Contains(t, parts["text/plain"], "Soldes <b>d’hiver</b>")
	require.Contains(t, parts["text/html"], "Soldes &lt;b&gt;d’hiver&lt;/b&gt;")
	require.NotContains(t, parts["text/html"], "<img")
}

// Whoever did it is named, a client who came by a link too; the machine is not,
// nor who was erased.
func TestMailNamesWhoDidIt(t *testing.T) {
	for _, row := range []struct {
		by   editorial.Actor
		says string
	}{
		{editorial.Actor{Member: "mem_2", Name: "Ed"}, "Ed, lundi"},
		{editorial.Actor{Token: "cli_1", Name: "Cléo"}, "Cléo, lundi"},
		{editorial.Machine(), "lundi"},
		{editorial.Actor{Member: "mem_2"}, "lundi"},
	} {
		s, m := newSink(t), tidings()
		m.Tidings[0].Line.Actor = row.by
		require.NoError(t, carrier(t, s, m).Carry(t.Context(), aMail()))
		_, parts := read(t, s.Letters()[0])
		require.Contains(t, parts["text/plain"], "\n  "+row.says+" 23 novembre 2026")
	}
}

// Nothing that people write becomes a header, another recipient or a command.
func TestMailInjection(t *testing.T) {
	s := newSink(t)
	m := tidings()
	m.Tidings = m.Tidings[:1]
	m.Tidings[0].Title = "Soldes\r\nBcc: all@example.org\r\n\r\n<script>alert(1)</script>"
	m.Tidings[0].Line.Note = "fine\r\n.\r\nMAIL FROM:<x@example.org>"
	m.To.Name = "Rita\r\nBcc: all@example.org"
	m.Calendars["cal_1"] = editorial.Calendar{Name: "Maison\nX-Evil: 1", Zone: "Europe/Paris"}
	require.NoError(t, carrier(t, s, m).Carry(t.Context(), aMail()))
	require.Len(t, s.Letters(), 1)
	h, parts := read(t, s.Letters()[0])
	require.Empty(t, h.Get("Bcc"))
	require.Empty(t, h.Get("X-Evil"))
	require.NotContains(t, subject(t, h), "\n")
	require.NotContains(t, parts["text/html"], "<script>")

	m.To.Email = "rita@example.org>\r\nRCPT TO:<all@example.org"
	err := carrier(t, s, m).Carry(t.Context(), aMail())
	refused := new(notify.Trouble)
	require.ErrorAs(t, err, &refused)
	require.Equal(t, editorial.Never, refused.Verdict)
	require.Len(t, s.Letters(), 1)
}

func TestMailLetters(t *testing.T) {
	s := newSink(t)
	invitation := &editorial.Letter{
		Language: editorial.French, Link: editorial.NewSecret("https://parution.example/invitation#par_x"), ExpiresAt: noon.Add(time.Hour), By: "Inès", Calendar: "Maison",
	}
	for _, row := range []struct {
		kind    editorial.DispatchKind
		letter  *editorial.Letter
		subject string
		holds   string
	}{
		{editorial.KindInvite, invitation, "Inès vous invite dans «\u202fMaison\u202f»", "https://parution.example/invitation#par_x"},
		{editorial.KindReset, &editorial.Letter{Language: "en", Link: editorial.NewSecret("https://parution.example/reset#y")}, "A new password", "https://parution.example/reset#y"},
		{editorial.KindCode, &editorial.Letter{Language: "fr", Code: editorial.NewSecret("481516"), Calendar: "Maison", ExpiresAt: noon.Add(time.Minute)}, "Votre code pour «\u202fMaison\u202f»", "481516"},
		{editorial.KindPassword, &editorial.Letter{Language: "en"}, "Your password was changed", "ask for a new one at once"},
	} {
		d := editorial.Dispatch{ID: "dsp_1", Kind: row.kind, To: "grace@example.org", Letter: row.letter, Made: noon}
		require.NoError(t, carrier(t, s, editorial.Mailing{}).Carry(t.Context(), d))
		all := s.Letters()
		h, parts := read(t, all[len(all)-1])
		require.Equal(t, row.subject, subject(t, h))
		require.Empty(t, h.Get("List-Unsubscribe"), "there is nothing to end")
		require.Contains(t, parts["text/plain"], row.holds)
		require.Contains(t, parts["text/html"], row.holds)
	}
	err := carrier(t, s, editorial.Mailing{}).Carry(t.Context(), editorial.Dispatch{Kind: editorial.KindReset, To: "grace@example.org"})
	refused := new(notify.Trouble)
	require.ErrorAs(t, err, &refused)
	require.Equal(t, "letter_unreadable", refused.Code)

	sent := len(s.Letters())
	over := editorial.Dispatch{Kind: editorial.KindCode, To: "grace@example.org", Letter: &editorial.Letter{Language: "fr", Code: editorial.NewSecret("481516"), ExpiresAt: noon}}
	err = carrier(t, s, editorial.Mailing{}).Carry(t.Context(), over)
	require.ErrorContains(t, err, "nothing to say any more")
	require.Len(t, s.Letters(), sent, "a code that opens nothing is not sent")
}

func TestMailDigest(t *testing.T) {
	s := newSink(t)
	c := editorial.Calendar{ID: "cal_1", Name: "Maison", Zone: "Europe/Paris"}
	m := editorial.Mailing{To: editorial.Member{Email: "rita@example.org", Language: editorial.English}, Digest: &editorial.Digest{
		Kind: editorial.KindWeekly, Calendar: c, Now: noon,
		Leaving: []editorial.DigestPost{{ID: "post_1", Name: "Soldes", At: noon.Add(20 * time.Hour), Zone: c.Zone, Channels: []string{"Le mur", "Le fil"}, Status: "scheduled"}},
		Stopped: []editorial.DigestPost{{ID: "post_2", Name: "Noël", At: noon, Zone: c.Zone, Status: "missed"}},
		Waiting: []editorial.DigestPost{{ID: "post_3", Name: "Galette", At: noon.Add(24 * time.Hour), Zone: c.Zone, Status: "in_review", For: []string{"Mia"}}},
		Results: editorial.Results{From: noon.AddDate(0, 0, -7), To: noon, Published: 12, Late: 1, Missed: 2, ByChannel: []editorial.ChannelResult{{Name: "Le mur", Published: 7}}},
		Pauses:  []editorial.Pause{{Reason: "An alert in town"}},
		Head:    editorial.AuditLine{Seq: 41, Hash: "abcdef"},
	}}
	d := aMail()
	d.Kind, d.Calendar = editorial.KindWeekly, "cal_1"
	require.NoError(t, carrier(t, s, m).Carry(t.Context(), d))
	h, parts := read(t, s.Letters()[0])
	require.Equal(t, "[Maison] The week’s meeting", subject(t, h))
	for _, words := range []string{
		"Tuesday 24 November 2026, 09:00 (Europe/Paris) · Scheduled · Le mur, Le fil", "Missed: 2", "Out (one post on one channel): 12", "Le mur: 7",
		"Next: Mia", "An alert in town", "41, abcdef",
	} {
		require.Contains(t, parts["text/plain"], words)
		require.Contains(t, parts["text/html"], words)
	}
	m.Digest = &editorial.Digest{}
	require.Error(t, carrier(t, s, m).Carry(t.Context(), d), "there is nothing to say")
	require.Len(t, s.Letters(), 1)
}

// What a mail server says decides whether it is asked again.
func TestMailServers(t *testing.T) {
	s := newSink(t)
	for _, row := range []struct {
		at, says string
		verdict  editorial.Verdict
		code     string
	}{
		{"RCPT", "550 5.1.1 nobody here", editorial.Never, "mail_refused"},
		{"RCPT", "450 4.2.0 come back later", editorial.Later, "mail_server"},
		{"MAIL", "451 4.3.0 busy", editorial.Later, "mail_server"},
		{"DATA", "554 5.7.1 spam", editorial.Never, "mail_refused"},
		{"EHLO", "421 4.3.2 closing", editorial.Later, "mail_server"},
	} {
		s.Answer = func(command string) string {
			if strings.HasPrefix(command, row.at) || row.at == "EHLO" && strings.HasPrefix(command, "HELO") {
				return row.says
			}
			return ""
		}
		err := carrier(t, s, tidings()).Carry(t.Context(), aMail())
		trouble := new(notify.Trouble)
		require.ErrorAs(t, err, &trouble, row.says)
		require.Equal(t, row.verdict, trouble.Verdict, row.says)
		require.Equal(t, row.code, trouble.Code, row.says)
	}
	require.Empty(t, s.Letters())
	gone := &notifytest.Sink{Address: "smtp://127.0.0.1:1"}
	err := carrier(t, gone, tidings()).Carry(t.Context(), aMail())
	trouble := new(notify.Trouble)
	require.ErrorAs(t, err, &trouble)
	require.Equal(t, editorial.Later, trouble.Verdict)
}

// A password never crosses a wire in the clear, unless somebody insists.
func TestSMTPAddress(t *testing.T) {
	for _, bad := range []string{"", "host", "http://host", "smtp://", "smtp://u:secretword@host:port", "smtp://u:secretword@host?tls=some", "://secretword"} {
		_, err := notify.NewSMTP(bad, "a@example.org")
		require.Error(t, err, bad)
		require.NotContains(t, err.Error(), "secretword")
	}
	_, err := notify.NewSMTP("smtp://host", "nobody")
	require.Error(t, err)
	for _, good := range []string{"smtp://host", "smtps://u:p@host", "smtp://u:p@host:2525?tls=none", "smtp://localhost:25"} {
		_, err := notify.NewSMTP(good, "Parution <a@example.org>")
		require.NoError(t, err, good)
	}
}
