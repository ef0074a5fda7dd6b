import { calendarDateIn } from '../../clock.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import type { TransactionService } from '../../database/transaction.service.js';
import { newId } from '../../http/ids.js';
import type { Role } from '../../staff/sessions/actor.js';
import { plannedClinic } from '../../staff/clinic/planned-clinic.js';
import type { StaffRepository } from '../../staff/people/staff.repository.js';
import type { NewStaff } from '../../staff/people/staff.entity.js';
import { seededRandom } from './random.js';
import { sampleClinic, SAMPLE_TIME_ZONE, type SamplePerson } from './sample-clinic.js';
import { rowsOf, SAMPLE_REQUEST, type SampleRows } from './sample-rows.js';
import { insertSampleRows } from './sample.repository.js';

/** The sample clinic as it was written: where it is, who can sign in, and how much there is of it. */
export interface LoadedSample {
  clinic: { id: string; name: string };
  staff: { id: string; email: string; role: Role; name: string }[];
  /** Days on which the first and the last course began. */
  starts: { first: string; last: string };
  counts: SampleCounts;
}

export interface SampleCounts {
  patients: number;
  courses: number;
  assessments: number;
  safetyNotices: number;
  openSafetyNotices: number;
}

const ANY_SEED = 1;

/**
 * Writes the sample clinic in one transaction: all of it or nothing.
 *
 * @param options.now Instant; nothing in the clinic is of this day or later.
 * @param options.passwordHash argon2id hash of the password that all of its staff share.
 * @throws ClinicNameTaken where there is a sample clinic already.
 */
export async function loadSample(
  transactions: TransactionService,
  staff: StaffRepository,
  { seed = ANY_SEED, now, passwordHash }: { seed?: number; now: Date; passwordHash: string },
): Promise<LoadedSample> {
  const made = sampleClinic({ seed, today: calendarDateIn(SAMPLE_TIME_ZONE, now) });
  const { name, timeZone } = made;
  const clinicId = newId();
  const people = made.staff.map((person) => staffRow(person, { clinicId, now, passwordHash }));
  const clinicianIds = cliniciansOf(people);
  const rows = rowsOf({ clinicId, clinicianIds, random: seededRandom(seed) }, made.patients);
  await transactions.run(clinicId, async (transaction: ClinicTransaction) => {
    const clinic = plannedClinic({ id: clinicId, name, timeZone }, now);
    await staff.insertClinic(transaction, { ...clinic, requestId: SAMPLE_REQUEST });
    for (const person of people) await staff.insert(transaction, person);
    await insertSampleRows(transaction, rows);
  });
  return {
    clinic: { id: clinicId, name },
    staff: people,
    starts: startsOf(rows),
    counts: countsOf(rows),
  };
}

function staffRow(
  { name, email, role }: SamplePerson,
  { clinicId, now, passwordHash }: { clinicId: string; now: Date; passwordHash: string },
): NewStaff {
  const trace = { version: 1, changedAt: now, changedBy: null, requestId: SAMPLE_REQUEST };
  const access = { status: 'active' as const, passwordHash, lastSignedInAt: null };
  return { clinicId, id: newId(), name, email, role, ...access, ...trace };
}

function cliniciansOf(people: readonly NewStaff[]): [string, string, string] {
  const [first, second, third] = people.filter(({ role }) => role === 'clinician');
  if (!first || !second || !third) throw new RangeError('A sample clinic has three clinicians.');
  return [first.id, second.id, third.id];
}

function startsOf({ courses }: SampleRows): LoadedSample['starts'] {
  const days = courses.map(({ startedOn }) => startedOn).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('A sample has courses.');
  return { first, last };
}

function countsOf({ patients, courses, assessments, notices }: SampleRows): SampleCounts {
  return {
    patients: patients.length,
    courses: courses.length,
    assessments: assessments.length,
    safetyNotices: notices.length,
    openSafetyNotices: notices.filter(({ acknowledgedAt }) => acknowledgedAt === null).length,
  };
}
