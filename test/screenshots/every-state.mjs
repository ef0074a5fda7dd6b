// Takes every page and state of the sample clinic on three sizes, light and dark, into dist/screenshots: npm run screenshots:every [-- PART OF A NAME]
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhereStale, root } from '../../src/build.mjs';
import { openBrowser, signedIn, startDemo } from '../support/demo.mjs';
import { PAGE_STATES } from '../web/page-states.ts';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 800, height: 1280, hasTouch: true },
  { width: 390, height: 844, hasTouch: true, isMobile: true },
];
const part = process.argv[2] ?? '';
const folder = join(root, 'dist/screenshots');

await buildWhereStale();
mkdirSync(folder, { recursive: true });
const demo = await startDemo();
const browser = await openBrowser();
const failed = [];
for (const state of PAGE_STATES.filter(({ name }) => name.includes(part))) {
  for (const size of SIZES) for (const colorScheme of ['light', 'dark']) await take(state, size, colorScheme);
}
await browser.close();
await demo.stop();
if (failed.length > 0) throw new Error(`Not brought to their state: ${failed.join('; ')}`);
console.log(`In ${folder}`);

async function take({ name, role, path, then }, { width, height, ...touch }, colorScheme) {
  const how = { viewport: { width, height }, colorScheme, ...touch };
  const page = role === null ? await nobody(how) : await signedIn(browser, demo, role, how);
  page.setDefaultTimeout(10_000);
  const file = `${name.replace(/[^\w]+/g, '-').toLowerCase()}-${width}-${colorScheme}.png`;
  try {
    await page.goto(typeof path === 'string' ? path : await path(page.context().request));
    await page.locator('main, h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    await then?.(page);
    await page.waitForLoadState('networkidle');
  } catch (error) {
    failed.push(`${file} (${error.message.split('\n')[0]})`);
  }
  await page.screenshot({ path: join(folder, file), fullPage: true });
  await page.context().close();
}

async function nobody(how) {
  return (await browser.newContext({ baseURL: demo.url, reducedMotion: 'reduce', ...how })).newPage();
}
