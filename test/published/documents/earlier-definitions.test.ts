import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import request from 'supertest';
import { checkSeal } from '../../../src/signing/seal-check.js';
import { testApp, type TestApp } from '../../support/test-app.js';
import { publishedText, type PublishedSample } from '../published-rows.js';

/** What the service signed of its sample clinic before definitions version 2; these bytes never change. */
const bytes = readFileSync(new URL('../../fixtures/definitions-1.signed.json', import.meta.url));

let app: TestApp;
let sample: PublishedSample;
beforeAll(async () => {
  app = await testApp();
  sample = await publishedText(app, bytes.toString('utf8'));
});
afterAll(() => app.close());

const get = (path: string) => request(app.url).get(path);

test('a publication of definitions version 1 is still as it was signed', async () => {
  const { checks } = checkSeal(bytes);
  expect(checks).toHaveLength(4);
  for (const { what, holds } of checks) expect([what, holds]).toEqual([what, true]);
  const { text } = await get(`/v1/published/${sample.slug}`).expect(200);
  expect(text).toBe(sample.text);
});

test('one byte more, and it is not', () => {
  const { checks } = checkSeal(Buffer.from(`${sample.text} `));
  expect(checks.every(({ holds }) => holds)).toBe(false);
});

test('its page says its figures and leads to the definitions that they were made by', async () => {
  const { text } = await get(`/published/${sample.slug}`).expect(200);
  for (const said of ['57 %', '100 of 175', '11.2 points', 'href="/published/definitions/1"'])
    expect(text).toContain(said);
  await get('/published/definitions/1').expect(200);
});

test.each(['headline', 'row', 'full'])(
  'its embed as %s begins with the response of all who started',
  async (layout) => {
    const { text } = await get(`/embed/${sample.slug}?layout=${layout}&figures=completers.response`).expect(200);
    expect(text.indexOf('100 of 175')).toBeGreaterThan(0);
    expect(text.indexOf('100 of 120')).toBeGreaterThan(text.indexOf('100 of 175'));
  },
);

test('its chart is still drawn, and its table has a line for each figure', async () => {
  const snapshot = `/v1/published/snapshots/${sample.id}`;
  const chart = await get(`${snapshot}/charts/mean-before-after.svg`).expect(200);
  expect((chart.body as Buffer).toString('utf8')).toContain('35.0 to 11.2');
  const { text } = await get(`${snapshot}.csv`).expect(200);
  // A line of names, five rungs and fourteen figures.
  expect(text.trim().split('\n')).toHaveLength(1 + 5 + 14);
});
