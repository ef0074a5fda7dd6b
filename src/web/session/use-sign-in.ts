import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf, type Schemas } from '../api/client';
import { ApiProblem } from '../api/problem';
import type { Session } from './session';

type Credentials = Pick<Schemas['SignInRequest'], 'email' | 'password'>;

/** A sign-in in one step, or in two where the person has a second factor. Name and password are kept in memory until the second. */
export function useSignIn(onSignedIn: (session: Session) => void) {
  const [waiting, setWaiting] = useState<Credentials | null>(null);
  const send = useMutation({
    mutationFn: (body: Schemas['SignInRequest']) => bodyOf(api.POST('/v1/session', { body })),
    onSuccess: onSignedIn,
    onError: (error, { email, password }) => {
      if (needsCode(error)) setWaiting({ email, password });
    },
  });
  return {
    /** Whether the code is asked for now. */
    asksCode: waiting !== null,
    pending: send.isPending,
    /** Of the step that is shown. */
    error: needsCode(send.error) ? null : send.error,
    signIn: (credentials: Credentials) => send.mutate(credentials),
    sendCode: (code: string) => waiting && send.mutate({ ...waiting, code }),
    back: () => {
      setWaiting(null);
      send.reset();
    },
  };
}

function needsCode(error: Error | null): boolean {
  return error instanceof ApiProblem && error.type === 'second-factor-needed';
}
