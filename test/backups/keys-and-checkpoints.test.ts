import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chmod, readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import request from 'supertest';
import type { AuditEventResponse } from '../../src/audit-trail/audit-trail.dto.js';
import { CheckpointService } from '../../src/audit-trail/checkpoint.service.js';
import { chosenBackup } from '../../src/backups/choose-backup.js';
import { backUp } from '../../src/commands/backup.command.js';
import { addHere, restoreAndCheck } from '../../src/commands/restore.command.js';
import { configureApp } from '../../src/configure-app.js';
import { openDatabase } from '../../src/database/open.js';
import { Environment } from '../../src/environment.js';
import type { Clinic } from '../../src/staff/clinic/clinic.entity.js';
import { rewriteChain } from '../support/audit.js';
import { setUpAuthenticator, type Authenticator } from '../support/authenticator.js';
import { PASSWORD, testClinic, testCourse, type SignedIn, type TestClinic } from '../support/clinic.js';
import { scratchFolder } from '../support/process.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { testDatabase } from '../support/test-database.js';

let app: TestApp;
let clinic: TestClinic;
let authenticator: Authenticator;
let folder: Awaited<ReturnType<typeof scratchFolder>>;
const at = (...names: string[]) => join(folder.path, ...names);

/** A clinic whose director has an authenticator app; the end of its chain was signed once. */
beforeAll(async () => {
  app = await testApp();
  folder = await scratchFolder();
  await chmod(folder.path, 0o711);
  clinic = await testClinic(app);
  ({ authenticator } = await setUpAuthenticator(app, clinic.director));
  await testCourse(clinic.clinician);
  await app.app.get(CheckpointService, { strict: false }).write();
  await testCourse(clinic.clinician);
});

afterAll(async () => {
  await app.close();
  await folder.remove();
});

const backedUp = async (to: string, alone?: string) => {
  const { url, connection } = app.database;
  const database = { ...(await openDatabase(new Environment({ DATABASE_URL: url }))), connection, ownerUrl: url };
  const one = alone === undefined ? {} : { clinic: { id: alone } as Clinic };
  return chosenBackup(await backUp(database, app.environment, at(to), [], one));
};

const restored = async (to: string, backup: Awaited<ReturnType<typeof backedUp>>) => {
  const { compared } = await restoreAndCheck(new Environment({}), backup, { to: at(to), at: null, identities: [] });
  return compared.map(({ what, holds }) => `${holds ? 'yes' : 'no'} ${what}`);
};

/** The service on a restored folder. */
async function servedFrom(to: string, ask: (url: string) => Promise<void>): Promise<void> {
  const environment = new Environment({ DATA_DIR: at(to), LOG_LEVEL: 'silent' });
  const database = await openDatabase(environment);
  const service = await configureApp(environment, database.connection, app.clock);
  try {
    await service.listen(0, '127.0.0.1');
    await ask(await service.getUrl());
  } finally {
    await service.close();
    await database.close();
  }
}

async function events({ cookie }: SignedIn, url: string): Promise<AuditEventResponse[]> {
  const answer = await request(url).get('/v1/audit-events').set('Cookie', cookie).expect(200);
  return (answer.body as { items: AuditEventResponse[] }).items;
}

test('a restored folder has the signed checkpoints, and who has an authenticator app signs in with it there', async () => {
  const lines = await restored('new', await backedUp('backups'));
  // One of the hour, and one of the backup.
  expect(lines.join('\n')).toContain(`yes ${clinic.name}: it goes through 2 signed checkpoints, the last of event `);
  await servedFrom('new', async (url) => {
    const signIn = { email: clinic.director.email, password: PASSWORD, code: await authenticator.nextCode() };
    await request(url).post('/v1/session').send(signIn).expect(200);
  });
});

test('who made a backup, and who brought one back, is in the chain of each clinic it holds', async () => {
  const backup = await backedUp('noted');
  const here = await events(clinic.director, app.url);
  expect(here[0]).toMatchObject({
    action: 'backup.made',
    staffId: null,
    detail: `by hand: ${basename(backup.folder)}`,
  });
  await restored('noted-new', backup);
  await servedFrom('noted-new', async (url) => {
    const [restoredEvent, before] = await events(clinic.director, url);
    const detail = `${basename(backup.folder)}, as of ${backup.manifest.at}`;
    expect(restoredEvent).toMatchObject({ action: 'backup.restored', staffId: null, detail });
    expect(before?.position).toBe(here[0]!.position - 1);
  });
  expect(await readdir(at('noted'))).toHaveLength(1);
});

test('the checkpoints of one clinic are added to those of the server it moves to, once', async () => {
  const other = await testDatabase();
  const kept = async () => (await readFile(at('there', 'audit-checkpoints.jsonl'), 'utf8')).trim().split('\n');
  const settings = { DATABASE_URL: other.url, DATA_DIR: at('there'), LOG_LEVEL: 'silent' };
  try {
    const backup = await backedUp('alone', clinic.id);
    await addHere(backup, [], new Environment(settings));
    const lines = await kept();
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(lines.map((line) => (JSON.parse(line) as { clinicId: string }).clinicId)).toEqual(
      lines.map(() => clinic.id),
    );
    await expect(addHere(backup, [], new Environment(settings))).rejects.toThrow('nothing was added');
    expect(await kept()).toEqual(lines);
  } finally {
    await other.close();
  }
});

test('a chain that was rewritten as a whole before the backup is found when it is restored', async () => {
  await rewriteChain(app, clinic.id, clinic.clinician.id);
  const lines = await restored('rewritten', await backedUp('late'));
  const own = lines.filter((line) => line.includes(clinic.name));
  expect(own).toContainEqual(expect.stringMatching(/^yes .*who did what is as it was recorded, \d+ events$/));
  expect(own).toContainEqual(
    expect.stringMatching(/^no .*: event \d+ is not the one of the checkpoint of 2026-03-20T17:00:30.000Z$/),
  );
});
