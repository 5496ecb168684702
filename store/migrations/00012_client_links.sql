-- People on the client's side come by a link of their own.

-- +goose Up
CREATE TABLE client_links (
    id          TEXT PRIMARY KEY,
    calendar_id TEXT NOT NULL REFERENCES calendars (id),
    campaign_id TEXT NOT NULL,
    for_whom    TEXT NOT NULL,
    email       TEXT NOT NULL,
    member_id   TEXT REFERENCES members (id),
    language    TEXT NOT NULL,
    approves    INTEGER NOT NULL CHECK (approves IN (0, 1)),
    made_by     TEXT NOT NULL,
    maker_id    TEXT NOT NULL REFERENCES members (id),
    secret      BLOB NOT NULL UNIQUE,
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER,
    revoked_at  INTEGER,
    name        TEXT NOT NULL,
    code        BLOB,
    code_ends   INTEGER,
    code_failed INTEGER NOT NULL,
    version     INTEGER NOT NULL,
    CHECK (code IS NULL OR code_ends IS NOT NULL)
) STRICT;
CREATE INDEX client_links_by_calendar ON client_links (calendar_id, id);

CREATE TABLE client_visits (
    id         TEXT PRIMARY KEY,
    link_id    TEXT NOT NULL REFERENCES client_links (id),
    secret     BLOB NOT NULL UNIQUE,
    name       TEXT NOT NULL,
    proof      TEXT NOT NULL CHECK (proof IN ('name_declared', 'code_by_mail')),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX client_visits_by_link ON client_visits (link_id);

CREATE TABLE client_seen (
    link_id  TEXT NOT NULL REFERENCES client_links (id),
    post_id  TEXT NOT NULL REFERENCES posts (id),
    revision INTEGER NOT NULL,
    before   INTEGER NOT NULL CHECK (before < revision),
    PRIMARY KEY (link_id, post_id)
) STRICT;
