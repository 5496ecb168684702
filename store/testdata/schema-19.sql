-- A database as schema 19 left it, with a few rows. It is never changed: databases like it are out there.

CREATE TABLE goose_db_version (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		version_id INTEGER NOT NULL,
		is_applied INTEGER NOT NULL,
		tstamp TIMESTAMP DEFAULT (datetime('now'))
	);
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (1, 0, 1, '2026-11-29 14:59:38');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (2, 1, 1, '2026-11-29 14:59:38');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (3, 2, 1, '2026-11-29 14:59:38');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (4, 3, 1, '2026-11-29 14:59:38');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (5, 4, 1, '2026-11-29 14:59:38');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (6, 5, 1, '2026-11-29 14:59:38');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (7, 6, 1, '2026-11-29 14:59:38');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (8, 7, 1, '2026-11-29 14:59:38');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (9, 8, 1, '2026-11-29 14:59:38');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (10, 9, 1, '2026-11-29 14:59:38');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (11, 10, 1, '2026-11-29 14:59:38');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (12, 11, 1, '2026-11-29 14:59:38');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (13, 12, 1, '2026-11-29 14:59:38');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (14, 13, 1, '2026-11-29 14:59:38');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (15, 14, 1, '2026-11-29 14:59:38');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (16, 15, 1, '2026-11-29 14:59:38');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (17, 16, 1, '2026-11-29 14:59:38');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (18, 17, 1, '2026-11-29 14:59:38');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (19, 18, 1, '2026-11-29 14:59:38');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (20, 19, 1, '2026-11-29 14:59:38');
CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO settings (name, value) VALUES ('file', '9978993 of 1795964378.523391415');
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
, parent_id TEXT REFERENCES tokens (id)) STRICT;
INSERT INTO tokens (id, name, member_id, maker_id, permissions, calendars, secret, created_at, expires_at, last_used_at, revoked_at, parent_id) VALUES ('tok_1', 'agent', 'mem_1', 'mem_2', 'null', '["cal_1"]', X'010203', 1795435200000, NULL, NULL, NULL, NULL);
INSERT INTO tokens (id, name, member_id, maker_id, permissions, calendars, secret, created_at, expires_at, last_used_at, revoked_at, parent_id) VALUES ('tok_2', 'made with it', 'mem_1', 'mem_1', 'null', 'null', X'040506', 1795435200000, NULL, NULL, NULL, 'tok_1');
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
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2fkctu1r3r9hqqofm2bk79o', 'cal_1', 'approved', 'published', 'published', NULL, NULL, '{"owner":"mem_1","planned":{"Local":"2026-11-23T13:00","Zone":"Europe/Paris","Fold":0}}', 3, 'mem_1', '{"Revision":3,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33"},"Accounts":{"chan_1":"account of chan_1"},"Times":{"chan_1":{"Local":"2026-11-23T13:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795435200000, 1795431600000, 1795435201000, 6, NULL, NULL, NULL);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2fkcu05o4nfr4jerjduadp4', 'cal_1', 'in_review', 'in_review', 'rewritten', 'camp_1', NULL, '{"labels":["hiver"],"owner":"mem_1","planned":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0}}', 2, 'mem_1', '{"Revision":1,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"650525c899f0a9f13c1bae650b9aa4e924276efd67a6a2381567a7638dbbad59","chan_2":"16e2acb25f5c59ef18845982c372a1e30b6b664ff3b230011a3dd9d960ea2aef"},"Accounts":{"chan_1":"account of chan_1","chan_2":"account of chan_2"},"Times":{"chan_1":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0},"chan_2":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795593600000, 1795435201000, 1795435201000, 3, NULL, '{"Since":"2026-11-23T12:00:01Z"}', 1795507200000);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2fkcu0logp8m0u5c3bpgfp4', 'cal_1', 'approved', 'scheduled', 'scheduled', NULL, 'pil_1', '{"brief":"un brief","notes":"une note","owner":"mem_1","planned":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}', 2, 'mem_1', '{"Revision":2,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"65780f7d8e3366dc9830aa7bf7b42561c2ad116032d9aca4c7cc6ecfd8389bbe"},"Accounts":{"chan_1":"account of chan_1"},"Times":{"chan_1":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795507200000, 1795435201000, 1795435201000, 3, NULL, '{"Since":"0001-01-01T00:00:00Z","Undo":{"By":"mem_1","At":"2026-11-23T12:00:01Z","Version":3,"Review":{"Since":"2026-11-23T12:00:01Z"},"Planned":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2fkcu1tpov96i5sjh7us898', 'cal_1', 'idea', 'idea', 'an idea', NULL, NULL, '{"owner":"mem_1"}', 1, 'mem_1', NULL, NULL, NULL, 1795435201000, 1795435201000, 1, NULL, NULL, NULL);
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
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2fkctu1r3r9hqqofm2bk79o', 1, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"052fbccf5ee9d03e6a6f92c51d88b1cac8a354f8e44697a0a255f09b035aabf7"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795431600000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2fkctu1r3r9hqqofm2bk79o', 2, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":{"chan_1":{"Text":null,"Parts":["one","two"],"Media":null,"Link":null,"NoLink":false,"FirstComment":"","Options":null}}}', '{"chan_1":"35d075f33f88fe368f09efa8446c048a40bf07e1f0915dbcdd810cd498d5f604"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795431600000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2fkctu1r3r9hqqofm2bk79o', 3, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":{"chan_1":{"Text":null,"Parts":["one","deux"],"Media":null,"Link":null,"NoLink":false,"FirstComment":"","Options":null}}}', '{"chan_1":"99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2fkcu05o4nfr4jerjduadp4', 1, '{"Text":"rewritten","Language":"fr","Media":null,"Link":null,"Channels":["chan_1","chan_2"],"Variants":null}', '{"chan_1":"650525c899f0a9f13c1bae650b9aa4e924276efd67a6a2381567a7638dbbad59","chan_2":"16e2acb25f5c59ef18845982c372a1e30b6b664ff3b230011a3dd9d960ea2aef"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2fkcu05o4nfr4jerjduadp4', 2, '{"Text":"rewritten since","Language":"fr","Media":null,"Link":null,"Channels":["chan_1","chan_2"],"Variants":null}', '{"chan_1":"0166a27046c1ad4520e03d9cac27d4281d98570f0c6b48bc1ac1a78c095384fa","chan_2":"dd3f30d95f283c4f09d07edaa63f4437c9838fbf3a8a62ecab5218b47a883b4d"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2fkcu0logp8m0u5c3bpgfp4', 1, '{"Text":"scheduled","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"89359b91d713f99270d1c4ec89607507ff0bd5ea9a7bfa08452a3b0800654a5f"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2fkcu0logp8m0u5c3bpgfp4', 2, '{"Text":"Un été de lumière https://maison.example","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"65780f7d8e3366dc9830aa7bf7b42561c2ad116032d9aca4c7cc6ecfd8389bbe"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2fkcu1tpov96i5sjh7us898', 1, '{"Text":"","Language":"","Media":null,"Link":null,"Channels":null,"Variants":null}', '{}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
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
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2fkctu1r9d5a7unlargb3ao', 'post_06h2fkctu1r3r9hqqofm2bk79o', 'cal_1', 'chan_1', 'on chan_1', 'published', 1795435200000, 1800000, NULL, 2, '35d075f33f88fe368f09efa8446c048a40bf07e1f0915dbcdd810cd498d5f604', 2, '', NULL, 0, 'null', 0, 0, 0, 'null', 1795435200100, NULL, 1795348800000, 3, '99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33');
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2fkcu05o8lbbtv4lc85adgk', 'post_06h2fkcu05o4nfr4jerjduadp4', 'cal_1', 'chan_1', 'on chan_1', 'planned', 1795593600000, 1800000, NULL, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795507200000, 0, '');
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2fkcu05o91bvf502krk6o9k', 'post_06h2fkcu05o4nfr4jerjduadp4', 'cal_1', 'chan_2', 'on chan_2', 'planned', 1795593600000, 1800000, NULL, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795507200000, 0, '');
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2fkcu0loj5citmcj9agf2q8', 'post_06h2fkcu0logp8m0u5c3bpgfp4', 'cal_1', 'chan_1', 'on chan_1', 'scheduled', 1795507200000, 1800000, 1795507200000, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795420800000, 0, '');
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
INSERT INTO pauses (id, calendar_id, scope, scope_id, reason, made_by, from_at, until_at, version) VALUES ('pau_06h2fkcu2tr754spueakib0j9k', 'cal_1', 'channel', 'chan_2', 'an accident', '{"Member":"","Name":"","Token":"","Maker":"","Language":"","May":null}', 1795435201000, 1795435261000, 2);
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
INSERT INTO parts (delivery_id, number, kind, state, key, key_at, first_heard_at, last_heard_at, attempts, prepared, prepared_at, remote_id, url, token, sent_at, shows, asked, edited_at) VALUES ('dlv_06h2fkctu1r9d5a7unlargb3ao', 0, 'post', 'published', 'key_06h2fkctulp357nr7s5hlt2kro', 1795435200000, 1795435200000, 1795435200000, 1, NULL, NULL, '1', 'https://wall.example/1', 't', 1795435200100, 3, 3, NULL);
INSERT INTO parts (delivery_id, number, kind, state, key, key_at, first_heard_at, last_heard_at, attempts, prepared, prepared_at, remote_id, url, token, sent_at, shows, asked, edited_at) VALUES ('dlv_06h2fkctu1r9d5a7unlargb3ao', 1, 'post', 'published', 'key_06h2fkctulp3l7c9c78sbkblp0', 1795435201000, 1795435201000, 1795435201000, 1, NULL, NULL, '2', 'https://wall.example/2', '', 1795435201100, 3, 3, 1795435201000);
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
INSERT INTO attempts (delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message) VALUES ('dlv_06h2fkctu1r9d5a7unlargb3ao', 1, 'send', 0, 'key_06h2fkctulp357nr7s5hlt2kro', 2, 'daemon', 1795435200000, 1795435200100, 'done', '', '');
INSERT INTO attempts (delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message) VALUES ('dlv_06h2fkctu1r9d5a7unlargb3ao', 2, 'send', 1, 'key_06h2fkctulp3l7c9c78sbkblp0', 2, 'daemon', 1795435201000, 1795435201100, 'done', '', '');
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
INSERT INTO post_links (url, post_id) VALUES ('https://maison.example', 'post_06h2fkcu0logp8m0u5c3bpgfp4');
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
INSERT INTO acts (id, delivery_id, kind, revision, hash, made_by, made_at, state, next_at, part, left_over, attempt, tries, holder, lease_until, trouble, ended_at) VALUES ('act_06h2fkctvlph98cbjdhs6jef44', 'dlv_06h2fkctu1r9d5a7unlargb3ao', 'edit', 3, '99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000, 'done', NULL, 1, 0, 1, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', 1795435201000);
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
INSERT INTO comments (seq, id, calendar_id, post_id, thread_id, author_id, author, words, client, anchor, suggestion, created_at, edited_at, removed_at, resolved, version) VALUES (1, 'cmt_06h2fkcu15p07fa96d4d7ucp98', 'cal_1', 'post_06h2fkcu0logp8m0u5c3bpgfp4', 'cmt_06h2fkcu15p07fa96d4d7ucp98', 'mem_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'Hm.', 0, '{"Channel":"","Part":0,"Revision":2,"Start":3,"End":6,"Quote":"été"}', '{"Text":"hiver","State":"open","By":{"Member":"","Name":"","Token":"","Maker":"","Language":"","May":null},"At":"0001-01-01T00:00:00Z","Note":"","Revision":0}', 1795435201000, NULL, NULL, NULL, 1);
INSERT INTO comments (seq, id, calendar_id, post_id, thread_id, author_id, author, words, client, anchor, suggestion, created_at, edited_at, removed_at, resolved, version) VALUES (2, 'cmt_06h2fkcu19rbf7p6r0acgioerc', 'cal_1', 'post_06h2fkcu0logp8m0u5c3bpgfp4', 'cmt_06h2fkcu15p07fa96d4d7ucp98', 'mem_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'Yes.', 0, NULL, NULL, 1795435201000, NULL, NULL, NULL, 1);
CREATE INDEX comments_by_post ON comments (post_id, seq);
CREATE INDEX comments_by_calendar ON comments (calendar_id, seq);
CREATE TABLE comment_mentions (
    comment_id TEXT NOT NULL REFERENCES comments (id),
    member_id  TEXT NOT NULL REFERENCES members (id),
    PRIMARY KEY (comment_id, member_id)
) STRICT;
INSERT INTO comment_mentions (comment_id, member_id) VALUES ('cmt_06h2fkcu15p07fa96d4d7ucp98', 'mem_2');
CREATE INDEX comment_mentions_by_member ON comment_mentions (member_id, comment_id);
CREATE TABLE comments_read (
    member_id TEXT NOT NULL REFERENCES members (id),
    post_id   TEXT NOT NULL REFERENCES posts (id),
    seq       INTEGER NOT NULL,
    PRIMARY KEY (member_id, post_id)
) STRICT;
INSERT INTO comments_read (member_id, post_id, seq) VALUES ('mem_2', 'post_06h2fkcu0logp8m0u5c3bpgfp4', 1);
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
INSERT INTO working_copies (member_id, post_id, edit, base, revision, started, made_at, saved_at, version) VALUES ('mem_1', 'post_06h2fkcu0logp8m0u5c3bpgfp4', '{"text":"not saved"}', '', 2, '"tag.1"', 1795435201000, 1795435201000, 1795435201000);
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
INSERT INTO readings (name, seq) VALUES ('notices', 52);
CREATE TABLE notices (
    member_id   TEXT NOT NULL REFERENCES members (id),
    seq         INTEGER NOT NULL,
    calendar_id TEXT NOT NULL,
    weight      TEXT NOT NULL CHECK (weight IN ('alarm', 'duty', 'news')),
    told_at     INTEGER NOT NULL,
    read_at     INTEGER, dispatch_id TEXT,
    PRIMARY KEY (member_id, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_1', 24, 'cal_1', 'news', 1795435261000, NULL, NULL);
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_1', 29, 'cal_1', 'news', 1795435261000, NULL, NULL);
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_2', 5, 'cal_1', 'news', 1795435261000, NULL, 'dsp_06h2fkcu3dskr5eqk38qf45dhs');
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_2', 40, 'cal_1', 'duty', 1795435261000, NULL, 'dsp_06h2fkcu41oip32elk3qjv13uc');
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_2', 50, 'cal_1', 'duty', 1795435261000, NULL, 'dsp_06h2fkcu41oip32elk3qjv13uc');
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_2', 51, 'cal_1', 'alarm', 1795435261000, NULL, 'dsp_06h2fkcu49oa3fbniteeq5em04');
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_2', 52, 'cal_1', 'alarm', 1795435261000, NULL, 'dsp_06h2fkcu49oa3fbniteeq5em04');
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
INSERT INTO client_links (id, calendar_id, campaign_id, for_whom, email, member_id, language, approves, made_by, maker_id, secret, created_at, expires_at, revoked_at, name, code, code_ends, code_failed, version) VALUES ('cli_06h2fkcu1lqkjedcuh8p1adeh0', 'cal_1', '', 'Cléo', '', NULL, 'fr', 1, '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"","May":null}', 'mem_1', X'636C69656E742773206C696E6B', 1795435201000, NULL, NULL, 'Cléo', NULL, NULL, 0, 2);
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
INSERT INTO client_visits (id, link_id, secret, name, proof, created_at, expires_at) VALUES ('vis_06h2fkcu1lu998stm04mlpst7c', 'cli_06h2fkcu1lqkjedcuh8p1adeh0', X'636C69656E742773207669736974', 'Cléo', 'name_declared', 1795435201000, 1798027201000);
CREATE INDEX client_visits_by_link ON client_visits (link_id);
CREATE TABLE client_seen (
    link_id  TEXT NOT NULL REFERENCES client_links (id),
    post_id  TEXT NOT NULL REFERENCES posts (id),
    revision INTEGER NOT NULL,
    before   INTEGER NOT NULL CHECK (before < revision),
    PRIMARY KEY (link_id, post_id)
) STRICT;
INSERT INTO client_seen (link_id, post_id, revision, before) VALUES ('cli_06h2fkcu1lqkjedcuh8p1adeh0', 'post_06h2fkcu0logp8m0u5c3bpgfp4', 2, 0);
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
INSERT INTO crises (id, calendar_id, severity, reason, opened_by, opened_at, statement_id, points, closed_at, closed_by, review, first_line, last_line, version) VALUES ('cri_06h2fkcu2lt8f2gn0tpcab6t3k', 'cal_1', 'serious', 'a fire', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000, NULL, '', NULL, NULL, '', 49, 0, 1);
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
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (1, 1795435200000, '', 'mem_1', '', '', 'Inès', 'member.added', 'mem_1', '', 0, '', '', '', X'3A7AD838CAF8900017183EA0EC6811E2', NULL, NULL, '["92d360219faeac5c5104bcdc92f8f03d3cb58a959206846c65611b775538d8e8","",""]', '', '', '377012a097543c2dfd8321cf42ca2f263ff105442e1db4e993dfb5c65f8c9503');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (2, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'calendar.created', 'cal_1', '', 0, '', '', '', X'8F1B7776F2E00CCB44962FEDA1311AC2', NULL, NULL, '["b5b3e716d70ba4ccb6e03b3db70b99b6425cdeb02f2bdb3dbe7d57bc27ec2fec","",""]', '', '', 'b015b4fec8257a00c3b7deb4b394657bac7d17ab869e945ea617c31d333f8959');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (3, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'channel.connected', 'chan_1', '', 0, '', '', '', X'E13880D7433BC260F7A0805EB65D0B7B', NULL, NULL, '["b3eb6e673f457ef23a650755f9e6a8b2e0dd07e6db6113acdeb72778bc683167","",""]', '', 'b015b4fec8257a00c3b7deb4b394657bac7d17ab869e945ea617c31d333f8959', '18c0c69aaecace7ce9083064acb8fed587aa0fc66c9793279395d79f12a97eb0');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (4, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'channel.connected', 'chan_2', '', 0, '', '', '', X'A4588F3561B67B29AA65DE0808E11A99', NULL, NULL, '["66c73fa063a1c40826ef43fb9a143a4270bb9908e1963d283e62eb42ed2937e4","",""]', '', '18c0c69aaecace7ce9083064acb8fed587aa0fc66c9793279395d79f12a97eb0', 'c5a1ff679533ee9f9c8390ed7fb04f7d24223574af14aa6b8b63df4277cefff2');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (5, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'member.added', 'mem_2', '', 0, '', '', 'cal_1: none → editor viewer', X'C84E9C2C492739A6E5BC8D445179065A', NULL, X'9AE6020558F21691062C0C270307DF23', '["06094208df0ad559c61db357ab086fbebb541cc442d76bb646277bdf9014176a","","0a7254d2ce8b862c310a5c78a767990250aa42723b17a02780a11515376a7cc3"]', '', 'c5a1ff679533ee9f9c8390ed7fb04f7d24223574af14aa6b8b63df4277cefff2', '69cda9cb8bd6b146c41e1352d7a735ade516aab6eeecf32ef268497b100b7519');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (6, 1795435200000, '', 'mem_1', '', '', 'Inès', 'token.created', 'tok_1', '', 0, '', '', '', X'D71A4CBA4D887DEAD16092679E50AD54', NULL, NULL, '["bb56678c9dd4ec5b81a843c0e9d026923f606ccc3fd57077be66525709e69ad9","",""]', '', '377012a097543c2dfd8321cf42ca2f263ff105442e1db4e993dfb5c65f8c9503', 'dd981860dc6f008f169de518975c7fe2fe11ba230b4a3ed493c0e6d49dad0ce4');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (7, 1795435200000, '', 'mem_1', '', '', 'Inès', 'token.created', 'tok_2', '', 0, '', '', '', X'93CEFE9FFDA6D63E3D8883E58F4A4BCE', NULL, NULL, '["9484a7dc0237bf957eea2d8f4ac595776d28e3272aa9836eb1a2bf31cf26785a","",""]', '', 'dd981860dc6f008f169de518975c7fe2fe11ba230b4a3ed493c0e6d49dad0ce4', '728d3db42a1ed483abb9abcd2e918c4438e0d888e51760fae12d2d60f312f78f');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (8, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'channel.updated', 'chan_1', '', 0, '', '', 'Credentials.token: none → •••; Limits.Edits.Copy: false → true; Limits.Parts: 0 → 3; Settings.server: none → wall.example', X'9633385E3B06CFBA11F45FD7709D78A4', NULL, X'D8DA2D517561009AE6E3DB36F7BE4F71', '["2abb65ed2ad0b8934c17ecb7c06375b8e0908766923cf1c9345f6663bd503b3b","","a904743676819ee6fc9d3b1fecb1e2d1a79aca1389710836b311d88eb676b1ad"]', '', '69cda9cb8bd6b146c41e1352d7a735ade516aab6eeecf32ef268497b100b7519', '5bfd7d7ee66d11c761d2dd3e3eb83609206bb4cb9178fcbe6c8b9ec57f98ab5b');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (9, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'campaign.created', 'camp_1', '', 0, '', '', '', X'E8547994DEA9DA1D15E9C16F39DAE4EA', NULL, NULL, '["c9176abdb0187a6d524cedd6c83b014d2ce4818a8bdddf6409bac534f3763ec4","",""]', '', '5bfd7d7ee66d11c761d2dd3e3eb83609206bb4cb9178fcbe6c8b9ec57f98ab5b', '0fa968b79511010d5856c422e1ce530efba0ece6434edc0a78b6a301627f5f38');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (10, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'pillar.created', 'pil_1', '', 0, '', '', '', X'5F16DB8E4C23DA3F4446096C8723941B', NULL, NULL, '["4e9351ea69b8b44649ea9de24f023d0d6191820632522b6d6de4afbef6f67c9d","",""]', '', '0fa968b79511010d5856c422e1ce530efba0ece6434edc0a78b6a301627f5f38', '6a6a0de2c62a7a6da3d5ddd666937cb94475a5a4ee315024669959e9303a8176');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (11, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'media.added', 'med_1', '', 0, '', '', '', X'C7AA83A910AF95B86250E303392A55EF', NULL, NULL, '["6216178c193ce876cd71a8011ec15e7012261d027f9ea3967dfe2ea27a050942","",""]', '', '6a6a0de2c62a7a6da3d5ddd666937cb94475a5a4ee315024669959e9303a8176', '7f13d1fd4b8b94e4fba1459fa6d21e4ec66bf59df22c6cc10c884ac39a9bf726');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (12, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'role.created', 'role_1', '', 0, '', '', '', X'CECD6037721B71E67D9B8BBFD95F8505', NULL, NULL, '["81bb65838ea833884dd0d7466f37fea6c734bf160e50e1895582a1718367c81c","",""]', '', '7f13d1fd4b8b94e4fba1459fa6d21e4ec66bf59df22c6cc10c884ac39a9bf726', '7404edbc6e52cf78091f66e9ed67635009f68594916a7554885e9926a3231c07');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (13, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'member.added', 'mem_3', '', 0, '', '', 'cal_1: none → role_1', X'388DFDD4BA3A2C5DFEDC20887D5703DC', NULL, X'1A15506E8632BCF98645B3EE35EA889E', '["970a13af3f95f9ab4f8f143e86a60a77757f830fdfdc788954bbd2c77eb4ef6e","","4850d4697779dd54ee21f3a159ef6e049d4a92eb7240ae13f906e1aa948a4582"]', '', '7404edbc6e52cf78091f66e9ed67635009f68594916a7554885e9926a3231c07', 'ecb92a62a9165e903a93c058c8104f460f461f688af7abc50d5cd9b5c71f7bb7');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (14, 1795435200000, '', 'mem_1', '', '', 'Inès', 'session.started', 'ses_1', '', 0, '', '', '192.0.2.0/24', X'9FE78F548552BF91696A233595384B4F', NULL, X'7CE0B4F313AEF6B75507C1EA6729B1AA', '["6c0702e28ca854d8fed91ccec730ec2bb884922052ca40f698b02339347f3aa0","","0d770c6c6b5badd2bad80dc964a45fee680bd8c7b1e169a4b815a99576095e2f"]', '', '728d3db42a1ed483abb9abcd2e918c4438e0d888e51760fae12d2d60f312f78f', 'd4f3f527961708df0937b1bc180a75e9e2519a911bb7a03fb883328a4cff7eb4');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (15, 1795435200000, '', 'mem_2', 'ses_2', '', 'Karim', 'identity.linked', 'mem_2', '', 0, '', '', 'https://id.example', X'BB7644BC054F8752AC3787BFF6350BB6', NULL, X'618B445681EEFC030B9434EDE8BDE40A', '["93b53e72b12c1f36ce6fde479348e849180683eecb61b085cf8ae524815e77c8","","40898917e08ce4304497087858a96fe992f41f85f00117da59d41fe47549de3d"]', '', 'd4f3f527961708df0937b1bc180a75e9e2519a911bb7a03fb883328a4cff7eb4', 'd42a6fe1bdb0f5ec0dcf676f8cac836ace9ebe153ee5c92cf7c0859e4caceb96');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (16, 1795435200000, '', 'mem_2', 'ses_2', '', 'Karim', 'session.started', 'ses_2', '', 0, '', '', '', X'BFED9D627A77E4F6D9B94BBB205F0555', NULL, NULL, '["bb27167dfefdee499ddfb94d1574304b9eb9f318fd402226898b9ff068930a61","",""]', '', 'd42a6fe1bdb0f5ec0dcf676f8cac836ace9ebe153ee5c92cf7c0859e4caceb96', 'b18973c80dd7b9d15ca89f860d8959d149beed6b4bef7400a335def064c39048');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (17, 1795435200000, '', 'mem_1', '', '', 'Inès', 'passkey.added', 'mem_1', '', 0, '', '', 'pky_1', X'111F7B6872852B057BB56E73AFE462EE', NULL, X'197A8CE384A6973EE0F4CBF9870107FC', '["361a48c022a5a4c64c50b88ba9bff18313bec70f7535a4a63efca56c44076287","","3f82ec253273c7cf0fb88111814a704215d9cf902e77cd0d2356abf076e8d311"]', '', 'b18973c80dd7b9d15ca89f860d8959d149beed6b4bef7400a335def064c39048', '2d6901389a39d23b9b60b830da607e7471350a6ab66d56cf33829a15d5628e92');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (18, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'invitation.made', 'inv_1', '', 0, '', '', '', X'74AF3929D5DF045B9D136ADD4D126A99', NULL, NULL, '["446c5bcd9c1319dda8ddc847d5ccbe90b459fecf1b16a127b829c2c8424297e8","",""]', '', 'ecb92a62a9165e903a93c058c8104f460f461f688af7abc50d5cd9b5c71f7bb7', '098e7b18f0ce3e1768b3bd022864d3f33b62320e0f0151a92ebc7d0962754480');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (19, 1795435200000, '', 'mem_1', '', '', 'Inès', 'reset.made', 'mem_2', '', 0, '', '', '', X'74802DCA3F82B2008FFE35BE9C3CA39B', NULL, NULL, '["6ece9c85da56c92fea009ff4006f784adf9ca5b950d7d985b21977bd9b60deb1","",""]', '', '2d6901389a39d23b9b60b830da607e7471350a6ab66d56cf33829a15d5628e92', '95d14acbd81e1c04884e39ec528dac569c67c3cb2daa147fb24bb0ec27086006');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (20, 1795431600000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.created', 'post_06h2fkctu1r3r9hqqofm2bk79o', 'post_06h2fkctu1r3r9hqqofm2bk79o', 1, 'draft', '', '', X'A15483C463938288DDFE6FE22BFFCB85', NULL, NULL, '["f4b1baab1d548ac92f91f23d6967ae7872c7d85722d94ec2d443d38419a13af9","",""]', '', '098e7b18f0ce3e1768b3bd022864d3f33b62320e0f0151a92ebc7d0962754480', '38cd20c853ca211d84e497b985a90cd64949dfd5dc1522eb075e2b32ff6b4e36');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (21, 1795431600000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.revised', 'post_06h2fkctu1r3r9hqqofm2bk79o', 'post_06h2fkctu1r3r9hqqofm2bk79o', 2, 'draft', '', '', X'9E04423B2249622200D63C9E79D15643', NULL, NULL, '["d83480f887f15fb7e2fbabf88fcdf950d23754669d004cd64e718665e863c887","",""]', '', '38cd20c853ca211d84e497b985a90cd64949dfd5dc1522eb075e2b32ff6b4e36', 'c511ff7717787e98fda176c48581c0ce96f50af6b4da3958e488d66396cd5cf5');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (22, 1795431600000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.submitted', 'post_06h2fkctu1r3r9hqqofm2bk79o', 'post_06h2fkctu1r3r9hqqofm2bk79o', 2, 'scheduled', 'a note', '', X'1EC2A58048CD20E39BAB38A438FFFDD1', X'566EC9FAD193D5337528AD25F5E4A559', NULL, '["b171a6b14ee4d49489e9ad2af2f8adab9790983be667286d02f49dd26de71c31","54febfcbc355fba84e10ff5d4bcd95aa6f9ec0f5a81d6ac02eac05db6e42456b",""]', '', 'c511ff7717787e98fda176c48581c0ce96f50af6b4da3958e488d66396cd5cf5', '185c8c1899d1b0a4641d29c746346c2b814adf54820c4e703887fc18d6c995d8');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (23, 1795431600000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approved', 'post_06h2fkctu1r3r9hqqofm2bk79o', 'post_06h2fkctu1r3r9hqqofm2bk79o', 2, 'scheduled', 'a note', '', X'67D4E45E4D46178B8D15FD0C175703F3', X'25D850F847B4B1958584420A705255B1', NULL, '["d0a26aef4450aede581334da2565df11bd93fc1f4d81e8f9f5119656a2df2543","6412b983b104d8e022ea7467a04529debaa47b3fa66e1f978e703e7af3241087",""]', '', '185c8c1899d1b0a4641d29c746346c2b814adf54820c4e703887fc18d6c995d8', '6641d8579cb49123bcd889d2e5a9373c9177086be5553d9af0659963ad0b124e');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (24, 1795435201100, 'cal_1', '', '', '', 'parution', 'delivery.published', 'dlv_06h2fkctu1r9d5a7unlargb3ao', 'post_06h2fkctu1r3r9hqqofm2bk79o', 2, 'published', '', '', NULL, NULL, NULL, '["","",""]', '', '6641d8579cb49123bcd889d2e5a9373c9177086be5553d9af0659963ad0b124e', '456a9bfcf79ff886a2442a911d9466445aa3fc352efe6f62fbc3cc204d60f0cf');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (25, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.revised', 'post_06h2fkctu1r3r9hqqofm2bk79o', 'post_06h2fkctu1r3r9hqqofm2bk79o', 3, 'published', '', '', X'A2FEFF85400909CD98E543DB79FEB3C9', NULL, NULL, '["96c22909a80243e2636f2a92ab8be349b900069393d969507a1be194661b2bab","",""]', '', '456a9bfcf79ff886a2442a911d9466445aa3fc352efe6f62fbc3cc204d60f0cf', '1e2888806fd0bb55481294cb150305e514d16037d8b5b168c4a41fd4f8f3d872');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (26, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approval_lost', 'post_06h2fkctu1r3r9hqqofm2bk79o', 'post_06h2fkctu1r3r9hqqofm2bk79o', 3, 'published', '', 'for mem_1 mem_3', X'E6080F5F90109E48D9BDACC73C366669', NULL, X'D5916047B0F214093C2193FDC0820EAB', '["6ea7cd34acfe72394a1c05b911835b173f1b1d41524cdba4ce66a92dfc765015","","72efcba75e7d49d87f1b8ec429a25477ed74c5f808fd0d429ce08de51251abc7"]', '', '1e2888806fd0bb55481294cb150305e514d16037d8b5b168c4a41fd4f8f3d872', '4d9b5104360a661369a62fd7c685afb3e91939301bfd24074c67d48f9e31b6a9');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (27, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approved', 'post_06h2fkctu1r3r9hqqofm2bk79o', 'post_06h2fkctu1r3r9hqqofm2bk79o', 3, 'published', 'a note', '', X'5F9529C2BA28DE5DE86736AED4F9741A', X'2200259EECF2121596D651F77488E24D', NULL, '["075acace69eba0adab3d7f78513ed3178963c43ac0a7a27389e457ef131ebec2","fae84ce7f8a4e15a40c2f973ea606e85e99167d57f582d60043574627e289db1",""]', '', '4d9b5104360a661369a62fd7c685afb3e91939301bfd24074c67d48f9e31b6a9', 'd5b493c882311f49706a4d6b6dd3d362ee2a0f8fe582cd0b9aff0468b7e6f32b');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (28, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'delivery.edit_live', 'dlv_06h2fkctu1r9d5a7unlargb3ao', 'post_06h2fkctu1r3r9hqqofm2bk79o', 3, 'published', 'a typo', '', X'068F7C19B6CDDA61633E9476EC26AD99', X'B34AC068CB5B8299365FDF2871E07258', NULL, '["bf771f9fcb855f52a1ebdfe8d301bcd15295f0a1165ab430467c2f8f9dc4a840","00d6aa31a3d44beb17e3163b00ffb77d42ba23d2c013090659689a64b8482bc1",""]', '', 'd5b493c882311f49706a4d6b6dd3d362ee2a0f8fe582cd0b9aff0468b7e6f32b', '4774d04e91acc0be52381775ba4929566e46c0698239c15e31ebe374481d4fab');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (29, 1795435201000, 'cal_1', '', '', '', 'parution', 'delivery.edited', 'dlv_06h2fkctu1r9d5a7unlargb3ao', 'post_06h2fkctu1r3r9hqqofm2bk79o', 3, 'published', '', '', NULL, NULL, NULL, '["","",""]', '', '4774d04e91acc0be52381775ba4929566e46c0698239c15e31ebe374481d4fab', '42619812c54d88e1c517e2a534b6c3fd306980c6530dc529a65827f395bbd3ae');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (30, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.created', 'post_06h2fkcu05o4nfr4jerjduadp4', 'post_06h2fkcu05o4nfr4jerjduadp4', 1, 'draft', '', '', X'FEB802709C1377165F5293DFD7D12ED9', NULL, NULL, '["521ed960e5b31cadb561961c24dd3697167b5da6b28917c51f6b275b4e2c5833","",""]', '', '42619812c54d88e1c517e2a534b6c3fd306980c6530dc529a65827f395bbd3ae', '17cf84efa4d16df90f0c9d419a6c2ab97091853c191ecd73b0d796132f69c7bd');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (31, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.submitted', 'post_06h2fkcu05o4nfr4jerjduadp4', 'post_06h2fkcu05o4nfr4jerjduadp4', 1, 'scheduled', 'a note', '', X'FA0B934978649DF3E7B7F93ABC8DC6C1', X'113E98398AE8712772506BC4D04AF090', NULL, '["812fc9881eb365ae84cef82fa03d8b7ffd890dc946b4ec967b1e29f80e6917d9","ad0d7a05e2ca9617a13cd02caeb15217dc48c9ad8c8949ab39077f7026ddac7d",""]', '', '17cf84efa4d16df90f0c9d419a6c2ab97091853c191ecd73b0d796132f69c7bd', 'cc871536c391f27da935da8680500d915ec4f402e512ccdf0bf2a0f4f76e49ed');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (32, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approved', 'post_06h2fkcu05o4nfr4jerjduadp4', 'post_06h2fkcu05o4nfr4jerjduadp4', 1, 'scheduled', 'a note', '', X'04AEA62EC408875D883B731BC5D454BC', X'34751BB42A52299E7F130B57940073F5', NULL, '["8ad7a167d7a34672db8d8f7ea25d9430628e0807255091c63dfe9fc2b42aed4d","a9123915bcea9cc8f9554b5fefd301ffd67346b5d369c04699d3297a35dbd14b",""]', '', 'cc871536c391f27da935da8680500d915ec4f402e512ccdf0bf2a0f4f76e49ed', 'e8415ef7af9fe8bd6f47178e2a569b6c3898981d70f9874d87836096284994e9');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (33, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.revised', 'post_06h2fkcu05o4nfr4jerjduadp4', 'post_06h2fkcu05o4nfr4jerjduadp4', 2, 'in_review', '', '', X'7B8A6B83CBD6BF77CC4286CC7C484B60', NULL, NULL, '["4946bf2d6fdfd7d4c336b432aa8703c57eedcef5b907e4d6249b401b08bd34c2","",""]', '', 'e8415ef7af9fe8bd6f47178e2a569b6c3898981d70f9874d87836096284994e9', '02696ee6b3b7154d3401193bbb4863c9c092263b715f84b16cde6023a29b8b66');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (34, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approval_lost', 'post_06h2fkcu05o4nfr4jerjduadp4', 'post_06h2fkcu05o4nfr4jerjduadp4', 2, 'in_review', '', 'for mem_1 mem_3; by 2026-11-25T04:00:00Z', X'9028DF7638E721E108D7AC0C5CBDA711', NULL, X'5B50C991D69C0F4980E7AC030703B9ED', '["1df6b417f1519aeb817ea1ceb55565b62014a82528f8e60ac128427064e5d951","","a61cbb4d5bf58edee4a30ac07dc56cecb78fd5467db01a1d698ff6077a2a515d"]', '', '02696ee6b3b7154d3401193bbb4863c9c092263b715f84b16cde6023a29b8b66', '9b0e817efb9492b0b060fc825e1cad909c9527a176a925e697c46f83cd5faee0');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (35, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.created', 'post_06h2fkcu0logp8m0u5c3bpgfp4', 'post_06h2fkcu0logp8m0u5c3bpgfp4', 1, 'draft', '', '', X'0029EFE2B335C86F19FCA85B3245FB01', NULL, NULL, '["e910c85973f315ca753ad2908021e7381916af8976458ac1006cbc093bc81e1a","",""]', '', '9b0e817efb9492b0b060fc825e1cad909c9527a176a925e697c46f83cd5faee0', 'df19665455e1b4950f305986711f443100d4f0153047f39fb275cbee52249207');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (36, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.revised', 'post_06h2fkcu0logp8m0u5c3bpgfp4', 'post_06h2fkcu0logp8m0u5c3bpgfp4', 2, 'draft', '', '', X'2EC9B9002F85518C961A8B4A14A82B78', NULL, NULL, '["21f4892361da142edaecc452925efc7dc7e12d9da02dcaf9de2f639a4bd63e9d","",""]', '', 'df19665455e1b4950f305986711f443100d4f0153047f39fb275cbee52249207', 'e4373528bc512e7478eddad7f7c0a35a594abaa0d141f95f82c883c3e46099d4');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (37, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.submitted', 'post_06h2fkcu0logp8m0u5c3bpgfp4', 'post_06h2fkcu0logp8m0u5c3bpgfp4', 2, 'scheduled', 'a note', '', X'03C358D4939DCAA75FC0FE4E91887449', X'79DA8672C38818ADD617B0208F71E3AC', NULL, '["c68f58594b3d0f2d3070641ddcbfaf9e8f274476e0b4eab9ce97c24232cda05e","9d87dc80507213a2c2dc64913d118894efa9a464e0a427774ebadf1439e04808",""]', '', 'e4373528bc512e7478eddad7f7c0a35a594abaa0d141f95f82c883c3e46099d4', 'db178956dd10e07f95e90bf90f8108ce748ce1d1a5be9d30a53a3d46cca05ebb');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (38, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approved', 'post_06h2fkcu0logp8m0u5c3bpgfp4', 'post_06h2fkcu0logp8m0u5c3bpgfp4', 2, 'scheduled', 'a note', '', X'C0520932A1185385FC4F76C517E78A06', X'77E7249DA86F933F948F4E16BA0070A0', NULL, '["2c315e528085291ae6a4ffb9dee3cbbd406bbd4f0689223779eca6ba73e6bd5d","21b3a2bcde5541d135f823990ad7682cb8f801f0cf3aa5976e81588713c22106",""]', '', 'db178956dd10e07f95e90bf90f8108ce748ce1d1a5be9d30a53a3d46cca05ebb', '58141e32214cbeed460199a5e3465a5a9753dd4b33ab5491491735dcb8f7939c');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (39, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'comment.added', 'cmt_06h2fkcu15p07fa96d4d7ucp98', 'post_06h2fkcu0logp8m0u5c3bpgfp4', 2, 'scheduled', 'Hm.', '', X'56127BCA77F3B5DC102602D7B3F05FA1', X'CF7EA02F69D997198AB1879D18358C2C', NULL, '["28c74a7b13637debcdf17be91ac4b8fd3b889a2b13737202227b3b6d599ec650","99521ed2a3c2fc2098db4597417c8786d925c79e181180b776c5578f164f072c",""]', '', '58141e32214cbeed460199a5e3465a5a9753dd4b33ab5491491735dcb8f7939c', '7f9c855ef63c1a00c91c6b7ed98b79cc276ab51546fd2cbdaa84733757b89892');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (40, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'comment.mentioned', 'mem_2', 'post_06h2fkcu0logp8m0u5c3bpgfp4', 2, 'scheduled', '', 'cmt_06h2fkcu15p07fa96d4d7ucp98', X'DFC89141859FA0AAF6090C8187D47DCF', NULL, X'FA7F09D9D881ED388B2BAF13CB691C81', '["26c65b032adedc3a928f7869b674a889cf046db467467c414e78343462751d5a","","dccd5e48d12693c8d800f801ab649c83c653f64b1e412f4f6a3b24560a112e23"]', '', '7f9c855ef63c1a00c91c6b7ed98b79cc276ab51546fd2cbdaa84733757b89892', 'abb09a01698242980bac490ae4317c87bc73b8712ffa3249052762397b0de949');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (41, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'comment.added', 'cmt_06h2fkcu19rbf7p6r0acgioerc', 'post_06h2fkcu0logp8m0u5c3bpgfp4', 2, 'scheduled', 'Yes.', '', X'886D14300E2E803237A9DF859F1F6A6F', X'C66A60A14FC1A9A9C7E809147BA882A8', NULL, '["2e144c37ea043898395a5a8e8ffcdf2f735325c4933c1ef778bad54a838ceb41","f732a8d0d431f61d0d1587d493a05ce8f78b5265763f3121ec2408d4c79896d6",""]', '', 'abb09a01698242980bac490ae4317c87bc73b8712ffa3249052762397b0de949', 'f8c22b03b50556d36e97c38529964a709836f153250e97cf44b2a1ce306a5f41');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (42, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'task.added', 'task_06h2fkcu1ho4h8g931g9m0c4ro', 'post_06h2fkcu0logp8m0u5c3bpgfp4', 2, 'scheduled', 'A thumbnail', '', X'0E5E368176618BC8F77AB4B8E0085FB4', X'B6069E394B8428B6CC42A018E0787A55', NULL, '["cde20a06355b67c6fd566556bf3cf62008c2abc05264cf6d36c8b5ccb1fc49a3","930706a2410d4954320db788a172c6367ca0f619af6a4a955c3e3d20bc181167",""]', '', 'f8c22b03b50556d36e97c38529964a709836f153250e97cf44b2a1ce306a5f41', '23bd0b3ee3959db6bdc1a88e525090b04f03e07596b386f6e090ffad0fb798ad');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (43, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'task.assigned', 'mem_2', 'post_06h2fkcu0logp8m0u5c3bpgfp4', 2, 'scheduled', '', 'task_06h2fkcu1ho4h8g931g9m0c4ro', X'305AB54B4F33226697CC6CD877986642', NULL, X'38FDADA8BB9BFDEB53655296213A1C0D', '["7d965c9363731d4c376d581acea55b751202dde016d3706ca9d82b2b868aa4bf","","c53d618db2a937c57dd2569342c4cacc46f1f04bc35037e29bc3154e0443aaea"]', '', '23bd0b3ee3959db6bdc1a88e525090b04f03e07596b386f6e090ffad0fb798ad', '9714373e5fb8ef9e45152fa24ea74094a00a7eb3166c7aa3eb6aa877057d1f79');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (44, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'field_note.added', 'fln_06h2fkcu1hu6h49bhj1qgssrn4', 'post_06h2fkctu1r3r9hqqofm2bk79o', 3, 'published', 'They ask for the price.', '', X'8933874D2BD652D56AE85C791299A00D', X'DBE8A61CAB816FE8D27579D3118355EA', NULL, '["335162ce4f7c80eb33fffb2640733d980d27949a3dd00f53a6d18e1a8c8aa2bb","cea34f72117ab01246db8c2b7287ee28bb555f9958c4693518efaad38dc63730",""]', '', '9714373e5fb8ef9e45152fa24ea74094a00a7eb3166c7aa3eb6aa877057d1f79', 'a012f9f1d9f29b28388043be4f9b1178b1a3509e7ebada1c78f9e82dbc72c892');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (45, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'client_link.made', 'cli_06h2fkcu1lqkjedcuh8p1adeh0', '', 0, '', '', '', X'B37C8DE85840876D235803E3670A430F', NULL, NULL, '["4549f0c6d5e3394b1c581b5fceb1c230d571f523b1c1b976c23f6a320bb67114","",""]', '', 'a012f9f1d9f29b28388043be4f9b1178b1a3509e7ebada1c78f9e82dbc72c892', '79606fd0166a13a1777d60f24bf0e1d1bc08ad30ab0e5fd3485cc4ad7d1a05a0');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (46, 1795435201000, 'cal_1', '', 'cli_06h2fkcu1lqkjedcuh8p1adeh0', 'mem_1', 'Cléo', 'client_link.opened', 'cli_06h2fkcu1lqkjedcuh8p1adeh0', '', 0, '', '', 'by link, name declared', NULL, NULL, X'566FF600E15F9F8ACC90C61A76747AFE', '["","","17053d692ad0395b71943653ce1802a7170d585127f3bc4be1ff069fee5ce977"]', '', '79606fd0166a13a1777d60f24bf0e1d1bc08ad30ab0e5fd3485cc4ad7d1a05a0', '23e4b8429a4402d278e99348c88b3015aa3bca36c5e3dccff1826ff9b098cae6');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (47, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.created', 'post_06h2fkcu1tpov96i5sjh7us898', 'post_06h2fkcu1tpov96i5sjh7us898', 1, 'idea', '', '', X'2807D9E045214B2068C44FD491F37492', NULL, NULL, '["0d61687da8c6e80c58cf3c035c8b8f4bbd766cb72a17e0887b2ba9b3a55abc18","",""]', '', '23e4b8429a4402d278e99348c88b3015aa3bca36c5e3dccff1826ff9b098cae6', 'f1466a2b9672b920ae712d008a7971dc2e649658a2d939e7ee5cdf46d35651e7');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (48, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'campaign.updated', 'camp_1', '', 0, '', '', 'tighter: 15 characters in text hashtags alt_text, same day true', X'6494BE354BB2C735380314975FD53E39', NULL, X'FD526450A0E20BE526B9977501C3A19B', '["6c433c6d46572f01ee6caf6ba34cedc221a3823a0b543fad32f5e73ee555454f","","cc5c52b847baf97c2eceff20566cabaa6eebd5bb0c0348312d2911577e413145"]', '', 'f1466a2b9672b920ae712d008a7971dc2e649658a2d939e7ee5cdf46d35651e7', '68d8254491d928e559ebf1a3bad07c6b59b291fcf8eb9a464529a97b970e8e05');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (49, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'crisis.opened', 'cri_06h2fkcu2lt8f2gn0tpcab6t3k', '', 0, '', 'a fire', 'severity serious; for mem_1', X'A848424712DD262BC9BEE6401915E21D', X'0B64A2EB03B661ACFD294782EB7E3886', X'F27668F2655D71FFA3057C7F25867662', '["5a0e5d56c3dfff9eb3103b3fc0ce42c12c7063948483f56b5654e7e8a24083f1","05a68615e3c7bb3c2ca225106125acdf5129edbe609695bfa530473fb5bcc7d2","2cdf0aba545a696366f04d56616e24dbb1569802f33d4fe5a6340b8140193ac7"]', '', '68d8254491d928e559ebf1a3bad07c6b59b291fcf8eb9a464529a97b970e8e05', 'c5c81d8fb780048024390622a2631cc399900558291d307e17de5a25a977d00c');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (50, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'delegation.made', 'dgn_1', '', 0, '', 'away', 'for mem_2; in place of mem_1; from 2026-11-23T12:00:01Z until 2026-11-23T13:00:01Z', X'9D744DF51833CA19F49947116C406672', X'BB94A068E231D639FF910BCC30DAE39C', X'87C9312B027965E5B47F339D5B67AC7D', '["6bed85a4b7bfd6024e8db9833dcd5fc350d9a73ddaa2c529e3f9c13738951aaa","b8d44e0659e7439b690884b34f68fae1e0cb39fd1be30626f8cef7c80b62cf45","89656baced302645f7156022050b54565840e9fdc0a59405cf217f80521f962c"]', '', 'c5c81d8fb780048024390622a2631cc399900558291d307e17de5a25a977d00c', '901f487255793e1c0084d560f8051d9be4540ea22f713eb59d5b8748d32f49f2');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (51, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'pause.made', 'pau_06h2fkcu2tr754spueakib0j9k', '', 0, '', 'an accident', '', X'83D151171049E504DC6B435CCD707ED0', X'2412A2C0AA23536BE2FCD7DE565C4AFE', NULL, '["ce87f2da9c61fb2a62dfa4f0c0f1500a76f6692e691f694ea19cb99df6e2bed8","d89ab453939fe20fabd6d7fbeb4c3e0bd6389a27cf799652a72d572a6b4cfc9e",""]', '', '901f487255793e1c0084d560f8051d9be4540ea22f713eb59d5b8748d32f49f2', '32b2c77821fb5e2b51ac2265b812473f854fe3ee5a4a0dc1a76ca58b89b94437');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (52, 1795435261000, 'cal_1', 'mem_1', '', '', 'Inès', 'pause.updated', 'pau_06h2fkcu2tr754spueakib0j9k', '', 0, '', '', '', X'458B34A6E5A84C868FD732FA9DF56AB3', NULL, NULL, '["09a7ca15a0665d97ce4b82a61251513c890466c26905f99265859f26c2c8ce7a","",""]', '', '32b2c77821fb5e2b51ac2265b812473f854fe3ee5a4a0dc1a76ca58b89b94437', '6570aa1a8497d2e004c0b68c456f9a604df3693b9c4718b9b42ec673468c6f31');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (53, 1795435261000, 'cal_1', 'mem_1', '', '', 'Inès', 'hook.created', 'hook_1', '', 0, '', '', '', X'A1CB34BE0C7ECE926ED1490920CB16CC', NULL, NULL, '["c3e1e7203ab1a7742601c3f1d61fe6f045419966d16eb91eeeb12e364d4b3873","",""]', '', '6570aa1a8497d2e004c0b68c456f9a604df3693b9c4718b9b42ec673468c6f31', 'c5f8b4fcb534d0ba53ee1e415b0e7ec68eeafce533a7e3b55f74c1c61a0de35c');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (54, 1795435261000, '', 'mem_1', '', '', 'Inès', 'hook.created', 'hook_2', '', 0, '', '', '', X'B8B32FE02C8E76F8E78DD9E7B65AF745', NULL, NULL, '["5cefe4ea26c006ceb5d2d88804dbfc37e8e068d40e8a5d08327773002a2c58e1","",""]', '', '95d14acbd81e1c04884e39ec528dac569c67c3cb2daa147fb24bb0ec27086006', 'c27cde381eed0296f359a563b73da7bb9c49e88290b060bdeb129a30fe9d32d5');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (55, 1795435261000, '', 'mem_1', 'chat_1', '', 'Inès', 'chat.linked', 'mem_1', '', 0, '', '', 'T1 U1', X'AAE87B4B13F730E170B74646E1791A55', NULL, X'F1E134EEBDE2733F18CCC98481AB8590', '["84408e1f6517e1be5a104146d2d538c5fd5a3c60855a593f2670f978a867612a","","a206e729c69e4851f44c02d4fe39113886d130cf3b017aa07219c596a654a0b2"]', '', 'c27cde381eed0296f359a563b73da7bb9c49e88290b060bdeb129a30fe9d32d5', '26bb44150414c01b98a93394fc02586e819af938db0c29d64bd1d50e75f5e9b2');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (56, 1795435261000, '', 'mem_1', '', '', 'Inès', 'wishes.updated', 'mem_1', '', 0, '', '', '', X'615FADD511D8B0ACDDABEDF68373BB1E', NULL, NULL, '["dc4b1ac52bbcc52c66a1db5901bb81db1a6dc059bdcb201cc12dbafb02edf152","",""]', '', '26bb44150414c01b98a93394fc02586e819af938db0c29d64bd1d50e75f5e9b2', '76618dfad4a489d6aa9406b6a4caf6b43b5512119afb699cf8da0a852dcf539e');
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
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2fkcu3dskr5eqk38qf45dhs', 'email', 'news', '', 'mem_2', '', NULL, 'waiting', 1795435261000, 1795436161000, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2fkcu41oip32elk3qjv13uc', 'email', 'duty', '', 'mem_2', '', NULL, 'sending', 1795435261000, 1795435441000, 1, 'test', 1795435441000, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2fkcu49oa3fbniteeq5em04', 'email', 'alarm', '', 'mem_2', '', NULL, 'sending', 1795435261000, 1795435441000, 1, 'test', 1795435441000, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2fkcu4dv7n3bcibfdgoeefk', 'email', 'invitation', '', NULL, 'grace@example.org', X'6B0F181B345B5D03590D00081E5F0F1D5C0558090802090D0F0C040E0E0D00611049250A060E4951492C190A080E494749270A050C1E0A0C0E4951490D1949474927020500495149031F1F1B185144441B0A191E1F020405450E130A061B070E441348180E08190E1F49474928040F0E4951494947492E131B02190E182A1F4951495B5B5B5A465B5A465B5A3F5B5B515B5B515B5B3149474929124951492205A8C318494749280A070E050F0A19495149260A021804054947493F0E131F4951494916', 'waiting', 1795435261000, 1795435321000, 1, '', NULL, '{"Code":"mail_server","Message":"not yet","At":"2026-11-23T12:01:01Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2fkcu4pr0v4u3fmmh5bu7gg', 'email', 'daily', 'cal_1', 'mem_1', '', NULL, 'waiting', 1795435261000, 1795435261000, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2fkcu4prfreujabjv2rlrjg', 'email', 'daily', 'cal_1', 'mem_2', '', NULL, 'waiting', 1795435261000, 1795435261000, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2fkcu4ptg37k7oghppeaoo8', 'email', 'weekly', 'cal_1', 'mem_1', '', NULL, 'waiting', 1795435261000, 1795435261000, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
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
INSERT INTO dispatch_tries (dispatch_id, number, started_at, ended_at, verdict, code, message) VALUES ('dsp_06h2fkcu41oip32elk3qjv13uc', 1, 1795435261000, NULL, '', '', '');
INSERT INTO dispatch_tries (dispatch_id, number, started_at, ended_at, verdict, code, message) VALUES ('dsp_06h2fkcu49oa3fbniteeq5em04', 1, 1795435261000, NULL, '', '', '');
INSERT INTO dispatch_tries (dispatch_id, number, started_at, ended_at, verdict, code, message) VALUES ('dsp_06h2fkcu4dv7n3bcibfdgoeefk', 1, 1795435261000, 1795435261000, 'later', 'mail_server', 'not yet');
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
INSERT INTO tasks (seq, id, calendar_id, post_id, words, checklist, assignee_id, due_at, author, created_at, done, version) VALUES (1, 'task_06h2fkcu1ho4h8g931g9m0c4ro', 'cal_1', 'post_06h2fkcu0logp8m0u5c3bpgfp4', 'A thumbnail', '', 'mem_2', 1795507200000, '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000, NULL, 1);
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
INSERT INTO field_notes (seq, id, calendar_id, post_id, author, words, created_at, edited_at, version) VALUES (1, 'fln_06h2fkcu1hu6h49bhj1qgssrn4', 'cal_1', 'post_06h2fkctu1r3r9hqqofm2bk79o', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'They ask for the price.', 1795435201000, NULL, 1);
CREATE INDEX field_notes_by_calendar ON field_notes (calendar_id, seq);
CREATE INDEX field_notes_by_post ON field_notes (post_id, seq);
CREATE TABLE field_note_tags (
    note_id TEXT NOT NULL REFERENCES field_notes (id),
    tag     TEXT NOT NULL,
    PRIMARY KEY (note_id, tag)
) STRICT;
INSERT INTO field_note_tags (note_id, tag) VALUES ('fln_06h2fkcu1hu6h49bhj1qgssrn4', 'prix');
CREATE INDEX field_note_tags_by_tag ON field_note_tags (tag, note_id);
CREATE TABLE passkeys (
    id            TEXT PRIMARY KEY,
    member_id     TEXT NOT NULL REFERENCES members (id),
    credential    BLOB NOT NULL UNIQUE,
    public_key    TEXT NOT NULL,
    name          TEXT NOT NULL,
    made_at       INTEGER NOT NULL,
    used_at       INTEGER
) STRICT;
INSERT INTO passkeys (id, member_id, credential, public_key, name, made_at, used_at) VALUES ('pky_1', 'mem_1', X'63726564656E7469616C', '{"k":1}', 'Phone', 1795435200000, NULL);
CREATE INDEX passkeys_by_member ON passkeys (member_id, id);
CREATE TABLE "hooks" (
    id            TEXT PRIMARY KEY,
    calendar_id   TEXT REFERENCES calendars (id),
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
    CHECK ((disabled_at IS NULL) = (why = '')),
    CHECK (calendar_id IS NOT NULL OR way = 'webhook')
) STRICT;
INSERT INTO hooks (id, calendar_id, way, name, host, events, secrets, old_until, failing_since, disabled_at, why, created_at, version) VALUES ('hook_1', 'cal_1', 'slack', 'CMS', 'hooks.example.org', 'null', X'6B03040400345A6110493E3927495149031F1F1B185144440304040018450E130A061B070E4504190C44180E08190E1F494749380E08190E1F4951491C03180E0834313E1109120A1E06405A2A231C251F1A0504381D2F1A5259404059405E1B5E22311D241F242353530323325649474924070F4951494947493F04000E05495149494749390404064951494916', NULL, NULL, NULL, '', 1795435261000, 1);
INSERT INTO hooks (id, calendar_id, way, name, host, events, secrets, old_until, failing_since, disabled_at, why, created_at, version) VALUES ('hook_2', NULL, 'webhook', '', '', 'null', X'6B0304040034596110493E3927495149031F1F1B1851444418020E06450E130A061B070E4504190C440205494749380E08190E1F49514949474924070F4951494947493F04000E05495149494749390404064951494916', NULL, NULL, NULL, '', 1795435261000, 1);
CREATE INDEX hooks_by_calendar ON hooks (calendar_id, id);
CREATE INDEX tokens_by_parent ON tokens (parent_id) WHERE parent_id IS NOT NULL;
