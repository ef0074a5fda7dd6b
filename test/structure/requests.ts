import { v7 } from 'uuid';
import { PASSWORD, testCourse, type SignedIn, type TestClinic } from '../support/clinic.js';
import type { Route } from './permissions.js';

/** Ids of one thing of each kind that a clinic keeps, by the parameter that names it in an address. */
export type Things = Record<string, string>;

/** A clinic with a patient, a course, a score that opened a safety notice, a draft, and somebody to manage. */
export async function thingsOf({ director, clinician, marketing }: TestClinic): Promise<Things> {
  const { patientId, courseId, chartNumber } = await testCourse(clinician);
  const answers = [3, 3, 2, 0, 3, 0, 2, 2, 3, 3, 3, 3, 3, 2, 1, 2, 3, 3];
  const score = { answers, assessedOn: '2026-03-02' };
  const recorded = await clinician
    .put(`/v1/courses/${courseId}/assessments/infusion-1`, score)
    .set('If-None-Match', '*')
    .expect(201);
  const draft = await marketing.post('/v1/publications', { ...DRAFT, slug: `outcomes-${v7()}` }).expect(201);
  const invitation = await director
    .post('/v1/staff', { name: 'Lee', email: `lee-${courseId}@example.org`, role: 'clinician' })
    .expect(201);
  await director
    .post('/v1/imports?commit=true&columns=chart_number,date_1,score_1')
    .set('Content-Type', 'text/csv')
    .send('Number,When,Points\nM-1,2026-03-02,40\n')
    .expect(200);
  const account = await director.post('/v1/system-accounts', { name: 'Health record' }).expect(201);
  const { id: accountId } = account.body as { id: string };
  const token = await director.post(`/v1/system-accounts/${accountId}/tokens`, TOKEN).expect(201);
  const mappings = await director.get('/v1/imports/mappings').expect(200);
  return {
    ...(await sessionOf(clinician)),
    mappingId: (mappings.body as { items: { id: string }[] }).items[0]?.id ?? '',
    accountId,
    tokenId: (token.body as { id: string }).id,
    patientId,
    courseId,
    chartNumber,
    noticeId: (recorded.body as { safetyNotice: { id: string } }).safetyNotice.id,
    publicationId: (draft.body as { id: string }).id,
    staffId: (invitation.body as { staff: { id: string } }).staff.id,
  };
}

/** The id of the session with which a person asks. */
export async function sessionOf(person: SignedIn): Promise<Things> {
  const answer = await person.get('/v1/account/sessions').expect(200);
  const { items } = answer.body as { items: { id: string; current: boolean }[] };
  return { sessionId: items.find(({ current }) => current)?.id ?? '' };
}

const DRAFT = {
  title: 'Outcomes of 2026',
  slug: 'outcomes-of-2026',
  period: '2025',
  figures: ['starters.response'],
  charts: [],
};

const TOKEN = { scopes: ['outcomes:read'], validDays: 90 };

const OWNERS: [RegExp, string][] = [
  [/^\/v1\/patients\/:id/, 'patientId'],
  [/^\/v1\/courses\/:id/, 'courseId'],
  [/^\/v1\/staff\/:id/, 'staffId'],
  [/^\/v1\/system-accounts\/:id/, 'accountId'],
  [/^\/v1\/api-tokens\/:id/, 'tokenId'],
  [/^\/v1\/publications\/:id/, 'publicationId'],
  [/^\/v1\/imports\/mappings\/:id/, 'mappingId'],
  [/^\/v1\/safety-notices\/:id/, 'noticeId'],
  [/^\/v1\/account\/sessions\/:id/, 'sessionId'],
  [/^\/v1\/account\/passkeys\/:id/, 'passkeyId'],
  [/^\/v1\/published\/snapshots\/:id/, 'snapshotId'],
];
const WORDS: Record<string, string> = {
  slot: 'infusion-1',
  name: 'trajectory',
  type: 'not-found',
  slug: 'no-such-publication',
  snapshotId: '019a5c1e-8f00-7000-8000-00000000dead',
  passkeyId: '019a5c1e-8f00-7000-8000-00000000dead',
  version: '1',
  '*': 'index.css',
};

/** The address of a route with the ids of a clinic's things in it. */
export function addressOf(route: Route, things: Things): string {
  const path = route.split(' ')[1] ?? '';
  return path.replace(/:(\w+)|\*/g, (whole: string, parameter: string = whole) => thingAt(path, parameter, things));
}

/** What a parameter of a path is, among a clinic's things. */
export function thingAt(path: string, parameter: string, things: Things): string {
  const owner = OWNERS.find(([pattern]) => parameter === 'id' && pattern.test(path))?.[1];
  const key = owner ?? parameter;
  const value = things[key] ?? WORDS[key];
  if (value === undefined) throw new Error(`Say in requests.ts what ${parameter} is in ${path}.`);
  return value;
}

/** Does the address of the route name a thing that belongs to a clinic? */
export function namesAThing(route: Route): boolean {
  return /:(id|\w+Id)\b/.test(route);
}

interface Sent {
  body: object | string;
  headers: Record<string, string>;
  /** Behind the address. */
  query?: string;
}

const SIGNED = { id: 'AAAA', clientDataJSON: 'e30', authenticatorData: 'AAAA', signature: 'AAAA', userHandle: 'AAAA' };

const whole = (body: object, headers: Record<string, string> = {}): Sent => ({ body, headers });
const change = (body: object, version: number) => whole(body, { 'If-Match': `"${version}"` });

/** For each route that writes something that would be saved, were it allowed. */
const WRITES: Partial<Record<Route, Sent | ((things: Things) => Sent)>> = {
  'DELETE /v1/session': whole({}),
  'DELETE /v1/account/sessions': whole({}),
  'DELETE /v1/account/sessions/:id': whole({}),
  'DELETE /v1/account/passkeys/:id': whole({}),
  'POST /v1/staff': () => whole({ name: 'Kim', email: `kim-${v7()}@example.org`, role: 'clinician' }),
  'POST /v1/staff/:id/one-time-link': whole({}),
  'POST /v1/system-accounts': whole({ name: 'Registry' }),
  'PATCH /v1/system-accounts/:id': change({ name: 'Written by a test' }, 1),
  'POST /v1/system-accounts/:id/tokens': whole(TOKEN),
  'DELETE /v1/api-tokens/:id': whole({}),
  'POST /v1/patients': () => whole({ chartNumber: v7() }),
  'PUT /v1/assessments': ({ courseId }) =>
    whole({ entries: [{ courseId, slot: 'infusion-2', ifMatch: null, total: 30, assessedOn: '2026-03-05' }] }),
  'POST /v1/imports': () => ({
    body: `chart_number,date_1,score_1\n${v7()},2026-03-02,40\n`,
    headers: { 'Content-Type': 'text/csv' },
    query: '?commit=true',
  }),
  'DELETE /v1/imports/mappings/:id': whole({}),
  'POST /v1/account/second-factor': whole({}),
  'PUT /v1/account/password': whole({ currentPassword: PASSWORD, newPassword: PASSWORD }),
  'PATCH /v1/clinic': change({ crisisResources: [{ label: 'Lifeline', contact: '988' }] }, 1),
  'PATCH /v1/staff/:id': change({ name: 'Written by a test' }, 1),
  'PATCH /v1/patients/:id': change({ initials: 'ZZ' }, 1),
  'PATCH /v1/courses/:id': change({ indication: 'ptsd' }, 1),
  'POST /v1/patients/:patientId/courses': whole({ kind: 'maintenance', startedOn: '2026-03-19' }),
  'PUT /v1/courses/:courseId/assessments/:slot': change(
    { total: 9, assessedOn: '2026-03-02', amendmentReason: 'typing error' },
    1,
  ),
  'POST /v1/safety-notices/:id/acknowledgement': whole({ actionTaken: 'Talked to the patient' }),
  'POST /v1/publications': whole(DRAFT),
  'PATCH /v1/publications/:id': change({ title: 'Written by a test' }, 1),
  'DELETE /v1/publications/:id': change({}, 1),
};

/** For each route that saves nothing of what is well-formed: a draft of one course can't become public, a code is of an app and a signature of a device. Their events are looked for in test/publications and test/staff. */
const UNSAVED: Partial<Record<Route, Sent>> = {
  'POST /v1/account/second-factor/confirmation': whole({ code: '000000' }),
  'POST /v1/account/second-factor/recovery-codes': whole({ code: '000000' }),
  'POST /v1/account/recovery-codes': whole({}),
  'POST /v1/account/second-factor/removal': whole({ code: '000000' }),
  'POST /v1/session/second-factor': whole({ code: '000000' }),
  'POST /v1/session/second-factor/passkey': whole(SIGNED),
  'POST /v1/session/passkey': whole(SIGNED),
  'POST /v1/account/sso': whole({ search: 'code=c&state=s' }),
  'POST /v1/account/passkeys': whole({ name: 'Laptop', clientDataJSON: 'e30', attestationObject: 'AAAA' }),
  'POST /v1/publications/:id/approval': whole({ contentHash: '0'.repeat(64) }),
  'POST /v1/publications/:id/withdrawal': whole({ reason: 'An error' }),
  'POST /v1/publications/groups/editions': whole({}),
  'POST /v1/claim-checks': whole({ text: 'Scores fell by 68 %.' }),
};

/** Is there a request of the route above that is saved where it is allowed? */
export function isWrite(route: Route): boolean {
  return WRITES[route] !== undefined;
}

/** Sends a route's request as a person, or as nobody with an empty cookie; with other fields in place of its own. */
export function send(person: SignedIn, route: Route, things: Things, others: object = {}) {
  const [method = 'GET'] = route.split(' ');
  const written = WRITES[route];
  const sent = (typeof written === 'function' ? written(things) : written) ?? UNSAVED[route] ?? whole({});
  const { headers, query = '' } = sent;
  const body = typeof sent.body === 'string' ? sent.body : { ...sent.body, ...others };
  const address = addressOf(route, things) + query;
  const verbs = {
    GET: () => person.get(address),
    POST: () => person.post(address, body),
    PUT: () => person.put(address, body),
    PATCH: () => person.patch(address, body),
    DELETE: () => person.delete(address),
  };
  return verbs[method as keyof typeof verbs]().set(headers);
}
