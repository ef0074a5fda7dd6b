import { Button, Center, Loader, Text } from '@mantine/core';
import { ProblemNotice } from '../components/problem-notice';
import { StartFrame } from '../components/start-frame';
import { NoConnection, useOpensByPassword } from './no-connection';
import type { Session } from './session';
import { SignInForm } from './sign-in-form';
import { WaitingHere } from './waiting-here';

/** Until it is known who is signed in. */
export function WaitingPage() {
  return (
    <Center h="100vh">
      <Loader aria-label="Loading" />
    </Center>
  );
}

interface Props {
  error: Error;
  retry: () => void;
  onSignedIn: (session: Session) => void;
}

/** Nothing answers, and nobody is signed in: the password of the last sign-in here opens what this device keeps. */
export function NoServicePage({ error, retry, onSignedIn }: Props) {
  const opens = useOpensByPassword();
  return (
    <StartFrame title={opens ? 'Sign in' : 'Not available now'}>
      {opens ? (
        <>
          <NoConnection />
          <WaitingHere staffId={null} />
          <SignInForm onSignedIn={onSignedIn} />
        </>
      ) : (
        <ProblemNotice error={error} />
      )}
      <Button variant={opens ? 'subtle' : 'filled'} mt="md" onClick={retry}>
        Try again
      </Button>
    </StartFrame>
  );
}

export function SignInPage({ onSignedIn }: Pick<Props, 'onSignedIn'>) {
  return (
    <StartFrame title="Sign in">
      <WaitingHere staffId={null} />
      <SignInForm onSignedIn={onSignedIn} />
      <Text size="sm" c="dimmed" mt="sm">
        Setting up a new service? Open the one-time link that it printed when it started.
      </Text>
    </StartFrame>
  );
}
