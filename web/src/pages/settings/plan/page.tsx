import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask, versioned } from '../../../api/client';
import { keys, useCampaigns, usePillars } from '../../../api/queries';
import { useHere } from '../../../app/here';
import { OnlyRead } from '../only-read';
import { Head } from '../section';
import { Names } from './names';

// What posts belong to: the campaigns that they serve together, and the themes that the plan keeps in balance.
export function Component() {
  const { calendar } = useHere();
  const { t } = useTranslation('plan');
  const campaigns = useCampaigns(calendar.id).data;
  const pillars = usePillars(calendar.id).data;
  const path = { calendar: calendar.id };
  return (
    <>
      <Head title={t('title')}>{t('lead')}</Head>
      <OnlyRead needs="write" />
      <Names
        title={t('campaigns')}
        lead={t('campaignsHelp')}
        none={t('noCampaign')}
        items={campaigns}
        changed={keys.campaigns(calendar.id)}
        also={(campaign) => (
          <Button
            size="xs"
            variant="default"
            component={Link}
            to={`/calendars/${calendar.id}/settings/plan/campaigns/${campaign.id}`}
            aria-label={t('marginOf', { name: campaign.name })}
          >
            {t('margin')}
          </Button>
        )}
        add={(name) => ask(api.POST('/api/v1/calendars/{calendar}/campaigns', { params: { path }, body: { name } }))}
        rename={async (campaign, name) => {
          const params = { path: { campaign } };
          const { etag } = await versioned(api.GET('/api/v1/campaigns/{campaign}', { params }));
          const header = { 'If-Match': etag };
          await ask(api.PATCH('/api/v1/campaigns/{campaign}', { params: { ...params, header }, body: { name } }));
        }}
        remove={async (campaign) => {
          const params = { path: { campaign } };
          const { etag } = await versioned(api.GET('/api/v1/campaigns/{campaign}', { params }));
          await ask(
            api.DELETE('/api/v1/campaigns/{campaign}', { params: { ...params, header: { 'If-Match': etag } } }),
          );
        }}
      />
      <Names
        title={t('pillars')}
        lead={t('pillarsHelp')}
        none={t('noPillar')}
        items={pillars}
        changed={keys.pillars(calendar.id)}
        add={(name) => ask(api.POST('/api/v1/calendars/{calendar}/pillars', { params: { path }, body: { name } }))}
        rename={async (pillar, name) => {
          const params = { path: { pillar } };
          const { etag } = await versioned(api.GET('/api/v1/pillars/{pillar}', { params }));
          const header = { 'If-Match': etag };
          await ask(api.PATCH('/api/v1/pillars/{pillar}', { params: { ...params, header }, body: { name } }));
        }}
        remove={async (pillar) => {
          const params = { path: { pillar } };
          const { etag } = await versioned(api.GET('/api/v1/pillars/{pillar}', { params }));
          await ask(api.DELETE('/api/v1/pillars/{pillar}', { params: { ...params, header: { 'If-Match': etag } } }));
        }}
      />
    </>
  );
}
