import { ActionIcon, Button, FileButton, Group, Text, Textarea } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Channel } from '../../api/client';
import { useHere } from '../../app/here';
import type { MediaUse } from '../../post/draft';
import { Icon } from '../../ui/icons';
import { SmallPicture } from '../../ui/small-picture';
import { showTrouble } from '../../ui/trouble';
import classes from './media.module.css';

interface MediaFieldProps {
  label: string;
  media: MediaUse[];
  change: (media: MediaUse[]) => void;
  channels: Channel[];
}

// MediaField takes pictures by drop or by choice, in an order, each with what it shows in words.
export function MediaField({ label, media, change, channels }: MediaFieldProps) {
  const { calendar } = useHere();
  const { t } = useTranslation('post');
  const [busy, setBusy] = useState(false);
  const [over, setOver] = useState(false);
  const most = Math.min(...channels.map((c) => c.limits.media.max), 100);

  const upload = async (files: File[]) => {
    setBusy(true);
    const added: MediaUse[] = [];
    for (const file of files) {
      try {
        const form = new FormData();
        form.append('calendar', calendar.id);
        form.append('file', file);
        const made = await ask(
          api.POST('/api/v1/media', {
            params: { query: { calendar: calendar.id } },
            body: form as never,
            bodySerializer: (b) => b as never,
          }),
        );
        added.push({ media: made.id, alt: made.alt });
      } catch (error) {
        showTrouble(error);
      }
    }
    setBusy(false);
    if (added.length > 0) change([...media, ...added]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    upload([...event.dataTransfer.files]);
  };
  const swap = (i: number, j: number) => {
    const next = [...media];
    const [a, b] = [next[i], next[j]];
    if (!a || !b) return;
    next[i] = b;
    next[j] = a;
    change(next);
  };
  const set = (i: number, alt: string) => change(media.map((m, at) => (at === i ? { ...m, alt } : m)));

  return (
    <section
      aria-label={label}
      className={classes.media}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {media.map((m, i) => (
        <div key={m.media} className={classes.row}>
          <SmallPicture media={m.media} side={104} />
          <Textarea
            label={t('alt')}
            placeholder={t('altHere')}
            autosize
            minRows={2}
            value={m.alt}
            onChange={(event) => set(i, event.currentTarget.value)}
          />
          <Group gap={2} className={classes.tools}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('pictureEarlier', { number: i + 1 })}
              data-disabled={i === 0 || undefined}
              aria-disabled={i === 0}
              onClick={() => swap(i, i - 1)}
            >
              <Icon name="up" />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('pictureLater', { number: i + 1 })}
              data-disabled={i === media.length - 1 || undefined}
              aria-disabled={i === media.length - 1}
              onClick={() => swap(i, i + 1)}
            >
              <Icon name="down" />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('removePicture')}
              onClick={() => change(media.filter((_, at) => at !== i))}
            >
              <Icon name="trash" />
            </ActionIcon>
          </Group>
        </div>
      ))}
      <Group gap="sm">
        <FileButton onChange={upload} accept="image/jpeg,image/png,image/gif,image/webp" multiple>
          {(props) => (
            <Button {...props} variant="default" size="xs" leftSection={<Icon name="image" size={16} />} loading={busy}>
              {t('addPictures')}
            </Button>
          )}
        </FileButton>
        <Text size="xs" c="dimmed">
          {t('picturesHelp')}
        </Text>
      </Group>
      {media.length > most && (
        <Text size="sm" c="red" role="status">
          {t('tooManyPictures', { count: most })}
        </Text>
      )}
    </section>
  );
}
