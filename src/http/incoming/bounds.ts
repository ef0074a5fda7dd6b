import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { clientAddress } from './client-address.js';
import { refuseOn } from './parser-answers.js';
import { Problem } from '../problem.js';

/** How long a client may take, in milliseconds, and how much may be under way for it at once. */
export interface Bounds {
  /** For a body of JSON to arrive. */
  body: number;
  /** Without reading anything of an answer. */
  unread: number;
  /** To go on sending after the answer. */
  linger: number;
  /** Requests on one connection whose answers are not read yet. */
  onConnection: number;
  /** Requests from one address whose answers are not read yet. */
  fromAddress: number;
}

const BOUNDS: Omit<Bounds, 'fromAddress'> = { body: 30_000, unread: 30_000, linger: 2000, onConnection: 8 };
const SPREADSHEETS_MAY_BE_SLOW = 10 * 60_000;

/** Options of the server itself: headers and whole requests that never end. */
export const serverBounds = {
  requestTimeout: SPREADSHEETS_MAY_BE_SLOW,
  http: { headersTimeout: 15_000, connectionsCheckingInterval: 5000 },
};

/** Bounds what one client can use up: by bodies without end, and by answers that it asks for and never reads. */
export function boundClients(server: FastifyInstance, given: Pick<Bounds, 'fromAddress'> & Partial<Bounds>): void {
  const bounds = { ...BOUNDS, ...given };
  endUnread(server.server, bounds.unread);
  const ofConnections = new Counter<Socket>();
  const ofAddresses = new Counter<string>();
  const closing = new WeakSet<Socket>();
  server.addHook('onRequest', (request, reply, done) => {
    const { socket } = request;
    // Behind a refusal no answer is sent any more: thousands that came with it must not be worked on either.
    if (closing.has(socket)) return void reply.hijack();
    const address = clientAddress(request);
    const leave = [ofConnections.enter(socket), ofAddresses.enter(address)];
    reply.raw.once('close', () => leave.forEach((one) => one()));
    const tooMany = ofConnections.of(socket) > bounds.onConnection || ofAddresses.of(address) > bounds.fromAddress;
    if (tooMany) {
      closing.add(socket);
      return done(refused(reply));
    }
    endSlowBody(request, reply, bounds.body);
    done();
  });
  server.addHook('onResponse', ({ raw, socket }, _reply, done) => {
    done();
    // What is still being sent is thrown away, for a moment, so that the answer is not lost with the connection.
    if (!raw.complete) setTimeout(() => raw.complete || socket.destroy(), bounds.linger).unref();
  });
}

class Counter<Key> {
  private readonly counts = new Map<Key, number>();

  of(key: Key): number {
    return this.counts.get(key) ?? 0;
  }

  enter(key: Key): () => void {
    this.counts.set(key, this.of(key) + 1);
    return () => {
      const left = this.of(key) - 1;
      if (left > 0) this.counts.set(key, left);
      else this.counts.delete(key);
    };
  }
}

function refused(reply: FastifyReply): Problem {
  void reply.header('connection', 'close');
  const detail = 'Too many requests are under way at once. Read the answers, then ask again.';
  return new Problem('too-many', detail, {}, { 'retry-after': '1' });
}

/** Ends connections on which an answer waits and nothing moves; one that waits for its answer may take its time. */
function endUnread(server: Server, milliseconds: number): void {
  server.setTimeout(milliseconds);
  server.on('timeout', (socket: Socket) => {
    if (socket.writableLength > 0) socket.destroy();
    else socket.setTimeout(milliseconds);
  });
}

/** A body of JSON is read as a whole, so it has a time of its own. */
function endSlowBody({ raw, headers, socket }: FastifyRequest, reply: FastifyReply, milliseconds: number): void {
  if (!headers['content-type']?.startsWith('application/json')) return;
  const timer = setTimeout(() => {
    if (raw.complete || reply.raw.headersSent) return;
    refuseOn(socket, new Problem('too-slow', 'The body did not arrive in time. Nothing was saved; send it again.'));
  }, milliseconds).unref();
  for (const end of ['end', 'close']) raw.once(end, () => clearTimeout(timer));
}
