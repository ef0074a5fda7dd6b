import { Alert } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { capital } from '../../domain/numbers/words';
import { answeredAt, useCutOffSince } from '../api/connection';
import { showTime } from '../components/dates';
import { useDraftsInPageAlone } from '../components/drafts';
import { useAllPending } from '../entries/outbox/use-outbox';
import { waitingWords } from '../entries/outbox/waiting-words';
import { useClosingWarning } from '../session/closing-warning';
import { useSession } from '../session/session';

/** Says that nothing answers, and of when it is what the page shows. What is typed is kept meanwhile. */
export function ConnectionNotice() {
  const { online } = useNetwork();
  const { timeZone } = useSession().clinic;
  const cutOff = useCutOffSince();
  const waiting = waitingWords(useAllPending().map(([, pending]) => pending));
  const inPageAlone = useDraftsInPageAlone();
  const isLost = cutOff !== null || !online;
  const opensAgain = window.isSecureContext;
  useClosingWarning(() => waiting !== null && !opensAgain);
  return (
    <div role="status">
      {(isLost || waiting !== null) && (
        <Alert
          color="orange"
          radius={0}
          title={
            isLost ? `No connection. What you see is as of ${showTime(cutOff ?? answeredAt(), timeZone)}.` : undefined
          }
        >
          {waiting !== null && <b>{capital(waiting)}. </b>}
          What you type is {inPageAlone ? '' : 'kept on this device and '}saved when the connection is back.
          {isLost && !opensAgain && (
            <b> Leave this page open: its address is without https, so it opens again only with a connection.</b>
          )}
        </Alert>
      )}
    </div>
  );
}
