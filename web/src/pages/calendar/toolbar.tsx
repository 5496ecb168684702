import { ActionIcon, Button, Group, SegmentedControl, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHere } from '../../app/here';
import { formatWall } from '../../lib/time';
import { Icon } from '../../ui/icons';
import { Filters } from './filters';
import classes from './toolbar.module.css';
import { type Change, stepDay, type View, type ViewName, views } from './view';
import { ZoneBadge } from './zone';

interface ToolbarProps {
  view: View;
  change: (change: Change) => void;
  narrow: boolean;
  print: () => void;
  children: ReactNode;
}

// Toolbar says what is shown and turns the page.
export function Toolbar({ view, change, narrow, print, children }: ToolbarProps) {
  const { calendar } = useHere();
  const { t } = useTranslation(['calendar', 'common']);
  const go = (day: string) => change({ day: day === view.today ? '' : day });
  return (
    <div className={classes.toolbar}>
      <div className={classes.first}>
        <Title order={1} className={classes.title}>
          {useRangeName(view)}
        </Title>
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('before')}
            onClick={() => go(stepDay(view.name, view.day, -1))}
          >
            <Icon name="left" />
          </ActionIcon>
          <Button variant="subtle" color="gray" px="xs" onClick={() => go(view.today)}>
            {t('today')}
          </Button>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('after')}
            onClick={() => go(stepDay(view.name, view.day, 1))}
          >
            <Icon name="right" />
          </ActionIcon>
        </Group>
        <ZoneBadge zone={calendar.time_zone} range={view.range} />
      </div>
      <div className={classes.second}>
        <SegmentedControl
          aria-label={t('views')}
          value={view.name}
          onChange={(name) => change({ view: name as ViewName })}
          data={views
            .filter((name) => !narrow || name !== 'week')
            .map((name) => ({ value: name, label: t(`view.${name}`) }))}
        />
        <Filters view={view} change={change} />
        <div className={classes.actions}>
          {!narrow && view.name === 'month' && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('print')}
              title={t('print')}
              onClick={print}
            >
              <Icon name="print" />
            </ActionIcon>
          )}
          {children}
        </div>
      </div>
    </div>
  );
}

function useRangeName(view: View): string {
  const { i18n } = useTranslation();
  const name = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  if (view.name === 'day')
    return name(formatWall(view.day, i18n.language, { weekday: 'long', day: 'numeric', month: 'long' }));
  if (view.name !== 'week') return name(formatWall(view.day, i18n.language, { month: 'long', year: 'numeric' }));
  const { from, to } = view.range;
  const last = formatWall(to, i18n.language, { day: 'numeric', month: 'long', year: 'numeric' });
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const first = formatWall(from, i18n.language, sameMonth ? { day: 'numeric' } : { day: 'numeric', month: 'long' });
  return `${first}\u2009–\u2009${last}`;
}
