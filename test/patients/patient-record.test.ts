import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
let other: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
  other = await testClinic(app);
});
afterAll(() => app.close());

interface Body {
  id: string;
  errors: { pointer: string; rule: string; message: string }[];
}
const bodyOf = (answer: { body: unknown }) => answer.body as Body;
const pointersOf = (body: Body) => [...new Set(body.errors.map(({ pointer }) => pointer))];

const admit = async (chartNumber: string, rest: object = {}) => {
  const body = bodyOf(await clinic.clinician.post('/v1/patients', { chartNumber, ...rest }).expect(201));
  return body;
};

test('a patient is a chart number; initials, birth year and sex may be left out', async () => {
  const bare = await clinic.clinician.post('/v1/patients', { chartNumber: 'R-1' }).expect(201);
  expect(bare.body).toMatchObject({ chartNumber: 'R-1', initials: null, birthYear: null });
  expect(bare.body).toMatchObject({ sex: null, version: 1 });
  const { id } = bodyOf(bare);
  expect(bare.headers).toMatchObject({ etag: '"1"', location: `/v1/patients/${id}` });
  const read = await clinic.clinician.get(`/v1/patients/${id}`).expect(200);
  expect(read.body).toEqual(bare.body);
  expect(read.headers.etag).toBe('"1"');
});

test('nothing else that identifies a patient is taken, and the refusal names each such field', async () => {
  const body = bodyOf(
    await clinic.clinician
      .post('/v1/patients', { chartNumber: 'R-2', name: 'Jane Doe', email: 'jane@example.org' })
      .expect(422),
  );
  expect(body.errors).toEqual([
    { pointer: '/name', rule: 'unknown', message: 'There is no field named name here.' },
    { pointer: '/email', rule: 'unknown', message: 'There is no field named email here.' },
  ]);
  const list = await clinic.clinician.get('/v1/patients?chartNumber=R-2').expect(200);
  expect(list.body).toEqual({ items: [], next: null });
});

const UNSEEN = ['\u034f', '\u115f', '\u3164', '\u2800', '\ufe0f', '\u200d', '\u17b4'].map((sign) => `R-${sign}3`);

test.each(['\u200b', 'R-3\u200b', '\u202eR-3', 'R\u20283', ...UNSEEN])(
  'a chart number with a character that nobody sees is refused: %j',
  async (chartNumber) => {
    const body = bodyOf(await clinic.clinician.post('/v1/patients', { chartNumber }).expect(422));
    expect(pointersOf(body)).toEqual(['/chartNumber']);
  },
);

test('initials are letters that are seen', async () => {
  for (const initials of ['\u3164', 'J\u115f']) {
    const sent = clinic.clinician.post('/v1/patients', { chartNumber: 'R-9', initials });
    expect(pointersOf(bodyOf(await sent.expect(422)))).toEqual(['/initials']);
  }
});

test('white space around a chart number does not make another patient', async () => {
  expect(await admit('  R-3 \t')).toMatchObject({ chartNumber: 'R-3' });
  await clinic.clinician.post('/v1/patients', { chartNumber: 'R-3' }).expect(409);
});

test('two clinics may use the same chart number, one clinic only once', async () => {
  await admit('R-4');
  await other.clinician.post('/v1/patients', { chartNumber: 'R-4' }).expect(201);
  const body = bodyOf(
    await clinic.director
      .post('/v1/patients', { chartNumber: 'R-4' })
      .expect(409)
      .expect('content-type', /^application\/problem\+json/),
  );
  expect(body).toMatchObject({ type: '/problems/conflict', status: 409 });
});

test('of ten receptions that admit one chart number at once, one succeeds', async () => {
  const statuses = await Promise.all(
    Array.from({ length: 10 }, () =>
      clinic.clinician.post('/v1/patients', { chartNumber: 'R-5' }).then(({ status }) => status),
    ),
  );
  expect(statuses.sort()).toEqual([201, ...Array<number>(9).fill(409)]);
});

test('all faults of a new patient are named at once', async () => {
  const body = bodyOf(
    await clinic.clinician
      .post('/v1/patients', { chartNumber: ' ', initials: 'Jane Doe', birthYear: '81', sex: 'F' })
      .expect(422),
  );
  expect(pointersOf(body)).toEqual(['/chartNumber', '/initials', '/birthYear', '/sex']);
});

describe('a chart number that can’t be one is refused with a sentence', () => {
  test.each([
    ['left out', undefined],
    ['null', null],
    ['a number', 1042],
    ['blank', '   '],
    ['a list', ['A']],
    ['41 letters', 'A'.repeat(41)],
    ['two lines', 'A\n1'],
    ['an end-of-text character', 'A\u00001'],
    // As one character on screen, but 41 for the database: a snowman with a variation selector.
    ['41 code points', `${'☃\uFE0F'.repeat(20)}A`],
  ])('%s', async (_what, chartNumber) => {
    const body = bodyOf(await clinic.clinician.post('/v1/patients', { chartNumber }).expect(422));
    expect(pointersOf(body)).toEqual(['/chartNumber']);
  });
});

test('a chart number may have 40 characters of any script', async () => {
  const chartNumber = '患者№'.padEnd(40, 'é');
  expect(await admit(chartNumber)).toMatchObject({ chartNumber });
  expect(await admit('👩🏽‍🦱'.repeat(2))).toMatchObject({ version: 1 });
});

test('nobody is born after this year, by the calendar of the clinic', async () => {
  await admit('R-6', { birthYear: 1900 });
  await admit('R-7', { birthYear: 2026 });
  for (const birthYear of [1899, 2027, 19.5, '1980']) {
    const body = bodyOf(await clinic.clinician.post('/v1/patients', { chartNumber: 'R-8', birthYear }).expect(422));
    expect(pointersOf(body)).toEqual(['/birthYear']);
  }
});

describe('a correction', () => {
  test('changes what is sent, keeps the rest, and makes a new version', async () => {
    const { id } = await admit('C-1', { initials: 'JD', birthYear: 1981, sex: 'female' });
    const answer = await clinic.clinician
      .patch(`/v1/patients/${id}`, { birthYear: 1982 })
      .set('If-Match', '"1"')
      .expect(200);
    const kept = { chartNumber: 'C-1', initials: 'JD', sex: 'female' };
    expect(answer.body).toMatchObject({ ...kept, birthYear: 1982, version: 2 });
    expect(answer.headers.etag).toBe('"2"');
  });

  test('with null clears initials, birth year and sex, but a chart number can’t be cleared', async () => {
    const { id } = await admit('C-2', { initials: 'KE', birthYear: 1981, sex: 'female' });
    const cleared = await clinic.clinician
      .patch(`/v1/patients/${id}`, { initials: null, birthYear: null, sex: null })
      .set('If-Match', '"1"')
      .expect(200);
    expect(cleared.body).toMatchObject({ chartNumber: 'C-2', initials: null, birthYear: null });
    const refused = await clinic.clinician
      .patch(`/v1/patients/${id}`, { chartNumber: null })
      .set('If-Match', '"2"')
      .expect(422);
    expect(pointersOf(bodyOf(refused))).toEqual(['/chartNumber']);
  });

  test('to the chart number of another patient is a conflict', async () => {
    const { id } = await admit('C-3');
    await admit('C-4');
    const path = `/v1/patients/${id}`;
    await clinic.clinician.patch(path, { chartNumber: 'C-4' }).set('If-Match', '"1"').expect(409);
    await clinic.clinician.patch(path, { chartNumber: 'C-3' }).set('If-Match', '"1"').expect(200);
  });

  test('to a birth year after this one is refused', async () => {
    const { id } = await admit('C-5');
    await clinic.clinician.patch(`/v1/patients/${id}`, { birthYear: 2027 }).set('If-Match', '"1"').expect(422);
  });

  test('without the version that was seen is refused', async () => {
    const { id } = await admit('C-6');
    const path = `/v1/patients/${id}`;
    await clinic.clinician.patch(path, { sex: 'male' }).expect(428);
    for (const etag of ['1', 'W/"1"', '*', '"1", "2"']) {
      await clinic.clinician.patch(path, { sex: 'male' }).set('If-Match', etag).expect(400);
    }
    await clinic.clinician.patch(path, { sex: 'male' }).set('If-None-Match', '*').expect(400);
  });

  test('of two at once, one wins and the other is shown what is there now', async () => {
    const { id } = await admit('C-7');
    const answers = await Promise.all(
      ['AB', 'CD'].map((initials) => clinic.clinician.patch(`/v1/patients/${id}`, { initials }).set('If-Match', '"1"')),
    );
    const won = answers.find(({ status }) => status === 200);
    const lost = answers.find(({ status }) => status === 412);
    expect((lost?.body as { current: unknown }).current).toEqual(won?.body);
  });
});

describe('another clinic’s patient', () => {
  test('is not found, read or changed', async () => {
    const { id } = await admit('O-1');
    await other.director.get(`/v1/patients/${id}`).expect(404);
    await other.director.patch(`/v1/patients/${id}`, { sex: 'male' }).set('If-Match', '"1"').expect(404);
    await other.director.get(`/v1/patients/${id}/courses`).expect(404);
    const body = bodyOf(await other.director.get('/v1/patients?chartNumber=O-1').expect(200));
    expect(body).toMatchObject({ items: [] });
  });

  test('looks just like one that never was', async () => {
    const { id } = await admit('O-2');
    const [foreign, never] = await Promise.all(
      [id, '019a5c1e-8f00-7000-8000-000000000010'].map((some) =>
        other.director.get(`/v1/patients/${some}`).expect(404),
      ),
    );
    const answer = (body: object) => ({ ...body, requestId: '' });
    expect(answer(foreign?.body as object)).toEqual(answer(never?.body as object));
    await clinic.clinician.get('/v1/patients/A-1042').expect(404);
  });
});
