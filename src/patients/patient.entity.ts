import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Clinic } from '../staff/clinic.entity.js';

export type Sex = 'female' | 'male' | 'other';

@Entity('patient')
@Unique('patient_chart_number_key', ['clinicId', 'chartNumber'])
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

  @Column('text', { nullable: true })
  initials: string | null;

  @Column('smallint', { nullable: true })
  birthYear: number | null;

  @Column('text', { nullable: true })
  sex: Sex | null;

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
