import type { Role } from '../sessions/actor.js';

/** Who has to sign in with a second factor. */
export const REQUIRED_OF = ['optional', 'directors', 'everybody'] as const;
export type SecondFactorRule = (typeof REQUIRED_OF)[number];

/** What a person may have besides a password: an authenticator app, and a passkey, which is enough alone. */
export type FactorKind = 'app' | 'passkey';

/** Does a clinic with this rule require a second factor of a role? */
export function isRequiredOf(rule: SecondFactorRule, role: Role): boolean {
  return rule === 'everybody' || (rule === 'directors' && role === 'director');
}
