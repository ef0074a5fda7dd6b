import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AuditBufferService } from '../../src/audit/audit-buffer.service.js';
import { AuditChainService } from '../../src/audit/audit-chain.service.js';
import { CHECKPOINTS_FILE } from '../../src/audit/checkpoint.js';
import { CheckpointService } from '../../src/audit-trail/checkpoint.service.js';
import { rewriteChain } from '../support/audit.js';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

// Six events: three patients, each with a course.
beforeEach(async () => {
  clinic = await testClinic(app);
  for (let added = 0; added < 3; added += 1) await testCourse(clinic.clinician);
});
const check = () => app.app.get(AuditChainService, { strict: false }).check(clinic.id);

test('a chain as it was recorded holds, reads by an id in capitals too', async () => {
  const { courseId } = await testCourse(clinic.director);
  await clinic.director.get(`/v1/courses/${courseId.toUpperCase()}`).expect(200);
  await app.app.get(AuditBufferService, { strict: false }).flush();
  expect(await check()).toMatchObject({ length: 9, fault: null });
});

test.each([
  [
    'changed',
    `UPDATE audit_event SET staff_id = clinic_id WHERE clinic_id = $1 AND position = 4`,
    3,
    'event 4 is not as it was recorded',
  ],
  [
    'moved by a second',
    `UPDATE audit_event SET at = at + '1s' WHERE clinic_id = $1 AND position = 6`,
    5,
    'event 6 is not as it was recorded',
  ],
  ['left without an end', `DELETE FROM audit_chain WHERE clinic_id = $1`, 0, 'the end of the chain is missing'],
  ['removed', `DELETE FROM audit_event WHERE clinic_id = $1 AND position = 2`, 1, 'event 2 is missing'],
  ['removed at the end', `DELETE FROM audit_event WHERE clinic_id = $1 AND position > 4`, 4, 'event 5 is missing'],
  [
    'removed, and the others moved up',
    `WITH gone AS (DELETE FROM audit_event WHERE clinic_id = $1 AND position = 6), shorter AS (
       UPDATE audit_chain SET length = 5 WHERE clinic_id = $1) SELECT`,
    5,
    'event 5 is not the last one',
  ],
  [
    'put in another order',
    `UPDATE audit_event e SET at = o.at, action = o.action, subject_id = o.subject_id, request_id = o.request_id, hash = o.hash
     FROM audit_event o WHERE e.clinic_id = $1 AND o.clinic_id = $1 AND e.position IN (2, 3) AND o.position = 5 - e.position`,
    1,
    'event 2 is not as it was recorded',
  ],
])('an event that was %s is found', async (_what, statement, length, fault) => {
  await app.database.owner.transaction(async (manager) => {
    // The policies bind the owner too.
    await manager.query(`SET LOCAL app.clinic_id = '${clinic.id}'`);
    await manager.query(statement, [clinic.id]);
  });
  expect(await check()).toMatchObject({ length, fault });
});

test('a chain that was rewritten as a whole holds by itself, and does not go through what the clinic signed', async () => {
  const checkpoints = app.app.get(CheckpointService, { strict: false });
  await checkpoints.write();
  await testCourse(clinic.clinician);
  await checkpoints.write();
  expect(await checkpoints.check(clinic.id)).toMatchObject({ checkpoints: 2, fault: null });

  await rewriteChain(app, clinic.id, clinic.director.id);
  expect(await check()).toMatchObject({ length: 8, fault: null });
  const fault = 'event 6 is not the one of the checkpoint of 2026-03-20T17:00:00.000Z';
  expect(await checkpoints.check(clinic.id)).toMatchObject({ checkpoints: 2, fault });
});

describe('the file of checkpoints', () => {
  const checkpoints = () => app.app.get(CheckpointService, { strict: false });
  const path = () => join(app.environment.dataDir, CHECKPOINTS_FILE);
  let lines: string[];
  // Two of this clinic.
  beforeEach(async () => {
    await rm(path(), { force: true });
    await checkpoints().write();
    await testCourse(clinic.clinician);
    await checkpoints().write();
    lines = (await readFile(path(), 'utf8')).trim().split('\n');
  });
  const edited = async (...kept: string[]) => writeFile(path(), kept.map((line) => `${line}\n`).join(''));
  const fault = async (copy?: string) =>
    (await checkpoints().check(clinic.id, copy === undefined ? undefined : { path: 'copy', text: copy })).fault;

  test('shows a line that was taken out before another', async () => {
    await edited(...lines.slice(0, -2), lines.at(-1)!);
    expect(await fault()).toBe('the checkpoint before that of 2026-03-20T17:00:00.000Z is missing');
  });

  test('shows by a copy of it that its end was taken out, and what was done to a chain since', async () => {
    const copy = await readFile(path(), 'utf8');
    expect(await fault(copy)).toBeNull();
    await edited(...lines.slice(0, -2));
    expect(await fault()).toBeNull();
    expect(await fault(copy)).toBe(`${path()} lacks the checkpoint of 2026-03-20T17:00:00.000Z, which copy has`);
    await rewriteChain(app, clinic.id, clinic.director.id);
    expect(await fault(copy)).toBe('event 6 is not the one of the checkpoint of 2026-03-20T17:00:00.000Z');
  });

  test('shows the line that is no checkpoint, and the others are checked all the same', async () => {
    for (const line of ['hello {', 'null', '{}']) {
      await edited(line, ...lines);
      expect(await checkpoints().unreadable()).toEqual([`line 1 of ${path()} is no checkpoint`]);
      expect(await fault()).toBeNull();
    }
  });

  test('goes on behind a line of which a power cut left half', async () => {
    await writeFile(path(), `${lines.join('\n')}\n${lines[0]!.slice(0, 50)}`);
    await testCourse(clinic.clinician);
    await checkpoints().write();
    expect(await checkpoints().unreadable()).toEqual([]);
    expect(await checkpoints().check(clinic.id)).toMatchObject({ checkpoints: 3, fault: null });
  });
});
