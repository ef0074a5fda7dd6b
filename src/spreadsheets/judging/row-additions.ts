import { toCourseRecord } from '../../assessments/course-detail/course-record.js';
import type { CourseRecord } from '../../domain/course/record/course-record.js';
import type { Indication } from '../../domain/course/record/indications.js';
import { DEFAULT_PROTOCOL } from '../../domain/course/record/protocol.js';
import { infusionNumber } from '../../domain/course/record/slots.js';
import type { CourseRow, RowEntry, RowStop } from '../reading/course-row.js';
import type { RecordedCourse } from './recorded-course.js';

export type DatedStop = RowStop & { on: string };

/** What a row adds to the records of a course. */
export interface Additions {
  /** Entries of slots that hold none. */
  entries: RowEntry[];
  /** The stop, the indication and the clinician to note; null where not said or noted already. */
  stop: DatedStop | null;
  indication: Indication | null;
  /** E-mail address. */
  clinician: string | null;
}

/**
 * What does this row add to the records?
 *
 * Input: a row and the course the clinic has for it; null for a new one. Output: the entries of slots that are empty
 * there (one that was taken back is not empty), and what is not noted yet; nothing is ever replaced.
 *
 * @example additionsOf(a row whose scores are all recorded, that course).entries // []
 */
export function additionsOf(row: CourseRow, recorded: RecordedCourse | null): Additions {
  const { indication, clinician } = row;
  if (recorded === null) {
    return { entries: row.entries, stop: stopOf(row, []), indication, clinician };
  }
  const { course, rows } = recorded;
  const taken = new Set(rows.map(({ slot }) => slot));
  const open = course.indication === 'unspecified' && indication !== 'unspecified';
  return {
    entries: row.entries.filter(({ slot }) => !taken.has(slot)),
    stop: course.stoppedReason === null ? stopOf(row, rows) : null,
    indication: open ? indication : null,
    clinician: recorded.clinician === null ? clinician : null,
  };
}

/** Does the row leave the records of the course as they are? */
export function addsNothing({ entries, stop, indication, clinician }: Additions): boolean {
  return entries.length === 0 && stop === null && indication === null && clinician === null;
}

/**
 * Which course would it be after these additions?
 *
 * Input: a row, the course the clinic has for it (null for a new one) and what the row adds. Output: the course as the
 * domain sees it.
 */
export function courseWith(
  { kind, startedOn, protocol }: CourseRow,
  recorded: RecordedCourse | null,
  { entries, stop }: Additions,
): CourseRecord {
  const before: CourseRecord = recorded
    ? toCourseRecord(recorded.course, recorded.rows)
    : {
        kind: kind ?? 'induction',
        startedOn,
        protocol: protocol ?? DEFAULT_PROTOCOL,
        stopped: null,
        underWayOn: null,
        slots: [],
      };
  const slots = entries.map(({ slot, state, total, on, missedReason }) => {
    return { slot, state, total, answers: null, assessedOn: on, missedReason };
  });
  return { ...before, stopped: stop ?? before.stopped, slots: [...before.slots, ...slots] };
}

/** Where the row leaves the day open, the course was stopped with its last score. */
function stopOf({ stopped, entries, startedOn }: CourseRow, rows: RecordedCourse['rows']): DatedStop | null {
  if (stopped === null) return null;
  const said = entries.filter(({ state, slot }) => state === 'scored' && infusionNumber(slot));
  const recorded = rows.filter(({ state, slot }) => state === 'scored' && infusionNumber(slot));
  const scores = [...said.map(({ on }) => on), ...recorded.map(({ assessedOn }) => assessedOn)];
  const last = latest(scores) ?? latest(entries.map(({ on }) => on));
  return { ...stopped, on: stopped.on ?? last ?? startedOn };
}

function latest(days: (string | null)[]): string | undefined {
  return days
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1);
}
