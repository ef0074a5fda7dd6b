import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { matchesEtag } from '../../../src/http/version.js';
import { CacheInvalidationService } from '../../../src/publications/cache-invalidation/cache-invalidation.service.js';
import { Cable } from '../../support/cable.js';
import { testApp, type TestApp } from '../../support/test-app.js';
import { ended, published, type PublishedSample } from '../published-rows.js';

let app: TestApp;
let sample: PublishedSample;
beforeAll(async () => {
  app = await testApp();
});
beforeEach(async () => {
  sample = await published(app);
});
afterAll(() => app.close());

const get = (path: string) => request(app.url).get(path);
const etagAt = async (path: string) => (await get(path).expect(200)).headers.etag ?? '';

/** Every form that a publication has. */
const forms = ({ slug, id }: PublishedSample) => [
  `/v1/published/${slug}`,
  `/v1/published/${slug}.csv`,
  `/v1/published/${slug}/charts/trajectory`,
  `/v1/published/snapshots/${id}`,
  `/v1/published/snapshots/${id}.csv`,
  `/v1/published/snapshots/${id}.csv?bom=true`,
  `/v1/published/snapshots/${id}.xlsx`,
  `/v1/published/snapshots/${id}/charts/attrition`,
  `/v1/published/snapshots/${id}/charts/attrition.svg`,
  `/v1/published/snapshots/${id}/charts/attrition.png?theme=dark`,
  `/published/${slug}`,
  `/embed/${slug}`,
];
const others = [
  '/v1/published',
  '/.well-known/cudos-signing-keys',
  '/embed.js',
  '/embed.css',
  '/published/definitions/1',
  '/published/definitions/2',
];

test('every answer has a strong ETag, and is 304 without a body for a client that has it', async () => {
  for (const path of [...forms(sample), ...others]) {
    const etag = await etagAt(path);
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    const { text, headers } = await get(path).set('If-None-Match', etag).expect(304);
    expect(text).toBe('');
    expect(headers.etag).toBe(etag);
    expect(headers['cache-control']).toMatch(/^public, max-age=/);
    expect(headers['access-control-allow-origin']).toBe('*');
    await get(path).set('If-None-Match', '"another"').expect(200);
  }
});

test.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", W/"a" , "c"', true],
  ['*', true],
  [' * ', true],
  ['"b"', false],
  ['"b", "c"', false],
  ['a', false],
  ['', false],
  [undefined, false],
])('If-None-Match %s holds for the ETag "a": %s', (header, known) => {
  expect(matchesEtag('"a"', header)).toBe(known);
});

test('a HEAD request gets the headers of a GET request and no body', async () => {
  for (const path of [...forms(sample), ...others]) {
    const uncompressed = { 'Accept-Encoding': 'identity' };
    const whole = await get(path).set(uncompressed).expect(200);
    const { headers, text } = await request(app.url).head(path).set(uncompressed).expect(200);
    expect(text).toBeFalsy();
    const { etag, 'content-length': length, 'content-type': type } = headers;
    const { headers: of } = whole;
    expect([etag, length, type]).toEqual([of.etag, of['content-length'], of['content-type']]);
    await request(app.url).head(path).set('If-None-Match', `${etag}`).expect(304);
  }
});

describe('with the database gone', () => {
  let alone: TestApp;
  let kept: PublishedSample;
  let cable: Cable;
  beforeAll(async () => {
    alone = await testApp();
    cable = new Cable(alone.database.url);
    await cable.plugIn();
    Object.assign(alone.database.connection, { url: cable.address(alone.database.url) });
    await alone.stop();
    await alone.startAgain();
    kept = await published(alone);
    for (const path of [...forms(kept), ...others]) await request(alone.url).get(path).expect(200);
    await cable.pullOut();
  });
  afterAll(() => alone.close());

  test('what was asked for lately is answered from memory, with 200 and with 304', async () => {
    alone.clock.advance(27_000);
    for (const path of [...forms(kept), ...others]) {
      const { headers } = await request(alone.url).get(path).expect(200);
      await request(alone.url).get(path).set('If-None-Match', `${headers.etag}`).expect(304);
    }
  });

  test('after half a minute it is not, because it may have been withdrawn', async () => {
    alone.clock.advance(3000);
    const { status } = await request(alone.url).get(`/v1/published/${kept.slug}`);
    expect(status).toBeGreaterThanOrEqual(500);
  });
});

test('what another process withdraws is gone after two seconds', async () => {
  const path = `/v1/published/${sample.slug}`;
  await get(path).expect(200);
  await ended(app, sample, 'withdrawn', 'Mixed up.');
  await get(path).expect(200);
  app.clock.advance(2000);
  await get(path).expect(410);
});

test('what this process withdraws is gone at once, in every form', async () => {
  for (const path of forms(sample)) await get(path).expect(200);
  await ended(app, sample, 'withdrawn', 'Mixed up.');
  app.app.get(CacheInvalidationService, { strict: false }).invalidate();
  for (const path of forms(sample)) await get(path).expect(410);
});

test('that something is withdrawn, or is not there, is kept for minutes at most', async () => {
  await ended(app, sample, 'withdrawn', 'Mixed up.');
  for (const path of forms(sample)) {
    const { headers } = await get(path).expect(410);
    expect(headers['cache-control']).toBe('public, max-age=300');
  }
});
