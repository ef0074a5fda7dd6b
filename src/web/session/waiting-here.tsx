import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { counted } from '../../domain/numbers/words';
import { waitingCount } from '../device/waiting-store';

/**
 * Says, on a page where somebody has to sign in, that entries wait on this device. @param staffId of whom; null: of whoever typed
 * them, who may not know that they are still here.
 */
export function WaitingHere({ staffId }: { staffId: string | null }) {
  const waiting = useWaitingCount(staffId);
  if (waiting === 0) return null;
  return (
    <Text mb="md" fw={600}>
      {counted(waiting, 'entry waits', 'entries wait')} on this device to be saved.{' '}
      {staffId === null
        ? `Whoever typed ${waiting === 1 ? 'it' : 'them'} has to sign in here.`
        : 'Nothing of that is lost.'}
    </Text>
  );
}

function useWaitingCount(staffId: string | null): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    void waitingCount(staffId).then(setCount, () => undefined);
  }, [staffId]);
  return count;
}
