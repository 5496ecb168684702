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
import { clockTime, fromUTC, longDay, type Wall, wallAt } from '../../lib/time';
import { CardFace } from './card';
import { type Card, movable, titleOf } from './cards';
import './grid.css';
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
}

const cardOf = (event: { extendedProps: Record<string, unknown> }) => event.extendedProps.card as Card;

// Grid draws months and weeks. FullCalendar is told that everything is UTC: the times it gets are wall times of the
// calendar's zone, and UTC is the one zone in which no wall time is missing or doubled.
export default function Grid({ view, cards, channels, narrow, mayMove, open, ask, move, add, more }: GridProps) {
  const { calendar } = useHere();
  const { t, i18n } = useTranslation(['calendar', 'common']);
  const grid = useRef<FullCalendar>(null);
  const name = view.name === 'week' ? (narrow ? 'timeGridDay' : 'timeGridWeek') : 'dayGridMonth';

  useEffect(() => {
    // FullCalendar draws synchronously, which React forbids while it draws itself
    queueMicrotask(() => grid.current?.getApi().changeView(name, view.day));
  }, [name, view.day]);

  // the tray opens and closes beside the grid
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!frame.current) return;
    const watch = new ResizeObserver(() => requestAnimationFrame(() => grid.current?.getApi().updateSize()));
    watch.observe(frame.current);
    return () => watch.disconnect();
  }, []);

  const events = useMemo<EventInput[]>(
    () =>
      cards.map((card) => ({
        id: card.key,
        title: titleOf(card.post),
        start: `${card.at}:00`,
        editable: mayMove && movable(card),
        extendedProps: { card },
      })),
    [cards, mayMove],
  );

  const mounted = ({ event, el }: EventMountArg) => {
    const card = cardOf(event);
    if (!card) return;
    el.dataset.card = card.key;
    el.setAttribute('role', 'button');
    el.setAttribute('aria-label', label(card));
  };
  const label = (card: Card) =>
    t('card.label', {
      title: titleOf(card.post) || t('untitled'),
      status: card.post.status_label,
      day: card.at ? longDay(card.at, i18n.language) : '',
      time: card.at ? clockTime(card.at, i18n.language) : '',
      channels: card.channels.map((c) => channels.get(c)?.name ?? '').join(', '),
    });

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
    await move(card, shown.type === 'dayGridMonth' ? `${at.slice(0, 10)}T09:00` : at);
  };
  const press = (event: KeyboardEvent) => {
    const key = (event.target as HTMLElement).closest<HTMLElement>('[data-card]')?.dataset.card;
    const card = cards.find((c) => c.key === key);
    if (!card || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      open(card);
    } else if (event.key.toLowerCase() === 'm' && mayMove && movable(card)) {
      event.preventDefault();
      ask(card);
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the cards inside, which FullCalendar draws
    <div ref={frame} className={narrow ? 'grid narrow' : 'grid'} onKeyDown={press}>
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
          return card && <CardFace card={card} channels={channels} tiny={narrow && view.name === 'month'} />;
        }}
        eventDidMount={mounted}
        eventClick={({ event, jsEvent }) => {
          jsEvent.preventDefault();
          open(cardOf(event));
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
        dayMaxEvents={narrow ? 5 : 4}
        moreLinkClick={({ date }) => {
          more(fromUTC(date).slice(0, 10));
          return 'none';
        }}
        moreLinkContent={({ num }) => t('more', { count: num })}
        moreLinkDidMount={({ el }) => el.setAttribute('role', 'button')}
        nowIndicator
        allDaySlot={false}
        slotDuration="01:00"
        slotLabelFormat={{ hour: '2-digit', minute: '2-digit', hour12: false }}
        scrollTime="07:00"
        slotEventOverlap={false}
        longPressDelay={350}
        fixedWeekCount={false}
      />
    </div>
  );
}
