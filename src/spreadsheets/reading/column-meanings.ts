import { capital } from '../../domain/numbers/words.js';
import { slotLabel, type SlotName } from '../../domain/course/record/slots.js';
import {
  headerOf,
  holdsDates,
  SLOTS,
  visitField,
  VISIT_PARTS,
  type Field,
  type PlainField,
  type VisitPart,
} from './fields.js';
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
  visit: { group: 'One row a visit', label: 'Which visit' },
  visitInstance: { group: 'One row a visit', label: 'Number of the course or visit (repeat instance)' },
  visitDate: { group: 'One row a visit', label: 'Date of the visit' },
  visitScore: { group: 'One row a visit', label: 'Score of the visit' },
  visitMissed: { group: 'One row a visit', label: 'Why the visit was missed' },
  visitInstrument: { group: 'One row a visit', label: 'Which questionnaire: rows of any but CUDOS are left out' },
  errors: { group: 'Left out', label: 'Faults of an earlier import' },
};
const PARTS: Record<VisitPart, string> = {
  date: 'date',
  score: 'score',
  missed: 'why it was missed',
  note: 'note',
};

/** Something that a column may mean, for a person to choose. */
export interface ColumnMeaning {
  name: string;
  group: string;
  label: string;
  required: boolean;
  holdsDates: boolean;
}

/**
 * Everything that a column may mean, in the order of a course: the patient, the course, each visit.
 *
 * @example columnMeanings()[0] // chart_number, "Chart number", required
 */
export function columnMeanings(): ColumnMeaning[] {
  const { errors, ...kept } = PLAIN;
  return [...plainMeanings(kept), ...SLOTS.flatMap(visitMeanings), ...plainMeanings({ errors })];
}

function plainMeanings(plain: Partial<typeof PLAIN>): ColumnMeaning[] {
  return Object.entries(plain).map(([field, { group, label }]) => meaning(field as PlainField, group, label));
}

function visitMeanings(slot: SlotName): ColumnMeaning[] {
  const label = slotLabel(slot);
  const group = capital(label);
  return VISIT_PARTS.map((part) => meaning(visitField(part, slot), group, `${group}: ${PARTS[part]}`));
}

function meaning(field: Field, group: string, label: string): ColumnMeaning {
  return { name: headerOf(field), group, label, required: NEEDED.includes(field), holdsDates: holdsDates(field) };
}
