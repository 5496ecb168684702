-- What leaves the house for the team and for programs, and how each member wants it.

-- +goose Up
CREATE TABLE dispatches (
    id          TEXT PRIMARY KEY,
    way         TEXT NOT NULL,
    kind        TEXT NOT NULL,
    calendar_id TEXT NOT NULL,
    member_id   TEXT REFERENCES members (id),
    recipient   TEXT NOT NULL,
    letter      BLOB,
    state       TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'done', 'failed', 'dropped')),
    made_at     INTEGER NOT NULL,
    next_at     INTEGER,
    tries       INTEGER NOT NULL,
    holder      TEXT NOT NULL,
    lease_until INTEGER,
    trouble     TEXT NOT NULL,
    ended_at    INTEGER,
    hook_id     TEXT,
    seq         INTEGER NOT NULL,
    again_of    TEXT NOT NULL,
    CHECK ((state IN ('waiting', 'sending')) = (next_at IS NOT NULL)),
    CHECK ((state IN ('waiting', 'sending')) = (ended_at IS NULL)),
    CHECK ((state = 'sending') = (holder != '')),
    CHECK ((holder = '') = (lease_until IS NULL)),
    CHECK (letter IS NULL OR ended_at IS NULL)
) STRICT;
CREATE INDEX dispatches_next ON dispatches (way, next_at) WHERE next_at IS NOT NULL;
CREATE UNIQUE INDEX dispatches_open ON dispatches (way, member_id, kind) WHERE state = 'waiting' AND tries = 0 AND kind IN ('alarm', 'duty', 'news');
CREATE INDEX dispatches_by_calendar ON dispatches (calendar_id, id);
CREATE UNIQUE INDEX dispatches_of_hooks ON dispatches (hook_id, seq) WHERE hook_id IS NOT NULL AND again_of = '';
CREATE INDEX dispatches_by_hook ON dispatches (hook_id, state) WHERE hook_id IS NOT NULL;
CREATE INDEX dispatches_by_end ON dispatches (ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE dispatch_tries (
    dispatch_id TEXT NOT NULL REFERENCES dispatches (id),
    number      INTEGER NOT NULL,
    started_at  INTEGER NOT NULL,
    ended_at    INTEGER,
    verdict     TEXT NOT NULL CHECK (verdict IN ('', 'done', 'later', 'never')),
    code        TEXT NOT NULL,
    message     TEXT NOT NULL,
    PRIMARY KEY (dispatch_id, number),
    CHECK ((verdict = '') = (ended_at IS NULL))
) STRICT, WITHOUT ROWID;

ALTER TABLE notices ADD COLUMN dispatch_id TEXT;
CREATE INDEX notices_by_dispatch ON notices (dispatch_id) WHERE dispatch_id IS NOT NULL;

CREATE TABLE wishes (
    member_id TEXT PRIMARY KEY REFERENCES members (id),
    wishes    TEXT NOT NULL,
    version   INTEGER NOT NULL
) STRICT;

CREATE TABLE digests (
    calendar_id TEXT NOT NULL REFERENCES calendars (id),
    kind        TEXT NOT NULL CHECK (kind IN ('daily', 'weekly')),
    day         TEXT NOT NULL,
    PRIMARY KEY (calendar_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE hooks (
    id            TEXT PRIMARY KEY,
    calendar_id   TEXT NOT NULL REFERENCES calendars (id),
    way           TEXT NOT NULL CHECK (way IN ('webhook', 'slack', 'mattermost', 'slack_app')),
    name          TEXT NOT NULL,
    host          TEXT NOT NULL,
    events        TEXT NOT NULL,
    secrets       BLOB NOT NULL,
    old_until     INTEGER,
    failing_since INTEGER,
    disabled_at   INTEGER,
    why           TEXT NOT NULL,
    created_at    INTEGER NOT NULL,
    version       INTEGER NOT NULL,
    CHECK ((disabled_at IS NULL) = (why = ''))
) STRICT;
CREATE INDEX hooks_by_calendar ON hooks (calendar_id, id);
CREATE TABLE chat_accounts (
    id        TEXT PRIMARY KEY,
    member_id TEXT NOT NULL REFERENCES members (id),
    workspace TEXT NOT NULL,
    user_id   TEXT NOT NULL,
    linked_at INTEGER NOT NULL,
    UNIQUE (workspace, user_id)
) STRICT;
CREATE INDEX chat_accounts_by_member ON chat_accounts (member_id, id);

CREATE TABLE chat_codes (
    hash       BLOB PRIMARY KEY,
    member_id  TEXT NOT NULL REFERENCES members (id),
    expires_at INTEGER NOT NULL
) STRICT;
