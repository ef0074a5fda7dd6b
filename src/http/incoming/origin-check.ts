import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Environment } from '../../environment.js';
import { Problem } from '../problem.js';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses writes that a page of another origin sends with this site's cookie. */
export function refuseForeignOrigins(server: FastifyInstance, environment: Environment): void {
  server.addHook('onRequest', (request, _reply, done) => {
    if (READS.has(request.method) || isOwn(request, environment)) done();
    else done(new Problem('foreign-origin', 'This request came from a page of another site.'));
  });
}

function isOwn({ headers }: FastifyRequest, { publicUrl }: Environment): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (headers.origin === undefined) return true;
  if (!URL.canParse(headers.origin)) return false;
  const { host, origin } = new URL(headers.origin);
  const known = publicUrl === null ? null : new URL(publicUrl);
  // At the address that people type, http is another origin than https.
  if (host === known?.host) return origin === known.origin;
  return host === headers.host;
}
