import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHere } from '../../../app/here';
import { Waiting } from '../../../app/waiting';
import { Icon } from '../../../ui/icons';
import { sentence } from '../../../ui/trouble';
import { permissions, type Role, useRoles } from '../data';
import { Head } from '../section';
import classes from './page.module.css';
import { EditRole, NewRole } from './role';

// Which role may do what: one row for each thing that can be done, one column for each role.
export function Component() {
  const { may } = useHere();
  const { t } = useTranslation(['roles', 'settings']);
  const roles = useRoles();
  const [edited, setEdited] = useState<Role | 'new' | null>(null);
  if (roles.error && !roles.data) return <Alert color="red">{sentence(roles.error)}</Alert>;
  if (!roles.data) return <Waiting />;
  return (
    <>
      <Head
        title={t('title')}
        action={
          may('members') && (
            <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setEdited('new')}>
              {t('new')}
            </Button>
          )
        }
      >
        {t('lead')}
      </Head>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section className={classes.scroll} aria-label={t('title')} tabIndex={0}>
        <table className={classes.matrix}>
          <thead>
            <tr>
              <th scope="col">{t('may')}</th>
              {roles.data.map((role) => (
                <th key={role.id} scope="col">
                  {role.preset || !may('members') ? (
                    role.name
                  ) : (
                    <button type="button" onClick={() => setEdited(role)} aria-label={t('edit', { name: role.name })}>
                      {role.name}
                      <Icon name="edit" size={13} />
                    </button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {permissions.map((permission) => (
              <tr key={permission}>
                <th scope="row">
                  {t(`settings:may.${permission}`)}
                  <small>{t(`settings:mayHelp.${permission}`)}</small>
                </th>
                {roles.data.map((role) => (
                  <td key={role.id}>
                    {role.permissions.includes(permission) ? (
                      <>
                        <Icon name="check" size={16} />
                        <span className="visually-hidden">{t('yes')}</span>
                      </>
                    ) : (
                      <span className="visually-hidden">{t('no')}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={classes.note}>{t('owner')}</p>
      {edited === 'new' && <NewRole close={() => setEdited(null)} />}
      {edited && edited !== 'new' && <EditRole role={edited} close={() => setEdited(null)} />}
    </>
  );
}
