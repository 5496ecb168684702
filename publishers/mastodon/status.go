package mastodon

import (
	"cmp"
	"errors"
	"time"

	"parution.dev/publishers"
)

// posted is what names a post.
type posted struct {
	ID  string `json:"id"`
	URL string `json:"url"` // null for some
	URI string `json:"uri"`
}

// status is a post as the server shows it (Mastodon API: Status entity).
type status struct {
	posted
	CreatedAt   time.Time  `json:"created_at"`
	InReplyToID string     `json:"in_reply_to_id"`
	SpoilerText string     `json:"spoiler_text"`
	Content     string     `json:"content"` // HTML
	Media       []uploaded `json:"media_attachments"`
}

func (p posted) receipt() publishers.Receipt {
	return publishers.Receipt{RemoteID: p.ID, URL: cmp.Or(p.URL, p.URI)}
}

// receiptIn reads the server's yes: no more of it than names the post, so that
// nothing else in it can turn a yes into a doubt.
func receiptIn(a *publishers.Answer) (publishers.Receipt, error) {
	var made posted
	if err := a.Decode(&made); err != nil {
		return publishers.Receipt{}, unreadable(a, err)
	}
	if made.ID == "" {
		return publishers.Receipt{}, unreadable(a, errors.New("a status without id"))
	}
	return made.receipt(), nil
}
