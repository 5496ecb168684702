package api

import (
	"context"
	"fmt"

	"parution.dev/store"
)

// maxPage is the most items on one page, and pageSize how many there are when
// nobody says.
const (
	maxPage  = 500
	pageSize = 50
)

// Paging are the query parameters of every list.
type Paging struct {
	Cursor string `query:"cursor" doc:"Where to go on: the next of the page before." maxLength:"512"`
	Limit  int    `query:"limit" minimum:"1" maximum:"500" doc:"Most items on the page; 50 when left out."`
}

// page is what the store needs to know of it.
func (p Paging) page() store.Page {
	if p.Limit == 0 {
		p.Limit = pageSize
	}
	return store.Page{Cursor: p.Cursor, Limit: p.Limit}
}

// ListOf is one page of a list.
type ListOf[T any] struct {
	Items []T    `json:"items" doc:"What is on this page."`
	Next  string `json:"next" doc:"The cursor of the next page; empty at the end."`
}

// listed is the answer with one page of a list.
type listed[T any] struct {
	Link string `header:"Link" doc:"The next page (RFC 8288)."`
	Body ListOf[T]
}

// list answers a page: each thing as the wire shows it.
func list[D, T any](ctx context.Context, things []D, next string, show func(D) T) *listed[T] {
	out := &listed[T]{Body: ListOf[T]{Items: make([]T, 0, len(things)), Next: next}}
	for _, thing := range things {
		out.Body.Items = append(out.Body.Items, show(thing))
	}
	if next != "" {
		url := requestOf(ctx).url
		query := url.Query()
		query.Set("cursor", next)
		out.Link = fmt.Sprintf(`<%s?%s>; rel="next"`, url.EscapedPath(), query.Encode())
	}
	return out
}

// all reads every page of a list that is short by nature.
func all[D any](read func(store.Page) ([]D, string, error)) ([]D, error) {
	var found []D
	for page := (store.Page{Limit: maxPage}); ; {
		some, next, err := read(page)
		if err != nil {
			return nil, err
		}
		found = append(found, some...)
		if next == "" {
			return found, nil
		}
		page.Cursor = next
	}
}
