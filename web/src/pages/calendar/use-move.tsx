import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type Post, type PostPatch, versioned } from '../../api/client';
import { keys } from '../../api/queries';
import { useHere } from '../../app/here';
import { clockTime, longDay, type Wall } from '../../lib/time';
import { showTrouble } from '../../ui/trouble';
import { type Card, titleOf } from './cards';

// movePatch is the edit that puts a card at another time, or takes its date away.
export function movePatch(card: Card, at: Wall | null, zone: string): PostPatch {
  const time = at ? { local: at, zone } : null;
  if (!card.own) return { publish_at: time };
  return { variants: Object.fromEntries(card.channels.map((channel) => [channel, { publish_at: time }])) };
}

// backPatch is the edit that undoes it: each time as it was said, in its own zone.
function backPatch(card: Card, before: Post): PostPatch {
  const said = (time: Post['publish_at']) =>
    !time || time.undated
      ? null
      : time.local
        ? { local: time.local, zone: time.zone, fold: time.fold }
        : { instant: time.instant };
  if (!card.own) return { publish_at: said(before.publish_at) };
  return {
    variants: Object.fromEntries(card.channels.map((c) => [c, { publish_at: said(before.variants[c]?.publish_at) }])),
  };
}

// useMove moves a card to another time, says what that meant, and offers to undo it for ten seconds. It resolves to whether
// the card was moved.
export function useMove(): (card: Card, at: Wall | null) => Promise<boolean> {
  const { calendar } = useHere();
  const { t, i18n } = useTranslation(['calendar', 'common']);
  const client = useQueryClient();

  const save = async (post: string, etag: string, patch: PostPatch) => {
    const saved = await versioned(
      api.PATCH('/api/v1/posts/{post}', { params: { path: { post }, header: { 'If-Match': etag } }, body: patch }),
    );
    client.setQueryData(keys.post(post), saved.data);
    await client.invalidateQueries({ queryKey: keys.posts(calendar.id) });
    return saved;
  };

  return async (card, at) => {
    const post = card.post.id;
    try {
      const found = await versioned(api.GET('/api/v1/posts/{post}', { params: { path: { post } } }));
      const saved = await save(post, found.etag, movePatch(card, at, calendar.time_zone));
      const id = `moved-${post}`;
      const undo = async () => {
        notifications.hide(id);
        try {
          await save(post, saved.etag, backPatch(card, found.data));
        } catch (error) {
          showTrouble(error);
        }
      };
      const title = titleOf(saved.data) || t('untitled');
      notifications.hide(id); // what was said of the move before
      notifications.show({
        id,
        autoClose: 10_000,
        withBorder: true,
        message: (
          <Group justify="space-between" wrap="nowrap">
            <div>
              <Text size="sm">
                {at
                  ? t('moved', { title, day: longDay(at, i18n.language), time: clockTime(at, i18n.language) })
                  : t('undated', { title })}
              </Text>
              {saved.data.notices.map((n) => (
                <Text size="sm" c="dimmed" key={n.code + (n.channel ?? '')}>
                  {n.message}
                </Text>
              ))}
            </div>
            <Button variant="light" size="xs" onClick={undo} style={{ flex: 'none' }}>
              {t('common:undo')}
            </Button>
          </Group>
        ),
      });
      return true;
    } catch (error) {
      showTrouble(error);
      return false;
    }
  };
}
