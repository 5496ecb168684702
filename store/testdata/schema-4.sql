-- A database as schema 4 left it, with a few rows. It is never changed: databases like it are out there.

CREATE TABLE goose_db_version (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		version_id INTEGER NOT NULL,
		is_applied INTEGER NOT NULL,
		tstamp TIMESTAMP DEFAULT (datetime('now'))
	);
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (1, 0, 1, '2026-11-25 15:43:59');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (2, 1, 1, '2026-11-25 15:43:59');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (3, 2, 1, '2026-11-25 15:44:00');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (4, 3, 1, '2026-11-25 15:44:00');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (5, 4, 1, '2026-11-25 15:44:00');
CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO settings (name, value) VALUES ('file', '10018882 of 1795621439.370749259');
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
INSERT INTO calendars (id, name, zone, language, policy, created_at, archived_at, version) VALUES ('cal_1', 'Maison', 'Europe/Paris', 'fr', '{"Approval":"one","NoSelfApproval":false,"Lateness":1800000000000,"UntilApproved":"hold","ResendWhenLikely":false,"TokensMayApprove":false,"AltTextsRequired":false,"DeadLinks":"","Blackouts":null,"QuietHours":null}', 1795435200000, NULL, 1);
CREATE TABLE members (
    id             TEXT PRIMARY KEY,
    name           TEXT NOT NULL,
    email          TEXT NOT NULL UNIQUE,
    language       TEXT NOT NULL,
    owner          INTEGER NOT NULL CHECK (owner IN (0, 1)),
    created_at     INTEGER NOT NULL,
    deactivated_at INTEGER,
    version        INTEGER NOT NULL
) STRICT;
INSERT INTO members (id, name, email, language, owner, created_at, deactivated_at, version) VALUES ('mem_1', 'Inès', 'ines@example.org', '', 0, 1795435200000, NULL, 1);
INSERT INTO members (id, name, email, language, owner, created_at, deactivated_at, version) VALUES ('mem_2', 'Karim', 'karim@example.org', 'fr', 0, 1795435200000, NULL, 1);
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
INSERT INTO channels (id, calendar_id, platform, name, state, remote_id, handle, url, settings, facts, limits, rules, credentials, expires_at, warned, created_at, archived_at, version) VALUES ('chan_1', 'cal_1', 'on chan_1', 'chan_1', 'connected', 'account of chan_1', '', '', '{"server":"wall.example"}', 'null', '{"Text":null,"TextOrMedia":false,"MediaRequired":false,"Parts":3,"FirstComment":false,"LinkCard":false,"CardOrMedia":false,"Media":{"Max":0,"Types":null,"Alt":{"Max":0,"Counting":{"Unit":"","LinkLength":0,"LocalMentions":false}},"Pixels":0,"AltAdvised":false},"Options":null,"Lead":0}', '{"MinimumGap":0,"DailyQuota":0,"QuietHours":null}', X'6B08030A05345A6110491F04000E05495149080419190E081F4B030419180E4B090A1F1F0E19124B181F0A1B070E4916', NULL, '{"Expires":"0001-01-01T00:00:00Z","Days":0}', 1795435200000, NULL, 2);
INSERT INTO channels (id, calendar_id, platform, name, state, remote_id, handle, url, settings, facts, limits, rules, credentials, expires_at, warned, created_at, archived_at, version) VALUES ('chan_2', 'cal_1', 'on chan_2', 'chan_2', 'connected', 'account of chan_2', '', '', 'null', 'null', '{"Text":null,"TextOrMedia":false,"MediaRequired":false,"Parts":0,"FirstComment":false,"LinkCard":false,"CardOrMedia":false,"Media":{"Max":0,"Types":null,"Alt":{"Max":0,"Counting":{"Unit":"","LinkLength":0,"LocalMentions":false}},"Pixels":0,"AltAdvised":false},"Options":null,"Lead":0}', '{"MinimumGap":0,"DailyQuota":0,"QuietHours":null}', X'', NULL, '{"Expires":"0001-01-01T00:00:00Z","Days":0}', 1795435200000, NULL, 1);
CREATE INDEX channels_by_calendar ON channels (calendar_id, id);
CREATE INDEX channels_by_account ON channels (platform, remote_id);
CREATE INDEX channels_by_end ON channels (expires_at) WHERE expires_at IS NOT NULL;
CREATE TABLE campaigns (
    id          TEXT PRIMARY KEY,
    calendar_id TEXT NOT NULL REFERENCES calendars (id),
    name        TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    version     INTEGER NOT NULL
) STRICT;
INSERT INTO campaigns (id, calendar_id, name, created_at, version) VALUES ('camp_1', 'cal_1', 'x', 1795435200000, 1);
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
    version     INTEGER NOT NULL, links TEXT,
    CHECK (state != 'approved' OR approval IS NOT NULL)
) STRICT;
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links) VALUES ('post_06h16o6e3lu7n7hlqe8o6mnu58', 'cal_1', 'approved', 'published', 'published', NULL, NULL, '{"owner":"mem_1","planned":{"Local":"2026-11-23T13:00","Zone":"Europe/Paris","Fold":0}}', 2, 'mem_1', '{"Revision":2,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T11:00:00Z","Note":"a note","Self":true,"Hashes":{"chan_1":"35d075f33f88fe368f09efa8446c048a40bf07e1f0915dbcdd810cd498d5f604"},"Accounts":{"chan_1":"account of chan_1"},"Times":{"chan_1":{"Local":"2026-11-23T13:00","Zone":"Europe/Paris","Fold":0}},"Links":null}', NULL, 1795435200000, 1795431600000, 1795431600000, 3, NULL);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links) VALUES ('post_06h16o6e6dod7clmevjnnlu044', 'cal_1', 'in_review', 'in_review', 'rewritten', 'camp_1', NULL, '{"labels":["hiver"],"owner":"mem_1","planned":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0}}', 2, 'mem_1', '{"Revision":1,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"650525c899f0a9f13c1bae650b9aa4e924276efd67a6a2381567a7638dbbad59","chan_2":"16e2acb25f5c59ef18845982c372a1e30b6b664ff3b230011a3dd9d960ea2aef"},"Accounts":{"chan_1":"account of chan_1","chan_2":"account of chan_2"},"Times":{"chan_1":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0},"chan_2":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0}},"Links":null}', NULL, 1795593600000, 1795435201000, 1795435201000, 3, NULL);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links) VALUES ('post_06h16o6e7dve50rjd8tmq62t7s', 'cal_1', 'approved', 'scheduled', 'scheduled', NULL, 'pil_1', '{"brief":"un brief","notes":"une note","owner":"mem_1","planned":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}', 2, 'mem_1', '{"Revision":2,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"65780f7d8e3366dc9830aa7bf7b42561c2ad116032d9aca4c7cc6ecfd8389bbe"},"Accounts":{"chan_1":"account of chan_1"},"Times":{"chan_1":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}},"Links":null}', NULL, 1795507200000, 1795435201000, 1795435201000, 3, NULL);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version, links) VALUES ('post_06h16o6e8dok33isr5a6t71jok', 'cal_1', 'idea', 'idea', 'an idea', NULL, NULL, '{"owner":"mem_1"}', 1, 'mem_1', NULL, NULL, NULL, 1795435201000, 1795435201000, 1, NULL);
CREATE INDEX posts_by_due ON posts (calendar_id, first_due, id);
CREATE INDEX posts_by_status ON posts (calendar_id, status, first_due, id);
CREATE INDEX posts_by_campaign ON posts (campaign_id) WHERE campaign_id IS NOT NULL;
CREATE INDEX posts_by_pillar ON posts (pillar_id) WHERE pillar_id IS NOT NULL;
CREATE VIRTUAL TABLE posts_text USING fts4 (words, tokenize=unicode61 "remove_diacritics=2");
INSERT INTO posts_text (docid, words) VALUES (1, 'published
published
one
two
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
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h16o6e3lu7n7hlqe8o6mnu58', 1, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"052fbccf5ee9d03e6a6f92c51d88b1cac8a354f8e44697a0a255f09b035aabf7"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795431600000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h16o6e3lu7n7hlqe8o6mnu58', 2, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":{"chan_1":{"Text":null,"Parts":["one","two"],"Media":null,"Link":null,"NoLink":false,"FirstComment":"","Options":null}}}', '{"chan_1":"35d075f33f88fe368f09efa8446c048a40bf07e1f0915dbcdd810cd498d5f604"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795431600000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h16o6e6dod7clmevjnnlu044', 1, '{"Text":"rewritten","Language":"fr","Media":null,"Link":null,"Channels":["chan_1","chan_2"],"Variants":null}', '{"chan_1":"650525c899f0a9f13c1bae650b9aa4e924276efd67a6a2381567a7638dbbad59","chan_2":"16e2acb25f5c59ef18845982c372a1e30b6b664ff3b230011a3dd9d960ea2aef"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h16o6e6dod7clmevjnnlu044', 2, '{"Text":"rewritten since","Language":"fr","Media":null,"Link":null,"Channels":["chan_1","chan_2"],"Variants":null}', '{"chan_1":"0166a27046c1ad4520e03d9cac27d4281d98570f0c6b48bc1ac1a78c095384fa","chan_2":"dd3f30d95f283c4f09d07edaa63f4437c9838fbf3a8a62ecab5218b47a883b4d"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h16o6e7dve50rjd8tmq62t7s', 1, '{"Text":"scheduled","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"89359b91d713f99270d1c4ec89607507ff0bd5ea9a7bfa08452a3b0800654a5f"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h16o6e7dve50rjd8tmq62t7s', 2, '{"Text":"Un été de lumière https://maison.example","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"65780f7d8e3366dc9830aa7bf7b42561c2ad116032d9aca4c7cc6ecfd8389bbe"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h16o6e8dok33isr5a6t71jok', 1, '{"Text":"","Language":"","Media":null,"Link":null,"Channels":null,"Variants":null}', '{}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
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
    preflight_at INTEGER,
    UNIQUE (post_id, channel_id),
    CHECK ((holder = '') = (lease_until IS NULL)),
    CHECK (state != 'sending' OR holder != ''),
    CHECK (state NOT IN ('scheduled', 'held', 'sending') OR (next_at IS NOT NULL AND due_at IS NOT NULL)),
    CHECK (state NOT IN ('planned', 'published', 'missed', 'failed', 'dropped') OR next_at IS NULL),
    CHECK (state != 'published' OR out_at IS NOT NULL)
) STRICT;
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at) VALUES ('dlv_06h16o6e3lum9f56hafv28f9hg', 'post_06h16o6e3lu7n7hlqe8o6mnu58', 'cal_1', 'chan_1', 'on chan_1', 'published', 1795435200000, 1800000, NULL, 2, '35d075f33f88fe368f09efa8446c048a40bf07e1f0915dbcdd810cd498d5f604', 2, '', NULL, 0, 'null', 0, 0, 0, 'null', 1795435200100, NULL, 1795348800000);
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at) VALUES ('dlv_06h16o6e6dom369fhg9cu1la4g', 'post_06h16o6e6dod7clmevjnnlu044', 'cal_1', 'chan_1', 'on chan_1', 'planned', 1795593600000, 1800000, NULL, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795507200000);
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at) VALUES ('dlv_06h16o6e6dos75gk34enhea7pc', 'post_06h16o6e6dod7clmevjnnlu044', 'cal_1', 'chan_2', 'on chan_2', 'planned', 1795593600000, 1800000, NULL, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795507200000);
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at) VALUES ('dlv_06h16o6e7dvj384t2g9ts8i7c4', 'post_06h16o6e7dve50rjd8tmq62t7s', 'cal_1', 'chan_1', 'on chan_1', 'scheduled', 1795507200000, 1800000, 1795507200000, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795420800000);
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
INSERT INTO pauses (id, calendar_id, scope, scope_id, reason, made_by, from_at, until_at, version) VALUES ('pau_06h16o6e8houb15f21n5rvchfs', 'cal_1', 'channel', 'chan_2', 'an accident', '{"Member":"","Name":"","Token":"","Maker":"","Language":"","May":null}', 1795435201000, 1795435261000, 2);
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
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (5, 1795435200000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'member.added', 'mem_2', '', 0, '', '', '', '938082fcbde424c352c32db5b0a45faeaa7667399ac096842363d734e92507a8', '76864333e3f78eea6cf5c99507124b1733caae49d5eca42beb4b5b5c4ec26652');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (6, 1795435200000, '', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'token.created', 'tok_1', '', 0, '', '', '', 'd7f5609b0eb591cb1ef94ddd05ac2ccddbd6436df9512bd9837ccea130e8ddb1', '0f5cdf77a432af67b1799ad8a64cfbf4e785907c28f7c77f971094f10a96747d');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (7, 1795435200000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'channel.updated', 'chan_1', '', 0, '', '', '', '76864333e3f78eea6cf5c99507124b1733caae49d5eca42beb4b5b5c4ec26652', '8926c543346602df66905d271a0acdf0c23306bd72d8127f9734bb86feec3e60');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (8, 1795435200000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'campaign.created', 'camp_1', '', 0, '', '', '', '8926c543346602df66905d271a0acdf0c23306bd72d8127f9734bb86feec3e60', '9e5b71a4224051e389548fb40bb3717007823caa020bf9f28c243b8e9d087c4b');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (9, 1795435200000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'pillar.created', 'pil_1', '', 0, '', '', '', '9e5b71a4224051e389548fb40bb3717007823caa020bf9f28c243b8e9d087c4b', '04a9796636ba74e32012db9a8fdfbc5c073c0cb2343769c1b6d34cdfca51e6ac');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (10, 1795435200000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'media.added', 'med_1', '', 0, '', '', '', '04a9796636ba74e32012db9a8fdfbc5c073c0cb2343769c1b6d34cdfca51e6ac', '329aa0834e42c1d4d591ae1a37f6ea76c91fdcf39fe860fbb15f91f64785cb93');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (11, 1795431600000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.created', 'post_06h16o6e3lu7n7hlqe8o6mnu58', 'post_06h16o6e3lu7n7hlqe8o6mnu58', 1, 'draft', '', '', '329aa0834e42c1d4d591ae1a37f6ea76c91fdcf39fe860fbb15f91f64785cb93', '80c64376cdb1429178dfca00e535d3cf436b90ec8707185028bc717df94fdd61');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (12, 1795431600000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.revised', 'post_06h16o6e3lu7n7hlqe8o6mnu58', 'post_06h16o6e3lu7n7hlqe8o6mnu58', 2, 'draft', '', '', '80c64376cdb1429178dfca00e535d3cf436b90ec8707185028bc717df94fdd61', '248359dac1f52d3eba7ce9d1a46c980592e9058d02b5e59c9ad70ea78bb0361d');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (13, 1795431600000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.submitted', 'post_06h16o6e3lu7n7hlqe8o6mnu58', 'post_06h16o6e3lu7n7hlqe8o6mnu58', 2, 'scheduled', 'a note', '', '248359dac1f52d3eba7ce9d1a46c980592e9058d02b5e59c9ad70ea78bb0361d', '2f64e1331640868c8ef4934682a2f0bcc2dad6e7ad1b4bad38c463328334ddc8');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (14, 1795431600000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.approved', 'post_06h16o6e3lu7n7hlqe8o6mnu58', 'post_06h16o6e3lu7n7hlqe8o6mnu58', 2, 'scheduled', 'a note', '', '2f64e1331640868c8ef4934682a2f0bcc2dad6e7ad1b4bad38c463328334ddc8', '239cc45fbbb01ec4b35a4af990941add97ca34ee8a364c4b02b9967e24988ff4');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (15, 1795435201100, 'cal_1', '{"Member":"","Name":"parution","Token":"","Maker":"","Language":"","May":null}', 'delivery.published', 'dlv_06h16o6e3lum9f56hafv28f9hg', 'post_06h16o6e3lu7n7hlqe8o6mnu58', 2, 'published', '', '', '239cc45fbbb01ec4b35a4af990941add97ca34ee8a364c4b02b9967e24988ff4', 'b1c6db01ffe81db4476b3bab1dc86986cf1f05b612b3a67fa10df73d168d4494');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (16, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.created', 'post_06h16o6e6dod7clmevjnnlu044', 'post_06h16o6e6dod7clmevjnnlu044', 1, 'draft', '', '', 'b1c6db01ffe81db4476b3bab1dc86986cf1f05b612b3a67fa10df73d168d4494', 'e8dcd4c4da4d46421d5e07faac53fa6a6f3fe76ec021d2c9a7c4ba9e47a166ae');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (17, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.submitted', 'post_06h16o6e6dod7clmevjnnlu044', 'post_06h16o6e6dod7clmevjnnlu044', 1, 'scheduled', 'a note', '', 'e8dcd4c4da4d46421d5e07faac53fa6a6f3fe76ec021d2c9a7c4ba9e47a166ae', '551c38ece89514775375814e6fdc7cbbbf140797416dadc5be80c2debe084d86');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (18, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.approved', 'post_06h16o6e6dod7clmevjnnlu044', 'post_06h16o6e6dod7clmevjnnlu044', 1, 'scheduled', 'a note', '', '551c38ece89514775375814e6fdc7cbbbf140797416dadc5be80c2debe084d86', 'd799cf61319294b98cd2bd9530233a4ff73617a36b2056f47e99019b2cbd60fe');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (19, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.revised', 'post_06h16o6e6dod7clmevjnnlu044', 'post_06h16o6e6dod7clmevjnnlu044', 2, 'in_review', '', '', 'd799cf61319294b98cd2bd9530233a4ff73617a36b2056f47e99019b2cbd60fe', 'af88f8a22da9770708626f8f24cb2c39cdc74d6a1df243e405b72e2909019425');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (20, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.approval_lost', 'post_06h16o6e6dod7clmevjnnlu044', 'post_06h16o6e6dod7clmevjnnlu044', 2, 'in_review', '', '', 'af88f8a22da9770708626f8f24cb2c39cdc74d6a1df243e405b72e2909019425', '6bcb71815fec0ac90a0df176e3d2b928901dc3ff536976888ee13c9f30fb9c44');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (21, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.created', 'post_06h16o6e7dve50rjd8tmq62t7s', 'post_06h16o6e7dve50rjd8tmq62t7s', 1, 'draft', '', '', '6bcb71815fec0ac90a0df176e3d2b928901dc3ff536976888ee13c9f30fb9c44', 'a0b4d5b2b6a6062e97b8c89912a534ed6a139cfb0ce60747154abb392467bb0a');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (22, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.revised', 'post_06h16o6e7dve50rjd8tmq62t7s', 'post_06h16o6e7dve50rjd8tmq62t7s', 2, 'draft', '', '', 'a0b4d5b2b6a6062e97b8c89912a534ed6a139cfb0ce60747154abb392467bb0a', 'e74eb3d91ac26bf4a8f400451f7fffc74c496e384dde6a7ba1967a41d3209de5');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (23, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.submitted', 'post_06h16o6e7dve50rjd8tmq62t7s', 'post_06h16o6e7dve50rjd8tmq62t7s', 2, 'scheduled', 'a note', '', 'e74eb3d91ac26bf4a8f400451f7fffc74c496e384dde6a7ba1967a41d3209de5', 'dee573a30934de1fa3d43079055b3cdc687b6bb8d1e9bf84cb8cbf873ca05ebe');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (24, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.approved', 'post_06h16o6e7dve50rjd8tmq62t7s', 'post_06h16o6e7dve50rjd8tmq62t7s', 2, 'scheduled', 'a note', '', 'dee573a30934de1fa3d43079055b3cdc687b6bb8d1e9bf84cb8cbf873ca05ebe', '0cf5be1357e4081a04a27d5c1dbd7cb7d1280c43353c58cd2ec51cd26d8a2584');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (25, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.created', 'post_06h16o6e8dok33isr5a6t71jok', 'post_06h16o6e8dok33isr5a6t71jok', 1, 'idea', '', '', '0cf5be1357e4081a04a27d5c1dbd7cb7d1280c43353c58cd2ec51cd26d8a2584', '6bfa0b3a7e77b9bdfcd41a4f3e87c68be83260aa64c8bc8b9ed0165c1986153d');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (26, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'pause.made', 'pau_06h16o6e8houb15f21n5rvchfs', '', 0, '', 'an accident', '', '6bfa0b3a7e77b9bdfcd41a4f3e87c68be83260aa64c8bc8b9ed0165c1986153d', '033eb2011b7cc23734f15b1ec2c3a6ba950341364e13fa661bd56cdc72fdeed3');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (27, 1795435261000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'pause.updated', 'pau_06h16o6e8houb15f21n5rvchfs', '', 0, '', '', '', '033eb2011b7cc23734f15b1ec2c3a6ba950341364e13fa661bd56cdc72fdeed3', '89a3efd254a674c788b9a08d46ea4dc081f67d5d252b4b875613b4596db358ad');
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
    sent_at        INTEGER,
    PRIMARY KEY (delivery_id, number),
    CHECK ((state = 'published') = (sent_at IS NOT NULL)),
    CHECK ((first_heard_at IS NULL) = (last_heard_at IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO parts (delivery_id, number, kind, state, key, key_at, first_heard_at, last_heard_at, attempts, prepared, prepared_at, remote_id, url, token, sent_at) VALUES ('dlv_06h16o6e3lum9f56hafv28f9hg', 0, 'post', 'published', 'key_06h16o6e59s1332cg4tt4f5j8g', 1795435200000, 1795435200000, 1795435200000, 1, NULL, NULL, '1', 'https://wall.example/1', 't', 1795435200100);
INSERT INTO parts (delivery_id, number, kind, state, key, key_at, first_heard_at, last_heard_at, attempts, prepared, prepared_at, remote_id, url, token, sent_at) VALUES ('dlv_06h16o6e3lum9f56hafv28f9hg', 1, 'post', 'published', 'key_06h16o6e59s1r3tnrps2hlcejc', 1795435201000, 1795435201000, 1795435201000, 1, NULL, NULL, '2', 'https://wall.example/2', '', 1795435201100);
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
INSERT INTO attempts (delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message) VALUES ('dlv_06h16o6e3lum9f56hafv28f9hg', 1, 'send', 0, 'key_06h16o6e59s1332cg4tt4f5j8g', 2, 'daemon', 1795435200000, 1795435200100, 'done', '', '');
INSERT INTO attempts (delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message) VALUES ('dlv_06h16o6e3lum9f56hafv28f9hg', 2, 'send', 1, 'key_06h16o6e59s1r3tnrps2hlcejc', 2, 'daemon', 1795435201000, 1795435201100, 'done', '', '');
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
INSERT INTO post_links (url, post_id) VALUES ('https://maison.example', 'post_06h16o6e7dve50rjd8tmq62t7s');
