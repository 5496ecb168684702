import { Anchor, Button, Group, Tabs, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { api, ask, type Post, Refused, type Schemas, versioned } from '../../api/client';
import { keys, useChannels } from '../../api/queries';
import { useHere } from '../../app/here';
import { Waiting } from '../../app/waiting';
import { selectionOf } from '../../lib/passage';
import { type About, copyKey } from '../../post/copies';
import { type Conflict, type Draft, draftOf, emptyDraft, merge, patchOf } from '../../post/draft';
import { MoveButtons } from '../../post/move-buttons';
import { Preview } from '../../post/preview';
import { Talk, useOpenThreads } from '../../post/talk';
import { CrisisMark } from '../../ui/crisis-mark';
import { Icon } from '../../ui/icons';
import { Status } from '../../ui/status';
import { sentence, showNotices, showTrouble } from '../../ui/trouble';
import { Consequence, useConsequence } from './consequence';
import { Editor } from './editor';
import { History } from './history';
import { dropCopy, fetchCopy, type Kept, keptOf, nameOf, unsaved, useKept } from './kept';
import { MergeDialog } from './merge';
import classes from './page.module.css';
import { Presence } from './presence';
import { Side } from './side';

// The composer: one post, written once, and adapted per channel where it must be.
export function Component() {
  const { post: id = '' } = useParams();
  const { calendar, me, may } = useHere();
  const [search] = useSearchParams();
  const fresh = id === 'new';
  const found = useQuery({
    queryKey: [...keys.post(id), 'versioned'],
    queryFn: () => versioned(api.GET('/api/v1/posts/{post}', { params: { path: { post: id } } })),
    enabled: !fresh,
  });
  const copy = useQuery({
    queryKey: ['working-copy', id],
    queryFn: () => fetchCopy(id),
    enabled: !fresh,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (fresh) {
    const at = (may('schedule') && search.get('at')) || '';
    return <Composer key={calendar.id} start={emptyDraft(calendar.language, at.length === 10 ? `${at}T09:00` : at)} />;
  }
  if (found.error && !found.data) return <p role="alert">{sentence(found.error)}</p>;
  if (!found.data || copy.isPending) return <Waiting />;
  const { data: post, etag } = found.data;
  const zone = calendar.time_zone;
  const kept = unsaved.read(nameOf(me.member, calendar.id, id)) ?? (copy.data ? keptOf(copy.data, post, zone) : null);
  return <Composer key={id} post={post} etag={etag} start={draftOf(post, zone)} kept={kept} />;
}

interface ComposerProps {
  post?: Post;
  etag?: string;
  start: Draft;
  kept?: Kept | null;
}

// What the reader started from: the post's version, and the draft that it was.
interface Base {
  etag: string;
  draft: Draft;
}

function Composer({ post, etag = '', start, kept: given }: ComposerProps) {
  const { calendar, me, may } = useHere();
  const { t } = useTranslation('post');
  const client = useQueryClient();
  const navigate = useNavigate();
  const channels = useChannels(calendar.id).data;
  const byId = useMemo(() => new Map(channels?.map((c) => [c.id, c])), [channels]);
  const id = post?.id ?? 'new';
  const name = nameOf(me.member, calendar.id, id);
  const [kept] = useState(() => given ?? (post ? null : unsaved.read(name)));
  const [base, setBase] = useState<Base>(kept?.base ?? { etag, draft: start });
  const [draft, setDraft] = useState<Draft>(kept?.draft ?? start);
  const [restored, setRestored] = useState(Boolean(kept));
  const [active, setActive] = useState('');
  const [beside, setBeside] = useState<string | null>('preview');
  const [about, setAbout] = useState<About | null>(null);
  const [collision, setCollision] = useState<{ conflicts: Conflict[]; merged: Draft; base: Base } | null>(null);
  const [busy, setBusy] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  const latest = useRef(draft);
  latest.current = draft;

  const patch = patchOf(base.draft, draft, calendar.time_zone);
  const dirty = Object.keys(patch).length > 0;
  useKept(name, id, dirty ? { base, draft } : null, calendar.time_zone);
  const consequence = useConsequence(post, dirty ? patch : null);

  // whoever has changed nothing follows what others save
  if (!dirty && post && base.etag !== etag) {
    setBase({ etag, draft: start });
    setDraft(start);
  }

  // what has been typed since it was sent stays, over what was saved
  const typedSince = (sent: Draft, saved: Draft) =>
    latest.current === sent ? saved : merge(sent, latest.current, saved).merged;

  const settle = (saved: Post, savedETag: string, sent: Draft) => {
    const draftNow = draftOf(saved, calendar.time_zone);
    unsaved.drop(name);
    dropCopy(id);
    showNotices(saved.notices);
    setRestored(false);
    setBase({ etag: savedETag, draft: draftNow });
    setDraft(typedSince(sent, draftNow));
    client.setQueryData([...keys.post(saved.id), 'versioned'], { data: saved, etag: savedETag });
    client.setQueryData(keys.post(saved.id), saved);
    client.invalidateQueries({ queryKey: keys.posts(calendar.id) });
  };

  const create = async () => {
    const made = await ask(
      api.POST('/api/v1/calendars/{calendar}/posts', {
        params: { path: { calendar: calendar.id }, header: { 'Idempotency-Key': key } },
        body: patchOf(emptyDraft(calendar.language, ''), draft, calendar.time_zone),
      }),
    );
    showNotices(made.notices);
    if (latest.current !== draft) {
      const now = await versioned(api.GET('/api/v1/posts/{post}', { params: { path: { post: made.id } } }));
      const saved = draftOf(now.data, calendar.time_zone);
      const typed = { base: { etag: now.etag, draft: saved }, draft: typedSince(draft, saved) };
      unsaved.keep(nameOf(me.member, calendar.id, made.id), typed);
    }
    unsaved.drop(name);
    client.invalidateQueries({ queryKey: keys.posts(calendar.id) });
    navigate(`/calendars/${calendar.id}/posts/${made.id}`, { replace: true });
  };

  const update = async (mine: Draft, from: Base, until?: 'hold' | 'release_approved') => {
    const body = { ...patchOf(from.draft, mine, calendar.time_zone), ...(until && { until_approved: until }) };
    const saved = await versioned(
      api.PATCH('/api/v1/posts/{post}', { params: { path: { post: id }, header: { 'If-Match': from.etag } }, body }),
    );
    settle(saved.data, saved.etag, mine);
  };

  // an approver puts right what they see, and signs it, in one act
  const correct = async () => {
    setBusy(true);
    try {
      const { revision: _, ...edit } = patch;
      const saved = await versioned(
        api.POST('/api/v1/posts/{post}/correct-and-approve', {
          params: { path: { post: id }, header: { 'If-Match': base.etag } },
          body: { edit },
        }),
      );
      settle(saved.data, saved.etag, draft);
    } catch (error) {
      if (error instanceof Refused && error.status === 412) await collide(draft, base).catch(showTrouble);
      else showTrouble(error);
    } finally {
      setBusy(false);
    }
  };

  // somebody saved first: what does not collide is joined, and what does is shown
  const collide = async (mine: Draft, from: Base) => {
    const now = await versioned(api.GET('/api/v1/posts/{post}', { params: { path: { post: id } } }));
    const theirs = draftOf(now.data, calendar.time_zone);
    const { merged, conflicts } = merge(from.draft, mine, theirs);
    setCollision({ merged, conflicts, base: { etag: now.etag, draft: theirs } });
  };

  const save = async (mine = draft, from = base, until?: 'hold' | 'release_approved') => {
    setBusy(true);
    try {
      if (post) await update(mine, from, until);
      else await create();
      setCollision(null);
    } catch (error) {
      if (error instanceof Refused && error.status === 412) await collide(mine, from).catch(showTrouble);
      else showTrouble(error);
    } finally {
      setBusy(false);
    }
  };

  // what saving takes away is said first
  const saveKnowing = async () => {
    setBusy(true);
    const lost = await consequence.check();
    setBusy(false);
    if (lost) consequence.ask();
    else await save();
  };

  const discard = () => {
    unsaved.drop(name);
    dropCopy(id);
    setRestored(false);
    setBase({ etag, draft: start });
    setDraft(start);
  };
  const shown = byId.get(active) ?? byId.get(draft.channels[0] ?? '');
  const corrects =
    dirty && post?.state === 'in_review' && may('write') && may('approve') && calendar.policy.self_approval;
  const open = useOpenThreads(post?.id);
  const writes = may('write') && post?.state !== 'archived';
  // a thread leads to where its passage stands in the text
  const show = ({ anchor }: Schemas['Comment']) => {
    if (!anchor?.now) return;
    const { now } = anchor;
    flushSync(() => setActive(anchor.channel));
    // a channel without words of its own says what all say: a client speaks of it by the channel
    const field = [anchor.channel, '']
      .map((channel) => copyKey({ channel, part: now.part }))
      .map((copy) => document.querySelector<HTMLTextAreaElement>(`[data-copy="${copy}"]`))
      .find((one) => one !== null);
    if (!field) return;
    const { from, to } = selectionOf(field.value, now);
    field.focus();
    field.setSelectionRange(from, to);
    field.scrollIntoView({ block: 'center' });
  };

  return (
    <div className={classes.composer}>
      <header className={classes.head}>
        <Anchor component={Link} to={`/calendars/${calendar.id}`} className={classes.back} underline="hover">
          <Icon name="left" size={15} /> {t('back')}
        </Anchor>
        {post && <Status status={post.status} label={post.status_label} />}
        {post?.crisis && <CrisisMark />}
        {post && <Presence post={post.id} editing={dirty} />}
        <Group gap="xs" className={classes.actions}>
          {post && (
            <MoveButtons
              post={post}
              blocked={dirty}
              moved={() => client.invalidateQueries({ queryKey: keys.post(post.id) })}
            />
          )}
          {corrects && (
            <Button variant="default" onClick={correct} loading={busy}>
              {t('saveAndApprove')}
            </Button>
          )}
          {writes && (
            <Button
              variant={dirty || !post ? 'filled' : 'default'}
              disabled={!dirty && Boolean(post)}
              loading={busy}
              onClick={saveKnowing}
            >
              {t('save')}
            </Button>
          )}
        </Group>
      </header>
      {post?.crisis && (
        <div className={classes.notice}>
          <Text size="sm">{t('crisis')}</Text>
        </div>
      )}
      {restored && (
        <div className={classes.notice}>
          <Text size="sm">{t('restored')}</Text>
          <Button size="compact-sm" variant="subtle" onClick={discard}>
            {t('discard')}
          </Button>
        </div>
      )}
      <Consequence
        found={consequence}
        save={(until) => save(draft, base, until)}
        policy={calendar.policy.until_approved as 'hold' | 'release_approved'}
      />
      {post && post.problems.length > 0 && (
        <ul className={classes.problems}>
          {post.problems.map((p) => (
            <li key={p.code + p.pointer + (p.channel ?? '') + (p.about ?? '')}>
              <Icon name="warning" size={16} />
              {p.channel && byId.get(p.channel) ? `${byId.get(p.channel)?.name}\u202f: ` : ''}
              {p.message}
            </li>
          ))}
        </ul>
      )}
      {post?.changes && (
        <div className={classes.notice}>
          <Text size="sm">
            <strong>{t('changesAsked', { name: post.changes.by.name })}</strong>{' '}
            {post.changes.reasons.map((r) => r.label).join(', ')}
            {post.changes.note && ` — ${post.changes.note}`}
          </Text>
        </div>
      )}
      <div className={classes.columns}>
        <fieldset disabled={!writes} className={classes.left}>
          <Editor
            draft={draft}
            change={setDraft}
            channels={channels ?? []}
            active={active}
            setActive={setActive}
            revision={post && may('comment') && !dirty ? post.revision : undefined}
            remark={(passage) => {
              setAbout(passage);
              setBeside('talk');
            }}
          />
        </fieldset>
        <aside className={classes.right} aria-label={t('aside')}>
          <fieldset disabled={!writes} className={classes.plain}>
            <Side draft={draft} change={setDraft} />
          </fieldset>
          <Tabs value={beside} onChange={setBeside} keepMounted={false}>
            <Tabs.List aria-label={t('beside')}>
              <Tabs.Tab value="preview">{t('preview')}</Tabs.Tab>
              {post && (
                <Tabs.Tab value="talk">
                  {t('talk.tab')}
                  {open > 0 && <span className={classes.count}>{open}</span>}
                </Tabs.Tab>
              )}
              {post && <Tabs.Tab value="history">{t('history.tab')}</Tabs.Tab>}
            </Tabs.List>
            <Tabs.Panel value="preview" pt="md">
              {shown ? <Preview draft={draft} channel={shown} /> : <Text c="dimmed">{t('previewNone')}</Text>}
            </Tabs.Panel>
            {post && (
              <Tabs.Panel value="talk" pt="md">
                <Talk
                  post={post}
                  etag={etag}
                  blocked={dirty}
                  about={about?.revision === post.revision ? about : null}
                  setAbout={setAbout}
                  show={writes ? show : undefined}
                />
              </Tabs.Panel>
            )}
            {post && (
              <Tabs.Panel value="history" pt="md">
                <History post={post} etag={etag} blocked={dirty} />
              </Tabs.Panel>
            )}
          </Tabs>
        </aside>
      </div>
      {collision && (
        <MergeDialog
          collision={collision}
          channels={byId}
          busy={busy}
          close={() => setCollision(null)}
          done={(merged) => {
            latest.current = merged;
            setDraft(merged);
            setBase(collision.base);
            save(merged, collision.base);
          }}
        />
      )}
    </div>
  );
}
