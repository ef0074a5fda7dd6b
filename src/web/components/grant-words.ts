import type { Schemas } from '../api/client';
import { showInstant } from './dates';

const WHAT: Record<Schemas['AccessGrantResponse']['kind'], string> = {
  invitation: 'Invited',
  'password-reset': 'Password chosen by a link made',
  'sso-link': 'Single sign-on linked by a link made',
  role: 'Role given',
  activation: 'Activated again',
  'second-factor-reset': 'Second factor removed',
  'sso-removal': 'Single sign-on link removed',
};

/** By whom a person came to their access, and when. */
export function grantWords(grant: Schemas['AccessGrantResponse'], timeZone: string): string {
  const { kind, madeBy, madeAt, takenUpAt } = grant;
  const made = `${WHAT[kind]} by ${makerOf(madeBy)}, ${showInstant(madeAt, timeZone)}`;
  return takenUpAt === madeAt ? made : `${made}; link used ${showInstant(takenUpAt, timeZone)}`;
}

function makerOf(madeBy: string | null): string {
  return madeBy ?? 'the person who runs the server';
}
