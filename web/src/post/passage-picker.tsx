import { Button, Group, Select, Stack, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passageAt, selectionOf } from '../lib/passage';
import { useSelected } from '../lib/use-selected';
import { type About, type Copy, copyKey } from './copies';

interface PickerProps {
  copies: Copy[];
  revision: number; // that is shown
  nameOf: (copy: Copy, all: Copy[]) => string;
  pick: (about: About) => void;
  close: () => void;
}

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
export function PassagePicker({ copies, revision, nameOf, pick, close }: PickerProps) {
  const { t } = useTranslation(['post', 'common']);
  const [chosen, setChosen] = useState(() => copies[0]);
  const [about, setAbout] = useState<About | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useSelected((selected) => {
    if (chosen && selected === field.current) setAbout(aboutOf(selected, chosen, revision));
  });
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
        ref={field}
        aria-readonly
        inputMode="none"
        onChange={() => undefined} // a field that is read only takes no selection by keyboard
        autosize
        minRows={3}
        maxRows={14}
        value={chosen.text}
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
