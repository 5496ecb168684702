import type { ReactNode } from 'react';
import classes from './scroll.module.css';

// Scroll holds what may be wider than a phone: it can be scrolled by keyboard too.
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={classes.scroll} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
