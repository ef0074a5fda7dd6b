import { loadSample } from '../../src/commands/sample/load-sample.js';
import { publishSample } from '../../src/commands/sample/publish-sample.js';
import { TransactionService } from '../../src/database/transaction.service.js';
import { hashPassword } from '../../src/staff/sign-in/password.js';
import { StaffRepository } from '../../src/staff/people/staff.repository.js';
import { PASSWORD, signIn, type SignedIn } from './clinic.js';
import type { TestApp } from './test-app.js';

/** The director of the sample clinic, which a database can hold once. */
export async function sampleDirector(app: TestApp): Promise<SignedIn> {
  await load(app);
  return signIn(app, 'director@sample.example');
}

/** The same, once the clinic has published its figures. */
export async function publishedSampleDirector(app: TestApp): Promise<SignedIn> {
  await publishSample(app.app, await load(app), app.clock.now());
  return signIn(app, 'director@sample.example');
}

async function load(app: TestApp) {
  return loadSample(app.app.get(TransactionService), new StaffRepository(), {
    now: app.clock.now(),
    passwordHash: await hashPassword(PASSWORD),
  });
}
