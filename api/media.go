package api

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"

	"parution.dev/editorial"
)

// mediaView is one file of a calendar's library.
type mediaView struct {
	ID        editorial.MediaID    `json:"id"`
	Calendar  editorial.CalendarID `json:"calendar"`
	Hash      string               `json:"hash" doc:"SHA-256 of the bytes, hex"`
	Type      string               `json:"type" doc:"Read from the bytes" example:"image/jpeg"`
	Bytes     int64                `json:"bytes"`
	Width     int                  `json:"width"`
	Height    int                  `json:"height"`
	Name      string               `json:"name" doc:"As it was called where it came from"`
	Alt       string               `json:"alt" doc:"What it shows; posts that say nothing else use it"`
	URL       string               `json:"url" doc:"Where the bytes are"`
	CreatedAt time.Time            `json:"created_at"`
}

func viewMedia(m editorial.Media) mediaView {
	return mediaView{
		ID: m.ID, Calendar: m.Calendar, Hash: m.Hash, Type: m.Type, Bytes: m.Bytes, Width: m.Width, Height: m.Height,
		Name: m.Name, Alt: m.Alt, URL: prefix + "/media/" + string(m.ID) + "/file", CreatedAt: m.Created.UTC(),
	}
}

// createMediaInput is an upload. Its body is read by the handler, part by
// part, so that no file is ever in memory.
type createMediaInput struct {
	Calendar    editorial.CalendarID `query:"calendar" maxLength:"64" doc:"The library's calendar, here or as a field of the form."`
	ContentType string               `header:"Content-Type"`
	Key         string               `header:"Idempotency-Key" maxLength:"255"`
	body        io.Reader
	deadline    func(time.Time) error
}

// uploadTime is how long a file may take to arrive.
const uploadTime = 5 * time.Minute

// Resolve keeps hold of the body for the handler.
func (in *createMediaInput) Resolve(ctx huma.Context) []error {
	in.body, in.deadline = ctx.BodyReader(), ctx.SetReadDeadline
	return nil
}

// describeUpload says in the documentation what a form holds. It comes after
// the registration: huma would read a body that it knows, whole, into memory.
func (a *API) describeUpload() {
	text := func(doc string) *huma.Schema { return &huma.Schema{Type: huma.TypeString, Description: doc} }
	a.huma.OpenAPI().Paths[prefix+"/media"].Post.RequestBody = &huma.RequestBody{
		Required: true, Content: map[string]*huma.MediaType{
			"multipart/form-data": {Schema: object([]string{"file"}, map[string]*huma.Schema{
				"calendar": text("Needed here or in the address"),
				"file":     {Type: huma.TypeString, Format: "binary", Description: "JPEG, PNG, GIF or WebP, at most 16 MiB and 100 megapixels"},
				"alt":      text("What it shows, for those who cannot see it"),
			})},
		},
	}
}

func (a *API) createMedia(ctx context.Context, in *createMediaInput) (*created[mediaView], error) {
	if wait := a.uploads.take(string(callerOf(ctx).token.ID), a.cfg.Now()); wait > 0 {
		return nil, refuseFor(wait, codeTooManyUploads)
	}
	if in.Calendar != "" { // before the file is read
		if _, err := a.libraryFor(ctx, in.Calendar); err != nil {
			return nil, err
		}
	}
	sent, err := in.receive()
	defer sent.discard()
	if err != nil {
		return nil, err
	}
	actor, err := a.libraryFor(ctx, cmp.Or(in.Calendar, sent.calendar))
	if err != nil {
		return nil, err
	}
	m, err := sent.examine()
	if err != nil {
		return nil, err
	}
	m.Calendar = cmp.Or(in.Calendar, sent.calendar)
	if err := a.remember(ctx, in.Key, fingerprint(m)); err != nil {
		return nil, err
	}
	m, err = a.store.AddMedia(ctx, a.write(ctx, actor), m, sent.file)
	if err != nil {
		return nil, err
	}
	return &created[mediaView]{Location: location(ctx, m.ID), Body: viewMedia(m)}, nil
}

// receive reads the form, in uploadTime.
func (in *createMediaInput) receive() (*upload, error) {
	_ = in.deadline(time.Now().Add(uploadTime)) // a recorder in a test has no deadlines
	sent, err := receive(in.ContentType, in.body)
	_ = in.deadline(time.Time{})
	return sent, err
}

// fingerprint is what stands for an upload's body when its key is remembered.
func fingerprint(m editorial.Media) []byte {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q %q %q %q", m.Calendar, m.Hash, m.Name, m.Alt))
	return sum[:]
}

// libraryFor lets the caller add to a calendar's library. A calendar that does
// not exist for them is a field that is not right.
func (a *API) libraryFor(ctx context.Context, id editorial.CalendarID) (editorial.Actor, error) {
	if id == "" {
		return editorial.Actor{}, editorial.InvalidAt("/calendar", codeRequired)
	}
	_, actor, err := a.calendarFor(ctx, id, editorial.Write)
	if editorial.IsKind(err, editorial.NotFound) {
		return actor, editorial.InvalidAt("/calendar", codeUnknownCalendar)
	}
	return actor, err
}

type listMediaInput struct {
	Calendar editorial.CalendarID `path:"calendar"`
	Paging
}

func (a *API) listMedia(ctx context.Context, in *listMediaInput) (*listed[mediaView], error) {
	if _, _, err := a.calendarFor(ctx, in.Calendar, editorial.Read); err != nil {
		return nil, err
	}
	found, next, err := a.store.ListMedia(ctx, in.Calendar, in.page())
	if err != nil {
		return nil, err
	}
	return list(ctx, found, next, viewMedia), nil
}

type mediaInput struct {
	Media editorial.MediaID `path:"media"`
}

type mediaAnswer struct{ Body mediaView }

func (a *API) getMedia(ctx context.Context, in *mediaInput) (*mediaAnswer, error) {
	m, _, err := a.mediaFor(ctx, in.Media, editorial.Read)
	if err != nil {
		return nil, err
	}
	return &mediaAnswer{Body: viewMedia(m)}, nil
}

func (a *API) mediaFor(ctx context.Context, id editorial.MediaID, need editorial.Permission) (editorial.Media, editorial.Actor, error) {
	m, err := a.store.GetMedia(ctx, id)
	if err != nil {
		return m, editorial.Actor{}, err
	}
	_, actor, err := a.calendarFor(ctx, m.Calendar, need)
	return m, actor, err
}

type updateMediaInput struct {
	Media editorial.MediaID `path:"media"`
	Body  mediaPatch
}

// mediaPatch is what can be changed of a file; the bytes never are.
type mediaPatch struct {
	Alt  Optional[string] `json:"alt,omitzero" maxLength:"10000" doc:"What it shows, for those who cannot see it. Posts that use the file keep what they say"`
	Name Optional[string] `json:"name,omitzero" maxLength:"255"`
}

func (a *API) updateMedia(ctx context.Context, in *updateMediaInput) (*mediaAnswer, error) {
	_, actor, err := a.mediaFor(ctx, in.Media, editorial.Write)
	if err != nil {
		return nil, err
	}
	m, err := a.store.UpdateMedia(ctx, a.write(ctx, actor), in.Media, func(m *editorial.Media) error {
		in.Body.Alt.Into(&m.Alt)
		in.Body.Name.Into(&m.Name)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return &mediaAnswer{Body: viewMedia(m)}, nil
}

type mediaFileInput struct {
	Media editorial.MediaID `path:"media"`
	Sized
}

type fileAnswer struct {
	Body func(huma.Context)
}

// getMediaFile answers the bytes. They never change, so they can be kept.
func (a *API) getMediaFile(ctx context.Context, in *mediaFileInput) (*fileAnswer, error) {
	m, _, err := a.mediaFor(ctx, in.Media, editorial.Read)
	if err != nil {
		return nil, err
	}
	return a.fileOf(ctx, m, in.Size)
}

// fileOf answers a picture's bytes, or those of its small one.
func (a *API) fileOf(ctx context.Context, m editorial.Media, size pictureSize) (*fileAnswer, error) {
	file, err := a.store.OpenMedia(m.Hash)
	if err != nil {
		return nil, err
	}
	whole := shownFile{kind: m.Type, name: m.Name, tag: m.Hash, since: m.Created, bytes: file, done: file.Close}
	if size != small {
		return whole.answer(), nil
	}
	data, err := a.smallOf(ctx, m, file)
	if errors.Is(err, errShownWhole) {
		return whole.answer(), nil
	}
	_ = file.Close() // it was only read
	if err != nil {
		return nil, err
	}
	return smallFile(m, data).answer(), nil
}

// shownFile is a file on its way to whoever asked.
type shownFile struct {
	kind, name, tag string
	since           time.Time
	bytes           io.ReadSeeker
	done            func() error
}

// answer answers the file's bytes, or the range of them that was asked for.
func (f shownFile) answer() *fileAnswer {
	return &fileAnswer{Body: func(ctx huma.Context) {
		defer func() { _ = f.done() }() // it was only read
		c := humagin.Unwrap(ctx)
		h := c.Writer.Header()
		h.Set("Content-Type", f.kind)
		h.Set("Content-Disposition", mime.FormatMediaType("inline", map[string]string{"filename": f.name}))
		h.Set("ETag", `"`+f.tag+`"`)
		h.Set("Cache-Control", "private, max-age=31536000, immutable")
		http.ServeContent(c.Writer, c.Request, "", f.since, f.bytes)
	}}
}
