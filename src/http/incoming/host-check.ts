import { isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Environment } from '../../environment.js';
import { Problem } from '../problem.js';
import { isHealthCheck } from './health-check.js';

/**
 * Refuses requests that name no host, and, where `PUBLIC_URL` is set, those that name another site: so a page whose name
 * was pointed at this service can't read it. Addresses and names without a dot are of the inside and stay open.
 */
export function refuseForeignHosts(server: FastifyInstance, { publicUrl }: Environment): void {
  const own = publicUrl === null ? null : new URL(publicUrl);
  server.addHook('onRequest', (request, _reply, done) => {
    const { raw, headers } = request;
    const hosts = raw.rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host');
    if (hosts.length > 1 || (hosts.length === 0 && raw.httpVersion !== '1.0')) {
      return done(new Problem('malformed', 'A request names its host once, in the header Host.'));
    }
    const host = asInAddresses(headers.host ?? '', own);
    if (!own || isHealthCheck(request) || host === own.host || isInside(host)) return done();
    done(new Problem('foreign-host', `This service is at ${own.origin}, not at the host that was asked for.`));
  });
}

/** As an address of this service has it: in small letters, and without the port that its scheme has anyway. */
function asInAddresses(host: string, own: URL | null): string {
  const small = host.toLowerCase();
  const usual = own?.protocol === 'https:' ? ':443' : ':80';
  return small.endsWith(usual) ? small.slice(0, -usual.length) : small;
}

function isInside(host: string): boolean {
  if (host === '') return true;
  const name = /^\[([0-9a-f:.]+)\](:\d+)?$/i.exec(host)?.[1] ?? /^([^:]*)(:\d+)?$/.exec(host)?.[1];
  return name !== undefined && (isIP(name) > 0 || /^[\w-]+$/.test(name));
}
