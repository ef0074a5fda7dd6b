import { Button, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { counted } from '../../domain/numbers/words';
import { StartFrame } from '../components/start-frame';
import { waitingCount } from '../device/waiting-store';
import { NoConnection } from './no-connection';
import type { Session } from './session';
import { SignInForm } from './sign-in-form';

interface Props {
  person: Session['staff'];
  onSignedIn: (session: Session) => void;
}

/** Hides what was on the screen until the person is back; nothing typed is lost. */
export function LockScreen({ person, onSignedIn }: Props) {
  const waiting = useWaitingCount(person.id);
  return (
    <StartFrame title="You have been signed out">
      <NoConnection />
      <Text mb="md">
        This page was left alone for a while, your session had lasted as long as it may, or you signed out somewhere
        else. What you typed is kept for a day: sign in as {person.name} to go on where you were.
      </Text>
      {waiting > 0 && (
        <Text mb="md" fw={600}>
          {counted(waiting, 'entry waits', 'entries wait')} on this device to be saved. Nothing of that is lost.
        </Text>
      )}
      <SignInForm email={person.email} onSignedIn={onSignedIn} />
      <Button variant="subtle" mt="md" onClick={() => window.location.assign('/')}>
        I am somebody else
      </Button>
    </StartFrame>
  );
}

function useWaitingCount(staffId: string): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    void waitingCount(staffId).then(setCount, () => undefined);
  }, [staffId]);
  return count;
}
