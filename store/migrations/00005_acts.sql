-- What is done towards a platform to a post that is out, and what each part
-- shows since.

-- +goose Up
ALTER TABLE deliveries ADD COLUMN live_revision INTEGER NOT NULL DEFAULT 0;
ALTER TABLE deliveries ADD COLUMN live_hash TEXT NOT NULL DEFAULT '';

ALTER TABLE parts ADD COLUMN shows INTEGER NOT NULL DEFAULT 0;
ALTER TABLE parts ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE parts ADD COLUMN edited_at INTEGER;

CREATE TABLE acts (
    id          TEXT PRIMARY KEY,
    delivery_id TEXT NOT NULL REFERENCES deliveries (id),
    kind        TEXT NOT NULL CHECK (kind IN ('edit')),
    revision    INTEGER NOT NULL,
    hash        TEXT NOT NULL,
    made_by     TEXT NOT NULL,
    made_at     INTEGER NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'done', 'failed', 'replaced')),
    next_at     INTEGER,
    part        INTEGER NOT NULL,
    left_over   INTEGER NOT NULL,
    attempt     INTEGER NOT NULL,
    tries       INTEGER NOT NULL,
    holder      TEXT NOT NULL,
    lease_until INTEGER,
    trouble     TEXT NOT NULL,
    ended_at    INTEGER,
    CHECK ((state IN ('waiting', 'sending')) = (next_at IS NOT NULL)),
    CHECK ((state IN ('waiting', 'sending')) = (ended_at IS NULL)),
    CHECK ((state = 'sending') = (holder != '')),
    CHECK ((holder = '') = (lease_until IS NULL))
) STRICT;

CREATE INDEX acts_next ON acts (next_at) WHERE next_at IS NOT NULL;

-- One at a time, so that what comes later is what stays.
CREATE UNIQUE INDEX acts_open ON acts (delivery_id) WHERE next_at IS NOT NULL;

CREATE INDEX acts_by_delivery ON acts (delivery_id, id);
