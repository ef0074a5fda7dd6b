/// <reference lib="webworker" />

const worker = globalThis as unknown as ServiceWorkerGlobalScope;

/** The parts of the pages of this build, and a name for all of them; put in by the build. */
declare const __SHELL__: { version: string; parts: readonly string[] };

const { version, parts } = __SHELL__;
const CACHE = `shell ${version}`;
const PAGE = '/';
/** What is not a page of these: answers of the service, its documents, and what is published. */
const NOT_OURS = /^\/(v1|docs|openapi\.json|problems|livez|readyz|metrics|published|embed|\.well-known)([/.]|$)/;
/** As long as a page waits for the service before it opens as it is kept here. */
const PATIENCE = 4_000;

worker.addEventListener('install', (event) => event.waitUntil(keepShell()));
worker.addEventListener('activate', (event) => event.waitUntil(dropOldShells()));
worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== worker.location.origin || NOT_OURS.test(pathname)) return;
  if (mode === 'navigate') event.respondWith(page(event.request));
  else if (parts.includes(pathname)) event.respondWith(part(event.request));
});

/** A page of this very build asks for its own worker, which takes over where no page of another build is open. */
worker.addEventListener('message', (event: ExtendableMessageEvent) => {
  if (parts.includes(String(event.data))) event.waitUntil(takeOver());
});

/** All parts or none: of another build than this worker nothing is kept. */
async function keepShell(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(parts);
  const document = await fetch(PAGE, { cache: 'no-store', headers: { accept: 'text/html' } });
  const text = await document.clone().text();
  if (!document.ok || !parts.some((one) => text.includes(`src="${one}"`))) throw new Error('The service has changed.');
  await cache.put(PAGE, document);
}

async function dropOldShells(): Promise<void> {
  for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
  await worker.clients.claim();
}

async function takeOver(): Promise<void> {
  const open = await worker.clients.matchAll({ includeUncontrolled: true });
  if (open.length <= 1) await worker.skipWaiting();
}

/** As the service has it; as it is kept where nothing answers. Nothing is added to what is kept. */
async function page(request: Request): Promise<Response> {
  const asked = fetch(request);
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
  const answer = await Promise.race([asked, late]).catch(() => null);
  if (answer !== null && answer.status < 502) return answer;
  return (await (await caches.open(CACHE)).match(PAGE)) ?? asked;
}

async function part(request: Request): Promise<Response> {
  return (await (await caches.open(CACHE)).match(request.url)) ?? fetch(request);
}
