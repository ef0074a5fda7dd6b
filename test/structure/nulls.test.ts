import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OpenAPIObject, SchemaObject } from '@nestjs/swagger';
import { apiDocument } from '../../src/http/api-document.js';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { asRoute, operationsOf, type Operation } from './hostile-requests.js';
import type { Route } from './permissions.js';
import { send, thingsOf } from './requests.js';

const document = JSON.parse(readFileSync(apiDocument, 'utf8')) as OpenAPIObject;
let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
});
afterAll(() => app.close());

/** The fields of what an operation takes as JSON. */
function fieldsOf({ described: { requestBody } }: Operation): string[] {
  const content = requestBody && 'content' in requestBody ? requestBody.content : {};
  const schema = content['application/json']?.schema ?? {};
  const name = '$ref' in schema ? schema.$ref.replace('#/components/schemas/', '') : '';
  const { properties = {} } = (document.components?.schemas?.[name] ?? schema) as SchemaObject;
  return Object.keys(properties);
}

const fields = operationsOf(document).flatMap((operation) =>
  fieldsOf(operation).map((field) => [`${operation.method} ${asRoute(operation.path)}` as Route, field] as const),
);

test('there are fields', () => expect(fields.length).toBeGreaterThan(40));

test.each(fields)('%s takes null as %s, or says why not', async (route, field) => {
  const things = await thingsOf(clinic);
  for (const person of [clinic.director, clinic.clinician, clinic.marketing]) {
    const answer = await send(person, route, things, { [field]: null });
    expect(answer.status).toBeLessThan(500);
  }
});
