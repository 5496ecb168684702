-- What a release writes costs most of its time, so the ledger keeps only what
-- is asked of it: what is under way and what is due have an index of their own,
-- and what went out has none but its channel's. Parts and attempts stand in
-- their keys' order.

-- +goose Up
DROP INDEX deliveries_next;
DROP INDEX deliveries_due;
DROP INDEX deliveries_by_state;
CREATE INDEX deliveries_under_way ON deliveries (next_at, id, channel_id, post_id, platform) WHERE state IN ('sending', 'unknown');
CREATE INDEX deliveries_due ON deliveries (due_at, post_id, id, next_at, channel_id, platform) WHERE state IN ('scheduled', 'held');
CREATE INDEX deliveries_next ON deliveries (next_at, due_at) WHERE state IN ('scheduled', 'held');
CREATE INDEX deliveries_by_state ON deliveries (state, id) WHERE state IN ('planned', 'held', 'unknown', 'missed', 'failed', 'dropped');

CREATE TABLE parts_anew (
    delivery_id    TEXT NOT NULL REFERENCES deliveries (id),
    number         INTEGER NOT NULL,
    kind           TEXT NOT NULL CHECK (kind IN ('post', 'comment')),
    state          TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'unknown', 'published', 'failed')),
    key            TEXT NOT NULL,
    key_at         INTEGER NOT NULL,
    first_heard_at INTEGER,
    last_heard_at  INTEGER,
    attempts       INTEGER NOT NULL,
    prepared       BLOB,
    prepared_at    INTEGER,
    remote_id      TEXT NOT NULL,
    url            TEXT NOT NULL,
    token          TEXT NOT NULL,
    sent_at        INTEGER,
    PRIMARY KEY (delivery_id, number),
    CHECK ((state = 'published') = (sent_at IS NOT NULL)),
    CHECK ((first_heard_at IS NULL) = (last_heard_at IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO parts_anew (delivery_id, number, kind, state, key, key_at, first_heard_at, last_heard_at, attempts, prepared, prepared_at, remote_id, url, token, sent_at)
SELECT delivery_id, number, kind, state, key, key_at, first_heard_at, last_heard_at, attempts, prepared, prepared_at, remote_id, url, token, sent_at
FROM parts ORDER BY delivery_id, number;
DROP TABLE parts;
ALTER TABLE parts_anew RENAME TO parts;

CREATE TABLE attempts_anew (
    delivery_id TEXT NOT NULL REFERENCES deliveries (id),
    number      INTEGER NOT NULL,
    step        TEXT NOT NULL CHECK (step IN ('send', 'look', 'prepare')),
    part        INTEGER NOT NULL,
    key         TEXT NOT NULL,
    revision    INTEGER NOT NULL,
    holder      TEXT NOT NULL,
    started_at  INTEGER NOT NULL,
    ended_at    INTEGER,
    verdict     TEXT NOT NULL CHECK (verdict IN ('', 'done', 'later', 'never', 'reconnect', 'unknown')),
    code        TEXT NOT NULL,
    message     TEXT NOT NULL,
    PRIMARY KEY (delivery_id, number),
    CHECK ((verdict = '') = (ended_at IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO attempts_anew (delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message)
SELECT delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message
FROM attempts ORDER BY delivery_id, number;
DROP TABLE attempts;
ALTER TABLE attempts_anew RENAME TO attempts;
