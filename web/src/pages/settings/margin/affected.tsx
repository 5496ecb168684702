import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../../api/client';
import { useHere } from '../../../app/here';

// Affected lists what leaves by a touch-up that a margin just saved would not allow.
export function Affected({ posts }: { posts: Schemas['Affected'][] }) {
  const { calendar } = useHere();
  const { t } = useTranslation('margin');
  if (posts.length === 0) return null;
  return (
    <Alert color="yellow" role="status" title={t('affected.title')}>
      {t('affected.what')}
      <ul>
        {posts.map((p) => (
          <li key={p.post}>
            <Link to={`/calendars/${calendar.id}/posts/${p.post}`}>{p.title || t('affected.untitled')}</Link>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
