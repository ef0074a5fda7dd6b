import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A plain proxy in front of several processes of the service. */
export interface RoundRobin {
  url: string;
  close(): Promise<void>;
}

/**
 * Sends each request to the next of the addresses, whoever asks, and answers 502 where that one is gone.
 * @param targets Read at each request, so a process that started again is found at its new address.
 */
export async function startRoundRobin(targets: () => readonly string[]): Promise<RoundRobin> {
  let taken = 0;
  // As long as the service keeps a connection: one that this end closes while a test sends on it, after five seconds of nothing, is reset.
  const server = createServer({ keepAliveTimeout: 72_000 }, (incoming, outgoing) => {
    const all = targets();
    forward(incoming, outgoing, all[(taken += 1) % all.length] ?? '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://127.0.0.1:${port}`, close };
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse, target: string): void {
  const { method, headers, url = '/', socket } = incoming;
  const given = headers['x-forwarded-for'] ?? socket.remoteAddress;
  const onward = request(target + url, { method, headers: { ...headers, 'x-forwarded-for': given } }, (answered) => {
    outgoing.writeHead(answered.statusCode ?? 502, answered.headers);
    // An answer that breaks off must not look like a whole one.
    answered.on('error', () => outgoing.destroy());
    answered.pipe(outgoing);
  });
  onward.on('error', () => {
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(502).end();
  });
  incoming.pipe(onward);
}
