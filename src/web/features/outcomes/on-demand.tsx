import { Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { usePrinting } from '../../components/printing';
import classes from './outcomes.module.css';

interface Props {
  title: string;
  /** Printed whether it was opened or not, or not at all. */
  printed?: boolean;
  children: ReactNode;
}

/** A part of a page that is there once somebody opens it. */
export function OnDemand({ title, printed = false, children }: Props) {
  const [opened, setOpened] = useState(false);
  const printing = usePrinting();
  const open = opened || (printed && printing);
  return (
    <details
      className={printed ? classes.more : `${classes.more} ${classes.screen}`}
      open={open}
      onToggle={({ currentTarget }) => !printing && setOpened(currentTarget.open)}
    >
      <summary>
        <Title order={2} size="h4" component="h2">
          {title}
        </Title>
      </summary>
      {open && children}
    </details>
  );
}
