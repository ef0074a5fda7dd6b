import type { FastifyRequest } from 'fastify';
import type { APIRequestContext, Page } from 'playwright-core';
import { problemPage } from '../../src/http/problem-page.js';
import type { PageState } from './page-states.js';

/** The pages of a clinic that has nothing, or of a service that fails: what a list is asked for is answered with this. */
const answered = (path: string, status: number, body: unknown) => async (page: Page) => {
  await page.route(path, (route) =>
    route.fulfill({ status, contentType: 'application/json', body: JSON.stringify(body) }),
  );
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
};

const NOBODY = { items: [], next: null };
const FAILED = {
  type: '/problems/internal',
  title: 'Something went wrong on our side',
  status: 500,
  detail: 'The service failed to answer. Try again; if it goes on, give your administrator the request id.',
  requestId: '019a5c1e-8f00-7000-8000-0000000000ff',
};

/** A PNG picture of one pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function choose(page: Page, name: string, buffer: Buffer) {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
}

const LEFT_OVER = 'MRN,date_0,score_0,date_1,score_1,Phone\nP1,2026-01-05,40,2026-01-08,31,555\n';
const FAULTY = [
  'Chart #,Date 1,Score 1,Date 2,Score 2,Stopped',
  'X-1,2026-01-05,40,2026-01-08,31,',
  ',2026-01-05,72,2026-01-08,,',
  'X-3,2026-13-05,thirty,2031-01-08,20,',
  'X-4,2026-01-05,40,2026-01-01,31,moved to the moon',
].join('\n');

const AWAY = {
  type: '/problems/unavailable',
  title: 'Not available at the moment',
  status: 503,
  detail: 'The database does not answer at the moment. Try again in a few seconds.',
  requestId: '019a5c1e-8f00-7000-8000-0000000000ff',
};

/** Sends something as the person of a window does. */
async function sent<Answer>(request: APIRequestContext, path: string, data: unknown): Promise<Answer> {
  const { origin } = new URL((await request.get('/livez')).url());
  return (await (await request.post(path, { data, headers: { origin } })).json()) as Answer;
}

async function invited(request: APIRequestContext): Promise<string> {
  const person = { name: 'Kim Lee', email: `kim-${Date.now()}@sample.example`, role: 'clinician' };
  const { link } = await sent<{ link: string }>(request, '/v1/staff', person);
  return link.slice(new URL(link).origin.length);
}

/** Withdraws what is public, so that nothing after this shows it. */
async function withdrawn(request: APIRequestContext): Promise<{ id: string; slug: string }> {
  const { items } = (await (await request.get('/v1/publications')).json()) as {
    items: { id: string; slug: string; state: string }[];
  };
  const one = items.find(({ state }) => state === 'approved' || state === 'withdrawn');
  if (!one) throw new Error('The sample clinic has published nothing.');
  const reason = 'A score was entered for the wrong patient; a corrected publication follows.';
  if (one.state === 'approved') await sent(request, `/v1/publications/${one.id}/withdrawal`, { reason });
  return one;
}

async function publishedPage(request: APIRequestContext): Promise<string> {
  const { items } = (await (await request.get('/v1/published')).json()) as { items: { slug: string }[] };
  return items[0]?.slug ?? 'none';
}

/** What a person sees who made a mistake, lost the connection, has nothing yet, or is not let in; and what is printed. */
export const ERROR_STATES: readonly PageState[] = [
  {
    name: 'sign-in, refused',
    role: null,
    path: '/',
    then: async (page) => {
      await page.getByLabel('E-mail address').fill('nobody@sample.example');
      await page.locator('input[name=password]').fill('not the password');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').first().waitFor();
    },
  },
  { name: 'a link that has expired', role: null, path: `/invitation#${'a'.repeat(43)}` },
  { name: 'a link that is cut off', role: null, path: '/password-reset#abc' },
  { name: 'set up already', role: null, path: `/setup#${'a'.repeat(43)}` },
  {
    name: 'today, nothing to do',
    role: 'clinician',
    path: '/',
    then: async (page) => {
      await page.route('**/v1/safety-notices?*', (route) => route.fulfill({ json: NOBODY }));
      await answered('**/v1/courses?*', 200, NOBODY)(page);
    },
  },
  { name: 'today, failed', role: 'clinician', path: '/', then: answered('**/v1/courses?*', 500, FAILED) },
  { name: 'today, database away', role: 'clinician', path: '/', then: answered('**/v1/courses?*', 503, AWAY) },
  { name: 'sign-in, database away', role: null, path: '/', then: answered('**/v1/session', 503, AWAY) },
  {
    name: 'service about to stop',
    role: null,
    path: '/',
    then: async (page) => {
      const detail = 'The service is about to stop. Try again in a few seconds.';
      const request = { method: 'GET', url: '/', id: AWAY.requestId, headers: { accept: 'text/html' } };
      const body = problemPage(AWAY.title, detail, request as FastifyRequest) ?? '';
      await page.route('**/*', (route) => route.fulfill({ status: 503, contentType: 'text/html', body }));
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
  },
  { name: 'scores, nobody', role: 'clinician', path: '/scores', then: answered('**/v1/courses?*', 200, NOBODY) },
  {
    name: 'patients, nobody',
    role: 'clinician',
    path: '/patients?show=all',
    then: answered('**/v1/patient-summaries?*', 200, NOBODY),
  },
  {
    name: 'scores, offline',
    role: 'clinician',
    path: '/scores',
    then: async (page) => {
      await page.context().setOffline(true);
      await page.getByRole('banner').getByRole('link', { name: 'Today' }).click();
      await page
        .getByText(/No connection|can’t be reached|without a connection/i)
        .first()
        .waitFor();
    },
  },
  {
    name: 'scores, a refused score',
    role: 'clinician',
    path: '/scores',
    then: async (page) => {
      const cell = page.locator('td[data-column]').filter({ hasText: /^due/ }).first();
      await cell.click();
      for (const key of ['7', '0', 'Enter']) await page.keyboard.press(key);
    },
  },
  {
    name: 'a new patient, taken number',
    role: 'clinician',
    path: '/patients?show=all',
    then: async (page) => {
      const taken = await page.getByRole('main').getByRole('link', { name: /^R-/ }).first().textContent();
      await page.getByRole('button', { name: 'Add a patient' }).first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Chart number').fill(taken?.trim() ?? '');
      await dialog
        .getByLabel(/infusion 1|started|first/i)
        .first()
        .fill('2031-01-01');
      await dialog.getByRole('button', { name: /^Add/ }).click();
      await dialog.getByRole('alert').first().waitFor();
    },
  },
  { name: 'a page of another role', role: 'clinician', path: '/outcomes' },
  { name: 'a patient that is not there', role: 'clinician', path: '/patients/019a5c1e-8f00-7000-8000-00000000dead' },
  { name: 'outcomes, refused filters', role: 'director', path: '/outcomes?period=2026-Q9&minimumBaseline=99' },
  {
    name: 'outcomes, printed',
    role: 'director',
    path: '/outcomes',
    then: async (page) => {
      await page.getByRole('img').nth(2).waitFor();
      await page.emulateMedia({ media: 'print' });
    },
  },
  { name: 'outcomes, nobody counted', role: 'director', path: '/outcomes?period=2019' },
  { name: 'outcomes, one quarter', role: 'director', path: '/outcomes?period=last%20quarter&indication=ptsd' },
  {
    name: 'import, a picture',
    role: 'director',
    path: '/import',
    then: async (page) => {
      await choose(page, 'scores.png', PICTURE);
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'import, columns left over',
    role: 'director',
    path: '/import',
    then: async (page) => {
      await choose(page, 'scores.csv', Buffer.from(LEFT_OVER));
      await page.getByText('Before the rows can be checked').waitFor();
    },
  },
  {
    name: 'import, faults',
    role: 'director',
    path: '/import',
    then: async (page) => {
      await choose(page, 'scores.csv', Buffer.from(FAULTY));
      await page.getByRole('button', { name: 'Check the rows' }).click();
      await page.getByRole('heading', { name: /faults/ }).waitFor();
    },
  },
  {
    name: 'published page',
    role: null,
    path: async (request) => `/published/${await publishedPage(request)}`,
  },
  { name: 'embed', role: null, path: async (request) => `/embed/${await publishedPage(request)}` },
  { name: 'published page that is not there', role: null, path: '/published/none' },
  { name: 'an invitation', role: 'director', path: invited },
  {
    name: 'publication, withdrawn',
    role: 'director',
    path: async (request) => `/publications/${(await withdrawn(request)).id}`,
  },
  {
    name: 'withdrawn figures',
    role: 'director',
    path: async (request) => `/published/${(await withdrawn(request)).slug}`,
  },
];
