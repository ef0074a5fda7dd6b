import { Column, Entity, Index, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { WithinClinic } from '../../database/within-clinic.js';
import type { SlotName } from '../../domain/course/record/slots.js';
import { AssessmentVersion } from '../entries/assessment.entity.js';

@Entity('safety_notice')
@Unique('safety_notice_version_key', ['clinicId', 'courseId', 'slot', 'version'])
@Index('safety_notice_open_idx', ['clinicId', 'openedAt', 'id'], {
  where: 'acknowledged_at IS NULL',
})
export class SafetyNoticeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'safety_notice_pkey' })
  clinicId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'safety_notice_pkey' })
  id: string;

  @Column('uuid')
  courseId: string;

  @Column('text')
  slot: SlotName;

  @Column('integer')
  version: number;

  @ManyToOne(() => AssessmentVersion, { nullable: false })
  @WithinClinic({ course_id: 'courseId', slot: 'slot', version: 'version' }, 'safety_notice_version_fkey')
  recorded?: AssessmentVersion;

  @Column('text')
  kind: 'positive' | 'incomplete';

  @Column('timestamptz')
  openedAt: Date;

  @Column('timestamptz', { nullable: true })
  acknowledgedAt: Date | null;

  @Column('uuid', { nullable: true })
  acknowledgedBy: string | null;

  @Column('text', { nullable: true })
  actionTaken: string | null;

  @Column('text')
  requestId: string;
}
