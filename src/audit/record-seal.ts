import { createHash } from 'node:crypto';
import { hashOf } from '../signing/canonical.js';

/** All that was recorded of one version of an entry. */
export interface EntryToSeal {
  courseId: string;
  slot: string;
  version: number;
  state: string;
  /** 0-64 */
  total: number | null;
  /** 18 of 0-4 */
  answers: readonly (number | null)[] | null;
  assessedOn: string | null;
  missedReason: string | null;
  note: string | null;
  amendmentReason: string | null;
  overrideReason: string | null;
  recordedAt: Date;
  recordedBy: string;
}

/** SHA-256 of a version of an entry as canonical JSON, the instant with milliseconds. */
export function sealOfEntry(entry: EntryToSeal): Buffer {
  const { courseId, slot, version, state, total, answers, assessedOn, missedReason, note } = entry;
  const { amendmentReason, overrideReason, recordedAt, recordedBy } = entry;
  const content = { slot, version, state, total, answers, assessedOn, missedReason, note, amendmentReason };
  const ids = { courseId: courseId.toLowerCase(), recordedBy: recordedBy.toLowerCase() };
  const at = recordedAt.toISOString();
  return Buffer.from(hashOf({ ...content, ...ids, overrideReason, recordedAt: at }), 'hex');
}

/** What an event keeps of the records that were written with it: SHA-256 of their seals, whatever their order. */
export function sealOfAll(seals: readonly Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const seal of [...seals].sort((one, other) => one.compare(other))) hash.update(seal);
  return hash.digest();
}
