import type { ApiScope } from '../../src/staff/tokens/scopes.js';
import type { SignedIn } from './clinic.js';

/** A token as it was shown once, and the ids under which it is managed. */
export interface TestToken {
  accountId: string;
  id: string;
  token: string;
  /** The value of the header Authorization. */
  header: string;
}

/** A system account with one token. */
export async function testToken(
  director: SignedIn,
  scopes: readonly ApiScope[],
  validDays = 90,
  name = 'Health record',
): Promise<TestToken> {
  const account = await director.post('/v1/system-accounts', { name }).expect(201);
  const { id: accountId } = account.body as { id: string };
  const made = await director.post(`/v1/system-accounts/${accountId}/tokens`, { scopes, validDays }).expect(201);
  const { id, token } = made.body as { id: string; token: string };
  return { accountId, id, token, header: `Bearer ${token}` };
}
