import { Button, Group, Select, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Post } from '../api/client';
import { keys } from '../api/queries';
import { replacementOf } from '../lib/passage';
import { useAct } from '../lib/use-act';
import { anchorOf, copiesOf, copyKey } from './copies';
import { DiffText } from './diff-text';
import { useCopyName } from './use-copy-name';

// Suggest is the text to write over: what is changed in it becomes other words for one passage, which whoever writes the post
// accepts or declines.
export function Suggest({ post, done }: { post: Post; done: () => void }) {
  const { t } = useTranslation(['post', 'common']);
  const nameOf = useCopyName();
  const copies = copiesOf(post);
  const [chosen, setChosen] = useState(() => copies[0]);
  const [text, setText] = useState(chosen?.text ?? '');
  const { busy, act } = useAct(keys.talk(post.id));
  if (!chosen) return null;
  const found = replacementOf(chosen.text, text);
  const choose = (name: string | null) => {
    const copy = copies.find((c) => copyKey(c) === name) ?? chosen;
    setChosen(copy);
    setText(copy.text);
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!found) return;
    const why = String(new FormData(event.currentTarget).get('why')).trim();
    const made = await act(
      () =>
        ask(
          api.POST('/api/v1/posts/{post}/comments', {
            params: { path: { post: post.id }, header: { 'Idempotency-Key': crypto.randomUUID() } },
            body: {
              text: why,
              anchor: anchorOf({ ...chosen, revision: post.revision, ...found }),
              suggestion: found.text,
            },
          }),
        ),
      t('suggest.made'),
    );
    if (made) done();
  };
  return (
    <form onSubmit={submit} aria-label={t('suggest.title')}>
      <Stack gap="sm">
        {copies.length > 1 && (
          <Select
            label={t('suggest.which')}
            data={copies.map((c) => ({ value: copyKey(c), label: nameOf(c, copies) }))}
            value={copyKey(chosen)}
            onChange={choose}
            allowDeselect={false}
          />
        )}
        <Textarea
          label={t('suggest.text')}
          description={t('suggest.help')}
          autosize
          minRows={4}
          maxRows={20}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
          autoFocus
        />
        {found && <DiffText before={chosen.text} after={text} />}
        <Textarea name="why" label={t('suggest.why')} autosize minRows={1} maxRows={6} maxLength={10000} />
        <Group justify="end" gap="xs">
          <Button size="xs" variant="default" onClick={done}>
            {t('common:cancel')}
          </Button>
          <Button size="xs" type="submit" loading={busy} disabled={!found}>
            {t('suggest.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
