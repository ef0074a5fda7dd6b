import { IsOptional } from 'class-validator';
import type { CalendarDate, Instant } from '../../domain/calendar/calendar.js';
import type { Indication } from '../../domain/course/record/indications.js';
import type { CourseKind } from '../../domain/course/record/kinds.js';
import type { FillingGroup, Lacking, Quarters } from '../../domain/disclosure/closed-groups.js';
import type { PublicCohort } from '../../domain/disclosure/public-cohort.js';
import type { Renewal } from '../../domain/disclosure/renewed-group.js';
import type { WholeNumber } from '../../domain/numbers/number-types.js';
import type { PublicFigure } from '../../domain/publication/published-document.js';
import type { Refusal } from '../../domain/publication/refusal.js';
import { IsIndication, IsKind } from '../../http/field-rules.js';

export class ClosedGroupsQuery {
  /** @example "induction" */
  @IsOptional()
  @IsKind(', or be left out for both')
  kind?: CourseKind;

  /** @example "depression" */
  @IsOptional()
  @IsIndication(', or be left out for all')
  indication?: Indication;
}

/** A closed group, which is published whole. */
export interface ClosedGroupResponse extends Quarters {
  /** What a publication of it alone would ask for. @example "2025-Q1..2025-Q2" */
  period: string;
  /** Persons who started; null for marketing. */
  starters: WholeNumber | null;
  /** When something of it was public first, or it was closed again; null as long as nothing is. */
  closedOn: CalendarDate | null;
  /** For directors, of a frozen group of a widest cohort: what became of its courses since. */
  since: GroupDrift | null;
}

/** How a frozen group moved away from the records. */
export interface GroupDrift {
  /** Persons of whom anything counted is another today. @example 2 */
  changed: WholeNumber;
  /** `renewed`: enough changed to close it again; `kept`: too little; `unchanged`: nothing that is published. */
  renewal: Renewal;
}

/** The group that is filling, and what it needs. */
export interface FillingGroupResponse extends Omit<FillingGroup, 'lacking'> {
  /** @example 30 */
  startersNeeded: WholeNumber;
  /** @example 11 */
  completersNeeded: WholeNumber;
  /** What it lacks; of outcomes that nobody or everybody has directors are told alone. */
  lacking: Lacking[];
}

/** What a publication of some of the groups would say. */
export interface GroupChoice {
  /** @example "2025..2026" */
  period: string;
  /** Every figure that can be chosen: with its numbers for directors, and for marketing whether it would be there. */
  figures: PublicFigure[];
}

/** Whether all groups can be closed again. */
export interface CloseAgainState {
  allowed: boolean;
  /** @example "Nothing that is published has changed." */
  why: string | null;
}

/** What can be published of a cohort. */
export interface ClosedGroupsResponse {
  asOf: Instant;
  cohort: PublicCohort;
  /** @example 1 */
  edition: WholeNumber;
  /** In order. */
  groups: ClosedGroupResponse[];
  /** Null where nobody ever started, and where the cohort is refused. */
  filling: FillingGroupResponse | null;
  /** All groups together, then each by itself, the latest first. */
  choices: GroupChoice[];
  /** Why nothing of this cohort can be public beside what already is. */
  refusal: Refusal | null;
  /** For directors; null for marketing. */
  closeAgain: CloseAgainState | null;
}
