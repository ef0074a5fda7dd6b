import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { ReportTransactionService } from '../database/report-transaction.service.js';
import { markBacktest, type MarkedStarter } from '../domain/cohort/mark-backtest.js';
import { DEFINITIONS_VERSION } from '../domain/cohort/outcomes.js';
import { marksInTime } from '../domain/course/judgement/marks-in-time.js';
import { isResponse } from '../domain/course/judgement/response.js';
import { isConcluded, statusBy } from '../domain/course/judgement/status.js';
import { thresholdInTime } from '../domain/course/judgement/threshold-in-time.js';
import { rate } from '../domain/statistics/rate.js';
import { ClinicCalendarService } from '../staff/clinic/clinic-calendar.service.js';
import type { Actor } from '../staff/sessions/actor.js';
import { filterOf } from './cohort-filter.js';
import type { CohortQuery } from './cohort.dto.js';
import type { MarksResponse } from './marks.dto.js';
import { MarksRepository, type DatedCourse } from './marks.repository.js';

/** Courses between two turns of other requests: so many take some milliseconds. */
const BATCH = 500;

/** How often the marks were right that ask to look at a course. */
@Injectable()
export class MarksService {
  constructor(
    private readonly reports: ReportTransactionService,
    private readonly repository: MarksRepository,
    private readonly calendar: ClinicCalendarService,
  ) {}

  /** @throws Problem 422 for a filter that can't be. */
  async backtest(actor: Actor, query: CohortQuery): Promise<MarksResponse> {
    const filter = filterOf(query);
    const { answer, asOf } = await this.reports.run(actor.clinicId, async (transaction) => {
      const today = await this.calendar.today(transaction, actor);
      const courses = await this.repository.datedCourses(transaction, filter, today);
      return { today, courses, baselines: await this.repository.baselinesByDay(transaction) };
    });
    const starters = await startersOf(answer.courses, answer.today, thresholdInTime(answer.baselines));
    const responders = starters.filter(({ responded }) => responded).length;
    return {
      asOf: asOf.toISOString(),
      filter,
      definitionsVersion: DEFINITIONS_VERSION,
      starters: rate(responders, starters.length),
      marks: markBacktest(starters),
    };
  }
}

async function startersOf(
  courses: readonly DatedCourse[],
  today: string,
  thresholdOn: (day: string) => number | null,
): Promise<MarkedStarter[]> {
  const starters: MarkedStarter[] = [];
  for (const [at, course] of courses.entries()) {
    if (at % BATCH === BATCH - 1) await setImmediate();
    const { scores, stoppedOn, ...facts } = course;
    const [baseline = null, sixth = null] = [scores[0], scores.at(-1)];
    const status = statusBy({ ...facts, sixthTotal: sixth, stopped: stoppedOn !== null });
    if (baseline === null || !isConcluded(status)) continue;
    starters.push({
      marks: marksInTime({ ...course, status }, today, thresholdOn),
      responded: sixth !== null && isResponse(baseline, sixth),
      scoredAtInfusion6: sixth !== null,
    });
  }
  return starters;
}
