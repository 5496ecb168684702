import { Anchor, Button, Drawer, Group, Loader, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Channel, DeliveryBrief, Post } from '../../api/client';
import { useMembers, usePost } from '../../api/queries';
import { useHere } from '../../app/here';
import { cityOf, clockTime, longDay, myZone, offsetAt, wallAt, wallOf } from '../../lib/time';
import { CrisisMark } from '../../ui/crisis-mark';
import { Icon } from '../../ui/icons';
import { PlatformIcon } from '../../ui/platform';
import { Status } from '../../ui/status';
import { sentence } from '../../ui/trouble';
import { Back } from './back';
import { type Card, cardsOf, movable, titleOf } from './cards';
import classes from './peek.module.css';

interface PeekProps {
  post: string;
  opened: boolean;
  close: () => void;
  channels: Map<string, Channel>;
  move?: (card: Card) => void;
}

// Peek is a post at a glance, beside the calendar: where it stands, what stops it, what it says, and where it went.
export default function Peek({ post: id, opened, close, channels, move }: PeekProps) {
  const { calendar } = useHere();
  const { t } = useTranslation(['calendar', 'common']);
  const { data: post, error } = usePost(id);
  const card = post && cardsOf(post, calendar.time_zone).find(movable);
  return (
    <Drawer
      opened={opened}
      onClose={close}
      position="right"
      size="md"
      title={post ? titleOf(post) || t('untitled') : t('common:loading')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      classNames={{ title: classes.title }}
    >
      <Back />
      {error && <p role="alert">{sentence(error)}</p>}
      {!post && !error && <Loader aria-label={t('common:loading')} />}
      {post && (
        <Stack gap="lg">
          <Facts post={post} />
          {post.problems.length > 0 && (
            <ul className={classes.problems}>
              {post.problems.map((p) => (
                <li key={p.code + p.pointer + (p.channel ?? '') + (p.about ?? '')}>
                  <Icon name="warning" size={16} />
                  <span>{p.message}</span>
                </li>
              ))}
            </ul>
          )}
          {post.brief && <Part title={t('peek.brief')}>{post.brief}</Part>}
          {post.text && <Part title={t('peek.text')}>{post.text}</Part>}
          <section>
            <h3 className={classes.label}>{t('peek.channels')}</h3>
            <ul className={classes.channels}>
              {post.deliveries.map((d) => (
                <DeliveryRow key={d.id} delivery={d} channel={channels.get(d.channel)} />
              ))}
            </ul>
            {post.channels.length === 0 && <Text c="dimmed">{t('peek.noChannels')}</Text>}
          </section>
          <Group gap="xs">
            <Button component={Link} to={`/calendars/${calendar.id}/posts/${post.id}`}>
              {t('peek.open')}
            </Button>
            {move && card && (
              <Button variant="default" leftSection={<Icon name="clock" />} onClick={() => move(card)}>
                {t(card.at ? 'move.button' : 'tray.date')}
              </Button>
            )}
          </Group>
        </Stack>
      )}
    </Drawer>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className={classes.label}>{title}</h3>
      <p className={classes.text}>{children}</p>
    </section>
  );
}

function Facts({ post }: { post: Post }) {
  const { calendar } = useHere();
  const { t, i18n } = useTranslation(['calendar', 'common']);
  const members = useMembers(calendar.id).data;
  const name = (id: string) => members?.find((m) => m.id === id)?.name ?? '…';
  const at = wallOf(post.publish_at, calendar.time_zone);
  const instant = post.publish_at?.instant;
  const mine = myZone();
  const elsewhere = instant && offsetAt(mine, new Date(instant)) !== offsetAt(calendar.time_zone, new Date(instant));
  const waits = post.waits_for;
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{t('peek.status')}</dt>
        <dd>
          <Status status={post.status} label={post.status_label} />
          {post.crisis && (
            <p className={classes.crisis}>
              <CrisisMark /> <span className={classes.soft}>· {t('common:crisis.exempt')}</span>
            </p>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('peek.when')}</dt>
        <dd className="numbers">
          {at ? `${longDay(at, i18n.language)}, ${clockTime(at, i18n.language)}` : t('peek.undated')}
          {at && <span className={classes.soft}> {cityOf(calendar.time_zone)}</span>}
          {elsewhere && (
            <span className={classes.soft}>
              {' · '}
              {t('zone.mine', { time: clockTime(wallAt(instant, mine), i18n.language), city: cityOf(mine) })}
            </span>
          )}
        </dd>
      </div>
      {waits && (
        <div>
          <dt>{t(`peek.waits.${waits.for}`)}</dt>
          <dd>
            {waits.members.length > 0 ? waits.members.map(name).join(', ') : t('peek.nobody')}
            {waits.step && <span className={classes.soft}> · {waits.step}</span>}
          </dd>
        </div>
      )}
      {post.changes && (
        <div>
          <dt>{t('peek.changes')}</dt>
          <dd>
            {post.changes.reasons.map((r) => r.label).join(', ')}
            {post.changes.reasons.length > 0 && post.changes.note && ' · '}
            {post.changes.note} <span className={classes.soft}>({post.changes.by.name})</span>
          </dd>
        </div>
      )}
      {post.hold && (
        <div>
          <dt>{t('peek.hold')}</dt>
          <dd>
            {post.hold.reason} <span className={classes.soft}>({post.hold.by.name})</span>
          </dd>
        </div>
      )}
      {post.approval && (
        <div>
          <dt>{t('peek.approved')}</dt>
          <dd>
            {post.approval.by.name}{' '}
            <span className={classes.soft}>{longDay(wallAt(post.approval.at, calendar.time_zone), i18n.language)}</span>
          </dd>
        </div>
      )}
    </dl>
  );
}

function DeliveryRow({ delivery, channel }: { delivery: DeliveryBrief; channel?: Channel }) {
  const { calendar } = useHere();
  const { t, i18n } = useTranslation(['calendar', 'common']);
  const clock = (instant: string) => clockTime(wallAt(instant, calendar.time_zone), i18n.language);
  return (
    <li>
      <PlatformIcon platform={delivery.platform} size={15} />
      <div>
        <strong>{channel?.name ?? delivery.platform}</strong>
        <span className={classes.soft}> {t(`delivery.${delivery.state}`)}</span>
        {delivery.published_at && (
          <span className={`${classes.soft} numbers`}> {t('peek.leftAt', { time: clock(delivery.published_at) })}</span>
        )}
        {delivery.url && (
          <>
            {' '}
            <Anchor href={delivery.url} target="_blank" rel="noreferrer" size="sm" underline="always">
              {t('peek.see')}
            </Anchor>
          </>
        )}
        {delivery.holds.map((h) => (
          <p key={h.code + (h.about ?? '')}>{h.message}</p>
        ))}
        {delivery.trouble && delivery.state !== 'published' && <p>{delivery.trouble.message}</p>}
      </div>
    </li>
  );
}
