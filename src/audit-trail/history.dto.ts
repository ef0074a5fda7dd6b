import { fieldChangesIn, type FieldChange } from '../audit/field-changes.js';
import type { AuditAction } from '../domain/audit/actions.js';
import type { Instant } from '../domain/calendar/calendar.js';
import type { Id } from '../domain/id.js';
import { COMMAND_LINE } from '../staff/sessions/actor.js';
import type { StateEvent } from './history.repository.js';

/** One time that something was changed: who did it, and what each field was before and became. */
export interface HistoryEntryResponse {
  /** Place in the chain of the clinic @integer @minimum 1 @example 1042 */
  position: number;
  at: Instant;
  /** Who did it; null for a command on the server. */
  staffId: Id | null;
  /** @example "Dana" */
  staffName: string | null;
  action: AuditAction;
  /** The fields that differ; none for what was added, and for changes by an older version, which kept the names of the fields alone. */
  changes: FieldChangeResponse[];
  /** Names of the fields that were sent. @example "initials" */
  detail: string | null;
}

export interface FieldChangeResponse {
  /** @example "initials" */
  field: string;
  /** As text; null where it was empty. A clinician is named, lists are joined with commas. @example "JD" */
  before: string | null;
  /** @example "JR" */
  after: string | null;
}

/** @param names Of the people of the clinic, by id. */
export function toHistoryEntry(event: StateEvent, names: ReadonlyMap<string, string>): HistoryEntryResponse {
  const { position, at, staffId, staffName, action, detail } = event;
  const changes = fieldChangesIn(event.changes).map((change) => toFieldChange(change, names));
  const who = { staffId: staffId === COMMAND_LINE ? null : staffId, staffName };
  return { position, at: at.toISOString(), ...who, action, changes, detail };
}

/** Fields that hold a person's id. */
const PEOPLE = ['clinicianId', 'breakGlassDirectorId'];

function toFieldChange({ field, before, after }: FieldChange, names: ReadonlyMap<string, string>): FieldChangeResponse {
  const textOf = (value: unknown) =>
    PEOPLE.includes(field) && typeof value === 'string' ? (names.get(value) ?? value) : asText(value);
  return { field, before: textOf(before), after: textOf(after) };
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(asText).join(', ');
  if (typeof value === 'object') {
    // Canonical JSON has keys by the alphabet: the label behind its contact, the day behind its name.
    return Object.values(value).map(asText).reverse().join(': ');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
