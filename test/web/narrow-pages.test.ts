import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { browserStage, settled, windowOf } from '../support/browser.js';
import { signIn, type SignedIn } from '../support/clinic.js';
import { publishedSampleDirector } from '../support/sample-clinic.js';
import { PAGE_STATES, WIDER_THAN_THE_SCREEN, type PageState } from './page-states.js';

const PHONE = { width: 320, height: 640, hasTouch: true };
const DESK = { width: 1280, height: 800 };

/** WCAG 2.2, 1.4.12: what a person may set of lines, paragraphs, letters and words. */
const SPACED = `{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } ' +
    'p { margin-bottom: 2em !important; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}`;

/** Texts that are cut off, in words: of what hides what is too much of it. What a title says in full is not lost. */
const CUT_OFF = `[...document.querySelectorAll('main *, header *')]
  .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''))
  .filter((element) => !['OPTION', 'SELECT', 'TEXTAREA'].includes(element.tagName) && !element.closest('[title], svg'))
  .filter((element) => {
    const { overflowX, overflowY, position } = getComputedStyle(element);
    const isCutX = overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
    const isCutY = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1;
    return position !== 'absolute' && (isCutX || isCutY);
  })
  .map((element) => element.tagName.toLowerCase() + ' "' + element.textContent.trim().slice(0, 40) + '"')`;

/** Buttons and fields that a finger can miss, in words; what is in a line of text is part of it, and of the table of scores the cell is the target. */
const SMALL_TARGETS = `[...document.querySelectorAll('main button, main input, main select, header button, header a')]
  .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .filter((element) => !['checkbox', 'radio', 'hidden', 'file'].includes(element.type) && !element.closest('p, td[data-column]'))
  .filter((element) => element.getBoundingClientRect().height < 43.5)
  .map((element) => (element.getAttribute('aria-label') ?? element.textContent ?? element.name) + ' ' + element.getBoundingClientRect().height)`;

describe('on a phone of 320 pixels', () => {
  const stage = browserStage();
  const people: Partial<Record<NonNullable<PageState['role']>, SignedIn>> = {};
  let opened: BrowserContext | null = null;
  beforeAll(async () => {
    people.director = await publishedSampleDirector(stage.app);
    people.clinician = await signIn(stage.app, 'clinician@sample.example');
    people.marketing = await signIn(stage.app, 'marketing@sample.example');
  });
  afterEach(() => opened?.close());

  async function open({ role, path, then }: PageState): Promise<Page> {
    const { page, context } = await windowOf(stage, role === null ? null : (people[role] ?? null), PHONE);
    opened = context;
    await page.goto(typeof path === 'string' ? path : await path(context.request));
    await page.locator('main, h1').first().waitFor();
    await settled(page);
    await then?.(page);
    await settled(page);
    return page;
  }

  test.each(PAGE_STATES.map((state) => [state.name, state] as const))(
    '%s does not scroll sideways, and on a desk loses nothing by wider text',
    async (_, state) => {
      const page = await open(state);
      expect(await page.evaluate(WIDER_THAN_THE_SCREEN)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
      await page.setViewportSize(DESK);
      await page.evaluate(SPACED);
      await settled(page);
      expect(await page.evaluate(WIDER_THAN_THE_SCREEN)).toEqual([]);
      expect(await page.evaluate(CUT_OFF)).toEqual([]);
    },
  );

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
