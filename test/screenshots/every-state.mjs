// Takes every page and state of the sample clinic on three sizes, light and dark, into dist/screenshots: npm run screenshots:every [-- PARTS OF NAMES]
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhereStale, root } from '../../src/build.mjs';
import { openBrowser, signedIn, startDemo } from '../support/demo.mjs';
import { ERROR_STATES } from '../web/error-states.ts';
import { PAGE_STATES } from '../web/page-states.ts';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 800, height: 1280, hasTouch: true },
  { width: 390, height: 844, hasTouch: true, isMobile: true },
];
const parts = process.argv.length > 2 ? process.argv.slice(2) : [''];
/** Pixels; of what is longer the beginning is taken. */
const TALLEST = 8000;
const folder = join(root, 'dist/screenshots');

await buildWhereStale();
// One address asks for more than a clinic does.
process.env.REQUESTS_PER_MINUTE = process.env.PUBLIC_REQUESTS_PER_MINUTE = '1000000';
mkdirSync(folder, { recursive: true });
const demo = await startDemo();
const browser = await openBrowser();
const failed = [];
const states = [...PAGE_STATES, ...ERROR_STATES];
for (const state of states.filter(({ name }) => parts.some((part) => name.includes(part)))) {
  for (const size of SIZES) for (const colorScheme of ['light', 'dark']) await take(state, size, colorScheme);
}
await browser.close();
await demo.stop();
if (failed.length > 0) throw new Error(`Not brought to their state: ${failed.join('; ')}`);
console.log(`In ${folder}`);

async function take({ name, role, path, then }, { width, height, ...touch }, colorScheme) {
  const how = { viewport: { width, height }, colorScheme, ...touch };
  const page = role === null ? await nobody(how) : await signedIn(browser, demo, role, how);
  page.setDefaultTimeout(30_000);
  const file = `${name.replace(/[^\w]+/g, '-').toLowerCase()}-${width}-${colorScheme}.png`;
  try {
    await page.goto(typeof path === 'string' ? path : await path(page.context().request));
    await page.locator('main, h1').first().waitFor();
    await everythingShown(page);
    await then?.(page);
    await everythingShown(page);
    await grow(page, { width, height });
  } catch (error) {
    failed.push(`${file} (${error.message.split('\n')[0]})`);
  }
  await page.screenshot({ path: join(folder, file) });
  await page.context().close();
}

/** No placeholder is in sight, and every letter has its font; what is further down is drawn when it comes into sight. */
async function everythingShown(page) {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => {
    const waiting = [...document.querySelectorAll('[class*="Skeleton"], [aria-label="Loading"]')];
    const inSight = waiting.filter((each) => each.getBoundingClientRect().top < window.innerHeight);
    return inSight.length === 0 && document.fonts.status === 'loaded';
  });
}

/** Makes the window as long as the page: a picture of a full page is taken without touch. A dialog keeps its place on the screen. */
async function grow(page, { width, height }) {
  if ((await page.getByRole('dialog').count()) > 0) return;
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(TALLEST, Math.max(height, whole)) });
  await everythingShown(page);
}

async function nobody(how) {
  return (await browser.newContext({ baseURL: demo.url, reducedMotion: 'reduce', ...how })).newPage();
}
