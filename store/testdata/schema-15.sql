-- A database as schema 15 left it, with a few rows. It is never changed: databases like it are out there.

CREATE TABLE goose_db_version (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		version_id INTEGER NOT NULL,
		is_applied INTEGER NOT NULL,
		tstamp TIMESTAMP DEFAULT (datetime('now'))
	);
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (1, 0, 1, '2026-11-29 12:52:12');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (2, 1, 1, '2026-11-29 12:52:12');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (3, 2, 1, '2026-11-29 12:52:12');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (4, 3, 1, '2026-11-29 12:52:12');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (5, 4, 1, '2026-11-29 12:52:12');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (6, 5, 1, '2026-11-29 12:52:12');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (7, 6, 1, '2026-11-29 12:52:12');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (8, 7, 1, '2026-11-29 12:52:12');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (9, 8, 1, '2026-11-29 12:52:12');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (10, 9, 1, '2026-11-29 12:52:12');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (11, 10, 1, '2026-11-29 12:52:12');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (12, 11, 1, '2026-11-29 12:52:12');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (13, 12, 1, '2026-11-29 12:52:12');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (14, 13, 1, '2026-11-29 12:52:12');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (15, 14, 1, '2026-11-29 12:52:12');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (16, 15, 1, '2026-11-29 12:52:12');
CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO settings (name, value) VALUES ('file', '10346739 of 1795956732.571508495');
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
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2en7j4dphn3dk3ksom3umfs', 'cal_1', 'approved', 'published', 'published', NULL, NULL, '{"owner":"mem_1","planned":{"Local":"2026-11-23T13:00","Zone":"Europe/Paris","Fold":0}}', 3, 'mem_1', '{"Revision":3,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33"},"Accounts":{"chan_1":"account of chan_1"},"Times":{"chan_1":{"Local":"2026-11-23T13:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795435200000, 1795431600000, 1795435201000, 6, NULL, NULL, NULL);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2en7j5lvb9fl0ldikqkabs8', 'cal_1', 'in_review', 'in_review', 'rewritten', 'camp_1', NULL, '{"labels":["hiver"],"owner":"mem_1","planned":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0}}', 2, 'mem_1', '{"Revision":1,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"650525c899f0a9f13c1bae650b9aa4e924276efd67a6a2381567a7638dbbad59","chan_2":"16e2acb25f5c59ef18845982c372a1e30b6b664ff3b230011a3dd9d960ea2aef"},"Accounts":{"chan_1":"account of chan_1","chan_2":"account of chan_2"},"Times":{"chan_1":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0},"chan_2":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795593600000, 1795435201000, 1795435201000, 3, NULL, '{"Since":"2026-11-23T12:00:01Z"}', 1795507200000);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2en7j61r3v8k1jhv84onkqg', 'cal_1', 'approved', 'scheduled', 'scheduled', NULL, 'pil_1', '{"brief":"un brief","notes":"une note","owner":"mem_1","planned":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}', 2, 'mem_1', '{"Revision":2,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"65780f7d8e3366dc9830aa7bf7b42561c2ad116032d9aca4c7cc6ecfd8389bbe"},"Accounts":{"chan_1":"account of chan_1"},"Times":{"chan_1":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795507200000, 1795435201000, 1795435201000, 3, NULL, '{"Since":"0001-01-01T00:00:00Z","Undo":{"By":"mem_1","At":"2026-11-23T12:00:01Z","Version":3,"Review":{"Since":"2026-11-23T12:00:01Z"},"Planned":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2en7j75o3j8bokejjolot34', 'cal_1', 'idea', 'idea', 'an idea', NULL, NULL, '{"owner":"mem_1"}', 1, 'mem_1', NULL, NULL, NULL, 1795435201000, 1795435201000, 1, NULL, NULL, NULL);
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
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2en7j4dphn3dk3ksom3umfs', 1, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"052fbccf5ee9d03e6a6f92c51d88b1cac8a354f8e44697a0a255f09b035aabf7"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795431600000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2en7j4dphn3dk3ksom3umfs', 2, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":{"chan_1":{"Text":null,"Parts":["one","two"],"Media":null,"Link":null,"NoLink":false,"FirstComment":"","Options":null}}}', '{"chan_1":"35d075f33f88fe368f09efa8446c048a40bf07e1f0915dbcdd810cd498d5f604"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795431600000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2en7j4dphn3dk3ksom3umfs', 3, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":{"chan_1":{"Text":null,"Parts":["one","deux"],"Media":null,"Link":null,"NoLink":false,"FirstComment":"","Options":null}}}', '{"chan_1":"99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2en7j5lvb9fl0ldikqkabs8', 1, '{"Text":"rewritten","Language":"fr","Media":null,"Link":null,"Channels":["chan_1","chan_2"],"Variants":null}', '{"chan_1":"650525c899f0a9f13c1bae650b9aa4e924276efd67a6a2381567a7638dbbad59","chan_2":"16e2acb25f5c59ef18845982c372a1e30b6b664ff3b230011a3dd9d960ea2aef"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2en7j5lvb9fl0ldikqkabs8', 2, '{"Text":"rewritten since","Language":"fr","Media":null,"Link":null,"Channels":["chan_1","chan_2"],"Variants":null}', '{"chan_1":"0166a27046c1ad4520e03d9cac27d4281d98570f0c6b48bc1ac1a78c095384fa","chan_2":"dd3f30d95f283c4f09d07edaa63f4437c9838fbf3a8a62ecab5218b47a883b4d"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2en7j61r3v8k1jhv84onkqg', 1, '{"Text":"scheduled","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"89359b91d713f99270d1c4ec89607507ff0bd5ea9a7bfa08452a3b0800654a5f"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2en7j61r3v8k1jhv84onkqg', 2, '{"Text":"Un été de lumière https://maison.example","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"65780f7d8e3366dc9830aa7bf7b42561c2ad116032d9aca4c7cc6ecfd8389bbe"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2en7j75o3j8bokejjolot34', 1, '{"Text":"","Language":"","Media":null,"Link":null,"Channels":null,"Variants":null}', '{}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
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
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2en7j4dpm74lbkj2dl01o1o', 'post_06h2en7j4dphn3dk3ksom3umfs', 'cal_1', 'chan_1', 'on chan_1', 'published', 1795435200000, 1800000, NULL, 2, '35d075f33f88fe368f09efa8446c048a40bf07e1f0915dbcdd810cd498d5f604', 2, '', NULL, 0, 'null', 0, 0, 0, 'null', 1795435200100, NULL, 1795348800000, 3, '99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33');
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2en7j5lvdn58pb0vjmhm7as', 'post_06h2en7j5lvb9fl0ldikqkabs8', 'cal_1', 'chan_1', 'on chan_1', 'planned', 1795593600000, 1800000, NULL, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795507200000, 0, '');
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2en7j5lvdv6su7mpcs5lhu4', 'post_06h2en7j5lvb9fl0ldikqkabs8', 'cal_1', 'chan_2', 'on chan_2', 'planned', 1795593600000, 1800000, NULL, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795507200000, 0, '');
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2en7j61r5t9epqfo4ktrp5g', 'post_06h2en7j61r3v8k1jhv84onkqg', 'cal_1', 'chan_1', 'on chan_1', 'scheduled', 1795507200000, 1800000, 1795507200000, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795420800000, 0, '');
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
INSERT INTO pauses (id, calendar_id, scope, scope_id, reason, made_by, from_at, until_at, version) VALUES ('pau_06h2en7j79trt36r5dlnggnoa8', 'cal_1', 'channel', 'chan_2', 'an accident', '{"Member":"","Name":"","Token":"","Maker":"","Language":"","May":null}', 1795435201000, 1795435261000, 2);
CREATE INDEX pauses_by_end ON pauses (until_at);
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
INSERT INTO parts (delivery_id, number, kind, state, key, key_at, first_heard_at, last_heard_at, attempts, prepared, prepared_at, remote_id, url, token, sent_at, shows, asked, edited_at) VALUES ('dlv_06h2en7j4dpm74lbkj2dl01o1o', 0, 'post', 'published', 'key_06h2en7j4ptmr72q622fklmba4', 1795435200000, 1795435200000, 1795435200000, 1, NULL, NULL, '1', 'https://wall.example/1', 't', 1795435200100, 3, 3, NULL);
INSERT INTO parts (delivery_id, number, kind, state, key, key_at, first_heard_at, last_heard_at, attempts, prepared, prepared_at, remote_id, url, token, sent_at, shows, asked, edited_at) VALUES ('dlv_06h2en7j4dpm74lbkj2dl01o1o', 1, 'post', 'published', 'key_06h2en7j4ptnb2ug5qqnds4t5k', 1795435201000, 1795435201000, 1795435201000, 1, NULL, NULL, '2', 'https://wall.example/2', '', 1795435201100, 3, 3, 1795435201000);
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
INSERT INTO attempts (delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message) VALUES ('dlv_06h2en7j4dpm74lbkj2dl01o1o', 1, 'send', 0, 'key_06h2en7j4ptmr72q622fklmba4', 2, 'daemon', 1795435200000, 1795435200100, 'done', '', '');
INSERT INTO attempts (delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message) VALUES ('dlv_06h2en7j4dpm74lbkj2dl01o1o', 2, 'send', 1, 'key_06h2en7j4ptnb2ug5qqnds4t5k', 2, 'daemon', 1795435201000, 1795435201100, 'done', '', '');
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
INSERT INTO post_links (url, post_id) VALUES ('https://maison.example', 'post_06h2en7j61r3v8k1jhv84onkqg');
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
INSERT INTO acts (id, delivery_id, kind, revision, hash, made_by, made_at, state, next_at, part, left_over, attempt, tries, holder, lease_until, trouble, ended_at) VALUES ('act_06h2en7j5dsgh9h6l51o1itaa0', 'dlv_06h2en7j4dpm74lbkj2dl01o1o', 'edit', 3, '99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000, 'done', NULL, 1, 0, 1, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', 1795435201000);
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
INSERT INTO comments (seq, id, calendar_id, post_id, thread_id, author_id, author, words, client, anchor, suggestion, created_at, edited_at, removed_at, resolved, version) VALUES (1, 'cmt_06h2en7j69ug1e8o6ukscm0jpo', 'cal_1', 'post_06h2en7j61r3v8k1jhv84onkqg', 'cmt_06h2en7j69ug1e8o6ukscm0jpo', 'mem_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'Hm.', 0, '{"Channel":"","Part":0,"Revision":2,"Start":3,"End":6,"Quote":"été"}', '{"Text":"hiver","State":"open","By":{"Member":"","Name":"","Token":"","Maker":"","Language":"","May":null},"At":"0001-01-01T00:00:00Z","Note":"","Revision":0}', 1795435201000, NULL, NULL, NULL, 1);
INSERT INTO comments (seq, id, calendar_id, post_id, thread_id, author_id, author, words, client, anchor, suggestion, created_at, edited_at, removed_at, resolved, version) VALUES (2, 'cmt_06h2en7j6dsvb74j0gpfnoikqs', 'cal_1', 'post_06h2en7j61r3v8k1jhv84onkqg', 'cmt_06h2en7j69ug1e8o6ukscm0jpo', 'mem_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'Yes.', 0, NULL, NULL, 1795435201000, NULL, NULL, NULL, 1);
CREATE INDEX comments_by_post ON comments (post_id, seq);
CREATE INDEX comments_by_calendar ON comments (calendar_id, seq);
CREATE TABLE comment_mentions (
    comment_id TEXT NOT NULL REFERENCES comments (id),
    member_id  TEXT NOT NULL REFERENCES members (id),
    PRIMARY KEY (comment_id, member_id)
) STRICT;
INSERT INTO comment_mentions (comment_id, member_id) VALUES ('cmt_06h2en7j69ug1e8o6ukscm0jpo', 'mem_2');
CREATE INDEX comment_mentions_by_member ON comment_mentions (member_id, comment_id);
CREATE TABLE comments_read (
    member_id TEXT NOT NULL REFERENCES members (id),
    post_id   TEXT NOT NULL REFERENCES posts (id),
    seq       INTEGER NOT NULL,
    PRIMARY KEY (member_id, post_id)
) STRICT;
INSERT INTO comments_read (member_id, post_id, seq) VALUES ('mem_2', 'post_06h2en7j61r3v8k1jhv84onkqg', 1);
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
INSERT INTO working_copies (member_id, post_id, edit, base, revision, started, made_at, saved_at, version) VALUES ('mem_1', 'post_06h2en7j61r3v8k1jhv84onkqg', '{"text":"not saved"}', '', 2, '"tag.1"', 1795435201000, 1795435201000, 1795435201000);
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
INSERT INTO client_links (id, calendar_id, campaign_id, for_whom, email, member_id, language, approves, made_by, maker_id, secret, created_at, expires_at, revoked_at, name, code, code_ends, code_failed, version) VALUES ('cli_06h2en7j6tue1eji92urogfor0', 'cal_1', '', 'Cléo', '', NULL, 'fr', 1, '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"","May":null}', 'mem_1', X'636C69656E742773206C696E6B', 1795435201000, NULL, NULL, 'Cléo', NULL, NULL, 0, 2);
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
INSERT INTO client_visits (id, link_id, secret, name, proof, created_at, expires_at) VALUES ('vis_06h2en7j71pk54mgg149tlctgg', 'cli_06h2en7j6tue1eji92urogfor0', X'636C69656E742773207669736974', 'Cléo', 'name_declared', 1795435201000, 1798027201000);
CREATE INDEX client_visits_by_link ON client_visits (link_id);
CREATE TABLE client_seen (
    link_id  TEXT NOT NULL REFERENCES client_links (id),
    post_id  TEXT NOT NULL REFERENCES posts (id),
    revision INTEGER NOT NULL,
    before   INTEGER NOT NULL CHECK (before < revision),
    PRIMARY KEY (link_id, post_id)
) STRICT;
INSERT INTO client_seen (link_id, post_id, revision, before) VALUES ('cli_06h2en7j6tue1eji92urogfor0', 'post_06h2en7j61r3v8k1jhv84onkqg', 2, 0);
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
INSERT INTO crises (id, calendar_id, severity, reason, opened_by, opened_at, statement_id, points, closed_at, closed_by, review, first_line, last_line, version) VALUES ('cri_06h2en7j75thp50mt69ptuf578', 'cal_1', 'serious', 'a fire', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000, NULL, '', NULL, NULL, '', 44, 0, 1);
CREATE INDEX crises_by_calendar ON crises (calendar_id, id);
CREATE UNIQUE INDEX crises_open ON crises (calendar_id) WHERE closed_at IS NULL;
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
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (1, 1795435200000, '', 'mem_1', '', '', 'Inès', 'member.added', 'mem_1', '', 0, '', '', '', X'4E30B4B66B4CB8180B303BAC99A1603E', NULL, NULL, '["4deebc731065920f112f2f8857b66c8c71cc9c540c8b877530084f7be88eca5d","",""]', '', '', 'fb2ec0f2fba7f0a7ef51b32dc8d98689b57b01a72fcd92adc060905a9223acbc');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (2, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'calendar.created', 'cal_1', '', 0, '', '', '', X'73B4471A641B523C9296C8CCC2D90CC6', NULL, NULL, '["04ad24f2a96b839ff434114b595346e32e34e4c7fd813d2fd7b5b0a20a8b0220","",""]', '', '', 'c320597e38667d738ac7b353597ca7048600ca890daed088e5536c5d0b424349');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (3, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'channel.connected', 'chan_1', '', 0, '', '', '', X'DE64731FDEA609A7A7B34288A90D2EF4', NULL, NULL, '["de1e964a0924f035a46bcb56ae43aa9e51d6c82f547dd9f24ab0e959ff631166","",""]', '', 'c320597e38667d738ac7b353597ca7048600ca890daed088e5536c5d0b424349', '14f5bd83732d34c400a19af4922cf6698663a62d3371c8842c0c44a9e27f2f67');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (4, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'channel.connected', 'chan_2', '', 0, '', '', '', X'11635DD4F3D474D9BE12AE4E66047ED9', NULL, NULL, '["fceb9b0abac4957a723948cdd2f5de7c52a8be68cac60c6c0d8f474296b7472e","",""]', '', '14f5bd83732d34c400a19af4922cf6698663a62d3371c8842c0c44a9e27f2f67', 'dc92b6b7ccf279b4bdbe5081d4606a7f34d97553821a1ab59b58ea747c808ee2');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (5, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'member.added', 'mem_2', '', 0, '', '', 'cal_1: none → editor viewer', X'891CCD65C511DAC3D29E813A42AB4DF2', NULL, X'D7068031A1DAF15DE294A0C450B527BA', '["a6165c1705e0ef466d7cdd85d644aa80bc3585217876977b28509c2d51098a1b","","5f72dac9a4a6a5c942d466ac232f4a09f24a443bfa12501becb9424a0375287b"]', '', 'dc92b6b7ccf279b4bdbe5081d4606a7f34d97553821a1ab59b58ea747c808ee2', '8242aca9de6e2971b95cb9178f51fbc34bbc0320196865b0c4d8994cd607e0a2');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (6, 1795435200000, '', 'mem_1', '', '', 'Inès', 'token.created', 'tok_1', '', 0, '', '', '', X'1071EAB0EC569A109AA1B50C4B58B16B', NULL, NULL, '["c27c24c99813b7eaf07cc01b4f5a49bf1b12919e4b74e5fc7c9c5a7497b13539","",""]', '', 'fb2ec0f2fba7f0a7ef51b32dc8d98689b57b01a72fcd92adc060905a9223acbc', '5625d18a37f66e71cd246d5d438cd8d95278c14424744fe73d09d6ad06d2579d');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (7, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'channel.updated', 'chan_1', '', 0, '', '', '', X'12191CE5F4B260CD870164C0D331F5C0', NULL, NULL, '["4a45103c97a282052767307ddfd62bf7454067d6f91168c19770ae9310e27f59","",""]', '', '8242aca9de6e2971b95cb9178f51fbc34bbc0320196865b0c4d8994cd607e0a2', 'c920c628561087e4d7ef63d33c91afb3a658b920005419973030f4e525e7aa20');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (8, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'campaign.created', 'camp_1', '', 0, '', '', '', X'4EEF6039388AE603ACC7C3CC4604B958', NULL, NULL, '["69950ace21bc09d9d5bd22d983cfc0aec13ecbc4c00bdbf347d10c9e5179fe55","",""]', '', 'c920c628561087e4d7ef63d33c91afb3a658b920005419973030f4e525e7aa20', '7cddfdefef119b27c3166733b15e533d17833ad7d9696dd4eca385c7e4d31c70');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (9, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'pillar.created', 'pil_1', '', 0, '', '', '', X'59AD000C965E5D0357D6C9802F855ED1', NULL, NULL, '["19c091f26b55fc463b525c1fbcc2725cccd03de206f3c79c5ef9b7b28a3b8ad2","",""]', '', '7cddfdefef119b27c3166733b15e533d17833ad7d9696dd4eca385c7e4d31c70', '3b5d0b3f9bf1e5033646ef3baf0607aaca09034ef4a2d7f0115ee723a3acf155');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (10, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'media.added', 'med_1', '', 0, '', '', '', X'653830723A7BEFE25864E7A9EE6D41F9', NULL, NULL, '["5e19f0dd1b570a4da2bca8d2cbd412753c6200a4179d62a24c906199a90a592d","",""]', '', '3b5d0b3f9bf1e5033646ef3baf0607aaca09034ef4a2d7f0115ee723a3acf155', 'd725d1210d1a3ca653ccab57a6ae069a3832d42c3255ae6e98c99225e3e9200a');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (11, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'role.created', 'role_1', '', 0, '', '', '', X'75567679110DE216610205AFA7202C59', NULL, NULL, '["583d3464942fa75eb66ed15bb5d5e515699516f261f160a08ac83ea06c2c3147","",""]', '', 'd725d1210d1a3ca653ccab57a6ae069a3832d42c3255ae6e98c99225e3e9200a', '41f9fd63f8b7afb64b3f57cd4f2bf9e6159130f429ad3982e4f6c7688f4e9e5e');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (12, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'member.added', 'mem_3', '', 0, '', '', 'cal_1: none → role_1', X'B3CAC3054B967F916B79BCB35E915AA3', NULL, X'354E1D07C1889E4032BFE29CF6D0826C', '["40107e34923e89f039b2eca097261160b7d49961448d9c29220018710794393f","","783c53a648a422dc648636cec9942c16347414c7ad350204a077180402227052"]', '', '41f9fd63f8b7afb64b3f57cd4f2bf9e6159130f429ad3982e4f6c7688f4e9e5e', 'caf4aa7de775f30a6d8d7e54e482e1a2ccd2a0c9d57f43e6be24d58219280a5f');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (13, 1795435200000, '', 'mem_1', '', '', 'Inès', 'session.started', 'ses_1', '', 0, '', '', '192.0.2.0/24', X'6D750BED18958D6C9D6A4B3B6D8D88E3', NULL, X'391B55F4BB6B2E0D55BA100543E58FF1', '["7b9b228b4a2f2784fc7c49f8f752df5c8297d1fa29fb88fbe8f579030a790bc6","","c07d8bb875101b340fbcb3c72204e1c23882a208613c285153986a8979d9a78c"]', '', '5625d18a37f66e71cd246d5d438cd8d95278c14424744fe73d09d6ad06d2579d', '09a6ccba2dcca8f1347d30d28426d0aee086cf80d9cead711ddf72761dcdef87');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (14, 1795435200000, '', 'mem_2', 'ses_2', '', 'Karim', 'identity.linked', 'mem_2', '', 0, '', '', 'https://id.example', X'7169EDD4BDEC46B69D9E2D3649AAFA1F', NULL, X'DA0C1BF3D4D2D195B9965222AB84CC58', '["e3e76c83d35670385a23cd932b4e2defa164c5e5334f7495780f35743aa180a7","","8c7e2cdf12ba257882daa2ebcedf1c0ee9cfec9f1cbcf6cddf22cab63b44be1b"]', '', '09a6ccba2dcca8f1347d30d28426d0aee086cf80d9cead711ddf72761dcdef87', '00bf45395a0d91ae80d788fd8bd77fcaaba4b227166bc2195ff746b5c0b0b4eb');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (15, 1795435200000, '', 'mem_2', 'ses_2', '', 'Karim', 'session.started', 'ses_2', '', 0, '', '', '', X'DB4B5572D70611EEF0D14022AE1E0094', NULL, NULL, '["e512a07c02f5adfa25f1b139a8b5c286af0f2dca1e10ad75199e94cbe965b8f4","",""]', '', '00bf45395a0d91ae80d788fd8bd77fcaaba4b227166bc2195ff746b5c0b0b4eb', '113891aac425c23ab81f5bc5dbbfa2d5308bd20c76e60dec350cee3b917c3004');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (16, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'invitation.made', 'inv_1', '', 0, '', '', '', X'92AA1D6466519955C4763505D0955317', NULL, NULL, '["6228b789bc2cb30c664b23ef60ecbff704f21fa1fac457b444d6228b709a9568","",""]', '', 'caf4aa7de775f30a6d8d7e54e482e1a2ccd2a0c9d57f43e6be24d58219280a5f', '7ab606f8a4ffab8337c278bf84396ea876922a225e6517269eda9b4b37a115fc');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (17, 1795435200000, '', 'mem_1', '', '', 'Inès', 'reset.made', 'mem_2', '', 0, '', '', '', X'6007DA4D2492340A18A636B7EB5BEADC', NULL, NULL, '["132bd959f367cf09de0c03f477599c451678f98bc1036df3ec8df879bfec5c16","",""]', '', '113891aac425c23ab81f5bc5dbbfa2d5308bd20c76e60dec350cee3b917c3004', '7119813a22ff511ebbda853979b70f41d6eb36bc887575fe04f12484fe3a276e');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (18, 1795431600000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.created', 'post_06h2en7j4dphn3dk3ksom3umfs', 'post_06h2en7j4dphn3dk3ksom3umfs', 1, 'draft', '', '', X'A00C9B6AB23A83F096789E2C29E0DB39', NULL, NULL, '["17170d60e0757c23bcf87c80846891b179624ca5169d9bb4af2957851dc2d3a8","",""]', '', '7ab606f8a4ffab8337c278bf84396ea876922a225e6517269eda9b4b37a115fc', '5c0b7373d64c834f176336aa2a0eb7ae26a56b89d036233ca4413e0eedb83814');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (19, 1795431600000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.revised', 'post_06h2en7j4dphn3dk3ksom3umfs', 'post_06h2en7j4dphn3dk3ksom3umfs', 2, 'draft', '', '', X'743343D88BB14828F4AB5F98A675CEE8', NULL, NULL, '["7a6f968121f46e1477983d8de3e0e84209fb84f5e4724d5fc879788be1d936e2","",""]', '', '5c0b7373d64c834f176336aa2a0eb7ae26a56b89d036233ca4413e0eedb83814', 'edbca8c19e5f282d1e2b4ef96f0eef52b488122cd8e0ae4db4cd212f34b44a29');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (20, 1795431600000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.submitted', 'post_06h2en7j4dphn3dk3ksom3umfs', 'post_06h2en7j4dphn3dk3ksom3umfs', 2, 'scheduled', 'a note', '', X'062E541C8AD672D3C714068B0111E180', X'F6165269B2C42D5BFF883B0349F09B50', NULL, '["ce60bb3875f831db3898b334d83db65290f39b562df3987857af3489020b1ac5","b8cbd3a71fd7e667f6ce59267ba757fb930052988d91a4915660296f6cd2119a",""]', '', 'edbca8c19e5f282d1e2b4ef96f0eef52b488122cd8e0ae4db4cd212f34b44a29', '8843565f14f77efdcb1000328b27e60ec52adaa37377d05e28f53075dfab85c7');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (21, 1795431600000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approved', 'post_06h2en7j4dphn3dk3ksom3umfs', 'post_06h2en7j4dphn3dk3ksom3umfs', 2, 'scheduled', 'a note', '', X'51548133E8DFE35DA13B459814A69D2A', X'132C12EC5DCCCFDF43815158AC4EAA3D', NULL, '["342181377bd2d51cd8174f7060fed3a1e2be629efa7037e34199937e5862d184","ace2567f7946f4ebffc2739ee3b14d13d01766690b3415ee6ee6dac43f84197d",""]', '', '8843565f14f77efdcb1000328b27e60ec52adaa37377d05e28f53075dfab85c7', 'd90e210aede5b0586d39ae585a9ad032a7c737a9af07e9d8e644c4cbdf8a6fd2');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (22, 1795435201100, 'cal_1', '', '', '', 'parution', 'delivery.published', 'dlv_06h2en7j4dpm74lbkj2dl01o1o', 'post_06h2en7j4dphn3dk3ksom3umfs', 2, 'published', '', '', NULL, NULL, NULL, '["","",""]', '', 'd90e210aede5b0586d39ae585a9ad032a7c737a9af07e9d8e644c4cbdf8a6fd2', '2de71108dd72c923362401c879a2be3297ef5c5775e9158a7be9eb0aaa23c65b');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (23, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.revised', 'post_06h2en7j4dphn3dk3ksom3umfs', 'post_06h2en7j4dphn3dk3ksom3umfs', 3, 'published', '', '', X'C76C3D7F9CFE2CF38DEEFBF96A6ACDF1', NULL, NULL, '["9539b2bd0740fcdd9bd366a7551974f928d2ca0549873274bb9b2b6b9b5e7a13","",""]', '', '2de71108dd72c923362401c879a2be3297ef5c5775e9158a7be9eb0aaa23c65b', 'd0d9b2a12344875ff567d77d81bc2e3a1e0a5eba37f3427613e1e68aeb43b536');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (24, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approval_lost', 'post_06h2en7j4dphn3dk3ksom3umfs', 'post_06h2en7j4dphn3dk3ksom3umfs', 3, 'published', '', 'for mem_1 mem_3', X'AB24F1FA6456A3EAF65ECB725B87C2E8', NULL, X'CAB4EF6F85449DEF7E737E5DDB18DBF1', '["69db478a5e8ed54b4f89d903c1afcdb39016a90f4daaa7cb8b25a4acb81260de","","bd9075e683a3fecf3a00ba2f69c3008d7702742421b492e5acb3bea182d2de2c"]', '', 'd0d9b2a12344875ff567d77d81bc2e3a1e0a5eba37f3427613e1e68aeb43b536', 'c9ebeac0e04f2df56e757cffd26cc686ffca21171f1aa18fd4266d0aed505da9');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (25, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approved', 'post_06h2en7j4dphn3dk3ksom3umfs', 'post_06h2en7j4dphn3dk3ksom3umfs', 3, 'published', 'a note', '', X'F440165D79852E92DA9D7F8DA3C5EDFA', X'6720FED118EF0B46862047E625190BB5', NULL, '["49a6594b5ee76a96b41cd191bbfc89b58ffa41e0ae6dfb67d537d50c10d56b2f","2ab9068b0e6eec11431cd3897b7546580d2a1b341217c3f402ae8dfe9c5b9f3a",""]', '', 'c9ebeac0e04f2df56e757cffd26cc686ffca21171f1aa18fd4266d0aed505da9', 'bef0d2221e7b41b564c40bb0af0daf05201352f8b5e831bea8177f6d088d35d4');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (26, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'delivery.edit_live', 'dlv_06h2en7j4dpm74lbkj2dl01o1o', 'post_06h2en7j4dphn3dk3ksom3umfs', 3, 'published', 'a typo', '', X'2D72B719BCCE0006A7BFD3008D4A88F7', X'BA73987A63B12AFED4C8A843E23A6508', NULL, '["acaa4c7ce3b8775ddfa9d572b290ddcadc0663df829f9a7bb2bbb9078b7874fe","12b3953f4031b5f1bce0850ee84ae6684b746e5ad8b9db3bcebeecc3357f0c68",""]', '', 'bef0d2221e7b41b564c40bb0af0daf05201352f8b5e831bea8177f6d088d35d4', '0435f72f06ca1ac998a2847d463824094dc7ef8cab40047093c693b36995eb8e');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (27, 1795435201000, 'cal_1', '', '', '', 'parution', 'delivery.edited', 'dlv_06h2en7j4dpm74lbkj2dl01o1o', 'post_06h2en7j4dphn3dk3ksom3umfs', 3, 'published', '', '', NULL, NULL, NULL, '["","",""]', '', '0435f72f06ca1ac998a2847d463824094dc7ef8cab40047093c693b36995eb8e', 'bbef1fc9202bc45c4f3a31d8348c92b6a348ae80303c293e45eed6cdb7679d81');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (28, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.created', 'post_06h2en7j5lvb9fl0ldikqkabs8', 'post_06h2en7j5lvb9fl0ldikqkabs8', 1, 'draft', '', '', X'3AD1BE19592926C5B082C1F54F3E51AD', NULL, NULL, '["b8ea2988c440516e12abe3f3277a00fbd071b596852626bbe3b604b0f161a080","",""]', '', 'bbef1fc9202bc45c4f3a31d8348c92b6a348ae80303c293e45eed6cdb7679d81', '4e1d61f2a806469fa1205c41a0708ade94bacf1062df77b9d13b42226c181df3');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (29, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.submitted', 'post_06h2en7j5lvb9fl0ldikqkabs8', 'post_06h2en7j5lvb9fl0ldikqkabs8', 1, 'scheduled', 'a note', '', X'70A76528AF96890A7C0E419726574C7B', X'381E251E1E42A3484ED13439398EEC94', NULL, '["4525a7d1793d787ecb0a9749dd38632981ace680d255d62f9ccba022bc7fbe3f","e5513cb0749b3e09a221a30798c5997b0e3b1238c86fffa9a2e0db30835f70c6",""]', '', '4e1d61f2a806469fa1205c41a0708ade94bacf1062df77b9d13b42226c181df3', 'a2569a88c371dbb2ba7d7bf84e009b3e3e24ce654e9d9bed5f429fa2a02d6792');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (30, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approved', 'post_06h2en7j5lvb9fl0ldikqkabs8', 'post_06h2en7j5lvb9fl0ldikqkabs8', 1, 'scheduled', 'a note', '', X'F57053B87DFF581D8B5DAD21485991BE', X'9D7B5C25B1C48CF68175187D85BF36A4', NULL, '["c2a6a8882f63ce1a3e6b041c67aa50fde2b2a52bc6c9ab42cd370beccf1ac991","90fc49019ee5a996dbf9589d4c6cc7237983428b730068002dc433f82347154b",""]', '', 'a2569a88c371dbb2ba7d7bf84e009b3e3e24ce654e9d9bed5f429fa2a02d6792', '262898b5fdf1910c45440848c6c3aa07fd40b098a0b38d2d96f9b035329743e3');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (31, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.revised', 'post_06h2en7j5lvb9fl0ldikqkabs8', 'post_06h2en7j5lvb9fl0ldikqkabs8', 2, 'in_review', '', '', X'FC30FD3C7BBECAFDD60CA4C0C51F04FF', NULL, NULL, '["6ec7a960be5e861195a762be576bfd512149fb0e668477704b453e3cc5261cf7","",""]', '', '262898b5fdf1910c45440848c6c3aa07fd40b098a0b38d2d96f9b035329743e3', '5fb334b9e9f7904d81e4dcb210d975a7610314e5e7e43b617730316a9f75e010');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (32, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approval_lost', 'post_06h2en7j5lvb9fl0ldikqkabs8', 'post_06h2en7j5lvb9fl0ldikqkabs8', 2, 'in_review', '', 'for mem_1 mem_3; by 2026-11-25T04:00:00Z', X'4BE58FF4540D451D25C3B767B3216D45', NULL, X'2543A30AA5DADAC2D9617A7373A1F821', '["ebcac82f0df4cb453b577c1bf1e3efc00cf7240525a55b3196a0f2bc3022be4e","","29f97c4ab84a3a505355a12ad70c626efe670ad1a6db9cb3adb663c1c6b6af69"]', '', '5fb334b9e9f7904d81e4dcb210d975a7610314e5e7e43b617730316a9f75e010', 'ee8799f43cb6424ad91eb3f89b9ad3af8602ac90077f5b28bf538b7cfd5e6dd3');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (33, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.created', 'post_06h2en7j61r3v8k1jhv84onkqg', 'post_06h2en7j61r3v8k1jhv84onkqg', 1, 'draft', '', '', X'299AAA653EFE05185966C252143CB6DD', NULL, NULL, '["9099fda4ebe7a17fb3b57931f3391c6a3c1509a3e50df7632ec3036672630631","",""]', '', 'ee8799f43cb6424ad91eb3f89b9ad3af8602ac90077f5b28bf538b7cfd5e6dd3', 'bed001e67f43ca7664923e45eb8347884a9a70ed31e65cc7a5749a3b71985513');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (34, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.revised', 'post_06h2en7j61r3v8k1jhv84onkqg', 'post_06h2en7j61r3v8k1jhv84onkqg', 2, 'draft', '', '', X'20DB8F76A53D488121C09C11788A13D1', NULL, NULL, '["6b5833bf35416a41ea848680905c0c0fff68657908dbc4e13eb1973065f172a4","",""]', '', 'bed001e67f43ca7664923e45eb8347884a9a70ed31e65cc7a5749a3b71985513', 'cdbf5ce1d72a6ff4aa177a483a2028db431714ba3fa38cf9932838654ed30f0d');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (35, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.submitted', 'post_06h2en7j61r3v8k1jhv84onkqg', 'post_06h2en7j61r3v8k1jhv84onkqg', 2, 'scheduled', 'a note', '', X'1FF63A9B9D24430BFBB7127610A780E2', X'D9AAD0B6DA4DED4C885BD40C46CF2D2F', NULL, '["908c05174e3b8d89288b35c3384849bfe067b4244769f85c60750725a617a74e","b9a316422e6b3f548809a8ab44307ff3d55be0c00ae0260a7df621e8f076584a",""]', '', 'cdbf5ce1d72a6ff4aa177a483a2028db431714ba3fa38cf9932838654ed30f0d', 'c1ad57a58db1ac34b82fafc3d163750ef28080177ccda7497cd737a5f369e089');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (36, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approved', 'post_06h2en7j61r3v8k1jhv84onkqg', 'post_06h2en7j61r3v8k1jhv84onkqg', 2, 'scheduled', 'a note', '', X'C35263DFBB83CFA5EF59C7C6E1336F16', X'0E090296A0DB9812872BF1326A44B638', NULL, '["0d153562c7f75c1855c1c28ab9048baa628eccb8774d7e8178950a0667a15425","3ff5a338cc8aca0f529598f20833eebce79e247e13303202efa6de5a1349d4c8",""]', '', 'c1ad57a58db1ac34b82fafc3d163750ef28080177ccda7497cd737a5f369e089', '08b84d6422a643dd4caea0e151b729535185c97986cb90786b6fe9f143bdb7e9');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (37, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'comment.added', 'cmt_06h2en7j69ug1e8o6ukscm0jpo', 'post_06h2en7j61r3v8k1jhv84onkqg', 2, 'scheduled', 'Hm.', '', X'8024C433A71B8FED17ECB81E4A1EC38B', X'E97DE8A28080CBBB471FFF30704AA564', NULL, '["6f6a4969fd23366ec4fcd984729d39dd1faf837333cfec97c80eb3f739c7abdb","047e1a98ef8170d4884de82e4d25474ecc5712495f724bf07bfc7cab05128557",""]', '', '08b84d6422a643dd4caea0e151b729535185c97986cb90786b6fe9f143bdb7e9', 'af9ad393adfdbc519f79b8ee57909a5dd423714c064ebc963a83cd8d38d2d772');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (38, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'comment.mentioned', 'mem_2', 'post_06h2en7j61r3v8k1jhv84onkqg', 2, 'scheduled', '', 'cmt_06h2en7j69ug1e8o6ukscm0jpo', X'E301FF3440111BA48D38BC9AF71EEB82', NULL, X'D161D34EEBC3FEC00A153FE4CFB3665E', '["8725b83f2e66a6926794838a3c00431c4f2127c4cfc80255a78c792c5b59501c","","87fb910720f8f9a493f496657d6017424f6249be3d0e6de5ab5bfb5651dbe6e0"]', '', 'af9ad393adfdbc519f79b8ee57909a5dd423714c064ebc963a83cd8d38d2d772', '3093bf4b3c1d2680b61e3e304299e205fdbe5608eac76cfc103d219039392e37');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (39, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'comment.added', 'cmt_06h2en7j6dsvb74j0gpfnoikqs', 'post_06h2en7j61r3v8k1jhv84onkqg', 2, 'scheduled', 'Yes.', '', X'ECE3787FA9A0B7C4B148F78EE3571601', X'640247271A1FD4FFE85547475DD393B4', NULL, '["270ab303e89966eceff4b12bccf0b3482f657ce87cde950433ede80229bdb74f","31d85f23ae085f621b8dc63f79bc1ceb700472643d021cc4c5ae043cef860913",""]', '', '3093bf4b3c1d2680b61e3e304299e205fdbe5608eac76cfc103d219039392e37', '13399c6ccdf45e9a964e4e4cf5f88346d309ed7498910e0e120d2055d229da8e');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (40, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'client_link.made', 'cli_06h2en7j6tue1eji92urogfor0', '', 0, '', '', '', X'E14FA3766A4790FB63F5CB7DFD8C3325', NULL, NULL, '["10b1953cd7e0ab80f3984e8b9377fe02779ad6e90adeda4ee65fe1f7472cd60b","",""]', '', '13399c6ccdf45e9a964e4e4cf5f88346d309ed7498910e0e120d2055d229da8e', '949be2a3dbd655cfb21d80af771e6893178cabb26775cd3721a94383888c2ea8');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (41, 1795435201000, 'cal_1', '', 'cli_06h2en7j6tue1eji92urogfor0', 'mem_1', 'Cléo', 'client_link.opened', 'cli_06h2en7j6tue1eji92urogfor0', '', 0, '', '', 'by link, name declared', NULL, NULL, X'B8A7225F730ABC2F7F2B42EE1F5E7915', '["","","959176f1b4189c7abfe3acf9385440983b0f282e6f206343a70bc4339f64287a"]', '', '949be2a3dbd655cfb21d80af771e6893178cabb26775cd3721a94383888c2ea8', 'cfc3061a2461dad15a9977efa8d78242d855cc186e38d0c921b7af1a1a6cae94');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (42, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.created', 'post_06h2en7j75o3j8bokejjolot34', 'post_06h2en7j75o3j8bokejjolot34', 1, 'idea', '', '', X'6DF7945E98A2D8B9356A8BAC7F1931E8', NULL, NULL, '["c0fb62931743989de7bb13669999bdb1d17a08cb9adbef7fb12294a36fd69d4e","",""]', '', 'cfc3061a2461dad15a9977efa8d78242d855cc186e38d0c921b7af1a1a6cae94', '41dfe51b29139cdfbae3120f9208d347f6cbe87ff75c5f6329446665783f5084');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (43, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'campaign.updated', 'camp_1', '', 0, '', '', 'tighter: 15 characters in text hashtags alt_text, same day true', X'A0AF1BAFAFAAD2B85423352C906C7ACF', NULL, X'5E42A83C550908EE4CFC6F091CE2EE91', '["88dcc0640f814511a6fe58038817eef8d11f0fcfd93a8e2b36c20c9323a561b2","","729144462c3aa877919b41c73e58748702e64e97269cad7ac6183796033c7698"]', '', '41dfe51b29139cdfbae3120f9208d347f6cbe87ff75c5f6329446665783f5084', 'b9c32756b86a99d325cc640c18df2576819410e51a6b593341966c93779baa15');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (44, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'crisis.opened', 'cri_06h2en7j75thp50mt69ptuf578', '', 0, '', 'a fire', 'severity serious; for mem_1', X'8C648DEEB99BCBD1CC453C43FE2E2F9E', X'A79F1449172441AEFF465256DBDAA757', X'5500D74ABF859540D770739BBC98CAB3', '["12e151a31fcea007bb32195eb70d4f22706a39fca6a1a517a039559b2777ebd0","332ead2f2979f6f84bc8883b9f7f32573ff68d5fe3fbbc2b53660cc83f9ed9e3","780080d3c3782ecc9f542acc57c4e5f6769c3bb9cf5872088d119ed13275afc3"]', '', 'b9c32756b86a99d325cc640c18df2576819410e51a6b593341966c93779baa15', 'b858879012f89bbd900d37bb334aedb8760f055c432cd563ea3029ff1aa821c4');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (45, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'delegation.made', 'dgn_1', '', 0, '', 'away', 'for mem_2; in place of mem_1; from 2026-11-23T12:00:01Z until 2026-11-23T13:00:01Z', X'FF14CA31C5A4CED6500F94AE88A49AAB', X'2418E7C257AFFC2559F47237AFB22150', X'99A1616170DA0EB647D812B365791DD1', '["52e71359b2a07a3cd57c25873f06c3a49026826d3e7cc8def1717a45fe2f4f7b","65bd2113d6b0a20f99921672587fcfc6d5449bc3808ef5e47a798e7596378d22","a717bb07e89ea574621563013a3294bae42484a615119e542c1404714d2f70b0"]', '', 'b858879012f89bbd900d37bb334aedb8760f055c432cd563ea3029ff1aa821c4', 'c67981a2ff27134856054fa671155104b196c24776a65a6b947e696bd63e82a9');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (46, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'pause.made', 'pau_06h2en7j79trt36r5dlnggnoa8', '', 0, '', 'an accident', '', X'1260F8A47BB33A6DAB4669431D6A104E', X'1E190E734414329B08E881CFE39A9924', NULL, '["dc2c3bd730b34db2bc46361770f7657d891edbef94ca751ba571fdaa526a2936","6976b55f52791d412ccf32ed42bb49c93c5ac52e643ddff77296147581773323",""]', '', 'c67981a2ff27134856054fa671155104b196c24776a65a6b947e696bd63e82a9', 'caca950cfd400610cbac506d71e7bc00565a7d3821b9f0a0d94991b40f81832b');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (47, 1795435261000, 'cal_1', 'mem_1', '', '', 'Inès', 'pause.updated', 'pau_06h2en7j79trt36r5dlnggnoa8', '', 0, '', '', '', X'D407347E996CC53C51D81035D4191792', NULL, NULL, '["01c0308a8a049dab62985d2d5d6067eb67e851763689349df76383a75ca2f810","",""]', '', 'caca950cfd400610cbac506d71e7bc00565a7d3821b9f0a0d94991b40f81832b', '28dd3c80910638ecffce6df73c5d0633e397b7b0454035e2c5cf92c0209fcbc7');
CREATE INDEX audit_by_calendar ON audit (calendar_id, seq);
CREATE INDEX audit_by_post ON audit (post_id, seq);
CREATE INDEX audit_by_member ON audit (member_id, seq) WHERE member_id != '';
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
CREATE TRIGGER audit_keeps BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the record is only added to');
END;
