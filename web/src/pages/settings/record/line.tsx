import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../../api/client';
import { useHere } from '../../../app/here';
import { useMoment } from '../../../lib/use-moment';

// Line is one thing that happened: when, who, what, on which version, and what they said.
export function Line({ line }: { line: Schemas['Audit'] }) {
  const { calendar } = useHere();
  const { t } = useTranslation('record');
  const moment = useMoment();
  const deed = useDeed();
  const named = useNamed();
  const details = [
    line.subject.startsWith('mem_') &&
      line.subject !== line.by.member &&
      t('about', { name: named(line.subject, line.people ?? []) }),
    line.revision > 0 && t('revision', { number: line.revision }),
    line.token && t('token'),
    named(line.detail, line.people ?? []),
  ];
  return (
    <li>
      <time dateTime={line.at} className="numbers">
        {moment.time(line.at)}
      </time>
      <div>
        <strong>{deed(line.action)}</strong> <span>{line.by.name || (line.by.member && t('erased'))}</span>
        {line.by.token_maker && <span> {t('tokenOf', { name: named(line.by.token_maker, line.people ?? []) })}</span>}
        {line.post && (
          <>
            {' · '}
            <Link to={`/calendars/${calendar.id}/posts/${line.post}`}>{t('post')}</Link>
          </>
        )}
        {line.note && <q>{line.note}</q>}
        <p>{details.filter(Boolean).join(' · ')}</p>
      </div>
    </li>
  );
}

type People = NonNullable<Schemas['Audit']['people']>;

// named puts people in the place of their ids.
function useNamed(): (text: string, people: People) => string {
  const { t } = useTranslation('record');
  return (text, people) =>
    people.reduce(
      (said, { member, name }) => said.replaceAll(member, name || t('erased')),
      text.replace(/mem_\w+(?: mem_\w+)+/g, (several) => several.replaceAll(' ', ', ')),
    );
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
