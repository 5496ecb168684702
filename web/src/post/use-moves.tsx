import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Post, type Schemas } from '../api/client';
import { keys } from '../api/queries';
import { showTrouble } from '../ui/trouble';
import type { Move } from './moves';

// useMakeMove makes a move on the revision that was looked at, says what came of it, and offers to undo an approval.
export function useMakeMove(): (
  post: Post,
  move: Move,
  more?: Partial<Schemas['MoveAsked']>,
) => Promise<Post | undefined> {
  const { t } = useTranslation('post');
  const client = useQueryClient();
  return async function make(post, move, more = {}) {
    try {
      const moved = await ask(
        api.POST('/api/v1/posts/{post}/moves', {
          params: { path: { post: post.id } },
          body: { move, revision: post.revision, ...more },
        }),
      );
      client.setQueryData(keys.post(post.id), moved);
      client.invalidateQueries({ queryKey: keys.posts(post.calendar) });
      const id = `move-${post.id}`;
      const undo = () => {
        notifications.hide(id);
        make(moved, 'undo_approval');
      };
      notifications.hide(id); // what was said of the move before
      notifications.show({
        id,
        autoClose: moved.undo_until ? 10_000 : 5000,
        withBorder: true,
        message: (
          <Group justify="space-between" wrap="nowrap">
            <div>
              <Text size="sm">{t(`made.${move}`, { title: moved.title || t('this') })}</Text>
              {moved.notices.map((n) => (
                <Text size="sm" c="dimmed" key={n.code + (n.channel ?? '')}>
                  {n.message}
                </Text>
              ))}
            </div>
            {moved.undo_until && (
              <Button variant="light" size="xs" onClick={undo} style={{ flex: 'none' }}>
                {t('undo')}
              </Button>
            )}
          </Group>
        ),
      });
      return moved;
    } catch (error) {
      showTrouble(error);
      client.invalidateQueries({ queryKey: keys.post(post.id) });
      return undefined;
    }
  };
}
