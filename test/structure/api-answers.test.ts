import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { COHORT_CHART_NAMES } from '../../src/domain/charts/cohort/cohort-charts.js';
import { apiDocument } from '../../src/http/api-document.js';
import { smallClinic } from '../cohorts/small-clinic.js';
import { answer } from '../support/answer.js';
import { testClinic, testCourse, type SignedIn } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

type Json = Record<string, unknown>;
interface Answered {
  description: string;
  content: Record<string, { schema: object; example?: unknown; examples?: Json }>;
}

/** Closes every object whose keys are listed, so that a key that is not documented is found. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== 'object' || node === null) return node;
  const parts = Object.fromEntries(Object.entries(node).map(([key, part]) => [key, closed(part)]));
  const isOpen = 'properties' in parts && !('additionalProperties' in parts);
  return isOpen && parts.type === 'object' ? { ...parts, additionalProperties: false } : parts;
}

const document = JSON.parse(readFileSync(apiDocument, 'utf8')) as {
  paths: Record<string, Record<string, { responses: Record<string, Answered> }>>;
};
const ajv = new Ajv2020({
  strict: false,
  allErrors: true,
  formats: {
    uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    date: /^\d{4}-\d{2}-\d{2}$/,
    'date-time': /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/,
  },
}).addSchema(closed(document) as object, 'api');

/** What an answer has that the document doesn't describe, or lacks of what it does. */
function differences(route: string, status: number, body: unknown): string[] {
  const [method = '', path = ''] = route.split(' ');
  const media = status < 400 ? 'application/json' : 'application/problem+json';
  const steps = ['paths', path, method.toLowerCase(), 'responses', `${status}`, 'content', media];
  const pointer = [...steps, 'schema'].map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1'));
  const validate = ajv.getSchema(`api#/${pointer.map(encodeURIComponent).join('/')}`);
  if (!validate) return [`${route} documents no ${status}`];
  if (validate(body) === true) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

const COHORT = 'GET /v1/cohorts/outcome';
const COHORT_CHART = 'GET /v1/cohorts/charts/{name}';
const COHORT_COURSES = 'GET /v1/cohorts/courses';
const COMPARISON = 'GET /v1/cohorts/comparison';
const COURSE = 'GET /v1/courses/{id}/outcome';
const COURSE_CHART = 'GET /v1/courses/{id}/charts/trajectory';
const RECORD = 'PUT /v1/courses/{courseId}/assessments/{slot}';

let app: TestApp;
let director: SignedIn;
let newcomer: SignedIn;
let courseIds: string[];
beforeAll(async () => {
  app = await testApp();
  ({ director } = await smallClinic(app));
  ({ director: newcomer } = await testClinic(app));
  const { body } = await answer(director.get('/v1/courses'));
  courseIds = (body as { items: { id: string }[] }).items.map(({ id }) => id);
});
afterAll(() => app.close());

async function differencesAt(who: SignedIn, route: string, address: string): Promise<string[]> {
  const { status, body } = await answer(who.get(address));
  expect([200, 404, 422]).toContain(status);
  return differences(route, status, body);
}

describe('what is documented is what is answered', () => {
  test.each(['', '?kind=induction&period=2025', '?baselineBand=severe&minimumBaseline=46'])(
    'for the outcome of a cohort %s',
    async (query) => {
      const address = `/v1/cohorts/outcome${query}`;
      expect(await differencesAt(director, COHORT, address)).toEqual([]);
      expect(await differencesAt(newcomer, COHORT, address)).toEqual([]);
    },
  );

  test.each(['', '?limit=2', '?group=responders', '?group=under-way', '?group=nobody'])(
    'for the courses of a cohort %s',
    async (query) => {
      const address = `/v1/cohorts/courses${query}`;
      expect(await differencesAt(director, COHORT_COURSES, address)).toEqual([]);
      expect(await differencesAt(newcomer, COHORT_COURSES, address)).toEqual([]);
    },
  );

  test.each(['?period=2026&against=2025', '?period=2024&against=2023', '?period=2025&against=2025'])(
    'for the comparison %s',
    async (query) => {
      const address = `/v1/cohorts/comparison${query}`;
      expect(await differencesAt(director, COMPARISON, address)).toEqual([]);
      expect(await differencesAt(newcomer, COMPARISON, address)).toEqual([]);
    },
  );

  test.each([...COHORT_CHART_NAMES])('for the chart %s of a cohort', async (name) => {
    const address = `/v1/cohorts/charts/${name}`;
    expect(await differencesAt(director, COHORT_CHART, address)).toEqual([]);
    expect(await differencesAt(newcomer, COHORT_CHART, address)).toEqual([]);
  });

  test('for the outcome and the chart of every course', async () => {
    expect(courseIds).toHaveLength(9);
    for (const id of courseIds) {
      const found = [
        ...(await differencesAt(director, COURSE, `/v1/courses/${id}/outcome`)),
        ...(await differencesAt(director, COURSE_CHART, `/v1/courses/${id}/charts/trajectory`)),
      ];
      expect(found).toEqual([]);
    }
  });

  test('for a filter that can not be', async () => {
    const address = '/v1/cohorts/outcome?from=2026-01-02&to=2026-01-01';
    expect(await differencesAt(director, COHORT, address)).toEqual([]);
  });

  test('for opposite answers that ask for a confirmation, and for a stale version', async () => {
    const { courseId } = await testCourse(director);
    const path = `/v1/courses/${courseId}/assessments/infusion-1`;
    const answers = [3, 3, 4, 4, 3, 0, 2, 2, 3, 3, 3, 3, 3, 2, 1, 2, 3, 3];
    const put = (body: object) => answer(director.put(path, body).set('If-None-Match', '*'));
    const unusual = await put({ answers, assessedOn: '2026-03-02' });
    expect(unusual.body).toMatchObject({ type: '/problems/confirmation-needed' });
    expect(differences(RECORD, 422, unusual.body)).toEqual([]);
    await put({ total: 30, assessedOn: '2026-03-02' });
    const late = await put({ total: 31, assessedOn: '2026-03-02' });
    expect(late.body).toMatchObject({ type: '/problems/stale-version' });
    expect(differences(RECORD, 412, late.body)).toEqual([]);
  });
});

test('a key that is not documented is a difference, and so is one that is missing', async () => {
  const { body } = await answer(director.get('/v1/cohorts/outcome'));
  const { ladder, ...rest } = body as { ladder: Json };
  expect(differences(COHORT, 200, { ...rest, ladder: { ...ladder, more: 1 } })).toEqual([
    '/ladder must NOT have additional properties {"additionalProperty":"more"}',
  ]);
  expect(differences(COHORT, 200, rest)).toHaveLength(1);
});

const WITH_EXAMPLE = [COHORT, COHORT_COURSES, COMPARISON, COHORT_CHART, COURSE, COURSE_CHART];

test.each(WITH_EXAMPLE)('the example of %s is one', (route) => {
  const [method = '', path = ''] = route.split(' ');
  const answered = document.paths[path]?.[method.toLowerCase()]?.responses['200'];
  const example = answered?.content['application/json']?.example;
  expect(example).toBeDefined();
  expect(differences(route, 200, example)).toEqual([]);
});
