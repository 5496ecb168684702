-- What is to be done about posts, and what the community says about them.

-- +goose Up
CREATE TABLE tasks (
    seq         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    calendar_id TEXT NOT NULL REFERENCES calendars (id),
    post_id     TEXT NOT NULL REFERENCES posts (id),
    words       TEXT NOT NULL,
    checklist   TEXT NOT NULL,
    assignee_id TEXT REFERENCES members (id),
    due_at      INTEGER,
    author      TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    done        TEXT,
    version     INTEGER NOT NULL
) STRICT;
CREATE INDEX tasks_by_post ON tasks (post_id, seq);
CREATE INDEX tasks_by_calendar ON tasks (calendar_id, seq);

CREATE TABLE field_notes (
    seq         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    calendar_id TEXT NOT NULL REFERENCES calendars (id),
    post_id     TEXT NOT NULL REFERENCES posts (id),
    author      TEXT NOT NULL,
    words       TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    edited_at   INTEGER,
    version     INTEGER NOT NULL
) STRICT;
CREATE INDEX field_notes_by_calendar ON field_notes (calendar_id, seq);
CREATE INDEX field_notes_by_post ON field_notes (post_id, seq);

CREATE TABLE field_note_tags (
    note_id TEXT NOT NULL REFERENCES field_notes (id),
    tag     TEXT NOT NULL,
    PRIMARY KEY (note_id, tag)
) STRICT;
CREATE INDEX field_note_tags_by_tag ON field_note_tags (tag, note_id);
