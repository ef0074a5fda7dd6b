import type { ClinicTransaction } from '../../database/transaction.js';
import type { PublishedDocument } from '../../domain/publication/published-document.js';

interface Row {
  id: string;
  slug: string | null;
  /** Positions of the events that approved and withdrew it. */
  approved: number | null;
  withdrew: number | null;
  /** State of the publication, and of its document. */
  state: string | null;
  shown: string | null;
  /** Whether slug, title and period of both are the same. */
  agrees: boolean;
  title: string | null;
  clinic: string | null;
  hash: string | null;
  document: string | null;
}

/** What of a clinic's publications is not as its events and its documents say, in words. */
export async function publicationsOutOfStep({ pipeline, clinicId }: ClinicTransaction): Promise<string[]> {
  const rows = await pipeline.query<Row>(PUBLICATIONS, [clinicId]);
  return rows.flatMap((row) => {
    const fault = faultOf(row);
    return fault === null ? [] : [`the publication ${row.slug ?? ''} (${row.id}) ${fault}`];
  });
}

function faultOf(row: Row): string | null {
  const { approved, withdrew, state, shown } = row;
  if (state === null || shown === null) {
    return approved === null ? 'is there only in part' : `is missing, which event ${approved} approved`;
  }
  if (state !== shown) return `is ${state}, and its document is ${shown}`;
  // What was approved before there were events has none.
  if (approved !== null && state === 'withdrawn' && withdrew === null) return 'is withdrawn, and no event withdrew it';
  if (withdrew !== null && state !== 'withdrawn') return `is ${state}, and event ${withdrew} withdrew it`;
  return isAsSaid(row)
    ? null
    : 'has a slug, title, clinic, period or hash beside its document that is not the one in it';
}

/** Whether what is kept beside a document is what it says. One that can't be read is found by its seal. */
function isAsSaid({ agrees, slug, title, clinic, hash, document }: Row): boolean {
  try {
    const said = JSON.parse(document ?? '') as PublishedDocument;
    return agrees && slug === said.slug && title === said.title && clinic === said.clinic.name && hash === said.hash;
  } catch {
    return true;
  }
}

const PUBLICATIONS = `
  WITH said AS (
    SELECT subject_id AS id, max(position) FILTER (WHERE action = 'publication.approved') AS approved,
      max(position) FILTER (WHERE action = 'publication.withdrawn') AS withdrew
    FROM audit_event WHERE clinic_id = $1 AND action IN ('publication.approved', 'publication.withdrawn') GROUP BY subject_id
  ), own AS (
    SELECT id, slug, title, period, state FROM publication WHERE clinic_id = $1 AND state <> 'draft'
  ), shown AS (
    SELECT id, slug, title, period, clinic_name, hash, state, document FROM published_document WHERE clinic_id = $1
  )
  SELECT id, coalesce(shown.slug, own.slug) AS slug, approved, withdrew, own.state, shown.state AS shown, shown.title,
    shown.clinic_name AS clinic, shown.hash, shown.document,
    (shown.slug, shown.title, shown.period) IS NOT DISTINCT FROM (own.slug, own.title, own.period) AS agrees
  FROM own FULL JOIN shown USING (id) FULL JOIN said USING (id)
  ORDER BY id`;
