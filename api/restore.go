package api

import (
	"context"

	"parution.dev/editorial"
)

// lookUpPatch finds what a patch names, with the revision that it brings back.
func (a *API) lookUpPatch(ctx context.Context, p *editorial.Post, patch postPatch) (lookups, error) {
	found, err := a.lookUp(ctx, p.Calendar, patch.PostEdit)
	if err != nil || !patch.Restore.Sent {
		return found, err
	}
	r, err := a.revisionOf(ctx, p.ID, patch.Restore.Value, "/restore")
	found.restored = &r
	return found, err
}

// revisionOf reads a revision that a request names at a place.
func (a *API) revisionOf(ctx context.Context, post editorial.PostID, number int, at string) (editorial.Revision, error) {
	r, err := a.store.GetRevision(ctx, post, number)
	if editorial.IsKind(err, editorial.NotFound) {
		return r, editorial.InvalidAt(at, codeUnknownRevision)
	}
	return r, err
}

// edit carries an edit out, and says in the record what it brought back.
func (l lookups) edit(p *editorial.Post, next editorial.Sheet, desk editorial.Desk) (editorial.Lines, error) {
	lines, err := p.Edit(next, desk)
	if err == nil && l.restored != nil {
		lines.NoteRestored(*l.restored, p.Content)
	}
	return lines, err
}
