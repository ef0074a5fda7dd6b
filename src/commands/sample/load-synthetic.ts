import type { TransactionService } from '../../database/transaction.service.js';
import { seededRandom } from './random.js';
import type { SamplePatient } from './sample-patient.js';
import { rowsOf } from './sample-rows.js';
import { insertSampleRows } from './sample.repository.js';
import { syntheticCourses } from './synthetic-courses.js';

/** So many patients are held in memory and written in one transaction. */
const BATCH = 2000;

/** Writes so many synthetic courses, each of a patient of its own, into a clinic that exists. */
export async function loadSynthetic(
  transactions: TransactionService,
  clinic: { clinicId: string; clinicianIds: readonly [string, string, string] },
  { courses, seed = 1 }: { courses: number; seed?: number },
): Promise<void> {
  const context = { ...clinic, random: seededRandom(seed) };
  const write = (patients: readonly SamplePatient[]) =>
    transactions.run(clinic.clinicId, (transaction) => insertSampleRows(transaction, rowsOf(context, patients)));
  let batch: SamplePatient[] = [];
  let number = 0;
  for (const course of syntheticCourses(courses, seed)) {
    number += 1;
    batch.push(patientWith(`S-${number}`, course));
    if (batch.length < BATCH) continue;
    await write(batch);
    batch = [];
  }
  await write(batch);
}

function patientWith(chartNumber: string, course: SamplePatient['courses'][number]): SamplePatient {
  return { chartNumber, initials: null, birthYear: null, sex: null, courses: [course] };
}
