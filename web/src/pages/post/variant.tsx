import { Button, Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../api/client';
import { useHere } from '../../app/here';
import type { Copy } from '../../post/copies';
import { type Draft, differs, mediaOn, partsOn, type VariantDraft } from '../../post/draft';
import { Counter } from './counter';
import classes from './editor.module.css';
import { LinkFields } from './link';
import { MediaField } from './media';
import { OptionField } from './option';
import { type Remarks, useRemarks } from './remark';

interface VariantEditorProps extends Remarks {
  draft: Draft;
  change: (draft: Draft) => void;
  channel: Channel;
}

// VariantEditor is what differs on one channel. Everything follows the post until it is touched here, and can follow again.
export function VariantEditor({ draft, change, channel, ...remarks }: VariantEditorProps) {
  const { may } = useHere();
  const { t } = useTranslation('post');
  const { field, bar } = useRemarks(remarks);
  const own = draft.variants[channel.id] ?? {};
  const set = (next: Partial<VariantDraft>) => {
    const variant = Object.fromEntries(
      Object.entries({ ...own, ...next }).filter(([, value]) => value !== undefined),
    ) as VariantDraft;
    const { [channel.id]: _, ...others } = draft.variants;
    change({ ...draft, variants: differs(variant) ? { ...others, [channel.id]: variant } : others });
  };
  const parts = partsOn(draft, channel.id);
  const follows = own.text === undefined && !own.parts;
  const setPart = (i: number, text: string) => {
    if (own.parts) set({ parts: own.parts.map((p, at) => (at === i ? text : p)) });
    else set({ text });
  };
  const shift = (i: number, by: 1 | -1) => {
    const next = [...parts];
    const [part] = next.splice(i, 1);
    next.splice(i + by, 0, part ?? '');
    set({ parts: next });
  };
  const copyOf = (text: string, part: number): Copy => ({ channel: follows ? '' : channel.id, part, text });
  return (
    <Stack gap="md">
      {parts.map((text, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a thread are known by their place
        <div key={i}>
          <Textarea
            aria-label={
              own.parts ? t('partOf', { number: i + 1, of: parts.length }) : t('textOn', { name: channel.name })
            }
            label={own.parts && t('partOf', { number: i + 1, of: parts.length })}
            classNames={follows ? { input: classes.follows } : undefined}
            size="md"
            autosize
            minRows={own.parts ? 3 : 7}
            maxRows={24}
            value={text}
            onChange={(event) => setPart(i, event.currentTarget.value)}
            {...field(copyOf(text, i))}
          />
          <ul className={classes.counters}>
            <Counter limits={channel.limits.text} text={text} />
            {own.parts && own.parts.length > 1 && (
              <PartTools
                at={i}
                of={own.parts.length}
                shift={(by) => shift(i, by)}
                remove={() => set({ parts: own.parts?.filter((_, at) => at !== i) })}
              />
            )}
            {bar(copyOf(text, i))}
          </ul>
        </div>
      ))}
      <Group gap="xs">
        {follows ? (
          <Text size="sm" c="dimmed">
            {t('followsPost')}
          </Text>
        ) : (
          <Button size="xs" variant="default" onClick={() => set({ text: undefined, parts: undefined })}>
            {t('followAgain')}
          </Button>
        )}
        {channel.limits.parts > parts.length && (
          <Button size="xs" variant="default" onClick={() => set({ text: undefined, parts: [...parts, ''] })}>
            {t(own.parts ? 'addPart' : 'makeThread')}
          </Button>
        )}
      </Group>
      {channel.limits.first_comment && (
        <Textarea
          label={t('field.first_comment')}
          autosize
          minRows={1}
          value={own.first_comment ?? ''}
          onChange={(event) => set({ first_comment: event.currentTarget.value || undefined })}
        />
      )}
      <OwnMedia draft={draft} own={own} set={set} channel={channel} />
      {channel.limits.link_card && <OwnLink draft={draft} own={own} set={set} />}
      <Group grow align="end">
        <TextInput
          type="datetime-local"
          label={t('ownTime')}
          description={t('ownTimeHelp')}
          value={own.at ?? ''}
          disabled={!may('schedule')}
          onChange={(event) => set({ at: event.currentTarget.value || undefined })}
        />
      </Group>
      {channel.limits.options.map((option) => (
        <OptionField
          key={option.name}
          option={option}
          value={own.options?.[option.name]}
          change={(value) => {
            const { [option.name]: _, ...others } = own.options ?? {};
            const options = value === undefined ? others : { ...others, [option.name]: value };
            set({ options: Object.keys(options).length > 0 ? options : undefined });
          }}
        />
      ))}
    </Stack>
  );
}

interface PartToolsProps {
  at: number;
  of: number;
  shift: (by: 1 | -1) => void;
  remove: () => void;
}

// PartTools order the parts of a thread, and take one out.
function PartTools({ at, of, shift, remove }: PartToolsProps) {
  const { t } = useTranslation('post');
  const tool = { size: 'compact-xs', variant: 'subtle', color: 'gray' } as const;
  const number = at + 1;
  return (
    <li>
      {at > 0 && (
        <Button {...tool} onClick={() => shift(-1)} aria-label={t('partEarlier', { number })}>
          {t('earlier')}
        </Button>
      )}
      {at < of - 1 && (
        <Button {...tool} onClick={() => shift(1)} aria-label={t('partLater', { number })}>
          {t('later')}
        </Button>
      )}
      <Button {...tool} onClick={remove} aria-label={t('removePartOf', { number })}>
        {t('removePart')}
      </Button>
    </li>
  );
}

interface OwnProps {
  draft: Draft;
  own: VariantDraft;
  set: (next: Partial<VariantDraft>) => void;
}

// OwnMedia are the pictures of one channel: the post's, until they are touched here.
function OwnMedia({ draft, own, set, channel }: OwnProps & { channel: Channel }) {
  const { t } = useTranslation('post');
  return (
    <div>
      <MediaField
        label={t('mediaOn', { name: channel.name })}
        media={mediaOn(draft, channel.id)}
        change={(media) => set({ media })}
        channels={[channel]}
      />
      {own.media ? (
        <Button mt="xs" size="xs" variant="default" onClick={() => set({ media: undefined })}>
          {t('mediaFollowAgain')}
        </Button>
      ) : (
        draft.media.length > 0 && (
          <Text size="sm" c="dimmed" mt={4}>
            {t('mediaFollows')}
          </Text>
        )
      )}
    </div>
  );
}

// OwnLink is the link card of one channel: the post's, another, or none.
function OwnLink({ draft, own, set }: OwnProps) {
  const { t } = useTranslation('post');
  const way = own.no_link ? 'none' : own.link ? 'own' : 'post';
  return (
    <Stack gap="xs">
      <Group gap="md">
        <Checkbox
          size="xs"
          label={t('linkOwn')}
          checked={way === 'own'}
          onChange={(event) =>
            set({
              no_link: undefined,
              link: event.currentTarget.checked ? (draft.link ?? { url: '', title: '', text: '' }) : undefined,
            })
          }
        />
        {draft.link && (
          <Checkbox
            size="xs"
            label={t('linkNone')}
            checked={way === 'none'}
            onChange={(event) => set({ link: undefined, no_link: event.currentTarget.checked || undefined })}
          />
        )}
      </Group>
      {own.link && <LinkFields link={own.link} set={(link) => set({ link })} />}
    </Stack>
  );
}
