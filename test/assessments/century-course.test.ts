import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answer } from '../support/answer.js';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { pngFacts, xmlElements } from '../support/pictures.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
let centuryId: string;
let otherId: string;

/** A course whose second infusion was a century after the first, by a year that somebody typed wrong and confirmed. */
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
  const { clinician } = clinic;
  ({ courseId: centuryId } = await testCourse(clinician, { startedOn: '1926-03-02' }));
  ({ courseId: otherId } = await testCourse(clinician));
  await clinician.score(centuryId, 'infusion-1', 40, '1926-03-02').expect(201);
  const late = { total: 30, assessedOn: '2026-03-05', overrideReason: 'so it is in the paper record' };
  const place = `/v1/courses/${centuryId}/assessments/infusion-2`;
  await clinician.put(place, late).set('If-None-Match', '*').expect(201);
  await clinician.score(otherId, 'infusion-1', 40, '2026-03-02').expect(201);
});
afterAll(() => app.close());

const chart = (courseId: string, form = '') => clinic.clinician.get(`/v1/courses/${courseId}/charts/trajectory${form}`);

test('a course of a century is drawn in every form, and the charts of others go on beside it', async () => {
  const forms = ['.png?width=800', '.png?width=400&theme=dark', '.svg', '.svg?theme=dark', '.csv', '.xlsx', ''];
  const [others, ...century] = await Promise.all([
    Promise.all(Array.from({ length: 4 }, () => chart(otherId, '.png'))),
    ...forms.map((form) => chart(centuryId, form)),
  ]);
  expect(others.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(century.map(({ status }) => status)).toEqual(forms.map(() => 200));
  expect(pngFacts(century[0]!.body as Buffer).width).toBe(1600);
  expect(xmlElements((century[2]!.body as Buffer).toString()).slice(0, 3)).toEqual(['svg', 'title', 'desc']);
});

test('its chart has every day of the century on the axis, and what one course achieved is told', async () => {
  const { body } = await answer(chart(centuryId).expect(200));
  const { labels } = (body as { data: { labels: string[] } }).data;
  expect(labels[0]).toBe('1 Mar 1926');
  // 100 times 365 days, the 25 leap days of 1928 to 2024, and March 2 to 5.
  expect(labels.indexOf('5 Mar 2026')).toBe(36_500 + 25 + 3 + 1);
  await clinic.clinician.get(`/v1/courses/${centuryId}/outcome`).expect(200);
});
