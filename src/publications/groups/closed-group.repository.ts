import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../../database/transaction.js';
import type { FrozenGroup, PublicCourse } from '../../domain/disclosure/frozen-groups.js';
import { newId } from '../../http/ids.js';
import { ClosedGroup, ClosedGroupCourse } from './closed-group.entity.js';

/** The closed groups that something was published of, with their courses as they were. Neither is ever changed. */
@Injectable()
export class ClosedGroupRepository {
  /** Every group of every edition, first frozen first. */
  async list({ manager, clinicId }: ClinicTransaction): Promise<FrozenGroup[]> {
    const groups = await manager.find(ClosedGroup, { where: { clinicId }, order: { id: 'ASC' } });
    const rows = await manager.query<(PublicCourse & { groupId: string })[]>(COURSES, [clinicId]);
    const coursesOf = new Map<string, PublicCourse[]>(groups.map(({ id }) => [id, []]));
    for (const { groupId, ...course } of rows) coursesOf.get(groupId)?.push({ ...course, postSeries: null });
    return groups.map(({ id, kind, indication, fromQuarter, toQuarter, edition, closedOn }) => ({
      cohort: { kind, indication },
      from: fromQuarter,
      to: toQuarter,
      edition,
      closedOn,
      courses: coursesOf.get(id) ?? [],
    }));
  }

  async insert({ manager, clinicId }: ClinicTransaction, groups: readonly FrozenGroup[], requestId: string) {
    for (const { cohort, from, to, edition, closedOn, courses } of groups) {
      const id = newId();
      const span = { fromQuarter: from, toQuarter: to };
      await manager.insert(ClosedGroup, { clinicId, id, ...cohort, ...span, edition, closedOn, requestId });
      await manager.insert(
        ClosedGroupCourse,
        courses.map(({ courseId: named, kind, indication, startedOn, scores, status, stoppedReason }) => {
          const [patientId = '', courseId = ''] = named.split('/');
          const frozen = { kind, indication, startedOn, scores: [...scores], status, stoppedReason };
          return { clinicId, groupId: id, courseId, patientId, ...frozen };
        }),
      );
    }
  }
}

const COURSES = `
  SELECT group_id AS "groupId", patient_id || '/' || course_id AS "courseId", kind, indication,
    started_on AS "startedOn", scores, status, stopped_reason AS "stoppedReason"
  FROM closed_group_course WHERE clinic_id = $1
  ORDER BY group_id, course_id`;
