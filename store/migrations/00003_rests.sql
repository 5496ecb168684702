-- Accounts that may not be called for a while, or that have not answered. An
-- account without a row is as it should be.

-- +goose Up
CREATE TABLE rests (
    platform  TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    rest      TEXT NOT NULL,
    PRIMARY KEY (platform, remote_id)
) STRICT, WITHOUT ROWID;
