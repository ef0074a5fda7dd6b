import type { Server, ServerResponse } from 'node:http';
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
  const underWay = new UnderWay();
  const closing = new WeakSet<Socket>();
  server.addHook('onRequest', (request, reply, done) => {
    const { socket } = request;
    // Behind a refusal no answer is sent any more: thousands that came with it must not be worked on either.
    if (closing.has(socket) || socket.closed) return void reply.hijack();
    const { onConnection, fromAddress } = underWay.enter(socket, reply.raw, clientAddress(request));
    const tooMany = onConnection > bounds.onConnection || fromAddress > bounds.fromAddress;
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

/**
 * How many requests have answers that are not read yet. Of answers that wait behind another on their connection Node says nothing when it
 * closes, so the connection is listened to as well.
 */
class UnderWay {
  private readonly ends = new WeakMap<Socket, Set<() => void>>();
  private readonly addresses = new Map<string, number>();

  /** @returns How many there are with this one. */
  enter(socket: Socket, answer: ServerResponse, address: string): { onConnection: number; fromAddress: number } {
    const ends = this.endsOf(socket);
    const fromAddress = this.add(address, 1);
    const end = () => {
      if (ends.delete(end)) this.add(address, -1);
    };
    ends.add(end);
    answer.once('close', end);
    return { onConnection: ends.size, fromAddress };
  }

  private endsOf(socket: Socket): Set<() => void> {
    const known = this.ends.get(socket);
    if (known) return known;
    const ends = new Set<() => void>();
    this.ends.set(socket, ends);
    socket.once('close', () => ends.forEach((end) => end()));
    return ends;
  }

  private add(address: string, change: 1 | -1): number {
    const count = (this.addresses.get(address) ?? 0) + change;
    if (count > 0) this.addresses.set(address, count);
    else this.addresses.delete(address);
    return count;
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
