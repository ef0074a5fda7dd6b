import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { dateFormat } from '../components/dates';
import { sessionQuery, useSession, type Session } from './session';

const LOOK_EVERY = 15_000;
const TRIES = 8;

/**
 * Where the clinic's day changes while pages are open, they are read again, so that no score is given the day before. The
 * clock of this device says only when to ask; which day it is, the service says.
 */
export function useClinicDay(): void {
  const { timeZone } = useSession().clinic;
  const client = useQueryClient();
  useEffect(() => {
    let day = dayIn(timeZone);
    let tries = 0;
    const look = async () => {
      const now = dayIn(timeZone);
      if (now !== day) tries = TRIES;
      day = now;
      if (tries === 0) return;
      tries -= 1;
      const before = client.getQueryData<Session>(sessionQuery.queryKey)?.clinic.today;
      const session = await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
      if (session?.clinic.today === before) return;
      tries = 0;
      await client.invalidateQueries();
    };
    const timer = window.setInterval(() => void look().catch(() => undefined), LOOK_EVERY);
    return () => window.clearInterval(timer);
  }, [timeZone, client]);
}

function dayIn(timeZone: string): string {
  return dateFormat('en-CA', { timeZone }).format(new Date());
}
