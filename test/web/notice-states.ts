import type { Page } from 'playwright-core';
import type { PageState } from './page-states.js';
import { changed, refused } from './session-states.js';

/** Has the browser be another one from the first script on. */
const inBrowser = (script: string) => async (page: Page) => {
  await page.addInitScript(script);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
};

async function typeScore(page: Page, score: string) {
  await page.locator('td[data-column]').filter({ hasText: /^due/ }).first().click();
  for (const key of score) await page.keyboard.press(key);
}

/** Where entries are sent to, one or several. */
const ENTRIES = /\/v1\/(assessments|courses\/[^/]+\/assessments\/[^/]+)$/;
const ANSWERED = '2026-03-04T16:20:11.000Z';

/** What the frame of the pages says to all who are in. */
export const NOTICE_STATES: readonly PageState[] = [
  {
    name: 'the end of the session comes',
    role: 'clinician',
    path: '/scores',
    then: async (page) => {
      await changed('**/v1/session', { latestSeconds: 280 })(page);
      await page.getByText('You will be signed out at').waitFor();
    },
  },
  {
    name: 'full storage',
    role: 'clinician',
    path: '/scores',
    then: async (page) => {
      await inBrowser(`Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }`)(
        page,
      );
      await typeScore(page, '31');
      await page.getByText('This browser keeps nothing for these pages').waitFor();
    },
  },
  {
    name: 'plain http without network',
    role: 'clinician',
    path: '/scores',
    then: async (page) => {
      await inBrowser(`Object.defineProperty(window, 'isSecureContext', { value: false })`)(page);
      await page.context().setOffline(true);
      await typeScore(page, '31');
      await page.keyboard.press('Enter');
      await page.getByText('Leave this page open').waitFor();
    },
  },
  {
    name: 'not saved before somebody decides',
    role: 'clinician',
    path: '/scores',
    then: async (page) => {
      const detail = 'Somebody recorded this visit before. Look at both.';
      await refused(page, ENTRIES, 422, {
        type: '/problems/validation',
        title: 'Something is not right',
        detail,
        errors: [{ pointer: '/assessedOn', rule: 'order', message: 'This day is before the one of infusion 1.' }],
      });
      await typeScore(page, '31');
      await page.keyboard.press('Enter');
      await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Patients' }).click();
      await page.getByRole('region', { name: 'Not saved before you decide' }).waitFor();
    },
  },
  {
    name: 'sign-out with something unsaved',
    role: 'clinician',
    path: '/scores',
    then: async (page) => {
      await page.route(ENTRIES, (route) => route.abort());
      await typeScore(page, '31');
      await page.keyboard.press('Enter');
      await page.getByText('1 score waits').first().waitFor();
      await page.getByRole('banner').getByRole('button').last().click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'break-glass notice',
    role: 'director',
    path: '/',
    then: changed('**/v1/clinic', { breakGlassUsedAt: ANSWERED }),
  },
  {
    name: 'somebody changed how you sign in',
    role: 'clinician',
    path: '/',
    then: changed('**/v1/account/grants', {
      items: [
        { kind: 'second-factor-reset', madeBy: 'Dana Reyes', madeAt: ANSWERED, takenUpAt: ANSWERED, recent: true },
        {
          kind: 'password-reset',
          madeBy: 'Dana Reyes',
          madeAt: ANSWERED,
          takenUpAt: '2026-03-05T09:02:00.000Z',
          recent: true,
        },
      ],
    }),
  },
  {
    name: 'a page that can’t be opened',
    role: 'director',
    path: '/patients',
    then: async (page) => {
      await page.route('**/assets/import-page*', (route) => route.abort());
      await page.getByRole('link', { name: 'Import' }).click();
      await page.getByRole('heading', { level: 1, name: 'This page can’t be opened now' }).waitFor();
    },
  },
];
