import { useMutation } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client';
import { ApiProblem, isCutOff } from '../api/problem';
import { useDrafts } from '../components/drafts';
import { isOfOutbox } from '../entries/outbox/waiting-entries';
import { useOutbox } from '../entries/outbox/use-outbox';
import { usePerson } from '../components/person';
import { dropAnswers } from '../device/kept-answers';
import { dropKeptSession } from '../device/kept-session';
import { dropPasswordLock } from '../device/password-lock';
import { signOutHere } from '../session/expiry';
import { oweEnd } from '../session/owed-end';

/** Ends the session and deletes what the person typed here and did not save, and all that is kept of what they saw. */
export function useSignOut() {
  const drafts = useDrafts();
  const outbox = useOutbox();
  const { id } = usePerson();
  return useMutation({
    mutationFn: () => bodyOf(api.DELETE('/v1/session')).catch(orEnded),
    onSuccess: async () => {
      drafts.dropAll();
      await Promise.allSettled([outbox.discardAll(), dropKeptSession(), dropPasswordLock(), dropAnswers(id)]);
      signOutHere();
    },
  });
}

/** How many things the person typed that are not saved: forms and fields, and what waits for the service. */
export function useUnsavedCount(): () => number {
  const drafts = useDrafts();
  const outbox = useOutbox();
  return () => drafts.all('').filter(([key]) => !isOfOutbox(key)).length + outbox.all().size;
}

/** A session that has ended already is as good as one that was signed out of. Where nothing answers, the service is told later. */
function orEnded(error: unknown): void {
  if (isCutOff(error)) return oweEnd();
  if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
}
