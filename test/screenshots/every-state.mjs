// Takes every page and state of the sample clinic on three sizes, light and dark, into dist/screenshots: npm run screenshots:every [-- PARTS OF NAMES]
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhereStale, root } from '../../src/build.mjs';
import { everythingShown, openBrowser, signedIn, startDemo } from '../support/demo.mjs';
import { DIALOG_STATES } from '../web/dialog-states.ts';
import { ERROR_STATES } from '../web/error-states.ts';
import { NOTICE_STATES } from '../web/notice-states.ts';
import { PAGE_STATES } from '../web/page-states.ts';
import { SESSION_STATES } from '../web/session-states.ts';
import { SETTINGS_STATES } from '../web/settings-states.ts';

/** Each is opened once; what is touched on, on a tablet that is then as narrow as a phone. */
const SCREENS = [
  { sizes: [{ width: 1280, height: 800 }] },
  {
    sizes: [
      { width: 800, height: 1280 },
      { width: 390, height: 844 },
    ],
    hasTouch: true,
  },
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
const states = [
  ...PAGE_STATES,
  ...DIALOG_STATES,
  ...SETTINGS_STATES,
  ...SESSION_STATES,
  ...NOTICE_STATES,
  ...ERROR_STATES,
];
for (const state of states.filter(({ name }) => parts.some((part) => name.includes(part)))) {
  for (const screen of SCREENS) await open(state, screen);
}
await browser.close();
await demo.stop();
if (failed.length > 0) throw new Error(`Not brought to their state: ${failed.join('; ')}`);
console.log(`In ${folder}`);

async function open({ name, role, path, then }, { sizes, ...touch }) {
  const how = { viewport: sizes[0], ...touch };
  const page = role === null ? await nobody(how) : await signedIn(browser, demo, role, how);
  page.setDefaultTimeout(30_000);
  const file = name.replace(/[^\w]+/g, '-').toLowerCase();
  try {
    await page.goto(typeof path === 'string' ? path : await path(page.context().request));
    await page.locator('main, h1').first().waitFor();
    await everythingShown(page);
    await then?.(page);
    for (const size of sizes) await take(page, file, size);
  } catch (error) {
    failed.push(`${file}, ${sizes[0].width} (${error.message.split('\n')[0]})`);
  }
  await page.context().close();
}

async function take(page, file, size) {
  await page.setViewportSize(size);
  await everythingShown(page);
  await grow(page, size);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    await everythingShown(page);
    await page.screenshot({ path: join(folder, `${file}-${size.width}-${colorScheme}.png`), animations: 'disabled' });
  }
  await page.emulateMedia({ colorScheme: 'light' });
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
