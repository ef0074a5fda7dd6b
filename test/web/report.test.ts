import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFaults } from '../support/axe.js';
import { browserStage, windowOf } from '../support/browser.js';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';

const stage = browserStage();
let clinic: TestClinic;

beforeAll(async () => {
  clinic = await testClinic(stage.app);
});

const SCORES: [string, number, string][] = [
  ['infusion-1', 40, '2026-01-05'],
  ['infusion-2', 31, '2026-01-08'],
  ['infusion-3', 28, '2026-01-12'],
  ['infusion-4', 25, '2026-01-15'],
  ['infusion-5', 22, '2026-01-19'],
  ['infusion-6', 18, '2026-01-22'],
  ['post-series', 15, '2026-01-29'],
  ...Array.from({ length: 8 }, (_, at): [string, number, string] => [
    `follow-up-${at + 1}`,
    16,
    `2026-02-${String(at + 1).padStart(2, '0')}`,
  ]),
];

async function openReport(): Promise<{ page: Page; chartNumber: string; faults: string[] }> {
  const { courseId, patientId, chartNumber } = await testCourse(clinic.clinician, {
    startedOn: '2026-01-05',
  });
  for (const [slot, total, on] of SCORES) await clinic.clinician.score(courseId, slot, total, on).expect(201);
  const { page, faults } = await windowOf(stage, clinic.clinician);
  await page.goto(`/patients/${patientId}/report/${courseId}`);
  await page.getByRole('img', { name: /Baseline 40/ }).waitFor();
  return { page, chartNumber, faults };
}

test('a report says whose it is, of which clinic and as of when, and how it is counted', async () => {
  const { page, chartNumber, faults } = await openReport();
  await page.getByRole('heading', { name: `Chart ${chartNumber}` }).waitFor();
  const sheet = page.getByRole('article');
  await sheet.getByText(clinic.name).waitFor();
  // 17:00 UTC is 11:00 in Denver, six hours behind in summer.
  await sheet.getByText('As of 20 Mar 2026, 11:00').waitFor();
  await sheet.getByText('America/Denver').waitFor();
  // 40 - 18 = 22 points, 55 %.
  await sheet.getByText('22 points lower (55 %)').first().waitFor();
  await sheet.getByText('A response is an endpoint of at most half of the baseline.').waitFor();
  await sheet.getByText('says nothing about a patient’s safety').waitFor();
  expect(await page.title()).toBe('Report · CUDOS outcomes');
  expect(await axeFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('a report is one page of A4 and one of Letter, also with nine scores after the series', async () => {
  const { page } = await openReport();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('banner').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
  for (const format of ['A4', 'Letter']) {
    const pdf = (await page.pdf({ format })).toString('latin1');
    expect([format, pdf.match(/\/Type\s*\/Page\b/g)?.length]).toEqual([format, 1]);
  }
  await page.context().close();
});
