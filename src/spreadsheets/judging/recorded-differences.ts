import { capital } from '../../domain/numbers/words.js';
import type { EntryContent } from '../../assessments/entries/assessment.entity.js';
import { slotLabel } from '../../domain/course/record/slots.js';
import type { CourseRow, PatientDetails, RowEntry } from '../reading/course-row.js';
import { visitField, type Field } from '../reading/fields.js';
import type { RowFinding } from '../reading/sheet-fault.js';
import type { RecordedCourse } from './recorded-course.js';

type Value = string | number | null | undefined;

/**
 * Which values of a row differ from what is recorded of its course?
 *
 * Input: a row and its course. Output: a fault for each; what the row doesn't say never differs, since an import adds
 * and never overwrites.
 */
export function courseDifferences(row: CourseRow, { course, clinician }: RecordedCourse): RowFinding[] {
  const { kind, indication, protocol, stopped } = row;
  const said: [Field, string, Value, Value][] = [
    ['kind', 'The kind', course.kind, kind],
    ['protocol', 'The protocol', course.protocol.join(' '), protocol?.join(' ')],
  ];
  if (course.indication !== 'unspecified') {
    const named = indication === 'unspecified' ? null : indication;
    said.push(['indication', 'The indication', course.indication, named]);
  }
  if (clinician !== null) said.push(['clinician', 'The clinician', clinician, row.clinician]);
  if (course.stoppedReason !== null && stopped !== null) {
    said.push(
      ['stoppedReason', 'The reason for stopping', course.stoppedReason, known(stopped.reason)],
      ['stoppedOn', 'The day of stopping', course.stoppedOn, stopped.on],
      ['stoppedNote', 'The note on stopping', course.stoppedNote?.trim() || null, stopped.note],
    );
  }
  return said.flatMap((each) => difference(...each));
}

/** Which of the patient's details differ from what is recorded? What is recorded as nothing never does. */
export function patientDifferences(said: PatientDetails, recorded: PatientDetails): RowFinding[] {
  const words = { initials: 'The initials', birthYear: 'The year of birth', sex: 'The sex' };
  return (['initials', 'birthYear', 'sex'] as const)
    .filter((field) => recorded[field] !== null)
    .flatMap((field) => difference(field, words[field], recorded[field], said[field]));
}

/**
 * Which visits of a row differ from what is recorded of them?
 *
 * Input: a row and the entries of its course, those taken back among them. Output: a fault for each that differs; a
 * visit that was taken back stays so, and a visit the row leaves empty never differs.
 */
export function visitDifferences(row: CourseRow, rows: readonly EntryContent[]): RowFinding[] {
  return row.entries
    .filter(({ stated, readable }) => stated && readable)
    .flatMap((entry) => {
      const recorded = rows.find(({ slot }) => slot === entry.slot);
      return recorded ? visitDifference(entry, recorded) : [];
    });
}

function visitDifference(entry: RowEntry, recorded: EntryContent): RowFinding[] {
  const { slot } = entry;
  const what = slotLabel(slot);
  const place = [visitField('score', slot), visitField('missed', slot), visitField('date', slot)];
  if (recorded.state === 'entered-in-error') {
    const message = `The entry at ${what} was taken back in the service, and the file has it again. Clear it here, or enter it there.`;
    return [{ fields: place, rule: 'entry-taken-back', message }];
  }
  if (entry.state !== recorded.state || entry.total !== recorded.total) {
    const message = `${capital(what)} is recorded as ${inWords(recorded)}, the file says ${inWords(entry)}. ${AMEND}`;
    const fields = entry.state === 'missed' ? place.slice(1) : place;
    return [{ fields, rule: 'differs-from-recorded', message }];
  }
  const dated = entry.on === null ? [] : ([recorded.assessedOn ?? 'no day', entry.on] as const);
  return [
    ...difference(visitField('date', slot), `The date of ${what}`, ...dated),
    ...difference(
      visitField('missed', slot),
      `The reason at ${what}`,
      recorded.missedReason,
      known(entry.missedReason),
    ),
  ];
}

/** Not knowing a reason contradicts none. */
function known<T extends string>(reason: T | null): T | null {
  return reason === 'unknown' ? null : reason;
}

const AMEND = 'An import never overwrites: amend it in the service, or correct the file.';

function difference(field: Field, what: string, recorded?: Value, said?: Value): RowFinding[] {
  if (said === null || said === undefined || said === recorded) return [];
  const message = `${what} is recorded as ${recorded ?? 'nothing'}, the file says ${said}. ${AMEND}`;
  return [{ fields: [field], rule: 'differs-from-recorded', message }];
}

function inWords({ state, total }: Pick<RowEntry, 'total'> & { state: string }): string {
  if (state === 'missed') return 'missed';
  return total === null ? 'a form without a total' : String(total);
}
