-- A database as schema 20 left it, with a few rows. It is never changed: databases like it are out there.

CREATE TABLE goose_db_version (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		version_id INTEGER NOT NULL,
		is_applied INTEGER NOT NULL,
		tstamp TIMESTAMP DEFAULT (datetime('now'))
	);
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (1, 0, 1, '2026-11-29 15:35:33');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (2, 1, 1, '2026-11-29 15:35:33');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (3, 2, 1, '2026-11-29 15:35:33');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (4, 3, 1, '2026-11-29 15:35:33');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (5, 4, 1, '2026-11-29 15:35:33');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (6, 5, 1, '2026-11-29 15:35:33');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (7, 6, 1, '2026-11-29 15:35:33');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (8, 7, 1, '2026-11-29 15:35:33');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (9, 8, 1, '2026-11-29 15:35:33');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (10, 9, 1, '2026-11-29 15:35:33');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (11, 10, 1, '2026-11-29 15:35:33');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (12, 11, 1, '2026-11-29 15:35:33');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (13, 12, 1, '2026-11-29 15:35:33');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (14, 13, 1, '2026-11-29 15:35:33');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (15, 14, 1, '2026-11-29 15:35:33');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (16, 15, 1, '2026-11-29 15:35:33');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (17, 16, 1, '2026-11-29 15:35:33');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (18, 17, 1, '2026-11-29 15:35:33');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (19, 18, 1, '2026-11-29 15:35:33');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (20, 19, 1, '2026-11-29 15:35:33');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (21, 20, 1, '2026-11-29 15:35:33');
CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO settings (name, value) VALUES ('file', '10986196 of 1795966533.203536803');
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
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2fsjunpoodcomst0cjhveks', 'cal_1', 'approved', 'published', 'published', NULL, NULL, '{"owner":"mem_1","planned":{"Local":"2026-11-23T13:00","Zone":"Europe/Paris","Fold":0}}', 3, 'mem_1', '{"Revision":3,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33"},"Accounts":{"chan_1":"account of chan_1"},"Times":{"chan_1":{"Local":"2026-11-23T13:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795435200000, 1795431600000, 1795435201000, 6, NULL, NULL, NULL);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2fsjupluunbsf302b0b4pf4', 'cal_1', 'in_review', 'in_review', 'rewritten', 'camp_1', NULL, '{"labels":["hiver"],"owner":"mem_1","planned":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0}}', 2, 'mem_1', '{"Revision":1,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"650525c899f0a9f13c1bae650b9aa4e924276efd67a6a2381567a7638dbbad59","chan_2":"16e2acb25f5c59ef18845982c372a1e30b6b664ff3b230011a3dd9d960ea2aef"},"Accounts":{"chan_1":"account of chan_1","chan_2":"account of chan_2"},"Times":{"chan_1":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0},"chan_2":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795593600000, 1795435201000, 1795435201000, 3, NULL, '{"Since":"2026-11-23T12:00:01Z"}', 1795507200000);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2fsjuqhu3d985sd4l8kv6eg', 'cal_1', 'approved', 'scheduled', 'scheduled', NULL, 'pil_1', '{"brief":"un brief","notes":"une note","owner":"mem_1","planned":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}', 2, 'mem_1', '{"Revision":2,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"65780f7d8e3366dc9830aa7bf7b42561c2ad116032d9aca4c7cc6ecfd8389bbe"},"Accounts":{"chan_1":"account of chan_1"},"Times":{"chan_1":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795507200000, 1795435201000, 1795435201000, 3, NULL, '{"Since":"0001-01-01T00:00:00Z","Undo":{"By":"mem_1","At":"2026-11-23T12:00:01Z","Version":3,"Review":{"Since":"2026-11-23T12:00:01Z"},"Planned":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2fsjurlt4p184gnvfk0n4hc', 'cal_1', 'idea', 'idea', 'an idea', NULL, NULL, '{"owner":"mem_1"}', 1, 'mem_1', NULL, NULL, NULL, 1795435201000, 1795435201000, 1, NULL, NULL, NULL);
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
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2fsjunpoodcomst0cjhveks', 1, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"052fbccf5ee9d03e6a6f92c51d88b1cac8a354f8e44697a0a255f09b035aabf7"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795431600000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2fsjunpoodcomst0cjhveks', 2, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":{"chan_1":{"Text":null,"Parts":["one","two"],"Media":null,"Link":null,"NoLink":false,"FirstComment":"","Options":null}}}', '{"chan_1":"35d075f33f88fe368f09efa8446c048a40bf07e1f0915dbcdd810cd498d5f604"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795431600000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2fsjunpoodcomst0cjhveks', 3, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":{"chan_1":{"Text":null,"Parts":["one","deux"],"Media":null,"Link":null,"NoLink":false,"FirstComment":"","Options":null}}}', '{"chan_1":"99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2fsjupluunbsf302b0b4pf4', 1, '{"Text":"rewritten","Language":"fr","Media":null,"Link":null,"Channels":["chan_1","chan_2"],"Variants":null}', '{"chan_1":"650525c899f0a9f13c1bae650b9aa4e924276efd67a6a2381567a7638dbbad59","chan_2":"16e2acb25f5c59ef18845982c372a1e30b6b664ff3b230011a3dd9d960ea2aef"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2fsjupluunbsf302b0b4pf4', 2, '{"Text":"rewritten since","Language":"fr","Media":null,"Link":null,"Channels":["chan_1","chan_2"],"Variants":null}', '{"chan_1":"0166a27046c1ad4520e03d9cac27d4281d98570f0c6b48bc1ac1a78c095384fa","chan_2":"dd3f30d95f283c4f09d07edaa63f4437c9838fbf3a8a62ecab5218b47a883b4d"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2fsjuqhu3d985sd4l8kv6eg', 1, '{"Text":"scheduled","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"89359b91d713f99270d1c4ec89607507ff0bd5ea9a7bfa08452a3b0800654a5f"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2fsjuqhu3d985sd4l8kv6eg', 2, '{"Text":"Un été de lumière https://maison.example","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"65780f7d8e3366dc9830aa7bf7b42561c2ad116032d9aca4c7cc6ecfd8389bbe"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2fsjurlt4p184gnvfk0n4hc', 1, '{"Text":"","Language":"","Media":null,"Link":null,"Channels":null,"Variants":null}', '{}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
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
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2fsjunpotlafa7vlkehjp3s', 'post_06h2fsjunpoodcomst0cjhveks', 'cal_1', 'chan_1', 'on chan_1', 'published', 1795435200000, 1800000, NULL, 2, '35d075f33f88fe368f09efa8446c048a40bf07e1f0915dbcdd810cd498d5f604', 2, '', NULL, 0, 'null', 0, 0, 0, 'null', 1795435200100, NULL, 1795348800000, 3, '99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33');
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2fsjuplv8144k7gch6bvjpc', 'post_06h2fsjupluunbsf302b0b4pf4', 'cal_1', 'chan_1', 'on chan_1', 'planned', 1795593600000, 1800000, NULL, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795507200000, 0, '');
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2fsjuplv8f0g6m3qe3rgv5k', 'post_06h2fsjupluunbsf302b0b4pf4', 'cal_1', 'chan_2', 'on chan_2', 'planned', 1795593600000, 1800000, NULL, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795507200000, 0, '');
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2fsjuqhu71ffp8jfamim1s8', 'post_06h2fsjuqhu3d985sd4l8kv6eg', 'cal_1', 'chan_1', 'on chan_1', 'scheduled', 1795507200000, 1800000, 1795507200000, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795420800000, 0, '');
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
, made_at INTEGER) STRICT;
INSERT INTO pauses (id, calendar_id, scope, scope_id, reason, made_by, from_at, until_at, version, made_at) VALUES ('pau_06h2fsjus1reh0f620evjppgk4', 'cal_1', 'channel', 'chan_2', 'an accident', '{"Member":"","Name":"","Token":"","Maker":"","Language":"","May":null}', 1795435201000, 1795435261000, 2, NULL);
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
INSERT INTO parts (delivery_id, number, kind, state, key, key_at, first_heard_at, last_heard_at, attempts, prepared, prepared_at, remote_id, url, token, sent_at, shows, asked, edited_at) VALUES ('dlv_06h2fsjunpotlafa7vlkehjp3s', 0, 'post', 'published', 'key_06h2fsjuo9qlr2qk3rfn5v6hi8', 1795435200000, 1795435200000, 1795435200000, 1, NULL, NULL, '1', 'https://wall.example/1', 't', 1795435200100, 3, 3, NULL);
INSERT INTO parts (delivery_id, number, kind, state, key, key_at, first_heard_at, last_heard_at, attempts, prepared, prepared_at, remote_id, url, token, sent_at, shows, asked, edited_at) VALUES ('dlv_06h2fsjunpotlafa7vlkehjp3s', 1, 'post', 'published', 'key_06h2fsjuo9qm9angp0le5pqj7k', 1795435201000, 1795435201000, 1795435201000, 1, NULL, NULL, '2', 'https://wall.example/2', '', 1795435201100, 3, 3, 1795435201000);
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
INSERT INTO attempts (delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message) VALUES ('dlv_06h2fsjunpotlafa7vlkehjp3s', 1, 'send', 0, 'key_06h2fsjuo9qlr2qk3rfn5v6hi8', 2, 'daemon', 1795435200000, 1795435200100, 'done', '', '');
INSERT INTO attempts (delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message) VALUES ('dlv_06h2fsjunpotlafa7vlkehjp3s', 2, 'send', 1, 'key_06h2fsjuo9qm9angp0le5pqj7k', 2, 'daemon', 1795435201000, 1795435201100, 'done', '', '');
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
INSERT INTO post_links (url, post_id) VALUES ('https://maison.example', 'post_06h2fsjuqhu3d985sd4l8kv6eg');
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
INSERT INTO acts (id, delivery_id, kind, revision, hash, made_by, made_at, state, next_at, part, left_over, attempt, tries, holder, lease_until, trouble, ended_at) VALUES ('act_06h2fsjup1sup4qdm64hdihecs', 'dlv_06h2fsjunpotlafa7vlkehjp3s', 'edit', 3, '99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000, 'done', NULL, 1, 0, 1, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', 1795435201000);
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
INSERT INTO comments (seq, id, calendar_id, post_id, thread_id, author_id, author, words, client, anchor, suggestion, created_at, edited_at, removed_at, resolved, version) VALUES (1, 'cmt_06h2fsjur1qhj2hopsq1fjarcc', 'cal_1', 'post_06h2fsjuqhu3d985sd4l8kv6eg', 'cmt_06h2fsjur1qhj2hopsq1fjarcc', 'mem_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'Hm.', 0, '{"Channel":"","Part":0,"Revision":2,"Start":3,"End":6,"Quote":"été"}', '{"Text":"hiver","State":"open","By":{"Member":"","Name":"","Token":"","Maker":"","Language":"","May":null},"At":"0001-01-01T00:00:00Z","Note":"","Revision":0}', 1795435201000, NULL, NULL, NULL, 1);
INSERT INTO comments (seq, id, calendar_id, post_id, thread_id, author_id, author, words, client, anchor, suggestion, created_at, edited_at, removed_at, resolved, version) VALUES (2, 'cmt_06h2fsjur5qvr4r2r4i4sm858k', 'cal_1', 'post_06h2fsjuqhu3d985sd4l8kv6eg', 'cmt_06h2fsjur1qhj2hopsq1fjarcc', 'mem_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'Yes.', 0, NULL, NULL, 1795435201000, NULL, NULL, NULL, 1);
CREATE INDEX comments_by_post ON comments (post_id, seq);
CREATE INDEX comments_by_calendar ON comments (calendar_id, seq);
CREATE TABLE comment_mentions (
    comment_id TEXT NOT NULL REFERENCES comments (id),
    member_id  TEXT NOT NULL REFERENCES members (id),
    PRIMARY KEY (comment_id, member_id)
) STRICT;
INSERT INTO comment_mentions (comment_id, member_id) VALUES ('cmt_06h2fsjur1qhj2hopsq1fjarcc', 'mem_2');
CREATE INDEX comment_mentions_by_member ON comment_mentions (member_id, comment_id);
CREATE TABLE comments_read (
    member_id TEXT NOT NULL REFERENCES members (id),
    post_id   TEXT NOT NULL REFERENCES posts (id),
    seq       INTEGER NOT NULL,
    PRIMARY KEY (member_id, post_id)
) STRICT;
INSERT INTO comments_read (member_id, post_id, seq) VALUES ('mem_2', 'post_06h2fsjuqhu3d985sd4l8kv6eg', 1);
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
INSERT INTO working_copies (member_id, post_id, edit, base, revision, started, made_at, saved_at, version) VALUES ('mem_1', 'post_06h2fsjuqhu3d985sd4l8kv6eg', '{"text":"not saved"}', '', 2, '"tag.1"', 1795435201000, 1795435201000, 1795435201000);
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
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_2', 5, 'cal_1', 'news', 1795435261000, NULL, 'dsp_06h2fsjusdrb3davb802ad7pb4');
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_2', 40, 'cal_1', 'duty', 1795435261000, NULL, 'dsp_06h2fsjusls7dd4s7lg12k7g8k');
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_2', 50, 'cal_1', 'duty', 1795435261000, NULL, 'dsp_06h2fsjusls7dd4s7lg12k7g8k');
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_2', 51, 'cal_1', 'alarm', 1795435261000, NULL, 'dsp_06h2fsjustpvh3ior7t00ukb1c');
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_2', 52, 'cal_1', 'alarm', 1795435261000, NULL, 'dsp_06h2fsjustpvh3ior7t00ukb1c');
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
INSERT INTO client_links (id, calendar_id, campaign_id, for_whom, email, member_id, language, approves, made_by, maker_id, secret, created_at, expires_at, revoked_at, name, code, code_ends, code_failed, version) VALUES ('cli_06h2fsjurhpoh20bqmd3je203s', 'cal_1', '', 'Cléo', '', NULL, 'fr', 1, '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"","May":null}', 'mem_1', X'636C69656E742773206C696E6B', 1795435201000, NULL, NULL, 'Cléo', NULL, NULL, 0, 2);
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
INSERT INTO client_visits (id, link_id, secret, name, proof, created_at, expires_at) VALUES ('vis_06h2fsjurht9pcn2jsgg15e5m4', 'cli_06h2fsjurhpoh20bqmd3je203s', X'636C69656E742773207669736974', 'Cléo', 'name_declared', 1795435201000, 1798027201000);
CREATE INDEX client_visits_by_link ON client_visits (link_id);
CREATE TABLE client_seen (
    link_id  TEXT NOT NULL REFERENCES client_links (id),
    post_id  TEXT NOT NULL REFERENCES posts (id),
    revision INTEGER NOT NULL,
    before   INTEGER NOT NULL CHECK (before < revision),
    PRIMARY KEY (link_id, post_id)
) STRICT;
INSERT INTO client_seen (link_id, post_id, revision, before) VALUES ('cli_06h2fsjurhpoh20bqmd3je203s', 'post_06h2fsjuqhu3d985sd4l8kv6eg', 2, 0);
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
INSERT INTO crises (id, calendar_id, severity, reason, opened_by, opened_at, statement_id, points, closed_at, closed_by, review, first_line, last_line, version) VALUES ('cri_06h2fsjurptobcu8f9dqov9708', 'cal_1', 'serious', 'a fire', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000, NULL, '', NULL, NULL, '', 49, 0, 1);
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
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (1, 1795435200000, '', 'mem_1', '', '', 'Inès', 'member.added', 'mem_1', '', 0, '', '', '', X'92899652303610A799DB613E477F3FFB', NULL, NULL, '["e64e9052927bc47091c8d932421d564c91912f5c82dcdd688a63dbf1870c0623","",""]', '', '', '84cc6fc03ecebea2653e4a637b40809f1cd878f64cbe646dbfc3251f6c6a16e8');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (2, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'calendar.created', 'cal_1', '', 0, '', '', '', X'E83FE82B4B5B0996869AC3CF9543BE78', NULL, NULL, '["7385c3c9fbe9469d8bbb9dbff5a69450c4c880207fa36af90ab595fce9923d00","",""]', '', '', '3b9ef26d28ec9ac0324cb39e71dc84fdec1f27cfe8bcf0d7eaf4beab600ea7d1');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (3, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'channel.connected', 'chan_1', '', 0, '', '', '', X'A25E8D163D2508B4F982DD5FB91FEB6F', NULL, NULL, '["37e1c392792e16870a29d7787598e52e6dde6e5c8c980aac5276ae4e32c967b3","",""]', '', '3b9ef26d28ec9ac0324cb39e71dc84fdec1f27cfe8bcf0d7eaf4beab600ea7d1', '88d5c4eacea5d3751ce1d4555b37e1843b7e4dd7327554536b15c8acf9b8a325');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (4, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'channel.connected', 'chan_2', '', 0, '', '', '', X'BC87B562FF7E0C42A280AF4E70D86BF3', NULL, NULL, '["378619040c2bc042829e2216d0a16b103db2e3cd6e58e907e657aa2e02bc0a6f","",""]', '', '88d5c4eacea5d3751ce1d4555b37e1843b7e4dd7327554536b15c8acf9b8a325', '0f57ac0f2dfe58cb7957cec74dfb80ea6800cd4a1e79ab56cae69094ba7a03c4');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (5, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'member.added', 'mem_2', '', 0, '', '', 'cal_1: none → editor viewer', X'311753F6EEA24CA0DF25DDC5B1B12510', NULL, X'0C10C39DCBE034CD21D35C1B4E580B3E', '["8ccec1c1d38f6ea15a6eade5dd478e440bab9b0fe765b552f17af341b133e9f2","","6475e395037bce80155a944ec93fc440f3d9923ea821a67c623f3e4e39a4ba7d"]', '', '0f57ac0f2dfe58cb7957cec74dfb80ea6800cd4a1e79ab56cae69094ba7a03c4', '1061677bdd0c52dd3db1792ac903ca35f70b7d7cf49776c45c963e9b2b7737e2');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (6, 1795435200000, '', 'mem_1', '', '', 'Inès', 'token.created', 'tok_1', '', 0, '', '', '', X'AE6E6A344614847689712DB026D5C12C', NULL, NULL, '["0ead0cb6c1aab61158d5b804c18a92f02968d446358e18ca8832056d114239dd","",""]', '', '84cc6fc03ecebea2653e4a637b40809f1cd878f64cbe646dbfc3251f6c6a16e8', 'ffa3b2b1649b0a91e84e9706a3d9e2aa7f8bebc41dc806f7bf51df1555104fca');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (7, 1795435200000, '', 'mem_1', '', '', 'Inès', 'token.created', 'tok_2', '', 0, '', '', '', X'797959A39944CA82590F6DCA6A1B1856', NULL, NULL, '["92cc1cde6602a1bc02868bfd91f26103ef64fc01df8888278b8da6081f8e817e","",""]', '', 'ffa3b2b1649b0a91e84e9706a3d9e2aa7f8bebc41dc806f7bf51df1555104fca', '1722091abb4987929b895bfff0ac3950cc5917d53c1da4dc810610f699b68170');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (8, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'channel.updated', 'chan_1', '', 0, '', '', 'Credentials.token: none → •••; Limits.Edits.Copy: false → true; Limits.Parts: 0 → 3; Settings.server: none → wall.example', X'A038A10B10F74700EBC449D916ACCD2B', NULL, X'E6786CACDD170EEEA43CA21413B910F2', '["cc41dd17942417bdc1d8afe0a2d4dd9aeaa7e732a1a435eeb9ef8bc423e02ddc","","f94b68f5d632fca172ba67142c0bcc48d052313d11eeadd90186cdef5326f054"]', '', '1061677bdd0c52dd3db1792ac903ca35f70b7d7cf49776c45c963e9b2b7737e2', '7d7b919fd489417916e2e7f6b98b11f9acdc830bb4b734de82fcb9a353e91cd0');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (9, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'campaign.created', 'camp_1', '', 0, '', '', '', X'54E5C34A1A7F1C599292CEF6DDD611C2', NULL, NULL, '["2dd1218ffd4b9f9f0d88f19a36b99b2cfaf6ab5fa068fc6325c69f04c4f1c1fd","",""]', '', '7d7b919fd489417916e2e7f6b98b11f9acdc830bb4b734de82fcb9a353e91cd0', '3d9cae43f282723d79af0534508bdb1735dd13381346f2988ab363d97fc27fe3');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (10, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'pillar.created', 'pil_1', '', 0, '', '', '', X'79C95638DD8D50C074490816CE7DBE04', NULL, NULL, '["73fa36b2ed8e7bc6ae755cb84cbb206e85f7b36771e033a8e63c419531dd9dbf","",""]', '', '3d9cae43f282723d79af0534508bdb1735dd13381346f2988ab363d97fc27fe3', '610d7a54cae3a3350e67b53317d2a281f3877c3df8dabca34bf486524b0ae036');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (11, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'media.added', 'med_1', '', 0, '', '', '', X'C427DFEFE7C2D5BA0509AF8100362CFC', NULL, NULL, '["8816e69a0fefbfbe631a33aa00b721379c2239adc2bc396f98db9b5faf0c8a41","",""]', '', '610d7a54cae3a3350e67b53317d2a281f3877c3df8dabca34bf486524b0ae036', 'ee56e3c9e6ef3dd63a7d1081475af301cba91c22a6a3c329136d1e0d067fc988');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (12, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'role.created', 'role_1', '', 0, '', '', '', X'C213DB58A7DD9A66A8BCBF72651EEC70', NULL, NULL, '["b9291f30b99389a0771ae6d13cfb9baec5c4743e0e52eff19bc44fff56974678","",""]', '', 'ee56e3c9e6ef3dd63a7d1081475af301cba91c22a6a3c329136d1e0d067fc988', '9b5400e97f2f04dc31c201e13a635c9fa969c1bb9dc38f8db3f65e6fe826e65b');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (13, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'member.added', 'mem_3', '', 0, '', '', 'cal_1: none → role_1', X'5006C5996FE69EF71CE753BE483C7692', NULL, X'2CC09003BB064CEDEC78514D0F0651E3', '["ac9ad893d079780938c81af8c8221991187d30e55c08ecd56f974018b134dbfa","","5f893a3543c10a603c5118c8cd11da2aa0239fb634161a09b19b2c6ee6d993c3"]', '', '9b5400e97f2f04dc31c201e13a635c9fa969c1bb9dc38f8db3f65e6fe826e65b', '1d6516182136e47c8c0f841940c4dbb3472cb9d927c72f72793c2a8e95fea5c1');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (14, 1795435200000, '', 'mem_1', '', '', 'Inès', 'session.started', 'ses_1', '', 0, '', '', '192.0.2.0/24', X'41730C4AF8EDA91BD4379233885A78DE', NULL, X'634A02F7724E3C35C2B33DEE26063082', '["acbd6145399e86f738df38aed8ad6c6481a4e9458864317b5c4214f7372ffb75","","37945c5064ed34ddab29d34ef50f48b8cbc2676483e53a1d2c0f70b25c2a1913"]', '', '1722091abb4987929b895bfff0ac3950cc5917d53c1da4dc810610f699b68170', 'bf5da1a1d7282056920d6786113c65960787880e624d1930ad90a6101923f4c5');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (15, 1795435200000, '', 'mem_2', 'ses_2', '', 'Karim', 'identity.linked', 'mem_2', '', 0, '', '', 'https://id.example', X'6A881D130950B8313320E35A51B3FCDC', NULL, X'3720859C2E831A3739F10032B168F8D1', '["c3a480efcfddeab45fb38621beacd1bd54e59f515501fe3f8dc92bae1b1af531","","d7ad17130e939bb03c365ad06200b327bde97288112426a0e40268d36b47a703"]', '', 'bf5da1a1d7282056920d6786113c65960787880e624d1930ad90a6101923f4c5', '6bb5773f2d926c322c038ca1984d60e4e3eb400e093a19f6da77e997f0d6243e');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (16, 1795435200000, '', 'mem_2', 'ses_2', '', 'Karim', 'session.started', 'ses_2', '', 0, '', '', '', X'AEED0B3143C3CA27B41251DF7AABA59B', NULL, NULL, '["129d497d643e7b798c6442857297afa2101aa1caa2bebc4bce0df34b25a0d3bb","",""]', '', '6bb5773f2d926c322c038ca1984d60e4e3eb400e093a19f6da77e997f0d6243e', '13345cfd9127b85025be1f3f21903fff98d42f7e01b09c138cf3016661e005ec');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (17, 1795435200000, '', 'mem_1', '', '', 'Inès', 'passkey.added', 'mem_1', '', 0, '', '', 'pky_1', X'5B903CF6153ABE289A2E6AF2E2F88522', NULL, X'7392D60EA934D1F3FC909D9529B6F1D8', '["f0118e729a87ed035777c0f580830a6c3bd8d31387510e36ec05bf31369fdf0e","","79db60ce7bd43b48e7cc35d2dd62f8678ca6ac4c61cd53b1252d649bfaf50206"]', '', '13345cfd9127b85025be1f3f21903fff98d42f7e01b09c138cf3016661e005ec', '37ef10de47c7bbd5f8f4989881adc0f9933c6461a4c0cbed624209a999f4c544');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (18, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'invitation.made', 'inv_1', '', 0, '', '', '', X'8004E3CB1084D3CBA9E766295376DAF4', NULL, NULL, '["4187bcc70d1239c2570f941f894b499292b249edde0a1abdc555644b86b84bad","",""]', '', '1d6516182136e47c8c0f841940c4dbb3472cb9d927c72f72793c2a8e95fea5c1', 'b63170270d92d5dd001e4987e6ae6c8f642cd25d5ae72dbe4f675b7ee78d8625');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (19, 1795435200000, '', 'mem_1', '', '', 'Inès', 'reset.made', 'mem_2', '', 0, '', '', '', X'F207E58760FAFF98D9CFBABFEDFC9F0D', NULL, NULL, '["f79668324211ebf51948ac7e38cff87070a5971e570b17e0923d03a9ffae1f32","",""]', '', '37ef10de47c7bbd5f8f4989881adc0f9933c6461a4c0cbed624209a999f4c544', 'a6bbcb124b565db2da53a3de619be8eebee829ff8223f9520350e0533fd91973');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (20, 1795431600000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.created', 'post_06h2fsjunpoodcomst0cjhveks', 'post_06h2fsjunpoodcomst0cjhveks', 1, 'draft', '', '', X'650C8F1AAE72040F33D5C7C2B18DCDB8', NULL, NULL, '["8feb125acd6f2e768d96bf88b849f5095c69cda398b5cb8966b3a76c234abc96","",""]', '', 'b63170270d92d5dd001e4987e6ae6c8f642cd25d5ae72dbe4f675b7ee78d8625', '241bf553d4971b06cccd3bb9b5872de15912b86f4d3f811229d97b289e1781ba');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (21, 1795431600000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.revised', 'post_06h2fsjunpoodcomst0cjhveks', 'post_06h2fsjunpoodcomst0cjhveks', 2, 'draft', '', '', X'EFDE6BBE0E0F30A8A8FD2B4705429E38', NULL, NULL, '["856a4fb5d709a285c2e8712d17c5457e2dbb412516883136dffaedd4a54838b9","",""]', '', '241bf553d4971b06cccd3bb9b5872de15912b86f4d3f811229d97b289e1781ba', 'f53b4de66c3c9944f215e915e3255c65d89275cdf5eedb0c231aa07aa5d1d293');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (22, 1795431600000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.submitted', 'post_06h2fsjunpoodcomst0cjhveks', 'post_06h2fsjunpoodcomst0cjhveks', 2, 'scheduled', 'a note', '', X'8807833B8033E94BF4E0F06E98A29638', X'A5111C8B7434CAC08AB5156944E14AE8', NULL, '["be28a90881c94fedef7d22d06450d966f30c7c10f1bf2837348c851f5ee1e3ba","8b342d2590dc4a1f5beb9290b5ee97dd892fb93d3e8fd645e95ada5e99b045e2",""]', '', 'f53b4de66c3c9944f215e915e3255c65d89275cdf5eedb0c231aa07aa5d1d293', 'd5aed13796fa408ce81735c8bdfbbc7015bad5fd0a7f04008a62a6a45dda4bb8');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (23, 1795431600000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approved', 'post_06h2fsjunpoodcomst0cjhveks', 'post_06h2fsjunpoodcomst0cjhveks', 2, 'scheduled', 'a note', '', X'D0D800DC773E9A243A8969A21D91A86A', X'2A4C2703D670E23D7B68E1A089773AE6', NULL, '["491de0b0dbdf54525d6e1af710f73ddba07a2650db0c6fc337404e48eb954097","6cbb800433cb75b7f828c4e30a3bf845009f9b9c0cb219291f356a6d1bbc8807",""]', '', 'd5aed13796fa408ce81735c8bdfbbc7015bad5fd0a7f04008a62a6a45dda4bb8', 'de9c7f48bbd92ca8e7729f89e152bec877db8a5ea3d43df2185c86e790509824');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (24, 1795435201100, 'cal_1', '', '', '', 'parution', 'delivery.published', 'dlv_06h2fsjunpotlafa7vlkehjp3s', 'post_06h2fsjunpoodcomst0cjhveks', 2, 'published', '', '', NULL, NULL, NULL, '["","",""]', '', 'de9c7f48bbd92ca8e7729f89e152bec877db8a5ea3d43df2185c86e790509824', '8273be8df190b4f5f28aa2475a7d963f44ff53d1abe80eb9ed12b795be4c7da8');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (25, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.revised', 'post_06h2fsjunpoodcomst0cjhveks', 'post_06h2fsjunpoodcomst0cjhveks', 3, 'published', '', '', X'A04312D731E0CE826DA10BED00BFEED2', NULL, NULL, '["556bffdfb91ee381f1e08c94eef24f6d45bd64b3aebf2d8dc119d0a9a97545e1","",""]', '', '8273be8df190b4f5f28aa2475a7d963f44ff53d1abe80eb9ed12b795be4c7da8', 'e7502a36080a6062c2fff07c213e7fa60996bd06871aa599fb864de6b51f3cd8');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (26, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approval_lost', 'post_06h2fsjunpoodcomst0cjhveks', 'post_06h2fsjunpoodcomst0cjhveks', 3, 'published', '', 'for mem_1 mem_3', X'1CC60281C4AC3523F2BC62FE4F04AFA4', NULL, X'6EC0106BF65D1D691E1CD5E78DFE6FBF', '["a9af16f6361df0bd6682921bf13bbd2e3f5a250f40d9ee17585ed9528c6f6403","","2944b0197477913176a7eb12a260bb11037544c3e6d74ba15ee2336d978fd76b"]', '', 'e7502a36080a6062c2fff07c213e7fa60996bd06871aa599fb864de6b51f3cd8', '20e621dbe850601522e1559c67938cc6510f306e43ec9de7e479a7c58e8a0c53');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (27, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approved', 'post_06h2fsjunpoodcomst0cjhveks', 'post_06h2fsjunpoodcomst0cjhveks', 3, 'published', 'a note', '', X'3ED862B9CC940FCF42E3C3DA9CA917F3', X'E7E1E1E599F276241F2EFBFF5A762E75', NULL, '["eae911777358074c9a578e2dae36f99d06aa5fa339671eac429db9d5f04dff05","bf09355a417b0ba57612224956d723e6a15946c3387adef2dc057ba2ca902ed8",""]', '', '20e621dbe850601522e1559c67938cc6510f306e43ec9de7e479a7c58e8a0c53', '84fc8e704479a182f56c432642ebd9c6e436bbbeba17e8edd7f16d18f65c7fef');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (28, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'delivery.edit_live', 'dlv_06h2fsjunpotlafa7vlkehjp3s', 'post_06h2fsjunpoodcomst0cjhveks', 3, 'published', 'a typo', '', X'E0910CDA27A9CCFBBA12D2E86D19CF77', X'AA7A9C736B2A101DB8F157D4D6348192', NULL, '["f78ef0dc3bbfd5a32279cf181be43e48ce9bcef39c28f82e3a8f49b6640248c3","5862f1a8b2a0098f4fb9e4927309331c7b62f9ced5c2de1e16206a8d7b49841f",""]', '', '84fc8e704479a182f56c432642ebd9c6e436bbbeba17e8edd7f16d18f65c7fef', '466e4b590df4edc5dd27d408697e5377b950abe90c13a2bc38189cc1aad56794');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (29, 1795435201000, 'cal_1', '', '', '', 'parution', 'delivery.edited', 'dlv_06h2fsjunpotlafa7vlkehjp3s', 'post_06h2fsjunpoodcomst0cjhveks', 3, 'published', '', '', NULL, NULL, NULL, '["","",""]', '', '466e4b590df4edc5dd27d408697e5377b950abe90c13a2bc38189cc1aad56794', '974b006467599055981038c04918fccbc4e075df9ef50220e30d767ab75fbf47');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (30, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.created', 'post_06h2fsjupluunbsf302b0b4pf4', 'post_06h2fsjupluunbsf302b0b4pf4', 1, 'draft', '', '', X'D681E1C20C2FDBC33CBC5FE844F8961D', NULL, NULL, '["e32579d20201ce7404b1245de83c30418e7a776199ead5e8c1f14fc52c022742","",""]', '', '974b006467599055981038c04918fccbc4e075df9ef50220e30d767ab75fbf47', '3796d94c26dde554eaaba6dfc76b5db3ab775900dce2ae4ae8de70e14c415837');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (31, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.submitted', 'post_06h2fsjupluunbsf302b0b4pf4', 'post_06h2fsjupluunbsf302b0b4pf4', 1, 'scheduled', 'a note', '', X'4A384C650E2D9FB9EDB101750EB5A157', X'61A579D4E51DB8CC2DB644541AB13BB0', NULL, '["1fd77d343efab15a14b7fe61724c0b1e6d9f9a35462a78a80734d6cb061a6e2e","7f79af8f9b5b2b5f2c6103de6c5e8d19f4c9b5da606053df60ece7b21750f456",""]', '', '3796d94c26dde554eaaba6dfc76b5db3ab775900dce2ae4ae8de70e14c415837', '1ef85f2a4ec1d02bc58d30dd7faa7117a1f38e7462ef87afe8461f7f1178c223');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (32, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approved', 'post_06h2fsjupluunbsf302b0b4pf4', 'post_06h2fsjupluunbsf302b0b4pf4', 1, 'scheduled', 'a note', '', X'871CC1437191CFAD0655C23FE88B66C7', X'A4EFF3977B0E78B671BFDED8E559FDBA', NULL, '["c41547000e67c6490412191a3a568d9c906e6834c23094264b73a6716792014d","82b7dc2b4cc1549af6edb9193d4a880b74dbaecbcd93c22365a489d0fbec9d1b",""]', '', '1ef85f2a4ec1d02bc58d30dd7faa7117a1f38e7462ef87afe8461f7f1178c223', '6c0f730f7df9553f94f618127bef99b717fd4ac48726f9f6afbd555b2872266b');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (33, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.revised', 'post_06h2fsjupluunbsf302b0b4pf4', 'post_06h2fsjupluunbsf302b0b4pf4', 2, 'in_review', '', '', X'7E184D56EF00D571787CE88F754B8C77', NULL, NULL, '["b82326d032bdc1a6eea34b89350c9125c7b16dac56b5744e0480cb95c4b6533b","",""]', '', '6c0f730f7df9553f94f618127bef99b717fd4ac48726f9f6afbd555b2872266b', '6747d2e17487a344fd70df49e4237e8143a4edca608b57f875cc6029e9c44cc6');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (34, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approval_lost', 'post_06h2fsjupluunbsf302b0b4pf4', 'post_06h2fsjupluunbsf302b0b4pf4', 2, 'in_review', '', 'for mem_1 mem_3; by 2026-11-25T04:00:00Z', X'3490B6A96295BB4B57B16CDE61AD0644', NULL, X'10D0EA3DDFE29E81CA0623CE49E645FC', '["8d7803910de9f464456c4cde163135384ab8f01e215e730f7aa291a7adcdaf17","","5fcf5e37b670dd53890e05233c9f2cfdc44ebd0e17e4fca894e34ba351051f02"]', '', '6747d2e17487a344fd70df49e4237e8143a4edca608b57f875cc6029e9c44cc6', '23808d4e7dd3d6ebebfc456738efb7f3680001fa563fc0c80e86d362c4388be0');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (35, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.created', 'post_06h2fsjuqhu3d985sd4l8kv6eg', 'post_06h2fsjuqhu3d985sd4l8kv6eg', 1, 'draft', '', '', X'1A1DC9C931EF0397A6FFB3FC7817E790', NULL, NULL, '["bee045821ead829e7ed4f3a51bc74cdd823755f350d4c3ad0dced162147210cd","",""]', '', '23808d4e7dd3d6ebebfc456738efb7f3680001fa563fc0c80e86d362c4388be0', '86d797af11b5fb1a499c46e0e74ff59d19623ae1418f9bc81cdd7090d2265c4a');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (36, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.revised', 'post_06h2fsjuqhu3d985sd4l8kv6eg', 'post_06h2fsjuqhu3d985sd4l8kv6eg', 2, 'draft', '', '', X'68064218BAD70722FCC724F0E705F536', NULL, NULL, '["df317da06786ea55ed1ce2ef510942d757a50e6a5ca83c8d70c37a576d57d8a9","",""]', '', '86d797af11b5fb1a499c46e0e74ff59d19623ae1418f9bc81cdd7090d2265c4a', 'aee41604519420cff2f85c77b009964424bce7202885166185237b5b45e308f9');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (37, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.submitted', 'post_06h2fsjuqhu3d985sd4l8kv6eg', 'post_06h2fsjuqhu3d985sd4l8kv6eg', 2, 'scheduled', 'a note', '', X'5ED3FC1ED34C1FC2BDD5FC0460EE6EB5', X'DA18955B7B125DC96A1A7879F653ACF5', NULL, '["fa3eed40228a645eeaeab334fc3aa7aaf2df1db3e0ceccd9018a4911187b4745","9942d0b0ce245d816ce8b805c26e5560299ec9401dd89d40a08d76c710977d6f",""]', '', 'aee41604519420cff2f85c77b009964424bce7202885166185237b5b45e308f9', '6329a56556373cd09c28cde55c3ad5d07c543640640b6ffcb7b200ad345ef964');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (38, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approved', 'post_06h2fsjuqhu3d985sd4l8kv6eg', 'post_06h2fsjuqhu3d985sd4l8kv6eg', 2, 'scheduled', 'a note', '', X'6BC0B3BE48993F422775AEF6EEB165AF', X'596E0E23FCB4EC583EFF3DD668D40E59', NULL, '["224b114f752e8a743cce835968f015c561055bded65152ac6e1c128947413026","6ed2ef9d535e953c126f37c95710031665e4815e7b0353e18cea74c08114c0b2",""]', '', '6329a56556373cd09c28cde55c3ad5d07c543640640b6ffcb7b200ad345ef964', 'd36032d3fbbc2bbcfb099f091f0b0072981f4a0e4058c13577deb53cf312cb38');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (39, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'comment.added', 'cmt_06h2fsjur1qhj2hopsq1fjarcc', 'post_06h2fsjuqhu3d985sd4l8kv6eg', 2, 'scheduled', 'Hm.', '', X'EB8D23F71DB836B0FC7382FA5DFC523C', X'0CA5A1CD904A62B8D9353E05B913B2E4', NULL, '["644a67d82b6c1fb9acc66d8c649bd06d209f4a4203cfe98b78fa1f68b335c136","2d24279620f02722c40ad18d258d843bcc1c98971cc8594bd014405e7e9d5dc4",""]', '', 'd36032d3fbbc2bbcfb099f091f0b0072981f4a0e4058c13577deb53cf312cb38', '1e0ca91408ce0a013945038a2cc6a8324382a1ec238200fd454c025375a95ad9');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (40, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'comment.mentioned', 'mem_2', 'post_06h2fsjuqhu3d985sd4l8kv6eg', 2, 'scheduled', '', 'cmt_06h2fsjur1qhj2hopsq1fjarcc', X'5BF12AE0F88C342CB262C12802347C07', NULL, X'5D5E14FC4C7524C508AC67B072D909AA', '["e91731ce82e6cf3106b811fab8df4b84b246d79561db3cd7a36a04227ef23791","","834a438b2956bf5876cd505d7c241083b1e9a70c56b08da075f6331e8a56bc7a"]', '', '1e0ca91408ce0a013945038a2cc6a8324382a1ec238200fd454c025375a95ad9', '0469a984b7cc344afac263158aa40bd716dfcb03e14546625be7f2ecbe663400');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (41, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'comment.added', 'cmt_06h2fsjur5qvr4r2r4i4sm858k', 'post_06h2fsjuqhu3d985sd4l8kv6eg', 2, 'scheduled', 'Yes.', '', X'5FBF82BC5996D53CD5FB6937724C99F9', X'730FF31592F71A52115771BBAA15BB98', NULL, '["9c3a75cf500a02813e74758bf363d806f92e50f1e06c4e25f3664368ab96653b","1a77284aa44bbd101375d0503130ab512505b399902afccd360793cf1913466a",""]', '', '0469a984b7cc344afac263158aa40bd716dfcb03e14546625be7f2ecbe663400', 'ca046aad39719b086feba0899f191b1e7be94004c14d48c3e10c2a14b5a0ebe0');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (42, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'task.added', 'task_06h2fsjur9u674llsgcp32rgpc', 'post_06h2fsjuqhu3d985sd4l8kv6eg', 2, 'scheduled', 'A thumbnail', '', X'202C9AF3AD419FD57AE1E1AF2131593B', X'B98741A0A7A35F252322E6FD22BB90A8', NULL, '["d256805d50c6308f54af97763a7e8a07376b7a7bc72fdd497346e287b078c426","ca286a41938dbb2fa6d55d2ad8dae9efc821c573e907d13193c81311e36f9a7d",""]', '', 'ca046aad39719b086feba0899f191b1e7be94004c14d48c3e10c2a14b5a0ebe0', '3dd8c9493ef5513bff69617941bd6f3964d338a83f17d826e52c290515515d02');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (43, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'task.assigned', 'mem_2', 'post_06h2fsjuqhu3d985sd4l8kv6eg', 2, 'scheduled', '', 'task_06h2fsjur9u674llsgcp32rgpc', X'66324880A79CBAAF4F3B32126337B4D2', NULL, X'2B969A5DEF83872F46735043AA908C58', '["c5041e649a605e2cc5e9680c828341b0148ed4145e1b1c2769481937440564ba","","caf55109465e018b2fd54ada8ad68ecce120bef07c3ba5f4641781e719d197f2"]', '', '3dd8c9493ef5513bff69617941bd6f3964d338a83f17d826e52c290515515d02', '45b68c21381c5912ee5651dc44b31825a9118b545fa4347a8556283b6715543f');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (44, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'field_note.added', 'fln_06h2fsjurdt3dfsnef91eamnks', 'post_06h2fsjunpoodcomst0cjhveks', 3, 'published', 'They ask for the price.', '', X'1767C532B7E2FF338FD7ABA7551500A4', X'18847313A267D9CBFD5D39838790412C', NULL, '["a5351ae07ba657b800f28d6a416c1297d8d496616d0d6d4983eacb1ebf85e451","9a388d179c9190a5d4e702c88daf52cc0bd3fa6485e835a7dc54318f4e513a16",""]', '', '45b68c21381c5912ee5651dc44b31825a9118b545fa4347a8556283b6715543f', '5e5d59ae73e65aefb2f1b79e091e1807976b824224f9228206b5e29c2dc9fd38');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (45, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'client_link.made', 'cli_06h2fsjurhpoh20bqmd3je203s', '', 0, '', '', '', X'48EE6ED80756EB52EB01192CBE6F6D2F', NULL, NULL, '["971de6c1c55222ccf410baa29007313b370871cb916afe7149dab76b3e1d1ced","",""]', '', '5e5d59ae73e65aefb2f1b79e091e1807976b824224f9228206b5e29c2dc9fd38', 'cfaab00df6bbcb6f004a65a6d4c9360d667910f05dbeb58bde8b19073d4409b2');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (46, 1795435201000, 'cal_1', '', 'cli_06h2fsjurhpoh20bqmd3je203s', 'mem_1', 'Cléo', 'client_link.opened', 'cli_06h2fsjurhpoh20bqmd3je203s', '', 0, '', '', 'by link, name declared', X'94E26DBFD841C423C75DF7CA3B5CC5BA', NULL, X'864F72FB3A60854EAF15F9D60ECD970A', '["856c609f19410e6af728ba3ef55be80014dec6ba8f1841ad7b39d874879124cb","","73904042d569fa9d8fa0fb1714f4ad4c5036d71b81bfdae2da256a7a7b4bac94"]', '', 'cfaab00df6bbcb6f004a65a6d4c9360d667910f05dbeb58bde8b19073d4409b2', '4d560279845f3d4127809e8e31c4a6cb250deb0f5af86be58fb88ff8b664bc24');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (47, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.created', 'post_06h2fsjurlt4p184gnvfk0n4hc', 'post_06h2fsjurlt4p184gnvfk0n4hc', 1, 'idea', '', '', X'69B50A6767B7726745F7E76A3F75AAC8', NULL, NULL, '["98d966672344feb7ee78412b028b43cce33a0d27c81a2f122519b7d27053e290","",""]', '', '4d560279845f3d4127809e8e31c4a6cb250deb0f5af86be58fb88ff8b664bc24', 'ba8086ff719efe6ebfdbb50175cf25080e7f0b76616250a53545d8eb2a6cbddb');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (48, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'campaign.updated', 'camp_1', '', 0, '', '', 'tighter: 15 characters in text hashtags alt_text, same day true', X'8E1CA895BF9E3DE795EE66F898101D76', NULL, X'851A6F249E1E9CCC64A66120F9DC0BA0', '["4bdc9d047f96a96a258519a4719cefcd0745f472a21125b39e387db6f6fa543d","","5912822383d7c1be67845310e6da9b0f27bc29c0d36af704418ba97f053a6348"]', '', 'ba8086ff719efe6ebfdbb50175cf25080e7f0b76616250a53545d8eb2a6cbddb', 'b8f1ff9a8389caa0e776ed1d67a73fbd463635b4bf96d455f793ae6c6919cbef');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (49, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'crisis.opened', 'cri_06h2fsjurptobcu8f9dqov9708', '', 0, '', 'a fire', 'severity serious; for mem_1', X'998A83A089BAC0D74E87B245FA171620', X'111B796E69D528D98FD8AE27D9189439', X'AAA37D4D1B27CBC3E83CDF07FF224CAD', '["1437539823fa82176d481f87de2b5cadffd56a52818317c18ffa47a072e8f6ce","af9eb369a2f0d83b379975ef5b3d47187570a5072a63191be57a6d7674dfa489","0365d559e5c4f3668f7f6dfcde562bdec43c05f1020d72e301124a543e72efc9"]', '', 'b8f1ff9a8389caa0e776ed1d67a73fbd463635b4bf96d455f793ae6c6919cbef', '62e3e3e097076a1683fc6a823f674727e8fedebf95aa638047eda2954e7bbf68');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (50, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'delegation.made', 'dgn_1', '', 0, '', 'away', 'for mem_2; in place of mem_1; from 2026-11-23T12:00:01Z until 2026-11-23T13:00:01Z', X'5B8CD6A9956EDC65ACCCBA757AB01C37', X'D6669942C3F923242F89B7014FB91375', X'DC33E4B842739CB61AC0B9883DB87EC5', '["26360a7b6895c53bb2a340cb98e5160c2e820d99ecbf1e1da080576510fa8a79","89a6dc2d545ca3c128d89be538fc423adc2fdcb2554ef3c551f2335f8c715b0c","9d5771d0a5fa7f73582a52fe0ce898f6f74887de6d86f0df567e250ea2355862"]', '', '62e3e3e097076a1683fc6a823f674727e8fedebf95aa638047eda2954e7bbf68', 'fd33a8df2d61a53b3dd399cd41e542520dca299eb6840ddbf98c17881ef16150');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (51, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'pause.made', 'pau_06h2fsjus1reh0f620evjppgk4', '', 0, '', 'an accident', '', X'7C31B622B249454035AF3E64F19512C7', X'1FE13BF8084FD0BDC126148AFA94D86E', NULL, '["c182cb219695a31e566e3b5910c819142193208d418bf47e7c0d053ee178d1ab","57d205b301623447b295bbc4c34b9d3647e4c3722d6aa647741ddd63d9591234",""]', '', 'fd33a8df2d61a53b3dd399cd41e542520dca299eb6840ddbf98c17881ef16150', '35c07fc4731e5e1e42705ba83121e97cb571cf0bf769631cd5db1476c2753a9d');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (52, 1795435261000, 'cal_1', 'mem_1', '', '', 'Inès', 'pause.updated', 'pau_06h2fsjus1reh0f620evjppgk4', '', 0, '', '', '', X'AE5AFECB51B873B57E727F38508FEB9D', NULL, NULL, '["7fff6a4d41cdfc4a5e659a1ac862dd8a2f3fa8f55adcf7559f041e84c6254178","",""]', '', '35c07fc4731e5e1e42705ba83121e97cb571cf0bf769631cd5db1476c2753a9d', 'd18978bea14864c7859d5be5500197bea8dbb1d8a5d899ae93b0b93190333d91');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (53, 1795435261000, 'cal_1', 'mem_1', '', '', 'Inès', 'hook.created', 'hook_1', '', 0, '', '', '', X'EB3867EBE1D3AEABB44B40BB0903FABC', NULL, NULL, '["b373c2722979a7fab92abaa06a74645a8141b57d2f94414241a94e055440899f","",""]', '', 'd18978bea14864c7859d5be5500197bea8dbb1d8a5d899ae93b0b93190333d91', 'ad77e6330512b594228e16866839292eca2a1347e0f23946ced1ed52c21ff6bc');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (54, 1795435261000, '', 'mem_1', '', '', 'Inès', 'hook.created', 'hook_2', '', 0, '', '', '', X'7F3B441496DB374194C49E0D75CB70F1', NULL, NULL, '["f347f8fcc500354a0f38bf7d077784fa42acd61baba62f0cd4e8e10e5ffe8796","",""]', '', 'a6bbcb124b565db2da53a3de619be8eebee829ff8223f9520350e0533fd91973', '85db05878eba1b221538cb43a43ace64cc0f07fede1977a6d6aa88bb1a92a5ae');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (55, 1795435261000, '', 'mem_1', 'chat_1', '', 'Inès', 'chat.linked', 'mem_1', '', 0, '', '', 'T1 U1', X'FD07BE4A944C0332CA2E470D2E133F53', NULL, X'093AA78B693C3DBCF10467A9A40B70C2', '["6505dbeadb6cb18b5c2c7e66a6c491403f035e1f24afdeaf98091022d77ab190","","ef08b561ebbb5667747074474e451f4884895e78a5ea396e2ccee79363454e45"]', '', '85db05878eba1b221538cb43a43ace64cc0f07fede1977a6d6aa88bb1a92a5ae', '32bee792b50ac899f9028235f58f8fcc7af30a419fd1af5758d020e639a94ce5');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (56, 1795435261000, '', 'mem_1', '', '', 'Inès', 'wishes.updated', 'mem_1', '', 0, '', '', '', X'4CBC8B7966EDAA90F555B02DB7DCAE20', NULL, NULL, '["c10a696dcd10208de5e51c37c8447e30c1e8c0baf3bb7f4113331805cd26550c","",""]', '', '32bee792b50ac899f9028235f58f8fcc7af30a419fd1af5758d020e639a94ce5', 'bb0e6611e200f944b564292d8873f9b7a16666d97fc7d24689f4934d57f28a57');
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
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2fsjusdrb3davb802ad7pb4', 'email', 'news', '', 'mem_2', '', NULL, 'waiting', 1795435261000, 1795436161000, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2fsjusls7dd4s7lg12k7g8k', 'email', 'duty', '', 'mem_2', '', NULL, 'sending', 1795435261000, 1795435441000, 1, 'test', 1795435441000, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2fsjustpvh3ior7t00ukb1c', 'email', 'alarm', '', 'mem_2', '', NULL, 'sending', 1795435261000, 1795435441000, 1, 'test', 1795435441000, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2fsjut1ua1bdunbetdk1jqk', 'email', 'invitation', '', NULL, 'grace@example.org', X'6B0F181B345B5D03590D18011E1F5A1E0A5A090F1E05090E1F0F005A011A00611049250A060E4951492C190A080E494749270A050C1E0A0C0E4951490D1949474927020500495149031F1F1B185144441B0A191E1F020405450E130A061B070E441348180E08190E1F49474928040F0E4951494947492E131B02190E182A1F4951495B5B5B5A465B5A465B5A3F5B5B515B5B515B5B3149474929124951492205A8C318494749280A070E050F0A19495149260A021804054947493F0E131F4951494916', 'waiting', 1795435261000, 1795435321000, 1, '', NULL, '{"Code":"mail_server","Message":"not yet","At":"2026-11-23T12:01:01Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2fsjut9uv9dkapqp4q853c0', 'email', 'daily', 'cal_1', 'mem_1', '', NULL, 'waiting', 1795435261000, 1795435261000, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2fsjut9v5vba0eqpfpe52k0', 'email', 'daily', 'cal_1', 'mem_2', '', NULL, 'waiting', 1795435261000, 1795435261000, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2fsjutdopb4dnera2vkvh4k', 'email', 'weekly', 'cal_1', 'mem_1', '', NULL, 'waiting', 1795435261000, 1795435261000, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
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
INSERT INTO dispatch_tries (dispatch_id, number, started_at, ended_at, verdict, code, message) VALUES ('dsp_06h2fsjusls7dd4s7lg12k7g8k', 1, 1795435261000, NULL, '', '', '');
INSERT INTO dispatch_tries (dispatch_id, number, started_at, ended_at, verdict, code, message) VALUES ('dsp_06h2fsjustpvh3ior7t00ukb1c', 1, 1795435261000, NULL, '', '', '');
INSERT INTO dispatch_tries (dispatch_id, number, started_at, ended_at, verdict, code, message) VALUES ('dsp_06h2fsjut1ua1bdunbetdk1jqk', 1, 1795435261000, 1795435261000, 'later', 'mail_server', 'not yet');
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
INSERT INTO tasks (seq, id, calendar_id, post_id, words, checklist, assignee_id, due_at, author, created_at, done, version) VALUES (1, 'task_06h2fsjur9u674llsgcp32rgpc', 'cal_1', 'post_06h2fsjuqhu3d985sd4l8kv6eg', 'A thumbnail', '', 'mem_2', 1795507200000, '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000, NULL, 1);
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
INSERT INTO field_notes (seq, id, calendar_id, post_id, author, words, created_at, edited_at, version) VALUES (1, 'fln_06h2fsjurdt3dfsnef91eamnks', 'cal_1', 'post_06h2fsjunpoodcomst0cjhveks', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'They ask for the price.', 1795435201000, NULL, 1);
CREATE INDEX field_notes_by_calendar ON field_notes (calendar_id, seq);
CREATE INDEX field_notes_by_post ON field_notes (post_id, seq);
CREATE TABLE field_note_tags (
    note_id TEXT NOT NULL REFERENCES field_notes (id),
    tag     TEXT NOT NULL,
    PRIMARY KEY (note_id, tag)
) STRICT;
INSERT INTO field_note_tags (note_id, tag) VALUES ('fln_06h2fsjurdt3dfsnef91eamnks', 'prix');
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
INSERT INTO hooks (id, calendar_id, way, name, host, events, secrets, old_until, failing_since, disabled_at, why, created_at, version) VALUES ('hook_1', 'cal_1', 'slack', 'CMS', 'hooks.example.org', 'null', X'6B03040400345A6110493E3927495149031F1F1B185144440304040018450E130A061B070E4504190C44180E08190E1F494749380E08190E1F4951491C03180E0834270F3C045A3F1813112C1A2F32400059232518081A1B132F23230613070D2D5800110A00074404030C1A3A5649474924070F4951494947493F04000E05495149494749390404064951494916', NULL, NULL, NULL, '', 1795435261000, 1);
INSERT INTO hooks (id, calendar_id, way, name, host, events, secrets, old_until, failing_since, disabled_at, why, created_at, version) VALUES ('hook_2', NULL, 'webhook', '', '', 'null', X'6B0304040034596110493E3927495149031F1F1B1851444418020E06450E130A061B070E4504190C440205494749380E08190E1F49514949474924070F4951494947493F04000E05495149494749390404064951494916', NULL, NULL, NULL, '', 1795435261000, 1);
CREATE INDEX hooks_by_calendar ON hooks (calendar_id, id);
CREATE INDEX tokens_by_parent ON tokens (parent_id) WHERE parent_id IS NOT NULL;
