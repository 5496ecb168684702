import { Button, CloseButton, Group, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client';
import { type About, anchorOf } from '../../post/copies';
import { DiffText } from '../../post/diff-text';
import { PassagePicker } from '../../post/passage-picker';
import { showTrouble } from '../../ui/trouble';
import { type ClientPost, textName, textsOf, type Visitor } from './client';
import classes from './client.module.css';

// Talk is what the client and the team say to each other about a post, or about a passage of it.
export function Talk({ post, visitor }: { post: ClientPost; visitor: Visitor }) {
  const { t } = useTranslation(['client', 'post']);
  const client = useQueryClient();
  const [open, setOpen] = useState(post.comments > 0);
  const [picking, setPicking] = useState(false);
  const [picked, setPicked] = useState<About | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [busy, setBusy] = useState(false);
  const path = { post: post.id };
  const about = picked?.revision === post.revision ? picked : null; // what was read is no longer shown
  const found = useQuery({
    queryKey: ['client-talk', post.id],
    queryFn: () => ask(visitor.GET('/api/v1/client/posts/{post}/comments', { params: { path } })),
    enabled: open,
  });
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    try {
      const text = String(new FormData(form).get('text')).trim();
      const body = { text, ...(about && { anchor: anchorOf(about) }) };
      await ask(visitor.POST('/api/v1/client/posts/{post}/comments', { params: { path }, body }));
      form.reset();
      setPicked(null);
      await client.invalidateQueries({ queryKey: ['client-talk', post.id] });
    } catch (error) {
      showTrouble(error);
      client.invalidateQueries({ queryKey: ['client-post', post.id] });
    } finally {
      setBusy(false);
    }
  };
  if (!open) {
    return (
      <Button variant="subtle" color="gray" onClick={() => setOpen(true)}>
        {t('comment')}
      </Button>
    );
  }
  return (
    <div className={classes.talk}>
      {found.data?.items.map((c) => (
        <div key={c.id}>
          {c.quote && (
            <blockquote className={classes.quote}>
              {c.suggestion ? <DiffText before={c.quote} after={c.suggestion} /> : c.quote}
            </blockquote>
          )}
          <p>
            <strong>{c.mine ? t('you') : c.by}</strong> {c.removed_at ? t('removed') : c.text}
          </p>
        </div>
      ))}
      {picking && (
        <PassagePicker
          copies={textsOf(post)}
          revision={post.revision}
          nameOf={(copy) => textName(post, copy)}
          close={() => setPicking(false)}
          pick={(passage) => {
            flushSync(() => {
              setPicking(false);
              setPicked(passage);
            });
            field.current?.focus();
          }}
        />
      )}
      <form onSubmit={submit} hidden={picking}>
        {about && (
          <Group wrap="nowrap" gap="xs" align="start" justify="space-between">
            <blockquote className={classes.quote}>{about.quote}</blockquote>
            <CloseButton aria-label={t('post:talk.forget')} onClick={() => setPicked(null)} />
          </Group>
        )}
        <Textarea ref={field} name="text" label={t('comment')} autosize minRows={2} required />
        <Group gap="xs" mt="xs">
          <Button type="submit" variant="default" loading={busy}>
            {t('send')}
          </Button>
          {!about && (
            <Button variant="subtle" color="gray" onClick={() => setPicking(true)}>
              {t('post:talk.aPassage')}
            </Button>
          )}
        </Group>
      </form>
    </div>
  );
}
