import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';

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

/**
 * SHA-256 of a version of an entry as canonical JSON (RFC 8785), the instant with milliseconds. Its members are written in their order here,
 * which takes a quarter of the time of sorting them: an import has a hundred thousand.
 */
export function sealOfEntry(entry: EntryToSeal): Buffer {
  const canonical = JSON.stringify({
    amendmentReason: entry.amendmentReason,
    answers: entry.answers,
    assessedOn: entry.assessedOn,
    courseId: entry.courseId.toLowerCase(),
    missedReason: entry.missedReason,
    note: entry.note,
    overrideReason: entry.overrideReason,
    recordedAt: entry.recordedAt.toISOString(),
    recordedBy: entry.recordedBy.toLowerCase(),
    slot: entry.slot,
    state: entry.state,
    total: entry.total,
    version: entry.version,
  });
  return createHash('sha256').update(canonical).digest();
}

/** What an event keeps of the records that were written with it: SHA-256 of their seals, whatever their order. */
export function sealOfAll(seals: readonly Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const seal of inOrder(seals)) hash.update(seal);
  return hash.digest();
}

/** The same of very many, which are sorted in parts by their first byte: others have their turn between two of them. */
export async function sealOfMany(seals: readonly Buffer[]): Promise<Buffer> {
  const parts = Array.from({ length: 256 }, (): Buffer[] => []);
  for (const seal of seals) parts[seal[0] ?? 0]?.push(seal);
  const hash = createHash('sha256');
  for (const part of parts) {
    for (const seal of inOrder(part)) hash.update(seal);
    await setImmediate();
  }
  return hash.digest();
}

function inOrder(seals: readonly Buffer[]): Buffer[] {
  return [...seals].sort((one, other) => one.compare(other));
}
