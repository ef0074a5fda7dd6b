import type { Page } from 'playwright-core';
import type { PageState } from './page-states.js';
import { changed, refused } from './session-states.js';

const AT = '2026-03-04T16:20:11.000Z';
const NO_SSO = { provider: 'Example ID', linkedAt: null, lastUsedAt: null, hasPassword: true, passwordNeeded: true };
const CODES = Array.from({ length: 10 }, (_, at) => `7k2m-p9qd-x4tz-0ab${at}`);
const PASSKEYS = [
  { id: '019a5c1e-8f00-7000-8000-000000000010', name: 'Work laptop', backedUp: true, createdAt: AT, lastUsedAt: AT },
  {
    id: '019a5c1e-8f00-7000-8000-000000000011',
    name: 'Security key in the drawer of the reception',
    backedUp: false,
    createdAt: AT,
    lastUsedAt: null,
  },
];

const dialogOf =
  (...names: (string | RegExp)[]) =>
  async (page: Page) => {
    for (const name of names) await page.getByRole('button', { name }).first().click();
    await page.getByRole('dialog').waitFor();
  };

async function makeCodes(page: Page) {
  await changed('**/v1/account/passkeys', { items: PASSKEYS })(page);
  await page.route('**/v1/account/recovery-codes', (route) => route.fulfill({ json: { recoveryCodes: CODES } }));
  await dialogOf('Make recovery codes')(page);
}

async function addProgram(page: Page) {
  const account = {
    id: '019a5c1e-8f00-7000-8000-000000000012',
    name: 'Electronic health record',
    status: 'active',
    version: 1,
  };
  const made = { createdAt: AT, createdBy: 'Dana Reyes', expiresAt: '2031-03-04T16:20:11.000Z', revokedAt: null };
  const used = { hint: 'cudos_7Qxv', scopes: ['scores:write', 'metrics:read'], state: 'valid', lastUsedAt: AT };
  const old = { hint: 'cudos_a11b', scopes: ['outcomes:read'], state: 'valid', lastUsedAt: null };
  const tokens = [
    { id: '019a5c1e-8f00-7000-8000-000000000013', ...made, ...used, createdByActive: true },
    { id: '019a5c1e-8f00-7000-8000-000000000014', ...made, ...old, createdByActive: false },
    {
      id: '019a5c1e-8f00-7000-8000-000000000015',
      ...made,
      ...old,
      createdByActive: true,
      state: 'revoked',
      revokedAt: AT,
    },
  ];
  await changed('**/v1/system-accounts', { items: [{ ...account, tokens }] })(page);
}

/** What people keep of themselves, and what a director keeps of the clinic. */
export const SETTINGS_STATES: readonly PageState[] = [
  {
    name: 'account, single sign-on not linked',
    role: 'clinician',
    path: '/account',
    then: async (page) => {
      await changed('**/v1/account/sso', NO_SSO)(page);
      await dialogOf('Link Example ID')(page);
    },
  },
  {
    name: 'account, single sign-on linked',
    role: 'clinician',
    path: '/account',
    then: changed('**/v1/account/sso', { ...NO_SSO, linkedAt: AT, lastUsedAt: AT }),
  },
  {
    name: 'account, passkeys and app',
    role: 'clinician',
    path: '/account',
    then: async (page) => {
      await changed('**/v1/account/passkeys', { items: PASSKEYS })(page);
      await changed('**/v1/account/second-factor', { since: AT, recoveryCodesLeft: 1 })(page);
    },
  },
  {
    name: 'account, another passkey',
    role: 'clinician',
    path: '/account',
    then: dialogOf('Add a passkey'),
  },
  {
    name: 'account, authenticator app',
    role: 'marketing',
    path: '/account',
    then: dialogOf('Set up an authenticator app'),
  },
  { name: 'account, recovery codes', role: 'clinician', path: '/account', then: makeCodes },
  {
    name: 'account, refused password',
    role: 'clinician',
    path: '/account',
    then: async (page) => {
      await page.locator('input[name=currentPassword]').fill('not it');
      await page.locator('input[name=newPassword]').fill('short');
      await page.getByRole('button', { name: 'Change the password' }).click();
      await page.getByRole('alert').first().waitFor();
    },
  },
  { name: 'staff, changed', role: 'director', path: '/staff', then: dialogOf(/^Change /) },
  { name: 'staff, deactivated', role: 'director', path: '/staff', then: dialogOf(/^Deactivate /) },
  {
    name: 'staff, a link',
    role: 'director',
    path: '/staff',
    then: async (page) => {
      await page.route('**/v1/staff/*/one-time-link', async (route) => {
        const staff = {
          id: '1',
          name: 'Kim Lee',
          email: 'kim@example.org',
          role: 'clinician',
          status: 'active',
          version: 1,
        };
        const link = `https://outcomes.example/password-reset#${'kq3v'.repeat(11)}`;
        await route.fulfill({ status: 201, json: { staff, link, expiresAt: '2031-03-04T16:20:11.000Z' } });
      });
      await dialogOf(/^New link for/)(page);
    },
  },
  { name: 'settings', role: 'director', path: '/settings' },
  {
    name: 'settings, single sign-on required',
    role: 'director',
    path: '/settings',
    then: async (page) => {
      await page.route('**/v1/session/sso', (route) => route.fulfill({ json: { provider: 'Example ID' } }));
      const staff = (await (await page.request.get('/v1/staff')).json()) as { items: { id: string; role: string }[] };
      const director = staff.items.find(({ role }) => role === 'director');
      await changed('**/v1/clinic', { breakGlassDirectorId: director?.id, breakGlassUsedAt: AT })(page);
    },
  },
  {
    name: 'settings, refused',
    role: 'director',
    path: '/settings',
    then: async (page) => {
      await refused(page, '**/v1/clinic', 422, {
        type: '/problems/validation',
        title: 'Something is not right',
        detail: 'Look at what is marked.',
        errors: [
          { pointer: '/name', rule: 'length', message: 'has at most 200 letters' },
          { pointer: '/crisisResources/0/phone', rule: 'format', message: 'is a phone number' },
        ],
      });
      await page.getByRole('button', { name: 'Save the settings' }).click();
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'settings, backups failed',
    role: 'director',
    path: '/settings',
    then: changed('**/v1/backups', {
      scheduled: true,
      overdue: true,
      running: true,
      failure: { at: AT, reason: 'The backup can’t be written to /backups: the disk is full. Nothing of it was left.' },
      archiveFailure: { at: AT, reason: 'Changes can’t be written to /backups/log: the disk is full.' },
      drill: {
        running: false,
        overdue: true,
        last: { at: AT, backupAt: AT, passed: false, failure: 'The backup is damaged: base.tar.gz.', seconds: 42 },
      },
      items: [{ at: AT, finishedAt: AT, bytes: 48_000_000, encrypted: true, software: 'cudos-outcomes 0.2.0' }],
    }),
  },
  { name: 'programs', role: 'director', path: '/settings/tokens', then: addProgram },
  { name: 'programs, none', role: 'director', path: '/settings/tokens' },
  { name: 'programs, another', role: 'director', path: '/settings/tokens', then: dialogOf('Add a program') },
  {
    name: 'programs, a new token',
    role: 'director',
    path: '/settings/tokens',
    then: async (page) => {
      await addProgram(page);
      await dialogOf(/^New token for/)(page);
    },
  },
  {
    name: 'programs, the token',
    role: 'director',
    path: '/settings/tokens',
    then: async (page) => {
      await addProgram(page);
      const token = { id: '1', token: 'cudos_7QxvM2kPz9sRt4WbYc6dFg8hJn3LqXaE_51c6ed41', scopes: [], expiresAt: AT };
      await page.route('**/v1/system-accounts/*/tokens', (route) => route.fulfill({ status: 201, json: token }));
      await dialogOf(/^New token for/)(page);
      await page.getByRole('button', { name: 'Make the token' }).click();
      await page.getByLabel('Token', { exact: true }).waitFor();
    },
  },
  {
    name: 'programs, a token revoked',
    role: 'director',
    path: '/settings/tokens',
    then: async (page) => {
      await addProgram(page);
      await dialogOf(/^Revoke/)(page);
    },
  },
  { name: 'audit', role: 'director', path: '/audit' },
  {
    name: 'audit of a patient',
    role: 'director',
    path: async (request) => {
      const { items } = (await (await request.get('/v1/courses?limit=1')).json()) as { items: { patientId: string }[] };
      return `/audit?patient=${items[0]?.patientId}`;
    },
  },
  { name: 'audit, nothing', role: 'director', path: '/audit?person=019a5c1e-8f00-7000-8000-00000000dead' },
];
