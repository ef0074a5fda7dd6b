import { beforeEach, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { browserStage, settled, windowOf } from '../support/browser.js';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { cellOf, versions, type Course } from './grid.js';

describe('a score that waited is saved while the list of courses is on its way', () => {
  const stage = browserStage();
  let clinic: TestClinic;
  let course: Course;

  beforeEach(async () => {
    clinic = await testClinic(stage.app);
    course = await testCourse(clinic.clinician, { startedOn: '2026-03-20' });
  });

  /** 33 waits on the device: its request never came to the service. */
  const waiting = async () => {
    const opened = await windowOf(stage, clinic.clinician);
    const { page, context } = opened;
    await page.goto('/');
    await settled(page);
    await context.route('**/assessments/*', (route) => route.abort());
    const field = page.getByLabel(`Score of ${course.chartNumber}, infusion 1`);
    await field.fill('33');
    await field.press('Enter');
    await page.getByText('1 score waits for the network').first().waitFor();
    return opened;
  };
  /** The page is opened again; it is given the list as it was before the score was saved, once that is saved. */
  const openedAgain = async (page: Page, context: BrowserContext, path: string) => {
    await context.unroute('**/assessments/*');
    let isSaved = () => {};
    const saved = new Promise<void>((done) => (isSaved = done));
    let isRead = () => {};
    const read = new Promise<void>((done) => (isRead = done));
    await context.route('**/assessments/*', async (route) => {
      await read;
      const response = await route.fetch();
      await route.fulfill({ response });
      isSaved();
    });
    await context.route(
      '**/v1/courses?status=active*',
      async (route) => {
        const response = await route.fetch();
        isRead();
        await saved;
        // The page has taken the answer to the score by now.
        await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
        await route.fulfill({ response });
      },
      { times: 1 },
    );
    await page.goto(path);
    await saved;
    await settled(page);
    const found = await versions(clinic.director, course.courseId, 'infusion-1');
    expect(found.map(({ total }) => total)).toEqual([33]);
  };

  test('Today does not ask for it again', async () => {
    const { page, context } = await waiting();
    await openedAgain(page, context, '/');
    await page.getByText('Nothing is due today.').waitFor();
    expect(await page.getByLabel(`Score of ${course.chartNumber}, infusion 1`).count()).toBe(0);
    await context.close();
  });

  test('the table shows it', async () => {
    const { page, context } = await waiting();
    await openedAgain(page, context, '/scores');
    await cellOf(page, course.chartNumber, 2).waitFor();
    await page.getByRole('gridcell', { name: `${course.chartNumber}, infusion 1, 33` }).waitFor();
    await context.close();
  });
});
