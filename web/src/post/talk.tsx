import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, every, type Post, type Schemas } from '../api/client';
import { keys } from '../api/queries';
import { useHere } from '../app/here';
import { clockTime, formatWall, wallAt } from '../lib/time';
import { useAct } from '../lib/use-act';
import { showNotices } from '../ui/trouble';
import { type About, copiesOf } from './copies';
import { DiffText } from './diff-text';
import { PassagePicker } from './passage-picker';
import { Say } from './say';
import { Suggest } from './suggest';
import classes from './talk.module.css';
import { useCopyName } from './use-copy-name';

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
  about?: About | null; // a passage that was chosen where the text is written
  setAbout: (about: About | null) => void;
  show?: (comment: Comment) => void; // leads to the passage of a thread
}

// Talk is what people say about a post: threads, some of them about a passage, some with other words for it.
export function Talk({ post, etag, blocked, about, setAbout, show }: TalkProps) {
  const { may } = useHere();
  const { t } = useTranslation('post');
  const nameOf = useCopyName();
  const [way, setWay] = useState<'suggest' | 'pick' | null>(null);
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
        <Thread
          key={c.id}
          first={c}
          answers={of(c.id)}
          post={post}
          etag={etag}
          blocked={blocked}
          setAbout={setAbout}
          show={show}
        />
      ))}
      {may('comment') && way === null && (
        <Say
          key={about ? `${about.channel}/${about.part}/${about.start}/${about.end}/${about.suggests}` : 'all'}
          post={post}
          about={about}
          focused={Boolean(about)}
          label={t('talk.begin')}
          done={() => setAbout(null)}
        />
      )}
      {may('comment') && !about && way === null && !blocked && (
        <Group gap="xs" ml={-8}>
          <Button size="compact-sm" variant="subtle" onClick={() => setWay('pick')}>
            {t('talk.aPassage')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => setWay('suggest')}>
            {t('suggest.title')}
          </Button>
        </Group>
      )}
      {way === 'suggest' && <Suggest post={post} done={() => setWay(null)} />}
      {way === 'pick' && (
        <PassagePicker
          copies={copiesOf(post)}
          revision={post.revision}
          nameOf={nameOf}
          close={() => setWay(null)}
          pick={(passage) => {
            setWay(null);
            setAbout(passage);
          }}
        />
      )}
    </Stack>
  );
}

interface ThreadProps extends TalkProps {
  first: Comment;
  answers: Comment[];
}

function Thread({ first, answers, post, etag, blocked, show }: ThreadProps) {
  const { may } = useHere();
  const { t } = useTranslation(['post', 'common']);
  const { busy, act } = useAct(keys.talk(post.id), keys.post(post.id), keys.posts(post.calendar));
  const [answering, setAnswering] = useState(false);
  const path = { comment: first.id };
  const [declining, setDeclining] = useState(false);
  const move = (name: 'resolve' | 'reopen' | 'decline', note = '') =>
    act(() =>
      ask(
        api.POST('/api/v1/comments/{comment}/moves', { params: { path }, body: { move: name, ...(note && { note }) } }),
      ),
    );
  const decline = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (await move('decline', String(new FormData(event.currentTarget).get('why')).trim())) setDeclining(false);
  };
  const accept = () =>
    act(() =>
      ask(api.POST('/api/v1/comments/{comment}/accept', { params: { path, header: { 'If-Match': etag } } })),
    ).then((saved) => showNotices(saved?.notices));
  const suggested = first.suggestion;
  return (
    <article className={classes.thread} data-resolved={first.resolved ? true : undefined}>
      {first.anchor && (
        <blockquote className={classes.quote}>
          {suggested ? <DiffText before={first.anchor.quote} after={suggested.text} /> : first.anchor.quote}
          {!first.anchor.now && <em> {t('talk.moved')}</em>}
          {first.anchor.now && show && !blocked && (
            <Button size="compact-xs" variant="subtle" onClick={() => show(first)}>
              {t('talk.show')}
            </Button>
          )}
        </blockquote>
      )}
      {[first, ...answers].map((c) => (
        <Line key={c.id} comment={c} />
      ))}
      {suggested && suggested.state !== 'open' && (
        <Text size="xs">
          {t(`talk.${suggested.state}`)} {suggested.note}
        </Text>
      )}
      <Group gap="xs">
        {suggested?.state === 'open' && may('write') && (
          <>
            <Button size="compact-xs" onClick={accept} loading={busy} disabled={blocked}>
              {t('talk.accept')}
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => setDeclining(true)} disabled={busy}>
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
      {declining && (
        <form onSubmit={decline}>
          <Stack gap="xs">
            <Textarea name="why" label={t('talk.declineWhy')} autosize minRows={1} maxRows={6} required autoFocus />
            <Group justify="end" gap="xs">
              <Button size="compact-sm" variant="default" onClick={() => setDeclining(false)}>
                {t('common:cancel')}
              </Button>
              <Button size="compact-sm" type="submit" loading={busy}>
                {t('talk.decline')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
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
