import { Group, Table, Text } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import classes from './rows.module.css';

/*
 * What the rows of long lists are made of: plain elements with the classes of the library. A component of the library for each cell and
 * button takes most of the time in which a page with hundreds of rows is drawn.
 */

const ROW = `mantine-Table-tr ${Table.classes.tr}`;
const CELL = `mantine-Table-td ${Table.classes.td}`;
const GROUP = `${Group.classes.root} ${classes.group}`;
const SMALL = `${Text.classes.root} ${classes.small}`;
const QUIET = `${Text.classes.root} ${classes.quiet}`;

/** A row of a `Table`. @param highlighted Whether it is under the pointer. */
export function TableRow({ highlighted = true, ...rest }: ComponentProps<'tr'> & { highlighted?: boolean }) {
  return <tr className={ROW} data-with-row-border data-hover={highlighted || undefined} {...rest} />;
}

export function TableCell({ className = '', ...rest }: ComponentProps<'td'>) {
  return <td className={`${CELL} ${className}`} {...rest} />;
}

/** Things beside each other in a cell. */
export function CellGroup({ children }: { children: ReactNode }) {
  return <div className={GROUP}>{children}</div>;
}

export function SmallText({ className = '', children }: { className?: string; children: ReactNode }) {
  return <span className={`${SMALL} ${className}`}>{children}</span>;
}

/** A small line in a cell, under what it is about. */
export function QuietLine({ children }: { children: ReactNode }) {
  return <p className={QUIET}>{children}</p>;
}
