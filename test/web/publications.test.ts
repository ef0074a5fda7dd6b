import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { axeFaults } from '../support/axe.js';
import { browserStage, windowOf } from '../support/browser.js';
import { signIn, testClinic, type SignedIn, type TestClinic } from '../support/clinic.js';
import { approve, draft, publishableClinic, refusals } from './publishable-clinic.js';

const stage = browserStage();
let page: Page;
let context: BrowserContext;
let faults: string[];
let refused: string[];

beforeAll(() => {
  stage.app.clock.set('2026-11-22T18:00:00Z');
});
afterEach(async () => {
  await context.close();
  expect(faults).toEqual([]);
  expect(refused).toEqual([]);
});

async function open(path: string, person: SignedIn, size = {}) {
  ({ page, context, faults } = await windowOf(stage, person, size));
  refused = refusals(page);
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

const heading = (name: string) => page.getByRole('heading', { level: 1, name });
const preview = () => page.getByRole('article');
const saved = () => page.getByText('All is saved.').waitFor();

describe('a clinic that has published nothing', () => {
  test('marketing begins at the publications, reads what one is, and asks for nothing else', async () => {
    const clinic = await testClinic(stage.app);
    await open('/', clinic.marketing);
    await heading('Publications').waitFor();
    await page.getByText('Nothing is published yet').waitFor();
    const links = await page.getByRole('navigation', { name: 'Pages' }).getByRole('link').all();
    expect(await Promise.all(links.map((link) => link.innerText()))).toEqual([
      'Publications',
      'Claim check',
      'Account',
    ]);
    expect(await axeFaults(page)).toEqual([]);
  });

  test('too few courses are refused in words, with what can be done', async () => {
    const clinic = await testClinic(stage.app);
    const { id } = await draft(clinic.marketing, `few-${clinic.id}`);
    await open(`/publications/${id}`, clinic.marketing);
    const notice = page.getByRole('alert').filter({ hasText: 'can’t be published as it is' });
    await notice.getByText('No group of these courses is closed yet').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await context.close();

    await open(`/publications/${id}`, clinic.director);
    await page.getByText('Nobody can approve it as it is').waitFor();
    expect(await page.getByRole('button', { name: 'Look through and approve' }).count()).toBe(0);
  });
});

describe('a draft', () => {
  let clinic: TestClinic;

  beforeEach(async () => {
    clinic = await publishableClinic(stage.app);
  });

  test('is drafted by marketing, and approved by the director, who is shown just what is approved', async () => {
    const slug = `outcomes-${clinic.id}`;
    await open('/publications', clinic.marketing);
    await page.getByRole('link', { name: 'New draft' }).first().click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Outcomes of 2025');
    expect(await page.getByRole('textbox', { name: 'Address' }).inputValue()).toBe('outcomes-of-2025');
    await page.getByRole('textbox', { name: 'Address' }).fill('Not an address');
    await page.getByText('Small letters a to z').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Address' }).fill(slug);
    await page.getByRole('button', { name: 'Make the draft' }).click();
    await heading('Outcomes of 2025').waitFor();
    await page.getByText('The numbers come with the approval').waitFor();
    const response = preview().getByRole('row').filter({ hasText: 'Response' }).first();
    await response.getByText('Would be public. Shown once a director has approved.').waitFor();
    expect(await preview().innerText()).not.toContain('of 40');
    await page.getByText('Only a director approves.').waitFor();
    expect(await page.getByRole('button', { name: 'Look through and approve' }).count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
    await context.close();

    await open('/publications', clinic.director);
    await page.getByRole('link', { name: 'Outcomes of 2025' }).click();
    await page.getByRole('button', { name: 'Look through and approve' }).click();
    const dialog = page.getByRole('dialog');
    // 24 of 40 is 60 %; Wilson's interval by R, prop.test(24, 40, correct = FALSE): 44.6 to 73.7 %.
    await dialog.getByText('24 of 40 · 95 % interval 45 to 74 %').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Approve and publish' }).click();
    await page.getByText('Anybody can read it. It is signed and never changes.').waitFor();
    await page.getByText('The same: nothing that it counts has changed since.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  test('has figures that can’t be left out, follows each choice, and chooses from closed groups', async () => {
    const { id } = await draft(clinic.marketing, `follows-${clinic.id}`);
    await open(`/publications/${id}`, clinic.marketing);
    const started = page.getByRole('group', { name: 'Everybody who started' });
    expect(await started.getByLabel('Response').isChecked()).toBe(true);
    expect(await started.getByLabel('Response').isDisabled()).toBe(true);
    expect(await started.getByLabel('Without a score at infusion 6').isDisabled()).toBe(true);
    const worsened = preview().getByRole('row').filter({ hasText: 'Worsened' });
    expect(await worsened.count()).toBe(2);
    await started.getByLabel('Worsened').uncheck();
    await saved();
    await worsened.nth(1).waitFor({ state: 'detached' });
    expect(await page.getByLabel('From the start of').locator('option').allInnerTexts()).toEqual(['Q1 2025']);
    await page.getByText('Only whole closed groups are published.').waitFor();
    await page.getByLabel('Indication').selectOption('ptsd');
    await saved();
    await page.getByText('can’t be published as it is').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  test('keeps what was typed through a reload, also what the service refuses', async () => {
    const { id } = await draft(clinic.marketing, `kept-${clinic.id}`);
    await open(`/publications/${id}`, clinic.marketing);
    await page.getByRole('textbox', { name: 'Title' }).fill('');
    await page.getByText('A title has 1 to 200 characters').first().waitFor();
    await page.getByRole('textbox', { name: 'Address' }).fill(`kept-2-${clinic.id}`);
    await page.reload();
    expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('');
    expect(await page.getByRole('textbox', { name: 'Address' }).inputValue()).toBe(`kept-2-${clinic.id}`);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Title' }).fill('Outcomes of a year');
    await saved();
    await heading('Outcomes of a year').waitFor();
  });

  test('that is not made yet outlives a reload', async () => {
    await open('/publications/new', clinic.marketing);
    await page.getByRole('textbox', { name: 'Title' }).fill('Outcomes of Spring');
    await page.getByLabel('Indication').selectOption('ptsd');
    await page.reload();
    expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Outcomes of Spring');
    expect(await page.getByLabel('Indication').inputValue()).toBe('ptsd');
  });

  test('two people change one draft: the later sees it, and only what they changed goes over', async () => {
    const { id, version } = await draft(clinic.marketing, `two-${clinic.id}`);
    await open(`/publications/${id}`, clinic.marketing);
    await preview().waitFor();
    await clinic.director
      .patch(`/v1/publications/${id}`, { title: 'Another title' })
      .set('If-Match', `"${version}"`)
      .expect(200);
    await page.getByLabel('Kind').selectOption('');
    const notice = page.getByRole('alert').filter({ hasText: 'Somebody else changed this draft' });
    await notice.getByText('Another title').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await notice.getByRole('button', { name: 'I have seen it; save mine' }).click();
    await saved();
    await heading('Another title').waitFor();
    expect(await page.getByLabel('Kind').inputValue()).toBe('');
  });

  test('is not approved where a score changed meanwhile: the director looks again', async () => {
    const { id } = await draft(clinic.marketing, `stale-${clinic.id}`);
    await open(`/publications/${id}`, clinic.director);
    await page.getByRole('button', { name: 'Look through and approve' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('24 of 40').first().waitFor();
    await makeOneRespond(clinic);
    await dialog.getByRole('button', { name: 'Approve and publish' }).click();
    await dialog.getByText('The figures have changed, look again').waitFor();
    await dialog.getByText('25 of 40').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Approve and publish' }).click();
    await page.getByText('Anybody can read it. It is signed and never changes.').waitFor();
  });

  test('of a group that was public says the same, whatever was corrected since', async () => {
    const first = await draft(clinic.marketing, `first-${clinic.id}`);
    await approve(clinic.director, first);
    await makeOneRespond(clinic);
    const second = await draft(clinic.marketing, `second-${clinic.id}`);
    await open(`/publications/${second.id}`, clinic.director);
    await preview().getByText('24 of 40').first().waitFor();
    await page.goto('/publications/groups');
    await page.getByText('1 patient changed since; what is public stays as it was.').waitFor();
    await page.getByText('fewer than 11 patients changed').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  test('is discarded after asking', async () => {
    const { id } = await draft(clinic.marketing, `gone-${clinic.id}`);
    await open(`/publications/${id}`, clinic.marketing);
    await page.getByRole('button', { name: 'Discard the draft' }).click();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    await heading('Publications').waitFor();
    await page.getByText('Nothing is published yet').waitFor();
    await clinic.marketing.get(`/v1/publications/${id}`).expect(404);
  });

  test('of a director is approved by its author where the settings of the clinic say so, and only then', async () => {
    const { id } = await draft(clinic.director, `own-${clinic.id}`);
    await open(`/publications/${id}`, clinic.director);
    await page.getByText('You drafted this publication, so somebody else approves it.').waitFor();
    await page.goto('/settings');
    await page.getByLabel('The single director approves their own drafts').check();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save the settings' }).click();
    await page.getByText('The settings are saved.').waitFor();
    await page.goto(`/publications/${id}`);
    await page.getByRole('button', { name: 'Look through and approve' }).click();
    await page.getByText('it says “approved by its author”').waitFor();
    await page.getByRole('button', { name: 'Approve and publish' }).click();
    await page.getByText('(its author)').waitFor();
  });
});

describe('what was published', () => {
  test('has sentences and codes to copy', async () => {
    const clinic = await publishableClinic(stage.app);
    const slug = `codes-${clinic.id}`;
    const made = await draft(clinic.marketing, slug);
    await approve(clinic.director, made);
    await open(`/publications/${made.id}`, clinic.marketing, { width: 820, height: 1180 });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Choose what to show' }).click();
    await page.getByRole('button', { name: 'Copy the code' }).click();
    await page.getByRole('button', { name: 'Copied the code' }).waitFor();
    const copied = () => page.evaluate('navigator.clipboard.readText()');
    expect(await copied()).toContain(`data-publication="${slug}"`);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Copy sentence 1' }).click();
    await page.getByRole('button', { name: 'Copied sentence 1' }).waitFor();
    expect(await copied()).toContain('40');
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(820);
  });

  test('is withdrawn by a director, with a reason for everybody to read', async () => {
    const clinic = await publishableClinic(stage.app);
    const made = await draft(clinic.marketing, `back-${clinic.id}`);
    await approve(clinic.director, made);
    await open(`/publications/${made.id}`, clinic.director);
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
    await page.getByRole('button', { name: 'Withdraw it' }).click();
    await dialog.getByText('everybody will read it').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByLabel('Reason').fill('A score was entered twice.');
    await page.getByRole('button', { name: 'Withdraw it' }).click();
    await page.getByText('Its addresses answer that it is withdrawn, and why.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  test('ages: the director sees by how much it would differ today, in the list and beside it', async () => {
    const clinic = await publishableClinic(stage.app);
    const made = await draft(clinic.marketing, `aged-${clinic.id}`);
    await approve(clinic.director, made);
    await makeOneRespond(clinic);
    await open('/publications', clinic.director);
    await page.getByText('Aged: the data have changed since').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Outcomes of 2025' }).click();
    const today = page.getByRole('region', { name: 'What would it say today?' });
    // 25 of 40 is 62.5 %, which is published as 63 %.
    await today.getByText('63 %').waitFor();
    expect(await today.innerText()).toMatch(/60\s% then, 63\s% now \(\+3/);
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe('what can be published', () => {
  test('is shown to marketing without numbers, and to a director with them', async () => {
    const clinic = await publishableClinic(stage.app);
    await open('/publications', clinic.marketing);
    await page.getByRole('link', { name: 'What can be published' }).click();
    await heading('What can be published').waitFor();
    const groups = page.getByRole('region', { name: 'Closed groups by quarter of start' });
    await groups.getByText('Q1 2025 to Q4 2025').waitFor();
    await page.getByText('Would be public. Shown once a director has approved.').first().waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain('of 40');
    await page.getByText('0 of 30 starters').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await context.close();

    await open('/publications/groups', clinic.director, { width: 390 });
    await page.getByText('24 of 40').first().waitFor();
    await page.getByText('fewer than 11 of 40').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    const figures = page.getByRole('region', { name: /^Figures of / }).first();
    expect(await figures.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  });
});

test('the bar of a director fits on a tablet, upright and across', async () => {
  const clinic = await testClinic(stage.app);
  const director = await signIn(stage.app, clinic.director.email);
  for (const width of [768, 1024, 1200, 1280]) {
    await open('/publications', director, { width });
    const bar = page.getByRole('navigation', { name: 'Pages' });
    const hidden = await bar.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect([width, hidden]).toEqual([width, 0]);
    if (width !== 1280) await context.close();
  }
});

/** A late correction: somebody who had not responded had. */
async function makeOneRespond(clinic: TestClinic): Promise<void> {
  const listed = await clinic.clinician.get('/v1/courses?limit=100').expect(200);
  const { items } = listed.body as {
    items: {
      id: string;
      slots: { slot: string; recorded: { total: number; version: number; assessedOn: string } }[];
    }[];
  };
  const last = (course: (typeof items)[number]) => course.slots.find(({ slot }) => slot === 'infusion-6')?.recorded;
  const course = items.find((each) => last(each)?.total === 31);
  await clinic.clinician
    .put(`/v1/courses/${course?.id}/assessments/infusion-6`, {
      total: 19,
      assessedOn: course && last(course)?.assessedOn,
      amendmentReason: 'Typing error',
    })
    .set('If-Match', `"${(course && last(course)?.version) ?? 0}"`)
    .expect(200);
}
