import { afterEach, beforeAll, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { toColors, violations } from '../support/axe.js';
import { browserStage, settled, windowOf } from '../support/browser.js';
import { signIn, type SignedIn } from '../support/clinic.js';
import { publishedSampleDirector } from '../support/sample-clinic.js';
import { WIDER_THAN_THE_SCREEN, type PageState } from './page-states.js';

const TABLET = { width: 800, height: 1280 };
const PHONE = { width: 320, height: 640 };
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

/** Opens states of the pages of the sample clinic, one at a time, by touch on a screen of this size. */
export function stateStage(size: { width: number; height: number }) {
  const stage = browserStage();
  const people: Partial<Record<NonNullable<PageState['role']>, SignedIn>> = {};
  let opened: BrowserContext | null = null;
  beforeAll(async () => {
    people.director = await publishedSampleDirector(stage.app);
    people.clinician = await signIn(stage.app, 'clinician@sample.example');
    people.marketing = await signIn(stage.app, 'marketing@sample.example');
  });
  afterEach(() => opened?.close());

  return async function open({ role, path, then }: PageState): Promise<Page> {
    const person = role === null ? null : (people[role] ?? null);
    const { page, context } = await windowOf(stage, person, { ...size, hasTouch: true });
    opened = context;
    await page.goto(typeof path === 'string' ? path : await path(context.request));
    await page.locator('main, h1').first().waitFor();
    await settled(page);
    await then?.(page);
    await settled(page);
    return page;
  };
}

/**
 * Holds what is promised of every state: nothing scrolls sideways, axe finds nothing, and wider text is not cut off. Each is
 * opened once, and by every rule looked at on a phone in light colors and on a desk in dark ones.
 */
export function statesHold(states: readonly PageState[]): void {
  const open = stateStage(TABLET);
  test.each(states.map((state) => [state.name, state] as const))('%s', async (_, state) => {
    const page = await open(state);
    const faults = [
      ...(await tooWide(page, TABLET)),
      ...(await tooWide(page, PHONE)),
      ...(await found(page, 'light')),
      ...(await tooWide(page, DESK)),
      ...(await found(page, 'dark')),
    ];
    await page.evaluate(SPACED);
    await settled(page);
    for (const what of [WIDER_THAN_THE_SCREEN, CUT_OFF]) faults.push(...(await page.evaluate<string[]>(what)));
    expect(faults).toEqual([]);
  });
}

async function tooWide(page: Page, size: { width: number; height: number }): Promise<string[]> {
  await page.setViewportSize(size);
  await settled(page);
  const wide = await page.evaluate<string[]>(WIDER_THAN_THE_SCREEN);
  return wide.map((what) => `${size.width} px: ${what}`);
}

/** Nobody taps on paper, and what is covered comes out by scrolling. */
async function found(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  if (await page.evaluate<boolean>(`matchMedia('print').matches`)) return [];
  await page.evaluate('scrollTo(0, 0)');
  await toColors(page, colorScheme);
  return (await violations(page)).filter((fault) => !fault.includes('partially obscured'));
}
