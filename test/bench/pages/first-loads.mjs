import { gzipSync } from 'node:zlib';
import { signedIn } from '../../support/demo.mjs';
import { median, short } from '../figures.mjs';
import { watch } from './watch.mjs';

export const LOAD_HEADER = [
  'page',
  'script, kB gz',
  'first paint, ms',
  'largest paint, ms',
  'layout shift',
  'goals met',
];
export const LOAD_GOALS = { kB: 200, largest: 1000, shift: 0.02 };

/** What Chromium says of a page that is opened in a new window: scripts before it is idle, paints, and how far it shifts. */
export async function firstLoad(browser, clinic, { name, path, heading }, times) {
  const kB = await scripts(browser, clinic, { path, heading });
  const all = [];
  for (let time = 0; time < times; time += 1) {
    const page = await opened(browser, clinic, { path, heading });
    all.push(await page.evaluate(() => globalThis.seen));
    await page.context().close();
  }
  const [first, largest] = ['first', 'largest'].map((key) => median(all.map((one) => one[key])));
  const shift = Math.max(...all.map((one) => one.shift));
  const missed = Object.entries({ kB, largest, shift }).filter(([key, value]) => !(value <= LOAD_GOALS[key]));
  const met = missed.length === 0 ? 'yes' : `no: ${missed.map(([key]) => key).join(', ')}`;
  return [
    `${clinic.name}: ${name}`,
    short(kB),
    short(first),
    short(largest),
    shift.toLocaleString('en', { maximumFractionDigits: 3 }),
    met,
  ];
}

async function scripts(browser, clinic, where) {
  const bodies = [];
  const page = await opened(browser, clinic, where, (fresh) => {
    fresh.on('response', (response) => /\.js$/.test(response.url()) && bodies.push(response.body()));
    // What comes later, when the browser has nothing to do, is not waited for.
    return fresh.addInitScript(() => (globalThis.requestIdleCallback = () => 0));
  });
  const bytes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
  await page.context().close();
  return bytes.reduce((sum, each) => sum + each, 0) / 1000;
}

async function opened(browser, clinic, { path, heading }, prepare = async () => {}) {
  const page = await signedIn(browser, clinic, 'director', { serviceWorkers: 'block' });
  await page.addInitScript(watch);
  await prepare(page);
  await page.goto(path);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}
