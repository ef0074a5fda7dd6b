import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { SignedIn } from './clinic.js';
import type { TestApp } from './test-app.js';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium without a window; `CHROMIUM` names another one than Debian's. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
}

/** A window of somebody who is signed in, as a tablet or a desk shows it; errors of the page fail its test. */
export async function windowOf(
  browser: Browser,
  app: TestApp,
  person: SignedIn | null,
  { width = 1280, height = 800 } = {},
): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
  const context = await browser.newContext({
    baseURL: app.url,
    viewport: { width, height },
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
