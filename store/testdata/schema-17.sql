-- A database as schema 17 left it, with a few rows. It is never changed: databases like it are out there.

CREATE TABLE goose_db_version (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		version_id INTEGER NOT NULL,
		is_applied INTEGER NOT NULL,
		tstamp TIMESTAMP DEFAULT (datetime('now'))
	);
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (1, 0, 1, '2026-11-29 13:14:51');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (2, 1, 1, '2026-11-29 13:14:51');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (3, 2, 1, '2026-11-29 13:14:51');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (4, 3, 1, '2026-11-29 13:14:51');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (5, 4, 1, '2026-11-29 13:14:51');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (6, 5, 1, '2026-11-29 13:14:51');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (7, 6, 1, '2026-11-29 13:14:51');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (8, 7, 1, '2026-11-29 13:14:51');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (9, 8, 1, '2026-11-29 13:14:51');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (10, 9, 1, '2026-11-29 13:14:51');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (11, 10, 1, '2026-11-29 13:14:51');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (12, 11, 1, '2026-11-29 13:14:51');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (13, 12, 1, '2026-11-29 13:14:51');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (14, 13, 1, '2026-11-29 13:14:51');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (15, 14, 1, '2026-11-29 13:14:51');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (16, 15, 1, '2026-11-29 13:14:51');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (17, 16, 1, '2026-11-29 13:14:51');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (18, 17, 1, '2026-11-29 13:14:51');
CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO settings (name, value) VALUES ('file', '9980561 of 1795958091.182727703');
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
INSERT INTO calendars (id, name, zone, language, policy, created_at, archived_at, version) VALUES ('cal_1', 'Maison', 'Europe/Paris', 'fr', '{"Approval":"one","NoSelfApproval":false,"Lateness":1800000000000,"ApproveAhead":0,"UntilApproved":"hold","Margin":{"Graphemes":15,"Fields":["text","hashtags","alt_text"],"SameDay":true,"Words":null},"ResendWhenLikely":false,"TokensMayApprove":false,"AltTextsRequired":false,"DeadLinks":"","Blackouts":null,"QuietHours":null,"Digest":{}}', 1795435200000, NULL, 1);
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
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2esddptouj5mpvo4s7tobk4', 'cal_1', 'approved', 'published', 'published', NULL, NULL, '{"owner":"mem_1","planned":{"Local":"2026-11-23T13:00","Zone":"Europe/Paris","Fold":0}}', 3, 'mem_1', '{"Revision":3,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33"},"Accounts":{"chan_1":"account of chan_1"},"Times":{"chan_1":{"Local":"2026-11-23T13:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795435200000, 1795431600000, 1795435201000, 6, NULL, NULL, NULL);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2esddqtrsrc6qadag7our7c', 'cal_1', 'in_review', 'in_review', 'rewritten', 'camp_1', NULL, '{"labels":["hiver"],"owner":"mem_1","planned":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0}}', 2, 'mem_1', '{"Revision":1,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"650525c899f0a9f13c1bae650b9aa4e924276efd67a6a2381567a7638dbbad59","chan_2":"16e2acb25f5c59ef18845982c372a1e30b6b664ff3b230011a3dd9d960ea2aef"},"Accounts":{"chan_1":"account of chan_1","chan_2":"account of chan_2"},"Times":{"chan_1":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0},"chan_2":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795593600000, 1795435201000, 1795435201000, 3, NULL, '{"Since":"2026-11-23T12:00:01Z"}', 1795507200000);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2esddr5rdb2e3b1o6hstkog', 'cal_1', 'approved', 'scheduled', 'scheduled', NULL, 'pil_1', '{"brief":"un brief","notes":"une note","owner":"mem_1","planned":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}', 2, 'mem_1', '{"Revision":2,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"65780f7d8e3366dc9830aa7bf7b42561c2ad116032d9aca4c7cc6ecfd8389bbe"},"Accounts":{"chan_1":"account of chan_1"},"Times":{"chan_1":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795507200000, 1795435201000, 1795435201000, 3, NULL, '{"Since":"0001-01-01T00:00:00Z","Undo":{"By":"mem_1","At":"2026-11-23T12:00:01Z","Version":3,"Review":{"Since":"2026-11-23T12:00:01Z"},"Planned":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2esddrtq1d75li8l181elik', 'cal_1', 'idea', 'idea', 'an idea', NULL, NULL, '{"owner":"mem_1"}', 1, 'mem_1', NULL, NULL, NULL, 1795435201000, 1795435201000, 1, NULL, NULL, NULL);
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
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2esddptouj5mpvo4s7tobk4', 1, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"052fbccf5ee9d03e6a6f92c51d88b1cac8a354f8e44697a0a255f09b035aabf7"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795431600000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2esddptouj5mpvo4s7tobk4', 2, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":{"chan_1":{"Text":null,"Parts":["one","two"],"Media":null,"Link":null,"NoLink":false,"FirstComment":"","Options":null}}}', '{"chan_1":"35d075f33f88fe368f09efa8446c048a40bf07e1f0915dbcdd810cd498d5f604"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795431600000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2esddptouj5mpvo4s7tobk4', 3, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":{"chan_1":{"Text":null,"Parts":["one","deux"],"Media":null,"Link":null,"NoLink":false,"FirstComment":"","Options":null}}}', '{"chan_1":"99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2esddqtrsrc6qadag7our7c', 1, '{"Text":"rewritten","Language":"fr","Media":null,"Link":null,"Channels":["chan_1","chan_2"],"Variants":null}', '{"chan_1":"650525c899f0a9f13c1bae650b9aa4e924276efd67a6a2381567a7638dbbad59","chan_2":"16e2acb25f5c59ef18845982c372a1e30b6b664ff3b230011a3dd9d960ea2aef"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2esddqtrsrc6qadag7our7c', 2, '{"Text":"rewritten since","Language":"fr","Media":null,"Link":null,"Channels":["chan_1","chan_2"],"Variants":null}', '{"chan_1":"0166a27046c1ad4520e03d9cac27d4281d98570f0c6b48bc1ac1a78c095384fa","chan_2":"dd3f30d95f283c4f09d07edaa63f4437c9838fbf3a8a62ecab5218b47a883b4d"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2esddr5rdb2e3b1o6hstkog', 1, '{"Text":"scheduled","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"89359b91d713f99270d1c4ec89607507ff0bd5ea9a7bfa08452a3b0800654a5f"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2esddr5rdb2e3b1o6hstkog', 2, '{"Text":"Un été de lumière https://maison.example","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"65780f7d8e3366dc9830aa7bf7b42561c2ad116032d9aca4c7cc6ecfd8389bbe"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2esddrtq1d75li8l181elik', 1, '{"Text":"","Language":"","Media":null,"Link":null,"Channels":null,"Variants":null}', '{}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
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
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2esddptpa7aqcsvi27mojh0', 'post_06h2esddptouj5mpvo4s7tobk4', 'cal_1', 'chan_1', 'on chan_1', 'published', 1795435200000, 1800000, NULL, 2, '35d075f33f88fe368f09efa8446c048a40bf07e1f0915dbcdd810cd498d5f604', 2, '', NULL, 0, 'null', 0, 0, 0, 'null', 1795435200100, NULL, 1795348800000, 3, '99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33');
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2esddqtrv16bkq1v9ch3i9o', 'post_06h2esddqtrsrc6qadag7our7c', 'cal_1', 'chan_1', 'on chan_1', 'planned', 1795593600000, 1800000, NULL, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795507200000, 0, '');
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2esddqtrv75d5p8e5a26dj0', 'post_06h2esddqtrsrc6qadag7our7c', 'cal_1', 'chan_2', 'on chan_2', 'planned', 1795593600000, 1800000, NULL, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795507200000, 0, '');
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2esddr5rff6fjg5d6rhcp6k', 'post_06h2esddr5rdb2e3b1o6hstkog', 'cal_1', 'chan_1', 'on chan_1', 'scheduled', 1795507200000, 1800000, 1795507200000, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795420800000, 0, '');
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
INSERT INTO pauses (id, calendar_id, scope, scope_id, reason, made_by, from_at, until_at, version) VALUES ('pau_06h2esdds1ueb426evj3dhc2no', 'cal_1', 'channel', 'chan_2', 'an accident', '{"Member":"","Name":"","Token":"","Maker":"","Language":"","May":null}', 1795435201000, 1795435261000, 2);
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
INSERT INTO parts (delivery_id, number, kind, state, key, key_at, first_heard_at, last_heard_at, attempts, prepared, prepared_at, remote_id, url, token, sent_at, shows, asked, edited_at) VALUES ('dlv_06h2esddptpa7aqcsvi27mojh0', 0, 'post', 'published', 'key_06h2esddq5tjj56a046l6cui3o', 1795435200000, 1795435200000, 1795435200000, 1, NULL, NULL, '1', 'https://wall.example/1', 't', 1795435200100, 3, 3, NULL);
INSERT INTO parts (delivery_id, number, kind, state, key, key_at, first_heard_at, last_heard_at, attempts, prepared, prepared_at, remote_id, url, token, sent_at, shows, asked, edited_at) VALUES ('dlv_06h2esddptpa7aqcsvi27mojh0', 1, 'post', 'published', 'key_06h2esddq5tjted97h8cj2tg48', 1795435201000, 1795435201000, 1795435201000, 1, NULL, NULL, '2', 'https://wall.example/2', '', 1795435201100, 3, 3, 1795435201000);
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
INSERT INTO attempts (delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message) VALUES ('dlv_06h2esddptpa7aqcsvi27mojh0', 1, 'send', 0, 'key_06h2esddq5tjj56a046l6cui3o', 2, 'daemon', 1795435200000, 1795435200100, 'done', '', '');
INSERT INTO attempts (delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message) VALUES ('dlv_06h2esddptpa7aqcsvi27mojh0', 2, 'send', 1, 'key_06h2esddq5tjted97h8cj2tg48', 2, 'daemon', 1795435201000, 1795435201100, 'done', '', '');
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
INSERT INTO post_links (url, post_id) VALUES ('https://maison.example', 'post_06h2esddr5rdb2e3b1o6hstkog');
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
INSERT INTO acts (id, delivery_id, kind, revision, hash, made_by, made_at, state, next_at, part, left_over, attempt, tries, holder, lease_until, trouble, ended_at) VALUES ('act_06h2esddqlta7820kno8bbikh4', 'dlv_06h2esddptpa7aqcsvi27mojh0', 'edit', 3, '99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000, 'done', NULL, 1, 0, 1, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', 1795435201000);
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
INSERT INTO comments (seq, id, calendar_id, post_id, thread_id, author_id, author, words, client, anchor, suggestion, created_at, edited_at, removed_at, resolved, version) VALUES (1, 'cmt_06h2esddrdrrbcf3dcug160460', 'cal_1', 'post_06h2esddr5rdb2e3b1o6hstkog', 'cmt_06h2esddrdrrbcf3dcug160460', 'mem_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'Hm.', 0, '{"Channel":"","Part":0,"Revision":2,"Start":3,"End":6,"Quote":"été"}', '{"Text":"hiver","State":"open","By":{"Member":"","Name":"","Token":"","Maker":"","Language":"","May":null},"At":"0001-01-01T00:00:00Z","Note":"","Revision":0}', 1795435201000, NULL, NULL, NULL, 1);
INSERT INTO comments (seq, id, calendar_id, post_id, thread_id, author_id, author, words, client, anchor, suggestion, created_at, edited_at, removed_at, resolved, version) VALUES (2, 'cmt_06h2esddrhpjf61m5rmn7bcetc', 'cal_1', 'post_06h2esddr5rdb2e3b1o6hstkog', 'cmt_06h2esddrdrrbcf3dcug160460', 'mem_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'Yes.', 0, NULL, NULL, 1795435201000, NULL, NULL, NULL, 1);
CREATE INDEX comments_by_post ON comments (post_id, seq);
CREATE INDEX comments_by_calendar ON comments (calendar_id, seq);
CREATE TABLE comment_mentions (
    comment_id TEXT NOT NULL REFERENCES comments (id),
    member_id  TEXT NOT NULL REFERENCES members (id),
    PRIMARY KEY (comment_id, member_id)
) STRICT;
INSERT INTO comment_mentions (comment_id, member_id) VALUES ('cmt_06h2esddrdrrbcf3dcug160460', 'mem_2');
CREATE INDEX comment_mentions_by_member ON comment_mentions (member_id, comment_id);
CREATE TABLE comments_read (
    member_id TEXT NOT NULL REFERENCES members (id),
    post_id   TEXT NOT NULL REFERENCES posts (id),
    seq       INTEGER NOT NULL,
    PRIMARY KEY (member_id, post_id)
) STRICT;
INSERT INTO comments_read (member_id, post_id, seq) VALUES ('mem_2', 'post_06h2esddr5rdb2e3b1o6hstkog', 1);
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
INSERT INTO working_copies (member_id, post_id, edit, base, revision, started, made_at, saved_at, version) VALUES ('mem_1', 'post_06h2esddr5rdb2e3b1o6hstkog', '{"text":"not saved"}', '', 2, '"tag.1"', 1795435201000, 1795435201000, 1795435201000);
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
INSERT INTO readings (name, seq) VALUES ('notices', 50);
CREATE TABLE notices (
    member_id   TEXT NOT NULL REFERENCES members (id),
    seq         INTEGER NOT NULL,
    calendar_id TEXT NOT NULL,
    weight      TEXT NOT NULL CHECK (weight IN ('alarm', 'duty', 'news')),
    told_at     INTEGER NOT NULL,
    read_at     INTEGER, dispatch_id TEXT,
    PRIMARY KEY (member_id, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_1', 22, 'cal_1', 'news', 1795435261000, NULL, NULL);
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_1', 27, 'cal_1', 'news', 1795435261000, NULL, NULL);
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_2', 5, 'cal_1', 'news', 1795435261000, NULL, 'dsp_06h2esdds9tlp5g2f87sm13ogk');
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_2', 38, 'cal_1', 'duty', 1795435261000, NULL, 'dsp_06h2esddsdu6pdr7qefcfjspk8');
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_2', 49, 'cal_1', 'alarm', 1795435261000, NULL, 'dsp_06h2esddsdvhb4hsne4i7r78q4');
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_2', 50, 'cal_1', 'alarm', 1795435261000, NULL, 'dsp_06h2esddsdvhb4hsne4i7r78q4');
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
INSERT INTO client_links (id, calendar_id, campaign_id, for_whom, email, member_id, language, approves, made_by, maker_id, secret, created_at, expires_at, revoked_at, name, code, code_ends, code_failed, version) VALUES ('cli_06h2esddrpp2p948dfaqf09arc', 'cal_1', '', 'Cléo', '', NULL, 'fr', 1, '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"","May":null}', 'mem_1', X'636C69656E742773206C696E6B', 1795435201000, NULL, NULL, 'Cléo', NULL, NULL, 0, 2);
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
INSERT INTO client_visits (id, link_id, secret, name, proof, created_at, expires_at) VALUES ('vis_06h2esddrprlfcgick02uf7dl8', 'cli_06h2esddrpp2p948dfaqf09arc', X'636C69656E742773207669736974', 'Cléo', 'name_declared', 1795435201000, 1798027201000);
CREATE INDEX client_visits_by_link ON client_visits (link_id);
CREATE TABLE client_seen (
    link_id  TEXT NOT NULL REFERENCES client_links (id),
    post_id  TEXT NOT NULL REFERENCES posts (id),
    revision INTEGER NOT NULL,
    before   INTEGER NOT NULL CHECK (before < revision),
    PRIMARY KEY (link_id, post_id)
) STRICT;
INSERT INTO client_seen (link_id, post_id, revision, before) VALUES ('cli_06h2esddrpp2p948dfaqf09arc', 'post_06h2esddr5rdb2e3b1o6hstkog', 2, 0);
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
INSERT INTO crises (id, calendar_id, severity, reason, opened_by, opened_at, statement_id, points, closed_at, closed_by, review, first_line, last_line, version) VALUES ('cri_06h2esdds1o1f5cilobn8941ps', 'cal_1', 'serious', 'a fire', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000, NULL, '', NULL, NULL, '', 47, 0, 1);
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
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (1, 1795435200000, '', 'mem_1', '', '', 'Inès', 'member.added', 'mem_1', '', 0, '', '', '', X'246E57D3301B30B33CC874CC79EB8F69', NULL, NULL, '["64a59ee3af9bf1722e6572ff77eb606d80b27578a3f9873c1fcac2472e12e881","",""]', '', '', 'fdc3e5fedc1b39e4632e6469ec43a3368f7b903f9c48024e91cd3a0c883eef97');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (2, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'calendar.created', 'cal_1', '', 0, '', '', '', X'7044013C0343C1C6C38583C556FC5BA0', NULL, NULL, '["74cbd06abfa37358874af4238d803286bd18f9308b313abca56c8c6d5ec1b1e3","",""]', '', '', '1629e911aa1e99bc2a436d5e9a1075a300bfe264ff86d3a06cb84079186cc9a0');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (3, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'channel.connected', 'chan_1', '', 0, '', '', '', X'39080FA0368CFF613BDD11A1642D51F9', NULL, NULL, '["52891b13f998441534b6b382b759fd0cfbc1bd8c539790067edda3d56f6bcd6d","",""]', '', '1629e911aa1e99bc2a436d5e9a1075a300bfe264ff86d3a06cb84079186cc9a0', '4272a348c842c5979758bb4728784614f8b91a4721dce8113cf30357eac8b924');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (4, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'channel.connected', 'chan_2', '', 0, '', '', '', X'284BF8FF532F80F68F591F02F7191244', NULL, NULL, '["dc0f4c74b6236baefc096011c069437ca1abcd8bff9caaf95ec8c6fea3a96372","",""]', '', '4272a348c842c5979758bb4728784614f8b91a4721dce8113cf30357eac8b924', '931e476ba5904b7410cebbc296d978898a2cc98cecf84f28ac61241c9ab71a57');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (5, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'member.added', 'mem_2', '', 0, '', '', 'cal_1: none → editor viewer', X'9B20439725E22700B849BBDA8A201198', NULL, X'1FB4EBDF6463F133A05411E39D4302D8', '["8d50722c96090a4e362b1588a638bdfc594205f57f97d32bd20621d3753e7fea","","f72e2e53a70db6ca913a1ebfff447db64151a410b4d7ceec69a3d9e4a18b1bce"]', '', '931e476ba5904b7410cebbc296d978898a2cc98cecf84f28ac61241c9ab71a57', '57f0d7d366bf621961939db9c708beff4bbbbe1ddcb1144c441783b2c945d4a8');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (6, 1795435200000, '', 'mem_1', '', '', 'Inès', 'token.created', 'tok_1', '', 0, '', '', '', X'EE58B82E61A9C0EEAFB75CA286656A62', NULL, NULL, '["c18b2e00663f45f6e5df8edd801ec596f2d179fddfc88281d400a77a27639ed1","",""]', '', 'fdc3e5fedc1b39e4632e6469ec43a3368f7b903f9c48024e91cd3a0c883eef97', 'bb3589de74daf5ea8515f020389b0b6921b2eebb063961f15bfdac30c230f75e');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (7, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'channel.updated', 'chan_1', '', 0, '', '', '', X'8CC942BAED1DA9B7F30854E68D9A311E', NULL, NULL, '["0d3a94ebffb1ba3a10c6d32eafb67a87a09ee616f9a5ce660eb0aef5e7bc9811","",""]', '', '57f0d7d366bf621961939db9c708beff4bbbbe1ddcb1144c441783b2c945d4a8', '1baecf77effe1aec835f115d0a284f582f88950d35beaf8a34fbae37257c0316');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (8, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'campaign.created', 'camp_1', '', 0, '', '', '', X'53098408396DBF8EED3922891C187802', NULL, NULL, '["c224d93985eb7fa6378d5761b991a95b3ceb934a24d77857c17938208121099c","",""]', '', '1baecf77effe1aec835f115d0a284f582f88950d35beaf8a34fbae37257c0316', 'e0fd5cb7d5b3771f1d8616d39064e38f7a086b71b8841b09d1d080a146ca17eb');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (9, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'pillar.created', 'pil_1', '', 0, '', '', '', X'6BB2BB73DA52A922F9532EC678B6224D', NULL, NULL, '["4a5d5809736d1acfac77a4d4bed4c4dd28d3f89a0b83fe3ea2a24ef626603ab6","",""]', '', 'e0fd5cb7d5b3771f1d8616d39064e38f7a086b71b8841b09d1d080a146ca17eb', '3fe73d4eac1437a72be4d403a4a8dd59e09f8df915f10fcaf9bae1e6cfe2dbd3');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (10, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'media.added', 'med_1', '', 0, '', '', '', X'FA57C54AE89530339E332AA55E6EA532', NULL, NULL, '["7932c8e87153e48f14f3f02b762bf0e657abf671d0b911a5daf97a162d90f483","",""]', '', '3fe73d4eac1437a72be4d403a4a8dd59e09f8df915f10fcaf9bae1e6cfe2dbd3', '5f3adfdc93e6a858f99972b6ec18d3547281c9375092497a350263d6e9b0e779');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (11, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'role.created', 'role_1', '', 0, '', '', '', X'D13149E31AE26C6912B38A2E815CDCB1', NULL, NULL, '["352bc434fd4bc41d972998b536a76786e973d5efed418c92f436775af6a049a8","",""]', '', '5f3adfdc93e6a858f99972b6ec18d3547281c9375092497a350263d6e9b0e779', '105f244c6476ff509b382054559dbf7b792fa0f69c7632b3dde355b8b915436b');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (12, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'member.added', 'mem_3', '', 0, '', '', 'cal_1: none → role_1', X'8FA284E4DF8661CE91BA06A9EF00BF38', NULL, X'E8635883BAF0BBC58823448539F220E1', '["eca4164ee0eda3d508a9d4f3f9aaeffc279a1a0e0dd51e80e16498daa659a0f7","","7cb96933d06e2d76b3844527df966f8ece1870639618bd4624085f7f6176689c"]', '', '105f244c6476ff509b382054559dbf7b792fa0f69c7632b3dde355b8b915436b', '7cd93ac0b87b1a7052945af901b7feb4f2cbbed51f3f0a0e05ce17a1bd8e35d5');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (13, 1795435200000, '', 'mem_1', '', '', 'Inès', 'session.started', 'ses_1', '', 0, '', '', '192.0.2.0/24', X'CFED910BECF1AA873DEE38A9BFEF9225', NULL, X'A8F02FDC245C3E74917F5B322CFF757F', '["bfb3142d9e67ea363a3b92e36adccb5ad9b175dc260d0db6d60a003afa56d4a6","","24fa430b59bf9bdf7c03b2a15ebdfc375b6c39ede7d96448bf464f6b19f67ccc"]', '', 'bb3589de74daf5ea8515f020389b0b6921b2eebb063961f15bfdac30c230f75e', '3751ba952f141681d6d85000bbaf61a9b5140612f7a48cf3a5ee13e0bcfee95f');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (14, 1795435200000, '', 'mem_2', 'ses_2', '', 'Karim', 'identity.linked', 'mem_2', '', 0, '', '', 'https://id.example', X'CB3A8AC7F108CDBD28A60CB504F4F4DF', NULL, X'EBC8B87E8C90E50C29E033321FE1E3DF', '["2c7588273702505be512dc2e09f142dfd94a515222259453011288eebdefbbe7","","b2822071d5c47222a7da1c60e9ebbe63e6beb58441bd0591b46dacbaa4fd4650"]', '', '3751ba952f141681d6d85000bbaf61a9b5140612f7a48cf3a5ee13e0bcfee95f', '21e65870a2d8bc905bf3c73830ab197d23518b0a8450868f43d5305b0079f211');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (15, 1795435200000, '', 'mem_2', 'ses_2', '', 'Karim', 'session.started', 'ses_2', '', 0, '', '', '', X'D169DFC0F07A48E8F7AE99756C30743D', NULL, NULL, '["542548d68f1ca9c77622063f66b406041ea56957dc01db64201ac4a7e4bd959c","",""]', '', '21e65870a2d8bc905bf3c73830ab197d23518b0a8450868f43d5305b0079f211', '61ec1287ff2698935a5ea7a21e9f3ba0d1ab08368fd97cc0df342f16b86d94ad');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (16, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'invitation.made', 'inv_1', '', 0, '', '', '', X'FC32E974141BA3942A42438E94C3FC80', NULL, NULL, '["a5a1f9cb8d9b9adc0383bb3d4a15f0c86fbc662e861d44b5ea6d23e5d985e7e3","",""]', '', '7cd93ac0b87b1a7052945af901b7feb4f2cbbed51f3f0a0e05ce17a1bd8e35d5', '298eda4a31bcbea38c88a3768cba1a2d80993b666685f471f6fd9cd9d1a328a3');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (17, 1795435200000, '', 'mem_1', '', '', 'Inès', 'reset.made', 'mem_2', '', 0, '', '', '', X'A0D656AFE656E6FCA0FF35C631BF7A91', NULL, NULL, '["989b62b7fcd5fc14f9f48caed69cae3c73f6f1fbbd5c5b46301b7fca4af737f6","",""]', '', '61ec1287ff2698935a5ea7a21e9f3ba0d1ab08368fd97cc0df342f16b86d94ad', 'f4417dc15c8f6418c1aae002f2a6679a753e4780466e858338c9111ce3374984');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (18, 1795431600000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.created', 'post_06h2esddptouj5mpvo4s7tobk4', 'post_06h2esddptouj5mpvo4s7tobk4', 1, 'draft', '', '', X'021CD4657D7A6018E9107EE3FCC05C1C', NULL, NULL, '["f5fc00c75af694397a5fea03b936e4581436179729d357c61c2b14baa646b566","",""]', '', '298eda4a31bcbea38c88a3768cba1a2d80993b666685f471f6fd9cd9d1a328a3', '7da064de74110fefc1331767759bf3fa7dc47a3ca017a0ee3869227f7ff32c79');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (19, 1795431600000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.revised', 'post_06h2esddptouj5mpvo4s7tobk4', 'post_06h2esddptouj5mpvo4s7tobk4', 2, 'draft', '', '', X'288DB08E72AFEF931F0270D9C3090684', NULL, NULL, '["ef53017670434d98cdcdd6e9445e04ce330fbdb02474de30fb11f6534349806e","",""]', '', '7da064de74110fefc1331767759bf3fa7dc47a3ca017a0ee3869227f7ff32c79', '2feb4664af1e753fbe25025ebc4ffb94539ed01263ab730993046f54bce6eb18');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (20, 1795431600000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.submitted', 'post_06h2esddptouj5mpvo4s7tobk4', 'post_06h2esddptouj5mpvo4s7tobk4', 2, 'scheduled', 'a note', '', X'CF71D0FFC59C8362C41FBE8A3CB0390C', X'6DEF5B1082C429E7E7180C727362F398', NULL, '["b19b7bf0b7ace7cace40f439e81eb942a884176f9eea48561dc0ba53a284e133","ad4029fb6eaa0347220e0a88cd52ce9da45930e6eace1cca150c93c0954e654c",""]', '', '2feb4664af1e753fbe25025ebc4ffb94539ed01263ab730993046f54bce6eb18', '5bfab0dd048856c184db48d715455b5ada4af706b1a209fe2efecb5559003b51');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (21, 1795431600000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approved', 'post_06h2esddptouj5mpvo4s7tobk4', 'post_06h2esddptouj5mpvo4s7tobk4', 2, 'scheduled', 'a note', '', X'61EBD1273B36FEDF37F16FF88905BB93', X'5B4F69CAD5B343DD6D09083CB5A3897A', NULL, '["29271c350dd0e22a5624dfaf8d4615fd86eedb4d4d4896b6f72bcb2ae4f12766","6f24bacd6468ecc5d8f48eced9ab9f908db894785b2041961043d3ec94f75ae2",""]', '', '5bfab0dd048856c184db48d715455b5ada4af706b1a209fe2efecb5559003b51', 'fc7f3c82be5298322801366d75e51a376adc9182f7feff27a11ec58a6b9019d8');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (22, 1795435201100, 'cal_1', '', '', '', 'parution', 'delivery.published', 'dlv_06h2esddptpa7aqcsvi27mojh0', 'post_06h2esddptouj5mpvo4s7tobk4', 2, 'published', '', '', NULL, NULL, NULL, '["","",""]', '', 'fc7f3c82be5298322801366d75e51a376adc9182f7feff27a11ec58a6b9019d8', '0db846d54922d687007247d1cd8d9d3e17e94e05ea76ebb4eab0ea958f4b1f5c');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (23, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.revised', 'post_06h2esddptouj5mpvo4s7tobk4', 'post_06h2esddptouj5mpvo4s7tobk4', 3, 'published', '', '', X'24503E774764029AB2334E7573844CD6', NULL, NULL, '["74e1e28846ff8c141f8b010b0f4cdc13ef279b1843483398d560a54c58f2679d","",""]', '', '0db846d54922d687007247d1cd8d9d3e17e94e05ea76ebb4eab0ea958f4b1f5c', 'c73f8e7f6f3a0a678232cda8f047a39136d31eb571f09cf6a25abeefd622d4ff');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (24, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approval_lost', 'post_06h2esddptouj5mpvo4s7tobk4', 'post_06h2esddptouj5mpvo4s7tobk4', 3, 'published', '', 'for mem_1 mem_3', X'1D145CE6C49E1229D8A2F1E17CFF7D34', NULL, X'2D837793075CE05DF3C6E180574E5933', '["10b0d3378d3c7d93aa544f28dbc62c5b1867e277733775cefb932a3ef639182a","","363d59cefe78f51f37eed7e9e9e8ca6b89f0520c2992f74b4ddd7eab0c3df0ee"]', '', 'c73f8e7f6f3a0a678232cda8f047a39136d31eb571f09cf6a25abeefd622d4ff', 'fed300eb6bfdaa471c3ae4653989606007f3776513fd3eab88990a3024e6c307');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (25, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approved', 'post_06h2esddptouj5mpvo4s7tobk4', 'post_06h2esddptouj5mpvo4s7tobk4', 3, 'published', 'a note', '', X'B2A26E73DD1A5F4A7D927417B4799AA6', X'DAF493455AFAC1B6447B5303C61E8748', NULL, '["778110db91efc0c6202f64d9c27bdfd2ec170b1fd34f931875019604dd73f67e","87d24401f4529b92ee817c8c94c8f9435c428f9587377d46f8d4a0368202956e",""]', '', 'fed300eb6bfdaa471c3ae4653989606007f3776513fd3eab88990a3024e6c307', '5066ea38af24f59c9eee7b84672ce62f2f146c4cdf093f27aaeb30cb9d853541');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (26, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'delivery.edit_live', 'dlv_06h2esddptpa7aqcsvi27mojh0', 'post_06h2esddptouj5mpvo4s7tobk4', 3, 'published', 'a typo', '', X'EFDF3C585A45440FCC789925626F43D2', X'3E78E8FC821F59CE50360D7190171C8A', NULL, '["597f6f7ae3edd607b5dc772e8c074312be1bdf9ae64059dbc7f3416abd73b5ab","9e9922f87d26d57daed115cfd5b1c6d2e6996a2d48fd33d3abf9a8503e9792bc",""]', '', '5066ea38af24f59c9eee7b84672ce62f2f146c4cdf093f27aaeb30cb9d853541', 'd8810205da27127f324a997fab38d67ada1f36ac1a77c6bd8d66fb76254e48fe');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (27, 1795435201000, 'cal_1', '', '', '', 'parution', 'delivery.edited', 'dlv_06h2esddptpa7aqcsvi27mojh0', 'post_06h2esddptouj5mpvo4s7tobk4', 3, 'published', '', '', NULL, NULL, NULL, '["","",""]', '', 'd8810205da27127f324a997fab38d67ada1f36ac1a77c6bd8d66fb76254e48fe', '8489d056d561351ee8c3bcbfd9d0dae943076d1990fe245b27aed106be001a79');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (28, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.created', 'post_06h2esddqtrsrc6qadag7our7c', 'post_06h2esddqtrsrc6qadag7our7c', 1, 'draft', '', '', X'07764A95A023D82DFD78BCCB0F3AE709', NULL, NULL, '["54ed5ca897ebfdd49b1a93dcbf1a2caac1b22050340f4c5819c84535243977f8","",""]', '', '8489d056d561351ee8c3bcbfd9d0dae943076d1990fe245b27aed106be001a79', '2d6ffa53746b4a6b9360636e70a24cbacbb3a40f28ac6d1b7f7a47146814c388');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (29, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.submitted', 'post_06h2esddqtrsrc6qadag7our7c', 'post_06h2esddqtrsrc6qadag7our7c', 1, 'scheduled', 'a note', '', X'25EC6A5A3F54C74CCF0C7A15CCF7DF3E', X'CC600A27ADA82169E69D9B2C544B1126', NULL, '["b5af74db3a395a62f290278be98cfb026dacee24c29bf7b7836a50889048d0fe","5197c43992777ca68757aa84852eb2dc4746745c23c73d0fab194ca7c0bb458f",""]', '', '2d6ffa53746b4a6b9360636e70a24cbacbb3a40f28ac6d1b7f7a47146814c388', 'fba5995801278e5a43acb6d5df8c79f48e26bf1d740b4f4919f8a438f8434340');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (30, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approved', 'post_06h2esddqtrsrc6qadag7our7c', 'post_06h2esddqtrsrc6qadag7our7c', 1, 'scheduled', 'a note', '', X'972FF6E8B08276F013DCEE902C6954E5', X'2686AF7CD8CF99B5E23E4C3A0F0000C7', NULL, '["10aaa94fa6d8599e8af8fd0f709b96373ada0216ff6b462867a7603cf7bee5d1","0f113dd2884750d363a349b795ec9dae5840c310754014601152614084bb99a6",""]', '', 'fba5995801278e5a43acb6d5df8c79f48e26bf1d740b4f4919f8a438f8434340', '77b303e0ed035b48226d803f76f1af6bdb64a3ed18345c1126c76c70ecb965ae');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (31, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.revised', 'post_06h2esddqtrsrc6qadag7our7c', 'post_06h2esddqtrsrc6qadag7our7c', 2, 'in_review', '', '', X'978B1CBF44715117F2096B4D8C4081CA', NULL, NULL, '["ef157318bd70e41c758e30a234202c8cb04abef1d653d3a21897962e67857b01","",""]', '', '77b303e0ed035b48226d803f76f1af6bdb64a3ed18345c1126c76c70ecb965ae', '5f8b82d616887968332c5a601e6cf8ce53b3b6da83a6b091e3e103af7e031bc8');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (32, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approval_lost', 'post_06h2esddqtrsrc6qadag7our7c', 'post_06h2esddqtrsrc6qadag7our7c', 2, 'in_review', '', 'for mem_1 mem_3; by 2026-11-25T04:00:00Z', X'E4ADEC7D913E9A75E223E37FB8411680', NULL, X'BACCD02F7F8318A7D36F3F6D37C92731', '["74c177cf49fbce054e2d202bca61bd3ec1934204c0d65de49775d2b0a8043c48","","198e625ed8974d6d6decc7fd68ea97446adadb83bf6e4aeaf45607aff891ebe8"]', '', '5f8b82d616887968332c5a601e6cf8ce53b3b6da83a6b091e3e103af7e031bc8', 'a09bc20d025f0afae03466fcc659315509c14880d6e31fcf927be980c481861a');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (33, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.created', 'post_06h2esddr5rdb2e3b1o6hstkog', 'post_06h2esddr5rdb2e3b1o6hstkog', 1, 'draft', '', '', X'53C1F1D1ACC2DD64A74B7552C8B283D3', NULL, NULL, '["98d13e8e649409db247ab55a150c07041b3b47932cbbaff30f72d9fe13bf7348","",""]', '', 'a09bc20d025f0afae03466fcc659315509c14880d6e31fcf927be980c481861a', 'f55d886f52ad670b992805987cfcd8fb3f046abc94decad9bde96bb1200aded3');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (34, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.revised', 'post_06h2esddr5rdb2e3b1o6hstkog', 'post_06h2esddr5rdb2e3b1o6hstkog', 2, 'draft', '', '', X'94CDC6F7F35056128F42CAF0ED30E8A1', NULL, NULL, '["b7524da13b25461c5013bd8bae2f143a75c42efbdc98308f2fee2c74c5b22992","",""]', '', 'f55d886f52ad670b992805987cfcd8fb3f046abc94decad9bde96bb1200aded3', '546ec850fb5a29a3899afcf79d7001b4168d0d8aa2e5771c60f6fdd977d28a7b');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (35, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.submitted', 'post_06h2esddr5rdb2e3b1o6hstkog', 'post_06h2esddr5rdb2e3b1o6hstkog', 2, 'scheduled', 'a note', '', X'40B8D0A8071E7B9AD213F44EEC5AE864', X'80554A3CCF2944095176A26F7D16D671', NULL, '["f9a1c6156af0e74ddd8743cf66900831de8f6e1fda75804adf8ec61722492525","aacacecb037a1d0621570607720ab852657eb5abada30bfa1d3900e55af51eb8",""]', '', '546ec850fb5a29a3899afcf79d7001b4168d0d8aa2e5771c60f6fdd977d28a7b', 'ec762b9a8309dbbd2f84c5dc58fcf744b5f966b33b671a32a212bef115e10d9a');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (36, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approved', 'post_06h2esddr5rdb2e3b1o6hstkog', 'post_06h2esddr5rdb2e3b1o6hstkog', 2, 'scheduled', 'a note', '', X'94EB452B841BEFF498549F702751BA75', X'4BC2012AC50C7EECA4BA67CA04A3774B', NULL, '["b4421097306e0535cf8ad2ff1f1686af8f769fb7774abd326730b7e41fd6c839","98e8c211c97e58bd0e3916c1ea7131dc31527a7c66c9b75fa2562ebbff4d818b",""]', '', 'ec762b9a8309dbbd2f84c5dc58fcf744b5f966b33b671a32a212bef115e10d9a', 'bbecf5986e12176906f52f8b9da5d68a1cb48601b24fce16295172a30b6f7489');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (37, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'comment.added', 'cmt_06h2esddrdrrbcf3dcug160460', 'post_06h2esddr5rdb2e3b1o6hstkog', 2, 'scheduled', 'Hm.', '', X'78716750C4249ED67579B2B18A2A44B6', X'9AA495D110BB03D762DFEE5413DD1F5F', NULL, '["446084ed8e06209ed68949b1937ee4aa69247d41abcaa298a6032b8867584f0e","ba388104430ef5bac90fa3d08c7845cafe9fc66fd5797ec7ac1b8f036751a570",""]', '', 'bbecf5986e12176906f52f8b9da5d68a1cb48601b24fce16295172a30b6f7489', 'c219a03aecb30aac795eea7c35b92f9509bca10c7286618fb844b9b1b9d2392f');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (38, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'comment.mentioned', 'mem_2', 'post_06h2esddr5rdb2e3b1o6hstkog', 2, 'scheduled', '', 'cmt_06h2esddrdrrbcf3dcug160460', X'FD730D720AA7AC17B2E0314903984AC3', NULL, X'359FFDC2B118A190F07CE84367AAFC76', '["8091f86445a86df9f39d17eee10b83e696b6cf2d29197cf98d25e88fb480e945","","ffd290133d23955d981862cfaa3f0866cf29738a83a0c4daa98033e4ea200c79"]', '', 'c219a03aecb30aac795eea7c35b92f9509bca10c7286618fb844b9b1b9d2392f', 'ce13232fe2fa0bebdd3a6bb10c6848aad22cbb27d20477af9a2711dac0f7ee7a');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (39, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'comment.added', 'cmt_06h2esddrhpjf61m5rmn7bcetc', 'post_06h2esddr5rdb2e3b1o6hstkog', 2, 'scheduled', 'Yes.', '', X'99A272E57F9EFD26650F62256CDF5A37', X'C18E03CBF66125237CBFCC5462AB1D9E', NULL, '["69aba967e0a6703294f7577629928723a17e7125ac0074cd0bfc47af529e4d75","54cfc108ecb04078ed3c623d3b4ff0593eddd90a7c08d7b6a3dd39ae48c1de99",""]', '', 'ce13232fe2fa0bebdd3a6bb10c6848aad22cbb27d20477af9a2711dac0f7ee7a', '1c11033dee96d73c0a975d1fb862e74bdec6c72909ffb87b55ed2b4f3adc3c05');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (40, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'task.added', 'task_06h2esddrlpthc0u1abkishejo', 'post_06h2esddr5rdb2e3b1o6hstkog', 2, 'scheduled', 'A thumbnail', '', X'307D17C8FCB50B5B7332CF7E03CDEBA3', X'73173C45FD5625A194336F8ED104A09D', NULL, '["1303cdf0529c3608e85daa000a06d74dce957ef99069bb4752dd86944971fd42","8ea23965e2f09fdf10356e4025e707e56a10bc78ca2db6a01ca104266e4b1560",""]', '', '1c11033dee96d73c0a975d1fb862e74bdec6c72909ffb87b55ed2b4f3adc3c05', '87a3e87607e6494b2461aebee9cd3245e3d629aa1c7cebaf71ca11b86cd192aa');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (41, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'task.assigned', 'mem_2', 'post_06h2esddr5rdb2e3b1o6hstkog', 2, 'scheduled', '', 'task_06h2esddrlpthc0u1abkishejo', X'224DCE21A0C11E0205131C3AE295917C', NULL, X'F85E8EB5A4F4DF48C016294B7A36743E', '["1aa4666abda94c3433988a371d66abcef4cbe17ecf95d5fb5833e51ff5115d7e","","b8578bb350bd74c2fc0f54103f7c69a82f7994e5090893f2eb09ea94aa399c9a"]', '', '87a3e87607e6494b2461aebee9cd3245e3d629aa1c7cebaf71ca11b86cd192aa', 'b8ed23cb77fc4ff136e1a9f9fb5ac32c04d386c7b7dce4fad4f67a5e96eed4f1');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (42, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'field_note.added', 'fln_06h2esddrltn995f3n55s768f0', 'post_06h2esddptouj5mpvo4s7tobk4', 3, 'published', 'They ask for the price.', '', X'8750D2557590808CE5860AB027B87AC8', X'D1B78D125621ECA4E782D3FC4BDED821', NULL, '["e3108c7cfd31d598861d81a761c2ffd914af56c4ffa9808b378fe794c7819b93","86872ab0435e9787b38cbe724d0cd01b175d516f30918d6c2e1222fae0b02592",""]', '', 'b8ed23cb77fc4ff136e1a9f9fb5ac32c04d386c7b7dce4fad4f67a5e96eed4f1', '5935cf85311ff48ef0c807d60915f1e77c04889f0036f54c45d7518f49d92c7f');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (43, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'client_link.made', 'cli_06h2esddrpp2p948dfaqf09arc', '', 0, '', '', '', X'BDE0CCF753B6481DCD6A8187ED497C49', NULL, NULL, '["86db3938d62c0d9789ee302b71c68c5d99b5148be4d67a356b01fb2ed2a817f5","",""]', '', '5935cf85311ff48ef0c807d60915f1e77c04889f0036f54c45d7518f49d92c7f', '3fb6c3ab9bc1b17e95ff6ece541ea931b7af1125726aeb7131920b44324d814a');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (44, 1795435201000, 'cal_1', '', 'cli_06h2esddrpp2p948dfaqf09arc', 'mem_1', 'Cléo', 'client_link.opened', 'cli_06h2esddrpp2p948dfaqf09arc', '', 0, '', '', 'by link, name declared', NULL, NULL, X'2D4F026845544BD72428BA9CEC8CEACD', '["","","fd1cfc448f1e06f907654f94724150327f07546db9e180216fdd3419fcd4ed9e"]', '', '3fb6c3ab9bc1b17e95ff6ece541ea931b7af1125726aeb7131920b44324d814a', '81fcf8a9f02811ec572a84626821d24453c27050a1bd0385ff61517bf6ee0b73');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (45, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.created', 'post_06h2esddrtq1d75li8l181elik', 'post_06h2esddrtq1d75li8l181elik', 1, 'idea', '', '', X'ECF9841B049156B614C20BED6EE84EFD', NULL, NULL, '["aa0ca77a33bba024fe18e450453983c737c6b6f60166ead63a809b64d4abd401","",""]', '', '81fcf8a9f02811ec572a84626821d24453c27050a1bd0385ff61517bf6ee0b73', '950f605f1ea3055be1d23f1692ef7f8cbdc07daa7ef0d100321d6855f5a137d0');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (46, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'campaign.updated', 'camp_1', '', 0, '', '', 'tighter: 15 characters in text hashtags alt_text, same day true', X'EB03977717577054D138353D0ECF61AD', NULL, X'FB588CFA07C346D994448579BDFA7DFA', '["57a06755f5fe9a01426c226428d077af9e016030ebf88bfcb7e6f735b1924a26","","8ac8ec80a008c97f7d7285da40ce04f6f10146da53e2867f07a9fdf972ff6ae7"]', '', '950f605f1ea3055be1d23f1692ef7f8cbdc07daa7ef0d100321d6855f5a137d0', '5a1e7c540cad2239e93b9bcee7be559e2b7d41a899017135b2e9ca2f56cc6a2e');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (47, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'crisis.opened', 'cri_06h2esdds1o1f5cilobn8941ps', '', 0, '', 'a fire', 'severity serious; for mem_1', X'EDFEDA604EF65C2242937EE0442C7C24', X'E56998D77F130CE7068F7F77205DB6DC', X'5AF7BBC156F2C890A60504607050B6CB', '["36b18561eba486305356e0ecc88dcf7489f774283ea803ae9f22ca044053fe09","8af7d94cc151226dc41c73bb226d110c3a0925f06d5e03fb7d1048df3c79457e","972cbecf7a02c71a9bb6c35459c083db2386560d37db772dfe411c9a71ce4ea4"]', '', '5a1e7c540cad2239e93b9bcee7be559e2b7d41a899017135b2e9ca2f56cc6a2e', '2b4056f65b68debea68e82fa95e4cdb5cab920bff016a193cb708818d2d6eecf');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (48, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'delegation.made', 'dgn_1', '', 0, '', 'away', 'for mem_2; in place of mem_1; from 2026-11-23T12:00:01Z until 2026-11-23T13:00:01Z', X'1EEB9BFE4CB18D732BB232AB4B0FC6D4', X'1133DBBE90E10073180D974D258A4C06', X'1430A382B640B4322C4CEC1970DCC1A9', '["1df31cd1164827af7f1bf4f9732f5832fb68e3a85e9ddbb22091f81fc0cbc280","2b81b225a9508d5558a036719c29b3de35c742f8d6b64b93deb7a630819b0af7","6cac90891bca5defc3b2d9dce904ac6999e2c894bfe6f41b418ecca0da0d8b18"]', '', '2b4056f65b68debea68e82fa95e4cdb5cab920bff016a193cb708818d2d6eecf', '2167bb5bc98e76a25648f1075e2c54f2f67c6c9a1ff5b4905715cd0f2a498a96');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (49, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'pause.made', 'pau_06h2esdds1ueb426evj3dhc2no', '', 0, '', 'an accident', '', X'88C063F20A8999EB4BBCBCEEB2E1C243', X'48E24B6BDFED257FF288B4F69BC06C8C', NULL, '["eb60ad3a2387de4641039415aa6fe732477cb281dcbaac5b612a5cf155044861","b48db61890a1b708c443ee034a147abeb107aca09684bebd53b30677e1093abb",""]', '', '2167bb5bc98e76a25648f1075e2c54f2f67c6c9a1ff5b4905715cd0f2a498a96', 'e7aa335e5c6c9f7effd9f53dd8d6a0ef1cb59cfef9abe6f722e41ceac39fe876');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (50, 1795435261000, 'cal_1', 'mem_1', '', '', 'Inès', 'pause.updated', 'pau_06h2esdds1ueb426evj3dhc2no', '', 0, '', '', '', X'88AB51C40A80B1B8F276F1B1EB78B097', NULL, NULL, '["2d04614bd15ff75083bc4f891c2e280d42db15077b3657d8a5194d998fa2c2b4","",""]', '', 'e7aa335e5c6c9f7effd9f53dd8d6a0ef1cb59cfef9abe6f722e41ceac39fe876', 'b913da76abd474b8a2ff8f76aa9529b6681f89ce2aacc0b994a43d1d72508ac5');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (51, 1795435261000, 'cal_1', 'mem_1', '', '', 'Inès', 'hook.created', 'hook_1', '', 0, '', '', '', X'104FCC9C0712D75FD82C4599987EBF2F', NULL, NULL, '["bdf0a3bbf8fe110238f0f84e1dbf5a8bc9d74f0b48a017126e6f2a37f5afd648","",""]', '', 'b913da76abd474b8a2ff8f76aa9529b6681f89ce2aacc0b994a43d1d72508ac5', 'bd5d60ec036261d207a4c2e1a364c196a36d9b77fc06fa9ae7f8c2ec72abc7e4');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (52, 1795435261000, '', 'mem_1', 'chat_1', '', 'Inès', 'chat.linked', 'mem_1', '', 0, '', '', 'T1 U1', X'4D422DF28A16156196E0E170F469F0EE', NULL, X'E8E09C2DEE2C973857E224274A7325C6', '["44884001c7768aed51d41160d2af93c6585d46ba19f3e2e732896f16a1547240","","853116ee39dfb6f33fe0d5e8e69f07b96596b0374617ba7262eccfa749f9100d"]', '', 'f4417dc15c8f6418c1aae002f2a6679a753e4780466e858338c9111ce3374984', 'aac4e262a481f56ba7edec5483adb7185bc3507fc11760924c45aee026244d1d');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (53, 1795435261000, '', 'mem_1', '', '', 'Inès', 'wishes.updated', 'mem_1', '', 0, '', '', '', X'1DB3E3FF9CF19A0537F4696E1FF890C1', NULL, NULL, '["4db65a1d4754ee1e227c21ac564d15d89a6dfdeafbfd8b6f6635439d0a74b15a","",""]', '', 'aac4e262a481f56ba7edec5483adb7185bc3507fc11760924c45aee026244d1d', '9e664da14622beefdd6d578545a6e558a72c53e0d052acf222097b0e0940ea27');
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
CREATE TABLE dispatches (
    id          TEXT PRIMARY KEY,
    way         TEXT NOT NULL,
    kind        TEXT NOT NULL,
    calendar_id TEXT NOT NULL,
    member_id   TEXT REFERENCES members (id),
    recipient   TEXT NOT NULL,
    letter      BLOB,
    state       TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'done', 'failed', 'dropped')),
    made_at     INTEGER NOT NULL,
    next_at     INTEGER,
    tries       INTEGER NOT NULL,
    holder      TEXT NOT NULL,
    lease_until INTEGER,
    trouble     TEXT NOT NULL,
    ended_at    INTEGER,
    hook_id     TEXT,
    seq         INTEGER NOT NULL,
    again_of    TEXT NOT NULL,
    CHECK ((state IN ('waiting', 'sending')) = (next_at IS NOT NULL)),
    CHECK ((state IN ('waiting', 'sending')) = (ended_at IS NULL)),
    CHECK ((state = 'sending') = (holder != '')),
    CHECK ((holder = '') = (lease_until IS NULL)),
    CHECK (letter IS NULL OR ended_at IS NULL)
) STRICT;
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2esdds9tlp5g2f87sm13ogk', 'email', 'news', '', 'mem_2', '', NULL, 'waiting', 1795435261000, 1795436161000, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2esddsdu6pdr7qefcfjspk8', 'email', 'duty', '', 'mem_2', '', NULL, 'sending', 1795435261000, 1795435441000, 1, 'test', 1795435441000, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2esddsdvhb4hsne4i7r78q4', 'email', 'alarm', '', 'mem_2', '', NULL, 'sending', 1795435261000, 1795435441000, 1, 'test', 1795435441000, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2esddshtup7q9mb5ge3rhik', 'email', 'invitation', '', NULL, 'grace@example.org', X'6B0F181B345B5D03590E180F0F18031F1E1B5C1A5206095E0C0E5819030200611049250A060E4951492C190A080E494749270A050C1E0A0C0E4951490D1949474927020500495149031F1F1B185144441B0A191E1F020405450E130A061B070E441348180E08190E1F4947492E131B02190E182A1F4951495B5B5B5A465B5A465B5A3F5B5B515B5B515B5B3149474929124951492205A8C318494749280A070E050F0A19495149260A021804054947493F0E131F4951494916', 'waiting', 1795435261000, 1795435321000, 1, '', NULL, '{"Code":"mail_server","Message":"not yet","At":"2026-11-23T12:01:01Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2esddspohf9nlhoj3vrep3c', 'email', 'daily', 'cal_1', 'mem_1', '', NULL, 'waiting', 1795435261000, 1795435261000, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2esddspolv7j4c1dvbc4rjc', 'email', 'daily', 'cal_1', 'mem_2', '', NULL, 'waiting', 1795435261000, 1795435261000, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2esddsppet3vovf4vpjs88c', 'email', 'weekly', 'cal_1', 'mem_1', '', NULL, 'waiting', 1795435261000, 1795435261000, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
CREATE INDEX dispatches_next ON dispatches (way, next_at) WHERE next_at IS NOT NULL;
CREATE UNIQUE INDEX dispatches_open ON dispatches (way, member_id, kind) WHERE state = 'waiting' AND tries = 0 AND kind IN ('alarm', 'duty', 'news');
CREATE INDEX dispatches_by_calendar ON dispatches (calendar_id, id);
CREATE UNIQUE INDEX dispatches_of_hooks ON dispatches (hook_id, seq) WHERE hook_id IS NOT NULL AND again_of = '';
CREATE INDEX dispatches_by_hook ON dispatches (hook_id, state) WHERE hook_id IS NOT NULL;
CREATE INDEX dispatches_by_end ON dispatches (ended_at) WHERE ended_at IS NOT NULL;
CREATE TABLE dispatch_tries (
    dispatch_id TEXT NOT NULL REFERENCES dispatches (id),
    number      INTEGER NOT NULL,
    started_at  INTEGER NOT NULL,
    ended_at    INTEGER,
    verdict     TEXT NOT NULL CHECK (verdict IN ('', 'done', 'later', 'never')),
    code        TEXT NOT NULL,
    message     TEXT NOT NULL,
    PRIMARY KEY (dispatch_id, number),
    CHECK ((verdict = '') = (ended_at IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO dispatch_tries (dispatch_id, number, started_at, ended_at, verdict, code, message) VALUES ('dsp_06h2esddsdu6pdr7qefcfjspk8', 1, 1795435261000, NULL, '', '', '');
INSERT INTO dispatch_tries (dispatch_id, number, started_at, ended_at, verdict, code, message) VALUES ('dsp_06h2esddsdvhb4hsne4i7r78q4', 1, 1795435261000, NULL, '', '', '');
INSERT INTO dispatch_tries (dispatch_id, number, started_at, ended_at, verdict, code, message) VALUES ('dsp_06h2esddshtup7q9mb5ge3rhik', 1, 1795435261000, 1795435261000, 'later', 'mail_server', 'not yet');
CREATE INDEX notices_by_dispatch ON notices (dispatch_id) WHERE dispatch_id IS NOT NULL;
CREATE TABLE wishes (
    member_id TEXT PRIMARY KEY REFERENCES members (id),
    wishes    TEXT NOT NULL,
    version   INTEGER NOT NULL
) STRICT;
INSERT INTO wishes (member_id, wishes, version) VALUES ('mem_1', '{"List":[{"Event":"","Weight":"news","Calendar":"","Campaign":"","Pillar":"","Label":"","Mine":false,"Way":"email","Pace":"gathered"}],"Quiet":[{"Days":null,"From":"20:00","To":"07:30"}],"Zone":"","Gather":900000000000,"Version":1}', 1);
CREATE TABLE digests (
    calendar_id TEXT NOT NULL REFERENCES calendars (id),
    kind        TEXT NOT NULL CHECK (kind IN ('daily', 'weekly')),
    day         TEXT NOT NULL,
    PRIMARY KEY (calendar_id, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO digests (calendar_id, kind, day) VALUES ('cal_1', 'daily', '2026-11-23');
INSERT INTO digests (calendar_id, kind, day) VALUES ('cal_1', 'weekly', '2026-11-23');
CREATE TABLE hooks (
    id            TEXT PRIMARY KEY,
    calendar_id   TEXT NOT NULL REFERENCES calendars (id),
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
    CHECK ((disabled_at IS NULL) = (why = ''))
) STRICT;
INSERT INTO hooks (id, calendar_id, way, name, host, events, secrets, old_until, failing_since, disabled_at, why, created_at, version) VALUES ('hook_1', 'cal_1', 'slack', 'CMS', 'hooks.example.org', 'null', X'6B03040400345A6110493E3927495149031F1F1B185144440304040018450E130A061B070E4504190C44180E08190E1F494749380E08190E1F4951491C03180E08341B395A32525D0D07241A3C2E1238065D2133070A0A210C5A2F31121A01590A0E0E5A0724532A045323243A5649474924070F4951494947493F04000E05495149494749390404064951494916', NULL, NULL, NULL, '', 1795435261000, 1);
CREATE INDEX hooks_by_calendar ON hooks (calendar_id, id);
CREATE TABLE chat_accounts (
    id        TEXT PRIMARY KEY,
    member_id TEXT NOT NULL REFERENCES members (id),
    workspace TEXT NOT NULL,
    user_id   TEXT NOT NULL,
    linked_at INTEGER NOT NULL,
    UNIQUE (workspace, user_id)
) STRICT;
INSERT INTO chat_accounts (id, member_id, workspace, user_id, linked_at) VALUES ('chat_1', 'mem_1', 'T1', 'U1', 1795435261000);
CREATE INDEX chat_accounts_by_member ON chat_accounts (member_id, id);
CREATE TABLE chat_codes (
    hash       BLOB PRIMARY KEY,
    member_id  TEXT NOT NULL REFERENCES members (id),
    expires_at INTEGER NOT NULL
) STRICT;
INSERT INTO chat_codes (hash, member_id, expires_at) VALUES (X'616E6F74686572', 'mem_1', 1795435861000);
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
INSERT INTO tasks (seq, id, calendar_id, post_id, words, checklist, assignee_id, due_at, author, created_at, done, version) VALUES (1, 'task_06h2esddrlpthc0u1abkishejo', 'cal_1', 'post_06h2esddr5rdb2e3b1o6hstkog', 'A thumbnail', '', 'mem_2', 1795507200000, '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000, NULL, 1);
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
INSERT INTO field_notes (seq, id, calendar_id, post_id, author, words, created_at, edited_at, version) VALUES (1, 'fln_06h2esddrltn995f3n55s768f0', 'cal_1', 'post_06h2esddptouj5mpvo4s7tobk4', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'They ask for the price.', 1795435201000, NULL, 1);
CREATE INDEX field_notes_by_calendar ON field_notes (calendar_id, seq);
CREATE INDEX field_notes_by_post ON field_notes (post_id, seq);
CREATE TABLE field_note_tags (
    note_id TEXT NOT NULL REFERENCES field_notes (id),
    tag     TEXT NOT NULL,
    PRIMARY KEY (note_id, tag)
) STRICT;
INSERT INTO field_note_tags (note_id, tag) VALUES ('fln_06h2esddrltn995f3n55s768f0', 'prix');
CREATE INDEX field_note_tags_by_tag ON field_note_tags (tag, note_id);
