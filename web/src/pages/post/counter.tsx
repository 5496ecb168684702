import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { tightest } from '../../lib/count';
import classes from './editor.module.css';

// Counter says how much of a channel's limit a text takes.
export function Counter({ limits, text, name }: { limits: Schemas['TextLimit'][]; text: string; name?: string }) {
  const { t } = useTranslation('post');
  const measured = tightest(limits, text);
  if (!measured) return name ? <li className={classes.counter}>{t('noLimit', { name })}</li> : null;
  const over = measured.count > measured.max;
  const close = !over && measured.count > measured.max * 0.9;
  const figure = `${measured.count}\u2009/\u2009${measured.max}`;
  return (
    <li className={`${classes.counter} numbers`} data-over={over || undefined} data-close={close || undefined}>
      {name && <span>{name}</span>} <strong>{figure}</strong>
      {measured.unit === 'bytes' && ` ${t('bytes')}`}
      {over && <span> · {t('tooLong', { count: measured.count - measured.max })}</span>}
    </li>
  );
}
