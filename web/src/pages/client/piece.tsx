import { Button, Chip, Group, Loader, Stack, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, Refused } from '../../api/client';
import { PlatformIcon } from '../../ui/platform';
import { sentence, showTrouble } from '../../ui/trouble';
import { Changes } from './changes';
import type { ClientPost, Visitor } from './client';
import classes from './client.module.css';
import { Picture } from './picture';
import { Talk } from './talk';

const reasons = ['spelling', 'tone', 'visual', 'link', 'legal'] as const;

// Piece is one post as it leaves, what changed since the client saw it, and their answer.
export function Piece({ id, visitor, when }: { id: string; visitor: Visitor; when: string }) {
  const { t } = useTranslation(['client', 'common']);
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const found = useQuery({
    queryKey: ['client-post', id],
    queryFn: () => ask(visitor.GET('/api/v1/client/posts/{post}', { params: { path: { post: id } } })),
    refetchInterval: 60_000,
  });
  const revision = found.data?.revision;
  const decided = found.data && !found.data.decides;
  useEffect(() => {
    if (!revision || decided) return;
    // what was on the screen has been seen: the next version is shown beside it. A phone that puts the page away may never
    // come back to it
    const say = () =>
      visitor
        .POST('/api/v1/client/posts/{post}/seen', {
          params: { path: { post: id } },
          body: { revision },
          keepalive: true,
        })
        .catch(() => undefined);
    const hidden = () => document.visibilityState === 'hidden' && say();
    document.addEventListener('visibilitychange', hidden);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      say();
    };
  }, [visitor, id, revision, decided]);
  // and whoever does come back finds what had changed where it stood
  const changed = useRef<ClientPost | null>(null);
  if (found.data?.changes.length) changed.current = found.data;
  const told = changed.current?.revision === revision ? changed.current : null;
  const gone = found.error instanceof Refused && found.error.status >= 400 && found.error.status < 500;
  if (found.error && (gone || !found.data)) return <p role="alert">{sentence(found.error)}</p>;
  if (!found.data) return <Loader aria-label={t('common:loading')} />;
  const post = found.data;
  const decide = async (move: 'approve' | 'request_changes', more = {}) => {
    setBusy(true);
    try {
      await ask(
        visitor.POST('/api/v1/client/posts/{post}/moves', {
          params: { path: { post: id } },
          body: { move, revision: post.revision, ...more },
        }),
      );
      setAsking(false);
      await Promise.all([
        client.invalidateQueries({ queryKey: ['client-desk'] }),
        client.invalidateQueries({ queryKey: ['client-post', id] }),
      ]);
    } catch (error) {
      showTrouble(error);
      client.invalidateQueries({ queryKey: ['client-post', id] });
    } finally {
      setBusy(false);
    }
  };
  return (
    <article className={classes.piece}>
      <p className={`${classes.when} numbers`}>{when}</p>
      {told && <Changes post={told} />}
      {post.channels.map((c) => (
        <Shown key={c.id} channel={c} post={id} visitor={visitor} />
      ))}
      {post.asked && (
        <p className={classes.soft}>
          {t('asked', { name: post.asked.by })} {post.asked.reasons.map((r) => r.label).join(', ')} {post.asked.note}
        </p>
      )}
      {post.decides && !asking && (
        <div className={classes.answers}>
          <Button size="md" onClick={() => decide('approve')} loading={busy}>
            {t('approve')}
          </Button>
          <Button size="md" variant="default" onClick={() => setAsking(true)}>
            {t('changes')}
          </Button>
        </div>
      )}
      {asking && <Ask busy={busy} close={() => setAsking(false)} send={(more) => decide('request_changes', more)} />}
      <Talk post={post} visitor={visitor} />
    </article>
  );
}

function Ask({ busy, close, send }: { busy: boolean; close: () => void; send: (more: object) => void }) {
  const { t } = useTranslation('client');
  const [chosen, setChosen] = useState<string[]>([]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send({ reasons: chosen, note: String(new FormData(event.currentTarget).get('note')).trim() });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Chip.Group multiple value={chosen} onChange={setChosen}>
          <Group gap="xs">
            {reasons.map((r) => (
              <Chip key={r} value={r}>
                {t(`reason.${r}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <Textarea name="note" label={t('note')} autosize minRows={3} required={chosen.length === 0} />
        <div className={classes.answers}>
          <Button type="submit" size="md" loading={busy}>
            {t('send')}
          </Button>
          <Button size="md" variant="default" onClick={close}>
            {t('cancel')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

// Shown is a channel as its readers will see it.
function Shown({
  channel,
  post,
  visitor,
}: {
  channel: ClientPost['channels'][number];
  post: string;
  visitor: Visitor;
}) {
  const { t } = useTranslation('client');
  return (
    <div className={classes.channel}>
      <h3>
        <PlatformIcon platform={channel.platform} /> {channel.name}
      </h3>
      {channel.parts.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a thread are known by their place
        <div key={i}>
          {part.kind === 'comment' && <p className={classes.soft}>{t('firstComment')}</p>}
          <p className={classes.words}>{part.text}</p>
          {part.media?.map((m) => (
            <Picture key={m.media} post={post} shown={m} visitor={visitor} />
          ))}
          {part.link && (
            <p className={classes.card}>
              <strong>{part.link.title || part.link.url}</strong> {part.link.text}
            </p>
          )}
        </div>
      ))}
    </div>
  );
}
