import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll } from '@jest/globals';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { SignedIn } from './clinic.js';
import { testApp, type TestApp } from './test-app.js';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${[
    // Chromium would draw its own address bar as pages of their own, which takes as long as ours.
    'WebUIOmniboxPopup',
    'WebUIOmniboxFullPopup',
    'WebUIOmniboxAimPopup',
    // The last list counts alone: what Playwright switches off that a page could notice.
    'AvoidUnnecessaryBeforeUnloadCheckSync',
    'DestroyProfileOnBrowserClose',
    'PaintHolding',
    'HttpsUpgrades',
    'HttpsFirstBalancedModeAutoEnable',
    'AvoidCorsURLLoaderRestartOnRedirect',
    'ThirdPartyStoragePartitioning',
    'OptimizationHints',
    'AimEnabled',
    'PreconnectToSearch',
  ].join()}`,
];

/** What the tests of pages stand on; both are there from the first hook of a file on. */
export interface Stage {
  app: TestApp;
  browser: Browser;
}

/**
 * The service and a real Chromium without a window, started before the tests around it and closed after them.
 * `CHROMIUM` names another browser than Debian's.
 */
export function browserStage(settings: Record<string, string> = {}): Stage {
  const stage = {} as Stage;
  beforeAll(async () => {
    stage.app = await testApp(settings);
    stage.browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  });
  afterAll(async () => {
    await stage.browser.close();
    await stage.app.close();
  });
  return stage;
}

/** A window of somebody who is signed in, as a tablet or a desk shows it; errors of the page fail its test. */
export async function windowOf(
  { app, browser }: Stage,
  person: SignedIn | null,
  { width = 1280, height = 800, hasTouch = false } = {},
): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
  const context = await browser.newContext({
    baseURL: app.url,
    viewport: { width, height },
    hasTouch,
    reducedMotion: 'reduce',
  });
  if (person) {
    const [name = '', value = ''] = person.cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: app.url }]);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  return { page, context, faults };
}

/** What axe finds wrong with the page as it stands (WCAG 2.2 A and AA), in both colour schemes, one line each. */
export async function axeFaults(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    for (const { id, help, nodes } of violations) {
      for (const { target, failureSummary } of nodes) {
        found.push(`${colorScheme} ${id}: ${help}: ${target.join(' ')}: ${failureSummary ?? ''}`);
      }
    }
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  return found;
}
