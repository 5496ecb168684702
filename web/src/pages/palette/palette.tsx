import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, ask } from '../../api/client';
import { keys } from '../../api/queries';
import { useHere } from '../../app/here';
import { find } from '../../lib/find';
import { Icon } from '../../ui/icons';
import { Status } from '../../ui/status';
import { type Command, useCommands } from './commands';
import classes from './palette.module.css';

interface PaletteProps {
  close: () => void;
  help: () => void;
}

const groups = ['posts', 'pages', 'actions', 'calendars'] as const;
const few = 6; // of each, before anything is typed

// Palette leads anywhere by a few letters: posts by their words, pages, calendars, and what can be done.
export default function Palette({ close, help }: PaletteProps) {
  const { t } = useTranslation('palette');
  const navigate = useNavigate();
  const commands = useCommands(help);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const posts = usePostsSaying(typed);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);

  const found = find(commands, typed);
  const shown = groups
    .map((group) => ({ group, items: group === 'posts' ? posts.items : found.filter((c) => c.group === group) }))
    .map(({ group, items }) => ({ group, items: typed.trim() ? items : items.slice(0, few) }))
    .filter(({ items }) => items.length > 0);
  const all: Command[] = shown.flatMap(({ items }) => items);
  const active = Math.min(at, all.length - 1);
  useEffect(() => {
    list.current?.querySelector(`[id="${id}-${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id]);

  const run = (command: Command | undefined) => {
    if (!command) return;
    close();
    if (command.to) navigate(command.to);
    command.run?.();
  };
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: all.length - 1 };
    const step = steps[event.key];
    const inText = (event.key === 'Home' || event.key === 'End') && typed !== '';
    if (step !== undefined && !inText && all.length > 0) {
      event.preventDefault();
      setAt((step + all.length) % all.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(all[active]);
    }
  };
  let index = -1;
  return (
    <Modal
      opened
      onClose={close}
      title={t('title')}
      centered={false}
      size="lg"
      yOffset="10dvh"
      zIndex={260}
      classNames={{ body: classes.body, content: classes.content }}
    >
      <TextInput
        role="combobox"
        aria-label={t('placeholder')}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        placeholder={t('placeholder')}
        leftSection={<Icon name="search" size={16} />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
        autoComplete="off"
        data-autofocus
      />
      <div id={`${id}-list`} ref={list} role="listbox" aria-label={t('title')} className={classes.list}>
        {shown.map(({ group, items }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <div id={`${id}-${group}`} role="presentation" className={classes.group}>
              {t(`group.${group}`)}
            </div>
            {items.map((command) => {
              index += 1;
              const mine = index;
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above
                // biome-ignore lint/a11y/useFocusableInteractive: the field above keeps the focus, and says which is active
                <div
                  key={command.key}
                  id={`${id}-${mine}`}
                  role="option"
                  aria-selected={mine === active}
                  className={classes.option}
                  onClick={() => run(command)}
                  onMouseMove={() => setAt(mine)}
                >
                  <Icon name={command.icon} size={16} />
                  <span className={classes.label}>{command.label}</span>
                  {command.status ? (
                    <Status status={command.status} label={command.hint ?? ''} size={12} />
                  ) : (
                    command.hint && <span className={classes.hint}>{command.hint}</span>
                  )}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <p className={classes.none} role="status">
        {all.length === 0 && !posts.looking ? t('none', { words: typed.trim() }) : ''}
      </p>
    </Modal>
  );
}

// usePostsSaying finds posts by words, once somebody has stopped typing.
function usePostsSaying(typed: string): { items: Command[]; looking: boolean } {
  const { calendar } = useHere();
  const { t } = useTranslation('palette');
  const [words] = useDebouncedValue(typed.trim(), 200);
  const enabled = words.length > 1;
  const found = useQuery({
    queryKey: [...keys.posts(calendar.id), 'saying', words],
    queryFn: () =>
      ask(
        api.GET('/api/v1/calendars/{calendar}/posts', {
          params: { path: { calendar: calendar.id }, query: { q: words, limit: 8 } },
        }),
      ),
    enabled,
    placeholderData: (before) => before,
  });
  const items = !enabled || typed.trim().length < 2 ? [] : (found.data?.items ?? []);
  return {
    looking: typed.trim() !== words || (enabled && found.isFetching),
    items: items.map((p) => ({
      key: p.id,
      group: 'posts',
      icon: 'edit',
      label: p.title || p.text.slice(0, 80) || t('untitled'),
      hint: p.status_label,
      status: p.status,
      to: `/calendars/${calendar.id}/posts/${p.id}`,
    })),
  };
}
