import { ConfirmDialog } from '../components/dialogs/confirm-dialog';
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
    <ConfirmDialog
      opened={unsaved > 0}
      title="Sign out and delete what is not saved?"
      confirm="Delete and sign out"
      cancel="Stay signed in"
      action={signOut}
      onClose={onClose}
    >
      {what} not saved yet. Signing out deletes {unsaved === 1 ? 'it' : 'them'} from this device.
    </ConfirmDialog>
  );
}
