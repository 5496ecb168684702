-- A database as schema 14 left it, with a few rows. It is never changed: databases like it are out there.

CREATE TABLE goose_db_version (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		version_id INTEGER NOT NULL,
		is_applied INTEGER NOT NULL,
		tstamp TIMESTAMP DEFAULT (datetime('now'))
	);
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (1, 0, 1, '2026-11-29 12:49:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (2, 1, 1, '2026-11-29 12:49:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (3, 2, 1, '2026-11-29 12:49:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (4, 3, 1, '2026-11-29 12:49:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (5, 4, 1, '2026-11-29 12:49:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (6, 5, 1, '2026-11-29 12:49:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (7, 6, 1, '2026-11-29 12:49:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (8, 7, 1, '2026-11-29 12:49:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (9, 8, 1, '2026-11-29 12:49:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (10, 9, 1, '2026-11-29 12:49:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (11, 10, 1, '2026-11-29 12:49:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (12, 11, 1, '2026-11-29 12:49:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (13, 12, 1, '2026-11-29 12:49:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (14, 13, 1, '2026-11-29 12:49:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (15, 14, 1, '2026-11-29 12:49:23');
CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO settings (name, value) VALUES ('file', '10494086 of 1795956563.191529050');
CREATE TABLE calendars (
    id          TEXT PRIMARY KEY,
    name        TEXT NOT NULL,
    zone        TEXT NOT NULL,
    language    TEXT NOT NULL,
    policy      TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    archived_at INTEGER,
    version     INTEGER NOT NULL
) STRICT;
INSERT INTO calendars (id, name, zone, language, policy, created_at, archived_at, version) VALUES ('cal_1', 'Maison', 'Europe/Paris', 'fr', '{"Approval":"one","NoSelfApproval":false,"Lateness":1800000000000,"ApproveAhead":0,"UntilApproved":"hold","Margin":{"Graphemes":15,"Fields":["text","hashtags","alt_text"],"SameDay":true,"Words":null},"ResendWhenLikely":false,"TokensMayApprove":false,"AltTextsRequired":false,"DeadLinks":"","Blackouts":null,"QuietHours":null}', 1795435200000, NULL, 1);
CREATE TABLE members (
    id             TEXT PRIMARY KEY,
    name           TEXT NOT NULL,
    email          TEXT NOT NULL UNIQUE,
    language       TEXT NOT NULL,
    owner          INTEGER NOT NULL CHECK (owner IN (0, 1)),
    created_at     INTEGER NOT NULL,
    deactivated_at INTEGER,
    version        INTEGER NOT NULL
, service INTEGER NOT NULL DEFAULT 0 CHECK (service IN (0, 1))) STRICT;
INSERT INTO members (id, name, email, language, owner, created_at, deactivated_at, version, service) VALUES ('mem_1', 'Inès', 'ines@example.org', '', 0, 1795435200000, NULL, 1, 0);
INSERT INTO members (id, name, email, language, owner, created_at, deactivated_at, version, service) VALUES ('mem_2', 'Karim', 'karim@example.org', 'fr', 0, 1795435200000, NULL, 1, 0);
INSERT INTO members (id, name, email, language, owner, created_at, deactivated_at, version, service) VALUES ('mem_3', 'CMS', 'mem_3', '', 0, 1795435200000, NULL, 1, 1);
CREATE TABLE roles (
    member_id   TEXT NOT NULL REFERENCES members (id),
    calendar_id TEXT NOT NULL REFERENCES calendars (id),
    role        TEXT NOT NULL CHECK (role IN ('manager', 'editor', 'contributor', 'reviewer', 'viewer')),
    PRIMARY KEY (member_id, calendar_id, role)
) STRICT;
INSERT INTO roles (member_id, calendar_id, role) VALUES ('mem_1', 'cal_1', 'manager');
INSERT INTO roles (member_id, calendar_id, role) VALUES ('mem_2', 'cal_1', 'editor');
INSERT INTO roles (member_id, calendar_id, role) VALUES ('mem_2', 'cal_1', 'viewer');
CREATE INDEX roles_by_calendar ON roles (calendar_id, member_id);
CREATE TABLE tokens (
    id           TEXT PRIMARY KEY,
    name         TEXT NOT NULL,
    member_id    TEXT NOT NULL REFERENCES members (id),
    maker_id     TEXT NOT NULL REFERENCES members (id),
    permissions  TEXT NOT NULL,
    calendars    TEXT NOT NULL,
    secret       BLOB NOT NULL UNIQUE,
    created_at   INTEGER NOT NULL,
    expires_at   INTEGER,
    last_used_at INTEGER,
    revoked_at   INTEGER
) STRICT;
INSERT INTO tokens (id, name, member_id, maker_id, permissions, calendars, secret, created_at, expires_at, last_used_at, revoked_at) VALUES ('tok_1', 'agent', 'mem_1', 'mem_2', 'null', '["cal_1"]', X'010203', 1795435200000, NULL, NULL, NULL);
CREATE INDEX tokens_by_member ON tokens (member_id, id);
CREATE TABLE channels (
    id          TEXT PRIMARY KEY,
    calendar_id TEXT NOT NULL REFERENCES calendars (id),
    platform    TEXT NOT NULL,
    name        TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('connected', 'reconnect', 'disconnected')),
    remote_id   TEXT NOT NULL,
    handle      TEXT NOT NULL,
    url         TEXT NOT NULL,
    settings    TEXT NOT NULL,
    facts       TEXT NOT NULL,
    limits      TEXT NOT NULL,
    rules       TEXT NOT NULL,
    credentials BLOB NOT NULL,
    expires_at  INTEGER,
    warned      TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    archived_at INTEGER,
    version     INTEGER NOT NULL
) STRICT;
INSERT INTO channels (id, calendar_id, platform, name, state, remote_id, handle, url, settings, facts, limits, rules, credentials, expires_at, warned, created_at, archived_at, version) VALUES ('chan_1', 'cal_1', 'on chan_1', 'chan_1', 'connected', 'account of chan_1', '', '', '{"server":"wall.example"}', 'null', '{"Text":null,"TextOrMedia":false,"MediaRequired":false,"Parts":3,"FirstComment":false,"LinkCard":false,"CardOrMedia":false,"Media":{"Max":0,"Types":null,"Alt":{"Max":0,"Counting":{"Unit":"","LinkLength":0,"LocalMentions":false}},"Pixels":0,"AltAdvised":false},"Options":null,"Lead":0,"Edits":{"Copy":true,"Alt":false,"Media":false}}', '{"MinimumGap":0,"DailyQuota":0,"QuietHours":null}', X'6B08030A05345A6110491F04000E05495149080419190E081F4B030419180E4B090A1F1F0E19124B181F0A1B070E4916', NULL, '{"Expires":"0001-01-01T00:00:00Z","Days":0}', 1795435200000, NULL, 2);
INSERT INTO channels (id, calendar_id, platform, name, state, remote_id, handle, url, settings, facts, limits, rules, credentials, expires_at, warned, created_at, archived_at, version) VALUES ('chan_2', 'cal_1', 'on chan_2', 'chan_2', 'connected', 'account of chan_2', '', '', 'null', 'null', '{"Text":null,"TextOrMedia":false,"MediaRequired":false,"Parts":0,"FirstComment":false,"LinkCard":false,"CardOrMedia":false,"Media":{"Max":0,"Types":null,"Alt":{"Max":0,"Counting":{"Unit":"","LinkLength":0,"LocalMentions":false}},"Pixels":0,"AltAdvised":false},"Options":null,"Lead":0,"Edits":{"Copy":false,"Alt":false,"Media":false}}', '{"MinimumGap":0,"DailyQuota":0,"QuietHours":null}', X'', NULL, '{"Expires":"0001-01-01T00:00:00Z","Days":0}', 1795435200000, NULL, 1);
CREATE INDEX channels_by_calendar ON channels (calendar_id, id);
CREATE INDEX channels_by_account ON channels (platform, remote_id);
CREATE INDEX channels_by_end ON channels (expires_at) WHERE expires_at IS NOT NULL;
CREATE TABLE campaigns (
    id          TEXT PRIMARY KEY,
    calendar_id TEXT NOT NULL REFERENCES calendars (id),
    name        TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    version     INTEGER NOT NULL
, margins TEXT) STRICT;
INSERT INTO campaigns (id, calendar_id, name, created_at, version, margins) VALUES ('camp_1', 'cal_1', 'x', 1795435200000, 2, '{"Tighter":{"Graphemes":15,"Fields":["text","hashtags","alt_text"],"SameDay":true,"Words":null}}');
CREATE INDEX campaigns_by_calendar ON campaigns (calendar_id, id);
CREATE TABLE pillars (
    id          TEXT PRIMARY KEY,
    calendar_id TEXT NOT NULL REFERENCES calendars (id),
    name        TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    version     INTEGER NOT NULL
) STRICT;
INSERT INTO pillars (id, calendar_id, name, created_at, version) VALUES ('pil_1', 'cal_1', 'Savoir-faire', 1795435200000, 1);
CREATE INDEX pillars_by_calendar ON pillars (calendar_id, id);
CREATE TABLE media (
    id          TEXT PRIMARY KEY,
    calendar_id TEXT NOT NULL REFERENCES calendars (id),
    hash        TEXT NOT NULL,
    type        TEXT NOT NULL,
    bytes       INTEGER NOT NULL CHECK (bytes > 0),
    width       INTEGER NOT NULL,
    height      INTEGER NOT NULL,
    name        TEXT NOT NULL,
    alt         TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    version     INTEGER NOT NULL
) STRICT;
INSERT INTO media (id, calendar_id, hash, type, bytes, width, height, name, alt, created_at, version) VALUES ('med_1', 'cal_1', '92b2fa58028958317e408bd84ecfa70f5ee35b121991dbc232c49d166353708b', 'é «.Type» 1', 9, 1, 1, 'é «.Name» 1', 'é «.Alt» 1', 1795435200000, 1);
CREATE INDEX media_by_calendar ON media (calendar_id, id);
CREATE TABLE posts (
    id          TEXT PRIMARY KEY,
    calendar_id TEXT NOT NULL REFERENCES calendars (id),
    state       TEXT NOT NULL CHECK (state IN ('idea', 'draft', 'in_review', 'changes_requested', 'approved', 'archived')),
    status      TEXT NOT NULL,
    title       TEXT NOT NULL,
    campaign_id TEXT REFERENCES campaigns (id) ON DELETE SET NULL,
    pillar_id   TEXT REFERENCES pillars (id) ON DELETE SET NULL,
    sheet       TEXT NOT NULL,
    revision    INTEGER NOT NULL CHECK (revision > 0),
    author_id   TEXT NOT NULL,
    approval    TEXT,
    hold        TEXT,
    first_due   INTEGER,
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    version     INTEGER NOT NULL, links TEXT, review TEXT, remind_at INTEGER,
    CHECK (state != 'approved' OR approval IS NOT NULL)
) STRICT;
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2emithtrj1413h25rnupsak', 'cal_1', 'approved', 'published', 'published', NULL, NULL, '{"owner":"mem_1","planned":{"Local":"2026-11-23T13:00","Zone":"Europe/Paris","Fold":0}}', 3, 'mem_1', '{"Revision":3,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33"},"Accounts":{"chan_1":"account of chan_1"},"Times":{"chan_1":{"Local":"2026-11-23T13:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795435200000, 1795431600000, 1795435201000, 6, NULL, NULL, NULL);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2emitj9sdb0u5tdb9rb1d1g', 'cal_1', 'in_review', 'in_review', 'rewritten', 'camp_1', NULL, '{"labels":["hiver"],"owner":"mem_1","planned":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0}}', 2, 'mem_1', '{"Revision":1,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"650525c899f0a9f13c1bae650b9aa4e924276efd67a6a2381567a7638dbbad59","chan_2":"16e2acb25f5c59ef18845982c372a1e30b6b664ff3b230011a3dd9d960ea2aef"},"Accounts":{"chan_1":"account of chan_1","chan_2":"account of chan_2"},"Times":{"chan_1":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0},"chan_2":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795593600000, 1795435201000, 1795435201000, 3, NULL, '{"Since":"2026-11-23T12:00:01Z"}', 1795507200000);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2emitjhvcf7oom4mmubv7kc', 'cal_1', 'approved', 'scheduled', 'scheduled', NULL, 'pil_1', '{"brief":"un brief","notes":"une note","owner":"mem_1","planned":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}', 2, 'mem_1', '{"Revision":2,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"65780f7d8e3366dc9830aa7bf7b42561c2ad116032d9aca4c7cc6ecfd8389bbe"},"Accounts":{"chan_1":"account of chan_1"},"Times":{"chan_1":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795507200000, 1795435201000, 1795435201000, 3, NULL, '{"Since":"0001-01-01T00:00:00Z","Undo":{"By":"mem_1","At":"2026-11-23T12:00:01Z","Version":3,"Review":{"Since":"2026-11-23T12:00:01Z"},"Planned":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2emitkpp43ctd33tbdniqi8', 'cal_1', 'idea', 'idea', 'an idea', NULL, NULL, '{"owner":"mem_1"}', 1, 'mem_1', NULL, NULL, NULL, 1795435201000, 1795435201000, 1, NULL, NULL, NULL);
CREATE INDEX posts_by_due ON posts (calendar_id, first_due, id);
CREATE INDEX posts_by_status ON posts (calendar_id, status, first_due, id);
CREATE INDEX posts_by_campaign ON posts (campaign_id) WHERE campaign_id IS NOT NULL;
CREATE INDEX posts_by_pillar ON posts (pillar_id) WHERE pillar_id IS NOT NULL;
CREATE VIRTUAL TABLE posts_text USING fts4 (words, tokenize=unicode61 "remove_diacritics=2");
INSERT INTO posts_text (docid, words) VALUES (1, 'published
published
one
deux
');
INSERT INTO posts_text (docid, words) VALUES (2, 'rewritten
rewritten since');
INSERT INTO posts_text (docid, words) VALUES (3, 'scheduled
Un été de lumière https://maison.example');
INSERT INTO posts_text (docid, words) VALUES (4, 'an idea
');
CREATE TABLE revisions (
    post_id TEXT NOT NULL REFERENCES posts (id),
    number  INTEGER NOT NULL,
    content TEXT NOT NULL,
    hashes  TEXT NOT NULL,
    author  TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (post_id, number)
) STRICT;
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2emithtrj1413h25rnupsak', 1, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"052fbccf5ee9d03e6a6f92c51d88b1cac8a354f8e44697a0a255f09b035aabf7"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795431600000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2emithtrj1413h25rnupsak', 2, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":{"chan_1":{"Text":null,"Parts":["one","two"],"Media":null,"Link":null,"NoLink":false,"FirstComment":"","Options":null}}}', '{"chan_1":"35d075f33f88fe368f09efa8446c048a40bf07e1f0915dbcdd810cd498d5f604"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795431600000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2emithtrj1413h25rnupsak', 3, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":{"chan_1":{"Text":null,"Parts":["one","deux"],"Media":null,"Link":null,"NoLink":false,"FirstComment":"","Options":null}}}', '{"chan_1":"99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2emitj9sdb0u5tdb9rb1d1g', 1, '{"Text":"rewritten","Language":"fr","Media":null,"Link":null,"Channels":["chan_1","chan_2"],"Variants":null}', '{"chan_1":"650525c899f0a9f13c1bae650b9aa4e924276efd67a6a2381567a7638dbbad59","chan_2":"16e2acb25f5c59ef18845982c372a1e30b6b664ff3b230011a3dd9d960ea2aef"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2emitj9sdb0u5tdb9rb1d1g', 2, '{"Text":"rewritten since","Language":"fr","Media":null,"Link":null,"Channels":["chan_1","chan_2"],"Variants":null}', '{"chan_1":"0166a27046c1ad4520e03d9cac27d4281d98570f0c6b48bc1ac1a78c095384fa","chan_2":"dd3f30d95f283c4f09d07edaa63f4437c9838fbf3a8a62ecab5218b47a883b4d"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2emitjhvcf7oom4mmubv7kc', 1, '{"Text":"scheduled","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"89359b91d713f99270d1c4ec89607507ff0bd5ea9a7bfa08452a3b0800654a5f"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2emitjhvcf7oom4mmubv7kc', 2, '{"Text":"Un été de lumière https://maison.example","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"65780f7d8e3366dc9830aa7bf7b42561c2ad116032d9aca4c7cc6ecfd8389bbe"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2emitkpp43ctd33tbdniqi8', 1, '{"Text":"","Language":"","Media":null,"Link":null,"Channels":null,"Variants":null}', '{}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
CREATE TABLE deliveries (
    id           TEXT PRIMARY KEY,
    post_id      TEXT NOT NULL REFERENCES posts (id),
    calendar_id  TEXT NOT NULL REFERENCES calendars (id),
    channel_id   TEXT NOT NULL REFERENCES channels (id),
    platform     TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN
        ('planned', 'scheduled', 'held', 'sending', 'unknown', 'published', 'missed', 'failed', 'dropped')),
    due_at       INTEGER,
    tolerance_ms INTEGER NOT NULL,
    next_at      INTEGER,
    revision     INTEGER NOT NULL,
    hash         TEXT NOT NULL,
    attempt      INTEGER NOT NULL,
    holder       TEXT NOT NULL,
    lease_until  INTEGER,
    stopped      INTEGER NOT NULL CHECK (stopped IN (0, 1)),
    holds        TEXT NOT NULL,
    tries        INTEGER NOT NULL,
    looks        INTEGER NOT NULL,
    resend       INTEGER NOT NULL CHECK (resend IN (0, 1)),
    trouble      TEXT NOT NULL,
    out_at       INTEGER,
    preflight    TEXT,
    preflight_at INTEGER, live_revision INTEGER NOT NULL DEFAULT 0, live_hash TEXT NOT NULL DEFAULT '',
    UNIQUE (post_id, channel_id),
    CHECK ((holder = '') = (lease_until IS NULL)),
    CHECK (state != 'sending' OR holder != ''),
    CHECK (state NOT IN ('scheduled', 'held', 'sending') OR (next_at IS NOT NULL AND due_at IS NOT NULL)),
    CHECK (state NOT IN ('planned', 'published', 'missed', 'failed', 'dropped') OR next_at IS NULL),
    CHECK (state != 'published' OR out_at IS NOT NULL)
) STRICT;
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2emithtrnr78ipl4prpj4lk', 'post_06h2emithtrj1413h25rnupsak', 'cal_1', 'chan_1', 'on chan_1', 'published', 1795435200000, 1800000, NULL, 2, '35d075f33f88fe368f09efa8446c048a40bf07e1f0915dbcdd810cd498d5f604', 2, '', NULL, 0, 'null', 0, 0, 0, 'null', 1795435200100, NULL, 1795348800000, 3, '99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33');
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2emitj9sfv9kbcp20egd66o', 'post_06h2emitj9sdb0u5tdb9rb1d1g', 'cal_1', 'chan_1', 'on chan_1', 'planned', 1795593600000, 1800000, NULL, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795507200000, 0, '');
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2emitj9sg97o6uompafcpb4', 'post_06h2emitj9sdb0u5tdb9rb1d1g', 'cal_1', 'chan_2', 'on chan_2', 'planned', 1795593600000, 1800000, NULL, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795507200000, 0, '');
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2emitjhveh9tpvnpr7l2ve0', 'post_06h2emitjhvcf7oom4mmubv7kc', 'cal_1', 'chan_1', 'on chan_1', 'scheduled', 1795507200000, 1800000, 1795507200000, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795420800000, 0, '');
CREATE INDEX deliveries_by_channel ON deliveries (channel_id, out_at) WHERE out_at IS NOT NULL;
CREATE INDEX deliveries_preflight ON deliveries (due_at, preflight_at) WHERE preflight_at IS NOT NULL;
CREATE TABLE pauses (
    id          TEXT PRIMARY KEY,
    calendar_id TEXT REFERENCES calendars (id),
    scope       TEXT NOT NULL CHECK (scope IN ('all', 'calendar', 'channel', 'campaign', 'pillar')),
    scope_id    TEXT NOT NULL,
    reason      TEXT NOT NULL CHECK (reason != ''),
    made_by     TEXT NOT NULL,
    from_at     INTEGER NOT NULL,
    until_at    INTEGER,
    version     INTEGER NOT NULL
) STRICT;
INSERT INTO pauses (id, calendar_id, scope, scope_id, reason, made_by, from_at, until_at, version) VALUES ('pau_06h2emitl1orra77d7la5oa1mk', 'cal_1', 'channel', 'chan_2', 'an accident', '{"Member":"","Name":"","Token":"","Maker":"","Language":"","May":null}', 1795435201000, 1795435261000, 2);
CREATE INDEX pauses_by_end ON pauses (until_at);
CREATE TABLE audit (
    seq         INTEGER PRIMARY KEY,
    at          INTEGER NOT NULL,
    calendar_id TEXT NOT NULL,
    actor       TEXT NOT NULL,
    action      TEXT NOT NULL,
    subject     TEXT NOT NULL,
    post_id     TEXT NOT NULL,
    revision    INTEGER NOT NULL,
    status      TEXT NOT NULL,
    note        TEXT NOT NULL,
    detail      TEXT NOT NULL,
    previous    TEXT NOT NULL,
    hash        TEXT NOT NULL
) STRICT;
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (1, 1795435200000, '', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'member.added', 'mem_1', '', 0, '', '', '', '', 'd7f5609b0eb591cb1ef94ddd05ac2ccddbd6436df9512bd9837ccea130e8ddb1');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (2, 1795435200000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'calendar.created', 'cal_1', '', 0, '', '', '', '', '3751d93c9caa8d41ae18e6e1e20dd58209dc9b2315a585d56f87b54810f2d97c');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (3, 1795435200000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'channel.connected', 'chan_1', '', 0, '', '', '', '3751d93c9caa8d41ae18e6e1e20dd58209dc9b2315a585d56f87b54810f2d97c', 'f3c390d0c3bdf07bbb3c96cae0993a0b96da847bfc4d031f81bb3689e0371ec9');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (4, 1795435200000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'channel.connected', 'chan_2', '', 0, '', '', '', 'f3c390d0c3bdf07bbb3c96cae0993a0b96da847bfc4d031f81bb3689e0371ec9', '938082fcbde424c352c32db5b0a45faeaa7667399ac096842363d734e92507a8');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (5, 1795435200000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'member.added', 'mem_2', '', 0, '', '', 'cal_1: none → editor viewer', '938082fcbde424c352c32db5b0a45faeaa7667399ac096842363d734e92507a8', '0596a1546c69c85e6c523c985d7d484faa7c8d387a6301c9d8be4f2195103a2f');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (6, 1795435200000, '', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'token.created', 'tok_1', '', 0, '', '', '', 'd7f5609b0eb591cb1ef94ddd05ac2ccddbd6436df9512bd9837ccea130e8ddb1', '0f5cdf77a432af67b1799ad8a64cfbf4e785907c28f7c77f971094f10a96747d');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (7, 1795435200000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'channel.updated', 'chan_1', '', 0, '', '', '', '0596a1546c69c85e6c523c985d7d484faa7c8d387a6301c9d8be4f2195103a2f', '3a4f6b71ba3682c84ac4c86a38d7c75f5db9e96f63a4b8507220f758ea038ac5');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (8, 1795435200000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'campaign.created', 'camp_1', '', 0, '', '', '', '3a4f6b71ba3682c84ac4c86a38d7c75f5db9e96f63a4b8507220f758ea038ac5', '38505e8d10ef3977ee5c1f1f9e62d228a3bd587748732567c7f06bb27580b3f9');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (9, 1795435200000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'pillar.created', 'pil_1', '', 0, '', '', '', '38505e8d10ef3977ee5c1f1f9e62d228a3bd587748732567c7f06bb27580b3f9', '4fd3f27369f1557d1c5e51419b7e0449e4e2f934cc8427f92a3a0bc99677825d');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (10, 1795435200000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'media.added', 'med_1', '', 0, '', '', '', '4fd3f27369f1557d1c5e51419b7e0449e4e2f934cc8427f92a3a0bc99677825d', 'ef184614811022a46036c2deb3fb21cb87fbf98dab21d4bb94acdcc04b564cfe');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (11, 1795435200000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'role.created', 'role_1', '', 0, '', '', '', 'ef184614811022a46036c2deb3fb21cb87fbf98dab21d4bb94acdcc04b564cfe', 'bf2c19b535dfbe7802b9658acee557e2a09eb1f8fcf1e68c883e54f8cf0a614a');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (12, 1795435200000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'member.added', 'mem_3', '', 0, '', '', 'cal_1: none → role_1', 'bf2c19b535dfbe7802b9658acee557e2a09eb1f8fcf1e68c883e54f8cf0a614a', 'e294f81c0509a0a0959ea0beb7b257fefaf727fdfad146a30c2b6675ed377b8f');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (13, 1795435200000, '', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'session.started', 'ses_1', '', 0, '', '', '192.0.2.0/24', '0f5cdf77a432af67b1799ad8a64cfbf4e785907c28f7c77f971094f10a96747d', '119bf805b3029ec02426d41ad400e647505f51911d42332193979100411688e3');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (14, 1795435200000, '', '{"Member":"mem_2","Name":"Karim","Token":"ses_2","Maker":"","Language":"fr","May":null}', 'identity.linked', 'mem_2', '', 0, '', '', 'https://id.example', '119bf805b3029ec02426d41ad400e647505f51911d42332193979100411688e3', '4619967739190da9d62bfd637a8f5e46d91db3fc8f76d01d6ab4a6d42a659031');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (15, 1795435200000, '', '{"Member":"mem_2","Name":"Karim","Token":"ses_2","Maker":"","Language":"fr","May":null}', 'session.started', 'ses_2', '', 0, '', '', '', '4619967739190da9d62bfd637a8f5e46d91db3fc8f76d01d6ab4a6d42a659031', 'd8abf1f0ba7a7ef10fbcfde6b09c578e0408d12be28006d0c3903a022f380f49');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (16, 1795435200000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'invitation.made', 'inv_1', '', 0, '', '', '', 'e294f81c0509a0a0959ea0beb7b257fefaf727fdfad146a30c2b6675ed377b8f', '5139976dac20cbe668e90ca6b62c34736d48e11be444fcbb9a628d7856e0b975');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (17, 1795435200000, '', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'reset.made', 'mem_2', '', 0, '', '', '', 'd8abf1f0ba7a7ef10fbcfde6b09c578e0408d12be28006d0c3903a022f380f49', '59edc7f103c0718059f87e98949825c6f322f31424e9d4cfbd0d17856468a9c5');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (18, 1795431600000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.created', 'post_06h2emithtrj1413h25rnupsak', 'post_06h2emithtrj1413h25rnupsak', 1, 'draft', '', '', '5139976dac20cbe668e90ca6b62c34736d48e11be444fcbb9a628d7856e0b975', 'da8e759980796cda04693fd87d001328a9eea04b05ffabfe9cd728cc7c89f1a4');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (19, 1795431600000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.revised', 'post_06h2emithtrj1413h25rnupsak', 'post_06h2emithtrj1413h25rnupsak', 2, 'draft', '', '', 'da8e759980796cda04693fd87d001328a9eea04b05ffabfe9cd728cc7c89f1a4', '65828855d267666d255a709eb8d7078986ab97906c01ae3d16465b3f7d1502f1');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (20, 1795431600000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.submitted', 'post_06h2emithtrj1413h25rnupsak', 'post_06h2emithtrj1413h25rnupsak', 2, 'scheduled', 'a note', '', '65828855d267666d255a709eb8d7078986ab97906c01ae3d16465b3f7d1502f1', '502d6817d9f215fd69d7e6166b3d0e246b09f5e6213f8ffa7794c5358c534756');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (21, 1795431600000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.approved', 'post_06h2emithtrj1413h25rnupsak', 'post_06h2emithtrj1413h25rnupsak', 2, 'scheduled', 'a note', '', '502d6817d9f215fd69d7e6166b3d0e246b09f5e6213f8ffa7794c5358c534756', '6706d2c28d5bf90efc50f7b808b32565b9034543db0b17bb27a59a8542848640');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (22, 1795435201100, 'cal_1', '{"Member":"","Name":"parution","Token":"","Maker":"","Language":"","May":null}', 'delivery.published', 'dlv_06h2emithtrnr78ipl4prpj4lk', 'post_06h2emithtrj1413h25rnupsak', 2, 'published', '', '', '6706d2c28d5bf90efc50f7b808b32565b9034543db0b17bb27a59a8542848640', '72fe98fc275fe4cbc2adabe294523f717955603c79147c2364e9ff85aae808f4');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (23, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.revised', 'post_06h2emithtrj1413h25rnupsak', 'post_06h2emithtrj1413h25rnupsak', 3, 'published', '', '', '72fe98fc275fe4cbc2adabe294523f717955603c79147c2364e9ff85aae808f4', '76fd55c16c6797a41982a1c41e28f3b40dba23065801915b5e9ba09dff627df5');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (24, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.approval_lost', 'post_06h2emithtrj1413h25rnupsak', 'post_06h2emithtrj1413h25rnupsak', 3, 'published', '', 'for mem_1 mem_3', '76fd55c16c6797a41982a1c41e28f3b40dba23065801915b5e9ba09dff627df5', '5ceff876c8b93bc9fec3d5321adf3ca5077fc8d3728e0f47f93c9249ba6c0537');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (25, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.approved', 'post_06h2emithtrj1413h25rnupsak', 'post_06h2emithtrj1413h25rnupsak', 3, 'published', 'a note', '', '5ceff876c8b93bc9fec3d5321adf3ca5077fc8d3728e0f47f93c9249ba6c0537', 'f3e1974e3f234acd107a26a6e7de2b109b5e47243081232ef9b590040c016e13');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (26, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'delivery.edit_live', 'dlv_06h2emithtrnr78ipl4prpj4lk', 'post_06h2emithtrj1413h25rnupsak', 3, 'published', 'a typo', '', 'f3e1974e3f234acd107a26a6e7de2b109b5e47243081232ef9b590040c016e13', '964a8154bfbbb708458b58f4a5eab7c551f36d3bf3f02c174ab4a4c0014b0023');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (27, 1795435201000, 'cal_1', '{"Member":"","Name":"parution","Token":"","Maker":"","Language":"","May":null}', 'delivery.edited', 'dlv_06h2emithtrnr78ipl4prpj4lk', 'post_06h2emithtrj1413h25rnupsak', 3, 'published', '', '', '964a8154bfbbb708458b58f4a5eab7c551f36d3bf3f02c174ab4a4c0014b0023', 'f3d61f04d8eea60cf00dad99b48c89b6f5e4acd22e35bb9b9750211900837c10');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (28, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.created', 'post_06h2emitj9sdb0u5tdb9rb1d1g', 'post_06h2emitj9sdb0u5tdb9rb1d1g', 1, 'draft', '', '', 'f3d61f04d8eea60cf00dad99b48c89b6f5e4acd22e35bb9b9750211900837c10', 'ba0ba5088ca9e812e07320fdb174809ae2e1a6d0b6dae51969e1a9faff61a935');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (29, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.submitted', 'post_06h2emitj9sdb0u5tdb9rb1d1g', 'post_06h2emitj9sdb0u5tdb9rb1d1g', 1, 'scheduled', 'a note', '', 'ba0ba5088ca9e812e07320fdb174809ae2e1a6d0b6dae51969e1a9faff61a935', 'd4049c00318f3037d93537f90ac5004c3572d59a410d9d63819f3744d7e1cefe');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (30, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.approved', 'post_06h2emitj9sdb0u5tdb9rb1d1g', 'post_06h2emitj9sdb0u5tdb9rb1d1g', 1, 'scheduled', 'a note', '', 'd4049c00318f3037d93537f90ac5004c3572d59a410d9d63819f3744d7e1cefe', '36ac6a3a817ad0769046b64c498bfed4af0eb4a0c41662592f6ca7ce82297677');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (31, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.revised', 'post_06h2emitj9sdb0u5tdb9rb1d1g', 'post_06h2emitj9sdb0u5tdb9rb1d1g', 2, 'in_review', '', '', '36ac6a3a817ad0769046b64c498bfed4af0eb4a0c41662592f6ca7ce82297677', '03c8949acc529ea3eb65d25ced38d946b8e874c6ac11a74bacddab7167db1341');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (32, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.approval_lost', 'post_06h2emitj9sdb0u5tdb9rb1d1g', 'post_06h2emitj9sdb0u5tdb9rb1d1g', 2, 'in_review', '', 'for mem_1 mem_3; by 2026-11-25T04:00:00Z', '03c8949acc529ea3eb65d25ced38d946b8e874c6ac11a74bacddab7167db1341', '60c2d638338227b435f3334825d9461aae3fc4f6a781bf566f32fccd75a38fbd');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (33, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.created', 'post_06h2emitjhvcf7oom4mmubv7kc', 'post_06h2emitjhvcf7oom4mmubv7kc', 1, 'draft', '', '', '60c2d638338227b435f3334825d9461aae3fc4f6a781bf566f32fccd75a38fbd', '67c7198a156419e2e031818e434a193452c38385d69e2ce695257016cf4dc0db');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (34, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.revised', 'post_06h2emitjhvcf7oom4mmubv7kc', 'post_06h2emitjhvcf7oom4mmubv7kc', 2, 'draft', '', '', '67c7198a156419e2e031818e434a193452c38385d69e2ce695257016cf4dc0db', '8e5188189d4e62e59e7fbb5cd7a9406290592709812bc2b8d200b236b7373d42');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (35, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.submitted', 'post_06h2emitjhvcf7oom4mmubv7kc', 'post_06h2emitjhvcf7oom4mmubv7kc', 2, 'scheduled', 'a note', '', '8e5188189d4e62e59e7fbb5cd7a9406290592709812bc2b8d200b236b7373d42', 'b0e45ba6ec7150b6a81d7bc958f797cab30afa9d1a1a71c65263b870cdf22986');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (36, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.approved', 'post_06h2emitjhvcf7oom4mmubv7kc', 'post_06h2emitjhvcf7oom4mmubv7kc', 2, 'scheduled', 'a note', '', 'b0e45ba6ec7150b6a81d7bc958f797cab30afa9d1a1a71c65263b870cdf22986', '8591c15ec9abedc01cc0f2491e0262e146eb49863b679eca64f075ab78c3c416');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (37, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'comment.added', 'cmt_06h2emitjtrsn2p2gqd127i78k', 'post_06h2emitjhvcf7oom4mmubv7kc', 2, 'scheduled', 'Hm.', '', '8591c15ec9abedc01cc0f2491e0262e146eb49863b679eca64f075ab78c3c416', 'c4246a1730cebc8c0df42bd3857727937bd705628efd5a4b1080481778859d03');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (38, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'comment.mentioned', 'mem_2', 'post_06h2emitjhvcf7oom4mmubv7kc', 2, 'scheduled', '', 'cmt_06h2emitjtrsn2p2gqd127i78k', 'c4246a1730cebc8c0df42bd3857727937bd705628efd5a4b1080481778859d03', 'dd9d745b5530fbfe958163a136e3a17127917143edf9e5bbccfb23d8423c0648');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (39, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'comment.added', 'cmt_06h2emitk1sj7e7pa33jfggkq8', 'post_06h2emitjhvcf7oom4mmubv7kc', 2, 'scheduled', 'Yes.', '', 'dd9d745b5530fbfe958163a136e3a17127917143edf9e5bbccfb23d8423c0648', '911837fdddf6ffa52d3b4ade44896c60159bca7d2f4cabc8431bb5617c6c737c');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (40, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'client_link.made', 'cli_06h2emitk5s69fodikm45qpces', '', 0, '', '', '', '911837fdddf6ffa52d3b4ade44896c60159bca7d2f4cabc8431bb5617c6c737c', 'cf2097e21b9503bd9ef25840404b0fd8e36c78f90b070547480b60a02bd52874');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (41, 1795435201000, 'cal_1', '{"Member":"","Name":"Cléo","Token":"cli_06h2emitk5s69fodikm45qpces","Maker":"mem_1","Language":"fr","May":null}', 'client_link.opened', 'cli_06h2emitk5s69fodikm45qpces', '', 0, '', '', 'by link, name declared', 'cf2097e21b9503bd9ef25840404b0fd8e36c78f90b070547480b60a02bd52874', '88f4644648bcbbd3a1dcfaaeae121166512622d500e38885b5f07efb3dd820eb');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (42, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.created', 'post_06h2emitkpp43ctd33tbdniqi8', 'post_06h2emitkpp43ctd33tbdniqi8', 1, 'idea', '', '', '88f4644648bcbbd3a1dcfaaeae121166512622d500e38885b5f07efb3dd820eb', 'fc604316ef658dcbbc72fadcd78770f258618865d924df6e9db71f0e81975eb4');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (43, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'campaign.updated', 'camp_1', '', 0, '', '', 'tighter: 15 characters in text hashtags alt_text, same day true', 'fc604316ef658dcbbc72fadcd78770f258618865d924df6e9db71f0e81975eb4', 'e18c8b987319a18cd22936af17f6838c116103900d99e06f4019535c6bfb3516');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (44, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'crisis.opened', 'cri_06h2emitkto237dv7tivf03lp4', '', 0, '', 'a fire', 'severity serious; for mem_1', 'e18c8b987319a18cd22936af17f6838c116103900d99e06f4019535c6bfb3516', 'b4188e8f48b48f3d0177ce938bb080e9e30ec55bb056622d9dc1203f1ea00fb4');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (45, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'delegation.made', 'dgn_1', '', 0, '', 'away', 'for mem_2; in place of mem_1; from 2026-11-23T12:00:01Z until 2026-11-23T13:00:01Z', 'b4188e8f48b48f3d0177ce938bb080e9e30ec55bb056622d9dc1203f1ea00fb4', '9270ef8661f5c47a667b25accb1e38e70fda6a322bbb796b910d2c6ae6ad7c52');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (46, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'pause.made', 'pau_06h2emitl1orra77d7la5oa1mk', '', 0, '', 'an accident', '', '9270ef8661f5c47a667b25accb1e38e70fda6a322bbb796b910d2c6ae6ad7c52', 'ec06ab2d53477e10eecd66c948238abce567520437c79c2d86999fe992393e7b');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (47, 1795435261000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'pause.updated', 'pau_06h2emitl1orra77d7la5oa1mk', '', 0, '', '', '', 'ec06ab2d53477e10eecd66c948238abce567520437c79c2d86999fe992393e7b', '33943af97bdb4f77d9f4c29d6844c5ad5e85b0aa4edfbd57f414075627898fe7');
CREATE INDEX audit_by_calendar ON audit (calendar_id, seq);
CREATE INDEX audit_by_post ON audit (post_id, seq);
CREATE TABLE idempotency (
    token_id    TEXT NOT NULL,
    key         TEXT NOT NULL,
    body        BLOB NOT NULL,
    status      INTEGER NOT NULL,
    resource_id TEXT NOT NULL,
    used_at     INTEGER NOT NULL,
    PRIMARY KEY (token_id, key)
) STRICT;
INSERT INTO idempotency (token_id, key, body, status, resource_id, used_at) VALUES ('tok_1', 'k', X'626F6479', 201, 'camp_1', 1795435200000);
CREATE INDEX idempotency_by_age ON idempotency (used_at);
CREATE TABLE releaser (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    holder   TEXT NOT NULL,
    until_at INTEGER NOT NULL
) STRICT;
INSERT INTO releaser (one, holder, until_at) VALUES (1, 'daemon', 1795435215000);
CREATE INDEX deliveries_under_way ON deliveries (next_at, id, channel_id, post_id, platform) WHERE state IN ('sending', 'unknown');
CREATE INDEX deliveries_due ON deliveries (due_at, post_id, id, next_at, channel_id, platform) WHERE state IN ('scheduled', 'held');
CREATE INDEX deliveries_next ON deliveries (next_at, due_at) WHERE state IN ('scheduled', 'held');
CREATE INDEX deliveries_by_state ON deliveries (state, id) WHERE state IN ('planned', 'held', 'unknown', 'missed', 'failed', 'dropped');
CREATE TABLE "parts" (
    delivery_id    TEXT NOT NULL REFERENCES deliveries (id),
    number         INTEGER NOT NULL,
    kind           TEXT NOT NULL CHECK (kind IN ('post', 'comment')),
    state          TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'unknown', 'published', 'failed')),
    key            TEXT NOT NULL,
    key_at         INTEGER NOT NULL,
    first_heard_at INTEGER,
    last_heard_at  INTEGER,
    attempts       INTEGER NOT NULL,
    prepared       BLOB,
    prepared_at    INTEGER,
    remote_id      TEXT NOT NULL,
    url            TEXT NOT NULL,
    token          TEXT NOT NULL,
    sent_at        INTEGER, shows INTEGER NOT NULL DEFAULT 0, asked INTEGER NOT NULL DEFAULT 0, edited_at INTEGER,
    PRIMARY KEY (delivery_id, number),
    CHECK ((state = 'published') = (sent_at IS NOT NULL)),
    CHECK ((first_heard_at IS NULL) = (last_heard_at IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO parts (delivery_id, number, kind, state, key, key_at, first_heard_at, last_heard_at, attempts, prepared, prepared_at, remote_id, url, token, sent_at, shows, asked, edited_at) VALUES ('dlv_06h2emithtrnr78ipl4prpj4lk', 0, 'post', 'published', 'key_06h2emiti9vfh2p9sshtqlkaok', 1795435200000, 1795435200000, 1795435200000, 1, NULL, NULL, '1', 'https://wall.example/1', 't', 1795435200100, 3, 3, NULL);
INSERT INTO parts (delivery_id, number, kind, state, key, key_at, first_heard_at, last_heard_at, attempts, prepared, prepared_at, remote_id, url, token, sent_at, shows, asked, edited_at) VALUES ('dlv_06h2emithtrnr78ipl4prpj4lk', 1, 'post', 'published', 'key_06h2emiti9vg58dd5qve9h0sc4', 1795435201000, 1795435201000, 1795435201000, 1, NULL, NULL, '2', 'https://wall.example/2', '', 1795435201100, 3, 3, 1795435201000);
CREATE TABLE "attempts" (
    delivery_id TEXT NOT NULL REFERENCES deliveries (id),
    number      INTEGER NOT NULL,
    step        TEXT NOT NULL CHECK (step IN ('send', 'look', 'prepare')),
    part        INTEGER NOT NULL,
    key         TEXT NOT NULL,
    revision    INTEGER NOT NULL,
    holder      TEXT NOT NULL,
    started_at  INTEGER NOT NULL,
    ended_at    INTEGER,
    verdict     TEXT NOT NULL CHECK (verdict IN ('', 'done', 'later', 'never', 'reconnect', 'unknown')),
    code        TEXT NOT NULL,
    message     TEXT NOT NULL,
    PRIMARY KEY (delivery_id, number),
    CHECK ((verdict = '') = (ended_at IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO attempts (delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message) VALUES ('dlv_06h2emithtrnr78ipl4prpj4lk', 1, 'send', 0, 'key_06h2emiti9vfh2p9sshtqlkaok', 2, 'daemon', 1795435200000, 1795435200100, 'done', '', '');
INSERT INTO attempts (delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message) VALUES ('dlv_06h2emithtrnr78ipl4prpj4lk', 2, 'send', 1, 'key_06h2emiti9vg58dd5qve9h0sc4', 2, 'daemon', 1795435201000, 1795435201100, 'done', '', '');
CREATE TABLE rests (
    platform  TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    rest      TEXT NOT NULL,
    PRIMARY KEY (platform, remote_id)
) STRICT, WITHOUT ROWID;
INSERT INTO rests (platform, remote_id, rest) VALUES ('on chan_1', 'account of chan_1', '{"Reason":"","Until":"0001-01-01T00:00:00Z","Failures":1,"Since":"2026-11-23T12:00:01.1Z"}');
CREATE TABLE links (
    url        TEXT PRIMARY KEY,
    state      TEXT NOT NULL CHECK (state IN ('', 'alive', 'moved', 'gone', 'unsure')),
    code       TEXT NOT NULL,
    host       TEXT NOT NULL,
    site       TEXT NOT NULL,
    plain      INTEGER NOT NULL CHECK (plain IN (0, 1)),
    tries      INTEGER NOT NULL,
    checked_at INTEGER,
    rest_until INTEGER,
    next_at    INTEGER,
    CHECK ((state = '') = (checked_at IS NULL))
) STRICT;
INSERT INTO links (url, state, code, host, site, plain, tries, checked_at, rest_until, next_at) VALUES ('https://maison.example', '', '', '', '', 0, 0, NULL, NULL, 1795435201000);
CREATE INDEX links_next ON links (next_at) WHERE next_at IS NOT NULL;
CREATE TABLE post_links (
    url     TEXT NOT NULL REFERENCES links (url),
    post_id TEXT NOT NULL REFERENCES posts (id),
    PRIMARY KEY (url, post_id)
) STRICT;
INSERT INTO post_links (url, post_id) VALUES ('https://maison.example', 'post_06h2emitjhvcf7oom4mmubv7kc');
CREATE TABLE acts (
    id          TEXT PRIMARY KEY,
    delivery_id TEXT NOT NULL REFERENCES deliveries (id),
    kind        TEXT NOT NULL CHECK (kind IN ('edit')),
    revision    INTEGER NOT NULL,
    hash        TEXT NOT NULL,
    made_by     TEXT NOT NULL,
    made_at     INTEGER NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'done', 'failed', 'replaced')),
    next_at     INTEGER,
    part        INTEGER NOT NULL,
    left_over   INTEGER NOT NULL,
    attempt     INTEGER NOT NULL,
    tries       INTEGER NOT NULL,
    holder      TEXT NOT NULL,
    lease_until INTEGER,
    trouble     TEXT NOT NULL,
    ended_at    INTEGER,
    CHECK ((state IN ('waiting', 'sending')) = (next_at IS NOT NULL)),
    CHECK ((state IN ('waiting', 'sending')) = (ended_at IS NULL)),
    CHECK ((state = 'sending') = (holder != '')),
    CHECK ((holder = '') = (lease_until IS NULL))
) STRICT;
INSERT INTO acts (id, delivery_id, kind, revision, hash, made_by, made_at, state, next_at, part, left_over, attempt, tries, holder, lease_until, trouble, ended_at) VALUES ('act_06h2emitj1onr6ssm6bvmniccs', 'dlv_06h2emithtrnr78ipl4prpj4lk', 'edit', 3, '99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000, 'done', NULL, 1, 0, 1, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', 1795435201000);
CREATE INDEX acts_next ON acts (next_at) WHERE next_at IS NOT NULL;
CREATE UNIQUE INDEX acts_open ON acts (delivery_id) WHERE next_at IS NOT NULL;
CREATE INDEX acts_by_delivery ON acts (delivery_id, id);
CREATE TABLE bundles (
    id          TEXT PRIMARY KEY,
    calendar_id TEXT NOT NULL REFERENCES calendars (id),
    name        TEXT NOT NULL COLLATE NOCASE,
    permissions TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    version     INTEGER NOT NULL,
    UNIQUE (calendar_id, name),
    UNIQUE (calendar_id, id)
) STRICT;
INSERT INTO bundles (id, calendar_id, name, permissions, created_at, version) VALUES ('role_1', 'cal_1', 'Presse', '["read","approve"]', 1795435200000, 1);
CREATE TABLE bundle_holders (
    member_id   TEXT NOT NULL REFERENCES members (id),
    calendar_id TEXT NOT NULL,
    bundle_id   TEXT NOT NULL,
    PRIMARY KEY (member_id, bundle_id),
    FOREIGN KEY (calendar_id, bundle_id) REFERENCES bundles (calendar_id, id)
) STRICT;
INSERT INTO bundle_holders (member_id, calendar_id, bundle_id) VALUES ('mem_3', 'cal_1', 'role_1');
CREATE INDEX bundle_holders_by_bundle ON bundle_holders (calendar_id, bundle_id);
CREATE TABLE passwords (
    member_id TEXT PRIMARY KEY REFERENCES members (id),
    hash      TEXT NOT NULL,
    set_at    INTEGER NOT NULL
) STRICT;
INSERT INTO passwords (member_id, hash, set_at) VALUES ('mem_1', 'a hash', 1795435200000);
CREATE TABLE second_factors (
    member_id    TEXT PRIMARY KEY REFERENCES members (id),
    secret       BLOB NOT NULL,
    step         INTEGER NOT NULL,
    made_at      INTEGER NOT NULL,
    confirmed_at INTEGER
) STRICT;
INSERT INTO second_factors (member_id, secret, step, made_at, confirmed_at) VALUES ('mem_1', X'6B060E06345A612C2E312F2C25293D2C32583F3A24213A2C2E312F2C25293D2C32583F3A24213A', 7, 1795435200000, 1795435200000);
CREATE TABLE recovery_codes (
    member_id TEXT NOT NULL REFERENCES members (id),
    hash      BLOB NOT NULL,
    PRIMARY KEY (member_id, hash)
) STRICT;
INSERT INTO recovery_codes (member_id, hash) VALUES ('mem_1', X'01');
INSERT INTO recovery_codes (member_id, hash) VALUES ('mem_1', X'02');
CREATE TABLE sessions (
    id         TEXT PRIMARY KEY,
    member_id  TEXT NOT NULL REFERENCES members (id),
    secret     BLOB NOT NULL UNIQUE,
    previous   BLOB UNIQUE,
    agent      TEXT NOT NULL,
    network    TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    used_at    INTEGER NOT NULL,
    rotated_at INTEGER NOT NULL,
    seen_at    INTEGER,
    ended_at   INTEGER,
    CHECK (previous IS NULL OR previous != secret)
) STRICT;
INSERT INTO sessions (id, member_id, secret, previous, agent, network, created_at, used_at, rotated_at, seen_at, ended_at) VALUES ('ses_1', 'mem_1', X'6669727374', NULL, 'Firefox', '192.0.2.0/24', 1795435200000, 1795435200000, 1795435200000, 1795435200000, NULL);
INSERT INTO sessions (id, member_id, secret, previous, agent, network, created_at, used_at, rotated_at, seen_at, ended_at) VALUES ('ses_2', 'mem_2', X'70726F7669646564', NULL, '', '', 1795435200000, 1795435200000, 1795435200000, 1795435200000, NULL);
CREATE INDEX sessions_by_member ON sessions (member_id, id);
CREATE TABLE invitations (
    id          TEXT PRIMARY KEY,
    calendar_id TEXT NOT NULL REFERENCES calendars (id),
    email       TEXT NOT NULL,
    roles       TEXT NOT NULL,
    language    TEXT NOT NULL,
    made_by     TEXT NOT NULL,
    secret      BLOB NOT NULL UNIQUE,
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL,
    accepted_at INTEGER,
    member_id   TEXT REFERENCES members (id),
    revoked_at  INTEGER,
    version     INTEGER NOT NULL,
    CHECK ((accepted_at IS NULL) = (member_id IS NULL)),
    CHECK (accepted_at IS NULL OR revoked_at IS NULL)
) STRICT;
INSERT INTO invitations (id, calendar_id, email, roles, language, made_by, secret, created_at, expires_at, accepted_at, member_id, revoked_at, version) VALUES ('inv_1', 'cal_1', 'grace@example.org', '["editor"]', 'fr', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', X'6C696E6B', 1795435200000, 1796040000000, NULL, NULL, NULL, 1);
CREATE INDEX invitations_by_calendar ON invitations (calendar_id, id);
CREATE TABLE resets (
    id         TEXT PRIMARY KEY,
    member_id  TEXT NOT NULL REFERENCES members (id),
    made_by    TEXT NOT NULL,
    secret     BLOB NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at    INTEGER
) STRICT;
INSERT INTO resets (id, member_id, made_by, secret, created_at, expires_at, used_at) VALUES ('rst_1', 'mem_2', '{"Member":"","Name":"","Token":"","Maker":"","Language":"","May":null}', X'7265736574', 1795435200000, 1795438800000, NULL);
CREATE INDEX resets_by_member ON resets (member_id);
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
INSERT INTO comments (seq, id, calendar_id, post_id, thread_id, author_id, author, words, client, anchor, suggestion, created_at, edited_at, removed_at, resolved, version) VALUES (1, 'cmt_06h2emitjtrsn2p2gqd127i78k', 'cal_1', 'post_06h2emitjhvcf7oom4mmubv7kc', 'cmt_06h2emitjtrsn2p2gqd127i78k', 'mem_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'Hm.', 0, '{"Channel":"","Part":0,"Revision":2,"Start":3,"End":6,"Quote":"été"}', '{"Text":"hiver","State":"open","By":{"Member":"","Name":"","Token":"","Maker":"","Language":"","May":null},"At":"0001-01-01T00:00:00Z","Note":"","Revision":0}', 1795435201000, NULL, NULL, NULL, 1);
INSERT INTO comments (seq, id, calendar_id, post_id, thread_id, author_id, author, words, client, anchor, suggestion, created_at, edited_at, removed_at, resolved, version) VALUES (2, 'cmt_06h2emitk1sj7e7pa33jfggkq8', 'cal_1', 'post_06h2emitjhvcf7oom4mmubv7kc', 'cmt_06h2emitjtrsn2p2gqd127i78k', 'mem_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'Yes.', 0, NULL, NULL, 1795435201000, NULL, NULL, NULL, 1);
CREATE INDEX comments_by_post ON comments (post_id, seq);
CREATE INDEX comments_by_calendar ON comments (calendar_id, seq);
CREATE TABLE comment_mentions (
    comment_id TEXT NOT NULL REFERENCES comments (id),
    member_id  TEXT NOT NULL REFERENCES members (id),
    PRIMARY KEY (comment_id, member_id)
) STRICT;
INSERT INTO comment_mentions (comment_id, member_id) VALUES ('cmt_06h2emitjtrsn2p2gqd127i78k', 'mem_2');
CREATE INDEX comment_mentions_by_member ON comment_mentions (member_id, comment_id);
CREATE TABLE comments_read (
    member_id TEXT NOT NULL REFERENCES members (id),
    post_id   TEXT NOT NULL REFERENCES posts (id),
    seq       INTEGER NOT NULL,
    PRIMARY KEY (member_id, post_id)
) STRICT;
INSERT INTO comments_read (member_id, post_id, seq) VALUES ('mem_2', 'post_06h2emitjhvcf7oom4mmubv7kc', 1);
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
INSERT INTO working_copies (member_id, post_id, edit, base, revision, started, made_at, saved_at, version) VALUES ('mem_1', 'post_06h2emitjhvcf7oom4mmubv7kc', '{"text":"not saved"}', '', 2, '"tag.1"', 1795435201000, 1795435201000, 1795435201000);
CREATE INDEX posts_to_remind ON posts (remind_at) WHERE remind_at IS NOT NULL;
CREATE INDEX posts_waiting ON posts (first_due, id) WHERE state NOT IN ('approved', 'archived');
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
INSERT INTO delegations (id, calendar_id, member_id, to_id, from_at, until_at, reason, made_by, created_at) VALUES ('dgn_1', 'cal_1', 'mem_1', 'mem_2', 1795435201000, 1795438801000, 'away', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
CREATE INDEX delegations_by_calendar ON delegations (calendar_id, id);
CREATE INDEX delegations_by_end ON delegations (calendar_id, until_at);
CREATE INDEX campaigns_with_margins ON campaigns (calendar_id) WHERE margins IS NOT NULL;
CREATE TABLE readings (
    name TEXT PRIMARY KEY,
    seq  INTEGER NOT NULL
) STRICT;
INSERT INTO readings (name, seq) VALUES ('notices', 47);
CREATE TABLE notices (
    member_id   TEXT NOT NULL REFERENCES members (id),
    seq         INTEGER NOT NULL,
    calendar_id TEXT NOT NULL,
    weight      TEXT NOT NULL CHECK (weight IN ('alarm', 'duty', 'news')),
    told_at     INTEGER NOT NULL,
    read_at     INTEGER,
    PRIMARY KEY (member_id, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at) VALUES ('mem_1', 22, 'cal_1', 'news', 1795435261000, NULL);
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at) VALUES ('mem_1', 27, 'cal_1', 'news', 1795435261000, NULL);
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at) VALUES ('mem_2', 5, 'cal_1', 'news', 1795435261000, NULL);
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at) VALUES ('mem_2', 38, 'cal_1', 'duty', 1795435261000, NULL);
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at) VALUES ('mem_2', 46, 'cal_1', 'alarm', 1795435261000, NULL);
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at) VALUES ('mem_2', 47, 'cal_1', 'alarm', 1795435261000, NULL);
CREATE INDEX notices_unread ON notices (member_id, seq) WHERE read_at IS NULL;
CREATE INDEX notices_by_age ON notices (told_at);
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
INSERT INTO client_links (id, calendar_id, campaign_id, for_whom, email, member_id, language, approves, made_by, maker_id, secret, created_at, expires_at, revoked_at, name, code, code_ends, code_failed, version) VALUES ('cli_06h2emitk5s69fodikm45qpces', 'cal_1', '', 'Cléo', '', NULL, 'fr', 1, '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"","May":null}', 'mem_1', X'636C69656E742773206C696E6B', 1795435201000, NULL, NULL, 'Cléo', NULL, NULL, 0, 2);
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
INSERT INTO client_visits (id, link_id, secret, name, proof, created_at, expires_at) VALUES ('vis_06h2emitk5v4vce027jbfij04s', 'cli_06h2emitk5s69fodikm45qpces', X'636C69656E742773207669736974', 'Cléo', 'name_declared', 1795435201000, 1798027201000);
CREATE INDEX client_visits_by_link ON client_visits (link_id);
CREATE TABLE client_seen (
    link_id  TEXT NOT NULL REFERENCES client_links (id),
    post_id  TEXT NOT NULL REFERENCES posts (id),
    revision INTEGER NOT NULL,
    before   INTEGER NOT NULL CHECK (before < revision),
    PRIMARY KEY (link_id, post_id)
) STRICT;
INSERT INTO client_seen (link_id, post_id, revision, before) VALUES ('cli_06h2emitk5s69fodikm45qpces', 'post_06h2emitjhvcf7oom4mmubv7kc', 2, 0);
CREATE TABLE identities (
    issuer    TEXT NOT NULL,
    subject   TEXT NOT NULL,
    member_id TEXT NOT NULL REFERENCES members (id),
    linked_at INTEGER NOT NULL,
    used_at   INTEGER NOT NULL,
    PRIMARY KEY (issuer, subject),
    UNIQUE (issuer, member_id)
) STRICT;
INSERT INTO identities (issuer, subject, member_id, linked_at, used_at) VALUES ('https://id.example', '7', 'mem_2', 1795435200000, 1795435200000);
CREATE TABLE crises (
    id           TEXT PRIMARY KEY,
    calendar_id  TEXT NOT NULL REFERENCES calendars (id),
    severity     TEXT NOT NULL CHECK (severity IN ('watch', 'serious', 'critical')),
    reason       TEXT NOT NULL CHECK (reason != ''),
    opened_by    TEXT NOT NULL,
    opened_at    INTEGER NOT NULL,
    statement_id TEXT REFERENCES posts (id),
    points       TEXT NOT NULL,
    closed_at    INTEGER,
    closed_by    TEXT,
    review       TEXT NOT NULL,
    first_line   INTEGER NOT NULL,
    last_line    INTEGER NOT NULL,
    version      INTEGER NOT NULL,
    CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
    CHECK ((closed_at IS NULL) = (last_line = 0))
) STRICT;
INSERT INTO crises (id, calendar_id, severity, reason, opened_by, opened_at, statement_id, points, closed_at, closed_by, review, first_line, last_line, version) VALUES ('cri_06h2emitkto237dv7tivf03lp4', 'cal_1', 'serious', 'a fire', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000, NULL, '', NULL, NULL, '', 44, 0, 1);
CREATE INDEX crises_by_calendar ON crises (calendar_id, id);
CREATE UNIQUE INDEX crises_open ON crises (calendar_id) WHERE closed_at IS NULL;
