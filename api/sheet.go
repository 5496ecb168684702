package api

import (
	"context"
	"fmt"
	"maps"
	"net/url"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"

	"parution.dev/editorial"
)

// lookups is what an edit names, as found in the calendar before the
// transaction, and what of it is not there.
type lookups struct {
	media    map[editorial.MediaID]editorial.Media
	restored *editorial.Revision // that comes back; nil: none
	wrong    []editorial.Problem
}

// lookUp finds what an edit names. What belongs to another calendar is not
// there, like what never was.
func (a *API) lookUp(ctx context.Context, calendar editorial.CalendarID, e PostEdit) (lookups, error) {
	found := lookups{media: map[editorial.MediaID]editorial.Media{}}
	for _, id := range e.mediaNamed() {
		m, err := a.store.GetMedia(ctx, id)
		if err != nil && !editorial.IsKind(err, editorial.NotFound) {
			return found, err
		}
		if err == nil && m.Calendar == calendar {
			found.media[id] = m
		}
	}
	for _, one := range a.mentions(ctx, calendar, e) {
		here, err := one.find()
		if err != nil && !editorial.IsKind(err, editorial.NotFound) {
			return found, err
		}
		if err != nil || !here {
			found.wrong = append(found.wrong, editorial.Problem{Code: one.code, Pointer: one.pointer})
		}
	}
	return found, nil
}

// mention is one thing that an edit names, and how to find out whether it is in
// the calendar.
type mention struct {
	pointer string
	code    editorial.Code
	find    func() (here bool, err error)
}

// mentions lists what an edit names beside its media.
func (a *API) mentions(ctx context.Context, calendar editorial.CalendarID, e PostEdit) []mention {
	var all []mention
	if id := e.Campaign.Value; id != "" {
		all = append(all, mention{"/campaign", codeUnknownCampaign, func() (bool, error) {
			c, err := a.store.GetCampaign(ctx, id)
			return c.Calendar == calendar, err
		}})
	}
	if id := e.Pillar.Value; id != "" {
		all = append(all, mention{"/pillar", codeUnknownPillar, func() (bool, error) {
			p, err := a.store.GetPillar(ctx, id)
			return p.Calendar == calendar, err
		}})
	}
	if id := e.Owner.Value; id != "" {
		all = append(all, mention{"/owner", codeUnknownMember, func() (bool, error) {
			m, err := a.store.GetMember(ctx, id)
			return len(m.Roles[calendar]) > 0 && m.Deactivated.IsZero(), err
		}})
	}
	return all
}

// mediaNamed lists the files that an edit names anywhere, each once.
func (e PostEdit) mediaNamed() []editorial.MediaID {
	named := map[editorial.MediaID]bool{}
	all := func(media Optional[[]mediaEdit], link Optional[linkEdit]) {
		for _, m := range media.Value {
			named[m.Media] = true
		}
		named[link.Value.Thumbnail.Value.Media] = true
	}
	all(e.Media, e.Link)
	for _, v := range e.Variants.Value {
		if v != nil {
			all(v.Media, v.Link)
		}
	}
	delete(named, "")
	return slices.Sorted(maps.Keys(named))
}

// writing puts an edit over a sheet and gathers what is wrong with it.
type writing struct {
	desk  editorial.Desk
	found lookups
	wrong []editorial.Problem
}

// over returns the sheet that the edit makes of another, or a refusal with all
// that is wrong. It touches nothing that the old sheet holds.
func (e PostEdit) over(old editorial.Sheet, desk editorial.Desk, found lookups) (editorial.Sheet, error) {
	w := &writing{desk: desk, found: found, wrong: slices.Clone(found.wrong)}
	next := old.Clone()
	if found.restored != nil {
		next = found.restored.Over(old, desk.Channels)
	}
	e.Title.Into(&next.Title)
	e.Brief.Into(&next.Brief)
	e.Notes.Into(&next.Notes)
	e.Campaign.Into(&next.Campaign)
	e.Pillar.Into(&next.Pillar)
	e.Owner.Into(&next.Owner)
	e.Crisis.Into(&next.Crisis)
	e.Until.Into(&next.Until)
	w.labels(e.Labels, &next.Labels)
	w.lateness(e.Lateness, &next.Lateness)
	w.when(e.PublishAt, "/publish_at", &next.Planned)
	w.when(e.Embargo, "/embargo", &next.Embargo)
	w.content(e, &next)
	return next, editorial.RefuseAll(w.wrong)
}

func (w *writing) refuse(code editorial.Code, at string) {
	w.wrong = append(w.wrong, editorial.Problem{Code: code, Pointer: at})
}

func (w *writing) labels(sent Optional[[]string], target *[]string) {
	seen := map[string]bool{}
	for i, label := range sent.Value {
		switch {
		case strings.TrimSpace(label) == "":
			w.refuse(codeRequired, pointer("labels", i))
		case seen[label]:
			w.refuse(editorial.CodeTwice, pointer("labels", i))
		}
		seen[label] = true
	}
	sent.Into(target)
}

// lateness reads "30m" or "1h30m".
func (w *writing) lateness(sent Optional[string], target *time.Duration) {
	if !sent.Sent {
		return
	}
	d, err := time.ParseDuration(sent.Value)
	if sent.Value != "" && (err != nil || d != d.Truncate(time.Second)) {
		w.refuse(editorial.CodeBadLateness, "/lateness")
	}
	*target = d
}

func (w *writing) when(sent Optional[timeEdit], at string, target *editorial.When) {
	switch {
	case !sent.Sent:
	case sent.Null:
		*target = editorial.When{}
	case sent.Value.Undated:
		w.refuse(codeUnknownField, at+"/undated")
	default:
		next, problem := sent.Value.zoned(*target, w.desk.Calendar.Zone)
		if problem != nil {
			w.refuse(problem.Code, at+problem.Pointer)
			return
		}
		*target = next
	}
}

func (w *writing) content(e PostEdit, next *editorial.Sheet) {
	c := &next.Content
	e.Text.Into(&c.Text)
	w.language(e.Language, &c.Language)
	e.Channels.Into(&c.Channels)
	w.media(e.Media, "/media", &c.Media)
	w.link(e.Link, "/link", &c.Link)
	if e.Variants.Null {
		c.Variants, next.Times = nil, nil
	}
	for _, id := range slices.Sorted(maps.Keys(e.Variants.Value)) {
		w.variant(id, e.Variants.Value[id], next)
	}
	if e.Channels.Sent {
		tidy(next, e.Variants.Value)
	}
}

// tidy drops what was written for channels that the post has no more. What
// the edit itself names stays, to be refused by name.
func tidy(s *editorial.Sheet, named map[editorial.ChannelID]*variantEdit) {
	gone := func(id editorial.ChannelID) bool {
		_, ok := named[id]
		return !ok && !slices.Contains(s.Content.Channels, id)
	}
	maps.DeleteFunc(s.Content.Variants, func(id editorial.ChannelID, _ editorial.Variant) bool { return gone(id) })
	maps.DeleteFunc(s.Times, func(id editorial.ChannelID, _ editorial.When) bool { return gone(id) })
}

func (w *writing) language(sent Optional[string], target *string) {
	if sent.Sent {
		*target = sent.Value
	}
	if *target == "" {
		*target = string(w.desk.Calendar.Language)
		return
	}
	if _, err := language.Parse(*target); err != nil {
		w.refuse(codeBadLanguage, "/language")
	}
}

func (w *writing) media(sent Optional[[]mediaEdit], at string, target *[]editorial.MediaUse) {
	if !sent.Sent {
		return
	}
	uses := make([]editorial.MediaUse, 0, len(sent.Value))
	for i, m := range sent.Value {
		uses = append(uses, w.use(m, at+pointer(i)))
	}
	*target = uses
}

// use resolves one file as the edit uses it.
func (w *writing) use(m mediaEdit, at string) editorial.MediaUse {
	file, ok := w.found.media[m.Media]
	if !ok {
		w.refuse(codeUnknownMedia, at)
		return editorial.MediaUse{}
	}
	use := file.Use(or(m.Alt, file.Alt))
	if use.Crop = m.Crop; !cropFits(m.Crop) {
		w.refuse(codeBadCrop, at+"/crop")
	}
	return use
}

var cropShape = regexp.MustCompile(`^\d{1,4},\d{1,4},\d{1,4},\d{1,4}$`)

// cropFits tells whether a crop is "x,y,width,height" in thousandths, and lies
// inside the picture.
func cropFits(crop string) bool {
	if crop == "" {
		return true
	}
	var x, y, width, height int
	if !cropShape.MatchString(crop) {
		return false
	}
	if _, err := fmt.Sscanf(crop, "%d,%d,%d,%d", &x, &y, &width, &height); err != nil {
		return false
	}
	return width > 0 && height > 0 && x+width <= 1000 && y+height <= 1000
}

func (w *writing) link(sent Optional[linkEdit], at string, target **editorial.LinkCard) {
	if !sent.Sent {
		return
	}
	if sent.Null {
		*target = nil
		return
	}
	next := editorial.LinkCard{}
	if *target != nil {
		next = **target
	}
	sent.Value.URL.Into(&next.URL)
	sent.Value.Title.Into(&next.Title)
	sent.Value.Text.Into(&next.Text)
	if thumbnail := sent.Value.Thumbnail; thumbnail.Sent {
		next.Thumbnail = nil
		if !thumbnail.Null {
			use := w.use(thumbnail.Value, at+"/thumbnail")
			next.Thumbnail = &use
		}
	}
	if !leadsToWeb(next.URL) {
		w.refuse(codeBadURL, at+"/url")
	}
	*target = &next
}

// leadsToWeb tells whether text is an absolute http or https address.
func leadsToWeb(text string) bool {
	at, err := url.Parse(text)
	return err == nil && onTheWeb(at) && at.Hostname() != "" && at.User == nil
}

// variant writes what differs on one channel. A channel that the calendar does
// not have is refused here, without its name: it is not ours to repeat.
func (w *writing) variant(id editorial.ChannelID, sent *variantEdit, next *editorial.Sheet) {
	if _, ok := w.desk.Channels[id]; !ok {
		w.refuse(editorial.CodeUnknownChannel, "/variants")
		return
	}
	if sent == nil {
		delete(next.Content.Variants, id)
		delete(next.Times, id)
		return
	}
	at := pointer("variants", string(id))
	v := next.Content.Variants[id]
	w.variantCopy(*sent, at, &v)
	next.Content.Variants = set(next.Content.Variants, id, v)
	if reflect.DeepEqual(v, editorial.Variant{}) {
		delete(next.Content.Variants, id)
	}
	w.variantTime(id, sent.PublishAt, at+"/publish_at", next)
}

// set puts a value into a map that may not be there yet.
func set[K comparable, V any](m map[K]V, key K, value V) map[K]V {
	if m == nil {
		m = map[K]V{}
	}
	m[key] = value
	return m
}

func (w *writing) variantCopy(sent variantEdit, at string, v *editorial.Variant) {
	if sent.Text.Sent {
		v.Text = nil
		if !sent.Text.Null {
			v.Text = &sent.Text.Value
		}
	}
	sent.Parts.Into(&v.Parts)
	if sent.Media.Sent {
		v.Media = nil
		if !sent.Media.Null {
			v.Media = &[]editorial.MediaUse{}
			w.media(sent.Media, at+"/media", v.Media)
		}
	}
	w.link(sent.Link, at+"/link", &v.Link)
	sent.NoLink.Into(&v.NoLink)
	sent.FirstComment.Into(&v.FirstComment)
	v.Options = optionsOver(v.Options, sent.Options)
}

func optionsOver(old editorial.Options, sent Optional[optionsEdit]) editorial.Options {
	if !sent.Sent {
		return old
	}
	if sent.Null {
		return nil
	}
	next := maps.Clone(old)
	for name, value := range sent.Value {
		switch {
		case value == nil:
			delete(next, name)
		case next == nil:
			next = editorial.Options{name: value}
		default:
			next[name] = value
		}
	}
	return next
}

// variantTime writes a channel's own time: null follows the post again,
// undated has no date though the post has one.
func (w *writing) variantTime(id editorial.ChannelID, sent Optional[timeEdit], at string, next *editorial.Sheet) {
	if !sent.Sent {
		return
	}
	if sent.Null {
		delete(next.Times, id)
		return
	}
	own := next.TimeOf(id)
	if sent.Value.Undated {
		own = editorial.When{}
	} else {
		w.when(sent, at, &own)
	}
	next.Times = set(next.Times, id, own)
}
