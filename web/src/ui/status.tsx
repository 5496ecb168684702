import classes from './status.module.css';

type Drawing = { color: string; draw: React.ReactNode };

const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
};
const ring = <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.6" />;
const disc = <circle cx="8" cy="8" r="6.8" fill="currentColor" />;

// Each status has a shape of its own, so that it can be told without its colour; the word stands beside it.
const drawings = {
  idea: {
    color: 'idea',
    draw: <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.2 2.5" />,
  },
  draft: { color: 'draft', draw: ring },
  in_review: {
    color: 'review',
    draw: (
      <>
        {ring}
        <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
      </>
    ),
  },
  changes_requested: {
    color: 'changes',
    draw: (
      <>
        <path {...(line as object)} d="M3 13l.8-3.2L11 2.6 13.4 5 6.2 12.2z" />
        <path {...(line as object)} d="M9 14h4.5" />
      </>
    ),
  },
  approved: {
    color: 'approved',
    draw: (
      <>
        {ring}
        <path {...(line as object)} d="M5.3 8.2l2 2 3.5-4.2" />
      </>
    ),
  },
  scheduled: {
    color: 'scheduled',
    draw: (
      <>
        {disc}
        <path d="M8 4.5V8l2.4 1.6" fill="none" stroke="var(--sheet)" strokeWidth="1.5" strokeLinecap="round" />
      </>
    ),
  },
  publishing: { color: 'publishing', draw: <path d="M2 8.3L14 2.5l-4 11-2.6-3.9z" fill="currentColor" /> },
  published: {
    color: 'published',
    draw: (
      <>
        {disc}
        <path
          d="M5 8.2l2.2 2.2 3.8-4.6"
          fill="none"
          stroke="var(--sheet)"
          strokeWidth="1.7"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </>
    ),
  },
  partly_published: {
    color: 'partly',
    draw: (
      <>
        {ring}
        <path d="M2 8a6 6 0 0 0 12 0z" fill="currentColor" />
      </>
    ),
  },
  held: {
    color: 'held',
    draw: (
      <>
        <rect x="1.8" y="1.8" width="12.4" height="12.4" rx="2.5" fill="currentColor" />
        <path d="M6 5.2v5.6M10 5.2v5.6" stroke="var(--sheet)" strokeWidth="1.8" strokeLinecap="round" />
      </>
    ),
  },
  missed: {
    color: 'bad',
    draw: (
      <>
        {ring}
        <path {...(line as object)} d="M8 4.8V8l2 1.3M2.5 13.5l11-11" />
      </>
    ),
  },
  failed: {
    color: 'bad',
    draw: (
      <>
        <path d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2z" fill="currentColor" />
        <path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4" stroke="var(--sheet)" strokeWidth="1.6" strokeLinecap="round" />
      </>
    ),
  },
  unknown: {
    color: 'unknown',
    draw: (
      <>
        <path d="M8 .8L15.2 8 8 15.2.8 8z" fill="currentColor" />
        <path
          d="M6.3 6.5a1.75 1.75 0 1 1 2.4 1.7c-.5.2-.7.5-.7 1"
          fill="none"
          stroke="var(--sheet)"
          strokeWidth="1.4"
          strokeLinecap="round"
        />
        <circle cx="8" cy="11.2" r=".9" fill="var(--sheet)" />
      </>
    ),
  },
  archived: {
    color: 'archived',
    draw: <path {...(line as object)} d="M2.5 3h11v3h-11zM3.5 6v7h9V6M6.5 9h3" />,
  },
} satisfies Record<string, Drawing>;

export type StatusName = keyof typeof drawings;

export const statuses = Object.keys(drawings) as StatusName[];

// drawingOf a status that this page does not know yet is a draft's plain ring; its word says what it is.
function drawingOf(status: string): Drawing {
  return status in drawings ? drawings[status as StatusName] : drawings.draft;
}

export function statusColor(status: string): string {
  return `var(--s-${drawingOf(status).color})`;
}

export function StatusShape({ status, size = 14 }: { status: string; size?: number }) {
  return (
    <svg
      className={classes.shape}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      color={statusColor(status)}
    >
      {drawingOf(status).draw}
    </svg>
  );
}

// Status is the shape, the colour and the word together.
export function Status({ status, label, size }: { status: string; label: string; size?: number }) {
  return (
    <span className={classes.status} style={{ color: statusColor(status) }}>
      <StatusShape status={status} size={size} />
      <span>{label}</span>
    </span>
  );
}
