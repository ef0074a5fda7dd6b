import { readFileSync } from 'node:fs';
import { request as send, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { OpenAPIObject } from '@nestjs/swagger';
import { apiDocument } from '../../src/http/api-document.js';
import { colleague, testClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { hostileRequests, operationsOf, type HostileRequest } from './hostile-requests.js';
import { sessionOf, thingsOf } from './requests.js';

/** Of all requests below; another one tries others: `FUZZ_SEED=7 FUZZ_REQUESTS=500 npx jest test/structure/fuzz.test.ts`. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_129);
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 40);
/** What takes longer hangs: the slowest of these requests takes a second on a busy machine. */
const PATIENCE_IN_MS = 20_000;

const document = JSON.parse(readFileSync(apiDocument, 'utf8')) as OpenAPIObject;
let app: TestApp;
beforeAll(async () => {
  app = await testApp({ PUBLIC_URL: 'http://localhost', PUBLIC_REQUESTS_PER_MINUTE: '1000000' });
});
afterAll(() => app.close());

interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

function ask({ method, address, headers, body }: HostileRequest, cookie: string): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = send(app.url + address, { method, headers: { ...headers, cookie }, timeout: PATIENCE_IN_MS });
    sent.on('timeout', () => sent.destroy(new Error(`no answer in ${PATIENCE_IN_MS} ms`)));
    sent.on('error', reject);
    sent.on('response', (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: plain(Buffer.concat(chunks), answer.headers),
        }),
      );
    });
    sent.end(body);
  });
}

function plain(bytes: Buffer, { 'content-encoding': encoding }: IncomingHttpHeaders): string {
  if (encoding === 'br') return brotliDecompressSync(bytes).toString();
  return (encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString();
}

/** What is wrong with an answer; null where it is a success, or a problem of the client's as a problem document. */
function faultOf({ status, headers, text }: Answered): string | null {
  if (status < 400) return null;
  if (status >= 500) return `${status} ${text}`;
  if (!headers['content-type']?.startsWith('application/problem+json')) return `${headers['content-type']} ${text}`;
  const { detail } = JSON.parse(text) as { detail: string };
  return /^[A-Z“0-9].*[.?!]$/s.test(detail) ? null : `no sentence: ${detail}`;
}

test.each(operationsOf(document).map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
  `%s answers ${REQUESTS} hostile requests (seed ${SEED}) with successes and problem documents`,
  async (_name, operation) => {
    // A clinic of its own: such a request may change what its people may do.
    const clinic = await testClinic(app);
    const person = await colleague(app, clinic, 'director', 'Fay');
    const things = { ...(await thingsOf(clinic)), ...(await sessionOf(clinic.clinician)) };
    const requests = fc.sample(hostileRequests(document, operation, things), { seed: SEED, numRuns: REQUESTS });
    const faults: object[] = [];
    for (const request of requests) {
      const fault = await ask(request, person.cookie).then(faultOf, (error: Error) => error.message);
      if (fault !== null) faults.push({ request, fault });
    }
    expect(faults).toEqual([]);
  },
);

test('the service is as well as before', async () => {
  const { status } = await ask({ method: 'GET', address: '/readyz', headers: {}, body: Buffer.alloc(0) }, '');
  expect(status).toBe(200);
});
