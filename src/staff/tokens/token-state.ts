import type { ShownToken } from './api-token.repository.js';

/** Whether a token is taken, and if not, why. */
export type TokenState = 'valid' | 'expired' | 'revoked' | 'deactivated';

/** Is the token taken at this instant? What somebody did counts before what time did. */
export function tokenState(
  { revokedAt, accountStatus, expiresAt }: Pick<ShownToken, 'revokedAt' | 'accountStatus' | 'expiresAt'>,
  at: Date,
): TokenState {
  if (revokedAt !== null) return 'revoked';
  if (accountStatus === 'deactivated') return 'deactivated';
  return at >= expiresAt ? 'expired' : 'valid';
}
