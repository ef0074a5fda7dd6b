import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { PUBLIC_CHART_NAMES, type PublicChartName } from '../domain/charts/public-charts.js';
import { INDICATIONS, type Indication } from '../domain/course/indications.js';
import { MINIMUM_BASELINES, PUBLISHABLE_FIGURES } from '../domain/publication/publishable.js';
import { Trimmed } from '../http/fields.js';
import type { Page } from '../http/page.js';
import type { NamedPublication } from './publication.repository.js';
import { PUBLICATION_STATES, type PublicationState } from './publication.entity.js';

const KINDS = ['induction', 'maintenance'] as const;
type Kind = (typeof KINDS)[number];

const TITLE = { message: 'A title has 1 to 200 characters, without line breaks.' };
const SLUG = {
  message:
    'The address has 1 to 80 characters: small letters a to z, digits, and single hyphens between them, e.g. outcomes-2025.',
};
const PERIOD = { message: 'The period must look like 2025, 2025-Q2 or 2025-Q1..2026-Q2.' };
const KIND = { message: 'The kind must be induction or maintenance, or be left out for both.' };
const INDICATION = {
  message: `The indication must be one of ${Object.keys(INDICATIONS).join(', ')}, or be left out for all.`,
};
const MINIMUM = {
  message: `The minimum baseline must be the lower edge of a severity band, ${MINIMUM_BASELINES.join(', ')}, or be left out.`,
};
const FIGURES = {
  message: 'Choose at least one figure, each once, by the names that the API document lists.',
};
const CHARTS = { message: `The charts must be of ${PUBLIC_CHART_NAMES.join(', ')}, each once.` };
const SLUG_FORM = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const PERIOD_FORM = /^\d{4}(-Q[1-4])?(\.\.\d{4}(-Q[1-4])?)?$/;

/** Whom the courses are restricted to; a closed list, so that no filter can pick people out. */
class CohortChoice {
  /** @example "induction" */
  @IsOptional()
  @IsIn(KINDS, KIND)
  kind?: Kind | null;

  /** @example "depression" */
  @IsOptional()
  @IsIn(Object.keys(INDICATIONS), INDICATION)
  indication?: Indication | null;

  /**
   * Only courses with at least this baseline, the lower edge of a severity band
   * @example 21
   */
  @ApiPropertyOptional({ type: 'integer', nullable: true, enum: [...MINIMUM_BASELINES, null] })
  @IsOptional()
  @IsIn([...MINIMUM_BASELINES], MINIMUM)
  minimumBaseline?: number | null;
}

export class NewPublication extends CohortChoice {
  /** @example "Outcomes of 2025 and 2026" */
  @Trimmed()
  @Matches(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]{1,200}$/u, TITLE)
  title: string;

  /**
   * Name in the public address; a later publication of the same name takes its place
   * @example "outcomes-2025-2026"
   */
  @MaxLength(80, SLUG)
  @Matches(SLUG_FORM, SLUG)
  slug: string;

  /**
   * Whole quarters or years of the start of courses
   * @example "2025..2026"
   */
  @Matches(PERIOD_FORM, PERIOD)
  period: string;

  /** Figures to publish, as `set.name` */
  @ApiProperty({
    type: 'array',
    minItems: 1,
    uniqueItems: true,
    items: { type: 'string', enum: [...PUBLISHABLE_FIGURES] },
    example: ['starters.response', 'completers.baselineMean', 'completers.endpointMean'],
  })
  @ArrayUnique(FIGURES)
  @IsIn([...PUBLISHABLE_FIGURES], { each: true, ...FIGURES })
  @ArrayMinSize(1, FIGURES)
  @IsArray(FIGURES)
  figures: string[];

  /** Charts to publish */
  @ApiProperty({
    type: 'array',
    uniqueItems: true,
    items: { type: 'string', enum: [...PUBLIC_CHART_NAMES] },
    example: ['mean-before-after', 'attrition'],
  })
  @ArrayUnique(CHARTS)
  @IsIn([...PUBLIC_CHART_NAMES], { each: true, ...CHARTS })
  @ArrayMaxSize(PUBLIC_CHART_NAMES.length, CHARTS)
  @IsArray(CHARTS)
  charts: PublicChartName[];
}

export class PublicationChange extends CohortChoice {
  /** @example "Outcomes of 2025 and 2026" */
  @ValidateIf((_change, value) => value !== undefined)
  @Trimmed()
  @Matches(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]{1,200}$/u, TITLE)
  title?: string;

  /** @example "outcomes-2025-2026" */
  @ValidateIf((_change, value) => value !== undefined)
  @MaxLength(80, SLUG)
  @Matches(SLUG_FORM, SLUG)
  slug?: string;

  /** @example "2025..2026" */
  @ValidateIf((_change, value) => value !== undefined)
  @Matches(PERIOD_FORM, PERIOD)
  period?: string;

  /** Figures to publish, all of them anew, as `set.name` */
  @ApiPropertyOptional({
    type: 'array',
    minItems: 1,
    uniqueItems: true,
    items: { type: 'string', enum: [...PUBLISHABLE_FIGURES] },
    example: ['starters.response'],
  })
  @ValidateIf((_change, value) => value !== undefined)
  @ArrayUnique(FIGURES)
  @IsIn([...PUBLISHABLE_FIGURES], { each: true, ...FIGURES })
  @ArrayMinSize(1, FIGURES)
  @IsArray(FIGURES)
  figures?: string[];

  /** Charts to publish, all of them anew */
  @ApiPropertyOptional({
    type: 'array',
    uniqueItems: true,
    items: { type: 'string', enum: [...PUBLIC_CHART_NAMES] },
    example: ['attrition'],
  })
  @ValidateIf((_change, value) => value !== undefined)
  @ArrayUnique(CHARTS)
  @IsIn([...PUBLIC_CHART_NAMES], { each: true, ...CHARTS })
  @ArrayMaxSize(PUBLIC_CHART_NAMES.length, CHARTS)
  @IsArray(CHARTS)
  charts?: PublicChartName[];
}

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
  @ApiProperty({ type: 'string', enum: [...KINDS, null], nullable: true, example: 'induction' })
  kind: Kind | null;
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
    ...{ id, title, slug, state, period, kind, indication, minimumBaseline, figures, charts },
    draftedBy: { id: row.draftedBy, name: row.draftedByName },
    draftedAt: row.draftedAt.toISOString(),
    changedBy: { id: row.changedBy, name: row.changedByName },
    changedAt: row.changedAt.toISOString(),
    approvedBy: personOf(row.approvedBy, row.approvedByName),
    approvedAt: instantOf(row.approvedAt),
    ...{ selfApproved, supersedes: supersedesId },
    supersededAt: instantOf(row.supersededAt),
    withdrawnBy: personOf(row.withdrawnBy, row.withdrawnByName),
    withdrawnAt: instantOf(row.withdrawnAt),
    ...{ withdrawnReason, version },
  };
}

function personOf(id: string | null, name: string | null): PublicationPerson | null {
  return id === null ? null : { id, name };
}

function instantOf(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
