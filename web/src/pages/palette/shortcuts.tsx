import { Kbd, Modal, Switch } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { keepSingleKeys, useSingleKeys } from '../../lib/single-keys';
import classes from './palette.module.css';

const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);

// Shortcuts lists what keys do, and turns those of a single key off.
export default function Shortcuts({ close }: { close: () => void }) {
  const { t } = useTranslation('palette');
  const on = useSingleKeys();
  const lists = {
    everywhere: [
      [[apple ? '⌘' : t('shortcuts.control'), 'K'], t('shortcuts.find')],
      [['?'], t('shortcuts.this')],
      [['G', 'C'], t('shortcuts.calendar')],
      [['G', 'A'], t('shortcuts.approval')],
      [['G', 'D'], t('shortcuts.desk')],
      [['G', 'S'], t('shortcuts.settings')],
    ],
    card: [
      [['←', '→', '↑', '↓'], t('shortcuts.walk')],
      [[t('shortcuts.home'), t('shortcuts.end')], t('shortcuts.week')],
      [[t('shortcuts.pageUp'), t('shortcuts.pageDown')], t('shortcuts.page')],
      [[t('shortcuts.enter')], t('shortcuts.open')],
      [['M'], t('shortcuts.move')],
      [['N'], t('shortcuts.write')],
    ],
    queue: [
      [['J'], t('shortcuts.next')],
      [['K'], t('shortcuts.previous')],
      [['A'], t('shortcuts.approve')],
      [['C'], t('shortcuts.changes')],
      [['S'], t('shortcuts.suggest')],
      [['E'], t('shortcuts.correct')],
      [['X'], t('shortcuts.pick')],
      [['⇧', 'A'], t('shortcuts.approvePicked')],
      [['U'], t('shortcuts.undo')],
    ],
  } satisfies Record<string, [string[], string][]>;
  return (
    <Modal opened onClose={close} title={t('shortcuts.title')} zIndex={260}>
      <div className={classes.keys}>
        {(['everywhere', 'card', 'queue'] as const).map((group) => (
          <section key={group} aria-labelledby={`keys-${group}`}>
            <h2 id={`keys-${group}`}>{t(`shortcuts.${group}`)}</h2>
            <dl>
              {lists[group].map(([pressed, does]) => (
                <Fragment key={does}>
                  <dt>
                    {pressed.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
        <Switch
          label={t('shortcuts.single')}
          description={t('shortcuts.singleHelp')}
          checked={on}
          onChange={(event) => keepSingleKeys(event.currentTarget.checked)}
        />
      </div>
    </Modal>
  );
}
