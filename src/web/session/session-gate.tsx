import { Box } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, type ReactNode } from 'react';
import { onSecondFactorRequired } from '../api/client';
import { cutOffSince, onConnectionChange } from '../api/connection';
import { keepAnswersFor } from '../api/kept-fetch';
import { isNotSession, queryKeys } from '../api/query-keys';
import { Drafts, dropOldDrafts } from '../components/drafts';
import { PersonContext } from '../components/person';
import { dropOldAnswers } from '../device/kept-answers';
import { dropOldWaiting } from '../device/waiting-store';
import { dropOldPasswordLock } from '../device/password-lock';
import { beginSession, onBegunElsewhere, useSessionEnded } from './expiry';
import { LockScreen } from './lock-screen';
import { forgetOwedEnd } from './owed-end';
import { keepOnDevice, sessionQuery, type Session } from './session';
import { NoServicePage, SignInPage, WaitingPage } from './signed-out-pages';

const HOUR = 60 * 60_000;
const READ_AGAIN_AFTER = 10_000;

/** Shows its pages to somebody who is signed in. When the session ends they stay, hidden, until the same person is back. */
export function SessionGate({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { data, error, isPending, refetch } = useQuery(sessionQuery);
  const ended = useSessionEnded();

  const begin = (session: Session) => {
    forgetOwedEnd();
    keepOnDevice(session);
    // Nothing of one person's session is left for another.
    if (data && data.staff.id !== session.staff.id) return window.location.reload();
    client.setQueryData(queryKeys.session, session);
    beginSession();
    void client.invalidateQueries({ predicate: isNotSession });
  };

  const compare = async () => {
    const { data: now } = await refetch();
    // Another person begins with an empty page; the same one goes on.
    if (now?.staff.id !== data?.staff.id) window.location.reload();
    else if (ended) beginSession();
  };
  useEffect(() => onBegunElsewhere(() => void compare()));

  useEffect(() => onSecondFactorRequired(() => void refetch()), [refetch]);

  useTidyDevice(data ?? null);
  useReadAgain();

  if (isPending) return <WaitingPage />;
  if (error && !data) return <NoServicePage error={error} retry={() => void refetch()} onSignedIn={begin} />;
  if (!data) return <SignInPage onSignedIn={begin} />;
  return (
    <PersonContext value={{ id: data.staff.id, draftKey: data.draftKey, signedOut: ended }}>
      {ended && <LockScreen person={data.staff} onSignedIn={begin} />}
      <Box key={data.staff.id} hidden={ended} inert={ended}>
        {children}
        <div id="overlays" />
      </Box>
    </PersonContext>
  );
}

/** What was typed and not saved stays on the device for a day, and only encrypted. */
function useTidyDevice(session: Session | null): void {
  const { id = null } = session?.staff ?? {};
  const { draftKey = null } = session ?? {};
  // Before the pages read their drafts.
  useMemo(() => {
    if (id === null || draftKey === null) return;
    new Drafts(id, draftKey).takeOver();
    keepAnswersFor(id, draftKey);
  }, [id, draftKey]);
  useEffect(() => {
    const tidy = () => {
      dropOldDrafts();
      void Promise.all([dropOldAnswers(), dropOldWaiting(), dropOldPasswordLock()]).catch(() => undefined);
    };
    tidy();
    const timer = setInterval(tidy, HOUR);
    return () => clearInterval(timer);
  }, []);
}

/** What is shown of before is read again as soon as something answers; where only some is answered, not without end. */
function useReadAgain(): void {
  const client = useQueryClient();
  useEffect(() => {
    let wasCutOff = cutOffSince() !== null;
    let notBefore = 0;
    let timer: number | undefined;
    const readAgain = () => {
      timer = undefined;
      notBefore = Date.now() + READ_AGAIN_AFTER;
      void client.invalidateQueries();
    };
    const stop = onConnectionChange(() => {
      const isBack = wasCutOff && cutOffSince() === null;
      wasCutOff = cutOffSince() !== null;
      if (isBack) timer ??= window.setTimeout(readAgain, notBefore - Date.now());
    });
    const ask = () => {
      if (cutOffSince() !== null) void client.refetchQueries({ queryKey: queryKeys.session });
    };
    for (const kind of ['online', 'focus']) window.addEventListener(kind, ask);
    return () => {
      stop();
      clearTimeout(timer);
      for (const kind of ['online', 'focus']) window.removeEventListener(kind, ask);
    };
  }, [client]);
}
