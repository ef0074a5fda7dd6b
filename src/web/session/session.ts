import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client';
import { ApiProblem, isCutOff } from '../api/problem';
import { queryKeys } from '../api/query-keys';
import { dropKeptSession, keepSession } from '../device/kept-session';
import { dropPasswordLock } from '../device/password-lock';
import { endSession } from './expiry';
import { endOwed, oweEnd } from './owed-end';
import { sessionLater, sessionWithoutConnection } from './without-connection';

export type Session = Schemas['SessionResponse'];

/** Who is signed in; null where nobody is. A session that ends keeps its pages, hidden, for the same person. */
export const sessionQuery = queryOptions({
  queryKey: queryKeys.session,
  queryFn: async ({ client, queryKey }): Promise<Session | null> => {
    const before = client.getQueryData<Session>(queryKey) ?? null;
    try {
      await endOwed();
      const session = await bodyOf(api.GET('/v1/session'));
      keepOnDevice(session);
      return session;
    } catch (error) {
      const at = client.getQueryState(queryKey)?.dataUpdatedAt ?? 0;
      const later = before && sessionLater(before, at);
      const kept = isCutOff(error) ? (later ?? (await sessionWithoutConnection())) : null;
      if (kept) return kept;
      if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
      void dropKeptSession().catch(() => undefined);
      if (before) endSession();
      return before;
    }
  },
  staleTime: Infinity,
});

/** What is kept of a session is of the person who signed in last, whichever way that was. */
export function keepOnDevice(session: Session): void {
  void Promise.all([keepSession(session), dropPasswordLock(session.staff.id)]).catch(() => undefined);
}

/** The session of a page that is only shown to somebody who is signed in. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('This page is shown only to somebody who is signed in.');
  return data;
}

/** Ends the session here and in the service; what is open stays as it is, behind the lock screen. */
export function lock(): void {
  void bodyOf(api.DELETE('/v1/session')).catch((error) => isCutOff(error) && oweEnd());
  void dropKeptSession().catch(() => undefined);
  endSession();
}
