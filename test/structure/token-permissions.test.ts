import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AuditBufferService } from '../../src/audit/audit-buffer.service.js';
import { SCOPE_NAMES, type ApiScope } from '../../src/staff/tokens/scopes.js';
import { answer } from '../support/answer.js';
import { auditedOf } from '../support/audit.js';
import { SignedIn, testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { testToken, type TestToken } from '../support/tokens.js';
import { permissions, scopes, type Route } from './permissions.js';
import { isWrite, namesAThing, send, thingsOf, type Things } from './requests.js';

let app: TestApp;
let own: TestClinic;
let ownThings: Things;
let otherThings: Things;
let everything: TestToken;
let tokens: Record<ApiScope | 'expired' | 'revoked' | 'deactivated', TestToken>;

beforeAll(async () => {
  app = await testApp();
  own = await testClinic(app);
  const other = await testClinic(app);
  ownThings = await thingsOf(own);
  otherThings = await thingsOf(other);
  const { director } = own;
  const made: Partial<typeof tokens> = {};
  for (const scope of SCOPE_NAMES) made[scope] = await testToken(director, [scope]);
  everything = await testToken(director, SCOPE_NAMES);
  made.expired = await testToken(director, SCOPE_NAMES, 1);
  made.revoked = await testToken(director, SCOPE_NAMES);
  await director.delete(`/v1/api-tokens/${made.revoked.id}`).expect(204);
  made.deactivated = await testToken(director, SCOPE_NAMES);
  await director
    .patch(`/v1/system-accounts/${made.deactivated.accountId}`, { status: 'deactivated' })
    .set('If-Match', '"1"')
    .expect(200);
  tokens = made as typeof tokens;
});
afterAll(() => app.close());

const closed = (Object.keys(permissions) as Route[]).filter((route) => permissions[route] !== 'public');
const open = closed.filter((route) => scopes[route]);
const askWith = ({ header }: TestToken, route: Route, things: Things) =>
  send(new SignedIn(app.url, '', '', ''), route, things).set('Authorization', header);

/** What is kept of the request with this answer, once what waits is written. */
async function audited(headers: unknown) {
  await app.app.get(AuditBufferService, { strict: false }).flush();
  return auditedOf(app, headers);
}

test('a scope is a part of what its role may do, and only what directors see alone is seen of one', () => {
  const role = { 'scores:write': 'clinician', 'outcomes:read': 'director', 'published:read': 'marketing' };
  for (const route of open) {
    expect(permissions[route].split(' ')).toContain(role[scopes[route] as keyof typeof role] ?? 'director');
  }
});

describe('a token with the scope', () => {
  test.each(open)('opens %s', async (route) => {
    const things = isWrite(route) ? await thingsOf(own) : ownThings;
    const token = tokens[scopes[route]!];
    const { status, headers } = await askWith(token, route, things);
    expect([401, 403, 404, 500]).not.toContain(status);
    if (!isWrite(route)) return;
    expect(await audited(headers)).toMatchObject([{ staffId: token.accountId, address: '127.0.0.1' }]);
  });

  test.each(open.filter(namesAThing))('sees nothing of another clinic by %s', async (route) => {
    const { status } = await askWith(everything, route, otherThings);
    expect(status).toBe(404);
  });
});

describe('a token without the scope', () => {
  const pairs = open.flatMap((route) =>
    SCOPE_NAMES.filter((scope) => scope !== scopes[route]).map((scope) => [scope, route] as const),
  );

  test.each(pairs)('%s is refused %s', async (scope, route) => {
    const { status, body, headers } = await answer(askWith(tokens[scope], route, ownThings));
    expect([status, body]).toMatchObject([403, { type: '/problems/not-allowed' }]);
    expect(headers['www-authenticate']).toContain(`error="insufficient_scope", scope="${scopes[route]}"`);
    expect(await audited(headers)).toMatchObject([{ action: 'request.refused', staffId: tokens[scope].accountId }]);
  });

  test.each(closed.filter((route) => !scopes[route]))('every scope together is refused %s', async (route) => {
    const { status, body } = await answer(askWith(everything, route, ownThings));
    expect([status, body]).toMatchObject([403, { type: '/problems/not-allowed' }]);
  });
});

describe.each(['revoked', 'deactivated', 'expired'] as const)('a token that is %s', (state) => {
  beforeAll(() => {
    if (state === 'expired') app.clock.advance(24 * 60 * 60_000);
  });

  test.each(open)('is refused %s', async (route) => {
    const { status, body, headers } = await answer(askWith(tokens[state], route, ownThings));
    expect([status, body]).toMatchObject([401, { type: '/problems/not-signed-in' }]);
    expect(headers['www-authenticate']).toContain('error="invalid_token"');
    const refused = { action: 'api-token.refused', staffId: tokens[state].accountId };
    expect(await audited(headers)).toMatchObject([refused]);
  });
});
