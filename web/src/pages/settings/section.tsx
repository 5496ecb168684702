import { Group, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './section.module.css';

// Head names a page of the settings, says what it is for, and holds what one does there most.
export function Head({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <header>
      <Group justify="space-between" align="start" wrap="nowrap">
        <Title order={1}>{title}</Title>
        {action && <div className={classes.act}>{action}</div>}
      </Group>
      {children && <p className={classes.lead}>{children}</p>}
    </header>
  );
}

// Section is a part of a page with a name of its own.
export function Section({
  title,
  lead,
  action,
  children,
}: {
  title: string;
  lead?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Group justify="space-between" align="start" wrap="nowrap" mb="xs">
        <Title order={2} id={id} className={classes.title}>
          {title}
        </Title>
        {action && <div className={classes.act}>{action}</div>}
      </Group>
      {lead && <p className={classes.lead}>{lead}</p>}
      {children}
    </section>
  );
}

// Rows are things one below the other; Empty says what would stand there.
export function Rows({ children }: { children: ReactNode }) {
  return <ul className={classes.rows}>{children}</ul>;
}

export function Row({ children, action, quiet = false }: { children: ReactNode; action?: ReactNode; quiet?: boolean }) {
  return (
    <li className={classes.row} data-quiet={quiet || undefined}>
      <div className={classes.what}>{children}</div>
      {action && <div className={classes.action}>{action}</div>}
    </li>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return <p className={classes.empty}>{children}</p>;
}
