import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { apiDocument } from '../../src/http/api-document.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

test('the API document is the committed one, without signing in', async () => {
  const { text, headers } = await request(app.url).get('/openapi.json').expect(200);
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  expect(JSON.parse(text)).toEqual(JSON.parse(await readFile(apiDocument, 'utf8')));
});

test('it can be browsed, by a page that holds it', async () => {
  await request(app.url).get('/docs').expect(200).expect('content-type', /html/);
  const { text } = await request(app.url).get('/docs/swagger-ui-init.js').expect(200);
  expect(text).toContain('/v1/patients');
});
