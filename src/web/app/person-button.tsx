import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import { useSession } from '../session/session';
import classes from './person-button.module.css';

/** The name of who is signed in, as a button that opens a menu. */
export function PersonButton(props: ButtonProps & Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps>) {
  const { staff } = useSession();
  return (
    <Button
      variant="default"
      size="sm"
      className={classes.person}
      title={staff.name}
      aria-haspopup="menu"
      aria-expanded={false}
      {...props}
    >
      {staff.name}
    </Button>
  );
}
