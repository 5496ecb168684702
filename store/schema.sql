CREATE TABLE goose_db_version (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		version_id INTEGER NOT NULL,
		is_applied INTEGER NOT NULL,
		tstamp TIMESTAMP DEFAULT (datetime('now'))
	);

CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

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

CREATE TABLE roles (
    member_id   TEXT NOT NULL REFERENCES members (id),
    calendar_id TEXT NOT NULL REFERENCES calendars (id),
    role        TEXT NOT NULL CHECK (role IN ('manager', 'editor', 'contributor', 'reviewer', 'viewer')),
    PRIMARY KEY (member_id, calendar_id, role)
) STRICT;

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

CREATE INDEX campaigns_by_calendar ON campaigns (calendar_id, id);

CREATE TABLE pillars (
    id          TEXT PRIMARY KEY,
    calendar_id TEXT NOT NULL REFERENCES calendars (id),
    name        TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    version     INTEGER NOT NULL
) STRICT;

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

CREATE INDEX posts_by_due ON posts (calendar_id, first_due, id);

CREATE INDEX posts_by_status ON posts (calendar_id, status, first_due, id);

CREATE INDEX posts_by_campaign ON posts (campaign_id) WHERE campaign_id IS NOT NULL;

CREATE INDEX posts_by_pillar ON posts (pillar_id) WHERE pillar_id IS NOT NULL;

CREATE VIRTUAL TABLE posts_text USING fts4 (words, tokenize=unicode61 "remove_diacritics=2");

CREATE TABLE revisions (
    post_id TEXT NOT NULL REFERENCES posts (id),
    number  INTEGER NOT NULL,
    content TEXT NOT NULL,
    hashes  TEXT NOT NULL,
    author  TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (post_id, number)
) STRICT;

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

CREATE INDEX idempotency_by_age ON idempotency (used_at);

CREATE TABLE releaser (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    holder   TEXT NOT NULL,
    until_at INTEGER NOT NULL
) STRICT;

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

CREATE TABLE rests (
    platform  TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    rest      TEXT NOT NULL,
    PRIMARY KEY (platform, remote_id)
) STRICT, WITHOUT ROWID;

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

CREATE INDEX links_next ON links (next_at) WHERE next_at IS NOT NULL;

CREATE TABLE post_links (
    url     TEXT NOT NULL REFERENCES links (url),
    post_id TEXT NOT NULL REFERENCES posts (id),
    PRIMARY KEY (url, post_id)
) STRICT;

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

CREATE TABLE bundle_holders (
    member_id   TEXT NOT NULL REFERENCES members (id),
    calendar_id TEXT NOT NULL,
    bundle_id   TEXT NOT NULL,
    PRIMARY KEY (member_id, bundle_id),
    FOREIGN KEY (calendar_id, bundle_id) REFERENCES bundles (calendar_id, id)
) STRICT;

CREATE INDEX bundle_holders_by_bundle ON bundle_holders (calendar_id, bundle_id);

CREATE TABLE passwords (
    member_id TEXT PRIMARY KEY REFERENCES members (id),
    hash      TEXT NOT NULL,
    set_at    INTEGER NOT NULL
) STRICT;

CREATE TABLE second_factors (
    member_id    TEXT PRIMARY KEY REFERENCES members (id),
    secret       BLOB NOT NULL,
    step         INTEGER NOT NULL,
    made_at      INTEGER NOT NULL,
    confirmed_at INTEGER
) STRICT;

CREATE TABLE recovery_codes (
    member_id TEXT NOT NULL REFERENCES members (id),
    hash      BLOB NOT NULL,
    PRIMARY KEY (member_id, hash)
) STRICT;

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

CREATE INDEX comments_by_post ON comments (post_id, seq);

CREATE INDEX comments_by_calendar ON comments (calendar_id, seq);

CREATE TABLE comment_mentions (
    comment_id TEXT NOT NULL REFERENCES comments (id),
    member_id  TEXT NOT NULL REFERENCES members (id),
    PRIMARY KEY (comment_id, member_id)
) STRICT;

CREATE INDEX comment_mentions_by_member ON comment_mentions (member_id, comment_id);

CREATE TABLE comments_read (
    member_id TEXT NOT NULL REFERENCES members (id),
    post_id   TEXT NOT NULL REFERENCES posts (id),
    seq       INTEGER NOT NULL,
    PRIMARY KEY (member_id, post_id)
) STRICT;

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

CREATE INDEX delegations_by_calendar ON delegations (calendar_id, id);

CREATE INDEX delegations_by_end ON delegations (calendar_id, until_at);

CREATE INDEX campaigns_with_margins ON campaigns (calendar_id) WHERE margins IS NOT NULL;

CREATE TABLE readings (
    name TEXT PRIMARY KEY,
    seq  INTEGER NOT NULL
) STRICT;

CREATE TABLE notices (
    member_id   TEXT NOT NULL REFERENCES members (id),
    seq         INTEGER NOT NULL,
    calendar_id TEXT NOT NULL,
    weight      TEXT NOT NULL CHECK (weight IN ('alarm', 'duty', 'news')),
    told_at     INTEGER NOT NULL,
    read_at     INTEGER, dispatch_id TEXT,
    PRIMARY KEY (member_id, seq)
) STRICT, WITHOUT ROWID;

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

CREATE INDEX client_visits_by_link ON client_visits (link_id);

CREATE TABLE client_seen (
    link_id  TEXT NOT NULL REFERENCES client_links (id),
    post_id  TEXT NOT NULL REFERENCES posts (id),
    revision INTEGER NOT NULL,
    before   INTEGER NOT NULL CHECK (before < revision),
    PRIMARY KEY (link_id, post_id)
) STRICT;

CREATE TABLE identities (
    issuer    TEXT NOT NULL,
    subject   TEXT NOT NULL,
    member_id TEXT NOT NULL REFERENCES members (id),
    linked_at INTEGER NOT NULL,
    used_at   INTEGER NOT NULL,
    PRIMARY KEY (issuer, subject),
    UNIQUE (issuer, member_id)
) STRICT;

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

CREATE INDEX notices_by_dispatch ON notices (dispatch_id) WHERE dispatch_id IS NOT NULL;

CREATE TABLE wishes (
    member_id TEXT PRIMARY KEY REFERENCES members (id),
    wishes    TEXT NOT NULL,
    version   INTEGER NOT NULL
) STRICT;

CREATE TABLE digests (
    calendar_id TEXT NOT NULL REFERENCES calendars (id),
    kind        TEXT NOT NULL CHECK (kind IN ('daily', 'weekly')),
    day         TEXT NOT NULL,
    PRIMARY KEY (calendar_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE chat_accounts (
    id        TEXT PRIMARY KEY,
    member_id TEXT NOT NULL REFERENCES members (id),
    workspace TEXT NOT NULL,
    user_id   TEXT NOT NULL,
    linked_at INTEGER NOT NULL,
    UNIQUE (workspace, user_id)
) STRICT;

CREATE INDEX chat_accounts_by_member ON chat_accounts (member_id, id);

CREATE TABLE chat_codes (
    hash       BLOB PRIMARY KEY,
    member_id  TEXT NOT NULL REFERENCES members (id),
    expires_at INTEGER NOT NULL
) STRICT;

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

CREATE INDEX field_notes_by_calendar ON field_notes (calendar_id, seq);

CREATE INDEX field_notes_by_post ON field_notes (post_id, seq);

CREATE TABLE field_note_tags (
    note_id TEXT NOT NULL REFERENCES field_notes (id),
    tag     TEXT NOT NULL,
    PRIMARY KEY (note_id, tag)
) STRICT;

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

CREATE INDEX hooks_by_calendar ON hooks (calendar_id, id);

CREATE INDEX tokens_by_parent ON tokens (parent_id) WHERE parent_id IS NOT NULL;
