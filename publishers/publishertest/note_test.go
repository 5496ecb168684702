package publishertest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// noteboard is a platform that honours keys and can be asked for one.
type noteboard struct {
	mu    sync.Mutex
	books []Entry
}

type note struct {
	Text   string   `json:"text"`
	Parent string   `json:"parent"`
	Alt    []string `json:"alt"`
}

const noteLimit = 500

func (*noteboard) Publishes(r *http.Request) bool { return r.Method == http.MethodPost }

func (*noteboard) Edits(r *http.Request) bool { return r.Method == http.MethodPut }

func (b *noteboard) Delete(remoteID string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.books = slices.DeleteFunc(b.books, func(e Entry) bool { return e.RemoteID == remoteID })
}

// put changes the entry that the request names.
func (b *noteboard) put(w http.ResponseWriter, r *http.Request, n note) {
	id := strings.TrimPrefix(r.URL.Path, "/note/")
	i := slices.IndexFunc(b.books, func(e Entry) bool { return e.RemoteID == id })
	if i < 0 {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	b.books[i].Text, b.books[i].Alt = n.Text, n.Alt
	json.NewEncoder(w).Encode(map[string]string{"id": id})
}

func (*noteboard) Refuse(w http.ResponseWriter, f Fault) {
	switch f {
	case Unauthorized:
		w.WriteHeader(http.StatusUnauthorized)
	case TooMany:
		w.Header().Set("Retry-After", strconv.Itoa(int(TooManyWait.Seconds())))
		w.WriteHeader(http.StatusTooManyRequests)
	case ServerError, Fine, CutBefore, CutAfter, BadJSON, Huge, Slow, Redirect:
		w.WriteHeader(http.StatusBadGateway)
	}
}

func (b *noteboard) Books() []Entry {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]Entry(nil), b.books...)
}

func (b *noteboard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") != "Bearer note-secret" {
		b.Refuse(w, Unauthorized)
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	key := r.Header.Get("Idempotency-Key")
	for _, known := range b.books {
		if r.Method != http.MethodPut && key != "" && known.Key == key {
			json.NewEncoder(w).Encode(map[string]string{"id": known.RemoteID})
			return
		}
	}
	if r.Method == http.MethodGet {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	var n note
	if err := json.NewDecoder(r.Body).Decode(&n); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if utf8.RuneCountInString(n.Text) > noteLimit {
		w.WriteHeader(http.StatusUnprocessableEntity)
		return
	}
	if r.Method == http.MethodPut {
		b.put(w, r, n)
		return
	}
	id := fmt.Sprintf("note-%d", len(b.books)+1)
	b.books = append(b.books, Entry{Account: "me", RemoteID: id, Key: key, Text: n.Text, Alt: n.Alt, Parent: n.Parent})
	json.NewEncoder(w).Encode(map[string]string{"id": id})
}

// notes is the adapter to it, sound but for its bug.
type notes struct {
	client *http.Client
	bug    string
}

func (n notes) Platform() editorial.Platform { return "notes" }

func (n notes) Form() publishers.Form {
	token := publishers.Field{Name: "token", Label: editorial.Words{EN: "Token", FR: "Jeton"}}
	form := publishers.Form{Name: "Notes", Credentials: []publishers.Field{token}}
	switch n.bug {
	case "has no name":
		form.Name = ""
	case "asks twice":
		form.Credentials = append(form.Credentials, token)
	case "asks in English":
		form.Credentials[0].Label.FR = ""
	}
	return form
}

func (n notes) Limits() editorial.Limits {
	limits := editorial.Limits{
		Text:  []editorial.TextLimit{{Max: noteLimit, Counting: editorial.Counting{Unit: editorial.CodePoints}}},
		Parts: 25, FirstComment: true,
		Media: editorial.MediaLimits{Max: 4, Types: map[string]int64{"image/png": 0}},
		Edits: editorial.Edits{Copy: true, Alt: true},
		Options: []editorial.OptionSpec{
			{Name: "spoiler_text", Kind: editorial.OptionText, Label: editorial.Words{EN: "Warning", FR: "Avertissement"}},
		},
	}
	switch n.bug {
	case "no limit":
		limits.Text = nil
	case "unknown unit":
		limits.Text[0].Counting.Unit = "letters"
	case "no threads":
		limits.Parts = 0
	case "no types":
		limits.Media.Types = nil
	case "English only":
		limits.Options[0].Label.FR = ""
	case "long lead":
		limits.Lead = 48 * time.Hour
	case "edits nothing":
		limits.Edits = editorial.Edits{}
	case "edits files alone":
		limits.Edits = editorial.Edits{Alt: true}
	}
	return limits
}

func (n notes) Connect(context.Context, editorial.Account) (publishers.Connection, error) {
	if n.bug == "forgets who it is" {
		return publishers.Connection{RemoteID: "someone"}, nil
	}
	return publishers.Connection{RemoteID: "me", Limits: n.Limits()}, nil
}

func (n notes) KeyLife(editorial.Account) time.Duration {
	if n.bug == "trusts no key" {
		return 0
	}
	return time.Hour
}

func (n notes) Find(ctx context.Context, on editorial.Account, s publishers.Sent) (publishers.Finding, error) {
	switch n.bug {
	case "never finds":
		return publishers.Finding{Absence: editorial.Sure}, nil
	case "finds what is not there":
		return publishers.Finding{Receipt: &publishers.Receipt{RemoteID: "note-1"}}, nil
	case "finds another":
		return publishers.Finding{Receipt: &publishers.Receipt{RemoteID: "note-7"}}, nil
	case "is not sure":
		return publishers.Finding{Absence: editorial.Likely}, nil
	case "finds nothing at all":
		return publishers.Finding{}, nil
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://notes.example/note", http.NoBody)
	if err != nil {
		return publishers.Finding{}, err
	}
	receipt, err := n.call(req, on, s.Key)
	if judged := publishers.Judge(err); judged.Code == "404" {
		return publishers.Finding{Absence: editorial.Sure}, nil
	}
	if err != nil {
		return publishers.Finding{}, err
	}
	return publishers.Finding{Receipt: &receipt}, nil
}

func (n notes) Publish(ctx context.Context, to editorial.Account, p publishers.Piece) (publishers.Receipt, error) {
	out := note{Text: p.Part.Text, Parent: p.Parent.RemoteID}
	for _, m := range p.Part.Media {
		out.Alt = append(out.Alt, m.Alt)
	}
	switch n.bug {
	case "trims":
		out.Text = strings.TrimRight(out.Text, "!")
	case "loses the parent":
		out.Parent = ""
	case "answers the root":
		out.Parent = p.Root.RemoteID
	case "loses the alternative texts":
		out.Alt = make([]string, len(out.Alt))
	case "ignores the caller":
		ctx = context.WithoutCancel(ctx)
	case "publishes nothing":
		return publishers.Receipt{RemoteID: "note-1"}, nil
	}
	body, err := json.Marshal(out)
	if err != nil {
		return publishers.Receipt{}, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://notes.example/note", bytes.NewReader(body))
	if err != nil {
		return publishers.Receipt{}, err
	}
	key := p.Key
	if n.bug == "sends no key" {
		key = ""
	}
	receipt, err := n.call(req, to, key)
	if n.bug == "tries again" && err != nil {
		req.Body = io.NopCloser(bytes.NewReader(body))
		return n.call(req, to, key)
	}
	return receipt, err
}

func (n notes) Edit(ctx context.Context, on editorial.Account, e publishers.EditedPiece) (publishers.Receipt, error) {
	out := note{Text: e.Part.Text}
	for _, m := range e.Part.Media {
		out.Alt = append(out.Alt, m.Alt)
	}
	path := "/note/" + e.Receipt.RemoteID
	switch n.bug {
	case "edits nothing at all":
		return e.Receipt, nil
	case "trims edits":
		out.Text = strings.TrimRight(out.Text, "!")
	case "loses pictures":
		out.Alt = nil
	case "publishes anew":
		return n.Publish(ctx, on, publishers.Piece{Key: "another", Part: e.Part})
	case "edits another":
		path = "/note/note-0"
	case "edits behind one's back":
		ctx = context.WithoutCancel(ctx)
	}
	body, err := json.Marshal(out)
	if err != nil {
		return publishers.Receipt{}, err
	}
	call := func() (publishers.Receipt, error) {
		req, err := http.NewRequestWithContext(ctx, http.MethodPut, "https://notes.example"+path, bytes.NewReader(body))
		if err != nil {
			return publishers.Receipt{}, err
		}
		return n.call(req, on, "")
	}
	receipt, err := call()
	if err != nil && n.bug == "edits again" {
		return call()
	}
	if n.bug == "renames" {
		receipt.RemoteID += "-edited"
	}
	return receipt, err
}

func (n notes) call(req *http.Request, as editorial.Account, key string) (publishers.Receipt, error) {
	token := as.Credentials["token"].Reveal()
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Idempotency-Key", key)
	if n.bug == "reads on for ever" {
		res, err := n.client.Do(req)
		if err == nil {
			_, err = io.Copy(io.Discard, res.Body)
			res.Body.Close()
		}
		return publishers.Receipt{}, err
	}
	client := n.client
	if n.bug == "follows redirects" {
		client = &http.Client{Transport: n.client.Transport}
	}
	answer, err := publishers.Exchange(client, req)
	if err != nil {
		return publishers.Receipt{}, n.lost(err)
	}
	var got struct {
		ID string `json:"id"`
	}
	if !answer.OK() && (n.bug != "likes every answer" || answer.Status >= 400) {
		return publishers.Receipt{}, n.failed(answer, token)
	}
	if err := answer.Decode(&got); err != nil && n.bug != "likes every answer" {
		if n.bug == "takes nonsense for a no" {
			return publishers.Receipt{}, &publishers.Error{Verdict: editorial.Never, Message: "nonsense", Err: err}
		}
		return publishers.Receipt{}, err
	}
	if n.bug == "loses the id" {
		return publishers.Receipt{}, nil
	}
	return publishers.Receipt{RemoteID: got.ID}, nil
}

func (n notes) lost(err error) error {
	switch n.bug {
	case "hopes for the best":
		return &publishers.Error{Verdict: editorial.Later, Message: "no answer", Err: err}
	case "fears the worst":
		return errors.New("no answer")
	}
	return err
}

func (n notes) failed(answer *publishers.Answer, token string) error {
	failed := answer.Failed("the board said no", time.Now())
	switch n.bug {
	case "knows no 401":
		failed.Verdict = editorial.Never
	case "does not wait":
		failed.Wait = 0
	case "takes any error for a no":
		failed.Verdict = editorial.Never
	case "tries all later":
		failed.Verdict = editorial.Later
	case "tells secrets":
		failed.Err = fmt.Errorf("with %s: %w", token, failed.Err)
	}
	return failed
}

// board returns the harness of the adapter with a bug, "" for none.
func board(bug string) Harness {
	return Harness{
		Finds: true, Keys: true, Threads: true, Comments: true, Images: true, Edits: true,
		TooLong: strings.Repeat("é", noteLimit+1),
		New: func(t *testing.T) Rig {
			t.Helper()
			fake := &noteboard{}
			client, fault := Client(fake)
			adapter := notes{client: client, bug: bug}
			account := editorial.Account{
				Platform: "notes", RemoteID: "me", Limits: adapter.Limits(),
				Credentials: editorial.Credentials{"token": editorial.NewSecret("note-secret")},
			}
			keys := 0
			return Rig{
				Publisher: adapter, Account: account, Fake: fake, Fault: fault,
				Piece: func(text string) publishers.Piece {
					keys++
					return publishers.Piece{
						Key: fmt.Sprintf("key-%d", keys), At: time.Now().UTC(),
						Part: editorial.Part{Kind: editorial.PartPost, Text: text},
					}
				},
			}
		},
	}
}
