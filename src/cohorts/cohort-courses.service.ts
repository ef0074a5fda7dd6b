import { Injectable } from '@nestjs/common';
import { TransactionService } from '../database/transaction.service.js';
import { DEFINITIONS_VERSION } from '../domain/cohort/definitions.js';
import { GROUPS } from '../domain/cohort/group-definitions.js';
import { coursesIn, groupNamed, thresholdOf } from '../domain/cohort/groups.js';
import { keyOf, pageOf } from '../http/page.js';
import { rulesBroken } from '../http/problem.js';
import type { Actor } from '../staff/sessions/actor.js';
import {
  isCounted,
  toCohortCourseResponse,
  toIdentifiedCourse,
  UNDER_WAY,
  type IdentifiedCourse,
} from './cohort-courses.js';
import { filterOf, fits } from './cohort-filter.js';
import type { CohortCoursePage, CohortCoursesQuery } from './cohort.dto.js';
import { CohortRepository } from './cohort.repository.js';

interface Listed {
  group: { name: string; label: string };
  courses: IdentifiedCourse[];
}

/** The courses behind the numbers of a cohort. */
@Injectable()
export class CohortCoursesService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly repository: CohortRepository,
  ) {}

  /**
   * Courses of a group, latest start first.
   * @throws Problem 400 for a cursor that is none, 422 for a filter or a group that can't be.
   */
  async list({ clinicId, at }: Actor, query: CohortCoursesQuery): Promise<CohortCoursePage> {
    const { after, limit, group: name, ...asked } = query;
    const filter = filterOf(asked);
    const place = keyOf(after, 2);
    return this.transactions.run(clinicId, async (transaction) => {
      const rows = await this.repository.identifiedCourses(transaction, filter);
      const all = rows.filter((row) => fits(row, filter)).map(toIdentifiedCourse);
      const threshold = thresholdOf(all.filter(isCounted));
      const { group, courses } = listed(name, all);
      const rest = place === null ? courses : courses.filter((course) => isAfter(course, place));
      // One more than the page tells whether there is another.
      const first = rest.sort(latestFirst).slice(0, limit + 1);
      const patientIds = first.map(({ patientId }) => patientId);
      const numbers = await this.repository.chartNumbers(transaction, patientIds);
      return {
        asOf: at.toISOString(),
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
  }
}

function listed(name: string, all: IdentifiedCourse[]): Listed {
  if (name === UNDER_WAY.name) {
    return { group: UNDER_WAY, courses: all.filter((course) => !isCounted(course)) };
  }
  const group = groupNamed(name);
  if (group === null) throw rulesBroken([unknownGroup(name)]);
  const { label } = group;
  return { group: { name, label }, courses: coursesIn(group, all.filter(isCounted)) };
}

function unknownGroup(name: string) {
  const names = [...GROUPS.keys(), UNDER_WAY.name, 'quarter-2025-Q2 for any quarter'].join(', ');
  const message = `There is no group "${name}" of courses; there are ${names}; put commas between several.`;
  return { pointer: '/group', rule: 'group-unknown', message };
}

/** Where a page of the list ended: the start and the id of its last course. */
function placeOf({ startedOn, courseId }: IdentifiedCourse): string[] {
  return [startedOn, courseId];
}

/** Latest start first, and of one day by id, as the pages follow each other. */
function latestFirst(one: IdentifiedCourse, other: IdentifiedCourse): number {
  if (one.startedOn !== other.startedOn) return one.startedOn < other.startedOn ? 1 : -1;
  return one.courseId < other.courseId ? 1 : -1;
}

function isAfter({ startedOn, courseId }: IdentifiedCourse, [day = '', id = '']: string[]): boolean {
  return startedOn < day || (startedOn === day && courseId < id);
}
