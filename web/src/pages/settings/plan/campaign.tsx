import { Alert, Button, Switch } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, type Campaign, type Schemas, versioned } from '../../../api/client';
import { keys, useMembers } from '../../../api/queries';
import { useEdit } from '../../../api/use-edit';
import { useHere } from '../../../app/here';
import { Waiting } from '../../../app/waiting';
import { useAct } from '../../../lib/use-act';
import { useMoment } from '../../../lib/use-moment';
import { Icon } from '../../../ui/icons';
import { sentence, troubleAt } from '../../../ui/trouble';
import { Affected } from '../margin/affected';
import { Fields } from '../margin/fields';
import type { Margin } from '../margin/page';
import { OnlyRead } from '../only-read';
import { SaveBar } from '../save-bar';
import { Empty, Head, Section } from '../section';
import classes from './campaign.module.css';
import { Loosen } from './loosen';

// A campaign's own margin: narrower for all of its posts, or wider for named people during an event.
export function Component() {
  const { campaign: id = '' } = useParams();
  const { calendar, may } = useHere();
  const { t } = useTranslation('campaign');
  const client = useQueryClient();
  const [affected, setAffected] = useState<Schemas['Affected'][]>([]);
  const path = { campaign: id };
  const edit = useEdit<Campaign>({
    queryKey: ['campaign', id],
    read: () => versioned(api.GET('/api/v1/campaigns/{campaign}', { params: { path } })),
    write: async ({ margin }, etag) => {
      const header = { 'If-Match': etag };
      const saved = await versioned(
        api.PATCH('/api/v1/campaigns/{campaign}', { params: { path, header }, body: { margin } }),
      );
      setAffected(saved.data.affected ?? []);
      client.invalidateQueries({ queryKey: keys.campaigns(calendar.id) });
      return saved;
    },
  });
  if (edit.failed) return <Alert color="red">{sentence(edit.failed)}</Alert>;
  if (!edit.value) return <Waiting />;
  const campaign = edit.value;
  const fixed = !may('policy');
  const whole = calendar.policy.margin;
  const own = (campaign.margin ?? null) as Margin | null;
  return (
    <>
      <div className={classes.up}>
        <Link to={`/calendars/${calendar.id}/settings/plan`}>
          <Icon name="left" size={14} />
          {t('up')}
        </Link>
      </div>
      <Head title={t('title', { name: campaign.name })}>{t('lead', { count: whole.characters })}</Head>
      <OnlyRead needs="policy" />
      <Affected posts={affected} />
      <Section title={t('own')} lead={t('ownHelp')}>
        <Switch
          label={t('narrower')}
          checked={own !== null}
          onChange={(event) => edit.set({ margin: (event.currentTarget.checked ? whole : null) as Margin })}
          disabled={fixed}
        />
      </Section>
      {own && (
        <Fields
          margin={own}
          within={whole}
          set={(next) => edit.set({ margin: { ...own, ...next } })}
          disabled={fixed}
          protectedError={troubleAt(edit.error, '/margin/protected')}
        />
      )}
      <Loosened campaign={campaign} etag={edit.etag} fixed={fixed} />
      <SaveBar edit={edit} names={{ margin: t('own') }} fields={['/margin/protected']} />
    </>
  );
}

interface LoosenedProps {
  campaign: Campaign;
  etag: string;
  fixed: boolean;
}

function Loosened({ campaign, etag, fixed }: LoosenedProps) {
  const { calendar } = useHere();
  const { t } = useTranslation(['campaign', 'margin']);
  const moment = useMoment();
  const members = useMembers(calendar.id).data ?? [];
  const [asking, setAsking] = useState(false);
  const { busy, act } = useAct(['campaign', campaign.id], keys.campaigns(calendar.id));
  const loose = (campaign.loosened ?? null) as Schemas['Loosening'] | null;
  const over = loose !== null && Date.parse(loose.until) <= Date.now();
  const begun = loose !== null && Date.parse(loose.from) <= Date.now();
  const state = over ? 'over' : begun ? 'now' : 'ahead';
  const named = loose?.members.map((id) => members.find((m) => m.id === id)?.name ?? t('somebody')) ?? [];
  const end = () =>
    act(() =>
      versioned(
        api.PATCH('/api/v1/campaigns/{campaign}', {
          params: { path: { campaign: campaign.id }, header: { 'If-Match': etag } },
          body: { loosened: null },
        }),
      ),
    );
  return (
    <Section
      title={t('wider')}
      lead={t('widerHelp')}
      action={
        !fixed && (
          <Button size="xs" variant="default" onClick={() => setAsking(true)}>
            {t(loose ? 'again' : 'open')}
          </Button>
        )
      }
    >
      {!loose && <Empty>{t('none')}</Empty>}
      {loose && (
        <div className={classes.loose} data-state={state}>
          <div>
            <strong>{t(`state.${state}`)}</strong>
            <p>
              {[
                t('upTo', { count: loose.margin.characters }),
                loose.margin.fields.map((field) => t(`margin:field.${field}`)).join(', '),
                t('between', { from: moment.time(loose.from), until: moment.time(loose.until) }),
              ].join(' · ')}
            </p>
            <p>{t('for', { names: named.join(', ') })}</p>
            <q>{loose.reason}</q>
            <p>{t('by', { name: loose.by.name, at: moment.time(loose.at) })}</p>
          </div>
          {!fixed && (
            <Button size="xs" variant="default" onClick={end} loading={busy}>
              {t(over ? 'forget' : 'end')}
            </Button>
          )}
        </div>
      )}
      {asking && <Loosen campaign={campaign} etag={etag} members={members} close={() => setAsking(false)} />}
    </Section>
  );
}
