package store

import (
	"fmt"
	"time"

	"parution.dev/editorial"
)

// sheet is what of a post's sheet has no column of its own.
type sheet struct {
	Brief    string                                 `json:"brief,omitempty"`
	Notes    string                                 `json:"notes,omitempty"`
	Labels   []string                               `json:"labels,omitempty"`
	Owner    editorial.MemberID                     `json:"owner,omitempty"`
	Planned  editorial.When                         `json:"planned,omitzero"`
	Times    map[editorial.ChannelID]editorial.When `json:"times,omitempty"`
	Embargo  editorial.When                         `json:"embargo,omitzero"`
	Lateness time.Duration                          `json:"lateness,omitempty"`
	Crisis   bool                                   `json:"crisis,omitempty"`
	Until    editorial.Until                        `json:"until,omitempty"`
}

const postColumns = `p.id, p.calendar_id, p.state, p.status, p.title, p.campaign_id, p.pillar_id, p.sheet, p.revision, p.author_id,
	p.approval, p.review, p.hold, p.first_due, p.created_at, p.updated_at, p.version, p.links, p.remind_at, r.content`

const postTables = ` FROM posts p JOIN revisions r ON r.post_id = p.id AND r.number = p.revision`

// postRow is a post before its columns of JSON are decoded.
type postRow struct {
	id                                            editorial.PostID
	calendar                                      editorial.CalendarID
	state                                         editorial.State
	status                                        editorial.Status
	campaign                                      editorial.CampaignID
	pillar                                        editorial.PillarID
	author                                        editorial.MemberID
	title                                         string
	sheet, approval, review, hold, links, content string
	revision                                      int
	due, created, updated, remindAt               time.Time
	version                                       int64
}

func scanPostRow(row scanner) (r postRow, err error) {
	err = row.Scan(&r.id, &r.calendar, &r.state, &r.status, &r.title, orEmpty[editorial.CampaignID]{&r.campaign}, orEmpty[editorial.PillarID]{&r.pillar},
		&r.sheet, &r.revision, &r.author, orNone{&r.approval}, orNone{&r.review}, orNone{&r.hold}, instant{&r.due},
		instant{&r.created}, instant{&r.updated}, &r.version, orNone{&r.links}, instant{&r.remindAt}, &r.content)
	return r, err
}

func scanPost(row scanner) (*editorial.Post, error) {
	r, err := scanPostRow(row)
	if err != nil {
		return nil, err
	}
	return r.decode()
}

// scanPostShared is scanPost for who only reads. The post itself is not shared,
// so that it can be given its deliveries.
func (s *Store) scanPostShared(row scanner) (*editorial.Post, error) {
	r, err := scanPostRow(row)
	if err != nil {
		return nil, err
	}
	known, err := s.known.posts.of(r.id, r, mostPosts, postRow.decode)
	if err != nil {
		return nil, err
	}
	p := *known
	return &p, nil
}

// plain is the post without what is decoded.
func (r postRow) plain() *editorial.Post {
	p := &editorial.Post{
		ID: r.id, Calendar: r.calendar, State: r.state, Status: r.status, Revision: r.revision, Author: r.author,
		FirstDue: r.due, Created: r.created, Updated: r.updated, Version: r.version, RemindAt: r.remindAt,
	}
	p.Title, p.Campaign, p.Pillar = r.title, r.campaign, r.pillar
	return p
}

func (r postRow) decode() (*editorial.Post, error) {
	p := r.plain()
	var rest sheet
	for _, column := range []struct {
		text string
		into any
	}{{r.sheet, &rest}, {r.approval, &p.Approval}, {r.review, &p.Review}, {r.hold, &p.Hold}, {r.links, &p.Links}, {r.content, &p.Content}} {
		if err := (decoded{column.into}).Scan(column.text); err != nil {
			return nil, fmt.Errorf("decode the post %s: %w", r.id, err)
		}
	}
	p.Brief, p.Notes, p.Labels, p.Owner = rest.Brief, rest.Notes, rest.Labels, rest.Owner
	p.Planned, p.Times, p.Embargo, p.Lateness, p.Crisis, p.Until = rest.Planned, rest.Times, rest.Embargo, rest.Lateness, rest.Crisis, rest.Until
	return p, nil
}
