import { Injectable } from '@nestjs/common';
import { ClinicBaselinesService } from '../courses/clinic-baselines.service.js';
import { ReportTransactionService } from '../database/report-transaction.service.js';
import { DEFINITIONS_VERSION } from '../domain/cohort/outcomes.js';
import { reliableChangeThreshold, type Baselines } from '../domain/course/judgement/reliable-change.js';
import { GROUPS, groupNamed } from '../domain/cohort/groups/named-groups.js';
import { Members } from '../domain/cohort/groups/members.js';
import { keyOf, pageOf } from '../http/page.js';
import { rulesBroken } from '../http/problem.js';
import { ClinicCalendarService } from '../staff/clinic/clinic-calendar.service.js';
import type { Actor } from '../staff/sessions/actor.js';
import { isCounted, toCohortCourseResponse, toCourse, UNDER_WAY, type CourseOfCohort } from './cohort-courses.js';
import { filterOf } from './cohort-filter.js';
import type { CohortCoursePage, CohortCoursesQuery } from './cohort.dto.js';
import { CohortRepository } from './cohort.repository.js';

interface Listed {
  group: { name: string; label: string };
  courses: CourseOfCohort[];
  threshold: number | null;
}

/** The courses behind the numbers of a cohort. */
@Injectable()
export class CohortCoursesService {
  constructor(
    private readonly reports: ReportTransactionService,
    private readonly repository: CohortRepository,
    private readonly baselines: ClinicBaselinesService,
    private readonly calendar: ClinicCalendarService,
  ) {}

  /**
   * Courses of a group, latest start first.
   * @throws Problem 400 for a cursor that is none, 422 for a filter or a group that can't be.
   */
  async list(actor: Actor, query: CohortCoursesQuery): Promise<CohortCoursePage> {
    const { clinicId } = actor;
    const { after, limit, group: name, ...asked } = query;
    const filter = filterOf(asked);
    const place = keyOf(after, 2);
    const { answer, asOf } = await this.reports.run(clinicId, async (transaction) => {
      const today = await this.calendar.today(transaction, actor);
      const rows = await this.repository.courses(transaction, filter, today);
      const baselines = await this.baselines.read(transaction);
      const { group, courses, threshold } = listed(name, rows.map(toCourse), baselines);
      const rest = place === null ? courses : courses.filter((course) => isAfter(course, place));
      // One more than the page shows whether there is another.
      const first = rest.sort(latestFirst).slice(0, limit + 1);
      const patientIds = first.map(({ patientId }) => patientId);
      const numbers = await this.repository.chartNumbers(transaction, patientIds);
      return {
        filter,
        definitionsVersion: DEFINITIONS_VERSION,
        group,
        total: courses.length,
        reliableChangeThreshold: threshold,
        ...pageOf(first, limit, placeOf, (course) =>
          toCohortCourseResponse(course, numbers.get(course.patientId) ?? '', threshold),
        ),
      };
    });
    return { asOf: asOf.toISOString(), ...answer };
  }
}

function listed(name: string, all: readonly CourseOfCohort[], baselines: Baselines): Listed {
  const threshold = reliableChangeThreshold(baselines);
  if (name === UNDER_WAY.name) {
    return { group: UNDER_WAY, courses: all.filter((course) => !isCounted(course)), threshold };
  }
  const group = groupNamed(name);
  if (group === null) throw rulesBroken([unknownGroup(name)]);
  return {
    group: { name, label: group.label },
    courses: [...new Members(all.filter(isCounted), threshold).of(group)],
    threshold,
  };
}

function unknownGroup(name: string) {
  const names = [...GROUPS.keys(), UNDER_WAY.name, 'quarter-2025-Q2 for any quarter'].join(', ');
  const message = `There is no group "${name}" of courses; there are ${names}; put commas between several.`;
  return { pointer: '/group', rule: 'group-unknown', message };
}

/** Where a page of the list ended: the start and the id of its last course. */
function placeOf({ startedOn, courseId }: CourseOfCohort): string[] {
  return [startedOn, courseId];
}

/** Latest start first, and of one day by id, as the pages follow each other. */
function latestFirst(one: CourseOfCohort, other: CourseOfCohort): number {
  if (one.startedOn !== other.startedOn) return one.startedOn < other.startedOn ? 1 : -1;
  return one.courseId < other.courseId ? 1 : -1;
}

function isAfter({ startedOn, courseId }: CourseOfCohort, [day = '', id = '']: string[]): boolean {
  return startedOn < day || (startedOn === day && courseId < id);
}
