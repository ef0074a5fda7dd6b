import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { clinicQuery } from '../api/clinic-query';
import { showInstant } from '../components/dates';

/** Tells directors that somebody came in without single sign-on where the clinic requires it. */
export default function BreakGlassNotice(): ReactNode {
  const { data: clinic } = useQuery(clinicQuery);
  const [closed, setClosed] = useState(false);
  const usedAt = clinic?.breakGlassUsedAt ?? null;
  return (
    <div role="status">
      {clinic && usedAt !== null && !closed && (
        <Alert
          color="orange"
          radius={0}
          title="A break-glass director signed in without single sign-on"
          withCloseButton
          closeButtonLabel="Close"
          onClose={() => setClosed(true)}
        >
          {showInstant(usedAt, clinic.timeZone)}. If none of you knows why, name another director under Settings, and
          look there at what was done.
        </Alert>
      )}
    </div>
  );
}
