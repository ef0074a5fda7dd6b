import { loadSample } from '../../src/commands/sample/load-sample.js';
import { TransactionService } from '../../src/database/transaction.service.js';
import { hashPassword } from '../../src/staff/sign-in/password.js';
import { StaffRepository } from '../../src/staff/people/staff.repository.js';
import { PASSWORD, signIn, type SignedIn } from './clinic.js';
import type { TestApp } from './test-app.js';

/** The director of the sample clinic, which a database can hold once. */
export async function sampleDirector(app: TestApp): Promise<SignedIn> {
  await loadSample(app.app.get(TransactionService), new StaffRepository(), {
    now: app.clock.now(),
    passwordHash: await hashPassword(PASSWORD),
  });
  return signIn(app, 'director@sample.example');
}
