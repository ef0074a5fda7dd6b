import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Clinic } from '../staff/clinic/clinic.entity.js';

export type Sex = 'female' | 'male' | 'other';

@Entity('patient')
@Unique('patient_chart_number_key', ['clinicId', 'chartNumber'])
@Index('patient_chart_key_idx', ['clinicId', 'chartKey'])
@Index('patient_short_chart_key_idx', ['clinicId', 'shortChartKey'])
@Index('patient_birth_year_idx', ['clinicId', 'birthYear', 'sex'])
export class Patient {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'patient_pkey' })
  clinicId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'patient_pkey' })
  id: string;

  @ManyToOne(() => Clinic, { nullable: false })
  @JoinColumn({ name: 'clinic_id', foreignKeyConstraintName: 'patient_clinic_fkey' })
  clinic?: Clinic;

  @Column('text')
  chartNumber: string;

  @Column('text')
  chartKey: string;

  @Column('text')
  shortChartKey: string;

  @Column('text', { nullable: true })
  initials: string | null;

  @Column('smallint', { nullable: true })
  birthYear: number | null;

  @Column('text', { nullable: true })
  sex: Sex | null;

  @Column('text', { nullable: true })
  overrideReason: string | null;

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
}
