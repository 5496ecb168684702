package store

import (
	"crypto/subtle"
	"fmt"
	"time"

	"parution.dev/editorial"
)

// Once makes a creating request repeatable: the same key with the same body
// creates once.
type Once struct {
	Token  editorial.TokenID
	Key    string
	Body   []byte // keyed hash of method, path and body
	Status int    // of the answer, to be given again
}

// onceLife is how long a key is remembered.
const onceLife = 24 * time.Hour

// Replayed says that a request with this key and body was carried out before;
// nothing was written now.
type Replayed struct {
	ID     string
	Status int
}

// Error names what was made the first time.
func (r *Replayed) Error() string { return "already done: " + r.ID }

// create runs a change that makes something, unless the request's key says
// that it was made before. The key is written in the same transaction.
func (t *tx) create(w Write, id string, change func() error) error {
	if w.Once == nil {
		return change()
	}
	if err := t.replayed(w); err != nil {
		return err
	}
	if err := change(); err != nil {
		return err
	}
	_, err := t.exec(`INSERT INTO idempotency (token_id, key, body, status, resource_id, used_at) VALUES ($1, $2, $3, $4, $5, $6)`,
		w.Once.Token, w.Once.Key, w.Once.Body, w.Once.Status, id, stamp(w.Now))
	return err
}

func (t *tx) replayed(w Write) error {
	if _, err := t.exec(`DELETE FROM idempotency WHERE used_at < $1`, stamp(w.Now.Add(-onceLife))); err != nil {
		return err
	}
	var before Replayed
	var body []byte
	err := t.QueryRowContext(t.ctx, `SELECT body, status, resource_id FROM idempotency WHERE token_id = $1 AND key = $2`,
		w.Once.Token, w.Once.Key).Scan(&body, &before.Status, &before.ID)
	switch {
	case isNoRows(err):
		return nil
	case err != nil:
		return fmt.Errorf("read the idempotency key: %w", err)
	case subtle.ConstantTimeCompare(body, w.Once.Body) != 1:
		return editorial.Refuse(editorial.Invalid, "idempotency_key_reused")
	}
	return &before
}
