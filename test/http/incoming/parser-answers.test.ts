import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testApp, type TestApp } from '../../support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ PUBLIC_URL: 'https://outcomes.example.org' });
});
afterAll(() => app.close());

async function socket(): Promise<Socket> {
  const opened = connect(Number(new URL(app.url).port), '127.0.0.1');
  await once(opened, 'connect');
  return opened;
}

/** What comes back until the service closes the connection. */
async function ask(bytes: string): Promise<string> {
  const opened = await socket();
  opened.write(bytes, 'latin1');
  return text(opened);
}

function expectProblem(answer: string, status: number, type: string): void {
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} \\w`));
  expect(head).toMatch(/content-type: application\/problem\+json; charset=utf-8/i);
  expect(JSON.parse(body)).toMatchObject({
    type: `/problems/${type}`,
    status,
    detail: expect.stringMatching(/^[A-Z].*\.$/),
    requestId: /x-request-id: (\S+)/i.exec(head)?.[1],
  });
}

const END = 'Host: localhost\r\nConnection: close\r\n\r\n';
const ELSEWHERE = 'Host: evil.example\r\nConnection: close\r\n\r\n';
const SIGN_IN = 'POST /v1/session HTTP/1.1\r\nContent-Type: application/json\r\n';

describe('what never becomes a request is answered with a problem document', () => {
  test.each([
    ['what is no HTTP', 'GARBAGE\r\n\r\n', 400, 'malformed'],
    ['HTTP/2 without TLS', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400, 'malformed'],
    ['an unknown method', `FROB / HTTP/1.1\r\n${END}`, 400, 'malformed'],
    ['a length below 0', `${SIGN_IN}Content-Length: -2\r\n${END}`, 400, 'malformed'],
    ['two lengths', `${SIGN_IN}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n${END}`, 400, 'malformed'],
    ['a chunk without a length', `${SIGN_IN}Transfer-Encoding: chunked\r\n${END}zz\r\n`, 400, 'malformed'],
    ['a NUL in the address', `GET /\0 HTTP/1.1\r\n${END}`, 400, 'malformed'],
    ['CONNECT', `CONNECT example.org:443 HTTP/1.1\r\n${END}`, 400, 'malformed'],
    ['headers of 20 kB', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n${END}`, 431, 'headers-too-large'],
    [
      'extensions of a chunk of 20 kB',
      `${SIGN_IN}Transfer-Encoding: chunked\r\n${END}1;${'a'.repeat(20_000)}\r\n{\r\n`,
      413,
      'too-large',
    ],
    ['an expectation', `${SIGN_IN}Expect: 200-ok\r\nContent-Length: 2\r\n${END}{}`, 417, 'expectation-failed'],
    ['no host', 'GET /livez HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'malformed'],
    ['two hosts', `GET /livez HTTP/1.1\r\nHost: outcomes.example.org\r\n${END}`, 400, 'malformed'],
    ['every address', `OPTIONS * HTTP/1.1\r\n${END}`, 404, 'not-found'],
    ['another host', `GET /v1/session HTTP/1.1\r\n${ELSEWHERE}`, 421, 'foreign-host'],
    ['another host for the API document', `GET /docs HTTP/1.1\r\n${ELSEWHERE}`, 421, 'foreign-host'],
    ['the same as a file', `GET /openapi.json HTTP/1.1\r\n${ELSEWHERE}`, 421, 'foreign-host'],
    ['another port', `GET /v1/session HTTP/1.1\r\nHost: a.b:1:2\r\nConnection: close\r\n\r\n`, 421, 'foreign-host'],
  ])('%s', async (_what, bytes, status, type) => {
    expectProblem(await ask(bytes), status, type);
  });
});

test.each([
  'outcomes.example.org',
  'Outcomes.Example.ORG',
  'outcomes.example.org:443',
  'localhost:3000',
  '127.0.0.1',
  '[::1]:3000',
  'cudos',
  '10.1.2.3:3000',
])('a request to %s is answered', async (host) => {
  expect(await ask(`GET /v1/session HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 401/);
});

test('a health check may call the service what it likes', async () => {
  const answer = await ask('GET /livez HTTP/1.1\r\nHost: pod-7.cluster.local\r\nConnection: close\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1.1 200/);
});

test('what comes on an open connection while the service stops is told to come back', async () => {
  const stopping = await testApp();
  const server = stopping.app.getHttpServer();
  const opened = connect(Number(new URL(stopping.url).port), '127.0.0.1');
  const arrived = once(server, 'connection');
  // Half of a request is under way, so that the connection stays open.
  opened.write('GET /v1/session HTTP/1.1\r\nHost: localhost\r\n');
  const [accepted] = (await arrived) as [Socket];
  while (accepted.bytesRead === 0) await setImmediate();
  const stopped = stopping.close();
  while (server.listening) await setImmediate();
  opened.write('\r\n');
  const answer = await text(opened);
  await stopped;
  expectProblem(answer, 503, 'unavailable');
  expect(answer).toMatch(/retry-after: 5/i);
});
