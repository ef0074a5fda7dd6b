import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Where published figures are: what anybody may read from any site, without signing in. */
const PUBLIC_SIDE = /^\/(v1\/published|published|embed|\.well-known\/cudos-signing-keys)([/.?]|$)/;
const FRAMED = '/embed/:slug';
const A_DAY = 86_400;

/** Is this an address of the public side? */
export function isPublicAddress(address: string): boolean {
  return PUBLIC_SIDE.test(address);
}

/** Does this request go to the public side? The route says so; where no route matches, the address does. */
export function isPublicSide({ routeOptions, url }: FastifyRequest): boolean {
  const route = routeOptions.url;
  return isPublicAddress(route === undefined || route === '/*' ? url : route);
}

/**
 * Lets any site read the public side, without credentials, and any site frame its embed. To be called after what
 * closes the rest of the service to other sites.
 */
export function openPublicSide(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (!isPublicSide(request)) return done();
    open(reply, request.routeOptions.url === FRAMED);
    if (request.method !== 'OPTIONS') return done();
    void reply.status(204).headers(PREFLIGHT).send();
  });
}

const READS = 'GET, HEAD, OPTIONS';
/** What a browser asks before it sends a header of its own; with other answers it means nothing. */
const PREFLIGHT = {
  'access-control-allow-methods': READS,
  'access-control-allow-headers': 'If-None-Match',
  'access-control-max-age': String(A_DAY),
  'cache-control': `public, max-age=${A_DAY}`,
  allow: READS,
};

function open({ raw }: FastifyReply, framed: boolean): void {
  raw.setHeader('access-control-allow-origin', '*');
  raw.setHeader('access-control-expose-headers', 'ETag, Link, Retry-After, X-Request-Id');
  raw.setHeader('cross-origin-resource-policy', 'cross-origin');
  raw.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  if (framed) raw.removeHeader('x-frame-options');
}
