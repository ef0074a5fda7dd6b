import { Button, Text } from '@mantine/core';
import { StartFrame } from '../components/start-frame';
import { NoConnection } from './no-connection';
import type { Session } from './session';
import { SignInForm } from './sign-in-form';
import { WaitingHere } from './waiting-here';

interface Props {
  person: Session['staff'];
  onSignedIn: (session: Session) => void;
}

/** Hides what was on the screen until the person is back; nothing typed is lost. */
export function LockScreen({ person, onSignedIn }: Props) {
  return (
    <StartFrame title="You have been signed out">
      <NoConnection />
      <Text mb="md">
        This page was left alone for a while, your session had lasted as long as it may, or you signed out somewhere
        else. What you typed is kept for a day: sign in as {person.name} to go on where you were.
      </Text>
      <WaitingHere staffId={person.id} />
      <SignInForm email={person.email} onSignedIn={onSignedIn} />
      <Button variant="subtle" mt="md" onClick={() => window.location.assign('/')}>
        I am somebody else
      </Button>
    </StartFrame>
  );
}
