import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { DEFINITIONS_VERSION } from '../domain/cohort/definitions.js';
import { GROUPS } from '../domain/cohort/group-definitions.js';
import { coursesIn, groupNamed, thresholdOf } from '../domain/cohort/groups.js';
import { keyOf, pageOf } from '../http/page.js';
import { rulesBroken } from '../http/problem.js';
import type { Actor } from '../staff/actor.js';
import {
  isCounted,
  toCohortCourseResponse,
  toNamedCourse,
  UNDER_WAY,
  type NamedCourse,
} from './cohort-courses.js';
import { filterOf, fits } from './cohort-filter.js';
import type { CohortCoursePage, CohortCoursesQuery } from './cohort.dto.js';
import { CohortRepository } from './cohort.repository.js';

interface Listed {
  group: { name: string; label: string };
  courses: NamedCourse[];
}

/** The courses behind the numbers of a cohort. */
@Injectable()
export class CohortCoursesService {
  constructor(
    private readonly transactions: TenantTransaction,
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
    const rows = await this.transactions.run(clinicId, (transaction) =>
      this.repository.namedCourses(transaction, clinicId, filter),
    );
    const all = rows.filter((row) => fits(row, filter)).map(toNamedCourse);
    const threshold = thresholdOf(all.filter(isCounted));
    const { group, courses } = listed(name, all);
    const rest = place === null ? courses : courses.filter((course) => isAfter(course, place));
    return {
      ...{ asOf: at.toISOString(), filter, definitionsVersion: DEFINITIONS_VERSION },
      ...{ group, total: courses.length, reliableChangeThreshold: threshold },
      ...pageOf(rest, limit, placeOf, (course) => toCohortCourseResponse(course, threshold)),
    };
  }
}

function listed(name: string, all: NamedCourse[]): Listed {
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
function placeOf({ startedOn, courseId }: NamedCourse): string[] {
  return [startedOn, courseId];
}

function isAfter({ startedOn, courseId }: NamedCourse, [day = '', id = '']: string[]): boolean {
  return startedOn < day || (startedOn === day && courseId < id);
}
