import { Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, every, type Post, type Schemas } from '../../api/client';
import { keys, useMembers } from '../../api/queries';
import { useHere } from '../../app/here';
import { clockTime, formatWall, wallAt } from '../../lib/time';
import { useAct } from '../../lib/use-act';
import { DiffText } from '../../post/diff-text';
import classes from './talk.module.css';

type Comment = Schemas['Comment'];

function useTalk(post: string | undefined) {
  return useQuery({
    queryKey: keys.talk(post ?? ''),
    queryFn: () =>
      every((cursor) =>
        ask(
          api.GET('/api/v1/posts/{post}/comments', {
            params: { path: { post: post ?? '' }, query: { cursor, limit: 200 } },
          }),
        ),
      ),
    enabled: Boolean(post),
  });
}

// useOpenThreads counts what is still being talked about.
export function useOpenThreads(post: string | undefined): number {
  const comments = useTalk(post).data ?? [];
  return comments.filter((c) => c.id === c.thread && !c.resolved && !c.removed_at).length;
}

interface TalkProps {
  post: Post;
  etag: string;
  blocked: boolean; // by edits that are not saved yet: a suggestion is accepted on what is saved
}

// Talk is what people say about a post: threads, some of them about a passage, some with other words for it.
export function Talk({ post, etag, blocked }: TalkProps) {
  const { may } = useHere();
  const { t } = useTranslation('post');
  const comments = useTalk(post.id).data ?? [];
  const last = comments.filter((c) => c.unread).at(-1)?.id;
  useEffect(() => {
    if (last) {
      api
        .POST('/api/v1/posts/{post}/comments/read', { params: { path: { post: post.id } }, body: { up_to: last } })
        .catch(() => undefined);
    }
  }, [post.id, last]);
  const threads = comments.filter((c) => c.id === c.thread);
  const of = (thread: string) => comments.filter((c) => c.thread === thread && c.id !== thread);
  return (
    <Stack gap="lg">
      {threads.length === 0 && <Text c="dimmed">{t('talk.none')}</Text>}
      {threads.map((c) => (
        <Thread key={c.id} first={c} answers={of(c.id)} post={post} etag={etag} blocked={blocked} />
      ))}
      {may('comment') && <Say post={post} label={t('talk.begin')} />}
    </Stack>
  );
}

interface ThreadProps extends TalkProps {
  first: Comment;
  answers: Comment[];
}

function Thread({ first, answers, post, etag, blocked }: ThreadProps) {
  const { may } = useHere();
  const { t } = useTranslation('post');
  const { busy, act } = useAct(keys.talk(post.id), keys.post(post.id), keys.posts(post.calendar));
  const [answering, setAnswering] = useState(false);
  const path = { comment: first.id };
  const move = (name: 'resolve' | 'reopen' | 'decline') =>
    act(() => ask(api.POST('/api/v1/comments/{comment}/moves', { params: { path }, body: { move: name } })));
  const accept = () =>
    act(() => ask(api.POST('/api/v1/comments/{comment}/accept', { params: { path, header: { 'If-Match': etag } } })));
  const suggested = first.suggestion;
  return (
    <article className={classes.thread} data-resolved={first.resolved ? true : undefined}>
      {first.anchor && (
        <blockquote className={classes.quote}>
          {suggested ? <DiffText before={first.anchor.quote} after={suggested.text} /> : first.anchor.quote}
          {!first.anchor.now && <em> {t('talk.moved')}</em>}
        </blockquote>
      )}
      {[first, ...answers].map((c) => (
        <Line key={c.id} comment={c} />
      ))}
      {suggested && suggested.state !== 'open' && <Text size="xs">{t(`talk.${suggested.state}`)}</Text>}
      <Group gap="xs">
        {suggested?.state === 'open' && may('write') && (
          <>
            <Button size="compact-xs" onClick={accept} loading={busy} disabled={blocked}>
              {t('talk.accept')}
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => move('decline')} disabled={busy}>
              {t('talk.decline')}
            </Button>
          </>
        )}
        {may('comment') && !answering && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setAnswering(true)}>
            {t('talk.answer')}
          </Button>
        )}
        {may('comment') && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={() => move(first.resolved ? 'reopen' : 'resolve')}
            disabled={busy}
          >
            {t(first.resolved ? 'talk.reopen' : 'talk.resolve')}
          </Button>
        )}
      </Group>
      {answering && <Say post={post} thread={first} label={t('talk.answer')} done={() => setAnswering(false)} />}
    </article>
  );
}

function Line({ comment }: { comment: Comment }) {
  const { calendar } = useHere();
  const { t, i18n } = useTranslation('post');
  const wall = wallAt(comment.created_at, calendar.time_zone);
  return (
    <div className={classes.line} data-unread={comment.unread || undefined}>
      <p className={classes.who}>
        <strong>{comment.by.name}</strong>{' '}
        <span className="numbers">
          {formatWall(wall, i18n.language, { day: 'numeric', month: 'short' })}, {clockTime(wall, i18n.language)}
        </span>
        {comment.client && <span className={classes.client}> {t('talk.client')}</span>}
      </p>
      <p className={classes.words}>{comment.removed_at ? <em>{t('talk.removed')}</em> : comment.text}</p>
    </div>
  );
}

interface SayProps {
  post: Post;
  thread?: Comment;
  label: string;
  done?: () => void;
}

// Say begins a thread or answers in one. A name after an @ is told.
function Say({ post, thread, label, done }: SayProps) {
  const { calendar } = useHere();
  const { t } = useTranslation('post');
  const members = useMembers(calendar.id).data ?? [];
  const { busy, act } = useAct(keys.talk(post.id));
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = String(data.get('text')).trim();
    const mentions = members
      .filter((m) => text.includes(`@${m.name}`) || text.includes(`@${m.name.split(' ')[0]}`))
      .map((m) => m.id);
    const said = await act(() =>
      ask(
        api.POST('/api/v1/posts/{post}/comments', {
          params: { path: { post: post.id }, header: { 'Idempotency-Key': crypto.randomUUID() } },
          body: {
            text,
            ...(thread && { thread: thread.id }),
            ...(data.get('client') && { client: true }),
            ...(mentions.length > 0 && { mentions }),
          },
        }),
      ),
    );
    if (!said) return;
    form.current?.reset();
    done?.();
  };
  return (
    <form ref={form} onSubmit={submit}>
      <Stack gap="xs">
        <Textarea name="text" label={label} autosize minRows={2} maxRows={10} required placeholder={t('talk.here')} />
        <Group justify="space-between">
          {!thread || thread.client ? <Checkbox name="client" size="xs" label={t('talk.forClient')} /> : <span />}
          <Button type="submit" size="xs" variant="default" loading={busy}>
            {t('talk.say')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
