import { Column, Entity, ManyToOne, PrimaryColumn } from 'typeorm';
import { WithinClinic } from '../../database/within-clinic.js';
import type { MissedReason } from '../../domain/course/record/stop-reasons.js';
import type { SlotName } from '../../domain/course/record/slots.js';
import { Course } from '../../courses/course.entity.js';

export type AssessmentState = 'scored' | 'missed' | 'entered-in-error';

/** Every version of every slot; rows are added, never changed. */
@Entity('assessment_version')
export class AssessmentVersion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'assessment_version_pkey' })
  clinicId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'assessment_version_pkey' })
  courseId: string;

  @ManyToOne(() => Course, { nullable: false })
  @WithinClinic({ course_id: 'id' }, 'assessment_version_course_fkey')
  course?: Course;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'assessment_version_pkey' })
  slot: SlotName;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'assessment_version_pkey' })
  version: number;

  @Column('text')
  state: AssessmentState;

  @Column('smallint', { nullable: true })
  total: number | null;

  @Column('smallint', { array: true, nullable: true })
  answers: (number | null)[] | null;

  @Column('date', { nullable: true })
  assessedOn: string | null;

  @Column('text', { nullable: true })
  missedReason: MissedReason | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text', { nullable: true })
  amendmentReason: string | null;

  @Column('text', { nullable: true })
  overrideReason: string | null;

  @Column('timestamptz')
  recordedAt: Date;

  /** No foreign key: the command line records too, and is nobody of the clinic. */
  @Column('uuid')
  recordedBy: string;

  @Column('text')
  requestId: string;
}

/** The current version of each slot. */
@Entity('assessment')
export class Assessment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'assessment_pkey' })
  clinicId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'assessment_pkey' })
  courseId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'assessment_pkey' })
  slot: SlotName;

  @Column('integer')
  version: number;

  @ManyToOne(() => AssessmentVersion, { nullable: false })
  @WithinClinic({ course_id: 'courseId', slot: 'slot', version: 'version' }, 'assessment_version_fkey')
  recorded?: AssessmentVersion;

  @Column('text')
  state: AssessmentState;

  @Column('smallint', { nullable: true })
  total: number | null;

  @Column('smallint', { array: true, nullable: true })
  answers: (number | null)[] | null;

  @Column('date', { nullable: true })
  assessedOn: string | null;

  @Column('text', { nullable: true })
  missedReason: MissedReason | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('timestamptz')
  recordedAt: Date;

  /** No foreign key: the command line records too, and is nobody of the clinic. */
  @Column('uuid')
  recordedBy: string;
}

/** Name of who recorded it; null for the command line. */
interface Recorder {
  recordedByName: string | null;
}

/** The current version of a slot as it is read. */
export type Entry = Omit<Assessment, 'clinicId' | 'recorded'> & Recorder;
/** What the rules look at of a current entry. */
export type EntryContent = Pick<
  Assessment,
  'courseId' | 'slot' | 'state' | 'total' | 'answers' | 'assessedOn' | 'missedReason'
>;
/** Any version of a slot as it is read. */
export type EntryVersion = Omit<AssessmentVersion, 'clinicId' | 'course' | 'requestId'> & Recorder;
