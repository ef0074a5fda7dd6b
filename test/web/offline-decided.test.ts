import { beforeEach, describe, expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { browserStage, settled, windowOf } from '../support/browser.js';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { versions, type Course } from './grid.js';

/** A week after the last infusion is the clinic's today, 20 March 2026. */
const SIXTH = { total: 12, assessedOn: '2026-03-13' };

describe('a score after the series that two people recorded while one had no network', () => {
  const stage = browserStage();
  let clinic: TestClinic;
  let course: Course;

  beforeEach(async () => {
    clinic = await testClinic(stage.app);
    course = await testCourse(clinic.clinician, { startedOn: '2026-02-24' });
    const sixth = `/v1/courses/${course.courseId}/assessments/infusion-6`;
    await clinic.clinician.put(sixth, SIXTH).set('If-None-Match', '*').expect(201);
  });

  const recorded = () => versions(clinic.director, course.courseId, 'post-series');
  /** 9 was typed on Today without network, the director has recorded 14, and the network is back. */
  const both = async () => {
    const opened = await windowOf(stage, clinic.clinician);
    const { page, context } = opened;
    await page.goto('/');
    const field = page.getByRole('textbox', { name: `Score of ${course.chartNumber}, score after the series` });
    await field.waitFor();
    await settled(page);
    await context.setOffline(true);
    await field.fill('9');
    await field.press('Enter');
    await page.getByText('1 score waits for the network').first().waitFor();
    await clinic.director.score(course.courseId, 'post-series', 14, '2026-03-19').expect(201);
    await context.setOffline(false);
    const bar = page.getByRole('region', { name: 'Not saved before you decide' });
    await bar.getByText(`${course.chartNumber}, score after the series: 9 on 20 Mar 2026.`).waitFor();
    await bar.getByText('Theirs: 14 on 19 Mar 2026.').waitFor();
    return { ...opened, bar };
  };

  test('is shown with both values, and mine is saved over theirs where the person says so', async () => {
    const { page, context, faults, bar } = await both();
    expect((await recorded()).map(({ total }) => total)).toEqual([14]);
    await settled(page);
    expect(await axeFaults(page)).toEqual([]);
    await bar.getByRole('button', { name: 'Save mine over it' }).click();
    await bar.waitFor({ state: 'detached' });
    await settled(page);
    const [latest, first] = (await recorded()).toSorted((a, b) => (a.total ?? 0) - (b.total ?? 0));
    expect(first).toMatchObject({ total: 14, amendmentReason: null });
    expect(latest).toMatchObject({
      total: 9,
      assessedOn: '2026-03-20',
      amendmentReason: 'Recorded without a connection; both values were seen',
    });
    expect(await page.getByText('waits for the network').count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('stays as they recorded it where mine is given up, also after a reload', async () => {
    const { page, context, faults, bar } = await both();
    await bar.getByRole('button', { name: 'Give mine up' }).click();
    await bar.waitFor({ state: 'detached' });
    await settled(page);
    await page.reload();
    await page.getByRole('heading', { name: 'Due today' }).waitFor();
    await settled(page);
    expect(await bar.count()).toBe(0);
    expect((await recorded()).map(({ total }) => total)).toEqual([14]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('stays to be decided where the network goes again', async () => {
    const { page, context, bar } = await both();
    await context.setOffline(true);
    await bar.getByRole('button', { name: 'Save mine over it' }).click();
    await page.getByText('1 score waits for the network').first().waitFor();
    await clinic.director
      .put(`/v1/courses/${course.courseId}/assessments/post-series`, {
        total: 15,
        assessedOn: '2026-03-19',
        amendmentReason: 'Misread',
      })
      .set('If-Match', '"1"')
      .expect(200);
    await context.setOffline(false);
    await bar.getByText('Theirs: 15 on 19 Mar 2026.').waitFor();
    expect((await recorded()).map(({ total }) => total)).toEqual(expect.not.arrayContaining([9]));
    await context.close();
  });
});
