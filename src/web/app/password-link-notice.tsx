import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ownGrantsQuery } from '../api/own-grants-query';
import { showInstant } from '../components/dates';
import { makerOf } from '../components/grant-words';
import { useSession } from '../session/session';

/** Tells a person whose password was chosen by a link that somebody else made: who has the link has the account. */
export function PasswordLinkNotice() {
  const { clinic } = useSession();
  const { data = [] } = useQuery(ownGrantsQuery);
  const [closed, setClosed] = useState(false);
  const used = data.filter(({ kind, recent }) => kind === 'password-reset' && recent);
  return (
    <div role="status">
      {used.length > 0 && !closed && (
        <Alert
          color="orange"
          radius={0}
          title="Your password was chosen by a link"
          withCloseButton
          closeButtonLabel="Close"
          onClose={() => setClosed(true)}
        >
          {used.map(({ madeBy, takenUpAt }) => (
            <div key={takenUpAt}>
              {showInstant(takenUpAt, clinic.timeZone)}, a link made by {makerOf(madeBy)}.
            </div>
          ))}
          If that was not you, somebody else has worked under your name: tell another director, and change your
          password.
        </Alert>
      )}
    </div>
  );
}
