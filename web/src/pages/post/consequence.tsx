import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Post, type PostPatch, type Schemas } from '../../api/client';
import { Icon } from '../../ui/icons';
import classes from './page.module.css';

type Until = 'hold' | 'release_approved';

interface Found {
  preview: Schemas['EditPreview'] | undefined;
  check: () => Promise<boolean>;
  asking: boolean;
  ask: () => void;
  close: () => void;
}

// useConsequence asks, while one writes, what saving would do to a post that somebody has approved.
export function useConsequence(post: Post | undefined, patch: PostPatch | null): Found {
  const [asking, setAsking] = useState(false);
  const [settled] = useDebouncedValue(patch ? JSON.stringify(patch) : '', 500);
  const client = useQueryClient();
  const concerns = Boolean(post?.approval && settled && patch);
  const of = (edit: string) => ({
    queryKey: ['preview-edit', post?.id, post?.revision, edit],
    queryFn: () =>
      ask(
        api.POST('/api/v1/posts/{post}/preview-edit', {
          params: { path: { post: post?.id ?? '' } },
          body: JSON.parse(edit),
        }),
      ),
  });
  const { data } = useQuery({
    ...of(settled),
    enabled: concerns,
    placeholderData: (before) => before,
    retry: false,
  });
  const preview = concerns ? data : undefined;
  return {
    preview,
    // tells whether saving takes the approval away. Who saves with the last word may be quicker than what is asked while one
    // writes, so it is asked of the very words that will be saved; where it cannot be, saving says why
    check: async () => {
      if (!patch || !post?.approval || post.state !== 'approved') return false;
      const found = await client.fetchQuery({ ...of(JSON.stringify(patch)), retry: false }).catch(() => undefined);
      return found?.approval === 'lost';
    },
    asking,
    ask: () => setAsking(true),
    close: () => setAsking(false),
  };
}

interface ConsequenceProps {
  found: Found;
  save: (until: Until) => void;
  policy: Until;
}

// Consequence says it: the approval stands, or why it would not; and asks what may leave meanwhile.
export function Consequence({ found, save, policy }: ConsequenceProps) {
  const { t } = useTranslation(['post', 'common']);
  const [until, setUntil] = useState<Until>(policy);
  const { preview } = found;
  if (!preview || preview.approval === 'none') return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    found.close();
    save(until);
  };
  const notices = [...new Set(preview.notices.filter((n) => n.code !== 'in').map((n) => n.message))];
  return (
    <>
      <div className={`${classes.consequence} ${classes[preview.approval]}`} role="status">
        <Icon name={preview.approval === 'lost' ? 'warning' : 'check'} size={17} />
        <div>
          <strong>{t(`approval.${preview.approval}`)}</strong>
          {notices.map((n) => (
            <p key={n}>{n}</p>
          ))}
        </div>
      </div>
      <Modal opened={found.asking} onClose={found.close} title={t('lost.title')}>
        <form onSubmit={submit}>
          <Stack>
            <Text size="sm">{t('lost.what')}</Text>
            <ul className={classes.reasons}>
              {notices.map((n) => (
                <li key={n}>{n}</li>
              ))}
            </ul>
            <Radio.Group value={until} onChange={(v) => setUntil(v as Until)} label={t('lost.until')}>
              <Stack gap="xs" mt="xs">
                <Radio value="hold" label={t('lost.hold')} description={t('lost.holdHelp')} />
                <Radio value="release_approved" label={t('lost.release')} description={t('lost.releaseHelp')} />
              </Stack>
            </Radio.Group>
            <Group justify="end" gap="xs">
              <Button variant="default" onClick={found.close}>
                {t('common:cancel')}
              </Button>
              <Button type="submit">{t('save')}</Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
