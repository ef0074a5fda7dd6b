import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf, type Schemas } from '../api/client';
import { patience } from '../api/patience';
import { ApiProblem, isCutOff, type Problem } from '../api/problem';
import type { Session } from './session';
import { passwordLockOf, unlockWithoutConnection } from './unlock';

export type SecondStepKind = NonNullable<Problem['factors']>[number];
/** So long a sign-in waits for the service before the password is tried on this device. */
const PATIENCE = 15_000;

type Credentials = Pick<Schemas['SignInRequest'], 'email' | 'password'>;

/** A sign-in in one step, or in two where the person has a second factor. Name and password are kept in memory until the second. */
export function useSignIn(onSignedIn: (session: Session) => void) {
  const [waiting, setWaiting] = useState<(Credentials & { factors: readonly SecondStepKind[] }) | null>(null);
  const send = useMutation({
    mutationFn: signInOrUnlock,
    onSuccess: onSignedIn,
    onError: (error, { email, password }) => {
      const factors = factorsNeeded(error);
      if (factors) setWaiting({ email, password, factors });
    },
  });
  return {
    /** What the second step asks for; null while that is not needed. */
    factors: waiting?.factors ?? null,
    pending: send.isPending,
    /** Of the step that is shown. */
    error: factorsNeeded(send.error) ? null : send.error,
    signIn: (credentials: Credentials) => send.mutate(credentials),
    sendCode: (code: string) => waiting && send.mutate({ email: waiting.email, password: waiting.password, code }),
    back: () => {
      setWaiting(null);
      send.reset();
    },
  };
}

/** By the service, which locks the session here with the password too; where nothing answers, by what is locked so. */
async function signInOrUnlock(body: Schemas['SignInRequest']): Promise<Session> {
  const lock = passwordLockOf(body.password);
  try {
    const session = await bodyOf(api.POST('/v1/session', { body, signal: patience(PATIENCE) }));
    await lock(session);
    return session;
  } catch (error) {
    if (!isCutOff(error)) throw error;
    return unlockWithoutConnection(body);
  }
}

export function factorsNeeded(error: Error | null): readonly SecondStepKind[] | null {
  if (!(error instanceof ApiProblem) || error.type !== 'second-factor-needed') return null;
  return error.problem.factors ?? ['app'];
}
