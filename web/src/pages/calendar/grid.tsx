import type { EventContentArg, EventDropArg, EventInput, EventMountArg } from '@fullcalendar/core';
import english from '@fullcalendar/core/locales/en-gb';
import french from '@fullcalendar/core/locales/fr';
import dayGrid from '@fullcalendar/daygrid';
import interaction, { type EventReceiveArg } from '@fullcalendar/interaction';
import FullCalendar from '@fullcalendar/react';
import timeGrid from '@fullcalendar/timegrid';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../api/client';
import { useHere } from '../../app/here';
import { clockTime, fromUTC, instantIn, longDay, myZone, type Wall, wallAt } from '../../lib/time';
import { CardFace } from './card';
import { type Card, fitted, type More, movable, titleOf } from './cards';
import './grid.css';
import { useWalk } from './use-walk';
import type { View } from './view';

interface GridProps {
  view: View;
  cards: Card[];
  channels: Map<string, Channel>;
  narrow: boolean;
  mayMove: boolean;
  open: (card: Card) => void;
  ask: (card: Card) => void;
  move: (card: Card, at: Wall | null) => Promise<boolean>;
  add?: (at: string) => void;
  more: (day: string) => void;
  turn: (day: string) => void; // shows the page that a day is on
}

const moreOf = (event: { extendedProps: Record<string, unknown> }) => event.extendedProps.more as More | undefined;
const cardOf = (event: { extendedProps: Record<string, unknown> }) => event.extendedProps.card as Card;

// Grid draws months, weeks and days. FullCalendar is told that everything is UTC: the times it gets are wall times of the
// calendar's zone, and UTC is the one zone in which no wall time is missing or doubled.
export default function Grid({ view, cards, channels, narrow, mayMove, open, ask, move, add, more, turn }: GridProps) {
  const { calendar } = useHere();
  const { t, i18n } = useTranslation(['calendar', 'common']);
  const grid = useRef<FullCalendar>(null);
  const name = ({ week: 'timeGridWeek', day: 'timeGridDay' } as Record<string, string>)[view.name] ?? 'dayGridMonth';

  const frame = useRef<HTMLDivElement>(null);
  const { settle, step, reached, left } = useWalk(frame, view, turn);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is settled anew where what is drawn changes
  useEffect(() => {
    // FullCalendar draws synchronously, which React forbids while it draws itself
    queueMicrotask(() => {
      grid.current?.getApi().changeView(name, view.day);
      settle();
    });
  }, [name, view.day]);

  // a day opens in the morning; today's in the afternoon, once it is that
  const opensAt = useMemo(() => {
    const now = wallAt(new Date(), calendar.time_zone);
    const hour = Number(now.slice(11, 13));
    return view.name === 'day' && view.day === now.slice(0, 10) && hour > 12 ? `${hour - 3}:00:00` : '07:00:00';
  }, [view.name, view.day, calendar.time_zone]);

  // the tray opens and closes beside the grid
  useEffect(() => {
    if (!frame.current) return;
    const watch = new ResizeObserver(() => requestAnimationFrame(() => grid.current?.getApi().updateSize()));
    watch.observe(frame.current);
    return () => watch.disconnect();
  }, []);

  const events = useMemo<EventInput[]>(
    () =>
      (view.name === 'month' ? fitted(cards, narrow ? 5 : 4) : cards).map((item) =>
        'count' in item
          ? { id: item.day, start: `${item.day}T23:59:59`, editable: false, extendedProps: { more: item } }
          : {
              id: item.key,
              title: titleOf(item.post),
              start: `${item.at}:00`,
              editable: mayMove && movable(item),
              extendedProps: { card: item },
            },
      ),
    [cards, mayMove, narrow, view.name],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is settled anew where what is drawn changes
  useEffect(settle, [events]);

  const mounted = ({ event, el }: EventMountArg) => {
    const card = cardOf(event);
    const rest = moreOf(event);
    if (!card && !rest) return;
    el.setAttribute('role', 'button');
    el.tabIndex = -1;
    if (card) el.dataset.card = card.key;
    else el.dataset.more = rest?.day;
    el.setAttribute('aria-label', card ? label(card) : moreLabel(rest as More));
  };
  const moreLabel = ({ day, count }: More) => `${t('more', { count })}, ${longDay(day, i18n.language)}`;
  const label = (card: Card) =>
    t('card.label', {
      title: titleOf(card.post) || t('untitled'),
      status: card.post.status_label,
      day: card.at ? longDay(card.at, i18n.language) : '',
      time: card.at ? clockTime(card.at, i18n.language) : '',
      channels: card.channels.map((c) => channels.get(c)?.name ?? '').join(', '),
    }) +
    [card.post.crisis && `${t('common:crisis.statement')}.`, card.post.hold?.reason, card.post.problems[0]?.message]
      .map((m) => (m ? ` ${m}` : ''))
      .join('');

  const drop = async ({ event, revert }: EventDropArg) => {
    const at = event.start && fromUTC(event.start);
    if (!at || !(await move(cardOf(event), at))) revert();
  };
  const receive = async ({ event, view: shown }: EventReceiveArg) => {
    const card = cardOf(event);
    const start = event.start;
    event.remove();
    if (!card || !start) return;
    const at = fromUTC(start);
    // a card that was drawn anew while it was held comes back as if from outside: it has its hour
    const hour = card.at?.slice(11, 16) ?? '09:00';
    await move(card, shown.type === 'dayGridMonth' ? `${at.slice(0, 10)}T${hour}` : at);
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    const { card: key, more: rest } = target.closest<HTMLElement>('.fc-event')?.dataset ?? {};
    const day = target.closest<HTMLElement>('td[data-date]')?.dataset.date;
    const card = cards.find((c) => c.key === key);
    const enter = event.key === ' ' || event.key === 'Enter';
    const act =
      enter && rest
        ? () => more(rest)
        : enter && card
          ? () => open(card)
          : event.key.toLowerCase() === 'm' && card && mayMove && movable(card)
            ? () => ask(card)
            : day && add && (event.key.toLowerCase() === 'n' || (enter && target.matches('td')))
              ? () => add(day)
              : undefined;
    if (!act) return step(event);
    event.preventDefault();
    act();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the days and cards inside, which FullCalendar draws
    <div ref={frame} className={narrow ? 'grid narrow' : 'grid'} onKeyDown={press} onFocus={reached} onBlur={left}>
      <FullCalendar
        ref={grid}
        plugins={[dayGrid, timeGrid, interaction]}
        initialView={name}
        initialDate={view.day}
        timeZone="UTC"
        now={() => `${wallAt(new Date(), calendar.time_zone)}:00`}
        locales={[english, french]}
        locale={i18n.language === 'fr' ? 'fr' : 'en-gb'}
        headerToolbar={false}
        height={view.name === 'month' ? 'auto' : '100%'}
        firstDay={1}
        events={events}
        eventContent={({ event }: EventContentArg) => {
          const card = cardOf(event);
          const rest = moreOf(event);
          if (rest) return <span className="more">{narrow ? `+${rest.count}` : t('more', { count: rest.count })}</span>;
          return card && <CardFace card={card} channels={channels} tiny={narrow && view.name === 'month'} />;
        }}
        eventDidMount={mounted}
        eventClick={({ event, jsEvent }) => {
          jsEvent.preventDefault();
          const rest = moreOf(event);
          if (rest) more(rest.day);
          else open(cardOf(event));
        }}
        eventDrop={drop}
        eventReceive={receive}
        dateClick={add && ((info) => add(info.dateStr.slice(0, 16)))}
        droppable={mayMove}
        eventInteractive
        eventDurationEditable={false}
        eventStartEditable={mayMove}
        snapDuration="00:05"
        defaultTimedEventDuration="01:00"
        eventOrder="start"
        eventDisplay="block"
        displayEventTime={false}
        eventMaxStack={view.name === 'week' ? 2 : narrow ? 3 : 8}
        moreLinkClick={({ date }) => {
          more(fromUTC(date).slice(0, 10));
          return 'none';
        }}
        moreLinkContent={({ num }) => t('more', { count: num })}
        moreLinkDidMount={({ el }) => el.setAttribute('role', 'button')}
        slotLabelContent={({ text, date }) => <Hour text={text} wall={fromUTC(date)} day={view.day} />}
        nowIndicator
        allDaySlot={false}
        slotDuration="01:00"
        slotLabelFormat={{ hour: '2-digit', minute: '2-digit', hour12: false }}
        scrollTime={opensAt}
        slotEventOverlap={false}
        longPressDelay={350}
        fixedWeekCount={false}
      />
    </div>
  );
}

// Hour is a line of the clock face: the calendar's hour, and the reader's own under it where their clocks differ.
function Hour({ text, wall, day }: { text: string; wall: Wall; day: string }) {
  const { calendar } = useHere();
  const { t, i18n } = useTranslation('calendar');
  const mine = wallAt(instantIn(`${day}T${wall.slice(11)}`, calendar.time_zone), myZone());
  if (mine.slice(11) === wall.slice(11)) return text;
  return (
    <>
      {text}
      <small title={t('zone.yours')}>{clockTime(mine, i18n.language)}</small>
    </>
  );
}
