import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answer } from '../../support/answer.js';
import { auditedOf } from '../../support/audit.js';
import { setUpAuthenticator, type Authenticator } from '../../support/authenticator.js';
import { testClinic, type SignedIn, type TestClinic } from '../../support/clinic.js';
import { testApp, type TestApp } from '../../support/test-app.js';

const MINUTE = 60_000;
const NOBODY = '019a5c1e-8f00-7000-8000-00000000dead';
let app: TestApp;
let clinic: TestClinic;
let director: SignedIn;
let authenticator: Authenticator;
beforeAll(async () => {
  app = await testApp({ SESSION_IDLE_MINUTES: '60' });
  clinic = await testClinic(app);
  ({ director } = clinic);
  ({ authenticator } = await setUpAuthenticator(app, director));
});
afterAll(() => app.close());

/** What exports, approvals, staff changes and settings answer; none of them changes anything. */
const asked: [string, (person: SignedIn) => ReturnType<SignedIn['get']>][] = [
  ['an export of courses', (person) => person.get('/v1/exports/courses.csv')],
  ['an export of scores', (person) => person.get('/v1/exports/scores.xlsx')],
  ['an export of events', (person) => person.get('/v1/audit-events.csv')],
  ['the same as a workbook', (person) => person.get('/v1/audit-events.xlsx')],
  ['the courses behind a number, as a file', (person) => person.get('/v1/cohorts/courses.csv')],
  ['those as a workbook', (person) => person.get('/v1/cohorts/courses.xlsx')],
  ['an approval', (person) => person.post(`/v1/publications/${NOBODY}/approval`, { contentHash: '0'.repeat(64) })],
  ['an invitation', (person) => person.post('/v1/staff', {})],
  ['a change of a person', (person) => person.patch(`/v1/staff/${NOBODY}`, {}).set('If-Match', '"1"')],
  ['a link for a person', (person) => person.post(`/v1/staff/${NOBODY}/one-time-link`)],
  ['a reset of a second factor', (person) => person.delete(`/v1/staff/${NOBODY}/second-factor`)],
  ['a removal of a link', (person) => person.delete(`/v1/staff/${NOBODY}/sso`)],
  ['a change of settings', (person) => person.patch('/v1/clinic', {}).set('If-Match', '"9"')],
];

describe.each(asked)('%s', (_what, ask) => {
  test('asks for a code that is less than 10 minutes old', async () => {
    const code = await authenticator.nextCode();
    const { headers } = await answer(director.post('/v1/session/second-factor', { code }).expect(204));
    expect(await auditedOf(app, headers)).toMatchObject([{ action: 'second-factor.shown' }]);
    app.clock.advance(10 * MINUTE - 1);
    expect((await ask(director)).status).not.toBe(403);
    app.clock.advance(1);
    const { body } = await answer(ask(director).expect(403));
    expect(body).toMatchObject({ type: '/problems/code-needed-again' });
  });

  test('asks nothing of a director without a second factor', async () => {
    const other = await testClinic(app);
    app.clock.advance(11 * MINUTE);
    expect((await ask(other.director)).status).not.toBe(403);
  });
});

test('what a clinician does all day asks for no code again', async () => {
  const { clinician } = await testClinic(app);
  await setUpAuthenticator(app, clinician);
  app.clock.advance(11 * MINUTE);
  await clinician.post('/v1/patients', { chartNumber: 'A-1' }).expect(201);
  await clinician.get('/v1/courses').expect(200);
});

test('a wrong code opens nothing, and nobody without a second factor can show one', async () => {
  app.clock.advance(11 * MINUTE);
  await director.post('/v1/session/second-factor', { code: '000000' }).expect(422);
  await director.get('/v1/exports/courses.csv').expect(403);
  const { clinician } = await testClinic(app);
  await clinician.post('/v1/session/second-factor', { code: '000000' }).expect(409);
});
