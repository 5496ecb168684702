-- A database as schema 12 left it, with a few rows. It is never changed: databases like it are out there.

CREATE TABLE goose_db_version (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		version_id INTEGER NOT NULL,
		is_applied INTEGER NOT NULL,
		tstamp TIMESTAMP DEFAULT (datetime('now'))
	);
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (1, 0, 1, '2026-11-29 12:47:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (2, 1, 1, '2026-11-29 12:47:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (3, 2, 1, '2026-11-29 12:47:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (4, 3, 1, '2026-11-29 12:47:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (5, 4, 1, '2026-11-29 12:47:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (6, 5, 1, '2026-11-29 12:47:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (7, 6, 1, '2026-11-29 12:47:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (8, 7, 1, '2026-11-29 12:47:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (9, 8, 1, '2026-11-29 12:47:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (10, 9, 1, '2026-11-29 12:47:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (11, 10, 1, '2026-11-29 12:47:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (12, 11, 1, '2026-11-29 12:47:23');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (13, 12, 1, '2026-11-29 12:47:23');
CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO settings (name, value) VALUES ('file', '10461408 of 1795956443.611778015');
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
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2em4a7drtvdf1pmbbg01ul8', 'cal_1', 'approved', 'published', 'published', NULL, NULL, '{"owner":"mem_1","planned":{"Local":"2026-11-23T13:00","Zone":"Europe/Paris","Fold":0}}', 3, 'mem_1', '{"Revision":3,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33"},"Accounts":{"chan_1":"account of chan_1"},"Times":{"chan_1":{"Local":"2026-11-23T13:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795435200000, 1795431600000, 1795435201000, 6, NULL, NULL, NULL);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2em4a8psc5cpqs54shgh0pk', 'cal_1', 'in_review', 'in_review', 'rewritten', 'camp_1', NULL, '{"labels":["hiver"],"owner":"mem_1","planned":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0}}', 2, 'mem_1', '{"Revision":1,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"650525c899f0a9f13c1bae650b9aa4e924276efd67a6a2381567a7638dbbad59","chan_2":"16e2acb25f5c59ef18845982c372a1e30b6b664ff3b230011a3dd9d960ea2aef"},"Accounts":{"chan_1":"account of chan_1","chan_2":"account of chan_2"},"Times":{"chan_1":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0},"chan_2":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795593600000, 1795435201000, 1795435201000, 3, NULL, '{"Since":"2026-11-23T12:00:01Z"}', 1795507200000);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2em4a95p1r9lqb6sqs547no', 'cal_1', 'approved', 'scheduled', 'scheduled', NULL, 'pil_1', '{"brief":"un brief","notes":"une note","owner":"mem_1","planned":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}', 2, 'mem_1', '{"Revision":2,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"65780f7d8e3366dc9830aa7bf7b42561c2ad116032d9aca4c7cc6ecfd8389bbe"},"Accounts":{"chan_1":"account of chan_1"},"Times":{"chan_1":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795507200000, 1795435201000, 1795435201000, 3, NULL, '{"Since":"0001-01-01T00:00:00Z","Undo":{"By":"mem_1","At":"2026-11-23T12:00:01Z","Version":3,"Review":{"Since":"2026-11-23T12:00:01Z"},"Planned":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links, review, remind_at) VALUES ('post_06h2em4a9poj133p15ioih1mnk', 'cal_1', 'idea', 'idea', 'an idea', NULL, NULL, '{"owner":"mem_1"}', 1, 'mem_1', NULL, NULL, NULL, 1795435201000, 1795435201000, 1, NULL, NULL, NULL);
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
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2em4a7drtvdf1pmbbg01ul8', 1, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"052fbccf5ee9d03e6a6f92c51d88b1cac8a354f8e44697a0a255f09b035aabf7"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795431600000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2em4a7drtvdf1pmbbg01ul8', 2, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":{"chan_1":{"Text":null,"Parts":["one","two"],"Media":null,"Link":null,"NoLink":false,"FirstComment":"","Options":null}}}', '{"chan_1":"35d075f33f88fe368f09efa8446c048a40bf07e1f0915dbcdd810cd498d5f604"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795431600000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2em4a7drtvdf1pmbbg01ul8', 3, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":{"chan_1":{"Text":null,"Parts":["one","deux"],"Media":null,"Link":null,"NoLink":false,"FirstComment":"","Options":null}}}', '{"chan_1":"99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2em4a8psc5cpqs54shgh0pk', 1, '{"Text":"rewritten","Language":"fr","Media":null,"Link":null,"Channels":["chan_1","chan_2"],"Variants":null}', '{"chan_1":"650525c899f0a9f13c1bae650b9aa4e924276efd67a6a2381567a7638dbbad59","chan_2":"16e2acb25f5c59ef18845982c372a1e30b6b664ff3b230011a3dd9d960ea2aef"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2em4a8psc5cpqs54shgh0pk', 2, '{"Text":"rewritten since","Language":"fr","Media":null,"Link":null,"Channels":["chan_1","chan_2"],"Variants":null}', '{"chan_1":"0166a27046c1ad4520e03d9cac27d4281d98570f0c6b48bc1ac1a78c095384fa","chan_2":"dd3f30d95f283c4f09d07edaa63f4437c9838fbf3a8a62ecab5218b47a883b4d"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2em4a95p1r9lqb6sqs547no', 1, '{"Text":"scheduled","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"89359b91d713f99270d1c4ec89607507ff0bd5ea9a7bfa08452a3b0800654a5f"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2em4a95p1r9lqb6sqs547no', 2, '{"Text":"Un été de lumière https://maison.example","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"65780f7d8e3366dc9830aa7bf7b42561c2ad116032d9aca4c7cc6ecfd8389bbe"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h2em4a9poj133p15ioih1mnk', 1, '{"Text":"","Language":"","Media":null,"Link":null,"Channels":null,"Variants":null}', '{}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
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
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2em4a7ds3d8f8o3g220edkk', 'post_06h2em4a7drtvdf1pmbbg01ul8', 'cal_1', 'chan_1', 'on chan_1', 'published', 1795435200000, 1800000, NULL, 2, '35d075f33f88fe368f09efa8446c048a40bf07e1f0915dbcdd810cd498d5f604', 2, '', NULL, 0, 'null', 0, 0, 0, 'null', 1795435200100, NULL, 1795348800000, 3, '99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33');
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2em4a8psevfn82lvd0e208g', 'post_06h2em4a8psc5cpqs54shgh0pk', 'cal_1', 'chan_1', 'on chan_1', 'planned', 1795593600000, 1800000, NULL, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795507200000, 0, '');
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2em4a8psfb2ba6vstg1pqok', 'post_06h2em4a8psc5cpqs54shgh0pk', 'cal_1', 'chan_2', 'on chan_2', 'planned', 1795593600000, 1800000, NULL, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795507200000, 0, '');
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at, live_revision, live_hash) VALUES ('dlv_06h2em4a95p3tfj0ukv4fk2cq4', 'post_06h2em4a95p1r9lqb6sqs547no', 'cal_1', 'chan_1', 'on chan_1', 'scheduled', 1795507200000, 1800000, 1795507200000, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795420800000, 0, '');
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
INSERT INTO pauses (id, calendar_id, scope, scope_id, reason, made_by, from_at, until_at, version) VALUES ('pau_06h2em4a9tpuf6b18ek8na5r8o', 'cal_1', 'channel', 'chan_2', 'an accident', '{"Member":"","Name":"","Token":"","Maker":"","Language":"","May":null}', 1795435201000, 1795435261000, 2);
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
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (14, 1795435200000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'invitation.made', 'inv_1', '', 0, '', '', '', 'e294f81c0509a0a0959ea0beb7b257fefaf727fdfad146a30c2b6675ed377b8f', '5139976dac20cbe668e90ca6b62c34736d48e11be444fcbb9a628d7856e0b975');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (15, 1795435200000, '', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'reset.made', 'mem_2', '', 0, '', '', '', '119bf805b3029ec02426d41ad400e647505f51911d42332193979100411688e3', '0250f368352620c3942c58306167b2ece45afe7492607b7387255cea4e1faf18');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (16, 1795431600000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.created', 'post_06h2em4a7drtvdf1pmbbg01ul8', 'post_06h2em4a7drtvdf1pmbbg01ul8', 1, 'draft', '', '', '5139976dac20cbe668e90ca6b62c34736d48e11be444fcbb9a628d7856e0b975', 'ae01305d70234872ea72bca59dcf221b1b7b9b226e142f7e82b4e8311d9ccd82');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (17, 1795431600000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.revised', 'post_06h2em4a7drtvdf1pmbbg01ul8', 'post_06h2em4a7drtvdf1pmbbg01ul8', 2, 'draft', '', '', 'ae01305d70234872ea72bca59dcf221b1b7b9b226e142f7e82b4e8311d9ccd82', '6bde4c45a6c3f6987b00fb599d911d33583b7ea1c7d5ce859997daa5b1725ebb');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (18, 1795431600000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.submitted', 'post_06h2em4a7drtvdf1pmbbg01ul8', 'post_06h2em4a7drtvdf1pmbbg01ul8', 2, 'scheduled', 'a note', '', '6bde4c45a6c3f6987b00fb599d911d33583b7ea1c7d5ce859997daa5b1725ebb', 'c0a15906f5c97c7a2d15b3aaec7f12043de7ba39bd4debeafa73e8484fcc9271');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (19, 1795431600000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.approved', 'post_06h2em4a7drtvdf1pmbbg01ul8', 'post_06h2em4a7drtvdf1pmbbg01ul8', 2, 'scheduled', 'a note', '', 'c0a15906f5c97c7a2d15b3aaec7f12043de7ba39bd4debeafa73e8484fcc9271', 'b15ab6215e82b6d90054c071c75316abad872b4f2516a7e1147566b3a3440d12');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (20, 1795435201100, 'cal_1', '{"Member":"","Name":"parution","Token":"","Maker":"","Language":"","May":null}', 'delivery.published', 'dlv_06h2em4a7ds3d8f8o3g220edkk', 'post_06h2em4a7drtvdf1pmbbg01ul8', 2, 'published', '', '', 'b15ab6215e82b6d90054c071c75316abad872b4f2516a7e1147566b3a3440d12', '512a1f4f8e7c64adb5de562ad86695dcd1ea197a0d039142e988433bd17761c7');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (21, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.revised', 'post_06h2em4a7drtvdf1pmbbg01ul8', 'post_06h2em4a7drtvdf1pmbbg01ul8', 3, 'published', '', '', '512a1f4f8e7c64adb5de562ad86695dcd1ea197a0d039142e988433bd17761c7', 'fb0c5dfc8cdc94536ac4bca1f42df1b3a70dfb0a635ad67e7acd5ac74f423f0d');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (22, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.approval_lost', 'post_06h2em4a7drtvdf1pmbbg01ul8', 'post_06h2em4a7drtvdf1pmbbg01ul8', 3, 'published', '', 'for mem_1 mem_3', 'fb0c5dfc8cdc94536ac4bca1f42df1b3a70dfb0a635ad67e7acd5ac74f423f0d', '9dc2c57402a7218c7fac58ea7f4c29c9b25878ae50b1471d66f077d4136c96a8');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (23, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.approved', 'post_06h2em4a7drtvdf1pmbbg01ul8', 'post_06h2em4a7drtvdf1pmbbg01ul8', 3, 'published', 'a note', '', '9dc2c57402a7218c7fac58ea7f4c29c9b25878ae50b1471d66f077d4136c96a8', '7d54e67512f16fcc40a6dda6ae2c896f40d21c92e4a73ae24d213cbbbf52ca1b');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (24, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'delivery.edit_live', 'dlv_06h2em4a7ds3d8f8o3g220edkk', 'post_06h2em4a7drtvdf1pmbbg01ul8', 3, 'published', 'a typo', '', '7d54e67512f16fcc40a6dda6ae2c896f40d21c92e4a73ae24d213cbbbf52ca1b', '24f29d0453f3a746188acde4aed5c22913b9235ce5b0536532a0289703433236');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (25, 1795435201000, 'cal_1', '{"Member":"","Name":"parution","Token":"","Maker":"","Language":"","May":null}', 'delivery.edited', 'dlv_06h2em4a7ds3d8f8o3g220edkk', 'post_06h2em4a7drtvdf1pmbbg01ul8', 3, 'published', '', '', '24f29d0453f3a746188acde4aed5c22913b9235ce5b0536532a0289703433236', 'b6002e1ff1b5ebae82938baed33ae78759b2140e8f1ff6ffcdffb091c0217f53');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (26, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.created', 'post_06h2em4a8psc5cpqs54shgh0pk', 'post_06h2em4a8psc5cpqs54shgh0pk', 1, 'draft', '', '', 'b6002e1ff1b5ebae82938baed33ae78759b2140e8f1ff6ffcdffb091c0217f53', 'cba478befbc9db6c17607d90950acad539e024dab8074cd2ba8eb5d2b648eab7');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (27, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.submitted', 'post_06h2em4a8psc5cpqs54shgh0pk', 'post_06h2em4a8psc5cpqs54shgh0pk', 1, 'scheduled', 'a note', '', 'cba478befbc9db6c17607d90950acad539e024dab8074cd2ba8eb5d2b648eab7', '8e9747bb09587f08dc027de4854d379b6a72a034e322eb69ee04d9fe1fb82fb4');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (28, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.approved', 'post_06h2em4a8psc5cpqs54shgh0pk', 'post_06h2em4a8psc5cpqs54shgh0pk', 1, 'scheduled', 'a note', '', '8e9747bb09587f08dc027de4854d379b6a72a034e322eb69ee04d9fe1fb82fb4', '6aacf1500869bd52a453508eb679b97613068c299d3a7b11bc442f526c0d5518');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (29, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.revised', 'post_06h2em4a8psc5cpqs54shgh0pk', 'post_06h2em4a8psc5cpqs54shgh0pk', 2, 'in_review', '', '', '6aacf1500869bd52a453508eb679b97613068c299d3a7b11bc442f526c0d5518', '75bf2aa091e2fa3b3b39ff773aec499addeff770f954a517970292a918bbb513');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (30, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.approval_lost', 'post_06h2em4a8psc5cpqs54shgh0pk', 'post_06h2em4a8psc5cpqs54shgh0pk', 2, 'in_review', '', 'for mem_1 mem_3; by 2026-11-25T04:00:00Z', '75bf2aa091e2fa3b3b39ff773aec499addeff770f954a517970292a918bbb513', '09a347fd71685149eea1ac67070181149a98123ebcfa620e5d5269065a44e667');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (31, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.created', 'post_06h2em4a95p1r9lqb6sqs547no', 'post_06h2em4a95p1r9lqb6sqs547no', 1, 'draft', '', '', '09a347fd71685149eea1ac67070181149a98123ebcfa620e5d5269065a44e667', 'ef7a8c14eef8d485c586f90b5042c70d0a1de2a3d297a7a6a6567337306409d2');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (32, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.revised', 'post_06h2em4a95p1r9lqb6sqs547no', 'post_06h2em4a95p1r9lqb6sqs547no', 2, 'draft', '', '', 'ef7a8c14eef8d485c586f90b5042c70d0a1de2a3d297a7a6a6567337306409d2', '0de6933415ced8aa8f2b5d84f1beaeb252eab7c626ef6b3e9aa9b17c4a33eda4');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (33, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.submitted', 'post_06h2em4a95p1r9lqb6sqs547no', 'post_06h2em4a95p1r9lqb6sqs547no', 2, 'scheduled', 'a note', '', '0de6933415ced8aa8f2b5d84f1beaeb252eab7c626ef6b3e9aa9b17c4a33eda4', '6ed22b191032534600a718d6235390efb7b49bf8c15bba8c0afa11dfbc76be77');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (34, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.approved', 'post_06h2em4a95p1r9lqb6sqs547no', 'post_06h2em4a95p1r9lqb6sqs547no', 2, 'scheduled', 'a note', '', '6ed22b191032534600a718d6235390efb7b49bf8c15bba8c0afa11dfbc76be77', '67341e98411c372ce1156b4892952031c06b3d38edb252970b15803549875a28');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (35, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'comment.added', 'cmt_06h2em4a9drhl5o6d8pd50c138', 'post_06h2em4a95p1r9lqb6sqs547no', 2, 'scheduled', 'Hm.', '', '67341e98411c372ce1156b4892952031c06b3d38edb252970b15803549875a28', '578357e6f453529059993c99c7e7e05e9500f580e1d86ab0ee633a5c38f03500');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (36, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'comment.mentioned', 'mem_2', 'post_06h2em4a95p1r9lqb6sqs547no', 2, 'scheduled', '', 'cmt_06h2em4a9drhl5o6d8pd50c138', '578357e6f453529059993c99c7e7e05e9500f580e1d86ab0ee633a5c38f03500', 'ac54adc144691b09b7ed19917bc30da20b4691f868b6636028da17f68402f5e9');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (37, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'comment.added', 'cmt_06h2em4a9hpbr616f48ic8gol8', 'post_06h2em4a95p1r9lqb6sqs547no', 2, 'scheduled', 'Yes.', '', 'ac54adc144691b09b7ed19917bc30da20b4691f868b6636028da17f68402f5e9', '8089e995caf658a5eb56e961078db485a34f19457e01722775734b4fb97b59bf');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (38, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'client_link.made', 'cli_06h2em4a9hvgt2ieausn3dmabk', '', 0, '', '', '', '8089e995caf658a5eb56e961078db485a34f19457e01722775734b4fb97b59bf', '2c547351fdd33c835c64eed010177807e421e549b65799b2bd7320f3d899958b');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (39, 1795435201000, 'cal_1', '{"Member":"","Name":"Cléo","Token":"cli_06h2em4a9hvgt2ieausn3dmabk","Maker":"mem_1","Language":"fr","May":null}', 'client_link.opened', 'cli_06h2em4a9hvgt2ieausn3dmabk', '', 0, '', '', 'by link, name declared', '2c547351fdd33c835c64eed010177807e421e549b65799b2bd7320f3d899958b', '9c9f60e7e76df2b13ca8e6c04f886554d4f46b538ac87201a9dbc7520400cfc0');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (40, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.created', 'post_06h2em4a9poj133p15ioih1mnk', 'post_06h2em4a9poj133p15ioih1mnk', 1, 'idea', '', '', '9c9f60e7e76df2b13ca8e6c04f886554d4f46b538ac87201a9dbc7520400cfc0', '65176d4e57d434ceca34b2fc351f866a38476d19d382bc5d5139ad384f15994e');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (41, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'campaign.updated', 'camp_1', '', 0, '', '', 'tighter: 15 characters in text hashtags alt_text, same day true', '65176d4e57d434ceca34b2fc351f866a38476d19d382bc5d5139ad384f15994e', '32d67185bad8e057e86529c0ee16d1690d9be0a7301830a76369feb644bcb0c4');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (42, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'delegation.made', 'dgn_1', '', 0, '', 'away', 'for mem_2; in place of mem_1; from 2026-11-23T12:00:01Z until 2026-11-23T13:00:01Z', '32d67185bad8e057e86529c0ee16d1690d9be0a7301830a76369feb644bcb0c4', '20eacc46fe27fd1f09a1017744fc9e170a57662f97b13e56f04f786e309325bc');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (43, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'pause.made', 'pau_06h2em4a9tpuf6b18ek8na5r8o', '', 0, '', 'an accident', '', '20eacc46fe27fd1f09a1017744fc9e170a57662f97b13e56f04f786e309325bc', 'e788ddeb7cd2a33a617a463355ce3be0f25763762ee45331601cf6d9af94c602');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (44, 1795435261000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'pause.updated', 'pau_06h2em4a9tpuf6b18ek8na5r8o', '', 0, '', '', '', 'e788ddeb7cd2a33a617a463355ce3be0f25763762ee45331601cf6d9af94c602', '1b75da2da7f58e85a5dd10db0a984fbfbee0cf2b692ce541412296b9ab9af676');
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
INSERT INTO parts (delivery_id, number, kind, state, key, key_at, first_heard_at, last_heard_at, attempts, prepared, prepared_at, remote_id, url, token, sent_at, shows, asked, edited_at) VALUES ('dlv_06h2em4a7ds3d8f8o3g220edkk', 0, 'post', 'published', 'key_06h2em4a7tqqd4tp4dfgd5qamg', 1795435200000, 1795435200000, 1795435200000, 1, NULL, NULL, '1', 'https://wall.example/1', 't', 1795435200100, 3, 3, NULL);
INSERT INTO parts (delivery_id, number, kind, state, key, key_at, first_heard_at, last_heard_at, attempts, prepared, prepared_at, remote_id, url, token, sent_at, shows, asked, edited_at) VALUES ('dlv_06h2em4a7ds3d8f8o3g220edkk', 1, 'post', 'published', 'key_06h2em4a7tqqpflf7pp29m99e8', 1795435201000, 1795435201000, 1795435201000, 1, NULL, NULL, '2', 'https://wall.example/2', '', 1795435201100, 3, 3, 1795435201000);
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
INSERT INTO attempts (delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message) VALUES ('dlv_06h2em4a7ds3d8f8o3g220edkk', 1, 'send', 0, 'key_06h2em4a7tqqd4tp4dfgd5qamg', 2, 'daemon', 1795435200000, 1795435200100, 'done', '', '');
INSERT INTO attempts (delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message) VALUES ('dlv_06h2em4a7ds3d8f8o3g220edkk', 2, 'send', 1, 'key_06h2em4a7tqqpflf7pp29m99e8', 2, 'daemon', 1795435201000, 1795435201100, 'done', '', '');
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
INSERT INTO post_links (url, post_id) VALUES ('https://maison.example', 'post_06h2em4a95p1r9lqb6sqs547no');
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
INSERT INTO acts (id, delivery_id, kind, revision, hash, made_by, made_at, state, next_at, part, left_over, attempt, tries, holder, lease_until, trouble, ended_at) VALUES ('act_06h2em4a8hr8r5oaki3d4fq67g', 'dlv_06h2em4a7ds3d8f8o3g220edkk', 'edit', 3, '99dab17cbfed4510b649b4f38ee5415881f345574d77ea89d82d7a8f37066d33', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000, 'done', NULL, 1, 0, 1, 0, '', NULL, '{"Code":"","Message":"","At":"0001-01-01T00:00:00Z"}', 1795435201000);
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
INSERT INTO comments (seq, id, calendar_id, post_id, thread_id, author_id, author, words, client, anchor, suggestion, created_at, edited_at, removed_at, resolved, version) VALUES (1, 'cmt_06h2em4a9drhl5o6d8pd50c138', 'cal_1', 'post_06h2em4a95p1r9lqb6sqs547no', 'cmt_06h2em4a9drhl5o6d8pd50c138', 'mem_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'Hm.', 0, '{"Channel":"","Part":0,"Revision":2,"Start":3,"End":6,"Quote":"été"}', '{"Text":"hiver","State":"open","By":{"Member":"","Name":"","Token":"","Maker":"","Language":"","May":null},"At":"0001-01-01T00:00:00Z","Note":"","Revision":0}', 1795435201000, NULL, NULL, NULL, 1);
INSERT INTO comments (seq, id, calendar_id, post_id, thread_id, author_id, author, words, client, anchor, suggestion, created_at, edited_at, removed_at, resolved, version) VALUES (2, 'cmt_06h2em4a9hpbr616f48ic8gol8', 'cal_1', 'post_06h2em4a95p1r9lqb6sqs547no', 'cmt_06h2em4a9drhl5o6d8pd50c138', 'mem_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'Yes.', 0, NULL, NULL, 1795435201000, NULL, NULL, NULL, 1);
CREATE INDEX comments_by_post ON comments (post_id, seq);
CREATE INDEX comments_by_calendar ON comments (calendar_id, seq);
CREATE TABLE comment_mentions (
    comment_id TEXT NOT NULL REFERENCES comments (id),
    member_id  TEXT NOT NULL REFERENCES members (id),
    PRIMARY KEY (comment_id, member_id)
) STRICT;
INSERT INTO comment_mentions (comment_id, member_id) VALUES ('cmt_06h2em4a9drhl5o6d8pd50c138', 'mem_2');
CREATE INDEX comment_mentions_by_member ON comment_mentions (member_id, comment_id);
CREATE TABLE comments_read (
    member_id TEXT NOT NULL REFERENCES members (id),
    post_id   TEXT NOT NULL REFERENCES posts (id),
    seq       INTEGER NOT NULL,
    PRIMARY KEY (member_id, post_id)
) STRICT;
INSERT INTO comments_read (member_id, post_id, seq) VALUES ('mem_2', 'post_06h2em4a95p1r9lqb6sqs547no', 1);
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
INSERT INTO working_copies (member_id, post_id, edit, base, revision, started, made_at, saved_at, version) VALUES ('mem_1', 'post_06h2em4a95p1r9lqb6sqs547no', '{"text":"not saved"}', '', 2, '"tag.1"', 1795435201000, 1795435201000, 1795435201000);
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
INSERT INTO readings (name, seq) VALUES ('notices', 44);
CREATE TABLE notices (
    member_id   TEXT NOT NULL REFERENCES members (id),
    seq         INTEGER NOT NULL,
    calendar_id TEXT NOT NULL,
    weight      TEXT NOT NULL CHECK (weight IN ('alarm', 'duty', 'news')),
    told_at     INTEGER NOT NULL,
    read_at     INTEGER,
    PRIMARY KEY (member_id, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at) VALUES ('mem_1', 20, 'cal_1', 'news', 1795435261000, NULL);
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at) VALUES ('mem_1', 25, 'cal_1', 'news', 1795435261000, NULL);
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at) VALUES ('mem_2', 5, 'cal_1', 'news', 1795435261000, NULL);
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at) VALUES ('mem_2', 36, 'cal_1', 'duty', 1795435261000, NULL);
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at) VALUES ('mem_2', 43, 'cal_1', 'alarm', 1795435261000, NULL);
INSERT INTO notices (member_id, seq, calendar_id, weight, told_at, read_at) VALUES ('mem_2', 44, 'cal_1', 'alarm', 1795435261000, NULL);
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
INSERT INTO client_links (id, calendar_id, campaign_id, for_whom, email, member_id, language, approves, made_by, maker_id, secret, created_at, expires_at, revoked_at, name, code, code_ends, code_failed, version) VALUES ('cli_06h2em4a9hvgt2ieausn3dmabk', 'cal_1', '', 'Cléo', '', NULL, 'fr', 1, '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"","May":null}', 'mem_1', X'636C69656E742773206C696E6B', 1795435201000, NULL, NULL, 'Cléo', NULL, NULL, 0, 2);
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
INSERT INTO client_visits (id, link_id, secret, name, proof, created_at, expires_at) VALUES ('vis_06h2em4a9lqelc77ukg9jvkla4', 'cli_06h2em4a9hvgt2ieausn3dmabk', X'636C69656E742773207669736974', 'Cléo', 'name_declared', 1795435201000, 1798027201000);
CREATE INDEX client_visits_by_link ON client_visits (link_id);
CREATE TABLE client_seen (
    link_id  TEXT NOT NULL REFERENCES client_links (id),
    post_id  TEXT NOT NULL REFERENCES posts (id),
    revision INTEGER NOT NULL,
    before   INTEGER NOT NULL CHECK (before < revision),
    PRIMARY KEY (link_id, post_id)
) STRICT;
INSERT INTO client_seen (link_id, post_id, revision, before) VALUES ('cli_06h2em4a9hvgt2ieausn3dmabk', 'post_06h2em4a95p1r9lqb6sqs547no', 2, 0);
