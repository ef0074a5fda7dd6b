import { Text } from '@mantine/core';
import { StartFrame } from '../components/start-frame';
import type { Session } from './session';
import { SignInForm } from './sign-in-form';

export function SignInPage({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  return (
    <StartFrame title="Sign in">
      <SignInForm onSignedIn={onSignedIn} />
      <Text size="sm" c="dimmed" mt="sm">
        Setting up a new service? Open the one-time link that it printed when it started.
      </Text>
    </StartFrame>
  );
}
