import { Column, Entity, Index, ManyToOne, PrimaryColumn, Unique, type ColumnOptions, type ColumnType } from 'typeorm';
import { WithinClinic } from '../database/within-clinic.js';
import type { Indication } from '../domain/course/record/indications.js';
import type { CourseKind } from '../domain/course/record/kinds.js';
import type { StopReason } from '../domain/course/record/stop-reasons.js';
import { Patient } from '../patients/patient.entity.js';
import { Staff } from '../staff/people/staff.entity.js';

/** What the entries of the course come to. Who writes entries writes it, and cohorts read it. */
function Derived(type: ColumnType, more: ColumnOptions = {}): PropertyDecorator {
  return Column({ type, nullable: true, select: false, insert: false, update: false, ...more });
}

@Entity('course')
@Unique('course_number_key', ['clinicId', 'patientId', 'number'])
@Index('course_started_on_idx', ['clinicId', 'startedOn', 'id'])
export class Course {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'course_pkey' })
  clinicId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'course_pkey' })
  id: string;

  @Column('uuid')
  patientId: string;

  @ManyToOne(() => Patient, { nullable: false })
  @WithinClinic({ patient_id: 'id' }, 'course_patient_fkey')
  patient?: Patient;

  @Column('smallint')
  number: number;

  @Column('text')
  kind: CourseKind;

  @Column('text')
  indication: Indication;

  @Column('date')
  startedOn: string;

  @Column('smallint', { array: true })
  protocol: number[];

  @Column('uuid', { nullable: true })
  clinicianId: string | null;

  @ManyToOne(() => Staff)
  @WithinClinic({ clinician_id: 'id' }, 'course_clinician_fkey')
  clinician?: Staff;

  @Column('date', { nullable: true })
  stoppedOn: string | null;

  @Column('text', { nullable: true })
  stoppedReason: StopReason | null;

  @Column('text', { nullable: true })
  stoppedNote: string | null;

  @Column('date', { nullable: true })
  underWayOn: string | null;

  @Column('uuid', { nullable: true })
  underWayBy: string | null;

  @Column('integer')
  version: number;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  changedAt: Date;

  @Column('uuid')
  changedBy: string;

  @Column('text')
  requestId: string;

  @Derived('smallint', { name: 'score_1' })
  score1?: number | null;

  @Derived('smallint', { name: 'score_2' })
  score2?: number | null;

  @Derived('smallint', { name: 'score_3' })
  score3?: number | null;

  @Derived('smallint', { name: 'score_4' })
  score4?: number | null;

  @Derived('smallint', { name: 'score_5' })
  score5?: number | null;

  @Derived('smallint', { name: 'score_6' })
  score6?: number | null;

  @Derived('smallint')
  postSeries?: number | null;

  @Derived('boolean', { nullable: false, default: false })
  sixthMissed?: boolean;

  @Derived('integer', { name: 'days_to_infusion_6' })
  daysToInfusion6?: number | null;

  @Derived('date')
  lastEntryOn?: string | null;

  @Derived('integer', { nullable: false, default: 0 })
  entries?: number;
}
