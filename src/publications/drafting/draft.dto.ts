import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  Equals,
  IsArray,
  IsIn,
  IsOptional,
  ValidateIf,
} from 'class-validator';
import { type CourseKind } from '../../domain/course/record/kinds.js';
import { PUBLIC_CHART_NAMES, type PublishableChartName } from '../../domain/charts/public/public-charts.js';
import { type Indication } from '../../domain/course/record/indications.js';
import { PUBLISHABLE_FIGURES } from '../../domain/publication/publishable.js';
import { NO_MINIMUM_BASELINE } from './refusals.js';
import { Trimmed } from '../../http/fields.js';
import { IsIndication, IsKind, IsLine, IsPeriod, IsSlug } from '../../http/field-rules.js';

const TITLE = 'A title has 1 to 200 characters, without line breaks.';
const FIGURES = {
  message:
    'Choose at least one figure, each once, by the names that the API document lists: counts over starters, and counts and ' +
    'means over completers. The others are for directors only.',
};
const CHARTS = { message: `The charts must be of ${PUBLIC_CHART_NAMES.join(', ')}, each once.` };

/** Whom the courses are restricted to; a closed list, so that no filter can pick people out. */
class CohortChoice {
  /** @example "induction" */
  @IsOptional()
  @IsKind(', or be left out for both')
  kind?: CourseKind | null;

  /** @example "depression" */
  @IsOptional()
  @IsIndication(', or be left out for all')
  indication?: Indication | null;

  /**
   * Null or left out: no publication chooses courses by a score
   * @example null
   */
  @ApiPropertyOptional({ type: 'integer', nullable: true })
  @IsOptional()
  @Equals(null, { message: NO_MINIMUM_BASELINE })
  minimumBaseline?: number | null;
}

export class NewPublication extends CohortChoice {
  /** @example "Outcomes of 2025 and 2026" */
  @Trimmed()
  @IsLine(200, TITLE)
  title: string;

  /**
   * Name in the public address; a later publication of the same name takes its place
   * @example "outcomes-2025-2026"
   */
  @IsSlug()
  slug: string;

  /**
   * Whole quarters or years of the start of courses: whole closed groups, as `GET /v1/publications/groups` lists them
   * @example "2025..2026"
   */
  @IsPeriod()
  period: string;

  /** Figures to publish, as `set.name`; starters' response, who has no score at infusion 6, and who got worse come by themselves */
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
  charts: PublishableChartName[];
}

export class PublicationChange extends CohortChoice {
  /** @example "Outcomes of 2025 and 2026" */
  @ValidateIf((_change, value) => value !== undefined)
  @Trimmed()
  @IsLine(200, TITLE)
  title?: string;

  /** @example "outcomes-2025-2026" */
  @ValidateIf((_change, value) => value !== undefined)
  @IsSlug()
  slug?: string;

  /** @example "2025..2026" */
  @ValidateIf((_change, value) => value !== undefined)
  @IsPeriod()
  period?: string;

  /** Figures to publish, the whole new list, as `set.name` */
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

  /** Charts to publish, the whole new list */
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
  charts?: PublishableChartName[];
}
