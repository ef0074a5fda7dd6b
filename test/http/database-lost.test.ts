import type { Socket } from 'node:net';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { answer } from '../support/answer.js';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
});
afterAll(() => app.close());

type Query = (this: pg.Client, ...given: unknown[]) => unknown;
const clients = pg.Client.prototype as unknown as { query: Query };
const query: Query = Reflect.get(clients, 'query');
afterEach(() => {
  clients.query = query;
});

/** Cuts the connection of the statement of this number, from now on, before it is sent or when it is. */
function cutAt(number: number, when: 'before' | 'after'): void {
  let statements = 0;
  clients.query = async function (...given) {
    const { stream } = (this as unknown as { connection: { stream: Socket } }).connection;
    if ((statements += 1) !== number) return query.apply(this, given);
    if (when === 'after') {
      const sent = query.apply(this, given);
      stream.destroy();
      return sent;
    }
    const ended = once(this, 'end');
    stream.destroy();
    await ended;
    return query.apply(this, given);
  };
}

const NUMBERS = Array.from({ length: 14 }, (_, at) => at + 1);

describe.each(['before', 'after'] as const)('a connection that is lost %s a statement', (when) => {
  test.each(NUMBERS)(
    'number %i: a score that was acknowledged is kept, another is told to come back',
    async (number) => {
      const { courseId } = await testCourse(clinic.clinician);
      cutAt(number, when);
      const sent = clinic.clinician.score(courseId, 'infusion-1', 35, '2026-03-02');
      const { status, body, headers } = await answer(sent);
      clients.query = query;
      const read = await answer(clinic.clinician.get(`/v1/courses/${courseId}/assessments/infusion-1`));
      if (status === 201) return expect(read.status).toBe(200);
      expect([status, headers['retry-after'], body]).toMatchObject([503, '5', { type: '/problems/unavailable' }]);
    },
  );

  test.each(NUMBERS)('number %i: a list is told to come back', async (number) => {
    cutAt(number, when);
    const { status } = await answer(clinic.clinician.get('/v1/courses'));
    expect([200, 503]).toContain(status);
  });
});
