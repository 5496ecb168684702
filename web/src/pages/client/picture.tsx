import { Anchor } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientPost, Visitor } from './client';
import classes from './client.module.css';

type ClientMedia = ClientPost['channels'][number]['parts'][number]['media'][number];

const smallSide = 480; // of what the API calls small

// Picture is fetched with the visit: an address alone opens nothing. It comes small once it is near, in the place that is kept
// for it, and whole when somebody wants to look closer.
export function Picture({ post, shown, visitor }: { post: string; shown: ClientMedia; visitor: Visitor }) {
  const { t } = useTranslation('client');
  const image = useRef<HTMLImageElement>(null);
  const [near, setNear] = useState(false);
  const [whole, setWhole] = useState(false);
  const [source, setSource] = useState<string>();
  const { media, width, height } = shown;
  useEffect(() => {
    const watcher = new IntersectionObserver((seen) => setNear((was) => was || seen.some((s) => s.isIntersecting)), {
      rootMargin: '400px',
    });
    if (image.current) watcher.observe(image.current);
    return () => watcher.disconnect();
  }, []);
  useEffect(() => {
    if (!near) return;
    const leaving = new AbortController();
    let url = '';
    visitor
      .GET('/api/v1/client/posts/{post}/media/{media}', {
        params: { path: { post, media }, query: whole ? {} : { size: 'small' } },
        parseAs: 'blob',
        signal: leaving.signal,
      })
      .then(({ data }) => {
        if (!data || leaving.signal.aborted) return;
        url = URL.createObjectURL(data as unknown as Blob);
        setSource(url);
      })
      .catch(() => undefined);
    return () => {
      leaving.abort();
      URL.revokeObjectURL(url);
    };
  }, [visitor, post, media, near, whole]);
  return (
    <>
      <img
        ref={image}
        className={classes.picture}
        style={source ? undefined : { aspectRatio: `${width} / ${height}` }}
        src={source}
        alt={shown.alt}
        width={width}
        height={height}
      />
      {!whole && Math.max(width, height) > smallSide && (
        <Anchor component="button" type="button" size="sm" onClick={() => setWhole(true)}>
          {t('larger')}
        </Anchor>
      )}
    </>
  );
}
