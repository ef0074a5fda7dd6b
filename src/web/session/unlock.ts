import type { QueryClient } from '@tanstack/react-query';
import { dropPasswordLock, lockWithPassword, openWithPassword, preparePassword } from '../device/password-lock';
import { noteUse } from './expiry';
import { sessionQuery, type Session } from './session';
import { longestOf, sessionLater } from './without-connection';

const KEPT = 'What you typed is kept on this device, and saved once you have signed in again.';
const WHEN_BACK = `Sign in when the connection is back. ${KEPT}`;

/** Begins to lock sessions with a password. @returns What locks one; where this browser keeps nothing, nothing happens. */
export function passwordLockOf(password: string): (session: Session) => Promise<void> {
  const preparing = preparePassword(password).catch(() => null);
  return async (session) => {
    const prepared = await preparing;
    // Who has to set up a second factor first has nothing open that could be locked.
    if (prepared === null || session.secondFactorMissing) return;
    const { id: staffId, email } = session.staff;
    const content = { staffId, email, value: session, until: Date.now() + longestOf(session) };
    await lockWithPassword(content, prepared).catch(() => undefined);
  };
}

/** The session is locked with a new password from here on, and no longer with the one before. */
export async function lockWithNewPassword(client: QueryClient, password: string): Promise<void> {
  const { data, dataUpdatedAt } = client.getQueryState<Session | null>(sessionQuery.queryKey) ?? {};
  await dropPasswordLock().catch(() => undefined);
  if (data && dataUpdatedAt !== undefined) await passwordLockOf(password)(sessionLater(data, dataUpdatedAt));
}

/**
 * Lets a person in where nothing answers, with the password of the last sign-in on this device, for as long as that session
 * would last. Which session the service knows is asked when it answers again.
 * @throws Error that says why not, and what to do.
 */
export async function unlockWithoutConnection({
  email,
  password,
}: {
  email: string;
  password: string;
}): Promise<Session> {
  const opened = await openWithPassword<Session>(email, password).catch(() => ({ kind: 'nothing' }) as const);
  if (opened.kind === 'opened') {
    noteUse();
    return sessionLater(opened.value, opened.at);
  }
  throw new Error(`The service can’t be reached. ${wordsOf(opened)}`);
}

function wordsOf(opened: Exclude<Awaited<ReturnType<typeof openWithPassword>>, { kind: 'opened' }>): string {
  if (opened.kind === 'nothing') {
    return `Without it this device lets in only who signed in with a password before, for as long as that session lasts. ${WHEN_BACK}`;
  }
  if (opened.kind === 'another-person') {
    return `Without it this device lets in only the person who signed in last with a password. ${WHEN_BACK}`;
  }
  const { triesLeft } = opened;
  if (triesLeft === 0) return `That was not the password either, and this device takes no more tries. ${WHEN_BACK}`;
  const tries = triesLeft === 1 ? 'One more try is' : `${triesLeft} more tries are`;
  return `That is not the password with which you signed in here last. ${tries} left without a connection. ${KEPT}`;
}
