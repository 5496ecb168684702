import { Button, Checkbox, CloseButton, Group, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Post, type Schemas } from '../api/client';
import { keys, useMembers } from '../api/queries';
import { useHere } from '../app/here';
import { useAct } from '../lib/use-act';
import { type About, anchorOf } from './copies';
import { mentionsIn } from './mentions';
import classes from './talk.module.css';

interface SayProps {
  post: Post;
  thread?: Schemas['Comment'];
  about?: About | null;
  label: string;
  focused?: boolean;
  done?: () => void;
}

// Say begins a thread, about a passage where one was chosen, or answers in one. A name after an @ is told.
export function Say({ post, thread, about, label, focused, done }: SayProps) {
  const { calendar } = useHere();
  const { t } = useTranslation('post');
  const members = useMembers(calendar.id).data ?? [];
  const { busy, act } = useAct(keys.talk(post.id));
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = String(data.get('text')).trim();
    const mentions = mentionsIn(text, members);
    const said = await act(() =>
      ask(
        api.POST('/api/v1/posts/{post}/comments', {
          params: { path: { post: post.id }, header: { 'Idempotency-Key': crypto.randomUUID() } },
          body: {
            text,
            ...(thread && { thread: thread.id }),
            ...(about && { anchor: anchorOf(about) }),
            ...(about?.suggests && { suggestion: String(data.get('instead')) }),
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
        {about && (
          <Group wrap="nowrap" gap="xs" align="start" justify="space-between">
            <blockquote className={classes.quote}>{about.quote}</blockquote>
            <CloseButton size="sm" aria-label={t('talk.forget')} onClick={done} />
          </Group>
        )}
        {about?.suggests && (
          <Textarea
            name="instead"
            label={t('talk.instead')}
            description={t('talk.insteadHelp')}
            autosize
            minRows={1}
            maxRows={10}
            defaultValue={about.quote}
            autoFocus
          />
        )}
        <Textarea
          name="text"
          label={about?.suggests ? t('suggest.why') : label}
          autosize
          minRows={2}
          maxRows={10}
          required={!about?.suggests}
          placeholder={t('talk.here')}
          autoFocus={focused && !about?.suggests}
        />
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
