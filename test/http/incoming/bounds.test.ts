import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { boundClients, serverBounds } from '../../../src/http/incoming/bounds.js';
import { answerClientError } from '../../../src/http/incoming/parser-answers.js';
import { problemOf } from '../../../src/http/problem.filter.js';

const MEGABYTE = 1024 * 1024;
let server: FastifyInstance;
let asked: number;
let refused: number;
beforeEach(async () => {
  asked = 0;
  refused = 0;
  server = fastify({ ...serverBounds, clientErrorHandler: answerClientError });
  boundClients(server, { fromAddress: 20, body: 100, unread: 200, linger: 100 });
  server.setErrorHandler((error, _request, reply) => {
    refused += 1;
    const problem = problemOf(error);
    void reply.status(problem.status).send(problem.toJSON());
  });
  server.get('/large', () => {
    asked += 1;
    return Buffer.alloc(MEGABYTE);
  });
  server.get('/never', () => {
    asked += 1;
    return new Promise(() => undefined);
  });
  server.post('/json', () => 'taken');
  server.addContentTypeParser('text/csv', (_request, body, done) => done(null, body));
  server.post('/upload', (_request, reply) => reply.status(401).send('no'));
  await server.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => server.close());

async function opened(bytes: string): Promise<Socket> {
  const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(bytes);
  return socket;
}

const READ = 'GET /large HTTP/1.1\r\nHost: x\r\n\r\n';

test('of 1000 requests at once on one connection that reads nothing eight are worked on and one is refused, then it ends', async () => {
  const accepted = once(server.server, 'connection') as Promise<[Socket]>;
  const socket = await opened(READ.repeat(1000));
  const [near] = await accepted;
  await once(near, 'close');
  expect([asked, refused]).toEqual([8, 1]);
  socket.destroy();
});

test('of 100 connections from one address that read nothing twenty are worked on', async () => {
  const sockets = await Promise.all(Array.from({ length: 100 }, () => opened(READ)));
  for (const socket of sockets) socket.destroy();
  expect(asked).toBeLessThanOrEqual(20);
});

test('who hangs up on several requests at once that wait for their answers may ask again', async () => {
  for (let each = 0; each < 5; each += 1) {
    const accepted = once(server.server, 'connection') as Promise<[Socket]>;
    const socket = await opened('GET /never HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(7));
    const [near] = await accepted;
    // All of them came in one piece.
    if (near.bytesRead === 0) await once(server.server, 'request');
    // It ends with an error, which is none here.
    const closed = new Promise((resolve) => near.once('close', resolve));
    socket.destroy();
    await closed;
  }
  const answer = await text(await opened('GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'));
  expect(answer).toMatch(/^HTTP\/1.1 200/);
});

test('who reads is answered as often as he asks', async () => {
  for (let each = 0; each < 50; each += 1) {
    const socket = await opened('GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect((await text(socket)).length).toBeGreaterThan(MEGABYTE);
  }
  expect(asked).toBe(50);
});

test('a body of JSON without end is answered with 408', async () => {
  const head = 'POST /json HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{';
  const answer = await text(await opened(head));
  expect(answer).toMatch(/^HTTP\/1.1 408 .*\r\n/);
  expect(answer).toContain('"type":"/problems/too-slow"');
});

test('an upload that was refused is not read for long', async () => {
  const accepted = once(server.server, 'connection') as Promise<[Socket]>;
  const head = 'POST /upload HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\nContent-Length: 99999999999\r\n\r\n';
  const socket = await opened(head);
  const [near] = await accepted;
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1.1 401/);
  socket.write('a,b\n');
  await once(near, 'close');
});
