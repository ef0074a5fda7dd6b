import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '../../src/clock.js';
import { configureApp } from '../../src/configure-app.js';
import { Environment } from '../../src/environment.js';
import { testDatabase, type TestDatabase } from './test-database.js';

/** A clock that stays where a test puts it. */
export class TestClock extends Clock {
  private instant = new Date('2026-03-20T17:00:00Z');

  override now(): Date {
    return this.instant;
  }

  /** @param instant ISO instant in UTC, e.g. `2026-03-29T01:30:00Z`. */
  set(instant: string): void {
    this.instant = new Date(instant);
  }

  advance(milliseconds: number): void {
    this.instant = new Date(this.instant.getTime() + milliseconds);
  }
}

/** The whole service, listening on loopback, on a database of its own. */
export interface TestApp {
  app: NestFastifyApplication;
  url: string;
  clock: TestClock;
  database: TestDatabase;
  environment: Environment;
  /** The service is gone, its database and its address are not. */
  stop(): Promise<void>;
  /** The service again, at the same address on the same database. */
  startAgain(): Promise<void>;
  close(): Promise<void>;
}

export async function testApp(settings: Record<string, string> = {}): Promise<TestApp> {
  const database = await testDatabase();
  const clock = new TestClock();
  const dataDir = await mkdtemp(join(tmpdir(), 'cudos-test-'));
  const environment = new Environment({
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    REQUESTS_PER_MINUTE: '1000000',
    SIGN_INS_PER_MINUTE: '1000000',
    ...settings,
  });
  const app = await configureApp(environment, database.connection, clock);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const served: TestApp = {
    app,
    url,
    clock,
    database,
    environment,
    stop: () => served.app.close(),
    startAgain: async () => {
      served.app = await configureApp(environment, database.connection, clock);
      await served.app.listen(new URL(url).port, '127.0.0.1');
    },
    close: async () => {
      await served.app.close();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return served;
}
