import type { Page } from 'playwright-core';
import type { PageState } from './page-states.js';

/** Has the service answer with something else where it is asked by GET, and opens the page again. */
export const changed = (path: string, change: Record<string, unknown>) => async (page: Page) => {
  await page.route(path, async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), ...change } });
  });
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
};

/** Has the service refuse what is sent. */
export async function refused(page: Page, path: string | RegExp, status: number, problem: Record<string, unknown>) {
  await page.route(path, (route) => {
    if (route.request().method() === 'GET') return route.fallback();
    const requestId = '019a5c1e-8f00-7000-8000-0000000000ff';
    const json = { title: 'Refused', status, requestId, ...problem };
    return route.fulfill({ status, contentType: 'application/problem+json', json });
  });
}

async function typeSignIn(page: Page) {
  await page.locator('input[name=password]').fill('four old oaks on a hill');
  await page.locator('input[name=password]').press('Enter');
}

const signInAsks = (factors: string[]) => async (page: Page) => {
  const detail = 'Type the code of your authenticator app.';
  await refused(page, '**/v1/session', 401, { type: '/problems/second-factor-needed', detail, factors });
  await page.getByLabel('E-mail address').fill('clinician@sample.example');
  await typeSignIn(page);
  await page.getByRole('form', { name: 'Second step' }).waitFor();
};

/** Locks the page as another tab does whose session has ended. */
async function lock(page: Page) {
  await page.evaluate(`new BroadcastChannel('cudos-session').postMessage('ended')`);
  await page.getByRole('heading', { name: 'You have been signed out' }).waitFor();
}

async function cutOff(page: Page) {
  await page.context().setOffline(true);
  await page.getByText('No connection').first().waitFor();
}

/** A sign-in with a password, which locks what the device keeps with it. */
async function unlock(page: Page) {
  const session = (await (await page.request.get('/v1/session')).json()) as object;
  await page.route('**/v1/session', (route) => route.fulfill({ json: session }));
  await typeSignIn(page);
  await page.getByRole('heading', { name: 'You have been signed out' }).waitFor({ state: 'detached' });
  await page.unroute('**/v1/session');
}

/** How a person comes in, and is let out. */
export const SESSION_STATES: readonly PageState[] = [
  { name: 'sign-in, second step', role: null, path: '/', then: signInAsks(['app', 'passkey']) },
  { name: 'sign-in, passkey or recovery code', role: null, path: '/', then: signInAsks(['passkey', 'recovery-code']) },
  {
    name: 'sign-in, too many tries',
    role: null,
    path: '/',
    then: async (page) => {
      const detail = 'Too many sign-ins were refused. Try again in 14 minutes.';
      await refused(page, '**/v1/session', 429, { type: '/problems/rate-limited', title: 'Too many requests', detail });
      await page.getByLabel('E-mail address').fill('clinician@sample.example');
      await typeSignIn(page);
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'sign-in, nothing answers',
    role: null,
    path: '/',
    then: async (page) => {
      await page.route('**/v1/session', (route) => route.abort());
      await page.reload();
      await page.getByRole('button', { name: 'Try again' }).waitFor();
    },
  },
  {
    name: 'sign-in, single sign-on',
    role: null,
    path: '/',
    then: changed('**/v1/session/sso', { provider: 'Example ID' }),
  },
  {
    name: 'single sign-on, refused',
    role: null,
    path: '/',
    then: async (page) => {
      const detail =
        'No account here belongs to the account with which you signed in there. Ask a director to invite you.';
      await refused(page, '**/v1/session/sso', 403, { type: '/problems/forbidden', title: 'Not allowed', detail });
      await page.goto('/single-sign-on?code=a&state=b');
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'single sign-on, nothing came', role: null, path: '/single-sign-on' },
  {
    name: 'one more step',
    role: 'clinician',
    path: '/',
    then: changed('**/v1/session', { secondFactorMissing: true }),
  },
  { name: 'locked', role: 'clinician', path: '/scores', then: lock },
  {
    name: 'locked without network',
    role: 'clinician',
    path: '/scores',
    then: async (page) => {
      await lock(page);
      await cutOff(page);
    },
  },
  {
    name: 'locked without network, opened by the password',
    role: 'clinician',
    path: '/scores',
    then: async (page) => {
      await lock(page);
      await unlock(page);
      await lock(page);
      await cutOff(page);
      await page.locator('input[name=password]').fill('another one');
      await page.keyboard.press('Enter');
      await page.getByText('more tries are left').waitFor();
    },
  },
  {
    name: 'still there?',
    role: 'clinician',
    path: '/',
    then: async (page) => {
      await page.clock.install();
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.clock.fastForward('13:30');
      await page.getByRole('dialog', { name: 'Are you still there?' }).waitFor();
    },
  },
  {
    name: 'an invitation that was used',
    role: null,
    path: `/invitation#${'a'.repeat(43)}`,
    then: async (page) => {
      await page.locator('input[name=password]').fill('four old oaks on a hill');
      await page.getByRole('button', { name: 'Save and sign in' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'password reset', role: null, path: `/password-reset#${'a'.repeat(43)}` },
];
