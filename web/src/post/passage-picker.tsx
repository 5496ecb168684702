import { Button, Group, Select, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post } from '../api/client';
import { passageAt, selectionOf } from '../lib/passage';
import { type About, type Copy, copiesOf, copyKey } from './copies';
import { useCopyName } from './use-copy-name';

// aboutOf is what is selected in a field that shows a copy of a post, as it stands in the revision at hand.
export function aboutOf(field: HTMLTextAreaElement, copy: Copy, revision: number): About | null {
  const passage = passageAt(copy.text, field.selectionStart, field.selectionEnd);
  if (!passage) return null;
  const { from, to } = selectionOf(copy.text, passage);
  return {
    channel: copy.channel,
    part: copy.part,
    revision,
    ...passage,
    quote: copy.text.slice(from, to),
    suggests: false,
  };
}

// PassagePicker shows the text to those who do not write it: what is selected in it, they can speak about.
export function PassagePicker({ post, pick, close }: { post: Post; pick: (about: About) => void; close: () => void }) {
  const { t } = useTranslation(['post', 'common']);
  const nameOf = useCopyName();
  const copies = copiesOf(post);
  const [chosen, setChosen] = useState(() => copies[0]);
  const [about, setAbout] = useState<About | null>(null);
  if (!chosen) return null;
  return (
    <Stack gap="xs">
      {copies.length > 1 && (
        <Select
          label={t('suggest.which')}
          data={copies.map((c) => ({ value: copyKey(c), label: nameOf(c, copies) }))}
          value={copyKey(chosen)}
          onChange={(name) => {
            setChosen(copies.find((c) => copyKey(c) === name) ?? chosen);
            setAbout(null);
          }}
          allowDeselect={false}
        />
      )}
      <Textarea
        label={t('talk.choose')}
        aria-readonly
        inputMode="none"
        onChange={() => undefined} // a field that is read only takes no selection by keyboard
        autosize
        minRows={3}
        maxRows={14}
        value={chosen.text}
        onSelect={(event) => setAbout(aboutOf(event.currentTarget, chosen, post.revision))}
        autoFocus
      />
      <Group justify="end" gap="xs">
        <Button size="xs" variant="default" onClick={close}>
          {t('common:cancel')}
        </Button>
        <Button size="xs" disabled={!about} onClick={() => about && pick(about)}>
          {t('talk.comment')}
        </Button>
      </Group>
    </Stack>
  );
}
