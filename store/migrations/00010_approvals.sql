-- By when posts are approved, and by whom: when to look whether somebody must be
-- reminded, what waits for somebody, who acts in whose place, and how a campaign
-- departs from its calendar's margin.

-- +goose Up
ALTER TABLE posts ADD COLUMN remind_at INTEGER;

CREATE INDEX posts_to_remind ON posts (remind_at) WHERE remind_at IS NOT NULL;

CREATE INDEX posts_waiting ON posts (first_due, id) WHERE state NOT IN ('approved', 'archived');

-- What waits already is looked at once.
UPDATE posts SET remind_at = created_at WHERE state = 'in_review' AND first_due IS NOT NULL;

CREATE TABLE delegations (
    id          TEXT PRIMARY KEY,
    calendar_id TEXT NOT NULL REFERENCES calendars (id),
    member_id   TEXT NOT NULL REFERENCES members (id),
    to_id       TEXT REFERENCES members (id),
    from_at     INTEGER NOT NULL,
    until_at    INTEGER NOT NULL,
    reason      TEXT NOT NULL,
    made_by     TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    CHECK (until_at >= from_at),
    CHECK (to_id IS NULL OR to_id != member_id)
) STRICT;

CREATE INDEX delegations_by_calendar ON delegations (calendar_id, id);

CREATE INDEX delegations_by_end ON delegations (calendar_id, until_at);

ALTER TABLE campaigns ADD COLUMN margins TEXT;

CREATE INDEX campaigns_with_margins ON campaigns (calendar_id) WHERE margins IS NOT NULL;
