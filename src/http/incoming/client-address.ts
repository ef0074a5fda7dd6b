import type { Socket } from 'node:net';
import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import { LRUCache } from 'lru-cache';

const MOST_KEPT = 1000;
const TRANSLATED = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/** Which request it is, and where it came from. */
export interface RequestSource {
  requestId: string;
  /** As `clientAddress` has it; null for a command on the server itself. */
  address: string | null;
}

export function sourceOf(request: FastifyRequest): RequestSource {
  return { requestId: request.id, address: clientAddress(request) };
}

/**
 * Whose request this is, for counting: an IPv4 address, or the first 64 bits of an IPv6 address, of which one person has
 * all. A port behind it is left out; what is no address was not written by a proxy, so the connection's own counts.
 */
export function clientAddress({
  ip,
  socket,
}: {
  ip: string | undefined;
  socket: Pick<Socket, 'remoteAddress'>;
}): string {
  // A connection that was reset before its request was looked at has no address any more.
  return networkOf(ip ?? '') ?? networkOf(socket.remoteAddress ?? '') ?? 'unknown';
}

/** Those seen lately: an address asks for more than one thing, and is looked at several times for each. */
const networks = new LRUCache<string, { network: string | null }>({
  max: MOST_KEPT,
  memoMethod: (text) => ({ network: parsedNetwork(text) }),
});

function networkOf(text: string): string | null {
  return networks.memo(text).network;
}

function parsedNetwork(text: string): string | null {
  const bare = /^\[(.*)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+)(?::\d+)?$/.exec(text)?.[1] ?? text;
  const [address = ''] = bare.trim().split('%');
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address)) return null;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  // Behind a translator (RFC 6052) each IPv4 address is one of these, and all of them would count as one.
  if (parsed.match(TRANSLATED)) return ipaddr.fromByteArray(parsed.toByteArray().slice(12)).toString();
  return `${(parsed as ipaddr.IPv6).parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}
