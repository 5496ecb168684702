-- What members have written of posts and not saved.

-- +goose Up
CREATE TABLE working_copies (
    member_id TEXT NOT NULL REFERENCES members (id),
    post_id   TEXT NOT NULL REFERENCES posts (id),
    edit      TEXT NOT NULL,
    base      TEXT NOT NULL,
    revision  INTEGER NOT NULL CHECK (revision > 0),
    started   TEXT NOT NULL,
    made_at   INTEGER NOT NULL,
    saved_at  INTEGER NOT NULL,
    version   INTEGER NOT NULL,
    PRIMARY KEY (member_id, post_id)
) STRICT;
