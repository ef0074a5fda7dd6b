import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Course } from '../../courses/course.entity.js';
import { WithinClinic } from '../../database/within-clinic.js';
import type { ConcludedStatus } from '../../domain/course/judgement/status.js';
import type { Indication } from '../../domain/course/record/indications.js';
import type { CourseKind } from '../../domain/course/record/kinds.js';
import { Clinic } from '../../staff/clinic/clinic.entity.js';

/** A closed group of a public cohort, as it was frozen by the first publication that used it, or closed again. */
@Entity('closed_group')
export class ClosedGroup {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'closed_group_pkey' })
  clinicId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'closed_group_pkey' })
  id: string;

  @ManyToOne(() => Clinic, { nullable: false })
  @JoinColumn({ name: 'clinic_id', foreignKeyConstraintName: 'closed_group_clinic_fkey' })
  clinic?: Clinic;

  @Column('text', { nullable: true })
  kind: CourseKind | null;

  @Column('text', { nullable: true })
  indication: Indication | null;

  @Column('text')
  fromQuarter: string;

  @Column('text')
  toQuarter: string;

  @Column('integer')
  edition: number;

  @Column('date')
  closedOn: string;

  @Column('text')
  requestId: string;
}

const key = 'closed_group_course_pkey';

/** A course of a closed group, with all that a publication counts of it; it never changes. */
@Entity('closed_group_course')
@Index('closed_group_course_course_idx', ['clinicId', 'courseId'])
export class ClosedGroupCourse {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: key })
  clinicId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: key })
  groupId: string;

  @ManyToOne(() => ClosedGroup, { nullable: false })
  @WithinClinic({ group_id: 'id' }, 'closed_group_course_group_fkey')
  group?: ClosedGroup;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: key })
  courseId: string;

  @ManyToOne(() => Course, { nullable: false })
  @WithinClinic({ course_id: 'id' }, 'closed_group_course_course_fkey')
  course?: Course;

  @Column('uuid')
  patientId: string;

  @Column('text')
  kind: CourseKind;

  @Column('text')
  indication: Indication;

  @Column('date')
  startedOn: string;

  @Column('smallint', { array: true })
  scores: (number | null)[];

  @Column('text')
  status: ConcludedStatus;

  @Column('text', { nullable: true })
  stoppedReason: string | null;
}
