import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client';
import { ApiProblem, isCutOff } from '../api/problem';
import { useDrafts } from '../components/drafts';
import { isOfOutbox } from '../entries/outbox/waiting-entries';
import { useOutbox } from '../entries/outbox/use-outbox';
import { usePerson } from '../components/person';
import { ProblemNotice } from '../components/problem-notice';
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

interface Props {
  /** How many things are typed and not saved. */
  unsaved: number;
  signOut: ReturnType<typeof useSignOut>;
  onClose: () => void;
}

/** Asks before what is typed and not saved is deleted. */
export function SignOutDialog({ unsaved, signOut, onClose }: Props) {
  const what = unsaved === 1 ? 'One thing that you typed here is' : `${unsaved} things that you typed here are`;
  return (
    <Modal opened onClose={onClose} title="Sign out and delete what is not saved?">
      <Stack>
        <Text>
          {what} not saved yet. Signing out deletes {unsaved === 1 ? 'it' : 'them'} from this device.
        </Text>
        {signOut.error && <ProblemNotice error={signOut.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            Stay signed in
          </Button>
          <Button loading={signOut.isPending} onClick={() => signOut.mutate()}>
            Delete and sign out
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** A session that has ended already is as good as one that was signed out of. Where nothing answers, the service is told later. */
function orEnded(error: unknown): void {
  if (isCutOff(error)) return oweEnd();
  if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
}
