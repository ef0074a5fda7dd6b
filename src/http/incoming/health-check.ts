import type { FastifyRequest } from 'fastify';

const ROUTES = new Set(['/livez', '/readyz']);

/** Does a proxy or an orchestrator ask whether the service lives? It is no client of anybody's, and may know the service by any name. */
export function isHealthCheck({ routeOptions }: Pick<FastifyRequest, 'routeOptions'>): boolean {
  return ROUTES.has(routeOptions.url ?? '');
}
