import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { browserStage, windowOf } from '../support/browser.js';
import { testClinic, testCourse } from '../support/clinic.js';

const stage = browserStage();

const styleOf = (page: Page, selector: string, property: string) =>
  page.evaluate(
    `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).getPropertyValue('${property}')`,
  );

test('in a person’s own colors the current page, the active cell and the choices are seen', async () => {
  const { clinician } = await testClinic(stage.app);
  const { courseId } = await testCourse(clinician, { startedOn: '2026-03-20' });
  const { page, context } = await windowOf(stage, clinician);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await page.goto('/scores');
  await page.getByRole('gridcell').first().click();
  expect(await styleOf(page, 'nav [aria-current]', 'border-bottom-width')).toBe('3px');
  expect(await styleOf(page, 'nav a:not([aria-current])', 'border-bottom-width')).toBe('0px');
  expect(await styleOf(page, 'td[data-column][data-active]', 'outline-style')).toBe('solid');
  expect(await styleOf(page, 'td[data-column]:not([data-active])', 'outline-style')).toBe('none');
  expect(await styleOf(page, '.mantine-SegmentedControl-indicator', 'outline-style')).toBe('solid');
  await page.goto(`/courses/${courseId}/form/infusion-1`);
  await page.locator('#item-1 label').nth(2).click();
  const chosen = await styleOf(page, '#item-1 input:checked + span', 'background-color');
  expect(chosen).not.toBe(await styleOf(page, '#item-1 input:not(:checked) + span', 'background-color'));
  await context.close();
});
