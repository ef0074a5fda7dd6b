import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { configureApp } from '../../src/configure-app.js';
import { Environment } from '../../src/environment.js';
import { answer } from '../support/answer.js';
import { Cable } from '../support/cable.js';
import { testClinic, type SignedIn } from '../support/clinic.js';
import { TestClock, type TestApp } from '../support/test-app.js';
import { setting, testDatabase, type TestDatabase } from '../support/test-database.js';

const CONNECTIONS = 3;

let database: TestDatabase;
let cable: Cable;
let app: NestFastifyApplication;
let clock: TestClock;
let writers: Writer[];

/** A service whose database can be cut off, and people who write: more of them than there are connections. */
beforeEach(async () => {
  database = await testDatabase();
  cable = new Cable(database.url);
  await cable.plugIn();
  clock = new TestClock();
  const environment = new Environment({ LOG_LEVEL: 'silent', REQUESTS_PER_MINUTE: '1000000' });
  const connection = { url: cable.address(database.url), role: setting('TEST_ROLE') || null, poolSize: CONNECTIONS };
  app = await configureApp(environment, connection, clock);
  await app.listen(0, '127.0.0.1');
  const testing = { app, url: await app.getUrl(), clock, environment, database } as unknown as TestApp;
  const { clinician } = await testClinic(testing);
  writers = [];
  for (let number = 0; number < 2 * CONNECTIONS; number += 1) writers.push(await Writer.of(clinician, number));
});
afterEach(async () => {
  await app.close();
  await cable.pullOut();
  await database.close();
});

/** Somebody who records a score and amends it again and again, and sends again what was not acknowledged. */
class Writer {
  readonly acknowledged: number[] = [];
  /** How often the service asked to try again. */
  asked = 0;

  private constructor(
    private readonly person: SignedIn,
    readonly courseId: string,
  ) {}

  static async of(person: SignedIn, number: number): Promise<Writer> {
    const patient = await person.post('/v1/patients', { chartNumber: `A-${number}` }).expect(201);
    const { id } = patient.body as { id: string };
    const course = { kind: 'induction', startedOn: '2026-03-02' };
    const made = await person.post(`/v1/patients/${id}/courses`, course).expect(201);
    return new Writer(person, (made.body as { id: string }).id);
  }

  async until(enough: () => boolean): Promise<void> {
    while (!enough()) await this.write();
  }

  private async write(): Promise<void> {
    const version = this.acknowledged.length;
    const total = 10 + (version % 40);
    const score = { total, assessedOn: '2026-03-02', amendmentReason: version === 0 ? null : 'asked again' };
    const put = this.person.put(`/v1/courses/${this.courseId}/assessments/infusion-1`, score);
    const condition = version === 0 ? put.set('If-None-Match', '*') : put.set('If-Match', `"${version}"`);
    const { status, headers, body } = await answer(condition);
    if (status < 300) {
      this.acknowledged.push(total);
      return;
    }
    expect({ status, body }).toEqual({
      status: 503,
      body: expect.objectContaining({ status: 503 }) as unknown,
    });
    expect(headers['retry-after']).toMatch(/^\d+$/);
    this.asked += 1;
  }
}

const everybody = (enough: (writer: Writer) => boolean) =>
  Promise.all(writers.map((writer) => writer.until(() => enough(writer))));

/** Every acknowledged score is there once, in its order, and nothing else is. */
async function nothingIsMissing(): Promise<void> {
  for (const { courseId, acknowledged } of writers) {
    const found = await database.owner.query<{ total: number }[]>(
      'SELECT total FROM assessment_version WHERE course_id = $1 ORDER BY version',
      [courseId],
    );
    expect(found.map(({ total }) => total)).toEqual(acknowledged);
  }
}

test('while the database is gone everybody is asked to try again; it goes on by itself, and nothing acknowledged is missing', async () => {
  await everybody(({ acknowledged }) => acknowledged.length >= 5);
  await Promise.all([cable.pullOut(), everybody(({ asked }) => asked >= 3)]);
  const before = writers.map(({ acknowledged }) => acknowledged.length);
  await cable.plugIn();
  await everybody((writer) => writer.acknowledged.length >= (before[writers.indexOf(writer)] ?? 0) + 5);
  await nothingIsMissing();
});

test('while every connection waits for one lock, the others are asked to try again, and all go on when it is released', async () => {
  await everybody(({ acknowledged }) => acknowledged.length >= 3);
  const holder = new pg.Client({ connectionString: database.url });
  await holder.connect();
  await holder.query('BEGIN; LOCK TABLE assessment_version IN ACCESS EXCLUSIVE MODE');
  const someone = () => writers.some(({ asked }) => asked > 0);
  const writing = Promise.all(
    writers.map((writer) => writer.until(() => someone() && writer.acknowledged.length >= 6)),
  );
  while (!someone()) await new Promise((resolve) => setTimeout(resolve, 50));
  await holder.query('ROLLBACK');
  await holder.end();
  await writing;
  await nothingIsMissing();
});

test('a clock that is set back loses no write and ends no session', async () => {
  await everybody(({ acknowledged }) => acknowledged.length >= 3);
  clock.advance(-3 * 60 * 60 * 1000);
  await everybody(({ acknowledged }) => acknowledged.length >= 6);
  expect(writers.reduce((sum, { asked }) => sum + asked, 0)).toBe(0);
  await nothingIsMissing();
});
