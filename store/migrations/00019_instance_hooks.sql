-- Programs that hear what is of no calendar; and tokens know by which token they were made, to end with it.

-- +goose Up
CREATE TABLE hooks_of_all (
    id            TEXT PRIMARY KEY,
    calendar_id   TEXT REFERENCES calendars (id),
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
    CHECK ((disabled_at IS NULL) = (why = '')),
    CHECK (calendar_id IS NOT NULL OR way = 'webhook')
) STRICT;
INSERT INTO hooks_of_all (id, calendar_id, way, name, host, events, secrets, old_until, failing_since, disabled_at, why, created_at, version)
SELECT id, calendar_id, way, name, host, events, secrets, old_until, failing_since, disabled_at, why, created_at, version FROM hooks;
DROP TABLE hooks;
ALTER TABLE hooks_of_all RENAME TO hooks;
CREATE INDEX hooks_by_calendar ON hooks (calendar_id, id);

ALTER TABLE tokens ADD COLUMN parent_id TEXT REFERENCES tokens (id);
CREATE INDEX tokens_by_parent ON tokens (parent_id) WHERE parent_id IS NOT NULL;
