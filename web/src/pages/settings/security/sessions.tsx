import { Alert, Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, every, type Schemas, versioned } from '../../../api/client';
import { browserOf } from '../../../lib/agent';
import { useMoment } from '../../../lib/use-moment';
import { Confirm } from '../../../ui/confirm';
import { sentence, showTrouble } from '../../../ui/trouble';
import { Row, Rows, Section } from '../section';
import classes from './page.module.css';

type Session = Schemas['Session'];

// Sessions are the browsers in which one is signed in.
export function Sessions() {
  const { t } = useTranslation('security');
  const client = useQueryClient();
  const moment = useMoment();
  const [ending, setEnding] = useState(false);
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: () => every(() => ask(api.GET('/api/v1/sessions'))),
  });
  const end = async (session: Session) => {
    try {
      await versioned(api.DELETE('/api/v1/sessions/{session}', { params: { path: { session: session.id } } }));
      await client.invalidateQueries({ queryKey: ['sessions'] });
    } catch (error) {
      showTrouble(error);
    }
  };
  const endAll = async () => {
    await versioned(api.DELETE('/api/v1/sessions'));
    client.clear();
    window.location.assign('/sign-in');
  };
  const name = (session: Session) => {
    const { browser, system } = browserOf(session.agent);
    return [browser, system].filter(Boolean).join(', ') || t('sessions.unknown');
  };
  return (
    <Section
      title={t('sessions.title')}
      lead={t('sessions.what')}
      action={
        <Button size="xs" variant="subtle" color="red" onClick={() => setEnding(true)}>
          {t('sessions.all')}
        </Button>
      }
    >
      {sessions.error && <Alert color="red">{sentence(sessions.error)}</Alert>}
      <Rows>
        {sessions.data?.map((s) => (
          <Row
            key={s.id}
            action={
              !s.current && (
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => end(s)}
                  aria-label={t('sessions.endOf', { name: name(s) })}
                >
                  {t('sessions.end')}
                </Button>
              )
            }
          >
            <strong>{name(s)}</strong>
            {s.current && <span className={classes.tag}>{t('sessions.this')}</span>}
            <p>
              {t('sessions.line', {
                network: s.network,
                since: moment.day(s.created_at),
                used: moment.time(s.used_at),
              })}
            </p>
          </Row>
        ))}
      </Rows>
      {ending && (
        <Confirm title={t('sessions.all')} act={t('sessions.all')} run={endAll} close={() => setEnding(false)}>
          {t('sessions.allWhat')}
        </Confirm>
      )}
    </Section>
  );
}
