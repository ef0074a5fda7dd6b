import { Injectable, type StreamableFile } from '@nestjs/common';
import { ClinicBaselinesService } from '../../courses/clinic-baselines.service.js';
import { ReportTransactionService } from '../../database/report-transaction.service.js';
import { DEFINITIONS_VERSION } from '../../domain/cohort/outcomes.js';
import type { EndpointRule } from '../../domain/course/judgement/endpoint.js';
import { reliableChangeThreshold, type Baselines } from '../../domain/course/judgement/reliable-change.js';
import { GROUPS, groupNamed } from '../../domain/cohort/groups/named-groups.js';
import { Members } from '../../domain/cohort/groups/members.js';
import { tableFile, type TableFormat } from '../../drawing/download.js';
import type { CsvQuery } from '../../http/csv.dto.js';
import { keyOf, pageOf } from '../../http/page.js';
import { rulesBroken } from '../../http/problem.js';
import { ClinicCalendarService } from '../../staff/clinic/clinic-calendar.service.js';
import type { Actor } from '../../staff/sessions/actor.js';
import type {
  CohortCoursePage,
  CohortCourseResponse,
  CohortCoursesQuery,
  JudgedBy,
  OrderedCoursesQuery,
} from './cohort-courses.dto.js';
import { isCounted, toCohortCourseResponse, toCourse, UNDER_WAY, type CourseOfCohort } from './cohort-courses.js';
import { filterOf } from '../cohort-filter.js';
import { CohortRepository } from '../cohort.repository.js';
import { courseTable } from './course-table.js';
import { inListOrder, keyOfPlace, coursePlaceOf, placeOfKey, type ListOrder } from './course-order.js';

interface Listed {
  group: { name: string; label: string };
  courses: CourseOfCohort[];
  threshold: number | null;
  judgedBy: JudgedBy;
}

const JUDGED_BY: Record<EndpointRule, JudgedBy> = {
  'infusion-6': 'infusion6',
  'last-observed': 'lastObserved',
  'post-series': 'postSeries',
};

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
   * A page of the courses of a group, in the order that was asked for.
   * @throws Problem 400 for a cursor that is none, 422 for a filter or a group that can't be.
   */
  async list(actor: Actor, { after, limit, ...query }: CohortCoursesQuery): Promise<CohortCoursePage> {
    const cursor = keyOf(after, 3);
    const { courses, how, ...said } = await this.inOrder(actor, query);
    const place = cursor && placeOfKey(cursor, how.sort);
    const isBehind = inListOrder(how);
    const rest = place === null ? courses : courses.filter((course) => isBehind(coursePlaceOf(course, how), place) > 0);
    // One more than the page shows whether there is another.
    const first = rest.slice(0, limit + 1);
    return {
      ...said,
      total: courses.length,
      ...pageOf(
        first,
        limit,
        (course) => keyOfPlace(coursePlaceOf(course, how)),
        (course) => course,
      ),
    };
  }

  /**
   * All of them as a file.
   * @throws Problem as `list`
   */
  async file(actor: Actor, query: OrderedCoursesQuery & CsvQuery, format: TableFormat): Promise<StreamableFile> {
    const { courses, group, asOf } = await this.inOrder(actor, query);
    return tableFile(courseTable(courses), `courses-${group.name}-${asOf.slice(0, 10)}`, format, query);
  }

  /** Every course of the group, as it is answered, with what the answer says of all of them. */
  private async inOrder(actor: Actor, { group: name, sort, order, ...asked }: OrderedCoursesQuery & CsvQuery) {
    const filter = filterOf(asked);
    const { answer, asOf } = await this.reports.run(actor.clinicId, async (transaction) => {
      const today = await this.calendar.today(transaction, actor);
      const rows = await this.repository.courses(transaction, filter, today);
      const baselines = await this.baselines.read(transaction);
      const { group, courses, threshold, judgedBy } = listed(name, rows.map(toCourse), baselines);
      const patientIds = courses.map(({ patientId }) => patientId);
      const numbers = await this.repository.chartNumbers(transaction, patientIds);
      const toResponse = (course: CourseOfCohort): CohortCourseResponse =>
        toCohortCourseResponse(course, numbers.get(course.patientId) ?? '', threshold);
      return { filter, group, judgedBy, reliableChangeThreshold: threshold, courses: courses.map(toResponse) };
    });
    const how: ListOrder = { sort, order, judgedBy: answer.judgedBy };
    const compare = inListOrder(how);
    const placed = answer.courses.map((course) => ({ course, place: coursePlaceOf(course, how) }));
    const courses = placed.sort((one, other) => compare(one.place, other.place)).map(({ course }) => course);
    const said = { asOf: asOf.toISOString(), definitionsVersion: DEFINITIONS_VERSION };
    return { ...answer, ...said, courses, how };
  }
}

function listed(name: string, all: readonly CourseOfCohort[], baselines: Baselines): Listed {
  const threshold = reliableChangeThreshold(baselines);
  if (name === UNDER_WAY.name) {
    const courses = all.filter((course) => !isCounted(course));
    return { group: UNDER_WAY, courses, threshold, judgedBy: 'infusion6' };
  }
  const group = groupNamed(name);
  if (group === null) throw rulesBroken([unknownGroup(name)]);
  return {
    group: { name, label: group.label },
    courses: [...new Members(all.filter(isCounted), threshold).of(group)],
    threshold,
    judgedBy: JUDGED_BY[group.endpoint ?? 'infusion-6'],
  };
}

function unknownGroup(name: string) {
  const names = [...GROUPS.keys(), UNDER_WAY.name, 'quarter-2025-Q2 for any quarter'].join(', ');
  const message = `There is no group "${name}" of courses; there are ${names}; put commas between several.`;
  return { pointer: '/group', rule: 'group-unknown', message };
}
