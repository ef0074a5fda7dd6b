import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { chmod, chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clusterPath } from '../../../src/database/embedded/cluster.js';
import { findRunning, startEmbedded } from '../../../src/database/embedded/launcher.js';
import { compileLauncher, firstLine, makePlace, removePlace } from './child.js';

const NOBODY = 65534;
const root = process.getuid?.() === 0;
let dataDir: string;

beforeEach(async () => {
  dataDir = await makePlace();
});
afterEach(() => removePlace(dataDir));

describe('a start is refused in one sentence', () => {
  test('when another major version of PostgreSQL wrote the data', async () => {
    await mkdir(clusterPath(dataDir));
    await writeFile(join(clusterPath(dataDir), 'PG_VERSION'), '15\n');
    await expect(startEmbedded({ dataDir })).rejects.toThrow(
      `The data directory ${dataDir} was written by PostgreSQL 15 and this service brings PostgreSQL 18, which can't open it: export with the release that wrote it, then import here.`,
    );
  });

  test('when something else lies where the cluster should', async () => {
    await mkdir(clusterPath(dataDir));
    await writeFile(join(clusterPath(dataDir), 'letters.txt'), 'Dear');
    await expect(startEmbedded({ dataDir })).rejects.toThrow('is not a PostgreSQL data directory');
  });

  test('when the data directory is a file', async () => {
    const file = join(dataDir, 'file');
    await writeFile(file, '');
    await expect(startEmbedded({ dataDir: file })).rejects.toThrow(
      `The data directory ${file} can't be used: a part of the path is a file, not a directory.`,
    );
  });

  test('when the account to run PostgreSQL as does not exist', async () => {
    await expect(startEmbedded({ dataDir, runAs: 'no-such-account' })).rejects.toThrow(
      'The account "no-such-account" does not exist here.',
    );
  });

  test('and the same directory can be started once the reason is gone', async () => {
    await expect(startEmbedded({ dataDir, runAs: 'no-such-account' })).rejects.toThrow();
    const database = await startEmbedded({ dataDir, durability: 'throwaway' });
    await database.stop();
  });
});

(root ? describe : describe.skip)('as root', () => {
  test('a cluster of another account is refused, with the command that mends it', async () => {
    const database = await startEmbedded({ dataDir, durability: 'throwaway' });
    await database.stop();
    await chown(clusterPath(dataDir), 0, 0);
    await expect(startEmbedded({ dataDir })).rejects.toThrow(/chown -R \S+ \S+\/data\/postgres$/);
  });

  test('a database starts in a folder that PostgreSQL’s account can’t enter', async () => {
    const place = join(dataDir, 'private');
    await mkdir(place, { mode: 0o700 });
    const database = await startEmbedded({ dataDir: join(place, 'data'), durability: 'throwaway' });
    expect(await findRunning(join(place, 'data'))).not.toBeNull();
    await database.stop();
  });
});

/** What root can't try on itself is tried under an account without rights; anybody else is one already. */
describe('without rights', () => {
  const uid = root ? NOBODY : undefined;
  const startAndStop = (path: string) => `
    try {
      const database = await startEmbedded({ dataDir: '${path}', durability: 'throwaway' });
      await database.stop();
      console.log('started and stopped');
    } catch (error) { console.log(error.name + ': ' + error.message); }`;

  async function asNobody(code: string): Promise<string> {
    const compiled = await compileLauncher();
    try {
      return await firstLine(compiled.run(code, uid));
    } finally {
      await compiled.remove();
    }
  }

  test('PostgreSQL runs as the account that runs the service', async () => {
    if (root) await chown(dataDir, NOBODY, NOBODY);
    expect(await asNobody(startAndStop(dataDir))).toBe('started and stopped');
  });

  test('an unreadable data directory is refused in one sentence', async () => {
    await chmod(dataDir, 0o000);
    expect(await asNobody(startAndStop(dataDir))).toBe(
      `DatabaseStartError: The data directory ${dataDir} can't be used: this account may not read or write there.`,
    );
    await chmod(dataDir, 0o700);
  });

  test('only root can run PostgreSQL as another account', async () => {
    if (root) await chown(dataDir, NOBODY, NOBODY);
    const code = `await startEmbedded({ dataDir: '${dataDir}', runAs: 'daemon' })
      .catch((error) => console.log(error.message));`;
    expect(await asNobody(code)).toBe('Only root can run PostgreSQL as "daemon".');
  });
});
