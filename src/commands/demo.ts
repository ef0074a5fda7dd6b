import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TransactionService } from '../database/transaction.service.js';
import { readEnvironment } from '../environment.js';
import { serve } from '../serve.js';
import { orExplain, tell } from '../terminal.js';
import { makeSample, signInsOf } from './sample.command.js';
import { publishSample } from './sample/publish-sample.js';

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
    identityProvider: null,
    trustProxy: false,
  };
  const environment = Object.assign(readEnvironment(), safe);
  const made: Awaited<ReturnType<typeof makeSample>>[] = [];
  const prepare = async (app: NestFastifyApplication) => {
    made.push(await makeSample(app.get(TransactionService, { strict: false })));
  };
  const { url, app } = await serve(environment, { throwaway: true, prepare });
  for (const { sample, password } of made) {
    const slug = await publishSample(app, sample, new Date());
    tell(`What it published, for anybody: ${url}/published/${slug}`);
    tell(`A sample clinic of made-up patients, gone when this stops. Sign in at ${url} as:`);
    for (const line of signInsOf(sample, password)) tell(`  ${line}`);
  }
});
