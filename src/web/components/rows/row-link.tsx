import { Anchor, Text } from '@mantine/core';
import type { MouseEvent } from 'react';
import { navigate } from 'wouter/use-browser-location';
import classes from './rows.module.css';

const LINK = `mantine-focus-auto ${Anchor.classes.root} ${Text.classes.root} ${classes.number}`;

/** Longer than any number that a clinic gives by itself: one such row would push its buttons out of all others. */
const LONG = 18;

/** A chart number that leads to the patient; whole on its line, but on a telephone and where it is long. */
export function ChartNumberLink({ href, children }: { href: string; children: string }) {
  return (
    <a
      href={href}
      className={LINK}
      data-long={children.length > LONG || undefined}
      data-underline="hover"
      onClick={openHere}
    >
      {children}
    </a>
  );
}

/** Follows a link in this page, unless the person asks the browser for another. */
export function openHere(event: MouseEvent<HTMLAnchorElement>): void {
  const { ctrlKey, metaKey, altKey, shiftKey, button } = event;
  if (ctrlKey || metaKey || altKey || shiftKey || button !== 0) return;
  event.preventDefault();
  navigate(event.currentTarget.getAttribute('href') ?? '/');
}
