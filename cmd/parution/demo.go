package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"parution.dev/api"
	"parution.dev/editorial"
	"parution.dev/publishers/feed"
	"parution.dev/store"
)

// gardener plants the demonstration: it lives through the month that lies
// behind, by the same rules as everybody, and plans the one ahead.
type gardener struct {
	db       *store.Store
	now      time.Time
	feed     *feed.Publisher
	calendar editorial.Calendar
	people   map[string]editorial.Member
	channels map[string]editorial.ChannelID
	pillars  []editorial.PillarID
	campaign editorial.CampaignID
	password string // of everybody in it, made for this planting
}

const demoZone = "Europe/Paris"

// plant fills an empty database with a month of one brand, and prints where to
// look. A database with anything in it is left alone.
func plant(ctx context.Context, db *store.Store, url string, now time.Time, out console) error {
	members, _, err := db.ListMembers(ctx, "", store.Page{Limit: 1})
	if err != nil || len(members) > 0 {
		return err
	}
	g := &gardener{db: db, now: now, feed: feed.New(url), people: map[string]editorial.Member{}, channels: map[string]editorial.ChannelID{}, password: demoPassword()}
	owner, err := g.settle(ctx)
	if err != nil {
		return err
	}
	for _, seed := range demoMonth() {
		if err := g.sow(ctx, seed); err != nil {
			return fmt.Errorf("post %q: %w", seed.title, err)
		}
	}
	if err := db.ReleaseLease(ctx, gardenHolder); err != nil {
		return err
	}
	out.say("A demonstration calendar, “%s”, has been planted. One of its posts leaves within a minute:", g.calendar.Name)
	out.say("feed: %s/feeds/%s/atom.xml", url, g.channels["journal"])
	out.say("calendar: %s", g.calendar.ID)
	out.say("owner token: %s", owner)
	for _, key := range slices.Sorted(maps.Keys(g.people)) {
		out.say("sign in: %s", g.people[key].Email)
	}
	out.say("password of each: %s", g.password)
	return nil
}

// demoPassword makes a password for one demonstration. It is printed like the
// token, and differs each time: a data directory that began as a demonstration
// may be shown to the world one day.
func demoPassword() string { return "demo-" + strings.ToLower(rand.Text()[:16]) }

// settle makes the people, the calendar and its channels.
func (g *gardener) settle(ctx context.Context) (token string, err error) {
	w := store.Write{By: editorial.Actor{Name: "demonstration"}, Now: g.now}
	g.calendar = editorial.Calendar{
		ID: editorial.NewID[editorial.CalendarID]("cal"), Name: "Maison Lumen", Zone: demoZone, Language: editorial.French, Policy: editorial.DefaultPolicy(),
	}
	cast := []struct {
		key, name, email string
		language         editorial.Lang
		role             editorial.Role
	}{
		{"ines", "Inès Moreau", "ines@maison-lumen.example", editorial.French, editorial.Manager},
		{"karim", "Karim Benali", "karim@maison-lumen.example", editorial.French, editorial.Editor},
		{"grace", "Grace Okafor", "grace@maison-lumen.example", editorial.English, editorial.Editor},
		{"louis", "Louis Tremblay", "louis@maison-lumen.example", editorial.French, editorial.Reviewer},
	}
	for i, person := range cast {
		m, err := newMember(person.name, person.email, person.language)
		if err != nil {
			return "", err
		}
		m.Owner, m.Roles = i == 0, map[editorial.CalendarID][]editorial.Role{g.calendar.ID: {person.role}}
		g.people[person.key] = m
		if i == 0 { // the calendar needs its manager, and the manager its calendar
			m.Roles = nil
		}
		if err := g.db.AddMember(ctx, w, "", m); err != nil {
			return "", err
		}
		if i == 0 {
			if err := g.db.AddCalendar(ctx, w, g.calendar, m.ID); err != nil {
				return "", err
			}
		}
	}
	if err := g.letIn(ctx, w); err != nil {
		return "", err
	}
	if err := g.connect(ctx, w); err != nil {
		return "", err
	}
	return giveToken(ctx, g.db, w, g.people["ines"], "demonstration")
}

// letIn gives everybody the password of this demonstration.
func (g *gardener) letIn(ctx context.Context, w store.Write) error {
	for _, key := range slices.Sorted(maps.Keys(g.people)) {
		m := g.people[key]
		hash, err := api.HashPassword(editorial.NewSecret(g.password), m)
		if err != nil {
			return err
		}
		if _, err := g.db.UpdateAccess(ctx, w, m.ID, func(a *editorial.Access) ([]editorial.Deed, error) {
			return a.SetPassword(hash, "", g.now), nil
		}); err != nil {
			return err
		}
	}
	return nil
}

// connect makes the channels, the pillars and the campaign. The partner's
// webhook is nobody's: it stands for a network that had its bad days.
func (g *gardener) connect(ctx context.Context, w store.Write) error {
	for _, channel := range []struct{ key, name string }{{"journal", "Journal de la maison"}, {"notes", "Lumen notes (EN)"}, {"partner", "Partner newsroom"}} {
		c := editorial.Channel{
			ID: editorial.NewID[editorial.ChannelID]("chan"), Calendar: g.calendar.ID, Platform: g.feed.Platform(), Name: channel.name,
			State: editorial.Connected, Settings: map[string]string{"title": channel.name}, Facts: map[string]string{}, Credentials: editorial.Credentials{},
		}
		connection, err := g.feed.Connect(ctx, c.Account())
		if err != nil {
			return err
		}
		c.RemoteID, c.Handle, c.URL, c.Limits = connection.RemoteID, connection.Handle, connection.URL, connection.Limits
		if err := g.db.AddChannel(ctx, w, c); err != nil {
			return err
		}
		g.channels[channel.key] = c.ID
	}
	for _, name := range []string{"Savoir-faire", "Coulisses", "Conseils lumière"} {
		pillar := editorial.Pillar{ID: editorial.NewID[editorial.PillarID]("pil"), Calendar: g.calendar.ID, Name: name}
		if err := g.db.AddPillar(ctx, w, pillar); err != nil {
			return err
		}
		g.pillars = append(g.pillars, pillar.ID)
	}
	campaign := editorial.Campaign{ID: editorial.NewID[editorial.CampaignID]("camp"), Calendar: g.calendar.ID, Name: "Nuits d’hiver"}
	g.campaign = campaign.ID
	return g.db.AddCampaign(ctx, w, campaign)
}

// sow writes one post as its author did, days before its time, and leads it
// to where its seed says.
func (g *gardener) sow(ctx context.Context, s seed) error {
	due := s.due(g.now)
	written := due.Add(-72 * time.Hour)
	if written.After(g.now) {
		written = g.now
	}
	sheet, err := g.sheet(s, due)
	if err != nil {
		return err
	}
	author := g.people[s.author]
	p, _, err := g.db.AddPost(ctx, g.as(author, written), g.calendar.ID, func(desk editorial.Desk) (*editorial.Post, editorial.Lines, error) {
		return editorial.NewPost(sheet, desk)
	})
	if err != nil {
		return err
	}
	for i, move := range s.moves {
		who := author
		if move != editorial.MoveSubmit {
			who = g.people["ines"]
		}
		at := written.Add(time.Duration(i+1) * time.Minute)
		if at.After(g.now) {
			at = g.now
		}
		_, _, err := g.db.UpdatePost(ctx, g.as(who, at), p.ID, func(p *editorial.Post, desk editorial.Desk) (editorial.Lines, error) {
			return p.Apply(editorial.Asked{Move: move, Revision: p.Revision, Note: s.note}, desk)
		})
		if err != nil {
			return fmt.Errorf("%s: %w", move, err)
		}
	}
	if due.Before(g.now) && s.fate != nil {
		return g.live(ctx, due, s.fate)
	}
	return nil
}

func (g *gardener) as(m editorial.Member, at time.Time) store.Write {
	return store.Write{By: editorial.Actor{Member: m.ID, Name: m.Name, Language: m.Language, May: m.May(g.calendar.ID)}, Now: at}
}

func (g *gardener) sheet(s seed, due time.Time) (editorial.Sheet, error) {
	sheet := editorial.Sheet{Title: s.title, Brief: s.brief, Labels: s.labels, Content: editorial.Content{Text: s.text, Language: s.language}}
	for _, key := range s.channels {
		sheet.Content.Channels = append(sheet.Content.Channels, g.channels[key])
	}
	if s.english != "" {
		text := s.english
		sheet.Content.Variants = map[editorial.ChannelID]editorial.Variant{g.channels["notes"]: {Text: &text}}
	}
	sheet.Pillar = g.pillars[s.pillar]
	if s.winter {
		sheet.Campaign = g.campaign
	}
	if s.undated {
		return sheet, nil
	}
	var err error
	sheet.Planned, err = editorial.WhenAt(due, demoZone)
	return sheet, err
}

// fate is what a platform answered, back then.
type fate func(g *gardener, w editorial.Work) editorial.Outcome

const gardenHolder = "demonstration"

// live goes through the hours after a due instant, as the daemon would have.
func (g *gardener) live(ctx context.Context, due time.Time, fate fate) error {
	var outcomes []editorial.Outcome
	for _, after := range []time.Duration{3 * time.Millisecond, 7 * time.Second, 10 * time.Minute, time.Hour} {
		at := due.Add(after)
		for range 4 {
			turned, err := g.db.Turn(ctx, editorial.Round{
				Now: at, Holder: gardenHolder, Outcomes: outcomes, Free: 8,
			})
			if err != nil {
				return err
			}
			if !turned.Releasing {
				return errors.New("another daemon works on this database")
			}
			outcomes = nil
			for _, w := range turned.Work {
				o := fate(g, w)
				o.Delivery, o.Attempt, o.Key, o.Step = w.Delivery.ID, w.Attempt, w.Sent.Key, w.Step
				o.Started, o.Ended = at, at.Add(180*time.Millisecond)
				outcomes = append(outcomes, o)
			}
		}
	}
	return nil
}
