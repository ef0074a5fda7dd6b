import { expect, test } from '@jest/globals';
import { BUNDLED_RELEASE, ageWarning, findPackage } from '../../../src/database/embedded/platform-package.js';

test.each(['win32-x64', 'linux-ia32', 'freebsd-x64'])(
  'on %s the sentence names DATABASE_URL as the way',
  async (platform) => {
    await expect(findPackage(platform)).rejects.toThrow(
      `There is no embedded PostgreSQL for this system (${platform}): set DATABASE_URL to a PostgreSQL server, version 15 or newer.`,
    );
  },
);

test('the release date belongs to the version that is installed', async () => {
  const { version } = await findPackage();
  expect(version.startsWith(`${BUNDLED_RELEASE.version}.`)).toBe(true);
});

test('a PostgreSQL is old when it has missed a year of fixes', () => {
  const release = { version: '18.4', releasedOn: '2026-05-14' };
  expect(ageWarning(new Date('2027-05-14'), release)).toBeNull();
  expect(ageWarning(new Date('2027-05-15'), release)).toContain('is older than a year');
});
