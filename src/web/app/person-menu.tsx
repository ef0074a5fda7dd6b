import { Button, Menu, Text, useMantineColorScheme } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useSession } from '../session/session';
import classes from './person-menu.module.css';
import { SignOutDialog, useSignOut, useUnsavedCount } from './sign-out';

const schemes = [
  { value: 'auto', label: 'As this device has it' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** Who is signed in, the colors of the screen, the account, and the way out. */
export function PersonMenu() {
  const { staff } = useSession();
  const [, go] = useLocation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const count = useUnsavedCount();
  const signOut = useSignOut();
  const [unsaved, setUnsaved] = useState(0);
  const leave = () => {
    const waiting = count();
    if (waiting > 0) setUnsaved(waiting);
    else signOut.mutate();
  };
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <Button variant="default" size="sm" className={classes.person}>
            {staff.name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {staff.email}
            <Text size="xs">{staff.role}</Text>
          </Menu.Label>
          <Menu.Item onClick={() => go('/account')}>Account</Menu.Item>
          <Menu.Divider />
          <Menu.Label>Colors</Menu.Label>
          {schemes.map(({ value, label }) => (
            <Menu.Item
              key={value}
              role="menuitemradio"
              aria-checked={colorScheme === value}
              leftSection={<span aria-hidden>{colorScheme === value ? '✓' : '\u2003'}</span>}
              onClick={() => setColorScheme(value)}
            >
              {label}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={leave}>Sign out</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {unsaved > 0 && <SignOutDialog unsaved={unsaved} signOut={signOut} onClose={() => setUnsaved(0)} />}
    </>
  );
}
