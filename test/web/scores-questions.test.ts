import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { windowOf } from '../support/browser.js';
import { gridStage, NONE, point, type Course } from './grid.js';

const grid = gridStage();
const COURSES = 14;

const boxOf = async (one: Locator) => {
  const { x, y, width, height } = (await one.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { left: x, top: y, right: x + width, bottom: y + height };
};

/** The question is whole on the screen, beside its cell, and covers neither the bar nor the header of the table. */
async function expectWhole(page: Page, question: Locator, { width, height }: { width: number; height: number }) {
  const asked = await boxOf(question);
  const cell = await boxOf(page.locator('td[data-active]'));
  const bar = await boxOf(page.getByRole('banner'));
  // On a phone the rows are cards, and have no header.
  const heading = page.getByRole('columnheader', { name: 'Infusion 1' });
  const header = (await heading.isVisible()) ? await boxOf(heading) : bar;
  expect(asked.left).toBeGreaterThanOrEqual(0);
  expect(asked.right).toBeLessThanOrEqual(width);
  expect(asked.bottom).toBeLessThanOrEqual(height);
  expect(asked.top).toBeGreaterThanOrEqual(Math.max(0, bar.bottom, header.bottom));
  expect(asked.top >= cell.bottom || asked.bottom <= cell.top).toBe(true);
  expect(cell.top).toBeGreaterThanOrEqual(bar.bottom);
}

test.each([
  { width: 1280, height: 800 },
  { width: 800, height: 1280 },
  { width: 390, height: 844 },
  { width: 390, height: 480 },
])('at $width x $height every question is whole beside its cell, wherever that is', async (size) => {
  const { context, courses } = await grid.withCourses(COURSES, (person, all) =>
    Promise.all(all.map(({ courseId }) => person.score(courseId, 'infusion-1', 35, '2026-03-02').expect(201))),
  );
  await context.close();
  const rows = courses.toSorted((a, b) => a.chartNumber.localeCompare(b.chartNumber, 'en', { numeric: true }));
  const [first = NONE, second = NONE] = rows;
  const { page, context: opened } = await windowOf(grid.stage, grid.clinic.clinician, { ...size, hasTouch: true });
  await page.goto('/scores');
  const ask = async ({ chartNumber }: Course, infusion: number, keys: string[], title: string) => {
    await point(page, chartNumber, infusion);
    for (const key of keys) await page.keyboard.press(key);
    const question = page.getByRole('dialog', { name: title });
    await question.waitFor();
    await expectWhole(page, question, size);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  };
  for (const row of [first, rows[6] ?? NONE, rows.at(-1) ?? NONE]) {
    await ask(row, 1, ['3', '6', 'Enter'], 'Why is it amended?');
    await ask(row, 6, ['m'], 'Why was it missed?');
  }
  // Two people wrote, and a score is unusual.
  await grid.clinic.director.score(second.courseId, 'infusion-2', 44, '2026-03-05').expect(201);
  await point(page, second.chartNumber, 2);
  for (const key of ['3', '1', 'Enter']) await page.keyboard.press(key);
  await page.getByText('1 needs you (n)').waitFor();
  await ask(second, 2, ['Enter'], 'Two people wrote here. Which entry do you keep?');
  await opened.close();
});

test.each([
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
])('at $width x $height a question is in sight also where its cell was scrolled out of it', async (size) => {
  const { context, courses } = await grid.withCourses(COURSES);
  await context.close();
  const rows = courses.toSorted((a, b) => a.chartNumber.localeCompare(b.chartNumber, 'en', { numeric: true }));
  const [first = NONE] = rows;
  const { page, context: opened } = await windowOf(grid.stage, grid.clinic.clinician, { ...size, hasTouch: true });
  await page.goto('/scores');
  await point(page, first.chartNumber, 1);
  await page.keyboard.type('36');
  await point(page, rows.at(-1)?.chartNumber ?? '', 3);
  const question = page.getByRole('dialog', { name: 'Not saved yet. Save it?' });
  await question.waitFor();
  await expectWhole(page, question, size);
  await question.locator('button:focus').waitFor();
  await opened.close();
});
