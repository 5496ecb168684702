import { ActionIcon, Button, Chip, Group, Menu, Modal, Radio, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post, Schemas } from '../api/client';
import { useHere } from '../app/here';
import { Icon } from '../ui/icons';
import { asksFirst, type Move, movesOf } from './moves';
import { useMakeMove } from './use-moves';

const reasons = ['spelling', 'tone', 'visual', 'link', 'legal'] as const;
type Reason = (typeof reasons)[number];

const main: Move[] = ['submit', 'approve', 'undo_approval', 'request_changes', 'unhold', 'restore'];
const onward: Move[] = ['submit', 'approve', 'unhold', 'restore']; // what a post may wait for, and no step back

interface MoveButtonsProps {
  post: Post;
  blocked?: boolean; // by edits that are not saved yet
  moved?: (post: Post) => void;
}

// MoveButtons are the moves of a post's way that its reader may make.
export function MoveButtons({ post, blocked, moved }: MoveButtonsProps) {
  const { me, may } = useHere();
  const { t } = useTranslation('post');
  const make = useMakeMove();
  const [busy, setBusy] = useState<Move | null>(null);
  const [asking, setAsking] = useState<Move | null>(null);
  const moves = movesOf(post, may, me.member);
  const first = moves.filter((m) => main.includes(m)).slice(0, 2);
  const rest = moves.filter((m) => !first.includes(m));

  const run = async (move: Move, more?: Partial<Schemas['MoveAsked']>) => {
    setBusy(move);
    const after = await make(post, move, more);
    setBusy(null);
    if (after) {
      setAsking(null);
      moved?.(after);
    }
  };
  const press = (move: Move) => {
    if (asksFirst(post, move)) setAsking(move);
    else run(move);
  };
  if (moves.length === 0) return null;
  return (
    <Group gap="xs">
      {first.map((move, i) => (
        <Button
          key={move}
          variant={i === 0 && onward.includes(move) ? 'filled' : 'default'}
          disabled={blocked}
          loading={busy === move}
          onClick={() => press(move)}
        >
          {t(`move.${move}`)}
        </Button>
      ))}
      {rest.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={t('moreMoves')} disabled={blocked}>
              <Icon name="more" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((move) => (
              <Menu.Item key={move} onClick={() => press(move)}>
                {t(`move.${move}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {asking && <MoveDialog post={post} move={asking} busy={busy !== null} close={() => setAsking(null)} run={run} />}
    </Group>
  );
}

interface MoveDialogProps {
  post: Post;
  title?: string; // of several posts
  move: Move;
  busy: boolean;
  close: () => void;
  run: (move: Move, more?: Partial<Schemas['MoveAsked']>) => void;
}

// MoveDialog asks for what goes with a move: reasons and words, or what becomes of a post whose time has passed.
export function MoveDialog({ post, title, move, busy, close, run }: MoveDialogProps) {
  const { t } = useTranslation(['post', 'common']);
  const [chosen, setChosen] = useState<string[]>([]);
  const [note, setNote] = useState('');
  const [late, setLate] = useState<'' | 'leave'>('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(move, {
      ...(note.trim() && { note: note.trim() }),
      ...(move === 'request_changes' && { reasons: chosen as Reason[] }),
      ...(move === 'approve' && { late }),
    });
  };
  const words = move === 'request_changes' || move === 'hold';
  return (
    <Modal opened onClose={close} title={title ?? t(`ask.${move as 'hold'}.title`, { title: post.title || t('this') })}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t(`ask.${move as 'hold'}.what`)}</Text>
          {move === 'approve' && (
            <Radio.Group value={late} onChange={(value) => setLate(value as '' | 'leave')} aria-label={t('late.what')}>
              <Stack gap="xs">
                <Radio value="" label={t('late.undated')} />
                <Radio value="leave" label={t('late.leave')} />
              </Stack>
            </Radio.Group>
          )}
          {move === 'request_changes' && (
            <Chip.Group multiple value={chosen} onChange={setChosen}>
              <Group gap="xs">
                {reasons.map((r) => (
                  <Chip key={r} value={r} size="sm">
                    {t(`reason.${r}`)}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          )}
          {words && (
            <Textarea
              label={t('note')}
              autosize
              minRows={3}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
              required={move === 'hold' || chosen.length === 0}
              data-autofocus
            />
          )}
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t(`move.${move}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
