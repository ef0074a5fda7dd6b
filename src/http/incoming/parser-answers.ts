import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { newId } from '../ids.js';
import { Problem } from '../problem.js';

/**
 * Answers what never becomes a request with a problem document too: what the parser of HTTP refuses, headers that are
 * too large, a client that is too slow, and expectations. To be called when the server is made.
 */
export function answerUnparsed(server: FastifyInstance): void {
  server.server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    const problem = new Problem('expectation-failed', 'The only expectation that is met here is 100-continue.');
    const { head, body } = written(problem);
    response.writeHead(problem.status, { ...head, connection: 'close' }).end(body);
  });
  server.server.on('connect', (_request: IncomingMessage, socket: Socket) => {
    refuseOn(socket, new Problem('malformed', 'This is no proxy: CONNECT leads nowhere.'));
  });
}

/** For what the parser refuses; the request, where there is one, is not known any more. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  refuseOn(socket, problemOf(error));
}

function problemOf({ code }: NodeJS.ErrnoException): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new Problem('too-slow', 'The request did not arrive in time. Nothing was saved; send it again.');
  }
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new Problem('headers-too-large', 'The address and the headers have at most 16 kB together.');
  }
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW') {
    return new Problem('too-large', 'The extensions of a chunk are too large.');
  }
  return new Problem('malformed', 'This is no request of HTTP/1.1. Nothing was saved.');
}

/** Writes a problem document onto a connection, where no answer has begun, and closes it. */
export function refuseOn(socket: Socket, problem: Problem): void {
  const { head, body } = written(problem);
  const lines = Object.entries({ ...head, connection: 'close' }).map(([name, value]) => `${name}: ${value}\r\n`);
  const { status } = problem;
  if (!socket.writable) return void socket.destroy();
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`, () => socket.destroy());
}

function written(problem: Problem): { head: Record<string, string | number>; body: string } {
  const requestId = newId();
  const body = JSON.stringify({ ...problem.toJSON(), requestId });
  return {
    head: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-request-id': requestId,
    },
    body,
  };
}
