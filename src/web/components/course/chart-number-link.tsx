import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import classes from './chart-number-link.module.css';

/** A chart number that leads to the patient; whole on its line, but on a telephone. */
export function ChartNumberLink({ href, children }: { href: string; children: string }) {
  return (
    <Anchor component={Link} href={href} fw={600} className={classes.number}>
      {children}
    </Anchor>
  );
}
