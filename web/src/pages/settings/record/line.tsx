import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../../api/client';
import { useHere } from '../../../app/here';
import { locale } from '../../../lib/time';
import { useMoment } from '../../../lib/use-moment';
import { saidOf } from './detail';
import type { Names } from './use-names';

// Line is one thing that happened: when, who, what, to what, on which version, and what they said.
export function Line({ line, names }: { line: Schemas['Audit']; names: Names }) {
  const { calendar } = useHere();
  const { t } = useTranslation('record');
  const moment = useMoment();
  const deed = useDeed();
  const said = useSaid(names);
  const named = (id: string) => names(id, line.people ?? []);
  // what a line is about goes without saying where it is the calendar, or whoever acts
  const about = [line.channel ?? line.subject]
    .filter((id) => id !== calendar.id && id !== line.by.member)
    .map(named)
    .find((known) => known);
  // the daemon writes its own name in small letters
  const machine = line.by.name === 'parution' && !line.by.member && !line.token;
  const by = machine ? t('machine') : line.by.name || (line.by.member && t('erased'));
  const details = [
    line.revision > 0 && t('revision', { number: line.revision }),
    line.token.startsWith('tok_') && t('token'), // others are those of sessions, and of clients' visits
    ...said(line),
  ];
  return (
    <li>
      <time dateTime={line.at} className="numbers">
        {moment.time(line.at)}
      </time>
      <div>
        <strong>{deed(line.action)}</strong>
        {by && <span>{` · ${by}`}</span>}
        {line.by.token_maker && <span> {t('tokenOf', { name: named(line.by.token_maker)?.name })}</span>}
        {line.post && (
          <>
            {' · '}
            <Link to={`/calendars/${calendar.id}/posts/${line.post}`}>{line.title || t('untitled')}</Link>
          </>
        )}
        {about && (
          <>
            {' · '}
            {about.to ? <Link to={about.to}>{about.name}</Link> : <span>{about.name}</span>}
          </>
        )}
        {line.note && <q>{line.note}</q>}
        <p>{details.filter(Boolean).join(' · ')}</p>
      </div>
    </li>
  );
}

// useSaid says details in the reader's language, with names in the place of ids.
function useSaid(names: Names): (line: Schemas['Audit']) => string[] {
  const { calendar } = useHere();
  const { t, i18n } = useTranslation('record');
  const moment = useMoment();
  const several = new Intl.ListFormat(locale(i18n.language));
  return (line) =>
    saidOf(line, {
      say: (key, values) => t(`detail.${key as 'none'}`, values),
      word: (key) => (i18n.exists(key) ? i18n.t(key as 'save') : undefined),
      name: (id) => names(id, line.people ?? [])?.name ?? id,
      list: (items) => several.format(items),
      time: moment.time,
      calendar: calendar.id,
    });
}

// useDeed puts an action in words. One that a later daemon writes is shown by its code.
export function useDeed(): (action: string) => string {
  const { t, i18n } = useTranslation('record');
  return (action) => {
    const [kind = '', deed = ''] = action.split('.');
    const known = i18n.exists(`record:kind.${kind}`) && i18n.exists(`record:deed.${deed}`);
    return known ? t('action', { kind: t(`kind.${kind as 'post'}`), deed: t(`deed.${deed as 'created'}`) }) : action;
  };
}
