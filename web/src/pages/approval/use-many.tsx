import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Post, Refused, type Schemas } from '../../api/client';
import { keys } from '../../api/queries';
import { useHere } from '../../app/here';
import { sentence, showTrouble } from '../../ui/trouble';

// useMany decides on several posts, each in the revision that was looked at, and each for itself: what is refused is said, the
// rest is done. An approval of several can be undone for ten seconds, as one of one can.
export function useMany() {
  const { calendar } = useHere();
  const { t } = useTranslation(['approval', 'common']);
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [undoable, setUndoable] = useState<Post[]>([]); // what was approved last
  const whole = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      showTrouble(error);
    }
    await client.invalidateQueries({ queryKey: keys.posts(calendar.id) });
    setBusy(false);
  };

  // each makes one move on each post, and returns why some were refused
  const each = async (posts: Post[], body: Omit<Schemas['MoveAsked'], 'revision'>) => {
    const refused: string[] = [];
    for (const post of posts) {
      try {
        await ask(
          api.POST('/api/v1/posts/{post}/moves', {
            params: { path: { post: post.id } },
            body: { ...body, revision: post.revision },
          }),
        );
      } catch (error) {
        if (!(error instanceof Refused) || error.status === 0) throw error;
        refused.push(`${post.title}\u202f: ${sentence(error)}`);
      }
    }
    return refused;
  };
  const say = (done: string, refused: string[], undo?: () => void) => {
    const id = 'moved-many';
    notifications.hide(id);
    notifications.show({
      id,
      autoClose: undo ? 10_000 : 6000,
      withBorder: true,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <div>
            <Text size="sm">{done}</Text>
            {refused.map((line) => (
              <Text size="sm" c="dimmed" key={line}>
                {line}
              </Text>
            ))}
          </div>
          {undo && (
            <Button
              variant="light"
              size="xs"
              style={{ flex: 'none' }}
              onClick={() => {
                notifications.hide(id);
                undo();
              }}
            >
              {t('common:undo')}
            </Button>
          )}
        </Group>
      ),
    });
  };

  const undo = (posts = undoable) =>
    whole(async () => {
      setUndoable([]);
      if (posts.length === 0) return;
      const refused = await each(posts, { move: 'undo_approval' });
      say(t('undoneMany', { count: posts.length - refused.length }), refused);
    });
  const approve = (posts: Post[]) =>
    whole(async () => {
      const { items } = await ask(
        api.POST('/api/v1/calendars/{calendar}/moves', {
          params: { path: { calendar: calendar.id } },
          body: { move: 'approve', posts: posts.map((p) => ({ post: p.id, revision: p.revision })) },
        }),
      );
      const no = new Set(items.filter((i) => i.problem).map((i) => i.post));
      const done = posts.filter((p) => !no.has(p.id));
      setUndoable(done);
      say(
        t('approvedMany', { count: done.length }),
        items.flatMap((i) => i.problem?.detail ?? []),
        done.length > 0 ? () => undo(done) : undefined,
      );
    });
  const requestChanges = (posts: Post[], more: Partial<Schemas['MoveAsked']>) =>
    whole(async () => {
      const refused = await each(posts, { ...more, move: 'request_changes' });
      say(t('askedMany', { count: posts.length - refused.length }), refused);
    });
  return { busy, approve, requestChanges, undo, approved: setUndoable };
}
