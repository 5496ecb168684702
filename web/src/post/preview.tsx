import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../api/client';
import { links } from '../lib/count';
import { PlatformIcon } from '../ui/platform';
import { type Draft, type LinkDraft, linkOn, type MediaUse, mediaOn, partsOn } from './draft';
import classes from './preview.module.css';

// Preview shows a draft as a channel's readers will see it: each network in its own proportions, with our own drawing.
export function Preview({ draft, channel }: { draft: Draft; channel: Channel }) {
  const { t } = useTranslation('post');
  const own = draft.variants[channel.id];
  const parts = partsOn(draft, channel.id);
  const name = channel.handle || channel.name;
  const link = linkOn(draft, channel.id);
  const comment = own?.first_comment;
  const kind = ['mastodon', 'bluesky', 'feed'].includes(channel.platform) ? channel.platform : 'plain';
  return (
    <article className={`${classes.preview} ${classes[kind]}`} aria-label={t('previewOf', { name: channel.name })}>
      {parts.map((text, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a thread are known by their place
        <div key={i} className={classes.part}>
          <header>
            <span className={classes.face} aria-hidden="true">
              {channel.name.slice(0, 1)}
            </span>
            <span className={classes.who}>
              <strong>{channel.name}</strong>
              <span>{kind === 'feed' ? '' : name}</span>
            </span>
            <PlatformIcon platform={channel.platform} size={16} />
          </header>
          {kind === 'feed' && i === 0 && (
            <h4>{(own?.options?.title as string | undefined) || draft.title || t('untitled')}</h4>
          )}
          {text ? <Words text={text} /> : <p className={classes.nothing}>{t('previewEmpty')}</p>}
          {i === 0 && <Pictures media={mediaOn(draft, channel.id)} />}
          {i === 0 && link?.url && channel.limits.link_card && <Card link={link} />}
        </div>
      ))}
      {comment && (
        <div className={`${classes.part} ${classes.comment}`}>
          <p className={classes.nothing}>{t('firstComment')}</p>
          <Words text={comment} />
        </div>
      )}
    </article>
  );
}

function Pictures({ media }: { media: MediaUse[] }) {
  const { t } = useTranslation('post');
  if (media.length === 0) return null;
  return (
    <div className={classes.pictures} data-count={Math.min(media.length, 4)}>
      {media.slice(0, 4).map((m) => (
        <img key={m.media} src={`/api/v1/media/${m.media}/file`} alt={m.alt || t('noAlt')} />
      ))}
    </div>
  );
}

function Card({ link }: { link: LinkDraft }) {
  return (
    <div className={classes.card}>
      <span>{link.url.replace(/^https?:\/\/([^/]+).*/, '$1')}</span>
      <strong>{link.title || link.url}</strong>
      {link.text && <span>{link.text}</span>}
    </div>
  );
}

// Words draws links, mentions and hashtags as networks do.
function Words({ text }: { text: string }) {
  const pieces: ReactNode[] = [];
  let from = 0;
  for (const link of links(text)) {
    pieces.push(<Tags key={from} text={text.slice(from, link.start)} />);
    pieces.push(
      <span key={`l${link.start}`} className={classes.link}>
        {text.slice(link.start, link.end)}
      </span>,
    );
    from = link.end;
  }
  pieces.push(<Tags key={from} text={text.slice(from)} />);
  return <p className={classes.words}>{pieces}</p>;
}

function Tags({ text }: { text: string }) {
  const parts = text.split(/((?<![\p{L}\p{M}\p{Nd}_@#&/=$])[#@][\p{L}\p{M}\p{Nd}_.@-]*[\p{L}\p{Nd}_])/u);
  return parts.map((part, i) =>
    i % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text are known by their place
      <span key={i} className={classes.link}>
        {part}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Fragment key={i}>{part}</Fragment>
    ),
  );
}
