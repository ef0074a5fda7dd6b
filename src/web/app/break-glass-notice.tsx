import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { clinicQuery } from '../api/clinic-query';
import { showInstant } from '../components/dates';
import { ClosableNotice } from './closable-notice';

/** Tells directors that somebody came in without single sign-on where the clinic requires it. */
export default function BreakGlassNotice(): ReactNode {
  const { data: clinic } = useQuery(clinicQuery);
  const usedAt = clinic?.breakGlassUsedAt ?? null;
  return (
    <ClosableNotice title="A director signed in without single sign-on" shown={usedAt !== null}>
      {clinic && usedAt !== null && showInstant(usedAt, clinic.timeZone)}. If none of you knows why, name another
      director under Settings, and look there at what was done.
    </ClosableNotice>
  );
}
