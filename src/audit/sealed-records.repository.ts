import { hashOf } from '../signing/canonical.js';
import type { ClinicTransaction } from '../database/transaction.js';
import { sealOfAll, sealOfEntry, type EntryToSeal } from './record-seal.js';

/** A record that is only ever added, with its seal. */
export interface SealedRecord {
  seal: Buffer;
  /** Request that wrote it. */
  requestId: string;
  /** What the event of one record has of it: the id of its course and its slot. */
  place: string;
  /** In words, e.g. `infusion-2, version 1, of course …`. */
  what: string;
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

/** Rows that are read at once. */
const CHUNK = 5000;

/** Every version of every entry, and every closed group. @param requestId Of the request that wrote them; null for all. */
export async function sealedRecords(transaction: ClinicTransaction, requestId: string | null): Promise<SealedRecord[]> {
  const { pipeline, clinicId } = transaction;
  const found: SealedRecord[] = [];
  for (let after: EntryRow | undefined, more = true; more;) {
    const place = [after?.courseId ?? null, after?.slot ?? '', after?.version ?? 0];
    const rows: EntryRow[] = await pipeline.query<EntryRow>(ENTRIES, [clinicId, requestId, ...place, CHUNK]);
    for (const row of rows) {
      const { courseId, slot, version, requestId: writtenBy } = row;
      const what = `${slot}, version ${version}, of course ${courseId}`;
      found.push({ seal: sealOfEntry(row), requestId: writtenBy, place: `${courseId} ${slot}`, what });
    }
    after = rows.at(-1);
    more = rows.length === CHUNK;
  }
  for (const group of await pipeline.query<GroupRow>(GROUPS, [clinicId, requestId])) {
    const what = `the closed group ${group.fromQuarter} to ${group.toQuarter} (${group.id})`;
    found.push({ seal: Buffer.from(hashOf(group.content), 'hex'), requestId: group.requestId, place: group.id, what });
  }
  return found;
}

/** What the event of a request keeps of the records that it wrote; null where it wrote none. */
export async function sealOfRequest(transaction: ClinicTransaction, requestId: string): Promise<Buffer | null> {
  const records = await sealedRecords(transaction, requestId);
  return records.length === 0 ? null : sealOfAll(records.map(({ seal }) => seal));
}

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
