import { counted } from '../domain/numbers/words.js';
import type { AuditEvent } from './audit-event.entity.js';
import { sealOfAll } from './record-seal.js';
import type { SealedRecord } from './sealed-records.repository.js';

/** An event that keeps a hash of the records that were written with it. */
export type SealingEvent = Pick<AuditEvent, 'position' | 'at' | 'action' | 'subjectId' | 'detail' | 'requestId'> & {
  recordHash: Buffer;
};

/** Of so many records of one event each is named. */
const MOST_NAMED = 5;

export interface CheckedRecords {
  /** Records that are as an event says. */
  sealed: number;
  /** Those that no event says anything of, in the order given. */
  others: SealedRecord[];
  /** What differs, in words. */
  faults: string[];
}

/**
 * Are records that are only ever added as they were when they were written?
 *
 * An event keeps a hash of what its request wrote: one record, or all of an import. `records.sealed` keeps one of all that was written
 * before events had hashes. A record that is another than it was is named where its event wrote it alone; of an import only the event can be.
 */
export function checkRecordsWritten(records: readonly SealedRecord[], events: readonly SealingEvent[]): CheckedRecords {
  const rest = new Set(records);
  const byRequest = new Map<string, SealedRecord[]>();
  for (const record of records) {
    const written = byRequest.get(record.requestId) ?? [];
    written.push(record);
    byRequest.set(record.requestId, written);
  }
  const leftOf = ({ requestId }: SealingEvent) => (byRequest.get(requestId) ?? []).filter((one) => rest.has(one));
  const take = (taken: readonly SealedRecord[]) => taken.forEach((record) => rest.delete(record));
  const [older] = events.filter(({ action }) => action === 'records.sealed');
  const unlike = events.filter((event) => {
    if (event.action === 'records.sealed') return false;
    const found = recordsOf(event, leftOf(event));
    take(found ?? []);
    return found === null;
  });
  const faults = unlike.map((event) => {
    const left = leftOf(event);
    const own = left.filter(({ id, part }) => id === event.subjectId && 'slot' in part && part.slot === event.detail);
    const meant = own.length > 0 ? own : left;
    take(meant);
    return faultOf(event, meant);
  });
  const others = [...rest];
  if (!older) return { sealed: records.length - others.length, others, faults };
  if (!isSealOf(older, others)) faults.push(faultOfOlder(older, others));
  return { sealed: records.length, others: [], faults };
}

/** Those that the event is about; null where there are none that have its hash. */
function recordsOf(event: SealingEvent, written: readonly SealedRecord[]): readonly SealedRecord[] | null {
  if (isSealOf(event, written)) return written;
  const one = written.find((record) => isSealOf(event, [record]));
  return one ? [one] : null;
}

function isSealOf({ recordHash }: SealingEvent, records: readonly SealedRecord[]): boolean {
  return sealOfAll(records.map(({ seal }) => seal)).equals(recordHash);
}

function faultOf(event: SealingEvent, written: readonly SealedRecord[]): string {
  const { position, detail, subjectId } = event;
  const by = `event ${position} of ${dayOf(event)}`;
  const [one, ...others] = written;
  if (!one) return `${detail ?? 'something'} of ${subjectId ?? 'the clinic'} is missing, which ${by} recorded`;
  if (others.length === 0) return `${whatOf(one)} is not as ${by} recorded it`;
  const there = counted(written.length, 'record is', 'records are');
  const named = others.length < MOST_NAMED ? `: ${written.map(whatOf).join('; ')}` : '';
  return `of ${detail ?? 'what'} ${by} recorded, something was changed, removed or added; ${there} there${named}`;
}

function faultOfOlder(event: SealingEvent, there: readonly SealedRecord[]): string {
  const said = `of ${event.detail} that event ${event.position} of ${dayOf(event)} sealed, or of what no event recorded`;
  return `${said}, something was changed, removed or added; ${counted(there.length, 'record is', 'records are')} there`;
}

function whatOf({ id, part }: SealedRecord): string {
  if ('slot' in part) return `${part.slot}, version ${part.version}, of course ${id}`;
  return `the closed group ${part.from} to ${part.to} (${id})`;
}

function dayOf({ at }: SealingEvent): string {
  return at.toISOString().slice(0, 10);
}
