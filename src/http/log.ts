import { Injectable, type LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { LogController, type FastifyInstance } from 'fastify';
import { newId } from './ids.js';

/** One JSON object a line on standard output; never a body, a query or anything else of a patient. */
export function logger(level: string): Logger {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
}

/** Lets Nest write its own lines into the same log. */
@Injectable()
export class NestLog implements LoggerService {
  constructor(private readonly pino: Logger) {}

  log(message: unknown, context?: string): void {
    this.pino.debug({ context, ...asObject(message) });
  }

  warn(message: unknown, context?: string): void {
    this.pino.warn({ context, ...asObject(message) });
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.pino.error({ context: rest.at(-1), ...asObject(message) });
  }
}

function asObject(message: unknown): object {
  if (message instanceof Error) return { message: message.message, stack: message.stack };
  return typeof message === 'object' && message !== null ? message : { message };
}

/** Server options that give each request an id of its own. */
export const requestIds = {
  genReqId: newId,
  logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
};

/**
 * Logs each request once it is answered. The route's pattern replaces the address: an address may hold a chart
 * number that somebody searched for.
 */
export function logRequests(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, _payload, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    request.log.info({
      method: request.method,
      route: request.routeOptions.url ?? '(none)',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    });
    done();
  });
}
