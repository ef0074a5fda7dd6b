import { ApiProperty } from '@nestjs/swagger';
import { COURSE_KINDS, type CourseKind } from '../domain/course/record/kinds.js';
import { INDICATIONS, type Indication } from '../domain/course/record/indications.js';
import type { Page } from '../http/page.js';
import { PUBLICATION_STATES, type PublicationState } from './publication.entity.js';
import type { NamedPublication } from './publication.repository.js';

/** Somebody of the clinic, for the clinic itself; never in a public document. */
export class PublicationPerson {
  /** @example "019a5c1e-8f00-7000-8000-000000000003" */
  id: string;
  /**
   * Null for the command line
   * @example "Dana Reyes"
   */
  name: string | null;
}

export class PublicationResponse {
  /** @example "019a5c1e-8f00-7000-8000-000000000040" */
  id: string;
  /** @example "Outcomes of 2025 and 2026" */
  title: string;
  /** @example "outcomes-2025-2026" */
  slug: string;
  @ApiProperty({ enum: PUBLICATION_STATES, example: 'draft' })
  state: PublicationState;
  /** @example "2025..2026" */
  period: string;
  @ApiProperty({ type: 'string', enum: [...COURSE_KINDS, null], nullable: true, example: 'induction' })
  kind: CourseKind | null;
  @ApiProperty({
    type: 'string',
    enum: [...Object.keys(INDICATIONS), null],
    nullable: true,
    example: 'depression',
  })
  indication: Indication | null;
  /** @example 21 */
  minimumBaseline: number | null;
  /** @example ["starters.response"] */
  figures: string[];
  /** @example ["attrition"] */
  charts: string[];
  draftedBy: PublicationPerson;
  /** @example "2026-03-24T17:00:00.000Z" */
  draftedAt: string;
  /** Who changed it last; who drafted it where nobody did */
  changedBy: PublicationPerson;
  /** @example "2026-03-24T17:00:00.000Z" */
  changedAt: string;
  approvedBy: PublicationPerson | null;
  /** @example null */
  approvedAt: string | null;
  /** Whether the author approved it; null for a draft */
  selfApproved: boolean | null;
  /**
   * Id of the publication of the same address whose place it took
   * @example null
   */
  supersedes: string | null;
  /** @example null */
  supersededAt: string | null;
  withdrawnBy: PublicationPerson | null;
  /** @example null */
  withdrawnAt: string | null;
  /**
   * Public: why it no longer stands
   * @example null
   */
  withdrawnReason: string | null;
  /**
   * Counts changes from 1; its ETag is `"1"`
   * @example 1
   */
  version: number;
}

export class ListedPublicationResponse extends PublicationResponse {
  /**
   * Whether anything of the courses it counts has changed since; null for what is not public now, and for marketing
   * @example null
   */
  aged: boolean | null;
}

export class PublicationPageResponse implements Page<ListedPublicationResponse> {
  items: ListedPublicationResponse[];
  /**
   * Cursor of the next page; null on the last
   * @example null
   */
  next: string | null;
}

export function toPublicationResponse(row: NamedPublication): PublicationResponse {
  const { id, title, slug, state, period, kind, indication, minimumBaseline } = row;
  const { figures, charts, selfApproved, supersedesId, withdrawnReason, version } = row;
  return {
    id,
    title,
    slug,
    state,
    period,
    kind,
    indication,
    minimumBaseline,
    figures,
    charts,
    draftedBy: { id: row.draftedBy, name: row.draftedByName },
    draftedAt: row.draftedAt.toISOString(),
    changedBy: { id: row.changedBy, name: row.changedByName },
    changedAt: row.changedAt.toISOString(),
    approvedBy: personOf(row.approvedBy, row.approvedByName),
    approvedAt: instantOf(row.approvedAt),
    selfApproved,
    supersedes: supersedesId,
    supersededAt: instantOf(row.supersededAt),
    withdrawnBy: personOf(row.withdrawnBy, row.withdrawnByName),
    withdrawnAt: instantOf(row.withdrawnAt),
    withdrawnReason,
    version,
  };
}

function personOf(id: string | null, name: string | null): PublicationPerson | null {
  return id === null ? null : { id, name };
}

function instantOf(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
