import { Alert, Button, Group, Menu, Select, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, ask } from '../../../api/client';
import { useMembers } from '../../../api/queries';
import { useHere } from '../../../app/here';
import { Waiting } from '../../../app/waiting';
import { addDays, instantIn } from '../../../lib/time';
import { sentence } from '../../../ui/trouble';
import { Empty, Head } from '../section';
import { kinds } from './kinds';
import { Line } from './line';
import classes from './page.module.css';
import { useNames } from './use-names';
import { Verify } from './verify';

const names = ['member', 'kind', 'from', 'to'] as const;
type Name = (typeof names)[number];

// The record of the calendar: who did what, newest first, filtered by the address of the page.
export function Component() {
  const { calendar } = useHere();
  const { t } = useTranslation('record');
  const [search, setSearch] = useSearchParams();
  const members = useMembers(calendar.id).data ?? [];
  const names = useNames();
  const chosen = (name: Name) => search.get(name) ?? '';
  const choose = (name: Name, value: string | null) =>
    setSearch(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true },
    );
  // days are the calendar's, and the last one is included
  const instant = (day: string) => instantIn(`${day}T00:00`, calendar.time_zone).toISOString();
  const filter = {
    member: chosen('member') || undefined,
    kind: chosen('kind') || undefined,
    since: chosen('from') ? instant(chosen('from')) : undefined,
    until: chosen('to') ? instant(addDays(chosen('to'), 1)) : undefined,
  };
  const lines = useInfiniteQuery({
    queryKey: ['record', calendar.id, filter],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/api/v1/calendars/{calendar}/audit', {
          params: { path: { calendar: calendar.id }, query: { ...filter, cursor: pageParam, limit: 100 } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next || undefined,
  });
  const all = lines.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <Head title={t('title')} action={<Export filter={filter} />}>
        {t('lead')}
      </Head>
      <Verify />
      <Group gap="xs" align="end" className={classes.filters} role="search" aria-label={t('filters')}>
        <Select
          label={t('who')}
          placeholder={t('everybody')}
          data={members.map((m) => ({ value: m.id, label: m.name }))}
          value={chosen('member') || null}
          onChange={(value) => choose('member', value)}
          clearable
          clearButtonProps={{ 'aria-label': t('clear') }}
          searchable
        />
        <Select
          label={t('what')}
          placeholder={t('everything')}
          data={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          value={chosen('kind') || null}
          onChange={(value) => choose('kind', value)}
          clearable
          clearButtonProps={{ 'aria-label': t('clear') }}
          searchable
        />
        <TextInput
          type="date"
          label={t('from')}
          value={chosen('from')}
          onChange={(event) => choose('from', event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('to')}
          value={chosen('to')}
          onChange={(event) => choose('to', event.currentTarget.value)}
        />
      </Group>
      {lines.error && <Alert color="red">{sentence(lines.error)}</Alert>}
      {lines.isPending && <Waiting />}
      {lines.data && all.length === 0 && <Empty>{t('none')}</Empty>}
      {all.length > 0 && (
        <ol className={classes.lines}>
          {all.map((line) => (
            <Line key={line.seq} line={line} names={names} />
          ))}
        </ol>
      )}
      {lines.hasNextPage && (
        <Button variant="default" onClick={() => lines.fetchNextPage()} loading={lines.isFetchingNextPage}>
          {t('older')}
        </Button>
      )}
    </>
  );
}

// Export is a file of what the filters leave: one to be checked, one to be read.
function Export({ filter }: { filter: Record<string, string | undefined> }) {
  const { calendar } = useHere();
  const { t } = useTranslation('record');
  const href = (format: string) => {
    const query = new URLSearchParams({ format });
    for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
    return `/api/v1/calendars/${calendar.id}/audit/export?${query}`;
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default">{t('export.button')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={href('csv')} download>
          {t('export.csv')}
        </Menu.Item>
        <Menu.Item component="a" href={href('jsonl')} download>
          {t('export.jsonl')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
