import { Injectable } from '@nestjs/common';
import { LAST_HEARD_ON, SIXTH_IS_OVER } from '../../courses/status-sql.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import type { LikeCourses, TotalAtInfusion } from '../../domain/course/judgement/middle-half.js';
import { silentBefore } from '../../domain/course/judgement/status.js';

@Injectable()
export class LikeCoursesRepository {
  /** How many concluded courses like these have which total at which infusion, without the one that is held against them. */
  async totals(
    { pipeline, clinicId }: ClinicTransaction,
    { kind, band }: LikeCourses,
    exceptId: string,
    today: string,
  ): Promise<TotalAtInfusion[]> {
    const parameters = [clinicId, kind, band.from, band.to, exceptId, silentBefore(kind, today)];
    return pipeline.query<TotalAtInfusion>(TOTALS, parameters);
  }
}

/** `courseStatus` of the domain, in SQL: every course but those under way. */
const CONCLUDED = `(${SIXTH_IS_OVER} OR stopped_on IS NOT NULL OR ${LAST_HEARD_ON} < $6::date)`;

const TOTALS = `
  SELECT infusion, total AS value, count(*)::int AS n
  FROM course CROSS JOIN LATERAL (VALUES
    (1, score_1), (2, score_2), (3, score_3), (4, score_4), (5, score_5), (6, score_6)) AS visit (infusion, total)
  WHERE clinic_id = $1 AND kind = $2 AND score_1 BETWEEN $3 AND $4 AND id <> $5 AND ${CONCLUDED} AND total IS NOT NULL
  GROUP BY infusion, total`;
