// Pictures the main pages of the sample clinic anew: npm run screenshots
import { fileURLToPath } from 'node:url';
import { buildWhereStale } from '../../src/build.mjs';
import { openBrowser, signedIn, startDemo } from '../support/demo.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));

const SHOTS = [
  { name: 'today', role: 'clinician', path: '/' },
  { name: 'scores', role: 'clinician', path: '/scores' },
  { name: 'form', role: 'clinician', path: formOf },
  { name: 'patient', role: 'clinician', path: patientOf, height: 1300 },
  { name: 'outcomes', role: 'director', path: '/outcomes?kind=induction', height: 1500 },
  { name: 'outcomes-dark', role: 'director', path: '/outcomes?kind=induction', dark: true },
  { name: 'import', role: 'director', path: '/import' },
];

await buildWhereStale();
const demo = await startDemo();
const browser = await openBrowser();
for (const shot of SHOTS) await take(shot);
await browser.close();
await demo.stop();

async function take({ name, role, path, height = 800, dark = false }) {
  const page = await signedIn(browser, demo, role, {
    viewport: { width: 1280, height },
    colorScheme: dark ? 'dark' : 'light',
  });
  await page.goto(typeof path === 'function' ? await path(page.context().request) : path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${folder}${name}.png` });
  await page.context().close();
}

async function firstCourse(request, status) {
  const answer = await request.get(`/v1/courses?status=${status}&limit=1`);
  return (await answer.json()).items[0];
}

async function formOf(request) {
  const { id, slots } = await firstCourse(request, 'active');
  const next = slots.find(({ state }) => state === 'due' || state === 'unresolved');
  return `/courses/${id}/form/${next.slot}`;
}

async function patientOf(request) {
  const { patientId } = await firstCourse(request, 'completed');
  return `/patients/${patientId}`;
}
