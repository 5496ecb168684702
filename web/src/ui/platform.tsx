// Networks are drawn in one colour and in our own hand: enough to know them by, at any size and by night. One that has no
// drawing yet shows its first letter.
const drawings: Record<string, React.ReactNode> = {
  feed: (
    <g fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round">
      <path d="M3 3a10 10 0 0 1 10 10M3 7.5A5.5 5.5 0 0 1 8.5 13" />
      <circle cx="4" cy="12" r="1.2" fill="currentColor" stroke="none" />
    </g>
  ),
  webhook: (
    <g fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round">
      <path d="M5 3.5L1.5 8 5 12.5M11 3.5L14.5 8 11 12.5M9.3 2.5l-2.6 11" />
    </g>
  ),
  mastodon: (
    <path
      d="M2 6c0-3 2-4.5 6-4.5S14 3 14 6c0 3.5-.5 5-3.5 5.5-1.5.3-3 .3-4.2 0 0 1.5 2 1.8 4 1.3v1.4c-3.5.8-6.5.3-7.6-2.8C2.2 9.8 2 8 2 6zm3 3h1.5V6.3c0-1.3 1-1.3 1-.1v1.6h1V6.2c0-1.2 1-1.2 1 .1V9H11V6c0-2-2-2.3-3-.8C7 3.7 5 4 5 6z"
      fill="currentColor"
      fillRule="evenodd"
    />
  ),
  bluesky: (
    <path
      d="M8 7.2C7.3 5.7 5.3 3.2 3.5 2.2 2 1.3 1 1.7 1 3.4c0 .8.4 3.3.7 4C2.3 9 3.7 9.3 5.2 9c-2 .4-3.3 1.3-1.7 3.2 1.8 2 3.7.3 4.5-1.6.8 1.9 2.7 3.6 4.5 1.6 1.6-1.9.3-2.8-1.7-3.2 1.5.3 2.9 0 3.5-1.6.3-.7.7-3.2.7-4 0-1.7-1-2.1-2.5-1.2-1.8 1-3.8 3.5-4.5 5z"
      fill="currentColor"
    />
  ),
};

export function PlatformIcon({ platform, size = 13 }: { platform: string; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {drawings[platform] ?? (
        <text x="8" y="12.5" textAnchor="middle" fontSize="13" fontWeight="700" fill="currentColor">
          {platform.slice(0, 1).toUpperCase()}
        </text>
      )}
    </svg>
  );
}
