import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TenantTransaction } from '../database/tenant-transaction.js';
import type { OpenDatabase } from '../database/open.js';
import { readEnvironment } from '../environment.js';
import { orExplain, serve, tell } from '../serve.js';
import { makeSample, signInsOf } from './sample.command.js';

// Serves the sample clinic from a folder that is thrown away, on loopback only, whatever the settings say.
await orExplain(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'cudos-demo-'));
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  const safe = {
    dataDir,
    signingKeysDir: join(dataDir, 'signing-keys'),
    databaseUrl: null,
    host: 'localhost',
    publicUrl: null,
    trustProxy: false,
  };
  const environment = Object.assign(readEnvironment(), safe);
  let signIns: string[] = [];
  const prepare = async ({ dataSource }: OpenDatabase) => {
    const { sample, password } = await makeSample(new TenantTransaction(dataSource));
    signIns = signInsOf(sample, password);
  };
  const { url } = await serve(environment, { throwaway: true, prepare });
  tell(`A sample clinic of made-up patients, gone when this stops. Sign in at ${url} as:`);
  for (const line of signIns) tell(`  ${line}`);
});
