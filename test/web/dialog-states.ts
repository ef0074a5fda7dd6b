import type { APIRequestContext, Page } from 'playwright-core';
import type { PageState } from './page-states.js';

const dialogOf =
  (...names: (string | RegExp)[]) =>
  async (page: Page) => {
    for (const name of names) await page.getByRole('button', { name }).first().click();
    await page.getByRole('dialog').waitFor();
  };

const fromMenu = (item: RegExp) => async (page: Page) => {
  for (const more of await page.getByRole('button', { name: /^More for/ }).all()) {
    await more.click();
    await page.getByRole('menu').waitFor();
    const entry = page.getByRole('menuitem', { name: item });
    if ((await entry.count()) > 0) {
      await entry.click();
      await page.getByRole('dialog').waitFor();
      return;
    }
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
  }
  throw new Error(`No visit offers ${item}.`);
};

const patientOf = (status: string) => async (request: APIRequestContext) => {
  const { items } = (await (await request.get(`/v1/courses?status=${status}&limit=1`)).json()) as {
    items: { patientId: string }[];
  };
  return `/patients/${items[0]?.patientId}`;
};

/** A patient who was scored 12 weeks after the series; of courses that began long ago every third has such scores. */
async function followedUp(request: APIRequestContext): Promise<string> {
  const list = await request.get('/v1/courses?status=completed&limit=100');
  const { items } = (await list.json()) as { items: { id: string; patientId: string }[] };
  for (const { id, patientId } of items.toReversed()) {
    const course = await request.get(`/v1/courses/${id}`);
    const { afterSeries } = (await course.json()) as { afterSeries: { slot: string }[] };
    if (afterSeries.some(({ slot }) => slot === 'follow-up-12')) return `/patients/${patientId}?course=${id}`;
  }
  throw new Error('The sample clinic has nobody with a follow-up.');
}

const publicationIn = (state: string) => async (request: APIRequestContext) => {
  const { items } = (await (await request.get('/v1/publications')).json()) as {
    items: { id: string; state: string }[];
  };
  return `/publications/${items.find((one) => one.state === state)?.id}`;
};

async function cell(page: Page, words: RegExp, ...keys: string[]) {
  await page.locator('td[data-column]').filter({ hasText: words }).first().click();
  for (const key of keys) await page.keyboard.press(key);
}

async function paste(page: Page, text: string) {
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }`);
}

async function formOf(request: APIRequestContext): Promise<string> {
  const { items } = (await (await request.get('/v1/courses?status=active&limit=50')).json()) as {
    items: { id: string; slots: { slot: string; state: string }[] }[];
  };
  for (const { id, slots } of items) {
    const open = slots.find(({ state }) => state === 'due' || state === 'unresolved');
    if (open) return `/courses/${id}/form/${open.slot}`;
  }
  throw new Error('No form is open.');
}

/** What opens over a page where patients are seen, and where figures are published. */
export const DIALOG_STATES: readonly PageState[] = [
  {
    name: 'today, a notice looked at',
    role: 'clinician',
    path: '/',
    then: async (page) => {
      await page
        .getByRole('button', { name: /^Look at the notice of/ })
        .first()
        .click();
      await page.getByRole('textbox', { name: 'What was done' }).waitFor();
    },
  },
  { name: 'today, a silent course stopped', role: 'clinician', path: '/', then: dialogOf(/^Stopped: /) },
  {
    name: 'form, a safety notice',
    role: 'clinician',
    path: formOf,
    then: async (page) => {
      await page.getByRole('group', { name: 'Depressed mood' }).waitFor();
      for (let item = 1; item <= 18; item += 1) await page.keyboard.press(item === 15 ? '2' : '1');
    },
  },
  {
    name: 'form, left out',
    role: 'clinician',
    path: formOf,
    then: (page) => page.getByRole('button', { name: /^Save/ }).first().click(),
  },
  { name: 'patient with follow-ups', role: 'clinician', path: followedUp },
  { name: 'patient seen by a director', role: 'director', path: patientOf('active') },
  { name: 'patient who fell silent', role: 'clinician', path: patientOf('lost') },
  {
    name: 'patient, all tables and histories',
    role: 'clinician',
    path: followedUp,
    then: async (page) => {
      for (const one of await page.locator('figure button[aria-controls$="-table"]').all()) await one.click();
      const closed = page.getByRole('button', { name: /^History/ });
      while ((await closed.count()) > 0) await closed.first().click();
    },
  },
  {
    name: 'patient, a menu',
    role: 'clinician',
    path: patientOf('active'),
    then: async (page) => {
      await page
        .getByRole('button', { name: /^More for/ })
        .first()
        .click();
      await page.getByRole('menu').waitFor();
    },
  },
  { name: 'patient, score amended', role: 'clinician', path: patientOf('stopped'), then: dialogOf(/^Amend Infusion/) },
  { name: 'patient, missed', role: 'clinician', path: patientOf('active'), then: fromMenu(/^Was missed/) },
  {
    name: 'patient, visit moved',
    role: 'clinician',
    path: patientOf('active'),
    then: fromMenu(/^Move the planned day/),
  },
  { name: 'patient, entry taken back', role: 'clinician', path: patientOf('stopped'), then: fromMenu(/^Take it back/) },
  {
    name: 'patient, score after the series',
    role: 'clinician',
    path: patientOf('completed'),
    then: dialogOf('Add a score after the series'),
  },
  { name: 'patient, corrected', role: 'clinician', path: patientOf('active'), then: dialogOf('Correct the patient') },
  {
    name: 'patient, course corrected',
    role: 'clinician',
    path: patientOf('active'),
    then: dialogOf('Correct the course'),
  },
  { name: 'patient, course stopped', role: 'clinician', path: patientOf('active'), then: dialogOf('Stop the course') },
  {
    name: 'patient, stop taken back',
    role: 'clinician',
    path: patientOf('stopped'),
    then: dialogOf('Take the stop back'),
  },
  { name: 'scores, keys', role: 'clinician', path: '/scores', then: dialogOf('All keys') },
  { name: 'scores, typing', role: 'clinician', path: '/scores', then: (page) => cell(page, /^(due|\?)/, '3', '1') },
  { name: 'scores, missed', role: 'clinician', path: '/scores', then: (page) => cell(page, /^due/, 'm') },
  { name: 'scores, another day', role: 'clinician', path: '/scores', then: (page) => cell(page, /^due/, 'd') },
  { name: 'scores, amended', role: 'clinician', path: '/scores', then: (page) => cell(page, /^\d/, '4', '4', 'Enter') },
  {
    name: 'scores, pasted',
    role: 'clinician',
    path: '/scores',
    then: async (page) => {
      await cell(page, /^\d/);
      await paste(page, '36\t70\r\n41\tforty\r\n12\r\n');
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'draft', role: 'marketing', path: publicationIn('draft') },
  { name: 'draft, discarded', role: 'marketing', path: publicationIn('draft'), then: dialogOf('Discard the draft') },
  { name: 'draft, seen by a director', role: 'director', path: publicationIn('draft') },
  {
    name: 'draft, approved',
    role: 'director',
    path: async (request) => {
      const { items } = (await (await request.get('/v1/publications')).json()) as {
        items: { id: string; title: string }[];
      };
      return `/publications/${items.find(({ title }) => title.includes('in short'))?.id}`;
    },
    then: dialogOf('Look through and approve'),
  },
  { name: 'published', role: 'director', path: publicationIn('approved') },
  { name: 'published, withdrawn', role: 'director', path: publicationIn('approved'), then: dialogOf(/^Withdraw$/) },
  {
    name: 'published, on a website',
    role: 'director',
    path: publicationIn('approved'),
    then: dialogOf('Choose what to show'),
  },
  {
    name: 'claims, nothing fits',
    role: 'marketing',
    path: '/claims',
    then: async (page) => {
      await page.getByLabel('The text').fill('Nine out of ten patients are cured, 99 % feel better after 2 infusions.');
      await page.getByRole('button', { name: 'Check it' }).click();
      await page.getByText('Number by number').waitFor();
    },
  },
  { name: 'groups, seen by marketing', role: 'marketing', path: '/publications/groups' },
  {
    name: 'import, checked',
    role: 'director',
    path: '/import',
    then: async (page) => {
      await checkRows(page);
      await page.getByRole('button', { name: 'Save the row' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'import, connection lost',
    role: 'director',
    path: '/import',
    then: async (page) => {
      await checkRows(page);
      await page.route('**/v1/imports?*', (route) => route.abort());
      await page.getByRole('button', { name: 'Save the row' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('The connection was lost').waitFor();
    },
  },
  { name: 'definitions', role: null, path: '/published/definitions/1' },
];

/** Brings a small file to the step before it is saved. */
async function checkRows(page: Page): Promise<void> {
  const buffer = Buffer.from('Chart #,Date 1,Score 1,Date 2,Score 2\nX-1,2026-01-05,40,2026-01-08,31\n');
  await page.locator('input[type=file]').setInputFiles({ name: 'scores.csv', mimeType: '', buffer });
  await page.getByRole('button', { name: 'Check the rows' }).click();
}
