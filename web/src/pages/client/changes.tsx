import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import type { ClientPost } from './client';
import classes from './client.module.css';

type Segments = Schemas['Segment'][];

// Changes are what differs from the version that the client saw: words, pictures, links and channels.
export function Changes({ post }: { post: ClientPost }) {
  const { t } = useTranslation('client');
  const nameOf = (id: string) => post.channels.find((c) => c.id === id)?.name ?? '';
  const all = post.changes.filter((d) => d.change !== 'same');
  if (all.length === 0) return null;
  return (
    <section className={classes.changes} aria-label={t('changed')}>
      <h3>{t('changed')}</h3>
      {all.map((d) => {
        const names = d.channels.map(nameOf).filter(Boolean).join(', ');
        const some = names && d.channels.length < post.channels.length;
        return (
          <div key={d.channels.join()}>
            {(some || d.change !== 'changed') && (
              <h4>
                {names} {d.change !== 'changed' && t(`change.${d.change as 'added'}`)}
              </h4>
            )}
            {d.change !== 'removed' &&
              d.parts
                .filter((p) => p.change !== 'same')
                .map((part) => <Part key={`${part.kind}${part.from}/${part.to}`} part={part} />)}
          </div>
        );
      })}
    </section>
  );
}

function Part({ part }: { part: Schemas['PartChange'] }) {
  const { t } = useTranslation('client');
  const worded = (part.text ?? []).some((s) => s.op !== 'equal');
  return (
    <>
      {part.kind === 'comment' && worded && <p className={classes.soft}>{t('firstComment')}</p>}
      {worded && <Words segments={part.text} />}
      {part.media
        ?.filter((m) => m.change !== 'same')
        .map((m) => (
          <p key={(m.to ?? m.from)?.media} className={classes.words}>
            <span className={classes.soft}>{t(`picture.${m.change as 'added'}`)}</span>{' '}
            {m.change === 'changed' ? <Inline segments={m.alt} /> : (m.to ?? m.from)?.alt}
          </p>
        ))}
      {part.link && part.link.change !== 'same' && (
        <p className={classes.words}>
          <span className={classes.soft}>{t('linkChanged')}</span> <Inline segments={part.link.title} />{' '}
          <Inline segments={part.link.text} />{' '}
          {part.link.url.from !== part.link.url.to && (
            <>
              {part.link.url.from && <del>{part.link.url.from}</del>}{' '}
              {part.link.url.to && <ins>{part.link.url.to}</ins>}
            </>
          )}
        </p>
      )}
    </>
  );
}

function Words({ segments }: { segments: Segments }) {
  return (
    <p className={classes.words}>
      <Inline segments={segments} />
    </p>
  );
}

function Inline({ segments }: { segments: Segments | null }) {
  return segments?.map((s, i) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: segments are drawn anew together
    if (s.op === 'delete') return <del key={i}>{s.text}</del>;
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    if (s.op === 'insert') return <ins key={i}>{s.text}</ins>;
    return s.text;
  });
}
