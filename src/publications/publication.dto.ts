import type { Instant } from '../domain/calendar/calendar.js';
import type { TotalScore } from '../domain/cudos/score.js';
import type { WholeNumber } from '../domain/numbers/number-types.js';
import type { Id } from '../domain/id.js';
import type { Version } from '../http/version.js';
import type { CourseKind } from '../domain/course/record/kinds.js';
import type { Indication } from '../domain/course/record/indications.js';
import type { PublicationState } from './publication.entity.js';
import type { NamedPublication } from './publication.repository.js';

/** Somebody of the clinic, for the clinic itself; never in a public document. */
export interface PublicationPerson {
  id: Id;
  /** Null for the command line. @example "Dana Reyes" */
  name: string | null;
}

export interface PublicationResponse {
  id: Id;
  /** @example "Outcomes of 2025 and 2026" */
  title: string;
  /** @example "outcomes-2025-2026" */
  slug: string;
  state: PublicationState;
  /** @example "2025..2026" */
  period: string;
  kind: CourseKind | null;
  indication: Indication | null;
  /** Only in what was drafted before there were closed groups; null in all others. @example null */
  minimumBaseline: TotalScore | null;
  /** @example ["starters.response"] */
  figures: string[];
  /** @example ["attrition"] */
  charts: string[];
  draftedBy: PublicationPerson;
  draftedAt: Instant;
  /** Who changed it last, or drafted it where nobody has changed it. */
  changedBy: PublicationPerson;
  changedAt: Instant;
  approvedBy: PublicationPerson | null;
  approvedAt: Instant | null;
  /** Whether the author approved it; null for a draft. */
  selfApproved: boolean | null;
  /** Whether an author of it had given the approver access, by an invitation, a password link or a role; null for a draft. */
  approverFromAuthor: boolean | null;
  /**
   * Whether the approver had given an author of it access less than seven days before, by an invitation, a password link or a role:
   * the two may be one person; null for a draft.
   */
  authorFromApprover: boolean | null;
  /** Edition of the closed groups that it is made of; null for a draft, and for what is older than these. @example 1 */
  edition: WholeNumber | null;
  /** Id of the publication of the same address whose place it took. */
  supersedes: Id | null;
  supersededAt: Instant | null;
  withdrawnBy: PublicationPerson | null;
  withdrawnAt: Instant | null;
  /** Public: why it was withdrawn. */
  withdrawnReason: string | null;
  version: Version;
}

export interface ListedPublicationResponse extends PublicationResponse {
  /**
   * Whether anything of the courses it counts has changed since; null for what is not public now, and for marketing.
   */
  aged: boolean | null;
}

export function toPublicationResponse(row: NamedPublication): PublicationResponse {
  const { id, title, slug, state, period, kind, indication, minimumBaseline } = row;
  const { figures, charts, selfApproved, approverFromAuthor, authorFromApprover, edition, supersedesId } = row;
  const { withdrawnReason, version } = row;
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
    approverFromAuthor,
    authorFromApprover,
    edition,
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
