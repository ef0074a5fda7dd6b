import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { Chart } from '../domain/charts/parts/chart.js';
import { COMPARED_BY, type ComparedBy } from '../domain/cohort/differences/funnel.js';
import { CohortQuery, type CohortResponse } from './cohort.dto.js';

/** Which courses to compare, and by what. */
export class DifferencesQuery extends CohortQuery {
  /**
   * What the courses are parted by
   * @example "indication"
   */
  @ApiPropertyOptional()
  @IsIn(COMPARED_BY, { message: `Courses can be compared by ${COMPARED_BY.join(' or ')}.` })
  by: ComparedBy = 'clinician';
}

/** A funnel plot of clinicians or indications; for the clinic alone, and no league table. */
export interface DifferencesResponse extends Chart, Pick<CohortResponse, 'asOf' | 'filter' | 'definitionsVersion'> {
  /** What the courses were parted by. */
  by: ComparedBy;
}
