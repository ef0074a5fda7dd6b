import { afterAll, beforeAll } from '@jest/globals';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { startChromium } from './chromium.js';
import type { SignedIn } from './clinic.js';
import { testApp, type TestApp } from './test-app.js';

/** What the tests of pages need; both are there from the first hook of a file on. */
export interface Stage {
  app: TestApp;
  browser: Browser;
}

/** A service of these tests' own, started before them and closed after them, and a browser of their own. */
export function browserStage(settings: Record<string, string> = {}): Stage {
  const stage = {} as Stage;
  beforeAll(async () => {
    stage.app = await testApp(settings);
    stage.browser = await startChromium();
  });
  afterAll(async () => {
    await stage.browser.close();
    await stage.app.close();
  });
  return stage;
}

/**
 * A window of somebody who is signed in, as a tablet or a desk shows it; errors of the page fail its test. Without a service
 * worker, unless a test is of what a browser keeps: what a test does to requests is not done to those of a worker.
 */
export async function windowOf(
  { app, browser }: Stage,
  person: SignedIn | null,
  { width = 1280, height = 800, hasTouch = false, installed = false } = {},
): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
  const context = await browser.newContext({
    baseURL: app.url,
    viewport: { width, height },
    hasTouch,
    reducedMotion: 'reduce',
    serviceWorkers: installed ? 'allow' : 'block',
  });
  if (person) {
    const [name = '', value = ''] = person.cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: app.url }]);
  }
  const page = await context.newPage();
  // As long as a loaded machine may need, and within what a test may take, so that a failure says what was waited for.
  page.setDefaultTimeout(100_000);
  answered.set(page, requestsOf(page));
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  return { page, context, faults };
}

const answered = new WeakMap<Page, () => Promise<void>>();

/** Waits until every request of a page is answered, however often an answer leads to the next. */
function requestsOf(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  let allAnswered = () => {};
  page.on('request', (request) => open.add(request));
  const ended = (request: Request) => {
    open.delete(request);
    if (open.size === 0) allAnswered();
  };
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  return async () => {
    do {
      if (open.size > 0) await new Promise<void>((resolve) => (allAnswered = resolve));
      await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
    } while (open.size > 0);
  };
}

/** The page has been answered all it asked and has drawn it: what has not happened by now happens only if somebody acts. */
export async function settled(page: Page): Promise<void> {
  await answered.get(page)?.();
}
