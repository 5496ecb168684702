import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { Confirm } from '../../ui/confirm';
import { FormTrouble } from '../../ui/form-trouble';
import { Crossed } from './crossed';
import classes from './save-bar.module.css';

interface SaveBarProps {
  edit: {
    dirty: boolean;
    busy: boolean;
    error: unknown;
    conflict: PropertyKey[];
    save: () => Promise<boolean>;
    reset: () => void;
  };
  names: Record<string, string>; // of the fields, for when somebody else changed one too
  fields?: string[]; // that say themselves what is wrong with them
  saved?: () => void;
}

// SaveBar comes up from the foot of the page while something on it is not saved, and keeps people from losing it.
export function SaveBar({ edit, names, fields = [], saved }: SaveBarProps) {
  const { t } = useTranslation(['settings', 'common']);
  const leaving = useBlocker(
    ({ currentLocation, nextLocation }) => edit.dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  const save = async () => {
    if (await edit.save()) saved?.();
  };
  return (
    <>
      <div className={classes.bar} data-shown={edit.dirty || undefined}>
        <Crossed fields={edit.conflict.map((field) => names[String(field)] ?? String(field))} />
        <FormTrouble error={edit.error} fields={fields} />
        {edit.dirty && (
          <Group justify="space-between" gap="xs">
            <span role="status">{t('unsaved')}</span>
            <Group gap="xs">
              <Button variant="default" onClick={edit.reset}>
                {t('discard')}
              </Button>
              <Button onClick={save} loading={edit.busy}>
                {t('common:save')}
              </Button>
            </Group>
          </Group>
        )}
      </div>
      {leaving.state === 'blocked' && (
        <Confirm
          title={t('leave.title')}
          act={t('leave.act')}
          run={async () => leaving.proceed()}
          close={() => leaving.reset?.()}
        >
          {t('leave.what')}
        </Confirm>
      )}
    </>
  );
}
