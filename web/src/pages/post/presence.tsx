import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api/client';
import { seat } from '../../api/events';
import { keys } from '../../api/queries';
import { useHere } from '../../app/here';
import classes from './page.module.css';

// Presence says that one has a post before one, and shows who else has.
export function Presence({ post, editing }: { post: string; editing: boolean }) {
  const { me } = useHere();
  const { t } = useTranslation('post');
  const client = useQueryClient();
  const found = useQuery({
    queryKey: keys.presence(post),
    queryFn: () => ask(api.GET('/api/v1/posts/{post}/presence', { params: { path: { post } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const doing = editing ? 'editing' : 'looking';
  useEffect(() => {
    const say = () =>
      ask(api.PUT('/api/v1/posts/{post}/presence', { params: { path: { post } }, body: { doing, seat } }))
        .then((there) => client.setQueryData(keys.presence(post), there))
        .catch(() => undefined);
    say();
    const again = setInterval(say, 30_000);
    return () => clearInterval(again);
  }, [post, doing, client]);
  useEffect(() => {
    return () => {
      api
        .DELETE('/api/v1/posts/{post}/presence', { params: { path: { post }, query: { seat } } })
        .catch(() => undefined);
    };
  }, [post]);
  const others = (found.data?.present ?? []).filter((p) => p.member !== me.member);
  if (others.length === 0) return null;
  return (
    <p className={classes.present} role="status">
      {others.map((p) => (
        <span key={p.member}>{t(p.doing === 'editing' ? 'presentEditing' : 'presentLooking', { name: p.name })}</span>
      ))}
    </p>
  );
}
