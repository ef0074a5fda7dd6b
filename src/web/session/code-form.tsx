import { Button, Stack, Text } from '@mantine/core';
import type { FormEvent } from 'react';
import { fieldOf } from '../components/form';
import { CodeField } from './code-field';
import { signInWithPasskey } from './passkey';
import { PasskeyButton } from './passkey-button';
import type { SecondStepKind } from './use-sign-in';
import type { Session } from './session';

interface Props {
  /** What the person has. */
  factors: readonly SecondStepKind[];
  pending: boolean;
  error: Error | null;
  onCode: (code: string) => void;
  onSignedIn: (session: Session) => void;
  /** What leads back. */
  back?: string;
  onBack: () => void;
}

/** The second step of a sign-in: the code of the authenticator app, one that was written down, or a passkey. */
export function CodeForm({ factors, pending, error, onCode, onSignedIn, back, onBack }: Props) {
  const hasApp = factors.includes('app');
  const hasCodes = factors.includes('recovery-code');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onCode(fieldOf(new FormData(event.currentTarget), 'code'));
  };
  return (
    <form onSubmit={submit} noValidate aria-label="Second step">
      <Stack>
        {hasApp && (
          <>
            <CodeField
              description="The six digits that your authenticator app shows now, or a recovery code."
              autoFocus
              problem={error}
            />
            <Button type="submit" loading={pending}>
              Sign in
            </Button>
          </>
        )}
        {!hasApp && <Text>You sign in with a passkey: your fingerprint, your face, a PIN, or a security key.</Text>}
        {factors.includes('passkey') && (
          <PasskeyButton label="Use your passkey" primary={!hasApp} use={signInWithPasskey} onUsed={onSignedIn} />
        )}
        {hasCodes && (
          <>
            <CodeField
              label="Recovery code"
              description="Without the device with your passkey: one of the codes that you wrote down."
              problem={error}
            />
            <Button type="submit" variant="default" loading={pending}>
              Sign in with the code
            </Button>
          </>
        )}
        <Button variant="subtle" onClick={onBack}>
          {back ?? 'Back to name and password'}
        </Button>
        <Text size="sm" c="dimmed">
          {hasApp || hasCodes
            ? 'No device and no recovery codes? Ask a director of your clinic to remove your second factor.'
            : 'No device with your passkey? Ask a director of your clinic to remove your second factor.'}
        </Text>
      </Stack>
    </form>
  );
}
