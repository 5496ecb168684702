-- Where a post stands with those who sign it: sign-offs of steps, changes that
-- were asked for, and what can be undone for a moment.

-- +goose Up
ALTER TABLE posts ADD COLUMN review TEXT;
