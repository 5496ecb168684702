import { Anchor, Button, Group, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask, type Post, type Schemas, versioned } from '../../api/client';
import { keys, useChannels, useMembers } from '../../api/queries';
import { useHere } from '../../app/here';
import { longDay, wallAt } from '../../lib/time';
import { changesOf } from '../../post/changes';
import type { About } from '../../post/copies';
import { DiffSides } from '../../post/diff-sides';
import { draftOf } from '../../post/draft';
import type { Move } from '../../post/moves';
import { Preview } from '../../post/preview';
import { Suggest } from '../../post/suggest';
import { Talk } from '../../post/talk';
import { CrisisMark } from '../../ui/crisis-mark';
import { Icon } from '../../ui/icons';
import classes from './page.module.css';
import { lastSeen, sawNow } from './seen';

interface ReviewProps {
  post: Post;
  press: (move: Move) => void;
  can: (move: Move) => boolean;
  busy: boolean;
  suggesting: boolean;
  suggest: (on: boolean) => void;
}

// Review is one post to decide on: what is different from what was approved or seen last, and how it will look.
export function Review({ post, press, can, busy, suggesting, suggest }: ReviewProps) {
  const { calendar, may } = useHere();
  const { t, i18n } = useTranslation(['approval', 'common']);
  const channels = useChannels(calendar.id).data ?? [];
  const members = useMembers(calendar.id).data ?? [];
  const [seen] = useState(() => lastSeen(post.id));
  const against = post.approval?.revision ?? (seen && seen < post.revision ? seen : undefined);
  const before = useQuery({
    queryKey: ['revision', post.id, against],
    queryFn: () =>
      ask(
        api.GET('/api/v1/posts/{post}/revisions/{number}', {
          params: { path: { post: post.id, number: String(against) as never } },
        }),
      ),
    enabled: against !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => sawNow(post.id, post.revision), [post.id, post.revision]);
  const nameOf = (id: string) => channels.find((c) => c.id === id)?.name ?? '…';
  const author = members.find((m) => m.id === post.author)?.name;
  const turn = post.waits_for?.members.map((id) => members.find((m) => m.id === id)?.name ?? '…').join(', ');
  return (
    <article className={classes.review} aria-label={post.title}>
      <header>
        <Title order={2}>{post.title || t('untitled')}</Title>
        <p className={classes.soft}>
          {author && t('by', { name: author })}
          {post.waits_for?.step && ` · ${post.waits_for.step} (${post.waits_for.number}/${post.waits_for.of})`}
          {' · '}
          {turn ? t('waits', { names: turn }) : t('waitsNobody')}
        </p>
        {post.crisis && (
          <p className={classes.crisis}>
            <CrisisMark /> · {t('common:crisis.exempt')}
          </p>
        )}
        <Group gap="xs">
          {can('approve') && (
            <Button leftSection={<Icon name="check" />} onClick={() => press('approve')} loading={busy}>
              {t('approve')}
            </Button>
          )}
          {can('request_changes') && (
            <Button variant="default" onClick={() => press('request_changes')} disabled={busy}>
              {t('changes')}
            </Button>
          )}
          {may('comment') && (
            <Button variant="default" onClick={() => suggest(!suggesting)} aria-expanded={suggesting} disabled={busy}>
              {t('suggest')}
            </Button>
          )}
          <Anchor component={Link} to={`/calendars/${calendar.id}/posts/${post.id}`} size="sm" ml="xs">
            {t(may('write') ? 'correct' : 'open')}
          </Anchor>
        </Group>
      </header>
      {suggesting && (
        <section>
          <Suggest post={post} done={() => suggest(false)} />
        </section>
      )}
      {post.brief && (
        <section>
          <h3>{t('brief')}</h3>
          <p className={classes.text}>{post.brief}</p>
        </section>
      )}
      {post.problems.length > 0 && (
        <ul className={classes.problems}>
          {post.problems.map((p) => (
            <li key={p.code + p.pointer + (p.channel ?? '') + (p.about ?? '')}>
              <Icon name="warning" size={16} /> {p.message}
            </li>
          ))}
        </ul>
      )}
      {before.data && (
        <section>
          <h3>
            {t(post.approval ? 'sinceApproved' : 'sinceSeen', {
              day: longDay(wallAt(before.data.at, calendar.time_zone), i18n.language),
            })}
          </h3>
          <Changes before={before.data} post={post} nameOf={nameOf} />
        </section>
      )}
      <section>
        <h3>{t('looks')}</h3>
        <Stack gap="md">
          {channels
            .filter((c) => post.channels.includes(c.id))
            .map((c) => (
              <Preview key={c.id} draft={draftOf(post, calendar.time_zone)} channel={c} />
            ))}
        </Stack>
        {post.channels.length === 0 && <p className={classes.soft}>{t('noChannels')}</p>}
      </section>
      <Said post={post} />
    </article>
  );
}

// Said is what people say about the post, and where one answers, remarks on a passage, or accepts other words.
function Said({ post }: { post: Post }) {
  const { t } = useTranslation('approval');
  const [about, setAbout] = useState<About | null>(null);
  const found = useQuery({
    queryKey: [...keys.post(post.id), 'versioned'],
    queryFn: () => versioned(api.GET('/api/v1/posts/{post}', { params: { path: { post: post.id } } })),
  });
  return (
    <section>
      <h3>{t('talk')}</h3>
      {found.data && (
        <Talk
          post={found.data.data}
          etag={found.data.etag}
          blocked={false}
          about={about?.revision === found.data.data.revision ? about : null}
          setAbout={setAbout}
        />
      )}
    </section>
  );
}

interface ChangesProps {
  before: Schemas['Revision'];
  post: Post;
  nameOf: (channel: string) => string;
}

function Changes({ before, post, nameOf }: ChangesProps) {
  const { t } = useTranslation('approval');
  const changes = changesOf(before, post, nameOf);
  if (changes.length === 0) return <p className={classes.soft}>{t('noChange')}</p>;
  return (
    <dl className={classes.changes}>
      {changes.map((c) => (
        <div key={c.field + (c.channel ?? '')}>
          <dt>
            {t(`field.${c.field}`)}
            {c.channel && ` · ${nameOf(c.channel)}`}
          </dt>
          <dd>
            <DiffSides before={c.before} after={c.after} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
