import { afterEach, beforeAll, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { axeFaults } from '../support/axe.js';
import { browserStage, windowOf } from '../support/browser.js';
import { signIn, testClinic, type SignedIn } from '../support/clinic.js';
import { sampleDirector } from '../support/sample-clinic.js';
import { approve, draft, refusals } from './publishable-clinic.js';

const CLAIM =
  'Our patients after six infusions: success in over 80 %, a mean decrease of the CUDOS score of 74 %, ' +
  'from 35.0 to 11.2 on average. Among the successful patients the averages fell from 34.9 to 8.9.';

const stage = browserStage();
let marketing: SignedIn;
let page: Page;
let context: BrowserContext;
let refused: string[];

beforeAll(async () => {
  stage.app.clock.set('2026-11-22T18:00:00Z');
  const director = await sampleDirector(stage.app);
  marketing = await signIn(stage.app, 'marketing@sample.example');
  const made = await draft(marketing, 'outcomes-2024-2026', {
    title: 'Outcomes of 2024 to 2026',
    period: '2024-Q3..2026-Q2',
    figures: [
      'starters.response',
      'completers.response',
      ...['baselineMean', 'endpointMean', 'percentReductionOfMeans'].map((name) => `completers.${name}`),
      'completers.respondersBaselineMean',
      'completers.respondersEndpointMean',
      'completers.respondersPercentReductionOfMeans',
    ],
  });
  await approve(director, made);
});
afterEach(async () => {
  await context.close();
  expect(refused).toEqual([]);
});

async function open(person: SignedIn, size = {}) {
  let faults: string[];
  ({ page, context, faults } = await windowOf(stage, person, size));
  refused = refusals(page);
  page.on('close', () => expect(faults).toEqual([]));
  await page.goto('/claims');
  await page.getByRole('heading', { level: 1, name: 'Claim check' }).waitFor();
}

async function check(text: string) {
  await page.getByLabel('The text').fill(text);
  await page.getByRole('button', { name: 'Check it' }).click();
  await page.getByRole('heading', { name: 'What was found' }).waitFor();
}

/** What is said of each number of the text, in its order: `74 % – does not add up`. */
async function answers(): Promise<string[]> {
  const items = page.getByRole('region', { name: 'Number by number' }).getByRole('listitem');
  const lines = await items.locator(':scope > p:first-child').allTextContents();
  return lines.map((line) => line.replaceAll('\u00a0', ' '));
}

test('the claim of the clinic’s page is answered number by number, with what may be said instead', async () => {
  await open(marketing);
  expect(await axeFaults(page)).toEqual([]);
  await check(CLAIM);
  // 34.9 to 8.9 is 74.5 %, of the 100 who responded; 35.0 to 11.2 is 68 %, of all 120.
  expect(await answers()).toEqual([
    '1 over 80 % – supported, rounded',
    '2 74 % – does not add up',
    '3 35.0 – supported',
    '4 11.2 – supported',
    '5 34.9 – supported',
    '6 8.9 – supported',
  ]);
  const second = page.getByRole('listitem').filter({ hasText: '74 % – does not add up' });
  const said = await second.innerText();
  expect(said).toMatch(/from 35\.0 to 11\.2 is 68\s%, not 74\s%/);
  expect(said).toMatch(/Also true only of another group:.*successful patients alone/);
  await page.getByText('How many patients were counted (n).').waitFor();
  await page.getByText('It says what the data support, not what the law allows.').waitFor();
  const allowed = page.getByRole('region', { name: 'What may be said' });
  expect(await allowed.innerText()).toMatch(/120[^.]*fell from 35\.0 to 11\.2|35\.0 to 11\.2/);
  expect(await axeFaults(page)).toEqual([]);
});

test('a number in the text leads by keyboard to what is said of it, and has its verdict as a word', async () => {
  await open(marketing, { width: 820, height: 1180 });
  await check(CLAIM);
  const mark = page.getByRole('link', { name: /^74\s% ?2 does not add up$/ });
  await mark.focus();
  await page.keyboard.press('Enter');
  const focused = await page.evaluate('document.activeElement.id');
  expect(focused).toBe('number-2');
  const width = await page.evaluate('document.documentElement.scrollWidth');
  expect(width).toBeLessThanOrEqual(820);
});

test('the text outlives a reload, and an answer of an older text says so', async () => {
  await open(marketing);
  await check('On average scores fell from 35.0 to 11.2.');
  await page.getByLabel('The text').fill('On average scores fell from 35.0 to 12.');
  await page.getByText('The text above was changed since; check it again.').waitFor();
  await page.reload();
  expect(await page.getByLabel('The text').inputValue()).toBe('On average scores fell from 35.0 to 12.');
});

test('a clinic that published nothing reads so, and so does a text without a number', async () => {
  const clinic = await testClinic(stage.app);
  await open(clinic.marketing);
  await check('Our patients feel better.');
  await page.getByText('No number in it speaks of an outcome.').waitFor();
  await page.getByText('Nothing is published that speaks of this.').waitFor();
  expect(await axeFaults(page)).toEqual([]);
});
