-- People say things about posts, suggest other words, and know what they have
-- read.

-- +goose Up
CREATE TABLE comments (
    seq         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    calendar_id TEXT NOT NULL REFERENCES calendars (id),
    post_id     TEXT NOT NULL REFERENCES posts (id),
    thread_id   TEXT NOT NULL REFERENCES comments (id),
    author_id   TEXT NOT NULL,
    author      TEXT NOT NULL,
    words       TEXT NOT NULL,
    client      INTEGER NOT NULL CHECK (client IN (0, 1)),
    anchor      TEXT,
    suggestion  TEXT,
    created_at  INTEGER NOT NULL,
    edited_at   INTEGER,
    removed_at  INTEGER,
    resolved    TEXT,
    version     INTEGER NOT NULL,
    CHECK (suggestion IS NULL OR anchor IS NOT NULL),
    CHECK (id = thread_id OR (resolved IS NULL AND anchor IS NULL))
) STRICT;
CREATE INDEX comments_by_post ON comments (post_id, seq);
CREATE INDEX comments_by_calendar ON comments (calendar_id, seq);

CREATE TABLE comment_mentions (
    comment_id TEXT NOT NULL REFERENCES comments (id),
    member_id  TEXT NOT NULL REFERENCES members (id),
    PRIMARY KEY (comment_id, member_id)
) STRICT;
CREATE INDEX comment_mentions_by_member ON comment_mentions (member_id, comment_id);

CREATE TABLE comments_read (
    member_id TEXT NOT NULL REFERENCES members (id),
    post_id   TEXT NOT NULL REFERENCES posts (id),
    seq       INTEGER NOT NULL,
    PRIMARY KEY (member_id, post_id)
) STRICT;
