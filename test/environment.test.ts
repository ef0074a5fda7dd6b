import { describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readEnvironment, SettingsError } from '../src/environment.js';

const faultsOf = (source: Record<string, string>): string[] => {
  try {
    readEnvironment(source);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return (error as SettingsError).message.split('\n');
  }
};

test('without a setting the service listens on this machine only, with the embedded database', () => {
  expect(readEnvironment({})).toMatchObject({
    host: 'localhost',
    port: 3000,
    databaseUrl: null,
    dataDir: resolve('data'),
    databaseAccount: null,
    databasePool: 10,
    publicUrl: null,
    trustProxy: false,
    logLevel: 'info',
    sessionIdle: 15 * 60_000,
    sessionLifetime: 12 * 60 * 60_000,
    secureCookies: false,
  });
});

test('a setting that is empty or blank is one that was not made', () => {
  const blank = { HOST: '', PORT: ' ', DATABASE_URL: '', LOG_LEVEL: ' ', TRUST_PROXY: '' };
  expect(readEnvironment(blank)).toEqual(readEnvironment({}));
});

describe('whole numbers', () => {
  const bounds: [string, number, number, (environment: ReturnType<typeof readEnvironment>) => number][] = [
    ['PORT', 0, 65_535, ({ port }) => port],
    ['DATABASE_POOL', 1, 200, ({ databasePool }) => databasePool],
    ['SESSION_IDLE_MINUTES', 1, 1440, ({ sessionIdle }) => sessionIdle / 60_000],
    ['SESSION_HOURS', 1, 168, ({ sessionLifetime }) => sessionLifetime / 3_600_000],
    ['REQUESTS_PER_MINUTE', 10, 100_000_000, ({ requestsPerMinute }) => requestsPerMinute],
    ['SIGN_INS_PER_MINUTE', 1, 100_000_000, ({ signInsPerMinute }) => signInsPerMinute],
    ['BACKUP_EVERY', 1, 744, ({ backupEvery }) => backupEvery / 3_600_000],
    ['IMPORT_MEGABYTES', 1, 4096, ({ importBytes }) => importBytes / 1024 ** 2],
  ];

  test.each(bounds)('%s is from %i to %i', (name, from, to, read) => {
    expect(read(readEnvironment({ [name]: String(from) }))).toBe(from);
    expect(read(readEnvironment({ [name]: ` ${to} ` }))).toBe(to);
    for (const wrong of [String(from - 1), String(to + 1), '2.5', '1e1', 'ten', '-1', '0x10']) {
      expect(faultsOf({ [name]: wrong })).toEqual([
        `${name} must be a whole number from ${from} to ${to}, not "${wrong}".`,
      ]);
    }
  });
});

describe('yes or no', () => {
  test.each([
    ['yes', true],
    ['TRUE', true],
    ['no', false],
    ['false', false],
  ])('TRUST_PROXY=%s is %s', (text, value) => {
    expect(readEnvironment({ TRUST_PROXY: text }).trustProxy).toBe(value);
  });

  test('TRUST_PROXY is nothing else', () => {
    expect(faultsOf({ TRUST_PROXY: '10.0.0.1' })).toHaveLength(1);
  });
});

describe('addresses', () => {
  test('PUBLIC_URL under https makes cookies travel under https only', () => {
    const { publicUrl, secureCookies } = readEnvironment({ PUBLIC_URL: 'https://a.example.org/' });
    expect(publicUrl).toBe('https://a.example.org');
    expect(secureCookies).toBe(true);
    expect(readEnvironment({ PUBLIC_URL: 'http://a.example.org' }).secureCookies).toBe(false);
  });

  test.each(['a.example.org', 'ftp://a.example.org', 'https://'])('PUBLIC_URL is not %s', (url) => {
    expect(faultsOf({ PUBLIC_URL: url })).toEqual([
      `PUBLIC_URL must look like https://outcomes.example.org, not "${url}".`,
    ]);
  });

  test.each([
    'postgres://user:secret@db.example.org:5432/outcomes',
    'postgresql://db/outcomes?sslmode=require',
    'postgres://owner@/outcomes?host=/run/postgresql',
  ])('DATABASE_URL may be %s', (url) => {
    expect(readEnvironment({ DATABASE_URL: url }).databaseUrl).toBe(url);
  });

  test.each([
    'mysql://user:secret@db/outcomes',
    'user:secret@db/outcomes',
    'postgres://user:secret@db:port/outcomes',
    'postgres://user:se#cret@db/outcomes',
  ])('DATABASE_URL is not %s, and its password is not repeated', (url) => {
    const [fault, ...more] = faultsOf({ DATABASE_URL: url });
    expect(fault).toBe('DATABASE_URL must look like postgres://user:password@host:5432/database.');
    expect(more).toEqual([]);
  });
});

describe('an identity provider', () => {
  const RIGHT = {
    PUBLIC_URL: 'https://outcomes.example.org',
    OIDC_ISSUER: 'https://login.example.org/',
    OIDC_CLIENT_ID: 'cudos',
    OIDC_CLIENT_SECRET: 'a secret',
  };

  test('is none without an issuer, and has a name and five seconds without others', () => {
    expect(readEnvironment({}).identityProvider).toBeNull();
    expect(readEnvironment(RIGHT).identityProvider).toEqual({
      issuer: 'https://login.example.org/',
      clientId: 'cudos',
      clientSecret: 'a secret',
      name: 'single sign-on',
      timeout: 5000,
    });
  });

  test('has its secret in a file, too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cudos-secret-'));
    const [file, empty] = [join(folder, 'secret'), join(folder, 'empty')];
    await Promise.all([writeFile(file, 'of a file\n'), writeFile(empty, '\n')]);
    const rest = { ...RIGHT, OIDC_CLIENT_SECRET: '' };
    expect(readEnvironment({ ...rest, OIDC_CLIENT_SECRET_FILE: file }).identityProvider?.clientSecret).toBe(
      'of a file',
    );
    expect(faultsOf({ ...rest, OIDC_CLIENT_SECRET_FILE: empty })).toEqual([
      `OIDC_CLIENT_SECRET_FILE is empty: ${empty}`,
    ]);
    expect(faultsOf({ ...rest, OIDC_CLIENT_SECRET_FILE: `${file}?` })).toHaveLength(1);
    await rm(folder, { recursive: true });
  });

  test.each([
    ['without https on another machine', { OIDC_ISSUER: 'http://login.example.org' }, 'OIDC_ISSUER must look like'],
    [
      'that only begins like this machine',
      { OIDC_ISSUER: 'http://localhost.example.org' },
      'OIDC_ISSUER must look like',
    ],
    ['with a query', { OIDC_ISSUER: 'https://login.example.org/?tenant=a' }, 'OIDC_ISSUER must look like'],
    ['that is no address', { OIDC_ISSUER: 'login.example.org' }, 'OIDC_ISSUER must look like'],
    ['without the address of this service', { PUBLIC_URL: '' }, 'OIDC_ISSUER needs PUBLIC_URL'],
    ['without a client', { OIDC_CLIENT_ID: '' }, 'OIDC_ISSUER needs OIDC_CLIENT_ID'],
    ['without a secret', { OIDC_CLIENT_SECRET: '' }, 'OIDC_ISSUER needs the secret'],
    ['with two', { OIDC_CLIENT_SECRET_FILE: '/elsewhere' }, 'OIDC_ISSUER needs the secret'],
    ['of a long name', { OIDC_NAME: 'x'.repeat(41) }, 'OIDC_NAME has at most 40'],
    ['of no time', { OIDC_TIMEOUT_SECONDS: '0' }, 'OIDC_TIMEOUT_SECONDS must be'],
    ['of no issuer', { OIDC_ISSUER: '' }, 'OIDC_CLIENT_ID, OIDC_CLIENT_SECRET: set OIDC_ISSUER too'],
  ])('%s is refused at the start, and its secret not repeated', (_what, wrong, fault) => {
    const faults = faultsOf({ ...RIGHT, ...wrong });
    expect(faults).toEqual([expect.stringContaining(fault)]);
    expect(faults.join()).not.toContain('a secret');
  });

  test.each(['http://localhost:8080', 'http://127.0.0.1:8080/realm', 'http://[::1]:8080'])(
    '%s on this machine needs no https',
    (issuer) => {
      expect(readEnvironment({ ...RIGHT, OIDC_ISSUER: issuer }).identityProvider).toMatchObject({ issuer });
    },
  );
});

test('LOG_LEVEL is one of six words', () => {
  expect(readEnvironment({ LOG_LEVEL: 'Warn' }).logLevel).toBe('warn');
  expect(faultsOf({ LOG_LEVEL: 'loud' })).toEqual([
    'LOG_LEVEL must be one of trace, debug, info, warn, error, silent, not "loud".',
  ]);
});

test('the data directory is not the root of the file system', () => {
  expect(faultsOf({ DATA_DIR: '/' })).toEqual(['DATA_DIR must not be the root of the file system.']);
  expect(readEnvironment({ DATA_DIR: 'some/where' }).dataDir).toBe(resolve('some/where'));
});

test('all settings that are wrong are named at once', () => {
  const faults = faultsOf({
    PORT: '70000',
    DATABASE_URL: 'nowhere',
    PUBLIC_URL: 'nowhere',
    TRUST_PROXY: 'maybe',
    LOG_LEVEL: 'loud',
    SESSION_HOURS: '0',
  });
  expect(faults.map((fault) => fault.split(' ')[0]).sort()).toEqual([
    'DATABASE_URL',
    'LOG_LEVEL',
    'PORT',
    'PUBLIC_URL',
    'SESSION_HOURS',
    'TRUST_PROXY',
  ]);
  for (const fault of faults) expect(fault).toMatch(/\.$/);
});

describe('restoring backups on trial', () => {
  const every = { BACKUP_DRILL_EVERY: '168' };
  const recipients = { BACKUP_DIR: '/backups', BACKUP_RECIPIENTS: 'age1example' };

  test('needs backups, and a key where they are encrypted; what would do nothing is refused', () => {
    expect(faultsOf(every)).toEqual([
      'BACKUP_DRILL_EVERY needs BACKUP_DIR: without it there are no backups to restore on trial.',
    ]);
    expect(faultsOf({ ...every, ...recipients })).toEqual([
      expect.stringMatching(/^BACKUP_DRILL_EVERY needs BACKUP_DRILL_IDENTITY where BACKUP_RECIPIENTS is set: /),
    ]);
    expect(faultsOf({ BACKUP_DIR: '/backups', BACKUP_DRILL_IDENTITY: resolve('package.json') })).toEqual([
      'BACKUP_DRILL_IDENTITY does nothing without BACKUP_DRILL_EVERY.',
    ]);
    expect(faultsOf({ ...every, ...recipients, BACKUP_DRILL_IDENTITY: resolve('no-such-file') })).toEqual([
      'BACKUP_DRILL_IDENTITY names a file that is not there, or that this account may not see.',
    ]);
  });

  test('is off unless said, and then every so many hours', () => {
    expect(readEnvironment({}).backupDrillEvery).toBeNull();
    expect(readEnvironment({ ...every, BACKUP_DIR: '/backups' }).backupDrillEvery).toBe(168 * 3_600_000);
  });
});
