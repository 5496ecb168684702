import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask, type Channel, type Post, type Schemas } from '../../api/client';
import { keys } from '../../api/queries';
import { useHere } from '../../app/here';
import { spanWords } from '../../lib/span';
import { clockTime, longDay, wallAt } from '../../lib/time';
import { useNow } from '../../lib/use-now';
import { Icon } from '../../ui/icons';
import { PlatformIcon } from '../../ui/platform';
import { Status } from '../../ui/status';
import classes from './page.module.css';

const preflown = 40; // posts whose gate is asked; those after it are asked as they come nearer

// Ahead is the next 36 hours: when each post leaves, and whether it would as things stand.
export function Ahead({ posts, channels }: { posts: Post[]; channels: Map<string, Channel> }) {
  const { t } = useTranslation('desk');
  const sorted = posts
    .map((post) => ({
      post,
      due: Math.min(...post.deliveries.map((d) => (d.due_at ? Date.parse(d.due_at) : Number.POSITIVE_INFINITY))),
    }))
    .sort((a, b) => a.due - b.due);
  return (
    <section aria-labelledby="ahead">
      <h2 id="ahead">{t('ahead')}</h2>
      {sorted.length === 0 && <p className={classes.none}>{t('nothingAhead')}</p>}
      <ul className={classes.rows}>
        {sorted.map(({ post, due }, i) => (
          <Row key={post.id} post={post} due={due} channels={channels} ask={i < preflown} />
        ))}
      </ul>
    </section>
  );
}

function Row({
  post,
  due,
  channels,
  ask: asks,
}: {
  post: Post;
  due: number;
  channels: Map<string, Channel>;
  ask: boolean;
}) {
  const { calendar } = useHere();
  const { t, i18n } = useTranslation('desk');
  const now = useNow(due - Date.now() < 3_600_000 ? 1000 : 15_000);
  const preflight = useQuery({
    queryKey: [...keys.preflight(post.id), post.revision, post.status],
    queryFn: () => ask(api.GET('/api/v1/posts/{post}/preflight', { params: { path: { post: post.id } } })),
    enabled: asks,
    refetchInterval: 60_000,
    staleTime: 20_000,
  });
  const wall = wallAt(new Date(due), calendar.time_zone);
  return (
    <li className={classes.row}>
      <div className={classes.when}>
        <strong className="numbers">{due > now ? spanWords(due - now, i18n.language) : t('due')}</strong>
        <span className="numbers">
          {longDay(wall, i18n.language)}, {clockTime(wall, i18n.language)}
        </span>
      </div>
      <div className={classes.what}>
        <Link to={`/calendars/${calendar.id}/posts/${post.id}`}>
          {post.title || post.text.slice(0, 60) || t('untitled')}
        </Link>
        <p className={classes.meta}>
          <Status status={post.status} label={post.status_label} size={13} />
          {post.channels.map((id) => {
            const channel = channels.get(id);
            return (
              channel && (
                <span key={id}>
                  <PlatformIcon platform={channel.platform} size={12} /> {channel.name}
                </span>
              )
            );
          })}
        </p>
        {preflight.data && <Lights found={preflight.data} channels={channels} />}
      </div>
    </li>
  );
}

// Lights say channel by channel whether the gate is open: by shape and word, and by colour.
function Lights({ found, channels }: { found: Schemas['Preflight']; channels: Map<string, Channel> }) {
  const { t } = useTranslation('desk');
  if (found.ready && found.channels.every((c) => c.warnings.length === 0)) {
    return (
      <p className={classes.green}>
        <Icon name="check" size={15} /> {t('ready')}
      </p>
    );
  }
  const lines = new Map<string, { red: boolean; names: string[] }>();
  for (const c of found.channels) {
    const name = channels.get(c.channel)?.name ?? '';
    const put = (message: string, red: boolean) => {
      const line = lines.get(message) ?? { red, names: [] };
      line.names.push(name);
      lines.set(message, line);
    };
    for (const h of c.holds) put(h.reason ? `${h.message} (${h.reason})` : h.message, true);
    for (const l of c.limits) put(l.message, true);
    for (const w of c.warnings) put(w.message, false);
  }
  return (
    <ul className={classes.lights}>
      {[...lines].map(([message, { red, names }]) => (
        <li key={message} className={red ? classes.red : classes.amber}>
          <Icon name={red ? 'close' : 'warning'} size={15} />
          <span>
            {message}
            {names.length < found.channels.length && <em> {names.join(', ')}</em>}
          </span>
        </li>
      ))}
    </ul>
  );
}
