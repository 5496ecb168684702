import { Button, Group, Textarea } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, versioned } from '../../api/client';
import { keys } from '../../api/queries';
import { useEdit } from '../../api/use-edit';
import { useHere } from '../../app/here';
import { FormTrouble } from '../../ui/form-trouble';
import type { Crisis } from './crisis';
import classes from './page.module.css';

// Points are the talking points: what everybody who answers in the house's name may say, and what not.
export function Points({ crisis }: { crisis: Crisis }) {
  const { calendar, may } = useHere();
  const { t } = useTranslation(['crisis', 'common']);
  const clipboard = useClipboard({ timeout: 3000 });
  const [writing, setWriting] = useState(false);
  const params = { path: { crisis: crisis.id } };
  const edit = useEdit<Pick<Crisis, 'talking_points'>>({
    queryKey: [...keys.crises(calendar.id), crisis.id, 'points'],
    read: () => versioned(api.GET('/api/v1/crises/{crisis}', { params })),
    write: (body, etag) =>
      versioned(
        api.PATCH('/api/v1/crises/{crisis}', {
          params: { ...params, header: { 'If-Match': etag } },
          body: { talking_points: body.talking_points },
        }),
      ),
  });
  const save = async () => {
    if (await edit.save()) setWriting(false);
  };
  const points = crisis.talking_points;
  return (
    <section aria-labelledby="points" className={classes.card}>
      <h2 id="points">{t('points.title')}</h2>
      {!writing &&
        (points ? <p className={classes.points}>{points}</p> : <p className={classes.none}>{t('points.none')}</p>)}
      {writing && edit.value && (
        <>
          <Textarea
            aria-label={t('points.title')}
            description={t('points.help')}
            value={edit.value.talking_points}
            onChange={(event) => edit.set({ talking_points: event.currentTarget.value })}
            autosize
            minRows={4}
            maxLength={20_000}
            autoFocus
          />
          {edit.conflict.length > 0 && (
            <p role="alert" className={classes.conflict}>
              {t('points.crossed')}
            </p>
          )}
          <FormTrouble error={edit.error} />
        </>
      )}
      <Group gap="xs">
        {writing ? (
          <>
            <Button size="xs" onClick={save} loading={edit.busy} disabled={!edit.dirty}>
              {t('common:save')}
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                edit.reset();
                setWriting(false);
              }}
            >
              {t('common:cancel')}
            </Button>
          </>
        ) : (
          <>
            {may('release') && (
              <Button size="xs" variant="default" onClick={() => setWriting(true)}>
                {t(points ? 'points.edit' : 'points.write')}
              </Button>
            )}
            {points && (
              <Button size="xs" variant="subtle" color="gray" onClick={() => clipboard.copy(points)}>
                <span aria-live="polite">{t(clipboard.copied ? 'common:copied' : 'common:copy')}</span>
              </Button>
            )}
          </>
        )}
      </Group>
    </section>
  );
}
