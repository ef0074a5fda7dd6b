import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import request from 'supertest';
import { AuditBufferService } from '../../src/audit/audit-buffer.service.js';
import { ROLES, type Role } from '../../src/staff/sessions/actor.js';
import { answer } from '../support/answer.js';
import { auditedOf } from '../support/audit.js';
import { colleague, SignedIn, signIn, testClinic, type TestClinic } from '../support/clinic.js';
import { PasskeyDevice } from '../support/passkey-device.js';
import { addPasskey } from '../support/passkeys.js';
import type { TestApp } from '../support/test-app.js';
import { permissions, type Route } from './permissions.js';
import { addressOf, isWrite, namesAThing, send, sessionOf, thingsOf, type Things } from './requests.js';
import { listedApp } from './routes.js';

let app: TestApp;
let routes: string[];
let own: TestClinic;
let other: TestClinic;
let ownThings: Things;
let otherThings: Things;
beforeAll(async () => {
  ({ app, routes } = await listedApp());
  own = await testClinic(app);
  other = await testClinic(app);
  ownThings = await thingsOf(own);
  otherThings = await thingsOf(other);
});
afterAll(() => app.close());

const all = Object.keys(permissions) as Route[];
const closed = all.filter((route) => permissions[route] !== 'public');
const mayCall = (route: Route, role: Role) => permissions[route].split(' ').includes(role);
const pairs = (allowed: boolean) =>
  closed.flatMap((route) =>
    ROLES.filter((role) => mayCall(route, role) === allowed).map((role) => [role, route] as const),
  );

const REMOVAL = 'DELETE /v1/account/passkeys/:id';

/** Does the route show something of single patients? */
const isRead = (route: Route) => /^GET \/v1\/(patients|courses|safety-notices|cohorts\/courses)/.test(route);

/** The session of a role in the own clinic; a new one where the route would end it, or is for who has a passkey. */
async function as(role: Role, route: Route): Promise<SignedIn> {
  if (route === REMOVAL) return colleague(app, own, role, 'Kim');
  const ends = ['DELETE /v1/session', 'DELETE /v1/account/sessions/:id'].includes(route);
  return ends ? signIn(app, own[role].email) : own[role];
}

/** The ids of what only the person who asks has. */
async function ofThemselves(person: SignedIn, route: Route): Promise<Things> {
  if (route === REMOVAL) return { passkeyId: await addPasskey(person, new PasskeyDevice('http://localhost')) };
  return sessionOf(person);
}
const nobody = () => new SignedIn(app.url, '', '', '');

/** Everything that is kept of a clinic, but who asked for it, and how often something took its turn: a checkpoint does so by itself. */
async function keptOf({ id }: TestClinic): Promise<Record<string, unknown>> {
  const tables = await app.database.owner.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'clinic_id' AND table_name NOT LIKE 'audit_%'
       AND table_name <> 'clinic_lock' ORDER BY 1`,
  );
  const kept: Record<string, unknown> = {};
  for (const { name } of tables) {
    kept[name] = await app.database.owner.query(
      `SELECT t::text AS row FROM ${name} t WHERE clinic_id = $1 ORDER BY 1`,
      [id],
    );
  }
  return kept;
}

test('the table of permissions names every route of the service, and no other', () => {
  const listed = routes.filter((route) => !route.startsWith('HEAD '));
  // Parts of pages have an address once they are built.
  const served = existsSync('dist/web/assets') ? all : all.filter((route) => route !== 'GET /assets/*');
  expect(listed).toEqual([...served].sort());
});

test('a HEAD request is answered where a GET request is, and nowhere else', async () => {
  for (const route of routes.filter((name) => name.startsWith('HEAD '))) {
    const read = route.replace('HEAD ', 'GET ') as Route;
    expect(all).toContain(read);
    if (permissions[read] === 'public') continue;
    const { status } = await request(app.url).head(addressOf(read, ownThings));
    expect([route, status]).toEqual([route, 401]);
  }
});

test('marketing may call nothing but its own account, the settings of the clinic, drafts and claim checks', () => {
  const open = closed.filter((route) => mayCall(route, 'marketing'));
  expect(open.sort()).toEqual([
    'DELETE /v1/account/passkeys/:id',
    'DELETE /v1/account/sessions',
    'DELETE /v1/account/sessions/:id',
    'DELETE /v1/account/sso',
    'DELETE /v1/publications/:id',
    'DELETE /v1/session',
    'GET /v1/account/grants',
    'GET /v1/account/passkeys',
    'GET /v1/account/second-factor',
    'GET /v1/account/sessions',
    'GET /v1/account/sso',
    'GET /v1/clinic',
    'GET /v1/publications',
    'GET /v1/publications/:id',
    'GET /v1/publications/groups',
    'GET /v1/session',
    'PATCH /v1/publications/:id',
    'POST /v1/account/passkeys',
    'POST /v1/account/passkeys/options',
    'POST /v1/account/recovery-codes',
    'POST /v1/account/second-factor',
    'POST /v1/account/second-factor/confirmation',
    'POST /v1/account/second-factor/recovery-codes',
    'POST /v1/account/second-factor/removal',
    'POST /v1/account/sso',
    'POST /v1/account/sso/options',
    'POST /v1/claim-checks',
    'POST /v1/publications',
    'POST /v1/session/second-factor',
    'POST /v1/session/second-factor/passkey',
    'POST /v1/session/second-factor/passkey/options',
    'PUT /v1/account/password',
  ]);
});

test('every route that may change something leaves an event, but those that only compute or need a code, a passkey or a provider', () => {
  const others = closed.filter((route) => !route.startsWith('GET ') && !isWrite(route));
  expect(others).toEqual([
    'POST /v1/session/second-factor',
    'POST /v1/session/second-factor/passkey',
    'POST /v1/session/second-factor/passkey/options',
    'POST /v1/account/second-factor/confirmation',
    'POST /v1/account/second-factor/recovery-codes',
    'POST /v1/account/recovery-codes',
    'POST /v1/account/second-factor/removal',
    'POST /v1/account/passkeys',
    'POST /v1/account/passkeys/options',
    'POST /v1/account/sso',
    'POST /v1/account/sso/options',
    'DELETE /v1/account/sso',
    'DELETE /v1/staff/:id/second-factor',
    'DELETE /v1/staff/:id/sso',
    'POST /v1/publications/groups/editions',
    'POST /v1/publications/:id/approval',
    'POST /v1/publications/:id/withdrawal',
    'POST /v1/claim-checks',
    'POST /v1/imports/readings',
  ]);
});

describe('without signing in', () => {
  test.each(closed)('%s is refused', async (route) => {
    const { status, body } = await answer(send(nobody(), route, ownThings));
    expect([status, body]).toMatchObject([401, { type: '/problems/not-signed-in' }]);
  });

  test.each(all.filter((route) => !closed.includes(route)))('%s is open', async (route) => {
    const { status, body } = await answer(send(nobody(), route, ownThings));
    expect([401, 403, 500]).not.toContain(status);
    expect(JSON.stringify(body)).not.toContain(own.id);
  });
});

describe('a role that is not named', () => {
  test.each(pairs(false))('%s is refused %s', async (role, route) => {
    const before = await keptOf(own);
    const { status, body, headers } = await answer(send(own[role], route, ownThings));
    expect([status, body]).toMatchObject([403, { type: '/problems/not-allowed' }]);
    expect(await keptOf(own)).toEqual(before);
    await app.app.get(AuditBufferService, { strict: false }).flush();
    expect(await auditedOf(app, headers)).toMatchObject([{ action: 'request.refused', staffId: own[role].id }]);
  });
});

describe('a role that is named', () => {
  test.each(pairs(true))('%s may call %s', async (role, route) => {
    const person = await as(role, route);
    const things = isWrite(route) ? await thingsOf(own) : ownThings;
    const { status, headers } = await send(person, route, { ...things, ...(await ofThemselves(person, route)) });
    if (isWrite(route)) {
      expect([200, 201, 204]).toContain(status);
      expect(await auditedOf(app, headers)).toMatchObject([{ staffId: person.id, address: '127.0.0.1' }]);
    }
    expect([401, 403, 404, 500]).not.toContain(status);
    if (!isRead(route) || status >= 300) return;
    await app.app.get(AuditBufferService, { strict: false }).flush();
    const subject = /\/:(id|patientId|courseId)/.test(route) ? expect.any(String) : null;
    expect(await auditedOf(app, headers)).toMatchObject([{ staffId: person.id, subjectId: subject }]);
  });

  test.each(pairs(true))('%s changes and sees nothing of another clinic by %s', async (role, route) => {
    const before = await keptOf(other);
    const { status, text, body } = await answer(send(await as(role, route), route, otherThings));
    expect(await keptOf(other)).toEqual(before);
    // A picture comes as bytes.
    const said = text ?? (body as Buffer).toString();
    if (namesAThing(route)) expect(status).toBe(404);
    const leaked = [other.id, other.name, ...Object.values(otherThings)].filter((secret) => said.includes(secret));
    // A block says of each entry which course was sent.
    expect(leaked).toEqual(route === 'PUT /v1/assessments' ? [otherThings.courseId] : []);
  });
});
