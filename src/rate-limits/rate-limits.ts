import type { FastifyRateLimitStoreCtor, RateLimitPluginOptions } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import type { Environment } from '../environment.js';
import { clientAddress } from '../http/incoming/client-address.js';
import { isHealthCheck } from '../http/incoming/health-check.js';
import { Problem } from '../http/problem.js';
import { isPublicSide } from '../http/public-side.js';
import type { RequestCountService } from './request-count.service.js';
import { counted } from '../domain/numbers/words.js';

/** Routes that look at a secret somebody might guess. */
const GUESSABLE = new Set([
  'POST /v1/session',
  'POST /v1/setup',
  'POST /v1/one-time-links/redemption',
  'PUT /v1/account/password',
  'POST /v1/account/second-factor/confirmation',
  'POST /v1/account/second-factor/recovery-codes',
  'POST /v1/account/second-factor/removal',
  'POST /v1/session/second-factor',
  'POST /v1/session/second-factor/passkey',
  'POST /v1/session/passkey',
  'POST /v1/session/passkey/options',
  'POST /v1/account/sso',
  'POST /v1/account/sso/options',
  'POST /v1/session/sso',
  'POST /v1/session/sso/code',
  'POST /v1/session/sso/options',
]);

/**
 * How many requests one address may make: fewer where a secret could be guessed, and counted apart on the public side.
 * @param counts What counts for all processes on one database, or for this one where the database is its own.
 */
export function rateLimits(environment: Environment, counts: RequestCountService): RateLimitPluginOptions {
  return {
    timeWindow: '1 minute',
    enableDraftSpec: true,
    allowList: isHealthCheck,
    max: (request) => maxOf(kindOf(request), environment),
    keyGenerator: (request) => `${kindOf(request)} ${clientAddress(request)}`,
    store: storeOf(counts, environment.databaseUrl === null),
    errorResponseBuilder: (_request, { ttl }) => {
      const seconds = Math.max(1, Math.ceil(ttl / 1000));
      const detail = `Too many requests from this address. Try again in ${counted(seconds, 'second')}.`;
      return new Problem('too-many', detail, {}, { 'retry-after': String(seconds) });
    },
  };
}

const LIMITS = {
  guess: 'signInsPerMinute',
  public: 'publicRequestsPerMinute',
  other: 'requestsPerMinute',
} as const;

type Kind = keyof typeof LIMITS | 'part';

/**
 * A new window fetches a hundred parts of the pages at once, so that it opens without a connection. They are files that never
 * change and are of nobody: counted with the rest, a dozen windows behind one address would take the minute of all others.
 */
const PARTS_FOR_A_REQUEST = 10;

function maxOf(kind: Kind, environment: Environment): number {
  if (kind === 'part') return PARTS_FOR_A_REQUEST * environment.requestsPerMinute;
  return environment[LIMITS[kind]];
}

function kindOf(request: FastifyRequest): Kind {
  if (request.routeOptions.url?.startsWith('/assets/')) return 'part';
  if (GUESSABLE.has(`${request.method} ${request.routeOptions.url}`)) return 'guess';
  return isPublicSide(request) ? 'public' : 'other';
}

type Counted = (error: Error | null, result?: { current: number; ttl: number }) => void;

/** The counts as the plugin wants them: a class of its own making, which calls back. */
function storeOf(counts: RequestCountService, isAlone: boolean): FastifyRateLimitStoreCtor {
  return class SharedStore {
    incr(key: string, answer: Counted, _window: number, limit: number): void {
      if (isAlone) return answer(null, counts.countHere(key));
      if (!key.startsWith('guess ')) return answer(null, counts.count(key, limit));
      counts.countExactly(key, limit).then((result) => answer(null, result), answer);
    }

    child(): SharedStore {
      return this;
    }
  };
}
