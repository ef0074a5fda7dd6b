// Takes the pictures of the main pages of the sample clinic: npm run screenshots
import { fileURLToPath } from 'node:url';
import { buildWhereStale } from '../../src/build.mjs';
import { everythingShown, openBrowser, signedIn, startDemo } from '../support/demo.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));

const SHOTS = [
  { name: 'today', role: 'clinician', path: '/', height: 1080 },
  { name: 'scores', role: 'clinician', path: '/scores' },
  { name: 'form', role: 'clinician', path: formOf },
  { name: 'patient', role: 'clinician', path: patientOf, height: 1300 },
  { name: 'outcomes', role: 'director', path: '/outcomes?kind=induction', height: 1500 },
  { name: 'outcomes-dark', role: 'director', path: '/outcomes?kind=induction', dark: true },
  { name: 'import', role: 'director', path: '/import' },
  { name: 'publication', role: 'director', path: draftOf, height: 1300 },
  { name: 'claims', role: 'marketing', path: '/claims', then: check, height: 1300 },
];

await buildWhereStale();
const demo = await startDemo();
const browser = await openBrowser();
for (const shot of SHOTS) await take(shot);
await browser.close();
await demo.stop();

async function take({ name, role, path, height = 800, dark = false, then = async () => {} }) {
  const page = await signedIn(browser, demo, role, {
    viewport: { width: 1280, height },
    colorScheme: dark ? 'dark' : 'light',
  });
  await page.goto(typeof path === 'function' ? await path(page.context().request) : path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await then(page);
  await everythingShown(page);
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

/** A draft with the figures that the sample clinic has published already. */
async function draftOf(request) {
  const { items } = await (await request.get('/v1/publications')).json();
  const { period, kind, figures } = items.find(({ state }) => state === 'approved');
  const answer = await request.post('/v1/publications', {
    data: {
      title: 'Outcomes so far',
      slug: 'outcomes-so-far',
      period,
      kind,
      figures,
      charts: ['mean-before-after'],
    },
    headers: { origin: demo.url },
  });
  return `/publications/${(await answer.json()).id}`;
}

async function check(page) {
  await page
    .getByLabel('The text')
    .fill(
      'Our patients after six infusions: success in over 80 %, a mean decrease of the CUDOS score of 74 %, ' +
        'from 35.0 to 11.2 on average. Among the successful patients the averages fell from 34.9 to 8.9.',
    );
  await page.getByRole('button', { name: 'Check it' }).click();
  await page.getByText('Number by number').waitFor();
}
