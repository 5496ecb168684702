import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, ask, versioned } from '../../api/client';
import { keys, useChannels, usePost, usePosts } from '../../api/queries';
import { useHere } from '../../app/here';
import { useAct } from '../../lib/use-act';
import { Status } from '../../ui/status';
import { type Crisis, change } from './crisis';
import classes from './page.module.css';

interface StatementProps {
  crisis: Crisis;
  etag: string;
}

// Statement is the holding statement: the one post that no pause stops. It is approved like any other.
export function Statement({ crisis, etag }: StatementProps) {
  const { calendar, may } = useHere();
  const { t } = useTranslation('crisis');
  const pinned = usePost(crisis.statement || undefined).data;
  const { busy, act } = useAct(keys.crises(calendar.id));
  const [choosing, setChoosing] = useState(false);
  const leads = may('release');
  return (
    <section aria-labelledby="statement" className={classes.card}>
      <h2 id="statement">{t('statement.title')}</h2>
      {!crisis.statement && <p className={classes.none}>{t('statement.none')}</p>}
      {pinned && (
        <>
          <Group justify="space-between" gap="xs">
            <Link to={`/calendars/${calendar.id}/posts/${pinned.id}`}>{pinned.title || t('untitled')}</Link>
            <Status status={pinned.status} label={pinned.status_label} />
          </Group>
          {pinned.text && <blockquote>{pinned.text}</blockquote>}
          <p className={classes.none}>{t('statement.exempt')}</p>
        </>
      )}
      {leads && (
        <Group gap="xs">
          <Button size="xs" variant={crisis.statement ? 'default' : 'filled'} onClick={() => setChoosing(true)}>
            {t(crisis.statement ? 'statement.another' : 'statement.pin')}
          </Button>
          {crisis.statement && (
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              loading={busy}
              onClick={() => act(() => change(crisis.id, etag, { statement: null }))}
            >
              {t('statement.unpin')}
            </Button>
          )}
        </Group>
      )}
      {choosing && <Choose crisis={crisis} etag={etag} close={() => setChoosing(false)} />}
    </section>
  );
}

// Choose pins a post that there is, or begins one. Either is marked as the crisis statement first, which takes whoever approves.
function Choose({ crisis, etag, close }: StatementProps & { close: () => void }) {
  const { calendar, may } = useHere();
  const { t } = useTranslation(['crisis', 'common']);
  const navigate = useNavigate();
  const posts = usePosts(calendar.id, {
    status: ['idea', 'draft', 'in_review', 'changes_requested', 'approved', 'scheduled', 'held'],
  });
  const channels = useChannels(calendar.id).data?.filter((c) => !c.archived_at) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const { busy, act } = useAct(keys.crises(calendar.id), keys.posts(calendar.id));
  // those that are marked already come first
  const all = [...(posts.data ?? [])].sort((a, b) => Number(b.crisis) - Number(a.crisis));
  const pin = async (post: string) => {
    const done = await act(async () => {
      const { data, etag: tag } = await versioned(api.GET('/api/v1/posts/{post}', { params: { path: { post } } }));
      if (!data.crisis) {
        const header = { 'If-Match': tag };
        await ask(api.PATCH('/api/v1/posts/{post}', { params: { path: { post }, header }, body: { crisis: true } }));
      }
      return change(crisis.id, etag, { statement: post });
    });
    if (done) close();
  };
  const write = async () => {
    const made = await act(async () => {
      const post = await ask(
        api.POST('/api/v1/calendars/{calendar}/posts', {
          params: { path: { calendar: calendar.id } },
          body: { title: t('statement.newTitle'), crisis: true, channels: channels.map((c) => c.id) },
        }),
      );
      await change(crisis.id, etag, { statement: post.id });
      return post;
    });
    if (made) navigate(`/calendars/${calendar.id}/posts/${made.id}`);
  };
  const marks = may('approve');
  return (
    <Modal opened onClose={close} title={t('statement.pin')}>
      <Stack>
        <Text size="sm">{t(marks ? 'statement.what' : 'statement.onlyMarked')}</Text>
        <Select
          label={t('statement.choose')}
          placeholder={t('statement.search')}
          data={all
            .filter((p) => marks || p.crisis)
            .map((p) => ({
              value: p.id,
              label: `${p.title || p.text.slice(0, 60) || t('untitled')} · ${p.status_label}`,
            }))}
          value={chosen}
          onChange={setChosen}
          searchable
          limit={50}
          nothingFoundMessage={t('statement.noPost')}
        />
        <Group justify="space-between" gap="xs">
          {marks && may('write') ? (
            <Button variant="default" onClick={write} loading={busy}>
              {t('statement.write')}
            </Button>
          ) : (
            <span />
          )}
          <Group gap="xs">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button onClick={() => chosen && pin(chosen)} disabled={!chosen} loading={busy}>
              {t('statement.act')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
}
