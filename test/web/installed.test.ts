import { createServer, request as ask } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import request from 'supertest';
import { browserStage, settled, windowOf, type Stage } from '../support/browser.js';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { isBuildWaiting, isOnlyCache } from '../support/in-page.js';

describe('the pages as an app on a device', () => {
  const stage = browserStage();
  let clinic: TestClinic;

  beforeEach(async () => {
    clinic = await testClinic(stage.app);
  });

  const opened = (at: Stage = stage) => windowOf(at, clinic.clinician, { installed: true });
  const today = async (page: Page) => {
    await page.goto('/');
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  };
  const workerReady = (page: Page) => page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  /** The addresses of all that service workers of this browser keep, by the names of their caches. */
  const kept = (page: Page) =>
    page.evaluate<Record<string, string[]>>(`(async () => {
      const found = {};
      for (const name of await caches.keys()) {
        const requests = await (await caches.open(name)).keys();
        found[name] = requests.map(({ url }) => new URL(url).pathname);
      }
      return found;
    })()`);

  test('have a manifest with icons, served with their types', async () => {
    const manifest = await request(stage.app.url).get('/manifest.webmanifest').expect(200);
    expect(manifest.headers['content-type']).toMatch(/^application\/manifest\+json/);
    const { icons } = manifest.body as { icons: { src: string; sizes: string }[] };
    expect(icons.map(({ sizes }) => sizes)).toEqual(['192x192', '512x512', '512x512']);
    for (const { src, sizes } of icons) {
      const answer = await request(stage.app.url).get(src).expect(200);
      expect(answer.headers['content-type']).toBe('image/png');
      // Width and height are bytes 16-23 of a PNG.
      const png = answer.body as Buffer;
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
    }
    const worker = await request(stage.app.url).get('/service-worker.js').expect(200);
    expect(worker.headers['content-type']).toMatch(/^text\/javascript/);
    expect(worker.headers['cache-control']).toBe('no-cache');
  });

  test('can be installed in Chromium', async () => {
    const { page, context, faults } = await opened();
    await today(page);
    await workerReady(page);
    const chromium = await context.newCDPSession(page);
    const { errors } = await chromium.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const { installabilityErrors } = await chromium.send('Page.getInstallabilityErrors');
    // A window of a test keeps nothing for later, as a private one does not.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('the service worker keeps the built parts, and no answer of the service', async () => {
    const { chartNumber, courseId, patientId } = await testCourse(clinic.clinician);
    const { page, context } = await opened();
    await today(page);
    await workerReady(page);
    for (const path of ['/', '/scores', `/patients/${patientId}`, `/courses/${courseId}/form/infusion-1`]) {
      await page.goto(path);
      await page.getByText(chartNumber).first().waitFor();
      await settled(page);
    }
    const [paths = [], ...others] = Object.values(await kept(page));
    expect(others).toEqual([]);
    expect(paths).toContain('/');
    expect(paths.filter((path) => path !== '/' && !/^\/assets\/[\w.-]+-[\w-]{8}\.(js|css|svg)$/.test(path))).toEqual(
      [],
    );
    const texts = await page.evaluate<string>(`(async () => {
      let all = '';
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const key of await cache.keys()) all += await (await cache.match(key)).text();
      }
      return all;
    })()`);
    for (const ofPatients of [chartNumber, courseId, patientId]) expect(texts).not.toContain(ofPatients);
    await context.close();
  });

  test('published pages and the API document do not come from the service worker', async () => {
    const { page, context } = await opened();
    await today(page);
    await workerReady(page);
    await context.setOffline(true);
    for (const path of ['/docs', '/published/any', '/v1/courses', '/openapi.json']) {
      await expect(page.goto(path)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
    }
    await context.close();
  });

  test('a new build takes over once no page of the old one is open, and nothing of the old one stays', async () => {
    const build = { name: 'first-build' };
    const site = await siteWith(stage.app.url, build);
    const { page, context, faults } = await opened({ ...stage, app: { ...stage.app, url: site.url } });
    await today(page);
    await workerReady(page);
    expect(Object.keys(await kept(page))).toEqual(['shell first-build']);
    const other = await context.newPage();
    await today(other);
    build.name = 'second-build';
    const update =
      'navigator.serviceWorker.getRegistration().then((one) => one.update()).then((one) => one.installing === null)';
    await page.evaluate(update);
    await page.waitForFunction(isBuildWaiting);
    // Two pages of the old build go on with its parts.
    expect(Object.keys(await kept(page)).toSorted()).toEqual(['shell first-build', 'shell second-build']);
    await other.close();
    await page.reload();
    await page.waitForFunction(isOnlyCache, 'shell second-build');
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
    await site.close();
  });
});

/** The service under another address, where the build has another name. */
async function siteWith(url: string, build: { name: string }): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    const target = new URL(incoming.url ?? '/', url);
    const headers = { ...incoming.headers, 'accept-encoding': 'identity' };
    const sent = ask(target, { method: incoming.method, headers }, (answer) => {
      const isWorker = target.pathname === '/service-worker.js';
      const { 'content-length': length, ...rest } = answer.headers;
      outgoing.writeHead(
        answer.statusCode ?? 502,
        isWorker ? rest : { ...rest, ...(length && { 'content-length': length }) },
      );
      if (!isWorker) return void answer.pipe(outgoing);
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const worker = Buffer.concat(parts).toString();
        outgoing.end(
          worker.replace(/"version":"[0-9a-f]{12}"|version:[`"'][0-9a-f]{12}[`"']/, `version:"${build.name}"`),
        );
      });
    });
    incoming.pipe(sent);
  });
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
