import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { locale } from '../../../lib/time';

// useLimitWords says in a line what an account takes.
export function useLimitWords(): (limits: Schemas['Limits']) => string {
  const { t, i18n } = useTranslation('channels');
  return (limits) => {
    const number = (count: number) => ({ count, number: count.toLocaleString(locale(i18n.language)) });
    const texts = limits.text
      .filter((limit) => limit.max > 0)
      .map((limit) => t(limit.unit === 'bytes' ? 'limit.bytes' : 'limit.characters', number(limit.max)));
    const all = [
      ...(texts.length > 0 ? texts : [t('limit.anyLength')]),
      limits.media.max > 0 ? t('limit.pictures', number(limits.media.max)) : t('limit.noPicture'),
      limits.parts > 1 && t('limit.threads'),
      limits.first_comment && t('limit.firstComment'),
      limits.edits.copy && t('limit.edits'),
    ];
    return all.filter(Boolean).join(' · ');
  };
}
