import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apiDocument } from '../../src/http/api-document.js';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
});
afterAll(() => app.close());

interface Put {
  requestBody: { content: { 'application/json': { examples: Record<string, { value: object }> } } };
}
const { paths } = JSON.parse(readFileSync(apiDocument, 'utf8')) as { paths: Record<string, { put: Put }> };
const { put } = paths['/v1/courses/{courseId}/assessments/{slot}'] ?? {};
const examples = Object.entries(put?.requestBody.content['application/json'].examples ?? {});

test.each(examples)('the example of the API document is saved: %s', async (_name, { value }) => {
  const { courseId } = await testCourse(clinic.clinician);
  const address = `/v1/courses/${courseId}/assessments/infusion-1`;
  await clinic.clinician.put(address, value).set('If-None-Match', '*').expect(201);
});

test('there are three', () => {
  expect(examples).toHaveLength(3);
});
