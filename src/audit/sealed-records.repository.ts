import { hashOf } from '../signing/canonical.js';
import type { ClinicTransaction } from '../database/transaction.js';
import { sealOfAll, sealOfEntry, type EntryToSeal } from './record-seal.js';

/** A record that is only ever added, with its seal. There may be a million of them: no words are kept of each. */
export interface SealedRecord {
  seal: Buffer;
  /** Request that wrote it. */
  requestId: string;
  /** Of the course, or of the closed group. */
  id: string;
  /** Of an entry its slot and version, of a closed group its quarters. */
  part: { slot: string; version: number } | { from: string; to: string };
}

type EntryRow = EntryToSeal & { requestId: string };

interface GroupRow {
  id: string;
  requestId: string;
  fromQuarter: string;
  toQuarter: string;
  /** The group with its courses, as JSON. */
  content: unknown;
}

/** Rows that are read and hashed at once: some 10 ms, in which nothing else runs. */
const CHUNK = 500;

/** Every version of every entry, and every closed group. */
export async function sealedRecords(transaction: ClinicTransaction): Promise<SealedRecord[]> {
  return [...(await sealedEntries(transaction, null)), ...(await sealedGroups(transaction, null))];
}

/** Are there entries of before events kept hashes, which no event has sealed yet? Asked at each start, so PostgreSQL looks and nothing is read. */
export async function hasUnsealed({ pipeline, clinicId }: ClinicTransaction): Promise<boolean> {
  const [row] = await pipeline.query<{ unsealed: boolean }>(UNSEALED, [clinicId]);
  return row?.unsealed === true;
}

/** What the event of an import keeps of the entries that it wrote; null where it wrote none. */
export async function sealOfEntries(transaction: ClinicTransaction, requestId: string): Promise<Buffer | null> {
  return sealOfSome(await sealedEntries(transaction, requestId));
}

/** What an event keeps of the groups that its request closed; null where it closed none. */
export async function sealOfGroups(transaction: ClinicTransaction, requestId: string): Promise<Buffer | null> {
  return sealOfSome(await sealedGroups(transaction, requestId));
}

function sealOfSome(records: readonly SealedRecord[]): Buffer | null {
  return records.length === 0 ? null : sealOfAll(records.map(({ seal }) => seal));
}

/** @param requestId Of the request that wrote them; null for all. */
async function sealedEntries(
  { pipeline, clinicId }: ClinicTransaction,
  requestId: string | null,
): Promise<SealedRecord[]> {
  const found: SealedRecord[] = [];
  for (let after: EntryRow | undefined, more = true; more;) {
    const place = [after?.courseId ?? null, after?.slot ?? '', after?.version ?? 0];
    const rows: EntryRow[] = await pipeline.query<EntryRow>(ENTRIES, [clinicId, requestId, ...place, CHUNK]);
    for (const row of rows) {
      const { courseId: id, slot, version, requestId: writtenBy } = row;
      found.push({ seal: sealOfEntry(row), requestId: writtenBy, id, part: { slot, version } });
    }
    after = rows.at(-1);
    more = rows.length === CHUNK;
  }
  return found;
}

async function sealedGroups(
  { pipeline, clinicId }: ClinicTransaction,
  requestId: string | null,
): Promise<SealedRecord[]> {
  const rows = await pipeline.query<GroupRow>(GROUPS, [clinicId, requestId]);
  return rows.map(({ id, requestId: writtenBy, fromQuarter: from, toQuarter: to, content }) => {
    return { seal: Buffer.from(hashOf(content), 'hex'), requestId: writtenBy, id, part: { from, to } };
  });
}

const UNSEALED = `
  SELECT NOT EXISTS (SELECT 1 FROM audit_event WHERE clinic_id = $1 AND action = 'records.sealed')
    AND EXISTS (
      SELECT 1 FROM assessment_version WHERE clinic_id = $1 AND recorded_at < coalesce(
        (SELECT min(at) FROM audit_event WHERE clinic_id = $1 AND record_hash IS NOT NULL), 'infinity')) AS unsealed`;

const ENTRIES = `
  SELECT course_id AS "courseId", slot, version, state, total, answers, assessed_on AS "assessedOn",
    missed_reason AS "missedReason", note, amendment_reason AS "amendmentReason", override_reason AS "overrideReason",
    recorded_at AS "recordedAt", recorded_by AS "recordedBy", request_id AS "requestId"
  FROM assessment_version
  WHERE clinic_id = $1 AND ($2::text IS NULL OR request_id = $2)
    AND ($3::uuid IS NULL OR (course_id, slot, version) > ($3, $4, $5::integer))
  ORDER BY course_id, slot, version LIMIT $6`;

const GROUPS = `
  SELECT g.id, g.request_id AS "requestId", g.from_quarter AS "fromQuarter", g.to_quarter AS "toQuarter",
    jsonb_build_object('id', g.id, 'kind', g.kind, 'indication', g.indication, 'from', g.from_quarter, 'to', g.to_quarter,
      'edition', g.edition, 'closedOn', g.closed_on, 'courses', coalesce(courses.all, '[]')) AS content
  FROM closed_group g LEFT JOIN LATERAL (
    SELECT jsonb_agg(to_jsonb(c) - 'clinic_id' - 'group_id' ORDER BY course_id) AS all
    FROM closed_group_course c WHERE c.clinic_id = $1 AND c.group_id = g.id
  ) courses ON true
  WHERE g.clinic_id = $1 AND ($2::text IS NULL OR g.request_id = $2)
  ORDER BY g.id`;
