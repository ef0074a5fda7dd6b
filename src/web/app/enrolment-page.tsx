import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { queryKeys } from '../api/query-keys';
import { FormDialog } from '../components/dialogs/form-dialog';
import { ProblemNotice } from '../components/problem-notice';
import { StartFrame } from '../components/start-frame';
import { AddPasskeyForm } from '../features/account/passkeys/add-passkey-form';
import { RecoveryCodes } from '../features/account/second-factor/recovery-codes';
import { SetUpForm } from '../features/account/second-factor/set-up-form';
import { canUsePasskeys } from '../session/passkey';
import { useSignOut } from './sign-out';

/** All that a person sees of whom the clinic requires a second factor, until there is one. */
export default function EnrolmentPage() {
  const client = useQueryClient();
  const signOut = useSignOut();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [adding, setAdding] = useState(false);
  const show = (made: readonly string[]) => {
    setAdding(false);
    setCodes(made);
  };
  const goOn = () => client.invalidateQueries({ queryKey: queryKeys.session });
  return (
    <StartFrame title="One more step">
      <Text mb="md">
        Your clinic asks for a second factor: from now on you sign in with your password and a code of an app on your
        phone, or with a passkey of this device. Set one up now, then go on.
      </Text>
      {codes ? (
        <RecoveryCodes codes={codes} onClose={() => void goOn()} />
      ) : (
        <SetUpForm cancel="Sign out" onCancel={() => signOut.mutate()} onCodes={setCodes} />
      )}
      {canUsePasskeys() && (
        <Button variant="default" mt="md" onClick={() => setAdding(true)}>
          Use a passkey instead
        </Button>
      )}
      {adding && (
        <FormDialog opened onClose={() => setAdding(false)} title="Add a passkey">
          <AddPasskeyForm onCancel={() => setAdding(false)} onAdded={(made) => (made ? show(made) : void goOn())} />
        </FormDialog>
      )}
      {signOut.error && <ProblemNotice error={signOut.error} />}
    </StartFrame>
  );
}
