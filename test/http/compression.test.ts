import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressedOnce } from '../../src/http/compression.js';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { published, type PublishedSample } from '../published/published-rows.js';

let app: TestApp;
let clinic: TestClinic;
let sample: PublishedSample;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
  sample = await published(app);
});
afterAll(() => app.close());

/** The bytes as they were on the wire. */
function sent(path: string, encoding: string): Promise<{ headers: IncomingHttpHeaders; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    httpRequest(`${app.url}${path}`, { headers: { 'accept-encoding': encoding } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ headers: response.headers, bytes: Buffer.concat(parts) }));
    })
      .on('error', reject)
      .end();
  });
}

test.each([
  ['the document', ''],
  ['a chart as JSON', '/charts/trajectory'],
  ['a chart as SVG', '/charts/trajectory.svg'],
  ['the table', '.csv'],
])('%s comes compressed to those who can read it, and is the same', async (_what, rest) => {
  const path = `/v1/published/${sample.slug}${rest}`;
  const plain = await sent(path, 'identity');
  expect(plain.headers['content-encoding']).toBeUndefined();
  for (const [encoding, open] of [['br', brotliDecompressSync] as const, ['gzip', gunzipSync] as const]) {
    const { headers, bytes } = await sent(path, encoding);
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers.vary).toMatch(/accept-encoding/i);
    expect(open(bytes).equals(plain.bytes)).toBe(true);
    expect(bytes.length).toBeLessThan(plain.bytes.length / 2);
  }
});

test.each(['br', 'gzip'])('what many are sent is compressed once with %s', (encoding) => {
  const bytes = Buffer.from('{"figures":[]}'.repeat(1000));
  const first = compressedOnce(bytes, 'application/json; charset=utf-8', encoding);
  const again = compressedOnce(bytes, 'application/json; charset=utf-8', `${encoding}, *;q=0`);
  expect(first.bytes.length).toBeLessThan(bytes.length);
  expect(again.bytes).toBe(first.bytes);
});

test.each([
  ['a picture', 'image/png', 'br', 2000],
  ['what fits into a packet', 'text/html; charset=utf-8', 'br', 1000],
  ['a text for who reads neither', 'text/html; charset=utf-8', 'deflate', 2000],
  ['a text for who says nothing', 'text/html; charset=utf-8', undefined, 2000],
])('%s is sent as it is', (_what, mediaType, accepted, length) => {
  const bytes = Buffer.alloc(length, 'a');
  expect(compressedOnce(bytes, mediaType, accepted)).toEqual({ bytes, headers: {} });
});

test('a picture that is compressed already is sent as it is', async () => {
  const { headers } = await sent(`/v1/published/${sample.slug}/charts/trajectory.png`, 'br, gzip');
  expect(headers['content-encoding']).toBeUndefined();
});

test('a body that is compressed is not read, however small', async () => {
  const response = await clinic.clinician
    .post('/v1/patients', Buffer.from([0x1f, 0x8b]))
    .set({ 'content-encoding': 'gzip', 'content-type': 'application/json' });
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
});
