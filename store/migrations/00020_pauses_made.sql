-- When a pause was made: one that began with that has begun, also where the
-- clock went back since. Of older ones it is not known.

-- +goose Up
ALTER TABLE pauses ADD COLUMN made_at INTEGER;
