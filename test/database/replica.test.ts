import { Logger } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { configureApp } from '../../src/configure-app.js';
import type { Connection } from '../../src/database/connection.js';
import { dataSourceOptions } from '../../src/database/data-source.js';
import { openDatabase } from '../../src/database/open.js';
import { replicaOf } from '../../src/database/open-replica.js';
import { ReportTransactionService } from '../../src/database/report-transaction.service.js';
import { TransactionService } from '../../src/database/transaction.service.js';
import { Environment, SettingsError, readEnvironment } from '../../src/environment.js';
import { CacheInvalidationService } from '../../src/publications/cache-invalidation/cache-invalidation.service.js';
import { insertClinic, type Rows } from '../structure/rows.js';
import { published } from '../published/published-rows.js';
import { answer } from '../support/answer.js';
import { testClinic } from '../support/clinic.js';
import { scratchFolder } from '../support/process.js';
import { startStreaming, type Streaming } from '../support/streaming.js';
import { TestClock, type TestApp } from '../support/test-app.js';

const LONGEST_LAG = 10_000;

let servers: Streaming;
let connection: Connection;
let primary: DataSource;
let replica: DataSource;
let transactions: TransactionService;
beforeAll(async () => {
  servers = await startStreaming();
  const environment = new Environment({
    DATABASE_URL: servers.primaryUrl,
    DATABASE_REPLICA_URL: servers.replicaUrl,
    DATABASE_REPLICA_LAG_SECONDS: String(LONGEST_LAG / 1000),
  });
  ({ connection } = await openDatabase(environment));
  primary = await new DataSource(dataSourceOptions(connection)).initialize();
  replica = await new DataSource(dataSourceOptions({ ...connection, url: servers.replicaUrl })).initialize();
  transactions = new TransactionService(primary, connection.role);
  await followed();
});
afterAll(async () => {
  for (const source of [primary, replica]) if (source.isInitialized) await source.destroy();
  await servers.stop();
});

/** Waits until the replica has what the primary has written. */
async function followed(): Promise<void> {
  const [row] = await primary.query<{ lsn: string }[]>('SELECT pg_current_wal_lsn()::text AS lsn');
  const [lsn] = [row?.lsn ?? ''];
  const reached = () =>
    replica.query<{ done: boolean }[]>('SELECT pg_last_wal_replay_lsn() >= $1::pg_lsn AS done', [lsn]);
  while (!(await reached())[0]?.done);
}
const holdUp = () => replica.query('SELECT pg_wal_replay_pause()');
const letGo = async () => {
  await replica.query('SELECT pg_wal_replay_resume()');
  await followed();
};

function reportsOn(url: string, clock: TestClock): ReportTransactionService {
  const lag = { url, longestLag: LONGEST_LAG };
  return new ReportTransactionService(
    transactions,
    replicaOf(primary, { ...connection, replica: lag }, clock),
    LONGEST_LAG,
    clock,
  );
}

/** Which server answers, and how many patients it has. */
async function ask(reports: ReportTransactionService, { clinic_id }: Rows, notBefore?: Date) {
  const { answer: row, asOf } = await reports.run(
    clinic_id,
    async ({ manager }) => {
      const [found] = await manager.query<{ replica: boolean; patients: number }[]>(
        'SELECT pg_is_in_recovery() AS replica, count(*)::int AS patients FROM patient',
      );
      return found;
    },
    notBefore,
  );
  return { ...row, asOf: asOf.toISOString() };
}

describe('a report', () => {
  let clinic: Rows;
  let clock: TestClock;
  let reports: ReportTransactionService;
  beforeAll(async () => {
    clock = new TestClock();
    clock.set('2026-03-20T17:00:00Z');
    reports = reportsOn(servers.replicaUrl, clock);
    clinic = await insertClinic(primary);
    await followed();
    await reports.look();
  });
  afterAll(async () => {
    await letGo();
    await reports.onModuleDestroy();
  });

  test('is read from the replica, under row-level security, and says as of when', async () => {
    expect(await ask(reports, clinic)).toEqual({ replica: true, patients: 1, asOf: '2026-03-20T17:00:00.000Z' });
  });

  test('lacks what was written since, which is read from the primary', async () => {
    await holdUp();
    clock.set('2026-03-20T17:00:04Z');
    await primary.query('UPDATE patient SET clinic_id = clinic_id');
    await primary.query(
      `INSERT INTO patient SELECT (jsonb_populate_record(patient, jsonb_build_object('id', gen_random_uuid(), 'chart_number', 'B',
         'chart_key', 'b', 'short_chart_key', 'b'))).* FROM patient WHERE clinic_id = $1`,
      [clinic.clinic_id],
    );
    const written = clock.now();
    clock.advance(1000);
    await reports.look();
    expect(await ask(reports, clinic)).toEqual({ replica: true, patients: 1, asOf: '2026-03-20T17:00:00.000Z' });
    expect(await ask(reports, clinic, written)).toMatchObject({ replica: false, patients: 2 });
  });

  test('is read from the primary where the replica is further behind than it may be', async () => {
    clock.set('2026-03-20T17:00:10Z');
    expect(await ask(reports, clinic)).toMatchObject({ replica: true });
    clock.set('2026-03-20T17:00:10.001Z');
    expect(await ask(reports, clinic)).toEqual({ replica: false, patients: 2, asOf: '2026-03-20T17:00:10.001Z' });
  });

  test('is read from the replica again once that has caught up', async () => {
    await letGo();
    await reports.look();
    expect(await ask(reports, clinic)).toEqual({ replica: true, patients: 2, asOf: '2026-03-20T17:00:10.001Z' });
  });

  test('of a quiet primary is as of now, however long nothing was written', async () => {
    clock.set('2026-03-20T19:00:00Z');
    await reports.look();
    expect(await ask(reports, clinic)).toEqual({ replica: true, patients: 2, asOf: '2026-03-20T19:00:00.000Z' });
  });
});

test('the log says when reports read the other server, each change once', async () => {
  const said: string[] = [];
  const nothing = () => undefined;
  Logger.overrideLogger({ log: nothing, error: nothing, warn: (line: string) => void said.push(line) });
  const clock = new TestClock();
  const reports = reportsOn(servers.replicaUrl, clock);
  await followed();
  await reports.look();
  await holdUp();
  await primary.query('UPDATE patient SET clinic_id = clinic_id');
  for (let second = 0; second < 12; second += 1) {
    clock.advance(1000);
    await reports.look();
  }
  await letGo();
  await reports.look();
  await reports.onModuleDestroy();
  Logger.overrideLogger(false);
  expect(said).toEqual([
    'Reports read the primary: the replica is not known to be within 10 seconds of it.',
    'Reports read the replica again.',
  ]);
});

test('a server that follows nobody is not read, and neither is an address where nobody answers', async () => {
  const clinic = await insertClinic(primary);
  for (const url of [servers.primaryUrl, servers.replicaUrl.replace('5434', '5999')]) {
    const reports = reportsOn(url, new TestClock());
    await reports.onApplicationBootstrap();
    expect(await ask(reports, clinic)).toMatchObject({ replica: false, patients: 1 });
    await reports.onModuleDestroy();
  }
});

test('a replica without the database that it follows is a setting that can’t be', () => {
  expect(() => readEnvironment({ DATABASE_REPLICA_URL: servers.replicaUrl })).toThrow(SettingsError);
});

describe('over HTTP', () => {
  let served: TestApp;
  let reports: ReportTransactionService;
  let folder: Awaited<ReturnType<typeof scratchFolder>>;
  beforeAll(async () => {
    const clock = new TestClock();
    folder = await scratchFolder();
    const environment = new Environment({ LOG_LEVEL: 'silent', DATA_DIR: folder.path });
    const app = await configureApp(environment, connection, clock);
    await app.listen(0, '127.0.0.1');
    served = { app, url: await app.getUrl(), clock, environment, database: { owner: primary } } as unknown as TestApp;
    reports = app.get(ReportTransactionService, { strict: false });
  });
  afterAll(async () => {
    await served.app.close();
    await folder.remove();
  });

  test('a cohort is as of the replica, and a score is shown as soon as it is saved', async () => {
    const clinic = await testClinic(served);
    await followed();
    await reports.look();
    await holdUp();
    const before = served.clock.now().toISOString();
    served.clock.advance(2000);
    const { clinician } = clinic;
    const patient = await answer(clinician.post('/v1/patients', { chartNumber: 'A-1' }).expect(201));
    const { id } = patient.body as { id: string };
    const begun = { kind: 'induction', startedOn: '2026-03-02' };
    const course = await answer(clinician.post(`/v1/patients/${id}/courses`, begun).expect(201));
    const { id: courseId } = course.body as { id: string };
    await clinician.score(courseId, 'infusion-1', 35, '2026-03-02').expect(201);
    const shown = await answer(clinician.get(`/v1/courses/${courseId}`).expect(200));
    expect(JSON.stringify(shown.body)).toContain('"total":35');
    const behind = await answer(clinic.director.get('/v1/cohorts/outcome').expect(200));
    expect(behind.body).toMatchObject({ asOf: before, underWay: 0 });
    await letGo();
    await reports.look();
    const caughtUp = await answer(clinic.director.get('/v1/cohorts/outcome').expect(200));
    expect(caughtUp.body).toMatchObject({ asOf: served.clock.now().toISOString(), underWay: 1 });
  });

  test('what a clinic withdraws is gone at once, although the replica has it still', async () => {
    const sample = await published(served);
    await followed();
    await reports.look();
    const status = async () => (await fetch(`${served.url}/v1/published/${sample.slug}`)).status;
    expect(await status()).toBe(200);
    await holdUp();
    served.clock.advance(1000);
    await primary.query(
      `UPDATE published_document SET state = 'withdrawn', ended_at = now(), withdrawn_reason = 'Mixed up.' WHERE id = $1`,
      [sample.id],
    );
    served.app.get(CacheInvalidationService, { strict: false }).invalidate();
    expect(await status()).toBe(410);
    await letGo();
  });

  test('when the replica is lost in the midst of it, reports are answered by the primary', async () => {
    const clinic = await testClinic(served);
    await followed();
    await reports.look();
    await servers.loseReplica();
    const { body } = await answer(clinic.director.get('/v1/cohorts/outcome').expect(200));
    expect(body).toMatchObject({ underWay: 0, asOf: served.clock.now().toISOString() });
    await clinic.director.get('/v1/cohorts/outcome').expect(200);
  });
});
