-- A database as schema 18 left it, with a few rows. It is never changed: databases like it are out there.

CREATE TABLE goose_db_version (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		version_id INTEGER NOT NULL,
		is_applied INTEGER NOT NULL,
		tstamp TIMESTAMP DEFAULT (datetime('now'))
	);
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (1, 0, 1, '2026-11-29 13:15:08');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (2, 1, 1, '2026-11-29 13:15:08');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (3, 2, 1, '2026-11-29 13:15:08');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (4, 3, 1, '2026-11-29 13:15:08');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (5, 4, 1, '2026-11-29 13:15:08');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (6, 5, 1, '2026-11-29 13:15:08');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (7, 6, 1, '2026-11-29 13:15:08');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (8, 7, 1, '2026-11-29 13:15:08');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (9, 8, 1, '2026-11-29 13:15:08');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (10, 9, 1, '2026-11-29 13:15:08');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (11, 10, 1, '2026-11-29 13:15:08');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (12, 11, 1, '2026-11-29 13:15:08');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (13, 12, 1, '2026-11-29 13:15:08');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (14, 13, 1, '2026-11-29 13:15:08');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (15, 14, 1, '2026-11-29 13:15:08');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (16, 15, 1, '2026-11-29 13:15:08');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (17, 16, 1, '2026-11-29 13:15:08');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (18, 17, 1, '2026-11-29 13:15:08');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (19, 18, 1, '2026-11-29 13:15:08');
CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO settings (name, value) VALUES ('file', '9981030 of 1795958108.738783329');
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
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2esficds293mgfpa32mfe20', 'cal_1', 'approved', 'published', 'published', NULL, NULL, '{"owner":"mem_1","planned":{"Local":"2026-11-23T13:00","Zone":"Europe/Paris","Fold":0}}', 3, 'mem_1', '{"Revision":3,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33"},"Accounts":{"chan_1":"account of chan_1"},"Times":{"chan_1":{"Local":"2026-11-23T13:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795435200000, 1795431600000, 1795435201000, 6, NULL, NULL, NULL);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2esfidltj3510srnbk16ca0', 'cal_1', 'in_review', 'in_review', 'rewritten', 'camp_1', NULL, '{"labels":["hiver"],"owner":"mem_1","planned":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0}}', 2, 'mem_1', '{"Revision":1,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"650525c899f0a9f13c1bae650b9aa4e924276efd67a6a2381567a7638dbbad59","chan_2":"16e2acb25f5c59ef18845982c372a1e30b6b664ff3b230011a3dd9d960ea2aef"},"Accounts":{"chan_1":"account of chan_1","chan_2":"account of chan_2"},"Times":{"chan_1":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0},"chan_2":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795593600000, 1795435201000, 1795435201000, 3, NULL, '{"Since":"2026-11-23T12:00:01Z"}', 1795507200000);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2esfie1okfcqt41olms53hg', 'cal_1', 'approved', 'scheduled', 'scheduled', NULL, 'pil_1', '{"brief":"un brief","notes":"une note","owner":"mem_1","planned":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}', 2, 'mem_1', '{"Revision":2,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"65780f7d8e3366dc9830aa7bf7b42561c2ad116032d9aca4c7cc6ecfd8389bbe"},"Accounts":{"chan_1":"account of chan_1"},"Times":{"chan_1":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795507200000, 1795435201000, 1795435201000, 3, NULL, '{"Since":"0001-01-01T00:00:00Z","Undo":{"By":"mem_1","At":"2026-11-23T12:00:01Z","Version":3,"Review":{"Since":"2026-11-23T12:00:01Z"},"Planned":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2esfieput32fc916s0ufcfc', 'cal_1', 'idea', 'idea', 'an idea', NULL, NULL, '{"owner":"mem_1"}', 1, 'mem_1', NULL, NULL, NULL, 1795435201000, 1795435201000, 1, NULL, NULL, NULL);
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
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2esficds293mgfpa32mfe20', 1, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"052fbccf5ee9d03e6a6f92c51d88b1cac8a354f8e44697a0a255f09b035aabf7"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795431600000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2esficds293mgfpa32mfe20', 2, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":{"chan_1":{"Text":null,"Parts":["one","two"],"Media":null,"Link":null,"NoLink":false,"FirstComment":"","Options":null}}}', '{"chan_1":"35d075f33f88fe368f09efa8446c048a40bf07e1f0915dbcdd810cd498d5f604"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795431600000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2esficds293mgfpa32mfe20', 3, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":{"chan_1":{"Text":null,"Parts":["one","deux"],"Media":null,"Link":null,"NoLink":false,"FirstComment":"","Options":null}}}', '{"chan_1":"99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2esfidltj3510srnbk16ca0', 1, '{"Text":"rewritten","Language":"fr","Media":null,"Link":null,"Channels":["chan_1","chan_2"],"Variants":null}', '{"chan_1":"650525c899f0a9f13c1bae650b9aa4e924276efd67a6a2381567a7638dbbad59","chan_2":"16e2acb25f5c59ef18845982c372a1e30b6b664ff3b230011a3dd9d960ea2aef"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2esfidltj3510srnbk16ca0', 2, '{"Text":"rewritten since","Language":"fr","Media":null,"Link":null,"Channels":["chan_1","chan_2"],"Variants":null}', '{"chan_1":"0166a27046c1ad4520e03d9cac27d4281d98570f0c6b48bc1ac1a78c095384fa","chan_2":"dd3f30d95f283c4f09d07edaa63f4437c9838fbf3a8a62ecab5218b47a883b4d"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2esfie1okfcqt41olms53hg', 1, '{"Text":"scheduled","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"89359b91d713f99270d1c4ec89607507ff0bd5ea9a7bfa08452a3b0800654a5f"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2esfie1okfcqt41olms53hg', 2, '{"Text":"Un été de lumière https://maison.example","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"65780f7d8e3366dc9830aa7bf7b42561c2ad116032d9aca4c7cc6ecfd8389bbe"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2esfieput32fc916s0ufcfc', 1, '{"Text":"","Language":"","Media":null,"Link":null,"Channels":null,"Variants":null}', '{}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
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
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2esficds6jdpfi7lh7odq2g', 'post_06h2esficds293mgfpa32mfe20', 'cal_1', 'chan_1', 'on chan_1', 'published', 1795435200000, 1800000, NULL, 2, '35d075f33f88fe368f09efa8446c048a40bf07e1f0915dbcdd810cd498d5f604', 2, '', NULL, 0, 'null', 0, 0, 0, 'null', 1795435200100, NULL, 1795348800000, 3, '99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33');
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2esfidltlhf6o2jb96sbnn4', 'post_06h2esfidltj3510srnbk16ca0', 'cal_1', 'chan_1', 'on chan_1', 'planned', 1795593600000, 1800000, NULL, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795507200000, 0, '');
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2esfidltlp2iggjprruk22o', 'post_06h2esfidltj3510srnbk16ca0', 'cal_1', 'chan_2', 'on chan_2', 'planned', 1795593600000, 1800000, NULL, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795507200000, 0, '');
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2esfie1omb1n3tf08pq3mfk', 'post_06h2esfie1okfcqt41olms53hg', 'cal_1', 'chan_1', 'on chan_1', 'scheduled', 1795507200000, 1800000, 1795507200000, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795420800000, 0, '');
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
INSERT INTO pauses (id, calendar_id, scope, scope_id, reason, made_by, from_at, until_at, version) VALUES ('pau_06h2esfif1td943o3fjqqvss5c', 'cal_1', 'channel', 'chan_2', 'an accident', '{"Member":"","Name":"","Token":"","Maker":"","Language":"","May":null}', 1795435201000, 1795435261000, 2);
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
INSERT INTO parts (delivery_id, number, kind, state, key, key_at, first_heard_at, last_heard_at, attempts, prepared, prepared_at, remote_id, url, token, sent_at, shows, asked, edited_at) VALUES ('dlv_06h2esficds6jdpfi7lh7odq2g', 0, 'post', 'published', 'key_06h2esficpsl51ss2la7brtv7k', 1795435200000, 1795435200000, 1795435200000, 1, NULL, NULL, '1', 'https://wall.example/1', 't', 1795435200100, 3, 3, NULL);
INSERT INTO parts (delivery_id, number, kind, state, key, key_at, first_heard_at, last_heard_at, attempts, prepared, prepared_at, remote_id, url, token, sent_at, shows, asked, edited_at) VALUES ('dlv_06h2esficds6jdpfi7lh7odq2g', 1, 'post', 'published', 'key_06h2esficpslf00pf6ph1ugiac', 1795435201000, 1795435201000, 1795435201000, 1, NULL, NULL, '2', 'https://wall.example/2', '', 1795435201100, 3, 3, 1795435201000);
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
INSERT INTO attempts (delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message) VALUES ('dlv_06h2esficds6jdpfi7lh7odq2g', 1, 'send', 0, 'key_06h2esficpsl51ss2la7brtv7k', 2, 'daemon', 1795435200000, 1795435200100, 'done', '', '');
INSERT INTO attempts (delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message) VALUES ('dlv_06h2esficds6jdpfi7lh7odq2g', 2, 'send', 1, 'key_06h2esficpslf00pf6ph1ugiac', 2, 'daemon', 1795435201000, 1795435201100, 'done', '', '');
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
INSERT INTO post_links (url, post_id) VALUES ('https://maison.example', 'post_06h2esfie1okfcqt41olms53hg');
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
INSERT INTO acts (id, delivery_id, kind, revision, hash, made_by, made_at, state, next_at, part, left_over, attempt, tries, holder, lease_until, trouble, ended_at) VALUES ('act_06h2esfiddr3799vaogf2vs0eo', 'dlv_06h2esficds6jdpfi7lh7odq2g', 'edit', 3, '99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000, 'done', NULL, 1, 0, 1, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', 1795435201000);
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
INSERT INTO comments (seq, id, calendar_id, post_id, thread_id, author_id, author, words, client, anchor, suggestion, created_at, edited_at, removed_at, resolved, version) VALUES (1, 'cmt_06h2esfie9s8jbl7mq3urr1en0', 'cal_1', 'post_06h2esfie1okfcqt41olms53hg', 'cmt_06h2esfie9s8jbl7mq3urr1en0', 'mem_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'Hm.', 0, '{"Channel":"","Part":0,"Revision":2,"Start":3,"End":6,"Quote":"été"}', '{"Text":"hiver","State":"open","By":{"Member":"","Name":"","Token":"","Maker":"","Language":"","May":null},"At":"0001-01-01T00:00:00Z","Note":"","Revision":0}', 1795435201000, NULL, NULL, NULL, 1);
INSERT INTO comments (seq, id, calendar_id, post_id, thread_id, author_id, author, words, client, anchor, suggestion, created_at, edited_at, removed_at, resolved, version) VALUES (2, 'cmt_06h2esfiedqv30se8l7vujll3k', 'cal_1', 'post_06h2esfie1okfcqt41olms53hg', 'cmt_06h2esfie9s8jbl7mq3urr1en0', 'mem_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'Yes.', 0, NULL, NULL, 1795435201000, NULL, NULL, NULL, 1);
CREATE INDEX comments_by_post ON comments (post_id, seq);
CREATE INDEX comments_by_calendar ON comments (calendar_id, seq);
CREATE TABLE comment_mentions (
    comment_id TEXT NOT NULL REFERENCES comments (id),
    member_id  TEXT NOT NULL REFERENCES members (id),
    PRIMARY KEY (comment_id, member_id)
) STRICT;
INSERT INTO comment_mentions (comment_id, member_id) VALUES ('cmt_06h2esfie9s8jbl7mq3urr1en0', 'mem_2');
CREATE INDEX comment_mentions_by_member ON comment_mentions (member_id, comment_id);
CREATE TABLE comments_read (
    member_id TEXT NOT NULL REFERENCES members (id),
    post_id   TEXT NOT NULL REFERENCES posts (id),
    seq       INTEGER NOT NULL,
    PRIMARY KEY (member_id, post_id)
) STRICT;
INSERT INTO comments_read (member_id, post_id, seq) VALUES ('mem_2', 'post_06h2esfie1okfcqt41olms53hg', 1);
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
INSERT INTO working_copies (member_id, post_id, edit, base, revision, started, made_at, saved_at, version) VALUES ('mem_1', 'post_06h2esfie1okfcqt41olms53hg', '{"text":"not saved"}', '', 2, '"tag.1"', 1795435201000, 1795435201000, 1795435201000);
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
INSERT INTO readings (name, seq) VALUES ('notices', 51);
CREATE TABLE notices (
    member_id   TEXT NOT NULL REFERENCES members (id),
    seq         INTEGER NOT NULL,
    calendar_id TEXT NOT NULL,
    weight      TEXT NOT NULL CHECK (weight IN ('alarm', 'duty', 'news')),
    told_at     INTEGER NOT NULL,
    read_at     INTEGER, dispatch_id TEXT,
    PRIMARY KEY (member_id, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_1', 23, 'cal_1', 'news', 1795435261000, NULL, NULL);
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_1', 28, 'cal_1', 'news', 1795435261000, NULL, NULL);
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_2', 5, 'cal_1', 'news', 1795435261000, NULL, 'dsp_06h2esfif9v1b9mtq4ugm3m9t8');
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_2', 39, 'cal_1', 'duty', 1795435261000, NULL, 'dsp_06h2esfifhrk35r49m6q7livbc');
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_2', 50, 'cal_1', 'alarm', 1795435261000, NULL, 'dsp_06h2esfifhsjf7nl3c8m356h0o');
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_2', 51, 'cal_1', 'alarm', 1795435261000, NULL, 'dsp_06h2esfifhsjf7nl3c8m356h0o');
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
INSERT INTO client_links (id, calendar_id, campaign_id, for_whom, email, member_id, language, approves, made_by, maker_id, secret, created_at, expires_at, revoked_at, name, code, code_ends, code_failed, version) VALUES ('cli_06h2esfielss7b8q41mur9buc4', 'cal_1', '', 'Cléo', '', NULL, 'fr', 1, '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"","May":null}', 'mem_1', X'636C69656E742773206C696E6B', 1795435201000, NULL, NULL, 'Cléo', NULL, NULL, 0, 2);
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
INSERT INTO client_visits (id, link_id, secret, name, proof, created_at, expires_at) VALUES ('vis_06h2esfiepod54cb6a0mjvat90', 'cli_06h2esfielss7b8q41mur9buc4', X'636C69656E742773207669736974', 'Cléo', 'name_declared', 1795435201000, 1798027201000);
CREATE INDEX client_visits_by_link ON client_visits (link_id);
CREATE TABLE client_seen (
    link_id  TEXT NOT NULL REFERENCES client_links (id),
    post_id  TEXT NOT NULL REFERENCES posts (id),
    revision INTEGER NOT NULL,
    before   INTEGER NOT NULL CHECK (before < revision),
    PRIMARY KEY (link_id, post_id)
) STRICT;
INSERT INTO client_seen (link_id, post_id, revision, before) VALUES ('cli_06h2esfielss7b8q41mur9buc4', 'post_06h2esfie1okfcqt41olms53hg', 2, 0);
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
INSERT INTO crises (id, calendar_id, severity, reason, opened_by, opened_at, statement_id, points, closed_at, closed_by, review, first_line, last_line, version) VALUES ('cri_06h2esfiett292l9g869bt2co4', 'cal_1', 'serious', 'a fire', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000, NULL, '', NULL, NULL, '', 48, 0, 1);
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
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (1, 1795435200000, '', 'mem_1', '', '', 'Inès', 'member.added', 'mem_1', '', 0, '', '', '', X'DEB350EB7867E2663D0CD2C4D0B07042', NULL, NULL, '["510cc8caefec9a3c63ed20644489b9aa6eb858477109ce7efbbd8f935cc6def0","",""]', '', '', 'cc9f6a049dc963d616350738e7740b879ce8cb26385c7d764af94421b841a8ba');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (2, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'calendar.created', 'cal_1', '', 0, '', '', '', X'ECD26A6FFFF2F990FFCF9E0267867989', NULL, NULL, '["151f24d1b1c01e7ece38e11a4ce6b4bc60977242408843c38a368fb2b6635355","",""]', '', '', '240a99d55fd9f824e8ceaab9b8617dfbe7109f2f2a21c7f989875a1e6aa6058f');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (3, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'channel.connected', 'chan_1', '', 0, '', '', '', X'A2C8405D7DECDC12F2C0FED2CC3E1CE3', NULL, NULL, '["519b6006198c82cd9abf7e71fe34159ba1d1d5ebae8f2da942af793530c00c86","",""]', '', '240a99d55fd9f824e8ceaab9b8617dfbe7109f2f2a21c7f989875a1e6aa6058f', '2eadf68d0da6f482fc840859d0eb803137f843ef2fefc9fd67dd2b7c4d7c5886');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (4, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'channel.connected', 'chan_2', '', 0, '', '', '', X'D80529F555D05BEF0C0B63C6BCF90375', NULL, NULL, '["c966a126881bea570e3af3cf12dc29324592e4f993466c7f9e158baeafc04a25","",""]', '', '2eadf68d0da6f482fc840859d0eb803137f843ef2fefc9fd67dd2b7c4d7c5886', '664a1fa78c6db9fe9a67b151b5ea7da0c046863e5e328229a5e7dc64da15dc58');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (5, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'member.added', 'mem_2', '', 0, '', '', 'cal_1: none → editor viewer', X'4A254046826681F9B78F6AB6032B9EA3', NULL, X'EE6CD7DEF85C07759B8541A1ED999C83', '["d1b629863df32635828534a407930033a00903ad89b564112769ab21ed092f7e","","5b8169eeebca9f0fc6dc8c250fdf84841975c53ace208d2a813e80f60b34fafc"]', '', '664a1fa78c6db9fe9a67b151b5ea7da0c046863e5e328229a5e7dc64da15dc58', '288c799430b80c17f915c582198a6c4ed5f13222d4dd185ecd99b479941e3ad6');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (6, 1795435200000, '', 'mem_1', '', '', 'Inès', 'token.created', 'tok_1', '', 0, '', '', '', X'772E93346D90D6E5E3F5D16B99DFAAF7', NULL, NULL, '["8e30d5d0559d37ad3b06cf282cc4b41032b5966b34ec60755baf51ad3345163e","",""]', '', 'cc9f6a049dc963d616350738e7740b879ce8cb26385c7d764af94421b841a8ba', 'd89c57b08afae97a286f5b2ad2bee96e62b2781a85b31c63c5409a6592dfdf45');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (7, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'channel.updated', 'chan_1', '', 0, '', '', '', X'0F2DDA0908F5E74F59E8D1B24B379C66', NULL, NULL, '["84dd8aa1d51f6834962edaa2e20073ee57377fbb0fd840d05f909ba82beab5ae","",""]', '', '288c799430b80c17f915c582198a6c4ed5f13222d4dd185ecd99b479941e3ad6', '413652efa06d595780408aae1e76706b9ba24d12b247b9ae0e77a9c475fbf87e');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (8, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'campaign.created', 'camp_1', '', 0, '', '', '', X'4E61CD4E5DBEADD571D04D8C5F244473', NULL, NULL, '["39bec1aab7edbd7ad11f293513a561174a8486bf145e9447cd8e73adb70dcd0a","",""]', '', '413652efa06d595780408aae1e76706b9ba24d12b247b9ae0e77a9c475fbf87e', '67ab3293d228524e0a87917e0e94a02ec33e60898f8bfc1a1b92f5ed2ac82ada');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (9, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'pillar.created', 'pil_1', '', 0, '', '', '', X'A3B2F23BDCF47B66F04E48E2726E6C36', NULL, NULL, '["8cecc2247a650c942edf1a3eb661a8fe1b0a8e370b7507c3bef8f9b3b2169c54","",""]', '', '67ab3293d228524e0a87917e0e94a02ec33e60898f8bfc1a1b92f5ed2ac82ada', '134c05abd13853447ecf66c175e798aff1ff6ab98f0f33d5ee8e09b89df916cb');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (10, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'media.added', 'med_1', '', 0, '', '', '', X'EA57A01A35675B3063CC9E8246815E4F', NULL, NULL, '["0fcd363bb22759a4a3704843b5a5b638da6eecc70e02f635d1de058efad61cc5","",""]', '', '134c05abd13853447ecf66c175e798aff1ff6ab98f0f33d5ee8e09b89df916cb', 'ab39a183421a885a4acbbecd4861dfab9e685d895fce785f2dbc4d2453005210');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (11, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'role.created', 'role_1', '', 0, '', '', '', X'3FE0C6633F4C1F047815F04B3AF444B1', NULL, NULL, '["b8fade23f1b9face729c0ec90be94ca20b79ee093b7e1b4a9b03afbf6a39b061","",""]', '', 'ab39a183421a885a4acbbecd4861dfab9e685d895fce785f2dbc4d2453005210', 'cdcb4b00d2b51e9b336e1d67a20af56c17f1036ff02529da25450ce8a4a569b3');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (12, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'member.added', 'mem_3', '', 0, '', '', 'cal_1: none → role_1', X'FA521C672C6F5A5619720A91913AE0D1', NULL, X'6005A68CFC593985224DED6036D55102', '["4b530be827f74b4ad293ef1a3d267fd101125e7ebdcf6742b1b2c83864ceed8b","","0107c3aba81e10bd606ebf2703d25a23a7ef3cf6ccbd8e58adbfe8ed038f9e0a"]', '', 'cdcb4b00d2b51e9b336e1d67a20af56c17f1036ff02529da25450ce8a4a569b3', '1a49664ff490b7dd2012cefe04d710815a8b6d94ba4f3b968191aece31259694');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (13, 1795435200000, '', 'mem_1', '', '', 'Inès', 'session.started', 'ses_1', '', 0, '', '', '192.0.2.0/24', X'2042CB451C58B99958219FA0D5ED5645', NULL, X'E3674DDA0F7F2CB89999A630B8F18734', '["21f51e78d1aa3dfe5668efb39cf3d5edb8a3a973d9a1527c8112a9a8b22683f8","","7fef8203b13bf2659366865603774acfcc5e50a031e6d541ae863faf9fe5749a"]', '', 'd89c57b08afae97a286f5b2ad2bee96e62b2781a85b31c63c5409a6592dfdf45', 'ef59aeef95172d6c5f9c718a7efb484b3daf74ff94664b22115c13ddee67c752');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (14, 1795435200000, '', 'mem_2', 'ses_2', '', 'Karim', 'identity.linked', 'mem_2', '', 0, '', '', 'https://id.example', X'F9726F5B16C8867C60430724FEBB1B0E', NULL, X'5EE6910EEA3300A2A115ACAC7DE025B8', '["6a4dfe0ebb25607e4eeb8d7b6f8b78af586e20001eb8141f4f0bd3b8857335de","","50f742b3366c0a6c5c3e3972f2a17f2a385c7cfae9e67227c9ed40d799a6eca0"]', '', 'ef59aeef95172d6c5f9c718a7efb484b3daf74ff94664b22115c13ddee67c752', '39cf1df1a905fa21fa564073ca7eafe2a4b7cf79508a3eeaeb318f9eb394685f');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (15, 1795435200000, '', 'mem_2', 'ses_2', '', 'Karim', 'session.started', 'ses_2', '', 0, '', '', '', X'9C5BAE173C7E864C2D1BC5142D5B18A0', NULL, NULL, '["0d9cefd492275c9a351f936711ca0f4866c6c7b519ede86af566fb61b4de28ef","",""]', '', '39cf1df1a905fa21fa564073ca7eafe2a4b7cf79508a3eeaeb318f9eb394685f', 'b024e7fc1272594c85d5d686e7b7ac3f1df4e497ca1fb02ce82219a344f1bd9f');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (16, 1795435200000, '', 'mem_1', '', '', 'Inès', 'passkey.added', 'mem_1', '', 0, '', '', 'pky_1', X'FA863596FC61DDA877EB6CC4EEFFEF92', NULL, X'AD6A0507368363A96BBA43C5E768D72F', '["1df15043b15feefc7c17320652eef43cfc2915541aad379c77f71b2ed3d5d218","","fbde384d3204c3d2f844adf0e57b14a080ddfd85986c702df1fd6bce511bbef4"]', '', 'b024e7fc1272594c85d5d686e7b7ac3f1df4e497ca1fb02ce82219a344f1bd9f', 'b112dbb619e9a2d8b2d4b66e4afa8f916ca919375e2715ab0862581007992597');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (17, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'invitation.made', 'inv_1', '', 0, '', '', '', X'C662377FECA42B860B6D7EEB97E60AB6', NULL, NULL, '["c0466319d3dca6dcc6839137892bf824d73b6aab86b8d80e644a91fe259ea322","",""]', '', '1a49664ff490b7dd2012cefe04d710815a8b6d94ba4f3b968191aece31259694', '6a18b0f7664b472a4c68ab78938078f8354410487f5b170b46cf1cd9b791998e');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (18, 1795435200000, '', 'mem_1', '', '', 'Inès', 'reset.made', 'mem_2', '', 0, '', '', '', X'58F9F67D38D849580B8DC7B82611AEDA', NULL, NULL, '["d5cb26ff304cc79da8cd18a59b9ad40327b147a0a1f407dea6148be5674be39e","",""]', '', 'b112dbb619e9a2d8b2d4b66e4afa8f916ca919375e2715ab0862581007992597', 'abceb7dee959f4be1359bb6474f71de7609040f8a6d6be253552a02a572812e6');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (19, 1795431600000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.created', 'post_06h2esficds293mgfpa32mfe20', 'post_06h2esficds293mgfpa32mfe20', 1, 'draft', '', '', X'DD077CD8509F653C3A8CF4CE25664C87', NULL, NULL, '["c8cbbd16ef35612adf69b921a0a6fa1086d8bba180620662cd703869288c9bc0","",""]', '', '6a18b0f7664b472a4c68ab78938078f8354410487f5b170b46cf1cd9b791998e', 'cad03b48c505814f79d79e779b4cf3666386f6013b07f8ac65afda4d9b329819');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (20, 1795431600000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.revised', 'post_06h2esficds293mgfpa32mfe20', 'post_06h2esficds293mgfpa32mfe20', 2, 'draft', '', '', X'EA193E90437BC40B5CA04DAC232E6A7F', NULL, NULL, '["5a10745cdb87ae4e6a7f01089ed232744399b6c653ea6883e26748b1ae87de5d","",""]', '', 'cad03b48c505814f79d79e779b4cf3666386f6013b07f8ac65afda4d9b329819', '895f58378380c8dfb189ca51e9974296bbfb444cb37fde4f304add9f74e20cb6');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (21, 1795431600000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.submitted', 'post_06h2esficds293mgfpa32mfe20', 'post_06h2esficds293mgfpa32mfe20', 2, 'scheduled', 'a note', '', X'DB98F7CC832BB69E578C0FAA4E9ADB38', X'85DDCCBE856711D74737604ED6EA285E', NULL, '["27e6b7e3507a519e6cfcb1d4f2589f7be394b7fbd9fa65e42a515187d2ba51e7","e0e9c423e352a84dc0baeb1f2597be5768ea6d494500c6732cfb9ba77de3a5aa",""]', '', '895f58378380c8dfb189ca51e9974296bbfb444cb37fde4f304add9f74e20cb6', '9aadb9b2111671d0adbbc7dcc6e2828f92979a670e2e7846460d3ab77c1fa095');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (22, 1795431600000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approved', 'post_06h2esficds293mgfpa32mfe20', 'post_06h2esficds293mgfpa32mfe20', 2, 'scheduled', 'a note', '', X'08DA8F587F70D577EB676746B5842350', X'197829255CFEEAE41A6F49375D0E5182', NULL, '["cfa86dfba57e32651416639704fcd222deeaec46202133f0025e5db78a15a101","52e9e2eece04df5bdc568aa6714b8095564a2d8f1939fec8306a84bb11f261e4",""]', '', '9aadb9b2111671d0adbbc7dcc6e2828f92979a670e2e7846460d3ab77c1fa095', '4f4847fc2107f728b2c144fdae4e5eb691e9ce3f9eca0b9c98848ef56564b890');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (23, 1795435201100, 'cal_1', '', '', '', 'parution', 'delivery.published', 'dlv_06h2esficds6jdpfi7lh7odq2g', 'post_06h2esficds293mgfpa32mfe20', 2, 'published', '', '', NULL, NULL, NULL, '["","",""]', '', '4f4847fc2107f728b2c144fdae4e5eb691e9ce3f9eca0b9c98848ef56564b890', '01ce60e7c4462de3c24b340c60f9ff2173d14a9903850a99f3b3da7605b284b6');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (24, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.revised', 'post_06h2esficds293mgfpa32mfe20', 'post_06h2esficds293mgfpa32mfe20', 3, 'published', '', '', X'E4BAF41A30961F5A6BA7E43C5360D568', NULL, NULL, '["2a8ea31966d1e8e257f81e440f2a365363a7d78325fa33b56761dee5963a9896","",""]', '', '01ce60e7c4462de3c24b340c60f9ff2173d14a9903850a99f3b3da7605b284b6', 'ff67a5965346b27e21a238c5780d0ba6985bb84d801961e986f70567cfe1033d');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (25, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approval_lost', 'post_06h2esficds293mgfpa32mfe20', 'post_06h2esficds293mgfpa32mfe20', 3, 'published', '', 'for mem_1 mem_3', X'81596C8962FFD328241008B3988A81B1', NULL, X'1871D5CFBD55A6DAFA8E05CCD08467A6', '["24302c7de8bf57a2fd4eb47e54eb6cd04593d4ef8cc0b81bd3096087acfb374d","","03b70689e78c2c06b07dd9cfd09668877c664fe92deb9b452f341fabda8d4457"]', '', 'ff67a5965346b27e21a238c5780d0ba6985bb84d801961e986f70567cfe1033d', '264d2e6d2b8a663b9efb46c64bc9b1fe2bd9ac61f3540ac074007d2458adb479');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (26, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approved', 'post_06h2esficds293mgfpa32mfe20', 'post_06h2esficds293mgfpa32mfe20', 3, 'published', 'a note', '', X'D8987C19F22A8EAEF6CD0ECB3F541A19', X'2C6CBC38D91FA98D3626D4101B9123B6', NULL, '["079a14ed928619fbe65263aa47276dd33950f9321335844d35a69d12aab39a50","4a4203c24a613ed9b0bd34b8d7ae4466ef722cf9f7ae079f65239c3fe406ef17",""]', '', '264d2e6d2b8a663b9efb46c64bc9b1fe2bd9ac61f3540ac074007d2458adb479', '3f84e99f164bb483d60582dedd7b053c26b02485fdec225baac227b6b5c6c6b5');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (27, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'delivery.edit_live', 'dlv_06h2esficds6jdpfi7lh7odq2g', 'post_06h2esficds293mgfpa32mfe20', 3, 'published', 'a typo', '', X'6AD2FD2C4968F7923AEC7F7782C96175', X'66A1EA75FD59286014E177D45CB86FFA', NULL, '["2b564b11ee5bd2f669eb1a4178d9bc9f864f0033aec35d8bc3bee0953ca949e2","e47be4a55507145e8e5b09e8e178cdd515fb2d6eb7b27a5956f7507d4132b644",""]', '', '3f84e99f164bb483d60582dedd7b053c26b02485fdec225baac227b6b5c6c6b5', '7d3a51bfa57977220d3d5aeec0b393210a55dc8e109bddf18ccaa9b0b97e6c5a');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (28, 1795435201000, 'cal_1', '', '', '', 'parution', 'delivery.edited', 'dlv_06h2esficds6jdpfi7lh7odq2g', 'post_06h2esficds293mgfpa32mfe20', 3, 'published', '', '', NULL, NULL, NULL, '["","",""]', '', '7d3a51bfa57977220d3d5aeec0b393210a55dc8e109bddf18ccaa9b0b97e6c5a', 'dcb64b74b95c2d5753283a48a65b5852491f57e0affff1bda160c8fddc634f88');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (29, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.created', 'post_06h2esfidltj3510srnbk16ca0', 'post_06h2esfidltj3510srnbk16ca0', 1, 'draft', '', '', X'2C2E632B680853C461C368A0CD29C320', NULL, NULL, '["08547966e4c3fbf1e8d4e738a7ec1cfca73ec2e9a3d85f98d05d202def102466","",""]', '', 'dcb64b74b95c2d5753283a48a65b5852491f57e0affff1bda160c8fddc634f88', '30d6af4680e7b7c6d1be004dc305887d16a2cad75da8c0ec588c90bd709d139a');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (30, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.submitted', 'post_06h2esfidltj3510srnbk16ca0', 'post_06h2esfidltj3510srnbk16ca0', 1, 'scheduled', 'a note', '', X'723C58A8303896EAD4F1BE1456A3397A', X'ED7674C87940481D0E2ABC38475E32B1', NULL, '["fecff7fe5e568ea79eaedaa0b84d79501152dd6b739b6cb71ee10bf785e1d352","28f1d93ac03f6e562df0dcb1ab91421ac29f3cbb64bb4c7c3e477af0c4c72ed0",""]', '', '30d6af4680e7b7c6d1be004dc305887d16a2cad75da8c0ec588c90bd709d139a', '6b53806d215dd819afb1231b06e6ae73e27a8ef3b275bd5195dbdc9b1c170f10');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (31, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approved', 'post_06h2esfidltj3510srnbk16ca0', 'post_06h2esfidltj3510srnbk16ca0', 1, 'scheduled', 'a note', '', X'F405659FFD54968FAE364C6E9601452C', X'A0446C559AD79451FF000ABC15BA224F', NULL, '["d970df195368a3386749fbc9e76640f5db3d85acd2f4af96fc5df98a9ec5b78e","f1c23fa8f930dbc3681088f52833e2cb5fdaf6ebbff41e4297107194a04214b7",""]', '', '6b53806d215dd819afb1231b06e6ae73e27a8ef3b275bd5195dbdc9b1c170f10', 'f60df26e03901751129581901f5c021da54627e4ee737f85e735a39be0d2f510');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (32, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.revised', 'post_06h2esfidltj3510srnbk16ca0', 'post_06h2esfidltj3510srnbk16ca0', 2, 'in_review', '', '', X'E0E2AE1C0B33EBC7102B086CB860BCC5', NULL, NULL, '["6817f6d7be4262fb4a18040810a37695a3ad641bc696693db7599382bda0becc","",""]', '', 'f60df26e03901751129581901f5c021da54627e4ee737f85e735a39be0d2f510', '00e707f9b1179afcb44ee6a4a31b5aa71fefdf76770d63ba881c8474b929df95');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (33, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approval_lost', 'post_06h2esfidltj3510srnbk16ca0', 'post_06h2esfidltj3510srnbk16ca0', 2, 'in_review', '', 'for mem_1 mem_3; by 2026-11-25T04:00:00Z', X'74498C9CE8DEC3B2B1E3A3A33B650D99', NULL, X'5A25A8D5EF772E28D94E27C8223C2D50', '["f912ef52218c3dbfed9c148c7feecea8fcfad786ce509d454c6e223ef3b2f46c","","76a5310a28a29b236a23ffaf4811e8923b80c3cbc3b55979485f5e06e2aca840"]', '', '00e707f9b1179afcb44ee6a4a31b5aa71fefdf76770d63ba881c8474b929df95', '53c23fd2578c68540b40d5de2f943b8f40b90b14af8247b06489bb86beaa4061');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (34, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.created', 'post_06h2esfie1okfcqt41olms53hg', 'post_06h2esfie1okfcqt41olms53hg', 1, 'draft', '', '', X'36630D56C987B83DC64F1BE7A67A700E', NULL, NULL, '["5f633b0e083454219f76fa57ae2f2fc87d2caf71b92aa48d6e21834bf6ef8d3d","",""]', '', '53c23fd2578c68540b40d5de2f943b8f40b90b14af8247b06489bb86beaa4061', '604aa77c6e36fccfbd9f6264f321b3fa45eedd0d1dffca6c831f7be39e9028a6');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (35, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.revised', 'post_06h2esfie1okfcqt41olms53hg', 'post_06h2esfie1okfcqt41olms53hg', 2, 'draft', '', '', X'B8A2ACDA78BEBB258FA1B0976E5542D3', NULL, NULL, '["961355c394c0160ea2dcfb605572d3848301590df8fc69ebb7439b9cadb52bbb","",""]', '', '604aa77c6e36fccfbd9f6264f321b3fa45eedd0d1dffca6c831f7be39e9028a6', '251f78969209f53ff1ff68ca5bf2d152e495fe5c470d654295d3bb5c49deed19');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (36, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.submitted', 'post_06h2esfie1okfcqt41olms53hg', 'post_06h2esfie1okfcqt41olms53hg', 2, 'scheduled', 'a note', '', X'6A0DD1631778F3A83FE2772FAFD92BE9', X'7B3F3D01D2226B4F384A1C886A39940F', NULL, '["0bc1391799ed63b9911863279c8b8fdd7724b82b7c4799780d44b933c9c7157e","a9a10a0771d94fb26537beec5ae6b3c42fefc11c45e6c2133912c1b9241e14b3",""]', '', '251f78969209f53ff1ff68ca5bf2d152e495fe5c470d654295d3bb5c49deed19', '8f2135e511a7bcb93a70fb98c00b7a03bc1a75c11b64e88bfad0258fc1385b7b');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (37, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approved', 'post_06h2esfie1okfcqt41olms53hg', 'post_06h2esfie1okfcqt41olms53hg', 2, 'scheduled', 'a note', '', X'FF7B58C8613A3AD16B3FDDDC988F65E3', X'FA04857114BF85F1A09FD131849CF4F2', NULL, '["8798f3c54adc337af7cab0c3d3fe1bfa1b5f5090363fe41d1c13151a2e5aa440","31302cae16d6e43ba13a6d5bafd1700fd2d06c0b0d548f1b975085a3d113ca36",""]', '', '8f2135e511a7bcb93a70fb98c00b7a03bc1a75c11b64e88bfad0258fc1385b7b', '7be79b5bd0e547f42d2d93a11a948291814c9834674da295c6d1a379c8aaa08e');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (38, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'comment.added', 'cmt_06h2esfie9s8jbl7mq3urr1en0', 'post_06h2esfie1okfcqt41olms53hg', 2, 'scheduled', 'Hm.', '', X'1A83698B61B13E6A266B059AD2E18C4F', X'E8A0196E365482565AAFCAB8671ABCBA', NULL, '["0380f56e0d6b59b2a2508f001e4c28ffc228a415ac55784875db77648251e4a1","8dcbc98a3b0f509437648be55429bbe1e7413a2bf17de8f077fe625681511ea4",""]', '', '7be79b5bd0e547f42d2d93a11a948291814c9834674da295c6d1a379c8aaa08e', '8d618878bc3f75118de6a960c20f89761d9472829776745d1f3e954ededfee04');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (39, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'comment.mentioned', 'mem_2', 'post_06h2esfie1okfcqt41olms53hg', 2, 'scheduled', '', 'cmt_06h2esfie9s8jbl7mq3urr1en0', X'5383CA1613F9EBF1818BA502CAA51FC7', NULL, X'1A85F36DDBCA7C5D0D5460FEDECCFAE7', '["2f6c33907edabb40e05d415f8fd50e93c1ca2a761f0c0e32bd9ab30ae22c4757","","8a43deca059484d55fbd18c32bb7cea81bd7c73f457cfff62b1378cbc79bff1b"]', '', '8d618878bc3f75118de6a960c20f89761d9472829776745d1f3e954ededfee04', '58839391bd003760a643b84ea6af9fe77abfc275cf6f8d923d48bfd10b4be2b5');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (40, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'comment.added', 'cmt_06h2esfiedqv30se8l7vujll3k', 'post_06h2esfie1okfcqt41olms53hg', 2, 'scheduled', 'Yes.', '', X'B918330F6C410B70BE32DBD81D44BC07', X'ABB5DAFD5713D3D075A3DEA85542FDDE', NULL, '["de4dd5ea0e6c3a2606791fc842d4a29e887845f5f5a0c23c69389cf335bdcec3","7329cdc56d011e3947ef5b439baf5c32ead4785779e1cf31ed7234cb1c89d70b",""]', '', '58839391bd003760a643b84ea6af9fe77abfc275cf6f8d923d48bfd10b4be2b5', '9f0a5a1158bef3ef2e8bcc90442c3f805d792c774360273b06a94c2dc79558ab');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (41, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'task.added', 'task_06h2esfiehsip78e7rqqsu75js', 'post_06h2esfie1okfcqt41olms53hg', 2, 'scheduled', 'A thumbnail', '', X'BD2AE46BC52AA2F340802B76F4744FA6', X'CA3557A5D1F7C6394CB7C9791E73F03F', NULL, '["692e59336305e8c2d89d407cd8ef87f2b012524cd68e3c68121c5f4d4c1886a2","a372e81377100cf573a244235eae4bf3b90fc76979162628761ca9ce8555ec02",""]', '', '9f0a5a1158bef3ef2e8bcc90442c3f805d792c774360273b06a94c2dc79558ab', 'ce016ef8f3f1960243a20fb8d5bca2e0fd515217b1dbadcc7f2aa313838c43ff');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (42, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'task.assigned', 'mem_2', 'post_06h2esfie1okfcqt41olms53hg', 2, 'scheduled', '', 'task_06h2esfiehsip78e7rqqsu75js', X'A1C843A29DA55DA2D16738FCF86E6C2F', NULL, X'69961BEFBA60D620262E1476097770C8', '["92208741b1a05eab183745564f2666fc7ae488b5a71bd6f5d376fd96c5504a29","","8a2eac0fdf36071aec89931369ae2b328781a6def8e0c505fcd52a356c6de870"]', '', 'ce016ef8f3f1960243a20fb8d5bca2e0fd515217b1dbadcc7f2aa313838c43ff', 'd60a2ddbd0654108133742aad84f1b043fd782ad65a2aa2c7f8825facfed83fe');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (43, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'field_note.added', 'fln_06h2esfielpfjf45oht4fmqlbc', 'post_06h2esficds293mgfpa32mfe20', 3, 'published', 'They ask for the price.', '', X'28278F0AD16D35FA4A533F40C4FD4BFF', X'121A8054CAF71E7FC6DF42BA7E499AC7', NULL, '["7200936fbd02a587f5cc74c8d7e788925911a221467ce7a3be4473ba5fd06b69","2617d5d637fb2ec196ebbdb158f00828903ad604cfeb36d09c4d181f3d0a543c",""]', '', 'd60a2ddbd0654108133742aad84f1b043fd782ad65a2aa2c7f8825facfed83fe', 'e80ddc1e857522545ea18dc282dff6298d7b0f8dcc18037aca350528ffe5460a');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (44, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'client_link.made', 'cli_06h2esfielss7b8q41mur9buc4', '', 0, '', '', '', X'B7F5FEE88582162AD61CF01B598A45D4', NULL, NULL, '["110bff34392f05c2b68e5b8d7a551583718f3dc01572ec5b5aecc197355ac545","",""]', '', 'e80ddc1e857522545ea18dc282dff6298d7b0f8dcc18037aca350528ffe5460a', 'e4b89f7ce9790c3943e8d282ecbb1349ed820eb8ebef8a61daa66c346e4aad76');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (45, 1795435201000, 'cal_1', '', 'cli_06h2esfielss7b8q41mur9buc4', 'mem_1', 'Cléo', 'client_link.opened', 'cli_06h2esfielss7b8q41mur9buc4', '', 0, '', '', 'by link, name declared', NULL, NULL, X'D3D1ABE1AA15C61039FEC418B9949249', '["","","f399a4cbc9c3f49220edeb2cd4bd1957e193473ea08d1be3f0c4f273f24acc00"]', '', 'e4b89f7ce9790c3943e8d282ecbb1349ed820eb8ebef8a61daa66c346e4aad76', '745c1db0b8b9e0075b079773017a7f00358e5755ed6431b15587650c1ed7027f');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (46, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.created', 'post_06h2esfieput32fc916s0ufcfc', 'post_06h2esfieput32fc916s0ufcfc', 1, 'idea', '', '', X'F2084378C95D5A62A52B890CEC9B0EE7', NULL, NULL, '["66291025d0763933eda5aab28a15ca60c503f553c3acb3391fa6a13f811b0858","",""]', '', '745c1db0b8b9e0075b079773017a7f00358e5755ed6431b15587650c1ed7027f', 'd27f32d823991d691c4ba0975a1e52e3b760ab40807bfe6a8dfb7a53b84f7963');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (47, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'campaign.updated', 'camp_1', '', 0, '', '', 'tighter: 15 characters in text hashtags alt_text, same day true', X'2906A25DBDB5CF9FDB21D54CF1130354', NULL, X'175B5FAD67759016E11B352C7F93FFE2', '["139ee21176492ca8412a77160554462a3c8a44e3a059b84c0e108d62c0a5a571","","08f466ca7856de7652a52c1d6f75bb59a2a2feb55e8784dc3a75626a66b8b443"]', '', 'd27f32d823991d691c4ba0975a1e52e3b760ab40807bfe6a8dfb7a53b84f7963', 'c69c1a1efeeba45b4c3208efa759bae3171c6abd4ade63df8b9426e4ccc64349');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (48, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'crisis.opened', 'cri_06h2esfiett292l9g869bt2co4', '', 0, '', 'a fire', 'severity serious; for mem_1', X'6797D43A7D535A1E6DB50313525956CA', X'8E64AEDF6ACD9EE24CF72EE3DBF338DA', X'A6ADDEB94344C18ADFCAC747C2BFF427', '["9f5f5c0a6c551c30d876c7a24c0b4c6e2fb9da98867da5217987d25fe3daf6cc","0c981e02bd2d1a59c9841ebe5ce347e316160b5eb26ee70204efb35a72c2db7e","6a8fba37a574a163deade8ce2f52308581efdcc3567e2b280fd989a1a8854c92"]', '', 'c69c1a1efeeba45b4c3208efa759bae3171c6abd4ade63df8b9426e4ccc64349', 'a2d29184b8ce30e9f5cc8e1b3147918c4ed8339e3708619d9515d98230dff19f');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (49, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'delegation.made', 'dgn_1', '', 0, '', 'away', 'for mem_2; in place of mem_1; from 2026-11-23T12:00:01Z until 2026-11-23T13:00:01Z', X'B1246A012B924E6D0FD317F71C35A692', X'057FE22B12AFA593C01DE170F560A5E7', X'B313C4FA5BA8157A504A819E3323DD1A', '["a3aaaebd89e372e2f75b1adb0992f2eeb3ce76c74b21e7ada34f7fa4fefd6e0c","63b51e0b8f3fea5db75ccd610d1e80c2f883424f4f554c057ed1a372149af1a8","6b4b018843f96935be28afa94db50a7c3bfc671d9b5e2a42bbe9bfd01f7ffd4d"]', '', 'a2d29184b8ce30e9f5cc8e1b3147918c4ed8339e3708619d9515d98230dff19f', 'a78c381ec599b0744467268dbd70c56eb3b5339a69d476395fec75c1a903c73e');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (50, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'pause.made', 'pau_06h2esfif1td943o3fjqqvss5c', '', 0, '', 'an accident', '', X'B77EB00EEEC6791E4F35D73B18A3CD5E', X'553F09C5CC5B2E34E31D92DCE920BBA5', NULL, '["b4f696a20263eea107c6b9aa354587b01057763166a7e28b6bc03251405ea77b","433d722f3dc7550d6e82f36471cfdddbd361fe075e16a8b6ee82a3140ba6e74d",""]', '', 'a78c381ec599b0744467268dbd70c56eb3b5339a69d476395fec75c1a903c73e', '727a66d20df043376ee2485eb67cc8471a014ac923c1624d75b50cf3a30bf659');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (51, 1795435261000, 'cal_1', 'mem_1', '', '', 'Inès', 'pause.updated', 'pau_06h2esfif1td943o3fjqqvss5c', '', 0, '', '', '', X'C51D4342FE583E064D4109B704733CEF', NULL, NULL, '["26a0842db742bf52dd96e605f15d597157147b09e1121e2f6b0ee116edcd93b5","",""]', '', '727a66d20df043376ee2485eb67cc8471a014ac923c1624d75b50cf3a30bf659', '16ab276b7f06554292fc84c1b594334231ed05c98a9aecb45c8ede1e26a88a6e');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (52, 1795435261000, 'cal_1', 'mem_1', '', '', 'Inès', 'hook.created', 'hook_1', '', 0, '', '', '', X'E29A3E0F202E67D42BB393D447D2E142', NULL, NULL, '["7145e1c5c953546abefed69a1b7d601ddbd4112946d0ea123a9577a24a9b7f57","",""]', '', '16ab276b7f06554292fc84c1b594334231ed05c98a9aecb45c8ede1e26a88a6e', 'a98aeaf62ab89043da4da4055a75a6958ee05557671d1513be4df1eb08e15278');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (53, 1795435261000, '', 'mem_1', 'chat_1', '', 'Inès', 'chat.linked', 'mem_1', '', 0, '', '', 'T1 U1', X'085C4242974DA60A03F81DE5BCA3FDD2', NULL, X'C8A565D9E41D5AF08E25ACDDF33FE787', '["4c4bded4097fb5e3edffd74589ea66043ae41088ac6644e88a03b5ba9d127232","","c4f22e2081e91942e6ce47f821059262cca3ff32fdae680d1f1467ea64638207"]', '', 'abceb7dee959f4be1359bb6474f71de7609040f8a6d6be253552a02a572812e6', 'ea90bdf78595b1f5c0ef8e6960faec6066e22c3af9b109c9814c4a3deda7fc44');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (54, 1795435261000, '', 'mem_1', '', '', 'Inès', 'wishes.updated', 'mem_1', '', 0, '', '', '', X'8AC711C33E6D13B73DBF89D74F1E108F', NULL, NULL, '["98941905f934d3b1b50a87a15c76602b0c7b5a008debda86507a51c8515b4643","",""]', '', 'ea90bdf78595b1f5c0ef8e6960faec6066e22c3af9b109c9814c4a3deda7fc44', 'd4c9d5c2b563808bb4a8e820dcf1ba698a069a9ef7acc3d9b6b0d3062dd0d4b9');
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
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2esfif9v1b9mtq4ugm3m9t8', 'email', 'news', '', 'mem_2', '', NULL, 'waiting', 1795435261000, 1795436161000, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2esfifhrk35r49m6q7livbc', 'email', 'duty', '', 'mem_2', '', NULL, 'sending', 1795435261000, 1795435441000, 1, 'test', 1795435441000, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2esfifhsjf7nl3c8m356h0o', 'email', 'alarm', '', 'mem_2', '', NULL, 'sending', 1795435261000, 1795435441000, 1, 'test', 1795435441000, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2esfifpoq9brr9u5p2ed3ak', 'email', 'invitation', '', NULL, 'grace@example.org', X'6B0F181B345B5D03590E180D020D1B041A52091919521E5E1B590E0F580A00611049250A060E4951492C190A080E494749270A050C1E0A0C0E4951490D1949474927020500495149031F1F1B185144441B0A191E1F020405450E130A061B070E441348180E08190E1F4947492E131B02190E182A1F4951495B5B5B5A465B5A465B5A3F5B5B515B5B515B5B3149474929124951492205A8C318494749280A070E050F0A19495149260A021804054947493F0E131F4951494916', 'waiting', 1795435261000, 1795435321000, 1, '', NULL, '{"Code":"mail_server","Message":"not yet","At":"2026-11-23T12:01:01Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2esfiftt6p44eb7snl259k0', 'email', 'daily', 'cal_1', 'mem_1', '', NULL, 'waiting', 1795435261000, 1795435261000, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2esfifttj7fpn1o0psaide8', 'email', 'daily', 'cal_1', 'mem_2', '', NULL, 'waiting', 1795435261000, 1795435261000, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2esfiftuir3nlrh2981ka4g', 'email', 'weekly', 'cal_1', 'mem_1', '', NULL, 'waiting', 1795435261000, 1795435261000, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
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
INSERT INTO dispatch_tries (dispatch_id, number, started_at, ended_at, verdict, code, message) VALUES ('dsp_06h2esfifhrk35r49m6q7livbc', 1, 1795435261000, NULL, '', '', '');
INSERT INTO dispatch_tries (dispatch_id, number, started_at, ended_at, verdict, code, message) VALUES ('dsp_06h2esfifhsjf7nl3c8m356h0o', 1, 1795435261000, NULL, '', '', '');
INSERT INTO dispatch_tries (dispatch_id, number, started_at, ended_at, verdict, code, message) VALUES ('dsp_06h2esfifpoq9brr9u5p2ed3ak', 1, 1795435261000, 1795435261000, 'later', 'mail_server', 'not yet');
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
INSERT INTO hooks (id, calendar_id, way, name, host, events, secrets, old_until, failing_since, disabled_at, why, created_at, version) VALUES ('hook_1', 'cal_1', 'slack', 'CMS', 'hooks.example.org', 'null', X'6B03040400345A6110493E3927495149031F1F1B185144440304040018450E130A061B070E4504190C44180E08190E1F494749380E08190E1F4951491C03180E0834403B44183C2A1C243B533C531B1F44021E18522E04521C0A1A390A19592112580009255F185C295E0320045649474924070F4951494947493F04000E05495149494749390404064951494916', NULL, NULL, NULL, '', 1795435261000, 1);
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
INSERT INTO tasks (seq, id, calendar_id, post_id, words, checklist, assignee_id, due_at, author, created_at, done, version) VALUES (1, 'task_06h2esfiehsip78e7rqqsu75js', 'cal_1', 'post_06h2esfie1okfcqt41olms53hg', 'A thumbnail', '', 'mem_2', 1795507200000, '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000, NULL, 1);
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
INSERT INTO field_notes (seq, id, calendar_id, post_id, author, words, created_at, edited_at, version) VALUES (1, 'fln_06h2esfielpfjf45oht4fmqlbc', 'cal_1', 'post_06h2esficds293mgfpa32mfe20', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'They ask for the price.', 1795435201000, NULL, 1);
CREATE INDEX field_notes_by_calendar ON field_notes (calendar_id, seq);
CREATE INDEX field_notes_by_post ON field_notes (post_id, seq);
CREATE TABLE field_note_tags (
    note_id TEXT NOT NULL REFERENCES field_notes (id),
    tag     TEXT NOT NULL,
    PRIMARY KEY (note_id, tag)
) STRICT;
INSERT INTO field_note_tags (note_id, tag) VALUES ('fln_06h2esfielpfjf45oht4fmqlbc', 'prix');
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
