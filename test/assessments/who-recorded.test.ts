import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AssessmentService } from '../../src/assessments/entries/assessment.service.js';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { CourseUnderTest } from './record-builder.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
});
afterAll(() => app.close());

/** The staff id under which commands record. */
const COMMAND_LINE = '00000000-0000-7000-8000-000000000000';

interface Named {
  recordedByName: string | null;
}

interface Course {
  slots: { recorded: Named | null }[];
  afterSeries: Named[];
}

async function namesIn(course: CourseUnderTest): Promise<(string | null)[]> {
  const answer = await course.person.get(`/v1/courses/${course.id}`).expect(200);
  const { slots, afterSeries } = answer.body as Course;
  const entries = [...slots.flatMap(({ recorded }) => recorded ?? []), ...afterSeries];
  return entries.map(({ recordedByName }) => recordedByName);
}

test('a clinician reads by name who recorded each score of a course, without the list of staff', async () => {
  const course = await CourseUnderTest.begun(clinic.clinician);
  await course.scores(40, null, null, null, null, 18);
  const visit = { total: 30, assessedOn: '2026-03-05' };
  await course.create('infusion-2', visit, clinic.director).expect(201);
  await course.create('post-series', { total: 20, assessedOn: '2026-03-20' }).expect(201);
  await clinic.clinician.get('/v1/staff').expect(403);
  expect(await namesIn(course)).toEqual(['clinician', 'Dana', 'clinician', 'clinician']);
  const list = await clinic.clinician.get('/v1/courses?limit=1').expect(200);
  const [listed] = (list.body as { items: Course[] }).items;
  expect(listed?.slots[1]?.recorded?.recordedByName).toBe('Dana');
});

test('what the command line recorded has no name, and nothing of a person but the name is shown', async () => {
  const course = await CourseUnderTest.begun(clinic.clinician);
  const at = new Date('2026-03-20T17:00:00Z');
  const actor = { staffId: COMMAND_LINE, role: 'director' as const, requestId: 'command', address: null, at };
  const { response } = await app.app
    .get(AssessmentService, { strict: false })
    .record({ clinicId: clinic.id, ...actor }, course.id, {
      slot: 'infusion-1',
      precondition: { kind: 'create' },
      request: { state: 'scored', total: 35, assessedOn: '2026-03-02' },
    });
  expect(response.recordedByName).toBeNull();
  expect(await namesIn(course)).toEqual([null]);
  await course.amend('infusion-1', 1, { total: 36, assessedOn: '2026-03-02' }).expect(200);
  const versions = await course.versions('infusion-1');
  expect(versions.map(({ recordedByName }) => recordedByName)).toEqual(['clinician', null]);
  expect(JSON.stringify(versions)).not.toMatch(/hash|email|recorder/);
});
