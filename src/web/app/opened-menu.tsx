import { Menu, Text, useMantineColorScheme } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useSession } from '../session/session';
import { lazyDialog } from '../components/loading/lazy-part';
import { PersonButton } from './person-button';
import { useSignOut, useUnsavedCount } from './sign-out';

const LazySignOutDialog = lazyDialog(async () => (await import('./sign-out-dialog')).SignOutDialog, 'unsaved', 0);

const schemes = [
  { value: 'auto', label: 'As this device has it' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** The menu of who is signed in, open from the beginning: the account, the colors of the screen, and the way out. */
export function OpenedMenu() {
  const { staff } = useSession();
  const [, go] = useLocation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const count = useUnsavedCount();
  const signOut = useSignOut();
  const [unsaved, setUnsaved] = useState(0);
  const button = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  // Opened after it was drawn closed, with the focus where it comes back to.
  useEffect(() => {
    button.current?.focus();
    const frame = requestAnimationFrame(() => setOpened(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  const leave = () => {
    const waiting = count();
    if (waiting > 0) setUnsaved(waiting);
    else signOut.mutate();
  };
  return (
    <>
      <Menu position="bottom-end" width={240} opened={opened} onChange={setOpened} portalProps={{ target: 'header' }}>
        <Menu.Target>
          <PersonButton ref={button} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Text size="sm" fw={600}>
              {staff.name}
            </Text>
            {staff.email}
            <Text size="xs">{staff.role}</Text>
          </Menu.Label>
          <Menu.Item onClick={() => go('/account')}>Account</Menu.Item>
          <Menu.Divider />
          <Menu.Label>Colors</Menu.Label>
          <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as typeof colorScheme)}>
            {schemes.map(({ value, label }) => (
              <Menu.RadioItem key={value} value={value}>
                {label}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          <Menu.Item onClick={leave}>Sign out</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <LazySignOutDialog unsaved={unsaved} signOut={signOut} onClose={() => setUnsaved(0)} />
    </>
  );
}
