import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { migrations } from '../../migrations/list.js';
import { LookAlikes1795305600007 } from '../../migrations/1795305600007-look-alikes.js';
import { migrate } from '../../src/database/migrate.js';
import { answer } from '../support/answer.js';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { testDatabase } from '../support/test-database.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  clinic = await testClinic(app);
});

interface Warning {
  rule: string;
  message: string;
  patient: { id: string; chartNumber: string };
}
const add = (body: object) => clinic.clinician.post('/v1/patients', body);
const added = async (body: object) => (await add(body).expect(201)).body as { id: string };
const warned = async (body: object) => {
  const refused = await answer(add(body).expect(422));
  expect(refused.body).toMatchObject({ type: '/problems/confirmation-needed', status: 422 });
  return (refused.body as { warnings: Warning[] }).warnings;
};
const numbers = async () => {
  const { body } = await answer(clinic.clinician.get('/v1/patients').expect(200));
  return (body as { items: { chartNumber: string }[] }).items.map(({ chartNumber }) => chartNumber);
};

test('a chart number that is almost another patient’s is asked about, and nobody is added', async () => {
  const { id } = await added({ chartNumber: 'A-1042' });
  const warnings = await warned({ chartNumber: 'a 1O42' });
  expect(warnings).toMatchObject([{ rule: 'similar-chart-number', patient: { id, chartNumber: 'A-1042' } }]);
  expect(await numbers()).toEqual(['A-1042']);
});

test('the same initials, year of birth and sex are asked about', async () => {
  const who = { birthYear: 1981, sex: 'female' };
  const { id } = await added({ chartNumber: 'B-1', initials: 'JD', ...who });
  const warnings = await warned({ chartNumber: 'B-2', initials: 'j.d.', ...who });
  expect(warnings).toMatchObject([{ rule: 'same-person', patient: { id, chartNumber: 'B-1' } }]);
});

test('where one of the three is another, or is not known, nothing is asked', async () => {
  await added({ chartNumber: 'B-1', initials: 'JD', birthYear: 1981, sex: 'female' });
  await added({ chartNumber: 'B-2', initials: 'JE', birthYear: 1981, sex: 'female' });
  await added({ chartNumber: 'B-3', initials: 'JD', birthYear: 1982, sex: 'female' });
  await added({ chartNumber: 'B-4', initials: 'JD', birthYear: 1981, sex: 'male' });
  await added({ chartNumber: 'B-5', initials: 'JD', birthYear: 1981 });
  await added({ chartNumber: 'B-6', initials: 'JD', birthYear: 1981 });
  await added({ chartNumber: 'B-7' });
});

test('all who look the same are named, those by chart number first', async () => {
  const who = { initials: 'JD', birthYear: 1981, sex: 'female' };
  await added({ chartNumber: '7', ...who });
  await added({ chartNumber: 'A-0042' });
  const warnings = await warned({ chartNumber: 'A42', ...who });
  expect(warnings.map(({ rule, patient }) => [rule, patient.chartNumber])).toEqual([
    ['similar-chart-number', 'A-0042'],
    ['same-person', '7'],
  ]);
});

test('with a reason the patient is added, and the reason is kept', async () => {
  await added({ chartNumber: 'A-1' });
  const overrideReason = 'a number of the branch in Aurora';
  const patient = await added({ chartNumber: 'A1', overrideReason });
  const { body } = await answer(clinic.clinician.get(`/v1/patients/${patient.id}`).expect(200));
  expect(body).toMatchObject({ chartNumber: 'A1', overrideReason });
  await add({ chartNumber: 'A.1', overrideReason: ' ' }).expect(422);
});

test('a reason that nothing asked for is not kept', async () => {
  expect(await added({ chartNumber: 'A-1', overrideReason: 'just in case' })).toMatchObject({
    overrideReason: null,
  });
});

test('a number that is taken is a conflict also where others look the same', async () => {
  await added({ chartNumber: 'A-1' });
  await added({ chartNumber: 'A1', overrideReason: 'another branch' });
  await add({ chartNumber: 'A-1' }).expect(409);
});

test('a request sent again after the warning, with its key and a reason, adds one patient', async () => {
  await added({ chartNumber: 'A-1' });
  const send = (body: object) => add(body).set('Idempotency-Key', 'look-alike');
  await send({ chartNumber: 'A1' }).expect(422);
  const confirmed = { chartNumber: 'A1', overrideReason: 'another branch' };
  const first = await answer(send(confirmed).expect(201));
  const again = await answer(send(confirmed).expect(201));
  expect(again.body).toEqual(first.body);
  expect(await numbers()).toHaveLength(2);
});

test('after a correction the number that was corrected counts', async () => {
  const { id } = await added({ chartNumber: 'A-1' });
  const path = `/v1/patients/${id}`;
  await clinic.clinician.patch(path, { chartNumber: 'Z-9' }).set('If-Match', '"1"').expect(200);
  await added({ chartNumber: 'a1' });
  expect(await warned({ chartNumber: 'z9' })).toHaveLength(1);
});

const correct = (id: string, body: object, version = 1) =>
  clinic.clinician.patch(`/v1/patients/${id}`, body).set('If-Match', `"${version}"`);

test('a correction that makes a patient look like another is asked about, and changes nothing', async () => {
  const { id: other } = await added({ chartNumber: 'A-1042' });
  const { id } = await added({ chartNumber: 'B-7' });
  const refused = await answer(correct(id, { chartNumber: 'a1o42' }).expect(422));
  expect(refused.body).toMatchObject({
    type: '/problems/confirmation-needed',
    warnings: [{ rule: 'similar-chart-number', patient: { id: other, chartNumber: 'A-1042' } }],
  });
  expect(await numbers()).toEqual(['A-1042', 'B-7']);
  const overrideReason = 'another branch';
  const { body } = await answer(correct(id, { chartNumber: 'a1o42', overrideReason }).expect(200));
  expect(body).toMatchObject({ chartNumber: 'a1o42', overrideReason, version: 2 });
});

test('a correction of the initials that makes the person the same is asked about', async () => {
  const who = { birthYear: 1981, sex: 'female' };
  await added({ chartNumber: 'B-1', initials: 'JD', ...who });
  const { id } = await added({ chartNumber: 'C-2', initials: 'DJ', ...who });
  const { body } = await answer(correct(id, { initials: 'JD' }).expect(422));
  expect(body).toMatchObject({ warnings: [{ rule: 'same-person' }] });
});

test('a correction does not ask again about those who looked the same before, nor about the patient', async () => {
  await added({ chartNumber: 'A-1' });
  const overrideReason = 'another branch';
  const { id } = await added({ chartNumber: 'A1', overrideReason });
  const { body } = await answer(correct(id, { chartNumber: 'a 1', birthYear: 1970 }).expect(200));
  expect(body).toMatchObject({ chartNumber: 'a 1', overrideReason });
});

test('a correction to a number that is taken is a conflict, whatever else looks the same', async () => {
  await added({ chartNumber: 'A-1' });
  await added({ chartNumber: 'A1', overrideReason: 'another branch' });
  const { id } = await added({ chartNumber: 'Z-9' });
  await correct(id, { chartNumber: 'A1' }).expect(409);
});

test('patients of another clinic and numbers of signs only are not alike', async () => {
  const other = await testClinic(app);
  await added({ chartNumber: 'A-1' });
  await other.clinician.post('/v1/patients', { chartNumber: 'A1' }).expect(201);
  await added({ chartNumber: '#' });
  await added({ chartNumber: '##' });
});

test('chart numbers recorded before there were keys have theirs after the migration', async () => {
  const database = await testDatabase();
  const { owner } = database;
  try {
    const undone = migrations.length - migrations.indexOf(LookAlikes1795305600007);
    for (let left = undone; left > 0; left -= 1) {
      await owner.undoLastMigration({ transaction: 'each' });
    }
    const [clinicId, id] = [v7(), v7()];
    await owner.query(
      `INSERT INTO clinic (id, name, time_zone, crisis_resources, version, created_at, changed_at, request_id)
       VALUES ($1, 'Old', 'UTC', '[{}]', 1, now(), now(), 'r')`,
      [clinicId],
    );
    await owner.query(
      `INSERT INTO patient (clinic_id, id, chart_number, version, created_at, changed_at, changed_by, request_id)
       VALUES ($1, $2, 'a-O042', 1, now(), now(), $2, 'r')`,
      [clinicId, id],
    );
    await migrate(owner);
    const kept = await owner.query<object[]>(`SELECT chart_key, short_chart_key FROM patient`);
    expect(kept).toEqual([{ chart_key: 'A0042', short_chart_key: 'A42' }]);
  } finally {
    await database.close();
  }
});
