import { useTranslation } from 'react-i18next';
import type { Channel, Post } from '../../api/client';
import { clockTime } from '../../lib/time';
import { CrisisMark } from '../../ui/crisis-mark';
import { Icon } from '../../ui/icons';
import { PlatformIcon } from '../../ui/platform';
import { SmallPicture } from '../../ui/small-picture';
import { StatusShape, statusColor } from '../../ui/status';
import classes from './card.module.css';
import { type Card, platformsOf, titleOf } from './cards';

// CardFace is what a card shows in the grid: hour, status as shape, colour and word, title, picture, networks, and what is
// wrong or holds it.
export function CardFace({ card, channels, tiny }: { card: Card; channels: Map<string, Channel>; tiny?: boolean }) {
  const { t, i18n } = useTranslation(['calendar', 'common']);
  const { post } = card;
  const time = card.at ? clockTime(card.at, i18n.language) : '';
  if (tiny) {
    return (
      <span
        className={classes.tiny}
        data-crisis={post.crisis || undefined}
        style={{ '--status': statusColor(post.status) } as React.CSSProperties}
      >
        <StatusShape status={post.status} size={11} />
        <span className="numbers">{time}</span>
      </span>
    );
  }
  return (
    <span className={classes.card} style={{ '--status': statusColor(post.status) } as React.CSSProperties}>
      <span className={classes.head}>
        <StatusShape status={post.status} size={12} />
        <span className={classes.word}>{post.status_label}</span>
        <span className={classes.marks}>
          {post.crisis && <CrisisMark sign size={13} />}
          {post.hold && post.status !== 'held' && (
            <span className={classes.hold} title={post.hold.reason}>
              <Icon name="pause" size={13} />
            </span>
          )}
          {post.problems.length > 0 && (
            <span className={classes.problem} title={post.problems[0]?.message}>
              <Icon name="warning" size={13} />
            </span>
          )}
          {platformsOf(card, channels).map((p) => (
            <PlatformIcon key={p} platform={p} size={11} />
          ))}
        </span>
      </span>
      <span className={classes.what}>
        <span className={classes.title}>
          <span className="numbers">{time}</span> {titleOf(post) || t('untitled')}
        </span>
        <Thumbnail post={post} />
      </span>
    </span>
  );
}

// Thumbnail is the first picture of a post, where it has one. The title beside it says what it is of.
export function Thumbnail({ post }: { post: Post }) {
  const picture = post.media[0];
  return picture && <SmallPicture media={picture.media} side={30} className={classes.thumbnail} />;
}
