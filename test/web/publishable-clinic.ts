import type { Page } from 'playwright-core';
import { COLUMNS, importReport, sheet } from '../spreadsheets/spreadsheet.js';
import { answer } from '../support/answer.js';
import { testClinic, type SignedIn, type TestClinic } from '../support/clinic.js';
import type { TestApp } from '../support/test-app.js';

/**
 * Completed courses of 2025 by baseline and endpoint: 24 of 40 respond, 3 get worse, which is told as fewer than 11. They come in
 * twos, a point below and above, and began in March and November, so that they are one closed group, that of the year.
 */
const GROUPS = [
  { courses: 24, baseline: 40, endpoint: 10 },
  { courses: 13, baseline: 40, endpoint: 30 },
  { courses: 3, baseline: 40, endpoint: 45 },
];

/** A clinic with enough courses of 2025 to publish figures of them. */
export async function publishableClinic(app: TestApp): Promise<TestClinic> {
  const clinic = await testClinic(app);
  const courses = GROUPS.flatMap((group) => Array.from({ length: group.courses }, () => group));
  const lines = courses.map(({ baseline, endpoint }, at) => {
    const number = `P-${String(at + 1).padStart(2, '0')}`;
    const aside = at % 2 === 0 ? -1 : 1;
    const month = at % 4 < 2 ? '2025-03' : '2025-11';
    return `${number},${month}-03,${baseline + aside},,,,,,,,,${month}-20,${endpoint - aside},`;
  });
  await importReport(app, clinic.director, sheet(COLUMNS, ...lines), { commit: 'true' });
  return clinic;
}

export interface Drafted {
  id: string;
  version: number;
}

const USUAL = {
  title: 'Outcomes of 2025',
  period: '2025',
  kind: 'induction',
  figures: ['starters.response', 'starters.worsened', 'completers.baselineMean'],
  charts: ['mean-before-after'],
};

/** A draft by the API, for what is not about drafting. */
export async function draft(person: SignedIn, slug: string, part: object = {}): Promise<Drafted> {
  const { body } = await answer(person.post('/v1/publications', { ...USUAL, slug, ...part }).expect(201));
  return body as Drafted;
}

/** Approves what the preview shows at the moment. */
export async function approve(director: SignedIn, { id }: Drafted): Promise<void> {
  const { body } = await answer(director.get(`/v1/publications/${id}`).expect(200));
  const { preview } = body as { preview: { contentHash: string } };
  const { contentHash } = preview;
  await answer(director.post(`/v1/publications/${id}/approval`, { contentHash }).expect(200));
}

/** Every answer of the service that refused something, from now on. */
export function refusals(page: Page): string[] {
  const refused: string[] = [];
  page.on('response', (response) => {
    if (response.status() === 403) refused.push(`${response.request().method()} ${response.url()}`);
  });
  return refused;
}
