package bluesky

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"parution.dev/editorial"
	"parution.dev/publishers"
)

// Find reads the record that a piece would have made, from the server that
// holds the repository: there it is or there it is not, so an absence is sure.
// The call is public and works when the session is dead.
//
// There is no KeyHonourer here. A second creation under the same record key
// cannot make a second post, but it fails; it does not answer with the first,
// so repeating tells nothing, while Find always can.
func (p *Publisher) Find(ctx context.Context, on editorial.Account, s publishers.Sent) (publishers.Finding, error) {
	host := on.Facts[factPDS]
	if host == "" || on.RemoteID == "" {
		return publishers.Finding{}, unseen(reconnect("the account is not connected"))
	}
	answer, err := p.send(ctx, request{
		method: http.MethodGet, host: host, nsid: "com.atproto.repo.getRecord",
		query: url.Values{"repo": {on.RemoteID}, "collection": {typePost}, "rkey": {tid(s.Key, s.At)}},
	})
	if err != nil {
		return publishers.Finding{}, unseen(err)
	}
	if answer.OK() {
		return findingIn(answer, s, uriOf(on.RemoteID, s.Piece))
	}
	missing := answer.Status == http.StatusBadRequest || answer.Status == http.StatusNotFound
	if missing && saidIn(answer).Word == wordRecordNotFound {
		return publishers.Finding{Absence: editorial.Sure}, nil
	}
	return publishers.Finding{}, unseen(refusal(answer, p.now()))
}

// unseen marks a look that failed: it says nothing about the part.
func unseen(err error) *publishers.Error {
	e := *publishers.Judge(err)
	e.Verdict, e.Expired, e.Message = editorial.Unknown, false, "Bluesky could not be asked for the post"
	e.Err = fmt.Errorf("read the record: %w", e.Err)
	return &e
}

// findingIn reads a record that is there. Where it is another post under the
// same key (see tid), nobody can tell what became of ours, nor send it again
// under its key.
func findingIn(answer *publishers.Answer, s publishers.Sent, want string) (publishers.Finding, error) {
	var there struct {
		strongRef

		Value struct {
			Text      string `json:"text"`
			CreatedAt string `json:"createdAt"`
			Reply     *reply `json:"reply"`
		} `json:"value"`
	}
	if err := answer.Decode(&there); err != nil {
		return publishers.Finding{}, unseen(err)
	}
	if there.URI != want || there.CID == "" {
		return publishers.Finding{}, unseen(errors.New("the answer names another record"))
	}
	var parent string
	if there.Value.Reply != nil {
		parent = there.Value.Reply.Parent.URI
	}
	if there.Value.Text != s.Part.Text || there.Value.CreatedAt != createdAt(s.At) || parent != s.Parent.RemoteID {
		return publishers.Finding{Absence: editorial.Unknowable}, nil
	}
	receipt := receiptOf(there.strongRef)
	return publishers.Finding{Receipt: &receipt}, nil
}

// receiptOf builds the receipt of a record.
func receiptOf(r strongRef) publishers.Receipt {
	did, rkey, _ := strings.Cut(strings.TrimPrefix(r.URI, "at://"), "/"+typePost+"/")
	return publishers.Receipt{RemoteID: r.URI, URL: profileOf(did) + "/post/" + rkey, Token: r.CID}
}
