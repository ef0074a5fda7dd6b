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
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Every version of every entry, and every closed group. */
export async function sealedRecords(transaction: ClinicTransaction): Promise<SealedRecord[]> {
  return [...(await sealedEntries(transaction)), ...(await sealedGroups(transaction, null))];
}

/** Are there entries of before events kept hashes, which no event has sealed yet? Asked at each start, so PostgreSQL looks and nothing is read. */
export async function hasUnsealed({ pipeline, clinicId }: ClinicTransaction): Promise<boolean> {
  const [row] = await pipeline.query<{ unsealed: boolean }>(UNSEALED, [clinicId]);
  return row?.unsealed === true;
}

/**
 * What the event of an import keeps of the entries that it wrote; null where it wrote none. PostgreSQL hashes them, as `sealOfEntry` and
 * `sealOfAll` would: reading back a hundred thousand rows would take as long as writing them.
 */
export async function sealOfEntries(
  { pipeline, clinicId }: ClinicTransaction,
  requestId: string,
): Promise<Buffer | null> {
  const [row] = await pipeline.query<{ seal: Buffer | null }>(SEAL_OF_ENTRIES, [clinicId, requestId]);
  return row?.seal ?? null;
}

/** What an event keeps of the groups that its request closed; null where it closed none. */
export async function sealOfGroups(transaction: ClinicTransaction, requestId: string): Promise<Buffer | null> {
  const groups = await sealedGroups(transaction, requestId);
  return groups.length === 0 ? null : sealOfAll(groups.map(({ seal }) => seal));
}

async function sealedEntries({ pipeline, clinicId }: ClinicTransaction): Promise<SealedRecord[]> {
  const found: SealedRecord[] = [];
  for (let after: EntryRow | undefined, more = true; more;) {
    const place = [after?.courseId ?? BEFORE_ALL, after?.slot ?? '', after?.version ?? 0];
    const rows: EntryRow[] = await pipeline.query<EntryRow>(ENTRIES, [clinicId, ...place, CHUNK]);
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
  WHERE clinic_id = $1 AND (course_id, slot, version) > ($2::uuid, $3, $4::integer)
  ORDER BY course_id, slot, version LIMIT $5`;

// The members of `sealOfEntry` in their order; to_json writes a text as JSON.stringify does.
const MEMBERS = {
  amendmentReason: 'to_json(amendment_reason)',
  answers: 'to_json(answers)',
  assessedOn: 'to_json(assessed_on)',
  courseId: 'to_json(course_id)',
  missedReason: 'to_json(missed_reason)',
  note: 'to_json(note)',
  overrideReason: 'to_json(override_reason)',
  recordedAt: `to_json(to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`,
  recordedBy: 'to_json(recorded_by)',
  slot: 'to_json(slot)',
  state: 'to_json(state)',
  total: 'to_json(total)',
  version: 'to_json(version)',
};
const CANONICAL = Object.entries(MEMBERS)
  .map(([name, json]) => `'"${name}":' || coalesce(${json}::text, 'null')`)
  .join(` || ',' || `);

const SEAL_OF_ENTRIES = `
  SELECT sha256(string_agg(seal, ''::bytea ORDER BY seal)) AS seal FROM (
    SELECT sha256(convert_to('{' || ${CANONICAL} || '}', 'UTF8')) AS seal
    FROM assessment_version WHERE clinic_id = $1 AND request_id = $2
  ) AS entry`;

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
