import { Button, Checkbox, Group, Select, Stack, Switch, Tabs, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Channel, Schemas } from '../../api/client';
import { tightest } from '../../lib/count';
import { type Draft, partsOn, type VariantDraft } from '../../post/draft';
import { PlatformIcon } from '../../ui/platform';
import classes from './editor.module.css';
import { MediaField } from './media';

interface EditorProps {
  draft: Draft;
  change: (draft: Draft) => void;
  channels: Channel[];
  active: string; // a channel, or '' for what all share
  setActive: (channel: string) => void;
}

// Editor is the copy: once for all channels, and for each what differs there.
export function Editor({ draft, change, channels, active, setActive }: EditorProps) {
  const { t } = useTranslation('post');
  const chosen = channels.filter((c) => draft.channels.includes(c.id));
  const channel = chosen.find((c) => c.id === active);
  const choose = (ids: string[]) => change({ ...draft, channels: ids });
  return (
    <Stack gap="lg">
      <TextInput
        variant="unstyled"
        classNames={{ input: classes.title }}
        aria-label={t('field.title')}
        placeholder={t('titleHere')}
        value={draft.title}
        maxLength={300}
        onChange={(event) => change({ ...draft, title: event.currentTarget.value })}
      />
      <Checkbox.Group label={t('field.channels')} value={draft.channels} onChange={choose}>
        <Group gap="md" mt={6}>
          {channels
            .filter((c) => !c.archived_at || draft.channels.includes(c.id))
            .map((c) => (
              <Checkbox
                key={c.id}
                value={c.id}
                label={
                  <span className={classes.channel}>
                    <PlatformIcon platform={c.platform} /> {c.name}
                  </span>
                }
              />
            ))}
        </Group>
      </Checkbox.Group>
      <Tabs
        value={channel ? channel.id : 'all'}
        onChange={(v) => setActive(v === 'all' ? '' : (v ?? ''))}
        keepMounted={false}
      >
        <Tabs.List aria-label={t('tabs')}>
          <Tabs.Tab value="all">{t('allChannels')}</Tabs.Tab>
          {chosen.map((c) => (
            <Tabs.Tab key={c.id} value={c.id} leftSection={<PlatformIcon platform={c.platform} />}>
              {c.name}
              {differs(draft.variants[c.id]) && <span className={classes.differs} title={t('differs')} />}
              {differs(draft.variants[c.id]) && <span className="visually-hidden"> ({t('differs')})</span>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="all" pt="sm">
          <Textarea
            aria-label={t('field.text')}
            placeholder={t('textHere')}
            size="md"
            autosize
            minRows={7}
            maxRows={24}
            value={draft.text}
            onChange={(event) => change({ ...draft, text: event.currentTarget.value })}
          />
          <ul className={classes.counters}>
            {chosen
              .filter((c) => draft.variants[c.id]?.text === undefined && !draft.variants[c.id]?.parts)
              .map((c) => (
                <Counter key={c.id} limits={c.limits.text} text={draft.text} name={c.name} />
              ))}
          </ul>
        </Tabs.Panel>
        {channel && (
          <Tabs.Panel value={channel.id} pt="sm">
            <VariantEditor draft={draft} change={change} channel={channel} />
          </Tabs.Panel>
        )}
      </Tabs>
      <MediaField media={draft.media} change={(media) => change({ ...draft, media })} channels={chosen} />
    </Stack>
  );
}

function differs(variant: VariantDraft | undefined): boolean {
  return Boolean(variant && Object.keys(variant).length > 0);
}

function Counter({ limits, text, name }: { limits: Schemas['TextLimit'][]; text: string; name?: string }) {
  const { t } = useTranslation('post');
  const measured = tightest(limits, text);
  if (!measured) return name ? <li className={classes.counter}>{t('noLimit', { name })}</li> : null;
  const over = measured.count > measured.max;
  const close = !over && measured.count > measured.max * 0.9;
  const figure = `${measured.count}\u2009/\u2009${measured.max}`;
  return (
    <li className={`${classes.counter} numbers`} data-over={over || undefined} data-close={close || undefined}>
      {name && <span>{name}</span>} <strong>{figure}</strong>
      {measured.unit === 'bytes' && ` ${t('bytes')}`}
      {over && <span> · {t('tooLong', { count: measured.count - measured.max })}</span>}
    </li>
  );
}

// VariantEditor is what differs on one channel. Everything follows the post until it is touched here, and can follow again.
function VariantEditor({ draft, change, channel }: { draft: Draft; change: (draft: Draft) => void; channel: Channel }) {
  const { t } = useTranslation('post');
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
          />
          <ul className={classes.counters}>
            <Counter limits={channel.limits.text} text={text} />
            {own.parts && own.parts.length > 1 && (
              <li>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="gray"
                  onClick={() => set({ parts: own.parts?.filter((_, at) => at !== i) })}
                >
                  {t('removePart')}
                </Button>
              </li>
            )}
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
      <Group grow align="end">
        <TextInput
          type="datetime-local"
          label={t('ownTime')}
          description={t('ownTimeHelp')}
          value={own.at ?? ''}
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

interface OptionFieldProps {
  option: Schemas['Option'];
  value: unknown;
  change: (value: unknown) => void;
}

// OptionField draws an option of a platform from what the platform says of it.
function OptionField({ option, value, change }: OptionFieldProps) {
  if (option.kind === 'toggle') {
    return (
      <Switch
        label={option.label}
        checked={value === true}
        onChange={(event) => change(event.currentTarget.checked || undefined)}
      />
    );
  }
  if (option.kind === 'choice') {
    return (
      <Select
        label={option.label}
        data={option.choices}
        value={(value as string | undefined) ?? null}
        onChange={(v) => change(v ?? undefined)}
        clearable
      />
    );
  }
  return (
    <TextInput
      label={option.label}
      maxLength={option.max || undefined}
      value={(value as string | undefined) ?? ''}
      onChange={(event) => change(event.currentTarget.value || undefined)}
    />
  );
}
