import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RowSecurityOff } from '../database/row-security.js';
import { obstacleOf, sqlStateOf } from '../database/sql-state.js';
import { ServiceStops } from './incoming/while-stopping.js';
import { detailFor } from './only-asked.js';
import { Problem } from './problem.js';
import { problemPage } from './problem-page.js';
import type { ProblemType } from './problem-types.js';

const byStatus: Record<number, ProblemType> = {
  400: 'malformed',
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  409: 'conflict',
  412: 'stale-version',
  413: 'too-large',
  414: 'not-found',
  415: 'unsupported-type',
  422: 'rule-broken',
  429: 'too-many',
};

const OBSTACLES = {
  'statement-ended':
    'The database was busy for too long, so this was ended. Nothing was saved; try again in a few seconds.',
  'disk-full':
    'The disk of the service or of its database is full. Nothing was saved; tell the person who runs this service, and try ' +
    'again when there is room.',
  'no-handles':
    'The service has no room for another file or connection at the moment. Nothing was saved; try again in a few seconds.',
  // A connection may be lost while the database is committing, so nobody can say that nothing was saved.
  unavailable:
    'The database does not answer at the moment. What was sent may not have been saved; look, and try again in a few ' +
    'seconds.',
};

const LEFT = 'The request ended before all of it was here. Nothing was saved.';

/** SQLSTATEs of a text with a character that PostgreSQL can't hold, in a text or in JSON. */
const UNSTORABLE = new Set(['22021', '22P05']);

/** Every error leaves the service here, as a problem document with the request id and nothing internal. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = wasLeft(request) ? new Problem('malformed', LEFT) : problemOf(error);
    if (problem.status >= 500 && !(error instanceof ServiceStops)) {
      this.logger.error({ requestId: request.id, error: describe(error) });
    }
    send(problem, request, reply);
  }
}

/** Whether who asks hung up before all of the request was there: no fault of ours, for which nobody is woken up. */
function wasLeft({ raw }: FastifyRequest): boolean {
  return raw.destroyed && !raw.complete;
}

/** Answers what the router refuses before any hook runs: an address that can't be decoded or is too long. */
export function refuseAddress(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const tooLong = statusOf(error) === 414;
  const problem = tooLong ? problemOf(error) : new Problem('malformed', "The address can't be decoded.");
  send(problem, request, reply.header('x-request-id', request.id));
}

function send(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  // For who counts them.
  Object.assign(request, { problemType: problem.type });
  void reply.status(problem.status).headers({ 'cache-control': 'no-store', ...challenge(problem), ...problem.headers });
  const detail = detailFor(problem.detail, request);
  const page = problemPage(problem.title, detail, request);
  if (page !== null) return void reply.type('text/html; charset=utf-8').send(page);
  void reply
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify({ ...problem.toJSON(), detail, requestId: request.id }));
}

/** How to show who asks: RFC 9110 wants that said with every 401. A browser asks nobody for a token. */
function challenge({ status }: Problem): Record<string, string> {
  return status === 401 ? { 'www-authenticate': 'Bearer realm="cudos"' } : {};
}

/** The problem document of any error. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const obstacle = obstacleOf(error);
  if (obstacle !== null) return unavailable(OBSTACLES[obstacle]);
  if (error instanceof RowSecurityOff) {
    return unavailable(
      'The database would not keep clinics apart at the moment, so nothing is read or written. Nothing was saved; tell ' +
        'the person who runs this service.',
    );
  }
  if (UNSTORABLE.has(sqlStateOf(error) ?? '')) {
    return new Problem('malformed', "A text holds a character that can't be kept, such as a NUL.");
  }
  const status = statusOf(error);
  if (status === 503)
    return unavailable('The service can’t answer this now. Nothing was saved; try again in a few seconds.');
  if (status < 400 || status >= 500) {
    return new Problem('internal', 'Something went wrong on our side. Nothing was saved.');
  }
  return new Problem(byStatus[status] ?? 'malformed', detailOf(status));
}

function unavailable(detail: string): Problem {
  return new Problem('unavailable', detail, {}, { 'retry-after': '5' });
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
}

function detailOf(status: number): string {
  if (status === 404 || status === 414) return 'There is nothing at this address.';
  if (status === 413) return 'What was sent is larger than this route takes.';
  if (status === 415) return 'Send the Content-Type that the API document names for this route.';
  return 'The request could not be read. Nothing was saved.';
}

/** What the log keeps of an unexpected error: never the values of a statement, which may be a patient's. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: 'a thrown value that is no Error' };
  const state = sqlStateOf(error);
  if (state !== null) {
    const { constraint, table } = error as { constraint?: string; table?: string };
    return { name: error.name, sqlState: state, constraint, table, stack: frames(error) };
  }
  return { name: error.name, message: error.message, stack: frames(error) };
}

function frames(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .join('\n');
}
