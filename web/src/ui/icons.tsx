// The few signs that the pages use, drawn with one pen.
const paths = {
  calendar: 'M3 4.5h14v12H3zM3 8.5h14M7 2.5v4M13 2.5v4',
  check: 'M4 10.5l4 4 8-9',
  desk: 'M10 3a7 7 0 1 0 7 7M10 6v4l3 2M14 3h3v3',
  settings: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4',
  plus: 'M10 4v12M4 10h12',
  left: 'M12 4l-6 6 6 6',
  right: 'M8 4l6 6-6 6',
  more: 'M4 10a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M9.5 10a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M15 10a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0',
  close: 'M5 5l10 10M15 5L5 15',
  filter: 'M3 5h14M6 10h8M8.5 15h3',
  search: 'M9 3a6 6 0 1 0 0 12A6 6 0 0 0 9 3zM13.5 13.5L17 17',
  tray: 'M3 11l2-7h10l2 7v5H3zM3 11h4l1 2h4l1-2h4',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 6v4l3 2',
  warning: 'M10 3l8 14H2zM10 8v4M10 14.3v.4',
  move: 'M10 2v16M2 10h16M7 5l3-3 3 3M7 15l3 3 3-3M5 7l-3 3 3 3M15 7l3 3-3 3',
  pause: 'M7 4v12M13 4v12',
  link: 'M8 12l4-4M7 9L5 11a2.8 2.8 0 0 0 4 4l2-2M13 11l2-2a2.8 2.8 0 0 0-4-4L9 7',
  print: 'M5 8V3h10v5M5 14H3V8h14v6h-2M5 12h10v5H5z',
  sun: 'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1 1M14.7 14.7l1 1M4.3 15.7l1-1M14.7 5.3l1-1',
  moon: 'M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z',
  user: 'M10 3.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM4 17c.5-3.5 2.8-5 6-5s5.5 1.5 6 5',
  down: 'M5 8l5 5 5-5',
  up: 'M5 12l5-5 5 5',
  image: 'M3 4h14v12H3zM3 13l4-4 4 4 2-2 4 4M13 7.5v.2',
  trash: 'M4 6h12M8 6V4h4v2M6 6l.8 10h6.4L14 6',
  edit: 'M4 16l1-4 8-8 3 3-8 8z',
  history: 'M4 10a6 6 0 1 0 2-4.5L4 7.5M4 4v3.5h3.5M10 7v3l2 1.5',
  bell: 'M10 3a4.5 4.5 0 0 0-4.5 4.5V11L4 13.5h12L14.5 11V7.5A4.5 4.5 0 0 0 10 3zM8.5 16a1.6 1.6 0 0 0 3 0',
  speak: 'M3 8.5v3.5l2.5.6L6.5 17h2.4l-.8-3.9L15 15V5L5.5 8zM17.5 8.5v3',
  help: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM8 8a2 2 0 1 1 2.7 1.9c-.5.2-.7.5-.7 1.1M10 13.5v.2',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
