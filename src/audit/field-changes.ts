import { canonicalJson } from '../signing/canonical.js';

/** What a field of a record was, and what it became. */
export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

/**
 * The fields in which a record differs from what it was, as the text that its event keeps.
 * @param fields Those that people correct; what follows from them is left out.
 * @returns Canonical JSON; null where none differs.
 */
export function fieldChanges<T extends object>(
  before: T,
  after: T,
  fields: readonly (keyof T & string)[],
): string | null {
  const changes = fields
    .map((field): FieldChange => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => canonicalJson(change.before) !== canonicalJson(change.after));
  return changes.length === 0 ? null : canonicalJson(changes);
}

/** The same out of an event. */
export function fieldChangesIn(text: string | null): FieldChange[] {
  return text === null ? [] : (JSON.parse(text) as FieldChange[]);
}
