import { useRef } from 'react';

// useLast remembers the last value there was: what a drawer shows while it closes, and that it was ever opened.
export function useLast<T>(value: T | null | undefined | ''): T | null {
  const last = useRef<T | null>(null);
  if (value) last.current = value;
  return last.current;
}
