-- The record's words stand in its chains as seals, so that they can be erased
-- and the chains still hold; nothing else of it can be changed, and no line
-- taken out. Lines from before keep the hash they had (first_hash). Their new
-- ones are written when the database is opened, which no SQL can: until then
-- they have none.

-- +goose Up
ALTER TABLE audit RENAME TO audit_before;
DROP INDEX audit_by_calendar;
DROP INDEX audit_by_post;

CREATE TABLE audit (
    seq         INTEGER PRIMARY KEY,
    at          INTEGER NOT NULL,
    calendar_id TEXT NOT NULL,
    member_id   TEXT NOT NULL,
    token_id    TEXT NOT NULL,
    maker_id    TEXT NOT NULL,
    name        TEXT,
    action      TEXT NOT NULL,
    subject     TEXT NOT NULL,
    post_id     TEXT NOT NULL,
    revision    INTEGER NOT NULL,
    status      TEXT NOT NULL,
    note        TEXT,
    detail      TEXT,
    name_salt   BLOB,
    note_salt   BLOB,
    detail_salt BLOB,
    seals       TEXT NOT NULL,
    first_hash  TEXT NOT NULL,
    previous    TEXT NOT NULL,
    hash        TEXT NOT NULL,
    CHECK (name IS NOT NULL OR name_salt IS NULL),
    CHECK (note IS NOT NULL OR note_salt IS NULL),
    CHECK (detail IS NOT NULL OR detail_salt IS NULL)
) STRICT;
CREATE INDEX audit_by_calendar ON audit (calendar_id, seq);
CREATE INDEX audit_by_post ON audit (post_id, seq);
CREATE INDEX audit_by_member ON audit (member_id, seq) WHERE member_id != '';

-- +goose StatementBegin
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
WHEN NEW.seq IS NOT OLD.seq OR NEW.at IS NOT OLD.at OR NEW.calendar_id IS NOT OLD.calendar_id
    OR NEW.member_id IS NOT OLD.member_id OR NEW.token_id IS NOT OLD.token_id OR NEW.maker_id IS NOT OLD.maker_id
    OR NEW.action IS NOT OLD.action OR NEW.subject IS NOT OLD.subject OR NEW.post_id IS NOT OLD.post_id
    OR NEW.revision IS NOT OLD.revision OR NEW.status IS NOT OLD.status OR NEW.seals IS NOT OLD.seals
    OR NEW.first_hash IS NOT OLD.first_hash OR NEW.previous IS NOT OLD.previous OR NEW.hash IS NOT OLD.hash
    OR NEW.name IS NOT NULL AND (NEW.name IS NOT OLD.name OR NEW.name_salt IS NOT OLD.name_salt)
    OR NEW.note IS NOT NULL AND (NEW.note IS NOT OLD.note OR NEW.note_salt IS NOT OLD.note_salt)
    OR NEW.detail IS NOT NULL AND (NEW.detail IS NOT OLD.detail OR NEW.detail_salt IS NOT OLD.detail_salt)
BEGIN
    SELECT RAISE(ABORT, 'the record is only added to');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_keeps BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the record is only added to');
END;
-- +goose StatementEnd
