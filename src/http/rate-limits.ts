import type { RateLimitPluginOptions } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import type { Environment } from '../environment.js';
import { Problem } from './problem.js';

/** Routes that look at a secret somebody might guess. */
const GUESSABLE = new Set([
  'POST /v1/session',
  'POST /v1/setup',
  'POST /v1/one-time-links/redemption',
  'PUT /v1/account/password',
]);

/** How many requests one address may make: fewer where a secret could be guessed. */
export function rateLimits(environment: Environment): RateLimitPluginOptions {
  return {
    timeWindow: '1 minute',
    enableDraftSpec: true,
    max: (request) =>
      isGuess(request) ? environment.signInsPerMinute : environment.requestsPerMinute,
    keyGenerator: (request) => (isGuess(request) ? `guess ${request.ip}` : request.ip),
    errorResponseBuilder: (_request, { ttl }) => {
      const seconds = Math.max(1, Math.ceil(ttl / 1000));
      const detail = `Too many requests from this address. Try again in ${seconds} seconds.`;
      return new Problem('too-many', detail, {}, { 'retry-after': String(seconds) });
    },
  };
}

function isGuess({ method, routeOptions }: FastifyRequest): boolean {
  return GUESSABLE.has(`${method} ${routeOptions.url}`);
}
