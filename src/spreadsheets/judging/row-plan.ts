import { courseStatus, type CourseStatus } from '../../domain/course/judgement/status.js';
import type { CourseRecord } from '../../domain/course/record/course-record.js';
import { checkDates } from '../../domain/course/rules/date-rules.js';
import type { SlotName } from '../../domain/course/record/slots.js';
import { warningsOf } from '../../domain/course/rules/warnings.js';
import { isAcceptable } from '../reading/accepted-rules.js';
import type { CourseRow } from '../reading/course-row.js';
import { visitField, type Field } from '../reading/fields.js';
import type { RowFinding } from '../reading/sheet-fault.js';
import type { RecordedCourse } from './recorded-course.js';
import { courseDifferences, visitDifferences } from './recorded-differences.js';
import { additionsOf, addsNothing, courseWith, type Additions } from './row-additions.js';
import { dateInWords } from '../../domain/calendar/date-words.js';

/** What a row would add to the records, and what speaks against it. */
export interface RowPlan extends Additions {
  /** Whether it changes the records of the course. */
  changed: boolean;
  /** Of the course as it would be. */
  status: CourseStatus;
  /** Slots whose new score is unlikely; it is taken all the same. */
  unusual: ReadonlySet<SlotName>;
  faults: RowFinding[];
  /** Unlikely enough to stop a commit until a person accepts it. */
  asked: RowFinding[];
  /** Unlikely, and taken all the same. */
  warnings: RowFinding[];
}

/**
 * What would this row add to the records, and what speaks against it?
 *
 * Input: a row, the course the clinic has for it (null for a new one) and today's date at the clinic. Output: the
 * additions; a fault for each value that differs from what is recorded and for each date that can't be true in the
 * course as it would be; what is asked about unlikely dates, and warnings for unlikely scores, among the new ones.
 *
 * @example planRow(a row with 41 where 40 is recorded, that course, '2026-06-01').faults[0].rule
 * // 'differs-from-recorded'
 */
export function planRow(row: CourseRow, recorded: RecordedCourse | null, today: string): RowPlan {
  const additions = additionsOf(row, recorded);
  const course = courseWith(row, recorded, additions);
  const changed = recorded === null || !addsNothing(additions);
  const differences = recorded ? [...courseDifferences(row, recorded), ...visitDifferences(row, recorded.rows)] : [];
  const warnings = warningsOf(course);
  const unlikely: { slot: SlotName; rule: string; message: string }[] = [];
  for (const { slot } of additions.entries) for (const warning of warnings(slot)) unlikely.push({ slot, ...warning });
  const impossible = changed ? dateFaults(course, row.startedOn, today) : [];
  const asked = unlikely.filter(({ rule }) => isAcceptable(rule));
  const { entries, stop, indication, clinician } = additions;
  return {
    entries,
    stop,
    indication,
    clinician,
    changed,
    status: courseStatus(course, today),
    unusual: new Set(unlikely.map(({ slot }) => slot)),
    faults: [...differences, ...impossible],
    // A date that can't be true is no longer asked about.
    asked: impossible.length > 0 ? [] : eachOnce(asked),
    warnings: eachOnce(unlikely.filter((warning) => !asked.includes(warning))),
  };
}

/** A change between two scores is said at both; once is enough in a list. */
function eachOnce(warnings: { slot: SlotName; rule: string; message: string }[]): RowFinding[] {
  const later = new Map(warnings.map((warning) => [warning.message, warning]));
  return [...later.values()].map(({ slot, rule, message }) => {
    const fields = isAcceptable(rule) ? fieldsOf(slot) : [visitField('score', slot), ...fieldsOf(slot)];
    return { fields, rule, message };
  });
}

function dateFaults(course: CourseRecord, startedOn: string, today: string): RowFinding[] {
  const faults = checkDates(course, today).map(({ rule, message, path = '' }): RowFinding => {
    const slot = course.slots.find((record) => path === `/slots/${record.slot}/assessedOn`)?.slot;
    return { fields: slot ? fieldsOf(slot) : ['stoppedOn', 'stoppedReason'], rule, message: `${message} Correct it.` };
  });
  // A visit on the day of the start says it already.
  if (startedOn <= today || course.slots.some(({ assessedOn }) => assessedOn === startedOn)) return faults;
  const message = `The start, ${dateInWords(startedOn)}, is in the future: today is ${dateInWords(today)}. Correct it.`;
  return [{ fields: ['startedOn'], rule: 'date-in-future', message }, ...faults];
}

function fieldsOf(slot: SlotName): Field[] {
  return [visitField('date', slot), visitField('score', slot), visitField('missed', slot)];
}
