import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const rootDir = dirname(import.meta.dirname);

/**
 * What node needs to run ES modules in Jest, and TypeScript outside of it: in the set-up and in threads. Nobody should have
 * to type it, so without it Jest starts again.
 */
const typescript = pathToFileURL(join(import.meta.dirname, 'support/typescript.mjs')).href;
const flags = ['--enable-source-maps', '--no-warnings', '--import', typescript];

if (!process.execArgv.includes(typescript)) {
  const jest = spawn(process.execPath, [...flags, ...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => jest.kill(signal));
  const [code] = await once(jest, 'exit');
  process.exit(code ?? 1);
}

/** Folders of tests of pure functions, which wait for no database; all others may use one. */
const pure = [
  'domain',
  'structure/code',
  'drawing',
  'spreadsheets/reading',
  'spreadsheets/judging',
  'web/components',
  'web/entries',
  'web/features',
].map((folder) => `<rootDir>/test/${folder}/`);

/** Tests of the pages as they were built. */
const browser = ['<rootDir>/test/web/', '<rootDir>/test/http/pages.test.ts'];

const project = {
  rootDir,
  roots: ['<rootDir>/test'],
  testRunner: '<rootDir>/test/support/native-runner.mjs',
  transform: {},
};

const database = {
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

const within = (folders) => folders.map((folder) => (folder.endsWith('/') ? `${folder}**/*.test.ts` : folder));

export default {
  rootDir,
  testTimeout: 120_000,
  maxWorkers: '100%',
  workerGracefulExitTimeout: 10_000,
  // What a process holds of the files it has run slows a whole run down in the end: the gate's workers start again.
  ...(process.env.CI ? { workerIdleMemoryLimit: '1500MB' } : {}),
  projects: [
    { ...project, displayName: 'pure', testMatch: within(pure) },
    {
      ...project,
      ...database,
      displayName: 'service',
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: [...pure, ...browser],
    },
    {
      ...project,
      ...database,
      globalSetup: '<rootDir>/test/support/browser-setup.mjs',
      displayName: 'browser',
      testMatch: within(browser),
      testPathIgnorePatterns: pure,
    },
  ],
};
