import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../database/transaction.js';
import type { ComparedBy } from '../domain/cohort/differences/funnel.js';
import type { AppliedFilter } from './cohort.dto.js';
import { FILTERED_COURSES, IS_SILENT, filterParameters, type CohortCourseRow } from './cohort.repository.js';

/** Starters that are alike in how they are judged; so many of them. */
export interface AlikeStarters extends Pick<CohortCourseRow, 'sixthMissed' | 'silent'> {
  /** The name of the clinician, or of the indication as a course has it; null where none treats. */
  unit: string | null;
  baseline: number;
  sixth: number | null;
  stopped: boolean;
  n: number;
}

@Injectable()
export class DifferencesRepository {
  /** Starters by what they are parted by, and by what decides how they are judged. */
  async startersBy(
    { manager, clinicId }: ClinicTransaction,
    by: ComparedBy,
    filter: AppliedFilter,
    today: string,
  ): Promise<AlikeStarters[]> {
    return manager.query<AlikeStarters[]>(STARTERS_BY[by], filterParameters(clinicId, filter, today));
  }
}

const startersBy = (column: string, name: string, from = '') => `
  SELECT ${name} AS unit, baseline, sixth, "sixthMissed", stopped, silent, n
  FROM (
    SELECT ${column} AS unit, score_1 AS baseline, score_6 AS sixth, sixth_missed AS "sixthMissed",
      stopped_reason IS NOT NULL AS stopped, ${IS_SILENT} AS silent, count(*)::int AS n
    ${FILTERED_COURSES} AND score_1 IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5, 6
  ) AS alike ${from}`;
/** Two of one name are told apart by their addresses. */
const NAME = `CASE WHEN EXISTS (SELECT 1 FROM staff twin WHERE twin.clinic_id = $1 AND twin.name = staff.name AND twin.id <> staff.id)
  THEN staff.name || ' (' || staff.email || ')' ELSE staff.name END`;
const STARTERS_BY: Readonly<Record<ComparedBy, string>> = {
  clinician: startersBy('clinician_id', NAME, 'LEFT JOIN staff ON staff.clinic_id = $1 AND staff.id = alike.unit'),
  indication: startersBy('indication', 'alike.unit'),
};
