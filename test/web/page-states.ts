import type { APIRequestContext, Page } from 'playwright-core';

/** A page of the sample clinic, in a state that somebody can bring it to. */
export interface PageState {
  name: string;
  /** Who has signed in; null for nobody. */
  role: 'clinician' | 'director' | 'marketing' | null;
  path: string | ((request: APIRequestContext) => Promise<string>);
  /** Brings the page to the state. */
  then?: (page: Page) => Promise<unknown>;
}

interface CourseOfList {
  id: string;
  patientId: string;
  slots: { slot: string; state: string }[];
}

async function firstCourse(request: APIRequestContext, status: string): Promise<CourseOfList> {
  const answer = await request.get(`/v1/courses?status=${status}&limit=1`);
  const { items } = (await answer.json()) as { items: CourseOfList[] };
  const [first] = items;
  if (!first) throw new Error(`The sample clinic has no ${status} course.`);
  return first;
}

async function formOf(request: APIRequestContext): Promise<string> {
  const { id, slots } = await firstCourse(request, 'active');
  return `/courses/${id}/form/${slots.find(({ state }) => state === 'due' || state === 'unresolved')?.slot}`;
}

const patientOf = (status: string) => async (request: APIRequestContext) =>
  `/patients/${(await firstCourse(request, status)).patientId}`;

async function reportOf(request: APIRequestContext): Promise<string> {
  const { id, patientId } = await firstCourse(request, 'completed');
  return `/patients/${patientId}/report/${id}`;
}

async function draftOf(request: APIRequestContext): Promise<string> {
  const answer = await request.get('/v1/publications');
  const { items } = (await answer.json()) as { items: { id: string }[] };
  const [latest] = items;
  if (!latest) throw new Error('The sample clinic has no publication.');
  return `/publications/${latest.id}`;
}

const press = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('dialog').getByRole('textbox').first().waitFor();
};

const CARE: PageState[] = [
  { name: 'today', role: 'clinician', path: '/' },
  { name: 'today, a new patient', role: 'clinician', path: '/', then: press('Add a patient') },
  { name: 'today, missed', role: 'clinician', path: '/', then: press(/^Missed: /) },
  { name: 'today, another day', role: 'clinician', path: '/', then: press(/^Move .* to another day/) },
  {
    name: 'today, a refused score',
    role: 'clinician',
    path: '/',
    then: async (page) => {
      await page
        .getByRole('textbox', { name: /^Score of / })
        .first()
        .fill('99');
      await page.keyboard.press('Enter');
    },
  },
  {
    name: 'today, patients found',
    role: 'clinician',
    path: '/',
    then: async (page) => {
      const number = await page.getByRole('table', { name: 'Unresolved' }).getByRole('link').first().textContent();
      await page.getByRole('combobox', { name: 'Find a patient' }).fill(number?.trim().slice(0, 3) ?? '');
      await page.getByRole('listbox', { name: 'Patients found' }).getByRole('option').first().waitFor();
    },
  },
  {
    name: 'the person’s menu',
    role: 'director',
    path: '/',
    then: async (page) => {
      await page.getByRole('banner').getByRole('button').last().click();
      await page.getByRole('menu').waitFor();
    },
  },
  { name: 'answer sheets', role: 'clinician', path: '/answer-sheets' },
  { name: 'answer sheet for anybody', role: 'clinician', path: '/answer-sheets?for=anybody' },
  { name: 'scores', role: 'clinician', path: '/scores' },
  {
    name: 'scores, nothing found',
    role: 'clinician',
    path: '/scores',
    then: (page) =>
      page
        .getByRole('textbox', { name: /chart number/i })
        .first()
        .fill('no such number'),
  },
  { name: 'form', role: 'clinician', path: formOf },
  { name: 'patients', role: 'clinician', path: '/patients' },
  { name: 'patients, concluded', role: 'clinician', path: '/patients?show=concluded&started=ever' },
  { name: 'patients, all', role: 'clinician', path: '/patients?show=all' },
  { name: 'patient under way', role: 'clinician', path: patientOf('active') },
  { name: 'patient with a completed course', role: 'clinician', path: patientOf('completed') },
  { name: 'patient with a stopped course', role: 'clinician', path: patientOf('stopped') },
  { name: 'patient, another course', role: 'clinician', path: patientOf('completed'), then: press('Begin a course') },
  { name: 'report of a patient', role: 'clinician', path: reportOf },
];

const FIGURES: PageState[] = [
  { name: 'outcomes', role: 'director', path: '/outcomes' },
  {
    name: 'outcomes, all of it',
    role: 'director',
    path: '/outcomes?kind=induction',
    then: async (page) => {
      for (const part of await page.locator('main [class*=more] > summary').all()) await part.click();
      const tables = page.locator('figure button[aria-controls$="-table"]');
      for (const table of await tables.all()) await table.click();
    },
  },
  { name: 'courses of a figure', role: 'director', path: '/outcomes/courses?kind=induction' },
  { name: 'differences', role: 'director', path: '/outcomes/differences?kind=induction' },
  { name: 'were the marks right', role: 'director', path: '/outcomes/marks?kind=induction' },
  { name: 'comparison', role: 'director', path: '/outcomes/comparison?kind=induction' },
  { name: 'publications', role: 'director', path: '/publications' },
  { name: 'new draft', role: 'director', path: '/publications/new' },
  { name: 'groups', role: 'director', path: '/publications/groups' },
  {
    name: 'publication',
    role: 'director',
    path: draftOf,
  },
  {
    name: 'claims, checked',
    role: 'marketing',
    path: '/claims',
    then: async (page) => {
      await page
        .getByLabel('The text')
        .fill('A mean decrease of the CUDOS score of 74 %, from 35.0 to 11.2 on average.');
      await page.getByRole('button', { name: 'Check it' }).click();
      await page.getByText('Number by number').waitFor();
    },
  },
];

const REST: PageState[] = [
  { name: 'import', role: 'director', path: '/import' },
  { name: 'staff', role: 'director', path: '/staff' },
  { name: 'staff, invited', role: 'director', path: '/staff', then: press(/Invite/) },
  {
    name: 'settings, another holiday',
    role: 'director',
    path: '/settings',
    then: (page) => page.getByRole('button', { name: 'Add a holiday' }).click(),
  },
  {
    name: 'settings, several holidays',
    role: 'director',
    path: '/settings',
    then: (page) => page.getByRole('button', { name: 'Add several holidays' }).click(),
  },
  { name: 'account', role: 'marketing', path: '/account' },
  { name: 'no such page', role: 'clinician', path: '/nowhere' },
  { name: 'sign-in', role: null, path: '/' },
  { name: 'the API', role: null, path: '/docs' },
];

export const PAGE_STATES: readonly PageState[] = [...CARE, ...FIGURES, ...REST];

/**
 * What makes the page scroll sideways, in words: the elements that reach furthest to the right without being inside of
 * something that scrolls by itself; empty where nothing does.
 */
export const WIDER_THAN_THE_SCREEN = `(() => {
  const root = document.documentElement;
  const width = root.clientWidth;
  if (root.scrollWidth <= width) return [];
  const clips = (element) => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
      if (getComputedStyle(box).overflowX !== 'visible' && box.getBoundingClientRect().right <= width + 1) return true;
    return false;
  };
  const wide = [...document.body.querySelectorAll('*')].filter((element) => {
    const { right, width: own } = element.getBoundingClientRect();
    return own > 0 && right > width + 1 && !clips(element);
  });
  const innermost = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
  if (innermost.length === 0) return ['something that nobody sees, to ' + root.scrollWidth];
  return innermost.slice(0, 6).map((element) =>
    element.tagName.toLowerCase() + '.' + String(element.className.baseVal ?? element.className).split(' ').slice(-1) +
    ' "' + (element.textContent ?? '').slice(0, 30) + '" to ' + Math.round(element.getBoundingClientRect().right));
})()`;
