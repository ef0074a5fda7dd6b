import type { RateLimitPluginOptions } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import type { Environment } from '../environment.js';
import { Problem } from './problem.js';
import { isPublicSide } from './public-side.js';

/** Routes that look at a secret somebody might guess. */
const GUESSABLE = new Set([
  'POST /v1/session',
  'POST /v1/setup',
  'POST /v1/one-time-links/redemption',
  'PUT /v1/account/password',
]);

/** How many requests one address may make: fewer where a secret could be guessed, and counted apart on the public side. */
export function rateLimits(environment: Environment): RateLimitPluginOptions {
  return {
    timeWindow: '1 minute',
    enableDraftSpec: true,
    max: (request) => environment[LIMITS[kindOf(request)]],
    keyGenerator: (request) => `${kindOf(request)} ${request.ip}`,
    errorResponseBuilder: (_request, { ttl }) => {
      const seconds = Math.max(1, Math.ceil(ttl / 1000));
      const detail = `Too many requests from this address. Try again in ${seconds} seconds.`;
      return new Problem('too-many', detail, {}, { 'retry-after': String(seconds) });
    },
  };
}

const LIMITS = {
  guess: 'signInsPerMinute',
  public: 'publicRequestsPerMinute',
  other: 'requestsPerMinute',
} as const;

function kindOf(request: FastifyRequest): keyof typeof LIMITS {
  if (GUESSABLE.has(`${request.method} ${request.routeOptions.url}`)) return 'guess';
  return isPublicSide(request) ? 'public' : 'other';
}
