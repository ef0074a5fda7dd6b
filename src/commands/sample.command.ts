import { randomBytes } from 'node:crypto';
import { Command } from 'commander';
import { TransactionService } from '../database/transaction.service.js';
import { hashPassword } from '../staff/sign-in/password.js';
import { ClinicNameTaken, StaffRepository } from '../staff/people/staff.repository.js';
import { print, tell } from '../terminal.js';
import { loadSample, type LoadedSample } from './sample/load-sample.js';
import { publishSample } from './sample/publish-sample.js';
import { withService } from './service-context.js';
import { UsageError } from './usage-error.js';

export const sampleCommand = new Command('sample').action(async () => {
  await withService(async (context) => {
    const { sample, password } = await makeSample(context.get(TransactionService, { strict: false }));
    const slug = await publishSample(context, sample, new Date());
    const { patients, courses, assessments } = sample.counts;
    tell(`${sample.clinic.name}: ${patients} patients, ${courses} courses, ${assessments} entries.`);
    tell(`Published: /published/${slug}`);
    for (const line of signInsOf(sample, password)) print(line);
  });
});

/**
 * Writes the sample clinic with a password of its own for all of its staff.
 * @throws UsageError where there is one already.
 */
export async function makeSample(
  transactions: TransactionService,
): Promise<{ sample: LoadedSample; password: string }> {
  const password = randomBytes(9).toString('base64url');
  const passwordHash = await hashPassword(password);
  try {
    const staff = new StaffRepository();
    const sample = await loadSample(transactions, staff, { now: new Date(), passwordHash });
    return { sample, password };
  } catch (error) {
    if (!(error instanceof ClinicNameTaken)) throw error;
    throw new UsageError('There is a sample clinic in this database already.');
  }
}

/** A line for each role: who signs in, and with what. */
export function signInsOf({ staff }: LoadedSample, password: string): string[] {
  const roles = ['director', 'clinician', 'marketing'] as const;
  return roles.map((role) => {
    const person = staff.find((candidate) => candidate.role === role);
    return `${role.padEnd(10)} ${person?.email}  ${password}`;
  });
}
