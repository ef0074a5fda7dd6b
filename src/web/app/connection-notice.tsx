import { Alert } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { answeredAt, useCutOffSince } from '../api/connection';
import { showTime } from '../components/dates';
import { useSession } from '../session/session';

/** Says that nothing answers, and of when it is what the page shows. What is typed is kept meanwhile. */
export function ConnectionNotice() {
  const { online } = useNetwork();
  const { timeZone } = useSession().clinic;
  const cutOff = useCutOffSince();
  const isLost = cutOff !== null || !online;
  return (
    <div role="status">
      {isLost && (
        <Alert
          color="orange"
          radius={0}
          title={`No connection. What you see is as of ${showTime(cutOff ?? answeredAt(), timeZone)}.`}
        >
          What you type is kept on this device and saved when the connection is back.
        </Alert>
      )}
    </div>
  );
}
