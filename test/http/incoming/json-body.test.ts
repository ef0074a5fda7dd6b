import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testClinic, type TestClinic } from '../../support/clinic.js';
import { testApp, type TestApp } from '../../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
});
afterAll(() => app.close());

const record = (body: Uint8Array<ArrayBuffer>, type = 'application/json') =>
  fetch(`${app.url}/v1/patients`, {
    method: 'POST',
    headers: { 'content-type': type, cookie: clinic.clinician.cookie },
    body,
  });

test('a chart number in another encoding than UTF-8 is refused, not changed', async () => {
  // é is the one byte E9 in Latin-1, and C3 A9 in UTF-8.
  const latin1 = new Uint8Array(Buffer.from('{"chartNumber":"\xE9-1"}', 'latin1'));
  for (const type of ['application/json', 'application/json; charset=latin1']) {
    expect((await record(latin1, type)).status).toBe(400);
  }
  const utf8 = new Uint8Array(Buffer.from('{"chartNumber":"é-1"}'));
  const answer = await record(utf8, 'application/json; charset=utf-8');
  expect(await answer.json()).toMatchObject({ chartNumber: 'é-1' });
});

test('a body that would change the prototype of objects is refused', async () => {
  const body = new Uint8Array(Buffer.from('{"chartNumber":"p-1","__proto__":{"sex":"male"}}'));
  expect((await record(body)).status).toBe(400);
});

test.each([
  ['', 'The body is empty. Send JSON, as the API document describes it. Nothing was saved.'],
  ['{"chartNumber": ', 'The body is not JSON. Nothing was saved.'],
  ['{"__proto__":{}}', 'The body has a field "__proto__" or "constructor", which is not taken. Nothing was saved.'],
])('of the body %j it is said why it was not read', async (body, detail) => {
  const answer = await record(new Uint8Array(Buffer.from(body)));
  expect(await answer.json()).toMatchObject({ type: '/problems/malformed', status: 400, detail });
});
