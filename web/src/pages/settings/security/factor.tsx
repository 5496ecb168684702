import { Button, Group, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys, useMe } from '../../../api/queries';
import { Section } from '../section';
import { AskCodes, AskOff } from './again';
import { Begin } from './begin';
import { Codes } from './codes';
import classes from './page.module.css';

// Factor is the second thing that one shows when signing in: a code of an app, or a recovery code.
export function Factor() {
  const { t } = useTranslation('security');
  const client = useQueryClient();
  const me = useMe().data;
  const [open, setOpen] = useState<'begin' | 'codes' | 'off' | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  if (!me) return null;
  const close = () => {
    setOpen(null);
    client.invalidateQueries({ queryKey: keys.me });
  };
  const given = (next: string[]) => {
    setCodes(next);
    close();
  };
  return (
    <Section title={t('factor.title')} lead={t(me.second_factor ? 'factor.on' : 'factor.off')}>
      {me.second_factor ? (
        <>
          <p className={classes.left}>{t('factor.left', { count: me.recovery_codes })}</p>
          <Group gap="xs">
            <Button variant="default" onClick={() => setOpen('codes')}>
              {t('factor.newCodes')}
            </Button>
            <Button variant="subtle" color="red" onClick={() => setOpen('off')}>
              {t('factor.turnOff')}
            </Button>
          </Group>
        </>
      ) : (
        <Button variant="default" onClick={() => setOpen('begin')}>
          {t('factor.turnOn')}
        </Button>
      )}
      {open === 'begin' && <Begin close={close} done={given} />}
      {open === 'codes' && <AskCodes close={close} done={given} />}
      {open === 'off' && <AskOff close={close} />}
      <Modal
        opened={codes !== null}
        onClose={() => setCodes(null)}
        title={t('codes.title')}
        closeOnClickOutside={false}
      >
        {codes && <Codes codes={codes} close={() => setCodes(null)} />}
      </Modal>
    </Section>
  );
}
