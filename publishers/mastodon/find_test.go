package mastodon

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"parution.dev/editorial"
	"parution.dev/publishers"
	"parution.dev/publishers/publishertest"
)

// sent is a piece that may have been heard now.
func (r *rig) sent(p publishers.Piece) publishers.Sent {
	return publishers.Sent{Piece: p, First: r.clock.Now(), Last: r.clock.Now()}
}

func (r *rig) find(t *testing.T, s publishers.Sent) publishers.Finding {
	t.Helper()
	found, err := r.publisher.Find(t.Context(), r.account, s)
	require.NoError(t, err)
	return found
}

func likely() publishers.Finding { return publishers.Finding{Absence: editorial.Likely} }

func TestFind(t *testing.T) {
	long := "Été 👩🏽‍🚀 <b>& co</b>\n\nhttps://example.org/a/very/long/way?x=1&y=2\r\n@bob@far.example #été"
	for _, option := range both() {
		for name, change := range map[string]func(*publishers.Piece){
			"text":           func(*publishers.Piece) {},
			"blanks around":  func(p *publishers.Piece) { p.Part.Text = "\n " + p.Part.Text + " \n" },
			"warning":        func(p *publishers.Piece) { p.Part.Options = editorial.Options{"spoiler_text": "Sans gluten "} },
			"media":          func(p *publishers.Piece) { p.Part.Media = pictures() },
			"media alone":    func(p *publishers.Piece) { p.Part.Media, p.Part.Text = pictures(), "" },
			"followers only": func(p *publishers.Piece) { p.Part.Options = editorial.Options{"visibility": "private"} },
		} {
			r := newRig(t, option)
			p := r.piece(long)
			change(&p)
			p = r.prepared(t, p)
			s := r.sent(p)
			assert.Equal(t, likely(), r.find(t, s), "%s: before", name)
			receipt := r.publish(t, p)
			r.Write(r.token, "Something else")
			r.clock.Advance(30 * time.Second)
			assert.Equal(t, publishers.Finding{Receipt: &receipt}, r.find(t, s), name)
		}
	}
}

func pictures() []editorial.MediaUse {
	return []editorial.MediaUse{{Media: "med_a", Type: "image/png", Alt: "A"}, {Media: "med_b", Type: "image/png", Alt: "B"}}
}

// What looks like the part and is not must not be taken for it: the part would
// never leave, and nobody would be told.
func TestFindIsNotFooled(t *testing.T) {
	words := func(r *rig) publishers.Piece { return r.piece("Bonjour") }
	illustrated := func(r *rig) publishers.Piece { return r.illustrated("Bonjour", "image/png") }
	for name, row := range map[string]struct {
		sent  func(*rig) publishers.Piece
		other func(*publishers.Piece)
	}{
		"other text":     {words, func(p *publishers.Piece) { p.Part.Text += "!" }},
		"other case":     {words, func(p *publishers.Piece) { p.Part.Text = strings.ToUpper(p.Part.Text) }},
		"other warning":  {words, func(p *publishers.Piece) { p.Part.Options = editorial.Options{"spoiler_text": "Gluten"} }},
		"other parent":   {words, func(p *publishers.Piece) { p.Parent = publishers.Receipt{} }},
		"with a picture": {words, func(p *publishers.Piece) { p.Part.Media = pictures()[:1] }},
		"no picture":     {illustrated, func(p *publishers.Piece) { p.Part.Media = nil }},
		"other picture":  {illustrated, func(*publishers.Piece) {}},
	} {
		for _, option := range both() {
			r := newRig(t, option)
			p := row.sent(r)
			p.Parent = r.publish(t, r.piece("Root"))
			s := r.sent(r.prepared(t, p))

			lookalike := p
			row.other(&lookalike)
			lookalike.Key = "another"
			r.publish(t, r.prepared(t, lookalike))
			assert.Equal(t, likely(), r.find(t, s), name)
		}
	}
}

// A post from another time is another post, whatever it says.
func TestFindKeepsToItsTime(t *testing.T) {
	r := newRig(t)
	p := r.piece("Bonjour")
	old := r.publish(t, p)
	r.clock.Advance(early + time.Second)
	s := r.sent(p)
	assert.Equal(t, likely(), r.find(t, s), "too early")

	r.clock.Advance(late + time.Second)
	r.Write(r.token, "Bonjour")
	assert.Equal(t, likely(), r.find(t, s), "too late")

	s.First = s.First.Add(-2 * time.Second)
	assert.Equal(t, old.RemoteID, r.find(t, s).Receipt.RemoteID, "within what clocks may differ")
}

// The same words a minute before are another post, where the ledger knows it: the
// part would never leave otherwise, and nobody would be told.
func TestFindKnowsWhatIsTaken(t *testing.T) {
	for _, option := range both() {
		r := newRig(t, option)
		before := r.publish(t, r.piece("Bonjour"))
		r.clock.Advance(time.Minute)
		p := r.piece("Bonjour")
		p.Key = "another"
		s := r.sent(p)
		assert.Equal(t, before.RemoteID, r.find(t, s).Receipt.RemoteID, "nobody knows it")
		for _, taken := range []publishers.Receipt{before, {RemoteID: before.RemoteID}, {URL: before.URL}} {
			s.Taken = []publishers.Receipt{{URL: ""}, taken}
			assert.Equal(t, likely(), r.find(t, s))
		}

		receipt := r.publish(t, p)
		assert.Equal(t, publishers.Finding{Receipt: &receipt}, r.find(t, s))
	}
}

// The window is read on the server's clock, which may be wrong, or ours may be.
func TestFindBetweenTwoClocks(t *testing.T) {
	for _, ahead := range []time.Duration{-3 * time.Hour, 3 * time.Hour} {
		r := newRig(t)
		p := r.piece("Bonjour")
		receipt := r.publish(t, p)
		s := r.sent(p)
		r.clock.Advance(time.Minute)
		ours := func() time.Time { return r.clock.Now().Add(-ahead) }
		r.publisher.now = ours
		s.First, s.Last = s.First.Add(-ahead), s.Last.Add(-ahead)
		assert.Equal(t, publishers.Finding{Receipt: &receipt}, r.find(t, s))
	}
}

func TestFindPagesBack(t *testing.T) {
	r := newRig(t)
	p := r.piece("Bonjour")
	r.Write(r.token, "Before")
	receipt := r.publish(t, p)
	s := r.sent(p)
	for i := range 3 * pageSize {
		r.clock.Advance(time.Second)
		r.Write(r.token, fmt.Sprint("Chatter ", i))
	}
	assert.Equal(t, publishers.Finding{Receipt: &receipt}, r.find(t, s))
	r.Delete(receipt.RemoteID)
	assert.Equal(t, likely(), r.find(t, s))
}

// A list that does not reach back to the time in question proves nothing.
func TestFindWhereTheListEndsTooSoon(t *testing.T) {
	r := newRig(t)
	p := r.piece("Bonjour")
	s := r.sent(p)
	r.clock.Advance(late + time.Hour)
	calls := 0
	r.through(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		calls++
		w.Header().Set("Date", r.clock.Now().Format(http.TimeFormat))
		_, _ = fmt.Fprintf(w, `[{"id":"%d","created_at":"%s"}]`, 1000-calls, r.clock.Now().Format(time.RFC3339))
	}))
	assert.Equal(t, publishers.Finding{Absence: editorial.Unknowable}, r.find(t, s))
	assert.Equal(t, mostPages, calls)
}

// Text of an edited post no longer proves anything, but its media do.
func TestFindKnowsItsMediaWhateverTheTextSays(t *testing.T) {
	r := newRig(t)
	p := r.prepared(t, r.illustrated("Bonjour", "image/png"))
	receipt := r.publish(t, p)
	s := r.sent(p)
	s.Part.Text = "Bonsoir"
	assert.Equal(t, publishers.Finding{Receipt: &receipt}, r.find(t, s))
}

// Pleroma gives uploads other ids once they are in a post: there the text must
// do, and pictures without text prove nothing.
func TestFindWhereMediaIDsProveNothing(t *testing.T) {
	r := newRig(t)
	r.account.Facts["kind"] = string(pleroma)
	p := r.prepared(t, r.illustrated("Bonjour", "image/png"))
	receipt := r.publish(t, p)
	s := r.sent(p)
	s.Prepared = []byte(`{"media_ids":["elsewhere"]}`)
	assert.Equal(t, publishers.Finding{Receipt: &receipt}, r.find(t, s))

	p = r.illustrated("", "image/png")
	p.Key = "pictures alone"
	p = r.prepared(t, p)
	r.publish(t, p)
	assert.Equal(t, likely(), r.find(t, r.sent(p)))
}

// A failed look says nothing about the part.
func TestFindFails(t *testing.T) {
	for name, broke := range map[string]string{"the list": "/statuses", "a source": "/source"} {
		r := newRig(t)
		p := r.piece("Bonjour")
		r.publish(t, p)
		for _, code := range []int{401, 429, 500, 502} {
			r.through(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
				if strings.HasSuffix(req.URL.Path, broke) {
					w.WriteHeader(code)
					return
				}
				r.ServeHTTP(w, req)
			}))
			found, err := r.publisher.Find(t.Context(), r.account, r.sent(p))
			assert.Error(t, err, "%s %d", name, code)
			assert.Equal(t, publishers.Finding{}, found)
		}
	}
	r := newRig(t)
	s := r.sent(r.piece("Bonjour"))
	s.Prepared = []byte("nonsense")
	_, err := r.publisher.Find(t.Context(), r.account, s)
	assert.Error(t, err)
}

// A look that gets no answer, or none that says anything, is told as silence:
// it does not count as a sign of life from the account's server. One that is
// told to wait, or was not heard, is not.
func TestFindTellsSilence(t *testing.T) {
	for name, row := range map[string]struct {
		network http.RoundTripper
		verdict editorial.Verdict
	}{
		"no answer":     {broken{errors.New("connection reset")}, editorial.Unknown},
		"bad gateway":   {publishertest.RoundTripper(always(502, "")), editorial.Unknown},
		"no JSON":       {publishertest.RoundTripper(always(200, "<html>")), editorial.Unknown},
		"asked to wait": {publishertest.RoundTripper(always(429, "")), editorial.Later},
		"not heard":     {broken{publishers.ErrNotHeard}, editorial.Later},
		"token refused": {publishertest.RoundTripper(always(401, "")), editorial.Reconnect},
	} {
		r := newRig(t)
		r.publisher.client = &http.Client{Transport: row.network}
		_, err := r.publisher.Find(t.Context(), r.account, r.sent(r.piece("Bonjour")))
		assert.Equal(t, row.verdict, publishers.Judge(err).Verdict, name)
	}
}

// A server without sources is read by its pages.
func TestFindOnAServerWithoutSources(t *testing.T) {
	for _, code := range []int{403, 404, 405} {
		r := newRig(t)
		p := r.piece("Été <b>& co</b> 3 > 2\n\nhttps://example.org/a/very/long/way?x=1&y=2\n@bob@far.example  #été")
		receipt := r.publish(t, p)
		r.through(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
			if strings.HasSuffix(req.URL.Path, "/source") {
				w.WriteHeader(code)
				return
			}
			r.ServeHTTP(w, req)
		}))
		s := r.sent(p)
		assert.Equal(t, publishers.Finding{Receipt: &receipt}, r.find(t, s))
		s.Part.Text += "!"
		assert.Equal(t, likely(), r.find(t, s))
		s.Part.Text = p.Part.Text
		s.Part.Options = editorial.Options{"spoiler_text": "Gluten"}
		assert.Equal(t, likely(), r.find(t, s))
	}
}

func TestFindSeesItsOwnAccountOnly(t *testing.T) {
	r := newRig(t)
	p := r.piece("Bonjour")
	r.publish(t, p)
	r.account = r.connect(t, r.Token("bob"))
	assert.Equal(t, likely(), r.find(t, r.sent(p)))
}

func TestSameCopy(t *testing.T) {
	for _, row := range []struct {
		text, spoiler string
		sent          trace
		want          bool
	}{
		{"a", "", trace{text: "a"}, true},
		{"a\nb", "", trace{text: " a\r\nb\n"}, true},
		{"a", "w", trace{text: "a", spoiler: "w"}, true},
		{"w", "", trace{spoiler: "w"}, true},   // Mastodon moves a warning above nothing
		{"", "w", trace{spoiler: "w"}, true},   // others do not
		{".", "w", trace{spoiler: "w"}, false}, // old Mastodon: not proven
		{"a", "", trace{text: "a", spoiler: "w"}, false},
		{"a", "w", trace{text: "a"}, false},
		{"a  b", "", trace{text: "a b"}, false},
	} {
		assert.Equal(t, row.want, sameCopy(row.text, row.spoiler, row.sent), "%+v", row)
	}
}
