import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { projectRoot } from '../project-root.js';
import { Problem } from './problem.js';
import { isPublicAddress } from './public-side.js';

/** Addresses that are the API's: what is not found there is a problem document, also for a browser. */
const NOT_PAGES = /^\/(v1|docs|openapi\.json|problems|livez|readyz|assets)(\/|\?|$)/;
/** A part's name holds the hash of its content. */
const FOR_EVER = 'public, max-age=31536000, immutable';
/** What a browser asks for at a fixed address: what makes the pages an app on a device. */
const OF_THE_APP = [
  'manifest.webmanifest',
  'service-worker.js',
  'icon-192.png',
  'icon-512.png',
  'icon-maskable-512.png',
];
const TYPES: Readonly<Record<string, string>> = {
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
};
const NOT_BUILT = 'The pages are not built here. Run "npm run build", then start the service again.\n';

/** Serves the pages: their parts at /assets, and the one document that draws every page at any other address. */
export async function servePages(server: FastifyInstance): Promise<void> {
  const built = join(projectRoot, 'dist/web');
  if (existsSync(join(built, 'assets'))) {
    await server.register(fastifyStatic, {
      root: join(built, 'assets'),
      prefix: '/assets/',
      cacheControl: false,
      preCompressed: true,
      decorateReply: false,
      index: false,
      setHeaders: (reply) => void reply.header('cache-control', FOR_EVER),
    });
  }
  for (const name of OF_THE_APP) {
    if (existsSync(join(built, name))) serveFile(server, name, readFileSync(join(built, name)));
  }
  const document = join(built, 'index.html');
  const text = existsSync(document) ? readFileSync(document) : null;
  server.get('/*', (request, reply) => sendPage(text, request, reply));
}

/** Asked for again each time, so that a browser notices a new version of the pages at once. */
function serveFile(server: FastifyInstance, name: string, content: Buffer): void {
  server.get(`/${name}`, (_request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .type(TYPES[extname(name)] ?? '')
      .send(content),
  );
}

function sendPage(text: Buffer | null, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!asksForPage(request)) {
    throw new Problem('not-found', 'There is nothing at this address.');
  }
  if (text === null) return reply.status(503).type('text/plain; charset=utf-8').send(NOT_BUILT);
  return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(text);
}

/** Does a browser open a page with this, wherever it leads? */
export function asksForPage({ url, headers }: FastifyRequest): boolean {
  const isNoPage = NOT_PAGES.test(url) || isPublicAddress(url);
  return !isNoPage && (headers.accept?.includes('text/html') ?? false);
}
