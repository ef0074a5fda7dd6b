import { Button, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { openHere } from './row-link';
import classes from './rows.module.css';

const LOOK =
  'mantine-focus-auto mantine-active mantine-Button-root ' +
  `${Button.classes.root} ${UnstyledButton.classes.root} ${classes.button}`;

interface Props {
  variant: 'default' | 'light' | 'subtle';
  /** What it does, of whom. */
  'aria-label': string;
  className?: string;
  /** Where it leads; else it does something. */
  href?: string;
  onClick?: () => void;
  children: ReactNode;
}

/** A small button in a row. */
export function RowButton({ variant, className = '', href, onClick, children, ...rest }: Props) {
  const shared = { ...rest, className: `${LOOK} ${classes[variant]} ${className}`, 'data-size': 'compact-sm' };
  const inner = (
    <span className={Button.classes.inner}>
      <span className={Button.classes.label}>{children}</span>
    </span>
  );
  return href === undefined ? (
    <button type="button" {...shared} onClick={onClick}>
      {inner}
    </button>
  ) : (
    <a {...shared} href={href} onClick={openHere}>
      {inner}
    </a>
  );
}
