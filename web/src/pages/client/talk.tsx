import { Button, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client';
import { showTrouble } from '../../ui/trouble';
import type { Visitor } from './client';
import classes from './client.module.css';

// Talk is what the client and the team say to each other about a post.
export function Talk({ post, visitor, count }: { post: string; visitor: Visitor; count: number }) {
  const { t } = useTranslation('client');
  const client = useQueryClient();
  const [open, setOpen] = useState(count > 0);
  const [busy, setBusy] = useState(false);
  const path = { post };
  const found = useQuery({
    queryKey: ['client-talk', post],
    queryFn: () => ask(visitor.GET('/api/v1/client/posts/{post}/comments', { params: { path } })),
    enabled: open,
  });
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    try {
      const text = String(new FormData(form).get('text')).trim();
      await ask(visitor.POST('/api/v1/client/posts/{post}/comments', { params: { path }, body: { text } }));
      form.reset();
      await client.invalidateQueries({ queryKey: ['client-talk', post] });
    } catch (error) {
      showTrouble(error);
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
        <p key={c.id}>
          <strong>{c.mine ? t('you') : c.by}</strong> {c.removed_at ? t('removed') : c.text}
        </p>
      ))}
      <form onSubmit={submit}>
        <Textarea name="text" label={t('comment')} autosize minRows={2} required />
        <Button type="submit" variant="default" mt="xs" loading={busy}>
          {t('send')}
        </Button>
      </form>
    </div>
  );
}
