import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, windowOf } from '../support/browser.js';
import { testClinic, testCourse, type SignedIn, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let browser: Browser;
let clinic: TestClinic;

beforeAll(async () => {
  app = await testApp();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** A clinic of its own, and the grid as its clinician sees it. The clinic's today is 20 March 2026. */
async function openGrid(prepare: (person: SignedIn) => Promise<void> = () => Promise.resolve()) {
  clinic = await testClinic(app);
  await prepare(clinic.clinician);
  const opened = await windowOf(browser, app, clinic.clinician);
  await opened.page.goto('/scores');
  await opened.page.getByRole('heading', { name: 'Scores' }).waitFor();
  return opened;
}

/** Puts the cursor on the cell of an infusion, as a click does. */
async function point(page: Page, chartNumber: string, infusion: number): Promise<void> {
  await cellOf(page, chartNumber, infusion).click();
}

function cellOf(page: Page, chartNumber: string, infusion: number) {
  return page.getByRole('gridcell', { name: `${chartNumber}, infusion ${infusion},` });
}

/** Waits until nothing is on its way any more. */
async function allSaved(page: Page): Promise<void> {
  await page.getByText('All saved').waitFor();
}

async function versions(person: SignedIn, courseId: string, slot: string): Promise<Version[]> {
  const { body } = await person.get(`/v1/courses/${courseId}/assessments/${slot}/versions`);
  return (body as { items?: Version[] }).items ?? [];
}

interface Version {
  state: string;
  total: number | null;
  assessedOn: string | null;
  missedReason: string | null;
  note: string | null;
  amendmentReason: string | null;
  overrideReason: string | null;
}

async function totals(person: SignedIn, courseId: string): Promise<(number | null)[]> {
  const { body } = await person.get(`/v1/courses/${courseId}`).expect(200);
  const { slots } = body as { slots: { recorded: { total: number | null } | null }[] };
  return slots.map(({ recorded }) => recorded?.total ?? null);
}

describe('typing scores', () => {
  test('six scores of a patient go in within 15 seconds without a mouse, each on its planned day', async () => {
    let course = { courseId: '', chartNumber: '' };
    const { page, context, faults } = await openGrid(async (person) => {
      await testCourse(person);
      course = await testCourse(person);
    });
    await page.getByRole('grid').waitFor();
    const begun = Date.now();
    await page.keyboard.type(course.chartNumber, { delay: 40 });
    await page.keyboard.press('Enter');
    await page.keyboard.press('p');
    for (const score of ['40', '33', '31', '22', '18', '12']) {
      await page.keyboard.type(score, { delay: 80 });
      await page.keyboard.press('Tab');
    }
    await allSaved(page);
    expect(Date.now() - begun).toBeLessThan(15_000);
    expect(await totals(clinic.clinician, course.courseId)).toEqual([40, 33, 31, 22, 18, 12]);
    // 2 March 2026 and the customary days 0, 3, 7, 10, 14 and 17 after it.
    const [sixth] = await versions(clinic.clinician, course.courseId, 'infusion-6');
    expect(sixth?.assessedOn).toBe('2026-03-19');
    expect(faults).toEqual([]);
    await context.close();
  });
});
