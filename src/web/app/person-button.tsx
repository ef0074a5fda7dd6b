import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import { useSession } from '../session/session';
import classes from './person-button.module.css';

/** `RH` for Robin Hale; of a name of one word its first letter. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
}

/** The name of who is signed in, as a button that opens a menu. */
export function PersonButton({
  className = '',
  ...props
}: ButtonProps & Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps>) {
  const { staff } = useSession();
  return (
    <Button
      variant="default"
      size="sm"
      className={`${classes.person} ${className}`}
      title={staff.name}
      aria-haspopup="menu"
      aria-expanded={false}
      {...props}
    >
      <span className={classes.name}>{staff.name}</span>
      <span className={classes.initials} aria-hidden>
        {initialsOf(staff.name)}
      </span>
    </Button>
  );
}
