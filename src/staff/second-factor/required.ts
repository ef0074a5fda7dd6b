import type { Role } from '../sessions/actor.js';

/** Who has to sign in with a second factor. */
export const REQUIRED_OF = ['optional', 'directors', 'everybody'] as const;
export type SecondFactorRule = (typeof REQUIRED_OF)[number];

/**
 * What a person may have besides a password: an authenticator app, whose recovery codes go with it, and a passkey, which is enough alone.
 * `recovery-code` is for who has passkeys and no app, and codes for the day without them.
 */
export type FactorKind = 'app' | 'passkey' | 'recovery-code';

/** Does a clinic with this rule require a second factor of a role? */
export function isRequiredOf(rule: SecondFactorRule, role: Role): boolean {
  return rule === 'everybody' || (rule === 'directors' && role === 'director');
}
