import { Checkbox, Group, Stack, Tabs, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../api/client';
import { type Draft, differs } from '../../post/draft';
import { PlatformIcon } from '../../ui/platform';
import { Counter } from './counter';
import classes from './editor.module.css';
import { MediaField } from './media';
import { type Remarks, useRemarks } from './remark';
import { VariantEditor } from './variant';

interface EditorProps extends Remarks {
  draft: Draft;
  change: (draft: Draft) => void;
  channels: Channel[];
  active: string; // a channel, or '' for what all share
  setActive: (channel: string) => void;
}

// Editor is the copy: once for all channels, and for each what differs there.
export function Editor({ draft, change, channels, active, setActive, ...remarks }: EditorProps) {
  const { t } = useTranslation('post');
  const { field, bar } = useRemarks(remarks);
  const shared = { channel: '', part: 0, text: draft.text };
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
            {...field(shared)}
          />
          <ul className={classes.counters}>
            {chosen
              .filter((c) => draft.variants[c.id]?.text === undefined && !draft.variants[c.id]?.parts)
              .map((c) => (
                <Counter key={c.id} limits={c.limits.text} text={draft.text} name={c.name} />
              ))}
            {bar(shared)}
          </ul>
        </Tabs.Panel>
        {channel && (
          <Tabs.Panel value={channel.id} pt="sm">
            <VariantEditor draft={draft} change={change} channel={channel} {...remarks} />
          </Tabs.Panel>
        )}
      </Tabs>
      {!channel && (
        <MediaField
          label={t('field.media')}
          media={draft.media}
          change={(media) => change({ ...draft, media })}
          channels={chosen.filter((c) => !draft.variants[c.id]?.media)}
        />
      )}
    </Stack>
  );
}
