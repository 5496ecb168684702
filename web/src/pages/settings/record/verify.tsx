import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Schemas } from '../../../api/client';
import { useHere } from '../../../app/here';
import { locale } from '../../../lib/time';
import { showTrouble } from '../../../ui/trouble';
import classes from './page.module.css';

interface Found {
  lines: number;
  head: Schemas['Checked']['head'];
  faults: Schemas['Checked']['faults'];
}

// Verify reads the whole chain anew, part by part, and says whether a line was changed, put in or taken out.
export function Verify() {
  const { calendar } = useHere();
  const { t, i18n } = useTranslation('record');
  const [found, setFound] = useState<Found | null>(null);
  const [busy, setBusy] = useState(false);
  const verify = async () => {
    setBusy(true);
    setFound(null);
    try {
      let lines = 0;
      const faults: Found['faults'] = [];
      let cursor: string | undefined;
      for (;;) {
        const part = await ask(
          api.POST('/api/v1/calendars/{calendar}/audit/verify', {
            params: { path: { calendar: calendar.id }, query: { cursor } },
          }),
        );
        lines += part.lines;
        faults.push(...part.faults);
        cursor = part.next || undefined;
        if (!cursor) {
          setFound({ lines, faults, head: part.head });
          return;
        }
      }
    } catch (error) {
      showTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  const number = (n: number) => n.toLocaleString(locale(i18n.language));
  return (
    <section className={classes.verify} aria-label={t('verify.title')}>
      <p>{t('verify.what')}</p>
      <Button size="xs" variant="default" onClick={verify} loading={busy}>
        {t('verify.act')}
      </Button>
      <div aria-live="polite" className={classes.verdict}>
        {found && found.faults.length === 0 && (
          <Alert color="green" title={t('verify.sound', { count: found.lines, number: number(found.lines) })}>
            {t('verify.head', { hash: found.head.hash })}
          </Alert>
        )}
        {found && found.faults.length > 0 && (
          <Alert color="red" title={t('verify.broken', { count: found.faults.length })}>
            {t('verify.brokenWhat')}
            <ul>
              {found.faults.map((fault) => (
                <li key={`${fault.seq}-${fault.kind}`}>{t(`verify.fault.${fault.kind}`, { seq: fault.seq })}</li>
              ))}
            </ul>
          </Alert>
        )}
      </div>
    </section>
  );
}
