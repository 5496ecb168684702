-- A database as schema 3 left it, with a few rows. It is never changed: databases like it are out there.

CREATE TABLE goose_db_version (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		version_id INTEGER NOT NULL,
		is_applied INTEGER NOT NULL,
		tstamp TIMESTAMP DEFAULT (datetime('now'))
	);
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (1, 0, 1, '2026-11-25 15:22:46');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (2, 1, 1, '2026-11-25 15:22:46');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (3, 2, 1, '2026-11-25 15:22:46');
INSERT INTO goose_db_version (id, version_id, is_applied, tstamp) VALUES (4, 3, 1, '2026-11-25 15:22:46');
CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO settings (name, value) VALUES ('file', '10021098 of 1795620166.291068328');
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
INSERT INTO calendars (id, name, zone, language, policy, created_at, archived_at, version) VALUES ('cal_1', 'Maison', 'Europe/Paris', 'fr', '{"Approval":"one","NoSelfApproval":false,"Lateness":1800000000000,"UntilApproved":"hold","ResendWhenLikely":false,"TokensMayApprove":false,"AltTextsRequired":false,"Blackouts":null,"QuietHours":null}', 1795435200000, NULL, 1);
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
    version     INTEGER NOT NULL,
    CHECK (state != 'approved' OR approval IS NOT NULL)
) STRICT;
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version) VALUES ('post_06h16jaqu5rfhcekk02v9uq2nc', 'cal_1', 'approved', 'published', 'published', NULL, NULL, '{"owner":"mem_1","planned":{"Local":"2026-11-23T13:00","Zone":"Europe/Paris","Fold":0}}', 2, 'mem_1', '{"Revision":2,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T11:00:00Z","Note":"a note","Self":true,"Hashes":{"chan_1":"35d075f33f88fe368f09efa8446c048a40bf07e1f0915dbcdd810cd498d5f604"},"Accounts":{"chan_1":"account of chan_1"},"Times":{"chan_1":{"Local":"2026-11-23T13:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795435200000, 1795431600000, 1795431600000, 3);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version) VALUES ('post_06h16jar59rol56hd8osok45eo', 'cal_1', 'in_review', 'in_review', 'rewritten', 'camp_1', NULL, '{"labels":["hiver"],"owner":"mem_1","planned":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0}}', 2, 'mem_1', '{"Revision":1,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"650525c899f0a9f13c1bae650b9aa4e924276efd67a6a2381567a7638dbbad59","chan_2":"16e2acb25f5c59ef18845982c372a1e30b6b664ff3b230011a3dd9d960ea2aef"},"Accounts":{"chan_1":"account of chan_1","chan_2":"account of chan_2"},"Times":{"chan_1":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0},"chan_2":{"Local":"2026-11-25T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795593600000, 1795435201000, 1795435201000, 3);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version) VALUES ('post_06h16jar8to518m8la8eqao600', 'cal_1', 'approved', 'scheduled', 'scheduled', NULL, 'pil_1', '{"brief":"un brief","notes":"une note","owner":"mem_1","planned":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}', 2, 'mem_1', '{"Revision":2,"By":{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null},"At":"2026-11-23T12:00:01Z","Note":"a note","Self":true,"Hashes":{"chan_1":"617d8b8f8a9908d6794e0f62b53658e45bddac6a7bf9bbbaf609b3d81e9fe388"},"Accounts":{"chan_1":"account of chan_1"},"Times":{"chan_1":{"Local":"2026-11-24T09:00","Zone":"Europe/Paris","Fold":0}}}', NULL, 1795507200000, 1795435201000, 1795435201000, 3);
INSERT INTO posts (id, calendar_id, state, status, title, campaign_id, pillar_id, sheet, revision, author_id, approval, hold, first_due, created_at, updated_at, version) VALUES ('post_06h16jarc1s0p3n57v01egivtg', 'cal_1', 'idea', 'idea', 'an idea', NULL, NULL, '{"owner":"mem_1"}', 1, 'mem_1', NULL, NULL, NULL, 1795435201000, 1795435201000, 1);
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
Un été de lumière');
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
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h16jaqu5rfhcekk02v9uq2nc', 1, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"052fbccf5ee9d03e6a6f92c51d88b1cac8a354f8e44697a0a255f09b035aabf7"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795431600000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h16jaqu5rfhcekk02v9uq2nc', 2, '{"Text":"published","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":{"chan_1":{"Text":null,"Parts":["one","two"],"Media":null,"Link":null,"NoLink":false,"FirstComment":"","Options":null}}}', '{"chan_1":"35d075f33f88fe368f09efa8446c048a40bf07e1f0915dbcdd810cd498d5f604"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795431600000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h16jar59rol56hd8osok45eo', 1, '{"Text":"rewritten","Language":"fr","Media":null,"Link":null,"Channels":["chan_1","chan_2"],"Variants":null}', '{"chan_1":"650525c899f0a9f13c1bae650b9aa4e924276efd67a6a2381567a7638dbbad59","chan_2":"16e2acb25f5c59ef18845982c372a1e30b6b664ff3b230011a3dd9d960ea2aef"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h16jar59rol56hd8osok45eo', 2, '{"Text":"rewritten since","Language":"fr","Media":null,"Link":null,"Channels":["chan_1","chan_2"],"Variants":null}', '{"chan_1":"0166a27046c1ad4520e03d9cac27d4281d98570f0c6b48bc1ac1a78c095384fa","chan_2":"dd3f30d95f283c4f09d07edaa63f4437c9838fbf3a8a62ecab5218b47a883b4d"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h16jar8to518m8la8eqao600', 1, '{"Text":"scheduled","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"89359b91d713f99270d1c4ec89607507ff0bd5ea9a7bfa08452a3b0800654a5f"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h16jar8to518m8la8eqao600', 2, '{"Text":"Un été de lumière","Language":"fr","Media":null,"Link":null,"Channels":["chan_1"],"Variants":null}', '{"chan_1":"617d8b8f8a9908d6794e0f62b53658e45bddac6a7bf9bbbaf609b3d81e9fe388"}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
INSERT INTO revisions (post_id, number, content, hashes, author, made_at) VALUES ('post_06h16jarc1s0p3n57v01egivtg', 1, '{"Text":"","Language":"","Media":null,"Link":null,"Channels":null,"Variants":null}', '{}', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 1795435201000);
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
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at) VALUES ('dlv_06h16jaqu5rr334b6biam8393c', 'post_06h16jaqu5rfhcekk02v9uq2nc', 'cal_1', 'chan_1', 'on chan_1', 'published', 1795435200000, 1800000, NULL, 2, '35d075f33f88fe368f09efa8446c048a40bf07e1f0915dbcdd810cd498d5f604', 2, '', NULL, 0, 'null', 0, 0, 0, 'null', 1795435200100, NULL, 1795348800000);
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at) VALUES ('dlv_06h16jar59s8jbv4u71ibqn7p0', 'post_06h16jar59rol56hd8osok45eo', 'cal_1', 'chan_1', 'on chan_1', 'planned', 1795593600000, 1800000, NULL, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795507200000);
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at) VALUES ('dlv_06h16jar59s9h0hj4qj1imp6go', 'post_06h16jar59rol56hd8osok45eo', 'cal_1', 'chan_2', 'on chan_2', 'planned', 1795593600000, 1800000, NULL, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795507200000);
INSERT INTO deliveries (id, post_id, calendar_id, channel_id, platform, state, due_at, tolerance_ms, next_at, revision, hash, attempt, holder, lease_until, stopped, holds, tries, looks, resend, trouble, out_at, preflight, preflight_at) VALUES ('dlv_06h16jar8tojl4bbitcihajcb4', 'post_06h16jar8to518m8la8eqao600', 'cal_1', 'chan_1', 'on chan_1', 'scheduled', 1795507200000, 1800000, 1795507200000, 0, '', 0, '', NULL, 0, 'null', 0, 0, 0, 'null', NULL, NULL, 1795420800000);
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
INSERT INTO pauses (id, calendar_id, scope, scope_id, reason, made_by, from_at, until_at, version) VALUES ('pau_06h16jarchrahe5kvkk4h8h6sk', 'cal_1', 'channel', 'chan_2', 'an accident', '{"Member":"","Name":"","Token":"","Maker":"","Language":"","May":null}', 1795435201000, 1795435261000, 2);
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
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (11, 1795431600000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.created', 'post_06h16jaqu5rfhcekk02v9uq2nc', 'post_06h16jaqu5rfhcekk02v9uq2nc', 1, 'draft', '', '', '329aa0834e42c1d4d591ae1a37f6ea76c91fdcf39fe860fbb15f91f64785cb93', 'c19cc7ee9b03cf3a54733019a768b9265b5d1b01d35b7ab901fa7cca78cd5a75');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (12, 1795431600000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.revised', 'post_06h16jaqu5rfhcekk02v9uq2nc', 'post_06h16jaqu5rfhcekk02v9uq2nc', 2, 'draft', '', '', 'c19cc7ee9b03cf3a54733019a768b9265b5d1b01d35b7ab901fa7cca78cd5a75', '6ca99fbb62eeeb81de80ef73724bf9918262472edcb0920c7c176aaa63e61037');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (13, 1795431600000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.submitted', 'post_06h16jaqu5rfhcekk02v9uq2nc', 'post_06h16jaqu5rfhcekk02v9uq2nc', 2, 'scheduled', 'a note', '', '6ca99fbb62eeeb81de80ef73724bf9918262472edcb0920c7c176aaa63e61037', 'cecd1de9e9328171feca8282c11b66a29be9ae142f8e6032e1384ed378ab48b0');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (14, 1795431600000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.approved', 'post_06h16jaqu5rfhcekk02v9uq2nc', 'post_06h16jaqu5rfhcekk02v9uq2nc', 2, 'scheduled', 'a note', '', 'cecd1de9e9328171feca8282c11b66a29be9ae142f8e6032e1384ed378ab48b0', '3c93b32c341aff4995de923d84e20e4c35c30e4aff96757da239f18010522ba1');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (15, 1795435201100, 'cal_1', '{"Member":"","Name":"parution","Token":"","Maker":"","Language":"","May":null}', 'delivery.published', 'dlv_06h16jaqu5rr334b6biam8393c', 'post_06h16jaqu5rfhcekk02v9uq2nc', 2, 'published', '', '', '3c93b32c341aff4995de923d84e20e4c35c30e4aff96757da239f18010522ba1', 'a39000c0f479eff5456e21172bbc83b19a98d985ad17d3f13e978561e5637e2b');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (16, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.created', 'post_06h16jar59rol56hd8osok45eo', 'post_06h16jar59rol56hd8osok45eo', 1, 'draft', '', '', 'a39000c0f479eff5456e21172bbc83b19a98d985ad17d3f13e978561e5637e2b', '340c4c24a5e03cf7cf03ce8aee8396ebc21fb3609f8066a3c133a1fe19256193');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (17, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.submitted', 'post_06h16jar59rol56hd8osok45eo', 'post_06h16jar59rol56hd8osok45eo', 1, 'scheduled', 'a note', '', '340c4c24a5e03cf7cf03ce8aee8396ebc21fb3609f8066a3c133a1fe19256193', 'a32215466e283e8d0734164a51f9d24caf7aea39c1a1556d61e56763de497791');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (18, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.approved', 'post_06h16jar59rol56hd8osok45eo', 'post_06h16jar59rol56hd8osok45eo', 1, 'scheduled', 'a note', '', 'a32215466e283e8d0734164a51f9d24caf7aea39c1a1556d61e56763de497791', '51dbd11b4545c8cb4de3a888923f7e0f62a47fccb38fca6c1117e0ac9ff0f2c0');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (19, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.revised', 'post_06h16jar59rol56hd8osok45eo', 'post_06h16jar59rol56hd8osok45eo', 2, 'in_review', '', '', '51dbd11b4545c8cb4de3a888923f7e0f62a47fccb38fca6c1117e0ac9ff0f2c0', '7bfa9f28a2d9b9214e9ce02330bf34820b89b26aee65bc1593b1433c78eb774f');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (20, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.approval_lost', 'post_06h16jar59rol56hd8osok45eo', 'post_06h16jar59rol56hd8osok45eo', 2, 'in_review', '', '', '7bfa9f28a2d9b9214e9ce02330bf34820b89b26aee65bc1593b1433c78eb774f', '4b4ed80024163b32ecc258b5d8b810393527e38d573ceee19112220d5073e71e');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (21, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.created', 'post_06h16jar8to518m8la8eqao600', 'post_06h16jar8to518m8la8eqao600', 1, 'draft', '', '', '4b4ed80024163b32ecc258b5d8b810393527e38d573ceee19112220d5073e71e', 'ed3653818e1f1aa26c85bde758cbccf571e05052d2f18080d7d0fc4bcde17e42');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (22, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.revised', 'post_06h16jar8to518m8la8eqao600', 'post_06h16jar8to518m8la8eqao600', 2, 'draft', '', '', 'ed3653818e1f1aa26c85bde758cbccf571e05052d2f18080d7d0fc4bcde17e42', '21a1d7ea649485f4a39c66ef5dfcdd6c2c13432a88163461549ff35ac6291f1b');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (23, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.submitted', 'post_06h16jar8to518m8la8eqao600', 'post_06h16jar8to518m8la8eqao600', 2, 'scheduled', 'a note', '', '21a1d7ea649485f4a39c66ef5dfcdd6c2c13432a88163461549ff35ac6291f1b', '8c714305926addf465491e9f9c897f4cd7769f60f729bea9d6319969dfd2fa95');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (24, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.approved', 'post_06h16jar8to518m8la8eqao600', 'post_06h16jar8to518m8la8eqao600', 2, 'scheduled', 'a note', '', '8c714305926addf465491e9f9c897f4cd7769f60f729bea9d6319969dfd2fa95', 'a59ad1c7ebea4682c31c69e465143e4b5555fe83c798b3bd2e0e88f6b2d64ab9');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (25, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'post.created', 'post_06h16jarc1s0p3n57v01egivtg', 'post_06h16jarc1s0p3n57v01egivtg', 1, 'idea', '', '', 'a59ad1c7ebea4682c31c69e465143e4b5555fe83c798b3bd2e0e88f6b2d64ab9', '92636604f25376328673c4cbb23d4055f3d13a2a34617da8bdb1d912760b3dde');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (26, 1795435201000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'pause.made', 'pau_06h16jarchrahe5kvkk4h8h6sk', '', 0, '', 'an accident', '', '92636604f25376328673c4cbb23d4055f3d13a2a34617da8bdb1d912760b3dde', 'c54fe126ad099e1ca997ec1d988956a7f5676e5e99a539755b825915186c5694');
INSERT INTO audit (seq, at, calendar_id, actor, action, subject, post_id, revision, status, note, detail, previous, hash) VALUES (27, 1795435261000, 'cal_1', '{"Member":"mem_1","Name":"Inès","Token":"","Maker":"","Language":"fr","May":null}', 'pause.updated', 'pau_06h16jarchrahe5kvkk4h8h6sk', '', 0, '', '', '', 'c54fe126ad099e1ca997ec1d988956a7f5676e5e99a539755b825915186c5694', '25edf9d76cfa24b700efcce526d84775bf89c15c831c267cf0677e665ce66da9');
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
INSERT INTO parts (delivery_id, number, kind, state, key, key_at, first_heard_at, last_heard_at, attempts, prepared, prepared_at, remote_id, url, token, sent_at) VALUES ('dlv_06h16jaqu5rr334b6biam8393c', 0, 'post', 'published', 'key_06h16jar1ps0lbm9o45li03ong', 1795435200000, 1795435200000, 1795435200000, 1, NULL, NULL, '1', 'https://wall.example/1', 't', 1795435200100);
INSERT INTO parts (delivery_id, number, kind, state, key, key_at, first_heard_at, last_heard_at, attempts, prepared, prepared_at, remote_id, url, token, sent_at) VALUES ('dlv_06h16jaqu5rr334b6biam8393c', 1, 'post', 'published', 'key_06h16jar1ps1nefqif9bjk67kk', 1795435201000, 1795435201000, 1795435201000, 1, NULL, NULL, '2', 'https://wall.example/2', '', 1795435201100);
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
INSERT INTO attempts (delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message) VALUES ('dlv_06h16jaqu5rr334b6biam8393c', 1, 'send', 0, 'key_06h16jar1ps0lbm9o45li03ong', 2, 'daemon', 1795435200000, 1795435200100, 'done', '', '');
INSERT INTO attempts (delivery_id, number, step, part, key, revision, holder, started_at, ended_at, verdict, code, message) VALUES ('dlv_06h16jaqu5rr334b6biam8393c', 2, 'send', 1, 'key_06h16jar1ps1nefqif9bjk67kk', 2, 'daemon', 1795435201000, 1795435201100, 'done', '', '');
CREATE TABLE rests (
    platform  TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    rest      TEXT NOT NULL,
    PRIMARY KEY (platform, remote_id)
) STRICT, WITHOUT ROWID;
INSERT INTO rests (platform, remote_id, rest) VALUES ('on chan_1', 'account of chan_1', '{"Reason":"","Until":"0001-01-01T00:00:00Z","Failures":1,"Since":"2026-11-23T12:00:01.1Z"}');
