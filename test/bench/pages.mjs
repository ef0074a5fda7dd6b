import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openBrowser, signedIn, startDemo } from '../support/demo.mjs';
import { median, short, table } from './figures.mjs';

const PAGES = [
  { name: 'Today', path: '/', role: 'clinician' },
  { name: 'Scores', path: '/scores', role: 'clinician' },
  { name: 'Patients', path: '/patients', role: 'clinician' },
  { name: 'Outcomes', path: '/outcomes', role: 'director' },
];
const LIMIT_KB = 220;

/** What Chromium itself says of the pages of the sample clinic: first and largest paint, how far the layout shifts, and what a key or a click takes. */
export async function pages(built, { quick }) {
  const demo = await startDemo(built);
  const browser = await openBrowser();
  try {
    const rows = [];
    for (const page of PAGES) rows.push(await opened(browser, demo, page, quick ? 1 : 5));
    const changes = await pageChanges(browser, demo);
    return [
      table(['page, opened again', 'script, kB gz', 'first paint, ms', 'largest paint, ms', 'layout shift'], rows),
      `First load may take ${LIMIT_KB} kB of script; in all there are ${short(allScripts(built))} kB gz.`,
      table(['without reloading', 'interaction to next paint, ms'], changes),
    ].join('\n\n');
  } finally {
    await browser.close();
    await demo.stop();
  }
}

async function opened(browser, demo, { name, path, role }, times) {
  const all = [];
  for (let time = 0; time < times; time += 1) {
    const page = await signedIn(browser, demo, role);
    await page.addInitScript(watchPaints);
    const scripts = [];
    page.on('response', (response) => {
      if (/\.js$/.test(response.url())) scripts.push(response.body());
    });
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    const bytes = (await Promise.all(scripts)).map((body) => gzipSync(body).length);
    const kB = bytes.reduce((sum, each) => sum + each, 0) / 1000;
    all.push({ kB, ...(await page.evaluate(() => globalThis.paints)) });
    await page.context().close();
  }
  const middle = (key) => short(median(all.map((one) => one[key])));
  const shift = Math.max(...all.map((one) => one.shift));
  return [
    name,
    middle('kB'),
    middle('first'),
    middle('largest'),
    shift.toLocaleString('en', { maximumFractionDigits: 3 }),
  ];
}

/** Runs in the page, before anything of it. */
function watchPaints() {
  globalThis.paints = { first: NaN, largest: NaN, shift: 0, interactions: [] };
  const watch = (type, note, how = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
      ...how,
    });
  watch('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') globalThis.paints.first = startTime;
  });
  watch('largest-contentful-paint', ({ startTime }) => (globalThis.paints.largest = startTime));
  // The whole visit as one window, which is never less than what browsers report.
  watch('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) globalThis.paints.shift += value;
  });
  watch(
    'event',
    ({ interactionId, duration }) => {
      if (interactionId) globalThis.paints.interactions.push(duration);
    },
    { durationThreshold: 16 },
  );
}

/** From page to page by the bar, and typing in the grid, each as the worst of its interactions. */
async function pageChanges(browser, demo) {
  const page = await signedIn(browser, demo, 'director');
  await page.addInitScript(watchPaints);
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  const rows = [];
  for (const name of ['Scores', 'Patients', 'Outcomes', 'Today', 'Scores']) {
    await page.evaluate(() => (globalThis.paints.interactions = []));
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.waitForLoadState('networkidle');
    rows.push([`to ${name}${rows.length > 3 ? ', once more' : ''}`, await worst(page)]);
  }
  await page.getByRole('gridcell').first().click();
  await page.evaluate(() => (globalThis.paints.interactions = []));
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowLeft']) {
    await page.keyboard.press(key);
  }
  rows.push(['moving in the grid', await worst(page)]);
  await page.context().close();
  return rows;
}

/** Chromium reports interactions in steps of 8 ms, and none under 16 ms. */
async function worst(page) {
  await page.waitForTimeout(300);
  const durations = await page.evaluate(() => globalThis.paints.interactions);
  return durations.length === 0 ? 'under 16' : short(Math.max(...durations));
}

function allScripts(built) {
  const folder = join(built, '../web/assets');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const sizes = scripts.map((name) => gzipSync(readFileSync(join(folder, name))).length);
  return sizes.reduce((sum, each) => sum + each, 0) / 1000;
}
