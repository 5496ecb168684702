import type { ReactNode } from 'react';
import classes from './section.module.css';

// Section is a part of a page of settings: what it is about, one sentence on what it does, and the thing itself.
export function Section({
  title,
  help,
  aside,
  children,
}: {
  title: string;
  help?: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={classes.section} aria-label={title}>
      <header>
        <div>
          <h2>{title}</h2>
          {help && <p>{help}</p>}
        </div>
        {aside}
      </header>
      {children}
    </section>
  );
}

// Rows is a list of things, each with what can be done to it.
export function Rows({ children }: { children: ReactNode }) {
  return <ul className={classes.rows}>{children}</ul>;
}

export function Row({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <li className={classes.row}>
      <div>{children}</div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </li>
  );
}
