import { followUpSlot, MAX_FOLLOW_UP_WEEKS, slotLabel, type SlotName } from '../../domain/course/record/slots.js';
import type { ColumnMeaningResponse } from '../importing/import.dto.js';
import { headerOf, INFUSION_SLOTS, visitField, type Field, type PlainField, type VisitPart } from './fields.js';
import { NEEDED } from './header-mapping.js';

const PLAIN: Record<PlainField, { group: string; label: string }> = {
  chartNumber: { group: 'Patient', label: 'Chart number' },
  initials: { group: 'Patient', label: 'Initials' },
  birthYear: { group: 'Patient', label: 'Year of birth' },
  sex: { group: 'Patient', label: 'Sex' },
  startedOn: { group: 'Course', label: 'Start of the course' },
  courseNumber: { group: 'Course', label: 'Number of the course' },
  kind: { group: 'Course', label: 'Induction or maintenance' },
  indication: { group: 'Course', label: 'Indication' },
  protocol: { group: 'Course', label: 'Planned days' },
  clinician: { group: 'Course', label: 'Clinician, by e-mail address' },
  stoppedReason: { group: 'Course', label: 'Reason for stopping' },
  stoppedOn: { group: 'Course', label: 'Day of stopping' },
  stoppedNote: { group: 'Course', label: 'Note on stopping' },
  errors: { group: 'Left out', label: 'Faults of an earlier import' },
};
const PARTS: Record<VisitPart, string> = {
  date: 'date',
  score: 'score',
  missed: 'why it was missed',
};
const HOLDS_DATES: readonly Field[] = ['startedOn', 'stoppedOn'];

/**
 * Everything that a column may mean, in the order of a course: the patient, the course, each visit.
 *
 * @example columnMeanings()[0] // chart_number, "Chart number", required
 */
export function columnMeanings(): ColumnMeaningResponse[] {
  const { errors, ...kept } = PLAIN;
  return [...plainMeanings(kept), ...slots().flatMap(visitMeanings), ...plainMeanings({ errors })];
}

function plainMeanings(plain: Partial<typeof PLAIN>): ColumnMeaningResponse[] {
  return Object.entries(plain).map(([field, { group, label }]) => meaning(field as PlainField, group, label));
}

function slots(): SlotName[] {
  const weeks = Array.from({ length: MAX_FOLLOW_UP_WEEKS }, (_, at) => at + 1);
  return [...INFUSION_SLOTS, 'post-series', ...weeks.flatMap((week) => followUpSlot(week) ?? [])];
}

function visitMeanings(slot: SlotName): ColumnMeaningResponse[] {
  const label = slotLabel(slot);
  const group = label.charAt(0).toUpperCase() + label.slice(1);
  return (['date', 'score', 'missed'] as const).map((part) =>
    meaning(visitField(part, slot), group, `${group}: ${PARTS[part]}`),
  );
}

function meaning(field: Field, group: string, label: string): ColumnMeaningResponse {
  const holdsDates = field.startsWith('date:') || HOLDS_DATES.includes(field);
  return { name: headerOf(field), group, label, required: NEEDED.includes(field), holdsDates };
}
