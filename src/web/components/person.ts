import { createContext, useContext } from 'react';

/** The person who is signed in, as far as components need it; the session provides it. */
export interface SignedInPerson {
  id: string;
  /** Encrypts what the person typed and did not save. */
  draftKey: string;
  /** Has the session ended while the pages stay open behind the lock screen? */
  signedOut: boolean;
}

export const PersonContext = createContext<SignedInPerson | null>(null);

export function usePerson(): SignedInPerson {
  const person = useContext(PersonContext);
  if (!person) throw new Error('This component is shown only to somebody who is signed in.');
  return person;
}
