/** The first script of this build: where the service worker has it too, both are of the same build. */
const OWN_PART = new URL(import.meta.url).pathname;

/**
 * Has the browser keep the pages' own parts, so that they open without a connection, and takes a newer build over where
 * this page is of it. Only over https, or on the machine itself: elsewhere browsers have no service workers.
 */
export function keepPagesOnDevice(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // After what a person waits for.
  window.addEventListener('load', () => void register().catch(() => undefined));
}

async function register(): Promise<void> {
  const registration = await navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' });
  askToTakeOver(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') askToTakeOver(installing);
    });
  });
}

function askToTakeOver(worker: ServiceWorker | null): void {
  worker?.postMessage(OWN_PART);
}
