import { useTranslation } from 'react-i18next';
import { Scroll } from '../../../ui/scroll';
import { Section } from '../section';
import type { Known } from './page';
import classes from './page.module.css';

const columns = ['alarm', 'duty', 'news', 'daily', 'weekly'] as const;

// Usual is what each role has by mail as long as its holder says nothing.
export function Usual({ roles }: { roles: Known['roles'] }) {
  const { t } = useTranslation('notices');
  const pace = (role: Known['roles'][number], column: (typeof columns)[number]) =>
    column === 'daily' || column === 'weekly'
      ? t(role.usual[column] === 'never' ? 'pace.never' : 'pace.yes')
      : t(`pace.${role.usual[column]}`);
  return (
    <Section title={t('usual')} lead={t('usualHelp')}>
      <Scroll label={t('usual')}>
        <table className={classes.usual}>
          <thead>
            <tr>
              <th scope="col">{t('role')}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {roles.map((role) => (
              <tr key={role.role}>
                <th scope="row">{role.name}</th>
                {columns.map((column) => (
                  <td key={column} data-off={role.usual[column] === 'never' || undefined}>
                    {pace(role, column)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Section>
  );
}
