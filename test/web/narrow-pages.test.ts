import { describe, expect, test } from '@jest/globals';
import { PAGE_STATES } from './page-states.js';
import { stateStage } from './state-stage.js';

const PHONE = { width: 320, height: 640, hasTouch: true };

/** Buttons and fields that a finger can miss, in words; what is in a line of text is part of it, and of the table of scores the cell is the target. */
const SMALL_TARGETS = `[...document.querySelectorAll('main button, main input, main select, header button, header a')]
  .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .filter((element) => !['checkbox', 'radio', 'hidden', 'file'].includes(element.type) && !element.closest('p, td[data-column]'))
  .filter((element) => element.getBoundingClientRect().height < 43.5)
  .map((element) => (element.getAttribute('aria-label') ?? element.textContent ?? element.name) + ' ' + element.getBoundingClientRect().height)`;

describe('on a phone of 320 pixels', () => {
  const open = stateStage(PHONE);

  test.each(['today', 'scores', 'patients', 'outcomes', 'settings, another holiday'])(
    '%s has targets of 44 px for a finger',
    async (name) => {
      const state = PAGE_STATES.find((one) => one.name === name);
      if (!state) throw new Error(`There is no state ${name}.`);
      const page = await open(state);
      expect(await page.evaluate(SMALL_TARGETS)).toEqual([]);
    },
  );

  test('the first card of Scores is in sight, with order and dates folded above it', async () => {
    const page = await open({ name: 'scores', role: 'clinician', path: '/scores' });
    const card = await page.getByRole('link', { name: /^R-/ }).first().boundingBox();
    expect(card?.y).toBeLessThan(360);
    expect(await page.getByLabel('Sorted').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Order and dates' }).click();
    await page.getByLabel('Sorted').selectOption('what is due first');
    await page.getByText('Planned days').click();
    await page.getByRole('button', { name: 'Order, planned days' }).click();
    expect(await page.getByLabel('Sorted').isVisible()).toBe(false);
  });

  test('the link of the page that is open is in sight in the bar, also the last of nine', async () => {
    const page = await open({ name: 'settings', role: 'director', path: '/settings' });
    const link = await page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name: 'Settings' })
      .boundingBox();
    expect(link?.x).toBeGreaterThanOrEqual(0);
    expect((link?.x ?? 0) + (link?.width ?? 0)).toBeLessThanOrEqual(PHONE.width);
  });

  test('a planned day is moved from Today, and no field takes the focus by itself', async () => {
    const page = await open({ name: 'scores', role: 'clinician', path: '/scores' });
    expect(await page.evaluate('document.activeElement.tagName')).not.toBe('INPUT');
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Today' }).click();
    await page
      .getByRole('button', { name: /^Move .* to another day/ })
      .first()
      .click();
    await page.getByRole('dialog').getByLabel('New day').waitFor();
  });
});
