import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { browserStage, windowOf } from '../support/browser.js';
import { testClinic, testCourse } from '../support/clinic.js';

const stage = browserStage();

async function formByTouch([width, height]: readonly [number, number]) {
  const { clinician } = await testClinic(stage.app);
  const { courseId } = await testCourse(clinician);
  const opened = await windowOf(stage, clinician, { width, height, hasTouch: true });
  await opened.page.goto(`/courses/${courseId}/form/infusion-1`);
  await opened.page.locator('#item-18').waitFor();
  return opened;
}

const answerOf = (item: number, answer: number) => `#item-${item} label:nth-of-type(${answer + 1})`;

/** Where a finger would tap, is it this that it meets? */
const isInReach = (page: Page, selector: string) =>
  page.evaluate(`(() => {
    const one = document.querySelector('${selector}');
    const { left, top, width, height } = one.getBoundingClientRect();
    return one.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  })()`);

/** What an answer moves it moves until the next picture is drawn: the person wants less motion. */
const drawn = (page: Page) =>
  page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');

const tap = async (page: Page, selector: string) => {
  expect(await isInReach(page, selector)).toBe(true);
  const box = await page.locator(selector).boundingBox();
  if (box) await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await drawn(page);
};

const SIZES = [
  [800, 1280],
  [390, 844],
] as const;

test.each(SIZES)('a form is answered and saved by taps alone, on %d by %d pixels', async (...size) => {
  const { page, context, faults } = await formByTouch(size);
  // Above 0 at items 14 and 15, so that the notice comes between two items.
  for (let item = 1; item <= 18; item += 1) {
    await tap(page, answerOf(item, 1));
    // Where one taps is where the focus is, not on what comes next.
    expect(await page.evaluate('document.activeElement.name')).toBe(`item-${item}`);
  }
  await tap(page, '#save-form');
  await page.getByRole('heading', { name: 'Saved' }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test('an answer that is changed, or given while the page is moved, moves nothing', async () => {
  const { page, context } = await formByTouch([390, 844]);
  const top = () => page.evaluate('Math.round(scrollY)');
  // The total takes the lowest part of the page; the item right above it is in reach, the next one is not.
  await page.evaluate(`{
    const total = document.querySelector('[aria-label=Total]').getBoundingClientRect().top;
    scrollBy(0, document.getElementById('item-12').getBoundingClientRect().bottom - total);
  }`);
  await drawn(page);
  expect(await isInReach(page, answerOf(13, 1))).toBe(false);
  const before = await top();
  await page.evaluate(`{
    for (const kind of ['wheel', 'scroll']) window.dispatchEvent(new Event(kind));
    const answer = document.querySelector('#item-12 input');
    answer.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    answer.click();
  }`);
  await drawn(page);
  expect(await page.locator('#item-12 input:checked').count()).toBe(1);
  expect(await top()).toBe(before);
  await tap(page, answerOf(12, 3));
  expect(await page.locator('#item-12 input:checked').inputValue()).toBe('3');
  expect(await top()).toBe(before);
  await tap(page, answerOf(11, 3));
  expect(await isInReach(page, answerOf(13, 1))).toBe(true);
  await context.close();
});
