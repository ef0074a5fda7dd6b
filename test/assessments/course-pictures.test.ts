import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { pngFacts, xmlElements } from '../support/pictures.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
let courseId: string;
let chartNumber: string;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
  ({ courseId, chartNumber } = await testCourse(clinic.clinician));
  await clinic.clinician.score(courseId, 'infusion-1', 40, '2026-03-02').expect(201);
  await clinic.clinician.score(courseId, 'infusion-2', 31, '2026-03-05').expect(201);
});
afterAll(() => app.close());

interface File {
  body: unknown;
  text: string;
  headers: Record<string, string | undefined>;
}

const path = (form: string) => `/v1/courses/${courseId}/charts/trajectory.${form}`;
const fetched = (form: string): PromiseLike<File> => clinic.clinician.get(path(form)).expect(200);

test('the course comes as a PNG picture in both themes, named by chart, course and day', async () => {
  const light = await fetched('png?width=500');
  expect(light.headers['content-type']).toBe('image/png');
  expect(light.headers['content-disposition']).toBe(`inline; filename="Chart-${chartNumber}-course-1-2026-03-20.png"`);
  expect(pngFacts(light.body as Buffer)).toMatchObject({ width: 1000, corner: [255, 255, 255] });
  const dark = await fetched('png?width=500&theme=dark');
  expect(pngFacts(dark.body as Buffer).corner).toEqual([0x1a, 0x1b, 0x1e]);
});

test('the course comes as an SVG drawing that says in words what it shows', async () => {
  const svg = ((await fetched('svg')).body as Buffer).toString();
  expect(xmlElements(svg).slice(0, 3)).toEqual(['svg', 'title', 'desc']);
  expect(svg).toContain(`<title>Chart ${chartNumber}, course 1</title>`);
  expect(svg).toMatch(/<desc>[^<]*Baseline 40 \(Moderate\) on 2 Mar 2026.*As of 20 Mar 2026\.<\/desc>/);
});

test('the visits of the course come as CSV', async () => {
  const { text, headers } = await fetched('csv');
  expect(headers['content-disposition']).toBe(`attachment; filename="Chart-${chartNumber}-course-1-2026-03-20.csv"`);
  const [header, first, second] = text.split('\n');
  expect(header).toMatch(/^Visit,Date,State,Total \(0-64\),Severity,/);
  expect(first).toBe('infusion 1,2026-03-02,scored,40,Moderate,,,,,,');
  expect(second).toBe('infusion 2,2026-03-05,scored,31,Moderate,9,22.5,,,,');
  expect((await fetched('csv?bom=true')).text).toBe(`\uFEFF${text}`);
});

test('pictures of a course are not for marketing, and not for another clinic', async () => {
  const other = await testClinic(app);
  for (const form of ['png', 'svg', 'csv', 'xlsx']) {
    await clinic.marketing.get(path(form)).expect(403);
    await other.clinician.get(path(form)).expect(404);
  }
});
