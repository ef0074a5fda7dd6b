import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { ProblemNotice } from '../components/problem-notice';
import type { useSignOut } from './sign-out';

interface Props {
  /** How many things are typed and not saved; 0 where nobody has to be asked. */
  unsaved: number;
  signOut: ReturnType<typeof useSignOut>;
  onClose: () => void;
}

/** Asks before what is typed and not saved is deleted. */
export function SignOutDialog({ unsaved, signOut, onClose }: Props) {
  const what = unsaved === 1 ? 'One thing that you typed here is' : `${unsaved} things that you typed here are`;
  return (
    <Modal opened={unsaved > 0} onClose={onClose} title="Sign out and delete what is not saved?">
      <Stack>
        <Text>
          {what} not saved yet. Signing out deletes {unsaved === 1 ? 'it' : 'them'} from this device.
        </Text>
        {signOut.error && <ProblemNotice error={signOut.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            Stay signed in
          </Button>
          <Button loading={signOut.isPending} onClick={() => signOut.mutate()}>
            Delete and sign out
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
