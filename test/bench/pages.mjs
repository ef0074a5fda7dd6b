import { readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openBrowser, signedIn } from '../support/demo.mjs';
import { short, table } from './figures.mjs';
import { coursesToType, eachClinic } from './pages/clinics.mjs';
import { firstLoad, LOAD_GOALS, LOAD_HEADER } from './pages/first-loads.mjs';
import { INTERACTION_HEADER, interactionRow, interactions } from './pages/interactions.mjs';
import { dueToday, formByTouch, sixScores, TASK_HEADER } from './pages/tasks.mjs';
import { interactionsOf, watch } from './pages/watch.mjs';

const SIZES = [
  [800, 1280],
  [390, 844],
];

/** What Chromium itself says of the pages of two clinics: first loads, interactions, and the keys and seconds of three tasks. */
export async function pages(built, { quick }) {
  const browser = await openBrowser();
  const rows = { loads: [], interactions: [], tasks: [] };
  try {
    await eachClinic(built, (clinic) => measured(browser, clinic, rows, quick ? 1 : 5));
  } finally {
    await browser.close();
  }
  return [
    `Load of the machine after it: ${short(loadavg()[0])}.`,
    table(LOAD_HEADER, rows.loads),
    `Goals: ${LOAD_GOALS.kB} kB of script, largest paint ${LOAD_GOALS.largest} ms, layout shift ${LOAD_GOALS.shift}; in all there are ` +
      `${short(allScripts(built))} kB gz.`,
    table(INTERACTION_HEADER, rows.interactions),
    table(TASK_HEADER, rows.tasks),
    'Seconds are at 0.15 s a key; a tap waits until the one before it is drawn.',
  ].join('\n\n');
}

async function watched(browser, clinic) {
  const page = await signedIn(browser, clinic, 'director');
  await page.addInitScript(watch);
  await page.goto('/');
  return page;
}

async function measured(browser, clinic, rows, times) {
  const first = await watched(browser, clinic);
  const courses = await coursesToType(first);
  const { patientId } = courses.due[0];
  for (const where of pagesWith(patientId)) rows.loads.push(await firstLoad(browser, clinic, where, times));
  const named = ([name, ...rest]) => [`${clinic.name}: ${name}`, ...rest];
  rows.interactions.push(...(await interactions(first, courses)).map(named));
  await first.context().close();
  // Nothing of what was typed there waits in a new window.
  const page = await watched(browser, clinic);
  rows.tasks.push(named(await sixScores(page, courses.late[0])));
  rows.interactions.push(named(interactionRow('typing six scores', await interactionsOf(page))));
  rows.tasks.push(named(await dueToday(page)));
  rows.interactions.push(named(interactionRow('typing 12 due today', await interactionsOf(page))));
  for (const [at, size] of SIZES.entries()) {
    const touched = await formByTouch(browser, clinic, courses.due.at(-1 - at), size);
    rows.tasks.push(named(touched.row));
    rows.interactions.push(named(interactionRow(`form by touch, ${size.join('x')}`, touched.interactions)));
  }
  await page.context().close();
}

const pagesWith = (patientId) => [
  { name: 'Today', path: '/', heading: 'Today' },
  { name: 'Scores', path: '/scores', heading: 'Scores' },
  { name: 'Patients', path: '/patients', heading: 'Patients' },
  { name: 'Outcomes', path: '/outcomes', heading: 'Outcomes' },
  { name: 'one patient', path: `/patients/${patientId}`, heading: /./ },
];

function allScripts(built) {
  const folder = join(built, '../web/assets');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const sizes = scripts.map((name) => gzipSync(readFileSync(join(folder, name))).length);
  return sizes.reduce((sum, each) => sum + each, 0) / 1000;
}
