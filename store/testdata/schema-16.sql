-- A database as schema 16 left it, with a few rows. It is never changed: databases like it are out there.

CREATE TABLE goose_db_version (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		version_id INTEGER NOT NULL,
		is_applied INTEGER NOT NULL,
		tstamp TIMESTAMP DEFAULT (datetime('now'))
	);
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (1, 0, 1, '2026-11-29 13:11:22');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (2, 1, 1, '2026-11-29 13:11:22');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (3, 2, 1, '2026-11-29 13:11:22');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (4, 3, 1, '2026-11-29 13:11:22');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (5, 4, 1, '2026-11-29 13:11:22');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (6, 5, 1, '2026-11-29 13:11:22');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (7, 6, 1, '2026-11-29 13:11:22');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (8, 7, 1, '2026-11-29 13:11:22');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (9, 8, 1, '2026-11-29 13:11:22');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (10, 9, 1, '2026-11-29 13:11:22');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (11, 10, 1, '2026-11-29 13:11:22');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (12, 11, 1, '2026-11-29 13:11:22');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (13, 12, 1, '2026-11-29 13:11:22');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (14, 13, 1, '2026-11-29 13:11:22');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (15, 14, 1, '2026-11-29 13:11:22');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (16, 15, 1, '2026-11-29 13:11:22');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (17, 16, 1, '2026-11-29 13:11:22');
CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO settings (name, value) VALUES ('file', '10494345 of 1795957882.927849857');
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
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2erk0i5pl14ubjis9dcbk94', 'cal_1', 'approved', 'published', 'published', NULL, NULL, '{"owner":"mem_1","planned":{"Local":"2026-11-23T13:00","Zone":"Europe/Paris","Fold":0}}', 3, 'mem_1', '{"Revision":3,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33"},"Accounts":{"chan_1":"account of chan_1"},"Times":{"chan_1":{"Local":"2026-11-23T13:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795435200000, 1795431600000, 1795435201000, 6, NULL, NULL, NULL);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2erk0k1sqn0o3r1900vhcjk', 'cal_1', 'in_review', 'in_review', 'rewritten', 'camp_1', NULL, '{"labels":["hiver"],"owner":"mem_1","planned":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0}}', 2, 'mem_1', '{"Revision":1,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"650525c899f0a9f13c1bae650b9aa4e924276efd67a6a2381567a7638dbbad59","chan_2":"16e2acb25f5c59ef18845982c372a1e30b6b664ff3b230011a3dd9d960ea2aef"},"Accounts":{"chan_1":"account of chan_1","chan_2":"account of chan_2"},"Times":{"chan_1":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0},"chan_2":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795593600000, 1795435201000, 1795435201000, 3, NULL, '{"Since":"2026-11-23T12:00:01Z"}', 1795507200000);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2erk0kpogr88r00qk1t85p8', 'cal_1', 'approved', 'scheduled', 'scheduled', NULL, 'pil_1', '{"brief":"un brief","notes":"une note","owner":"mem_1","planned":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}', 2, 'mem_1', '{"Revision":2,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"65780f7d8e3366dc9830aa7bf7b42561c2ad116032d9aca4c7cc6ecfd8389bbe"},"Accounts":{"chan_1":"account of chan_1"},"Times":{"chan_1":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795507200000, 1795435201000, 1795435201000, 3, NULL, '{"Since":"0001-01-01T00:00:00Z","Undo":{"By":"mem_1","At":"2026-11-23T12:00:01Z","Version":3,"Review":{"Since":"2026-11-23T12:00:01Z"},"Planned":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2erk0mps0jd0qrs0h26rl20', 'cal_1', 'idea', 'idea', 'an idea', NULL, NULL, '{"owner":"mem_1"}', 1, 'mem_1', NULL, NULL, NULL, 1795435201000, 1795435201000, 1, NULL, NULL, NULL);
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
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2erk0i5pl14ubjis9dcbk94', 1, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"052fbccf5ee9d03e6a6f92c51d88b1cac8a354f8e44697a0a255f09b035aabf7"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795431600000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2erk0i5pl14ubjis9dcbk94', 2, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":{"chan_1":{"Text":null,"Parts":["one","two"],"Media":null,"Link":null,"NoLink":false,"FirstComment":"","Options":null}}}', '{"chan_1":"35d075f33f88fe368f09efa8446c048a40bf07e1f0915dbcdd810cd498d5f604"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795431600000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2erk0i5pl14ubjis9dcbk94', 3, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":{"chan_1":{"Text":null,"Parts":["one","deux"],"Media":null,"Link":null,"NoLink":false,"FirstComment":"","Options":null}}}', '{"chan_1":"99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2erk0k1sqn0o3r1900vhcjk', 1, '{"Text":"rewritten","Language":"fr","Media":null,"Link":null,"Channels":["chan_1","chan_2"],"Variants":null}', '{"chan_1":"650525c899f0a9f13c1bae650b9aa4e924276efd67a6a2381567a7638dbbad59","chan_2":"16e2acb25f5c59ef18845982c372a1e30b6b664ff3b230011a3dd9d960ea2aef"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2erk0k1sqn0o3r1900vhcjk', 2, '{"Text":"rewritten since","Language":"fr","Media":null,"Link":null,"Channels":["chan_1","chan_2"],"Variants":null}', '{"chan_1":"0166a27046c1ad4520e03d9cac27d4281d98570f0c6b48bc1ac1a78c095384fa","chan_2":"dd3f30d95f283c4f09d07edaa63f4437c9838fbf3a8a62ecab5218b47a883b4d"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2erk0kpogr88r00qk1t85p8', 1, '{"Text":"scheduled","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"89359b91d713f99270d1c4ec89607507ff0bd5ea9a7bfa08452a3b0800654a5f"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2erk0kpogr88r00qk1t85p8', 2, '{"Text":"Un été de lumière https://maison.example","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"65780f7d8e3366dc9830aa7bf7b42561c2ad116032d9aca4c7cc6ecfd8389bbe"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2erk0mps0jd0qrs0h26rl20', 1, '{"Text":"","Language":"","Media":null,"Link":null,"Channels":null,"Variants":null}', '{}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
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
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2erk0i5pp91dlgedsv18vfs', 'post_06h2erk0i5pl14ubjis9dcbk94', 'cal_1', 'chan_1', 'on chan_1', 'published', 1795435200000, 1800000, NULL, 2, '35d075f33f88fe368f09efa8446c048a40bf07e1f0915dbcdd810cd498d5f604', 2, '', NULL, 0, 'null', 0, 0, 0, 'null', 1795435200100, NULL, 1795348800000, 3, '99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33');
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2erk0k1str5blb478vu3q2o', 'post_06h2erk0k1sqn0o3r1900vhcjk', 'cal_1', 'chan_1', 'on chan_1', 'planned', 1795593600000, 1800000, NULL, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795507200000, 0, '');
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2erk0k1su143tl894vqu3j0', 'post_06h2erk0k1sqn0o3r1900vhcjk', 'cal_1', 'chan_2', 'on chan_2', 'planned', 1795593600000, 1800000, NULL, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795507200000, 0, '');
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2erk0kpoj5acvg86dkk4rbo', 'post_06h2erk0kpogr88r00qk1t85p8', 'cal_1', 'chan_1', 'on chan_1', 'scheduled', 1795507200000, 1800000, 1795507200000, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795420800000, 0, '');
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
INSERT INTO pauses (id, calendar_id, scope, scope_id, reason, made_by, from_at, until_at, version) VALUES ('pau_06h2erk0n1t456q48t37l9m6ek', 'cal_1', 'channel', 'chan_2', 'an accident', '{"Member":"","Name":"","Token":"","Maker":"","Language":"","May":null}', 1795435201000, 1795435261000, 2);
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
INSERT INTO parts (delivery_id, number, kind, state, key, key_at, first_heard_at, last_heard_at, attempts, prepared, prepared_at, remote_id, url, token, sent_at, shows, asked, edited_at) VALUES ('dlv_06h2erk0i5pp91dlgedsv18vfs', 0, 'post', 'published', 'key_06h2erk0iptrj36l7j5p60eitc', 1795435200000, 1795435200000, 1795435200000, 1, NULL, NULL, '1', 'https://wall.example/1', 't', 1795435200100, 3, 3, NULL);
INSERT INTO parts (delivery_id, number, kind, state, key, key_at, first_heard_at, last_heard_at, attempts, prepared, prepared_at, remote_id, url, token, sent_at, shows, asked, edited_at) VALUES ('dlv_06h2erk0i5pp91dlgedsv18vfs', 1, 'post', 'published', 'key_06h2erk0ipts3cjptbbh0hcl1o', 1795435201000, 1795435201000, 1795435201000, 1, NULL, NULL, '2', 'https://wall.example/2', '', 1795435201100, 3, 3, 1795435201000);
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
INSERT INTO attempts (delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message) VALUES ('dlv_06h2erk0i5pp91dlgedsv18vfs', 1, 'send', 0, 'key_06h2erk0iptrj36l7j5p60eitc', 2, 'daemon', 1795435200000, 1795435200100, 'done', '', '');
INSERT INTO attempts (delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message) VALUES ('dlv_06h2erk0i5pp91dlgedsv18vfs', 2, 'send', 1, 'key_06h2erk0ipts3cjptbbh0hcl1o', 2, 'daemon', 1795435201000, 1795435201100, 'done', '', '');
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
INSERT INTO post_links (url, post_id) VALUES ('https://maison.example', 'post_06h2erk0kpogr88r00qk1t85p8');
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
INSERT INTO acts (id, delivery_id, kind, revision, hash, made_by, made_at, state, next_at, part, left_over, attempt, tries, holder, lease_until, trouble, ended_at) VALUES ('act_06h2erk0jhtcr6flkvq98umtk8', 'dlv_06h2erk0i5pp91dlgedsv18vfs', 'edit', 3, '99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000, 'done', NULL, 1, 0, 1, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', 1795435201000);
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
INSERT INTO comments (seq, id, calendar_id, post_id, thread_id, author_id, author, words, client, anchor, suggestion, created_at, edited_at, removed_at, resolved, version) VALUES (1, 'cmt_06h2erk0m5uk7299d5r953b748', 'cal_1', 'post_06h2erk0kpogr88r00qk1t85p8', 'cmt_06h2erk0m5uk7299d5r953b748', 'mem_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'Hm.', 0, '{"Channel":"","Part":0,"Revision":2,"Start":3,"End":6,"Quote":"été"}', '{"Text":"hiver","State":"open","By":{"Member":"","Name":"","Token":"","Maker":"","Language":"","May":null},"At":"0001-01-01T00:00:00Z","Note":"","Revision":0}', 1795435201000, NULL, NULL, NULL, 1);
INSERT INTO comments (seq, id, calendar_id, post_id, thread_id, author_id, author, words, client, anchor, suggestion, created_at, edited_at, removed_at, resolved, version) VALUES (2, 'cmt_06h2erk0m9tvlcm4nilpitam6c', 'cal_1', 'post_06h2erk0kpogr88r00qk1t85p8', 'cmt_06h2erk0m5uk7299d5r953b748', 'mem_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'Yes.', 0, NULL, NULL, 1795435201000, NULL, NULL, NULL, 1);
CREATE INDEX comments_by_post ON comments (post_id, seq);
CREATE INDEX comments_by_calendar ON comments (calendar_id, seq);
CREATE TABLE comment_mentions (
    comment_id TEXT NOT NULL REFERENCES comments (id),
    member_id  TEXT NOT NULL REFERENCES members (id),
    PRIMARY KEY (comment_id, member_id)
) STRICT;
INSERT INTO comment_mentions (comment_id, member_id) VALUES ('cmt_06h2erk0m5uk7299d5r953b748', 'mem_2');
CREATE INDEX comment_mentions_by_member ON comment_mentions (member_id, comment_id);
CREATE TABLE comments_read (
    member_id TEXT NOT NULL REFERENCES members (id),
    post_id   TEXT NOT NULL REFERENCES posts (id),
    seq       INTEGER NOT NULL,
    PRIMARY KEY (member_id, post_id)
) STRICT;
INSERT INTO comments_read (member_id, post_id, seq) VALUES ('mem_2', 'post_06h2erk0kpogr88r00qk1t85p8', 1);
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
INSERT INTO working_copies (member_id, post_id, edit, base, revision, started, made_at, saved_at, version) VALUES ('mem_1', 'post_06h2erk0kpogr88r00qk1t85p8', '{"text":"not saved"}', '', 2, '"tag.1"', 1795435201000, 1795435201000, 1795435201000);
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
    read_at     INTEGER, dispatch_id TEXT,
    PRIMARY KEY (member_id, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_1', 22, 'cal_1', 'news', 1795435261000, NULL, NULL);
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_1', 27, 'cal_1', 'news', 1795435261000, NULL, NULL);
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_2', 5, 'cal_1', 'news', 1795435261000, NULL, 'dsp_06h2erk0ndrk197d3a4iid01as');
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_2', 38, 'cal_1', 'duty', 1795435261000, NULL, 'dsp_06h2erk0nloa70fkb3ojfotrk0');
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_2', 46, 'cal_1', 'alarm', 1795435261000, NULL, 'dsp_06h2erk0nlpor76v5iluha5o74');
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at, dispatch_id) VALUES ('mem_2', 47, 'cal_1', 'alarm', 1795435261000, NULL, 'dsp_06h2erk0nlpor76v5iluha5o74');
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
INSERT INTO client_links (id, calendar_id, campaign_id, for_whom, email, member_id, language, approves, made_by, maker_id, secret, created_at, expires_at, revoked_at, name, code, code_ends, code_failed, version) VALUES ('cli_06h2erk0mhus30edq0n74udc0c', 'cal_1', '', 'Cléo', '', NULL, 'fr', 1, '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"","May":null}', 'mem_1', X'636C69656E742773206C696E6B', 1795435201000, NULL, NULL, 'Cléo', NULL, NULL, 0, 2);
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
INSERT INTO client_visits (id, link_id, secret, name, proof, created_at, expires_at) VALUES ('vis_06h2erk0mls4f7gcmv1oolo5p4', 'cli_06h2erk0mhus30edq0n74udc0c', X'636C69656E742773207669736974', 'Cléo', 'name_declared', 1795435201000, 1798027201000);
CREATE INDEX client_visits_by_link ON client_visits (link_id);
CREATE TABLE client_seen (
    link_id  TEXT NOT NULL REFERENCES client_links (id),
    post_id  TEXT NOT NULL REFERENCES posts (id),
    revision INTEGER NOT NULL,
    before   INTEGER NOT NULL CHECK (before < revision),
    PRIMARY KEY (link_id, post_id)
) STRICT;
INSERT INTO client_seen (link_id, post_id, revision, before) VALUES ('cli_06h2erk0mhus30edq0n74udc0c', 'post_06h2erk0kpogr88r00qk1t85p8', 2, 0);
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
INSERT INTO crises (id, calendar_id, severity, reason, opened_by, opened_at, statement_id, points, closed_at, closed_by, review, first_line, last_line, version) VALUES ('cri_06h2erk0mtsu7duermo3lt570s', 'cal_1', 'serious', 'a fire', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000, NULL, '', NULL, NULL, '', 44, 0, 1);
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
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (1, 1795435200000, '', 'mem_1', '', '', 'Inès', 'member.added', 'mem_1', '', 0, '', '', '', X'7EFE0DC4FB41893BAF3738A925C69B59', NULL, NULL, '["a9107dbf12a1ffbbd3a24e8b3726b9abd246a95cd95cef60d6fa06504fa16834","",""]', '', '', '4d48d6eab894aa34d9b4c4c763d14b07289d8bed5c8494a3e0a01e00e8ffbc3c');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (2, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'calendar.created', 'cal_1', '', 0, '', '', '', X'5B84C8F9DCA33FC50BC4C612B339438C', NULL, NULL, '["ea42d5cdf9e3ba8be52e1a65de0e63c562ea5850c39a828cfe6c08c4f6b2ed18","",""]', '', '', 'a389bd5804cdbf0e4a2142199a77b43e1b31324ef827ef3cdf5f0c58c1701791');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (3, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'channel.connected', 'chan_1', '', 0, '', '', '', X'6D7B4FA3CC893941878C296633429946', NULL, NULL, '["bd3f00a6597160e4bda3b678a9194b5e2a1ce62c4d4b35a9ffbbfacf6686b917","",""]', '', 'a389bd5804cdbf0e4a2142199a77b43e1b31324ef827ef3cdf5f0c58c1701791', '4b56db4692fbc6fd853e2d89f574037cefc501cb36f0c258b43d77298cc3c313');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (4, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'channel.connected', 'chan_2', '', 0, '', '', '', X'25DE7D85019AD95E652256D286F78E6B', NULL, NULL, '["06194aa332d9204eef27881392043065e5acf1bddf9b3538ddeaf53d305a4652","",""]', '', '4b56db4692fbc6fd853e2d89f574037cefc501cb36f0c258b43d77298cc3c313', '0b8435e79b4c873a8ef3ee21b76982752e4b91cd36f71f00b25e837c8396343e');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (5, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'member.added', 'mem_2', '', 0, '', '', 'cal_1: none → editor viewer', X'EB19493ABEC071D4FFB53D67CCE01973', NULL, X'ED3A1B1290C34B432C7244A81F7CC90B', '["5c75078ac218b8163756ea43bd37b00c056c05f1c7cb5ff163f0dbd489fe3c4c","","b97bd2a174855bbd9b17d90b236d978111b10654bb63b235d5a9790431a2a8a4"]', '', '0b8435e79b4c873a8ef3ee21b76982752e4b91cd36f71f00b25e837c8396343e', 'bafceeb97bdbba4d6b103b1b662eb761bb877fe072b192acf0b19a3a36a7506d');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (6, 1795435200000, '', 'mem_1', '', '', 'Inès', 'token.created', 'tok_1', '', 0, '', '', '', X'23D5F6CD18C8E3C9E2532E1C81E7E751', NULL, NULL, '["f1fb3bef009ff9ba2454dd21c165cb6e4377dd9082beac786013b54330163447","",""]', '', '4d48d6eab894aa34d9b4c4c763d14b07289d8bed5c8494a3e0a01e00e8ffbc3c', 'cc40fd195800cd9b18a1aaaf39adddee54e260cb2dc84b1086adac1dad37ceb5');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (7, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'channel.updated', 'chan_1', '', 0, '', '', '', X'2AFDEB3BE3B32E39335BB45A754C6615', NULL, NULL, '["b0c8b2a46d3515f871c6d500d62cb6986498047cd98568878b9b20236dd42a2c","",""]', '', 'bafceeb97bdbba4d6b103b1b662eb761bb877fe072b192acf0b19a3a36a7506d', 'c10f5945b842478e0ff90fb683301f1ed0f62eb0b13bf30bef19e93faa0cadfc');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (8, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'campaign.created', 'camp_1', '', 0, '', '', '', X'6D157292C10BAFF27159D64DDC97621F', NULL, NULL, '["3b604d36386fda210749c7559e2faea833012da1c8bbe0315bea73515cd76588","",""]', '', 'c10f5945b842478e0ff90fb683301f1ed0f62eb0b13bf30bef19e93faa0cadfc', '869038fc5ad1161ba167ce9cf039aeb107caddc3bda13216050e7817b3c97a6e');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (9, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'pillar.created', 'pil_1', '', 0, '', '', '', X'8D67BB24136F8B20B07DD3BA01BD8A1B', NULL, NULL, '["de5d28e3c211a2c182f12eb50f696a51916ea1e7bb423e65b8e7459dbcae29ec","",""]', '', '869038fc5ad1161ba167ce9cf039aeb107caddc3bda13216050e7817b3c97a6e', '9398ce134fdc05ddc807ee49c43ee94b217852b2c17f136f482d027013138c36');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (10, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'media.added', 'med_1', '', 0, '', '', '', X'2BCE8E2C3B8A48F048BFB7E00F21FBC0', NULL, NULL, '["3a302a7af95e15901981f5d1604322df73219daf044c98f1ac6142581103e328","",""]', '', '9398ce134fdc05ddc807ee49c43ee94b217852b2c17f136f482d027013138c36', '7016c5513c6b68a8732a6299f8a167bd1163f71d0747ceff6a3af620bad2a12c');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (11, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'role.created', 'role_1', '', 0, '', '', '', X'4980652DD0A1B0004AC58158EF524992', NULL, NULL, '["197b7c1c0f49ac0e92d2386281449a99d8052a18d988534b0a506aa4de848c1c","",""]', '', '7016c5513c6b68a8732a6299f8a167bd1163f71d0747ceff6a3af620bad2a12c', '3362a4693b08a592428d2fcc6c8d30b95aab0b04a3045bacd92b7623c6f55834');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (12, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'member.added', 'mem_3', '', 0, '', '', 'cal_1: none → role_1', X'C8C0FA128892961112C0808D3ACCC34B', NULL, X'B2D7EAD64CE761F11EA397535E967BD4', '["7130397f570dfcf9a94997d4769f4fa12fb5ad0d4c916d16807faee4303dad4e","","e17d789e3afb0598a2ccbac05f6eb9ed62adc3f2b51301691f92a3965e3cc6ae"]', '', '3362a4693b08a592428d2fcc6c8d30b95aab0b04a3045bacd92b7623c6f55834', 'bde55df16d63eb384be69ca7fee5a6d82668fdeba213a28b54ee3cd7a898c8dc');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (13, 1795435200000, '', 'mem_1', '', '', 'Inès', 'session.started', 'ses_1', '', 0, '', '', '192.0.2.0/24', X'A71B386BE96B4918D3A4DB94CF8A973B', NULL, X'E86751875064F29322C72897440D2816', '["c39666a787368406164dfaf459e4887c8a1058e0b2de99a44c39076d56a6a9f8","","ba3679dbc8065fd59f0c83bb22c5cf16f299dd0a87f997c32048c4bd89d1d0c4"]', '', 'cc40fd195800cd9b18a1aaaf39adddee54e260cb2dc84b1086adac1dad37ceb5', '5bb793913ec5af2a3c2037dbf945a65d9986d6b09380169eafd88f072ef15491');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (14, 1795435200000, '', 'mem_2', 'ses_2', '', 'Karim', 'identity.linked', 'mem_2', '', 0, '', '', 'https://id.example', X'CE02943EA224F29D6BF0B57513760A8E', NULL, X'CCC6F3081BE1DBED06A10387CEB93D21', '["f0c56a400d0443c268c9f224dc6b11db86d85e1a0ad68e5930a41f01c70302aa","","396cdfb7ebbf2db2ca2c22556174816acb01fe8f9db28b764622f9148a9685d9"]', '', '5bb793913ec5af2a3c2037dbf945a65d9986d6b09380169eafd88f072ef15491', '2f7af840c7c4e3091988c0945dde57ec2d3d7e66bac99e9e91b135077608b644');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (15, 1795435200000, '', 'mem_2', 'ses_2', '', 'Karim', 'session.started', 'ses_2', '', 0, '', '', '', X'45B6E8BFDD975398C5A05A251AB2F1BD', NULL, NULL, '["843490c88b6d27c98c3591ff597c90ddfa4ea472deff1a2f5045484693429fad","",""]', '', '2f7af840c7c4e3091988c0945dde57ec2d3d7e66bac99e9e91b135077608b644', '81b117f736502d498939d247cfb4be5c38a7a02b951793b3a36c3817d772c04c');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (16, 1795435200000, 'cal_1', 'mem_1', '', '', 'Inès', 'invitation.made', 'inv_1', '', 0, '', '', '', X'9CFF0D16A11E1EC221C52186BCD7E997', NULL, NULL, '["c23825ee5331c2c6e1e547bf84dc238d42c06ae224c5d31105304bec6d311b38","",""]', '', 'bde55df16d63eb384be69ca7fee5a6d82668fdeba213a28b54ee3cd7a898c8dc', 'd750d655fa962442745b06bbea72730f8f08098f9ac19e1d413b6f4eb87e677c');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (17, 1795435200000, '', 'mem_1', '', '', 'Inès', 'reset.made', 'mem_2', '', 0, '', '', '', X'F63E071F5EB115EA10AE08E466BC30C7', NULL, NULL, '["d52dfa6de7dc445ff46ba03c1d775c0116b05fb1956da24ee775c4a6e17312a7","",""]', '', '81b117f736502d498939d247cfb4be5c38a7a02b951793b3a36c3817d772c04c', '81200592e018236217823824b57f49cad5279ecec878d6b517c1edecd769f652');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (18, 1795431600000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.created', 'post_06h2erk0i5pl14ubjis9dcbk94', 'post_06h2erk0i5pl14ubjis9dcbk94', 1, 'draft', '', '', X'48C90B1478AE957915990049C5D6C241', NULL, NULL, '["b0a88005be42192f4d208dd19dd3a9811a307058f13682af066db635055ee26c","",""]', '', 'd750d655fa962442745b06bbea72730f8f08098f9ac19e1d413b6f4eb87e677c', 'aaeda3d993d7c4f7fa16d547095448d26ccff915afc69a3b9f0a567fccd95f2e');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (19, 1795431600000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.revised', 'post_06h2erk0i5pl14ubjis9dcbk94', 'post_06h2erk0i5pl14ubjis9dcbk94', 2, 'draft', '', '', X'4A015EB640EDBC9A7903F246CD138069', NULL, NULL, '["7cb8469101a28e8deaf02e69b07988e770e683c3e4e26204d955159d73f9f544","",""]', '', 'aaeda3d993d7c4f7fa16d547095448d26ccff915afc69a3b9f0a567fccd95f2e', '6ceb51ce09def828da710c632551d98ed972f89baef07d43e15835e7f85dc057');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (20, 1795431600000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.submitted', 'post_06h2erk0i5pl14ubjis9dcbk94', 'post_06h2erk0i5pl14ubjis9dcbk94', 2, 'scheduled', 'a note', '', X'F79792870D942BF5E9786E98ED2F13FE', X'BD0AACA946CD1FC433165007B8C8F57C', NULL, '["aac0d2e5991fbc3a93eba699769d5839122976a84e1b9b5744a56f3ee0388bc1","3dfccf9ab72e21cf1a6272d224692453ccae35f3c7a177c117b55562827cefaf",""]', '', '6ceb51ce09def828da710c632551d98ed972f89baef07d43e15835e7f85dc057', '4bf114970617d8f803228f92f6afd67587e967663cf067e9e2897519bbd16253');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (21, 1795431600000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approved', 'post_06h2erk0i5pl14ubjis9dcbk94', 'post_06h2erk0i5pl14ubjis9dcbk94', 2, 'scheduled', 'a note', '', X'8150B6060E713460CEE7660AE0C7A764', X'CE86BD9548FF4A04658EC29E76543670', NULL, '["b839fa99cab9bdf1b728f94db515eb982bd7ce55bb63e2fa4399611b729ab6ff","c4cc5388d2896640e917a1dd7c4d77f676447e3a03640216248504fecd4f4a55",""]', '', '4bf114970617d8f803228f92f6afd67587e967663cf067e9e2897519bbd16253', 'bf08483a857a7dacb0cd6586460afeaf87bb1cacb4c3d52fbd0da0933f72a051');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (22, 1795435201100, 'cal_1', '', '', '', 'parution', 'delivery.published', 'dlv_06h2erk0i5pp91dlgedsv18vfs', 'post_06h2erk0i5pl14ubjis9dcbk94', 2, 'published', '', '', NULL, NULL, NULL, '["","",""]', '', 'bf08483a857a7dacb0cd6586460afeaf87bb1cacb4c3d52fbd0da0933f72a051', 'fa1e6470ab9594c25a59a743c2990e2b2cad229a65208fa70da7a0b8e114b0a6');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (23, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.revised', 'post_06h2erk0i5pl14ubjis9dcbk94', 'post_06h2erk0i5pl14ubjis9dcbk94', 3, 'published', '', '', X'DF5CEAE783AEAD5388785705C21DFFF8', NULL, NULL, '["6ce272a025b5255e2da68f356de41f091b505d3d617df2be94993f41cfe79650","",""]', '', 'fa1e6470ab9594c25a59a743c2990e2b2cad229a65208fa70da7a0b8e114b0a6', '1c7af9c1578b2d21c88c84e771d2d9c55faa6c1d8ac4322864e4f5ff9fe6d20a');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (24, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approval_lost', 'post_06h2erk0i5pl14ubjis9dcbk94', 'post_06h2erk0i5pl14ubjis9dcbk94', 3, 'published', '', 'for mem_1 mem_3', X'E5132F87262AD0196986F19B68EE732F', NULL, X'3790B8E0127386422E080B7DAD01ADC3', '["1bb0ab4746c6eed9e3b38beff17269655f3d97f3a7295cf4ef0603c488220190","","ccaa8bd041ca9a23a949e8c79b5d20d09030e25ee20b83fedc0b327e7a4b33ba"]', '', '1c7af9c1578b2d21c88c84e771d2d9c55faa6c1d8ac4322864e4f5ff9fe6d20a', '2e8dd2860ceeaacb590bf5e920d5d45e3062f825aab0aa0c107ee901ce46b80d');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (25, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approved', 'post_06h2erk0i5pl14ubjis9dcbk94', 'post_06h2erk0i5pl14ubjis9dcbk94', 3, 'published', 'a note', '', X'2372F18C948FA5AC86EB36DD5C34792B', X'0120BE098871119F9AE9FB02909AF0BC', NULL, '["e4984f53f7a2a8efaf02014a85a8b2c9099382766f0400703dab9204786cbc48","584a660294e9b0de2832cb69f9e4218c82cc0398bf9ef6ab00973f5f1b3915ba",""]', '', '2e8dd2860ceeaacb590bf5e920d5d45e3062f825aab0aa0c107ee901ce46b80d', 'ea3662ff693d62d931d6d6807421940353fbc5ca0c6a1b94762395a495dff7c4');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (26, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'delivery.edit_live', 'dlv_06h2erk0i5pp91dlgedsv18vfs', 'post_06h2erk0i5pl14ubjis9dcbk94', 3, 'published', 'a typo', '', X'A6E29C80EB20B35686BB69E2E7C20C15', X'2278837859A295AC4A82D11D7149AFC8', NULL, '["1c87a3841ce71ed5c31526509911dd39cec172484b8d7b9cd5341fce7ff0da71","c6df7fd32f21358c3560ea3b805032abdefbcf21e748f189bcd02e46ef3c75d1",""]', '', 'ea3662ff693d62d931d6d6807421940353fbc5ca0c6a1b94762395a495dff7c4', '670e726c92a64bc282512d79017fbd466e294c35895ebbde74be53865bedb95e');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (27, 1795435201000, 'cal_1', '', '', '', 'parution', 'delivery.edited', 'dlv_06h2erk0i5pp91dlgedsv18vfs', 'post_06h2erk0i5pl14ubjis9dcbk94', 3, 'published', '', '', NULL, NULL, NULL, '["","",""]', '', '670e726c92a64bc282512d79017fbd466e294c35895ebbde74be53865bedb95e', '64df8032bc8ed1e0471c137b876d9ab8ffff1a3a409910aa1174ed9c8e3c667f');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (28, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.created', 'post_06h2erk0k1sqn0o3r1900vhcjk', 'post_06h2erk0k1sqn0o3r1900vhcjk', 1, 'draft', '', '', X'F1349AA067047BF1546F29A5F543BD88', NULL, NULL, '["5f3e8ba8c2ba6cb71609c04ff0d06173d11bf04bed6a84ead2f1641c1402c2c9","",""]', '', '64df8032bc8ed1e0471c137b876d9ab8ffff1a3a409910aa1174ed9c8e3c667f', '525aa0310ba37ed7ffe7bffad2b373e8ece850feb1a3e4e07d51e7d9961dfd93');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (29, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.submitted', 'post_06h2erk0k1sqn0o3r1900vhcjk', 'post_06h2erk0k1sqn0o3r1900vhcjk', 1, 'scheduled', 'a note', '', X'41FCEAB998316F5C95EBECEC88FDF335', X'58C3E9E5C24738C37C9D3E1985C9587D', NULL, '["1ea0c6a0b93aac55aff227a4eb4b67ec9547c2c5dafe7c75762c810abba26868","21235de928295ac6c10b5ab32f933e01c00e18f19f34f721f75e7ee571026ad5",""]', '', '525aa0310ba37ed7ffe7bffad2b373e8ece850feb1a3e4e07d51e7d9961dfd93', '23eba4cddac9eac0fad2ce3e58fc03042ed6f65e698852cd47724afa1b17ce91');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (30, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approved', 'post_06h2erk0k1sqn0o3r1900vhcjk', 'post_06h2erk0k1sqn0o3r1900vhcjk', 1, 'scheduled', 'a note', '', X'3BEC70443D2F66CE8410687E2EA093E4', X'B2EE7A3BA2208A401D31D7F8DA85B784', NULL, '["534a9cbf50e9a3ae2dae47f52e1e5973d09a86e0745ba7ec74d70994a15d110e","aacda15b2051f6ecd4471fb6118dfcd391103caf28309d113395af4859f7f012",""]', '', '23eba4cddac9eac0fad2ce3e58fc03042ed6f65e698852cd47724afa1b17ce91', '414688c0aca9af75c4f97483e0968cd98bb493a930db823b7b71b32bf15e2c46');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (31, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.revised', 'post_06h2erk0k1sqn0o3r1900vhcjk', 'post_06h2erk0k1sqn0o3r1900vhcjk', 2, 'in_review', '', '', X'88BE659710634DBF0CD4F88148EF725D', NULL, NULL, '["61d1695c11e1f1b54fb2e5cf3dd30a516bf39669bb2242b4f802aae4077a4e7b","",""]', '', '414688c0aca9af75c4f97483e0968cd98bb493a930db823b7b71b32bf15e2c46', 'c785f7877def1ce10b78ae39c13a7bebfc219556ebbaf65aafade71b5fde4041');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (32, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approval_lost', 'post_06h2erk0k1sqn0o3r1900vhcjk', 'post_06h2erk0k1sqn0o3r1900vhcjk', 2, 'in_review', '', 'for mem_1 mem_3; by 2026-11-25T04:00:00Z', X'E6D9F31A08AB72EE0FEA6E26EB13E8AF', NULL, X'B8FE1FDF5B657CC06259F63CEE7D7F9A', '["e88165346bd1108720aef08695d4c8a4714476f3047e072d193f6e8d4b527e76","","0a51ecd6d0f3c928b1753aff8df27dfecf0dd2fc3fe3d885e255949ffd03ede7"]', '', 'c785f7877def1ce10b78ae39c13a7bebfc219556ebbaf65aafade71b5fde4041', '8d02ce04dce69992f89152d882eee8a7a9c4f8978e8add00d9de165e1efd820b');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (33, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.created', 'post_06h2erk0kpogr88r00qk1t85p8', 'post_06h2erk0kpogr88r00qk1t85p8', 1, 'draft', '', '', X'9B8207202F81EEA70C4CF48392D491D1', NULL, NULL, '["b858b9e03164d098d365d1ad2faa428f0326854f602c1767ca4924d36ca94147","",""]', '', '8d02ce04dce69992f89152d882eee8a7a9c4f8978e8add00d9de165e1efd820b', '7bbb7cf74ef0ac6cfc4991cca91c3970ec320c562a6e9674f57af97ed95d5513');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (34, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.revised', 'post_06h2erk0kpogr88r00qk1t85p8', 'post_06h2erk0kpogr88r00qk1t85p8', 2, 'draft', '', '', X'E3D27FC1780DFEADB7E582480231A5A5', NULL, NULL, '["4e73fa1b0afa17b7c59ed5fab9c77a7551b9ec1315503339634efc16e9d135a1","",""]', '', '7bbb7cf74ef0ac6cfc4991cca91c3970ec320c562a6e9674f57af97ed95d5513', '3b978c02637861579b998f2e9e5ab5ec5dae7df7fe8bf820c4de77bb94ca97e3');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (35, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.submitted', 'post_06h2erk0kpogr88r00qk1t85p8', 'post_06h2erk0kpogr88r00qk1t85p8', 2, 'scheduled', 'a note', '', X'73F945C3B04A3F8A6A222AAB9D43E869', X'343081EC0B9D0078EE507E7075F999A7', NULL, '["6e2f5bd1b3f31a2c160d4f2ec3af04e3b403f58457205566e4d96d06bd7ef82a","40cb6069b294827e62e90066fee2f031ea380cb5417e6a5fc4715e90dad0287a",""]', '', '3b978c02637861579b998f2e9e5ab5ec5dae7df7fe8bf820c4de77bb94ca97e3', 'af7d4ebb411bb241f783182d4cb771927e0a224f81bf3f704dfde0a4bf5834b0');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (36, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.approved', 'post_06h2erk0kpogr88r00qk1t85p8', 'post_06h2erk0kpogr88r00qk1t85p8', 2, 'scheduled', 'a note', '', X'3414CCA3454E40895A1D624D3A2749C8', X'E910D31A70BD6A981E8C2D12008CEE32', NULL, '["c3c352a789aab98beea4662f00cbf1355b5b3a8b0aa84c5f3161a21bb94d9c4d","feb4f49b08bb6b0b855800ab94f1cd65cdba38b0299a59ef16c882806ff1fcb4",""]', '', 'af7d4ebb411bb241f783182d4cb771927e0a224f81bf3f704dfde0a4bf5834b0', 'f8ec078a0538cde44aa748a2f5745e3dc6798be981f0dacb44b297d8a8cca30f');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (37, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'comment.added', 'cmt_06h2erk0m5uk7299d5r953b748', 'post_06h2erk0kpogr88r00qk1t85p8', 2, 'scheduled', 'Hm.', '', X'0AB8AE20790A250035ED0A9083064483', X'B78F7D6C4E6C3721BBE290581CCF76A1', NULL, '["1a457e872b0df0bc106588fec77267cf721e1ff9db72108c19d882f9259898d4","1ae6c310ab95b771e135195a0626939a978b3979dabb4175fa9f667b3c81983a",""]', '', 'f8ec078a0538cde44aa748a2f5745e3dc6798be981f0dacb44b297d8a8cca30f', '77e92f62cad4ed04defd76ab762263fc8196d03bf246e78a27d9c99d8b4bef0c');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (38, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'comment.mentioned', 'mem_2', 'post_06h2erk0kpogr88r00qk1t85p8', 2, 'scheduled', '', 'cmt_06h2erk0m5uk7299d5r953b748', X'799A857AA97AE61224C27E4025204F27', NULL, X'A2C83A88D38BED5630E2536101D4D7D1', '["36ded7b279403996eb0559754a8154c29f6207232388f215084271d1872206fe","","3013eece2c329784073647381a21801a8c460de5b27d96a1bd52cb0cc73c824c"]', '', '77e92f62cad4ed04defd76ab762263fc8196d03bf246e78a27d9c99d8b4bef0c', '6cb00023c1db9558633d137e2b67942b410b1462edb634a3786fa04e8595b534');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (39, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'comment.added', 'cmt_06h2erk0m9tvlcm4nilpitam6c', 'post_06h2erk0kpogr88r00qk1t85p8', 2, 'scheduled', 'Yes.', '', X'9FB9C8F33387FACF27F516E0C50B89F5', X'07216D910246547D5BBA2F61C3E5912C', NULL, '["b1b30351d5f49c2d4ccecf74fa6b81046a3dc5e750c9234c2155b38f6daf3261","86a19ba52b15f7821866308e1dda949325e22bd58c555fdc09062c1c60a69d53",""]', '', '6cb00023c1db9558633d137e2b67942b410b1462edb634a3786fa04e8595b534', '94e2bebd9d79b6500ae22c194af9b314255509aa69f10359d775a92db8df5c4d');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (40, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'client_link.made', 'cli_06h2erk0mhus30edq0n74udc0c', '', 0, '', '', '', X'A2A3CB535FC182BE25C3AC8C684B4BF2', NULL, NULL, '["66dd35180496a0906fe1cf4384eb7efcb48ca4fc6fb219492dcd4559a6eca2f3","",""]', '', '94e2bebd9d79b6500ae22c194af9b314255509aa69f10359d775a92db8df5c4d', '039200d5f8b9dfc024b4dc278394ae1f0b7483105913b43988b84e13cea2e681');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (41, 1795435201000, 'cal_1', '', 'cli_06h2erk0mhus30edq0n74udc0c', 'mem_1', 'Cléo', 'client_link.opened', 'cli_06h2erk0mhus30edq0n74udc0c', '', 0, '', '', 'by link, name declared', NULL, NULL, X'95AD2134D4CFCC1AAB597CDEF66A61D3', '["","","e4d2e9d80bbfddbabc9270e50e966ed940cee32039f68036bb34d98ec4889438"]', '', '039200d5f8b9dfc024b4dc278394ae1f0b7483105913b43988b84e13cea2e681', 'e12f3251b873b20b66c527042caa61b0c99eb0052bb1ca711fbc36ef0bb30052');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (42, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'post.created', 'post_06h2erk0mps0jd0qrs0h26rl20', 'post_06h2erk0mps0jd0qrs0h26rl20', 1, 'idea', '', '', X'57094C5DA97648303D3ACB1ADCD75051', NULL, NULL, '["3c02bc377c6a9d213980ebf9645f0528fd1b8c64e20c7a2b9b0b6caff1d6a58b","",""]', '', 'e12f3251b873b20b66c527042caa61b0c99eb0052bb1ca711fbc36ef0bb30052', '4a3a6ec52532c7bf2574deccb80c66c1e2feaa6f716c51761c7c84ad1664c6ea');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (43, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'campaign.updated', 'camp_1', '', 0, '', '', 'tighter: 15 characters in text hashtags alt_text, same day true', X'EA3D485ABC197EED67F548660B38BF4C', NULL, X'F354F9848848110893603933D09EEC47', '["1df48e917f237eea8b82fdf4fa9865c4a0c205097b0657d2bfa5d8a7b0eda58e","","444a24896db3ab9028eb2fb0e7d0db843ebef14450f8a2a71c794a2bfb224b3a"]', '', '4a3a6ec52532c7bf2574deccb80c66c1e2feaa6f716c51761c7c84ad1664c6ea', '20d0b780a2ce65fd7e1a00d038c595384bc33492c28540bc465739de2b3159f3');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (44, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'crisis.opened', 'cri_06h2erk0mtsu7duermo3lt570s', '', 0, '', 'a fire', 'severity serious; for mem_1', X'D577B51D14F51FAE7B70653DCB91EE0A', X'E5852F6708D976B0AF492ACAEE26EABD', X'C938FA8E4B365CAE5CC506EDB01FC80E', '["be75189667404e3d4aaa302171d98e47114bae407270f7e4dda54c01c0c73faa","99ce48b3b0a6fd8df2530f79d6a4cd47fb924c291947b1b05d3b20735bbbfd4f","f1e56ef267deff19fe88211176b6c6f23ad33913c7f6350c7a7f740bbc6bf5ea"]', '', '20d0b780a2ce65fd7e1a00d038c595384bc33492c28540bc465739de2b3159f3', 'd43a24b5ff4cdc2e37ca32f7fc0411ed55cad587f057909db37a00779a295d82');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (45, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'delegation.made', 'dgn_1', '', 0, '', 'away', 'for mem_2; in place of mem_1; from 2026-11-23T12:00:01Z until 2026-11-23T13:00:01Z', X'51FF39E35DA276F7B51A80B8AE4A4585', X'232346D19076B57AA31D7C95D3E771AB', X'A4746AAA81DBC6140AD83EC21C8508E0', '["88f7d261c1febbc53f552eba4fc0347aae5cf30cd91d1bb1e28f821cef1ff601","b98b9edf15d7f039df326f19120932d0fa5cf110a8a3ee8099add8331382c7af","cdcb5975d6068062a9fe8db19d857515d136613cd1e722a6396ff8565658c353"]', '', 'd43a24b5ff4cdc2e37ca32f7fc0411ed55cad587f057909db37a00779a295d82', 'cbae7dd82f58214a61d3f55dcc4f9de9ed02b4b34b49c0e9a145bcdc65ec6e8b');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (46, 1795435201000, 'cal_1', 'mem_1', '', '', 'Inès', 'pause.made', 'pau_06h2erk0n1t456q48t37l9m6ek', '', 0, '', 'an accident', '', X'A30DC00B9B5FB5F81EA4A85DF982E78B', X'8E6F34FFA96386D0AD780A43EDB9EA7E', NULL, '["22cb93acd487beb8634f60b7ad631525c25c50138ce29a83f984d38e4ad990c2","e8aea7e87f46ad473e59bd4d30d652f98e748dd3af89b578978cad74eea1b98b",""]', '', 'cbae7dd82f58214a61d3f55dcc4f9de9ed02b4b34b49c0e9a145bcdc65ec6e8b', 'de38dd692781ab6f58cde29a798f924593ef83b802eae143736f75e2508f9ee7');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (47, 1795435261000, 'cal_1', 'mem_1', '', '', 'Inès', 'pause.updated', 'pau_06h2erk0n1t456q48t37l9m6ek', '', 0, '', '', '', X'5817CC072C082933C730DACEE34314AD', NULL, NULL, '["565a1b2e14944fe6292d76018006d254e016d43f7f0e575f44666478c779da11","",""]', '', 'de38dd692781ab6f58cde29a798f924593ef83b802eae143736f75e2508f9ee7', '576bf1f25789318923b62141214ea93819d756dc8f436e72e919fe8ef298c179');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (48, 1795435261000, 'cal_1', 'mem_1', '', '', 'Inès', 'hook.created', 'hook_1', '', 0, '', '', '', X'44D6CCF06BEB30057A68192D5F09B1C5', NULL, NULL, '["570bf0f2bab4e27d9ab1aae8fcc858eb0b3a062ff5ae703bffc5bbc311dfb44a","",""]', '', '576bf1f25789318923b62141214ea93819d756dc8f436e72e919fe8ef298c179', '0ef989cb84d785de2f7ee057ed6df882498b0f73e4a3b7f1d891cd350eb4716c');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (49, 1795435261000, '', 'mem_1', 'chat_1', '', 'Inès', 'chat.linked', 'mem_1', '', 0, '', '', 'T1 U1', X'C9E21513B1AC60F30E975D9AED730B5E', NULL, X'8A74CDA63F8EEC7C1E488D075385488D', '["f490d847232c69d8b33a802a854c44f1318515860c6107084b78b3c24dfcaca0","","44ee3fb6755b8dc6ed4124e0fc7b707f125e3c2fb7984633410974e357e454da"]', '', '81200592e018236217823824b57f49cad5279ecec878d6b517c1edecd769f652', '7bb30058ad6c2ed70bf51186b5d6e1f18dde4c5ab89eddf161f46f97aa1af241');
INSERT INTO audit (seq, at, calendar_id, member_id, token_id, maker_id, name, action, subject, post_id, revision, status, note, detail, name_salt, note_salt, detail_salt, seals, first_hash, previous, hash) VALUES (50, 1795435261000, '', 'mem_1', '', '', 'Inès', 'wishes.updated', 'mem_1', '', 0, '', '', '', X'0656ED49C8E8865BD0C52EB14BC82365', NULL, NULL, '["76c2d9f055a1f882f50b00c7dcc9628918d8fda72f69dfa55d5e5707f745f4e2","",""]', '', '7bb30058ad6c2ed70bf51186b5d6e1f18dde4c5ab89eddf161f46f97aa1af241', 'aee055abf5aaffe017561c6ebf92e5773644ff0e6eed17e31503dfce5e708e21');
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
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2erk0ndrk197d3a4iid01as', 'email', 'news', '', 'mem_2', '', NULL, 'waiting', 1795435261000, 1795436161000, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2erk0nloa70fkb3ojfotrk0', 'email', 'duty', '', 'mem_2', '', NULL, 'sending', 1795435261000, 1795435441000, 1, 'test', 1795435441000, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2erk0nlpor76v5iluha5o74', 'email', 'alarm', '', 'mem_2', '', NULL, 'sending', 1795435261000, 1795435441000, 1, 'test', 1795435441000, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2erk0o1rl3cfust86kaj4qg', 'email', 'invitation', '', NULL, 'grace@example.org', X'6B0F181B345B5D03590E19005B045A190758080D1E181F535D000A015F1A0C611049250A060E4951492C190A080E494749270A050C1E0A0C0E4951490D1949474927020500495149031F1F1B185144441B0A191E1F020405450E130A061B070E441348180E08190E1F4947492E131B02190E182A1F4951495B5B5B5A465B5A465B5A3F5B5B515B5B515B5B3149474929124951492205A8C318494749280A070E050F0A19495149260A021804054947493F0E131F4951494916', 'waiting', 1795435261000, 1795435321000, 1, '', NULL, '{"Code":"mail_server","Message":"not yet","At":"2026-11-23T12:01:01Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2erk0o9ppn8nn3km3jjheqk', 'email', 'daily', 'cal_1', 'mem_1', '', NULL, 'waiting', 1795435261000, 1795435261000, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2erk0o9q5hdcnp2n5c75mro', 'email', 'daily', 'cal_1', 'mem_2', '', NULL, 'waiting', 1795435261000, 1795435261000, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
INSERT INTO dispatches (id, way, kind, calendar_id, member_id, recipient, letter, state, made_at, next_at, tries, holder, lease_until, trouble, ended_at, hook_id, seq, again_of) VALUES ('dsp_06h2erk0o9rh70gs0tughtfs24', 'email', 'weekly', 'cal_1', 'mem_1', '', NULL, 'waiting', 1795435261000, 1795435261000, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', NULL, NULL, 0, '');
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
INSERT INTO dispatch_tries (dispatch_id, number, started_at, ended_at, verdict, code, message) VALUES ('dsp_06h2erk0nloa70fkb3ojfotrk0', 1, 1795435261000, NULL, '', '', '');
INSERT INTO dispatch_tries (dispatch_id, number, started_at, ended_at, verdict, code, message) VALUES ('dsp_06h2erk0nlpor76v5iluha5o74', 1, 1795435261000, NULL, '', '', '');
INSERT INTO dispatch_tries (dispatch_id, number, started_at, ended_at, verdict, code, message) VALUES ('dsp_06h2erk0o1rl3cfust86kaj4qg', 1, 1795435261000, 1795435261000, 'later', 'mail_server', 'not yet');
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
INSERT INTO hooks (id, calendar_id, way, name, host, events, secrets, old_until, failing_since, disabled_at, why, created_at, version) VALUES ('hook_1', 'cal_1', 'slack', 'CMS', 'hooks.example.org', 'null', X'6B03040400345A6110493E3927495149031F1F1B185144440304040018450E130A061B070E4504190C44180E08190E1F494749380E08190E1F4951491C03180E08345E125A0C200309192433091C023C202839521213400E19090F043B395252081E2F2E1E5D522628440F27535649474924070F4951494947493F04000E05495149494749390404064951494916', NULL, NULL, NULL, '', 1795435261000, 1);
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
