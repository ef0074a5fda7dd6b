import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadSample } from '../../../src/commands/sample/load-sample.js';
import { publishSample } from '../../../src/commands/sample/publish-sample.js';
import { TransactionService } from '../../../src/database/transaction.service.js';
import type { PublishedDocument } from '../../../src/domain/publication/published-document.js';
import { hashPassword } from '../../../src/staff/sign-in/password.js';
import { StaffRepository } from '../../../src/staff/people/staff.repository.js';
import { answer } from '../../support/answer.js';
import { PASSWORD, signIn, type SignedIn } from '../../support/clinic.js';
import { testApp, type TestApp } from '../../support/test-app.js';

const NOW = '2026-11-22T18:00:00.000Z';

let app: TestApp;
let slug: string;
let marketing: SignedIn;
let items: { id: string; title: string; state: string; draftedBy: { name: string } }[];
let document: PublishedDocument;
beforeAll(async () => {
  app = await testApp();
  app.clock.set(NOW);
  const passwordHash = await hashPassword(PASSWORD);
  const now = new Date(NOW);
  const transactions = app.app.get(TransactionService);
  const sample = await loadSample(transactions, new StaffRepository(), { now, passwordHash });
  slug = await publishSample(app.app, sample, now);
  marketing = await signIn(app, 'marketing@sample.example');
  const list = await answer(marketing.get('/v1/publications').expect(200));
  ({ items } = list.body as { items: typeof items });
  const approved = items.find(({ state }) => state === 'approved');
  const detail = await answer(marketing.get(`/v1/publications/${approved?.id}`).expect(200));
  ({ document } = detail.body as { document: PublishedDocument });
});
afterAll(() => app.close());

const figure = (name: string) => document.figures.find((each) => `${each.set}.${each.name}` === name);

// The claim of the clinic's page, each number with the courses that it is of.
test.each([
  ['completers.baselineMean', 35, 120],
  ['completers.endpointMean', 11.2, 120],
  ['completers.percentReductionOfMeans', 68, 120],
  ['completers.respondersBaselineMean', 34.9, 100],
  ['completers.respondersEndpointMean', 8.9, 100],
  // 100 x (34.9 - 8.9) / 34.9 = 74.498...
  ['completers.respondersPercentReductionOfMeans', 74, 100],
  ['completers.response', 83, 120],
  ['starters.response', 57, 175],
])('the sample clinic publishes %s as %s of %s', (name, value, n) => {
  expect(figure(name)).toMatchObject({ value, n, withheld: null });
});

test('it is public under an address of its years, and two drafts wait beside it', () => {
  // 2026-09-30 and 60 days is 2026-11-29, so the last closed quarter is 2026-Q2.
  expect(slug).toBe('outcomes-2024-2026');
  expect(document).toMatchObject({ period: { text: '2024-Q3..2026-Q2' }, edition: 1 });
  expect(document).toMatchObject({ slug, approval: { role: 'director', selfApproved: false } });
  expect(items.map(({ state }) => state).sort()).toEqual(['approved', 'draft', 'draft']);
});

test('of the drafts one can take its place, and one is refused beside it', async () => {
  const refused: (string | null)[] = [];
  for (const { id, state } of items) {
    if (state !== 'draft') continue;
    const { body } = await answer(marketing.get(`/v1/publications/${id}`).expect(200));
    const { preview } = body as { preview: { refusal: { rule: string } | null } };
    refused.push(preview.refusal?.rule ?? null);
  }
  expect(refused.sort()).toEqual([null, 'period']);
});

test('the sentence of the page is allowed as it should have been: 68 %, with its n', () => {
  const said = document.sentences.map(({ text }) => text).join('\n');
  expect(said).toMatch(/120[^.]*35\.0 to 11\.2, which is 68 %/);
});

test('a claim that gives 74 % to all patients is recognized', async () => {
  const text =
    'Our patients have, on average, a 74 % decrease in their CUDOS score after six infusions, from 35.0 to 11.2.';
  const { body } = await answer(marketing.post('/v1/claim-checks', { text }).expect(200));
  const { numbers } = body as { numbers: { text: string; verdict: string }[] };
  const verdicts = Object.fromEntries(numbers.map((each) => [each.text, each.verdict]));
  expect(verdicts).toMatchObject({ '35.0': 'supported', '11.2': 'supported' });
  expect(verdicts['74 %']).toMatch(/inconsistent|other-set/);
});
