import { Button, Menu, Text, useMantineColorScheme } from '@mantine/core';
import { useLocation } from 'wouter';
import { api, bodyOf } from '../api/client';
import { signOutHere } from '../session/expiry';
import { useSession } from '../session/session';

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
  const signOut = async () => {
    await bodyOf(api.DELETE('/v1/session'));
    signOutHere();
    // A new document: nothing of this session stays in memory.
    window.location.assign('/');
  };
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button variant="default" size="sm">
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
        <Menu.Item onClick={() => void signOut()}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
