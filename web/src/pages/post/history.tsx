import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, every, type Post, type Schemas } from '../../api/client';
import { keys, useChannels } from '../../api/queries';
import { useHere } from '../../app/here';
import { clockTime, formatWall, wallAt } from '../../lib/time';
import { useAct } from '../../lib/use-act';
import { changesOf } from '../../post/changes';
import { DiffText } from '../../post/diff-text';
import { showNotices } from '../../ui/trouble';
import classes from './history.module.css';

type Revision = Schemas['Revision'];

interface HistoryProps {
  post: Post;
  etag: string;
  blocked: boolean; // by edits that are not saved yet
}

// History is every version that could have left: who wrote it, what it changed, which was approved and which is out.
export function History({ post, etag, blocked }: HistoryProps) {
  const { may } = useHere();
  const { t } = useTranslation('post');
  const [open, setOpen] = useState(post.revision);
  const { busy, act } = useAct(keys.post(post.id), keys.posts(post.calendar), keys.revisions(post.id));
  const found = useQuery({
    queryKey: keys.revisions(post.id),
    queryFn: () =>
      every((cursor) =>
        ask(
          api.GET('/api/v1/posts/{post}/revisions', {
            params: { path: { post: post.id }, query: { cursor, limit: 200 } },
          }),
        ),
      ),
  });
  const revisions = [...(found.data ?? [])].sort((a, b) => b.number - a.number);
  const restore = (number: number) =>
    act(
      () =>
        ask(
          api.PATCH('/api/v1/posts/{post}', {
            params: { path: { post: post.id }, header: { 'If-Match': etag } },
            body: { restore: number },
          }),
        ),
      t('history.restored', { number }),
    ).then((saved) => showNotices(saved?.notices));
  return (
    <Stack gap="xs">
      {revisions.map((r, i) => (
        <Entry
          key={r.number}
          revision={r}
          before={revisions[i + 1]}
          open={open === r.number}
          toggle={() => setOpen(open === r.number ? 0 : r.number)}
          restore={
            may('write') && r.number !== post.revision && !blocked && post.state !== 'archived'
              ? () => restore(r.number)
              : undefined
          }
          busy={busy}
        />
      ))}
    </Stack>
  );
}

interface EntryProps {
  revision: Revision;
  before?: Revision;
  open: boolean;
  toggle: () => void;
  restore?: () => void;
  busy: boolean;
}

function Entry({ revision, before, open, toggle, restore, busy }: EntryProps) {
  const { calendar } = useHere();
  const { t, i18n } = useTranslation('post');
  const channels = useChannels(calendar.id).data ?? [];
  const nameOf = (id: string) => channels.find((c) => c.id === id)?.name ?? '…';
  const wall = wallAt(revision.at, calendar.time_zone);
  const changes = before ? changesOf(before, revision, nameOf) : [];
  return (
    <article className={classes.entry}>
      <button type="button" onClick={toggle} aria-expanded={open}>
        <strong>{t('history.version', { number: revision.number })}</strong>
        <span className="numbers">
          {revision.author.name}, {formatWall(wall, i18n.language, { day: 'numeric', month: 'short' })},{' '}
          {clockTime(wall, i18n.language)}
        </span>
        {revision.approved && <em>{t('history.approved')}</em>}
        {Object.keys(revision.released ?? {}).length > 0 && <em>{t('history.released')}</em>}
      </button>
      {open && (
        <div className={classes.body}>
          {!before && <p className={classes.text}>{revision.text || t('previewEmpty')}</p>}
          {before && changes.length === 0 && <Text c="dimmed">{t('history.same')}</Text>}
          {changes.map((c) => (
            <div key={c.field + (c.channel ?? '')}>
              <h4>
                {t(`field.${c.field}`)}
                {c.channel && ` · ${nameOf(c.channel)}`}
              </h4>
              <DiffText before={c.before} after={c.after} />
            </div>
          ))}
          {restore && (
            <Button size="xs" variant="default" onClick={restore} loading={busy}>
              {t('history.restore')}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}
